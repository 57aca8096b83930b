//! The facts by which the runtime selects a branch, from the types: as its `Facts`.

use crate::ir::{Api, Branch, Guard, Presence, Shape, Struct, TypeRef};
use crate::schema::Literal;

/// A set of JSON kinds.
pub(super) type Kinds = u8;

pub(super) const NULL: Kinds = 1;
pub(super) const BOOLEAN: Kinds = 1 << 1;
pub(super) const INTEGER: Kinds = 1 << 2;
pub(super) const FRACTION: Kinds = 1 << 3;
pub(super) const NUMBER: Kinds = INTEGER | FRACTION;
pub(super) const STRING: Kinds = 1 << 4;
pub(super) const ARRAY: Kinds = 1 << 5;
pub(super) const OBJECT: Kinds = 1 << 6;
pub(super) const ALL: Kinds = (1 << 7) - 1;

/// How far types are followed, which may hold themselves.
pub(super) const DEPTH: usize = 4;

/// The JSON of one shape.
#[derive(Clone, Debug)]
pub(super) struct Facts {
    pub(super) kinds: Kinds,
    pub(super) texts: Texts,
    /// The elements of an array, or the values of a map; none if they are not known.
    pub(super) items: Vec<Facts>,
    pub(super) keys: Vec<Key>,
    pub(super) rest: Option<Kinds>,
    /// The keys whose values tell it from others. Of the tags of unions in each other, the innermost comes first.
    pub(super) tags: Vec<(String, Vec<Literal>)>,
}

#[derive(Clone, Debug)]
pub(super) struct Key {
    pub(super) key: String,
    /// The type of its values; `None` for a constant.
    pub(super) ty: Option<TypeRef>,
    pub(super) is_required: bool,
    pub(super) kinds: Kinds,
    pub(super) texts: Texts,
    pub(super) constant: Option<Literal>,
}

/// Which strings are meant.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Texts {
    Any,
    Values(Vec<String>),
    Date,
    DateTime,
    Number,
}

/// Returns the facts of a branch.
pub(super) fn of_branch(api: &Api, branch: &Branch) -> Vec<Facts> {
    branch_facts(api, branch, DEPTH)
}

fn branch_facts(api: &Api, branch: &Branch, depth: usize) -> Vec<Facts> {
    let mut all = of(api, &branch.ty, true, depth);
    if let Guard::Tag { property, values } = &branch.guard {
        for facts in all.iter_mut().filter(|facts| facts.kinds & OBJECT != 0) {
            facts.tags.push((property.clone(), values.clone()));
        }
    }
    all
}

fn plain(kinds: Kinds) -> Facts {
    Facts { kinds, texts: Texts::Any, items: Vec::new(), keys: Vec::new(), rest: None, tags: Vec::new() }
}

fn texts(texts: Texts) -> Facts {
    Facts { texts, ..plain(STRING) }
}

