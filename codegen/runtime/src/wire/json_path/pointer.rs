//! The current path as text.

use std::fmt::Write as _;

use super::{ANY_KEY, CURRENT, Step};
use crate::types::redact;

/// Returns the current path as a JSON pointer, optionally with one more key; `None` if no path is tracked.
pub(crate) fn pointer(key: Option<&str>) -> Option<Box<str>> {
    CURRENT.with_borrow(|current| {
        let mut pointer = String::new();
        for step in &current.as_ref()?.steps {
            pointer.push('/');
            match step {
                Step::Key(key) => push_escaped(&mut pointer, key),
                Step::AnyKey => pointer.push_str(ANY_KEY),
                // Writing to a string does not fail.
                Step::Index(index) => drop(write!(pointer, "{index}")),
            }
        }
        if let Some(key) = key {
            pointer.push('/');
            push_escaped(&mut pointer, key);
        }
        Some(pointer.into())
    })
}

pub(crate) fn push_escaped(pointer: &mut String, key: &str) {
    for char in key.chars() {
        match char {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            char => pointer.push(char),
        }
    }
}

pub(super) fn path(steps: &[Step]) -> Option<String> {
    let mut path = String::new();
    for step in steps {
        let key = match step {
            Step::Key(key) => redact::key(key),
            Step::AnyKey => ANY_KEY,
            Step::Index(index) => {
                let _ = write!(path, "[{index}]");
                continue;
            }
        };
        if !path.is_empty() {
            path.push('.');
        }
        path.push_str(key);
    }
    (!path.is_empty()).then_some(path)
}
