//! Documents that are good, and exactly what is generated from them.
//!
//! Each folder of `good/` is a case: `spec/` goes in, `expected/` comes out. `UPDATE_CASES=1 cargo test -p codegen
//! --test good_output` writes `expected/` anew: read it before it is kept. `good.rs` compiles all of it, and is a test of
//! its own so that what does not compile can still be compared. A new case is added to its `cases!`.
//!
//! A case with a folder `expected_with_features/` is generated a second time, with a feature for each version: there are
//! the files that differ.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may panic"
)]

mod support;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use codegen::{Features, Options, generate};
use similar::TextDiff;
use support::{cases, files, folder};

fn generated(case: &str, features: bool) -> BTreeMap<String, String> {
    generated_from(case, &folder("good").join(case).join("spec"), features)
}

fn generated_from(case: &str, spec: &Path, features: bool) -> BTreeMap<String, String> {
    let mut options = Options::modules("generated-client", "spec");
    options.features = if features { Features::Versions } else { Features::None };
    options.command = "cargo xtask regen".to_owned();
    let result = generate(&[spec.to_owned()], &options);
    let mut problems = String::new();
    for problem in &result.diagnostics {
        let place = problem.primary.as_ref().map(|label| {
            let file = result.sources.file(label.place.file).unwrap();
            let (line, _) = file.line_column(label.place.span.start);
            format!("{}:{line}: ", file.path)
        });
        writeln!(problems, "{}{}: {}", place.unwrap_or_default(), problem.code, problem.message).unwrap();
    }
    assert!(problems.is_empty(), "{case} is a good case, but has problems:\n{problems}");
    result.tree.unwrap().files
}

/// Reports how what is generated differs from what is expected, or makes it what is expected.
fn compare(case: &str, new: &BTreeMap<String, String>, expected: &Path, report: &mut String) {
    let old = files(expected);
    if env::var_os("UPDATE_CASES").is_some() {
        for path in old.keys().filter(|path| !new.contains_key(*path)) {
            fs::remove_file(expected.join(path)).unwrap();
        }
        for (path, text) in new {
            let path = expected.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        return;
    }
    for path in old.keys().filter(|path| !new.contains_key(*path)) {
        writeln!(report, "{case}: {path} is expected, but not generated").unwrap();
    }
    for (path, text) in new {
        match old.get(path) {
            None => writeln!(report, "{case}: {path} is generated, but not expected").unwrap(),
            Some(old) if old == text => {}
            Some(old) => {
                let diff = TextDiff::from_lines(old.as_str(), text.as_str());
                let diff = diff.unified_diff().header("expected", "generated").to_string();
                writeln!(report, "{case}: {path} differs\n{diff}").unwrap();
            }
        }
    }
}

#[test]
fn each_case_gives_what_is_expected() {
    let (mut report, mut with_features) = (String::new(), 0);
    for case in &cases("good") {
        let plain = generated(case, false);
        compare(case, &plain, &folder("good").join(case).join("expected"), &mut report);
        let expected = folder("good").join(case).join("expected_with_features");
        if expected.exists() {
            let mut different = generated(case, true);
            different.retain(|path, text| plain.get(path) != Some(text));
            compare(case, &different, &expected, &mut report);
            with_features += 1;
        }
    }
    assert!(report.is_empty(), "{report}\nif that is what you want: UPDATE_CASES=1");
    assert!(with_features > 0, "no case is generated with features");
}

#[test]
fn each_case_gives_the_same_wherever_it_lies() {
    for case in &cases("good") {
        let elsewhere = tempfile::tempdir().unwrap();
        for (path, text) in files(&folder("good").join(case).join("spec")) {
            let path = elsewhere.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        assert_eq!(generated(case, false), generated_from(case, elsewhere.path(), false), "{case}");
    }
}
