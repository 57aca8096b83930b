//! Plays one recording by name, for tests that assert more than the suite.

use generated_client::Client;
use serde_json::Value;

use crate::play::{sent, template};
use exchanges::problem::{self, Problem};
use exchanges::recording::{Recorded, Recordings, file_of};
use test_support::Server;

/// A recording, and a server that responds as recorded.
pub struct Exchange {
    recorded: Recorded,
    server: Server,
}

impl Exchange {
    /// Starts the server of the recording with this name, such as `v3/customers/list/200-cursor`.
    pub async fn of(name: &str) -> Self {
        let recordings = Recordings::read(&Recordings::folder()).unwrap_or_else(|problems| panic!("{problems:?}"));
        let recorded = recordings.all.into_iter().find(|recorded| recorded.name.to_string() == name);
        let recorded = recorded.unwrap_or_else(|| panic!("tests/recordings/{name}.json is missing"));
        let server = Server::responding(template(&recorded.recording.response)).await;
        Self { recorded, server }
    }

    /// Creates a client of this server.
    pub fn client(&self) -> Client {
        self.server.client()
    }

    /// Asserts that one request was sent, as recorded.
    pub async fn assert_sent(&self) {
        let request = self.server.request().await;
        let expected = self.recorded.recording.request.as_ref().expect("the recording has a request");
        let file = file_of(&self.recorded.name);
        let found = sent(expected, &request).into_iter();
        let problems: Vec<_> = found.map(|(pointer, message)| Problem::new(&file, message).at(pointer)).collect();
        assert!(problems.is_empty(), "{}", problem::list(&problems));
    }

    /// Returns the body of the recorded response.
    pub fn body(&self) -> Value {
        self.recorded.recording.response.body.as_ref().map_or(Value::Null, exchanges::Exact::value)
    }

    /// Returns the request id of the recorded response.
    pub fn request_id(&self) -> Option<&str> {
        self.recorded.recording.response.headers.get("x-request-id").map(String::as_str)
    }
}
