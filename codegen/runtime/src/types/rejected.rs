//! Items that were set aside.

use std::fmt;

use crate::types::json::Json;

/// An element of an array that is not what the specification says, set aside so that the rest arrives: the innermost one
/// that holds what is wrong, such as a toy of a pet.
///
/// Neither `Display` nor `Debug` shows what the item holds; [`raw`](Self::raw) does.
#[derive(Clone, PartialEq, Eq)]
pub struct Rejected {
    pub(crate) index: usize,
    pub(crate) path: String,
    pub(crate) message: String,
    pub(crate) raw: Json,
    /// Whether it is one of the items that the operation lists, and not an element of an array in one.
    pub(crate) is_item: bool,
}

impl Rejected {
    /// Its place in its array as it came, counted from 0; those that arrived are not renumbered.
    #[must_use]
    pub fn index(&self) -> usize {
        self.index
    }

    /// Where in the answer it is wrong, as in `data[3].id`.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The same as a JSON pointer, such as `/data/3/id`.
    pub(crate) fn pointer(&self) -> String {
        // Neither keys of a specification nor what stands for others have such characters.
        let steps = self.path.split(['.', '[', ']']).filter(|step| !step.is_empty());
        steps.flat_map(|step| ["/", step]).collect()
    }

    /// What is wrong there, without the text that is there.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The element, letter by letter as it came.
    #[must_use]
    pub fn raw(&self) -> &Json {
        &self.raw
    }

    /// The element, without a copy.
    #[must_use]
    pub fn into_raw(self) -> Json {
        self.raw
    }
}

/// Says where and what: `data[3].id: invalid type: string, expected i64`.
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
