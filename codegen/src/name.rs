//! Identifiers, valid by construction.

use std::collections::HashSet;
use std::fmt;

use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};

/// A Rust identifier. Keywords are raw, such as `r#type`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Ident(Box<str>);

/// Words that cannot be raw identifiers.
const NEVER: &[&str] = &["self", "Self", "super", "crate", "_"];

/// Names of the prelude that generated code uses: a type with such a name would shadow it.
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

/// Returns whether a word is a keyword, strict or reserved, in any edition.
pub(crate) fn is_keyword(word: &str) -> bool {
    // No keyword is longer than `abstract` and `continue`.
    let may_be = word.len() <= "continue".len() && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    // syn knows the keywords of all editions except `gen`, which is an identifier in all but the latest one.
    may_be && (word == "gen" || syn::parse_str::<syn::Ident>(word).is_err())
}

impl Ident {
    fn of(text: String) -> Self {
        Self(text.into_boxed_str())
    }

    /// Returns an identifier with exactly this spelling, if it is valid.
    pub(crate) fn exact(text: &str) -> Option<Self> {
        let mut chars = text.chars();
        let first = chars.next()?;
        let valid = (first.is_ascii_alphabetic() || first == '_')
            && chars.all(|char| char.is_ascii_alphanumeric() || char == '_')
            && !NEVER.contains(&text);
        valid.then(|| if is_keyword(text) { Self::of(format!("r#{text}")) } else { Self(text.into()) })
    }

    /// Creates a name for a field, a function, or an argument.
    pub(crate) fn snake(text: &str) -> Self {
        Self::made(&ascii(text).to_snake_case(), "empty", 'n')
    }

    /// Creates a name for a type or a variant, which never shadows a name of the prelude.
    pub(crate) fn camel(text: &str) -> Self {
        let name = Self::made(&ascii(text).to_upper_camel_case(), "Empty", 'N');
        if name.shadows_prelude() { Self::of(format!("{}Value", name.0)) } else { name }
    }

    /// Returns whether a type may have this name, by Rust's conventions and without shadowing a name of the prelude.
    pub(crate) fn is_type_name(&self) -> bool {
        self.0.starts_with(char::is_uppercase) && !self.0.contains('_') && !self.shadows_prelude()
    }

    /// Returns whether a type with this name would shadow one of the prelude.
    pub(crate) fn shadows_prelude(&self) -> bool {
        PRELUDE.contains(&self.as_str())
    }

    /// Creates a name for a static.
    pub(crate) fn shouty(text: &str) -> Self {
        Self::made(&ascii(text).to_shouty_snake_case(), "EMPTY", 'N')
    }

    /// Repairs the result of a case conversion: an empty word, a leading digit, or a word that cannot be raw.
    fn made(text: &str, empty: &str, before_digit: char) -> Self {
        let text = match text.chars().next() {
            None => empty.to_owned(),
            Some(first) if first.is_ascii_digit() => format!("{before_digit}{text}"),
            Some(_) => text.to_owned(),
        };
        Self::exact(&text).unwrap_or_else(|| Self::of(format!("{text}_")))
    }

    /// Appends a suffix. With the suffix it is not a keyword, so an underscore at its end is removed.
    pub(crate) fn with_suffix(&self, suffix: &str) -> Self {
        Self::of(format!("{}{suffix}", self.plain().trim_end_matches('_')))
    }

    /// Returns the identifier as written, including `r#`.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the identifier without `r#`.
    pub(crate) fn plain(&self) -> &str {
        self.0.strip_prefix("r#").unwrap_or(&self.0)
    }
}

/// Comparisons, as names of values or at the ends of parameters, such as `date<`.
const COMPARISONS: &[(&str, &str)] = &[
    ("<=", "lte"),
    (">=", "gte"),
    ("!=", "not eq"),
    ("<>", "not eq"),
    ("==", "eq"),
    ("<", "lt"),
    (">", "gt"),
    ("=", "eq"),
];

/// Replaces characters that identifiers do not allow by separators or words.
fn ascii(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let ending = COMPARISONS.iter().find_map(|(sign, words)| Some((text.strip_suffix(sign)?, *words)));
    // Not an arrow, or the end of `<unknown>`.
    let ending = ending.filter(|(begin, _)| !begin.contains(['<', '>', '=', '-']));
    let text = ending.map_or(text, |(begin, _)| begin);
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
    if let Some((_, words)) = ending {
        result.push(' ');
        result.push_str(words);
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

/// The names that are taken in a scope.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    taken: HashSet<Box<str>>,
    /// Those of them that are held for an item that asks for exactly this name.
    held: HashSet<Box<str>>,
    /// Those of them that are reserved for an item that is known by this name.
    reserved: HashSet<Box<str>>,
}

impl Names {
    /// Creates a scope in which some names are taken.
    pub(crate) fn reserving(names: &[&str]) -> Self {
        Self { taken: names.iter().map(|name| (*name).into()).collect(), ..Self::default() }
    }

    /// Claims a name; false if it is taken.
    pub(crate) fn claim(&mut self, name: &Ident) -> bool {
        self.taken.insert(name.plain().into())
    }

    /// Takes a name, if it is free, until the item that it is held for asks for it with [`release`](Self::release).
    pub(crate) fn hold(&mut self, name: &Ident) {
        if self.claim(name) {
            self.held.insert(name.plain().into());
        }
    }

    /// Takes a name for an item that is known by it; false if it is taken.
    pub(crate) fn reserve(&mut self, name: &Ident) -> bool {
        self.claim(name) && self.reserved.insert(name.plain().into())
    }

    /// Hands a name over to an item that is known by it; false if another item of the same identity has it already.
    pub(crate) fn redeem(&mut self, name: &Ident) -> bool {
        self.reserved.remove(name.plain())
    }

    /// Hands a name over to the item that it is held for; false if it is not held.
    pub(crate) fn release(&mut self, name: &Ident) -> bool {
        self.held.remove(name.plain())
    }

    /// Gives a name back that was claimed.
    pub(crate) fn give_back(&mut self, name: &Ident) {
        self.taken.remove(name.plain());
    }

    /// Claims the name, or else the first free one of `name2`, `name3`, …
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
            ("DateSent<", "date_sent_lt", "DateSentLt"),
            ("DateSent>=", "date_sent_gte", "DateSentGte"),
            ("!=", "not_eq", "NotEq"),
            ("=", "eq", "Eq"),
            ("<unknown>", "unknown", "Unknown"),
            ("->", "empty", "Empty"),
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
