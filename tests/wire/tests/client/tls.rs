//! Servers that do not speak TLS, or that the client cannot trust.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may panic")]

use std::sync::Arc;

use generated_client::v3::customers::CustomerUpdate;
use generated_client::{Client, ErrorKind, HttpClient, reqwest};
use rustls::ServerConfig;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject as _};
use test_support::Wire;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

const AUTHORITY: &[u8] = include_bytes!("tls/authority.pem");
const KEY: &[u8] = include_bytes!("tls/server.key");
const GOOD: &[u8] = include_bytes!("tls/good.pem");

/// Starts a server with this certificate, which responds once per connection. Returns its port.
async fn server(certificate: &[u8]) -> u16 {
    let chain = vec![CertificateDer::from_pem_slice(certificate).unwrap()];
    let key = PrivateKeyDer::from_pem_slice(KEY).unwrap();
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    let config = config.with_no_client_auth().with_single_cert(chain, key).unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let acceptor = TlsAcceptor::from(Arc::new(config));
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let acceptor = acceptor.clone();
            tokio::spawn(async move {
                let Ok(mut stream) = acceptor.accept(stream).await else { return };
                let _ = stream.read(&mut [0; 4096]).await;
                let _ = stream.write_all(Wire::EMPTY_PAGE.as_bytes()).await;
                let _ = stream.shutdown().await;
            });
        }
    });
    port
}

fn trusting(authority: &[u8]) -> HttpClient {
    let authority = reqwest::Certificate::from_pem(authority).unwrap();
    HttpClient::from_builder(reqwest::Client::builder().tls_certs_only([authority])).unwrap()
}

fn client(url: &str, http: HttpClient) -> Client {
    test_support::builder(url).http_client(http).build().unwrap()
}

#[tokio::test]
async fn what_is_wrong_with_a_certificate_is_named() {
    let all = [
        (AUTHORITY, GOOD, None),
        (GOOD, GOOD, Some("is not signed by an authority that is trusted here")),
        (AUTHORITY, include_bytes!("tls/expired.pem"), Some("has expired")),
        (AUTHORITY, include_bytes!("tls/other-name.pem"), Some("is for another host name")),
    ];
    for (authority, certificate, problem) in all {
        let url = format!("https://localhost:{}", server(certificate).await);
        let outcome = client(&url, trusting(authority)).v3().customers().list().await;
        match (outcome, problem) {
            (Ok(_), None) => {}
            (Err(error), Some(problem)) => {
                assert_eq!(error.kind(), ErrorKind::Transport);
                let expected = format!("v3.customers.list failed: no connection: the server's certificate {problem}");
                assert_eq!(error.to_string(), expected, "{:?}", std::error::Error::source(&error));
            }
            (outcome, problem) => panic!("{problem:?}: {outcome:?}"),
        }
    }
}

/// Nothing was sent, so a write has not taken effect.
#[tokio::test]
async fn a_server_without_tls_is_named() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let _ = stream.read(&mut [0; 4096]).await;
            let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n").await;
        }
    });
    let client = client(&format!("https://127.0.0.1:{port}"), trusting(AUTHORITY));
    let error = client.v3().customers().update([CustomerUpdate::new(1)]).await.unwrap_err();
    assert_eq!(error.to_string(), "v3.customers.update failed: no connection: the server does not speak TLS");
    assert!(!error.may_have_taken_effect());
}

#[tokio::test]
async fn what_is_not_http_is_named() {
    let tls = server(GOOD).await;
    let error = client(&format!("http://127.0.0.1:{tls}"), HttpClient::new().unwrap()).v3().customers().list().await;
    assert_eq!(error.unwrap_err().to_string(), "v3.customers.list failed: the server does not speak HTTP");
    for (bytes, message) in [
        ("SSH-2.0-OpenSSH_9.6\r\n", "the server does not speak HTTP"),
        ("<html>It works!</html>\n", "the server does not speak HTTP"),
        ("220 mail.example.org ESMTP\r\n", "the server does not speak HTTP"),
        ("HTTP/1.1 okay\r\n\r\n", "the response is not valid HTTP"),
        ("HTTP/1.1 200 OK\r\na b: c\r\n\r\n", "the response is not valid HTTP"),
        ("HTTP/1.1 200 OK\r\ncontent-length: some\r\n\r\n", "the response is not valid HTTP"),
        ("", "the connection ended without a response"),
    ] {
        let client = Wire::responding(&[bytes]).client();
        let error = client.v3().customers().list().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Transport, "{bytes:?}");
        assert_eq!(error.to_string(), format!("v3.customers.list failed: {message}"), "{bytes:?}");
        // Bytes were sent, so the outcome is indeterminate.
        let error = client.v3().customers().update([CustomerUpdate::new(1)]).await.unwrap_err();
        assert!(error.may_have_taken_effect(), "{bytes:?}");
    }
}
