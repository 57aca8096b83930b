//! Names that documents set explicitly, such as with `x-rust-name`.

use std::collections::HashMap;

use super::input::Input;
use crate::diagnostic::{Code, Diagnostic, Location};
use crate::ir::Ident;
use crate::source::NodeId;

/// The key that asks for a name.
pub(super) const KEY: &str = "x-rust-name";

/// The name that `x-rust-name` gives to a type, if it does and may.
pub(super) fn type_name(input: Input<'_>, id: NodeId) -> Option<Ident> {
    let name = name(input, id)?;
    if name.is_type_name() {
        return Some(name);
    }
    let place = input.sources.key_place(id, KEY);
    let problem = Diagnostic::new(Code::BadName, place, format!("`{name}` is not a valid type name"));
    input.report.add(problem.help("start with a capital letter, use no `_`, and avoid the names of Rust's prelude"));
    None
}

/// The name that `x-rust-name` gives, if it does and may.
pub(super) fn name(input: Input<'_>, id: NodeId) -> Option<Ident> {
    name_under(input, id, KEY)
}

/// The name that a key gives, if it does and may.
pub(super) fn name_under(input: Input<'_>, id: NodeId, key: &str) -> Option<Ident> {
    let text = input.sources.get_text(id, key)?;
    let name = Ident::exact(text);
    if name.is_none() {
        let place = input.sources.get(id, key).map_or(input.sources.place(id), |at| input.sources.place(at));
        let problem = Diagnostic::new(Code::BadName, place, format!("`{text}` is not a valid Rust identifier"));
        input.report.add(problem.help("use letters, digits and `_`, starting with a letter"));
    }
    name
}

/// Takes a name that `x-rust-name` asks for, which may be asked for once.
pub(super) fn claim(input: Input<'_>, taken: &mut HashMap<Ident, Location>, name: &Ident, node: NodeId) {
    claim_under(input, taken, name, node, KEY);
}

/// Takes a name that a key asks for.
pub(super) fn claim_under(
    input: Input<'_>,
    taken: &mut HashMap<Ident, Location>,
    name: &Ident,
    node: NodeId,
    key: &str,
) {
    let place = input.sources.get(node, key).map_or(input.sources.place(node), |at| input.sources.place(at));
    if let Some(first) = taken.insert(name.clone(), place.clone()) {
        let message = format!("the name `{name}` is used twice");
        let problem = Diagnostic::new(Code::DuplicateName, place, message).also(first, "first here");
        input.report.add(problem.help(format!("give one of them another `{key}`")));
    }
}
