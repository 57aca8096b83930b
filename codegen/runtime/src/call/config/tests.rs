use super::*;
use crate::{
    sample::{API, Client, LIST, SPEC, TOKEN, builder},
    wire::spec::{Credential, CredentialLocation, Operation, Variable},
};
use reqwest::header::HeaderMap;

fn refused(builder: ClientBuilder<Client>) -> String {
    builder.build().unwrap_err().to_string()
}

#[test]
fn urls_join_the_base_and_the_path_of_the_server() {
    let url = |builder: ClientBuilder<Client>| {
        builder.build().unwrap().core.url(&LIST, "/pets?x=1", &[]).unwrap().to_string()
    };
    assert_eq!(url(builder()), "https://api.example.com/shops/s%201/v1/pets?x=1");
    for (base, expected) in [
        ("http://127.0.0.1:1234", "http://127.0.0.1:1234/shops/s%201/v1/pets?x=1"),
        ("http://localhost:1/", "http://localhost:1/shops/s%201/v1/pets?x=1"),
        ("http://[::1]:1/a/", "http://[::1]:1/a/shops/s%201/v1/pets?x=1"),
        ("https://proxy.example.com/bc", "https://proxy.example.com/bc/shops/s%201/v1/pets?x=1"),
        // A URL that ends with the server's path, variables included.
        ("https://proxy.example.com/shops/s%201/v1", "https://proxy.example.com/shops/s%201/v1/pets?x=1"),
        ("https://proxy.example.com/shops/s 1/v1/", "https://proxy.example.com/shops/s%201/v1/pets?x=1"),
        ("http://127.0.0.1:1/bc/shops/s%201/v1", "http://127.0.0.1:1/bc/shops/s%201/v1/pets?x=1"),
        // A part of the path does not count, nor does a longer segment with the same end.
        ("http://127.0.0.1:1/v1", "http://127.0.0.1:1/v1/shops/s%201/v1/pets?x=1"),
        ("http://127.0.0.1:1/shops/s%202/v1", "http://127.0.0.1:1/shops/s%202/v1/shops/s%201/v1/pets?x=1"),
        ("http://127.0.0.1:1/myshops/s%201/v1", "http://127.0.0.1:1/myshops/s%201/v1/shops/s%201/v1/pets?x=1"),
        ("http://127.0.0.1:1/shops/s%201/v1/bc", "http://127.0.0.1:1/shops/s%201/v1/bc/shops/s%201/v1/pets?x=1"),
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
        ("example.com", "is not a URL"),
    ] {
        let error = refused(builder().base_url(base));
        assert!(error.contains(why), "{base}: {error}");
    }
}

#[test]
fn a_server_that_is_a_path_needs_a_base() {
    static RELATIVE: Operation = Operation { server: Some("/api/v1"), ..Operation::new(&API) };
    let url =
        |builder: ClientBuilder<Client>| builder.build().unwrap().core.url(&RELATIVE, "/pets", &[]).map(String::from);
    let error = url(builder()).unwrap_err().to_string();
    assert_eq!(error, "the server's URL is not valid: /api/v1; set `base_url`, which it is relative to");
    assert_eq!(url(builder().base_url("https://zoo.example")).unwrap(), "https://zoo.example/api/v1/pets");
    assert_eq!(url(builder().base_url("https://zoo.example/api/v1")).unwrap(), "https://zoo.example/api/v1/pets");

    // Without the slash, it is not a part of the host either.
    static BARE: Operation = Operation { server: Some("api/v1"), ..Operation::new(&API) };
    let client = builder().base_url("https://zoo.example").build().unwrap();
    assert_eq!(client.core.url(&BARE, "/pets", &[]).unwrap().as_str(), "https://zoo.example/api/v1/pets");
}

