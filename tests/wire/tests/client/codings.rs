//! How responses may be compressed.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may panic")]

use std::io::Write as _;

use generated_client::reqwest::Method;
use generated_client::test_util::{Reply, Script};
use generated_client::v3::customers::CustomerUpdate;
use generated_client::{Client, ErrorKind};
use serde_json::Value;
use test_support::{STORE, TOKEN, Wire};

const PAGE: &[u8] = br#"{"data":[{"id":7,"email":"mira@example.org"}],"meta":{}}"#;

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    gzip.write_all(bytes).unwrap();
    gzip.finish().unwrap()
}

fn members(bytes: &[u8], size: usize) -> Vec<u8> {
    bytes.chunks(size).flat_map(gzip).collect()
}

/// Returns an empty page, padded beyond any buffer with white space that compresses badly.
fn long_page() -> Vec<u8> {
    let noise = (0..200_000_u32).map(|n| [b' ', b'\n', b'\t', b'\r'][(n.wrapping_mul(2_654_435_761) >> 30) as usize]);
    [&br#"{"data":[],"meta":{}}"#[..], &noise.collect::<Vec<u8>>()].concat()
}

#[tokio::test]
async fn gzip_in_any_spelling_and_number_is_read() {
    let twice = gzip(&gzip(PAGE));
    let padded = [&gzip(PAGE)[..], &[0; 512]].concat();
    for (coding, body) in [
        ("gzip", gzip(PAGE)),
        ("GZIP", gzip(PAGE)),
        ("x-gzip", gzip(PAGE)),
        (" Gzip ,", gzip(PAGE)),
        ("gzip", members(PAGE, 10)),
        ("X-GZip", members(PAGE, 1)),
        ("gzip, gzip", twice.clone()),
        ("gzip\r\ncontent-encoding: identity, gzip", twice),
        ("identity", PAGE.to_vec()),
        ("", PAGE.to_vec()),
        // Like gunzip.
        ("gzip", padded),
        ("gzip", [&members(PAGE, 20)[..], b"what is this?"].concat()),
    ] {
        let encoding = format!("content-encoding: {coding}");
        let wire = Wire::responding(&[Wire::response(200, &[&encoding], &body)]);
        let expected: Value = serde_json::from_slice(PAGE).unwrap();
        let fetch = |client: Client| client.v3().raw(Method::GET, "/people").fetch::<Value>();
        let page = fetch(wire.client()).await.unwrap_or_else(|error| panic!("{coding:?}: {error}"));
        assert_eq!(*page, expected, "{coding}");
        assert!(!page.headers().contains_key("content-encoding"), "{coding}");
        // The same from a layer, in place of a server.
        let script = Script::new();
        script.push(
            Reply::new(200).header("content-encoding", coding.split('\r').next().unwrap()).bytes(body).in_pieces(1),
        );
        let client = Client::builder(STORE, TOKEN).script(&script).build().unwrap();
        if !coding.contains('\r') {
            assert_eq!(*fetch(client).await.unwrap(), expected, "{coding}");
        }
    }
    for size in [100, 1_000, 65_536, 1_000_000] {
        let response = Wire::response(200, &["content-encoding: gzip"], members(&long_page(), size));
        assert!(Wire::responding(&[response]).client().v3().customers().list().await.unwrap().data.is_empty());
    }
}

#[tokio::test]
async fn a_coding_that_is_not_known_is_named() {
    for (coding, name) in [
        ("br", "br"),
        ("zstd", "zstd"),
        ("gzip, deflate", "deflate"),
        ("gzip, gzip, gzip, gzip", "gzip, gzip, gzip, gzip"),
        ("mira@example.org", "<coding>"),
    ] {
        let encoding = format!("content-encoding: {coding}");
        let response = |status| Wire::response(status, &[&encoding], "\u{1}\u{2}no text");
        let why = format!("is encoded with `{name}`, which this client cannot decode");
        let client = Wire::responding(&[response(200)]).client();
        let error = client.v3().customers().list().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert!(error.to_string().contains(&format!("(200 OK): it {why}")), "{error}");
        let error = client.v3().customers().update([CustomerUpdate::new(1)]).await.unwrap_err();
        assert!(error.to_string().contains(&why) && error.may_have_taken_effect(), "{error}");
        // An error keeps its status.
        let error = Wire::responding(&[response(422)]).client().v3().customers().list().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Api);
        assert!(format!("{error:#}").ends_with(&format!("; the response {why}")), "{error:#}");
    }
    // Without a body, nothing is decoded.
    for coding in ["br", "gzip"] {
        let head = format!("HTTP/1.1 204 No Content\r\nconnection: close\r\ncontent-encoding: {coding}\r\n\r\n");
        Wire::responding(&[head]).client().v3().customers().delete([1]).await.unwrap();
        let empty = Wire::response(200, &[&format!("content-encoding: {coding}")], "");
        let error = Wire::responding(&[empty]).client().v3().customers().list().await.unwrap_err();
        assert!(!error.to_string().contains("encoded"), "{error}");
    }
}

#[tokio::test]
async fn gzip_that_is_none_or_not_whole_is_named() {
    let whole = gzip(PAGE);
    let mut wrong_sum = whole.clone();
    wrong_sum[whole.len() - 6] ^= 1;
    let cut = |length: usize| whole[..length].to_vec();
    for (name, body) in [
        ("plain", PAGE.to_vec()),
        ("wrong checksum", wrong_sum),
        ("cut in the head", cut(5)),
        ("cut in the data", cut(30)),
        ("cut in the checksum", cut(whole.len() - 1)),
        ("cut in the second member", [gzip(b" "), cut(30)].concat()),
    ] {
        let response = Wire::response(200, &["content-encoding: gzip"], body);
        let error = Wire::responding(&[response]).client().v3().customers().list().await.unwrap_err();
        assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Transport, 200), "{name}");
        assert!(error.to_string().contains("not valid gzip"), "{name}: {error}");
    }
}
