//! Documents by themselves, and what becomes of each: what is reported, and the crate as an outline, or word by word where
//! `expected/` has a file of it.
//!
//! `api.yaml` or `api.json` goes in, with the files that it refers to, documents beside it whose names begin with `also-`,
//! and overlays whose names begin with `overlay`, in their order. `generated-cases` compiles all of it.

use std::fs;
use std::path::{Path, PathBuf};

use codegen::{Features, Generated, Options, Runtime, generate, generate_from};

use crate::cases::{self, document};
use crate::harness::{self, Produced, folder};

fn report(run: &Generated) -> String {
    crate::report::report(&run.diagnostics, &run.sources)
}

/// Without features: these are those of the crate that compiles all cases.
fn run(case: &Path) -> Generated {
    document(case, false)
}

#[test]
fn each_case_becomes_what_is_expected() {
    harness::check("documents", |case| {
        let run = run(case);
        let mut produced = Produced::text(report(&run));
        if let Some(tree) = &run.tree {
            produced.add_code(case, &tree.files);
        }
        produced
    });
}

#[test]
fn each_case_becomes_the_same_wherever_it_lies() {
    for case in harness::all("documents") {
        let elsewhere = tempfile::tempdir().unwrap();
        let copy = elsewhere.path().join("deep/down").join(case.file_name().unwrap());
        cases::write(&copy, &harness::inputs(&case));
        let (first, second) = (run(&case), run(&copy));
        assert_eq!(first.tree, second.tree, "{}", case.display());
        assert_eq!(report(&first), report(&second), "{}", case.display());
    }
}

/// With features a crate differs in its manifest, and in what leaves modules out.
#[test]
fn each_module_with_operations_has_a_feature() {
    let case = folder("documents").join("tags");
    let plain = run(&case).tree.unwrap().files;
    let with = document(&case, true).tree.unwrap().files;
    let manifest = with.get("Cargo.toml").unwrap();
    let features = "default = [\"rustls\", \"animals\", \"opening_hours\", \"untagged\"]\n# The modules of the API: ";
    assert!(manifest.contains(features), "{manifest}");
    assert!(manifest.contains("\nanimals = []\nopening_hours = []\nuntagged = []\n# TLS"), "{manifest}");
    for (path, text) in with.iter().filter(|(path, _)| path.ends_with(".rs")) {
        // That calls can block is a feature of every crate.
        let is_of_module = |line: &&str| line.trim_start().starts_with("#[cfg(feature") && !line.contains("blocking");
        let without: Vec<_> = text.lines().filter(|line| !is_of_module(line)).collect();
        assert_eq!(without, plain.get(path).unwrap().lines().collect::<Vec<_>>(), "{path}");
    }
    // The module, its method of the version, its method of the client.
    for (path, count) in [("src/api.rs", 2), ("src/client.rs", 1)] {
        let text = with.get(path).unwrap();
        for name in ["animals", "opening_hours", "untagged"] {
            assert_eq!(text.matches(&format!("#[cfg(feature = \"{name}\")]")).count(), count, "{path}, {name}");
        }
    }
}

/// The versions of documents can be features instead: what is of one is not there without it.
#[test]
fn each_version_can_be_a_feature() {
    let case = folder("documents").join("tags");
    let mut options = Options::new("zoo-client", Runtime::Version("0.1".to_owned()));
    options.features = Features::Versions;
    let files = generate(&[case.join("api.yaml")], &options).tree.unwrap().files;
    let manifest = files.get("Cargo.toml").unwrap();
    assert!(manifest.contains("default = [\"rustls\", \"api\"]\n# The versions of the API.\napi = []\n"), "{manifest}");
    assert!(files.get("src/lib.rs").unwrap().contains("#[cfg(feature = \"api\")]\npub mod api;\n"));
    // The import, the method of the version, and those of its resources.
    let client = files.get("src/client.rs").unwrap();
    assert_eq!(client.matches("#[cfg(feature = \"api\")]").count(), 2 + client.matches("self.api()").count());
    assert!(!files.get("src/api.rs").unwrap().contains("#[cfg("));
}

