//! `cargo xtask record` end to end: against a server on loopback that responds like a store.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may panic")]

mod store;

use std::fs;
use std::io::{Read, Write, pipe};
use std::net::TcpListener;
use std::process::Command;
use std::thread;

use generated_client::HttpClient;
use replay::{Recordings, problem, suite};
use serde_json::{Value, json};
use test_support::Spec;
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

use self::store::{SECRETS, SHORT, STORE, TOKEN, command, files, json_of, record, record_all, responses, store, texts};

#[tokio::test]
async fn nothing_personal_is_written_and_relations_survive() {
    let (server, out) = (store().await, tempfile::tempdir().unwrap());
    let (said, complained) = texts(&record_all(&server, out.path()).await);
    assert_eq!(complained, "", "{said}");
    let written = files(out.path());
    assert_eq!(written.len(), 9, "{said}");
    for (file, text) in &written {
        let decoded = percent_encoding::percent_decode_str(text).decode_utf8_lossy();
        assert!(
            !decoded.split(|c: char| !c.is_alphanumeric()).any(|word| word == SHORT),
            "{SHORT} is in {file}:\n{text}"
        );
        let decoded = decoded.to_lowercase();
        for secret in SECRETS {
            assert!(!decoded.contains(&secret.to_lowercase()), "{secret} is in {file}:\n{text}");
        }
        assert!(!text.contains("set-cookie"), "{text}");
    }
    assert!(!said.contains(TOKEN), "{said}");
    // Each secret was in a response.
    let mut sent: String = responses().iter().map(|(_, _, _, body)| body.to_string()).collect();
    for request in server.received_requests().await.unwrap() {
        sent += &format!("{} {:?} {}", request.url, request.headers, String::from_utf8_lossy(&request.body));
    }
    for secret in SECRETS {
        assert!(sent.to_lowercase().contains(&secret.to_lowercase()), "{secret} is planted nowhere");
    }

    let list = json_of(out.path(), "v3/customers/list/200-includes");
    let (asked, customer) = (list["request"]["query"].as_str().unwrap(), &list["response"]["body"]["data"][0]);
    let email = customer["email"].as_str().unwrap();
    assert!(asked.contains(&email.replace('@', "%40")), "{email} was asked for by {asked}");
    let refused = json_of(out.path(), "v3/customers/update/422");
    assert_eq!(refused["request"]["body"][0]["email"], email);
    assert_eq!(refused["request"]["body"][0]["notes"], customer["notes"]);
    let problem = refused["response"]["body"]["errors"]["0.email"].as_str().unwrap();
    assert!(problem.to_lowercase().contains(email), "{problem}");
    assert_eq!(customer["first_name"], customer["addresses"][0]["first_name"]);
    let cursor = json_of(out.path(), "v3/customers/list/200-cursor");
    let end = cursor["response"]["body"]["meta"]["cursor_pagination"]["end_cursor"].as_str().unwrap();
    assert!(cursor["request"]["query"].as_str().unwrap().contains(end));
    // Harmless values are kept.
    assert_eq!(customer["id"], 4107);
    assert_eq!(customer["date_created"], "2024-03-04T10:31:57Z");
    assert_eq!(customer["store_credit_amounts"][0]["amount"], 42.5);
    assert_eq!(customer["channel_ids"], Value::Null);
    let v2 = json_of(out.path(), "v2/customers/list/200");
    assert_eq!(v2["response"]["body"][0]["store_credit"], "18.7500");
    assert_eq!(v2["response"]["body"][0]["date_created"], "Tue, 14 May 2019 06:41:20 +0000");
    assert_eq!(list["response"]["headers"]["x-rate-limit-requests-left"], "148");
}

