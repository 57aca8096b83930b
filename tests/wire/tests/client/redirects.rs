//! Redirects: each status, method and kind of location, with every policy, over servers that log what arrives.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

use generated_client::reqwest::Method;
use generated_client::{CallOptions, Client, ErrorKind, HttpClient, RedirectPolicy};
use test_support::{STORE, TOKEN, Wire};

/// A server that redirects requests for `/from/{status}/{kind}`, responds to all others with 200, and logs both.
struct Site {
    port: u16,
    log: Arc<Mutex<Vec<String>>>,
}

impl Site {
    /// `location` returns the location for a kind and the server's own port.
    fn new(location: impl Fn(&str, u16) -> String + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let (port, log) = (listener.local_addr().unwrap().port(), Arc::new(Mutex::new(Vec::new())));
        let kept = Arc::clone(&log);
        thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                let request = read(&mut stream);
                let target = request.split(' ').nth(1).unwrap_or_default().to_owned();
                let path = target.split('?').next().unwrap_or_default().to_owned();
                kept.lock().unwrap().push(request);
                let status_line = match path.rsplit('/').collect::<Vec<_>>()[..] {
                    [kind, status, "from", ..] => format!("{status} Elsewhere\r\nlocation: {}", location(kind, port)),
                    _ => "200 OK".to_owned(),
                };
                let head = format!("HTTP/1.1 {status_line}\r\nconnection: close\r\ncontent-length: 2\r\n\r\n");
                let body =
                    if path.is_empty() || kept.lock().unwrap().last().unwrap().starts_with("HEAD") { "" } else { "{}" };
                let _ = stream.write_all(format!("{head}{body}").as_bytes());
            }
        });
        Self { port, log }
    }

    /// Takes the requests that arrived since the last call of this function.
    fn take(&self) -> Vec<String> {
        std::mem::take(&mut *self.log.lock().unwrap())
    }
}

/// Reads head and body.
fn read(stream: &mut TcpStream) -> String {
    let (mut bytes, mut buffer) = (Vec::new(), [0; 4096]);
    loop {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")?.parse::<usize>().ok());
            if body.len() >= length.unwrap_or(0) {
                return text;
            }
        }
        match stream.read(&mut buffer) {
            Ok(0) | Err(_) => return text,
            Ok(count) => bytes.extend(&buffer[..count]),
        }
    }
}

fn line(request: &str) -> &str {
    request.lines().next().unwrap_or_default().trim_end_matches(" HTTP/1.1")
}

