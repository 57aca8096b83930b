//! The facts by which the runtime selects a branch, from the types: as its `Facts`.

use crate::ir::{Api, Branch, Guard, Presence, Shape, Struct, TypeRef};
use crate::schema::Literal;

/// A set of JSON kinds.
type Kinds = u8;

const NULL: Kinds = 1;
const BOOLEAN: Kinds = 1 << 1;
const INTEGER: Kinds = 1 << 2;
const FRACTION: Kinds = 1 << 3;
const NUMBER: Kinds = INTEGER | FRACTION;
const STRING: Kinds = 1 << 4;
const ARRAY: Kinds = 1 << 5;
const OBJECT: Kinds = 1 << 6;
const ALL: Kinds = (1 << 7) - 1;

/// How far types are followed, which may hold themselves.
const DEPTH: usize = 4;

/// The JSON of one shape.
#[derive(Clone, Debug)]
pub(super) struct Facts {
    kinds: Kinds,
    texts: Texts,
    items: Vec<Facts>,
    keys: Vec<Key>,
    rest: Option<Kinds>,
    tag: Option<(String, Vec<Literal>)>,
}

#[derive(Clone, Debug)]
struct Key {
    key: String,
    /// The type of its values; `None` for a constant.
    ty: Option<TypeRef>,
    is_required: bool,
    kinds: Kinds,
    texts: Texts,
    constant: Option<String>,
}

/// Which strings are meant.
#[derive(Clone, Debug, PartialEq)]
enum Texts {
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
            facts.tag = Some((property.clone(), values.clone()));
        }
    }
    all
}

fn plain(kinds: Kinds) -> Facts {
    Facts { kinds, texts: Texts::Any, items: Vec::new(), keys: Vec::new(), rest: None, tag: None }
}

fn texts(texts: Texts) -> Facts {
    Facts { texts, ..plain(STRING) }
}

/// Returns the facts of a type, with the keys of objects if that is wanted.
fn of(api: &Api, ty: &TypeRef, with_keys: bool, depth: usize) -> Vec<Facts> {
    let inner = |ty: &TypeRef| if depth == 0 { Vec::new() } else { of(api, ty, with_keys, depth - 1) };
    let one = match ty {
        TypeRef::Integer | TypeRef::Unsigned => plain(INTEGER),
        TypeRef::Float | TypeRef::JsonNumber => plain(NUMBER),
        TypeRef::Boolean => plain(BOOLEAN),
        TypeRef::String | TypeRef::Secret => plain(STRING),
        TypeRef::Number => Facts { texts: Texts::Number, ..plain(NUMBER | STRING) },
        TypeRef::Text => plain(NUMBER | STRING),
        TypeRef::Flag => {
            let values = ["true", "false", "1", "0"].map(str::to_owned).to_vec();
            Facts { texts: Texts::Values(values), ..plain(BOOLEAN | INTEGER | STRING) }
        }
        TypeRef::Date => texts(Texts::Date),
        TypeRef::DateTime => texts(Texts::DateTime),
        TypeRef::Json => plain(ALL),
        TypeRef::List(item) => Facts { items: inner(item), ..plain(ARRAY) },
        TypeRef::Map(value) => Facts { rest: Some(together(&of(api, value, false, depth)).0), ..plain(OBJECT) },
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
        let is_null = matches!(field.presence, Presence::Nullable | Presence::OptionalNullable);
        let null = if is_null { NULL } else { 0 };
        let (key, is_required) = (field.wire_name.clone(), field.presence.is_required());
        Key { key, ty: Some(field.ty.clone()), is_required, kinds: kinds | null, texts, constant: None }
    });
    let constants = object.constants.iter().map(|constant| Key {
        key: constant.wire_name.clone(),
        ty: None,
        is_required: true,
        kinds: STRING,
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
    !all.is_empty() && all.iter().all(|facts| earlier.iter().any(|earlier| covers_one(api, earlier, facts, depth)))
}

fn covers_one(api: &Api, earlier: &Facts, facts: &Facts, depth: usize) -> bool {
    let has = |kind: Kinds| facts.kinds & kind != 0;
    earlier.kinds & facts.kinds == facts.kinds
        && (!has(STRING) || covers_texts(&earlier.texts, &facts.texts))
        && (!has(ARRAY) || earlier.items.is_empty() || covers(api, &earlier.items, &facts.items, depth))
        && (!has(OBJECT) || covers_object(api, earlier, facts, depth))
}

/// A string goes to the shape that means it, wherever that is.
fn covers_texts(earlier: &Texts, texts: &Texts) -> bool {
    match (earlier, texts) {
        (Texts::Values(earlier), Texts::Values(values)) => values.iter().all(|value| earlier.contains(value)),
        _ => earlier == texts,
    }
}

fn covers_object(api: &Api, earlier: &Facts, facts: &Facts, depth: usize) -> bool {
    let is_tagged = match (&earlier.tag, &facts.tag) {
        (None, None) => true,
        (Some((key, values)), Some((other, wanted))) => key == other && wanted.iter().all(|it| values.contains(it)),
        _ => false,
    };
    let find = |facts: &'_ Facts, key: &str| facts.keys.iter().position(|known| known.key == key);
    let covers_key = |key: &Key| {
        let found = find(earlier, &key.key).and_then(|index| earlier.keys.get(index));
        found.is_some_and(|found| {
            found.kinds & key.kinds == key.kinds
                && (found.constant.is_none() || found.constant == key.constant)
                && (found.texts == Texts::Any || covers_texts(&found.texts, &key.texts) || key.constant.is_some())
                && covers_inner(api, found, key, depth)
        })
    };
    let has_required = |key: &Key| {
        let found = find(facts, &key.key).and_then(|index| facts.keys.get(index));
        found.is_some_and(|found| found.is_required)
    };
    // What keeps only other kinds of values does not read all that this one does.
    let covers_rest = match (earlier.rest, facts.rest) {
        (Some(rest), Some(other)) => rest & other == other,
        (Some(_), None) | (None, _) => true,
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
    one == other
        || !has_inside
        || depth == 0
        || covers(api, &of(api, one, true, DEPTH), &of(api, other, true, DEPTH), depth - 1)
}
