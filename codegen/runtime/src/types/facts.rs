//! What a type says about the JSON that it reads, as far as a union tells its branches apart by it.

use std::{borrow::Cow, ops::BitOr};

use crate::types::scalar;

/// A set of JSON kinds. Integers are told from other numbers by how they are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Kinds(u8);

impl Kinds {
    /// `null`
    pub const NULL: Self = Self(1);
    /// `true`
    pub const BOOLEAN: Self = Self(1 << 1);
    /// `12`
    pub const INTEGER: Self = Self(1 << 2);
    /// `12.5`, `12.0` and `1e3`
    pub const FRACTION: Self = Self(1 << 3);
    /// `"text"`
    pub const STRING: Self = Self(1 << 4);
    /// `[…]`
    pub const ARRAY: Self = Self(1 << 5);
    /// `{…}`
    pub const OBJECT: Self = Self(1 << 6);
    /// Numbers of both kinds.
    pub const NUMBER: Self = Self(Self::INTEGER.0 | Self::FRACTION.0);
    /// No kind.
    pub const NONE: Self = Self(0);
    /// All kinds.
    pub const ALL: Self = Self((1 << 7) - 1);

    /// Returns the kind of a JSON text.
    #[must_use]
    pub fn of(json: &str) -> Self {
        match json.bytes().next() {
            Some(b'"') => Self::STRING,
            Some(b'{') => Self::OBJECT,
            Some(b'[') => Self::ARRAY,
            Some(b't' | b'f') => Self::BOOLEAN,
            Some(b'n') => Self::NULL,
            Some(_) if json.contains(['.', 'e', 'E']) => Self::FRACTION,
            _ => Self::INTEGER,
        }
    }

    /// Returns whether a JSON text is of one of these kinds. By JSON Schema, `5.0` and `1e3` are integers.
    pub(crate) fn fit(self, json: &str) -> bool {
        let kind = Self::of(json);
        self.meets(kind) || kind == Self::FRACTION && self.meets(Self::INTEGER) && scalar::whole(json).is_some()
    }

    /// Returns the kinds of both sets.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Returns the kinds that the other set does not have.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Returns whether the sets have a kind in common.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Returns whether this set has all kinds of the other.
    #[must_use]
    pub const fn has_all(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

impl BitOr for Kinds {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.and(other)
    }
}

/// The facts about JSON of one shape. A type that reads several shapes, such as a union, has facts for each.
#[derive(Clone, Debug)]
pub struct Facts<'a> {
    /// The kinds of the values.
    pub kinds: Kinds,
    /// Which strings are meant, if strings are.
    pub texts: Texts<'a>,
    /// The facts about the elements of an array, or about the values of a map; none if they are not known.
    pub items: Vec<Facts<'a>>,
    /// The known keys of an object.
    pub keys: Vec<KeyFacts<'a>>,
    /// The kinds of the values of all other keys, if an object keeps them.
    pub rest: Option<Kinds>,
    /// The keys whose values say that an object is of this shape.
    pub tags: Vec<Tag<'a>>,
}

/// The facts about a key of an object.
#[derive(Clone, Debug)]
pub struct KeyFacts<'a> {
    /// The key.
    pub key: &'a str,
    /// Whether every object has it.
    pub required: bool,
    /// The kinds of its values.
    pub kinds: Kinds,
    /// Which strings are meant, if strings are.
    pub texts: Texts<'a>,
    /// The only value, if there is only one and no field keeps another.
    pub constant: Option<Constant<'a>>,
    /// What is known of the values beyond that. It matters only where everything else is equal.
    pub inner: Inner<'a>,
}

impl<'a> KeyFacts<'a> {
    /// Returns the facts of a key that every object has, with values of these kinds.
    #[must_use]
    pub const fn of(key: &'a str, kinds: Kinds) -> Self {
        Self { key, required: true, kinds, texts: Texts::Any, constant: None, inner: Inner::Known(Vec::new()) }
    }
}

/// The facts about the values of a key.
#[derive(Clone, Debug)]
pub enum Inner<'a> {
    /// These; none if they are not known.
    Known(Vec<Facts<'a>>),
    /// Those that the function returns: types may hold themselves.
    Later(fn(Depth) -> Vec<Facts<'static>>),
}

/// A key by which the branches of a union are told apart, and its values for one of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Tag<'a> {
    /// The key.
    pub key: &'a str,
    /// The values.
    pub values: Vec<Constant<'a>>,
}

/// A constant in JSON.
#[derive(Clone, Debug, PartialEq)]
pub enum Constant<'a> {
    /// `null`
    Null,
    /// `true`
    Boolean(bool),
    /// `12`
    Integer(i64),
    /// `1.5`
    Number(f64),
    /// `"text"`
    Text(Cow<'a, str>),
}

