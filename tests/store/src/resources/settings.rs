//! Settings of the store and its channels, and the data of a single customer: consent, credentials, stored instruments.
//! Version 3.

use serde_json::{Value, json};

use crate::data::state::State;
use crate::fields::Fields;
use crate::request::Request;
use crate::response::{Errors, Reply, Response, data, ok, problem, wrong, wrong_field};

const CATEGORIES: &[&str] = &["essential", "functional", "analytics", "targeting"];
/// Copies the values of `new` into `old`, recursively. Unknown keys are ignored.
fn merge(old: &mut Value, new: &Value) {
    match (old, new) {
        (Value::Object(old), Value::Object(new)) => {
            for (key, value) in new {
                if let Some(old) = old.get_mut(key) {
                    merge(old, value);
                }
            }
        }
        (old, new) => *old = new.clone(),
    }
}

pub(crate) fn get(state: &mut State, _: &Request<'_>) -> Reply {
    data(200, &state.settings.store)
}

pub(crate) fn update(state: &mut State, request: &Request<'_>) -> Reply {
    let body = request.json()?;
    merge(&mut state.settings.store, &body);
    state.writes.add(request.operation, "store", &body);
    data(200, &state.settings.store)
}

fn channel<'s>(state: &'s mut State, request: &Request<'_>) -> Result<&'s mut Value, Response> {
    state.settings.channels.get_mut(&request.id(0)?).ok_or_else(|| problem(404, "There is no such channel."))
}

pub(crate) fn get_for_channel(state: &mut State, request: &Request<'_>) -> Reply {
    data(200, channel(state, request)?)
}

pub(crate) fn update_for_channel(state: &mut State, request: &Request<'_>) -> Reply {
    let body = request.json()?;
    merge(channel(state, request)?, &body);
    state.writes.add(request.operation, request.id(0)?, &body);
    data(200, channel(state, request)?)
}

/// Returns the customer in the path.
fn customer(state: &State, request: &Request<'_>) -> Result<u64, Response> {
    let id = request.id(0)?;
    state.customers.exists(id).then_some(id).ok_or_else(|| problem(404, "There is no such customer."))
}

pub(crate) fn get_consent(state: &mut State, request: &Request<'_>) -> Reply {
    let customer = customer(state, request)?;
    consent(state, customer)
}

fn consent(state: &State, customer: u64) -> Reply {
    let Some((allow, deny, updated)) = state.consent.get(&customer) else {
        return ok(&json!({"allow": [], "deny": []}));
    };
    ok(&json!({"allow": allow, "deny": deny, "updated_at": updated}))
}

pub(crate) fn update_consent(state: &mut State, request: &Request<'_>) -> Reply {
    const TITLE: &str = "The consent could not be recorded.";
    let customer = customer(state, request)?;
    let body = request.json()?;
    let object = body.as_object().ok_or_else(|| wrong_field(422, TITLE, "data", "must be an object"))?;
    let mut errors = Errors::new();
    let mut fields = Fields::alone(object, &mut errors);
    fields.must_have(&["allow", "deny"]);
    let [allow, deny] = ["allow", "deny"].map(|name| {
        let list = fields.list(name, CATEGORIES.len()).unwrap_or_default();
        let known = list.iter().filter_map(Value::as_str).filter(|text| CATEGORIES.contains(text));
        let known: Vec<_> = known.map(str::to_owned).collect();
        if known.len() != list.len() {
            fields.wrong(name, "holds something that is no category");
        }
        known
    });
    if !errors.is_empty() {
        return Err(wrong(422, TITLE, &errors));
    }
    state.writes.add(request.operation, customer, &body);
    let now = state.now();
    state.consent.insert(customer, (allow, deny, now));
    consent(state, customer)
}

/// Customers whose id is divisible by 3 have a card; those divisible by 6 have a PayPal account too.
pub(crate) fn stored_instruments(state: &mut State, request: &Request<'_>) -> Reply {
    let id = customer(state, request)?;
    let mut instruments = Vec::new();
    if id.is_multiple_of(3) {
        instruments.push(json!({
            "type": "stored_card",
            "token": format!("{id:020x}"),
            "is_default": true,
            "brand": "MASTERCARD",
            "expiry_month": id % 12 + 1,
            "expiry_year": 2031,
            "issuer_identification_number": "520082",
            "last_4": format!("{:04}", id % 10_000),
            "billing_address": {"country_code": "US"},
        }));
    }
    if id.is_multiple_of(6) {
        let email = format!("payer-{id}@example.org");
        let token = format!("p{id:019x}");
        instruments.push(json!({"type": "stored_paypal_account", "token": token, "is_default": false, "email": email}));
    }
    ok(&instruments)
}

pub(crate) fn validate_credentials(state: &mut State, request: &Request<'_>) -> Reply {
    let body = request.json()?;
    let mut errors = Errors::new();
    let empty = serde_json::Map::new();
    let mut fields = Fields::alone(body.as_object().unwrap_or(&empty), &mut errors);
    fields.must_have(&["email", "password"]);
    let (email, password) = (fields.filled("email", 255), fields.text("password", usize::MAX));
    let (Some(email), Some(password), true) = (email, password, errors.is_empty()) else {
        return Err(wrong(422, "The credentials could not be checked.", &errors));
    };
    let customer = state.customer_by_email(&email).and_then(|id| state.customer(id));
    let customer = customer.filter(|customer| customer.opens_with(&password)).map(|customer| customer.id);
    ok(&json!({"is_valid": customer.is_some(), "customer_id": customer}))
}
