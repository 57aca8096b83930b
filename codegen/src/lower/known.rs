//! The places of modules and operations in the ledger.

use super::input::Input;
use crate::bundle::{DeclaredOperation, Fragment, Group, Share};
use crate::ledger::{Key, Place, Role, in_line};
use crate::source::NodeId;

/// The role and the place of an item that is alone there.
pub(super) fn at(role: Role, place: Place<'_>) -> Key<'_> {
    Key { role, place, detail: ["", ""] }
}

/// The place of a module, such as `v3/pets.yaml`, or `api.yaml[pets]` for a tag.
pub(super) fn module(input: Input<'_>, fragment: &Fragment) -> String {
    let path = input.ledger.path(input.sources, fragment.file);
    match &fragment.share {
        Share::Whole | Share::Types | Share::Part { has_types: true, .. } => in_line(path).into_owned(),
        Share::Part { group, .. } => {
            let (slash, name) = match group {
                Group::Tag(tag) => ("", tag),
                // No tag begins like that.
                Group::Path(segment) => ("/", segment),
            };
            format!("{}[{slash}{}]", in_line(path), in_line(name.as_deref().unwrap_or_default()))
        }
    }
}

/// The place of a version.
pub(super) fn version(input: Input<'_>, api: NodeId) -> String {
    in_line(input.ledger.path(input.sources, api.file())).into_owned()
}

/// The place of an operation, such as `v3/pets.yaml GET /pets`.
pub(super) fn operation(module: &str, found: &DeclaredOperation<'_>) -> Box<str> {
    format!("{module} {} {}", found.method.key().to_uppercase(), in_line(found.path)).into()
}

/// The key of a lookup, which is told from others by its filter.
pub(super) fn lookup<'k>(input: Input<'k>, role: Role, operation: &'k str, node: NodeId) -> Key<'k> {
    let by = input.sources.get_text(node, "by").unwrap_or_default();
    Key { role, place: Place::Text(operation), detail: [by, ""] }
}
