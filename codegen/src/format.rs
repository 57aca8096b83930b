//! Formats generated code: items with prettyplease, everything else by hand.

use prettyplease::unparse;
use proc_macro2::TokenStream;
use quote::quote;

use crate::diagnostic::{Code, Diagnostic};
use crate::emit::{COMMENT_MARK, File, Piece, Table, commented, ident};
use crate::ir::Ident;

/// The start of every generated Rust file. Only files that start with a mark are ever replaced or removed.
pub const MARK: &str = "// @generated";

/// The mark of generated files that are not Rust.
pub const TEXT_MARK: &str = "# @generated";

/// The mark of generated files that are JSON: their first key.
pub(crate) const JSON_MARK: &str = "\"$comment\": \"@generated";

/// Returns the first line of the ledger, which people may edit.
pub(crate) fn text_header(command: &str, documents: &str) -> String {
    format!("{TEXT_MARK} by `{command}` from {documents}.")
}

/// The length in bytes from which a text is not copied to release unused capacity: that memory was never touched, so it
/// costs nothing.
const LARGE: usize = 1024 * 1024;

/// The length of a line that the formatter breaks in no case, in bytes.
const NARROW: usize = 80;

/// The formatted pieces of a file so far.
#[derive(Default)]
pub(crate) struct Text {
    text: String,
    /// Whether the first piece and the last piece are lines without an empty line between them and others of their
    /// kind.
    ends: Option<(bool, bool)>,
    /// The first piece that is not valid Rust, and the error of the parser.
    problem: Option<String>,
}

impl Text {
    /// Adds pieces. `comments` are those that their markers stand for.
    pub(crate) fn add(&mut self, pieces: Vec<Piece>, comments: &[String]) {
        for piece in pieces {
            let formatted = match piece {
                Piece::Item(tokens) => item(tokens, comments),
                Piece::Table(table) => Ok((self::table(&table), false)),
                Piece::Text(text) if is_narrow(&text) => Ok((with_comments(&text, comments), false)),
                Piece::Text(text) => tokens(&text).and_then(|tokens| item(tokens, comments)),
                Piece::Impl { of, formatted, written } => methods(&of, formatted, &written, comments),
            };
            match formatted {
                Ok((text, is_line)) => self.push(&text, is_line),
                Err(problem) => drop(self.problem.get_or_insert(problem)),
            }
        }
    }

    /// There is no empty line between imports, or between module declarations.
    fn push(&mut self, text: &str, is_line: bool) {
        if self.ends.is_some_and(|(_, last)| !(is_line && last)) {
            self.text.push('\n');
        }
        self.text.push_str(text);
        self.ends = Some((self.ends.map_or(is_line, |(first, _)| first), is_line));
    }

    /// Returns the whole file, with this text as its body. `command` is the command that regenerates it.
    pub(crate) fn finish(self, file: File, command: &str) -> Result<String, Box<Diagnostic>> {
        let mut head =
            format!("{MARK} by `{command}` from {}. Do not edit; change the spec and regenerate.\n\n", file.source);
        for line in commented(&file.docs).lines() {
            let space = if line.is_empty() { "" } else { " " };
            head.push_str(&format!("//!{space}{line}\n"));
        }
        let mut before = Self::default();
        before.add(file.pieces, &file.comments);
        let Self { mut text, ends, problem } = self;
        if let Some(problem) = before.problem.or(problem) {
            let message = format!("the code generated for {} is not valid Rust: {problem}", file.path);
            let problem = Diagnostic::without_location(Code::Internal, message);
            return Err(Box::new(problem.help("this is a bug in the generator: please report it, with the documents")));
        }
        if before.ends.is_some() {
            head.extend(["\n", &before.text]);
        }
        // An empty line precedes the body, unless it continues the imports.
        if ends.is_some_and(|(first, _)| !(first && before.ends.is_some_and(|(_, last)| last))) {
            head.push('\n');
        }
        text.insert_str(0, &head);
        // A copy has no unused capacity; `shrink_to_fit` may keep up to as much again.
        Ok(if text.len() < LARGE { text.as_str().to_owned() } else { text })
    }
}

