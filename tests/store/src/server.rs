//! Connections, and the handling of a request from its head to the last byte of the response.

use std::pin::{Pin, pin};
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::StatusCode;
use http::header::{ACCEPT_ENCODING, HeaderMap, HeaderName, HeaderValue};
use http_body_util::BodyExt as _;
use hyper::body::Incoming;
use hyper::server::conn::{http1, http2};
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, sleep_until};

use super::body::{Body, Cut};
use super::broken;
use super::fault::{FaultKind, RetryHint};
use super::quota::Budget;
use super::response::{Response, Version};
use super::shared::{Shared, Ticket, Verdict};
use super::transport::{Framing, Protocol};
use test_support::{Dribble, wait_for_sockets};

/// A signal to all connections.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Signal {
    /// Continue. When the number changes, close if idle.
    Run(u64),
    /// Stop at once.
    Stop,
}

/// Accepts connections until it gets the signal to stop, or the sender is dropped.
pub(super) async fn accept(shared: Arc<Shared>, listener: TcpListener, mut signal: watch::Receiver<Signal>) {
    let mut connections = JoinSet::new();
    let mut sockets = pin!(wait_for_sockets());
    let mut is_paused = true;
    loop {
        tokio::select! {
            () = &mut sockets, if is_paused => is_paused = false,
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) if shared.refuses_connection() => reset(&stream),
                Ok((stream, _)) => drop(connections.spawn(serve(Arc::clone(&shared), stream, signal.clone()))),
                // Most likely too many files are open, which passes.
                Err(_) => sleep(Duration::from_millis(10)).await,
            },
            Some(_) = connections.join_next() => {}
            changed = signal.changed() => if changed.is_err() || *signal.borrow() == Signal::Stop {
                break;
            },
        }
    }
    connections.shutdown().await;
}

/// Makes the client see a reset instead of an orderly end.
fn reset(stream: &TcpStream) {
    // A connection that is closed already needs no reset.
    let _ = stream.set_zero_linger();
}

async fn serve(shared: Arc<Shared>, stream: TcpStream, signal: watch::Receiver<Signal>) {
    let _ = stream.set_nodelay(true);
    let transport = shared.config.transport;
    // It needs a port of its own; without one, the connection is closed.
    let Ok(stream) = Dribble::new(stream, transport.piece).await else { return };
    let service = service_fn(move |request| serve_request(Arc::clone(&shared), request));
    match transport.protocol {
        Protocol::Http1(framing) => {
            let closes = framing == Framing::UntilClose;
            let io = TokioIo::new(if closes { stream.without_length() } else { stream });
            let mut connection = http1::Builder::new().keep_alive(!closes).serve_connection(io, service);
            let outcome = until_told(&mut connection, |connection| connection.graceful_shutdown(), signal).await;
            if outcome.is_some_and(|outcome| outcome.is_err()) {
                reset(&connection.into_parts().io.into_inner().into_inner());
            }
        }
        // Over HTTP/2, streams are cut one by one.
        Protocol::Http2 => {
            let builder = http2::Builder::new(TokioExecutor::new());
            let mut connection = builder.serve_connection(TokioIo::new(stream), service);
            until_told(&mut connection, |connection| connection.graceful_shutdown(), signal).await;
        }
    }
}

/// Drives a connection to its end. Returns `None` if it was stopped.
async fn until_told<C: Future<Output = hyper::Result<()>> + Unpin>(
    connection: &mut C,
    shut_down: impl Fn(Pin<&mut C>),
    mut signal: watch::Receiver<Signal>,
) -> Option<hyper::Result<()>> {
    loop {
        tokio::select! {
            outcome = &mut *connection => return Some(outcome),
            changed = signal.changed() => {
                if changed.is_err() || *signal.borrow() == Signal::Stop {
                    return None;
                }
                shut_down(Pin::new(connection));
            }
        }
    }
}

/// A response before it is sent.
struct Outgoing {
    status: u16,
    body: Vec<u8>,
    headers: Vec<(&'static str, String)>,
    budget: Option<Budget>,
}

impl Outgoing {
    fn of(response: Response, budget: Option<Budget>) -> Self {
        Self { status: response.status, body: response.body, headers: Vec::new(), budget }
    }

    fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }
}

