//! Parts of bodies, byte by byte, as RFC 7578 and RFC 2387 have them.

use openapi_client_runtime::{Base64, ErrorKind, FilePart};
use serde_json::json;

use super::server::{Wire, header};
use crate::documents::files;
use crate::documents::files::api::zoo::Meta;

fn client(wire: &Wire) -> files::Client {
    files::Client::builder().base_url(wire.address.as_str()).build().unwrap()
}

/// The media type of the only request without its boundary, and its parts: headers and body.
fn parts(wire: &Wire) -> (String, Vec<String>) {
    let request = wire.only();
    let media_type = header(&request, "content-type").unwrap();
    let (before, boundary) = media_type.split_once("; boundary=").unwrap();
    let (boundary, after) = boundary.split_once(';').map_or((boundary, ""), |(boundary, after)| (boundary, after));
    let body = request.split_once("\r\n\r\n").unwrap().1;
    let body = body.strip_suffix(&format!("--{boundary}--\r\n")).unwrap();
    let delimiter = format!("--{boundary}\r\n");
    let parts = body.split(&delimiter).skip(1);
    (format!("{before};{after}"), parts.map(|part| part.strip_suffix("\r\n").unwrap().to_owned()).collect())
}

fn form(name: &str, rest: &str) -> String {
    format!("Content-Disposition: form-data; name=\"{name}\"{rest}")
}

fn file(name: &str, media_type: &str, rest: &str) -> String {
    form(name, &format!("; filename=\"{name}\"\r\nContent-Type: {media_type}{rest}"))
}

#[tokio::test]
async fn parts_have_the_types_and_headers_that_are_declared() {
    let wire = Wire::new();
    let client = client(&wire);
    let call = client.api().zoo().add_photo("PDF", "cat", "PNG", "Tilda", "en");
    let call = call
        .text("<b>")
        .doc_x_pages(7)
        .more([FilePart::from("1"), FilePart::new("2").content_type("image/jpeg")])
        .scan(vec![b'T'])
        .either("E")
        .maybe("M")
        .bare("B")
        .data(json!({"a": [1]}))
        .encoded(Base64::from(b"zoo"));
    call.await.unwrap();
    let (media_type, found) = parts(&wire);
    assert_eq!(media_type, "multipart/form-data;");
    let expected = [
        form("title", "\r\nContent-Type: text/plain; charset=utf-8\r\nX-Language: en\r\n\r\nTilda"),
        file("image", "image/png", "\r\n\r\nPNG"),
        file("doc", "application/pdf", "\r\nX-Kind: cat\r\nX-Pages: 7\r\n\r\nPDF"),
        file("more", "application/octet-stream", "\r\n\r\n1"),
        file("more", "image/jpeg", "\r\n\r\n2"),
        file("scan", "image/tiff", "\r\n\r\nT"),
        file("either", "application/octet-stream", "\r\n\r\nE"),
        file("maybe", "application/octet-stream", "\r\n\r\nM"),
        file("bare", "application/octet-stream", "\r\n\r\nB"),
        form("data", "\r\nContent-Type: application/json\r\n\r\n{\"a\":[1]}"),
        form("text", "\r\n\r\n<b>"),
        form("encoded", "\r\n\r\nem9v"),
    ];
    assert_eq!(found, expected);

    let image = FilePart::new("GIF").content_type("image/gif").file_name("a.gif");
    client.api().zoo().add_photo("PDF", "cat", image, "Tilda", "en").await.unwrap();
    let expected = form("image", "; filename=\"a.gif\"\r\nContent-Type: image/gif\r\n\r\nGIF");
    assert_eq!(parts(&wire).1[1], expected);
}

#[tokio::test]
async fn headers_of_parts_are_checked() {
    let wire = Wire::new();
    let client = client(&wire);
    for (kind, language, message) in [
        ("lion", "en", "X-Kind: 4 characters, must be 0 to 3"),
        ("cat", "e\nn", "X-Language: has characters that no header can carry"),
    ] {
        let error = client.api().zoo().add_photo("PDF", kind, "PNG", "Tilda", language).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        assert!(error.to_string().ends_with(message), "{error}");
    }
    assert!(wire.take().is_empty());
}

#[tokio::test]
async fn parts_that_are_no_form_have_ids_and_types() {
    let wire = Wire::new();
    let client = client(&wire);
    let meta = || Meta::new().name("Tilda");
    client.api().zoo().add_video("MP4", meta()).await.unwrap();
    let (media_type, found) = parts(&wire);
    assert_eq!(media_type, "multipart/related; type=\"application/json\"");
    let json = "Content-ID: <meta>\r\nContent-Type: application/json\r\n\r\n{\"name\":\"Tilda\"}";
    assert_eq!(found, [json, "Content-ID: <data>\r\nContent-Type: video/mp4\r\n\r\nMP4"]);

    client.api().zoo().put_video_as_mixed().meta(meta()).await.unwrap();
    assert_eq!(parts(&wire), ("multipart/mixed;".to_owned(), vec![json.to_owned()]));
    client.api().zoo().put_video().meta(meta()).await.unwrap();
    let json = form("meta", "\r\nContent-Type: application/json\r\n\r\n{\"name\":\"Tilda\"}");
    assert_eq!(parts(&wire), ("multipart/form-data;".to_owned(), vec![json]));
}
