//! Metafields of several customers in one call, version 3. These batches can succeed in part.

use serde_json::Value;

use super::metafields::{NEEDED, fields};
use crate::data::metafields::{Metafield, blank};
use crate::data::state::State;
use crate::fields::Fields;
use crate::request::Request;
use crate::response::{Errors, Partial, Reply, Response, problem};

/// The maximum that other clients send. The API documents no limit; the store refuses more so that splitting can be
/// tested.
const MOST: usize = 10;

pub(crate) fn create(state: &mut State, request: &Request<'_>) -> Reply {
    let now = state.now();
    each(request, "Some metafields could not be created.", |index, item, outcome| {
        let mut errors = Errors::new();
        let Some(mut sent) = Fields::item(index, item, &mut errors) else {
            return outcome.failed(422, index, "no object");
        };
        sent.must_have(NEEDED);
        let customer = sent.whole("resource_id").unwrap_or_default();
        if !state.customers.exists(customer) {
            sent.wrong("resource_id", "there is no such customer");
        }
        let mut metafield = blank(customer, now);
        fields(&mut sent, &mut metafield);
        write(state, request, outcome, (index, item), metafield, &errors);
    })
}

pub(crate) fn update(state: &mut State, request: &Request<'_>) -> Reply {
    let now = state.now();
    each(request, "Some metafields could not be changed.", |index, item, outcome| {
        let mut errors = Errors::new();
        let Some(mut sent) = Fields::item(index, item, &mut errors) else {
            return outcome.failed(422, index, "no object");
        };
        let before = sent.whole("id").and_then(|id| state.metafields.get(id)).cloned();
        let Some(before) = before else { return outcome.failed(422, index, "there is no such metafield") };
        let mut metafield = Metafield { modified: now, ..before };
        fields(&mut sent, &mut metafield);
        write(state, request, outcome, (index, item), metafield, &errors);
    })
}

pub(crate) fn delete(state: &mut State, request: &Request<'_>) -> Reply {
    each(request, "Some metafields could not be deleted.", |index, item, outcome| match item.as_u64() {
        Some(id) if state.metafields.remove(id) => {
            state.writes.add(request.operation, id, &());
            outcome.done(&id);
        }
        _ => outcome.failed(422, index, "there is no such metafield"),
    })
}

/// Applies a function to each item of the array.
fn each(request: &Request<'_>, title: &str, mut act: impl FnMut(usize, &Value, &mut Partial)) -> Reply {
    let body = request.json()?;
    let items = body.as_array().filter(|items| !items.is_empty());
    let items = items.ok_or_else(|| problem(400, "The body must be a list with something in it."))?;
    if items.len() > MOST {
        return Err(problem(413, &format!("No more than {MOST} fit into one call.")));
    }
    let mut outcome = Partial::default();
    for (index, item) in items.iter().enumerate() {
        act(index, item, &mut outcome);
    }
    Ok(outcome.response(200, title))
}

fn write(
    state: &mut State,
    request: &Request<'_>,
    outcome: &mut Partial,
    (index, item): (usize, &Value),
    metafield: Metafield,
    errors: &Errors,
) {
    if let Some((key, why)) = errors.first_key_value() {
        return outcome.failed(422, index, &format!("{key}: {why}"));
    }
    let key = format!("{} {} {}", metafield.customer, metafield.namespace, metafield.key);
    match state.metafields.put(metafield) {
        Err(_) => outcome.failed(409, index, "the key is taken in this namespace"),
        Ok(written) => {
            outcome.done(&written.view());
            state.writes.add(request.operation, key, item);
        }
    }
}

/// Refuses all items. Batches of segments and of their members use the same form.
pub(crate) fn refuse_all(title: &str, count: usize, why: &str) -> Response {
    let mut outcome = Partial::default();
    (0..count).for_each(|index| outcome.failed(422, index, why));
    outcome.response(422, title)
}
