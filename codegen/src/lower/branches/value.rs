//! JSON values of types, as many kinds of them as tell a type from others.

use super::facts::{ARRAY, BOOLEAN, FRACTION, INTEGER, NULL, OBJECT, STRING};
use super::facts::{Kinds, Texts};
use crate::ir::{Api, Branch, Guard, Presence, Shape, Struct, TypeRef};
use crate::schema::Literal;

/// JSON, as far as a branch is selected by it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Null,
    Boolean(bool),
    Integer(i64),
    Fraction,
    /// The only value of a property, with a fraction.
    FractionOf(String),
    Text(String),
    List(Vec<Value>),
    Object(Vec<(String, Value)>),
}

impl Value {
    pub(super) fn kind(&self) -> Kinds {
        match self {
            Self::Null => NULL,
            Self::Boolean(_) => BOOLEAN,
            Self::Integer(_) => INTEGER,
            Self::Fraction | Self::FractionOf(_) => FRACTION,
            Self::Text(_) => STRING,
            Self::List(_) => ARRAY,
            Self::Object(_) => OBJECT,
        }
    }

    pub(super) fn is(&self, literal: &Literal) -> bool {
        *self == Self::from(literal)
    }

    fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&Literal> for Value {
    fn from(literal: &Literal) -> Self {
        match literal {
            Literal::Text(text) => Self::text(text),
            Literal::Integer(number) => Self::Integer(*number),
            Literal::Boolean(value) => Self::Boolean(*value),
            Literal::Number(text) => Self::FractionOf(text.clone()),
        }
    }
}

impl Texts {
    /// Returns whether a string is one of them.
    pub(super) fn contain(&self, text: &str) -> bool {
        match self {
            Self::Any => true,
            Self::Values(values) => values.iter().any(|value| value == text),
            Self::Date => is_date(text),
            Self::DateTime => is_date(text.split(['T', ' ']).next().unwrap_or_default()),
            Self::Number => serde_json::from_str::<serde_json::Number>(text).is_ok(),
        }
    }
}

fn is_date(text: &str) -> bool {
    text.len() == DATE.len()
        && text
            .chars()
            .zip(DATE.chars())
            .all(|(one, other)| if other == '-' { one == '-' } else { one.is_ascii_digit() })
}

const DATE: &str = "2024-02-29";
const TIME: &str = "2024-02-29T10:30:00Z";

/// A key or a string that no document has.
const OTHER: &str = "\u{1}";

/// A key of an object, and its values: the usual one first.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) key: String,
    pub(super) values: Vec<Value>,
    pub(super) is_required: bool,
}

/// The values of a branch.
#[derive(Debug)]
pub(super) enum Values {
    /// These.
    Listed(Vec<Value>),
    /// Objects of these parts.
    Parts(Vec<Part>),
}

/// Makes values, no more than a number of them: types may hold themselves, and there may be very many.
#[derive(Debug)]
pub(super) struct Maker<'a> {
    api: &'a Api,
    left: usize,
}

/// How many values of a key are made, by how deep it is.
const MOST: [usize; 4] = [8, 16, 32, 128];

impl<'a> Maker<'a> {
    pub(super) fn new(api: &'a Api, most: usize) -> Self {
        Self { api, left: most }
    }

    /// Returns the values of a branch, which may be a union itself, with `levels` of what is inside.
    pub(super) fn of_branch(&mut self, branch: &Branch, levels: usize) -> Vec<Values> {
        self.of_branches(&branch.ty, &[&branch.guard], levels, 4)
    }

    fn of_branches(&mut self, ty: &TypeRef, guards: &[&Guard], levels: usize, depth: usize) -> Vec<Values> {
        let api = self.api;
        match ty {
            TypeRef::Boxed(inner) => return self.of_branches(inner, guards, levels, depth),
            TypeRef::Named(id) => match api.types.get(id.0).map(|def| &def.shape) {
                Some(Shape::Struct(object)) => {
                    let mut parts = self.parts(object, levels);
                    guards.iter().for_each(|guard| tag(&mut parts, guard));
                    return vec![Values::Parts(parts)];
                }
                Some(Shape::Union(branches)) if depth > 0 => {
                    let inside = branches.iter().flat_map(|branch| {
                        let guards: Vec<_> = guards.iter().copied().chain([&branch.guard]).collect();
                        self.of_branches(&branch.ty, &guards, levels, depth - 1)
                    });
                    return inside.collect();
                }
                _ => {}
            },
            _ => {}
        }
        vec![Values::Listed(self.of(ty, levels))]
    }

