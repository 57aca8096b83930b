use super::*;
use crate::sample;

static PLAIN: Operation = Operation::new(&sample::API);
static RELATED: Operation = Operation {
    content_type: "multipart/related",
    parts: &[("meta", ""), ("photo", "image/png"), ("more", "")],
    ..Operation::new(&sample::API)
};

fn text(parts: &[Part]) -> (String, String) {
    let (body, content_type) = encode(parts, &[], &PLAIN);
    (String::from_utf8(body).unwrap(), content_type)
}

#[test]
fn parts_are_written_as_the_rfc_says() {
    let photo = FilePart::new("PNG").file_name("a \"lion\"\r\n.png").content_type("image/png");
    let mut parts = vec![Part::file("photo", photo), Part::file("plain", "x".into())];
    for (json, content_type) in [
        (r#""Nia""#, ""),
        ("7.0", ""),
        (r#"["a", "b"]"#, ""),
        (r#"{"x": 1}"#, ""),
        (r#"{"x": 1}"#, "application/vnd.zoo+json"),
        ("null", ""),
    ] {
        parts.extend(Part::values("field", json, content_type).unwrap());
    }
    let (body, content_type) = text(&parts);
    assert_eq!(content_type, "multipart/form-data; boundary=part-of-the-body");
    let expected = "\
        --part-of-the-body\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a %22lion%22%0D%0A.png\"\r\n\
        Content-Type: image/png\r\n\r\nPNG\r\n\
        --part-of-the-body\r\nContent-Disposition: form-data; name=\"plain\"; filename=\"plain\"\r\n\
        Content-Type: application/octet-stream\r\n\r\nx\r\n\
        --part-of-the-body\r\nContent-Disposition: form-data; name=\"field\"\r\n\r\nNia\r\n\
        --part-of-the-body\r\nContent-Disposition: form-data; name=\"field\"\r\n\r\n7\r\n\
        --part-of-the-body\r\nContent-Disposition: form-data; name=\"field\"\r\n\r\na\r\n\
        --part-of-the-body\r\nContent-Disposition: form-data; name=\"field\"\r\n\r\nb\r\n\
        --part-of-the-body\r\nContent-Disposition: form-data; name=\"field\"\r\nContent-Type: application/json\r\n\r\n\
        {\"x\": 1}\r\n\
        --part-of-the-body\r\nContent-Disposition: form-data; name=\"field\"\r\n\
        Content-Type: application/vnd.zoo+json\r\n\r\n{\"x\": 1}\r\n\
        --part-of-the-body--\r\n";
    assert_eq!(body, expected);
}

#[test]
fn the_boundary_is_in_none_of_the_parts() {
    let parts = [Part::file("a", "--part-of-the-body--".into()), Part::file("b", "part-of-the-body-1".into())];
    assert!(text(&parts).1.ends_with("boundary=part-of-the-body-2"));
}

/// RFC 2387, section 3: the first part is the root, and `type` its media type.
#[test]
fn related_parts_are_in_order_and_have_their_types() {
    let mut parts =
        vec![Part::file("more", FilePart::new("x").content_type("text/csv")), Part::file("photo", "PNG".into())];
    parts.extend(Part::values("meta", r#"{"a": 1}"#, "").unwrap());
    let headers =
        [("photo", "X-Kind", HeaderValue::from_static("lion")), ("none", "X-None", HeaderValue::from_static("1"))];
    let (body, content_type) = encode(&parts, &headers, &RELATED);
    assert_eq!(content_type, "multipart/related; boundary=part-of-the-body; type=\"application/json\"");
    let expected = "\
        --part-of-the-body\r\nContent-ID: <meta>\r\nContent-Type: application/json\r\n\r\n{\"a\": 1}\r\n\
        --part-of-the-body\r\nContent-ID: <photo>\r\nContent-Type: image/png\r\nX-Kind: lion\r\n\r\nPNG\r\n\
        --part-of-the-body\r\nContent-ID: <more>\r\nContent-Type: text/csv\r\n\r\nx\r\n\
        --part-of-the-body--\r\n";
    assert_eq!(String::from_utf8(body).unwrap(), expected);
}
