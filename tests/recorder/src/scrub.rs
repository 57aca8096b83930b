//! Removes everything that belongs to the store and its customers from recorded exchanges, before they are written to
//! disk.
//!
//! What the spec does not declare is sensitive. A string is kept if the spec declares its field and it is harmless
//! there: an enum value, a date, an id, an amount, or an error message. Everything else is replaced by an invented
//! value of the same form.
//!
//! A run is scrubbed as a whole, in two passes. The first collects sensitive values, by their field and by their form.
//! The second replaces them wherever they occur, so that a value has the same pseudonym in all exchanges, and an echo
//! in an error message is caught. Error messages keep only words that the API is known to use, dates, ids, and numbers
//! that are too short to identify anybody.

mod escape;
mod fake;
mod kind;
mod link;
mod markup;
mod message;
mod pattern;
mod pseudonyms;
mod schema;
mod search;
mod vocabulary;
mod walk;
mod words;

use self::escape::{decoded, unescaped};
use self::kind::Kind;
use self::pseudonyms::{Replacements, SensitiveValues};
use self::vocabulary::Vocabulary;
use self::walk::{Visitor, Walk};
use replay::Recording;
use test_support::Spec;

/// The secrets that are known before anything is recorded.
#[derive(Clone, Debug, Default)]
pub struct Secrets {
    /// The access token.
    pub token: String,
    /// The store hash.
    pub store_hash: String,
}

/// Replaces everything sensitive in the exchanges of a run. The result is deterministic.
#[must_use]
pub fn scrub(spec: &Spec, recordings: Vec<Recording>, secrets: &Secrets) -> Vec<Recording> {
    let (vocabulary, operations) = (Vocabulary::of(spec), spec.operations());
    let walk = |visitor: &mut dyn Visitor| -> Vec<Recording> {
        let mut walk = Walk { spec, operations: &operations, vocabulary: &vocabulary, visitor };
        recordings.iter().map(|recording| walk.recording(recording)).collect()
    };
    let mut values = SensitiveValues::default();
    values.add(Kind::StoreHash, &secrets.store_hash);
    values.add(Kind::Secret, &secrets.token);
    walk(&mut Collector { values: &mut values, vocabulary: &vocabulary });
    walk(&mut Replacer(Replacements::new(&values, &vocabulary)))
}

/// The first pass: collects sensitive values.
struct Collector<'a> {
    values: &'a mut SensitiveValues,
    vocabulary: &'a Vocabulary,
}

impl Collector<'_> {
    fn findings(&mut self, text: &str) {
        for (kind, found) in pattern::findings(text) {
            if kind == Kind::Email
                && let Some((_, host)) = found.split_once('@')
                && !pattern::is_harmless_host(host)
            {
                self.values.add(Kind::Host, host);
            }
            self.values.add(kind, &found);
        }
        for plain in [decoded(text), unescaped(text)] {
            if plain != text {
                self.findings(&plain);
            }
        }
    }
}

impl Visitor for Collector<'_> {
    fn whole(&mut self, kind: Kind, text: &str) -> String {
        self.values.add(kind, text);
        self.findings(text);
        text.to_owned()
    }

    fn message(&mut self, text: &str) -> String {
        self.mention(text);
        self.values.add_message(text);
        text.to_owned()
    }

    fn mention(&mut self, text: &str) -> String {
        self.findings(text);
        for (kind, found) in pattern::names(&unescaped(text), self.vocabulary) {
            self.values.add(kind, &found);
        }
        text.to_owned()
    }

    fn number(&mut self, text: &str) {
        self.values.keep_number(text);
    }

    fn dropped(&mut self, name: &str, text: &str) {
        self.findings(text);
        match name {
            "x-auth-token" | "x-auth-client" | "authorization" => self.values.add(Kind::Secret, text),
            "cookie" | "set-cookie" => {
                let pairs = text.split(';').take(if name == "cookie" { usize::MAX } else { 1 });
                let values = pairs.filter_map(|pair| pair.split_once('=')).map(|(_, value)| value.trim());
                values.filter(|value| value.len() >= 8).for_each(|value| self.values.add(Kind::Secret, value));
            }
            _ => {}
        }
    }
}

/// The second pass: replaces them.
struct Replacer<'a>(Replacements<'a>);

impl Visitor for Replacer<'_> {
    fn whole(&mut self, _: Kind, text: &str) -> String {
        self.0.of(text)
    }

    fn message(&mut self, text: &str) -> String {
        self.0.message(text)
    }

    fn mention(&mut self, text: &str) -> String {
        self.0.within(text)
    }

    fn number(&mut self, _: &str) {}

    fn dropped(&mut self, _: &str, _: &str) {}
}

#[cfg(test)]
mod tests;
