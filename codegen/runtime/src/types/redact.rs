//! `Debug` without personal data.

use std::fmt;

use bytes::Bytes;

use crate::types::map::Map;

/// A value that can be logged: ids, numbers, flags, known enum values and dates are shown; free text and raw bodies
/// only by their kind.
pub trait Redact {
    /// Writes the value without personal data.
    ///
    /// # Errors
    /// When the formatter fails.
    fn redact(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result;
}

/// Implements `Debug` by [`Redact`].
pub struct Redacted<'a, T: ?Sized>(pub &'a T);

impl<T: Redact + ?Sized> fmt::Debug for Redacted<'_, T> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.redact(f)
    }
}

/// The placeholder for free text.
pub(crate) const TEXT: &str = "<text>";

/// Returns a JSON key, if it is a word. Other keys are not those of a specification, and may be anything: an e-mail
/// address, or several lines of a log.
pub(crate) fn key(key: &str) -> &str {
    let is_word = key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
    if is_word { key } else { "<key>" }
}

/// Returns a request id, if it looks like one. A server may send anything.
pub(crate) fn id(id: &str) -> &str {
    let is_of_id = |c: char| c.is_ascii_alphanumeric() || "-_.:/+=".contains(c);
    if id.len() <= 128 && id.chars().all(is_of_id) { id } else { "<id>" }
}

macro_rules! shown {
    ($($name:ty),+ $(,)?) => {
        $(impl Redact for $name {
            #[inline]
            fn redact(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(self, f)
            }
        })+
    };
}

shown!((), bool, i32, i64, u64, f64);

impl Redact for String {
    #[inline]
    fn redact(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(TEXT)
    }
}

impl Redact for Bytes {
    fn redact(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{} bytes>", self.len())
    }
}

impl<T: Redact> Redact for Box<T> {
    #[inline]
    fn redact(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).redact(f)
    }
}

impl<T: Redact> Redact for Option<T> {
    #[inline]
    fn redact(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Some(value) => value.redact(f),
            None => f.write_str("None"),
        }
    }
}

impl<T: Redact> Redact for Vec<T> {
    #[inline]
    fn redact(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter().map(Redacted)).finish()
    }
}

/// The keys may be personal data, so only their number is shown.
impl<T> Redact for Map<T> {
    fn redact(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{} entries>", self.len())
    }
}
