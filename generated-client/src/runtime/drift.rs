//! Collects drift while a response is decoded.
//!
//! `Deserialize` has no room for a context, so the collector belongs to the thread. It is active only
//! inside [`collect`], which decodes without awaiting: whoever reads the types with serde on their own
//! pays nothing.

use std::cell::RefCell;

use crate::{Drift, DriftKind};

/// More kinds of drift than this say nothing new: the body is something else altogether.
const MOST: usize = 64;

thread_local! {
    static COLLECTED: RefCell<Option<Vec<Drift>>> = const { RefCell::new(None) };
}

/// Runs `decode`, and gives the drift that it met beside its result.
pub(crate) fn collect<R>(decode: impl FnOnce() -> R) -> (R, Vec<Drift>) {
    COLLECTED.set(Some(Vec::new()));
    let result = decode();
    (result, COLLECTED.take().unwrap_or_default())
}

pub(super) fn unknown_field(type_name: &'static str, key: &str) {
    report(type_name, DriftKind::UnknownField, key);
}

pub(super) fn unknown_value(type_name: &'static str, text: &str) {
    report(type_name, DriftKind::UnknownValue, text);
}

pub(super) fn unknown_shape(type_name: &'static str) {
    report(type_name, DriftKind::UnknownShape, "");
}

/// Runs `attempt`, and forgets the drift that it met if it fails.
pub(super) fn attempt<T, E>(attempt: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
    let before = COLLECTED.with_borrow(|collected| collected.as_ref().map_or(0, Vec::len));
    attempt().inspect_err(|_| {
        COLLECTED.with_borrow_mut(|collected| {
            if let Some(drift) = collected {
                drift.truncate(before);
            }
        });
    })
}

fn report(type_name: &'static str, kind: DriftKind, text: &str) {
    COLLECTED.with_borrow_mut(|collected| {
        let Some(drift) = collected else { return };
        let known = |d: &Drift| d.type_name == type_name && d.kind == kind && *d.text == *text;
        if drift.len() < MOST && !drift.iter().any(known) {
            drift.push(Drift { type_name, kind, text: text.into() });
        }
    });
}
