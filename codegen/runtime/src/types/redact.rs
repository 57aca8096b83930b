//! `Debug` without personal data.

use std::fmt;

use bytes::Bytes;

use crate::types::map::Map;

/// Whether texts are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Privacy {
    /// Only that there is one.
    Hidden,
    /// All but those that the specification marks as sensitive.
    Shown,
    /// All but secrets, for tests.
    Revealed,
}

impl Privacy {
    /// Shows a text, or that there is one.
    pub(crate) fn show(self, text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Hidden => f.write_str(TEXT),
            Self::Shown | Self::Revealed => fmt::Debug::fmt(text, f),
        }
    }

    /// Returns what holds inside of a member that is marked as sensitive or as not sensitive, if it is marked.
    #[must_use]
    pub fn inside(self, sensitive: Option<bool>) -> Self {
        match (self, sensitive) {
            (Self::Revealed, _) | (_, None) => self,
            (_, Some(true)) => Self::Hidden,
            (_, Some(false)) => Self::Shown,
        }
    }
}

/// A value that can be logged: ids, numbers, flags, known enum values and dates are shown; free text and raw bodies
/// as `privacy` says.
#[doc(hidden)]
pub trait Redact {
    /// What `Debug` does.
    const PRIVACY: Privacy = Privacy::Hidden;

    /// Writes the value.
    ///
    /// # Errors
    /// When the formatter fails.
    fn redact(&self, f: &mut fmt::Formatter<'_>, privacy: Privacy) -> fmt::Result;
}

/// Implements `Debug` by [`Redact`].
pub struct Redacted<'a, T: ?Sized>(pub &'a T, pub Privacy);

impl<T: Redact + ?Sized> fmt::Debug for Redacted<'_, T> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.redact(f, self.1)
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
            fn redact(&self, f: &mut fmt::Formatter<'_>, _: Privacy) -> fmt::Result {
                fmt::Debug::fmt(self, f)
            }
        })+
    };
}

shown!((), bool, i32, i64, u64, f64);

impl Redact for String {
    #[inline]
    fn redact(&self, f: &mut fmt::Formatter<'_>, privacy: Privacy) -> fmt::Result {
        privacy.show(self, f)
    }
}

impl Redact for Bytes {
    fn redact(&self, f: &mut fmt::Formatter<'_>, _: Privacy) -> fmt::Result {
        write!(f, "<{} bytes>", self.len())
    }
}

impl<T: Redact> Redact for Box<T> {
    const PRIVACY: Privacy = T::PRIVACY;

    #[inline]
    fn redact(&self, f: &mut fmt::Formatter<'_>, privacy: Privacy) -> fmt::Result {
        (**self).redact(f, privacy)
    }
}

impl<T: Redact> Redact for Option<T> {
    const PRIVACY: Privacy = T::PRIVACY;

    #[inline]
    fn redact(&self, f: &mut fmt::Formatter<'_>, privacy: Privacy) -> fmt::Result {
        match self {
            Some(value) => value.redact(f, privacy),
            None => f.write_str("None"),
        }
    }
}

impl<T: Redact> Redact for Vec<T> {
    const PRIVACY: Privacy = T::PRIVACY;

    #[inline]
    fn redact(&self, f: &mut fmt::Formatter<'_>, privacy: Privacy) -> fmt::Result {
        f.debug_list().entries(self.iter().map(|item| Redacted(item, privacy))).finish()
    }
}

/// The keys are texts as well: where those are hidden, only their number is shown.
impl<T: Redact> Redact for Map<T> {
    const PRIVACY: Privacy = T::PRIVACY;

    fn redact(&self, f: &mut fmt::Formatter<'_>, privacy: Privacy) -> fmt::Result {
        match privacy {
            Privacy::Hidden => write!(f, "<{} entries>", self.len()),
            Privacy::Shown | Privacy::Revealed => {
                f.debug_map().entries(self.iter().map(|(key, value)| (key, Redacted(value, privacy)))).finish()
            }
        }
    }
}

#[cfg(test)]
mod tests;
