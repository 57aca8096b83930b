//! Problems of recordings.

use std::fmt;

/// A fault: the file, the place in its JSON, what is wrong there, and the place in the spec that says so.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "said above")]
pub struct Problem {
    pub file: String,
    /// A JSON pointer; empty for the whole.
    pub pointer: String,
    pub message: String,
    /// As in `spec/v3/customers.yaml:120`.
    pub place: Option<String>,
}

impl Problem {
    /// A fault of a whole file.
    pub fn new(file: impl Into<String>, message: impl Into<String>) -> Self {
        Self { file: file.into(), pointer: String::new(), message: message.into(), place: None }
    }

    /// A fault at a place in the file.
    #[must_use]
    pub fn at(mut self, pointer: impl Into<String>) -> Self {
        self.pointer = pointer.into();
        self
    }

    /// What the fault is measured by.
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

/// All of them, one a line, and how many there are.
#[must_use]
pub fn list(problems: &[Problem]) -> String {
    let lines: Vec<_> = problems.iter().map(|problem| format!("  {problem}\n")).collect();
    format!("{} problems\n{}", problems.len(), lines.concat())
}
