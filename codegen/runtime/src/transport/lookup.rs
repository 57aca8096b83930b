//! Lookups: calls of a list that ask for one item, and the check that it is the right one.

use serde::Serialize;
use serde_json::Value;

use crate::wire::{decode::DecodeFailure, drift, json_path};

/// How an item is recognized as the one that was looked up: by a property with the value that was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Match {
    /// The property has the same value.
    Exact(&'static str),
    /// The property has the same value, ignoring case.
    IgnoreCase(&'static str),
    /// Items do not have such a property.
    Unchecked,
}

/// What a request looks up.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lookup {
    /// The name of the item's type, for messages.
    item: &'static str,
    /// The query parameter with the value.
    parameter: &'static str,
    matching: Match,
}

/// The item that a call looks up. It has no `Debug`: the value may be personal data.
pub(crate) struct Wanted {
    item: &'static str,
    matching: Match,
    value: String,
}

impl Lookup {
    pub(crate) fn new(item: &'static str, parameter: &'static str, matching: Match) -> Self {
        Self { item, parameter, matching }
    }

    /// Returns the item that a request with this query looks up.
    pub(crate) fn wanted<'t>(self, mut query: impl Iterator<Item = (&'t str, &'t str)>) -> Option<Wanted> {
        let Self { item, parameter, matching } = self;
        let (_, value) = query.find(|(name, _)| *name == parameter)?;
        Some(Wanted { item, matching, value: value.to_owned() })
    }
}

impl Wanted {
    /// Returns the item that was looked up, from the list under `key`; `None` from an empty list. A server that ignores
    /// the filter sends other items: they are drift besides the right one, and an error without it.
    pub(crate) fn find<T: Serialize>(&self, key: Option<&str>, items: Vec<T>) -> Result<Option<T>, DecodeFailure> {
        let (count, property) = (items.len(), self.property());
        let found = items.into_iter().enumerate().find(|(_, item)| self.is_wanted(item));
        if count > 1 && found.is_some() {
            let place = found.as_ref().map_or(0, |(place, _)| *place);
            drift::extra_item(self.item, pointer(key, usize::from(place == 0)));
        }
        match (found, property) {
            (Some((_, item)), _) => Ok(Some(item)),
            (None, Some(property)) if count > 0 => Err(DecodeFailure::new(
                Some(format!("{}[0].{property}", key.unwrap_or_default())),
                format!("this is not the {} that was looked up", self.item),
            )),
            (None, _) => Ok(None),
        }
    }

    fn property(&self) -> Option<&'static str> {
        match self.matching {
            Match::Exact(property) | Match::IgnoreCase(property) => Some(property),
            Match::Unchecked => None,
        }
    }

    fn is_wanted(&self, item: &impl Serialize) -> bool {
        let Some(property) = self.property() else { return true };
        let item = serde_json::to_value(item).unwrap_or_default();
        item.get(property).is_some_and(|value| self.has_value(value))
    }

    fn has_value(&self, value: &Value) -> bool {
        match value {
            Value::String(text) => match self.matching {
                Match::IgnoreCase(_) => text.to_lowercase() == self.value.to_lowercase(),
                Match::Exact(_) | Match::Unchecked => *text == self.value,
            },
            Value::Number(number) => number.to_string() == self.value,
            Value::Bool(flag) => flag.to_string() == self.value,
            // One of several, such as tags.
            Value::Array(values) => values.iter().any(|value| self.has_value(value)),
            Value::Null | Value::Object(_) => false,
        }
    }
}

/// Returns the JSON pointer of an item.
fn pointer(key: Option<&str>, index: usize) -> String {
    let mut pointer = String::new();
    if let Some(key) = key {
        pointer.push('/');
        json_path::push_escaped(&mut pointer, key);
    }
    format!("{pointer}/{index}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_item_has_the_value_that_was_sent() {
        let wanted = |matching, value: &str| Wanted { item: "Pet", matching, value: value.to_owned() };
        let (exact, any_case) = (Match::Exact("p"), Match::IgnoreCase("p"));
        for (matching, value, sent, expected) in [
            (exact, r#"{"p":"a@b"}"#, "a@b", true),
            (exact, r#"{"p":"A@b"}"#, "a@b", false),
            (any_case, r#"{"p":"A@b"}"#, "a@B", true),
            (any_case, r#"{"p":"ÄRGER"}"#, "ärger", true),
            (any_case, r#"{"p":"a@bc"}"#, "a@b", false),
            (exact, r#"{"p":7}"#, "7", true),
            (any_case, r#"{"p":"7"}"#, "7", true),
            (any_case, r#"{"p":70}"#, "7", false),
            (any_case, r#"{"p":9007199254740993}"#, "9007199254740992", false),
            (any_case, r#"{"p":true}"#, "true", true),
            (any_case, r#"{"p":["x","A"]}"#, "a", true),
            (any_case, r#"{"p":["x"]}"#, "a", false),
            (any_case, r#"{"p":null}"#, "null", false),
            (any_case, r#"{"q":"a"}"#, "a", false),
            (any_case, r#""a""#, "a", false),
            (Match::Unchecked, r#"{"q":"b"}"#, "a", true),
        ] {
            let item: Value = serde_json::from_str(value).unwrap();
            assert_eq!(wanted(matching, sent).is_wanted(&item), expected, "{matching:?}: {value} for {sent}");
        }
    }

    #[test]
    fn items_have_a_place() {
        assert_eq!((pointer(Some("a/b"), 1), pointer(None, 0)), ("/a~1b/1".to_owned(), "/0".to_owned()));
    }
}
