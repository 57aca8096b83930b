//! Paths, queries and links.

use percent_encoding::{AsciiSet, utf8_percent_encode};

use super::escape::{QUERY, SEGMENT, decoded};
use super::kind::{Kind, counts, field, is_id, looks_like};
use super::pattern::{is_harmless_host, is_identifier, is_number, is_uuid};
use super::schema::Place;
use super::walk::Walk;
use test_support::Operation;

/// Replaces the values of a path. Its literal segments and ids are kept.
pub(super) fn path(walk: &mut Walk<'_, '_>, path: &str) -> String {
    let mut store = false;
    let segments = path.split('/').map(|segment| {
        let plain = decoded(segment);
        let follows_stores = std::mem::replace(&mut store, segment == "stores");
        if follows_stores && !segment.is_empty() {
            walk.visitor.whole(Kind::StoreHash, &plain)
        } else if walk.vocabulary.is_plain_segment(segment) {
            if is_number(segment) || is_uuid(segment) {
                walk.visitor.number(segment);
            }
            segment.to_owned()
        } else {
            encoded(&walk.visitor.whole(looks_like(&plain), &plain), SEGMENT)
        }
    });
    segments.collect::<Vec<_>>().join("/")
}

/// Replaces the values of a percent-encoded query. Other values keep their encoding.
pub(super) fn query<'s>(walk: &mut Walk<'_, 's>, query: &str, operation: Option<&Operation<'s>>) -> String {
    let pairs = query.split('&').map(|pair| {
        let (name, value) = pair.split_once('=').map_or((pair, None), |(name, value)| (name, Some(value)));
        let plain = decoded(name);
        let declared = Place::parameter(operation, &plain);
        let new_name = if declared.is_some() || plain.is_empty() { plain.clone() } else { walk.key(&plain) };
        let new_name = unless_same(name, &plain, &new_name);
        let Some(value) = value else { return new_name };
        let (place, list) = declared.unwrap_or_else(|| (Place::default(), plain.ends_with(":in")));
        let parts: Vec<&str> = if list { value.split(',').collect() } else { vec![value] };
        let parts = parts.into_iter().map(|part| {
            let text = decoded(part);
            unless_same(part, &text, &argument(walk, &text, &place, &plain, operation))
        });
        format!("{new_name}={}", parts.collect::<Vec<_>>().join(","))
    });
    pairs.collect::<Vec<_>>().join("&")
}

/// Replaces a value of a query.
fn argument<'s>(
    walk: &mut Walk<'_, 's>,
    text: &str,
    place: &Place<'s>,
    name: &str,
    operation: Option<&Operation<'s>>,
) -> String {
    // Only customers and addresses have personal names in this parameter.
    let people = operation.is_some_and(|it| ["customers", "addresses"].contains(&it.fragment));
    match name {
        "name:in" if people => {
            let (first, last) = text.rsplit_once(' ').unwrap_or((text, ""));
            walk.visitor.whole(Kind::FirstName, first);
            walk.visitor.whole(Kind::LastName, last);
            walk.visitor.whole(Kind::FullName, text)
        }
        "name:like" if people => walk.visitor.whole(Kind::LastName, text),
        _ => {
            let field_name = name.split(':').next().unwrap_or(name);
            // Links repeat parameters that the operation does not have, such as the page.
            if field(field_name).is_none()
                && is_number(text)
                && (counts(field_name) || is_id(field_name, walk.vocabulary) || text.len() <= 3)
            {
                walk.visitor.number(text);
                return text.to_owned();
            }
            walk.text(text, place, field_name, operation)
        }
    }
}

/// Replaces the values of a URL, a path, or a query.
pub(super) fn link<'s>(walk: &mut Walk<'_, 's>, text: &str, operation: Option<&Operation<'s>>) -> String {
    let (rest, fragment) = text.split_once('#').map_or((text, None), |(rest, fragment)| (rest, Some(fragment)));
    let (rest, query_text) = rest.split_once('?').map_or((rest, None), |(rest, query)| (rest, Some(query)));
    let mut link = String::new();
    let mut path_text = rest;
    if let Some((scheme, rest)) = rest.split_once("://") {
        let (host, path) = rest.find('/').map_or((rest, ""), |at| rest.split_at(at));
        let host = if is_harmless_host(host) { host.to_owned() } else { walk.visitor.whole(Kind::Host, host) };
        link = format!("{}://{host}", if is_identifier(scheme) { scheme } else { "https" });
        path_text = path;
    }
    link += &path(walk, path_text);
    if let Some(text) = query_text {
        link = link + "?" + &query(walk, text, operation);
    }
    if let Some(text) = fragment {
        let plain = walk.vocabulary.is_plain_segment(text);
        link += "#";
        link +=
            &if plain { text.to_owned() } else { encoded(&walk.visitor.whole(Kind::Prose, &decoded(text)), SEGMENT) };
    }
    link
}

fn unless_same(raw: &str, text: &str, new: &str) -> String {
    if text == new { raw.to_owned() } else { encoded(new, QUERY) }
}

fn encoded(text: &str, set: &'static AsciiSet) -> String {
    utf8_percent_encode(text, set).to_string()
}
