//! Removes everything that belongs to the store and its customers from recorded exchanges, before they are written to
//! disk.
//!
//! What the spec does not know is sensitive. A string stays if the spec declares its field and it is harmless there: a
//! value of an enum, a date, an id, an amount, or what the API says about an error. Everything else is replaced by an
//! invented value of the same form.
//!
//! A run is scrubbed as a whole, in two passes. The first collects sensitive values, by their field and by their form.
//! The second replaces them, there and wherever else they occur, so that the same original has the same replacement in
//! all exchanges, and an echo in an error message is caught. In such messages, only words stay that the API is known to
//! use, dates, ids, and numbers that are too short to identify anybody.

mod book;
mod escape;
mod fake;
mod kind;
mod link;
mod markup;
mod message;
mod pattern;
mod schema;
mod search;
mod vocabulary;
mod walk;
mod words;

use self::book::{Book, Replacements};
use self::escape::{decoded, unescaped};
use self::kind::Kind;
use self::vocabulary::Vocabulary;
use self::walk::{Visitor, Walk};
use replay::Recording;
use test_support::Spec;

/// What is known to be secret before anything is recorded.
#[derive(Clone, Debug, Default)]
pub struct Secrets {
    /// The access token.
    pub token: String,
    /// The hash that names the store.
    pub store_hash: String,
}

/// Replaces everything sensitive in the exchanges of a run. The same exchanges become the same recordings.
#[must_use]
pub fn scrub(spec: &Spec, recordings: Vec<Recording>, secrets: &Secrets) -> Vec<Recording> {
    let (vocabulary, operations) = (Vocabulary::of(spec), spec.operations());
    let walk = |visitor: &mut dyn Visitor| -> Vec<Recording> {
        let mut walk = Walk { spec, operations: &operations, vocabulary: &vocabulary, visitor };
        recordings.iter().map(|recording| walk.recording(recording)).collect()
    };
    let mut book = Book::default();
    book.add(Kind::StoreHash, &secrets.store_hash);
    book.add(Kind::Secret, &secrets.token);
    walk(&mut Collector { book: &mut book, vocabulary: &vocabulary });
    walk(&mut Replacer(Replacements::new(&book, &vocabulary)))
}

/// The first pass.
struct Collector<'a> {
    book: &'a mut Book,
    vocabulary: &'a Vocabulary,
}

impl Collector<'_> {
    fn findings(&mut self, text: &str) {
        for (kind, found) in pattern::findings(text) {
            if kind == Kind::Email
                && let Some((_, host)) = found.split_once('@')
                && !pattern::is_harmless_host(host)
            {
                self.book.add(Kind::Host, host);
            }
            self.book.add(kind, &found);
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
        self.book.add(kind, text);
        self.findings(text);
        text.to_owned()
    }

    fn message(&mut self, text: &str) -> String {
        self.mention(text);
        self.book.add_message(text);
        text.to_owned()
    }

    fn mention(&mut self, text: &str) -> String {
        self.findings(text);
        for (kind, found) in pattern::names(&unescaped(text), self.vocabulary) {
            self.book.add(kind, &found);
        }
        text.to_owned()
    }

    fn number(&mut self, text: &str) {
        self.book.keep_number(text);
    }

    fn dropped(&mut self, name: &str, text: &str) {
        self.findings(text);
        match name {
            "x-auth-token" | "x-auth-client" | "authorization" => self.book.add(Kind::Secret, text),
            "cookie" | "set-cookie" => {
                let pairs = text.split(';').take(if name == "cookie" { usize::MAX } else { 1 });
                let values = pairs.filter_map(|pair| pair.split_once('=')).map(|(_, value)| value.trim());
                values.filter(|value| value.len() >= 8).for_each(|value| self.book.add(Kind::Secret, value));
            }
            _ => {}
        }
    }
}

/// The second pass.
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
