//! Enums of text.

use super::Context;
use super::schema::Parts;
use crate::ir::{Ident, Names, Shape, Variant};

/// The variant that keeps values nobody has heard of.
pub(crate) const UNKNOWN: &str = "Unknown";

pub(super) fn lower(_: &mut Context<'_>, parts: &Parts, _: &str) -> Shape {
    let mut names = Names::reserving(&[UNKNOWN]);
    let mut variants: Vec<Variant> = Vec::new();
    // `null` in an enum only repeats what `nullable` says.
    for value in parts.any.enumeration.iter().filter_map(|value| value.as_str()) {
        if variants.iter().all(|variant| variant.value != value) {
            variants.push(Variant { name: names.free(Ident::camel(value)), value: value.to_owned() });
        }
    }
    Shape::Enum(variants)
}
