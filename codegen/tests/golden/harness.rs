//! Compares what cases produce with what is expected of them, or writes that anew.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use similar::TextDiff;

use crate::cases::{self, Files};
use crate::outline::outline;

/// How what is expected is written anew.
const COMMAND: &str = "UPDATE_CASES=1 cargo test --workspace --test golden";

/// Begins the name of each file and folder of a case that says what is expected.
const EXPECTED: &str = "expected";

/// What a case produces, by the path of the file of the case that expects it.
#[derive(Default)]
pub struct Produced {
    /// Expected of every case.
    pub always: Files,
    /// Compared where the case has the file.
    pub chosen: Files,
}

impl Produced {
    /// A single text.
    pub fn text(text: String) -> Self {
        Self { always: Files::from([("expected.txt".to_owned(), text)]), chosen: Files::new() }
    }

    /// Generated files. Those that the case has below `expected/` are expected word by word, and the rest as an outline.
    pub fn add_code(&mut self, case: &Path, code: &Files) {
        let mut outlined = Files::new();
        for (path, text) in code {
            let shown = format!("{EXPECTED}/{path}");
            // A digest and a ledger say what the outline says.
            let is_list = [codegen::DIGEST, codegen::LEDGER].contains(&path.as_str());
            if !case.join(&shown).exists() && !is_list {
                outlined.insert(path.clone(), text.clone());
            }
            self.chosen.insert(shown, text.clone());
        }
        if !outlined.is_empty() {
            self.always.insert(format!("{EXPECTED}_outline.txt"), outline(&outlined));
        }
    }
}

/// The folder with the cases of a kind.
pub fn folder(kind: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(kind)
}

/// The folders of all cases of a kind.
pub fn all(kind: &str) -> Vec<PathBuf> {
    let folder = folder(kind);
    let cases: Vec<_> = cases::names(&folder).iter().map(|name| folder.join(name)).collect();
    assert!(!cases.is_empty(), "there is no case in {}", folder.display());
    cases
}

/// What goes into a case.
pub fn inputs(case: &Path) -> Files {
    let mut files = cases::files(case);
    files.retain(|path, _| !path.starts_with(EXPECTED));
    files
}

/// Runs all cases of a kind, and panics with the differences to what is expected.
pub fn check(kind: &str, produce: impl Fn(&Path) -> Produced) {
    let mut differences = String::new();
    for case in all(kind) {
        let produced = produce(&case);
        let mut old = cases::files(&case);
        old.retain(|path, _| path.starts_with(EXPECTED));
        if is_updating() {
            update(&case, &produced, &old);
            continue;
        }
        let name = format!("{kind}/{}", case.file_name().unwrap().to_string_lossy());
        compare(&produced, &old, |line| writeln!(differences, "{name}/{line}").unwrap());
    }
    assert!(differences.is_empty(), "{differences}\nif that is what you want: {COMMAND}");
}

/// Compares a single text with a file that expects it, or writes the file.
pub fn check_text(path: &Path, new: &str, command: &str) {
    if is_updating() {
        fs::write(path, new).unwrap();
        return;
    }
    let old = fs::read_to_string(path).unwrap_or_default();
    assert!(old == new, "{} differs\n{}\nif that is what you want: {command}", path.display(), diff(&old, new));
}

fn is_updating() -> bool {
    env::var_os("UPDATE_CASES").is_some()
}

fn update(case: &Path, produced: &Produced, old: &Files) {
    for path in old.keys().filter(|path| !produced.always.contains_key(*path) && !produced.chosen.contains_key(*path)) {
        fs::remove_file(case.join(path)).unwrap();
    }
    let chosen = produced.chosen.iter().filter(|(path, _)| old.contains_key(*path));
    let new = chosen.chain(&produced.always).map(|(path, text)| (path.clone(), text.clone()));
    cases::write(case, &new.collect());
}

fn compare(produced: &Produced, old: &Files, mut report: impl FnMut(String)) {
    for path in old.keys().filter(|path| !produced.always.contains_key(*path) && !produced.chosen.contains_key(*path)) {
        report(format!("{path} is expected, but nothing produces it"));
    }
    for path in produced.always.keys().filter(|path| !old.contains_key(*path)) {
        report(format!("{path} is produced, but not expected: there is no such file"));
    }
    for (path, new) in produced.always.iter().chain(&produced.chosen) {
        if let Some(old) = old.get(path).filter(|old| *old != new) {
            report(format!("{path} differs\n{}", diff(old, new)));
        }
    }
}

fn diff(old: &str, new: &str) -> String {
    TextDiff::from_lines(old, new).unified_diff().header("expected", "produced").to_string()
}

#[test]
fn each_difference_is_reported() {
    let files =
        |files: &[(&str, &str)]| files.iter().map(|(path, text)| (path.to_string(), text.to_string())).collect();
    let produced = Produced {
        always: files(&[("expected.txt", "a\n"), ("expected/new.rs", "")]),
        chosen: files(&[("expected/b.rs", "b\n"), ("expected/c.rs", "c\n")]),
    };
    let old = files(&[("expected.txt", "x\n"), ("expected/b.rs", "b\n"), ("expected/stray.rs", "")]);
    let mut found = Vec::new();
    compare(&produced, &old, |line| found.push(line));
    assert_eq!(
        found,
        [
            "expected/stray.rs is expected, but nothing produces it",
            "expected/new.rs is produced, but not expected: there is no such file",
            "expected.txt differs\n--- expected\n+++ produced\n@@ -1 +1 @@\n-x\n+a\n",
        ]
    );
}

#[test]
fn an_update_leaves_what_is_expected_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let files =
        |files: &[(&str, &str)]| files.iter().map(|(path, text)| (path.to_string(), text.to_string())).collect();
    let old: Files = files(&[("expected/b.rs", "old"), ("expected/stray.rs", "")]);
    cases::write(folder.path(), &old);
    let produced = Produced {
        always: files(&[("expected.txt", "a")]),
        chosen: files(&[("expected/b.rs", "b"), ("expected/c.rs", "c")]),
    };
    update(folder.path(), &produced, &old);
    assert_eq!(cases::files(folder.path()), files(&[("expected.txt", "a"), ("expected/b.rs", "b")]));
}
