//! No value from a caller becomes a header, a second request, or another path.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may panic"
)]

use generated_client::v3::customers::CustomerUpdate;
use generated_client::{CallOptions, Client, ClientBuilder, Error, ErrorKind, HttpClient};
use test_support::{STORE, TOKEN, Wire};

/// Characters that end a line or a request in some parser.
const VALUES: [&str; 9] = [
    "a\r\nx-evil: 1",
    "a\nx-evil: 1",
    "a\rx-evil: 1",
    "\r\nx-evil: 1",
    "a\r\n\r\nGET /evil HTTP/1.1\r\nx-evil: 1\r\n\r\n",
    "a HTTP/1.1\r\nx-evil: 1",
    "a\0x-evil: 1",
    "a\u{7f}\u{1b}[31mx-evil: 1",
    "a\u{2028}x-evil: 1\u{85}",
];

/// Where a value may be put; the future makes the call, if a client can be built.
type Place = (&'static str, fn(ClientBuilder<Client>, &str) -> Result<Client, Error>, Call);
type Call = for<'a> fn(&'a Client, &'a str) -> replay::calls::Outgoing;

fn built(builder: ClientBuilder<Client>, _: &str) -> Result<Client, Error> {
    builder.build()
}

fn list(client: &Client, _: &str) -> replay::calls::Outgoing {
    replay::calls::send(client.v3().customers().list())
}

const PLACES: [Place; 8] = [
    ("user agent", |builder, value| builder.user_agent(value).build(), list),
    ("base URL", |builder, value| builder.base_url(format!("http://127.0.0.1:1/{value}")).build(), list),
    ("value of a header", built, |client, value| {
        replay::calls::send(client.v3().customers().list().with(CallOptions::new().header("x-note", value)))
    }),
    ("name of a header", built, |client, value| {
        replay::calls::send(client.v3().customers().list().with(CallOptions::new().header(value, "1")))
    }),
    ("path", built, |client, value| replay::calls::send(client.v3().segments().list_profiles(value))),
    ("query", built, |client, value| replay::calls::send(client.v3().customers().list().after(value))),
    ("list in the query", built, |client, value| replay::calls::send(client.v3().customers().list().name_in([value]))),
    ("body", built, |client, value| {
        replay::calls::send(client.v3().customers().update([CustomerUpdate::new(1).notes(value)]))
    }),
];

/// Asserts that one request arrived, with the client's headers only.
fn assert_is_one_request(name: &str, wire: &Wire) {
    for request in wire.requests() {
        let (head, body) = request.split_once("\r\n\r\n").unwrap();
        let mut lines = head.split(['\r', '\n']).filter(|line| !line.is_empty());
        let first = lines.next().unwrap();
        assert!(first.ends_with(" HTTP/1.1") && first.split(' ').count() == 3, "{name}: {first:?}");
        let path = first.split(' ').nth(1).unwrap();
        assert!(path.starts_with("/stores/") && path.contains("/v3/"), "{name}: {first:?}");
        for line in lines {
            let header = line.split(':').next().unwrap().to_ascii_lowercase();
            let known = [
                "accept",
                "accept-encoding",
                "content-length",
                "content-type",
                "host",
                "user-agent",
                "x-auth-token",
                "x-note",
            ];
            assert!(known.contains(&header.as_str()), "{name}: {line:?}");
        }
        assert!(body.is_empty() || serde_json::from_str::<serde_json::Value>(body).is_ok(), "{name}: {body:?}");
    }
}

#[tokio::test]
async fn no_value_ends_the_line_that_it_is_in() {
    let (http, mut sent, mut refused) = (HttpClient::new().unwrap(), 0, 0);
    for (place, client, call) in PLACES {
        for value in VALUES {
            let name = format!("{value:?} as {place}");
            let wire = Wire::responding(&[Wire::EMPTY_PAGE]);
            let builder = test_support::builder(&wire.uri()).http_client(http.clone());
            let outcome = match client(builder, value) {
                Ok(client) if place == "base URL" => {
                    // A URL has no such characters after parsing, and nothing follows it.
                    assert!(!format!("{client:?}").contains(['\r', '\n', '\0']), "{name}");
                    continue;
                }
                Ok(client) => call(&client, value).await.map(drop),
                Err(error) => Err(error),
            };
            assert_is_one_request(&name, &wire);
            match outcome {
                Err(error) if matches!(error.kind(), ErrorKind::InvalidRequest | ErrorKind::Configuration) => {
                    assert!(wire.requests().is_empty(), "{name}");
                    assert!(!format!("{error} {error:?} {error:#}").contains("evil"), "{name}: {error}");
                    refused += 1;
                }
                outcome => {
                    assert_eq!(wire.requests().len(), 1, "{name}: {outcome:?}");
                    sent += 1;
                }
            }
        }
    }
    // Values in URLs and in JSON are encoded. Headers refuse all values but the last, which ends no line, and all
    // names.
    assert_eq!((sent, refused), (4 * VALUES.len() + 1 + 1, 3 * VALUES.len() - 1 - 1));
}

#[tokio::test]
async fn neither_token_nor_store_ends_its_line() {
    for value in VALUES {
        for (place, store, token) in [("token", STORE, value), ("store", value, TOKEN)] {
            let (name, wire) = (format!("{value:?} as {place}"), Wire::responding(&[Wire::EMPTY_PAGE]));
            match Client::builder(store, token).base_url(wire.uri()).build() {
                Ok(client) => {
                    let shown = format!("{client:?}");
                    assert!(!shown.contains(['\r', '\n', '\0', '\u{1b}']), "{name}: {shown}");
                    client.v3().customers().list().await.unwrap();
                    assert_eq!(wire.requests().len(), 1, "{name}");
                    assert_is_one_request(&name, &wire);
                }
                Err(error) => {
                    assert_eq!(error.kind(), ErrorKind::Configuration, "{name}");
                    assert!(!format!("{error} {error:?} {error:#}").contains("evil"), "{name}: {error}");
                }
            }
        }
    }
}
