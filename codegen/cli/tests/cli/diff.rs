//! Comparisons of documents: verdicts, formats, accepted differences.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::support::{Folder, Ran};

/// A change of each kind.
const MIXED: &[(&str, &str)] = &[
    // Callers have to write something else.
    ("required: [id, name]", "required: [id]"),
    ("operationId: getPet\n      x-rust-name: get\n", "operationId: getPet\n      x-rust-name: fetch\n"),
    // Something else is sent.
    (
        "schema: {type: integer, format: int64}, example: 7}",
        "schema: {type: integer, format: int64, minimum: 1}, example: 7}",
    ),
    // There is more.
    (
        "name: {type: string, description: What it is called.}",
        "name: {type: string, description: What it is called.}\n        legs: {type: integer, format: int64, description: How many.}",
    ),
    // It is worded in another way.
    ("description: Its number.", "description: 'Its <number>, & `more`.'"),
];

/// What these changes are, as the rules of the comparison call them.
const FINDINGS: &[(&str, &str)] = &[
    ("D0203", "v1::pets::Pets::get"),
    ("D0532", "v1::pets::fixtures::GET"),
    ("D0809", "v1::pets::Pet::name"),
    ("D0005", "v1::pets::Pets::get"),
    ("D0531", "v1::pets::fixtures::FETCH"),
    ("D0801", "v1::pets::Pet::legs"),
    ("D0001", "v1::pets::Pet::id"),
];

fn changed(changes: &[(&str, &str)]) -> Folder {
    let folder = Folder::with_spec();
    for path in ["api.yaml", "pets.yaml"] {
        folder.write(&format!("new/v1/{path}"), &folder.read(&format!("spec/v1/{path}")));
    }
    for (old, new) in changes {
        folder.edit("new/v1/pets.yaml", old, new);
    }
    folder
}

fn diff(folder: &Folder, flags: &str) -> Ran {
    folder.run(&format!("diff spec new {flags}"))
}

fn json(folder: &Folder) -> Value {
    serde_json::from_str(&diff(folder, "--format json").expect(0).out).unwrap()
}

#[test]
fn the_same_document_has_no_differences() {
    let folder = changed(&[]);
    let ran = diff(&folder, "--exit-code").expect(0);
    assert_eq!((ran.out.as_str(), ran.err.as_str()), ("spec..new: no change of the API\n", ""));
    let report = json(&folder);
    assert_eq!((&report["callers"], &report["wire"]), (&Value::Null, &Value::from("compatible")));
}

#[test]
fn each_finding_has_its_rule_and_its_item() {
    let report = json(&changed(MIXED));
    let findings = report["findings"].as_array().unwrap();
    let told: Vec<_> =
        findings.iter().map(|finding| (finding["rule"].as_str().unwrap(), finding["item"].as_str().unwrap())).collect();
    assert_eq!(told, FINDINGS);
    assert_eq!((&report["callers"], &report["wire"]), (&Value::from("breaking"), &Value::from("breaking")));
}

#[test]
fn json_is_what_its_schema_says() {
    let schema = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("diff.schema.json")).unwrap();
    let validator = jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap();
    for changes in [&[][..], MIXED] {
        let report = json(&changed(changes));
        let wrong: Vec<_> = validator.iter_errors(&report).map(|error| error.to_string()).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}

/// Read once, and then kept: `UPDATE_CASES=1` writes them anew.
#[test]
fn a_mixed_change_looks_as_it_was_reviewed() {
    let folder = changed(MIXED);
    for (format, extension) in
        [("text", "txt"), ("markdown", "md"), ("json", "json"), ("github", "log"), ("sarif", "sarif"), ("html", "html")]
    {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/cli/diff/mixed.{extension}"));
        let out = diff(&folder, &format!("--format {format}")).expect(0).out;
        if std::env::var_os("UPDATE_CASES").is_some() {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, &out).unwrap();
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(out, expected, "{format}: read the difference, then run with UPDATE_CASES=1");
    }
}

#[test]
fn a_breaking_difference_fails_until_it_is_accepted() {
    let folder = changed(&[("required: [id, name]", "required: [id]")]);
    diff(&folder, "").expect(0);
    let ran = diff(&folder, "--exit-code").expect(1);
    let fingerprint = ran.out.split("fingerprint ").nth(1).unwrap().lines().next().unwrap().to_owned();
    let accept =
        |reason: &str| folder.write("accepted.yaml", &format!("- fingerprint: {fingerprint}\n  reason: {reason}\n"));
    accept("Old pets have no name.");
    diff(&folder, "--exit-code --accepted accepted.yaml").expect(0).says(&["accepted: Old pets have no name.\n"]);
    // It is the same difference, wherever the lines are.
    folder.edit("new/v1/pets.yaml", "paths:\n", "# A remark.\n\npaths:\n");
    folder.edit("new/v1/pets.yaml", "What it is called.", "How it is called.");
    diff(&folder, "--exit-code --accepted accepted.yaml").expect(0);
    // What is accepted and does not happen is a mistake.
    folder.edit("new/v1/pets.yaml", "required: [id]", "required: [id, name]");
    diff(&folder, "--accepted accepted.yaml").expect(2).complains(&[
        "error: accepted.yaml: no breaking difference has the fingerprint ",
        &fingerprint,
        "\n  help: remove the entry\n",
    ]);
    accept("");
    diff(&folder, "--accepted accepted.yaml")
        .expect(2)
        .complains(&["accepted.yaml: ", "\n  help: write a list of entries"]);
    diff(&folder, "--accepted missing.yaml").expect(74).complains(&["cannot read missing.yaml"]);
}

