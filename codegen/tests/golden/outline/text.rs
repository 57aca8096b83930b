//! Documentation, attributes and tokens, each in one line.

use quote::ToTokens;
use syn::{Attribute, Expr};

/// How documentation begins that follows from the name of its item.
const USUAL_DOCS: &[&str] = &[
    "A request of [`",
    "A shape that this version of the crate does not know",
    "A value that this version of the crate does not know",
    "The operations of `client.",
    "The resources of ",
    "The successful responses of [`",
];

/// The heading above an example.
const EXAMPLE: &str = "# Example";

/// Documentation in one line, without the example and what follows from the name.
pub fn docs(attributes: &[Attribute]) -> String {
    let lines = doc_lines(attributes);
    let lines = lines.iter().take_while(|line| line.trim() != EXAMPLE);
    let words: Vec<_> = lines.flat_map(|line| line.split_whitespace()).collect();
    let text = words.join(" ");
    let is_name = text.trim_end_matches('.').trim_matches('`').chars().all(|letter| letter != '`' && letter != ' ');
    let is_usual = text.starts_with('`') && is_name || USUAL_DOCS.iter().any(|usual| text.starts_with(usual));
    if is_usual { String::new() } else { text }
}

/// The code of the example in one line, without what is not shown of it.
pub fn example(attributes: &[Attribute]) -> String {
    let lines = doc_lines(attributes);
    let lines = lines.iter().map(|line| line.trim()).skip_while(|line| *line != EXAMPLE).skip(1);
    let code = lines.filter(|line| !line.starts_with("# ") && !line.starts_with("```"));
    code.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

fn doc_lines(attributes: &[Attribute]) -> Vec<String> {
    let line = |attribute: &Attribute| match &attribute.meta {
        syn::Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
            Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    };
    attributes.iter().filter_map(line).collect()
}

/// The attributes that decide whether there is something, or whether to use it.
pub fn attributes(attributes: &[Attribute]) -> String {
    let kept = |attribute: &&Attribute| attribute.path().is_ident("cfg") || attribute.path().is_ident("deprecated");
    attributes.iter().filter(kept).map(|attribute| compact(attribute) + " ").collect()
}

/// Tokens in one line, with the spaces that a reader expects.
pub fn compact(tokens: impl ToTokens) -> String {
    let mut text = tokens.to_token_stream().to_string().split_whitespace().collect::<Vec<_>>().join(" ");
    let pairs = [
        (" :: ", "::"),
        (":: ", "::"),
        (" ::", "::"),
        (" . ", "."),
        (" .", "."),
        (" ,", ","),
        (" ;", ";"),
        ("; ", ";"),
        ("( ", "("),
        (" )", ")"),
        (" (", "("),
        ("[ ", "["),
        (" ]", "]"),
        ("& ", "&"),
        (" < ", "<"),
        (" <", "<"),
        ("< ", "<"),
        (" >", ">"),
        (" :", ":"),
        (" ?", "?"),
        (" ! ", "!"),
        ("# [", "#["),
        (",)", ")"),
        ("rt::", ""),
    ];
    for (from, to) in pairs {
        text = text.replace(from, to);
    }
    text
}
