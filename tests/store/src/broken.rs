//! Bodies that a fault has modified.

use std::io::Write as _;

use flate2::write::{DeflateEncoder, GzEncoder};
use flate2::{Compress, Compression, Crc, FlushCompress};

/// Returns an empty array with this many megabytes of white space in it, compressed.
pub(super) fn gzip_bomb(megabytes: usize) -> Vec<u8> {
    const HEAD: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];
    let spaces = vec![b' '; 1 << 20];
    // After a full flush, deflated data does not depend on what precedes it, so one megabyte is compressed once and
    // repeated.
    let (begin, middle, end) = (flushed(b"{\"data\":["), flushed(&spaces), deflated(b"],\"meta\":{}}"));
    let (mut sum, of_spaces) = (crc(b"{\"data\":["), crc(&spaces));
    let mut bomb = [&HEAD[..], &begin].concat();
    for _ in 0..megabytes {
        bomb.extend_from_slice(&middle);
        sum.combine(&of_spaces);
    }
    sum.combine(&crc(b"],\"meta\":{}}"));
    bomb.extend_from_slice(&end);
    bomb.extend_from_slice(&sum.sum().to_le_bytes());
    bomb.extend_from_slice(&sum.amount().to_le_bytes());
    bomb
}

fn crc(bytes: &[u8]) -> Crc {
    let mut crc = Crc::new();
    crc.update(bytes);
    crc
}

fn flushed(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len() + 64);
    // Writing into a buffer does not fail.
    let _ = Compress::new(Compression::default(), false).compress_vec(bytes, &mut out, FlushCompress::Full);
    out
}

fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

/// Compresses a body, for a client that accepts it.
pub(super) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(bytes.len() / 4), Compression::fast());
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

/// Turns the first `id` into an object.
pub(super) fn wrong_type(body: &[u8]) -> Vec<u8> {
    const ID: &[u8] = b"\"id\":";
    let Some(start) = body.windows(ID.len()).position(|window| window == ID) else { return body.to_vec() };
    let (front, rest) = body.split_at(start + ID.len());
    let end = rest.iter().position(|byte| b",}".contains(byte)).unwrap_or(rest.len());
    let (id, behind) = rest.split_at(end);
    [front, b"{\"value\":", id, b"}", behind].concat()
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    #[test]
    fn a_bomb_is_small_and_expands_to_valid_json() {
        let bomb = super::gzip_bomb(40);
        assert!(bomb.len() < 80_000, "{}", bomb.len());
        let mut text = String::new();
        flate2::read::GzDecoder::new(&bomb[..]).read_to_string(&mut text).unwrap();
        assert_eq!(text.len(), (40 << 20) + 21);
        assert_eq!(serde_json::from_str::<serde_json::Value>(&text).unwrap()["data"], serde_json::json!([]));
    }

    #[test]
    fn the_first_id_becomes_an_object() {
        assert_eq!(super::wrong_type(br#"{"id":7,"x":1}"#), br#"{"id":{"value":7},"x":1}"#);
        assert_eq!(super::wrong_type(br#"{"x":1}"#), br#"{"x":1}"#);
    }
}