/// Returns the facts of a type, with the keys of objects if that is wanted.
pub(super) fn of(api: &Api, ty: &TypeRef, with_keys: bool, depth: usize) -> Vec<Facts> {
    let inner = |ty: &TypeRef| if depth == 0 { Vec::new() } else { of(api, ty, with_keys, depth - 1) };
    let one = match ty {
        TypeRef::Integer | TypeRef::Unsigned => plain(INTEGER),
        TypeRef::Float | TypeRef::JsonNumber => plain(NUMBER),
        TypeRef::Boolean => plain(BOOLEAN),
        TypeRef::String | TypeRef::Secret => plain(STRING),
        TypeRef::Number => Facts { texts: Texts::Number, ..plain(NUMBER | STRING) },
        TypeRef::NumericString => texts(Texts::Number),
        TypeRef::Base64 => plain(STRING),
        TypeRef::Mapped(mapped) => plain(if mapped.is_number { NUMBER } else { STRING }),
        TypeRef::Text => plain(NUMBER | STRING),
        TypeRef::Flag => {
            let values = ["true", "false", "1", "0"].map(str::to_owned).to_vec();
            Facts { texts: Texts::Values(values), ..plain(BOOLEAN | INTEGER | STRING) }
        }
        TypeRef::Date => texts(Texts::Date),
        TypeRef::DateTime => texts(Texts::DateTime),
        TypeRef::Json => plain(ALL),
        TypeRef::List(item) => Facts { items: inner(item), ..plain(ARRAY) },
        TypeRef::Map(_) if depth == 0 => Facts { rest: Some(ALL), ..plain(OBJECT) },
        TypeRef::Map(value) => {
            let items = if with_keys { of(api, value, true, depth - 1) } else { Vec::new() };
            Facts { rest: Some(together(&of(api, value, false, depth - 1)).0), items, ..plain(OBJECT) }
        }
        TypeRef::Boxed(inner) => return of(api, inner, with_keys, depth),
        TypeRef::Nullable(inner) => {
            let mut all = of(api, inner, with_keys, depth);
            all.push(plain(NULL));
            return all;
        }
        TypeRef::Named(id) => match api.types.get(id.0).map(|def| &def.shape) {
            Some(Shape::Struct(object)) if with_keys => structure(api, object, depth),
            Some(Shape::Struct(_)) => plain(OBJECT),
            Some(Shape::Enum(variants)) => {
                texts(Texts::Values(variants.iter().map(|variant| variant.value.clone()).collect()))
            }
            Some(Shape::Union(_)) if depth == 0 => plain(ALL),
            Some(Shape::Union(branches)) => {
                return branches
                    .iter()
                    .flat_map(|branch| match with_keys {
                        true => branch_facts(api, branch, depth - 1),
                        false => of(api, &branch.ty, false, depth - 1),
                    })
                    .collect();
            }
            None => plain(ALL),
        },
    };
    vec![one]
}

fn structure(api: &Api, object: &Struct, depth: usize) -> Facts {
    let fields = object.fields.iter().map(|field| {
        let (kinds, texts) = together(&of(api, &field.ty, false, depth));
        let kinds = match field.presence {
            Presence::Required => kinds,
            Presence::Nullable | Presence::OptionalNullable => kinds | NULL,
            // An `Option` reads null as absent, whatever is in it.
            Presence::Optional => kinds & !NULL,
        };
        let (key, is_required) = (field.wire_name.clone(), field.presence.is_required());
        Key { key, ty: Some(field.ty.clone()), is_required, kinds, texts, constant: None }
    });
    let constants = object.constants.iter().map(|constant| Key {
        key: constant.wire_name.clone(),
        ty: None,
        is_required: true,
        kinds: match constant.value {
            Literal::Text(_) => STRING,
            Literal::Integer(_) => INTEGER,
            Literal::Boolean(_) => BOOLEAN,
            Literal::Number(_) => NUMBER,
        },
        texts: Texts::Any,
        constant: Some(constant.value.clone()),
    });
    let rest = object.rest.as_ref().map(|(_, ty)| together(&of(api, ty, false, depth)).0);
    Facts { keys: fields.chain(constants).collect(), rest, ..plain(OBJECT) }
}

fn together(facts: &[Facts]) -> (Kinds, Texts) {
    let kinds = facts.iter().fold(0, |kinds, facts| kinds | facts.kinds);
    let mut texts = facts.iter().filter(|facts| facts.kinds & STRING != 0).map(|facts| &facts.texts);
    match (texts.next(), texts.next()) {
        (Some(only), None) => (kinds, only.clone()),
        _ => (kinds, Texts::Any),
    }
}

/// Returns whether a value of one of the shapes `all` has is never selected as such behind those of `earlier`: each is
/// also of a shape of `earlier`.
pub(super) fn covers(api: &Api, earlier: &[Facts], all: &[Facts], depth: usize) -> bool {
    covers_all(api, earlier, all, At { is_inside: false, depth })
}

/// Where shapes are compared: a key that an object keeps, and does not know, counts outside only.
#[derive(Clone, Copy)]
struct At {
    is_inside: bool,
    depth: usize,
}

