//! Responses that repeat what was sent and contain personal data, over real connections.

use std::fmt::Debug;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::thread;

use generated_client::{CallOptions, Client, Error, Response};
use serde_json::json;
use test_support::Wire;

use super::shown::{Shown, assert_no_trace};
use super::{EMAIL, HEADER, NAME, NOTES, PASSWORD, PHONE, TOKEN, builder, create, credentials, update};

/// With everything that is planted: the API may return what a call did not send, which is then shown.
fn options() -> CallOptions {
    let headers = [HEADER, EMAIL, NAME, NOTES, PASSWORD, PHONE].into_iter().enumerate();
    headers.fold(super::options(), |options, (index, value)| options.header(format!("x-planted-{index}"), value))
}

fn note<T>(shown: &mut Shown, of: &str, outcome: Result<Response<T>, Error>) -> String
where
    Response<T>: Debug,
{
    match outcome {
        Ok(response) => {
            shown.debug(of, &response);
            shown.debug(of, response.meta());
            shown.debug(of, &response.drift());
            response.drift().iter().for_each(|drift| shown.text(of, drift.to_string()));
            "ok".to_owned()
        }
        Err(error) => {
            shown.error(of, &error);
            format!("{:?} {error:#}", error.kind())
        }
    }
}

/// One call of each kind; returns their errors in full.
async fn calls(shown: &mut Shown, of: &str, client: &Client) -> [String; 5] {
    let customers = client.v3().customers();
    let list = customers.list().email_in([EMAIL]).name_in([NAME]).phone_in([PHONE]).with(options());
    [
        note(shown, &format!("{of}, list"), list.await),
        note(shown, &format!("{of}, create"), customers.create([create()]).with(options()).await),
        note(shown, &format!("{of}, update"), customers.update([update()]).with(options()).await),
        note(shown, &format!("{of}, delete"), customers.delete([4107]).with(options()).await),
        note(
            shown,
            &format!("{of}, validate"),
            client.v3().credentials().validate(credentials()).with(options()).await,
        ),
    ]
}

fn json_of(status: u16, body: &serde_json::Value) -> Vec<u8> {
    Wire::response(status, &["content-type: application/json"], body.to_string())
}

fn customer(more: serde_json::Value) -> serde_json::Value {
    let mut customer = json!({
        "id": 1, "email": EMAIL, "first_name": NAME, "last_name": NAME, "phone": PHONE, "notes": NOTES, "company": NAME,
    });
    customer.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    json!({"data": [customer], "meta": {EMAIL: TOKEN}})
}

