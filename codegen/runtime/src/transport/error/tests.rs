use std::error::Error as _;

use reqwest::header::{HeaderName, HeaderValue};
use serde_json::json;

use super::*;
use crate::{
    sample::{self, API, LIST, Owner},
    transport::raw_response::RawResponse,
    types::check::At,
    wire::{errors::ErrorResponse, spec::ProblemKeys},
};

fn response(status: u16, body: &'static str) -> RawResponse {
    let id = (HeaderName::from_static("x-request-id"), HeaderValue::from_static("6f3"));
    let meta = ResponseMeta::new(&API, StatusCode::from_u16(status).unwrap(), [id].into_iter().collect());
    RawResponse::new(meta, Bytes::from_static(body.as_bytes()))
}

fn api(status: u16, body: &'static str) -> Error {
    response(status, body).refused(&LIST, None)
}

#[test]
fn display_names_the_problem_and_the_fields() {
    let full = r#"{"status":422,"title":"Update failed.","errors":{"0.email":"jane@example.com is taken","b":{"x":1}},"detail":"for jane"}"#;
    let fields = "(fields: 2 that the request does not name)";
    for (status, body, short, long) in [
        (
            422,
            full,
            &*format!("v1.pets.list failed: 422 Unprocessable Entity: Update failed. {fields} [request 6f3]"),
            "; for jane; 0.email: jane@example.com is taken; b: {\"x\":1}",
        ),
        // Without a title, the message is shown, once.
        (
            413,
            r#"[{"status":413,"message":"limit 250"}]"#,
            "v1.pets.list failed: 413 Payload Too Large: limit 250 [request 6f3]",
            "",
        ),
        (
            400,
            r#"{"errors":[{"status":400,"title":"Bad name","message":"jane"}]}"#,
            "v1.pets.list failed: 400 Bad Request: Bad name [request 6f3]",
            "; jane",
        ),
        (403, r#"{"error":"no scope"}"#, "v1.pets.list failed: 403 Forbidden: no scope [request 6f3]", ""),
        (509, "", "v1.pets.list failed: 509 [request 6f3]", ""),
        (502, "<html>jane</html>", "v1.pets.list failed: 502 Bad Gateway [request 6f3]", ""),
        (422, r#"{"errors":{},"title":""}"#, "v1.pets.list failed: 422 Unprocessable Entity [request 6f3]", ""),
        (500, r#"{"title":"a\nb\u001b"}"#, "v1.pets.list failed: 500 Internal Server Error: a b  [request 6f3]", ""),
    ] {
        let error = api(status, body);
        assert_eq!(error.to_string(), short);
        assert_eq!(format!("{error:#}"), format!("{short}{long}"));
        assert!(!format!("{error:?}").contains("jane"));
        assert_eq!(error.body().unwrap(), body);
    }
    assert_eq!(api(422, full).field_keys(), ["0.email", "b"]);
    assert_eq!(api(422, full).title(), Some("Update failed."));
}

/// Errors as OpenAI, Google, FastAPI and RFC 9457 have them, each with the paths of its schema.
#[test]
fn errors_of_any_shape_are_read_by_their_paths() {
    let keys = |detail, code| ProblemKeys { title: &["title"], keys: &[], detail, code };
    let of_error = || keys(&["detail", "error.message"], &["error.code"]);
    for (names, body, title, message, code, details) in [
        (
            of_error(),
            json!({"error": {"message": "No such model.", "code": "model_not_found"}}),
            None,
            Some("No such model."),
            Some("model_not_found"),
            vec![],
        ),
        (of_error(), json!({"error": {"message": "No.", "code": 7}}), None, Some("No."), Some("7"), vec![]),
        (of_error(), json!({"error": {"message": "No.", "code": null}}), None, Some("No."), None, vec![]),
        (
            of_error(),
            json!({"title": "Out of credit", "detail": "It costs 50."}),
            Some("Out of credit"),
            None,
            None,
            vec!["It costs 50."],
        ),
        (of_error(), json!("Not here."), None, Some("Not here."), None, vec![]),
        (of_error(), json!({"error": "No."}), None, None, None, vec![]),
        (
            keys(&["detail.msg"], &["code"]),
            json!({"detail": [{"msg": "field required", "loc": ["body"]}, {"loc": []}, {"msg": "too long"}]}),
            None,
            Some("field required"),
            None,
            vec!["too long"],
        ),
        (keys(&["errors"], &["code"]), json!({"errors": ["One.", "Two."]}), None, Some("One."), None, vec!["Two."]),
    ] {
        let problem = Problem::read(&names, body.to_string().as_bytes(), &SentValues::default());
        let found = (problem.title.as_deref(), problem.message.as_deref(), problem.code.as_deref());
        assert_eq!(found, (title, message, code), "{body}");
        assert_eq!(problem.details.iter().map(|detail| &detail.text).collect::<Vec<_>>(), details, "{body}");
    }
}

#[test]
fn codes_are_shown_unless_they_repeat_the_status_or_what_was_sent() {
    for (status, code, expected) in [
        (401, json!("invalid_key"), "401 Unauthorized: No. (code invalid_key)"),
        (404, json!(404), "404 Not Found: No."),
        (409, json!("Tanabe"), "409 Conflict: No. (code ***)"),
    ] {
        let error = after(json!({"name": "Tanabe"}), status, &json!({"title": "No.", "code": code}));
        assert_eq!(error.to_string(), format!("v1.pets.list failed: {expected} [request 6f3]"));
    }
}

/// Returns the error of a call that sent these fields.
fn after(sent: serde_json::Value, status: u16, body: &serde_json::Value) -> Error {
    let mut request = sample::request(&LIST);
    request.set_unchecked_json(&sent);
    let response = RawResponse { body: body.to_string().into(), sent: request.sent_values(), ..response(status, "") };
    response.refused(&LIST, None)
}

#[test]
fn fields_of_the_request_are_named_and_others_counted() {
    let sent = json!([{"email": "jane@example.com", "a": {"b_1": [1, 2]}}, {}]);
    for (errors, expected) in [
        (json!({"0.email": 1}), " (fields: 0.email)"),
        (json!({"0.a.b_1": 1, "1.email": 1, "a": 1}), " (fields: 0.a.b_1, 1.email, a)"),
        (
            json!({"a[0].b_1": 1, "2": 1, ".pet_list": 1, "/data/0/email": 1}),
            " (fields: .pet_list, 2, a[0].b_1, and 1 more)",
        ),
        // An index beyond all items may be a phone number.
        (json!({"5550123.email": 1, "email": 1}), " (fields: email, and 1 more)"),
        (json!({"Tanabe": 1, "0.jane@example.com": 1}), " (fields: 2 that the request does not name)"),
        (json!({}), ""),
    ] {
        let error = after(sent.clone(), 422, &json!({"title": "No.", "errors": errors}));
        let expected = format!("v1.pets.list failed: 422 Unprocessable Entity: No.{expected} [request 6f3]");
        assert_eq!(error.to_string(), expected, "{errors}");
    }
    let keys: Vec<String> = (b'a'..=b'l').map(|letter| char::from(letter).to_string()).collect();
    let all: serde_json::Map<_, _> = keys.into_iter().map(|key| (key, json!(1))).collect();
    let error = after(json!(all), 422, &json!({"errors": all}));
    assert!(error.to_string().contains("(fields: a, b, c, d, e, f, g, h, i, j, and 2 more)"), "{error}");
}

/// 20 MB of detail are not shown, nor half of an address at the end.
#[test]
fn a_long_detail_is_cut_and_counted() {
    let email = "jane.roe@example.com";
    for (before, length, more) in [
        (4_090, 20 << 20, "20,967,407"),
        (0, 10_000, "5,887"),
        (4_080, 10_000, "5,887"),
        (4_095, 10_000, "5,885"),
        (4_096, 10_000, "5,904"),
    ] {
        let mut detail = format!("{}{email}", "x".repeat(before));
        detail.push_str(&"y".repeat(length - detail.len()));
        let error = after(json!({"email": email}), 500, &json!({"title": "No.", "detail": detail}));
        let text = format!("{error:#}");
        assert!(text.len() < 4_096 + 200 && !text.contains("jane"), "{}", text.len());
        assert!(text.ends_with(&format!("… and {more} bytes more")), "{before}: {}", &text[4_000..]);
        assert_eq!(text.matches("***").count(), usize::from(before < 4_096), "{before}");
    }
    let error = after(json!({}), 500, &json!({"title": "No.", "detail": "y".repeat(4_096)}));
    assert!(format!("{error:#}").ends_with("yyy"));
}

#[test]
fn each_kind_says_what_happened() {
    let decode = |path: Option<&str>| {
        let failure =
            DecodeFailure { path: path.map(str::to_owned), message: "expected i64".to_owned(), hides_success: false };
        let RawResponse { meta, body, .. } = response(200, "[]");
        Error::decode(&LIST, meta, body, failure)
    };
    let violation = Violation::new(At::Root("limit"), "300, must be 1 to 250");
    for (error, kind, text) in [
        (Error::configuration("`shop` is not set"), ErrorKind::Configuration, "`shop` is not set"),
        (
            Error::invalid_request(&violation).of(&LIST),
            ErrorKind::InvalidRequest,
            "v1.pets.list was not sent: limit: 300, must be 1 to 250",
        ),
        (
            decode(Some("data[3].id")),
            ErrorKind::Decode,
            "v1.pets.list failed: cannot decode the response (200 OK) at data[3].id: expected i64 [request 6f3]",
        ),
        (
            decode(None),
            ErrorKind::Decode,
            "v1.pets.list failed: cannot decode the response (200 OK): expected i64 [request 6f3]",
        ),
    ] {
        assert_eq!((error.kind(), error.to_string().as_str()), (kind, text));
        assert!(error.source().is_none());
    }
    assert_eq!(decode(Some("x")).decode_path(), Some("x"));
    assert_eq!(decode(None).body().unwrap(), "[]");
}

#[test]
fn http_failures_hide_the_url() {
    let failed = reqwest::Client::new().get("https://example.com:99999/?email=jane").build().unwrap_err();
    let error = Error::http(failed, None).of(&LIST);
    assert_eq!(
        (error.kind(), error.to_string().as_str()),
        (ErrorKind::Transport, "v1.pets.list failed: the request cannot be sent")
    );
    assert!(!format!("{error:?} {}", error.source().unwrap()).contains("jane"));
}

/// The error of an application, as people define it.
#[derive(Debug)]
enum Failure {
    Api(Error),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Api(error)
    }
}

#[test]
fn one_conversion_takes_every_error_and_keeps_its_typed_body() {
    fn call() -> Result<(), Error> {
        const OWNER: &str = r#"{"name":"Jane","phone":null}"#;
        let body = ErrorResponse::of(LIST.errors, 404).unwrap().read(&Bytes::from_static(OWNER.as_bytes()));
        Err(response(404, OWNER).refused(&LIST, body))
    }
    fn application() -> Result<(), Failure> {
        call()?;
        Ok(())
    }
    fn assert_portable<T: Send + Sync + 'static>(_: &T) {}
    let Failure::Api(error) = application().unwrap_err();
    assert_eq!(error.status(), Some(StatusCode::NOT_FOUND));
    assert_eq!(error.api::<Owner>().unwrap().name, "Jane");
    assert!(error.api::<serde_json::Value>().is_none(), "another type than the declared one");
    assert_eq!(error.json::<serde_json::Value>().unwrap()["name"], "Jane");
    assert_eq!(size_of::<Error>(), size_of::<usize>());
    assert_portable(&error);
    assert_eq!(error.into_api::<Owner>().unwrap().name, "Jane");
}

#[test]
fn what_is_not_the_declared_body_is_none_of_a_type() {
    let error = api(404, "<html>");
    assert!(error.api::<Owner>().is_none() && error.json::<Owner>().is_none());
    assert_eq!(error.body().unwrap(), "<html>");
    assert!(error.into_api::<Owner>().is_none());
    assert!(Error::configuration("`shop` is not set").json::<Owner>().is_none(), "there was no response");
}
