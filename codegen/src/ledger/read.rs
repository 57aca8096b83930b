//! Reads the text of a ledger.

use std::cell::Cell;
use std::ops::Range;

use super::key::Role;
use super::{Entry, Ledger};
use crate::diagnostic::{Code, Diagnostic, FileId, Location};
use crate::name::Ident;
use crate::source::Sources;

/// What git puts around the two sides of a conflict.
const CONFLICT: &[&str] = &["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

/// Separates the key of a line from the name.
const IS: &str = " = ";

/// Precedes a name that remains as an alias.
const WAS: &str = "was ";

impl Ledger {
    /// Creates a ledger without entries.
    pub(crate) fn new(in_folder: bool) -> Self {
        Self { in_folder, ..Self::default() }
    }

    /// Adds the entries of a text, which is that of `file`. What they are about is not known before [`Self::locate`].
    pub(crate) fn read(&mut self, sources: &Sources, file: FileId, diagnostics: &mut Vec<Diagnostic>) {
        let text = sources.file(file).map_or("", |file| file.text.as_str());
        self.file = Some(file);
        let mut at = 0;
        let mut is_in_conflict = false;
        for line in text.split_inclusive('\n') {
            let begin = at;
            at += line.len();
            let line = line.trim_end_matches(['\n', '\r']);
            let span = begin..begin + line.len();
            let is_mark = CONFLICT.iter().any(|mark| line.starts_with(mark));
            if is_mark && !is_in_conflict {
                let message = "the ledger has an unresolved merge conflict";
                let problem = Diagnostic::new(Code::BadLedger, Location { file, span: span.clone() }, message);
                let help = "keep the lines of both sides, remove those that begin with `<`, `=` or `>`, and regenerate";
                diagnostics.push(problem.help(help));
            }
            if is_mark {
                is_in_conflict = !line.starts_with(">>>>>>>");
                continue;
            }
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            match entry(line, span.clone()) {
                Ok((key, entry)) => self.add(key, entry, is_in_conflict, diagnostics),
                Err((message, help)) => {
                    let problem = Diagnostic::new(Code::BadLedger, Location { file, span }, message);
                    diagnostics.push(problem.help(help));
                }
            }
        }
    }

    fn add(&mut self, key: String, entry: Entry, is_in_conflict: bool, diagnostics: &mut Vec<Diagnostic>) {
        let first = match self.entries.get(&key) {
            None => {
                self.entries.insert(key, entry);
                return;
            }
            Some(first) => first,
        };
        // The conflict is reported as a whole.
        if is_in_conflict {
            return;
        }
        let problem = match first.name == entry.name && first.was == entry.was {
            true => "this line is there twice",
            false => "this item has two names",
        };
        let problem = Diagnostic::new(Code::BadLedger, self.location(entry.span), problem);
        let problem = problem.also(self.location(first.span.clone()), "first here");
        diagnostics.push(problem.help("remove one of the two lines"));
    }
}

type Problem = (String, String);

fn entry(line: &str, span: Range<usize>) -> Result<(String, Entry), Problem> {
    let form = || "write `ITEM = Name`, or `ITEM = Name, was OldName`".to_owned();
    let (key, names) = line.rsplit_once(IS).ok_or_else(|| ("this line gives nothing a name".to_owned(), form()))?;
    let word = key.split(' ').next().unwrap_or_default();
    let known = || format!("a line begins with what has the name, such as `{}`", Role::Type.as_str());
    let role = Role::of(word).ok_or_else(|| (format!("there is no kind of item `{word}`"), known()))?;
    let mut parts = names.split(", ");
    let name = name(role, parts.next().unwrap_or_default())?;
    let mut was = Vec::new();
    for part in parts {
        let old = part.strip_prefix(WAS).ok_or_else(|| (format!("`{part}` is not an alias"), form()))?;
        let old = self::name(role, old)?;
        if !role.has_aliases() {
            let message = format!("Rust has no alias for a {role}", role = role.as_str());
            return Err((message, format!("remove `, was {old}`: callers have to use the new name")));
        }
        if old == name || was.contains(&old) {
            return Err((format!("`{old}` is there twice"), "remove one of them".to_owned()));
        }
        was.push(old);
    }
    Ok((key.to_owned(), Entry { name, was, span, used: Cell::new(false) }))
}

fn name(role: Role, text: &str) -> Result<Ident, Problem> {
    let plain = text.strip_prefix("r#").unwrap_or(text);
    let example = if role.is_type() { "`PetFood`" } else { "`pet_id`" };
    let problem = match Ident::exact(plain) {
        None => format!("`{text}` is not a valid Rust identifier"),
        Some(_) if role.is_type() && !plain.starts_with(char::is_uppercase) => {
            format!("`{text}` is not spelled like the name of a type or variant")
        }
        Some(name) if role.is_type() && name.shadows_prelude() => {
            format!("`{text}` would shadow a name of Rust's prelude")
        }
        Some(name) => return Ok(name),
    };
    Err((problem, format!("write another name, such as {example}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_have_a_key_a_name_and_aliases() {
        for (line, key, name, was) in [
            ("type a.yaml#/x = Pet", "type a.yaml#/x", "Pet", &[][..]),
            ("type a.yaml#/x = Pet, was Cat, was Dog", "type a.yaml#/x", "Pet", &["Cat", "Dog"]),
            // A keyword, with or without its prefix.
            ("method a.yaml GET / = type", "method a.yaml GET /", "r#type", &[]),
            ("method a.yaml GET / = r#type", "method a.yaml GET /", "r#type", &[]),
            // What a value or a path contains.
            ("value a.yaml#/x  = , was B = C", "value a.yaml#/x  = , was B", "C", &[]),
            ("value a.yaml#/x = Empty", "value a.yaml#/x", "Empty", &[]),
            ("server a.yaml https://zoo.example = PRODUCTION", "server a.yaml https://zoo.example", "PRODUCTION", &[]),
        ] {
            let (found, entry) = entry(line, 0..line.len()).unwrap();
            let aliases: Vec<_> = entry.was.iter().map(Ident::as_str).collect();
            assert_eq!((found.as_str(), entry.name.as_str(), aliases.as_slice()), (key, name, was), "{line}");
        }
    }

    #[test]
    fn whatever_else_a_line_says_is_a_problem() {
        for (line, problem) in [
            ("type a.yaml#/x", "this line gives nothing a name"),
            ("type a.yaml#/x =", "this line gives nothing a name"),
            ("type a.yaml#/x = ", "`` is not a valid Rust identifier"),
            ("pet a.yaml#/x = Pet", "there is no kind of item `pet`"),
            (" type a.yaml#/x = Pet", "there is no kind of item ``"),
            ("type a.yaml#/x = Pet Food", "`Pet Food` is not a valid Rust identifier"),
            ("type a.yaml#/x = Pet,", "`Pet,` is not a valid Rust identifier"),
            ("type a.yaml#/x = pet", "`pet` is not spelled like the name of a type or variant"),
            ("type a.yaml#/x = Vec", "`Vec` would shadow a name of Rust's prelude"),
            ("type a.yaml#/x = Pet, Cat", "`Cat` is not an alias"),
            ("type a.yaml#/x = Pet, was Pet", "`Pet` is there twice"),
            ("type a.yaml#/x = Pet, was Cat, was Cat", "`Cat` is there twice"),
            ("type a.yaml#/x = Pet, was ca-t", "`ca-t` is not a valid Rust identifier"),
            ("field a.yaml#/x y = name, was title", "Rust has no alias for a field"),
        ] {
            let found = entry(line, 0..line.len()).map(|(key, _)| key).map_err(|(message, _)| message);
            assert_eq!(found, Err(problem.to_owned()), "{line}");
        }
    }
}
