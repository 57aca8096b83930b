//! The maximum length of a URL.

use reqwest::Url;

use super::{QueryText, Request};
use crate::types::{
    check::{At, Violation},
    value,
};

/// The longest URL that the HTTP client can send.
const MOST_BYTES: usize = 65_534;

impl Request {
    /// Checks that a URL can be sent; the error names the parameter that makes it too long.
    pub(crate) fn check_length(&self, url: &Url) -> Result<(), Violation> {
        let total = url.as_str().len();
        if total <= MOST_BYTES {
            return Ok(());
        }
        let lengths = self.query.iter().map(|(name, text)| (*name, query_length(text)));
        let path = self.path_texts().map(|(name, text)| (name, value::query_length(text)));
        let whole = [("query", url.query().map_or(0, str::len)), ("path", url.path().len())];
        let longest = lengths.chain(path).max_by_key(|(_, length)| *length);
        // A raw call does not know its parameters.
        let longest = longest.or_else(|| whole.into_iter().max_by_key(|(_, length)| *length));
        let (name, length) = longest.unwrap_or(("path", total));
        Err(Violation::new(
            At::Root(name),
            format_args!("takes {length} bytes of a URL of {total} bytes; at most {MOST_BYTES} can be sent"),
        ))
    }
}

fn query_length(text: &QueryText) -> usize {
    match text {
        QueryText::One(text) => value::query_length(text),
        QueryText::Repeated(texts) => texts.iter().map(|text| value::query_length(text)).sum(),
        QueryText::Named(pairs) => pairs.iter().map(|(name, text)| name.len() + value::query_length(text)).sum(),
    }
}
