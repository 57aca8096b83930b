//! Customers, version 2: the same customers in another form.

use serde_json::{Number, Value, json};

use super::customers::{is_email, replace};
use crate::data::customer::Customer;
use crate::data::sparse::Ranked as _;
use crate::data::state::State;
use crate::fields::Fields;
use crate::moment::Moment;
use crate::request::{PAGES, Request};
use crate::response::{Errors, Reply, Response, failure, no_content, ok};
use crate::v2;

const FILTERS: &[&str] = &[
    "first_name",
    "last_name",
    "company",
    "email",
    "phone",
    "store_credit",
    "customer_group_id",
    "min_id",
    "max_id",
    "min_date_created",
    "max_date_created",
    "min_date_modified",
    "max_date_modified",
    "tax_exempt_category",
];
/// The maximum number of customers that one call deletes.
const DELETED_AT_ONCE: usize = 100;

/// Formats an amount with four decimals.
pub(crate) fn amount(number: &Number) -> String {
    format!("{:.4}", number.as_f64().unwrap_or_default())
}

fn view(state: &State, customer: &Customer) -> Value {
    let resource = format!("/customers/{}/addresses", customer.id);
    let fields: Vec<_> = customer.form_fields.iter().collect();
    json!({
        "id": customer.id,
        "company": customer.company,
        "first_name": customer.first_name,
        "last_name": customer.last_name,
        "email": customer.email,
        "phone": customer.phone,
        "form_fields": if fields.is_empty() { Value::Null } else { json!(fields) },
        "date_created": customer.date_created.rfc2822(),
        "date_modified": customer.date_modified.rfc2822(),
        "store_credit": amount(&customer.store_credit),
        "registration_ip_address": customer.registration_ip_address,
        "customer_group_id": customer.customer_group_id,
        "notes": customer.notes,
        "tax_exempt_category": customer.tax_exempt_category,
        "reset_pass_on_login": customer.authentication.force_password_reset,
        "accepts_marketing": customer.accepts_product_review_abandoned_cart_emails,
        "addresses": {"url": format!("{}/v2{resource}", state.uri), "resource": resource},
    })
}

fn customer(state: &State, request: &Request<'_>) -> Result<Customer, Response> {
    let customer = state.customer(request.id(0)?).ok_or_else(|| failure(404, "There is no such customer."))?;
    Ok(customer.into_owned())
}

pub(crate) fn list(state: &mut State, request: &Request<'_>) -> Reply {
    request.query.knows(&[PAGES, FILTERS])?;
    let show = |id: u64| state.customer(id).map(|customer| view(state, &customer));
    if !request.query.pairs().iter().any(|(name, _)| FILTERS.contains(&name.as_str())) {
        return v2::page(request, state.customers.len(), |at| show(state.customers.nth(at)?));
    }
    let ids = kept(state, request)?;
    v2::page(request, ids.len(), |at| show(*ids.get(at)?))
}

/// Returns the ids of the customers that match all filters.
fn kept(state: &State, request: &Request<'_>) -> Result<Vec<u64>, Response> {
    let query = &request.query;
    let between = |least: Option<Moment>, most: Option<Moment>, moment: Moment| {
        least.is_none_or(|least| moment >= least) && most.is_none_or(|most| moment <= most)
    };
    let created = (query.moment("min_date_created")?, query.moment("max_date_created")?);
    let modified = (query.moment("min_date_modified")?, query.moment("max_date_modified")?);
    let (least, most) = (query.whole("min_id")?.unwrap_or(0), query.whole("max_id")?.unwrap_or(u64::MAX));
    let group = query.whole("customer_group_id")?;
    let credit = query
        .get("store_credit")
        .map(|text| text.parse::<f64>().map_err(|_| query.refuse("store_credit", "is no amount")));
    let credit = credit.transpose()?;
    let texts = ["first_name", "last_name", "company", "phone", "tax_exempt_category"];
    let has_texts = credit.is_some() || texts.iter().any(|name| query.get(name).is_some());
    let keeps_texts = |customer: &Customer| {
        let is = |name: &str, text: &str| query.get(name).is_none_or(|wanted| wanted == text);
        is("first_name", &customer.first_name)
            && is("last_name", &customer.last_name)
            && is("company", &customer.company)
            && is("phone", &customer.phone)
            && is("tax_exempt_category", &customer.tax_exempt_category)
            && credit.is_none_or(|credit| customer.store_credit.as_f64() == Some(credit))
    };
    let candidates: Box<dyn Iterator<Item = u64>> = match query.get("email") {
        Some(email) => Box::new(state.customer_by_email(email).into_iter()),
        None => Box::new(state.customers.ids()),
    };
    let keeps = |id: &u64| {
        let facts = state.facts(*id);
        (least..=most).contains(id)
            && between(created.0, created.1, facts.0)
            && between(modified.0, modified.1, facts.1)
            && group.is_none_or(|group| group == facts.2)
            && (!has_texts || state.customer(*id).is_some_and(|customer| keeps_texts(&customer)))
    };
    Ok(candidates.filter(keeps).collect())
}

