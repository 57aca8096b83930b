//! Runs the example programs against the simulated store.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may panic"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;
use std::time::Duration;

use mock_store::{Fault, FaultKind, Latency, Store, StoreConfig, StoreHandle};
use serde_json::{Value, json};
use tokio::io::AsyncWriteExt as _;

/// The folder of the built examples, which this builds if necessary.
fn examples() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let own = std::env::current_exe().unwrap();
        let profile = own.ancestors().nth(2).unwrap();
        // The same features as with `cargo test --workspace`, so that nothing is rebuilt.
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["build", "--quiet", "--workspace", "--examples", "--target-dir"]);
        cargo.arg(profile.parent().unwrap()).current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
        if profile.ends_with("release") {
            cargo.arg("--release");
        }
        assert!(cargo.status().unwrap().success(), "the examples do not build");
        profile.join("examples")
    })
}

fn command(store: &StoreHandle, name: &str, arguments: &[&str]) -> tokio::process::Command {
    let mut command = tokio::process::Command::new(examples().join(name));
    command.args(arguments).args(["--base-url", store.uri()]).stdin(Stdio::null()).kill_on_drop(true);
    command.env("BIGCOMMERCE_STORE_HASH", store.hash()).env("BIGCOMMERCE_ACCESS_TOKEN", store.token());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

async fn run(store: &StoreHandle, name: &str, arguments: &[&str]) -> (i32, String, String) {
    ended(command(store, name, arguments).output().await.unwrap())
}

fn ended(output: Output) -> (i32, String, String) {
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap_or(-1), text(output.stdout), text(output.stderr))
}

async fn store(customers: u64) -> StoreHandle {
    Store::start(StoreConfig { customers, addresses_each: 1, ..StoreConfig::default() }).await.unwrap()
}

/// Returns the ids in an export, in order.
fn exported(path: &Path) -> Vec<u64> {
    let text = fs::read_to_string(path).unwrap();
    if path.extension().is_some_and(|it| it == "csv") {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let column = reader.headers().unwrap().iter().position(|name| name == "id").unwrap();
        return reader.records().map(|record| record.unwrap()[column].parse().unwrap()).collect();
    }
    let lines = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    lines.map(|customer| customer["id"].as_u64().unwrap()).collect()
}

/// The program of the README has no flag for the store: the environment says where it is.
#[tokio::test]
async fn the_first_program_runs_against_a_store_unchanged() {
    let store = store(260).await;
    let mut program = Command::new(examples().join("first"));
    program.env_clear().envs(store.environment());
    let (code, text, errors) = ended(tokio::process::Command::from(program).output().await.unwrap());
    assert_eq!(code, 0, "{errors}");
    let lines: Vec<_> = text.lines().collect();
    assert_eq!((lines.len(), lines[0]), (260, "1: shopper-1@example.org, 1 addresses"));
}

#[tokio::test]
async fn an_export_has_every_customer_with_all_that_belongs_to_it() {
    let (store, folder) = (store(620).await, tempfile::tempdir().unwrap());
    for name in ["all.ndjson", "all.csv"] {
        let path = folder.path().join(name);
        let (code, _, errors) = run(&store, "export", &[path.to_str().unwrap()]).await;
        assert_eq!(code, 0, "{errors}");
        assert_eq!(exported(&path), (1..=620).collect::<Vec<_>>(), "{name}");
        assert!(!folder.path().join(format!("{name}.state")).exists(), "it is complete");
    }
    let text = fs::read_to_string(folder.path().join("all.ndjson")).unwrap();
    let first: Value = serde_json::from_str(text.lines().next().unwrap()).unwrap();
    let stored = store.customer(1).unwrap();
    for key in ["email", "addresses", "store_credit_amounts", "attributes", "form_fields", "channel_ids"] {
        assert_eq!(first[key], stored[key], "{key}");
    }
    let some = folder.path().join("none.ndjson");
    let (code, _, errors) = run(&store, "export", &["--modified-since", "2199-01-01", some.to_str().unwrap()]).await;
    assert_eq!((code, exported(&some)), (0, vec![]), "{errors}");
}

#[tokio::test]
async fn an_export_that_was_stopped_goes_on_and_repeats_nothing() {
    let (store, folder) = (store(2_000).await, tempfile::tempdir().unwrap());
    for name in ["failed.ndjson", "killed.csv", "killed.ndjson"] {
        let path = folder.path().join(name);
        let (file, state) = (path.to_str().unwrap(), folder.path().join(format!("{name}.state")));
        if name.starts_with("failed") {
            store.fault(Fault::new(FaultKind::Status(403)).nth(4));
            let (code, _, errors) = run(&store, "export", &[file]).await;
            assert_eq!(code, 77, "{errors}");
            assert!(errors.contains("403") && errors.contains("goes on behind them"), "{errors}");
        } else {
            store.set_latency(Latency::Fixed(Duration::from_millis(30)));
            let mut child = command(&store, "export", &[file]).spawn().unwrap();
            let begun = async {
                while fs::metadata(&path).map_or(0, |file| file.len()) == 0 {
                    tokio::time::sleep(Duration::from_millis(2)).await;
                }
            };
            tokio::time::timeout(Duration::from_secs(30), begun).await.expect("it begins");
            child.kill().await.unwrap();
        }
        assert!(state.exists(), "{name} is not complete");
        let (code, _, errors) = run(&store, "export", &[file]).await;
        assert_eq!(code, 0, "{errors}");
        assert_eq!(exported(&path), (1..=2_000).collect::<Vec<_>>(), "{name}");
        assert!(!state.exists());
    }
}

