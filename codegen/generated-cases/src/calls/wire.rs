//! What generated crates send of operations and parameters, byte by byte: a server that knows no HTTP client of ours reads
//! it.

use std::sync::{Arc, Mutex};

use super::server::{Wire, header};
use crate::documents::implied::api::zoo::{
    MakeReportKind, MakeReportMaybe, MakeReportTagsItem, MakeReportWide, PlanFeedingBody,
};
use crate::documents::{implied, several_paths};
use openapi_client_runtime::reqwest::{Method, Request};
use openapi_client_runtime::test_util::{Reply, Script};
use openapi_client_runtime::{Layer, LayerFuture, Next};

impl Wire {
    fn several_paths(&self) -> several_paths::Client {
        several_paths::Client::builder().base_url(self.address.as_str()).build().unwrap()
    }

    fn implied(&self) -> implied::Client {
        implied_builder().base_url(self.address.as_str()).build().unwrap()
    }
}

fn implied_builder() -> implied::ClientBuilder {
    implied::Client::builder().token("hush").key("key")
}

#[tokio::test]
async fn each_path_of_an_item_is_called() {
    let wire = Wire::new();
    let client = wire.several_paths();
    client.gates().get().await.unwrap();
    client.doors().get().await.unwrap();
    client.hatches().get().await.unwrap();
    client.keepers().remove(7).await.unwrap();
    client.night().remove_keeper(7).await.unwrap();
    client.guests().remove_keeper(7).await.unwrap();
    client.night().swap_keeper(8).await.unwrap();
    client.guests().swap_keeper(8).await.unwrap();
    let expected = [
        "GET /gates",
        "GET /doors",
        "GET /hatches",
        "DELETE /keepers/7",
        "DELETE /night/7",
        "DELETE /guests/7",
        "PUT /night/8",
        "PUT /guests/8",
    ];
    assert_eq!(wire.lines(), expected);
}

/// The name and version of the crate that the generated code is in, here that of these tests: the runtime has none to say.
#[tokio::test]
async fn a_client_says_which_crate_it_is() {
    let wire = Wire::new();
    wire.several_paths().gates().get().await.unwrap();
    let own = concat!("generated-cases/", env!("CARGO_PKG_VERSION"));
    assert_eq!(header(&wire.only(), "user-agent").as_deref(), Some(own));
    let client =
        crate::documents::several_paths::Client::builder().base_url(wire.address.as_str()).user_agent("zoo keeper");
    client.build().unwrap().gates().get().await.unwrap();
    assert_eq!(header(&wire.only(), "user-agent").as_deref(), Some("zoo keeper"));
}

#[tokio::test]
async fn a_fragment_of_a_path_is_not_sent() {
    let wire = Wire::new();
    let client = wire.several_paths();
    let calls = client.files();
    // What is in a parameter is a part of its value.
    calls.read("a#b").await.unwrap();
    calls.put_add_link("a").await.unwrap();
    calls.put_remove("a").await.unwrap();
    client.feed().post_all().await.unwrap();
    assert_eq!(wire.lines(), ["GET /files/a%23b", "PUT /files/a", "PUT /files/a", "POST /feed?full=true"]);
}

#[tokio::test]
async fn a_header_is_left_out_only_where_the_credentials_of_the_operation_go_there() {
    let wire = Wire::new();
    let client = wire.implied();
    let calls = client.api().zoo();
    calls.read_keeper("k1").x_unused("u").await.unwrap();
    let request = wire.only();
    let sent = |name: &str| header(&request, name);
    assert_eq!(
        ["x-key", "x-unused", "authorization"].map(sent),
        ["k1", "u", "Bearer hush"].map(|text| Some(text.into()))
    );

    calls.read_gate().authorization("Pass day 1").await.unwrap();
    calls.read_shop("Basic b2xkOnNob3A=").await.unwrap();
    let sent: Vec<_> = wire.take().iter().map(|request| header(request, "authorization").unwrap()).collect();
    assert_eq!(sent, ["Pass day 1", "Basic b2xkOnNob3A="]);

    let error = calls.read_shop("ab").await.unwrap_err().to_string();
    assert!(error.contains("Authorization: 2 characters"), "{error}");
    assert!(wire.take().is_empty());
}