#[test]
fn a_server_is_chosen_for_its_document() {
    const SANDBOX: Server = Server::new(
        "v1",
        "https://{place}.example.com/{shop}/test",
        &[
            Variable { name: "place", env: None, default: Some("sand") },
            Variable { name: "zone", env: None, default: None },
        ],
    );
    static OWN: Operation = Operation { server: Some("https://files.example.com"), ..Operation::new(&API) };
    let url = |builder: ClientBuilder<Client>, operation| {
        builder.build().unwrap().core.url(operation, "/pets", &[]).unwrap().to_string()
    };
    let sandbox = || builder().server(SANDBOX).server_variable("zone", "z");
    assert_eq!(url(sandbox(), &LIST), "https://sand.example.com/s%201/test/pets");
    // The order does not count.
    let beach = builder().server_variable("zone", "z").server_variable("place", "beach").server(SANDBOX);
    assert_eq!(url(beach, &LIST), "https://beach.example.com/s%201/test/pets");
    assert_eq!(url(sandbox(), &OWN), "https://files.example.com/pets");
    assert_eq!(url(sandbox().base_url("http://localhost:1/x"), &LIST), "http://localhost:1/x/s%201/test/pets");
    // The last one counts; one of another document does not.
    let other = Server::new("v2", "https://other.example.com", &[]);
    let last = Server::new("v1", "https://last.example.com", &[]);
    let chosen = builder().server(SANDBOX).server(last).server(other);
    assert_eq!(url(chosen, &LIST), "https://last.example.com/pets");

    assert_eq!(refused(builder().server(SANDBOX)), "`zone` is not set");
    assert_eq!(refused(sandbox().server_variable("place", "..")), "`place`: `.` and `..` are not path segments");
    let unknown = refused(sandbox().server_variable("planet", "earth"));
    assert_eq!(unknown, "`planet` is not a variable of the servers; they have `shop`, `place`, `zone`");
}

