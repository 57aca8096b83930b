//! Servers that misbehave, or behave in an unusual way: endless lists, unsolicited responses, successes with an error
//! inside. They use no HTTP library.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may panic"
)]

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, OnceLock, mpsc};
use std::thread;
use std::time::Duration;

use generated_client::v3::customers::{CustomerCreate, CustomerCreateRequired, CustomerUpdate};
use generated_client::{Client, DriftKind, ErrorKind, RetryPolicy};
use replay::Exchange;
use serde_json::{Value, json};

/// Responds to each request by its number, from 0, and its first line, on connections that stay open.
struct Server {
    uri: String,
    lines: Arc<Mutex<Vec<String>>>,
}

impl Server {
    fn start(response: impl Fn(usize, &str) -> Vec<u8> + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let uri = format!("http://{}", listener.local_addr().unwrap());
        let (lines, response) = (Arc::new(Mutex::new(Vec::new())), Arc::new(response));
        let kept = Arc::clone(&lines);
        thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                let (kept, response) = (Arc::clone(&kept), Arc::clone(&response));
                thread::spawn(move || {
                    while let Some(line) = read_request(&mut stream) {
                        let number = {
                            let mut kept = kept.lock().unwrap();
                            kept.push(line.clone());
                            kept.len() - 1
                        };
                        if stream.write_all(&response(number, &line)).is_err() {
                            return;
                        }
                    }
                });
            }
        });
        Self { uri, lines }
    }

    fn client(&self) -> Client {
        test_support::client(&self.uri)
    }

    fn requests(&self) -> usize {
        self.lines.lock().unwrap().len()
    }
}

/// Reads head and body. Returns the first line.
fn read_request(stream: &mut TcpStream) -> Option<String> {
    let (mut bytes, mut buffer) = (Vec::new(), [0; 4096]);
    loop {
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        if let Some(end) = text.find("\r\n\r\n") {
            let length = text.split("content-length: ").nth(1).and_then(|rest| rest.split("\r\n").next());
            if bytes.len() >= end + 4 + length.map_or(0, |length| length.parse().unwrap()) {
                return String::from_utf8(bytes).unwrap().lines().next().map(str::to_owned);
            }
        }
        match stream.read(&mut buffer) {
            Ok(0) | Err(_) => return None,
            Ok(count) => bytes.extend(&buffer[..count]),
        }
    }
}

fn http(status: u16, media_type: &str, body: &str) -> Vec<u8> {
    let length = body.len();
    let head = format!("HTTP/1.1 {status} Response\r\ncontent-type: {media_type}\r\ncontent-length: {length}\r\n\r\n");
    [head.as_bytes(), body.as_bytes()].concat()
}

/// Returns the value of a parameter in a request line.
fn parameter(line: &str, name: &str) -> Option<String> {
    let query = line.split([' ', '?']).nth(2)?;
    query.split('&').find_map(|pair| pair.strip_prefix(&format!("{name}="))).map(str::to_owned)
}

/// Returns a customer of the recordings.
static CUSTOMER: OnceLock<Value> = OnceLock::new();

/// Returns customers that no other page has.
fn customers(page: u64) -> Value {
    let customer = |item| {
        let mut customer = CUSTOMER.get().unwrap().clone();
        customer["id"] = json!(page * 10 + item);
        customer
    };
    (0..3).map(customer).collect()
}

/// The response of an endless or a long list: from the number of the request, from 1, and the page number or cursor
/// that was requested.
type Respond = fn(u64, Option<u64>) -> Value;

fn numbered(page: u64, items: Value, total_pages: u64) -> Value {
    let meta =
        json!({"current_page": page, "total_pages": total_pages, "per_page": 3, "count": 3, "total": 3 * total_pages});
    json!({"data": items, "meta": {"pagination": meta}})
}

fn by_cursor(items: Value, cursor: impl std::fmt::Display) -> Value {
    let links = json!({"next": format!("?after={cursor}")});
    json!({"data": items, "meta": {"cursor_pagination": {"end_cursor": cursor.to_string(), "per_page": 3, "links": links}}})
}

