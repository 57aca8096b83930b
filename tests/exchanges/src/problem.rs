//! Problems of recordings.

use std::fmt;

/// A problem: the file, the location in its JSON, the message, and the location in the spec that it violates.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "said above")]
pub struct Problem {
    pub file: String,
    /// A JSON pointer; empty for the whole file.
    pub pointer: String,
    pub message: String,
    /// Such as `spec/v3/customers.yaml:120`.
    pub place: Option<String>,
}

impl Problem {
    /// Creates a problem of a whole file.
    pub fn new(file: impl Into<String>, message: impl Into<String>) -> Self {
        Self { file: file.into(), pointer: String::new(), message: message.into(), place: None }
    }

    /// Creates a problem at a location in the file.
    #[must_use]
    pub fn at(mut self, pointer: impl Into<String>) -> Self {
        self.pointer = pointer.into();
        self
    }

    /// Sets the location in the spec.
    #[must_use]
    pub fn by(mut self, place: impl Into<String>) -> Self {
        self.place = Some(place.into());
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if !self.pointer.is_empty() {
            write!(f, " {}", self.pointer)?;
        }
        write!(f, ": {}", self.message)?;
        self.place.as_ref().map_or(Ok(()), |place| write!(f, " ({place})"))
    }
}

/// Formats all problems, one per line, and their number.
#[must_use]
pub fn list(problems: &[Problem]) -> String {
    let lines: Vec<_> = problems.iter().map(|problem| format!("  {problem}\n")).collect();
    format!("{} problems\n{}", problems.len(), lines.concat())
}
