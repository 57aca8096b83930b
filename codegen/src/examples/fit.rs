//! Checks whether a value matches a schema.

use openapiv3::ReferenceOr;

use crate::bundle::Documents;
use crate::diagnostic::Location;
use crate::ir::Side;
use crate::openapi;
use crate::schema::{self, Described, Object, Schema, Schemas};
use crate::source::{Entry, NodeId, Sources, Value};
use crate::suggest::nearest;

/// Where and why an example does not match.
pub(super) struct Misfit {
    pub(super) at: NodeId,
    /// The location of the key, if it should not exist.
    pub(super) key: Option<Location>,
    pub(super) schema: NodeId,
    /// The reason, as `it is not …`.
    pub(super) reason: String,
    pub(super) help: String,
}

pub(super) type Fit = Result<(), Misfit>;

/// The comparison of one value.
pub(super) struct Fitting<'s, 'a> {
    pub(super) documents: &'a Documents<'a>,
    pub(super) sources: &'a Sources,
    pub(super) schemas: &'s mut Schemas<'a>,
    /// Where the value is, if it is in a message: then it may lack what only messages in the other direction have.
    pub(super) side: Option<Side>,
    /// The schemas and values that are being compared.
    pub(super) open: Vec<(NodeId, NodeId)>,
}

/// In `reason`, `it` refers to the value.
fn misfit(at: NodeId, schema: NodeId, reason: impl Into<String>, help: impl Into<String>) -> Fit {
    Err(Misfit { at, key: None, schema, reason: reason.into(), help: help.into() })
}

/// Checks whether a value matches a schema.
pub(super) fn fits(fitting: &mut Fitting<'_, '_>, schema: NodeId, value: NodeId) -> Fit {
    // Schemas that cannot be read are reported elsewhere.
    let Some(parts) = schema::read(fitting.schemas, schema) else { return Ok(()) };
    let pair = (parts.id, value);
    // If a union is a branch of itself, a matching value also matches another branch.
    if fitting.open.contains(&pair) {
        return misfit(value, parts.id, "the schema refers only to itself", "describe it");
    }
    fitting.open.push(pair);
    let fit = schema::deep(|| fits_parts(fitting, &parts, value));
    fitting.open.pop();
    fit
}

fn fits_parts(fitting: &mut Fitting<'_, '_>, parts: &Schema, value: NodeId) -> Fit {
    if fitting.sources.value(value) == Value::Null && (!says_type(parts) || schema::is_nullable(fitting.schemas, parts))
    {
        return Ok(());
    }
    if let Some(inner) = schema::transparent(parts) {
        return fits(fitting, inner, value);
    }
    kind(fitting, parts, value)?;
    limits(fitting, parts, value)?;
    // Next to properties, no branch alone determines the allowed keys.
    if parts.any.properties.is_empty() && parts.any.all_of.is_empty() {
        union(fitting, parts, &parts.any.one_of, value)?;
        union(fitting, parts, &parts.any.any_of, value)?;
    }
    if fitting.sources.entries(value).is_empty() && fitting.sources.items(value).is_empty() && !is_object(parts) {
        return Ok(());
    }
    if is_object(parts) {
        properties(fitting, parts, value)?;
    }
    if let Some(items) = parts.any.items.as_ref().and_then(openapi::node_of) {
        for item in fitting.sources.items(value) {
            fits(fitting, items, *item)?;
        }
    }
    Ok(())
}

fn says_type(parts: &Schema) -> bool {
    let any = &parts.any;
    any.typ.is_some() || !any.all_of.is_empty() || !any.one_of.is_empty() || !any.any_of.is_empty()
}

fn is_object(parts: &Schema) -> bool {
    parts.any.typ.as_deref() == Some("object") || !parts.any.properties.is_empty() || !parts.any.all_of.is_empty()
}

fn kind(fitting: &Fitting<'_, '_>, parts: &Schema, value: NodeId) -> Fit {
    let Some(ty) = parts.any.typ.as_deref() else { return Ok(()) };
    let found = fitting.sources.value(value);
    let fits = match (ty, found) {
        ("string", Value::Text(_)) | ("boolean", Value::Bool(_)) => true,
        // YAML has numbers that JSON does not have.
        ("number", Value::Number(_)) => fitting.sources.to_json(value).is_number(),
        ("integer", Value::Number(text)) => text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-'),
        ("array", Value::List(_)) | ("object", Value::Map(_)) => true,
        _ => false,
    };
    if fits {
        return Ok(());
    }
    let help = match (ty, found) {
        ("string", Value::Number(_) | Value::Bool(_)) => "put it in quotes",
        (_, Value::Null) => "add `nullable: true` to the schema if null is allowed, otherwise change the value",
        _ => "change the value, or the `type` of the schema",
    };
    let article = if ty.starts_with(['a', 'i', 'o']) { "an" } else { "a" };
    misfit(value, parts.id, format!("it is not {article} {ty}"), help)
}