#[tokio::test]
async fn no_response_makes_an_error_or_a_value_show_what_is_in_it() {
    let echo = format!("The token {TOKEN} may not set the password {PASSWORD} of {EMAIL}");
    let redirect = format!("location: https://127.0.0.1:1/{TOKEN}?email={EMAIL}");
    let cookie = format!("set-cookie: session={TOKEN}; name={NAME}");
    let mut not_utf8 = format!("{{\"data\": \"{EMAIL}").into_bytes();
    not_utf8.push(0xff);
    let errors = json!({"0.email": format!("{EMAIL} is taken by {NAME}"), "0.authentication.new_password": PASSWORD});
    let cases: Vec<(&str, Vec<u8>)> = vec![
        ("customers", json_of(200, &customer(json!({"authentication": {"force_password_reset": true}})))),
        ("drift", json_of(200, &customer(json!({"addresses": [{"address_type": NAME}], "colour": NAME})))),
        ("a cookie", Wire::response(200, &[&cookie, &format!("x-note: {NOTES}")], r#"{"data":[],"meta":{}}"#)),
        ("a wrong type", json_of(200, &customer(json!({"id": EMAIL})))),
        ("a wrong shape", json_of(200, &json!({"data": {EMAIL: NAME}, "is_valid": NAME}))),
        ("a text for everything", json_of(200, &json!(EMAIL))),
        ("a key in broken JSON", Wire::response(200, &[], format!("{{\"data\": [], \"meta\": {{\"{EMAIL}\": "))),
        ("no JSON", Wire::response(200, &[], format!("{EMAIL} {TOKEN}"))),
        ("no UTF-8", Wire::response(200, &[], &not_utf8)),
        ("no gzip", Wire::response(200, &["content-encoding: gzip"], format!("{EMAIL} {TOKEN}"))),
        ("echo", json_of(422, &json!({"status": 422, "title": "Not so.", "errors": errors, "detail": echo}))),
        ("echo in a title", json_of(422, &json!({"title": format!("No {TOKEN}"), "errors": {TOKEN: {TOKEN: TOKEN}}}))),
        ("echo at the end of a title", json_of(400, &json!({"title": format!("{}{TOKEN}", "x".repeat(190))}))),
        ("echo of version 2", json_of(401, &json!([{"status": 401, "message": echo}]))),
        ("echo of the gateway", json_of(403, &json!({"error": echo}))),
        ("echo in a refusal", Wire::response(429, &[&format!("x-retry-after: {TOKEN}")], &echo)),
        ("a page", Wire::response(502, &["content-type: text/html"], format!("<h1>{echo}</h1>"))),
        ("a redirect", Wire::response(307, &[&redirect], &echo)),
        ("another redirect", Wire::response(302, &[&redirect, &cookie], "")),
        ("a wrong header", format!("HTTP/1.1 200 OK\r\nx-{NAME} {EMAIL}: {TOKEN}\r\n\r\n").into_bytes()),
        ("a wrong value", format!("HTTP/1.1 200 OK\r\nx-a: {TOKEN}\0{EMAIL}\r\n\r\n").into_bytes()),
        ("a wrong length", format!("HTTP/1.1 200 OK\r\ncontent-length: {TOKEN}\r\n\r\n").into_bytes()),
        ("no HTTP", format!("{TOKEN} {EMAIL}\r\n\r\n").into_bytes()),
        ("half a body", format!("HTTP/1.1 200 OK\r\ncontent-length: 999\r\n\r\n{EMAIL} {TOKEN}").into_bytes()),
        ("a wrong chunk", format!("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n{NAME}").into_bytes()),
        ("nothing", Vec::new()),
    ];
    let http = generated_client::HttpClient::new().unwrap();
    let mut shown = Shown::default();
    for (name, response) in cases {
        let wire = Wire::responding(&[response]);
        let client = builder(&wire.uri()).http_client(http.clone()).build().unwrap();
        let said = calls(&mut shown, name, &client).await;
        for said in [&said[1], &said[4]] {
            assert!(!said.contains(PASSWORD), "{name} shows the password of its own request: {said}");
        }
        let sent = wire.requests().concat();
        for secret in [TOKEN, PASSWORD, EMAIL, NAME] {
            assert!(sent.contains(secret), "{name}: {secret} was not sent, so that nothing is proved");
        }
        if name == "echo" {
            // By accessor, the API's own words without what was sent.
            let words = "The token *** may not set the password *** of ***; 0.authentication.new_password: ***; 0.email: *** is taken by ***";
            assert!(said.iter().all(|text| text.ends_with(words)), "{said:?}");
        }
        if name == "a wrong type" {
            assert!(said[0].contains("data[0].id"), "{}", said[0]);
        }
    }
    shown.assert_clean();
    assert_no_trace();
}

/// A title is shown as the API sent it, without what was sent.
#[tokio::test]
async fn a_title_that_repeats_the_password_is_shown_without_it() {
    let body = json!({"title": format!("{PASSWORD} is too short for {TOKEN}"), "errors": {PASSWORD: 1, "0.email": 1}});
    let wire = Wire::responding(&[json_of(422, &body)]);
    let mut shown = Shown::default();
    let error = builder(&wire.uri()).build().unwrap().v3().customers().create([create()]).await.unwrap_err();
    shown.error("a title", &error);
    assert_eq!(error.title(), Some("*** is too short for ***"));
    assert_eq!(error.field_keys(), ["0.email", "***"]);
    assert!(error.body().unwrap().windows(PASSWORD.len()).any(|part| part == PASSWORD.as_bytes()), "as it came");
    shown.assert_clean();
}

#[tokio::test]
async fn no_failure_to_connect_shows_what_was_asked_for() {
    let (free, deaf) = (TcpListener::bind("127.0.0.1:0").unwrap(), TcpListener::bind("127.0.0.1:0").unwrap());
    let port = |listener: &TcpListener| listener.local_addr().unwrap().port();
    // Nobody listens; then a server without TLS does.
    let uris = [format!("http://127.0.0.1:{}", port(&free)), format!("https://127.0.0.1:{}", port(&deaf))];
    drop(free);
    thread::spawn(move || {
        for mut stream in deaf.incoming().flatten() {
            let _ = stream.read(&mut [0; 16]).and_then(|_| stream.write_all(TOKEN.as_bytes()));
        }
    });
    let mut shown = Shown::default();
    for uri in uris {
        let client = builder(&uri).build().unwrap();
        for said in calls(&mut shown, &uri, &client).await {
            assert!(said.starts_with("Transport"), "{said}");
        }
    }
    shown.assert_clean();
    assert_no_trace();
}
