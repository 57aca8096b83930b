//! The description of a structure: its keys, and what holds for their values.

use crate::types::check::Limits;

/// The description of a structure for the decoder.
#[derive(Debug)]
pub struct Schema {
    /// The name of the structure, for messages.
    pub name: &'static str,
    /// The fields, in the order of the specification.
    pub fields: &'static [Field],
    /// The keys with a single value, which have no field.
    pub tags: &'static [&'static str],
    /// Whether the structure keeps unknown keys.
    pub open: bool,
}

/// A key of an object.
#[derive(Debug)]
pub struct Field {
    /// The key in JSON.
    pub key: &'static str,
    /// Whether an object without the key is refused.
    pub required: bool,
    /// The value of a required field that is missing, in JSON.
    pub default: Option<&'static str>,
    /// The limits of the value when it is sent.
    pub limits: Limits,
    /// Whether the value is marked as sensitive, or as not sensitive.
    pub sensitive: Option<bool>,
}

/// The notation of `object!`.
impl Field {
    /// Creates a key that objects must have, and that is always written.
    #[must_use]
    pub const fn required(key: &'static str) -> Self {
        Self { key, required: true, default: None, limits: Limits::NONE, sensitive: None }
    }

    /// Creates a key that objects may lack, and that is not written if the field, an `Option` or a `Nullable`, is
    /// absent.
    #[must_use]
    pub const fn optional(key: &'static str) -> Self {
        Self { key, required: false, default: None, limits: Limits::NONE, sensitive: None }
    }

    /// Sets the value of a required field that is missing, in JSON.
    #[must_use]
    pub const fn default(mut self, json: &'static str) -> Self {
        self.default = Some(json);
        self
    }

    /// Says whether `Debug` hides the value.
    #[must_use]
    pub const fn sensitive(mut self, sensitive: bool) -> Self {
        self.sensitive = Some(sensitive);
        self
    }

    /// Limits the length of a string, in Unicode scalar values.
    #[must_use]
    pub const fn chars(mut self, min: usize, max: Option<usize>) -> Self {
        self.limits = self.limits.chars(min, max);
        self
    }

    /// Limits the number of elements of an array.
    #[must_use]
    pub const fn items(mut self, min: usize, max: Option<usize>) -> Self {
        self.limits = self.limits.items(min, max);
        self
    }

    /// Limits a number; both bounds are inclusive.
    #[must_use]
    pub const fn range(mut self, min: Option<i128>, max: Option<i128>) -> Self {
        self.limits = self.limits.range(min, max);
        self
    }
}
