//! A server that knows no HTTP client of ours, and keeps the bytes that it reads.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// How long nothing is sent between two bytes of a server that dribbles.
const WAIT: Duration = Duration::from_micros(200);

/// A response without a body.
pub(super) const NO_CONTENT: &str = "HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n";

/// Keeps the bytes of requests.
pub(super) struct Wire {
    pub(super) address: String,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Wire {
    /// Responds to all requests with 204.
    pub(super) fn new() -> Self {
        Self::serving(|_| NO_CONTENT.to_owned())
    }

    /// Responds to the first requests with these statuses and bodies, in JSON, and to all others with 204.
    pub(super) fn answering<const N: usize>(answers: [(u16, &'static str); N]) -> Self {
        let answers = Mutex::new(answers.into_iter());
        Self::serving(move |_| match answers.lock().unwrap().next() {
            Some((status, body)) => {
                let head = format!("HTTP/1.1 {status} Told\r\ncontent-type: application/json\r\nconnection: close\r\n");
                format!("{head}content-length: {}\r\n\r\n{body}", body.len())
            }
            None => NO_CONTENT.to_owned(),
        })
    }

    /// Responds with the bytes that a function returns for a request.
    pub(super) fn serving(respond: impl Fn(&str) -> String + Send + 'static) -> Self {
        Self::sending(respond, |stream, bytes| stream.write_all(bytes).unwrap())
    }

    /// The same byte by byte, with a wait between any two.
    pub(super) fn dribbling(respond: impl Fn(&str) -> String + Send + 'static) -> Self {
        Self::sending(respond, |stream, bytes| {
            stream.set_nodelay(true).unwrap();
            for byte in bytes {
                stream.write_all(&[*byte]).unwrap();
                thread::sleep(WAIT);
            }
        })
    }

    fn sending(respond: impl Fn(&str) -> String + Send + 'static, send: fn(&mut TcpStream, &[u8])) -> Self {
        Self::at(TcpListener::bind("127.0.0.1:0").unwrap(), respond, send)
    }

    /// Responds at an address with the bytes that a function returns for a request.
    #[cfg(evidence)]
    pub(super) fn on(listener: TcpListener, respond: impl Fn(&str) -> String + Send + 'static) -> Self {
        Self::at(listener, respond, |stream, bytes| stream.write_all(bytes).unwrap())
    }

    fn at(
        listener: TcpListener,
        respond: impl Fn(&str) -> String + Send + 'static,
        send: fn(&mut TcpStream, &[u8]),
    ) -> Self {
        let address = format!("http://{}", listener.local_addr().unwrap());
        let requests = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&requests);
        thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                let request = read(&mut stream);
                kept.lock().unwrap().push(request.clone());
                send(&mut stream, respond(&request).as_bytes());
            }
        });
        Self { address, requests }
    }

    /// The requests since the last call.
    pub(super) fn take(&self) -> Vec<String> {
        std::mem::take(&mut *self.requests.lock().unwrap())
    }

    pub(super) fn only(&self) -> String {
        let [request] = <[_; 1]>::try_from(self.take()).unwrap();
        request
    }

    /// The first lines of the requests since the last call, without the version of HTTP.
    pub(super) fn lines(&self) -> Vec<String> {
        self.take().iter().map(|request| line(request).to_owned()).collect()
    }
}

/// A request to its end, which its own `content-length` tells.
fn read(stream: &mut TcpStream) -> String {
    let (mut request, mut buffer) = (Vec::new(), [0; 4096]);
    loop {
        let text = String::from_utf8_lossy(&request).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = header(&text, "content-length").map_or(0, |length| length.parse().unwrap());
            if body.len() >= length || head.is_empty() {
                return text;
            }
        }
        let count = stream.read(&mut buffer).unwrap();
        assert!(count > 0, "the request breaks off: {text}");
        request.extend_from_slice(&buffer[..count]);
    }
}

/// A response with JSON.
pub(super) fn json(status: u16, body: &str) -> String {
    let length = body.len();
    format!(
        "HTTP/1.1 {status} -\r\ncontent-type: application/json\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}"
    )
}

/// A response with events, in chunks that begin and end anywhere.
pub(super) fn events(text: &str) -> String {
    let head =
        "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\n";
    let letters: Vec<char> = text.chars().collect();
    let chunks = letters.chunks(7).map(|chunk| {
        let chunk: String = chunk.iter().collect();
        format!("{:x}\r\n{chunk}\r\n", chunk.len())
    });
    chunks.fold(head.to_owned(), |all, chunk| all + &chunk) + "0\r\n\r\n"
}

/// The method and the target of a request.
pub(super) fn line(request: &str) -> &str {
    request.lines().next().unwrap().trim_end_matches(" HTTP/1.1")
}

/// The body of a request.
pub(super) fn body(request: &str) -> &str {
    request.split_once("\r\n\r\n").unwrap().1
}

/// The JSON that a request sends, which has to say that it is JSON.
pub(super) fn sent(request: &str) -> serde_json::Value {
    assert_eq!(header(request, "content-type").as_deref(), Some("application/json"));
    serde_json::from_str(body(request)).unwrap()
}

/// The value of a header, which must not be there twice.
pub(super) fn header(request: &str, name: &str) -> Option<String> {
    let head = request.split("\r\n\r\n").next().unwrap();
    let fields = head.lines().skip(1).filter_map(|line| line.split_once(": "));
    let values: Vec<_> = fields.filter(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value).collect();
    assert!(values.len() < 2, "{name} is sent as {values:?}");
    values.first().map(|value| (*value).to_owned())
}
