//! Documents by themselves, and exactly the crate that is made of each, or what is said about it.
//!
//! Each folder of `documents/` is a case: `api.yaml` or `api.json` goes in, with the files that it refers to; `expected/`
//! comes out, and `expected.txt` has a line for each problem. `UPDATE_CASES=1 cargo test -p codegen --test documents`
//! writes both anew: read them before they are kept. `good.rs` compiles all of it: a new case is added there.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "a test may panic")]

mod support;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use codegen::{Generated, PackageOptions, Runtime, generate_package};
use similar::TextDiff;
use support::{cases, files, folder};

/// The case whose crate has tests.
const EXAMPLES: &str = "examples";

fn run(case: &Path) -> Generated {
    let document = ["api.yaml", "api.json"].map(|name| case.join(name)).into_iter().find(|path| path.exists());
    let mut options = PackageOptions::new("zoo-client", Runtime::Path("../generated-client".to_owned()));
    options.example_tests = case.ends_with(EXAMPLES);
    generate_package(&[document.unwrap()], &options)
}

/// The problems of a run, a line for each.
fn report(run: &Generated) -> String {
    let line = |problem: &codegen::Diagnostic| {
        let place = problem.primary.as_ref().map(|label| {
            let file = run.sources.file(label.place.file).unwrap();
            let (line, column) = file.line_column(label.place.span.start);
            format!(" {}:{line}:{column}", file.path)
        });
        let help = problem.help.as_ref().map(|help| format!("; {help}"));
        format!("{}{} {}{}\n", problem.code, place.unwrap_or_default(), problem.message, help.unwrap_or_default())
    };
    run.diagnostics.iter().map(line).collect()
}

#[test]
fn each_case_becomes_what_is_expected() {
    let mut differences = String::new();
    for case in cases("documents") {
        let case = folder("documents").join(case);
        let run = run(&case);
        let mut new = run.tree.as_ref().map_or_else(BTreeMap::new, |tree| tree.files.clone());
        new.insert("expected.txt".to_owned(), report(&run));
        let (expected, problems) = (case.join("expected"), case.join("expected.txt"));
        if env::var_os("UPDATE_CASES").is_some() {
            let _ = fs::remove_dir_all(&expected);
            for (path, text) in &new {
                let path = if path == "expected.txt" { problems.clone() } else { expected.join(path) };
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, text).unwrap();
            }
            continue;
        }
        let mut old = files(&expected);
        old.insert("expected.txt".to_owned(), fs::read_to_string(&problems).unwrap_or_default());
        for path in old.keys().chain(new.keys()).collect::<std::collections::BTreeSet<_>>() {
            let text = |files: &BTreeMap<String, String>| files.get(path).cloned().unwrap_or_default();
            let (old, new) = (text(&old), text(&new));
            if old != new {
                let diff = TextDiff::from_lines(&old, &new);
                let diff = diff.unified_diff().header("expected", "generated").to_string();
                writeln!(differences, "{} {path}\n{diff}", case.display()).unwrap();
            }
        }
    }
    assert!(differences.is_empty(), "{differences}\nif that is what you want: UPDATE_CASES=1");
}

#[test]
fn the_folder_changes_nothing() {
    let case = folder("documents").join("tags");
    let elsewhere = tempfile::tempdir().unwrap();
    for (path, text) in files(&case).iter().filter(|(path, _)| !path.starts_with("expected")) {
        let to = elsewhere.path().join("deep/down").join(path);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::write(to, text).unwrap();
    }
    assert_eq!(run(&elsewhere.path().join("deep/down")).tree, run(&case).tree);
}

#[test]
fn names_of_packages() {
    let problem = |name: &str| PackageOptions::new(name, Runtime::Version("0.1".to_owned())).name_problem();
    for name in ["zoo", "zoo-client", "z2_x"] {
        assert_eq!(problem(name), None, "{name}");
    }
    for (name, why) in [("", "letter"), ("2zoo", "letter"), ("zoo/x", "alone"), ("zöö", "alone"), ("type", "keyword")]
    {
        assert!(problem(name).is_some_and(|problem| problem.contains(why)), "{name}");
    }
}

#[test]
fn several_documents_are_modules_of_one_crate() {
    let documents = ["single/api.json", "partly/api.yaml"].map(|path| folder("documents").join(path));
    let options = PackageOptions::new("zoo-client", Runtime::Version("0.1".to_owned()));
    let run = generate_package(&documents, &options);
    let files = run.tree.unwrap().files;
    // Both are called alike.
    for path in ["src/api.rs", "src/api/light.rs", "src/api_2.rs", "src/api_2/untagged.rs"] {
        assert!(files.contains_key(path), "{path} is not among {:?}", files.keys());
    }
    let root = files.get("src/lib.rs").unwrap();
    assert!(root.contains("pub mod api;\n") && root.contains("pub mod api_2;\n"), "{root}");
}

#[test]
fn the_tests_of_a_document_called_main_are_not_the_root() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("main.yaml");
    fs::copy(self::folder("documents").join("examples/api.yaml"), &path).unwrap();
    let mut options = PackageOptions::new("zoo-client", Runtime::Version("0.1".to_owned()));
    options.example_tests = true;
    let files = generate_package(&[path], &options).tree.unwrap().files;
    assert!(files.get("tests/examples/main.rs").unwrap().ends_with("\nmod main2;\n"));
    assert!(files.get("tests/examples/main2.rs").unwrap().contains(" => zoo_client::main::untagged::Animal, "));
}

#[test]
fn several_documents_share_no_definition() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path
    };
    let document =
        |components: &str| format!("openapi: 3.0.3\ninfo: {{title: Zoo, version: '1'}}\npaths: {{}}\n{components}");
    let one = write("one.yaml", &document("components: {schemas: {Animal: {type: object}}}\n"));
    let other = document(
        "components: {schemas: {Herd: {type: array, items: {$ref: 'one.yaml#/components/schemas/Animal'}}}}\n",
    );
    let other = write("other.yaml", &other);
    let options = PackageOptions::new("zoo-client", Runtime::Version("0.1".to_owned()));
    let run = generate_package(&[one, other], &options);
    assert!(run.tree.is_none());
    assert!(report(&run).starts_with("E0203 other.yaml:4:"), "{}", report(&run));
}

#[test]
fn a_module_is_not_called_as_the_one_around_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("animals.yaml");
    fs::copy(self::folder("documents").join("tags/api.yaml"), &path).unwrap();
    fs::create_dir(folder.path().join("parts")).unwrap();
    for part in ["animals.yaml", "answers.yaml"] {
        let from = self::folder("documents").join("tags/parts").join(part);
        fs::copy(from, folder.path().join("parts").join(part)).unwrap();
    }
    let options = PackageOptions::new("zoo-client", Runtime::Version("0.1".to_owned()));
    let files = generate_package(&[path], &options).tree.unwrap().files;
    assert!(files.contains_key("src/animals_api/animals.rs"), "{:?}", files.keys());
}
