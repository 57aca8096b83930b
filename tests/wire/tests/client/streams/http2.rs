//! The same over HTTP/2, where a stream ends while the connection stays: an independent server, over a connection that
//! sends byte by byte.

use std::num::NonZeroUsize;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};

use bytes::Bytes;
use generated_client::HttpClient;
use generated_client::reqwest;
use http_body::Frame;
use hyper::server::conn::http2;
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo};
use test_support::Dribble;
use tokio::net::TcpListener;

use super::{all, check, client, soon, text};

/// A body whose rest never arrives, and which counts its instances.
struct Endless {
    first: Option<Bytes>,
    ends: bool,
    alive: Arc<AtomicUsize>,
}

impl http_body::Body for Endless {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<std::io::Result<Frame<Bytes>>>> {
        match self.first.take() {
            Some(first) => Poll::Ready(Some(Ok(Frame::data(first)))),
            None if self.ends => Poll::Ready(None),
            None => Poll::Pending,
        }
    }
}

impl Drop for Endless {
    fn drop(&mut self) {
        self.alive.fetch_sub(1, Ordering::SeqCst);
    }
}

/// Serves a body on any number of connections, and counts them.
async fn serve(body: Bytes, ends: bool, alive: Arc<AtomicUsize>) -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let uri = format!("http://{}", listener.local_addr().unwrap());
    let connections = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&connections);
    tokio::spawn(test_support::wait_for_sockets());
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            counted.fetch_add(1, Ordering::SeqCst);
            stream.set_nodelay(true).unwrap();
            let stream = Dribble::new(stream, NonZeroUsize::new(1)).await.unwrap();
            let (body, alive) = (body.clone(), Arc::clone(&alive));
            let service = service_fn(move |_| {
                alive.fetch_add(1, Ordering::SeqCst);
                let body = Endless { first: Some(body.clone()), ends, alive: Arc::clone(&alive) };
                std::future::ready(Ok::<_, std::io::Error>(http::Response::new(body)))
            });
            tokio::spawn(http2::Builder::new(TokioExecutor::new()).serve_connection(TokioIo::new(stream), service));
        }
    });
    (uri, connections)
}

fn http() -> HttpClient {
    HttpClient::from_builder(reqwest::Client::builder().http2_prior_knowledge()).unwrap()
}

#[tokio::test(start_paused = true)]
async fn streams_arrive_byte_by_byte_over_http2() {
    let alive = Arc::default();
    let (uri, connections) = serve(text().into(), true, Arc::clone(&alive)).await;
    let client = client(&uri, &http());
    let events = all(client.watch().await.unwrap().into_inner()).await;
    check(&events, "HTTP/2");
    let mut stream = client.photo().bytes_stream().await.unwrap().into_inner();
    let (mut bytes, mut chunks) = (Vec::new(), 0);
    while let Some(chunk) = soon(stream.try_next()).await.unwrap() {
        bytes.extend_from_slice(&chunk);
        chunks += 1;
    }
    assert_eq!((String::from_utf8(bytes).unwrap(), connections.load(Ordering::SeqCst)), (text(), 1));
    assert!(chunks > 0 && alive.load(Ordering::SeqCst) == 0);
}

#[tokio::test(start_paused = true)]
async fn a_stream_that_is_dropped_is_reset_over_http2() {
    let alive: Arc<AtomicUsize> = Arc::default();
    let (uri, connections) = serve("data: 1\n\n".into(), false, Arc::clone(&alive)).await;
    let client = client(&uri, &http());
    for _ in 0..3 {
        let mut stream = client.watch().await.unwrap().into_inner();
        assert_eq!(soon(stream.try_next()).await.unwrap().unwrap().data, "1");
        assert_eq!(alive.load(Ordering::SeqCst), 1);
        drop(stream);
        soon(async {
            while alive.load(Ordering::SeqCst) > 0 {
                tokio::time::sleep(super::PAUSE).await;
            }
        })
        .await;
    }
    assert_eq!(connections.load(Ordering::SeqCst), 1, "the connection is none of the stream's");
}