const ROWS: &str = "\
email,first_name,last_name,notes
new-1@example.org,Aiko,Brandt,first
shopper-2@example.org,,,changed
no-address,Aiko,Brandt,
new-2@example.org,,Brandt,no first name
new-1@example.org,Aiko,Brandt,comes twice
shopper-3@example.org,,,changed too
";

/// Returns the lines of a report: e-mail address, action and result.
fn report(text: &str) -> Vec<(String, String, String)> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let column = |name: &str, headers: &csv::StringRecord| headers.iter().position(|it| it == name).unwrap();
    let headers = reader.headers().unwrap().clone();
    let columns = ["email", "action", "result"].map(|name| column(name, &headers));
    let cells = |record: csv::StringRecord| columns.map(|column| record[column].to_owned());
    reader
        .records()
        .map(|record| cells(record.unwrap()))
        .map(|[email, action, result]| (email, action, result))
        .collect()
}

fn results(text: &str) -> Vec<String> {
    report(text).into_iter().map(|(_, action, result)| format!("{action} {result}").trim().to_owned()).collect()
}

#[tokio::test]
async fn an_import_reports_every_row_and_writes_the_good_ones() {
    let (store, folder) = (store(5).await, tempfile::tempdir().unwrap());
    let path = folder.path().join("rows.csv");
    fs::write(&path, ROWS).unwrap();
    let file = path.to_str().unwrap();

    let (code, text, errors) = run(&store, "import", &["--dry-run", file]).await;
    assert_eq!((code, store.writes()), (1, 0), "{errors}");
    assert!(store.requests().iter().all(|request| request.method == "GET"));
    let planned = results(&text);
    assert_eq!(planned.len(), 6, "{text}");
    assert_eq!(planned.iter().filter(|line| line.ends_with("planned")).count(), 3, "{text}");

    let (code, text, errors) = run(&store, "import", &[file]).await;
    assert_eq!(code, 1, "{errors}");
    let lines = report(&text);
    let done: Vec<_> = lines.iter().filter(|line| line.2 == "done").map(|line| (&*line.0, &*line.1)).collect();
    let expected =
        [("new-1@example.org", "create"), ("shopper-2@example.org", "update"), ("shopper-3@example.org", "update")];
    assert_eq!(done, expected, "{text}");
    assert_eq!(lines.iter().filter(|line| line.2 == "invalid").count(), 3, "{text}");
    let notes = |id: u64| store.customer(id).unwrap()["notes"].clone();
    assert_eq!((notes(2), notes(3), store.customer_count()), (json!("changed"), json!("changed too"), 6));
    assert_eq!(notes(store.customer_by_email("new-1@example.org").unwrap()), json!("first"));

    // The second run has nothing left to do.
    let before = store.writes();
    let (_, text, _) = run(&store, "import", &[file]).await;
    assert_eq!((results(&text).iter().filter(|line| line.ends_with("unchanged")).count(), store.writes()), (3, before));
}

#[tokio::test]
async fn a_row_that_the_store_refuses_takes_no_other_with_it() {
    let (store, folder) = (store(40).await, tempfile::tempdir().unwrap());
    let path = folder.path().join("rows.csv");
    let rows = (1..=40).map(|id| {
        let group = if id == 17 { 999 } else { 2 };
        format!("shopper-{id}@example.org,{group},row {id}\n")
    });
    fs::write(&path, format!("email,customer_group_id,notes\n{}", rows.collect::<String>())).unwrap();
    let report_path = folder.path().join("report.csv");
    let arguments = ["--report", report_path.to_str().unwrap(), path.to_str().unwrap()];
    let (code, _, errors) = run(&store, "import", &arguments).await;
    assert_eq!(code, 1, "{errors}");
    let results = results(&fs::read_to_string(&report_path).unwrap());
    assert_eq!(results.len(), 40);
    for (index, result) in results.iter().enumerate() {
        assert_eq!(result, if index == 16 { "update refused" } else { "update done" }, "row {index}");
        let noted = store.customer(index as u64 + 1).unwrap()["notes"] == json!(format!("row {}", index + 1));
        assert_eq!(noted, index != 16);
    }
    // Existing files are not overwritten, and bad files are refused.
    assert_eq!(run(&store, "import", &arguments).await.0, 74);
    for (text, message) in [("name\nx\n", "no column `email`"), ("email,nots\nx@example.org,y\n", "no column `nots`")] {
        fs::write(&path, text).unwrap();
        let (code, _, errors) = run(&store, "import", &[path.to_str().unwrap()]).await;
        assert!(code == 65 && errors.contains(message), "{code} {errors}");
    }
}

