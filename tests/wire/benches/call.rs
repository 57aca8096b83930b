//! One call at a time: the client against code written by hand on reqwest and serde's derives (`support/by_hand.rs`),
//! over loopback to a minimal server (`support/server.rs` says why it is not the simulated store).
//!
//! `cargo bench -p wire-tests --bench call`: read the ratios. Both sides have the same connections (with gzip) and
//! timeouts, send the same headers and bodies, and decode the whole response. "Time" is that of the call. "CPU" is the
//! time of its thread, which other programs of the machine affect less. The allocations, too, are those of the client's
//! thread; the server has its own.

#![allow(clippy::unwrap_used, reason = "a failed measurement may end in a panic")]

mod support;

use std::hint::black_box;
use std::str::from_utf8;
use std::time::Duration;

use generated_client::v3::customers::{CustomerUpdate, Include};
use generated_client::{Client, HttpClient};
use reqwest::header::{ACCEPT, CONTENT_TYPE, HeaderMap, HeaderValue, USER_AGENT};
use reqwest::redirect::Policy;
use serde::de::DeserializeOwned;

use self::support::memory::allocations;
use self::support::page::{self, Includes};
use self::support::rounds::{in_turn, rounds};
use self::support::table::{Table, micros, ratio};
use self::support::{by_hand, server::Server};

const ROUNDS: usize = 400;
const STORE: &str = "k7qd2m";
const TOKEN: &str = "token-of-the-benchmark";
const AGENT: &str = "benchmark/1.0";
/// The timeout of both sides.
const CONNECT: Duration = Duration::from_secs(10);
const TIMEOUT: Duration = Duration::from_secs(60);

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let mut table = Table::new(&["call", "ours", "by hand", "time", "CPU", "allocations ours", "by hand", "more"]);
    let batch = page::batch(10);
    for (name, body, calls) in [
        ("list, 1 customer", page::customers(1, Includes::Addresses), 40),
        ("list, 50 customers", page::customers(50, Includes::Addresses), 20),
        ("list, 250 customers", page::customers(250, Includes::Addresses), 6),
        ("update of 10", batch, 40),
    ] {
        let server = Server::start(body);
        let (ours, by_hand) = (Ours::new(&server), ByHand::new(&server));
        let is_list = name.starts_with("list");
        let ours = || runtime.block_on(async { if is_list { ours.list().await } else { ours.update().await } });
        let by_hand =
            || runtime.block_on(async { if is_list { by_hand.list().await } else { by_hand.update().await } });
        // This also opens the connections.
        ours();
        by_hand();
        let seen = server.first_requests();
        assert_eq!(seen[0], seen[1], "both sides send the same");
        let many = |call: &dyn Fn()| (0..calls).for_each(|_| call());
        let pairs = in_turn(rounds(ROUNDS), || many(&ours), || many(&by_hand));
        let (our_allocations, their_allocations) = (allocations(ours), allocations(by_hand));
        table.row(&[
            name.to_owned(),
            micros(pairs.ours() / calls),
            micros(pairs.theirs() / calls),
            ratio(pairs.ratio()),
            pairs.cpu_ratio().map_or_else(String::new, ratio),
            our_allocations.to_string(),
            their_allocations.to_string(),
            (our_allocations as i64 - their_allocations as i64).to_string(),
        ]);
    }
    table.print();
}

struct Ours(Client);

impl Ours {
    fn new(server: &Server) -> Self {
        let http = HttpClient::from_builder(reqwest::Client::builder().connect_timeout(CONNECT)).unwrap();
        let builder = Client::builder(STORE, TOKEN).base_url(server.uri()).http_client(http);
        Self(builder.user_agent(AGENT).timeout(TIMEOUT).build().unwrap())
    }

    async fn list(&self) {
        let list = self.0.v3().customers().list().id_in([4, 5, 6]).include([Include::Addresses]);
        black_box(list.await.unwrap().into_inner());
    }

    async fn update(&self) {
        let changes = (0..10).map(|id| CustomerUpdate::new(id).first_name("Aiko").channel_ids([1, 3]));
        black_box(self.0.v3().customers().update(changes).await.unwrap().into_inner());
    }
}

struct ByHand {
    http: reqwest::Client,
    customers: String,
}

impl ByHand {
    fn new(server: &Server) -> Self {
        let mut headers = HeaderMap::new();
        let mut token = HeaderValue::from_static(TOKEN);
        token.set_sensitive(true);
        headers.insert("x-auth-token", token);
        headers.insert(USER_AGENT, HeaderValue::from_static(AGENT));
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        let builder = reqwest::Client::builder().default_headers(headers).connect_timeout(CONNECT).timeout(TIMEOUT);
        let http = builder.redirect(Policy::none()).referer(false).build().unwrap();
        Self { http, customers: format!("{}/stores/{STORE}/v3/customers", server.uri()) }
    }

    async fn list(&self) {
        let ids = [4, 5, 6].map(|id: i64| id.to_string()).join(",");
        let url = format!("{}?id:in={ids}&include=addresses", self.customers);
        black_box(response::<by_hand::CustomerPage>(self.http.get(url)).await);
    }

    async fn update(&self) {
        let changes: Vec<_> = (0..10)
            .map(|id| by_hand::CustomerUpdate {
                first_name: Some("Aiko".to_owned()),
                channel_ids: Some(Some(vec![1, 3])),
                ..by_hand::CustomerUpdate::new(id)
            })
            .collect();
        let call = self.http.put(&self.customers).header(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        black_box(response::<by_hand::CustomerBatch>(call.body(serde_json::to_vec(&changes).unwrap())).await);
    }
}

async fn response<T: DeserializeOwned>(call: reqwest::RequestBuilder) -> T {
    let response = call.send().await.unwrap().error_for_status().unwrap();
    let body = response.bytes().await.unwrap();
    serde_json::from_str(from_utf8(&body).unwrap()).unwrap()
}
