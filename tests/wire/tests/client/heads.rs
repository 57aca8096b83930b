//! The heads of requests to the last byte: as read from a raw socket, without a library in between.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may panic")]

use std::io::{Read, Write};
use std::net::TcpListener;
use std::thread;

use generated_client::reqwest::Method;
use generated_client::v3::customers::{CustomerUpdate, Include};
use generated_client::{CallOptions, Client};

/// Returns the head of the one request that `call` sends; the response is 404.
fn head_of(call: impl AsyncFnOnce(Client)) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let server = thread::spawn(move || {
        let (mut connection, _) = listener.accept().unwrap();
        let mut read = Vec::new();
        while !read.windows(4).any(|end| end == b"\r\n\r\n") {
            let mut bytes = [0; 1024];
            let count = connection.read(&mut bytes).unwrap();
            read.extend_from_slice(bytes.get(..count).unwrap());
        }
        connection.write_all(b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\nconnection: close\r\n\r\n").unwrap();
        let text = String::from_utf8(read).unwrap();
        text.split_once("\r\n\r\n").unwrap().0.to_owned()
    });
    let client = Client::builder("k7qd2m", "hush").base_url(format!("http://127.0.0.1:{port}"));
    let client = client.user_agent("zoo").build().unwrap();
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(call(client));
    server.join().unwrap().replace(&port.to_string(), "PORT")
}

fn lines(head: &[&str]) -> String {
    head.join("\r\n")
}

#[test]
fn a_list() {
    let head = head_of(async |client| {
        client.v3().customers().list().id_in([4, 5]).include([Include::Addresses]).await.unwrap_err();
    });
    let expected = lines(&[
        "GET /stores/k7qd2m/v3/customers?id:in=4,5&include=addresses HTTP/1.1",
        "x-auth-token: hush",
        "user-agent: zoo",
        "accept: application/json",
        "accept-encoding: gzip",
        "host: 127.0.0.1:PORT",
    ]);
    assert_eq!(head, expected);
}

#[test]
fn an_update_with_a_header_of_the_call() {
    let head = head_of(async |client| {
        let options = CallOptions::new().header("x-trace", "7").header("X-Auth-Token", "mine").correlation_id("c1");
        let update = [CustomerUpdate::new(7).first_name("Aiko")];
        client.v3().customers().update(update).with(options).await.unwrap_err();
    });
    let expected = lines(&[
        "PUT /stores/k7qd2m/v3/customers HTTP/1.1",
        "x-trace: 7",
        "x-auth-token: hush",
        "x-correlation-id: c1",
        "user-agent: zoo",
        "content-type: application/json",
        "accept: application/json",
        "accept-encoding: gzip",
        "host: 127.0.0.1:PORT",
        "content-length: 30",
    ]);
    assert_eq!(head, expected);
}

#[test]
fn the_older_version() {
    let head = head_of(async |client| {
        client.v2().customer_groups().get(7).await.unwrap_err();
    });
    let expected = lines(&[
        "GET /stores/k7qd2m/v2/customer_groups/7 HTTP/1.1",
        "x-auth-token: hush",
        "user-agent: zoo",
        "accept: application/json",
        "accept-encoding: gzip",
        "host: 127.0.0.1:PORT",
    ]);
    assert_eq!(head, expected);
}

#[test]
fn a_raw_call() {
    let head = head_of(async |client| {
        client.v3().raw(Method::DELETE, "/catalog/brands/7").query("a", "b c").await.unwrap_err();
    });
    let expected = lines(&[
        "DELETE /stores/k7qd2m/v3/catalog/brands/7?a=b%20c HTTP/1.1",
        "x-auth-token: hush",
        "user-agent: zoo",
        "accept: application/json",
        "accept-encoding: gzip",
        "host: 127.0.0.1:PORT",
    ]);
    assert_eq!(head, expected);
}
