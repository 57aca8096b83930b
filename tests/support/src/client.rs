//! Clients of servers on loopback.

use generated_client::{Client, ClientBuilder, Pacing, RetryPolicy};

/// The store hash of the test clients.
pub const STORE: &str = "k7qd2m";
/// Its token.
pub const TOKEN: &str = "token-of-the-tests";

/// Creates a client of the test store that calls another server.
pub fn client(base_url: &str) -> Client {
    builder(base_url).build().expect("a loopback URL is allowed")
}

/// Returns the builder of such a client. The client sends each call once and without waiting, so that a test sees each
/// request.
pub fn builder(base_url: &str) -> ClientBuilder<Client> {
    Client::builder(STORE, TOKEN).base_url(base_url).retry(RetryPolicy::none()).pacing(Pacing::off())
}
