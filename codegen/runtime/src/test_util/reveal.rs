//! Shows values with all their texts.

use std::fmt;

use crate::types::redact::{Privacy, Redact, Redacted};

/// Returns something that `Debug` shows with all texts, whatever the type hides: for the messages of tests. Secrets stay
/// hidden.
///
/// ```
/// use openapi_client_runtime::test_util::reveal;
/// # mod zoo { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/zoo.rs")); }
/// # use zoo::Pet;
///
/// let pet: Pet = serde_json::from_str(r#"{"id": 7, "name": "Tilda"}"#)?;
/// assert_eq!(format!("{pet:?}"), "Pet { id: 7, name: <text> }");
/// assert_eq!(format!("{:?}", reveal(&pet)), r#"Pet { id: 7, name: "Tilda" }"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn reveal<T: Redact + ?Sized>(value: &T) -> impl fmt::Debug {
    Redacted(value, Privacy::Revealed)
}