pub(crate) fn get(state: &mut State, request: &Request<'_>) -> Reply {
    let customer = customer(state, request)?;
    ok(&view(state, &customer))
}

pub(crate) fn create(state: &mut State, request: &Request<'_>) -> Reply {
    let mut customer = Customer::new(state.customers.next_id(), state.now());
    customer.customer_group_id = state.settings.default_group();
    write(state, request, customer, &["first_name", "last_name", "email"])
}

pub(crate) fn update(state: &mut State, request: &Request<'_>) -> Reply {
    let mut customer = customer(state, request)?;
    customer.date_modified = state.now();
    write(state, request, customer, &[])
}

fn write(state: &mut State, request: &Request<'_>, mut customer: Customer, needed: &[&str]) -> Reply {
    let body = request.json()?;
    let object = body.as_object().ok_or_else(|| failure(400, "The body must be an object."))?;
    let mut errors = Errors::new();
    let mut fields = Fields::alone(object, &mut errors);
    fields.must_have(needed);
    let email = fields.filled("email", 255);
    if email.as_ref().is_some_and(|email| !is_email(email)) {
        fields.wrong("email", "holds no valid address");
    }
    replace(&mut customer.email, email);
    replace(&mut customer.first_name, fields.filled("first_name", 100));
    replace(&mut customer.last_name, fields.filled("last_name", 100));
    replace(&mut customer.company, fields.text("company", 255));
    replace(&mut customer.phone, text_or_number(&mut fields, "phone"));
    replace(&mut customer.notes, fields.text("notes", usize::MAX));
    replace(&mut customer.tax_exempt_category, fields.text("tax_exempt_category", 255));
    replace(&mut customer.registration_ip_address, fields.text("registration_ip_address", 45));
    replace(&mut customer.store_credit, fields.amount("store_credit"));
    replace(&mut customer.authentication.force_password_reset, fields.truth("reset_pass_on_login"));
    if let Some(group) = fields.whole("customer_group_id") {
        customer.customer_group_id = group;
        if !state.groups.exists_or_none(group) {
            fields.wrong("customer_group_id", "names no group");
        }
    }
    if let Some(mut authentication) = fields.within("_authentication") {
        replace(&mut customer.authentication.force_password_reset, authentication.truth("force_reset"));
        let password = authentication.filled("password", 255);
        let again = authentication.text("password_confirmation", 255);
        if again.is_some() && again != password {
            authentication.wrong("password_confirmation", "differs from the password");
        }
        customer.password = password.map(Into::into).or(customer.password.take());
    }
    refuse(&errors)?;
    if state.customer_by_email(&customer.email).is_some_and(|owner| owner != customer.id) {
        return Err(failure(409, "Another account uses this e-mail address."));
    }
    let key = if needed.is_empty() { customer.id.to_string() } else { customer.email.to_string() };
    state.writes.add(request.operation, key, &body);
    let response = ok(&view(state, &customer));
    state.put_customer(customer);
    response
}

/// Returns all errors in the form of version 2.
pub(crate) fn refuse(errors: &Errors) -> Result<(), Response> {
    if errors.is_empty() {
        return Ok(());
    }
    let errors = errors.iter();
    let list: Vec<_> =
        errors.map(|(key, why)| json!({"status": 400, "message": format!("The field '{key}' {why}.")})).collect();
    Err(crate::response::json(400, &list))
}

/// Numbers of old clients are stored as strings.
pub(crate) fn text_or_number(fields: &mut Fields<'_>, name: &str) -> Option<crate::data::customer::Text> {
    match fields.get(name) {
        Some(Value::Number(number)) => Some(number.to_string().into()),
        _ => fields.text(name, 50),
    }
}

pub(crate) fn delete(state: &mut State, request: &Request<'_>) -> Reply {
    let id = customer(state, request)?.id;
    state.remove_customer(id);
    state.writes.add(request.operation, id, &());
    no_content()
}

/// Deletes all customers, a hundred per call. There is no filter.
pub(crate) fn delete_all(state: &mut State, request: &Request<'_>) -> Reply {
    request.query.knows(&[])?;
    let first: Vec<_> = state.customers.ids().take(DELETED_AT_ONCE).collect();
    for id in first {
        state.remove_customer(id);
        state.writes.add(request.operation, id, &());
    }
    no_content()
}

pub(crate) fn count(state: &mut State, _: &Request<'_>) -> Reply {
    v2::count(state.customers.len())
}

/// A wrong password is reported by the string `false`, as was observed.
pub(crate) fn validate_password(state: &mut State, request: &Request<'_>) -> Reply {
    let customer = customer(state, request)?;
    let body = request.json()?;
    let password = body["password"].as_str().ok_or_else(|| failure(400, "The field 'password' is missing."))?;
    ok(&json!({"success": if customer.opens_with(password) { json!(true) } else { json!("false") }}))
}
