//! Tests the suite itself: each row breaks a copy of the spec or of the recordings, and lists what the message has to
//! contain.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may panic")]

use std::fs;
use std::path::Path;
use std::thread;

use generated_client::HttpClient;
use replay::{Problem, Recordings, suite};
use test_support::Spec;

/// Copies of both folders, to be modified.
struct Copies(tempfile::TempDir);

impl Copies {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        copy(&Spec::folder(), &folder.path().join("spec"));
        copy(&Recordings::folder(), &folder.path().join("recordings"));
        Self(folder)
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.0.path().join(name)
    }

    /// Replaces a text of a file, which has to occur.
    fn replace(&self, file: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.path(file)).unwrap();
        assert!(text.contains(from), "{file} does not hold {from}");
        fs::write(self.path(file), text.replacen(from, to, 1)).unwrap();
    }

    fn rename(&self, from: &str, to: &str) {
        fs::create_dir_all(self.path(to).parent().unwrap()).unwrap();
        fs::rename(self.path(from), self.path(to)).unwrap();
    }

    /// Runs the checks that need no client.
    fn problems(&self) -> Vec<Problem> {
        let spec = Spec::read(&self.path("spec")).unwrap();
        let recordings = Recordings::read(&self.path("recordings")).unwrap();
        suite::problems(&spec, &recordings).unwrap()
    }

    /// Returns how the client deviates from this recording.
    async fn replayed(&self, name: &str) -> Vec<Problem> {
        let spec = Spec::read(&self.path("spec")).unwrap();
        let recordings = Recordings::read(&self.path("recordings")).unwrap();
        let recorded = recordings.all.iter().find(|recorded| recorded.name.to_string() == name).unwrap();
        let operations = spec.operations();
        let owners = suite::owners(&operations, &recorded.name).unwrap();
        replay::replay(&HttpClient::new().unwrap(), owners.first().unwrap(), recorded).await
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Asserts that one of the problems contains all of these texts.
#[track_caller]
fn assert_named(problems: &[Problem], parts: &[&str]) {
    let named = problems.iter().any(|problem| parts.iter().all(|part| problem.to_string().contains(part)));
    assert!(named, "nothing names {parts:?}:\n{}", replay::problem::list(problems));
}

#[test]
fn nothing_else_is_wrong_before_anything_is_broken() {
    // What is wrong with the originals is reported by the test of the recordings.
    let spec = Spec::read(&Spec::folder()).unwrap();
    let originals = suite::problems(&spec, &Recordings::read(&Recordings::folder()).unwrap()).unwrap();
    assert_eq!(Copies::new().problems(), originals);
}

#[test]
fn deleting_any_recording_is_noticed() {
    let spec = Spec::read(&Spec::folder()).unwrap();
    let mut recordings = Recordings::read(&Recordings::folder()).unwrap();
    for index in 0..recordings.all.len() {
        let deleted = recordings.all.remove(index);
        let missing = suite::missing(&spec, &recordings);
        assert_named(&missing, &[&format!("tests/recordings/{}.json: is missing: ", deleted.name)]);
        recordings.all.insert(index, deleted);
    }
}

#[test]
fn what_contradicts_the_spec_is_named_with_both_places() {
    type Breaking = fn(&Copies);
    let rows: &[(Breaking, &[&str])] = &[
        // A required property is renamed in the fragment.
        (
            |copies| {
                copies.replace("spec/v3/customers.yaml", "        - first_name\n", "        - given_name\n");
            },
            &[
                "tests/recordings/v3/customers/",
                "/response/body/data/0: \"given_name\" is a required property (spec/v3/customers.yaml:",
            ],
        ),
        // A value that the spec forbids, in a response and in a request.
        (
            |copies| {
                copies.replace(
                    "recordings/v3/customers/list/200.json",
                    "\"customer_group_id\": ",
                    "\"customer_group_id\": true, \"x\": ",
                )
            },
            &[
                "v3/customers/list/200.json /response/body/data/0/customer_group_id: true is not of type",
                "(spec/v3/customers.yaml:",
            ],
        ),
        (
            |copies| copies.replace("recordings/v3/customers/update/200.json", "\"id\": 4107", "\"id\": \"4107\""),
            &[
                "v3/customers/update/200.json /request/body/0/id: \"4107\" is not of type \"integer\" (spec/v3/customers.yaml:",
            ],
        ),
        // An unknown key.
        (
            |copies| copies.replace("recordings/v3/customers/list/200.json", "\"notes\"", "\"remarks\""),
            &[
                "v3/customers/list/200.json /response/body/data/0/remarks: is a key that the spec does not know",
                "(spec/v3/customers.yaml:",
            ],
        ),
        // An `unknown` case without anything unknown.
        (
            |copies| {
                copies.rename(
                    "recordings/v3/customers/list/200-gzip.json",
                    "recordings/v3/customers/list/200-unknown-x.json",
                )
            },
            &["v3/customers/list/200-unknown-x.json /response/body: is called unknown, and holds nothing"],
        ),
        // Recordings without an owner.
        (
            |copies| copies.rename("recordings/v3/customers/list/200.json", "recordings/v3/customers/find/200.json"),
            &["v3/customers/find/200.json: is of an operation that spec/v3/customers.yaml does not have: find"],
        ),
        (
            |copies| copies.rename("recordings/v3/customers/list/200.json", "recordings/v3/customers/list/207.json"),
            &[
                "v3/customers/list/207.json: is of a status that v3.customers.list does not declare (spec/v3/customers.yaml:",
            ],
        ),
        (
            |copies| copies.rename("recordings/v3/common/NotFound/404.json", "recordings/v3/common/Lost/404.json"),
            &["v3/common/Lost/404.json: is of a response that no operation refers to for 404: Lost"],
        ),
        // A request of another operation.
        (
            |copies| {
                copies.replace(
                    "recordings/v3/customers/list/200.json",
                    "\"path\": \"/v3/customers\"",
                    "\"path\": \"/v3/segments\"",
                )
            },
            &["v3/customers/list/200.json /request: GET /v3/segments is not a call of v3.customers.list"],
        ),
        // A case that is not described.
        (
            |copies| copies.replace("recordings/README.md", "| v3/customers/list/200-cursor |", "| cursors |"),
            &["v3/customers/list/200-cursor.json: is listed nowhere"],
        ),
        // A response that does not match its request.
        (
            |copies| {
                copies.replace(
                    "recordings/v3/customers/list/200-middle-page.json",
                    "\"current_page\": 2",
                    "\"current_page\": 3",
                )
            },
            &[
                "v3/customers/list/200-middle-page.json /response/body/meta/pagination/current_page: 3 does not match the request `page=2`",
            ],
        ),
        (
            |copies| {
                copies.replace(
                    "recordings/v3/customers/list/200.json",
                    "\"source\": \"",
                    "\"source\": \"somebody says: ",
                )
            },
            &["v3/customers/list/200.json: does not say what it rests on"],
        ),
        (
            |copies| {
                copies.replace(
                    "recordings/README.md",
                    "| v3/customers/list/200-cursor |",
                    "| v3/customers/list/20-cursor |",
                )
            },
            &["README.md: v3/customers/list/20-cursor is not of the form"],
        ),
        // Another format.
        (
            |copies| copies.replace("recordings/v3/customers/list/200.json", "\"source\": ", "\"source\":  "),
            &["v3/customers/list/200.json: is not written as `jq"],
        ),
    ];
    // Each row reads all files again.
    thread::scope(|scope| {
        for (breaking, parts) in rows {
            scope.spawn(|| {
                let copies = Copies::new();
                breaking(&copies);
                assert_named(&copies.problems(), parts);
            });
        }
    });
}

#[test]
fn changing_what_any_recording_asks_for_is_noticed() {
    let recordings = Recordings::read(&Recordings::folder()).unwrap();
    let spec = Spec::read(&Spec::folder()).unwrap();
    let mut changed = recordings.clone();
    // Each change would still be sent as recorded.
    let mut names = Vec::new();
    for recorded in &mut changed.all {
        let Some(request) = &mut recorded.recording.request else { continue };
        let digit = request.query.rfind(|letter: char| letter.is_ascii_digit());
        match digit {
            Some(at) => request.query.replace_range(at..=at, if &request.query[at..=at] == "7" { "8" } else { "7" }),
            None if request.query.is_empty() => request.path.push('7'),
            None => request.query.push('x'),
        }
        names.push(recorded.name.to_string());
    }
    let problems = suite::problems(&spec, &changed).unwrap();
    assert!(names.len() > 300, "only {} requests", names.len());
    for name in names {
        assert_named(&problems, &[&format!("tests/recordings/{name}.json /request: asks for"), "requests.txt pins"]);
    }
}

#[test]
fn files_that_nobody_would_read_are_refused() {
    for name in ["0200.json", "200-extra.yaml", "200-b.JSON", "200-c.json.part", "+200.json"] {
        let copies = Copies::new();
        fs::copy(
            copies.path("recordings/v3/customers/list/200.json"),
            copies.path("recordings/v3/customers/list").join(name),
        )
        .unwrap();
        let problems = Recordings::read(&copies.path("recordings")).unwrap_err();
        assert!(
            problems.iter().any(|problem| problem.contains(name.trim_end_matches(".json"))),
            "{name}: {problems:?}"
        );
    }
}

#[tokio::test]
async fn what_the_client_does_otherwise_is_named_with_both_sides() {
    type Breaking = fn(&Copies);
    let rows: &[(&str, Breaking, &[&str])] = &[
        (
            "v3/customers/list/200-cursor",
            |copies| {
                copies.replace("recordings/v3/customers/list/200-cursor.json", "\"query\": \"", "\"query\": \"limit=7&")
            },
            &["v3/customers/list/200-cursor.json /request/query: "],
        ),
        (
            "v3/customers/list/200-cursor",
            |copies| {
                copies.replace(
                    "recordings/v3/customers/list/200-cursor.json",
                    "\"query\": \"",
                    "\"query\": \"colour=blue&",
                )
            },
            &["v3/customers/list/200-cursor.json /request: v3.customers.list: ", "no query parameter `colour`"],
        ),
        (
            "v3/customers/update/200",
            |copies| {
                copies.replace(
                    "recordings/v3/customers/update/200.json",
                    "\"accept\": \"application/json\"",
                    "\"accept\": \"text/html\"",
                )
            },
            &["/request/headers/accept: \"text/html\" is recorded, the client sent \"application/json\""],
        ),
        (
            "v3/customers/update/200",
            |copies| copies.replace("recordings/v3/customers/update/200.json", "\"meta\": {", "\"metadata\": {"),
            &["/response: the client cannot take it", "meta"],
        ),
    ];
    for (name, breaking, parts) in rows {
        let copies = Copies::new();
        breaking(&copies);
        let problems = copies.replayed(name).await;
        assert_named(&problems, parts);
    }
}