fn covers_all(api: &Api, earlier: &[Facts], all: &[Facts], at: At) -> bool {
    !all.is_empty() && all.iter().all(|facts| earlier.iter().any(|earlier| covers_one(api, earlier, facts, at)))
}

fn covers_one(api: &Api, earlier: &Facts, facts: &Facts, at: At) -> bool {
    let has = |kind: Kinds| facts.kinds & kind != 0;
    let inside = At { is_inside: true, ..at };
    earlier.kinds & facts.kinds == facts.kinds
        && (!has(STRING) || covers_texts(&earlier.texts, &facts.texts))
        && (!has(ARRAY) || earlier.items.is_empty() || covers_all(api, &earlier.items, &facts.items, inside))
        && (!has(OBJECT) || covers_object(api, earlier, facts, at))
}

/// A string goes to the shape that means it, wherever that is.
fn covers_texts(earlier: &Texts, texts: &Texts) -> bool {
    match (earlier, texts) {
        (Texts::Values(earlier), Texts::Values(values)) => values.iter().all(|value| earlier.contains(value)),
        _ => earlier == texts,
    }
}

fn covers_object(api: &Api, earlier: &Facts, facts: &Facts, at: At) -> bool {
    let has_tag = |(key, wanted): &(String, Vec<Literal>)| {
        let mut known = earlier.tags.iter().filter(|(known, _)| known == key);
        known.any(|(_, values)| wanted.iter().all(|value| values.contains(value)))
    };
    let is_tagged = earlier.tags.len() == facts.tags.len() && facts.tags.iter().all(has_tag);
    let find = |facts: &'_ Facts, key: &str| facts.keys.iter().position(|known| known.key == key);
    let covers_key = |key: &Key| {
        let Some(found) = find(earlier, &key.key).and_then(|index| earlier.keys.get(index)) else {
            return at.is_inside && earlier.rest.is_some_and(|rest| rest & key.kinds == key.kinds);
        };
        found.kinds & key.kinds == key.kinds
            && (found.constant.is_none() || found.constant == key.constant)
            && (found.texts == Texts::Any || covers_texts(&found.texts, &key.texts) || key.constant.is_some())
            && covers_inner(api, found, key, at.depth)
    };
    let has_required = |key: &Key| {
        let found = find(facts, &key.key).and_then(|index| facts.keys.get(index));
        found.is_some_and(|found| found.is_required)
    };
    // What keeps only other kinds of values does not read all that this one does.
    let covers_rest = match (earlier.rest, facts.rest) {
        (Some(rest), Some(other)) => {
            let has_inside = other & (OBJECT | ARRAY) != 0 && !earlier.items.is_empty() && at.depth > 0;
            let inside = At { is_inside: true, depth: at.depth.saturating_sub(1) };
            rest & other == other && (!has_inside || covers_all(api, &earlier.items, &facts.items, inside))
        }
        // A map knows every key, so that what other keys it has tells it from a structure.
        (None, Some(_)) => false,
        (_, None) => true,
    };
    is_tagged
        && covers_rest
        && facts.keys.iter().all(covers_key)
        && earlier.keys.iter().filter(|key| key.is_required).all(has_required)
}

/// What is equal outside is told apart by what is inside.
fn covers_inner(api: &Api, earlier: &Key, key: &Key, depth: usize) -> bool {
    let (Some(one), Some(other)) = (&earlier.ty, &key.ty) else { return true };
    let has_inside = key.kinds & (OBJECT | ARRAY) != 0;
    one == other || !has_inside || depth == 0 || {
        let (one, other) = (of(api, one, true, DEPTH), of(api, other, true, DEPTH));
        covers_all(api, &one, &other, At { is_inside: true, depth: depth - 1 })
    }
}

/// The facts about elements without a schema.
pub(super) fn anything() -> &'static [Facts] {
    const ANYTHING: &[Facts] =
        &[Facts { kinds: ALL, texts: Texts::Any, items: Vec::new(), keys: Vec::new(), rest: None, tags: Vec::new() }];
    ANYTHING
}
