//! A server without an HTTP library or knowledge of the client: it sends bytes on a signal, and reports when the other
//! side has closed the connection.

use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, JoinSet};
use tokio::time::{sleep, timeout};

/// The pause before a piece: paused time advances by it only when all tasks are idle.
pub const PAUSE: Duration = Duration::from_secs(1);

/// How the end of a body is signalled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Framing {
    Chunked,
    Length,
    UntilClose,
}

impl Framing {
    pub const ALL: [Self; 3] = [Self::Chunked, Self::Length, Self::UntilClose];
}

/// What happens after the last piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The body ends as its framing says.
    Whole,
    /// The connection is reset.
    Reset,
    /// Nothing more is sent.
    Silence,
}

/// A response: its content type, and the pieces of its body, each after a pause.
pub struct Response {
    pub content_type: Option<&'static str>,
    pub framing: Framing,
    pub pieces: Vec<Vec<u8>>,
    pub pause: Duration,
    pub end: End,
}

impl Response {
    pub fn new(framing: Framing, pieces: impl IntoIterator<Item = impl Into<Vec<u8>>>) -> Self {
        let pieces = pieces.into_iter().map(Into::into).collect();
        Self { content_type: Some("text/event-stream"), framing, pieces, pause: PAUSE, end: End::Whole }
    }

    fn head(&self) -> String {
        let mut head = "HTTP/1.1 200 OK\r\nconnection: close\r\n".to_owned();
        if let Some(content_type) = self.content_type {
            head += &format!("content-type: {content_type}\r\n");
        }
        match self.framing {
            Framing::Chunked => head += "transfer-encoding: chunked\r\n",
            Framing::Length => {
                head += &format!("content-length: {}\r\n", self.pieces.iter().map(Vec::len).sum::<usize>());
            }
            Framing::UntilClose => {}
        }
        head + "\r\n"
    }

    async fn send(self, stream: &mut TcpStream) -> std::io::Result<()> {
        stream.write_all(self.head().as_bytes()).await?;
        let is_chunked = self.framing == Framing::Chunked;
        for piece in self.pieces {
            sleep(self.pause).await;
            if is_chunked {
                // The framing of a chunk is split as well.
                stream.write_all(format!("{:x}\r", piece.len()).as_bytes()).await?;
                tokio::task::yield_now().await;
                stream.write_all(b"\n").await?;
            }
            stream.write_all(&piece).await?;
            if is_chunked {
                stream.write_all(b"\r\n").await?;
            }
        }
        sleep(self.pause).await;
        match self.end {
            End::Whole if is_chunked => stream.write_all(b"0\r\n\r\n").await,
            End::Whole => Ok(()),
            End::Reset => stream.set_zero_linger(),
            // Until the other side has closed the connection.
            End::Silence => stream.read(&mut [0]).await.map(drop),
        }
    }
}

/// Responds to each connection with the next response. The task ends when all have ended.
pub async fn serve(responses: Vec<Response>) -> (String, JoinHandle<std::io::Result<()>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let uri = format!("http://{}", listener.local_addr().unwrap());
    let chances = tokio::spawn(test_support::wait_for_sockets());
    let served = async move {
        let mut connections = JoinSet::new();
        for response in responses {
            let (stream, _) = listener.accept().await?;
            connections.spawn(respond(stream, response));
        }
        let ended = connections.join_all().await.into_iter().collect();
        chances.abort();
        ended
    };
    (uri, tokio::spawn(served))
}

async fn respond(mut stream: TcpStream, response: Response) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let mut request = Vec::new();
    while !request.windows(4).any(|window| window == b"\r\n\r\n") {
        stream.read_buf(&mut request).await?;
    }
    // A client that closed the connection does not need the rest.
    let _ = response.send(&mut stream).await;
    Ok(())
}

/// Fails if this does not happen soon.
pub async fn soon<F: IntoFuture>(future: F) -> F::Output {
    timeout(Duration::from_secs(3600), future).await.expect("it never happened")
}
