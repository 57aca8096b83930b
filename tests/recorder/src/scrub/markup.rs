//! Bodies that are not JSON: pages of gateways, or plain text.

use super::kind::Kind;
use super::walk::Walk;

/// Scrubs a text of any format.
pub(super) fn text(walk: &mut Walk<'_, '_>, text: &str) -> String {
    if text.trim_start().starts_with('<') {
        page(walk, text)
    } else {
        text.split_inclusive('\n').map(|line| words(walk, line)).collect()
    }
}

/// Scrubs HTML or XML: keeps the tags without their attributes, and the texts that say nothing about the store.
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

/// Returns where a part with this end is over; the end of the page if it is not closed.
fn after(text: &str, end: &str) -> usize {
    // Changes the case of ASCII only, so that offsets stay the same.
    text.to_ascii_lowercase().find(end).map_or(text.len(), |at| at + end.len())
}

/// Returns a tag with only those attributes that say how to read the page.
fn shown(tag: &str, name: &str) -> String {
    let tag = tag.split('>').next().unwrap_or_default();
    let kept = ["lang=\"en\"", "charset=\"utf-8\"", "charset=\"UTF-8\""].into_iter().find(|kept| tag.contains(kept));
    let end = if tag.ends_with('/') { "/" } else { "" };
    match kept.filter(|_| ["html", "meta"].contains(&name)) {
        Some(kept) => format!("<{name} {kept}{end}>"),
        None => format!("<{name}{end}>"),
    }
}

/// Scrubs a text without markup.
fn words(walk: &mut Walk<'_, '_>, text: &str) -> String {
    let inner = text.trim();
    if inner.is_empty() {
        return text.to_owned();
    }
    let new = if walk.vocabulary.knows_all(inner) {
        walk.visitor.message(inner)
    } else {
        // Recognized values are visited one by one, so that they are found elsewhere too.
        walk.visitor.mention(inner);
        walk.visitor.whole(Kind::Prose, inner)
    };
    text.replacen(inner, &new, 1)
}