#[tokio::test]
async fn a_list_without_end_is_noticed_and_an_honest_one_is_not() {
    let recorded = Exchange::of("v3/customers/list/200-cursor").await.body();
    CUSTOMER.set(recorded["data"][0].clone()).unwrap();
    // The list, and the maximum number of requests until the client notices; or the number that it takes to read the
    // whole list.
    let rows: [(&str, Respond, Result<usize, usize>); 17] = [
        ("page is echoed, items are the same", |_, page| numbered(page.unwrap_or(1), customers(1), 900), Err(2)),
        (
            "so, while the total grows",
            |_, page| numbered(page.unwrap_or(1), customers(1), page.unwrap_or(1) + 1),
            Err(4),
        ),
        ("page is ignored", |_, _| numbered(1, customers(1), 900), Err(2)),
        ("page is ignored, no numbers", |_, _| json!({"data": customers(1), "meta": {}}), Err(4)),
        ("so, with links that differ", |number, _| json!({"data": customers(1), "meta": {"now": number}}), Err(4)),
        (
            "pages go round by seven",
            |_, page| numbered(page.unwrap_or(1), customers(page.unwrap_or(1) % 7), 900),
            Err(22),
        ),
        (
            "total grows by one",
            |_, page| numbered(page.unwrap_or(1), customers(page.unwrap_or(1)), page.unwrap_or(1) + 1),
            Err(102),
        ),
        (
            "total grows by five",
            |_, page| numbered(page.unwrap_or(1), customers(page.unwrap_or(1)), page.unwrap_or(1) * 5 + 1),
            Err(102),
        ),
        ("a cursor that leads to itself", |number, _| by_cursor(customers(number), "c"), Err(2)),
        ("two that lead to each other", |number, _| by_cursor(customers(number), number % 2), Err(7)),
        ("seven in a circle", |number, _| by_cursor(customers(number), number % 7), Err(22)),
        ("new cursors, the same items", |number, _| by_cursor(customers(1), number), Err(4)),
        ("new cursors, items in turn", |number, _| by_cursor(customers(number % 2), number), Err(11)),
        ("honest", |_, page| numbered(page.unwrap_or(1), customers(page.unwrap_or(1)), 150), Ok(150)),
        (
            "honest, grows for long",
            |_, page| numbered(page.unwrap_or(1), customers(page.unwrap_or(1)), 4 + page.unwrap_or(1).min(80)),
            Ok(84),
        ),
        (
            "honest, grows slowly",
            |_, page| numbered(page.unwrap_or(1), customers(page.unwrap_or(1)), 100 + page.unwrap_or(1) / 3),
            Ok(149),
        ),
        (
            "honest, new items come first",
            |number, page| {
                let page = page.unwrap_or(1);
                let shift = u64::from(number > 4) + u64::from(number > 8);
                numbered(page, customers(100 + page - shift), 20 + shift)
            },
            Ok(22),
        ),
    ];
    for (name, response, expected) in rows {
        let server = Server::start(move |number, line| {
            let page = parameter(line, "page").and_then(|page| page.parse().ok());
            http(200, "application/json", &response(number as u64 + 1, page).to_string())
        });
        let client = server.client();
        let mut items = client.v3().customers().list().limit(3).stream().prefetch(0);
        let mut end = Ok(0);
        loop {
            match items.next().await {
                Some(Ok(_)) => assert!(server.requests() < 500, "{name} is followed for ever"),
                Some(Err(error)) => {
                    assert_eq!(error.kind(), ErrorKind::EndlessPages, "{name}: {error}");
                    end = Err(server.requests());
                }
                None => break,
            }
        }
        match expected {
            Ok(requests) => assert_eq!((end, server.requests()), (Ok(0), requests), "{name}"),
            Err(most) => assert!(end.is_err_and(|requests| requests <= most), "{name}: {end:?}, at most {most}"),
        }
    }
}

