//! Addresses, version 2: the same addresses in another form.

use serde_json::{Value, json};

use super::customers::replace;
use super::v2_customers::{refuse, text_or_number};
use crate::data::address::{Address, country_code};
use crate::data::state::State;
use crate::fields::Fields;
use crate::request::{PAGES, Request};
use crate::response::{Errors, Reply, Response, failure, no_content, ok};
use crate::v2;

const NEEDED: &[&str] = &["first_name", "last_name", "street_1", "city", "state", "zip", "country", "phone"];

fn view(address: &Address) -> Value {
    json!({
        "id": address.id,
        "customer_id": address.customer_id,
        "first_name": address.first_name,
        "last_name": address.last_name,
        "company": address.company,
        "street_1": address.address1,
        "street_2": address.address2,
        "city": address.city,
        "state": address.state_or_province,
        "zip": address.postal_code,
        "country": address.country,
        "country_iso2": address.country_code,
        "phone": address.phone,
        "address_type": address.address_type,
        "form_fields": if address.form_fields.is_empty() { Value::Null } else { json!(address.form_fields) },
    })
}

/// Returns the ids of the addresses of the customer in the path.
fn addresses(state: &State, request: &Request<'_>) -> Result<Vec<u64>, Response> {
    let customer = request.id(0)?;
    if !state.customers.exists(customer) {
        return Err(failure(404, "There is no such customer."));
    }
    Ok(state.addresses.of(customer))
}

/// Returns the address in the path, which must be the customer's.
fn address(state: &State, request: &Request<'_>) -> Result<Address, Response> {
    let id = request.id(1)?;
    let address = addresses(state, request)?.contains(&id).then(|| state.addresses.get(id)).flatten();
    Ok(address.ok_or_else(|| failure(404, "The customer has no such address."))?.into_owned())
}

pub(crate) fn list(state: &mut State, request: &Request<'_>) -> Reply {
    request.query.knows(&[PAGES])?;
    let ids = addresses(state, request)?;
    v2::page(request, ids.len(), |at| state.addresses.get(*ids.get(at)?).map(|address| view(&address)))
}

pub(crate) fn count(state: &mut State, request: &Request<'_>) -> Reply {
    v2::count(addresses(state, request)?.len())
}

pub(crate) fn get(state: &mut State, request: &Request<'_>) -> Reply {
    ok(&view(&address(state, request)?))
}

pub(crate) fn create(state: &mut State, request: &Request<'_>) -> Reply {
    addresses(state, request)?;
    let (id, customer_id) = (state.addresses.all.next_id(), request.id(0)?);
    write(state, request, Address { id, customer_id, address_type: "residential".into(), ..Address::default() })
}

pub(crate) fn update(state: &mut State, request: &Request<'_>) -> Reply {
    let address = address(state, request)?;
    write(state, request, address)
}

fn write(state: &mut State, request: &Request<'_>, mut address: Address) -> Reply {
    let body = request.json()?;
    let object = body.as_object().ok_or_else(|| failure(400, "The body must be an object."))?;
    let mut errors = Errors::new();
    let mut fields = Fields::alone(object, &mut errors);
    fields.must_have(NEEDED);
    replace(&mut address.first_name, fields.filled("first_name", 255));
    replace(&mut address.last_name, fields.filled("last_name", 255));
    replace(&mut address.company, fields.text("company", 255));
    replace(&mut address.address1, fields.filled("street_1", 255));
    replace(&mut address.address2, fields.text("street_2", 255));
    replace(&mut address.city, fields.filled("city", 100));
    replace(&mut address.state_or_province, fields.text("state", 100));
    replace(&mut address.postal_code, text_or_number(&mut fields, "zip"));
    replace(&mut address.phone, text_or_number(&mut fields, "phone"));
    if let Some(kind) = fields.one_of("address_type", &["residential", "commercial"]) {
        address.address_type = kind.into();
    }
    if let Some(country) = fields.filled("country", 100) {
        match country_code(&country) {
            Some(code) => address.country_code = code.into(),
            None => fields.wrong("country", "names no country"),
        }
        address.country = country;
    }
    if fields.whole("customer_id").is_some_and(|customer| customer != address.customer_id) {
        fields.wrong("customer_id", "is not the one of the path");
    }
    refuse(&errors)?;
    state.writes.add(request.operation, format!("{} {}", address.customer_id, address.address1), &body);
    let response = ok(&view(&address));
    state.addresses.put(address);
    response
}

pub(crate) fn delete(state: &mut State, request: &Request<'_>) -> Reply {
    let id = address(state, request)?.id;
    state.addresses.remove(id);
    state.writes.add(request.operation, id, &());
    no_content()
}

/// Deletes all addresses of the customer. There is no filter.
pub(crate) fn delete_all(state: &mut State, request: &Request<'_>) -> Reply {
    request.query.knows(&[])?;
    for id in addresses(state, request)? {
        state.addresses.remove(id);
        state.writes.add(request.operation, id, &());
    }
    no_content()
}
