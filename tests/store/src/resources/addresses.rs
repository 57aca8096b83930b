//! Addresses, version 3.

use serde_json::json;

use super::customers::{form_fields, ids_to_delete, replace};
use crate::data::address::{Address, View, country};
use crate::data::customer::set_form_fields;
use crate::data::state::State;
use crate::fields::{Fields, items};
use crate::paging::{Listed, Paging};
use crate::request::{PAGES, Request};
use crate::response::{Errors, Reply, Response, json, no_content, wrong};

const FILTERS: &[&str] = &["id:in", "customer_id:in", "company:in", "name:in", "include"];
/// The maximum number of addresses of a call. The API documents none; no client sends more.
const MOST: usize = 1000;

pub(crate) fn list(state: &mut State, request: &Request<'_>) -> Reply {
    let query = &request.query;
    query.knows(&[PAGES, FILTERS])?;
    let paging = Paging::of(request, false)?;
    let include = query.texts("include")?.unwrap_or_default();
    if include.iter().any(|name| *name != "formfields") {
        return Err(query.refuse("include", "names something that cannot be included"));
    }
    let slice = paging.cut(&listed(state, request)?);
    let addresses = slice.ids.iter().filter_map(|id| state.addresses.get(*id));
    let views = addresses.map(|address| View::of(address.into_owned(), !include.is_empty())).collect();
    Ok(slice.page(views))
}

fn listed<'s>(state: &'s State, request: &Request<'_>) -> Result<Listed<'s>, Response> {
    let query = &request.query;
    let (ids, customers) = (query.ids("id:in")?, query.ids("customer_id:in")?);
    let (companies, names) = (query.texts("company:in")?, query.texts("name:in")?);
    let all = &state.addresses.all;
    if ids.is_none() && customers.is_none() && companies.is_none() && names.is_none() {
        return Ok(Listed::All(all));
    }
    let candidates: Box<dyn Iterator<Item = u64>> = match (ids, &customers) {
        (Some(ids), _) => Box::new(ids.into_iter()),
        (None, Some(customers)) => {
            let mut ids: Vec<_> = customers.iter().flat_map(|customer| state.addresses.of(*customer)).collect();
            ids.sort_unstable();
            Box::new(ids.into_iter())
        }
        (None, None) => Box::new(all.ids()),
    };
    let keeps = |id: &u64| {
        all.get(*id).is_some_and(|address| {
            let name = format!("{} {}", address.first_name, address.last_name);
            customers.as_ref().is_none_or(|ids| ids.binary_search(&address.customer_id).is_ok())
                && companies.as_ref().is_none_or(|texts| texts.contains(&&*address.company))
                && names.as_ref().is_none_or(|texts| texts.contains(&name.as_str()))
        })
    };
    Ok(Listed::Ids(candidates.filter(keeps).collect()))
}

pub(crate) fn create(state: &mut State, request: &Request<'_>) -> Reply {
    const TITLE: &str = "Create customer addresses failed.";
    let body = request.json()?;
    let items = items(&body, MOST, TITLE)?;
    let (mut errors, mut created) = (Errors::new(), Vec::new());
    for (index, item) in items.iter().enumerate() {
        let Some(mut fields) = Fields::item(index, item, &mut errors) else { continue };
        fields.must_have(&["customer_id", "state_or_province", "postal_code"]);
        let customer_id = fields.whole("customer_id").unwrap_or_default();
        if !state.customers.exists(customer_id) {
            fields.wrong("customer_id", "there is no such customer");
        }
        created.push(address(&mut fields, customer_id));
    }
    if !errors.is_empty() {
        return Err(wrong(422, TITLE, &errors));
    }
    let mut views = Vec::new();
    for (mut address, item) in created.into_iter().zip(items) {
        address.id = state.addresses.all.next_id();
        if !state.addresses.is_duplicate(&address) {
            let key = format!("{} {}", address.customer_id, address.address1);
            state.writes.add(request.operation, key, item);
            views.push(View::of(address.clone(), true));
            state.addresses.put(address);
        }
    }
    Ok(batch(&views))
}

