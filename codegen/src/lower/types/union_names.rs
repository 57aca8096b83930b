//! The names of the branches of a union.

use super::Types;
use super::union_scalars::Candidate;
use crate::ir::{Guard, Ident, JsonType};

/// The name of a branch: that of its type, or else of what distinguishes it.
pub(super) fn name(types: &Types<'_>, candidate: &Candidate, guard: &Guard) -> Ident {
    if let (Some(component), None) = (types.component_names.get(&candidate.schema.id), &candidate.ty) {
        return component.name.clone();
    }
    match guard {
        Guard::Key(key) => Ident::camel(key),
        Guard::Tag { values, .. } => Ident::camel(&values.first().map_or_else(String::new, ToString::to_string)),
        Guard::Shape(shape) => Ident::camel(shape),
        Guard::Type(ty) => Ident::camel(match ty {
            JsonType::String => "text",
            JsonType::Integer => "integer",
            JsonType::Number => "number",
            JsonType::Boolean => "flag",
            JsonType::Array => "list",
            JsonType::Object => "object",
        }),
    }
}

/// Names without the words at the end that all of them share: `PriceListRule` and `CategoryRule` become `PriceList` and
/// `Category`.
pub(super) fn without_common_end(names: &[Ident]) -> Vec<Ident> {
    let words: Vec<Vec<String>> =
        names.iter().map(|name| Ident::snake(name.plain()).plain().split('_').map(str::to_owned).collect()).collect();
    let shortest = words.iter().map(Vec::len).min().unwrap_or_default();
    let same = |from_end: usize| {
        let mut ends = words.iter().map(|words| words.iter().rev().nth(from_end));
        let first = ends.next();
        ends.all(|end| Some(end) == first)
    };
    let common = (0..shortest).take_while(|from_end| same(*from_end)).count();
    if names.len() < 2 || common >= shortest {
        return names.to_vec();
    }
    let short = |words: &Vec<String>| {
        Ident::camel(&words.iter().take(words.len() - common).cloned().collect::<Vec<_>>().join("_"))
    };
    words.iter().map(short).collect()
}
