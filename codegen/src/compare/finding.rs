//! One difference between two crates, as it is reported.

use super::rules::{Callers, Rule, Wire};
use crate::surface::Reach;

/// A difference between two crates.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// The rule that describes the kind of difference.
    pub rule: &'static Rule,
    /// What it means for the callers of the crate.
    pub callers: Callers,
    /// What it means for programs that are already deployed.
    pub wire: Wire,
    /// What the element is, such as `parameter`.
    pub subject: &'static str,
    /// What of it differs, such as `maxLength`; `None` if all of it was added or removed.
    pub aspect: Option<&'static str>,
    /// The path in Rust of the element, in the base, or of an addition in the head.
    pub item: String,
    /// Its name on the wire, if it has one.
    pub wire_name: String,
    /// The declaration or the value in the base; empty for an addition.
    pub before: String,
    /// The declaration or the value in the head; empty for a removal.
    pub after: String,
    /// The operations that send it, as paths of methods.
    pub sent_by: Vec<String>,
    /// The operations that receive it.
    pub received_by: Vec<String>,
    /// Where the documents of the base describe it.
    pub base: Option<Place>,
    /// Where those of the head do.
    pub head: Option<Place>,
    /// What a caller writes in the base, and in the head; `None` where there is nothing to write.
    pub code: Option<CallerCode>,
    /// 16 hexadecimal digits that stay the same as long as the difference does.
    pub fingerprint: String,
}

/// A place in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Place {
    /// The path of the document, as diagnostics show it.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The path of the document and a JSON pointer, such as `pets.yaml#/components/schemas/Pet`.
    pub pointer: String,
    /// The lines there, up to 40 of them.
    pub excerpt: String,
}

/// The code of a caller.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CallerCode {
    /// What compiles with the base.
    pub before: String,
    /// What compiles with the head; empty if there is nothing in its place.
    pub after: String,
}

/// Returns the fingerprint of these texts: FNV-1a with 64 bits, which is the same on every machine and in every version.
pub(super) fn fingerprint(texts: &[&str]) -> String {
    let separated = texts.iter().flat_map(|text| text.bytes().chain([0]));
    let hash = separated
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    format!("{hash:016x}")
}

/// Where a value goes to or comes from.
#[derive(Debug, Default)]
pub(super) struct Directions {
    pub(super) is_sent: bool,
    pub(super) is_received: bool,
    pub(super) reach: Reach,
}
