//! Splits a single document into a module for each tag.

use std::collections::{HashMap, HashSet};

use super::{Bundle, Fragment, Share, is_path};
use crate::diagnostic::FileId;
use crate::ledger::{Key, Ledger, Place, Role, in_line};
use crate::name::Ident;
use crate::openapi::Method;
use crate::source::{NodeId, Sources};

/// The module of the types, if the operations have several modules.
const TYPES: &str = "types";

/// The module of operations without a tag.
const UNTAGGED: &str = "untagged";

/// Names that no tag can have: that of the file that Rust takes for the module around it, those of crates and modules that
/// generated code names, and that of the types, by which the ledger knows where they are.
const RESERVED: &[&str] = &["alloc", "core", "mod", "openapi_client_runtime", "rt", "std", TYPES];

/// Names of other files in the root of the crate.
const FILES: &[&str] = &["client", "lib", "main"];

/// Whether a name, as that of a module, is one of these.
fn is_one_of(names: &[&str], name: &str) -> bool {
    names.contains(&Ident::snake(name).plain())
}

/// Returns the first tag of an operation.
pub(super) fn first(sources: &Sources, operation: NodeId) -> Option<&str> {
    sources.text(*sources.items(sources.get(operation, "tags")?).first()?)
}

/// Creates a bundle for each document.
pub(super) fn bundles<'a>(
    sources: &Sources,
    ledger: &Ledger,
    named: impl Iterator<Item = &'a FileId> + Clone,
) -> Vec<Bundle> {
    let known = |role: Role, file: &FileId| {
        let place = in_line(ledger.path(sources, *file));
        ledger.known(Key { role, place: Place::Text(&place), detail: ["", ""] }).map(|known| known.name)
    };
    let mut taken: HashSet<_> = named.clone().filter_map(|file| known(Role::Version, file)).collect();
    let bundle = |file: &FileId| {
        let root = sources.root(*file)?;
        let path = sources.file(*file).map_or("", |source| source.path.as_str());
        let name = path.rsplit('/').next().unwrap_or(path);
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let fragments = fragments(sources, *file, root, known(Role::Module, file));
        // A module with the name of its parent would be confusing.
        let is_inside = fragments.iter().any(|fragment| Ident::snake(&fragment.name) == Ident::snake(stem));
        let name = if is_inside || is_one_of(FILES, stem) { format!("{stem}_api") } else { stem.to_owned() };
        let name = match known(Role::Version, file) {
            Some(known) => known.plain().to_owned(),
            None => free(&mut taken, &name),
        };
        Some(Bundle { name, api: root, fragments })
    };
    named.filter_map(bundle).collect()
}

/// Returns a fragment for the types and one for each tag, or a single one if there is at most one tag.
///
/// The types stay in the module of the tag that was once the only one: it is the one with the `known` name.
fn fragments(sources: &Sources, file: FileId, root: NodeId, known: Option<Ident>) -> Vec<Fragment> {
    let mut tags: Vec<Option<&str>> = Vec::new();
    // The indexes of the paths with each tag: searching all paths for each tag would be slow.
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
    let was_alone = |tag: &&Option<&str>| known.as_ref() == Some(&Ident::snake(&allowed(tag.unwrap_or(UNTAGGED))));
    let first = tags.iter().find(was_alone).copied();
    let types = first.is_none().then(|| fragment(TYPES.to_owned(), Share::Types));
    let tags = tags.iter().map(|tag| {
        let (paths, has_types) = (paths.remove(tag).unwrap_or_default(), first == Some(*tag));
        let share = Share::Tag { tag: tag.map(str::to_owned), has_types, paths };
        fragment(free(&mut taken, tag.unwrap_or(UNTAGGED)), share)
    });
    types.into_iter().chain(tags).collect()
}

/// Returns the name, with a suffix if no module can have it.
fn allowed(name: &str) -> String {
    if is_one_of(RESERVED, name) { format!("{name} api") } else { name.to_owned() }
}

/// Returns the name, with a suffix if no module can have it, and with a number if another module has it.
fn free(taken: &mut HashSet<Ident>, name: &str) -> String {
    let name = allowed(name);
    let numbered = (2..).map(|number| format!("{name}_{number}"));
    let names = std::iter::once(name.clone()).chain(numbered);
    names.into_iter().find(|name| taken.insert(Ident::snake(name))).unwrap_or_default()
}
