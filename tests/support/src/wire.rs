//! A server without an HTTP library: it sends raw bytes, most of them one by one, and records what it receives.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use generated_client::Client;

/// A server that sends bytes and closes the connection. Well-formed responses say so, or a client would reuse the
/// connection.
#[derive(Debug)]
pub struct Wire {
    address: SocketAddr,
    requests: Arc<Mutex<Vec<String>>>,
}

/// A pause that is longer than any timeout of these tests.
const PAUSE: &[u8] = "…".as_bytes();

impl Wire {
    /// A list without items.
    pub const EMPTY_PAGE: &str =
        "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 21\r\n\r\n{\"data\":[],\"meta\":{}}";

    /// Responds to the first request with the first bytes, and so on; all further requests get the last ones. `…` is a
    /// pause that is longer than any timeout, `{port}` the server's own port.
    ///
    /// # Panics
    /// Panics if no port is free.
    pub fn responding<A: AsRef<[u8]>>(responses: &[A]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let address = listener.local_addr().expect("it is bound");
        let requests = Arc::new(Mutex::new(Vec::new()));
        let port = address.port().to_string();
        let responses: Vec<Vec<Vec<u8>>> = responses
            .iter()
            .map(|response| split(&replace(response.as_ref(), b"{port}", port.as_bytes()), PAUSE))
            .collect();
        let kept = Arc::clone(&requests);
        thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                let request = read_request(&mut stream);
                let index = {
                    let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
                    kept.push(request);
                    kept.len().min(responses.len()) - 1
                };
                let parts = responses.get(index).cloned().unwrap_or_default();
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

    /// Creates a response with this status, these headers (`name: value`), and this body.
    pub fn response(status: u16, headers: &[&str], body: impl AsRef<[u8]>) -> Vec<u8> {
        let body = body.as_ref();
        let mut response =
            format!("HTTP/1.1 {status} Response\r\nconnection: close\r\ncontent-length: {}\r\n", body.len());
        headers.iter().for_each(|header| response += &format!("{header}\r\n"));
        [response.as_bytes(), b"\r\n", body].concat()
    }

    /// The address.
    pub fn uri(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The port.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// Creates a client of this server.
    pub fn client(&self) -> Client {
        crate::client(&self.uri())
    }

    /// Returns all requests so far, head and body.
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Returns the request lines, without the version of HTTP.
    pub fn lines(&self) -> Vec<String> {
        let first =
            |request: &String| request.lines().next().unwrap_or_default().trim_end_matches(" HTTP/1.1").to_owned();
        self.requests().iter().map(first).collect()
    }
}

/// Sends the beginning byte by byte and the rest in pieces, with a pause after each, so that no read returns
/// everything.
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
