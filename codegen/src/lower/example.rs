//! Whether examples fit their schemas.

mod collect;

use std::collections::HashSet;

use openapiv3::{ReferenceOr, Schema};

use super::schema::{self, Parts};
use super::{Context, object};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::ir::Version;
use crate::openapi;
use crate::source::{NodeId, Value};
use crate::suggest::nearest;

pub(super) use collect::{collect, of_types};

/// A schema, and an example of it.
pub(super) type Pair = (NodeId, NodeId);

/// A value that has to fit a schema.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sample {
    /// What it is when it does not fit.
    pub(crate) code: Code,
    /// How a message calls it.
    pub(crate) noun: &'static str,
    pub(crate) schema: NodeId,
    pub(crate) value: NodeId,
    /// Whether it may lack what is required, but read-only.
    pub(crate) is_sent: bool,
}

/// Checks every pair that was collected, and gives those that do not fit.
pub(super) fn check(cx: &mut Context<'_>) -> HashSet<Pair> {
    let mut misfits = HashSet::new();
    let code = if cx.documents.published { Code::WrongExample } else { Code::BadExample };
    let mut pairs = std::mem::take(&mut cx.examples);
    pairs.sort_unstable();
    pairs.dedup();
    for (schema, value) in pairs {
        let is_sent = cx.sent_examples.contains(&(schema, value));
        let sample = Sample { code, noun: "example", schema, value, is_sent };
        if let Some(problem) = misfit_of(cx, &sample) {
            cx.report(problem);
            misfits.insert((schema, value));
        } else if is_sent && misfit_of(cx, &Sample { is_sent: false, ..sample }).is_some() {
            // The type is that of what is read as well.
            let why = "this example is not read and written: it lacks what is required, but read-only";
            collect::untested(cx, value, why.to_owned());
            misfits.insert((schema, value));
        }
    }
    misfits
}

/// The problem with a value, if it does not fit.
pub(super) fn misfit_of(cx: &mut Context<'_>, sample: &Sample) -> Option<Diagnostic> {
    cx.is_sent = sample.is_sent;
    let misfit = fits(cx, sample.schema, sample.value).err()?;
    let place = misfit.key.unwrap_or_else(|| cx.sources.place(misfit.at));
    let message = format!("the {} does not fit its schema: {}", sample.noun, misfit.reason);
    let problem = Diagnostic::new(sample.code, place, message);
    Some(problem.also(cx.sources.place(misfit.schema), "the schema").help(misfit.help))
}

/// Does without those examples.
pub(super) fn leave_out(versions: &mut [Version], misfits: &HashSet<Pair>) {
    let misfits: HashSet<_> = misfits.iter().map(|(_, example)| example).collect();
    let fits = |example: &NodeId| !misfits.contains(example);
    let modules = versions.iter_mut().flat_map(|version| &mut version.modules);
    let resources = modules.filter_map(|module| module.resource.as_mut());
    for operation in resources.flat_map(|resource| &mut resource.operations) {
        operation.fixtures.retain(|fixture| fits(&fixture.example));
        for parameter in &mut operation.parameters {
            parameter.example = parameter.example.filter(fits);
        }
        if let Some(body) = &mut operation.body {
            body.example = body.example.filter(fits);
        }
        for find in &mut operation.finds {
            find.by.example = find.by.example.filter(fits);
        }
    }
}

/// Where and why an example does not fit.
struct Misfit {
    at: NodeId,
    /// The key of the node, if that is what should not be there.
    key: Option<Place>,
    schema: NodeId,
    /// What is wrong with the value, as `it is no …`.
    reason: String,
    help: String,
}

type Fit = Result<(), Misfit>;

/// In `reason`, `it` is the value.
fn misfit(at: NodeId, schema: NodeId, reason: impl Into<String>, help: impl Into<String>) -> Fit {
    Err(Misfit { at, key: None, schema, reason: reason.into(), help: help.into() })
}

fn fits(cx: &mut Context<'_>, schema: NodeId, value: NodeId) -> Fit {
    // What cannot be read is reported elsewhere.
    let Some(parts) = schema::parts(cx, schema) else { return Ok(()) };
    let pair = (parts.id, value);
    // A union that is a branch of itself: what fits it, fits another branch.
    if cx.fitting.contains(&pair) {
        return misfit(value, parts.id, "that is nothing but itself", "describe it");
    }
    cx.fitting.push(pair);
    let fit = schema::deep(|| fits_parts(cx, &parts, value));
    cx.fitting.pop();
    fit
}

fn fits_parts(cx: &mut Context<'_>, parts: &Parts, value: NodeId) -> Fit {
    if cx.sources.value(value) == Value::Null && (!says_type(parts) || schema::nullable(cx, parts)) {
        return Ok(());
    }
    if let Some(inner) = schema::transparent(parts) {
        return fits(cx, inner, value);
    }
    kind(cx, parts, value)?;
    limits(cx, parts, value)?;
    // Beside properties, no branch says by itself which keys there are.
    if parts.any.properties.is_empty() && parts.any.all_of.is_empty() {
        union(cx, parts, &parts.any.one_of, value)?;
        union(cx, parts, &parts.any.any_of, value)?;
    }
    if cx.sources.entries(value).is_empty() && cx.sources.items(value).is_empty() && !is_object(parts) {
        return Ok(());
    }
    if is_object(parts) {
        properties(cx, parts, value)?;
    }
    if let Some(items) = parts.any.items.as_ref().and_then(openapi::node_of) {
        for item in cx.sources.items(value) {
            fits(cx, items, *item)?;
        }
    }
    Ok(())
}

