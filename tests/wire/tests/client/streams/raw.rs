//! A server that knows no HTTP and nothing of the client: it sends bytes when it is told to, and tells when the other side
//! has gone.

use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, JoinSet};
use tokio::time::{sleep, timeout};

/// What goes before a piece: so much of the stopped clock passes only when nobody has anything left to do.
pub const PAUSE: Duration = Duration::from_secs(1);

/// How the end of a body is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Framing {
    Chunked,
    Length,
    UntilClose,
}

impl Framing {
    pub const ALL: [Self; 3] = [Self::Chunked, Self::Length, Self::UntilClose];
}

/// What happens behind the last piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The body ends as its framing has it.
    Whole,
    /// The connection is reset.
    Reset,
    /// Nothing more comes.
    Silence,
}

/// A response: its content type, and the pieces of its body, each behind a pause.
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
                // The frame of a chunk is cut as well.
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

/// Answers each connection with the next response. The task ends when all have ended.
pub async fn serve(responses: Vec<Response>) -> (String, JoinHandle<std::io::Result<()>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let uri = format!("http://{}", listener.local_addr().unwrap());
    let chances = tokio::spawn(test_support::wait_for_sockets());
    let served = async move {
        let mut connections = JoinSet::new();
        for response in responses {
            let (stream, _) = listener.accept().await?;
            connections.spawn(answer(stream, response));
        }
        let ended = connections.join_all().await.into_iter().collect();
        chances.abort();
        ended
    };
    (uri, tokio::spawn(served))
}

async fn answer(mut stream: TcpStream, response: Response) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let mut request = Vec::new();
    while !request.windows(4).any(|window| window == b"\r\n\r\n") {
        stream.read_buf(&mut request).await?;
    }
    // Whoever hangs up need not be told the rest.
    let _ = response.send(&mut stream).await;
    Ok(())
}

/// What must happen soon, if it happens at all.
pub async fn soon<F: IntoFuture>(future: F) -> F::Output {
    timeout(Duration::from_secs(3600), future).await.expect("it never happened")
}
