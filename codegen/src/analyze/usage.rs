//! Which types are sent.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Api, Shape, TypeId};
use crate::source::Sources;

/// Warns of read-only properties in types that are sent: the API ignores or refuses them.
pub(super) fn check_sent(api: &Api, sent: &BTreeSet<TypeId>, sources: &Sources, diagnostics: &mut Vec<Diagnostic>) {
    for id in sent {
        let Some(Shape::Struct(object)) = api.types.get(id.0).map(|def| &def.shape) else { continue };
        for field in object.fields.iter().filter(|field| field.read_only) {
            let message = format!("`{}` is read-only, but its schema is sent", field.wire_name);
            let problem = Diagnostic::new(Code::SentReadOnly, sources.place(field.origin), message);
            diagnostics.push(problem.help("write a schema of its own for the request, without what cannot be sent"));
        }
    }
}

/// The types of request bodies and parameters, and all that they hold.
pub(super) fn sent(api: &Api) -> BTreeSet<TypeId> {
    let resources =
        api.versions.iter().flat_map(|version| &version.modules).filter_map(|module| module.resource.as_ref());
    let mut todo: Vec<TypeId> = Vec::new();
    for operation in resources.flat_map(|resource| &resource.operations) {
        todo.extend(operation.body.iter().filter_map(|body| body.ty.named()));
        todo.extend(operation.parameters.iter().filter_map(|parameter| parameter.ty.named()));
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
