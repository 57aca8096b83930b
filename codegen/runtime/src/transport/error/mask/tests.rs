use base64::prelude::BASE64_STANDARD;
use serde_json::json;

use super::*;
use crate::{sample, transport::call_options::CallOptions, wire::spec::ListStyle};

fn sent(values: &[&str]) -> SentValues {
    let mut request = sample::request(&sample::LIST);
    request.set_unchecked_json(values);
    request.sent_values()
}

#[test]
fn every_spelling_of_a_value_is_replaced() {
    let email = "Jürgen.O\"Neil+1@example.org";
    let sent = sent(&[email, "12 Long Road", "4107", "Straße 7", "true"]);
    let mask = Mask::of(&sent);
    for (text, expected) in [
        ("for Jürgen.O\"Neil+1@example.org: taken", "for ***: taken"),
        ("JÜRGEN.O\"NEIL+1@EXAMPLE.ORG", "***"),
        ("STRASSE 7, straße 7", "***, ***"),
        ("J%C3%BCrgen.O%22Neil%2B1%40example.org", "***"),
        ("j%c3%9crgen.o\"neil%2b1@example.org&", "***&"),
        (r#"{"a":"J\u00fcrgen.O\"Neil+1@example.org"}"#, r#"{"a":"***"}"#),
        ("12+Long%20Road 12%20Long%20Road 12+long+road", "*** *** ***"),
        // Base64, alone or within other text, in either alphabet, and at any offset.
        ("<SsO8cmdlbi5PIk5laWwrMUBleGFtcGxlLm9yZw==>", "<***>"),
        ("token:SsO8cmdlbi5PIk5laWwrMUBleGFtcGxlLm9yZw", "token:***"),
        ("eyJlbWFpbCI6IDQxMDd9", "***"),
        ("x/MTIgTG9uZyBSb2Fk", "***"),
        ("id 4107, 4107.", "id ***, ***."),
        // A number does not occur within another; a short text or a flag is not hidden.
        ("41070 14107 true False", "41070 14107 true False"),
        ("12 Long Roa", "12 Long Roa"),
        ("%", "%"),
        ("%zz %C3 100% \\", "%zz %C3 100% \\"),
        ("a\nb\u{1b}c", "a b c"),
    ] {
        assert_eq!(mask.text(text, usize::MAX), expected, "{text}");
    }
}

#[test]
fn a_value_of_any_length_is_replaced_in_base64() {
    let email = "anna.roe@a-rather-long-domain.example.org";
    for length in SHORTEST..=email.len() {
        let value = &email[..length];
        let encoded = BASE64_STANDARD.encode(value);
        assert_eq!(Mask::of(&sent(&[value])).text(&encoded, usize::MAX), HIDDEN, "{value}");
    }
}

#[test]
fn the_longest_value_counts() {
    let sent = sent(&["anna", "anna.roe", "anna.roe@example.org"]);
    let mask = Mask::of(&sent);
    assert_eq!(mask.text("anna.roe@example.org anna.roe@ annabel", usize::MAX), "*** ***@ ***bel");
}

#[test]
fn values_come_from_all_of_a_request() {
    let mut request = sample::request(&sample::GET).path("petId", "in-path").path("owner", "a b/c");
    request.set_query("limit", "in-query");
    request.set_filter("id:in", ["one-of", "several"], ListStyle::Comma);
    request.set_header("x-a", "in-header");
    request.set_cookie("c", "in cookie");
    request.set_options(CallOptions::new().header("authorization", "Bearer of-call").correlation_id("job-1234"));
    request
        .set_unchecked_json(&json!({"key_of_a_field": {"x": ["in \"body", 12345, 0.125, -1e30]}, "a@b.example": null}));
    let sent = request.sent_values();
    let mask = Mask::of(&sent);
    for value in [
        "in-path",
        "a b/c",
        "in-query",
        "one-of",
        "several",
        "in-header",
        "in cookie",
        "of-call",
        "job-1234",
        "in \"body",
        "12345",
        "0.125",
        "hush-hush",
    ] {
        assert_eq!(mask.text(&format!("<{value}>"), usize::MAX), "<***>", "{value}");
    }
    for name in ["petId", "limit", "id:in", "id", "x-a", "key_of_a_field", "0.key_of_a_field.x.3", "pets"] {
        assert!(mask.knows(name), "{name}");
    }
    for name in ["a@b.example", "y", "5", "", ".", "_", "0.a b"] {
        assert!(!mask.knows(name), "{name}");
    }
}

#[test]
fn values_come_from_forms_parts_and_calls_that_the_specification_does_not_have() {
    let form = sample::request(&sample::LIST)
        .content_of("application/x-www-form-urlencoded", "a=in+form&b=%7B%22c%22%3A%22in%20json%22%7D");
    let mut parts = sample::request(&sample::LIST);
    parts.set_part("d", &"in part".to_owned(), "");
    parts.set_file("e", crate::types::file_part::FilePart::new("bytes").file_name("anna.pdf"));
    let mut raw = sample::request(&sample::LIST);
    raw.set_target("/brands/in%20path".to_owned());
    raw.push_target_query("f", "in query");
    for (request, values, names) in [
        (form, &["in json"][..], &["a", "b", "c"][..]),
        (parts, &["in part", "anna.pdf"], &["d", "e"]),
        (raw, &["in path", "in query", "brands"], &["f"]),
    ] {
        let sent = request.sent_values();
        let mask = Mask::of(&sent);
        for value in values {
            assert_eq!(mask.text(&format!("<{value}>"), usize::MAX), "<***>", "{value}");
        }
        assert!(names.iter().all(|name| mask.knows(name)), "{names:?}");
    }
}

/// Many values and a long text take one pass: anything slower would not end.
#[test]
fn many_values_in_a_long_text_cost_little() {
    let values: Vec<String> = (0..20_000).map(|n| format!("anna.roe.{n}@example.org")).collect();
    let values: Vec<&str> = values.iter().map(String::as_str).collect();
    let text = "anna.roe.77777@example.org, ".repeat(2_000);
    assert_eq!(Mask::of(&sent(&values)).text(&text, usize::MAX), text);
}
