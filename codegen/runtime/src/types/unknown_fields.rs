//! The fields of an object that its type does not have.

use std::fmt;

use crate::types::{empty::Empty, json::Json};

/// The fields that an object had although its type has none for them, in the order in which they came.
///
/// They are written whenever the object is written, and compared with it. A conversion into another type leaves them
/// behind: what a response holds need not be accepted in a request. To send them all the same, assign them:
/// `*update.unknown_fields_mut() = pet.unknown_fields().clone()`. `Debug` shows only how many there are.
///
/// A property with a single possible value has no field of its own. If it had another value, or was missing, that is
/// kept here as well.
///
/// ```
/// use openapi_client_runtime::{Json, UnknownFields};
///
/// let mut fields = UnknownFields::default();
/// fields.insert("loyalty_tier", Json::parse("\"gold\"")?);
/// assert_eq!(fields.get("loyalty_tier").map(Json::get), Some("\"gold\""));
/// let tier: Option<String> = fields.get("loyalty_tier").map(Json::decode).transpose()?;
/// assert_eq!(tier.as_deref(), Some("gold"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Default)]
pub struct UnknownFields(
    /// Most objects have none.
    Option<Box<Entries>>,
);

/// `None` is a constant that was missing.
type Entries = Vec<(Box<str>, Option<Json>)>;

impl UnknownFields {
    /// Returns the value of a field.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Json> {
        self.entry(key)?.as_ref()
    }

    /// Sets the value of a field, and returns the one that it had.
    pub fn insert(&mut self, key: &str, value: impl Into<Json>) -> Option<Json> {
        self.set(key, Some(value.into())).flatten()
    }

    /// Removes a field, and returns its value.
    pub fn remove(&mut self, key: &str) -> Option<Json> {
        let entries = self.0.as_mut()?;
        let index = entries.iter().position(|(known, _)| **known == *key)?;
        let (_, value) = entries.remove(index);
        if entries.is_empty() {
            self.0 = None;
        }
        value
    }

    /// Returns the fields and their values.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Json)> {
        self.entries().iter().filter_map(|(key, value)| Some((&**key, value.as_ref()?)))
    }

    /// Returns the number of fields.
    #[must_use]
    pub fn len(&self) -> usize {
        self.iter().count()
    }

    /// Returns whether the map is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }

    /// Returns what is known of a field; `Some(None)` if it is a constant that was missing.
    pub(crate) fn entry(&self, key: &str) -> Option<&Option<Json>> {
        self.entries().iter().find(|(known, _)| **known == *key).map(|(_, value)| value)
    }

    /// Returns whether there is nothing at all, not even a missing constant.
    #[inline]
    pub(crate) fn is_unused(&self) -> bool {
        self.0.is_none()
    }

    /// Notes a value, or that a constant is missing. Returns what was noted before.
    #[cold]
    pub(crate) fn set(&mut self, key: &str, value: Option<Json>) -> Option<Option<Json>> {
        let entries = self.0.get_or_insert_default();
        match entries.iter_mut().find(|(known, _)| **known == *key) {
            Some((_, known)) => Some(std::mem::replace(known, value)),
            None => {
                entries.push((key.into(), value));
                None
            }
        }
    }

    fn entries(&self) -> &[(Box<str>, Option<Json>)] {
        self.0.as_ref().map_or(&[], |entries| entries)
    }
}

/// The order does not count.
impl PartialEq for UnknownFields {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (None, None) => true,
            _ => {
                let same = |(key, value): &(Box<str>, Option<Json>)| other.entry(key) == Some(value);
                self.entries().len() == other.entries().len() && self.entries().iter().all(same)
            }
        }
    }
}

impl Eq for UnknownFields {}

impl<K: AsRef<str>, V: Into<Json>> Extend<(K, V)> for UnknownFields {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, fields: I) {
        for (key, value) in fields {
            self.insert(key.as_ref(), value);
        }
    }
}

/// Shows how many there are.
impl fmt::Debug for UnknownFields {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "UnknownFields(<{}>)", self.len())
    }
}

impl Empty for UnknownFields {
    #[inline]
    fn empty() -> Self {
        Self(None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(entries: &[(&str, &str)]) -> UnknownFields {
        let mut fields = UnknownFields::default();
        fields.extend(entries.iter().map(|(key, json)| (key, Json::parse(*json).unwrap())));
        fields
    }

    #[test]
    fn fields_are_known_by_name() {
        let mut found = fields(&[("a", "1.50"), ("b", "null"), ("a", "2")]);
        assert_eq!(found.get("a").map(Json::get), Some("2"));
        assert_eq!(found.get("b").map(Json::get), Some("null"));
        assert_eq!((found.get("c"), found.len(), found.is_empty()), (None, 2, false));
        assert_eq!(found.iter().map(|(key, _)| key).collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(found.remove("a").map(|json| json.to_string()).as_deref(), Some("2"));
        assert_eq!((found.remove("a"), found.remove("b").is_some()), (None, true));
        assert!(found.is_empty() && found.is_unused());
    }

    #[test]
    fn the_order_does_not_count() {
        assert_eq!(fields(&[("a", "1"), ("b", "2")]), fields(&[("b", "2"), ("a", "1")]));
        for other in [fields(&[]), fields(&[("a", "1")]), fields(&[("a", "1"), ("b", "3")])] {
            assert_ne!(fields(&[("a", "1"), ("b", "2")]), other);
        }
        assert_eq!(UnknownFields::default(), fields(&[]));
    }

    #[test]
    fn they_take_the_room_of_a_pointer() {
        assert_eq!(size_of::<UnknownFields>(), 8);
        assert_eq!(format!("{:?}", fields(&[("jane@example.com", "1")])), "UnknownFields(<1>)");
    }
}
