//! Texts that are never shown.

use std::{cell::RefCell, fmt};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::types::{
    blank::Blank,
    check::{At, Check, Limits, Violation},
    redact::Redact,
};

/// A text that `Debug` never shows: an access token, a password.
///
/// It is sent as its text. There is no `Display`: [`expose`](Self::expose) says what it does. There is no order and no
/// `Hash` either: the place of a secret among others, and a hash of it, tell something about it.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Box<str>);

thread_local! {
    /// `Serialize` has no room for a context, so the collector belongs to the thread.
    static SENT: RefCell<Option<Vec<Secret>>> = const { RefCell::new(None) };
}

/// Runs `serialize`, and gives the secrets that it wrote beside its result.
pub(crate) fn collect<R>(serialize: impl FnOnce() -> R) -> (R, Vec<Secret>) {
    SENT.set(Some(Vec::new()));
    let result = serialize();
    (result, SENT.take().unwrap_or_default())
}

impl Secret {
    /// The text itself.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl From<&String> for Secret {
    fn from(text: &String) -> Self {
        text.as_str().into()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(***)")
    }
}

impl Serialize for Secret {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        SENT.with_borrow_mut(|sent| {
            if let Some(sent) = sent {
                sent.push(self.clone());
            }
        });
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Box::deserialize(deserializer).map(Self)
    }
}

impl Blank for Secret {
    fn blank() -> Self {
        Self(Box::default())
    }
}

impl Check for Secret {
    fn check(&self, limits: Limits, at: At<'_>) -> Result<(), Violation> {
        limits.check_chars(&self.0, at)
    }
}

impl Redact for Secret {
    fn redact(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}
