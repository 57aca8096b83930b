//! Branches of a union that are texts, or numbers: several of them are one.

use std::rc::Rc;

use super::union::json_type;
use super::{Types, kind};
use crate::ir::{JsonType, TypeRef};
use crate::schema::Schema;

/// A branch, and its type where that is known already.
pub(super) struct Way {
    pub(super) parts: Rc<Schema>,
    pub(super) ty: Option<TypeRef>,
}

/// The branches, those together that are of one JSON type and no structures.
pub(super) fn together(types: &mut Types<'_>, parts: Vec<Rc<Schema>>, hint: &str) -> Vec<Way> {
    let mut ways: Vec<Way> = Vec::new();
    for part in parts {
        let ty = json_type(&part).filter(|ty| is_scalar(*ty));
        let known = ways.iter_mut().find(|way| ty.is_some() && json_type(&way.parts) == ty);
        let (Some(way), Some(json)) = (known, ty) else {
            ways.push(Way { parts: part, ty: None });
            continue;
        };
        let first = way.ty.take().unwrap_or_else(|| by_itself(types, &way.parts, hint));
        let other = by_itself(types, &part, hint);
        way.ty = Some(match (first, other) {
            (first, other) if first == other => first,
            // It reads a date alone as well, and gives it back so.
            (TypeRef::Date | TypeRef::DateTime, TypeRef::Date | TypeRef::DateTime) => TypeRef::DateTime,
            _ if json == JsonType::String => TypeRef::String,
            (TypeRef::Integer | TypeRef::Float, TypeRef::Integer | TypeRef::Float) => TypeRef::Float,
            _ => TypeRef::Number,
        });
    }
    ways
}

/// The type of a union that is nothing but texts, nothing but numbers, or a number that may be written as any text.
pub(super) fn alone(ways: &[Way]) -> Option<TypeRef> {
    match ways {
        [Way { ty: Some(ty), .. }] => Some(ty.clone()),
        [first, second] => {
            let is_number = |way: &Way| json_type(&way.parts) == Some(JsonType::Number);
            let is_any_text = |way: &Way| way.ty == Some(TypeRef::String);
            let both = is_number(first) && is_any_text(second) || is_any_text(first) && is_number(second);
            both.then_some(TypeRef::Text)
        }
        _ => None,
    }
}

/// An enum of all values, where each branch is one.
pub(super) fn is_enum(parts: &[Rc<Schema>]) -> bool {
    parts.len() > 1 && parts.iter().all(|part| is_text(part) && !part.any.enumeration.is_empty())
}

fn is_text(part: &Schema) -> bool {
    part.any.typ.as_deref() == Some("string")
}

fn is_scalar(ty: JsonType) -> bool {
    !matches!(ty, JsonType::Array | JsonType::Object)
}

/// What a branch is by itself; of the values of an enum only that they are texts.
fn by_itself(types: &mut Types<'_>, part: &Schema, hint: &str) -> TypeRef {
    match is_text(part) && !part.any.enumeration.is_empty() {
        true => TypeRef::String,
        false => kind::lower(types, part.id, hint).ty,
    }
}
