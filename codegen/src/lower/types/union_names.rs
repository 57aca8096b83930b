//! The names of the branches of a union.

use std::rc::Rc;

use super::Types;
use super::inline_names::title;
use super::union_scalars::Candidate;
use crate::ir::{Guard, Ident, JsonType};
use crate::openapi;
use crate::schema::{self, Literal, Schema};

/// The longest constant that is a name.
const LONGEST: usize = 40;

/// The names of branches. Where only a description of its shape distinguishes a branch, it is called as it calls itself,
/// if no other is.
pub(super) fn called(types: &mut Types<'_>, guarded: &[(Candidate, Guard)]) -> Vec<Ident> {
    let names: Vec<_> = guarded.iter().map(|(candidate, guard)| name(types, candidate, guard)).collect();
    let own: Vec<_> = guarded
        .iter()
        .map(|(candidate, guard)| match (guard, types.component_names.get(&candidate.schema.id)) {
            (Guard::Shape(_), None) => own_name(types, &candidate.schema),
            _ => None,
        })
        .collect();
    let count = |name: &Ident| {
        let chosen = names.iter().zip(&own).map(|(name, own)| own.as_ref().unwrap_or(name));
        chosen.filter(|other| *other == name).count()
    };
    let is_only = |own: &Option<Ident>| own.as_ref().is_some_and(|own| count(own) == 1);
    let only: Vec<_> = own.iter().map(is_only).collect();
    let chosen = names.into_iter().zip(own).zip(only);
    chosen.map(|((name, own), is_only)| own.filter(|_| is_only).unwrap_or(name)).collect()
}

/// How a branch calls itself: its title, or a constant of it; for an array, those of its items.
fn own_name(types: &mut Types<'_>, branch: &Rc<Schema>) -> Option<Ident> {
    if let Some(title) = title(types, branch.id, 1) {
        return Some(title);
    }
    if branch.any.typ.as_deref() == Some("array") {
        let items = branch.any.items.as_ref().and_then(openapi::node_of)?;
        let items = schema::read(&mut types.schemas, items)?;
        let is_object = items.any.typ.as_deref() != Some("array") && !types.component_names.contains_key(&items.id);
        let name = if is_object { own_name(types, &items) } else { None };
        return name.map(|name| Ident::camel(&format!("list of {}", name.plain())));
    }
    let object = schema::object(&mut types.schemas, branch);
    let (required, others): (Vec<_>, Vec<_>) = object.properties.iter().partition(|(name, _)| object.requires(name));
    let constants: Vec<_> = required.into_iter().chain(others).map(|(_, node)| *node).collect();
    let mut constants = constants.into_iter().filter_map(|node| schema::constant(&mut types.schemas, node, true));
    let is_name =
        |value: &String| value.len() <= LONGEST && value.contains(|letter: char| letter.is_ascii_alphabetic());
    let text = |value| match value {
        Literal::Text(text) => Some(text),
        _ => None,
    };
    constants.find_map(|value| text(value).filter(is_name)).map(|value| Ident::camel(&value))
}

/// The name of a branch: that of its type, or else of what distinguishes it.
fn name(types: &Types<'_>, candidate: &Candidate, guard: &Guard) -> Ident {
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
