//! Whether a schema allows null.

use openapiv3::ReferenceOr;

use super::{Schema, Schemas, deep, read};
use crate::openapi;

/// Returns whether null is a value of a schema: by its own `nullable`, or that of a branch, or those of its whole
/// `allOf`.
pub(crate) fn is_nullable(schemas: &mut Schemas<'_>, schema: &Schema) -> bool {
    let any = &schema.any;
    if schema.nullable || any.typ.is_some() {
        return schema.nullable;
    }
    // A schema that includes itself allows null only if another part does.
    if let Some(known) = schemas.nullable.insert(schema.id, false) {
        schemas.nullable.insert(schema.id, known);
        return known;
    }
    let mut is_null = |branch: &ReferenceOr<openapiv3::Schema>| {
        let branch = openapi::node_of(branch).and_then(|branch| read(schemas, branch));
        branch.is_some_and(|branch| deep(|| is_nullable(schemas, &branch)))
    };
    let mut branches = any.one_of.iter().chain(&any.any_of).peekable();
    let is_union = branches.peek().is_some();
    let is_nullable = (is_union || !any.all_of.is_empty())
        && any.all_of.iter().all(&mut is_null)
        && (!is_union || branches.any(is_null));
    schemas.nullable.insert(schema.id, is_nullable);
    is_nullable
}