/// URLs, and whether their `authorization` is marked as sensitive.
type Urls = Vec<(String, Option<bool>)>;

/// Sees what the HTTP client would send.
#[derive(Clone, Default)]
struct Seen(Arc<Mutex<Urls>>);

impl Layer for Seen {
    fn call<'a>(&'a self, request: Request, next: Next<'a>) -> LayerFuture<'a> {
        let is_sensitive = request.headers().get("authorization").map(|value| value.is_sensitive());
        self.0.lock().unwrap().push((request.url().to_string(), is_sensitive));
        next.run(request)
    }
}

fn script(replies: impl IntoIterator<Item = Reply>) -> Script {
    let script = Script::new();
    replies.into_iter().for_each(|reply| script.push(reply));
    script
}

#[tokio::test]
async fn what_is_given_as_authorization_is_never_shown() {
    let body =
        serde_json::json!({"title": "no such pass", "detail": "b2xkOnNob3A= is none, nor is Basic b2xkOnNob3A="});
    let seen = Seen::default();
    let builder = implied_builder().layer(seen.clone()).script(&script([Reply::new(403).json(body)]));
    let client = builder.build().unwrap();
    let call = client.api().zoo().read_shop("Basic b2xkOnNob3A=");
    assert!(!format!("{call:?}").contains("b2xk"), "{call:?}");
    let error = call.await.unwrap_err();
    assert!(!format!("{error} {error:?}").contains("b2xk"), "{error:?}");
    assert_eq!(seen.0.lock().unwrap()[0].1, Some(true));
}

#[tokio::test]
async fn what_has_one_value_is_sent_by_itself() {
    let wire = Wire::new();
    let client = wire.implied();
    let calls = client.api().zoo();
    let report = || calls.make_report(MakeReportKind::Long, MakeReportMaybe::X, [MakeReportTagsItem::A]);
    report().await.unwrap();
    report().session("s").wide(MakeReportWide::Yes).await.unwrap();
    let [first, second] = <[String; 2]>::try_from(wire.take()).unwrap();
    assert!(first.starts_with("GET /v1/v2/report/long?format=3&all=true&maybe=x&tags=a HTTP/1.1\r\n"), "{first}");
    assert_eq!(header(&first, "x-target").as_deref(), Some("Report.Make"));
    assert_eq!(header(&first, "cookie").as_deref(), Some("theme=dark%20red"));
    assert!(
        second.starts_with("GET /v1/v2/report/long?format=3&all=true&maybe=x&tags=a&wide=yes HTTP/1.1\r\n"),
        "{second}"
    );
    assert_eq!(header(&second, "cookie").as_deref(), Some("theme=dark%20red; session=s"));
}

#[tokio::test]
async fn reserved_characters_are_kept_where_the_document_says_so() {
    let wire = Wire::new();
    let client = wire.implied();
    let go = || client.api().zoo().go();
    go().to("https://zoo.example/a?b=c&d=e#f").plain("a/b?c").await.unwrap();
    go().also(["1/2", "3+4 5%", "%2b"]).await.unwrap();
    go().filter([("a/b", "c/d&e")]).await.unwrap();
    let expected = [
        "GET /v1/go?to=https://zoo.example/a?b=c%26d=e%23f&plain=a%2Fb%3Fc",
        "GET /v1/go?also=1/2&also=3%2B4%205%25&also=%2b",
        "GET /v1/go?filter%5Ba%2Fb%5D=c/d%26e",
    ];
    assert_eq!(wire.lines(), expected);
}

#[tokio::test]
async fn a_request_without_a_body_says_so_where_one_was_to_be_expected() {
    let wire = Wire::new();
    let client = wire.implied();
    let calls = client.api().zoo();
    calls.start_feeding().await.unwrap();
    calls.plan_feeding().await.unwrap();
    calls.note_feeding("").await.unwrap();
    client.api().raw(Method::PATCH, "/feed").await.unwrap();
    calls.stop_feeding().await.unwrap();
    client.api().raw(Method::DELETE, "/feed").await.unwrap();
    calls.go().await.unwrap();
    calls.plan_feeding().body(PlanFeedingBody::new().at("noon")).await.unwrap();
    let lengths: Vec<_> = wire.take().iter().map(|request| header(request, "content-length")).collect();
    let expected = [Some("0"), Some("0"), Some("0"), Some("0"), None, None, None, Some("13")];
    assert_eq!(lengths, expected.map(|length| length.map(str::to_owned)));
}

