//! Idle connections that the server closes: whether the next request arrives, and what the client reports.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{
    Arc, Mutex,
    atomic::{AtomicUsize, Ordering},
};
use std::thread;

use bytes::Bytes;
use generated_client::reqwest::{self, Method};
use generated_client::{Client, Error, ErrorKind, HttpClient, RetryPolicy};
use h2::Reason;

/// What the server does with a connection after its response to a GET.
#[derive(Clone, Copy, Debug)]
enum After {
    /// Closes it on a signal, and reports that it has: the end arrives before the POST is made.
    Close,
    /// Closes it at once, so that the end and the POST cross.
    Race,
    /// Reads the POST, and closes without a response.
    CloseWithoutResponse,
}

/// A server that only looks for the ends of heads, and counts the POSTs.
struct Keeper {
    uri: String,
    posts: Arc<AtomicUsize>,
    close: Sender<()>,
    closed: Receiver<()>,
}

impl Keeper {
    fn new(after: After) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let uri = format!("http://{}", listener.local_addr().unwrap());
        let posts = Arc::new(AtomicUsize::new(0));
        let ((close, asked), (tell, closed)) = (channel(), channel());
        let (counted, asked) = (Arc::clone(&posts), Arc::new(Mutex::new(asked)));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (posts, asked, tell) = (Arc::clone(&counted), Arc::clone(&asked), tell.clone());
                thread::spawn(move || serve(stream, after, &posts, &asked, &tell));
            }
        });
        Self { uri, posts, close, closed }
    }
}

fn serve(mut stream: TcpStream, after: After, posts: &AtomicUsize, asked: &Mutex<Receiver<()>>, closed: &Sender<()>) {
    loop {
        let request = read(&mut stream);
        if request.is_empty() {
            return;
        }
        let is_post = request.starts_with("POST");
        if is_post {
            posts.fetch_add(1, Ordering::SeqCst);
            if matches!(after, After::CloseWithoutResponse) {
                return;
            }
        }
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}");
        if is_post {
            continue;
        }
        match after {
            After::CloseWithoutResponse => {}
            After::Race => return,
            After::Close => {
                let _ = asked.lock().unwrap().recv();
                drop(stream);
                let _ = closed.send(());
                return;
            }
        }
    }
}

/// Reads head and body; empty at the end of the connection.
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
            Ok(0) | Err(_) => return String::new(),
            Ok(count) => bytes.extend(&buffer[..count]),
        }
    }
}

fn client(uri: &str) -> Client {
    test_support::builder(uri).http_client(HttpClient::new().unwrap()).build().unwrap()
}

const TRIES: usize = 50;

/// Makes one POST over a connection that was closed before. Returns whether it succeeded, and how often it arrived.
async fn post_after_a_close(client: &Client, server: &Keeper) -> (Result<(), Error>, usize) {
    client.v3().raw(Method::GET, "/first").await.unwrap();
    // Until the connection is idle.
    for _ in 0..100 {
        tokio::task::yield_now().await;
    }
    server.close.send(()).unwrap();
    server.closed.recv().unwrap();
    let before = server.posts.load(Ordering::SeqCst);
    let posted = client.v3().raw(Method::POST, "/second").json(&"x").await;
    (posted.map(drop), server.posts.load(Ordering::SeqCst) - before)
}

fn assert_true(posted: &Result<(), Error>, arrived: usize) {
    match posted {
        Ok(()) => assert_eq!(arrived, 1),
        Err(error) if error.may_have_taken_effect() => assert!(arrived <= 1),
        Err(error) => assert_eq!(arrived, 0, "{error}"),
    }
}

/// The end of the connection has arrived before the POST is made, but the thread of the runtime was busy and has not
/// noticed it. Then the POST uses a new connection, arrives once, and its outcome is certain.
#[tokio::test]
async fn a_post_after_a_close_arrives() {
    let server = Keeper::new(After::Close);
    let client = client(&server.uri);
    for attempt in 1..=TRIES {
        let (posted, arrived) = post_after_a_close(&client, &server).await;
        assert!(posted.is_ok(), "attempt {attempt}: {}", posted.unwrap_err());
        assert_eq!(arrived, 1, "attempt {attempt}");
    }
}

/// With several threads, one may notice while another one sends.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_said_of_a_post_after_a_close_is_true_with_several_threads() {
    let server = Keeper::new(After::Close);
    let client = client(&server.uri);
    for _ in 1..=TRIES {
        let (posted, arrived) = post_after_a_close(&client, &server).await;
        assert_true(&posted, arrived);
    }
}

/// A POST that arrived is never reported as not sent, and none is sent twice.
#[tokio::test]
async fn a_post_that_arrived_is_indeterminate() {
    let server = Keeper::new(After::CloseWithoutResponse);
    let client = test_support::builder(&server.uri).retry(RetryPolicy::new()).build().unwrap();
    for attempt in 1..=TRIES {
        client.v3().raw(Method::GET, "/first").await.unwrap();
        let error = client.v3().raw(Method::POST, "/second").json(&"x").await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Transport);
        assert!(error.may_have_taken_effect(), "{error}");
        assert_eq!(server.posts.load(Ordering::SeqCst), attempt);
    }
}

/// A POST that crosses the end of its connection is reported correctly.
#[tokio::test]
async fn what_is_said_of_a_post_that_crosses_the_end_is_true() {
    let server = Keeper::new(After::Race);
    let client = client(&server.uri);
    for _ in 1..=TRIES {
        client.v3().raw(Method::GET, "/first").await.unwrap();
        let before = server.posts.load(Ordering::SeqCst);
        let posted = client.v3().raw(Method::POST, "/second").json(&"x").await;
        let arrived = server.posts.load(Ordering::SeqCst) - before;
        assert_true(&posted.map(drop), arrived);
    }
}

/// A server over HTTP/2 that resets every stream with this reason; returned with the number of streams.
async fn resetting(reason: Reason) -> (String, Arc<AtomicUsize>) {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let uri = format!("http://{}", listener.local_addr().unwrap());
    let streams = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&streams);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let counted = Arc::clone(&counted);
            tokio::spawn(async move {
                let mut connection = h2::server::Builder::new().handshake::<_, Bytes>(stream).await.unwrap();
                while let Some(Ok((_, mut respond))) = connection.accept().await {
                    counted.fetch_add(1, Ordering::SeqCst);
                    respond.send_reset(reason);
                }
            });
        }
    });
    (uri, streams)
}

/// RFC 9113, 8.7: a refused stream was not processed. Any other reset leaves that open.
#[tokio::test]
async fn a_refused_stream_has_not_taken_effect() {
    for (reason, is_indeterminate) in
        [(Reason::REFUSED_STREAM, false), (Reason::INTERNAL_ERROR, true), (Reason::CANCEL, true)]
    {
        let (uri, streams) = resetting(reason).await;
        let http = HttpClient::from_builder(reqwest::Client::builder().http2_prior_knowledge()).unwrap();
        let client = test_support::builder(&uri).http_client(http).build().unwrap();
        let error = client.v3().raw(Method::POST, "/second").json(&"x").await.unwrap_err();
        assert_eq!(
            (error.kind(), error.may_have_taken_effect()),
            (ErrorKind::Transport, is_indeterminate),
            "{reason:?}: {error}"
        );
        // reqwest itself retries refused streams, and no others.
        let sent = streams.load(Ordering::SeqCst);
        assert!(if is_indeterminate { sent == 1 } else { sent > 1 }, "{reason:?}: {sent}");
    }
}
