//! Environment variables for proxies and certificates. They belong to the process, so each case runs in its own.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may panic")]

use std::env;
use std::process::Command;

use generated_client::{Client, ErrorKind, HttpClient, reqwest};
use test_support::{STORE, TOKEN, Wire};

/// Runs the test `name` of this file again, with these environment variables.
fn again(name: &str, variables: &[(&str, &str)]) {
    let mut child = Command::new(env::current_exe().unwrap());
    let name = format!("environment::{name}");
    child.args(["--exact", &name, "--nocapture"]).env("TESTS_CHILD", "1").env_remove("NO_PROXY").env_remove("no_proxy");
    let output = child.envs(variables.iter().copied()).output().unwrap();
    let text = [output.stdout, output.stderr].concat();
    let text = String::from_utf8_lossy(&text);
    assert!(output.status.success() && text.contains("1 passed"), "{text}");
}

fn is_child() -> bool {
    env::var_os("TESTS_CHILD").is_some()
}

fn run<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(work)
}

#[test]
fn calls_to_this_machine_pass_by_the_proxy_of_the_environment() {
    if is_child() {
        let port = env::var("TESTS_PORT").unwrap();
        return run(async {
            for host in ["127.0.0.1", "localhost"] {
                let client = test_support::client(&format!("http://{host}:{port}"));
                client.v3().customers().list().await.unwrap();
            }
            // A shared pool, and TLS: the server does not support it, so the call fails, but not at the proxy.
            let client =
                test_support::builder(&format!("https://127.0.0.1:{port}")).http_client(HttpClient::new().unwrap());
            let client = client.timeout(std::time::Duration::from_millis(500)).build().unwrap();
            client.v3().customers().list().await.unwrap_err();
        });
    }
    let (wire, proxy) = (Wire::responding(&[Wire::EMPTY_PAGE]), Wire::responding(&[Wire::EMPTY_PAGE]));
    let (port, uri) = (wire.port().to_string(), proxy.uri());
    let names = ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"];
    let mut variables: Vec<_> = names.iter().map(|name| (*name, uri.as_str())).collect();
    variables.extend([("TESTS_PORT", port.as_str()), ("SSL_CERT_FILE", AUTHORITY)]);
    again("calls_to_this_machine_pass_by_the_proxy_of_the_environment", &variables);
    assert_eq!(proxy.requests(), [""; 0]);
    assert!(wire.requests().iter().filter(|request| request.contains(TOKEN)).count() == 2, "{:?}", wire.requests());
}

#[test]
fn calls_elsewhere_go_through_the_proxy_of_the_environment() {
    if is_child() {
        return run(async {
            let client = test_support::client("https://store.example");
            client.v3().customers().list().await.unwrap_err();
        });
    }
    let proxy = Wire::responding(&["HTTP/1.1 502 Bad Gateway\r\nconnection: close\r\n\r\n"]);
    let variables = [("HTTPS_PROXY", proxy.uri()), ("SSL_CERT_FILE", AUTHORITY.to_owned())];
    let variables = variables.each_ref().map(|(name, value)| (*name, value.as_str()));
    again("calls_elsewhere_go_through_the_proxy_of_the_environment", &variables);
    let requests = proxy.requests();
    assert!(requests.len() == 1 && requests.concat().starts_with("CONNECT store.example:443"), "{requests:?}");
    assert!(!requests.concat().contains(TOKEN));
}

/// A custom HTTP client decides for itself.
#[tokio::test]
async fn a_proxy_of_ones_own_is_used_for_this_machine_too() {
    let (wire, proxy) = (Wire::responding(&[Wire::EMPTY_PAGE]), Wire::responding(&[Wire::EMPTY_PAGE]));
    let builder = reqwest::Client::builder().proxy(reqwest::Proxy::all(proxy.uri()).unwrap());
    let http = HttpClient::from_builder(builder).unwrap();
    let client = test_support::builder(&wire.uri()).http_client(http).build().unwrap();
    client.v3().customers().list().await.unwrap();
    assert_eq!((wire.requests().len(), proxy.requests().len()), (0, 1));
}

const AUTHORITY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/client/tls/authority.pem");

#[test]
fn without_certificates_a_client_says_so_and_one_of_this_machine_works() {
    if is_child() {
        let error = Client::builder(STORE, TOKEN).build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration);
        assert!(error.to_string().starts_with("no CA certificates were found on this system"), "{error}");
        let shared = HttpClient::new().unwrap();
        let error = Client::builder(STORE, TOKEN).http_client(shared.clone()).build().unwrap_err();
        assert!(error.to_string().contains("SSL_CERT_FILE"), "{error}");
        return run(async {
            let wire = Wire::responding(&[Wire::EMPTY_PAGE]);
            wire.client().v3().customers().list().await.unwrap();
            let client = test_support::builder(&wire.uri()).http_client(shared).build().unwrap();
            client.v3().customers().list().await.unwrap();
        });
    }
    let variables = [("SSL_CERT_FILE", "/nonexistent"), ("SSL_CERT_DIR", "/nonexistent")];
    again("without_certificates_a_client_says_so_and_one_of_this_machine_works", &variables);
}
