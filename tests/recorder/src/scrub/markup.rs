//! Bodies that are not JSON: pages of gateways, or plain text.

use super::kind::Kind;
use super::walk::Walk;

/// A text of whatever kind.
pub(super) fn text(walk: &mut Walk<'_, '_>, text: &str) -> String {
    if text.trim_start().starts_with('<') {
        page(walk, text)
    } else {
        text.split_inclusive('\n').map(|line| words(walk, line)).collect()
    }
}

/// HTML or XML: the tags stay without their attributes, the texts if they say nothing about the store.
fn page(walk: &mut Walk<'_, '_>, page: &str) -> String {
    let mut result = String::new();
    let mut rest = page;
    while let Some(start) = rest.find('<') {
        let (before, tag) = rest.split_at(start);
        result += &words(walk, before);
        let name: String =
            tag.chars().skip(1).take_while(|c| c.is_ascii_alphanumeric() || "/!?-:".contains(*c)).collect();
        let name = name.trim_end_matches('/').to_lowercase();
        let (end, shown) = match name.as_str() {
            _ if name.starts_with("!--") => (after(tag, "-->"), String::new()),
            "script" | "style" => (after(tag, &format!("</{name}>")), format!("<{name}></{name}>")),
            "!doctype" => (after(tag, ">"), "<!DOCTYPE html>".to_owned()),
            _ => (after(tag, ">"), shown(tag, &name)),
        };
        result += &shown;
        let (tag, tail) = tag.split_at(end);
        walk.visitor.mention(tag);
        rest = tail;
    }
    result + &words(walk, rest)
}

/// Where a part that ends so is over; at the end of the page if it never is.
fn after(text: &str, end: &str) -> usize {
    // ASCII alone changes its case, so that places stay the same.
    text.to_ascii_lowercase().find(end).map_or(text.len(), |at| at + end.len())
}

/// A tag with nothing but what says how to read the page.
fn shown(tag: &str, name: &str) -> String {
    let tag = tag.split('>').next().unwrap_or_default();
    let kept = ["lang=\"en\"", "charset=\"utf-8\"", "charset=\"UTF-8\""].into_iter().find(|kept| tag.contains(kept));
    let end = if tag.ends_with('/') { "/" } else { "" };
    match kept.filter(|_| ["html", "meta"].contains(&name)) {
        Some(kept) => format!("<{name} {kept}{end}>"),
        None => format!("<{name}{end}>"),
    }
}

/// A text without markup.
fn words(walk: &mut Walk<'_, '_>, text: &str) -> String {
    let inner = text.trim();
    if inner.is_empty() {
        return text.to_owned();
    }
    let new = if walk.vocabulary.knows_all(inner) {
        walk.visitor.message(inner)
    } else {
        // What can be recognized is told apart, so that it is recognized elsewhere too.
        walk.visitor.mention(inner);
        walk.visitor.whole(Kind::Prose, inner)
    };
    text.replacen(inner, &new, 1)
}
