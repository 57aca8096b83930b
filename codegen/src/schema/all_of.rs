//! `allOf` of schemas that are not objects: merges several schemas into one.

use std::rc::Rc;

use openapiv3::{AnySchema, ReferenceOr};

use super::{Schema, Schemas, is_nullable, read};
use crate::openapi;

/// Merges a schema with its `allOf`, as far as possible without its properties: annotations and limits of the branches
/// apply to the whole, and branches that are all strings, numbers or arrays become one. The remaining `allOf` contains
/// structures, an enum, a union, or a contradiction.
pub(super) fn flatten(schemas: &mut Schemas<'_>, mut schema: Schema) -> Schema {
    let mut branches = Vec::new();
    for branch in std::mem::take(&mut schema.any.all_of) {
        let read = openapi::node_of(&branch).and_then(|node| read(schemas, node));
        branches.push((branch, read));
    }
    forget_keys(&mut schema, branches.iter().filter_map(|(_, read)| read.as_deref()));
    // A branch with only a type is redundant if another branch has that type, unless it excludes null.
    let kinds: Vec<_> = branches.iter().filter_map(|(_, read)| kind(&read.as_ref()?.any).map(str::to_owned)).collect();
    let is_null =
        branches.iter().flat_map(|(_, read)| read).all(|read| is_bare(&read.any) || is_nullable(schemas, read));
    // Of several branches that are just objects, one is enough.
    let only_object = only_object(&branches);
    let mut numbers = 0..;
    branches.retain(|(_, read)| {
        let number = numbers.next();
        let Some(read) = read.as_ref().filter(|read| is_bare(&read.any)) else { return true };
        let is_redundant = match &read.any.typ {
            None => true,
            Some(_) if only_object.is_some() && number != only_object => true,
            Some(typ) => kinds.contains(typ) && (read.nullable || !is_null),
        };
        if is_redundant {
            limit(&mut schema.any, &read.any);
            // Only a `type` excludes null.
            schema.nullable |= read.nullable && read.any.typ.is_none() && schema.any.typ.is_none();
        }
        !is_redundant
    });
    let plain = branches.iter().map(|(_, read)| read.as_ref().filter(|read| is_plain(&read.any)));
    let plain = plain.collect::<Option<Vec<_>>>().filter(|plain| !plain.is_empty() && is_plain(&schema.any));
    if let Some(plain) = plain
        // An enum has a name, which a copy would lose.
        && !matches!(plain.as_slice(), [single] if !single.any.enumeration.is_empty())
        && let Some(any) = plain.iter().map(|read| &read.any).chain([&schema.any]).try_fold(AnySchema::default(), together)
        && any.typ.is_some()
    {
        let nullable = schema.nullable || plain.iter().all(|read| read.nullable);
        return Schema { any, nullable, ..schema };
    }
    schema.any.all_of = branches.into_iter().map(|(branch, _)| branch).collect();
    schema
}

/// Returns the number of the branch that says all that others say, if all of them accept any object: one that excludes
/// null, if there is one.
fn only_object(branches: &[(ReferenceOr<openapiv3::Schema>, Option<Rc<Schema>>)]) -> Option<usize> {
    let typed = || {
        let read = branches.iter().enumerate().filter_map(|(number, (_, read))| Some((number, read.as_deref()?)));
        read.filter(|(_, read)| read.any.typ.is_some() || !is_bare(&read.any))
    };
    let is_object = |read: &Schema| is_bare(&read.any) && read.any.typ.as_deref() == Some("object");
    let (number, _) = typed().find(|(_, read)| !read.nullable).or_else(|| typed().next())?;
    typed().all(|(_, read)| is_object(read)).then_some(number)
}

/// Removes the keywords for objects that stand beside strings, numbers, booleans or arrays.
fn forget_keys<'s>(schema: &mut Schema, mut branches: impl Iterator<Item = &'s Schema>) {
    let is_free = schema.any.typ.is_none() && schema.any.properties.is_empty();
    let is_other = |branch: &Schema| branch.any.typ.as_deref().is_some_and(|typ| typ != "object");
    if is_free && branches.any(is_other) {
        schema.any.required.clear();
        schema.any.additional_properties = None;
    }
}