/// Gives every request a body.
struct Filling;

impl Layer for Filling {
    fn call<'a>(&'a self, mut request: Request, next: Next<'a>) -> LayerFuture<'a> {
        *request.body_mut() = Some("filled".into());
        next.run(request)
    }
}

#[tokio::test]
async fn a_layer_may_give_a_request_a_body() {
    let wire = Wire::new();
    let client = implied_builder().layer(Filling).base_url(wire.address.as_str()).build().unwrap();
    client.api().zoo().start_feeding().await.unwrap();
    let request = wire.only();
    assert_eq!(header(&request, "content-length").as_deref(), Some("6"));
    assert!(request.ends_with("\r\n\r\nfilled"), "{request}");
}

#[tokio::test]
async fn a_base_url_may_have_the_path_of_the_server() {
    let wire = Wire::new();
    for base in ["", "/", "/v1", "/v1/", "/team", "/team/v1", "/v1/team"] {
        let builder = implied_builder().base_url(format!("{}{base}", wire.address));
        builder.build().unwrap().api().zoo().go().await.unwrap();
    }
    let expected = [
        "GET /v1/go",
        "GET /v1/go",
        "GET /v1/go",
        "GET /v1/go",
        "GET /team/v1/go",
        "GET /team/v1/go",
        "GET /v1/team/v1/go",
    ];
    assert_eq!(wire.lines(), expected);
}

#[tokio::test]
async fn servers_are_chosen_by_document_and_variables_asked_by_operation() {
    use crate::documents::servers::{Client, also_night, api};

    let builders = [
        Client::builder(),
        Client::builder().server(api::servers::SANDBOX).server_variable("region", "us"),
        Client::builder()
            .server(also_night::servers::DUSK_ZOO_EXAMPLE_N1)
            .server(api::servers::API_ZOO_EXAMPLE_V1_BETA),
        Client::builder().base_url("http://127.0.0.1:9").server(api::servers::SANDBOX).server_variable("stage", "s2"),
    ];
    let mut urls = Vec::new();
    for builder in builders {
        let seen = Seen::default();
        let replies = script((0..4).map(|_| Reply::new(204)));
        let client = builder.layer(seen.clone()).script(&replies).build().unwrap();
        client.api().animals().list().await.unwrap();
        client.also_night().owls().list("k").await.unwrap();
        client.api().ask().ask("a1", "why").await.unwrap();
        client.api().ask().ask("a1", "why").zone("us").await.unwrap();
        urls.extend(seen.0.lock().unwrap().iter().map(|(url, _)| url.clone()));
    }
    let expected = [
        "https://api.zoo.example/v1/animals",
        "https://night.zoo.example/n1/owls",
        "https://a1.eu.zoo.example/ask/ask?q=why",
        "https://a1.us.zoo.example/ask/ask?q=why",
        "https://us.sandbox.zoo.example/v1/animals",
        "https://night.zoo.example/n1/owls",
        "https://a1.eu.zoo.example/ask/ask?q=why",
        "https://a1.us.zoo.example/ask/ask?q=why",
        "https://api.zoo.example/v1/beta/animals",
        "https://dusk.zoo.example/n1/owls",
        "https://a1.eu.zoo.example/ask/ask?q=why",
        "https://a1.us.zoo.example/ask/ask?q=why",
        "http://127.0.0.1:9/s2/animals",
        "http://127.0.0.1:9/n1/owls",
        "http://127.0.0.1:9/ask/ask?q=why",
        "http://127.0.0.1:9/ask/ask?q=why",
    ];
    assert_eq!(urls, expected);

    let seen = Seen::default();
    let client = Client::builder().layer(seen.clone()).script(&script([])).build().unwrap();
    let error = client.api().ask().ask("..", "why").await.unwrap_err().to_string();
    assert!(error.contains("agent: `.` and `..` are not path segments"), "{error}");
    assert!(seen.0.lock().unwrap().is_empty());
}
