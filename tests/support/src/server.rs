//! A server on loopback that answers what a test tells it to, and remembers what it was asked.

use generated_client::{Client, ClientBuilder, HttpClient, Pacing, RetryPolicy};
use serde_json::Value;
use wiremock::{Mock, MockServer, Request, ResponseTemplate, matchers::any};

/// The store that the client of the tests belongs to.
pub const STORE: &str = "k7qd2m";
/// Its token.
pub const TOKEN: &str = "token-of-the-tests";

/// A server with one answer.
pub struct Server {
    server: MockServer,
}

impl Server {
    /// Answers every request with this status and JSON.
    pub async fn json(status: u16, body: &Value) -> Self {
        Self::answering(ResponseTemplate::new(status).set_body_json(body)).await
    }

    /// Answers every request like this.
    pub async fn answering(answer: ResponseTemplate) -> Self {
        let server = MockServer::start().await;
        Mock::given(any()).respond_with(answer).mount(&server).await;
        Self { server }
    }

    /// A client whose calls come here.
    pub fn client(&self) -> Client {
        client(&self.server.uri())
    }

    /// The same over connections that are there already: building them takes longer than a call.
    pub fn client_over(&self, http: &HttpClient) -> Client {
        builder(&self.server.uri()).http_client(http.clone()).build().expect("a loopback URL is allowed")
    }

    /// The address.
    pub fn uri(&self) -> String {
        self.server.uri()
    }

    /// All requests so far.
    pub async fn requests(&self) -> Vec<Request> {
        self.server.received_requests().await.expect("requests are recorded")
    }

    /// The only request.
    pub async fn request(&self) -> Request {
        let mut requests = self.requests().await;
        assert_eq!(requests.len(), 1, "one request was expected");
        requests.remove(0)
    }
}

/// A client of the tests' store that calls another server.
pub fn client(base_url: &str) -> Client {
    builder(base_url).build().expect("a loopback URL is allowed")
}

/// The same before it is built. It sends each call once and at once, so that a test sees what it asked for.
pub fn builder(base_url: &str) -> ClientBuilder<Client> {
    Client::builder(STORE, TOKEN).base_url(base_url).retry(RetryPolicy::none()).pacing(Pacing::off())
}
