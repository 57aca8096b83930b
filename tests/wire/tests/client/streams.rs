//! Streamed responses: split at every byte, with a wait before each piece, and ended in every way.
//!
//! Time is paused, so that a pause passes only when all tasks are idle: earlier bytes have been read, and the reader
//! has found that no more have arrived.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    missing_docs,
    reason = "a test may panic"
)]

mod api;
mod http2;
mod raw;

use std::pin::Pin;
use std::time::Duration;

use futures_core::Stream as _;
use generated_client::{ErrorKind, EventStream, HttpClient, RetryPolicy};
use test_support::Wire;
use tokio::time::Instant;

use self::api::Client;
use self::raw::{End, Framing, PAUSE, Response, serve, soon};

/// The examples of the standard: the data, name, id and milliseconds of each event.
type Expected = (&'static str, Option<&'static str>, Option<&'static str>, Option<u64>);

/// A stream, divided after the last byte that each event needs, and its events. An LF that belongs to the CR before it
/// starts the next part.
const EVENTS: [(&str, Expected); 7] = [
    ("\u{feff}data: first\n\n", ("first", None, None, None)),
    (
        ": a comment: é\r\nid: 7\r\ndata:Åsa said:\r\ndata: \"naïve 🐚\"\r\n\r",
        ("Åsa said:\n\"naïve 🐚\"", None, Some("7"), None),
    ),
    ("\nevent: add\rdata: 1\r\r", ("1", Some("add"), Some("7"), None)),
    ("retry: 1500\ndata\n\n", ("", None, Some("7"), Some(1500))),
    ("\r\n: nothing\n\nid\ndata:  two spaces\n\n", (" two spaces", None, Some(""), None)),
    ("data: data: id: 9\r\n\r", ("data: id: 9", None, Some(""), None)),
    ("\nunknown: x\ndata: \u{feff}last\r\n\n", ("\u{feff}last", None, Some(""), None)),
];

fn text() -> String {
    EVENTS.iter().map(|(part, _)| *part).collect()
}

fn http() -> HttpClient {
    HttpClient::new().unwrap()
}

fn client(uri: &str, http: &HttpClient) -> Client {
    Client::builder(uri, http).retry(RetryPolicy::none()).build().unwrap()
}

/// Collects all events, each with the time of its arrival.
async fn all(mut stream: EventStream<String>) -> Vec<(generated_client::Event<String>, Instant)> {
    let mut events = Vec::new();
    while let Some(event) = soon(stream.try_next()).await.unwrap() {
        events.push((event, Instant::now()));
    }
    assert_eq!(stream.try_next().await.unwrap(), None, "it stays over");
    events
}

fn check(events: &[(generated_client::Event<String>, Instant)], name: &str) {
    let seen = events.iter().map(|(event, _)| {
        let retry = event.retry.map(|retry| retry.as_millis() as u64);
        (event.data.as_str(), event.event.as_deref(), event.id.as_deref(), retry)
    });
    assert_eq!(seen.collect::<Vec<_>>(), EVENTS.map(|(_, event)| event), "{name}");
}

#[tokio::test(start_paused = true)]
async fn events_are_the_same_wherever_the_network_cuts() {
    let (text, http) = (text(), http());
    let bytes = text.as_bytes();
    for framing in Framing::ALL {
        let cuts: Vec<usize> = (1..bytes.len()).collect();
        let responses = cuts.iter().map(|cut| Response::new(framing, [&bytes[..*cut], &bytes[*cut..]])).collect();
        let (uri, server) = serve(responses).await;
        for cut in cuts {
            let events = all(client(&uri, &http).watch().await.unwrap().into_inner()).await;
            check(&events, &format!("{framing:?}, cut at {cut}"));
        }
        server.await.unwrap().unwrap();
    }
}

/// No event waits for a byte that it does not need.
#[tokio::test(start_paused = true)]
async fn each_event_comes_with_its_last_byte() {
    let (text, http) = (text(), http());
    for framing in Framing::ALL {
        let (uri, _server) = serve(vec![Response::new(framing, text.bytes().map(|byte| [byte]))]).await;
        let stream = client(&uri, &http).watch().await.unwrap().into_inner();
        let began = Instant::now();
        let events = all(stream).await;
        check(&events, &format!("{framing:?}"));
        let mut needed = 0;
        for ((part, _), (event, came)) in EVENTS.iter().zip(&events) {
            needed += part.len();
            let seconds = came.duration_since(began).as_secs_f64().round() as usize;
            assert_eq!(seconds, needed * PAUSE.as_secs() as usize, "{framing:?}, {:?}", event.data);
        }
    }
}

/// In real time, over a server that sends byte by byte from its own thread.
#[test]
fn streams_are_waited_for_without_a_runtime() {
    let wire = Wire::responding(&[Wire::response(200, &["content-type: text/event-stream"], text())]);
    let client = client(&wire.uri(), &http());
    let events = client.watch().into_future().wait().unwrap().into_inner().wait();
    check(&events.map(|event| (event.unwrap(), Instant::now())).collect::<Vec<_>>(), "blocking");
    let bytes: Vec<_> = client.photo().bytes_stream().wait().unwrap().into_inner().wait().map(Result::unwrap).collect();
    assert_eq!(bytes.concat(), text().as_bytes());
}

/// FNV-1a, 64 bits.
fn digest(bytes: &[u8], so_far: u64) -> u64 {
    bytes.iter().fold(so_far, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

#[tokio::test(start_paused = true)]
async fn five_million_bytes_arrive() {
    const LENGTH: usize = 5_000_000;
    const EMPTY: u64 = 0xcbf2_9ce4_8422_2325;
    let sent: Vec<u8> = (0..LENGTH as u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 23) as u8).collect();
    let http = http();
    for framing in Framing::ALL {
        // Sizes that fit into no buffer.
        let (mut pieces, mut rest, mut size) = (Vec::new(), &sent[..], 1);
        while !rest.is_empty() {
            let (piece, more) = rest.split_at(size.min(rest.len()));
            pieces.push(piece);
            (rest, size) = (more, size * 7 % 100_003);
        }
        assert!(pieces.len() > 50);
        let (uri, server) = serve(vec![Response::new(framing, pieces)]).await;
        let mut stream = client(&uri, &http).photo().bytes_stream().await.unwrap().into_inner();
        let (mut length, mut came) = (0, EMPTY);
        // Through the trait, as combinators use it.
        while let Some(bytes) = soon(std::future::poll_fn(|context| Pin::new(&mut stream).poll_next(context))).await {
            let bytes = bytes.unwrap();
            length += bytes.len();
            came = digest(&bytes, came);
        }
        assert_eq!((length, came), (LENGTH, digest(&sent, EMPTY)), "{framing:?}");
        server.await.unwrap().unwrap();
    }
}

/// The timeout of a call limits the silence here: a stream may last longer.
#[tokio::test(start_paused = true)]
async fn a_silence_longer_than_the_timeout_is_an_error() {
    let http = http();
    let response = |pause: u64, end: End| {
        let pieces = (1..=8).map(|number| format!("data: {number}\n\n"));
        Response { pause: Duration::from_secs(pause), end, ..Response::new(Framing::Chunked, pieces) }
    };
    for (pause, end, expected) in [
        (59, End::Whole, (8, None)),
        (59, End::Silence, (8, Some(ErrorKind::Timeout))),
        (61, End::Whole, (0, Some(ErrorKind::Timeout))),
        (1, End::Reset, (8, Some(ErrorKind::Transport))),
    ] {
        let (uri, server) = serve(vec![response(pause, end), response(pause, end)]).await;
        let client = client(&uri, &http);
        let mut watched = client.watch().await.unwrap().into_inner();
        let (mut count, mut errors) = (0, Vec::new());
        while let Some(event) = soon(watched.try_next()).await.transpose() {
            event.map_or_else(|error| errors.push(error), |_| count += 1);
        }
        assert_eq!((count, errors.first().map(|error| error.kind())), expected, "{pause} {end:?}");
        assert!(errors.len() <= 1 && watched.try_next().await.unwrap().is_none(), "the error is the last");
        assert!(errors.iter().all(|error| error.status().unwrap() == 200 && !error.may_have_taken_effect()));
        // A write has taken effect, even if its stream fails.
        let mut asked = client.ask().await.unwrap().into_inner();
        let error = loop {
            match soon(asked.try_next()).await.transpose() {
                Some(Ok(_)) => {}
                Some(Err(error)) => break Some(error),
                None => break None,
            }
        };
        assert_eq!(error.is_some(), expected.1.is_some());
        assert!(error.is_none_or(|error| error.may_have_taken_effect()), "{pause} {end:?}");
        soon(server).await.unwrap().unwrap();
    }
}

/// Dropped before the first poll, between two pieces, and while it waits for one.
#[tokio::test(start_paused = true)]
async fn a_stream_that_is_dropped_ends_its_connection() {
    let http = http();
    for framing in Framing::ALL {
        // A length tells the end without a wait.
        for polls in 0..if framing == Framing::Length { 3 } else { 4 } {
            let response = Response { end: End::Silence, ..Response::new(framing, ["data: 1\n\n", "data: 2\n\n"]) };
            let (uri, server) = serve(vec![response]).await;
            let mut stream = client(&uri, &http).photo().bytes_stream().await.unwrap().into_inner();
            for poll in 0..polls {
                match poll {
                    0 | 1 => assert!(soon(stream.try_next()).await.unwrap().is_some()),
                    _ => assert!(tokio::time::timeout(PAUSE, stream.try_next()).await.is_err(), "it is silent"),
                }
            }
            drop(stream);
            soon(server).await.unwrap().unwrap();
        }
    }
}

#[tokio::test(start_paused = true)]
async fn what_is_no_events_is_an_error_with_the_body() {
    let http = http();
    const PAGE: &str = "<h1>Back soon</h1>\ndata: none\n\n";
    for (content_type, named) in [
        (Some("text/event-stream; charset=utf-8"), None),
        (Some("text/plain"), None),
        (Some("application/octet-stream"), None),
        (Some("nonsense"), None),
        (None, None),
        (Some("application/json"), Some("application/json")),
        (Some("text/html; charset=utf-8"), Some("text/html")),
        (Some("image/png"), Some("image/png")),
    ] {
        for framing in Framing::ALL {
            let response = || Response { content_type, ..Response::new(framing, PAGE.bytes().map(|byte| [byte])) };
            let (uri, server) = serve(vec![response(), response(), response()]).await;
            let client = client(&uri, &http);
            let Some(named) = named else {
                let events = all(client.watch().await.unwrap().into_inner()).await;
                assert_eq!(events.iter().map(|(event, _)| &*event.data).collect::<Vec<_>>(), ["none"]);
                continue;
            };
            let watched = soon(client.watch()).await.unwrap_err();
            let asked = soon(client.ask()).await.unwrap_err();
            assert_eq!((watched.kind(), asked.kind()), (ErrorKind::Decode, ErrorKind::Decode), "{content_type:?}");
            assert_eq!((watched.may_have_taken_effect(), asked.may_have_taken_effect()), (false, true));
            assert_eq!(watched.body().unwrap(), PAGE);
            let message = format!("(200 OK): its content type is `{named}` instead of `text/event-stream`");
            assert!(watched.to_string().ends_with(&message), "{watched}");
            // It is read like any other body, up to the limit.
            let strict = Client::builder(&uri, &http).retry(RetryPolicy::none()).max_body_size(9).build().unwrap();
            assert_eq!(soon(strict.watch()).await.unwrap_err().kind(), ErrorKind::TooLarge);
            soon(server).await.unwrap().unwrap();
        }
    }
}
