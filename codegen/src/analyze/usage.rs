//! Which types are used in requests.

use std::collections::BTreeSet;

use crate::ir::{Api, Shape, TypeId};

/// The types of request bodies and parameters, and all types that they contain.
pub(super) fn sent(api: &Api) -> BTreeSet<TypeId> {
    let mut todo: Vec<TypeId> = Vec::new();
    for operation in api.operations() {
        todo.extend(operation.request.body.iter().filter_map(|body| body.ty.named()));
        todo.extend(operation.request.parameters.iter().filter_map(|parameter| parameter.ty.named()));
    }
    let mut sent = BTreeSet::new();
    while let Some(id) = todo.pop() {
        if !sent.insert(id) {
            continue;
        }
        match api.types.get(id.0).map(|def| &def.shape) {
            Some(Shape::Struct(object)) => todo.extend(object.fields.iter().filter_map(|field| field.ty.named())),
            Some(Shape::Union(branches)) => todo.extend(branches.iter().filter_map(|branch| branch.ty.named())),
            Some(Shape::Enum(_)) | None => {}
        }
    }
    sent
}
