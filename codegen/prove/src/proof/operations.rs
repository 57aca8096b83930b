//! What operations send.

use std::collections::HashMap;

use codegen::plan::{Kind, Limits, Shape};
use openapi_client_runtime as runtime;
use openapi_client_runtime::rt::expand::QueryValue;

use super::{Prover, styles};
use crate::decode::{pass, shown};
use crate::finding::Reason;
use crate::json::{Json, is_same_number};

/// How many values of what is sent are looked at.
const MOST: usize = 24;

impl Prover<'_> {
    pub(super) fn operations(&mut self) {
        let plan = self.plan;
        let mut values = HashMap::new();
        for (index, operation) in plan.operations.iter().enumerate() {
            self.proof.operations += 1;
            if let Some(body) = &operation.body
                && let Some(schema) = body.schema
            {
                let all = self.sent(schema, &mut values);
                self.body(index, &body.kind, schema, body.limits, &all);
            }
            for parameter in &operation.parameters {
                let Some(schema) = parameter.schema else { continue };
                let what = format!("{} parameter `{}`", parameter.location, parameter.name);
                for value in self.sent(schema, &mut values) {
                    let mut result = parameter_value(&parameter.kind, &value, parameter.limits);
                    if let (Ok(()), Some(styled)) = (&result, &parameter.styled) {
                        let encoded = pass(plan, &self.choices, &parameter.kind, &value).encoded;
                        result = encoded.map_or(Ok(()), |value| styles::check(parameter, styled, &value));
                    }
                    if let Err((reason, message)) = result {
                        self.findings.of_operation(index, reason, &what, message);
                    }
                }
            }
        }
    }

    /// Returns values of a schema, made once.
    fn sent(&self, schema: usize, known: &mut HashMap<usize, Vec<Json>>) -> Vec<Json> {
        let Some(number) = self.schemas.number(schema) else { return Vec::new() };
        let made = || {
            let mut values = self.maker.values(number);
            values.truncate(MOST);
            values
        };
        known.entry(number).or_insert_with(made).clone()
    }

    /// Proves a body: its limits accept what the schema accepts, and the schema accepts what has only the fields that the
    /// type requires.
    fn body(&mut self, operation: usize, kind: &Kind, schema: usize, limits: Limits, values: &[Json]) {
        let Some(number) = self.schemas.number(schema) else { return };
        for value in values {
            let Some(encoded) = pass(self.plan, &self.choices, kind, value).encoded else { continue };
            // A value that several branches of a `oneOf` accept was accepted as it is.
            let is_accepted = encoded == *value || self.verdict.nearly_accepts(number, &encoded);
            if !is_accepted && let Some(why) = self.verdict.refusal(number, &encoded) {
                self.findings.of_operation(operation, Reason::NotAccepted, "body", why);
            }
            if let Err(message) = self.within(kind, &encoded, limits) {
                self.findings.of_operation(operation, Reason::NotSent, "body", message);
            }
        }
        let Some(least) = values.first().and_then(|value| pass(self.plan, &self.choices, kind, value).encoded) else {
            return;
        };
        let least = self.least(kind, &least);
        if let Some(why) = self.verdict.refusal(number, &least).filter(|why| why.contains("is a required property")) {
            let message = format!("a value with nothing but required fields is {}: {why}", shown(&least));
            self.findings.of_operation(operation, Reason::NotAccepted, "body", message);
        }
    }

    /// Removes all fields that the type does not require.
    fn least(&self, kind: &Kind, value: &Json) -> Json {
        match (kind, value) {
            (Kind::Nullable(inner), value) => self.least(inner, value),
            (Kind::Named(index), Json::Object(entries)) => {
                let Some(Shape::Struct(object)) = self.plan.types.get(*index).map(|ty| &ty.shape) else {
                    return value.clone();
                };
                let is_optional = |key: &str| object.fields.iter().any(|field| field.key == key && !field.required);
                let kept = entries.iter().filter(|(key, _)| !is_optional(key));
                let inner = |(key, value): &(String, Json)| {
                    let field = object.fields.iter().find(|field| field.key == *key);
                    (key.clone(), field.map_or_else(|| value.clone(), |field| self.least(&field.kind, value)))
                };
                Json::Object(kept.map(inner).collect())
            }
            (Kind::List(item), Json::List(items)) => {
                Json::List(items.iter().map(|value| self.least(item, value)).collect())
            }
            _ => value.clone(),
        }
    }

    /// Checks limits as the runtime does before it sends a value.
    fn within(&self, kind: &Kind, value: &Json, limits: Limits) -> Result<(), String> {
        check(value, limits)?;
        match (kind, value) {
            (Kind::Nullable(inner), value) => self.within(inner, value, limits),
            (Kind::List(item), Json::List(items)) => {
                items.iter().try_for_each(|value| self.within(item, value, Limits::default()))
            }
            (Kind::Map(inner), Json::Object(entries)) => {
                entries.iter().try_for_each(|(_, value)| self.within(inner, value, Limits::default()))
            }
            (Kind::Named(index), Json::Object(entries)) => {
                let Some(Shape::Struct(object)) = self.plan.types.get(*index).map(|ty| &ty.shape) else {
                    return Ok(());
                };
                entries.iter().try_for_each(|(key, value)| match object.fields.iter().find(|field| field.key == *key) {
                    Some(field) => {
                        self.within(&field.kind, value, field.limits).map_err(|problem| format!("`{key}`: {problem}"))
                    }
                    None => Ok(()),
                })
            }
            _ => Ok(()),
        }
    }
}