    fn of(&mut self, ty: &TypeRef, levels: usize) -> Vec<Value> {
        self.left = self.left.saturating_sub(1);
        let levels = if self.left == 0 { 0 } else { levels };
        let most = MOST.get(levels).copied().unwrap_or(128);
        let api = self.api;
        let mut all = match ty {
            TypeRef::Integer | TypeRef::Unsigned => vec![Value::Integer(1)],
            TypeRef::Float | TypeRef::JsonNumber => vec![Value::Fraction, Value::Integer(1)],
            TypeRef::Boolean => vec![Value::Boolean(true), Value::Boolean(false)],
            TypeRef::String | TypeRef::Secret | TypeRef::Base64 => vec![Value::text(OTHER)],
            TypeRef::NumericString => vec![Value::text("1.5")],
            TypeRef::Mapped(mapped) if mapped.is_number => vec![Value::Integer(1), Value::Fraction],
            TypeRef::Mapped(_) => vec![Value::text(OTHER)],
            TypeRef::Number => vec![Value::Fraction, Value::Integer(1), Value::text("1.5")],
            TypeRef::Text => vec![Value::text(OTHER), Value::Integer(1), Value::Fraction],
            TypeRef::Flag => vec![Value::Boolean(true), Value::text("true"), Value::Integer(1)],
            TypeRef::Date => vec![Value::text(DATE)],
            TypeRef::DateTime => vec![Value::text(TIME), Value::text(DATE)],
            TypeRef::Json => vec![
                Value::text(OTHER),
                Value::Fraction,
                Value::Integer(1),
                Value::Boolean(true),
                Value::List(Vec::new()),
                Value::Object(Vec::new()),
                Value::Null,
            ],
            TypeRef::Boxed(inner) => return self.of(inner, levels),
            TypeRef::Nullable(inner) => [self.of(inner, levels), vec![Value::Null]].concat(),
            TypeRef::List(item) => {
                let items = if levels == 0 { Vec::new() } else { self.of(item, levels - 1) };
                items.into_iter().map(|item| Value::List(vec![item])).chain([Value::List(Vec::new())]).collect()
            }
            TypeRef::Map(value) => {
                let values = if levels == 0 { Vec::new() } else { self.of(value, levels - 1) };
                let one = |value| Value::Object(vec![(OTHER.to_owned(), value)]);
                values.into_iter().map(one).chain([Value::Object(Vec::new())]).collect()
            }
            TypeRef::Named(id) => match api.types.get(id.0).map(|def| &def.shape) {
                None => Vec::new(),
                // An enum also reads values that the document does not have.
                Some(Shape::Enum(variants)) => {
                    variants.iter().map(|variant| variant.value.as_str()).chain([OTHER]).map(Value::text).collect()
                }
                Some(Shape::Struct(_)) if levels == 0 => vec![Value::Object(Vec::new())],
                Some(Shape::Struct(object)) => objects(&self.parts(object, levels - 1), most),
                Some(Shape::Union(_)) if levels == 0 => Vec::new(),
                Some(Shape::Union(branches)) => {
                    let mut each = Vec::new();
                    for branch in branches {
                        let mut values = self.of_branches(&branch.ty, &[&branch.guard], levels - 1, 2).into_iter();
                        each.extend(values.by_ref().take(most).map(|values| match values {
                            Values::Listed(values) => values,
                            Values::Parts(parts) => objects(&parts, most),
                        }));
                    }
                    alternating(each)
                }
            },
        };
        all.truncate(most);
        all
    }

    fn parts(&mut self, object: &Struct, levels: usize) -> Vec<Part> {
        let constants = object.constants.iter().map(|constant| Part {
            key: constant.wire_name.clone(),
            values: vec![Value::from(&constant.value)],
            is_required: true,
        });
        let mut parts: Vec<_> = constants.collect();
        for field in &object.fields {
            let mut values = self.of(&field.ty, levels);
            if matches!(field.presence, Presence::Nullable | Presence::OptionalNullable) {
                values.push(Value::Null);
            }
            if field.presence == Presence::Optional {
                values.retain(|value| *value != Value::Null);
            }
            let (key, is_required) = (field.wire_name.clone(), field.presence.is_required());
            parts.push(Part { key, values, is_required });
        }
        if let Some((_, rest)) = &object.rest {
            parts.push(Part { key: OTHER.to_owned(), values: self.of(rest, levels), is_required: false });
        }
        parts
    }
}

/// Gives an object the values of a discriminator.
fn tag(parts: &mut Vec<Part>, guard: &Guard) {
    let Guard::Tag { property, values } = guard else { return };
    let values = values.iter().map(Value::from).collect();
    match parts.iter_mut().find(|part| part.key == *property) {
        // That of the innermost union comes last, and counts.
        Some(part) => part.values = values,
        None => parts.push(Part { key: property.clone(), values, is_required: false }),
    }
}

/// Returns an object with all parts, with the required ones, and those that differ from the first in one part.
pub(super) fn objects(parts: &[Part], most: usize) -> Vec<Value> {
    let entry = |part: &Part| Some((part.key.clone(), part.values.first()?.clone()));
    let full: Vec<_> = parts.iter().filter_map(entry).collect();
    let least = parts.iter().filter(|part| part.is_required).filter_map(entry).collect();
    let mut objects = vec![Value::Object(full.clone()), Value::Object(least)];
    let changes = parts.iter().flat_map(|part| part.values.iter().skip(1).map(move |value| (&part.key, value)));
    let changed = |(key, value): (&String, &Value)| {
        let entries =
            full.iter().map(|(known, first)| (known.clone(), if known == key { value } else { first }.clone()));
        Value::Object(entries.collect())
    };
    objects.extend(changes.take(most).map(changed));
    objects
}

/// The first of each list comes before the second one of any.
fn alternating(mut each: Vec<Vec<Value>>) -> Vec<Value> {
    let longest = each.iter().map(Vec::len).max().unwrap_or_default();
    each.iter_mut().for_each(|values| values.reverse());
    (0..longest).flat_map(|_| each.iter_mut().filter_map(Vec::pop).collect::<Vec<_>>()).collect()
}
