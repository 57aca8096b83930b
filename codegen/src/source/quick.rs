//! A fast path for JSON as machines write it, which produces the same events as the YAML parser.
//!
//! JSON is YAML, but a YAML parser cannot know what a brace begins until it ends: `{…}` might be a key. It therefore
//! buffers the tokens of the whole document before it returns the first one.
//!
//! Crates that read JSON with locations build trees of their own, and only from text that is valid JSON to its end.
//! This module passes its events to the builder for YAML, so that the nodes are the same either way, and falls back to
//! the YAML parser if the text is not JSON.

use std::borrow::Cow;

use super::scalar;
use super::tree::Scalar;
use super::yaml::{Builder, Kind};

/// Passes the events to the builder. `None` if the text is not JSON and must be read from the beginning as YAML.
/// Otherwise, whether the document is complete.
pub(super) fn read(builder: &mut Builder<'_>, text: &str) -> Option<bool> {
    let mut reader = Reader { text, at: 0 };
    let mut open = Vec::new();
    reader.skip_blanks();
    loop {
        let start = reader.at;
        match reader.peek()? {
            begin @ (b'{' | b'[') => {
                let kind = if begin == b'{' { Kind::Map } else { Kind::List };
                if !builder.open(start..start + 1, 0, kind) {
                    return Some(false);
                }
                open.push(kind);
                reader.at += 1;
                reader.skip_blanks();
                if !reader.is_at(end_of(kind)) {
                    reader.key(builder, kind)?;
                    continue;
                }
            }
            b'"' => {
                let text = reader.string()?;
                builder.scalar(&Scalar::Text(text), start..reader.at, 0);
            }
            _ => builder.scalar(&reader.plain()?, start..reader.at, 0),
        }
        // Several collections may end here.
        loop {
            reader.skip_blanks();
            let Some(kind) = open.last().copied() else { return reader.is_at_end().then_some(true) };
            if reader.is_at(b',') {
                reader.at += 1;
                reader.skip_blanks();
                reader.key(builder, kind)?;
                break;
            }
            if !reader.is_at(end_of(kind)) {
                return None;
            }
            reader.at += 1;
            builder.close(reader.at);
            open.pop();
        }
    }
}

fn end_of(kind: Kind) -> u8 {
    match kind {
        Kind::Map => b'}',
        Kind::List => b']',
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn is_at(&self, byte: u8) -> bool {
        self.peek() == Some(byte)
    }

    fn is_at_end(&self) -> bool {
        self.at == self.text.len()
    }

    fn skip_blanks(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.at += 1;
        }
    }

    /// In a map, reads the key and the colon before a value.
    fn key(&mut self, builder: &mut Builder<'_>, kind: Kind) -> Option<()> {
        if kind == Kind::Map {
            let start = self.at;
            let key = self.string()?;
            builder.take_key(&key, &(start..self.at));
            self.skip_blanks();
            self.is_at(b':').then_some(())?;
            self.at += 1;
            self.skip_blanks();
        }
        Some(())
    }

    fn string(&mut self) -> Option<Cow<'a, str>> {
        let start = self.at;
        self.is_at(b'"').then_some(())?;
        self.at += 1;
        let mut escaped = false;
        loop {
            match self.peek()? {
                b'"' => break,
                b'\\' => {
                    escaped = true;
                    self.at += 2;
                }
                0..=0x1f => return None,
                _ => self.at += 1,
            }
        }
        self.at += 1;
        match escaped {
            true => serde_json::from_str(self.text.get(start..self.at)?).ok().map(Cow::Owned),
            false => self.text.get(start + 1..self.at - 1).map(Cow::Borrowed),
        }
    }

    fn plain(&mut self) -> Option<Scalar<'a>> {
        let rest = self.text.get(self.at..)?;
        let length = rest.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(byte)).count();
        let word = rest.get(..length)?;
        let is_json = matches!(word, "true" | "false" | "null") || scalar::is_json_number(word);
        is_json.then_some(())?;
        self.at += length;
        Some(scalar::plain(word))
    }
}