fn limits(fitting: &Fitting<'_, '_>, parts: &Schema, value: NodeId) -> Fit {
    let any = &parts.any;
    let outside = |len: usize, min: Option<usize>, max: Option<usize>| {
        min.is_some_and(|min| len < min) || max.is_some_and(|max| len > max)
    };
    let json = fitting.sources.to_json(value);
    let wrong = match fitting.sources.value(value) {
        Value::Text(text) if outside(text.chars().count(), any.min_length, any.max_length) => {
            "its length is out of range"
        }
        Value::Text(text) if any.format.as_deref() == Some("date-time") && !is_date_time(text) => {
            "it is not an RFC 3339 date-time"
        }
        Value::Text(text) if any.format.as_deref() == Some("date") && !has_pattern(text, DATE) => {
            "it is no RFC 3339 date, such as 2026-01-02"
        }
        Value::List(items) if outside(items.len(), any.min_items, any.max_items) => {
            "its number of items is out of range"
        }
        Value::Number(_) => match json.as_f64() {
            Some(number)
                if any
                    .minimum
                    .is_some_and(|min| number < min || (number == min && any.exclusive_minimum == Some(true))) =>
            {
                "it is too small"
            }
            Some(number)
                if any
                    .maximum
                    .is_some_and(|max| number > max || (number == max && any.exclusive_maximum == Some(true))) =>
            {
                "it is too large"
            }
            _ => "",
        },
        _ => "",
    };
    if !wrong.is_empty() {
        return misfit(value, parts.id, wrong, "change the value, or the limits of the schema");
    }
    if !any.enumeration.is_empty() && !any.enumeration.contains(&json) {
        let values: Vec<_> = any.enumeration.iter().map(ToString::to_string).collect();
        let help = format!("use one of {}", values.join(", "));
        return misfit(value, parts.id, "it is not one of the enum's values", help);
    }
    Ok(())
}

/// The patterns of RFC 3339's `full-date`, and of `date-time` up to the second.
const DATE: &str = "0000-00-00";
const DATE_TIME: &str = "0000-00-00T00:00:00";

/// Whether a text has the form of RFC 3339's `date-time`.
fn is_date_time(text: &str) -> bool {
    let Some((date_time, rest)) = text.split_at_checked(DATE_TIME.len()) else { return false };
    let zone = rest.trim_start_matches(|char: char| char == '.' || char.is_ascii_digit());
    has_pattern(date_time, DATE_TIME) && (zone == "Z" || (zone.len() == 6 && zone.starts_with(['+', '-'])))
}

/// Whether a text matches a pattern, in which `0` stands for a digit and any other character for itself.
fn has_pattern(text: &str, pattern: &str) -> bool {
    let fits = |(found, wanted): (u8, u8)| if wanted == b'0' { found.is_ascii_digit() } else { found == wanted };
    text.len() == pattern.len() && text.bytes().zip(pattern.bytes()).all(fits)
}

fn union(
    fitting: &mut Fitting<'_, '_>,
    parts: &Schema,
    branches: &[ReferenceOr<openapiv3::Schema>],
    value: NodeId,
) -> Fit {
    let nodes: Vec<_> = branches.iter().filter_map(openapi::node_of).collect();
    let mut closest: Option<Misfit> = None;
    for branch in &nodes {
        match fits(fitting, *branch, value) {
            Ok(()) => return Ok(()),
            // The deepest mismatch is that of the branch that was probably meant.
            Err(other) if closest.as_ref().is_none_or(|best| best.at == value) => closest = Some(other),
            Err(_) => {}
        }
    }
    match closest {
        Some(inner) if inner.at != value => Err(inner),
        Some(_) => {
            let reason = "it matches no branch of the union";
            misfit(value, parts.id, reason, "change the value, or add a branch")
        }
        None => Ok(()),
    }
}

fn properties(fitting: &mut Fitting<'_, '_>, parts: &Schema, value: NodeId) -> Fit {
    let mut object = schema::object(fitting.schemas, parts);
    let is_union = !parts.any.one_of.is_empty() || !parts.any.any_of.is_empty();
    if is_union && object.unions.is_empty() && object.rest.is_none() {
        keys_of_branches(fitting, parts, &object, value)?;
    }
    // An object without properties allows any keys.
    let is_open = object.properties.is_empty() && parts.any.additional_properties.is_none();
    if is_union || !object.unions.is_empty() || object.rest.is_none() && is_open {
        object.rest = Some(None);
    }
    keys(fitting, parts.id, &object, value)
}