#[tokio::test]
async fn what_is_written_is_a_recording_and_plays() {
    let (server, out) = (store().await, tempfile::tempdir().unwrap());
    record_all(&server, out.path()).await;
    let spec = Spec::read(&Spec::folder()).unwrap();
    let mut recordings = Recordings::read(out.path()).unwrap();
    recordings.requests = Some(suite::pinned(&recordings));
    let (operations, http) = (spec.operations(), HttpClient::new().unwrap());
    let mut problems = suite::problems(&spec, &recordings).unwrap();
    problems.retain(|problem| !problem.message.starts_with("is missing") && !problem.message.starts_with("is listed"));
    for recorded in &recordings.all {
        problems.extend(replay::replay(&http, suite::owners(&operations, &recorded.name).unwrap()[0], recorded).await);
    }
    // The subscriber violates the spec on purpose.
    problems.retain(|problem| !problem.file.contains("v3/subscribers/list/200"));
    assert!(problems.is_empty(), "{}", problem::list(&problems));
    // An error that all operations share is not recorded for one of them.
    assert!(out.path().join("v2/common/Forbidden/403.json").exists());
    assert_eq!(json_of(out.path(), "v2/common/Forbidden/403")["request"], Value::Null);
}

#[tokio::test]
async fn contradictions_are_a_list_to_act_on() {
    let (server, out) = (store().await, tempfile::tempdir().unwrap());
    let output = record_all(&server, out.path()).await;
    let ((said, _), folder) = (texts(&output), out.path().display());
    assert_eq!(output.status.code(), Some(1), "{said}");
    for part in [
        "9 calls:\n",
        "  GET /v3/customers?include=addresses,storecredit&email:in=",
        "v3.customers.update: 422 in ",
        &format!("wrote {folder}/v3/customers/list/200-includes.json\n"),
        "failed v3.subscribers.list failed: cannot decode the response (200 OK) at data[0].id",
        "contradicts the spec: spec/v3/subscribers.yaml:",
        ": declared integer, string in 1 of 9 recordings (/data/*/id)\n",
        ": no property nickname declared, string in 1 of 9 recordings (/data/*/nickname)\n",
        &format!("to do: say in {folder}/README.md what it shows, `| v3/customers/list/200-includes | … |`\n"),
    ] {
        assert!(said.contains(part), "`{part}` is not in\n{said}");
    }
}

#[tokio::test]
async fn nothing_is_overwritten_unless_it_is_wanted() {
    let (server, out) = (store().await, tempfile::tempdir().unwrap());
    let list = ["v3.customers.list"];
    assert_eq!(record(&server, out.path(), &list).status.code(), Some(0));
    let file = out.path().join("v3/customers/list/200.json");
    fs::write(&file, "mine").unwrap();
    let again = record(&server, out.path(), &list);
    assert_eq!(again.status.code(), Some(1));
    assert!(texts(&again).0.contains(&format!("kept {}: it exists; --force", file.display())));
    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
    assert_eq!(record(&server, out.path(), &["v3.customers.list", "--force"]).status.code(), Some(0));
    assert_ne!(fs::read_to_string(&file).unwrap(), "mine");
    // Two calls of one run do not overwrite each other either.
    let twice = record(&server, out.path(), &["v3.customers.list?limit=1", "v3.customers.list?limit=2", "--force"]);
    let message = format!("dropped {}: two calls of this run have this name: give one a --case", file.display());
    let said = texts(&twice).0;
    assert!(said.contains(&message) && !said.contains("--force"), "{said}");
    assert_eq!(twice.status.code(), Some(1));
    assert_eq!(json_of(out.path(), "v3/customers/list/200")["request"]["query"], "limit=1");
}

#[tokio::test]
async fn a_success_that_is_not_declared_keeps_its_request() {
    let (server, out) = (MockServer::start().await, tempfile::tempdir().unwrap());
    Mock::given(any()).respond_with(ResponseTemplate::new(202).set_body_json(json!({}))).mount(&server).await;
    let (said, complained) = texts(&record(&server, out.path(), &["v3.attributes.list?page=3"]));
    assert_eq!(files(out.path()).len(), 1, "{said}{complained}");
    assert_eq!(json_of(out.path(), "v3/attributes/list/202")["request"]["query"], "page=3");
    assert!(said.contains("contradicts the spec: spec/v3/attributes.yaml:"), "{said}");
    assert!(said.contains(": declares no such status, 202 in 1 of 1 recordings"), "{said}");

    server.reset().await;
    Mock::given(any()).respond_with(ResponseTemplate::new(451)).mount(&server).await;
    record(&server, out.path(), &["v3.attributes.list"]);
    assert_eq!(json_of(out.path(), "v3/common/Undeclared/451")["request"], Value::Null);
}

