//! Which documents an overlay changes.

use std::fs;
use std::path::Path;

use codegen::{Generated, Options, Runtime, generate};

const HEAD: &str = "openapi: 3.0.3\ninfo: {title: Zoo, version: '1'}\nservers: [{url: 'https://zoo.example'}]\n";

/// Writes the files, and makes a crate of the documents among them with the overlay.
fn run(files: &[(&str, String)], documents: &[&str], overlay: &str) -> Generated {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let path = folder.path().join("fixes/overlay.yaml");
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let text = format!("overlay: 1.0.0\ninfo: {{title: Fixes, version: '1'}}\n{overlay}");
    fs::write(&path, text).unwrap();
    let mut options = Options::new("zoo", Runtime::Version("0.1".to_owned()));
    options.overlays = vec![path];
    let documents: Vec<_> = documents.iter().map(|name| folder.path().join(name)).collect();
    generate(&documents, &options)
}

/// Two documents, the first of which refers to a third file.
fn zoos() -> Vec<(&'static str, String)> {
    let north = format!(
        "{HEAD}paths:\n  /animals:\n    get:\n      operationId: listAnimals\n      responses: {{'200': \
         {{$ref: 'parts/answers.yaml#/Animals'}}}}\n"
    );
    let south = format!(
        "{HEAD}paths:\n  /animals:\n    get: {{operationId: listAnimals, responses: {{'204': {{description: x}}}}}}\n\
         components: {{}}\n"
    );
    let parts = "Animals: {description: x, content: {application/json: {schema: {type: string}}}}\n".to_owned();
    vec![("zoo/north.yaml", north), ("zoo/south.yaml", south), ("zoo/parts/answers.yaml", parts)]
}

const BOTH: &[&str] = &["zoo/north.yaml", "zoo/south.yaml"];

/// Codes, places and messages.
fn problems(run: &Generated) -> Vec<String> {
    let line = |problem: &codegen::Diagnostic| {
        let label = problem.primary.as_ref().unwrap();
        let file = run.sources.file(label.location.file).unwrap();
        let (line, column) = file.line_column(label.location.span.start);
        let name = Path::new(&file.path).file_name().unwrap().to_string_lossy();
        format!("{} {name}:{line}:{column} {}", problem.code, problem.message)
    };
    run.diagnostics.iter().map(line).collect()
}

/// The names of those documents whose module says that.
fn with<'a>(run: &Generated, text: &str, names: &[&'a str]) -> Vec<&'a str> {
    assert_eq!(problems(run), [""; 0]);
    let files = &run.tree.as_ref().unwrap().files;
    let has =
        |name: &str| files.iter().any(|(path, code)| path.starts_with(&format!("src/{name}")) && code.contains(text));
    names.iter().copied().filter(|name| has(name)).collect()
}

#[test]
fn it_is_for_all_documents_that_match_or_for_the_one_it_extends() {
    let summary = "actions: [{target: \"$.paths['/animals'].get\", update: {summary: Who lives here.}}]\n";
    for (extends, changed) in [
        ("", &["north", "south"][..]),
        ("extends: ../zoo/south.yaml\n", &["south"]),
        ("extends: south.yaml\n", &["south"]),
        ("extends: 'https://zoo.example/published/zoo/north.yaml?raw#top'\n", &["north"]),
    ] {
        let run = run(&zoos(), BOTH, &format!("{extends}{summary}"));
        assert_eq!(with(&run, "Who lives here.", &["north", "south"]), changed, "{extends}");
    }
    // One document is enough.
    let run = run(&zoos(), BOTH, "actions: [{target: $.components, update: {x-of: south}}]\n");
    assert_eq!(problems(&run), [""; 0]);
}

#[test]
fn a_file_that_is_referred_to_can_be_extended() {
    let overlay = "extends: parts/answers.yaml\n\
                   actions: [{target: $.Animals.content.*.schema, update: {type: integer}}]\n";
    let run = run(&zoos(), &["zoo/north.yaml"], overlay);
    assert_eq!(with(&run, "i64", &["north"]), ["north"]);
}

#[test]
fn a_single_document_may_have_been_published_elsewhere() {
    let overlay = "extends: https://zoo.example/openapi.json\n\
                   actions: [{target: $.paths.*.get, update: {summary: Who lives here.}}]\n";
    let run = run(&zoos(), &["zoo/south.yaml"], overlay);
    assert_eq!(with(&run, "Who lives here.", &["south"]), ["south"]);
}

#[test]
fn an_overlay_for_nothing_is_refused() {
    let update = "actions: [{target: $.info, update: {title: Park}}]\n";
    let run_one = run(&zoos(), BOTH, &format!("extends: sout.yaml\n{update}"));
    assert_eq!(problems(&run_one), ["E0701 overlay.yaml:3:10 none of the documents is `sout.yaml`"]);
    assert_eq!(run_one.diagnostics[0].help.as_deref(), Some("did you mean `south.yaml`?"));
    assert!(run_one.tree.is_none());
    let run_other = run(&zoos(), BOTH, "actions: [{target: $.Animals, update: {description: All.}}]\n");
    assert_eq!(problems(&run_other), ["E0701 overlay.yaml:3:21 nothing matches `$.Animals`"]);
    assert!(run_other.tree.is_none());
}

#[test]
fn a_folder_of_fragments_is_corrected_too() {
    let pets = "paths:\n  /pets:\n    get:\n      operationId: getPets\n      x-rust-name: list\n      \
                description: x\n      security: []\n      responses: {'204': {description: Done.}}\n";
    let files = [("v1/api.yaml", format!("{HEAD}paths: {{}}\n")), ("v1/pets.yaml", format!("{HEAD}{pets}"))];
    let files = files
        .map(|(name, text)| (if name.ends_with("api.yaml") { "spec/v1/api.yaml" } else { "spec/v1/pets.yaml" }, text));
    let overlay = "extends: v1/pets.yaml\nactions: [{target: $.paths.*.get, update: {description: All that barks.}}]\n";
    let run = run(&files, &["spec"], overlay);
    assert_eq!(with(&run, "All that barks.", &["v1/pets"]), ["v1/pets"]);
}

#[test]
fn an_overlay_that_cannot_be_read() {
    let mut options = Options::new("zoo", Runtime::Version("0.1".to_owned()));
    options.overlays = vec!["no/such/overlay.yaml".into()];
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("south.yaml");
    fs::write(&path, &zoos()[1].1).unwrap();
    let run = generate(&[path], &options);
    assert!(run.tree.is_none());
    let [problem] = run.diagnostics.as_slice() else { panic!("{:?}", run.diagnostics) };
    assert!(problem.message.starts_with("cannot read `no/such/overlay.yaml`"), "{}", problem.message);
}