pub(crate) fn update(state: &mut State, request: &Request<'_>) -> Reply {
    const TITLE: &str = "Update customer addresses failed.";
    let body = request.json()?;
    let items = items(&body, MOST, TITLE)?;
    let (mut errors, mut changed) = (Errors::new(), Vec::new());
    for (index, item) in items.iter().enumerate() {
        let Some(mut fields) = Fields::item(index, item, &mut errors) else { continue };
        fields.must_have(&["id"]);
        let Some(id) = fields.whole("id") else { continue };
        let Some(address) = state.addresses.get(id) else {
            fields.wrong("id", "there is no such address");
            continue;
        };
        let mut address = address.into_owned();
        set(&mut fields, &mut address);
        changed.push(address);
    }
    if !errors.is_empty() {
        return Err(wrong(422, TITLE, &errors));
    }
    let mut views = Vec::new();
    for (address, item) in changed.into_iter().zip(items) {
        if !state.addresses.is_duplicate(&address) {
            state.writes.add(request.operation, address.id, item);
            views.push(View::of(address.clone(), true));
            state.addresses.put(address);
        }
    }
    Ok(batch(&views))
}

/// An empty object if all addresses were duplicates.
fn batch(views: &[View]) -> Response {
    if views.is_empty() { json(200, &json!({})) } else { json(200, &json!({"data": views, "meta": {}})) }
}

/// Returns the addresses of a new customer. Their ids are assigned when they are written.
pub(crate) fn nested(fields: &mut Fields<'_>, customer_id: u64) -> Vec<Address> {
    let Some(items) = fields.list("addresses", 10) else { return Vec::new() };
    let (mut errors, mut addresses) = (Errors::new(), Vec::new());
    for (index, item) in items.iter().enumerate() {
        if let Some(mut inner) = Fields::item(index, item, &mut errors) {
            addresses.push(address(&mut inner, customer_id));
        }
    }
    for (key, why) in errors {
        fields.wrong(&format!("addresses.{key}"), &why);
    }
    addresses
}

fn address(fields: &mut Fields<'_>, customer_id: u64) -> Address {
    fields.must_have(&["first_name", "last_name", "address1", "city", "country_code"]);
    let mut address = Address { customer_id, address_type: "residential".into(), ..Address::default() };
    set(fields, &mut address);
    address
}

fn set(fields: &mut Fields<'_>, address: &mut Address) {
    replace(&mut address.first_name, fields.filled("first_name", 255));
    replace(&mut address.last_name, fields.filled("last_name", 255));
    replace(&mut address.company, fields.text("company", 255));
    replace(&mut address.address1, fields.text("address1", usize::MAX));
    replace(&mut address.address2, fields.text("address2", usize::MAX));
    replace(&mut address.city, fields.text("city", 100));
    replace(&mut address.state_or_province, fields.text("state_or_province", 100));
    replace(&mut address.postal_code, fields.text("postal_code", 30));
    replace(&mut address.phone, fields.text("phone", 50));
    if let Some(kind) = fields.one_of("address_type", &["residential", "commercial"]) {
        address.address_type = kind.into();
    }
    if let Some(code) = fields.text("country_code", 2) {
        if code.len() != 2 || !code.bytes().all(|byte| byte.is_ascii_uppercase()) {
            fields.wrong("country_code", "not the code of a country");
        }
        address.country = country(&code);
        address.country_code = code;
    }
    set_form_fields(&mut address.form_fields, form_fields(fields));
}

pub(crate) fn delete(state: &mut State, request: &Request<'_>) -> Reply {
    request.query.knows(&[&["id:in"]])?;
    for id in ids_to_delete(request, "Delete customer addresses failed.")? {
        if state.addresses.remove(id) {
            state.writes.add(request.operation, id, &());
        }
    }
    no_content()
}
