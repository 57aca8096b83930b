//! Assigns the parts of a response to the items of the request.

use std::collections::{HashMap, VecDeque};

use serde::Serialize;
use serde_json::Value;

use super::FieldProblem;
use crate::{
    transport::{
        error::{KnownKeys, hide_all, one_line},
        sent_values::SentValues,
    },
    wire::spec::ProblemKeys,
};

/// Returns the result of each item: matched by the properties that both have or, if no property matches and there are
/// as many results as items, by their order.
pub(super) fn pair<I: Serialize, R: Serialize>(key: &[&str], items: &[&I], results: Vec<R>) -> Vec<Option<R>> {
    let mut paired: Vec<Option<R>> = items.iter().map(|_| None).collect();
    let mut open: HashMap<String, VecDeque<usize>> = HashMap::new();
    for (index, item) in items.iter().enumerate() {
        if let Some(key) = key_of(key, item) {
            open.entry(key).or_default().push_back(index);
        }
    }
    let by_order = results.len() == items.len();
    let found: Vec<_> =
        results.iter().map(|result| open.get_mut(&key_of(key, result)?).and_then(VecDeque::pop_front)).collect();
    let by_key = found.iter().any(Option::is_some);
    for (order, (result, found)) in results.into_iter().zip(found).enumerate() {
        let place = if by_key { found } else { by_order.then_some(order) };
        if let Some(place) = place.and_then(|place| paired.get_mut(place)) {
            *place = Some(result);
        }
    }
    paired
}

/// Returns what identifies a value: its properties of these names, or a string or number itself. Case is ignored.
fn key_of(names: &[&str], value: &impl Serialize) -> Option<String> {
    let value = serde_json::to_value(value).ok()?;
    let text = |value: &Value| match value {
        Value::String(text) => Some(text.trim().to_lowercase()),
        Value::Number(number) => Some(number.to_string()),
        Value::Null => Some(String::new()),
        _ => None,
    };
    if !value.is_object() {
        return text(&value);
    }
    if names.is_empty() {
        return None;
    }
    let parts = names.iter().map(|name| value.get(name).map_or(Some(String::new()), text));
    let parts: Vec<String> = parts.collect::<Option<_>>()?;
    parts.iter().any(|part| !part.is_empty()).then(|| parts.join("\n"))
}

/// Returns what an error body says about the items of an array: the index of each, and the problem. The keys of the
/// problems begin with the index, as in `2.email`, or consist of it. Secrets in `sent` are left out.
pub(super) fn problems(names: &ProblemKeys, body: &[u8], sent: &SentValues) -> Vec<(usize, FieldProblem)> {
    let mut found = Vec::new();
    if let Ok(mut body) = serde_json::from_slice(body) {
        hide_all(&sent.secrets, &mut body);
        search(names, &KnownKeys::of(sent), &body, &mut found);
    }
    found
}

fn search(names: &ProblemKeys, known: &KnownKeys, body: &Value, found: &mut Vec<(usize, FieldProblem)>) {
    match body {
        Value::Array(problems) => problems.iter().for_each(|body| search(names, known, body, found)),
        Value::Object(body) => match names.keys.iter().find_map(|name| body.get(*name)) {
            Some(Value::Object(fields)) => {
                for (key, value) in fields {
                    let (index, field) = key.split_once('.').unwrap_or((key, ""));
                    let Ok(index) = index.parse() else { continue };
                    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                    let is_known = known.knows(field);
                    found.push((index, FieldProblem { field: one_line(field), text, key: key.clone(), is_known }));
                }
            }
            Some(problems @ Value::Array(_)) => search(names, known, problems, found),
            _ => {}
        },
        _ => {}
    }
}

#[cfg(test)]
mod tests;
