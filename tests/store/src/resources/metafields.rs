//! Metafields, version 3: those of one customer, and all.

use serde_json::{Map, json};

use crate::data::metafields::{Metafield, blank};
use crate::data::state::State;
use crate::fields::Fields;
use crate::paging::{Listed, Paging};
use crate::request::{CURSORS, DATES, PAGES, Request};
use crate::response::{Errors, Reply, Response, no_content, ok, problem, wrong, wrong_field};

const PERMISSIONS: &[&str] = &["app_only", "read", "write", "read_and_sf_access", "write_and_sf_access"];
const FILTERS: &[&str] = &["key", "key:in", "namespace", "namespace:in", "direction", "include_fields"];
/// The parameter that selects fields, but none in particular.
const SELECTION: &str = "include_fields";

/// Reads the fields of a metafield. Missing optional fields keep their values of `before`.
pub(crate) fn fields(fields: &mut Fields<'_>, before: &mut Metafield) {
    if let Some(permissions) = fields.one_of("permission_set", PERMISSIONS) {
        before.permission_set = permissions;
    }
    let texts = [("namespace", 64), ("key", 64), ("value", 65_535)].map(|(name, most)| fields.filled(name, most));
    for (text, new) in [&mut before.namespace, &mut before.key, &mut before.value].into_iter().zip(texts) {
        if let Some(new) = new {
            *text = new.into();
        }
    }
    if let Some(description) = fields.text("description", 255) {
        before.description = description.into();
    }
}

/// The required fields of a new metafield.
pub(crate) const NEEDED: &[&str] = &["permission_set", "namespace", "key", "value"];

pub(crate) fn list(state: &mut State, request: &Request<'_>) -> Reply {
    let customer = customer(state, request)?;
    page(state, request, Some(customer))
}

pub(crate) fn list_all(state: &mut State, request: &Request<'_>) -> Reply {
    page(state, request, None)
}

fn customer(state: &State, request: &Request<'_>) -> Result<u64, Response> {
    let customer = request.id(0)?;
    state.customers.exists(customer).then_some(customer).ok_or_else(|| problem(404, "There is no such customer."))
}

/// Returns the metafield in the path, which must be the customer's.
fn metafield<'s>(state: &'s State, request: &Request<'_>) -> Result<&'s Metafield, Response> {
    let customer = customer(state, request)?;
    let metafield = state.metafields.get(request.id(1)?).filter(|metafield| metafield.customer == customer);
    metafield.ok_or_else(|| problem(404, "The customer has no such metafield."))
}

fn page(state: &State, request: &Request<'_>, customer: Option<u64>) -> Reply {
    let query = &request.query;
    query.knows(&[PAGES, CURSORS, DATES, FILTERS])?;
    let paging = Paging::of(request, true)?;
    let (keys, namespaces) = (query.texts("key:in")?, query.texts("namespace:in")?);
    let (created, modified) = (query.span("date_created")?, query.span("date_modified")?);
    let descending = match query.get("direction") {
        None | Some("asc") => false,
        Some("desc") => true,
        Some(_) => return Err(query.refuse("direction", "is asc or desc")),
    };
    let candidates: Box<dyn Iterator<Item = &Metafield>> = match customer {
        Some(customer) => {
            let first = (customer, String::new(), String::new());
            let own = state.metafields.ids.range(first..).take_while(move |((owner, ..), _)| *owner == customer);
            Box::new(own.filter_map(|(_, id)| state.metafields.get(*id)))
        }
        None => Box::new(state.metafields.all.values()),
    };
    let kept = candidates.filter(|metafield| {
        query.get("key").is_none_or(|key| metafield.key == key)
            && query.get("namespace").is_none_or(|namespace| metafield.namespace == namespace)
            && keys.as_ref().is_none_or(|keys| keys.contains(&metafield.key.as_str()))
            && namespaces.as_ref().is_none_or(|spaces| spaces.contains(&metafield.namespace.as_str()))
            && created.holds(metafield.created)
            && modified.holds(metafield.modified)
    });
    let slice = paging.cut(&Listed::sorted(kept.map(|metafield| (None, metafield.id)), descending));
    let only = query.texts(SELECTION)?;
    let views = slice.ids.iter().filter_map(|id| state.metafields.get(*id)).map(|metafield| {
        let mut view = metafield.view();
        if let (Some(only), Some(view)) = (&only, view.as_object_mut()) {
            view.retain(|name, _| name == "id" || only.contains(&name.as_str()));
        }
        view
    });
    let views = views.collect();
    Ok(slice.page(views))
}

pub(crate) fn get(state: &mut State, request: &Request<'_>) -> Reply {
    let metafield = metafield(state, request)?;
    ok(&json!({"data": metafield.view(), "meta": {}}))
}

pub(crate) fn create(state: &mut State, request: &Request<'_>) -> Reply {
    const TITLE: &str = "The metafield could not be created.";
    let customer = customer(state, request)?;
    let metafield = read(request, blank(customer, state.now()), NEEDED, TITLE)?;
    write(state, request, metafield)
}

pub(crate) fn update(state: &mut State, request: &Request<'_>) -> Reply {
    let before = metafield(state, request)?.clone();
    let now = state.now();
    let changed = read(request, Metafield { modified: now, ..before }, &[], "The metafield could not be changed.")?;
    write(state, request, changed)
}

fn read(request: &Request<'_>, mut metafield: Metafield, needed: &[&str], title: &str) -> Result<Metafield, Response> {
    let body = request.json()?;
    let empty = Map::new();
    let mut errors = Errors::new();
    let mut sent = Fields::alone(body.as_object().unwrap_or(&empty), &mut errors);
    sent.must_have(needed);
    fields(&mut sent, &mut metafield);
    if errors.is_empty() { Ok(metafield) } else { Err(wrong(422, title, &errors)) }
}

/// The documentation page has an array of one element in responses to writes.
fn write(state: &mut State, request: &Request<'_>, metafield: Metafield) -> Reply {
    let key = format!("{} {} {}", metafield.customer, metafield.namespace, metafield.key);
    match state.metafields.put(metafield) {
        Err(_) => Err(wrong_field(409, "The metafield exists already.", "key", "taken in this namespace")),
        Ok(written) => {
            let view = written.view();
            state.writes.add(request.operation, key, &request.json()?);
            ok(&json!({"data": [view], "errors": [], "meta": {}}))
        }
    }
}

pub(crate) fn delete(state: &mut State, request: &Request<'_>) -> Reply {
    let id = metafield(state, request)?.id;
    state.metafields.remove(id);
    state.writes.add(request.operation, id, &());
    no_content()
}
