//! Identifiers, valid by construction.

use std::collections::HashSet;
use std::fmt;

use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};

/// A Rust identifier. Keywords are raw, such as `r#type`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Ident(Box<str>);

/// Words that cannot even be raw.
const NEVER: &[&str] = &["self", "Self", "super", "crate", "_"];

/// Names of the prelude that generated code uses: a type of such a name would hide it.
const PRELUDE: &[&str] = &[
    "Box",
    "Clone",
    "Default",
    "Err",
    "From",
    "Into",
    "Iterator",
    "IntoIterator",
    "None",
    "Ok",
    "Option",
    "PartialEq",
    "Result",
    "Some",
    "String",
    "Vec",
];

/// Returns whether a word with the letters of an identifier is a keyword of any edition, strict or reserved.
pub(crate) fn is_keyword(word: &str) -> bool {
    // syn reads all editions alike, and `gen` is a name in all but the latest one.
    word == "gen" || syn::parse_str::<syn::Ident>(word).is_err()
}

impl Ident {
    fn of(text: String) -> Self {
        Self(text.into_boxed_str())
    }

    /// An identifier spelt exactly so, if it is one.
    pub(crate) fn exact(text: &str) -> Option<Self> {
        let mut chars = text.chars();
        let first = chars.next()?;
        let valid = (first.is_ascii_alphabetic() || first == '_')
            && chars.all(|char| char.is_ascii_alphanumeric() || char == '_')
            && !NEVER.contains(&text);
        valid.then(|| if is_keyword(text) { Self::of(format!("r#{text}")) } else { Self(text.into()) })
    }

    /// For a field, a function, or an argument.
    pub(crate) fn snake(text: &str) -> Self {
        Self::made(&ascii(text).to_snake_case(), "empty", 'n')
    }

    /// For a type or a variant. It never hides a name of the prelude.
    pub(crate) fn camel(text: &str) -> Self {
        let name = Self::made(&ascii(text).to_upper_camel_case(), "Empty", 'N');
        if PRELUDE.contains(&name.as_str()) { Self::of(format!("{}Value", name.0)) } else { name }
    }

    /// Whether a type may have that name, in Rust's style and without hiding a name of the prelude.
    pub(crate) fn is_type_name(&self) -> bool {
        self.0.starts_with(char::is_uppercase) && !self.0.contains('_') && !PRELUDE.contains(&self.as_str())
    }

    /// For a static.
    pub(crate) fn shouty(text: &str) -> Self {
        Self::made(&ascii(text).to_shouty_snake_case(), "EMPTY", 'N')
    }

    /// Mends what the case change leaves: nothing at all, a digit in front, a word that cannot be raw.
    fn made(text: &str, empty: &str, before_digit: char) -> Self {
        let text = match text.chars().next() {
            None => empty.to_owned(),
            Some(first) if first.is_ascii_digit() => format!("{before_digit}{text}"),
            Some(_) => text.to_owned(),
        };
        Self::exact(&text).unwrap_or_else(|| Self::of(format!("{text}_")))
    }

    /// With something appended. What it ends with tells it from a keyword, and is not needed then.
    pub(crate) fn with_suffix(&self, suffix: &str) -> Self {
        Self::of(format!("{}{suffix}", self.plain().trim_end_matches('_')))
    }

    /// As it is written, `r#` included.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Without `r#`.
    pub(crate) fn plain(&self) -> &str {
        self.0.strip_prefix("r#").unwrap_or(&self.0)
    }
}

/// Characters that no identifier of ours has become gaps, or a name of their own.
fn ascii(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            _ if char.is_ascii_alphanumeric() || char == '_' => result.push(char),
            '+' => result.push_str(" plus "),
            '$' => result.push_str(" dollar "),
            '@' => result.push_str(" at "),
            '%' => result.push_str(" percent "),
            _ if char.is_ascii() => result.push(' '),
            _ => result.push_str(&format!(" u{:x} ", u32::from(char))),
        }
    }
    result
}

impl fmt::Display for Ident {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Ident {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The names taken in one scope.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names(HashSet<Box<str>>);

impl Names {
    /// A scope in which some names are taken already.
    pub(crate) fn reserving(names: &[&str]) -> Self {
        Self(names.iter().map(|name| (*name).into()).collect())
    }

    /// Takes a name; false if it was taken.
    pub(crate) fn claim(&mut self, name: &Ident) -> bool {
        self.0.insert(name.plain().into())
    }

    /// Takes the name, or else the first free one of `name2`, `name3`, …
    pub(crate) fn free(&mut self, name: Ident) -> Ident {
        if self.claim(&name) {
            return name;
        }
        let mut number = 2_u32;
        loop {
            let candidate = name.with_suffix(&number.to_string());
            if self.claim(&candidate) {
                return candidate;
            }
            number += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_identifiers() {
        for (text, snake, camel) in [
            ("customer_id", "customer_id", "CustomerId"),
            ("id:in", "id_in", "IdIn"),
            ("name:like", "name_like", "NameLike"),
            ("customerId", "customer_id", "CustomerId"),
            ("_authentication", "authentication", "Authentication"),
            ("type", "r#type", "Type"),
            ("gen", "r#gen", "Gen"),
            ("abstract", "r#abstract", "Abstract"),
            ("union", "union", "Union"),
            ("self", "self_", "Self_"),
            ("Option", "option", "OptionValue"),
            ("", "empty", "Empty"),
            ("2fa", "n2fa", "N2fa"),
            ("name", "name", "Name"),
            ("+1", "plus_1", "Plus1"),
            ("é", "ue9", "Ue9"),
            ("_", "empty", "Empty"),
        ] {
            assert_eq!((Ident::snake(text).as_str(), Ident::camel(text).as_str()), (snake, camel), "{text}");
        }
    }

    #[test]
    fn exact_names_are_validated() {
        for (text, expected) in
            [("list", Some("list")), ("type", Some("r#type")), ("self", None), ("a-b", None), ("1a", None), ("", None)]
        {
            assert_eq!(Ident::exact(text).as_ref().map(Ident::as_str), expected, "{text}");
        }
    }

    #[test]
    fn taken_names_are_numbered() {
        let mut names = Names::reserving(&["new"]);
        let taken: Vec<_> = ["a", "a", "a", "new", "type", "type"].map(|name| names.free(Ident::snake(name))).into();
        let texts: Vec<_> = taken.iter().map(Ident::as_str).collect();
        assert_eq!(texts, ["a", "a2", "a3", "new2", "r#type", "type2"]);
    }
}
