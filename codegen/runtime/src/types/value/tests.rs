use super::*;

#[test]
fn queries_are_percent_encoded() {
    let all = "aZ09-._~:,+ &=#?%/'\"<>[]é";
    let mut url = "/pets".to_owned();
    push_query(&mut url, "id:in", "4,5,6");
    push_query(&mut url, "a b", all);
    assert_eq!(url, "/pets?id:in=4,5,6&a%20b=aZ09-._~:,%2B%20%26%3D%23%3F%25%2F%27%22%3C%3E%5B%5D%C3%A9");
    // The parser of URLs must not change it.
    let parsed = reqwest::Url::parse(&format!("https://example.com{url}")).unwrap();
    assert_eq!(&parsed.as_str()["https://example.com".len()..], url);
}

#[test]
fn path_values_stay_one_segment() {
    for (value, expected) in [
        ("12", "/pets/12/toys"),
        ("a/b?c#d%2e e:,+", "/pets/a%2Fb%3Fc%23d%252e%20e%3A%2C%2B/toys"),
        ("%2e%2e", "/pets/%252e%252e/toys"),
        ("{id}", "/pets/%7Bid%7D/toys"),
    ] {
        let path = expand("/pets/{id}/toys", |name| (name == "id").then_some(Segment::Text(value))).unwrap();
        assert_eq!(path, expected);
        let parsed = reqwest::Url::parse(&format!("https://example.com{path}")).unwrap();
        assert_eq!(parsed.path(), path);
    }
    assert_eq!(expand("/{a}/{b}", |name| (name == "a").then_some(Segment::Text("1"))), Err("b"));
    assert_eq!(expand("/plain", |_| None), Ok("/plain".to_owned()));
    for text in ["", ".", ".."] {
        assert!(segment_problem(text).is_some(), "{text}");
    }
    assert_eq!(segment_problem("..."), None);
}

#[test]
fn values_are_written_as_people_write_them() {
    let texts = [
        50.0.query_text(),
        0.1.query_text(),
        5_i64.query_text(),
        true.query_text(),
        "x".query_text(),
        DateTime::from("2024-10-30T22:30:38-0400").query_text().into_owned().into(),
        Date::new(2024, 10, 30).unwrap().query_text().into_owned().into(),
        Date::from("30.10.2024").path_text().into_owned().into(),
        Number::try_from(1.5).unwrap().path_text().into_owned().into(),
    ];
    assert_eq!(texts, ["50", "0.1", "5", "true", "x", "2024-10-30T22:30:38-0400", "2024-10-30", "30.10.2024", "1.5"]);
}

/// OpenAPI 3.0.4, `allowReserved`: as RFC 6570, 3.2.3 expands values. The examples of that section have `path` as
/// `/foo/bar` and `semi` as `;`.
#[test]
fn reserved_characters_stay_where_they_may() {
    let query = |value: &str| {
        let mut url = "/go".to_owned();
        push_reserved_query(&mut url, "a b", value);
        url
    };
    for (value, expected) in [
        ("/foo/bar", "/foo/bar"),
        (";", ";"),
        (":/?[]@!$'()*,;=", ":/?[]@!$'()*,;="),
        // They would end the value, or stand for a space.
        ("a&b", "a%26b"),
        ("a#b", "a%23b"),
        ("a+b", "a%2Bb"),
        // Encoded characters stay encoded; a lone percent sign is encoded.
        ("a%26b%c3", "a%26b%c3"),
        ("50%", "50%25"),
        ("%2", "%252"),
        ("%zz%%41", "%25zz%25%41"),
        ("a b\"<>ü", "a%20b%22%3C%3E%C3%BC"),
        ("", ""),
        ("https://a.b/c?d=e&f=g#h", "https://a.b/c?d=e%26f=g%23h"),
    ] {
        assert_eq!(query(value), format!("/go?a%20b={expected}"), "{value}");
    }
}
