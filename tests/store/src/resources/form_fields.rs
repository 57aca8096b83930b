//! Form field values of customers and addresses, version 3. Any name is accepted: forms are set up elsewhere.

use serde_json::{Value, json};

use super::customers::is_field_value;
use crate::data::customer::{FormField, set_form_fields};
use crate::data::state::State;
use crate::fields::{Fields, items};
use crate::paging::{Listed, Paging};
use crate::request::{CURSORS, PAGES, Request};
use crate::response::{Errors, Reply, data, problem, wrong};

/// A value by its number in cursors, which combines the owner and the index of the value.
type Entry = (u64, Value);

fn entries(state: &State) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut add = |owner: &str, id: u64, kind: u64, fields: &[FormField]| {
        for (index, field) in fields.iter().enumerate() {
            let value = json!({owner: id, "name": field.name, "value": field.value});
            entries.push((id << 11 | kind << 10 | (index as u64 & 0x3ff), value));
        }
    };
    for customer in state.customers.changed() {
        add("customer_id", customer.id, 0, &customer.form_fields);
    }
    for address in state.addresses.all.changed() {
        add("address_id", address.id, 1, &address.form_fields);
    }
    entries.sort_unstable_by_key(|(number, _)| *number);
    entries
}

pub(crate) fn list(state: &mut State, request: &Request<'_>) -> Reply {
    let query = &request.query;
    query.knows(&[PAGES, CURSORS, &["customer_id", "address_id", "field_name", "field_type"]])?;
    if query.get("field_type").is_some() {
        return Err(problem(501, "The simulated store knows no types of form fields."));
    }
    let paging = Paging::of(request, true)?;
    let owners = [("customer_id", query.whole("customer_id")?), ("address_id", query.whole("address_id")?)];
    let is_of = |entry: &Value, (owner, id): &(&str, Option<u64>)| id.is_none_or(|id| entry[*owner] == id);
    let entries: Vec<_> = entries(state)
        .into_iter()
        .filter(|(_, entry)| owners.iter().all(|owner| is_of(entry, owner)))
        .filter(|(_, entry)| query.get("field_name").is_none_or(|name| entry["name"] == name))
        .collect();
    let slice = paging.cut(&Listed::Ids(entries.iter().map(|(number, _)| *number).collect()));
    let is_on_page = |entry: &&Entry| slice.ids.binary_search(&entry.0).is_ok();
    let page = entries.iter().filter(is_on_page).map(|(_, entry)| entry).collect();
    Ok(slice.page(page))
}

pub(crate) fn upsert(state: &mut State, request: &Request<'_>) -> Reply {
    const TITLE: &str = "Upsert customer form field values failed.";
    let body = request.json()?;
    let items = items(&body, usize::MAX, TITLE)?;
    let mut errors = Errors::new();
    let mut changes = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let Some(mut fields) = Fields::item(index, item, &mut errors) else { continue };
        fields.must_have(&["name", "value"]);
        let name = fields.filled("name", 255).unwrap_or_default().into();
        let value = fields.get("value").cloned().unwrap_or_default();
        if !is_field_value(&value) {
            fields.wrong("value", "must be a text, a number, or a list of texts");
        }
        let (customer, address) = (fields.whole("customer_id"), fields.whole("address_id"));
        match (customer, address) {
            (Some(id), None) if state.customers.exists(id) => {}
            (None, Some(id)) if state.addresses.all.exists(id) => {}
            (Some(_), _) => fields.wrong("customer_id", "there is no such customer"),
            (None, _) => fields.wrong("address_id", "there is no such address"),
        }
        changes.push((customer, address, FormField { name, value }));
    }
    if !errors.is_empty() {
        return Err(wrong(422, TITLE, &errors));
    }
    for ((customer, address, field), item) in changes.into_iter().zip(items) {
        let owner = customer.or(address).unwrap_or_default();
        state.writes.add(request.operation, format!("{owner} {}", field.name), item);
        if let Some(customer) = customer.and_then(|id| state.customer(id)) {
            let mut customer = customer.into_owned();
            set_form_fields(&mut customer.form_fields, vec![field]);
            state.put_customer(customer);
        } else if let Some(address) = address.and_then(|id| state.addresses.get(id)) {
            let mut address = address.into_owned();
            set_form_fields(&mut address.form_fields, vec![field]);
            state.addresses.put(address);
        }
    }
    data(200, items)
}
