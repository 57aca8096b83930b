//! Names that documents set explicitly, such as with `x-rust-name`.

use std::collections::HashMap;

use super::input::Input;
use crate::diagnostic::{Code, Diagnostic, Location};
use crate::ir::{Ident, Names};
use crate::source::NodeId;

/// The key with the name.
pub(super) const KEY: &str = "x-rust-name";

/// Returns the type name in `x-rust-name`, if it is present and valid.
pub(super) fn type_name(input: Input<'_>, id: NodeId) -> Option<Ident> {
    let name = name(input, id)?;
    if name.is_type_name() {
        return Some(name);
    }
    let location = input.sources.key_location(id, KEY);
    let problem = Diagnostic::new(Code::BadName, location, format!("`{name}` is not a valid type name"));
    input.report.add(problem.help("start with a capital letter, use no `_`, and avoid the names of Rust's prelude"));
    None
}

/// Returns the name in `x-rust-name`, if it is present and valid.
pub(super) fn name(input: Input<'_>, id: NodeId) -> Option<Ident> {
    name_under(input, id, KEY)
}

/// Returns the name under a key, if it is present and valid.
pub(super) fn name_under(input: Input<'_>, id: NodeId, key: &str) -> Option<Ident> {
    let text = input.sources.get_text(id, key)?;
    let name = Ident::exact(text);
    if name.is_none() {
        let location = input.sources.get(id, key).map_or(input.sources.location(id), |at| input.sources.location(at));
        let problem = Diagnostic::new(Code::BadName, location, format!("`{text}` is not a valid Rust identifier"));
        input.report.add(problem.help("use letters, digits and `_`, starting with a letter"));
    }
    name
}

/// Takes a name from `x-rust-name`, with a number if it is not free.
pub(super) fn free(input: Input<'_>, names: &mut Names, name: Ident, node: NodeId) -> Ident {
    if input.ledger.is_empty() { names.free(name) } else { claimed(input, names, name, node) }
}

/// Takes a name from `x-rust-name` in any case. With a ledger, reports one that is not free: an older item has it.
pub(super) fn claimed(input: Input<'_>, names: &mut Names, name: Ident, node: NodeId) -> Ident {
    claimed_under(input, names, name, node, KEY)
}

/// Takes a name from a key.
pub(super) fn claimed_under(input: Input<'_>, names: &mut Names, name: Ident, node: NodeId, key: &str) -> Ident {
    if !names.claim(&name) && !input.ledger.is_empty() {
        let location =
            input.sources.get(node, key).map_or(input.sources.location(node), |at| input.sources.location(at));
        let problem = Diagnostic::new(Code::DuplicateName, location, format!("the name `{name}` is taken"));
        let help = format!("choose another `{key}`, or give the older item another name in the ledger");
        input.report.add_once(problem.help(help));
    }
    name
}

/// Claims a name from `x-rust-name`, and reports it if it is taken already.
pub(super) fn claim(input: Input<'_>, taken: &mut HashMap<Ident, Location>, name: &Ident, node: NodeId) {
    claim_under(input, taken, name, node, KEY);
}

/// Claims a name from a key.
pub(super) fn claim_under(
    input: Input<'_>,
    taken: &mut HashMap<Ident, Location>,
    name: &Ident,
    node: NodeId,
    key: &str,
) {
    let location = input.sources.get(node, key).map_or(input.sources.location(node), |at| input.sources.location(at));
    if let Some(first) = taken.insert(name.clone(), location.clone()) {
        let message = format!("the name `{name}` is used twice");
        let problem = Diagnostic::new(Code::DuplicateName, location, message).also(first, "first here");
        input.report.add(problem.help(format!("give one of them another `{key}`")));
    }
}
