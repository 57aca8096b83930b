//! Recorded exchanges: files under `tests/recordings`, replayed by a server on loopback.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;
use wiremock::ResponseTemplate;

use crate::server::{STORE, Server, TOKEN};

/// One exchange: what a client sends, and what it is answered.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recording {
    /// What its shape rests on.
    pub source: String,
    /// When it was written down.
    pub date: String,
    /// What has to be sent.
    pub request: RecordedRequest,
    /// What is answered.
    pub response: RecordedResponse,
}

/// What has to be sent. The path begins with the version.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the words of HTTP")]
pub struct RecordedRequest {
    pub method: String,
    pub path: String,
    pub query: String,
    pub headers: BTreeMap<String, String>,
    pub body: Option<Value>,
}

/// What is answered. The body is kept as text, so that no digit is lost.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the words of HTTP")]
pub struct RecordedResponse {
    pub status: u16,
    pub headers: BTreeMap<String, String>,
    pub body: Box<RawValue>,
}

impl Recording {
    /// Reads `tests/recordings/{name}.json`.
    pub fn read(name: &str) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("recordings").join(name).with_extension("json");
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// A server that answers as recorded.
    pub async fn serve(&self) -> Server {
        let headers = self.response.headers.iter();
        let answer = headers.fold(ResponseTemplate::new(self.response.status), |answer, (name, value)| {
            answer.insert_header(name.as_str(), value.as_str())
        });
        let content_type = self.response.headers.get("content-type").map_or("application/json", String::as_str);
        Server::answering(answer.set_body_raw(self.response.body.get(), content_type)).await
    }

    /// Asserts that the server was asked once, and exactly as recorded.
    pub async fn assert_sent(&self, server: &Server) {
        let request = server.request().await;
        let expected = &self.request;
        let url = format!("{} {}?{}", request.method, request.url.path(), request.url.query().unwrap_or_default());
        assert_eq!(url, format!("{} /stores/{STORE}{}?{}", expected.method, expected.path, expected.query));
        assert_eq!(request.headers["x-auth-token"], TOKEN);
        for (name, value) in &expected.headers {
            assert_eq!(request.headers[name.as_str()], value.as_str(), "header {name}");
        }
        let body =
            (!request.body.is_empty()).then(|| serde_json::from_slice::<Value>(&request.body).expect("JSON is sent"));
        assert_eq!(body, expected.body, "the body that was sent (left) is not the recorded one");
    }

    /// The recorded answer.
    pub fn answer(&self) -> Value {
        serde_json::from_str(self.response.body.get()).expect("the recording is JSON")
    }
}