#[test]
fn what_cannot_be_compared_is_said() {
    let folder = changed(&[("type: object", "type: objekt")]);
    diff(&folder, "").expect(2).complains(&[
        "error[E0104]",
        "new/",
        "error: the documents after the change have 1 error\n",
    ]);
    folder.run("diff spec nowhere").expect(2).complains(&["error[E0001]", "nowhere"]);
    folder.run("diff spec").expect(64).complains(&["<HEAD>"]);
}

/// The largest difference there can be: everything is gone, and something else is there.
#[test]
fn a_comment_has_a_limit_and_ends_between_parts() {
    let folder = Folder::new();
    let head = "openapi: 3.0.3\ninfo: {title: Zoo, version: '1'}\nservers: [{url: 'https://zoo.example'}]\npaths:\n";
    let path = |name: String| {
        format!("  /{name}:\n    get: {{operationId: {name}, responses: {{'204': {{description: Done.}}}}}}\n")
    };
    folder.write(
        "old.yaml",
        &format!("{head}{}", (0..2_000).map(|index| path(format!("old{index}"))).collect::<String>()),
    );
    folder.write("new.yaml", &format!("{head}{}", path("other".to_owned())));
    let comment = folder.run("diff old.yaml new.yaml --format markdown").expect(0).out;
    assert!(comment.chars().count() <= 60_000, "{} characters", comment.chars().count());
    assert!(comment.contains("breaking for callers") && comment.contains("left out"), "{comment}");
}

/// A browser shows what matters first, and its filter works.
#[test]
fn the_page_works_in_a_browser() {
    let Some(browser) = browser() else {
        println!("skipped: there is no Chromium here");
        return;
    };
    let folder = changed(MIXED);
    let page = diff(&folder, "--format html").expect(0).out;
    let shown = |page: &str| {
        folder.write("page.html", page);
        let dom = Command::new(&browser)
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=1000", "--dump-dom"])
            .arg(format!("--user-data-dir={}", folder.path("profile").display()))
            .arg(format!("file://{}", folder.path("page.html").display()))
            .output()
            .unwrap();
        let dom = String::from_utf8(dom.stdout).unwrap();
        let text = dom.split("<output>").nth(1).and_then(|rest| rest.split("</output>").next());
        text.unwrap_or_else(|| panic!("no <output> in {dom}")).to_owned()
    };
    // Three for callers to change, and one at run time.
    assert_eq!(shown(&page), "4 of 7 shown");
    let typed = "<script>document.querySelector('input[type=search]').value = 'PETS get'; show();</script></body>";
    assert_eq!(shown(&page.replace("</body>", typed)), "4 of 7 shown");
    let typed = "<script>document.querySelector('input[type=search]').value = 'D0809'; show();</script></body>";
    assert_eq!(shown(&page.replace("</body>", typed)), "1 of 7 shown");
}

fn browser() -> Option<PathBuf> {
    const NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    let paths = std::env::var_os("PATH")?;
    let found = std::env::split_paths(&paths).flat_map(|folder| NAMES.iter().map(move |name| folder.join(name)));
    found.into_iter().find(|path| path.is_file())
}

/// A document with operations that are compared, and one that no crate has.
const SHOP: &str = r"
openapi: 3.0.3
info: {title: Shop, version: '1'}
servers: [{url: 'https://shop.example'}]
paths:
  /pets:
    get: {operationId: listPets, tags: [pets], responses: {'204': {description: Nothing.}}}
  /orders:
    get: {operationId: listOrders, tags: [orders], responses: {'204': {description: Nothing.}}}
";

#[test]
fn a_codegen_toml_says_what_is_compared() {
    let folder = Folder::new();
    let config = "documents = [\"shop.yaml\"]\nout = \"client\"\n[include]\ntags = [\"pets\"]\n";
    for (side, document) in [("old", SHOP.to_owned()), ("new", SHOP.replace("listOrders", "allOrders"))] {
        folder.write(&format!("{side}/shop.yaml"), &document);
        folder.write(&format!("{side}/codegen.toml"), config);
    }
    folder.run("diff old/shop.yaml new/shop.yaml --exit-code").expect(1);
    folder.run("diff old new --exit-code").expect(0);
    folder.run("diff old/codegen.toml new/codegen.toml --exit-code").expect(0);
    folder.write("new/codegen.toml", &config.replace("include", "inclde"));
    folder.run("diff old new").expect(64).complains(&["did you mean `include`?"]);
}
