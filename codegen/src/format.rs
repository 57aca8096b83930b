//! Pieces as text: each item by prettyplease, the rest by hand.

use prettyplease::unparse;
use proc_macro2::TokenStream;

use crate::diagnostic::{Code, Diagnostic};
use crate::emit::{File, Piece, Table};
use crate::output::MARK;

/// Begins a doc comment that stands for one of [`File::comments`], by its number.
pub(crate) const COMMENT_MARK: char = '\u{1}';

/// The text of a file. `command` is how a reader makes it anew.
pub(crate) fn format(file: &File, command: &str) -> Result<String, Box<Diagnostic>> {
    let mut text = format!("{MARK} from {} by `{command}`: change that, not this.\n\n", file.source);
    for line in file.docs.lines() {
        let space = if line.is_empty() { "" } else { " " };
        text.push_str(&format!("//!{space}{line}\n"));
    }
    let mut previous_is_line = false;
    for piece in &file.pieces {
        let (formatted, is_line) = match piece {
            Piece::Item(tokens) => {
                let formatted = item(tokens, file)?;
                // An attribute may stand before it.
                let last = formatted.lines().last().unwrap_or_default();
                let is_line = last.starts_with("use ") || last.starts_with("pub mod ");
                (formatted, is_line)
            }
            Piece::Table(table) => (self::table(table), false),
        };
        // Imports and module lists stand close together.
        if !(previous_is_line && is_line) {
            text.push('\n');
        }
        text.push_str(&formatted);
        previous_is_line = is_line;
    }
    Ok(text)
}

fn item(tokens: &TokenStream, file: &File) -> Result<String, Box<Diagnostic>> {
    let parsed: syn::File = syn::parse2(tokens.clone()).map_err(|error| {
        let message = format!("what was generated for {} is no Rust: {error}: {tokens}", file.path);
        Box::new(Diagnostic::without_place(Code::Internal, message).help("please report this, with the documents"))
    })?;
    Ok(finished(&unparse(&parsed), &file.comments))
}

/// Adds what prettyplease leaves out: the text of doc comments, and blank lines between functions.
fn finished(text: &str, comments: &[String]) -> String {
    let mut result = String::with_capacity(text.len() * 2);
    let mut after_function = false;
    for line in text.lines() {
        if after_function && line != "}" {
            result.push('\n');
        }
        after_function = line == "    }";
        match comment(line, comments) {
            Some((indent, comment)) => {
                for line in comment.lines() {
                    let space = if line.is_empty() { "" } else { " " };
                    result.extend([indent, "///", space, line, "\n"]);
                }
            }
            None => result.extend([line, "\n"]),
        }
    }
    result
}

/// The comment that a line stands for, and how far it is indented.
fn comment<'a>(line: &'a str, comments: &'a [String]) -> Option<(&'a str, &'a String)> {
    let (before, number) = line.split_once(COMMENT_MARK)?;
    Some((before.strip_suffix("///")?, comments.get(number.parse::<usize>().ok()?)?))
}

fn table(table: &Table) -> String {
    let mut text = format!("rt::{}! {{\n", table.name);
    let indent = if table.head.is_some() { "        " } else { "    " };
    text.extend(table.head.as_ref().map(|head| format!("    {head} {{\n")));
    for row in &table.rows {
        text.push_str(&format!("{indent}{row}\n"));
    }
    text.push_str(if table.head.is_some() { "    }\n}\n" } else { "}\n" });
    text
}
