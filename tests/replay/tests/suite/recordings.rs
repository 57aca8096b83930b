//! All files under `recordings/`: each belongs to the spec, matches it, and is what the client sends and decodes.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may panic")]

use generated_client::HttpClient;
use replay::{Recordings, problem, suite};
use test_support::Spec;

fn both() -> (Spec, Recordings) {
    let spec = Spec::read(&Spec::folder()).unwrap_or_else(|error| panic!("{error}"));
    (spec, Recordings::read(&Recordings::folder()).unwrap_or_else(|problems| panic!("{}", problems.join("\n"))))
}

#[test]
fn recordings_belong_to_the_spec_and_leave_nothing_out() {
    let (spec, mut recordings) = both();
    if std::env::var_os("UPDATE_REQUESTS").is_some() {
        let pinned = suite::pinned(&recordings);
        std::fs::write(Recordings::folder().join("requests.txt"), &pinned).unwrap();
        recordings.requests = Some(pinned);
    }
    let problems = suite::problems(&spec, &recordings).unwrap();
    assert!(problems.is_empty(), "{}", problem::list(&problems));
}

#[tokio::test]
async fn the_client_sends_and_understands_what_is_recorded() {
    let (spec, recordings) = both();
    let (operations, http) = (spec.operations(), HttpClient::new().unwrap());
    let (mut problems, mut played) = (Vec::new(), 0);
    for recorded in &recordings.all {
        // The suite above reports a recording without an owner.
        for operation in suite::owners(&operations, &recorded.name).unwrap_or_default() {
            problems.extend(replay::replay(&http, operation, recorded).await);
            played += 1;
        }
    }
    println!("{played} exchanges of {} recordings", recordings.all.len());
    assert!(problems.is_empty(), "{}", problem::list(&problems));
}