/// Fragments use each other's types: a feature brings those that it needs, and what everybody needs is always there.
#[test]
fn features_bring_the_modules_that_they_need() {
    let spec = tempfile::tempdir().unwrap();
    let write = |name: &str, paths: &str, schemas: &str| {
        let head = "openapi: 3.0.3\ninfo: {title: Zoo, version: '1'}\nservers: [{url: 'https://zoo.example'}]\n";
        let text = format!("{head}paths: {{{paths}}}\ncomponents: {{schemas: {{{schemas}}}}}\n");
        fs::create_dir_all(spec.path().join("zoo/v1")).unwrap();
        fs::write(spec.path().join("zoo/v1").join(name), text).unwrap();
    };
    let get = |path: &str, schema: &str| {
        let content = format!("{{application/json: {{schema: {{$ref: '{schema}'}}}}}}");
        format!("{path}: {{get: {{x-rust-name: read, responses: {{'200': {{description: A., content: {content}}}}}}}}}")
    };
    let object = |name: &str, fields: &str| format!("{name}: {{type: object, properties: {{{fields}}}}}");
    write("api.yaml", "", "");
    let place = "at: {$ref: 'common.yaml#/components/schemas/Place'}";
    write("animals.yaml", &get("/animals", "#/components/schemas/Animal"), &object("Animal", place));
    write("keepers.yaml", &get("/keepers", "animals.yaml#/components/schemas/Animal"), "");
    write("houses.yaml", &get("/houses", "#/components/schemas/House"), &object("House", "name: {type: string}"));
    write("common.yaml", "", &object("Place", "house: {$ref: 'houses.yaml#/components/schemas/House'}"));
    let run = generate(&[spec.path().join("zoo")], &Options::new("zoo-client", Runtime::Version("0.1".to_owned())));
    let files = run.tree.unwrap_or_else(|| panic!("{:?}", run.diagnostics)).files;
    let manifest = files.get("Cargo.toml").unwrap();
    for features in ["default = [\"rustls\", \"animals\", \"keepers\"]\n", "\nanimals = []\nkeepers = [\"animals\"]\n#"]
    {
        assert!(manifest.contains(features), "{manifest}");
    }
}

#[test]
fn names_of_packages() {
    let problem = |name: &str| Options::new(name, Runtime::Version("0.1".to_owned())).name_problem();
    for name in ["zoo", "zoo-client", "z2_x"] {
        assert_eq!(problem(name), None, "{name}");
    }
    for (name, why) in [("", "letter"), ("2zoo", "letter"), ("zoo/x", "only"), ("zöö", "only"), ("type", "keyword")] {
        assert!(problem(name).is_some_and(|problem| problem.contains(why)), "{name}");
    }
}

/// Generated code names its crate, and a name that Rust cannot import would not be Rust.
#[test]
fn a_package_that_cannot_be_imported_is_refused() {
    let document = PathBuf::from("api.yaml");
    let text = b"openapi: 3.0.3\ninfo: {title: Zoo, version: '1'}\npaths: {}\n".to_vec();
    let files = [(document.clone(), text)].into();
    let run =
        |name: &str| generate_from(&files, std::slice::from_ref(&document), &Options::new(name, Runtime::default()));
    assert!(run("zoo-client").tree.is_some());
    let refused = run("2zoo");
    let problems: Vec<_> = refused.diagnostics.iter().map(|problem| problem.message.as_str()).collect();
    assert_eq!(problems, ["the package cannot be called `2zoo`: a package name must begin with a letter"]);
    assert!(refused.tree.is_none());
}

#[test]
fn several_documents_are_modules_of_one_crate() {
    let documents = ["single/api.json", "partly/api.yaml"].map(|path| folder("documents").join(path));
    let options = Options::new("zoo-client", Runtime::Version("0.1".to_owned()));
    let run = generate(&documents, &options);
    let files = run.tree.unwrap().files;
    // Both are called alike.
    for path in ["src/api.rs", "src/api/light.rs", "src/api_2.rs", "src/api_2/notes.rs"] {
        assert!(files.contains_key(path), "{path} is not among {:?}", files.keys());
    }
    let root = files.get("src/lib.rs").unwrap();
    assert!(root.contains("pub mod api;\n") && root.contains("pub mod api_2;\n"), "{root}");
}

