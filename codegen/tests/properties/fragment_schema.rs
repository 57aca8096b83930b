//! The schema of fragments for editors: the fragments fit it, by the `jsonschema` crate, and mistakes do not.

use std::fs;
use std::path::{Path, PathBuf};

use codegen::{ACCEPTED, Options, Severity, fragment_schema, lint};
use jsonschema::Validator;
use serde_json::Value;

use crate::spec::{Copy, spec};

fn schema() -> Value {
    serde_json::from_str(&fragment_schema("make", &|name| Some(format!("About {name}.")))).unwrap()
}

fn validator() -> Validator {
    jsonschema::draft7::new(&schema()).unwrap()
}

/// Returns the fragments below a folder.
fn fragments(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(fragments(&path));
        } else if path.extension().is_some_and(|extension| extension == "yaml") && !path.ends_with(ACCEPTED) {
            found.push(path);
        }
    }
    found
}

/// Returns where a text does not fit the schema.
fn misfits(validator: &Validator, text: &str) -> Vec<String> {
    let document: Value = serde_yaml::from_str(text).unwrap();
    validator.iter_errors(&document).map(|error| error.instance_path().as_str().to_owned()).collect()
}

#[test]
fn it_is_a_schema_that_explains_extensions() {
    let schema = schema();
    assert!(jsonschema::draft7::meta::is_valid(&schema));
    let operation = &schema["definitions"]["Operation"]["properties"];
    assert_eq!(operation["x-rust-name"]["description"], "About x-rust-name.");
    assert_eq!(operation["x-batch"]["description"], "About x-batch.");
    assert_eq!(operation["summary"].get("description"), None);
}

#[test]
fn every_fragment_fits() {
    let validator = validator();
    let good = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/good");
    for folder in [spec(), good] {
        let fragments = fragments(&folder);
        assert!(fragments.len() > 15, "{}: {}", folder.display(), fragments.len());
        for fragment in fragments {
            let misfits = misfits(&validator, &fs::read_to_string(&fragment).unwrap());
            assert!(misfits.is_empty(), "{}: {misfits:?}", fragment.display());
        }
    }
}

const FRAGMENT: &str = "v3/segments.yaml";

/// What is replaced in the fragment by what, and where it then does not fit.
const MISTAKES: &[(&str, &str, &str)] = &[
    ("tags:\n", "tgas:\n", ""),
    ("x-paging: offset", "x-paging: cursors", "/paths/~1segments/get/x-paging"),
    ("x-paging: offset", "x-split: true", "/paths/~1segments/get"),
    ("x-scopes: [store_v2_customers_read_only]", "x-scopes: store_v2_customers", "/paths/~1segments/get/x-scopes"),
    ("x-concurrency: 10", "x-concurrency: ten", "/paths/~1segments/post/x-concurrency"),
    ("x-batch: {key: [name]}", "x-batch: {keys: [name]}", "/paths/~1segments/post/x-batch"),
    ("      summary: Lists segments.\n", "      summary:\n", "/paths/~1segments/get/summary"),
    ("  /segments:\n", "  segments:\n", "/paths"),
    ("        '200':\n", "        'OK':\n", "/paths/~1segments/get/responses"),
    ("          in: query\n", "          in: qurey\n", "/paths/~1segments/get/parameters/2/in"),
    ("        - name: id:in\n", "        - nmae: id:in\n", "/paths/~1segments/get/parameters/2"),
    (
        "        - $ref: 'common.yaml#/components/parameters/Page'\n",
        "        - {$ref: 'common.yaml#/components/parameters/Page', required: true}\n",
        "/paths/~1segments/get/parameters/0",
    ),
    (
        "              type: string\n              format: uuid\n",
        "              type: text\n",
        "/paths/~1segments/get/parameters/2/schema/items/type",
    ),
    (
        "              minItems: 1\n",
        "              minItems: -1\n",
        "/paths/~1segments/post/requestBody/content/application~1json/schema/minItems",
    ),
];

/// Whatever an editor marks is an error of the generator as well.
#[test]
fn mistakes_do_not_fit() {
    let validator = validator();
    let text = fs::read_to_string(spec().join(FRAGMENT)).unwrap();
    for (old, new, at) in MISTAKES {
        assert!(text.contains(old), "{FRAGMENT} has no `{old}`");
        let wrong = text.replacen(old, new, 1);
        let misfits = misfits(&validator, &wrong);
        assert!(misfits.iter().any(|misfit| misfit == at), "{new}: {misfits:?}");
        let copy = Copy::new();
        fs::write(copy.path(FRAGMENT), wrong).unwrap();
        let linted = lint(&[copy.folder().to_owned()], &Options::default(), &[]);
        let is_error = linted.diagnostics.iter().any(|problem| problem.severity() == Severity::Error);
        assert!(is_error, "{new} is no error of the generator");
    }
    // Extensions of others are left alone, and so are values that may be anything.
    for (old, new) in [
        ("x-paging: offset", "x-paging: offset\n      x-internal-id: {a: [1]}"),
        ("x-paging: offset", "x-paging: offset\n      x-lint-allow: [W1005]"),
        ("paths:\n", "paths:\n  x-lint-allow: [W1005]\n"),
    ] {
        assert_eq!(misfits(&validator, &text.replacen(old, new, 1)), [""; 0], "{new}");
    }
}
