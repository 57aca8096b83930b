//! Reports read-only properties in requests.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Access, Api, Shape, TypeId};
use crate::source::Sources;

/// Warns about read-only properties in types that are sent: the API ignores or rejects them.
pub(super) fn check(api: &Api, sent: &BTreeSet<TypeId>, sources: &Sources, diagnostics: &mut Vec<Diagnostic>) {
    for id in sent {
        let Some(Shape::Struct(object)) = api.types.get(id.0).map(|def| &def.shape) else { continue };
        for field in object.fields.iter().filter(|field| field.access == Access::ReadOnly) {
            let message = format!("`{}` is read-only, but its schema is used in a request", field.wire_name);
            let problem = Diagnostic::new(Code::SentReadOnly, sources.location(field.origin), message);
            diagnostics.push(problem.help("define a separate schema for the request, without read-only properties"));
        }
    }
}
