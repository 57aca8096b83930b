//! What a value of the wrong kind means in a published document, as a table.

use super::corrections::Fresh;
use super::grammar::{Key, Kind, Need, Shape};
use crate::source::{NodeId, Sources, Value};

/// Where a value stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Under a key of an object.
    Key,
    /// Under any key of a map.
    Entry,
    /// In a list.
    Item,
}

/// What is done with a value of the wrong kind.
#[derive(Debug, PartialEq)]
pub(super) enum Remedy {
    /// As if it were not there.
    Remove,
    Replace(Fresh),
    /// It is the only item of a list.
    Wrap,
}

/// The key that a text stands for, where an object is expected.
const SHORT_FORMS: &[(Kind, &str)] =
    &[(Kind::Discriminator, "propertyName"), (Kind::ExternalDocs, "url"), (Kind::Server, "url"), (Kind::Tag, "name")];

/// Types that JSON Schema does not have: the type, and the format, that is meant. Without a type, any value is.
const TYPES: &[(&str, &str, &str)] = &[
    ("any", "", ""),
    ("mixed", "", ""),
    ("object|string", "", ""),
    ("date", "string", "date"),
    ("date-time", "string", "date-time"),
    ("datetime", "string", "date-time"),
    ("timestamp", "string", "date-time"),
    ("file", "string", "binary"),
    ("binary", "string", "binary"),
    ("byte", "string", "byte"),
    ("uuid", "string", "uuid"),
    ("uri", "string", "uri"),
    ("url", "string", "uri"),
    ("str", "string", ""),
    ("text", "string", ""),
    ("enum", "string", ""),
    ("float", "number", "float"),
    ("double", "number", "double"),
    ("decimal", "number", ""),
    ("int", "integer", ""),
    ("int32", "integer", "int32"),
    ("int64", "integer", "int64"),
    ("long", "integer", "int64"),
    ("bool", "boolean", ""),
    ("list", "array", ""),
    ("dict", "object", ""),
    ("map", "object", ""),
];

/// Returns the type and the format that a made-up type means; either may be empty.
pub(super) fn made_up_type(text: &str) -> Option<(&'static str, &'static str)> {
    let found = TYPES.iter().find(|(name, ..)| name.eq_ignore_ascii_case(text));
    found.map(|(_, ty, format)| (*ty, *format))
}

/// Returns what a value means that is not of the expected shape.
pub(super) fn remedy(sources: &Sources, place: Place, shape: Shape, id: NodeId) -> Remedy {
    let value = sources.value(id);
    match (shape, value) {
        (_, Value::Null) => null(place, shape),
        (Shape::Text, Value::Number(text)) => Remedy::Replace(Fresh::Text(text.to_owned())),
        (Shape::Text, Value::Bool(value)) => Remedy::Replace(Fresh::Text(value.to_string())),
        (Shape::Bool | Shape::SchemaOrBool, Value::Text(text)) if truth(text).is_some() => {
            truth(text).map_or(Remedy::Remove, |value| Remedy::Replace(Fresh::Bool(value)))
        }
        (Shape::Number, Value::Text(text)) => number(text).map_or(Remedy::Remove, Remedy::Replace),
        (Shape::Count, Value::Text(text) | Value::Number(text)) => count(text).map_or(Remedy::Remove, Remedy::Replace),
        (Shape::Word(words), Value::Text(text)) => {
            let known = words.iter().find(|word| word.eq_ignore_ascii_case(text.trim()));
            known.map_or(Remedy::Remove, |word| Remedy::Replace(Fresh::Text((*word).to_owned())))
        }
        // Some languages have one literal for both.
        (Shape::Map(_) | Shape::Paths | Shape::Responses, Value::List([])) => Remedy::Replace(Fresh::Map(Vec::new())),
        (Shape::List(_), Value::Map([])) => Remedy::Replace(Fresh::List),
        (Shape::List(inner), _) if is_item(sources, *inner, id) => Remedy::Wrap,
        (Shape::One(kind) | Shape::OrRef(kind), Value::Text(text)) if short_form(kind).is_some() => short_form(kind)
            .map_or(Remedy::Remove, |key| Remedy::Replace(Fresh::Map(vec![(key, Fresh::Text(text.to_owned()))]))),
        (Shape::SchemaOrBool, _) => Remedy::Replace(Fresh::Map(Vec::new())),
        (Shape::One(Kind::MediaType), Value::List([])) => Remedy::Replace(Fresh::Map(Vec::new())),
        (Shape::One(kind) | Shape::OrRef(kind), _) => Fresh::raw(kind).map_or(Remedy::Remove, Remedy::Replace),
        _ => Remedy::Remove,
    }
}

/// Null is written for what is left out, by programs that cannot leave anything out.
fn null(place: Place, shape: Shape) -> Remedy {
    match (place, shape) {
        (Place::Key | Place::Item, _) => Remedy::Remove,
        (Place::Entry, Shape::OrRef(Kind::Response)) => {
            Remedy::Replace(Fresh::Map(vec![("description", Fresh::Text(String::new()))]))
        }
        (Place::Entry, Shape::OrRef(Kind::Schema) | Shape::SchemaOrBool | Shape::One(Kind::MediaType)) => {
            Remedy::Replace(Fresh::Map(Vec::new()))
        }
        (Place::Entry, Shape::List(_) | Shape::Map(_) | Shape::Text) => Remedy::Replace(Fresh::empty(shape)),
        (Place::Entry, _) => Remedy::Remove,
    }
}

