//! Pieces as text: each item by prettyplease, the rest by hand.

use prettyplease::unparse;
use proc_macro2::TokenStream;

use crate::diagnostic::{Code, Diagnostic};
use crate::emit::{COMMENT_MARK, File, Piece, Table, commented};

/// The beginning of every generated file of Rust. Only files that begin with a mark are ever replaced or removed.
pub const MARK: &str = "// @generated";

/// From this length on, in bytes, a text stays where it grew: the rest of its room was never touched, and is none.
const LARGE: usize = 1024 * 1024;

/// The pieces of a file that were formatted so far, in their order.
#[derive(Default)]
pub(crate) struct Text {
    text: String,
    /// Whether the first piece, and the last, are lines that stand close to others of their kind.
    ends: Option<(bool, bool)>,
    /// What was no Rust, and what the parser said about it.
    problem: Option<String>,
}

impl Text {
    /// Adds pieces. `comments` are those that their marks stand for.
    pub(crate) fn add(&mut self, pieces: Vec<Piece>, comments: &[String]) {
        for piece in pieces {
            let formatted = match piece {
                Piece::Item(tokens) => item(tokens, comments),
                Piece::Table(table) => Ok((self::table(&table), false)),
            };
            match formatted {
                Ok((text, is_line)) => self.push(&text, is_line),
                Err(problem) => drop(self.problem.get_or_insert(problem)),
            }
        }
    }

    /// Imports and module lists stand close together.
    fn push(&mut self, text: &str, is_line: bool) {
        if !(is_line && self.ends.is_some_and(|(_, last)| last)) {
            self.text.push('\n');
        }
        self.text.push_str(text);
        self.ends = Some((self.ends.map_or(is_line, |(first, _)| first), is_line));
    }

    /// The whole file, of which this is the body. `command` is how a reader makes it anew.
    pub(crate) fn finish(self, file: File, command: &str) -> Result<String, Box<Diagnostic>> {
        let mut whole = Self {
            text: format!("{MARK} from {} by `{command}`: change that, not this.\n\n", file.source),
            ..Self::default()
        };
        for line in commented(&file.docs).lines() {
            let space = if line.is_empty() { "" } else { " " };
            whole.text.push_str(&format!("//!{space}{line}\n"));
        }
        whole.add(file.pieces, &file.comments);
        let Self { mut text, ends, problem } = self;
        if let Some(problem) = whole.problem.take().or(problem) {
            let message = format!("what was generated for {} is no Rust: {problem}", file.path);
            let problem = Diagnostic::without_place(Code::Internal, message);
            return Err(Box::new(problem.help("please report this, with the documents")));
        }
        if let Some((first, _)) = ends {
            // The body begins with an empty line, unless it goes on with the imports.
            whole.push("", first);
            text.replace_range(..1, &whole.text);
        } else {
            text = whole.text;
        }
        // A copy has no room to spare: shrinking may leave up to as much again.
        Ok(if text.len() < LARGE { text.as_str().to_owned() } else { text })
    }
}

/// An item as text, and whether it is a line that stands close to others of its kind.
fn item(tokens: TokenStream, comments: &[String]) -> Result<(String, bool), String> {
    let parsed: syn::File = syn::parse2(tokens.clone()).map_err(|error| format!("{error}: {tokens}"))?;
    // They need many times the room of the text.
    drop(tokens);
    let text = finished(&unparse(&parsed), comments);
    // An attribute may stand before it.
    let last = text.lines().last().unwrap_or_default();
    let is_line = last.starts_with("use ") || last.starts_with("pub mod ");
    Ok((text, is_line))
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
                for line in commented(comment).lines() {
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
