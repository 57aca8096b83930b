//! Pieces as text: each item by prettyplease, the rest by hand.

use prettyplease::unparse;
use proc_macro2::TokenStream;

use crate::diagnostic::{Code, Diagnostic};
use crate::emit::{File, Piece, Table};
use crate::output::MARK;

/// Stands for a line break in a doc attribute. Half of a generated file is documentation, which needs no layout: a
/// comment passes through the formatter as one token, and is broken into its lines afterwards.
pub(crate) const DOC_BREAK: &str = "\u{1}";

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
                let formatted = item(tokens, &file.path)?;
                let is_line = formatted.starts_with("use ") || formatted.starts_with("pub mod ");
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

fn item(tokens: &TokenStream, path: &str) -> Result<String, Box<Diagnostic>> {
    let parsed: syn::File = syn::parse2(tokens.clone()).map_err(|error| {
        let message = format!("what was generated for {path} is no Rust: {error}: {tokens}");
        Box::new(Diagnostic::without_place(Code::Internal, message).help("please report this, with the documents"))
    })?;
    Ok(spaced(&unparse(&parsed)))
}

/// Adds what prettyplease leaves out: the lines of doc comments, and blank lines between functions.
fn spaced(text: &str) -> String {
    let mut result = String::with_capacity(text.len() * 2);
    let mut after_function = false;
    for line in text.lines() {
        if after_function && line != "}" {
            result.push('\n');
        }
        let indent = line.get(..line.len() - line.trim_start().len()).unwrap_or_default();
        for (index, part) in line.split(DOC_BREAK).enumerate() {
            if index > 0 {
                result.push_str(indent);
                result.push_str("///");
            }
            result.push_str(part);
            result.push('\n');
        }
        after_function = line == "    }";
    }
    result
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