async fn serve_request(
    shared: Arc<Shared>,
    request: http::Request<Incoming>,
) -> Result<http::Response<Body<Ticket>>, Cut> {
    let (head, body) = request.into_parts();
    let arrived = Instant::now();
    let protocol = shared.config.transport.protocol;
    let admission = shared.admit(&head);
    let body = body.collect().await.map_err(|_| Cut)?.to_bytes();
    let (mut ticket, version) = (admission.ticket, admission.version);
    let mut fault = None;
    let outgoing = match admission.verdict {
        Verdict::QuotaUsedUp => {
            let refusal = version.error(429, "The requests of this window are used up.");
            let retry_after = admission.budget.as_ref().map_or_else(String::new, Budget::retry_after);
            Outgoing::of(refusal, admission.budget).with("x-retry-after", retry_after)
        }
        Verdict::TooManyAtOnce => {
            Outgoing::of(version.error(429, "Too many of these requests run at once."), admission.budget)
        }
        Verdict::Fault(kind) if !kind.reaches_the_store() => {
            wait_for_latency(arrived, admission.latency).await;
            let outgoing = by_order(&kind, version, admission.budget)?;
            ticket.responded(outgoing.status);
            return Ok(respond(&admission.request_id, outgoing, protocol, |body| Body::whole(body, ticket)));
        }
        Verdict::Fault(_) | Verdict::Pass => {
            let response = shared.handle(&head, &body, &mut ticket);
            if let Verdict::Fault(kind) = admission.verdict {
                fault = Some(kind);
            }
            wait_for_latency(arrived, admission.latency).await;
            Outgoing::of(response, admission.budget)
        }
    };
    let mut outgoing = if shared.config.gzip { compressed(outgoing, &head.headers) } else { outgoing };
    match &fault {
        Some(FaultKind::ResetBeforeResponse { .. }) => return Err(Cut),
        Some(FaultKind::TruncatedJson) => outgoing.body.truncate(outgoing.body.len() / 2),
        Some(FaultKind::WrongType) => outgoing.body = broken::wrong_type(&outgoing.body),
        Some(FaultKind::StalledHead(pause)) => sleep(*pause).await,
        _ => {}
    }
    ticket.responded(outgoing.status);
    Ok(respond(&admission.request_id, outgoing, protocol, |body| match fault {
        Some(FaultKind::ResetDuringBody) => Body::cut(body, ticket),
        Some(FaultKind::StalledBody(pause)) => Body::stalled(body, pause, ticket),
        _ => Body::whole(body, ticket),
    }))
}

/// Waits until the latency has passed since the arrival of the request.
async fn wait_for_latency(arrived: Instant, latency: Duration) {
    if !latency.is_zero() {
        sleep_until(arrived + latency).await;
    }
}

/// Returns the response of a fault that keeps a request away from the store.
fn by_order(kind: &FaultKind, version: Version, budget: Option<Budget>) -> Result<Outgoing, Cut> {
    let empty = |status: u16| Response { status, body: Vec::new() };
    let json = |status: u16, text: &str| Outgoing::of(version.error(status, text), budget);
    Ok(match kind {
        FaultKind::Html(status) => {
            let page = format!("<html><head><title>{status}</title></head><body><h1>{status}</h1></body></html>\r\n");
            // The gateway sends no rate limit headers.
            Outgoing::of(Response { status: *status, body: page.into_bytes() }, None).with("content-type", "text/html")
        }
        FaultKind::Suspended503 => json(503, "This store is closed for the time being."),
        FaultKind::Status(status) => json(*status, "This error was ordered."),
        FaultKind::TooManyRequests(RetryHint::Window(reset)) => {
            let (quota, window) = budget.map_or((150, Duration::from_secs(30)), |budget| (budget.quota, budget.window));
            let window = Budget { quota, left: 0, reset: *reset, window };
            Outgoing { budget: Some(window), ..json(429, "The requests of this window are used up.") }
        }
        FaultKind::TooManyRequests(RetryHint::RetryAfter(seconds)) => {
            Outgoing { budget: None, ..json(429, "Too many requests.") }.with("x-retry-after", seconds.to_string())
        }
        FaultKind::TooManyRequests(RetryHint::Bare) => Outgoing::of(empty(429), None),
        FaultKind::GzipBomb { megabytes } => {
            let body = broken::gzip_bomb(*megabytes);
            Outgoing::of(Response { status: 200, body }, budget).with("content-encoding", "gzip")
        }
        FaultKind::Redirect(to) => Outgoing::of(empty(307), budget).with("location", to.as_str()),
        _ => return Err(Cut),
    })
}

/// Compresses the body if it is large enough and the client accepts it.
fn compressed(outgoing: Outgoing, headers: &HeaderMap) -> Outgoing {
    let accepts = |value: &HeaderValue| value.to_str().is_ok_and(|value| value.contains("gzip"));
    if outgoing.body.len() < 1024 || !headers.get_all(ACCEPT_ENCODING).iter().any(accepts) {
        return outgoing;
    }
    Outgoing { body: broken::gzip(&outgoing.body), ..outgoing }.with("content-encoding", "gzip")
}

fn respond(
    request_id: &str,
    outgoing: Outgoing,
    protocol: Protocol,
    body: impl FnOnce(Bytes) -> Body<Ticket>,
) -> http::Response<Body<Ticket>> {
    let mut headers = HeaderMap::with_capacity(8);
    let mut set = |name: &'static str, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(HeaderName::from_static(name), value);
        }
    };
    if !outgoing.body.is_empty() {
        set("content-type", "application/json");
    }
    set("x-request-id", request_id);
    for (name, value) in outgoing.budget.iter().flat_map(Budget::headers).chain(outgoing.headers) {
        set(name, &value);
    }
    let body = body(outgoing.body.into());
    let is_chunked = protocol == Protocol::Http1(Framing::Chunked);
    let mut response = http::Response::new(if is_chunked { body.without_length() } else { body });
    *response.status_mut() = StatusCode::from_u16(outgoing.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    *response.headers_mut() = headers;
    response
}
