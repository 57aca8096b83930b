//! Collects what a request sends, for an error that may repeat it.

use percent_encoding::percent_decode_str;

use super::{PathText, QueryText, Request};
use crate::{
    transport::sent_values::{SentNames, SentValues},
    types::{redact, secret::Secret},
};

impl Request {
    /// Collects what the request sends. This walks through all of it, and is only for failed calls.
    #[cold]
    pub(crate) fn sent_values(&self) -> SentValues {
        let mut sent = Collector::default();
        sent.add_url(self);
        sent.add_headers(self);
        sent.add_body(self);
        let Collector { values, names } = sent;
        SentValues { operation: self.operation.name, secrets: self.secrets(), values, names }
    }

    /// Returns the credentials of the client, and the secrets in the request.
    pub(crate) fn secrets(&self) -> Vec<Secret> {
        [&self.core.credentials().secrets[..], &self.secrets[..]].concat()
    }
}

#[derive(Default)]
struct Collector {
    values: Vec<String>,
    names: SentNames,
}

impl Collector {
    fn add_name(&mut self, name: &str) {
        // Other names may be personal data, such as the keys of a map.
        let is_word = |part: &str| redact::key(part) == part;
        let parts = || name.split([':', '[', ']', '.']).filter(|part| !part.is_empty());
        if parts().all(is_word) {
            self.names.names.extend([name].into_iter().chain(parts()).map(str::to_owned));
        }
    }

    fn add(&mut self, value: impl Into<String>) {
        self.values.push(value.into());
    }

    /// Adds a value that may be several.
    fn add_list(&mut self, value: &str) {
        self.add(value);
        let parts = || value.split([',', '|', ';']);
        if parts().nth(1).is_some() {
            self.names.items = self.names.items.max(parts().count());
            parts().for_each(|part| self.add(part));
        }
    }

    fn add_url(&mut self, request: &Request) {
        for (name, text) in &request.path {
            self.add_name(name);
            match text {
                PathText::Plain(text) => self.add(text.as_str()),
                PathText::Encoded(text) => {
                    text.split(['.', ';', ',', '=']).for_each(|part| self.add(decoded(part)));
                    self.add(decoded(text));
                }
            }
        }
        for (name, text) in &request.query {
            self.add_name(name);
            match text {
                QueryText::One(text) => self.add_list(text),
                QueryText::Repeated(texts) => {
                    self.names.items = self.names.items.max(texts.len());
                    texts.iter().for_each(|text| self.add(text.as_str()));
                }
                QueryText::Named(pairs) => {
                    for (name, text) in pairs {
                        self.add_name(name);
                        self.add_list(text);
                    }
                }
            }
        }
        if let Some(target) = &request.target {
            let (path, query) = target.split_once('?').unwrap_or((target, ""));
            path.split('/').for_each(|segment| self.add(decoded(segment)));
            self.add_pairs(query);
        }
    }

    /// Adds percent-encoded pairs: `a=1&b=2`.
    fn add_pairs(&mut self, pairs: &str) {
        for pair in pairs.split('&') {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            self.add_name(&decoded(name));
            let value = decoded(value);
            if value.starts_with(['{', '[']) {
                self.add_json(&value);
            }
            self.add_list(&value);
        }
    }

    fn add_headers(&mut self, request: &Request) {
        let given = request.options().into_iter().flat_map(crate::transport::call_options::CallOptions::header_values);
        let own = request.own_headers().map(|(name, value)| (name.as_str(), value.to_str().unwrap_or_default()));
        for (name, value) in own.chain(given.map(|value| ("", value))) {
            self.add_name(name);
            self.add_list(value);
            // `Bearer …`
            value.split_once(' ').into_iter().for_each(|(_, value)| self.add(value));
        }
        for pair in request.own_cookies().split("; ") {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            self.add_name(name);
            self.add_list(&decoded(value));
        }
    }

    fn add_body(&mut self, request: &Request) {
        for part in request.parts() {
            self.add_name(part.name);
            part.texts().for_each(|text| {
                self.add_json(text);
                self.add(text);
            });
        }
        let Some(Ok(text)) = request.body.as_deref().map(std::str::from_utf8) else { return };
        match request.media_type() {
            form if form.starts_with("application/x-www-form-urlencoded") => self.add_pairs(text),
            json if json.contains("json") => self.add_json(text),
            _ => self.add(text),
        }
    }

    /// Adds every string, number and key of JSON, and the lengths of its arrays.
    fn add_json(&mut self, json: &str) {
        // The open brackets: for an array, the number of its elements so far.
        let mut open: Vec<usize> = Vec::new();
        let mut rest = json;
        while let Some(first) = rest.chars().next() {
            let length = match first {
                '"' => {
                    let length = string_length(rest);
                    let (token, after) = rest.split_at(length);
                    let text = serde_json::from_str::<String>(token).unwrap_or_default();
                    if after.trim_start().starts_with(':') {
                        self.add_name(&text)
                    } else {
                        self.add(text)
                    }
                    length
                }
                '-' | '0'..='9' => {
                    let length = rest.find(|c: char| !matches!(c, '-' | '+' | '.' | 'e' | 'E' | '0'..='9'));
                    let length = length.unwrap_or(rest.len());
                    self.add(rest.get(..length).unwrap_or(rest));
                    length
                }
                '[' | '{' => {
                    open.push(1);
                    1
                }
                ']' | '}' => {
                    let items = open.pop().filter(|_| first == ']').unwrap_or_default();
                    self.names.items = self.names.items.max(items);
                    1
                }
                ',' => {
                    open.last_mut().into_iter().for_each(|items| *items += 1);
                    1
                }
                other => other.len_utf8(),
            };
            rest = rest.get(length..).unwrap_or_default();
        }
    }
}

/// Returns the length of the string at the beginning, with its quotes.
fn string_length(json: &str) -> usize {
    let mut is_escaped = false;
    for (at, byte) in json.bytes().enumerate().skip(1) {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'"' => return at + 1,
            _ => {}
        }
    }
    json.len()
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}
