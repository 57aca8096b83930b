//! A server that knows no HTTP client of ours, and keeps the bytes that it reads.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// Keeps the bytes of requests, and answers them as it is told, and all others with 204.
pub(super) struct Wire {
    pub(super) address: String,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Wire {
    pub(super) fn new() -> Self {
        Self::answering([])
    }

    /// Answers the first requests with these statuses and bodies, in JSON.
    pub(super) fn answering<const N: usize>(answers: [(u16, &'static str); N]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let requests = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&requests);
        thread::spawn(move || {
            let mut answers = answers.into_iter();
            for mut stream in listener.incoming().flatten() {
                let request = read(&mut stream);
                kept.lock().unwrap().push(request);
                let head = match answers.next() {
                    Some((status, body)) => {
                        let length = body.len();
                        format!(
                            "HTTP/1.1 {status} Told\r\ncontent-type: application/json\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}"
                        )
                    }
                    None => "HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n".to_owned(),
                };
                stream.write_all(head.as_bytes()).unwrap();
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
        let line = |request: &String| request.lines().next().unwrap().trim_end_matches(" HTTP/1.1").to_owned();
        self.take().iter().map(line).collect()
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

/// The value of a header, which must not be there twice.
pub(super) fn header(request: &str, name: &str) -> Option<String> {
    let head = request.split("\r\n\r\n").next().unwrap();
    let fields = head.lines().skip(1).filter_map(|line| line.split_once(": "));
    let values: Vec<_> = fields.filter(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value).collect();
    assert!(values.len() < 2, "{name} is sent as {values:?}");
    values.first().map(|value| (*value).to_owned())
}