#[test]
fn a_call_sets_the_variables_of_its_own_server() {
    static DEFAULTS: ClientSpec = ClientSpec {
        user_agent: "zoo/1",
        variables: &[
            Variable { name: "shop", env: None, default: Some("demo") },
            Variable { name: "zone", env: None, default: Some("eu") },
        ],
        credentials: &[],
        needs: &[],
    };
    static OWN: Operation = Operation { server: Some("https://{agent}.{zone}.example.com"), ..Operation::new(&API) };
    let client = ClientBuilder::<Client>::new(&DEFAULTS).server_variable("zone", "us").build().unwrap();
    let url = |variables: &[(&'static str, &str)]| {
        let variables: Vec<_> = variables.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        client.core.url(&OWN, "/pets", &variables).map(String::from).map_err(|error| error.to_string())
    };
    assert_eq!(url(&[("agent", "a1")]).unwrap(), "https://a1.us.example.com/pets");
    assert_eq!(url(&[("agent", "a2"), ("zone", "ap")]).unwrap(), "https://a2.ap.example.com/pets");
    assert_eq!(url(&[]).unwrap_err(), "the server's URL needs a value for `agent`");
}

#[test]
fn what_is_missing_is_named() {
    let new = ClientBuilder::<Client>::new;
    assert_eq!(refused(new(&SPEC)), "`shop` is not set");
    assert_eq!(refused(new(&SPEC).variable("shop", "x")), "the credential for `X-Token` is not set");
    assert_eq!(refused(builder().variable("shop", "")), "`shop`: empty");
    assert!(refused(builder().variable("shop", "..")).starts_with("`shop`: "));
    let error = ClientBuilder::<Client>::from_env(&SPEC).unwrap_err().to_string();
    assert_eq!(error, "the environment variable OPENAPI_CLIENT_RUNTIME_TEST_SHOP is not set");
}

#[test]
fn some_operation_has_to_be_callable() {
    static KEY: Credential =
        Credential { scheme: "key", location: CredentialLocation::Header, name: "X-Key", env: Some("ENV_K") };
    static A: Credential =
        Credential { scheme: "a", location: CredentialLocation::Query, name: "a", env: Some("ENV_A") };
    static B: Credential = Credential { scheme: "b", location: CredentialLocation::Cookie, name: "b", env: None };
    static CHOICE: ClientSpec =
        ClientSpec { user_agent: "zoo/1", variables: &[], credentials: &[], needs: &[&[&KEY], &[&A, &B]] };
    static FREE: ClientSpec =
        ClientSpec { user_agent: "zoo/1", variables: &[], credentials: &[], needs: &[&[&KEY], &[]] };
    let new = ClientBuilder::<Client>::new;
    let missing = "no operation can be called without credentials: set `key`, or `a` and `b`";
    assert_eq!(refused(new(&CHOICE)), missing);
    assert_eq!(refused(new(&CHOICE).credential(&A, "x")), missing);
    let error = ClientBuilder::<Client>::from_env(&CHOICE).unwrap_err().to_string();
    assert_eq!(error, "the environment has no credentials: set `ENV_K`, or `ENV_A` and `b`");
    for builder in [
        new(&CHOICE).credential(&A, "x").credential(&B, "x"),
        new(&CHOICE).credential(&KEY, "x"),
        new(&FREE),
        ClientBuilder::from_env(&FREE).unwrap(),
    ] {
        builder.build().unwrap();
    }
}

/// What a client with one credential sends.
#[derive(Debug, PartialEq)]
struct Sent {
    /// The header, or the cookie.
    header: Option<String>,
    query: Vec<String>,
    /// What is never shown.
    hidden: Vec<String>,
}

fn sent(location: CredentialLocation, name: &'static str, secret: &str) -> Result<Sent, String> {
    let credential: &'static Credential = Box::leak(Box::new(Credential { scheme: "key", location, name, env: None }));
    let spec = ClientSpec { user_agent: "zoo/1", variables: &[], credentials: &[], needs: &[] };
    let builder = ClientBuilder::<Client>::new(Box::leak(Box::new(spec))).credential(credential, secret);
    let core = builder.build().map_err(|error| error.to_string())?.core;
    let security = Box::leak(Box::new([&*Box::leak(Box::new([credential]))].map(|all| &all[..])));
    let chosen = core.credentials().of(&Operation { security: Some(security), ..Operation::new(&API) }).unwrap();
    let mut headers = HeaderMap::new();
    chosen.put(&mut headers).unwrap();
    let header = if location == CredentialLocation::Cookie { "cookie" } else { name };
    let header = headers.get(header).map(|value| {
        assert!(value.is_sensitive());
        value.to_str().unwrap().to_owned()
    });
    let shown = |secret: &Secret| secret.expose().to_owned();
    let query = chosen.query().map(|(name, secret)| format!("{name}={}", secret.expose())).collect();
    Ok(Sent { header, query, hidden: core.credentials().secrets.iter().map(shown).collect() })
}

#[test]
fn each_place_of_a_secret() {
    use CredentialLocation::{Basic, Bearer, Cookie, Header, Query};
    for (place, name, secret, header, query, hidden) in [
        (Header, "X-Token", "hush", Some("hush"), &[][..], &["hush"][..]),
        (Bearer, "Authorization", "hush", Some("Bearer hush"), &[], &["hush"]),
        // The example of RFC 7617.
        (
            Basic,
            "Authorization",
            "Aladdin:open sesame",
            Some("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="),
            &[],
            &["Aladdin:open sesame", "open sesame", "QWxhZGRpbjpvcGVuIHNlc2FtZQ=="],
        ),
        (Query, "key", "a& b", None, &["key=a& b"], &["a& b", "a%26+b", "a%26%20b"]),
        (Query, "key", "plain", None, &["key=plain"], &["plain"]),
        (Cookie, "session", "hush", Some("session=hush"), &[], &["hush"]),
    ] {
        let expected = Sent { header: header.map(str::to_owned), query: own(query), hidden: own(hidden) };
        assert_eq!(sent(place, name, secret), Ok(expected), "{place:?}");
    }
    for (place, secret, why) in [
        (Header, "a\nb", "no header can carry"),
        (Basic, "no colon", "not a user name and a password"),
        (Cookie, "a;b", "no cookie can carry"),
        (Query, "", "is empty"),
    ] {
        let error = sent(place, "X-Token", secret).unwrap_err();
        assert!(error.contains(why), "{place:?}: {error}");
    }
}

fn own(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

#[test]
fn variables_have_defaults() {
    static DEFAULTS: ClientSpec = ClientSpec {
        user_agent: "zoo/1",
        variables: &[Variable { name: "shop", env: None, default: Some("demo") }],
        credentials: &[],
        needs: &[],
    };
    let new = || ClientBuilder::<Client>::new(&DEFAULTS);
    let url =
        |builder: ClientBuilder<Client>| builder.build().unwrap().core.url(&LIST, "/pets", &[]).unwrap().to_string();
    assert_eq!(url(new()), "https://api.example.com/shops/demo/v1/pets");
    assert_eq!(url(new().server_variable("shop", "mine")), "https://api.example.com/shops/mine/v1/pets");
    let unknown = refused(new().server_variable("region", "eu"));
    assert_eq!(unknown, "`region` is not a variable of the servers; they have `shop`");
}

#[test]
fn credentials_are_never_shown() {
    assert_eq!(refused(builder().credential(&TOKEN, "")), "the credential for `X-Token` is empty");
    let error = refused(builder().credential(&TOKEN, "hush\n"));
    assert_eq!(error, "the credential for `X-Token` has characters that no header can carry");
    assert!(refused(builder().user_agent("a\nb")).contains("user agent"));
    let client = builder().build().unwrap();
    assert!(!format!("{:?} {client:?}", builder()).contains("hush"));
}
