//! Shopper profiles, version 3.

use crate::data::profiles::number;
use crate::data::state::State;
use crate::fields::Fields;
use crate::paging::{Listed, Paging};
use crate::request::{PAGES, Request};
use crate::response::{Errors, Reply, data, no_content, problem, wrong};

pub(crate) fn list(state: &mut State, request: &Request<'_>) -> Reply {
    request.query.knows(&[PAGES])?;
    let paging = Paging::of(request, false)?;
    let slice = paging.cut(&Listed::Ids(state.profiles.all.values().map(|profile| profile.id).collect()));
    let views = slice.ids.iter().filter_map(|id| state.profiles.view(*id)).collect();
    Ok(slice.page(views))
}

/// A customer who has a profile keeps it.
pub(crate) fn create(state: &mut State, request: &Request<'_>) -> Reply {
    let body = request.json()?;
    let items = body.as_array().filter(|items| !items.is_empty());
    let items = items.ok_or_else(|| problem(400, "The body must be a list with something in it."))?;
    let (mut errors, mut customers) = (Errors::new(), Vec::new());
    for (index, item) in items.iter().enumerate() {
        let Some(mut fields) = Fields::item(index, item, &mut errors) else { continue };
        let customer = fields.whole("customer_id").unwrap_or_default();
        if !state.customers.exists(customer) {
            fields.wrong("customer_id", "there is no such customer");
        }
        customers.push(customer);
    }
    if !errors.is_empty() {
        return Err(wrong(400, "A shopper profile is not valid.", &errors));
    }
    let now = state.now();
    let mut views = Vec::new();
    for customer in customers {
        state.writes.add(request.operation, customer, &());
        let id = state.profiles.add(customer, now);
        views.extend(state.profiles.view(id));
    }
    data(201, views)
}

/// Requires ids: the behaviour of a real store without them is unknown.
pub(crate) fn delete(state: &mut State, request: &Request<'_>) -> Reply {
    let query = &request.query;
    query.knows(&[&["id:in"]])?;
    let uuids = query.texts("id:in")?.ok_or_else(|| query.refuse("id:in", "is missing"))?;
    for id in uuids.into_iter().filter_map(number) {
        if state.profiles.remove(id) {
            state.segments.forget(id);
            state.writes.add(request.operation, id, &());
        }
    }
    no_content()
}

pub(crate) fn segments(state: &mut State, request: &Request<'_>) -> Reply {
    request.query.knows(&[PAGES])?;
    let profile = request.path.first().and_then(|uuid| number(uuid)).filter(|id| state.profiles.exists(*id));
    let profile = profile.ok_or_else(|| problem(404, "There is no such shopper profile."))?;
    let paging = Paging::of(request, false)?;
    let slice = paging.cut(&Listed::Ids(state.segments.of(profile)));
    let views = slice.ids.iter().filter_map(|id| state.segments.view(*id)).collect();
    Ok(slice.page(views))
}
