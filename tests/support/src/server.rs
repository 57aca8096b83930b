//! A server on loopback with a prepared response, which records its requests.

use generated_client::{Client, HttpClient};
use serde_json::Value;
use wiremock::{Mock, MockServer, Request, ResponseTemplate, matchers::any};

use crate::client::{builder, client};

/// A server with one response.
pub struct Server {
    server: MockServer,
}

impl Server {
    /// Responds to every request with this status and JSON.
    pub async fn json(status: u16, body: &Value) -> Self {
        Self::responding(ResponseTemplate::new(status).set_body_json(body)).await
    }

    /// Responds to every request like this.
    pub async fn responding(response: ResponseTemplate) -> Self {
        let server = MockServer::start().await;
        Mock::given(any()).respond_with(response).mount(&server).await;
        Self { server }
    }

    /// Creates a client of this server.
    pub fn client(&self) -> Client {
        client(&self.server.uri())
    }

    /// The same with an existing connection pool, which takes less time than building one.
    pub fn client_over(&self, http: &HttpClient) -> Client {
        builder(&self.server.uri()).http_client(http.clone()).build().expect("a loopback URL is allowed")
    }

    /// The address.
    pub fn uri(&self) -> String {
        self.server.uri()
    }

    /// Returns all requests so far.
    pub async fn requests(&self) -> Vec<Request> {
        self.server.received_requests().await.expect("requests are recorded")
    }

    /// Returns the only request.
    pub async fn request(&self) -> Request {
        let mut requests = self.requests().await;
        assert_eq!(requests.len(), 1, "one request was expected");
        requests.remove(0)
    }
}
