//! An API that repeats what was sent, in every part of an error and in every spelling.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE, URL_SAFE_NO_PAD};
use generated_client::reqwest::Method;
use generated_client::test_util::{Reply, Script};
use generated_client::{Client, Error, RetryPolicy};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};
use test_support::STORE;

use super::shown::{Shown, assert_nowhere, trace};
use super::{EMAIL, NOTES, TOKEN, create, options};

fn spellings(value: &str) -> Vec<String> {
    let encoded = utf8_percent_encode(value, NON_ALPHANUMERIC).to_string();
    let mut all = vec![
        value.to_owned(),
        value.to_uppercase(),
        encoded.to_lowercase(),
        value.replace('@', "%40").replace(' ', "%20"),
        value.replace('@', "%40").replace(' ', "+"),
        value.replace('@', "\\u0040").replace(' ', "\\u0020"),
        STANDARD.encode(value),
        STANDARD_NO_PAD.encode(value),
        URL_SAFE.encode(value),
        URL_SAFE_NO_PAD.encode(format!("{{\"after\":\"{value}\"}}")),
    ];
    all.push(encoded);
    all
}

/// An API error with a text in each of its parts.
fn replies(echo: &str) -> Vec<(&'static str, Reply)> {
    let text = format!("before {echo} behind");
    let bodies = [
        ("title", json!({"title": text})),
        ("detail", json!({"title": "No.", "detail": text})),
        ("message", json!([{"status": 422, "message": text}])),
        ("error", json!({"error": text})),
        ("a key", json!({"title": "No.", "errors": {echo: "no"}})),
        ("a key with an index", json!({"title": "No.", "errors": {format!("0.{echo}"): "no"}})),
        ("a value", json!({"title": "No.", "errors": {"0.email": text}})),
        ("a nested value", json!({"title": "No.", "errors": {"0.email": {"why": [text]}}})),
        ("a nested key", json!({"title": "No.", "errors": {"0.email": {echo: [1]}}})),
        ("a list", json!({"errors": [{"title": text, "message": text}]})),
        ("a field that is not known", json!({"title": "No.", "more": text})),
    ];
    let reply = |body: &Value| Reply::new(422).json(body);
    let mut replies: Vec<_> = bodies.iter().map(|(place, body)| (*place, reply(body))).collect();
    let is_header = echo.bytes().all(|byte| (b' '..0x7f).contains(&byte));
    if is_header {
        replies.push(("the id", reply(&json!({"title": "No."})).header("x-request-id", echo)));
        replies.push(("a header", reply(&json!({"title": "No."})).header("x-echo", echo)));
    }
    replies
}

/// Everything of an error that is shown.
fn texts(error: &Error) -> String {
    format!("{error}\n{error:#}\n{error:?}\n{error:#?}\n{:?}\n{:?}", error.title(), error.field_keys())
}

#[tokio::test]
async fn no_error_repeats_what_was_sent() {
    let _ = Shown::default();
    let script = Script::new();
    let builder = Client::builder(STORE, TOKEN).script(&script).retry(RetryPolicy::none());
    let client = builder.pacing(generated_client::Pacing::off()).build().unwrap();
    let customers = client.v3().customers();
    for value in [EMAIL, NOTES, TOKEN] {
        for echo in spellings(value) {
            for (place, reply) in replies(&echo) {
                let mut seen = String::new();
                let mut note = |text: String| seen.push_str(&text);
                script.push(reply.clone());
                let error = customers.create([create()]).with(options()).await.unwrap_err();
                note(format!("{error} {error:#} {error:?} {error:#?}"));
                let error = error;
                note(texts(&error));
                if place == "title" {
                    assert!(error.to_string().contains("before *** behind"), "{echo}: {error}");
                }
                script.push(reply.clone());
                let outcomes = customers.create_batches([create()]).isolate(false).collect().await;
                for outcome in outcomes {
                    let error = outcome.error().expect("it was refused");
                    note(format!("{error} {error:#} {error:?} {error:#?} {:?} {outcome:?}", error.problems()));
                }
                script.push(reply.clone());
                let list = customers.list().email_in([EMAIL, "x@example.org"]).name_in([NOTES]).await;
                note(texts(&list.unwrap_err()));
                script.push(reply);
                let raw = client.v3().raw(Method::GET, format!("/people/{EMAIL}/x")).query("notes", NOTES).await;
                note(texts(&raw.unwrap_err()));
                let _ = write!(seen, "{}", trace());
                assert_nowhere(&echo, place, &seen);
            }
        }
    }
}

/// What was not sent is shown, because the reader needs it.
#[tokio::test]
async fn what_was_not_sent_is_shown() {
    let script = Script::new();
    let body = json!({
        "status": 422, "title": "The group 17 is full.", "detail": "ask Mira",
        "errors": {"0.email": "taken", ".customer_create": "failed", "0.phone": "too long", "mira@example.net": "x"},
    });
    script.push(Reply::new(422).json(body).header("x-request-id", "6f3a-77:1"));
    let client = Client::builder(STORE, TOKEN).script(&script).build().unwrap();
    let error = client.v3().customers().create([create()]).await.unwrap_err();
    let short = "v3.customers.create failed: 422 Unprocessable Entity: The group 17 is full. \
                 (fields: .customer_create, 0.email, 0.phone, and 1 more) [request 6f3a-77:1]";
    assert_eq!(error.to_string(), short);
    let details = "; ask Mira; .customer_create: failed; 0.email: taken; 0.phone: too long; mira@example.net: x";
    assert_eq!(format!("{error:#}"), format!("{short}{details}"));
}
