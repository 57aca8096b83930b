//! Attribute values, version 3.

use std::collections::BTreeSet;

use super::customers::ids_to_delete;
use crate::data::state::State;
use crate::fields::{Fields, items};
use crate::paging::{Listed, Paging};
use crate::request::{DATES, PAGES, Request};
use crate::response::{Errors, Reply, data, no_content, wrong, wrong_field};

pub(crate) fn list(state: &mut State, request: &Request<'_>) -> Reply {
    let query = &request.query;
    query.knows(&[PAGES, DATES, &["customer_id:in", "attribute_id:in", "name"]])?;
    let paging = Paging::of(request, false)?;
    let (customers, attributes) = (query.ids("customer_id:in")?, query.ids("attribute_id:in")?);
    let (created, modified) = (query.span("date_created")?, query.span("date_modified")?);
    let has_name = |name: &str, id: u64| state.attributes.get(id).is_some_and(|attribute| attribute.name == name);
    let kept = state.values.all.values().filter(|value| {
        customers.as_ref().is_none_or(|ids| ids.binary_search(&value.customer_id).is_ok())
            && attributes.as_ref().is_none_or(|ids| ids.binary_search(&value.attribute_id).is_ok())
            && query.get("name").is_none_or(|name| has_name(name, value.attribute_id))
            && created.holds(value.date_created)
            && modified.holds(value.date_modified)
    });
    let slice = paging.cut(&Listed::Ids(kept.map(|value| value.id).collect()));
    let page = slice.ids.iter().filter_map(|id| state.values.all.get(id)).collect();
    Ok(slice.page(page))
}

pub(crate) fn upsert(state: &mut State, request: &Request<'_>) -> Reply {
    const TITLE: &str = "Upsert customer attribute values failed.";
    let body = request.json()?;
    let items = items(&body, usize::MAX, TITLE)?;
    let (mut errors, mut values) = (Errors::new(), Vec::new());
    for (index, item) in items.iter().enumerate() {
        let Some(mut fields) = Fields::item(index, item, &mut errors) else { continue };
        fields.must_have(&["customer_id", "attribute_id", "value"]);
        let customer = fields.whole("customer_id").unwrap_or_default();
        if !state.customers.exists(customer) {
            fields.wrong("customer_id", "there is no such customer");
        }
        let (attribute, value) = checked(state, &mut fields, "value");
        values.push((customer, attribute, value));
    }
    let customers: BTreeSet<_> = values.iter().map(|(customer, ..)| customer).collect();
    if customers.len() > 10 {
        return Err(wrong_field(422, TITLE, "data", "values of no more than 10 customers fit into one call"));
    }
    if !errors.is_empty() {
        return Err(wrong(422, TITLE, &errors));
    }
    let now = state.now();
    let mut written = Vec::new();
    for ((customer, attribute, value), item) in values.into_iter().zip(items) {
        state.writes.add(request.operation, format!("{customer} {attribute}"), item);
        let id = state.values.set(customer, attribute, value, now);
        written.extend(state.values.all.get(&id).cloned());
    }
    data(200, written)
}

/// Returns the attribute and the value of an item.
fn checked(state: &State, fields: &mut Fields<'_>, name: &str) -> (u64, String) {
    let id = fields.whole("attribute_id").unwrap_or_default();
    let value = fields.text(name, 255).unwrap_or_default();
    match state.attributes.get(id) {
        None => fields.wrong("attribute_id", "there is no such attribute"),
        Some(attribute) if !attribute.takes(&value) => fields.wrong(name, "not of the attribute's type"),
        Some(_) => {}
    }
    (id, value.into())
}

/// Returns the values of a new customer.
pub(crate) fn nested(state: &State, fields: &mut Fields<'_>) -> Vec<(u64, String)> {
    let Some(items) = fields.list("attributes", 10) else { return Vec::new() };
    let (mut errors, mut values) = (Errors::new(), Vec::new());
    for (index, item) in items.iter().enumerate() {
        if let Some(mut inner) = Fields::item(index, item, &mut errors) {
            inner.must_have(&["attribute_id", "attribute_value"]);
            values.push(checked(state, &mut inner, "attribute_value"));
        }
    }
    for (key, why) in errors {
        fields.wrong(&format!("attributes.{key}"), &why);
    }
    values
}

pub(crate) fn delete(state: &mut State, request: &Request<'_>) -> Reply {
    request.query.knows(&[&["id:in"]])?;
    for id in ids_to_delete(request, "Delete customer attribute values failed.")? {
        if state.values.remove(id) {
            state.writes.add(request.operation, id, &());
        }
    }
    no_content()
}
