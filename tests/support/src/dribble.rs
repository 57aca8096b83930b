//! A connection that sends its bytes in small pieces, each of which arrives before the next one is sent.

use std::io;
use std::num::NonZeroUsize;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpStream, UdpSocket};

/// A TCP connection that sends at most a given number of bytes at a time, of heads and bodies alike. After each piece
/// it lets the other side read it, and find that nothing more has arrived yet.
///
/// This takes no time by any clock, so it works while time is paused.
#[derive(Debug)]
pub struct Dribble {
    stream: TcpStream,
    /// The size of the pieces, and the pause between them; `None` sends everything at once.
    pieces: Option<(NonZeroUsize, Turn)>,
    /// The bytes that are still to be sent.
    queue: Vec<u8>,
    sent: usize,
    /// The beginning of a head from which `content-length` will be removed.
    head: Option<Vec<u8>>,
    /// Whether the other side has to read before more is sent.
    waits: bool,
}

impl Dribble {
    /// Creates a connection that sends pieces of this size.
    ///
    /// # Errors
    /// Fails if no port of the loopback interface is free.
    pub async fn new(stream: TcpStream, piece: Option<NonZeroUsize>) -> io::Result<Self> {
        let pieces = match piece {
            Some(piece) => Some((piece, Turn::new().await?)),
            None => None,
        };
        Ok(Self { stream, pieces, queue: Vec::new(), sent: 0, head: None, waits: false })
    }

    /// Removes `content-length` from the first head, so that its body ends with the connection.
    #[must_use]
    pub fn without_length(self) -> Self {
        Self { head: Some(Vec::new()), ..self }
    }

    /// Returns the underlying connection.
    pub fn into_inner(self) -> TcpStream {
        self.stream
    }

    fn poll_drain(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        loop {
            if let Some((_, turn)) = self.pieces.as_mut().filter(|_| self.waits) {
                ready!(turn.poll(context))?;
                self.waits = false;
            }
            let rest = &self.queue[self.sent..];
            if rest.is_empty() {
                self.queue.clear();
                self.sent = 0;
                return Poll::Ready(Ok(()));
            }
            let most = self.pieces.as_ref().map_or(rest.len(), |(piece, _)| piece.get().min(rest.len()));
            self.sent += ready!(Pin::new(&mut self.stream).poll_write(context, &rest[..most]))?;
            self.waits = true;
        }
    }

    /// Queues bytes, without `content-length` if that is to be removed.
    fn put(&mut self, bytes: &[u8]) {
        const END: &[u8] = b"\r\n\r\n";
        let Some(head) = &mut self.head else { return self.queue.extend_from_slice(bytes) };
        head.extend_from_slice(bytes);
        let Some(end) = head.windows(END.len()).position(|window| window == END) else { return };
        let (lines, rest) = head.split_at(end + 2);
        for line in lines.split_inclusive(|byte| *byte == b'\n') {
            if !line.to_ascii_lowercase().starts_with(b"content-length:") {
                self.queue.extend_from_slice(line);
            }
        }
        self.queue.extend_from_slice(rest);
        self.head = None;
    }
}

impl AsyncRead for Dribble {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buf)
    }
}

impl AsyncWrite for Dribble {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        ready!(self.poll_drain(context))?;
        if self.pieces.is_none() && self.head.is_none() {
            return Pin::new(&mut self.stream).poll_write(context, bytes);
        }
        self.put(bytes);
        Poll::Ready(Ok(bytes.len()))
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.poll_drain(context))?;
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.poll_drain(context))?;
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

/// Waits for one turn of the reactor, with a message to itself: bytes that were sent earlier arrive first.
#[derive(Debug)]
struct Turn {
    socket: UdpSocket,
    is_sent: bool,
}

impl Turn {
    async fn new() -> io::Result<Self> {
        let socket = UdpSocket::bind("127.0.0.1:0").await?;
        socket.connect(socket.local_addr()?).await?;
        Ok(Self { socket, is_sent: false })
    }

    fn poll(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let mut byte = [0];
        // The first read has to find nothing, or the message would be received without a turn of the reactor.
        if self.socket.poll_recv(context, &mut ReadBuf::new(&mut byte))?.is_ready() {
            self.is_sent = false;
            return Poll::Ready(Ok(()));
        }
        if !self.is_sent {
            ready!(self.socket.poll_send(context, &byte))?;
            self.is_sent = true;
        }
        Poll::Pending
    }
}
