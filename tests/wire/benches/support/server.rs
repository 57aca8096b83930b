//! A minimal server, so that its own work does not dominate the measurement.
//!
//! The simulated store keeps a log, a quota and a state, and computes its responses: several times the work of a
//! client. This server sends the same bytes for every request, from its own thread.

use std::collections::BTreeMap;
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex, mpsc};
use std::thread;

use bytes::Bytes;
use http::header::HOST;
use http::request::Parts;
use http::{HeaderValue, Method, Request, Response};
use http_body_util::{BodyExt as _, Full};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;

/// The headers that the API sends with every response. The quota is never used up.
const HEADERS: [(&str, &str); 8] = [
    ("content-type", "application/json"),
    ("date", "Tue, 01 Dec 2026 10:00:00 GMT"),
    ("x-request-id", "bb6dbede4f93e723e1dec71551cfe665"),
    ("x-rate-limit-requests-quota", "1000000000"),
    ("x-rate-limit-requests-left", "999999999"),
    ("x-rate-limit-time-reset-ms", "26316"),
    ("x-rate-limit-time-window-ms", "30000"),
    ("strict-transport-security", "max-age=31536000; includeSubDomains"),
];

/// A request, without the address that it went to.
#[derive(Debug, PartialEq, Eq)]
pub struct Seen {
    method: Method,
    target: String,
    headers: BTreeMap<String, String>,
    body: Bytes,
}

/// A server that responds to every request with 200 and the same JSON, until the program ends.
pub struct Server {
    uri: String,
    seen: Arc<Mutex<Vec<Seen>>>,
}

impl Server {
    /// Starts one.
    pub fn start(json: impl Into<Bytes>) -> Self {
        let json = json.into();
        let seen = Arc::new(Mutex::new(Vec::new()));
        let seen_there = Arc::clone(&seen);
        let (sender, receiver) = mpsc::channel();
        thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
                sender.send(listener.local_addr().unwrap()).unwrap();
                loop {
                    let (stream, _) = listener.accept().await.unwrap();
                    stream.set_nodelay(true).unwrap();
                    let (json, seen) = (json.clone(), Arc::clone(&seen_there));
                    let service = service_fn(move |request| respond(request, json.clone(), Arc::clone(&seen)));
                    tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
                }
            });
        });
        Self { uri: format!("http://{}", receiver.recv().unwrap()), seen }
    }

    /// Returns the URL that replaces the host of the API.
    pub fn uri(&self) -> &str {
        &self.uri
    }

    /// Returns the first two requests.
    pub fn first_requests(&self) -> [Seen; 2] {
        std::mem::take(&mut *self.seen.lock().unwrap()).try_into().unwrap()
    }
}

async fn respond(
    request: Request<Incoming>,
    json: Bytes,
    seen: Arc<Mutex<Vec<Seen>>>,
) -> Result<Response<Full<Bytes>>, hyper::Error> {
    let (head, body) = request.into_parts();
    let body = body.collect().await?.to_bytes();
    keep(&seen, &head, body);
    let mut response = Response::new(Full::new(json));
    for (name, value) in HEADERS {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    Ok(response)
}

fn keep(seen: &Mutex<Vec<Seen>>, head: &Parts, body: Bytes) {
    let mut seen = seen.lock().unwrap();
    if seen.len() < 2 {
        let headers = head.headers.iter().filter(|(name, _)| *name != HOST);
        seen.push(Seen {
            method: head.method.clone(),
            target: head.uri.to_string(),
            headers: headers.map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned())).collect(),
            body,
        });
    }
}
