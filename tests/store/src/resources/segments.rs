//! Segments and their members, version 3. Their batches can succeed in part.

use std::collections::BTreeSet;

use serde_json::Value;

use super::metafields_batch::refuse_all;
use crate::data::profiles;
use crate::data::segments::{Segment, number, uuid};
use crate::data::state::State;
use crate::fields::Fields;
use crate::paging::{Listed, Paging};
use crate::request::{PAGES, Request};
use crate::response::{Errors, Partial, Reply, Response, no_content, problem, wrong};

/// The maximum number of segments of a store.
const MOST: usize = 1000;

pub(crate) fn list(state: &mut State, request: &Request<'_>) -> Reply {
    let query = &request.query;
    query.knows(&[PAGES, &["id:in"]])?;
    let paging = Paging::of(request, false)?;
    let only = query.texts("id:in")?;
    let kept = state.segments.all.keys().filter(|id| only.as_ref().is_none_or(|only| only.contains(&&*uuid(**id))));
    let slice = paging.cut(&Listed::Ids(kept.copied().collect()));
    let views = slice.ids.iter().filter_map(|id| state.segments.view(*id)).collect();
    Ok(slice.page(views))
}

/// An object of a body, with its name and description.
type Sent<'b> = (&'b Value, Option<String>, Option<String>);

/// Returns the objects of the body. A malformed one fails the whole call with 400.
fn segments<'b>(body: &'b Value, needed: &[&str]) -> Result<Vec<Sent<'b>>, Response> {
    let items = body.as_array().filter(|items| !items.is_empty());
    let items = items.ok_or_else(|| problem(400, "The body must be a list with something in it."))?;
    let (mut errors, mut read) = (Errors::new(), Vec::new());
    for (index, item) in items.iter().enumerate() {
        let Some(mut fields) = Fields::item(index, item, &mut errors) else { continue };
        fields.must_have(needed);
        let (name, description) = (fields.filled("name", 255), fields.text("description", usize::MAX));
        read.push((item, name.map(Into::into), description.map(Into::into)));
    }
    if errors.is_empty() { Ok(read) } else { Err(wrong(400, "A segment is not valid.", &errors)) }
}

pub(crate) fn create(state: &mut State, request: &Request<'_>) -> Reply {
    let (body, now) = (request.json()?, state.now());
    let mut outcome = Partial::default();
    for (index, (item, name, description)) in segments(&body, &["name"])?.into_iter().enumerate() {
        let name = name.unwrap_or_default();
        if state.segments.is_taken(&name, 0) {
            outcome.failed(409, index, "another segment bears this name");
        } else if state.segments.all.len() >= MOST {
            outcome.failed(422, index, "the store has as many segments as it can have");
        } else {
            state.writes.add(request.operation, &name, item);
            state.segments.last += 1;
            let (id, description) = (state.segments.last, description.unwrap_or_default());
            let segment = Segment { id, name, description, created: now, updated: now, members: BTreeSet::new() };
            state.segments.all.insert(id, segment);
            outcome.done(&state.segments.view(id));
        }
    }
    Ok(outcome.response(201, "Some segments were not created."))
}

pub(crate) fn update(state: &mut State, request: &Request<'_>) -> Reply {
    let (body, now) = (request.json()?, state.now());
    let mut outcome = Partial::default();
    for (index, (item, name, description)) in segments(&body, &["id"])?.into_iter().enumerate() {
        let id = item["id"].as_str().and_then(number).unwrap_or_default();
        if name.as_ref().is_some_and(|name| state.segments.is_taken(name, id)) {
            outcome.failed(409, index, "another segment bears this name");
            continue;
        }
        let Some(segment) = state.segments.all.get_mut(&id) else {
            outcome.failed(422, index, "there is no such segment");
            continue;
        };
        segment.name = name.unwrap_or(std::mem::take(&mut segment.name));
        segment.description = description.unwrap_or(std::mem::take(&mut segment.description));
        segment.updated = now;
        state.writes.add(request.operation, uuid(id), item);
        outcome.done(&state.segments.view(id));
    }
    Ok(outcome.response(201, "Some segments were not changed."))
}

/// Requires ids: the behaviour of a real store without them is unknown.
pub(crate) fn delete(state: &mut State, request: &Request<'_>) -> Reply {
    let query = &request.query;
    query.knows(&[&["id:in"]])?;
    let uuids = query.texts("id:in")?.ok_or_else(|| query.refuse("id:in", "is missing"))?;
    for id in uuids.into_iter().filter_map(number) {
        if state.segments.all.remove(&id).is_some() {
            state.writes.add(request.operation, uuid(id), &());
        }
    }
    no_content()
}

fn segment<'s>(state: &'s mut State, request: &Request<'_>) -> Result<&'s mut Segment, Response> {
    let id = request.path.first().and_then(|uuid| number(uuid));
    let segment = id.and_then(|id| state.segments.all.get_mut(&id));
    segment.ok_or_else(|| problem(404, "There is no such segment."))
}

pub(crate) fn profiles(state: &mut State, request: &Request<'_>) -> Reply {
    request.query.knows(&[PAGES])?;
    let members = segment(state, request)?.members.iter().copied().collect();
    let slice = Paging::of(request, false)?.cut(&Listed::Ids(members));
    let views = slice.ids.iter().filter_map(|id| state.profiles.view(*id)).collect();
    Ok(slice.page(views))
}

pub(crate) fn add_profiles(state: &mut State, request: &Request<'_>) -> Reply {
    const TITLE: &str = "Some shopper profiles could not be added.";
    let (body, now) = (request.json()?, state.now());
    let segment_id = segment(state, request)?.id;
    let ids = body.as_array().filter(|ids| !ids.is_empty());
    let ids = ids.ok_or_else(|| problem(422, "The body must be a list with something in it."))?;
    if ids.len() > 50 {
        return Err(refuse_all(TITLE, ids.len(), "no more than 50 fit into one call"));
    }
    let mut outcome = Partial::default();
    for (index, item) in ids.iter().enumerate() {
        let profile = item.as_str().and_then(profiles::number).filter(|id| state.profiles.exists(*id));
        let Some(profile) = profile else {
            outcome.failed(422, index, "there is no such shopper profile");
            continue;
        };
        if !segment(state, request)?.members.insert(profile) {
            outcome.failed(409, index, "the shopper profile belongs to the segment already");
            continue;
        }
        state.profiles.touch(profile, now);
        state.writes.add(request.operation, format!("{segment_id} {profile}"), item);
        outcome.done(&state.profiles.view(profile));
    }
    Ok(outcome.response(201, TITLE))
}

pub(crate) fn remove_profiles(state: &mut State, request: &Request<'_>) -> Reply {
    let query = &request.query;
    query.knows(&[&["id:in"]])?;
    let uuids = query.texts("id:in")?.ok_or_else(|| query.refuse("id:in", "is missing"))?;
    for profile in uuids.into_iter().filter_map(profiles::number) {
        let segment = segment(state, request)?;
        if segment.members.remove(&profile) {
            let key = format!("{} {profile}", segment.id);
            state.writes.add(request.operation, key, &());
        }
    }
    no_content()
}
