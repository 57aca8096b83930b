//! Identifiers, literals and doc comments as tokens.
//!
//! The constructors of proc_macro2 panic on text that is not a token: here they are only called with [`Ident`]s, which
//! are valid by construction.

use std::borrow::Cow;
use std::cell::RefCell;

use proc_macro2::{Literal, Span, TokenStream};

use crate::ir::Ident;

/// Marks a doc comment that stands for one of [`File::comments`](super::File::comments), followed by its index.
pub(crate) const COMMENT_MARK: char = '\u{1}';

/// An identifier as a token.
pub(crate) fn ident(name: &Ident) -> proc_macro2::Ident {
    match name.as_str().strip_prefix("r#") {
        Some(plain) => proc_macro2::Ident::new_raw(plain, Span::call_site()),
        None => proc_macro2::Ident::new(name.as_str(), Span::call_site()),
    }
}

/// Text as a Rust literal.
pub(super) fn quoted(text: &str) -> String {
    Literal::string(text).to_string()
}

/// Text as a Rust literal of several lines.
pub(super) fn raw(text: &str) -> String {
    // The literal ends at the first quote that is followed by as many `#` as it started with.
    let marks_behind = |rest: &str| 1 + rest.len() - rest.trim_start_matches('#').len();
    let marks = "#".repeat(text.split('"').skip(1).map(marks_behind).max().unwrap_or(0));
    format!("r{marks}\"{text}\"{marks}")
}

/// The doc comments of a file.
///
/// Half of a generated file is documentation, which the formatter need not process. It only sees the index of each
/// comment; [`crate::format`] replaces the index by the lines.
#[derive(Default)]
pub(super) struct Comments(RefCell<Vec<String>>);

impl Comments {
    /// The attribute of a doc comment.
    pub(super) fn docs(&self, text: impl Into<String>) -> TokenStream {
        let mark = self.mark(text.into());
        quote::quote!(#[doc = #mark])
    }

    /// The line of a doc comment, as the formatter writes the attribute.
    pub(super) fn line(&self, text: impl Into<String>) -> String {
        format!("///{}", self.mark(text.into()))
    }

    fn mark(&self, text: String) -> String {
        let mut comments = self.0.borrow_mut();
        comments.push(text);
        format!("{COMMENT_MARK}{}", comments.len() - 1)
    }

    /// Returns all comments so far; the next one has the index 0 again.
    pub(super) fn take(&self) -> Vec<String> {
        self.0.take()
    }
}

/// The methods of the operator traits.
const OPERATORS: &[&str] = &["add", "bitand", "bitor", "bitxor", "div", "mul", "rem", "shl", "shr", "sub"];

/// Returns the attribute that allows the name of a setter: clippy expects `is_…` and the like to be queries or
/// conversions, and `add` and the like to be operators, but a setter has the name of its field.
pub(super) fn setter_convention(name: &Ident) -> Option<TokenStream> {
    if OPERATORS.contains(&name.plain()) {
        return Some(quote::quote!(#[allow(clippy::should_implement_trait, reason = "a setter, called as its field")]));
    }
    let misleading = ["is_", "as_", "to_", "from_"].iter().any(|prefix| name.plain().starts_with(prefix));
    misleading.then(|| quote::quote!(#[allow(clippy::wrong_self_convention, reason = "a setter, called as its field")]))
}

/// Makes text valid in a comment: rustc rejects a carriage return that is not part of a line break, and characters that
/// change the direction of text.
pub(crate) fn commented(text: &str) -> Cow<'_, str> {
    let turns = |char: char| matches!(char, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if !text.contains(|char| char == '\r' || turns(char)) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace("\r\n", "\n").replace("\n\r", "\n").replace('\r', "\n").replace(turns, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raw_literals_end_where_the_text_does() {
        for (text, expected) in [
            ("[]", r##"r"[]""##),
            ("{\n}", "r\"{\n}\""),
            (r#""a""#, r###"r#""a""#"###),
            (r##""#a" # "##, r####"r##""#a" # "##"####),
            (r###""##"###, r####"r###""##"###"####),
            (r"a\", r##"r"a\""##),
        ] {
            assert_eq!(raw(text), expected, "{text}");
        }
    }
}
