//! Strings that are never shown.

use std::{cell::RefCell, fmt};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::types::{
    check::{At, Check, Limits, Violation},
    empty::Empty,
    facts::{Depth, Facts, Texts},
    redact::{Privacy, Redact},
};

/// A string that `Debug` never shows, such as an access token or a password.
///
/// It is sent as a plain string. There is no `Display`: call [`expose`](Self::expose). There is no order and no `Hash`
/// either: the position of a secret among others, and its hash, reveal something about it.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Box<str>);

thread_local! {
    /// `Serialize` takes no context, so the collector is thread-local.
    static SENT: RefCell<Option<Vec<Secret>>> = const { RefCell::new(None) };
}

/// Runs `serialize`, and returns its result with the secrets that it wrote.
pub(crate) fn collect<R>(serialize: impl FnOnce() -> R) -> (R, Vec<Secret>) {
    SENT.set(Some(Vec::new()));
    let result = serialize();
    (result, SENT.take().unwrap_or_default())
}

impl Secret {
    /// Returns the string.
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

impl Empty for Secret {
    fn empty() -> Self {
        Self(Box::default())
    }
}

impl Check for Secret {
    fn facts(_: Depth) -> Vec<Facts<'static>> {
        vec![Facts::texts(Texts::Any)]
    }

    fn check(&self, limits: Limits, at: At<'_>) -> Result<(), Violation> {
        limits.check_chars(&self.0, at)
    }
}

impl Redact for Secret {
    fn redact(&self, f: &mut fmt::Formatter<'_>, _: Privacy) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}
