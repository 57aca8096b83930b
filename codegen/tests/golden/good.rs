//! Fragments that are good, and what is generated from them: word by word what is below `expected/`, and as an outline all
//! else.
//!
//! A case with a folder `expected_with_features/` is generated a second time, with a feature for each version: there are
//! the files that differ. `generated-cases` compiles all of it.

use std::path::Path;

use crate::cases::{self, Files};
use crate::harness::{self, Produced};
use crate::report::report;

const FEATURES: &str = "expected_with_features";

fn generated(case: &Path, features: bool) -> Files {
    let result = cases::good(case, features);
    let problems = report(&result.diagnostics, &result.sources);
    assert!(problems.is_empty(), "{} is a good case, but has problems:\n{problems}", case.display());
    result.tree.unwrap().files
}

#[test]
fn each_case_gives_what_is_expected() {
    harness::check("good", |case| {
        let mut produced = Produced::default();
        let plain = generated(case, false);
        produced.add_code(case, &plain);
        if case.join(FEATURES).exists() {
            let different = generated(case, true).into_iter().filter(|(path, text)| plain.get(path) != Some(text));
            produced.always.extend(different.map(|(path, text)| (format!("{FEATURES}/{path}"), text)));
        }
        produced
    });
    let with_features = harness::all("good").iter().filter(|case| case.join(FEATURES).exists()).count();
    assert!(with_features > 0, "no case is generated with features");
}

#[test]
fn each_case_gives_the_same_wherever_it_lies() {
    for case in harness::all("good") {
        let elsewhere = tempfile::tempdir().unwrap();
        cases::write(elsewhere.path(), &harness::inputs(&case));
        assert_eq!(generated(&case, false), generated(elsewhere.path(), false), "{}", case.display());
    }
}

/// The names of the ledger that a case gives are those it has.
#[test]
fn each_case_keeps_its_names() {
    for case in harness::all("good") {
        let first = cases::good(&case, false);
        let again = tempfile::tempdir().unwrap();
        cases::write(again.path(), &harness::inputs(&case));
        std::fs::write(again.path().join("spec").join(codegen::LEDGER), first.ledger.as_ref().unwrap()).unwrap();
        let second = cases::good(again.path(), false);
        assert!(second.tree == first.tree, "{}: {:#?}", case.display(), second.diagnostics);
        assert_eq!(second.ledger, first.ledger, "{}", case.display());
    }
}