impl Constant<'_> {
    /// Returns whether a JSON text is this constant.
    #[must_use]
    pub fn is(&self, json: &str) -> bool {
        match self {
            Self::Null => json == "null",
            Self::Boolean(value) => json == if *value { "true" } else { "false" },
            Self::Integer(value) => json.parse() == Ok(*value) || is_whole(json, *value),
            Self::Number(value) => json.parse() == Ok(*value),
            Self::Text(text) => with_text(json, |found| found == text).unwrap_or_default(),
        }
    }
}

impl<'a> From<&'a str> for Constant<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl From<i64> for Constant<'_> {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl From<f64> for Constant<'_> {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<bool> for Constant<'_> {
    fn from(value: bool) -> Self {
        Self::Boolean(value)
    }
}

/// Which strings a type means. It reads others as well.
#[derive(Clone, Debug, PartialEq)]
pub enum Texts<'a> {
    /// Any string.
    Any,
    /// These strings.
    Values(Cow<'a, [&'a str]>),
    /// Calendar dates.
    Date,
    /// Points in time, and dates.
    DateTime,
    /// Numbers in quotes.
    Number,
}

impl Texts<'_> {
    /// Returns whether a JSON text, a string, is one of them.
    #[must_use]
    pub fn contain(&self, json: &str) -> bool {
        let holds = |text: &str| match self {
            Self::Any => true,
            Self::Values(values) => values.contains(&text),
            Self::Date => text.parse::<super::date::Date>().is_ok(),
            Self::DateTime => text.parse::<super::datetime::DateTime>().is_ok(),
            Self::Number => super::scalar::is_json_number(text),
        };
        *self == Texts::Any || with_text(json, holds).unwrap_or_default()
    }
}

/// Whether a JSON text is the integer, written as `5.0` or `5e0`.
fn is_whole(json: &str, integer: i64) -> bool {
    let has_point = super::scalar::is_json_number(json) && json.contains(['.', 'e', 'E']);
    has_point && super::scalar::whole(json).is_some_and(|whole| whole.parse() == Ok(integer))
}

/// Passes the text of a JSON string to `read`; it is copied only if it has escapes.
fn with_text<R>(json: &str, read: impl FnOnce(&str) -> R) -> Option<R> {
    let inner = json.strip_prefix('"')?.strip_suffix('"')?;
    if inner.contains('\\') {
        serde_json::from_str::<String>(json).ok().map(|text| read(&text))
    } else {
        Some(read(inner))
    }
}

/// How far facts go into the values: types may hold themselves.
#[derive(Clone, Copy, Debug)]
pub struct Depth {
    with_keys: bool,
    left: u8,
}

impl Depth {
    /// The facts of a branch.
    pub const BRANCH: Self = Self { with_keys: true, left: 4 };
    /// The facts of the value of a key: its kinds and strings.
    pub const KEY: Self = Self { with_keys: false, left: 4 };

    /// Returns whether facts about an object name its keys.
    #[must_use]
    pub const fn with_keys(self) -> bool {
        self.with_keys
    }

    /// Returns the depth of the value of a key.
    #[must_use]
    pub const fn of_key(self) -> Self {
        Self { with_keys: false, ..self }
    }

    /// Returns the depth of what is inside; `None` if that is too deep.
    #[must_use]
    pub fn inner(self) -> Option<Self> {
        self.left.checked_sub(1).map(|left| Self { left, ..self })
    }
}

impl<'a> Facts<'a> {
    /// Returns the facts of values of which only the kinds are known.
    #[must_use]
    pub const fn of(kinds: Kinds) -> Self {
        Self { kinds, texts: Texts::Any, items: Vec::new(), keys: Vec::new(), rest: None, tags: Vec::new() }
    }

    /// Returns the facts of strings.
    #[must_use]
    pub fn texts(texts: Texts<'a>) -> Self {
        Self { texts, ..Self::of(Kinds::STRING) }
    }

    /// Returns the facts of an array with such elements.
    #[must_use]
    pub fn array(items: Vec<Facts<'a>>) -> Self {
        Self { items, ..Self::of(Kinds::ARRAY) }
    }

    /// Returns the facts of an object that keeps all keys, with values of these kinds.
    #[must_use]
    pub fn map(kinds: Kinds, items: Vec<Facts<'a>>) -> Self {
        Self { rest: Some(kinds), items, ..Self::of(Kinds::OBJECT) }
    }
}

/// Returns the kinds and strings of values of all these shapes.
#[must_use]
pub fn together(facts: &[Facts<'static>]) -> (Kinds, Texts<'static>) {
    let kinds = facts.iter().fold(Kinds::NONE, |kinds, facts| kinds | facts.kinds);
    let mut texts = facts.iter().filter(|facts| facts.kinds.meets(Kinds::STRING)).map(|facts| &facts.texts);
    match (texts.next(), texts.next()) {
        (Some(only), None) => (kinds, only.clone()),
        _ => (kinds, Texts::Any),
    }
}

#[cfg(test)]
mod tests;
