//! Documents of which something did not come back once, each with one kind of mistake.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test ends by panicking"
)]

use std::path::Path;

use codegen::Options;
use codegen::plan::plan;
use openapi_client_prove::prove;

#[test]
fn what_was_lost_once_comes_back() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mended");
    let mut names: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    names.sort();
    assert!(!names.is_empty());
    for document in names {
        let planned = plan(std::slice::from_ref(&document), &Options::default());
        let problems: Vec<_> = planned.diagnostics.iter().map(|one| format!("{} {}", one.code, one.message)).collect();
        let planned = planned.plan.unwrap_or_else(|| panic!("{document:?}: {}", problems.join("\n")));
        for seed in 0..3 {
            let proof = prove(&planned, seed).unwrap();
            assert!(proof.findings.is_empty(), "{document:?}, seed {seed}: {:#?}", proof.findings);
            assert!(proof.values > 0 && proof.unproved_branches.is_empty(), "{document:?}: {proof:?}");
        }
    }
}
