//! The file of accepted differences.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::exit;

/// The accepted differences: the fingerprint of each, with the reason.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Accepted {
    /// The file, as messages show it.
    pub file: String,
    /// Reasons by fingerprint.
    pub reasons: BTreeMap<String, String>,
}

/// A problem with that file.
#[derive(Debug)]
pub enum Problem {
    /// The file cannot be read.
    Io(PathBuf, io::Error),
    /// The file is not a list of complete entries.
    Content(PathBuf, String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    fingerprint: String,
    reason: String,
}

/// Reads the file. An empty one accepts nothing.
///
/// # Errors
/// If it cannot be read, or is not a list of entries with a fingerprint and a reason each.
pub fn read(path: &Path) -> Result<Accepted, Problem> {
    let text = fs::read_to_string(path).map_err(|error| Problem::Io(path.to_owned(), error))?;
    parse(&text, &path.display().to_string()).map_err(|problem| Problem::Content(path.to_owned(), problem))
}

/// Reads the text of such a file.
///
/// # Errors
/// If it is not a list of entries with a fingerprint and a reason each.
pub fn parse(text: &str, file: &str) -> Result<Accepted, String> {
    let entries: Option<Vec<Entry>> = serde_yaml::from_str(text).map_err(|error| error.to_string())?;
    let mut reasons = BTreeMap::new();
    for Entry { fingerprint, reason } in entries.unwrap_or_default() {
        if reason.trim().is_empty() {
            return Err(format!("the entry of {fingerprint} has no reason"));
        }
        if reasons.insert(fingerprint.clone(), reason.trim().to_owned()).is_some() {
            return Err(format!("there are two entries of {fingerprint}"));
        }
    }
    Ok(Accepted { file: file.to_owned(), reasons })
}

impl Problem {
    /// Returns the exit code.
    pub fn code(&self) -> u8 {
        match self {
            Self::Io(..) => exit::IO,
            Self::Content(..) => exit::SPEC,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(path, error) => write!(f, "cannot read {}: {error}", path.display()),
            Self::Content(path, problem) => write!(
                f,
                "{}: {problem}\n  help: write a list of entries, each with a `fingerprint` and a `reason`",
                path.display()
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_have_a_fingerprint_and_a_reason() {
        for (text, expected) in [
            ("", Ok(0)),
            ("# Nothing yet.\n", Ok(0)),
            ("- {fingerprint: 00ff, reason: Nobody uses it.}\n", Ok(1)),
            ("- {fingerprint: 00ff}\n", Err("missing field `reason`")),
            ("- {fingerprint: 00ff, reason: ' '}\n", Err("00ff has no reason")),
            ("- {fingerprint: 00ff, reason: a, by: me}\n", Err("unknown field `by`")),
            ("- {fingerprint: 00ff, reason: a}\n- {fingerprint: 00ff, reason: b}\n", Err("two entries of 00ff")),
            ("fingerprint: 00ff\n", Err("invalid type: map")),
        ] {
            let parsed = parse(text, "accepted.yaml");
            match expected {
                Ok(count) => assert_eq!(parsed.map(|accepted| accepted.reasons.len()), Ok(count), "{text}"),
                Err(part) => {
                    assert!(parsed.as_ref().is_err_and(|problem| problem.contains(part)), "{text}: {parsed:?}")
                }
            }
        }
    }
}
