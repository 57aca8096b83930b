//! Customers, version 3.

use std::borrow::Cow;

use serde_json::{Number, Value};

use super::addresses;
use super::attribute_values;
use crate::data::customer::{Customer, FormField, Include, View, set_form_fields};
use crate::data::state::State;
use crate::fields::{Fields, items};
use crate::request::Request;
use crate::response::{Errors, Reply, Response, data, no_content, wrong, wrong_field};

/// What responses to writes include.
const WRITTEN: Include = Include {
    addresses: false,
    store_credit: true,
    attributes: false,
    form_fields: false,
    shopper_profile: false,
    segments: false,
};

pub(crate) fn create(state: &mut State, request: &Request<'_>) -> Reply {
    const TITLE: &str = "Create customers failed.";
    let body = request.json()?;
    let items = items(&body, 10, TITLE)?;
    let (now, first) = (state.now(), state.customers.next_id());
    let (mut errors, mut created) = (Errors::new(), Vec::new());
    for (index, item) in items.iter().enumerate() {
        let Some(mut fields) = Fields::item(index, item, &mut errors) else { continue };
        fields.must_have(&["email", "first_name", "last_name"]);
        let mut customer = Customer::new(first + index as u64, now);
        customer.customer_group_id = state.settings.default_group();
        set_common(state, &mut fields, &mut customer, &created);
        if let Some(channel) = fields.whole("origin_channel_id") {
            customer.origin_channel_id = channel;
        }
        let addresses = addresses::nested(&mut fields, customer.id);
        let values = attribute_values::nested(state, &mut fields);
        created.push((customer, addresses, values));
    }
    if !errors.is_empty() {
        return Err(wrong(422, TITLE, &errors));
    }
    let mut views = Vec::new();
    for ((customer, addresses, values), item) in created.into_iter().zip(items) {
        let id = customer.id;
        state.writes.add(request.operation, &customer.email, item);
        state.put_customer(customer);
        for mut address in addresses {
            address.id = state.addresses.all.next_id();
            if !state.addresses.is_duplicate(&address) {
                state.addresses.put(address);
            }
        }
        for (attribute, value) in values {
            state.values.set(id, attribute, value, now);
        }
        views.extend(state.view(id, &WRITTEN));
    }
    data(200, views)
}

pub(crate) fn update(state: &mut State, request: &Request<'_>) -> Reply {
    const TITLE: &str = "Update customers failed.";
    let body = request.json()?;
    let items = items(&body, 10, TITLE)?;
    let now = state.now();
    let (mut errors, mut changed) = (Errors::new(), Vec::new());
    for (index, item) in items.iter().enumerate() {
        let Some(mut fields) = Fields::item(index, item, &mut errors) else { continue };
        fields.must_have(&["id"]);
        let Some(id) = fields.whole("id") else { continue };
        // A customer that occurs twice is changed twice.
        let earlier = changed.iter().rev().map(|(customer, ..): &(Customer, (), ())| customer).find(|it| it.id == id);
        let Some(mut customer) = earlier.cloned().or_else(|| state.customer(id).map(Cow::into_owned)) else {
            fields.wrong("id", "there is no such customer");
            continue;
        };
        set_common(state, &mut fields, &mut customer, &changed);
        customer.date_modified = now;
        changed.push((customer, (), ()));
    }
    if !errors.is_empty() {
        return Err(wrong(422, TITLE, &errors));
    }
    let mut views = Vec::new();
    for ((customer, ..), item) in changed.into_iter().zip(items) {
        let id = customer.id;
        state.writes.add(request.operation, id, item);
        state.put_customer(customer);
        views.extend(state.view(id, &WRITTEN));
    }
    data(200, views)
}

/// Sets what a new customer and a changed one have in common. `batch` holds what the request has written so far.
fn set_common<A, B>(state: &State, fields: &mut Fields<'_>, customer: &mut Customer, batch: &[(Customer, A, B)]) {
    if let Some(email) = fields.filled("email", 255) {
        let owner = state.customer_by_email(&email).filter(|owner| *owner != customer.id);
        let same = |other: &Customer| other.id != customer.id && other.email.to_lowercase() == email.to_lowercase();
        if !is_email(&email) {
            fields.wrong("email", "invalid email");
        } else if let Some(owner) = owner {
            fields.wrong("email", "already in use");
            let call = if state.customers.exists(customer.id) { "customer_update" } else { "customer_create" };
            fields.wrong_call(call, &format!("email {email} already in use by customer {owner}"));
        } else if batch.iter().any(|(other, ..)| same(other)) {
            fields.wrong("email", "another item has it too");
        }
        customer.email = email;
    }
    if fields.get("company").is_some_and(Value::is_null) {
        customer.company = "".into();
    } else {
        replace(&mut customer.company, fields.text("company", 255));
    }
    replace(&mut customer.first_name, fields.filled("first_name", 100));
    replace(&mut customer.last_name, fields.filled("last_name", 100));
    replace(&mut customer.phone, fields.text("phone", 50));
    replace(&mut customer.notes, fields.text("notes", usize::MAX));
    replace(&mut customer.tax_exempt_category, fields.text("tax_exempt_category", 255));
    if let Some(group) = fields.whole("customer_group_id") {
        customer.customer_group_id = group;
        if !state.groups.exists_or_none(group) {
            fields.wrong("customer_group_id", "there is no such group");
        }
    }
    replace(
        &mut customer.accepts_product_review_abandoned_cart_emails,
        fields.truth("accepts_product_review_abandoned_cart_emails"),
    );
    if let Some(mut authentication) = fields.within("authentication") {
        let forced = authentication.truth("force_password_reset");
        let password = authentication.filled("new_password", 255);
        replace(&mut customer.authentication.force_password_reset, forced);
        customer.password = password.map(Into::into).or(customer.password.take());
    }
    replace(&mut customer.store_credit, store_credit(fields));
    if let Some(channels) = channel_ids(fields) {
        customer.channel_ids = channels;
    }
    set_form_fields(&mut customer.form_fields, form_fields(fields));
}