/// Whether a schema has at most a type and limits.
fn is_bare(any: &AnySchema) -> bool {
    !is_composed(any) && any.format.is_none() && any.enumeration.is_empty() && any.items.is_none()
}

/// Whether a schema is, or may be a part of, a string, a number, a boolean or an array.
fn is_plain(any: &AnySchema) -> bool {
    !is_composed(any) && any.typ.as_deref() != Some("object")
}

fn is_composed(any: &AnySchema) -> bool {
    has_keys(any) || any.not.is_some() || [&any.one_of, &any.any_of, &any.all_of].iter().any(|list| !list.is_empty())
}

fn has_keys(any: &AnySchema) -> bool {
    !any.properties.is_empty() || !any.required.is_empty() || any.additional_properties.is_some()
}

/// Returns the type of a schema that has more than a type and limits.
fn kind(any: &AnySchema) -> Option<&str> {
    match any.typ.as_deref() {
        _ if is_bare(any) => None,
        None if has_keys(any) || !any.all_of.is_empty() => Some("object"),
        typ => typ,
    }
}

/// Merges two schemas; `None` if they contradict each other, or one schema cannot express both.
fn together(mut all: AnySchema, any: &AnySchema) -> Option<AnySchema> {
    all.typ = match (all.typ, &any.typ) {
        (all, None) => all,
        (None, typ) => typ.clone(),
        (Some(all), Some(typ)) if all == *typ => Some(all),
        (Some(all), Some(typ)) if [all.as_str(), typ] == ["integer", "number"] => Some(all),
        (Some(all), Some(typ)) if [all.as_str(), typ] == ["number", "integer"] => Some(typ.clone()),
        _ => return None,
    };
    if any.items.is_some() {
        let is_same = |items| openapi::node_of(items) == any.items.as_ref().and_then(openapi::node_of);
        if !all.items.as_ref().is_none_or(is_same) {
            return None;
        }
        all.items.clone_from(&any.items);
    }
    if !any.enumeration.is_empty() {
        let both: Vec<_> = any.enumeration.iter().filter(|value| all.enumeration.contains(value)).cloned().collect();
        all.enumeration = match all.enumeration.is_empty() {
            true => any.enumeration.clone(),
            false if both.is_empty() => return None,
            false => both,
        };
    }
    // The later one is more specific.
    all.format = any.format.clone().or(all.format);
    limit(&mut all, any);
    Some(all)
}

/// Keeps the narrower limits.
fn limit(all: &mut AnySchema, any: &AnySchema) {
    let narrower =
        |all: &mut Option<f64>, is_open: &mut Option<bool>, any: Option<f64>, other: Option<bool>, sign: f64| {
            let Some(limit) = any else { return };
            match all.map(|known| (known * sign).total_cmp(&(limit * sign))) {
                Some(std::cmp::Ordering::Greater) => {}
                Some(std::cmp::Ordering::Equal) if *is_open == Some(true) => {}
                _ => (*all, *is_open) = (any, other),
            }
        };
    narrower(&mut all.minimum, &mut all.exclusive_minimum, any.minimum, any.exclusive_minimum, 1.0);
    narrower(&mut all.maximum, &mut all.exclusive_maximum, any.maximum, any.exclusive_maximum, -1.0);
    for (all, any) in [(&mut all.min_length, any.min_length), (&mut all.min_items, any.min_items)] {
        *all = (*all).max(any);
    }
    for (all, any) in [(&mut all.max_length, any.max_length), (&mut all.max_items, any.max_items)] {
        *all = all.iter().chain(&any).min().copied();
    }
    all.pattern = any.pattern.clone().or(all.pattern.take());
    all.multiple_of = any.multiple_of.or(all.multiple_of);
}
