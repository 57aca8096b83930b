//! Merges the branches of a union that are strings, or numbers.

use std::rc::Rc;

use super::composed::Merged;
use super::union_guards::json_type;
use super::{Types, kind};
use crate::ir::{JsonType, TypeRef};
use crate::schema::Schema;

/// A branch, and its type if that is known already.
pub(super) struct Candidate {
    pub(super) schema: Rc<Schema>,
    pub(super) ty: Option<TypeRef>,
    /// The struct that it becomes, if that is not the type of the schema.
    pub(super) merged: Option<Merged>,
}

/// Merges branches that are scalars of the same JSON type. Integers stay apart from floats, which do not hold all of them.
pub(super) fn together(types: &mut Types<'_>, parts: Vec<Rc<Schema>>, hint: &str) -> Vec<Candidate> {
    let mut candidates: Vec<Candidate> = Vec::new();
    for part in parts {
        let merged = json_type(&part).filter(|ty| is_scalar(*ty)).and_then(|json| {
            let mut same = candidates.iter_mut().filter(|candidate| json_type(&candidate.schema) == Some(json));
            same.find_map(|candidate| {
                let first = candidate.ty.clone().unwrap_or_else(|| by_itself(types, &candidate.schema, hint));
                let both = both(json, first, by_itself(types, &part, hint))?;
                candidate.ty = Some(both);
                Some(())
            })
        });
        if merged.is_none() {
            candidates.push(Candidate { schema: part, ty: None, merged: None });
        }
    }
    candidates
}

/// The type of the values of two scalars of the same JSON type.
fn both(json: JsonType, first: TypeRef, other: TypeRef) -> Option<TypeRef> {
    match (first, other) {
        (first, other) if first == other => Some(first),
        // `DateTime` also accepts a date alone, and keeps it as one.
        (TypeRef::Date | TypeRef::DateTime, TypeRef::Date | TypeRef::DateTime) => Some(TypeRef::DateTime),
        _ if json == JsonType::String => Some(TypeRef::String),
        // An `f64` does not hold all integers.
        (TypeRef::Integer | TypeRef::Unsigned, TypeRef::Float)
        | (TypeRef::Float, TypeRef::Integer | TypeRef::Unsigned) => None,
        (TypeRef::Number, _) | (_, TypeRef::Number) => Some(TypeRef::Number),
        _ => Some(TypeRef::JsonNumber),
    }
}

/// The type of a union of only strings, only numbers, or numbers and arbitrary strings.
pub(super) fn alone(candidates: &[Candidate]) -> Option<TypeRef> {
    if let [only] = candidates {
        return only.ty.clone();
    }
    let is_number = |candidate: &&Candidate| json_type(&candidate.schema) == Some(JsonType::Number);
    let (numbers, others): (Vec<_>, Vec<_>) = candidates.iter().partition(is_number);
    match others.as_slice() {
        // Integers and floats.
        [] if !numbers.is_empty() => Some(TypeRef::JsonNumber),
        [text] if !numbers.is_empty() && is_any_text(text) => Some(TypeRef::Text),
        _ => None,
    }
}

fn is_any_text(candidate: &Candidate) -> bool {
    match &candidate.ty {
        Some(ty) => *ty == TypeRef::String,
        None => {
            let any = &candidate.schema.any;
            is_text(&candidate.schema) && any.enumeration.is_empty() && any.format.is_none()
        }
    }
}

/// Whether every branch is a string enum, so that the union is one enum of all their values.
pub(super) fn is_enum(parts: &[Rc<Schema>]) -> bool {
    parts.len() > 1 && parts.iter().all(|part| is_text(part) && !part.any.enumeration.is_empty())
}

fn is_text(part: &Schema) -> bool {
    part.any.typ.as_deref() == Some("string")
}

fn is_scalar(ty: JsonType) -> bool {
    !matches!(ty, JsonType::Array | JsonType::Object)
}

/// The type of a branch alone. An enum counts as a string.
fn by_itself(types: &mut Types<'_>, part: &Schema, hint: &str) -> TypeRef {
    match is_text(part) && !part.any.enumeration.is_empty() {
        true => TypeRef::String,
        false => kind::lower(types, part.id, hint).ty,
    }
}
