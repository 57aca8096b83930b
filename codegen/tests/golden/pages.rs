//! The pages that explain the codes: what they call wrong is reported so, and what they call right is not.

use std::fs;

use codegen::{Code, Diagnostic, Ledger, Options, Runtime, generate, lint};

/// Stands before an example that does not say what it is.
const HEAD: &str = "\
openapi: 3.0.3
info: {title: Pets, version: '1'}
servers: [{url: 'https://zoo.example'}]
";

/// Codes of what no document can show.
const WITHOUT_EXAMPLE: &[Code] = &[Code::Unreadable, Code::Internal];

/// Codes of overlays: the examples are overlays of `PETS`.
const OVERLAYS: &[Code] = &[Code::UnmatchedTarget, Code::BadTarget, Code::BadUpdate];

/// Codes of the ledger: the examples are ledgers of `PETS`.
const LEDGERS: &[Code] = &[Code::BadLedger];

/// Codes of a selection of operations: the examples are options for `PETS`.
const SELECTIONS: &[Code] = &[Code::UnmatchedSelection];

/// The paths of a document that has nothing wrong.
const PETS: &str = "\
paths:
  /pets:
    get: {operationId: listPets, description: Pets., responses: {'204': {description: Done.}}}
";

/// Codes that only a document of somebody else's is told of.
const PUBLISHED: &[Code] = &[
    Code::SuspiciousExtension,
    Code::WrongExample,
    Code::LeftOut,
    Code::Unused,
    Code::Renamed,
    Code::Untested,
    Code::Assumed,
    Code::Undecoded,
    Code::Unpaged,
];

fn example(code: Code, title: &str) -> String {
    let language = match code {
        code if LEDGERS.contains(&code) => "text",
        code if SELECTIONS.contains(&code) => "toml",
        _ => "yaml",
    };
    let after = code.page().split_once(&format!("\n## {title}\n\n```{language}\n")).map(|(_, after)| after);
    let example = after.and_then(|after| after.split_once("\n```\n")).map(|(example, _)| example);
    let example = example.unwrap_or_else(|| panic!("{code} has no example under `{title}`"));
    let is_document = ![OVERLAYS, LEDGERS, SELECTIONS].iter().any(|codes| codes.contains(&code));
    if example.starts_with("openapi:") || !is_document { example.to_owned() } else { format!("{HEAD}{example}") }
}

/// Codes of what only `lint` says.
fn is_of_lint(code: Code) -> bool {
    code.as_str().starts_with("W1")
}

fn run(code: Code, example: &str) -> Vec<Diagnostic> {
    let folder = tempfile::tempdir().unwrap();
    let version = folder.path().join("v1");
    fs::create_dir(&version).unwrap();
    fs::write(version.join("pets.yaml"), example).unwrap();
    if is_of_lint(code) {
        return lint(&[version.join("pets.yaml")], &Options::default(), &[]).diagnostics;
    }
    if LEDGERS.contains(&code) {
        fs::write(version.join("api.yaml"), format!("{HEAD}paths: {{}}\n")).unwrap();
        fs::write(version.join("pets.yaml"), format!("{HEAD}{PETS}")).unwrap();
        let mut options = Options::modules("zoo", "spec");
        options.ledger = Some(Ledger { path: "names.lock".to_owned(), text: format!("{example}\n") });
        return generate(&[folder.path().to_owned()], &options).diagnostics;
    }
    if SELECTIONS.contains(&code) {
        let document = version.join("pets.yaml");
        fs::write(&document, format!("{HEAD}{PETS}")).unwrap();
        return generate(&[document], &toml::from_str(example).unwrap()).diagnostics;
    }
    if OVERLAYS.contains(&code) {
        let [document, overlay] = ["pets.yaml", "overlay.yaml"].map(|name| version.join(name));
        fs::write(&document, format!("{HEAD}{PETS}")).unwrap();
        fs::write(&overlay, example).unwrap();
        let mut options = Options::new("zoo", Runtime::Version("0.1".to_owned()));
        options.overlays = vec![overlay];
        return generate(&[document], &options).diagnostics;
    }
    if PUBLISHED.contains(&code) {
        let mut options = Options::new("zoo", Runtime::Version("0.1".to_owned()));
        options.example_tests = true;
        return generate(&[version.join("pets.yaml")], &options).diagnostics;
    }
    fs::write(version.join("api.yaml"), format!("{HEAD}paths: {{}}\n")).unwrap();
    generate(&[folder.path().to_owned()], &Options::modules("zoo", "spec")).diagnostics
}

fn reported(run: &[Diagnostic]) -> Vec<String> {
    run.iter().map(|problem| format!("{} {}", problem.code, problem.message)).collect()
}

#[test]
fn each_page_is_about_its_code() {
    for code in Code::ALL {
        let title = format!("# {code}: ");
        let (first, rest) = code.page().split_once("\n\n").unwrap();
        assert!(first.starts_with(&title) && first.len() > title.len(), "{code}: {first}");
        assert!(!rest.starts_with('#') && !rest.trim().is_empty(), "{code} has no text");
        assert!(code.page().lines().all(|line| line.chars().count() <= 110), "{code} is too wide");
    }
}

#[test]
fn what_is_wrong_is_reported_and_what_is_right_is_not() {
    for code in Code::ALL.iter().copied().filter(|code| !WITHOUT_EXAMPLE.contains(code)) {
        let wrong = run(code, &example(code, "Wrong"));
        let codes: Vec<_> = wrong.iter().map(|problem| problem.code).collect();
        assert!(!codes.is_empty() && codes.iter().all(|found| *found == code), "{code}: {:?}", reported(&wrong));
        let right = run(code, &example(code, "Right"));
        assert_eq!(reported(&right), [""; 0], "{code}");
    }
}