/// Whether a value can be an item of a list of this shape.
fn is_item(sources: &Sources, shape: Shape, id: NodeId) -> bool {
    match (shape, sources.value(id)) {
        (Shape::Any, _) | (Shape::Text, Value::Text(_) | Value::Number(_)) => true,
        (Shape::One(kind) | Shape::OrRef(kind), Value::Text(_)) => short_form(kind).is_some(),
        (Shape::OrRef(_), Value::Map(_)) if sources.reference(id).is_some() => true,
        (Shape::One(kind) | Shape::OrRef(kind), Value::Map(_)) => {
            let has = |key: &&Key| sources.get(id, key.name).is_some();
            let needed = kind.keys().iter().filter(|key| key.need == Need::Essential).collect::<Vec<_>>();
            if needed.is_empty() { kind.keys().iter().any(|key| has(&key)) } else { needed.iter().all(has) }
        }
        (Shape::Map(_), Value::Map(_)) => true,
        _ => false,
    }
}

fn short_form(kind: Kind) -> Option<&'static str> {
    SHORT_FORMS.iter().find(|(known, _)| *known == kind).map(|(_, key)| *key)
}

fn truth(text: &str) -> Option<bool> {
    let is = |word: &str| text.trim().eq_ignore_ascii_case(word);
    if is("true") { Some(true) } else { is("false").then_some(false) }
}

fn number(text: &str) -> Option<Fresh> {
    let text = text.trim();
    serde_json::from_str::<serde_json::Number>(text).is_ok().then(|| Fresh::Number(text.to_owned()))
}

/// A non-negative integer, which may be written with a fraction of zero.
fn count(text: &str) -> Option<Fresh> {
    let (whole, fraction) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
    let is_count = !whole.is_empty() && whole.bytes().all(|byte| byte.is_ascii_digit());
    (is_count && fraction.bytes().all(|byte| byte == b'0')).then(|| Fresh::Number(whole.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::FileId;
    use crate::source::parse;

    fn remedies(shape: Shape, place: Place, texts: &[(&str, Remedy)]) {
        for (text, expected) in texts {
            let (file, problems) = parse(FileId(0), "a.yaml".to_owned(), format!("[{text}]"));
            assert!(problems.is_empty(), "{problems:?}");
            let mut sources = Sources::default();
            let id = sources.push(file);
            let item = *sources.items(sources.root(id).unwrap()).first().unwrap();
            assert_eq!(remedy(&sources, place, shape, item), *expected, "{text}");
        }
    }

    fn text(text: &str) -> Remedy {
        Remedy::Replace(Fresh::Text(text.to_owned()))
    }

    fn digits(text: &str) -> Remedy {
        Remedy::Replace(Fresh::Number(text.to_owned()))
    }

    #[test]
    fn scalars_have_one_meaning_or_none() {
        let bare = [("1.0", text("1.0")), ("true", text("true")), ("{a: 1}", Remedy::Remove), ("null", Remedy::Remove)];
        remedies(Shape::Text, Place::Key, &bare);
        let truths =
            [("'true'", Remedy::Replace(Fresh::Bool(true))), ("'maybe'", Remedy::Remove), ("1", Remedy::Remove)];
        remedies(Shape::Bool, Place::Key, &truths);
        remedies(Shape::Number, Place::Key, &[("'1.50'", digits("1.50")), ("'a'", Remedy::Remove)]);
        let counts = [("'10'", digits("10")), ("10.0", digits("10")), ("-1", Remedy::Remove), ("1.5", Remedy::Remove)];
        remedies(Shape::Count, Place::Key, &counts);
        let words = [("Query", text("query")), ("body", Remedy::Remove)];
        remedies(Shape::Word(&["query", "path"]), Place::Key, &words);
    }

    #[test]
    fn containers_have_one_meaning_or_none() {
        let empty = || Remedy::Replace(Fresh::Map(Vec::new()));
        remedies(Shape::Map(&Shape::Text), Place::Key, &[("[]", empty()), ("[1]", Remedy::Remove)]);
        let texts = [("a", Remedy::Wrap), ("{}", Remedy::Replace(Fresh::List)), ("{a: 1}", Remedy::Remove)];
        remedies(Shape::List(&Shape::Text), Place::Key, &texts);
        let parameters = [
            ("{name: a, in: query}", Remedy::Wrap),
            ("{$ref: '#/a'}", Remedy::Wrap),
            ("{a: {name: a}}", Remedy::Remove),
        ];
        remedies(Shape::List(&Shape::OrRef(Kind::Parameter)), Place::Key, &parameters);
        remedies(Shape::OrRef(Kind::Schema), Place::Entry, &[("null", empty()), ("text", empty()), ("[]", empty())]);
        let name = || Remedy::Replace(Fresh::Map(vec![("name", Fresh::Text("a".to_owned()))]));
        remedies(Shape::One(Kind::Tag), Place::Item, &[("a", name()), ("null", Remedy::Remove)]);
        remedies(Shape::OrRef(Kind::Parameter), Place::Item, &[("text", Remedy::Remove)]);
    }

    #[test]
    fn made_up_types_mean_a_type_and_a_format() {
        for (text, meant) in [("any", ("", "")), ("Date", ("string", "date")), ("LONG", ("integer", "int64"))] {
            assert_eq!(made_up_type(text), Some(meant), "{text}");
        }
        assert_eq!(made_up_type("Animal"), None);
    }
}
