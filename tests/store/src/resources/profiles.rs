//! Shopper profiles, version 3.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Value, json};

use super::answer::{Errors, Reply, data, no_content, problem, wrong};
use super::fields::Fields;
use super::moment::Moment;
use super::paging::{Listed, Paging};
use super::request::{PAGES, Request};
use super::state::State;

#[derive(Clone, Debug)]
struct Profile {
    id: u64,
    customer: u64,
    created: Moment,
    updated: Moment,
}

/// All profiles.
#[derive(Debug, Default)]
pub(super) struct Profiles {
    all: BTreeMap<u64, Profile>,
    by_customer: HashMap<u64, u64>,
    last: u64,
}

/// The id of a profile as the API shows it.
pub(super) fn uuid(id: u64) -> String {
    format!("50f0f11e-0000-4000-8000-{id:012x}")
}

/// The profile with this UUID.
pub(super) fn number(uuid: &str) -> Option<u64> {
    let digits = uuid.strip_prefix("50f0f11e-0000-4000-8000-").filter(|digits| digits.len() == 12)?;
    u64::from_str_radix(digits, 16).ok()
}

impl Profiles {
    /// The profile of a customer.
    pub(super) fn of(&self, customer: u64) -> Option<u64> {
        self.by_customer.get(&customer).copied()
    }

    pub(super) fn exists(&self, id: u64) -> bool {
        self.all.contains_key(&id)
    }

    pub(super) fn view(&self, id: u64) -> Option<Value> {
        self.all.get(&id).map(|profile| {
            json!({
                "id": uuid(id),
                "customer_id": profile.customer,
                "created_at": profile.created,
                "updated_at": profile.updated,
            })
        })
    }

    fn add(&mut self, customer: u64, now: Moment) -> u64 {
        if let Some(id) = self.of(customer) {
            return id;
        }
        self.last += 1;
        self.all.insert(self.last, Profile { id: self.last, customer, created: now, updated: now });
        self.by_customer.insert(customer, self.last);
        self.last
    }

    /// The membership of a profile changed.
    pub(super) fn touch(&mut self, id: u64, now: Moment) {
        if let Some(profile) = self.all.get_mut(&id) {
            profile.updated = now;
        }
    }

    fn remove(&mut self, id: u64) -> bool {
        let removed = self.all.remove(&id);
        if let Some(profile) = &removed {
            self.by_customer.remove(&profile.customer);
        }
        removed.is_some()
    }

    /// The profile that the customer had.
    pub(super) fn remove_customer(&mut self, customer: u64) -> Option<u64> {
        self.of(customer).filter(|id| self.remove(*id))
    }
}

pub(super) fn list(state: &mut State, request: &Request<'_>) -> Reply {
    request.query.knows(&[PAGES])?;
    let paging = Paging::of(request, false)?;
    let slice = paging.cut(&Listed::Ids(state.profiles.all.values().map(|profile| profile.id).collect()));
    let views = slice.ids.iter().filter_map(|id| state.profiles.view(*id)).collect();
    Ok(slice.page(views))
}

/// A customer who has a profile keeps it.
pub(super) fn create(state: &mut State, request: &Request<'_>) -> Reply {
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

/// Ids must be given: what a real store does without them is not known.
pub(super) fn delete(state: &mut State, request: &Request<'_>) -> Reply {
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

pub(super) fn segments(state: &mut State, request: &Request<'_>) -> Reply {
    request.query.knows(&[PAGES])?;
    let profile = request.path.first().and_then(|uuid| number(uuid)).filter(|id| state.profiles.exists(*id));
    let profile = profile.ok_or_else(|| problem(404, "There is no such shopper profile."))?;
    let paging = Paging::of(request, false)?;
    let slice = paging.cut(&Listed::Ids(state.segments.of(profile)));
    let views = slice.ids.iter().filter_map(|id| state.segments.view(*id)).collect();
    Ok(slice.page(views))
}
