//! A server that knows no HTTP: it sends bytes, most of them one by one, and keeps those that it was sent.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use generated_client::Client;

/// A server that sends bytes and hangs up. Well-formed answers announce the end, or a client would reuse the connection.
#[derive(Debug)]
pub struct Wire {
    address: SocketAddr,
    requests: Arc<Mutex<Vec<String>>>,
}

/// A pause that no client of these tests waits for.
const PAUSE: &[u8] = "…".as_bytes();

impl Wire {
    /// A list without items.
    pub const EMPTY_PAGE: &str =
        "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 21\r\n\r\n{\"data\":[],\"meta\":{}}";

    /// Answers the first request with the first bytes, and so on; the last ones serve all others. `…` is a pause that no
    /// client waits for, `{port}` the server's own.
    ///
    /// # Panics
    /// When no port is free.
    pub fn answering<A: AsRef<[u8]>>(answers: &[A]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let address = listener.local_addr().expect("it is bound");
        let requests = Arc::new(Mutex::new(Vec::new()));
        let port = address.port().to_string();
        let answers: Vec<Vec<Vec<u8>>> =
            answers.iter().map(|answer| split(&replace(answer.as_ref(), b"{port}", port.as_bytes()), PAUSE)).collect();
        let kept = Arc::clone(&requests);
        thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                let request = read_request(&mut stream);
                let index = {
                    let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
                    kept.push(request);
                    kept.len().min(answers.len()) - 1
                };
                let parts = answers.get(index).cloned().unwrap_or_default();
                thread::spawn(move || {
                    for (index, part) in parts.iter().enumerate() {
                        if index > 0 {
                            thread::sleep(Duration::from_secs(20));
                        }
                        dribble(&mut stream, part);
                    }
                });
            }
        });
        Self { address, requests }
    }

    /// Answers everything with this status, these headers (`name: value`), and this body.
    pub fn answer(status: u16, headers: &[&str], body: impl AsRef<[u8]>) -> Vec<u8> {
        let body = body.as_ref();
        let mut answer = format!("HTTP/1.1 {status} Answer\r\nconnection: close\r\ncontent-length: {}\r\n", body.len());
        headers.iter().for_each(|header| answer += &format!("{header}\r\n"));
        [answer.as_bytes(), b"\r\n", body].concat()
    }

    /// The address.
    pub fn uri(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The port.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// A client whose calls come here.
    pub fn client(&self) -> Client {
        crate::client(&self.uri())
    }

    /// All requests so far, head and body.
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The request lines, without the version of HTTP.
    pub fn lines(&self) -> Vec<String> {
        let first =
            |request: &String| request.lines().next().unwrap_or_default().trim_end_matches(" HTTP/1.1").to_owned();
        self.requests().iter().map(first).collect()
    }
}

/// Sends the beginning byte by byte and the rest in pieces, with a pause behind each: nothing that a client reads is there
/// at once.
fn dribble(stream: &mut TcpStream, bytes: &[u8]) {
    const SLOW: usize = 300;
    let _ = stream.set_nodelay(true);
    let (slow, rest) = bytes.split_at(SLOW.min(bytes.len()));
    for piece in slow.chunks(1).chain(rest.chunks(1024)) {
        if stream.write_all(piece).is_err() {
            return;
        }
        thread::sleep(Duration::from_micros(20));
    }
}

fn position(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}

fn split(bytes: &[u8], at: &[u8]) -> Vec<Vec<u8>> {
    match position(bytes, at) {
        None => vec![bytes.to_vec()],
        Some(start) => {
            let (front, rest) = bytes.split_at(start);
            std::iter::once(front.to_vec()).chain(split(rest.split_at(at.len()).1, at)).collect()
        }
    }
}

fn replace(bytes: &[u8], what: &[u8], with: &[u8]) -> Vec<u8> {
    split(bytes, what).join(with)
}

/// Reads head and body.
fn read_request(stream: &mut TcpStream) -> String {
    let (mut bytes, mut buffer) = (Vec::new(), [0; 4096]);
    loop {
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        if let Some(end) = text.find("\r\n\r\n") {
            let length = text.split("content-length: ").nth(1).and_then(|rest| rest.split("\r\n").next());
            if bytes.len() >= end + 4 + length.and_then(|length| length.parse().ok()).unwrap_or(0) {
                break;
            }
        }
        match stream.read(&mut buffer) {
            Ok(0) | Err(_) => break,
            Ok(count) => bytes.extend(buffer.iter().take(count)),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
