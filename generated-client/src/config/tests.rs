use super::*;
use crate::runtime::Credential;
use crate::runtime::sample::{API, Client, SPEC, builder};

fn refused(builder: ClientBuilder<Client>) -> String {
    builder.build().unwrap_err().to_string()
}

#[test]
fn urls_join_the_base_and_the_path_of_the_server() {
    let url =
        |builder: ClientBuilder<Client>| builder.build().unwrap().core.url(&API, "/pets?x=1").unwrap().to_string();
    assert_eq!(url(builder()), "https://api.example.com/shops/s%201/v1/pets?x=1");
    for (base, expected) in [
        ("http://127.0.0.1:1234", "http://127.0.0.1:1234/shops/s%201/v1/pets?x=1"),
        ("http://localhost:1/", "http://localhost:1/shops/s%201/v1/pets?x=1"),
        ("http://[::1]:1/a/", "http://[::1]:1/a/shops/s%201/v1/pets?x=1"),
        ("https://proxy.example.com/bc", "https://proxy.example.com/bc/shops/s%201/v1/pets?x=1"),
    ] {
        assert_eq!(url(builder().base_url(base)), expected);
    }
}

#[test]
fn base_urls_that_would_leak_are_refused() {
    for (base, why) in [
        ("http://example.com", "https, except to this machine"),
        ("http://127.0.0.1.example.com", "https, except to this machine"),
        ("http://128.0.0.1", "https, except to this machine"),
        ("https://user@example.com", "user name"),
        ("https://:pass@example.com", "user name"),
        ("https://example.com/?a=1", "query"),
        ("https://example.com/#a", "fragment"),
        ("ftp://example.com", "must be an https URL"),
        ("example.com", "is no URL"),
    ] {
        let error = refused(builder().base_url(base));
        assert!(error.contains(why), "{base}: {error}");
    }
}

#[test]
fn what_is_missing_is_named() {
    let new = ClientBuilder::<Client>::new;
    assert_eq!(refused(new(&SPEC)), "`shop` is not set");
    assert_eq!(refused(new(&SPEC).variable("shop", "x")), "the credential for `X-Token` is not set");
    assert_eq!(refused(builder().variable("shop", "")), "`shop`: empty");
    assert!(refused(builder().variable("shop", "..")).starts_with("`shop`: "));
    let error = ClientBuilder::<Client>::from_env(&SPEC).unwrap_err().to_string();
    assert_eq!(error, "the environment variable GENERATED_CLIENT_TEST_SHOP is not set");
}

#[test]
fn a_prefix_stands_before_the_secret_and_is_none() {
    static BEARER: ClientSpec = ClientSpec {
        variables: &[],
        credentials: &[Credential { header: "Authorization", prefix: "Bearer ", env: None }],
    };
    let builder = ClientBuilder::<Client>::new(&BEARER).credential("Authorization", "hush");
    let core = builder.build().unwrap().core;
    assert_eq!(core.headers()["authorization"], "Bearer hush");
    assert!(core.headers()["authorization"].is_sensitive());
    assert_eq!(core.credentials(), [Secret::from("hush")]);
}

#[test]
fn credentials_are_never_shown() {
    assert_eq!(refused(builder().credential("X-Token", "")), "the credential for `X-Token` is empty");
    let error = refused(builder().credential("X-Token", "hush\n"));
    assert_eq!(error, "the credential for `X-Token` has characters that no header can carry");
    assert!(refused(builder().user_agent("a\nb")).contains("user agent"));
    let client = builder().build().unwrap();
    assert!(!format!("{:?} {client:?}", builder()).contains("hush"));
    assert!(client.core.headers().get("x-token").unwrap().is_sensitive());
}
