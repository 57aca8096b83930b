//! Which types are used in requests.

use std::collections::BTreeSet;

use crate::ir::{Api, TypeDef, TypeId, TypeRef};

/// The types of request bodies and parameters, and all types that they contain.
pub(super) fn sent(api: &Api) -> BTreeSet<TypeId> {
    let mut todo: Vec<TypeId> = api.operations().flat_map(|one| one.sent()).filter_map(TypeRef::named).collect();
    let mut sent = BTreeSet::new();
    while let Some(id) = todo.pop() {
        if sent.insert(id) {
            let parts = api.types.get(id.0).map_or_else(Vec::new, TypeDef::parts);
            todo.extend(parts.into_iter().filter_map(TypeRef::named));
        }
    }
    sent
}