/// The result of a redirect.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Lands {
    Stays,
    /// Followed on the same server, with this query.
    Here(&'static str),
    /// Followed to the other one, with this query.
    There(&'static str),
}

const QUERY: &str = "?id:in=7&note=a%2Bb";

/// (location, for GET and HEAD by default, with `Follow`, for a 307 or 308 of a write with the call option)
#[rustfmt::skip]
const TABLE: [(&str, Lands, Lands, Lands); 8] = {
    use Lands::{Here, Stays, There};
    [
        ("same",        Here(QUERY), Here(QUERY),                     Here(QUERY)),
        ("fragment",    Here(QUERY), Here(QUERY),                     Here(QUERY)),
        ("lost",        Stays,       Here(""),                        Stays),
        ("empty",       Stays,       Here("?"),                       Stays),
        ("other",       Stays,       Here("?id:in=8&note=a%2Bb"),     Stays),
        ("spelt",       Stays,       Here("?id:in=7&note=a%2bb"),     Stays),
        ("port",        Stays,       There(QUERY),                    Stays),
        ("host",        Stays,       There(QUERY),                    Stays),
    ]
};

fn location(kind: &str, own: u16, other: u16) -> String {
    let moved = format!("/stores/{STORE}/v3/moved");
    match kind {
        "same" => format!("{moved}{QUERY}"),
        "fragment" => format!("http://127.0.0.1:{own}{moved}{QUERY}#top"),
        "lost" => moved,
        "empty" => format!("{moved}?"),
        "other" => format!("{moved}?id:in=8&note=a%2Bb"),
        "spelt" => format!("{moved}?id:in=7&note=a%2bb"),
        "port" => format!("http://127.0.0.1:{other}{moved}{QUERY}"),
        "host" => format!("http://localhost:{other}{moved}{QUERY}"),
        "scheme" => format!("https://127.0.0.1:{own}{moved}{QUERY}"),
        "user" => format!("http://user:word@127.0.0.1:{own}{moved}{QUERY}"),
        "leak" => format!("http://127.0.0.1:{other}{moved}?token={TOKEN}"),
        "encoded" => format!("http://127.0.0.1:{other}{moved}?token={}", TOKEN.replace('-', "%2D")),
        "back" => format!("http://127.0.0.1:{own}{moved}{QUERY}"),
        "there" => format!("http://127.0.0.1:{other}/from/302/back"),
        _ => panic!("{kind}"),
    }
}

struct Sites {
    here: Site,
    there: Site,
    client: Client,
}

impl Sites {
    fn new() -> Self {
        let home = Arc::new(Mutex::new(0));
        let known = Arc::clone(&home);
        let there = Site::new(move |kind, own| location(kind, *known.lock().unwrap(), own));
        let other = there.port;
        let here = Site::new(move |kind, own| location(kind, own, other));
        *home.lock().unwrap() = here.port;
        let builder = test_support::builder(&format!("http://127.0.0.1:{}", here.port));
        let client = builder.http_client(HttpClient::new().unwrap()).build().unwrap();
        Self { here, there, client }
    }

    /// Makes a call that is redirected. Returns where it arrived.
    async fn call(&self, method: &Method, status: u16, kind: &str, options: CallOptions) -> Lands {
        let case = format!("{status} of a {method} to {kind} with {options:?}");
        let is_read = [Method::GET, Method::HEAD].contains(method);
        let raw = self.client.v3().raw(method.clone(), format!("/from/{status}/{kind}"));
        let mut call = raw.query("id:in", 7).query("note", "a+b");
        if !is_read {
            call = call.json(&"body");
        }
        let result = call.with(options.header("x-job", "7").correlation_id("chain")).await;
        let (here, there) = (self.here.take(), self.there.take());
        assert_eq!(line(&here[0]), format!("{method} /stores/{STORE}/v3/from/{status}/{kind}{QUERY}"), "{case}");
        let moved = format!("/stores/{STORE}/v3/moved");
        let query_of = |request: &str| {
            let target = line(request).strip_prefix(&format!("{method} {moved}")).unwrap_or_else(|| panic!("{case}"));
            let all = TABLE.iter().flat_map(|(_, default, follow, write)| [*default, *follow, *write]);
            let mut queries = all.filter_map(|lands| match lands {
                Lands::Here(query) | Lands::There(query) => Some(query),
                Lands::Stays => None,
            });
            queries.find(|query| *query == target).unwrap_or_else(|| panic!("{case}: {target}"))
        };
        let has = |request: &str, text: &str| request.to_lowercase().contains(text);
        match (&here[1..], &there[..]) {
            ([], []) => {
                let error = result.unwrap_err();
                assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Api, status), "{case}");
                let expected = location(kind, self.here.port, self.there.port);
                assert_eq!(error.location(), Some(&*expected), "{case}");
                // After a 307 or 308 the write has surely not taken effect; after the others it may have.
                assert_eq!(error.may_have_taken_effect(), !is_read && status < 307, "{case}");
                let shown = format!("{error} {error:?} {error:#}");
                assert!(shown.contains("not followed"), "{shown}");
                for hidden in ["id:in", "moved", TOKEN, "user:word"] {
                    assert!(!shown.contains(hidden), "{hidden} is shown in {shown}");
                }
                Lands::Stays
            }
            ([second], []) => {
                result.unwrap();
                assert!(has(second, &format!("x-auth-token: {TOKEN}")) && has(second, "x-job: 7"), "{case}: {second}");
                assert_eq!(second.ends_with("\r\n\r\n\"body\""), !is_read, "{case}: {second}");
                Lands::Here(query_of(second))
            }
            ([], [second]) => {
                result.unwrap();
                for kept in ["accept: application/json", "user-agent: generated-client/"] {
                    assert!(has(second, kept), "{case}: {second}");
                }
                for dropped in [TOKEN, "x-auth-token", "x-job", "chain", "cookie", "authorization", "referer"] {
                    assert!(!has(second, dropped), "{case}: {dropped} in {second}");
                }
                Lands::There(query_of(second))
            }
            _ => panic!("{case}: {here:?} {there:?}"),
        }
    }
}