/// Formats an item; also returns whether it is a line without an empty line between it and others of its kind.
fn item(tokens: TokenStream, comments: &[String]) -> Result<(String, bool), String> {
    let mut parsed: syn::File = syn::parse2(tokens.clone()).map_err(|error| format!("{error}: {tokens}"))?;
    // Tokens need many times the memory of the text.
    drop(tokens);
    let is_line = match parsed.items.last() {
        Some(syn::Item::Use(import)) => matches!(import.vis, syn::Visibility::Inherited),
        Some(syn::Item::Mod(module)) => module.content.is_none() && matches!(module.vis, syn::Visibility::Public(_)),
        _ => false,
    };
    for item in &mut parsed.items {
        if let syn::Item::Impl(item) = item {
            item.items = spaced(std::mem::take(&mut item.items));
        }
    }
    Ok((with_comments(&unparse(&parsed), comments), is_line))
}

/// Formats the methods of a type.
fn methods(
    of: &Ident,
    formatted: TokenStream,
    written: &[String],
    comments: &[String],
) -> Result<(String, bool), String> {
    let name = ident(of);
    if !written.iter().all(|method| is_narrow(method)) {
        let written: TokenStream = written.iter().map(|method| tokens(method)).collect::<Result<_, _>>()?;
        return item(quote!(impl #name { #formatted #written }), comments);
    }
    let written = with_comments(&written.join("\n"), comments);
    if formatted.is_empty() {
        return Ok((format!("impl {of} {{\n{written}}}\n"), false));
    }
    let (mut text, is_line) = item(quote!(impl #name { #formatted }), comments)?;
    // What is written goes before the brace that ends the block.
    text.truncate(text.trim_end().trim_end_matches('}').len());
    text.extend(["\n", &written, "}\n"]);
    Ok((text, is_line))
}

/// Whether the formatter would keep all lines of a text as they are.
fn is_narrow(text: &str) -> bool {
    text.lines().all(|line| line.len() <= NARROW)
}

fn tokens(text: &str) -> Result<TokenStream, String> {
    text.parse().map_err(|error| format!("{error}: {text}"))
}

/// Adds an empty line between a function and the next item: prettyplease writes one for an item without tokens.
fn spaced(items: Vec<syn::ImplItem>) -> Vec<syn::ImplItem> {
    let mut result = Vec::with_capacity(items.len() * 2);
    for item in items {
        if let Some(syn::ImplItem::Fn(_)) = result.last() {
            result.push(syn::ImplItem::Verbatim(TokenStream::new()));
        }
        result.push(item);
    }
    result
}

/// Replaces markers by their comments. Formatting the comments as attributes would take a quarter of the whole run
/// time.
fn with_comments(text: &str, comments: &[String]) -> String {
    let mut result = String::with_capacity(text.len() * 2);
    let mut rest = text;
    while let Some(mark) = rest.find(COMMENT_MARK) {
        let start = rest.get(..mark).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
        let end = rest.get(mark..).and_then(|behind| behind.find('\n')).map_or(rest.len(), |length| mark + length);
        let (before, line) = (rest.get(..start).unwrap_or_default(), rest.get(start..end).unwrap_or_default());
        result.push_str(before);
        match comment(line, comments) {
            Some((indent, comment)) => {
                for line in commented(comment).lines() {
                    let space = if line.is_empty() { "" } else { " " };
                    result.extend([indent, "///", space, line, "\n"]);
                }
            }
            None => result.extend([line, "\n"]),
        }
        rest = rest.get(end + 1..).unwrap_or_default();
    }
    result.push_str(rest);
    result
}

/// Returns the indentation and the comment that the marker on a line stands for.
fn comment<'a>(line: &'a str, comments: &'a [String]) -> Option<(&'a str, &'a String)> {
    let (before, number) = line.split_once(COMMENT_MARK)?;
    Some((before.strip_suffix("///")?, comments.get(number.parse::<usize>().ok()?)?))
}

fn table(table: &Table) -> String {
    let mut text = format!("{} {{\n", table.name);
    let indent = if table.head.is_some() { "        " } else { "    " };
    text.extend(table.head.as_ref().map(|head| format!("    {head} {{\n")));
    for row in &table.rows {
        text.push_str(&format!("{indent}{row}\n"));
    }
    text.push_str(if table.head.is_some() { "    }\n}\n" } else { "}\n" });
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_have_what_rustc_takes() {
        for (text, expected) in [
            ("a\tb\n\nc", "a\tb\n\nc"),
            ("a\r\nb\r\n", "a\nb\n"),
            ("```\n\r{\rb}", "```\n{\nb}"),
            ("left \u{202e}thgir\u{202c} \u{2067}x\u{2069}", "left thgir x"),
        ] {
            assert_eq!(commented(text), expected, "{text:?}");
        }
    }
}
