//! Splits a single document into a module for each tag.

use std::collections::{HashMap, HashSet};

use super::{Bundle, Fragment, Share, is_path};
use crate::diagnostic::FileId;
use crate::name::Ident;
use crate::openapi::Method;
use crate::source::{NodeId, Sources};

/// The module of types, where there are several for operations.
const TYPES: &str = "types";

/// The module of operations without a tag.
const UNTAGGED: &str = "untagged";

/// What else has a file or a name at the root of a crate.
const OURS: &[&str] = &["client", "lib", "main", "openapi_client_runtime"];

/// The first tag of an operation.
pub(super) fn first(sources: &Sources, operation: NodeId) -> Option<&str> {
    sources.text(*sources.items(sources.get(operation, "tags")?).first()?)
}

/// A bundle for each document.
pub(super) fn bundles<'a>(sources: &Sources, named: impl Iterator<Item = &'a FileId>) -> Vec<Bundle> {
    let mut taken = HashSet::new();
    let bundle = |file: &FileId| {
        let root = sources.root(*file)?;
        let path = sources.file(*file).map_or("", |source| source.path.as_str());
        let name = path.rsplit('/').next().unwrap_or(path);
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let fragments = fragments(sources, *file, root);
        // A module that is called as the one around it confuses readers.
        let is_inside = fragments.iter().any(|fragment| Ident::snake(&fragment.name) == Ident::snake(stem));
        let is_ours = OURS.contains(&Ident::snake(stem).plain());
        let name = if is_inside || is_ours { format!("{stem}_api") } else { stem.to_owned() };
        Some(Bundle { name: free(&mut taken, &name), api: root, fragments })
    };
    named.filter_map(bundle).collect()
}

/// One module for the types and one for each tag; or a single one, where that makes no difference.
fn fragments(sources: &Sources, file: FileId, root: NodeId) -> Vec<Fragment> {
    let mut tags: Vec<Option<&str>> = Vec::new();
    // The positions of the paths of each: looking through all of them for each tag would take long.
    let mut paths: HashMap<Option<&str>, Vec<usize>> = HashMap::new();
    let all = sources.get(root, "paths").map_or(&[][..], |paths| sources.entries(paths)).iter();
    for (at, path) in all.enumerate().filter(|(_, path)| is_path(path)) {
        for entry in sources.entries(path.value) {
            if Method::ALL.iter().any(|(name, _)| *name == entry.key) {
                let tag = first(sources, entry.value);
                let of_tag = paths.entry(tag).or_default();
                if of_tag.is_empty() {
                    tags.push(tag);
                }
                if of_tag.last() != Some(&at) {
                    of_tag.push(at);
                }
            }
        }
    }
    let mut taken = HashSet::new();
    let fragment = |name: String, share: Share| Fragment { name, file, root, share };
    if let [] | [_] = tags.as_slice() {
        let name = tags.first().copied().flatten().unwrap_or(UNTAGGED);
        return vec![fragment(free(&mut taken, name), Share::Whole)];
    }
    let types = fragment(free(&mut taken, TYPES), Share::Types);
    let tags = tags.iter().map(|tag| {
        let share = Share::Tag { tag: tag.map(str::to_owned), paths: paths.remove(tag).unwrap_or_default() };
        fragment(free(&mut taken, tag.unwrap_or(UNTAGGED)), share)
    });
    std::iter::once(types).chain(tags).collect()
}

/// The name, or one with a number, so that no other module has it.
fn free(taken: &mut HashSet<Ident>, name: &str) -> String {
    let numbered = (2..).map(|number| format!("{name}_{number}"));
    let names = std::iter::once(name.to_owned()).chain(numbered);
    names.into_iter().find(|name| taken.insert(Ident::snake(name))).unwrap_or_default()
}