fn check(value: &Json, limits: Limits) -> Result<(), String> {
    let is_outside = |count: usize, (least, most): (u64, Option<u64>)| {
        let count = count as u64;
        count < least || most.is_some_and(|most| count > most)
    };
    let is_refused = match value {
        Json::Text(text) => limits.chars.is_some_and(|bounds| is_outside(text.chars().count(), bounds)),
        Json::List(items) => limits.items.is_some_and(|bounds| is_outside(items.len(), bounds)),
        Json::Number(text) => match (limits.range, text.parse::<i128>()) {
            (Some((least, most)), Ok(number)) => {
                least.is_some_and(|least| number < least) || most.is_some_and(|most| number > most)
            }
            _ => false,
        },
        _ => false,
    };
    if is_refused { Err(format!("{} is outside of {limits:?}", shown(value))) } else { Ok(()) }
}

/// Checks that a parameter is written as its value: by the runtime's own conversions to text.
fn parameter_value(kind: &Kind, value: &Json, limits: Limits) -> Result<(), (Reason, String)> {
    check(value, limits).map_err(|problem| (Reason::NotSent, problem))?;
    if let (Kind::List(item), Json::List(items)) = (kind, value) {
        return items.iter().try_for_each(|value| parameter_value(item, value, Limits::default()));
    }
    let Some(text) = text_of(kind, value).map_err(|problem| (Reason::Refused, problem))? else { return Ok(()) };
    let is_same = match value {
        Json::Text(expected) => text == *expected,
        Json::Number(expected) => is_same_number(&text, expected) || text.parse::<f64>() == expected.parse::<f64>(),
        Json::Bool(expected) => text == expected.to_string(),
        _ => true,
    };
    if is_same { Ok(()) } else { Err((Reason::NotAccepted, format!("{} is sent as `{text}`", shown(value)))) }
}

/// Returns a scalar as the text that a URL has for it; `None` for an array or an object.
fn text_of(kind: &Kind, value: &Json) -> Result<Option<String>, String> {
    fn text<T: serde::de::DeserializeOwned + QueryValue>(value: &Json) -> Result<Option<String>, String> {
        let decoded: T = serde_json::from_str(&value.to_string())
            .map_err(|error| format!("{} is refused: {error}", shown(value)))?;
        Ok(Some(decoded.query_text().into_owned()))
    }
    if *value == Json::Null {
        return Ok(None);
    }
    match kind {
        Kind::Integer => text::<i64>(&value.whole()),
        Kind::Unsigned => text::<u64>(&value.whole()),
        Kind::Float => text::<f64>(value),
        Kind::JsonNumber => text::<runtime::JsonNumber>(value),
        Kind::Boolean => text::<bool>(value),
        Kind::String => text::<String>(value),
        Kind::Number => text::<runtime::Number>(value),
        Kind::NumericString => text::<runtime::NumericString>(value),
        Kind::Base64 => text::<runtime::Base64>(value),
        Kind::Text => text::<runtime::Text>(value),
        Kind::Flag => text::<runtime::Flag>(value),
        Kind::Date => text::<runtime::Date>(value),
        Kind::DateTime => text::<runtime::DateTime>(value),
        _ => Ok(None),
    }
}
