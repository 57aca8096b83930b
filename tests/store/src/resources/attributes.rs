//! Attributes, version 3.

use super::customers::ids_to_delete;
use crate::data::attributes::Attribute;
use crate::data::state::State;
use crate::fields::{Fields, items};
use crate::paging::{Listed, Paging};
use crate::request::{DATES, PAGES, Request};
use crate::response::{Errors, Reply, data, no_content, wrong};

const TYPES: &[&str] = &["string", "number", "date"];
/// The maximum number of attributes of a store.
const MOST: usize = 50;

pub(crate) fn list(state: &mut State, request: &Request<'_>) -> Reply {
    let query = &request.query;
    query.knows(&[PAGES, DATES, &["name", "name:like", "type"]])?;
    let paging = Paging::of(request, false)?;
    let (created, modified) = (query.span("date_created")?, query.span("date_modified")?);
    let like = query.get("name:like").map(str::to_lowercase);
    let kept = state.attributes.all.values().filter(|attribute| {
        query.get("name").is_none_or(|name| attribute.name == name)
            && like.as_ref().is_none_or(|like| attribute.name.to_lowercase().contains(like))
            && query.get("type").is_none_or(|kind| attribute.kind == kind)
            && created.holds(attribute.date_created)
            && modified.holds(attribute.date_modified)
    });
    let slice = paging.cut(&Listed::Ids(kept.map(|attribute| attribute.id).collect()));
    let page = slice.ids.iter().filter_map(|id| state.attributes.get(*id)).collect();
    Ok(slice.page(page))
}

pub(crate) fn create(state: &mut State, request: &Request<'_>) -> Reply {
    const TITLE: &str = "Create customer attributes failed.";
    let body = request.json()?;
    let items = items(&body, MOST, TITLE)?;
    let now = state.now();
    let (mut errors, mut created) = (Errors::new(), Vec::<Attribute>::new());
    for (index, item) in items.iter().enumerate() {
        let Some(mut fields) = Fields::item(index, item, &mut errors) else { continue };
        fields.must_have(&["name", "type"]);
        let (name, kind) = (fields.filled("name", 255), fields.one_of("type", TYPES));
        let (Some(name), Some(kind)) = (name, kind) else { continue };
        if state.attributes.is_taken(&name, 0) || created.iter().any(|other| other.name == name) {
            fields.wrong("name", "another attribute has this name");
        }
        if state.attributes.all.len() + created.len() >= MOST {
            fields.wrong("data", "the store has as many attributes as it can have");
        }
        let id = state.attributes.last + 1 + created.len() as u64;
        created.push(Attribute { id, name: name.into(), kind, date_created: now, date_modified: now });
    }
    if !errors.is_empty() {
        return Err(wrong(422, TITLE, &errors));
    }
    for (attribute, item) in created.iter().zip(items) {
        state.writes.add(request.operation, &attribute.name, item);
        state.attributes.last = attribute.id;
        state.attributes.all.insert(attribute.id, attribute.clone());
    }
    data(200, created)
}

pub(crate) fn update(state: &mut State, request: &Request<'_>) -> Reply {
    const TITLE: &str = "Update customer attributes failed.";
    let body = request.json()?;
    let items = items(&body, MOST, TITLE)?;
    let now = state.now();
    let (mut errors, mut changed) = (Errors::new(), Vec::new());
    for (index, item) in items.iter().enumerate() {
        let Some(mut fields) = Fields::item(index, item, &mut errors) else { continue };
        fields.must_have(&["id", "name"]);
        let (id, name) = (fields.whole("id"), fields.filled("name", 255));
        let (Some(id), Some(name)) = (id, name) else { continue };
        let Some(attribute) = state.attributes.get(id) else {
            fields.wrong("id", "there is no such attribute");
            continue;
        };
        if state.attributes.is_taken(&name, id) {
            fields.wrong("name", "another attribute has this name");
        }
        changed.push(Attribute { name: name.into(), date_modified: now, ..attribute.clone() });
    }
    if !errors.is_empty() {
        return Err(wrong(422, TITLE, &errors));
    }
    for (attribute, item) in changed.iter().zip(items) {
        state.writes.add(request.operation, attribute.id, item);
        state.attributes.all.insert(attribute.id, attribute.clone());
    }
    data(200, changed)
}

pub(crate) fn delete(state: &mut State, request: &Request<'_>) -> Reply {
    request.query.knows(&[&["id:in"]])?;
    for id in ids_to_delete(request, "Delete customer attributes failed.")? {
        if state.attributes.all.remove(&id).is_some() {
            state.values.remove_attribute(id);
            state.writes.add(request.operation, id, &());
        }
    }
    no_content()
}