#[tokio::test]
async fn a_deletion_with_a_response_body_succeeds_only_if_nothing_speaks_against_it() {
    for (status, media_type, body, expected) in [
        (204, "application/json", "", "ok"),
        (200, "text/html", "", "ok"),
        (200, "application/json", r#"{"data":[],"meta":{}}"#, "drift"),
        (202, "text/plain", "queued", "drift"),
        (200, "text/html", "<html>Our shop is being cleaned</html>", "error"),
        (200, "application/json", "<html>", "error"),
        (200, "application/json", r#"{"status":422,"title":"No.","errors":{"id":"locked"}}"#, "error"),
        (200, "application/json", r#"[{"status":404,"message":"not found"}]"#, "error"),
    ] {
        let server = Server::start(move |_, _| http(status, media_type, body));
        let client = server.client();
        #[expect(deprecated, reason = "version 2 deletes one customer by a path")]
        let old = client.v2().customers().delete(7).await.map(|done| done.meta().clone());
        let new = client.v3().customers().delete([7]).await.map(|done| done.meta().clone());
        for outcome in [old, new] {
            let seen = match &outcome {
                Ok(meta) if meta.drift().iter().any(|drift| drift.kind() == DriftKind::UndeclaredBody) => "drift",
                Ok(_) => "ok",
                Err(error) => {
                    assert!(error.kind() == ErrorKind::Decode && error.may_have_taken_effect(), "{error}");
                    assert_eq!(error.body().unwrap(), body.as_bytes());
                    "error"
                }
            };
            assert_eq!(seen, expected, "{status} {media_type} {body}: {outcome:?}");
        }
    }
}

/// A proxy closes an idle connection with an unsolicited 408, while the next request is on its way.
#[tokio::test]
async fn an_unasked_408_on_an_idle_connection_answers_no_request() {
    const OLD: &[u8] =
        b"HTTP/1.0 408 Request Time-out\r\nConnection: close\r\nContent-Type: text/html\r\n\r\n<html>Late</html>";
    const NEW: &[u8] = b"HTTP/1.1 408 Request Timeout\r\nconnection: close\r\ncontent-length: 0\r\n\r\n";
    // The connection is closed by the server at once, or left to the client.
    for (unasked, is_closed) in [(OLD, true), (NEW, true), (NEW, false)] {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let uri = format!("http://{}", listener.local_addr().unwrap());
        let (told, sent) = mpsc::channel();
        let (keep, kept) = mpsc::channel();
        let (idle, is_idle) = mpsc::channel();
        let server = thread::spawn(move || {
            let empty = http(200, "application/json", r#"{"data":[],"meta":{}}"#);
            let (mut first, _) = listener.accept().unwrap();
            read_request(&mut first).unwrap();
            first.write_all(&empty).unwrap();
            is_idle.recv().unwrap();
            first.write_all(unasked).unwrap();
            if is_closed {
                drop(first)
            } else {
                keep.send(first).unwrap()
            }
            told.send(()).unwrap();
            let (mut second, _) = listener.accept().unwrap();
            let line = read_request(&mut second).unwrap();
            second.write_all(&empty).unwrap();
            line
        });
        let builder = test_support::builder(&uri).retry(RetryPolicy::new().base_delay(Duration::from_millis(1)));
        let client = builder.timeout(Duration::from_secs(5)).build().unwrap();
        client.v3().customers().list().await.unwrap();
        tokio::time::sleep(Duration::from_millis(20)).await;
        idle.send(()).unwrap();
        // This thread blocks meanwhile, so the client has not noticed when it sends.
        sent.recv().unwrap();
        thread::sleep(Duration::from_millis(20));
        let created = client
            .v3()
            .customers()
            .create([CustomerCreate::new(CustomerCreateRequired {
                email: "a@example.org",
                first_name: "A",
                last_name: "B",
            })])
            .await;
        assert!(created.is_ok(), "closed: {is_closed}: {created:?}");
        assert!(server.join().unwrap().starts_with("POST "));
        drop(kept);
    }
}

/// A server that read the whole request may have executed it.
#[tokio::test]
async fn a_408_of_an_application_is_repeated_only_where_that_changes_nothing() {
    let server = Server::start(|_, _| http(408, "application/json", "{}"));
    let policy = RetryPolicy::new().base_delay(Duration::from_millis(1)).attempts(3);
    let client = test_support::builder(&server.uri).retry(policy).build().unwrap();
    let error = client
        .v3()
        .customers()
        .create([CustomerCreate::new(CustomerCreateRequired {
            email: "a@example.org",
            first_name: "A",
            last_name: "B",
        })])
        .await
        .unwrap_err();
    assert_eq!((error.may_have_taken_effect(), server.requests()), (true, 1));
    let error = client.v3().customers().update([CustomerUpdate::new(7)]).await.unwrap_err();
    assert_eq!((error.may_have_taken_effect(), server.requests()), (true, 4));
}