async fn person() -> StoreHandle {
    let store = store(9).await;
    let metafield =
        json!([{"resource_id": 4, "permission_set": "read", "namespace": "crm", "key": "manager", "value": "Ines"}]);
    assert_eq!(store.call("POST", "/v3/customers/metafields", Some(&metafield)).0, 200);
    let subscriber = json!({"email": "shopper-4@example.org", "channel_id": 1});
    assert_eq!(store.call("POST", "/v3/customers/subscribers", Some(&subscriber)).0, 200);
    store
}

const EMAIL: [&str; 2] = ["--email", "shopper-4@example.org"];

#[tokio::test]
async fn a_person_is_exported_deleted_and_looked_for() {
    let (store, folder) = (person().await, tempfile::tempdir().unwrap());
    let path = folder.path().join("person.json");
    let output = ["--output", path.to_str().unwrap()];
    let stored = store.customer(4).unwrap();
    let (code, _, errors) = run(&store, "forget", &[&EMAIL[..], &output, &["--yes"]].concat()).await;
    assert_eq!(code, 0, "{errors}");
    assert!(errors.contains("nothing of it is found any more") && errors.contains("orders"), "{errors}");
    assert!(store.customer(4).is_none() && store.customer_count() == 8);
    assert_eq!(store.call("GET", "/v3/customers/subscribers?email=shopper-4@example.org", None).1["data"], json!([]));

    let export: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    let person = &export["customers"][0];
    assert_eq!((&person["customer"]["email"], &person["customer"]["id"]), (&stored["email"], &json!(4)));
    assert_eq!(person["addresses"][0]["address1"], stored["addresses"][0]["address1"]);
    assert_eq!(person["metafields"][0]["value"], "Ines");
    assert_eq!(export["subscribers"][0]["email"], "shopper-4@example.org");
    let keys: BTreeSet<&str> = person.as_object().unwrap().keys().map(String::as_str).collect();
    for part in ["addresses", "attribute_values", "consent", "form_field_values", "segments", "stored_instruments"] {
        assert!(keys.contains(part), "{part} is missing: {keys:?}");
    }
}

#[tokio::test]
async fn nothing_is_deleted_without_a_yes_or_an_export() {
    let (store, folder) = (person().await, tempfile::tempdir().unwrap());
    let path = folder.path().join("person.json");
    let arguments = [&EMAIL[..], &["--output", path.to_str().unwrap()]].concat();
    for (answer, code) in [("no\n", 1), ("", 1), ("yes\n", 0)] {
        let _ = fs::remove_file(&path);
        let mut child = command(&store, "forget", &arguments).stdin(Stdio::piped()).spawn().unwrap();
        let mut input = child.stdin.take().unwrap();
        input.write_all(answer.as_bytes()).await.unwrap();
        drop(input);
        let (ended_with, _, errors) = ended(child.wait_with_output().await.unwrap());
        assert_eq!(ended_with, code, "{errors}");
        assert!(path.exists(), "it is exported in any case");
        assert_eq!(store.customer(4).is_none(), code == 0);
    }
    // An existing file is kept; a customer that does not exist cannot be forgotten.
    let (store, before) = (person().await, fs::read(&path).unwrap());
    assert_eq!(run(&store, "forget", &[&arguments[..], &["--yes"]].concat()).await.0, 74);
    assert!(store.customer(4).is_some() && fs::read(&path).unwrap() == before);
    let other = folder.path().join("other.json");
    let unknown = ["--email", "nobody@example.org", "--output", other.to_str().unwrap(), "--yes"];
    let (code, _, errors) = run(&store, "forget", &unknown).await;
    assert!(code == 68 && errors.contains("nobody@example.org") && !other.exists(), "{code} {errors}");
}

#[tokio::test]
async fn each_program_explains_itself() {
    let store = store(0).await;
    for name in ["export", "import", "forget"] {
        let (code, text, _) = run(&store, name, &["--help"]).await;
        assert!(
            code == 0 && text.contains(&format!("Usage: {name}")) && text.contains("Exit codes:"),
            "{name}: {text}"
        );
        assert!(text.lines().all(|line| line.chars().count() <= 80), "{name} fits a terminal");
        let (code, _, errors) = run(&store, name, &["--colour"]).await;
        assert!(code == 64 && errors.contains("--help"), "{name}: {code} {errors}");
        let arguments: &[&str] = if name == "forget" { &["--email", "a@b", "--output", "/x"] } else { &["/x"] };
        let mut no_token = command(&store, name, arguments);
        let (code, _, errors) = ended(no_token.env_remove("BIGCOMMERCE_ACCESS_TOKEN").output().await.unwrap());
        assert!(code == 78 && errors.contains("BIGCOMMERCE_ACCESS_TOKEN"), "{name}: {code} {errors}");
    }
}
