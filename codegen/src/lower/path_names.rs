//! Names of operations without an operationId: the method of HTTP, and as much of the path as tells them apart.

use std::collections::HashMap;

use super::short::is_plural;
use crate::ir::Ident;
use crate::openapi::Method;

/// An operation that is named after its path.
#[derive(Clone, Copy)]
pub(super) struct OnPath<'a> {
    pub(super) method: Method,
    pub(super) path: &'a str,
}

/// Returns names that differ from each other and from `taken` ones, as far as the paths do: `get_user` for
/// `GET /teams/{team}/users/{user}`, or `get_team_user` if something else is `get_user`.
pub(super) fn names(operations: &[OnPath<'_>], taken: &[Ident]) -> Vec<Ident> {
    let wanted: Vec<_> = operations.iter().map(|operation| candidates(*operation)).collect();
    let mut levels = vec![0; wanted.len()];
    loop {
        let chosen: Vec<Ident> =
            wanted.iter().zip(&levels).filter_map(|(names, level)| names.get(*level).cloned()).collect();
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for name in chosen.iter().chain(taken) {
            *counts.entry(name.plain()).or_default() += 1;
        }
        let mut changed = false;
        for ((names, level), name) in wanted.iter().zip(&mut levels).zip(&chosen) {
            if counts.get(name.plain()).is_some_and(|count| *count > 1) && *level + 1 < names.len() {
                *level += 1;
                changed = true;
            }
        }
        if !changed {
            return chosen;
        }
    }
}

/// Returns the names that an operation may have, the shortest first, the one with its whole path last.
fn candidates(OnPath { method, path }: OnPath<'_>) -> Vec<Ident> {
    let words = words(path);
    let name = |words: &[String]| Ident::snake(&format!("{}_{}", method.key(), words.join("_")));
    let whole = Ident::snake(&format!("{}_{path}", method.key()));
    let mut names: Vec<_> = (1..=words.len()).filter_map(|last| words.get(words.len() - last..)).map(name).collect();
    names.push(whole);
    names
}

/// Returns the texts between the parameters of a path, as singulars where a parameter selects one of several.
fn words(path: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for part in path.split(['/', '#', '?', '&']).filter(|part| !part.is_empty()) {
        let mut rest = part;
        while let Some((before, (_, after))) =
            rest.split_once('{').and_then(|(before, inner)| Some((before, inner.split_once('}')?)))
        {
            add(&mut words, before);
            if let Some(last) = words.last_mut() {
                *last = singular(last);
            }
            rest = after;
        }
        add(&mut words, rest);
    }
    words
}

/// Adds a text of a path that says something about it.
fn add(words: &mut Vec<String>, text: &str) {
    let is_version = text.strip_prefix('v').is_some_and(|rest| rest.starts_with(|first: char| first.is_ascii_digit()));
    let has_letters = text.contains(|letter: char| letter.is_ascii_alphabetic());
    if has_letters && !is_version && !text.eq_ignore_ascii_case("api") {
        words.push(text.to_owned());
    }
}

/// Returns the singular of a word that is clearly a plural.
fn singular(word: &str) -> String {
    const LIKE_BOXES: &[&str] = &["sses", "xes", "ches", "shes"];
    if !is_plural(word) || word.ends_with("series") {
        word.to_owned()
    } else if let Some(begin) = word.strip_suffix("ies") {
        format!("{begin}y")
    } else {
        let ending = if LIKE_BOXES.iter().any(|ending| word.ends_with(ending)) { "es" } else { "s" };
        word.strip_suffix(ending).unwrap_or(word).to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Method::{Delete, Get, Post};

    #[test]
    fn names_say_as_much_of_the_path_as_is_needed() {
        for (operations, expected) in [
            (&[(Get, "/pets"), (Post, "/pets"), (Get, "/pets/{id}")][..], "get_pets post_pets get_pet"),
            (&[(Get, "/api/v2/teams/{team}/users/{user}")], "get_user"),
            (&[(Get, "/teams/{team}/users/{user}"), (Get, "/users/{user}")], "get_team_user get_users_user"),
            (&[(Get, "/teams/{t}/users"), (Get, "/shops/{s}/users")], "get_team_users get_shop_users"),
            (&[(Post, "/jobs/{name}:cancel"), (Post, "/jobs/{name}.json")], "post_cancel post_json"),
            (&[(Post, "/files/{id}/add#link"), (Post, "/files/{id}/remove#link")], "post_add_link post_remove_link"),
            (
                &[(Get, "/addresses/{id}"), (Get, "/boxes/{id}"), (Get, "/countries/{id}")],
                "get_address get_box get_country",
            ),
            (&[(Get, "/status/{id}"), (Get, "/houses/{id}")], "get_status get_house"),
            (&[(Get, "/"), (Get, "/{id}"), (Delete, "/{id}")], "get get_id delete_id"),
            (&[(Get, "/v1/a"), (Get, "/v2/a")], "get_v1_a get_v2_a"),
        ] {
            let operations: Vec<_> = operations.iter().map(|(method, path)| OnPath { method: *method, path }).collect();
            let names = names(&operations, &[]);
            assert_eq!(names.iter().map(Ident::plain).collect::<Vec<_>>().join(" "), expected);
        }
        let taken = [Ident::snake("get_pet")];
        assert_eq!(names(&[OnPath { method: Get, path: "/pets/{id}" }], &taken), [Ident::snake("get_pets_id")]);
    }
}
