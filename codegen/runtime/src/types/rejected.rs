//! Array elements that were set aside.

use std::fmt;

use crate::types::json::Json;

/// An array element that violates the specification, and was set aside so that the rest can be decoded. It is the
/// innermost element that holds the violation, such as one toy of a pet.
///
/// Neither `Display` nor `Debug` shows its content; [`raw`](Self::raw) returns it.
#[derive(Clone, PartialEq, Eq)]
pub struct Rejected {
    pub(crate) index: usize,
    pub(crate) path: String,
    pub(crate) message: String,
    pub(crate) raw: Json,
    /// Whether it is one of the items that the operation lists, rather than an element of an array inside of one.
    pub(crate) is_item: bool,
}

impl Rejected {
    /// Returns its index in the array of the response, from 0. The elements that were decoded are not renumbered.
    #[must_use]
    pub fn index(&self) -> usize {
        self.index
    }

    /// Returns the JSON path of the violation, such as `data[3].id`.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Returns the path as a JSON pointer, such as `/data/3/id`.
    pub(crate) fn pointer(&self) -> String {
        // Neither keys of a specification nor the placeholder for others contain these characters.
        let steps = self.path.split(['.', '[', ']']).filter(|step| !step.is_empty());
        steps.flat_map(|step| ["/", step]).collect()
    }

    /// Returns what is wrong, without the value.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Returns the raw JSON of the element.
    #[must_use]
    pub fn raw(&self) -> &Json {
        &self.raw
    }

    /// Returns the raw JSON of the element, by value.
    #[must_use]
    pub fn into_raw(self) -> Json {
        self.raw
    }
}

/// Shows the path and the message: `data[3].id: invalid type: string, expected i64`.
impl fmt::Display for Rejected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.message)
    }
}

impl fmt::Debug for Rejected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rejected")
            .field("index", &self.index)
            .field("path", &self.path)
            .field("message", &self.message)
            .field("raw", &self.raw)
            .finish()
    }
}
