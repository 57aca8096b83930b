//! Limits on the size and the duration of responses.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may panic"
)]

use std::io::Write as _;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use generated_client::reqwest::{self, Request};
use generated_client::v3::customers::CustomerUpdate;
use generated_client::{ErrorKind, HttpClient, Layer, LayerFuture, Next};
use http_body::Frame;
use test_support::Wire;
use tokio::time::{Instant, Sleep, sleep};

/// The limit of the clients in these tests.
const MOST: usize = 1000;

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    gzip.write_all(bytes).unwrap();
    gzip.finish().unwrap()
}

/// Returns an empty page of this many bytes.
fn page(length: usize) -> Vec<u8> {
    let mut page = br#"{"data":[],"meta":{}}"#.to_vec();
    page.resize(length, b' ');
    page
}

fn chunked(status: u16, body: &[u8]) -> Vec<u8> {
    let head = format!("HTTP/1.1 {status} Response\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n");
    let mut response = head.into_bytes();
    for chunk in body.chunks(300) {
        response.extend_from_slice(format!("{:x}\r\n", chunk.len()).as_bytes());
        response.extend_from_slice(chunk);
        response.extend_from_slice(b"\r\n");
    }
    response.extend_from_slice(b"0\r\n\r\n");
    response
}

#[tokio::test]
async fn a_body_has_a_limit_before_and_after_it_is_decompressed() {
    let encoded = ["content-encoding: gzip"];
    // Random bytes grow when they are compressed.
    let noise: Vec<u8> = (0..990_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    let http = HttpClient::new().unwrap();
    for (name, response, expected) in [
        ("as much as allowed", Wire::response(200, &[], page(MOST)), None),
        ("one more", Wire::response(200, &[], page(MOST + 1)), Some(ErrorKind::TooLarge)),
        ("in chunks, as much as allowed", chunked(200, &page(MOST)), None),
        ("in chunks, one more", chunked(200, &page(MOST + 1)), Some(ErrorKind::TooLarge)),
        ("compressed, as much as allowed", Wire::response(200, &encoded, gzip(&page(MOST))), None),
        ("compressed, one more", Wire::response(200, &encoded, gzip(&page(MOST + 1))), Some(ErrorKind::TooLarge)),
        ("a bomb", Wire::response(200, &encoded, gzip(&page(5 << 20))), Some(ErrorKind::TooLarge)),
        ("noise", Wire::response(200, &encoded, gzip(&noise)), Some(ErrorKind::Decode)),
        ("an error", Wire::response(422, &[], page(MOST)), Some(ErrorKind::Api)),
        ("a large error", Wire::response(422, &[], page(MOST + 1)), Some(ErrorKind::TooLarge)),
        ("a bomb for an error", Wire::response(500, &encoded, gzip(&page(5 << 20))), Some(ErrorKind::TooLarge)),
        // The head states the size: no byte of the body is needed.
        ("a promise", b"HTTP/1.1 200 OK\r\ncontent-length: 99999999999\r\n\r\n".to_vec(), Some(ErrorKind::TooLarge)),
    ] {
        let wire = Wire::responding(&[response]);
        let client = test_support::builder(&wire.uri()).http_client(http.clone()).max_body_size(MOST).build().unwrap();
        let outcome = client.v3().customers().list().await;
        assert_eq!(outcome.as_ref().err().map(|error| error.kind()), expected, "{name}: {outcome:?}");
        if let Err(error) = outcome {
            assert!(error.status().is_some() && !error.may_have_taken_effect(), "{name}");
        }
        // A write may have succeeded if its response is too large; a refusal is certain.
        let update = client.v3().customers().update([CustomerUpdate::new(1)]).await;
        if let Err(error) = update.as_ref().map_err(|error| (error.kind(), error.status().unwrap())) {
            let is_open = error.0 != ErrorKind::Api && !error.1.is_client_error();
            assert_eq!(update.unwrap_err().may_have_taken_effect(), is_open, "{name}");
        }
    }
}

/// A response whose body arrives in pieces.
struct Trickle {
    pieces: usize,
    pause: Duration,
    /// How many pieces have been polled.
    taken: Arc<AtomicUsize>,
}

struct Pieces {
    left: usize,
    pause: Duration,
    sleep: Pin<Box<Sleep>>,
    taken: Arc<AtomicUsize>,
}

impl Layer for Trickle {
    fn call<'a>(&'a self, _: Request, _: Next<'a>) -> LayerFuture<'a> {
        let (pause, taken) = (self.pause, Arc::clone(&self.taken));
        let body = Pieces { left: self.pieces, pause, sleep: Box::pin(sleep(pause)), taken };
        Box::pin(async { Ok(http::Response::new(reqwest::Body::wrap(body)).into()) })
    }
}

impl http_body::Body for Pieces {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<std::io::Result<Frame<Bytes>>>> {
        let Some(left) = self.left.checked_sub(1) else { return Poll::Ready(None) };
        if self.sleep.as_mut().poll(context).is_pending() {
            return Poll::Pending;
        }
        self.left = left;
        self.sleep = Box::pin(sleep(self.pause));
        self.taken.fetch_add(1, Ordering::Relaxed);
        let piece: &[u8] = if left == 0 { br#"{"data":[],"meta":{}}"# } else { b" " };
        Poll::Ready(Some(Ok(Frame::data(Bytes::from_static(piece)))))
    }
}

/// A server that keeps sending is still subject to the timeout.
#[tokio::test(start_paused = true)]
async fn a_body_that_trickles_has_to_be_there_in_time() {
    let second = Duration::from_secs(1);
    for (pieces, pause, expected, seconds, most_taken) in [
        (30, second, None, 30, 30),
        (100, second, Some(ErrorKind::Timeout), 60, 60),
        (usize::MAX, second, Some(ErrorKind::Timeout), 60, 60),
        (usize::MAX, Duration::from_millis(1), Some(ErrorKind::TooLarge), 1, MOST + 1),
    ] {
        let taken = Arc::new(AtomicUsize::new(0));
        let trickle = Trickle { pieces, pause, taken: Arc::clone(&taken) };
        let client = test_support::builder("http://127.0.0.1:1").max_body_size(MOST).layer(trickle).build().unwrap();
        let began = Instant::now();
        let outcome = client.v3().customers().list().await;
        assert_eq!(outcome.as_ref().err().map(|error| error.kind()), expected, "{pieces} every {pause:?}");
        let took = began.elapsed().as_secs();
        assert!((seconds..=seconds + 1).contains(&took), "{pieces} every {pause:?}: {took} s");
        assert!(taken.load(Ordering::Relaxed) <= most_taken, "more was read than it takes to know");
        if let Err(error) = outcome {
            assert_eq!(error.status().unwrap().as_u16(), 200, "the head was there");
        }
    }
}
