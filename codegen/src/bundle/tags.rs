//! Splits a single document into a module for each tag, or for each first segment of its paths if it has no tags.

use std::collections::{HashMap, HashSet};

use super::{Bundle, Fragment, Group, Share, is_path};
use crate::diagnostic::FileId;
use crate::ledger::{Key, Ledger, Place, Role, in_line};
use crate::name::Ident;
use crate::openapi::Method;
use crate::source::{Entry, NodeId, Sources};

/// The module of the types, if the operations have several modules.
const TYPES: &str = "types";

/// The module of operations without a tag, and of those whose path names nothing.
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

/// Returns a fragment for the types and one for each group, or a single one if there is at most one group.
///
/// The types stay in the module of the group that was once the only one: it is the one with the `known` name.
fn fragments(sources: &Sources, file: FileId, root: NodeId, known: Option<Ident>) -> Vec<Fragment> {
    let mut groups: Vec<Group> = Vec::new();
    // The indexes of the paths of each group: searching all paths for each group would be slow.
    let mut paths: HashMap<Group, Vec<usize>> = HashMap::new();
    for (at, group) in grouped(sources, root) {
        let of_group = paths.entry(group.clone()).or_default();
        if of_group.is_empty() {
            groups.push(group);
        }
        if of_group.last() != Some(&at) {
            of_group.push(at);
        }
    }
    let mut taken = HashSet::new();
    let fragment = |name: String, share: Share| Fragment { name, file, root, share };
    if let [] | [_] = groups.as_slice() {
        let name = groups.first().map_or(UNTAGGED, name);
        return vec![fragment(free(&mut taken, name), Share::Whole)];
    }
    let was_alone = |group: &&Group| known.as_ref() == Some(&Ident::snake(&allowed(name(group))));
    let first = groups.iter().find(was_alone).cloned();
    let types = first.is_none().then(|| fragment(TYPES.to_owned(), Share::Types));
    let parts = groups.into_iter().map(|group| {
        let (paths, has_types) = (paths.remove(&group).unwrap_or_default(), first.as_ref() == Some(&group));
        let name = free(&mut taken, name(&group));
        fragment(name, Share::Part { group, has_types, paths })
    });
    types.into_iter().chain(parts).collect()
}

/// Returns the group of each operation, with the index of its path.
fn grouped(sources: &Sources, root: NodeId) -> Vec<(usize, Group)> {
    let all = sources.get(root, "paths").map_or(&[][..], |paths| sources.entries(paths)).iter();
    let operations = all.enumerate().filter(|(_, path)| is_path(path)).flat_map(|(at, path)| {
        let is_operation = |entry: &&Entry| Method::ALL.iter().any(|(name, _)| *name == entry.key);
        sources.entries(path.value).iter().filter(is_operation).map(move |entry| (at, path, entry.value))
    });
    let operations: Vec<_> = operations.collect();
    if operations.iter().any(|(.., operation)| first(sources, *operation).is_some()) {
        let of_tag = |(at, _, operation)| (at, Group::Tag(first(sources, operation).map(str::to_owned)));
        return operations.into_iter().map(of_tag).collect();
    }
    // Segments that only differ in their spelling become one module.
    let mut spelled: HashMap<Ident, String> = HashMap::new();
    let mut of_path = |(at, path, _): (usize, &Entry, NodeId)| {
        let segment =
            segment(&path.key).map(|name| spelled.entry(Ident::snake(name)).or_insert(name.to_owned()).clone());
        (at, Group::Path(segment))
    };
    operations.into_iter().map(&mut of_path).collect()
}

/// Returns the first segment of a path that names something: neither a parameter nor a version.
fn segment(path: &str) -> Option<&str> {
    let path = path.split(['#', '?']).next().unwrap_or(path);
    path.split('/').map(|segment| segment.split(['.', ':', '(']).next().unwrap_or(segment)).find(|segment| {
        let is_named = segment.chars().any(char::is_alphabetic) && !segment.contains(['{', '}']);
        is_named && !is_version(segment)
    })
}

/// Whether a segment, such as `api` or `v2beta1`, names no resource.
fn is_version(segment: &str) -> bool {
    let lower = segment.to_ascii_lowercase();
    let number = lower.strip_prefix('v').unwrap_or_default();
    matches!(lower.as_str(), "api" | "apis" | "rest" | "latest")
        || number.starts_with(|first: char| first.is_ascii_digit())
}

/// Returns the name of the module of a group.
fn name(group: &Group) -> &str {
    let (Group::Tag(name) | Group::Path(name)) = group;
    name.as_deref().unwrap_or(UNTAGGED)
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