/// The types of a crate show texts if it is asked for, and nothing else differs.
#[test]
fn types_show_texts_if_asked() {
    let path = folder("documents").join("less/api.yaml");
    let mut options = Options::new("zoo-client", Runtime::Version("0.1".to_owned()));
    let hidden = generate(std::slice::from_ref(&path), &options).tree.unwrap().files;
    options.show_texts = true;
    let shown = generate(&[path], &options).tree.unwrap().files;
    let text = shown.get("src/api/types.rs").unwrap();
    assert!(text.contains("    Boat with Shown {\n") && text.contains("owner: \"owner\" optional [sensitive(true)],"));
    let differing: Vec<_> = hidden.iter().filter(|(path, text)| shown.get(*path) != Some(*text)).collect();
    assert!(matches!(differing.as_slice(), [(path, _)] if *path == "src/api/types.rs"), "{differing:?}");
    assert_eq!(text.replace(" with Shown", ""), *hidden.get("src/api/types.rs").unwrap());
}

#[test]
fn the_tests_of_a_document_called_main_are_not_the_root() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("main.yaml");
    fs::copy(self::folder("documents").join("examples/api.yaml"), &path).unwrap();
    let mut options = Options::new("zoo-client", Runtime::Version("0.1".to_owned()));
    options.example_tests = true;
    let files = generate(&[path], &options).tree.unwrap().files;
    assert!(files.get("tests/examples/main.rs").unwrap().ends_with("\nmod main_api;\n"));
    let tests = files.get("tests/examples/main_api.rs").unwrap();
    assert!(tests.contains(" => zoo_client::main_api::animals::Animal, "));
}

/// Files that the crate has already.
#[test]
fn documents_called_as_our_own_files() {
    let folder = tempfile::tempdir().unwrap();
    let from = self::folder("documents").join("single/api.json");
    let documents = ["client.json", "lib.json"].map(|name| folder.path().join(name));
    for path in &documents {
        fs::copy(&from, path).unwrap();
    }
    let options = Options::new("zoo-client", Runtime::Version("0.1".to_owned()));
    let files = generate(&documents, &options).tree.unwrap().files;
    for path in ["src/client.rs", "src/client_api.rs", "src/lib.rs", "src/lib_api.rs"] {
        assert!(files.contains_key(path), "{path} is not among {:?}", files.keys());
    }
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
    let options = Options::new("zoo-client", Runtime::Version("0.1".to_owned()));
    let files = generate(&[path], &options).tree.unwrap().files;
    assert!(files.contains_key("src/animals_api/animals.rs"), "{:?}", files.keys());
}

/// References lead out of the folder of the named document, on the disk as in memory.
#[test]
fn files_may_be_outside_of_the_folder_of_the_document() {
    let document = |shared: &str| {
        let schema = format!("{{$ref: '{shared}/animals.yaml#/Animal'}}");
        let content = format!("{{application/json: {{schema: {schema}}}}}");
        let get = format!("{{responses: {{'200': {{description: An animal., content: {content}}}}}}}");
        format!("openapi: 3.0.3\ninfo: {{title: Zoo, version: '1'}}\npaths: {{/animal: {{get: {get}}}}}\n")
    };
    let animal = "Animal: {type: object, properties: {name: {type: string}}}\n";
    let options = Options::new("zoo-client", Runtime::Version("0.1".to_owned()));
    for (path, shared, at) in [
        ("zoo/v1/api.yaml", "../../shared", "shared/animals.yaml"),
        ("api.yaml", "../shared", "../shared/animals.yaml"),
        ("v1/api.yaml", "../../shared", "../shared/animals.yaml"),
    ] {
        let files = [(path.into(), document(shared).into_bytes()), (at.into(), animal.as_bytes().to_vec())].into();
        let run = generate_from(&files, &[PathBuf::from(path)], &options);
        assert_eq!((report(&run).as_str(), run.summary.types), ("", 1), "{path}");
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("zoo/v1/api.yaml");
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::create_dir(folder.path().join("shared")).unwrap();
    fs::write(&path, document("../../shared")).unwrap();
    fs::write(folder.path().join("shared/animals.yaml"), animal).unwrap();
    let run = generate(&[path], &options);
    assert_eq!((report(&run).as_str(), run.summary.types), ("", 1));
}