#[tokio::test]
async fn what_cannot_be_written_costs_nothing_else() {
    let (server, out) = (store().await, tempfile::tempdir().unwrap());
    fs::create_dir(out.path().join("v3")).unwrap();
    fs::write(out.path().join("v3/stored_instruments"), "in the way").unwrap();
    let calls = ["v3.customers.list", "v3.stored_instruments.list?customerId=4107", "v2.customers.list"];
    let output = record(&server, out.path(), &calls);
    let ((said, complained), folder) = (texts(&output), out.path().display());
    assert_eq!(output.status.code(), Some(74), "{said}");
    for name in ["v3/customers/list/200", "v2/customers/list/200"] {
        assert!(said.contains(&format!("wrote {folder}/{name}.json\n")), "{said}");
        assert_eq!(json_of(out.path(), name)["response"]["status"], 200);
    }
    assert!(complained.contains(&format!("error: cannot write {folder}/v3/stored_instruments/list/200.json: ")));
    assert_eq!(files(out.path()).len(), 3);
}

#[test]
fn a_call_that_fails_costs_nothing_else() {
    let (listener, out) = (TcpListener::bind("127.0.0.1:0").unwrap(), tempfile::tempdir().unwrap());
    let uri = format!("http://{}", listener.local_addr().unwrap());
    // Closes every second connection.
    std::thread::spawn(move || {
        for (index, connection) in listener.incoming().enumerate() {
            let mut connection = connection.unwrap();
            let _ = connection.read(&mut [0; 4096]).unwrap();
            if index % 2 == 0 {
                let response = "HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n";
                connection.write_all(response.as_bytes()).unwrap();
            }
        }
    });
    let calls = ["v2.customers.list", "v3.customers.list", "v2.customer_groups.list"];
    let output = command(&uri, out.path(), &calls).output().unwrap();
    let (said, complained) = texts(&output);
    assert_eq!(output.status.code(), Some(1), "{said}{complained}");
    assert!(said.contains("v3.customers.list: no response\n") && said.contains("failed v3.customers.list: "), "{said}");
    for name in ["v2/customers/list/204", "v2/customer_groups/list/204"] {
        assert_eq!(json_of(out.path(), name)["response"]["status"], 204, "{said}");
    }
}

#[tokio::test]
async fn nobody_has_to_read_what_is_said() {
    let (server, out) = (store().await, tempfile::tempdir().unwrap());
    let (reader, writer) = pipe().unwrap();
    drop(reader);
    let mut command = command(&server.uri(), out.path(), &["v3.customers.list"]);
    let mut child = command.stdout(writer).spawn().unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0));
    assert_eq!(json_of(out.path(), "v3/customers/list/200")["response"]["status"], 200);
}

#[tokio::test]
async fn paths_can_be_opened_from_where_one_is() {
    let (server, out) = (store().await, tempfile::tempdir().unwrap());
    let run = |folder: &str| {
        let mut command = command(&server.uri(), folder.as_ref(), &["v3.customers.list", "--case", "mine"]);
        texts(&command.current_dir(out.path()).output().unwrap()).0
    };
    let said = run("o2");
    assert!(said.contains("\nwrote o2/v3/customers/list/200-mine.json\nto do: say in o2/README.md what"), "{said}");
    assert!(run("o2").contains("\nkept o2/v3/customers/list/200-mine.json: it exists; --force"));
    assert!(out.path().join("o2/v3/customers/list/200-mine.json").exists());
}

