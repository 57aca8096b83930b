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

/// Merges branches that are scalars of the same JSON type.
pub(super) fn together(types: &mut Types<'_>, parts: Vec<Rc<Schema>>, hint: &str) -> Vec<Candidate> {
    let mut candidates: Vec<Candidate> = Vec::new();
    for part in parts {
        let ty = json_type(&part).filter(|ty| is_scalar(*ty));
        let known = candidates.iter_mut().find(|candidate| ty.is_some() && json_type(&candidate.schema) == ty);
        let (Some(candidate), Some(json)) = (known, ty) else {
            candidates.push(Candidate { schema: part, ty: None, merged: None });
            continue;
        };
        let first = candidate.ty.take().unwrap_or_else(|| by_itself(types, &candidate.schema, hint));
        let other = by_itself(types, &part, hint);
        candidate.ty = Some(match (first, other) {
            (first, other) if first == other => first,
            // `DateTime` also accepts a date alone, and keeps it as one.
            (TypeRef::Date | TypeRef::DateTime, TypeRef::Date | TypeRef::DateTime) => TypeRef::DateTime,
            _ if json == JsonType::String => TypeRef::String,
            (TypeRef::Integer | TypeRef::Float, TypeRef::Integer | TypeRef::Float) => TypeRef::Float,
            _ => TypeRef::Number,
        });
    }
    candidates
}

/// The type of a union of only strings, only numbers, or numbers and arbitrary strings.
pub(super) fn alone(candidates: &[Candidate]) -> Option<TypeRef> {
    match candidates {
        [Candidate { ty: Some(ty), .. }] => Some(ty.clone()),
        [first, second] => {
            let is_number = |candidate: &Candidate| json_type(&candidate.schema) == Some(JsonType::Number);
            let is_any_text = |candidate: &Candidate| candidate.ty == Some(TypeRef::String);
            let both = is_number(first) && is_any_text(second) || is_any_text(first) && is_number(second);
            both.then_some(TypeRef::Text)
        }
        _ => None,
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