fn unknown_key<'n>(place: NodeId, entry: &Entry, known: impl Iterator<Item = &'n String>) -> Misfit {
    let reason = format!("it has the unknown property `{}`", entry.key);
    let help = match nearest(&entry.key, known.map(String::as_str)) {
        Some(close) => format!("did you mean `{close}`?"),
        None => "add the property to the schema, or remove it here".to_owned(),
    };
    let key = Some(entry.key_location());
    Misfit { at: entry.value, key, schema: place, reason, help }
}

/// Whether each key of a value belongs to an object or to a branch of the union beside its properties, if all of these
/// name their keys.
fn keys_of_branches(fitting: &mut Fitting<'_, '_>, parts: &Schema, object: &Object, value: NodeId) -> Fit {
    let mut known: Vec<String> = object.properties.iter().map(|(name, _)| name.clone()).collect();
    let branches = parts.any.one_of.iter().chain(&parts.any.any_of).filter_map(openapi::node_of);
    for branch in branches.collect::<Vec<_>>() {
        let Some(branch) = schema::read(fitting.schemas, branch) else { return Ok(()) };
        let branch = schema::object(fitting.schemas, &branch);
        if branch.properties.is_empty() || branch.rest.is_some() || !branch.unions.is_empty() {
            return Ok(());
        }
        known.extend(branch.properties.into_iter().map(|(name, _)| name));
    }
    let unknown =
        fitting.sources.entries(value).iter().find(|entry| !known.iter().any(|name| entry.key == name.as_str()));
    unknown.map_or(Ok(()), |entry| Err(unknown_key(parts.id, entry, known.iter())))
}

/// Whether a value has the keys of an object, and their values fit.
fn keys(fitting: &mut Fitting<'_, '_>, place: NodeId, object: &Object, value: NodeId) -> Fit {
    let known = &object.properties;
    let (sources, documents) = (fitting.sources, fitting.documents);
    for (name, _) in &object.required {
        let described = known.iter().find(|(property, _)| property == name).map(|(_, property)| *property);
        // Where a property that is not described is an error, it is reported once, at the schema. Elsewhere it is one of
        // any JSON, or one of those without a field.
        if described.is_none() && (documents.policy.unknown_required.is_error() || object.rest.is_some()) {
            continue;
        }
        let of_others = match fitting.side {
            Some(Side::Sent) => Some("readOnly"),
            Some(Side::Received) => Some("writeOnly"),
            None => None,
        };
        let resolved = described.and_then(|property| documents.resolve(property));
        let is = |key| resolved.is_some_and(|node| schema::is_annotated(sources, node, key));
        if sources.get(value, name).is_none() && !of_others.is_some_and(is) {
            let reason = format!("it lacks the required property `{name}`");
            return misfit(value, place, reason, format!("add `{name}`, or remove it from `required`"));
        }
    }
    for entry in sources.entries(value) {
        if let Some((name, schema)) = known.iter().find(|(name, _)| *name == entry.key) {
            let described = schema::described(fitting.schemas, object, name, *schema);
            fits_described(fitting, &described, *schema, entry.value)?;
            continue;
        }
        match object.rest {
            Some(Some(schema)) => fits(fitting, schema, entry.value)?,
            Some(None) => {}
            None => {
                return Err(unknown_key(place, entry, known.iter().map(|(name, _)| name)));
            }
        }
    }
    Ok(())
}

/// Whether a value fits what several schemas describe, of which one is the most specific.
fn fits_described(fitting: &mut Fitting<'_, '_>, described: &Described, last: NodeId, value: NodeId) -> Fit {
    match (described, fitting.sources.value(value)) {
        (Described::By(schema), _) => fits(fitting, *schema, value),
        (Described::Together(object, _), Value::Map(_)) => schema::deep(|| keys(fitting, last, object, value)),
        (Described::With(base, union, _), Value::Map(_)) => fits_branch(fitting, base, *union, value),
        (Described::Items(_, items, inner), Value::List(elements)) => {
            elements.iter().try_for_each(|element| schema::deep(|| fits_described(fitting, inner, *items, *element)))
        }
        _ => fits(fitting, last, value),
    }
}

/// Whether an object has the keys of a branch and those that hold for all branches.
fn fits_branch(fitting: &mut Fitting<'_, '_>, base: &Object, union: NodeId, value: NodeId) -> Fit {
    let Some(parts) = schema::read(fitting.schemas, union) else { return Ok(()) };
    let mut fit = Ok(());
    for branch in parts.any.one_of.iter().chain(&parts.any.any_of).filter_map(openapi::node_of).collect::<Vec<_>>() {
        let Some(branch) = schema::read(fitting.schemas, branch) else { return Ok(()) };
        let own = schema::object(fitting.schemas, &branch);
        let both = schema::together(base, &own);
        fit = schema::deep(|| keys(fitting, branch.id, &both, value));
        if fit.is_ok() {
            break;
        }
    }
    fit
}