#[tokio::test]
async fn what_is_not_allowed_or_not_meant_is_never_called() {
    let (server, out) = (store().await, tempfile::tempdir().unwrap());
    let body = out.path().join("body.json");
    let address = json!({
        "customer_id": 41, "first_name": "Ada", "last_name": "Berg", "address1": "Elm Road 1", "city": "Oslo",
        "state_or_province": "Oslo", "postal_code": "0150", "country_code": "NO",
    });
    fs::write(&body, json!([address]).to_string()).unwrap();
    let body = body.to_str().unwrap();
    for (arguments, part) in [
        (
            &["v3.customers.delete?id:in=4107"][..],
            "delete writes: it needs `--allow-writes customers:4107`; nothing was",
        ),
        (&["v3.customers.delete?id:in=4107,9", "--allow-writes", "customers:4107"], "`--allow-writes customers:9`"),
        (&["v3.subscribers.delete_matching", "--allow-writes", "new,store"], "which is never recorded"),
        (&["v2.addresses.delete_all?customer_id=41", "--allow-writes", "customers:41"], "which is never recorded"),
        (&["v3.customers.list", "v3.customers.delete?id:in=1"], "nothing was called"),
        (&["v3.customers.list", "--allow-writes", "41"], "--allow-writes: `41` says not of what: write `customers:41`"),
        (&["v3.customers.lists"], "did you mean `v3.customers.list`?"),
        // Calls that cannot be made.
        (&["v3.customers.list?colour=blue"], "no query parameter `colour`"),
        (&["v3.customers.list?page=one"], "`page` cannot be `one`"),
        (&["v3.consent.get"], "v3.consent.get: `customerId` is missing; nothing was called"),
        (
            &["v3.customers.list", "v3.consent.get", "v3.consent.get?customerId=x"],
            "error: v3.consent.get: `customerId` ca",
        ),
        (&["v3.customers.create", "--allow-writes", "new"], "v3.customers.create: the body is missing"),
        (&["v3.segments.list_profiles?segmentId="], "v3.segments.list_profiles"),
        (&["v3.customers.list", "--body", body], "v3.customers.list: has no body, and is given one"),
        // Flags without a call that they could apply to.
        (&["v3.customers.list", "--case", "Mine"], "a case has a name like `first-page`"),
        (&["--case", "mine"], "--case belongs to the call before it"),
        (&["v3.customers.list", "--reads", "--case", "all"], "--case belongs to one call, and --reads are many"),
        (&["--reads", "--body", body], "--body belongs to one call, and --reads are many"),
        (&["v3.customers.list", "--case", "a", "--case", "b"], "v3.customers.list has two --case"),
        (&["v3.addresses.create", "--body", body, "--body", body], "v3.addresses.create has two --body"),
        (&[], "there is nothing to call"),
    ] {
        let (server, out) = (&server, out.path());
        let outputs = thread::scope(|scope| {
            let modes = [&[][..], &["--dry-run"]];
            modes
                .map(|mode| scope.spawn(move || record(server, out, &[mode, arguments].concat())))
                .map(|run| run.join())
        });
        for output in outputs.map(Result::unwrap) {
            let (said, complained) = texts(&output);
            assert_eq!(output.status.code(), Some(64), "{arguments:?}: {said}{complained}");
            assert!(complained.contains(part), "{arguments:?}: {complained}");
            assert_eq!(said, "", "{arguments:?}");
        }
    }
    let nowhere = command("nowhere", out.path(), &["v3.customers.list", "--dry-run"]).output().unwrap();
    assert_eq!((nowhere.status.code(), texts(&nowhere).0.as_str()), (Some(64), ""));
    let create = ["v3.addresses.create", "--body", body, "--allow-writes", "customers:41,new"];
    for calls in [&["--reads"][..], &["--reads", "v3.customers.list", "--case", "all"], &create] {
        let output = record(&server, out.path(), &[calls, &["--dry-run"]].concat());
        assert_eq!(output.status.code(), Some(0), "{calls:?}: {}", texts(&output).1);
    }
    assert!(server.received_requests().await.unwrap().is_empty());
    assert_eq!(files(out.path()).len(), 1);
    let unset = Command::new(env!("CARGO_BIN_EXE_record"))
        .arg("v3.customers.list")
        .env_remove("BIGCOMMERCE_ACCESS_TOKEN")
        .env("BIGCOMMERCE_STORE_HASH", STORE)
        .output()
        .unwrap();
    assert_eq!(unset.status.code(), Some(64));
    assert!(texts(&unset).1.contains("the environment variable BIGCOMMERCE_ACCESS_TOKEN is not set"));
}