fn says_type(parts: &Parts) -> bool {
    let any = &parts.any;
    any.typ.is_some() || !any.all_of.is_empty() || !any.one_of.is_empty() || !any.any_of.is_empty()
}

fn is_object(parts: &Parts) -> bool {
    parts.any.typ.as_deref() == Some("object") || !parts.any.properties.is_empty() || !parts.any.all_of.is_empty()
}

fn kind(cx: &Context<'_>, parts: &Parts, value: NodeId) -> Fit {
    let Some(ty) = parts.any.typ.as_deref() else { return Ok(()) };
    let found = cx.sources.value(value);
    let fits = match (ty, found) {
        ("string", Value::Text(_)) | ("boolean", Value::Bool(_)) => true,
        // YAML has numbers that JSON has not.
        ("number", Value::Number(_)) => cx.sources.to_json(value).is_number(),
        ("integer", Value::Number(text)) => text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-'),
        ("array", Value::List(_)) | ("object", Value::Map(_)) => true,
        _ => false,
    };
    if fits {
        return Ok(());
    }
    let help = match (ty, found) {
        ("string", Value::Number(_) | Value::Bool(_)) => "put it in quotes",
        (_, Value::Null) => "add `nullable: true` to the schema if null really comes, else change the value",
        _ => "change the value, or the `type` of the schema",
    };
    misfit(value, parts.id, format!("it is no {ty}"), help)
}

fn limits(cx: &Context<'_>, parts: &Parts, value: NodeId) -> Fit {
    let any = &parts.any;
    let outside = |len: usize, min: Option<usize>, max: Option<usize>| {
        min.is_some_and(|min| len < min) || max.is_some_and(|max| len > max)
    };
    let json = cx.sources.to_json(value);
    let wrong = match cx.sources.value(value) {
        Value::Text(text) if outside(text.chars().count(), any.min_length, any.max_length) => {
            "its length is out of bounds"
        }
        Value::Text(text) if any.format.as_deref() == Some("date-time") && !is_date_time(text) => {
            "it is no RFC 3339 date and time"
        }
        Value::List(items) if outside(items.len(), any.min_items, any.max_items) => {
            "its number of items is out of bounds"
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
        return misfit(value, parts.id, "it is none of the enum's values", help);
    }
    Ok(())
}

/// The outline of RFC 3339's `date-time`.
fn is_date_time(text: &str) -> bool {
    let pattern = "0000-00-00T00:00:00";
    let digit_or = |(found, wanted): (char, char)| if wanted == '0' { found.is_ascii_digit() } else { found == wanted };
    let zone = text
        .get(pattern.len()..)
        .unwrap_or_default()
        .trim_start_matches(|char: char| char == '.' || char.is_ascii_digit());
    text.len() > pattern.len()
        && text.chars().zip(pattern.chars()).all(digit_or)
        && (zone == "Z" || (zone.len() == 6 && zone.starts_with(['+', '-'])))
}

fn union(cx: &mut Context<'_>, parts: &Parts, branches: &[ReferenceOr<Schema>], value: NodeId) -> Fit {
    let nodes: Vec<_> = branches.iter().filter_map(openapi::node_of).collect();
    let mut closest: Option<Misfit> = None;
    for branch in &nodes {
        match fits(cx, *branch, value) {
            Ok(()) => return Ok(()),
            // The deepest misfit is that of the branch which was meant.
            Err(other) if closest.as_ref().is_none_or(|best| best.at == value) => closest = Some(other),
            Err(_) => {}
        }
    }
    match closest {
        Some(inner) if inner.at != value => Err(inner),
        Some(_) => {
            let reason = "it fits no branch of the union";
            misfit(value, parts.id, reason, "change the value, or add a branch")
        }
        None => Ok(()),
    }
}

fn properties(cx: &mut Context<'_>, parts: &Parts, value: NodeId) -> Fit {
    let (known, required) = object::properties(cx, parts);
    let is_union = !parts.any.one_of.is_empty() || !parts.any.any_of.is_empty();
    let rest = if is_union { Some(None) } else { object::rest(cx, parts) };
    let sources = cx.sources;
    for name in &required {
        // That a required property does not exist at all is reported once, where it is required.
        let Some((_, property)) = known.iter().find(|(property, _)| property == name) else { continue };
        let is_read_only = || cx.documents.resolve(*property).is_some_and(|node| cx.is_remarked(node, "readOnly"));
        if sources.get(value, name).is_none() && !(cx.is_sent && is_read_only()) {
            let reason = format!("it lacks the required `{name}`");
            return misfit(value, parts.id, reason, format!("add `{name}`, or take it out of `required`"));
        }
    }
    for entry in sources.entries(value) {
        if let Some((_, schema)) = known.iter().find(|(name, _)| *name == entry.key) {
            fits(cx, *schema, entry.value)?;
            continue;
        }
        match rest {
            Some(Some(schema)) => fits(cx, schema, entry.value)?,
            Some(None) => {}
            // An object without properties may hold anything.
            None if known.is_empty() && parts.any.additional_properties.is_none() => {}
            None => {
                let reason = format!("it has no property `{}`", entry.key);
                let close = nearest(&entry.key, known.iter().map(|(name, _)| name.as_str()));
                let help = match close {
                    Some(close) => format!("did you mean `{close}`?"),
                    None => "describe the property, or take it out".to_owned(),
                };
                let key = Some(entry.key_place());
                return Err(Misfit { at: entry.value, key, schema: parts.id, reason, help });
            }
        }
    }
    Ok(())
}
