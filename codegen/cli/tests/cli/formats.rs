//! Problems in machine-readable formats, and the pages about their codes.

use serde_json::{Value, json};

use crate::support::Folder;

const LINE: &str = "generate spec --out kennel --format";

/// A folder with an error and a warning; the error has a second location.
fn folder() -> Folder {
    let folder = Folder::with_spec();
    folder.edit("spec/v1/pets.yaml", "{id: 7, name: Aiko}", "{id: 7, name: Aiko, nam: x}");
    folder.edit("spec/v1/pets.yaml", "name: {type: string,", "name: {type: string, format: 'odd, isn''t it: 5%',");
    folder
}

fn report(format: &str) -> String {
    let ran = folder().run(&format!("{LINE} {format}")).expect(2);
    assert_eq!(ran.err, "1 error, 1 warning; nothing was written\n");
    ran.out
}

#[test]
fn json_has_all_of_a_problem() {
    let report: Value = serde_json::from_str(&report("json")).unwrap();
    let [error, warning] = report["diagnostics"].as_array().unwrap().as_slice() else { panic!("{report:#}") };
    assert_eq!(error["code"], "E0502");
    assert_eq!(error["severity"], "error");
    assert!(error["message"].as_str().unwrap().contains("unknown property `nam`"), "{error:#}");
    assert!(error["help"].as_str().unwrap().contains("`name`"), "{error:#}");
    let place = json!({"file": "spec/v1/pets.yaml", "line": 27, "column": 44, "end_line": 27, "end_column": 47});
    assert_eq!(error["place"], place);
    assert_eq!(error["labels"][0]["text"], "the schema");
    assert_eq!((&warning["code"], &warning["severity"]), (&json!("W0902"), &json!("warning")));
}

#[test]
fn annotations_are_one_line_each() {
    let report = report("github");
    let [error, warning] = report.lines().collect::<Vec<_>>()[..] else { panic!("{report}") };
    let place = "file=spec/v1/pets.yaml,line=27,col=44,endLine=27,endColumn=47";
    assert!(error.starts_with(&format!("::error {place},title=E0502::the example does not match")), "{error}");
    assert!(error.contains("%0Ahelp: "), "{error}");
    assert!(warning.starts_with("::warning ") && warning.contains("odd, isn't it: 5%25"), "{warning}");
}

#[test]
fn sarif_has_rules_results_and_places() {
    let report: Value = serde_json::from_str(&report("sarif")).unwrap();
    assert_eq!(report["version"], "2.1.0");
    let run = &report["runs"][0];
    assert_eq!(run["tool"]["driver"]["name"], "openapi-client");
    let rules: Vec<_> = run["tool"]["driver"]["rules"].as_array().unwrap().iter().map(|rule| &rule["id"]).collect();
    assert_eq!(rules, ["E0502", "W0902"]);
    let result = &run["results"][0];
    assert_eq!((&result["ruleId"], &result["level"]), (&json!("E0502"), &json!("error")));
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "spec/v1/pets.yaml");
    assert_eq!(place["region"], json!({"startLine": 27, "startColumn": 44, "endLine": 27, "endColumn": 47}));
    assert_eq!(result["relatedLocations"][0]["message"]["text"], "the schema");
}

#[test]
fn without_problems_a_report_is_empty_and_still_one() {
    for (format, expected) in [("json", "{\n  \"diagnostics\": []\n}\n"), ("github", "")] {
        let ran = Folder::with_spec().run(&format!("{LINE} {format}")).expect(0);
        assert_eq!(ran.out, expected);
        assert!(ran.err.contains("1 operation, 1 type, "), "{}", ran.err);
    }
}

#[test]
fn a_code_has_a_page() {
    let folder = Folder::new();
    for code in ["E0102", "e0102"] {
        let ran = folder.run(&format!("explain {code}")).expect(0);
        assert!(ran.out.starts_with("# E0102: ") && ran.out.contains("\n## Right\n"), "{}", ran.out);
    }
    folder.run("explain E0000").expect(64).complains(&["error: unknown code `E0000`\n", "help: the codes are E0001, "]);
}