#[tokio::test]
async fn every_status_method_location_and_policy() {
    let sites = Sites::new();
    let new = CallOptions::new;
    for (kind, default, follow, write) in TABLE {
        for status in [301, 302, 303, 307, 308] {
            for method in [Method::GET, Method::HEAD] {
                for (options, expected) in [
                    (new(), default),
                    (new().redirect(RedirectPolicy::SameOrigin), default),
                    (new().redirect(RedirectPolicy::Follow), follow),
                    (new().redirect(RedirectPolicy::None), Lands::Stays),
                    (new().redirect_writes(true), default),
                ] {
                    let case = format!("{status} of a {method} to {kind} with {options:?}");
                    assert_eq!(sites.call(&method, status, kind, options).await, expected, "{case}");
                }
            }
            let if_asked = if status >= 307 { write } else { Lands::Stays };
            for method in [Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
                for (options, expected) in [
                    (new(), Lands::Stays),
                    (new().redirect(RedirectPolicy::Follow), Lands::Stays),
                    (new().redirect_writes(true), if_asked),
                    (new().redirect_writes(true).redirect(RedirectPolicy::Follow), if_asked),
                    (new().redirect_writes(true).redirect_writes(false), Lands::Stays),
                ] {
                    let case = format!("{status} of a {method} to {kind} with {options:?}");
                    assert_eq!(sites.call(&method, status, kind, options).await, expected, "{case}");
                }
            }
        }
    }
}

#[tokio::test]
async fn no_policy_goes_where_a_credential_is_in_the_url() {
    let sites = Sites::new();
    for kind in ["user", "leak", "encoded"] {
        for policy in [RedirectPolicy::SameOrigin, RedirectPolicy::Follow] {
            let landed = sites.call(&Method::GET, 302, kind, CallOptions::new().redirect(policy)).await;
            assert_eq!(landed, Lands::Stays, "{kind} {policy:?}");
        }
    }
    assert_eq!(sites.call(&Method::GET, 302, "scheme", CallOptions::new()).await, Lands::Stays);
}

/// Headers that were dropped on the way to another host are not added again on the way back.
#[tokio::test]
async fn credentials_do_not_come_back() {
    let sites = Sites::new();
    let options = CallOptions::new().redirect(RedirectPolicy::Follow);
    sites.client.v3().raw(Method::GET, "/from/302/there").with(options).await.unwrap();
    let (here, there) = (sites.here.take(), sites.there.take());
    assert_eq!((here.len(), there.len()), (2, 1), "{here:?} {there:?}");
    assert!(here[0].contains(TOKEN) && !there[0].contains(TOKEN));
    assert_eq!(line(&here[1]), format!("GET /stores/{STORE}/v3/moved{QUERY}"));
    assert!(!here[1].contains(TOKEN), "{}", here[1]);
}

/// The two failures that the default prevents.
#[tokio::test]
async fn a_lost_query_neither_deletes_everybody_nor_finds_somebody_else() {
    let path = format!("/stores/{STORE}/v3/customers");
    for status in [301, 302, 303, 307, 308] {
        let location = format!("location: {path}");
        for options in [CallOptions::new(), CallOptions::new().redirect_writes(true)] {
            let wire = Wire::responding(&[Wire::response(status, &[&location], ""), Wire::response(204, &[], "")]);
            let error = wire.client().v3().customers().delete([7]).with(options).await.unwrap_err();
            assert_eq!(error.status().unwrap().as_u16(), status);
            assert_eq!(wire.lines(), [format!("DELETE {path}?id:in=7")]);
        }
        let customer = r#"{"data":[{"id":99,"email":"li@example.org"}],"meta":{}}"#;
        let wire = Wire::responding(&[
            Wire::response(status, &[&location], ""),
            Wire::response(200, &["content-type: application/json"], customer),
        ]);
        let error = wire.client().v3().customers().get(7).await.unwrap_err();
        assert_eq!(error.status().unwrap().as_u16(), status);
        assert_eq!(wire.lines(), [format!("GET {path}?id:in=7")]);
    }
}
