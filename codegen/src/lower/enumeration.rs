//! Enums of text.

use super::Context;
use super::schema::Parts;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Ident, Names, Shape, Variant};
use crate::source::Value;

/// The variant that keeps values nobody has heard of.
pub(crate) const UNKNOWN: &str = "Unknown";

pub(super) fn lower(cx: &mut Context<'_>, parts: &Parts, _: &str) -> Shape {
    let sources = cx.sources;
    let mut names = Names::reserving(&[UNKNOWN]);
    let mut variants: Vec<Variant> = Vec::new();
    for item in sources.get(parts.id, "enum").map_or(&[][..], |list| sources.items(list)) {
        match sources.value(*item) {
            Value::Text(value) if variants.iter().any(|variant| variant.value == *value) => {}
            Value::Text(value) => {
                variants.push(Variant { name: names.free(Ident::camel(value)), value: value.to_owned() });
            }
            // It only repeats what `nullable` says.
            Value::Null => {}
            _ => {
                let message = "a value of this enum is no text, as its `type` says";
                let problem = Diagnostic::new(Code::BadValue, sources.place(*item), message);
                cx.report(problem.help("put it in quotes"));
            }
        }
    }
    Shape::Enum(variants)
}
