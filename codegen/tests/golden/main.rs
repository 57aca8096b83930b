//! Cases with exactly what is expected of each.
//!
//! `good/`, `bad/`, `documents/` and `lint/` beside this folder hold the cases: every folder in them is one, and nothing has
//! to be registered. Its files and folders whose names begin with `expected` say what comes out; all others go in.
//!
//! - `good/` has fragments as this workspace writes them, and what is generated from them.
//! - `bad/` has fragments with mistakes, and what is reported.
//! - `documents/` has documents that anyone might have written, with what is reported and generated.
//! - `lint/` has documents with what `lint` reports.
//!
//! `UPDATE_CASES=1 cargo test --workspace --test golden` writes what is expected anew. Read it before it is kept.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs,
    reason = "a test may panic"
)]

mod bad;
#[path = "../support/cases.rs"]
mod cases;
mod documents;
mod good;
mod harness;
mod lint;
mod outline;
mod overlays;
mod pages;
mod published;
mod report;
mod rule_pages;