/// Sets the fields that were sent.
pub(crate) fn replace<T>(old: &mut T, new: Option<T>) {
    if let Some(new) = new {
        *old = new;
    }
}

/// Whether the text has one `@`, with something on both sides.
pub(crate) fn is_email(text: &str) -> bool {
    let mut sides = text.split('@');
    let filled = |side: Option<&str>| side.is_some_and(|side| !side.is_empty() && !side.contains(' '));
    filled(sides.next()) && filled(sides.next()) && sides.next().is_none()
}

fn store_credit(fields: &mut Fields<'_>) -> Option<Number> {
    let amounts = fields.list("store_credit_amounts", 10)?;
    let Some(amount) = amounts.first() else { return Some(Number::from(0)) };
    match amount.get("amount") {
        Some(Value::Number(amount)) if amount.as_f64().is_some_and(|amount| amount >= 0.0) => Some(amount.clone()),
        _ => {
            fields.wrong("store_credit_amounts", "must hold an amount of at least 0");
            None
        }
    }
}

/// `Some(None)` is access to all channels.
fn channel_ids(fields: &mut Fields<'_>) -> Option<Option<Vec<u64>>> {
    if fields.get("channel_ids")?.is_null() {
        return Some(None);
    }
    let ids = fields.list("channel_ids", usize::MAX)?;
    let ids: Option<Vec<_>> = ids.iter().map(Value::as_u64).collect();
    match ids {
        Some(ids) if !ids.is_empty() => Some(Some(ids)),
        Some(_) => {
            fields.wrong("channel_ids", "must hold at least one channel");
            None
        }
        None => {
            fields.wrong("channel_ids", "must hold ids");
            None
        }
    }
}

/// Returns the values of the custom fields of a customer or an address.
pub(crate) fn form_fields(fields: &mut Fields<'_>) -> Vec<FormField> {
    let Some(list) = fields.list("form_fields", usize::MAX) else { return Vec::new() };
    let read = |item: &Value| {
        let (name, value) = (item.get("name")?.as_str()?, item.get("value")?);
        is_field_value(value).then(|| FormField { name: name.to_owned(), value: value.clone() })
    };
    let read: Option<Vec<_>> = list.iter().map(read).collect();
    if read.is_none() {
        fields.wrong("form_fields", "must hold names and values");
    }
    read.unwrap_or_default()
}

/// Returns a string, a number, or an array of strings.
pub(crate) fn is_field_value(value: &Value) -> bool {
    match value {
        Value::String(_) | Value::Number(_) => true,
        Value::Array(items) => items.iter().all(Value::is_string),
        _ => false,
    }
}

pub(crate) fn delete(state: &mut State, request: &Request<'_>) -> Reply {
    request.query.knows(&[&["id:in"]])?;
    for id in ids_to_delete(request, "Delete customers failed.")? {
        if state.remove_customer(id) {
            state.writes.add(request.operation, id, &());
        }
    }
    no_content()
}

/// Returns the ids to delete. Without a filter there are none, and nothing happens.
pub(crate) fn ids_to_delete(request: &Request<'_>, title: &str) -> Result<Vec<u64>, Response> {
    let wrong = |_| wrong_field(422, title, "id", "must be whole numbers, with commas between them");
    let ids = match request.query.get("id:in") {
        None | Some("") => Vec::new(),
        Some(_) => request.query.ids("id:in").map_err(wrong)?.unwrap_or_default(),
    };
    if ids.first() == Some(&0) {
        return Err(wrong_field(422, title, "id", "numbers begin with 1"));
    }
    Ok(ids)
}

/// Returns a page of these customers.
pub(crate) fn views(state: &State, ids: &[u64], include: &Include) -> Vec<View> {
    ids.iter().filter_map(|id| state.view(*id, include)).collect()
}
