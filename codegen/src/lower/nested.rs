//! Arrays and objects inside of others, which most styles of parameters cannot write.

use super::input::Input;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Shape, TypeDef, TypeRef};
use crate::source::NodeId;

/// Types that hold themselves go on for ever.
const DEEPEST: usize = 4;

/// Whether values of a type are arrays or objects that hold others.
pub(super) fn is_nested(defs: &[TypeDef], ty: &TypeRef) -> bool {
    holds(defs, ty, DEEPEST, &|inner| is_container(defs, inner, DEEPEST))
}

/// Whether values of a type are arrays or objects. Raw JSON may be anything, and usually is a scalar here.
fn is_container(defs: &[TypeDef], ty: &TypeRef, depth: usize) -> bool {
    match ty {
        TypeRef::List(_) | TypeRef::Map(_) => true,
        TypeRef::Boxed(inner) | TypeRef::Nullable(inner) => is_container(defs, inner, depth),
        TypeRef::Named(id) => match defs.get(id.0).map(|def| &def.shape) {
            Some(Shape::Struct(_)) => true,
            Some(Shape::Union(branches)) if depth > 0 => {
                branches.iter().any(|branch| is_container(defs, &branch.ty, depth - 1))
            }
            _ => false,
        },
        _ => false,
    }
}

/// Whether a type is an array or an object, and one of its items or fields is such a type.
fn holds(defs: &[TypeDef], ty: &TypeRef, depth: usize, is_such: &dyn Fn(&TypeRef) -> bool) -> bool {
    match ty {
        TypeRef::List(item) | TypeRef::Map(item) => is_such(item),
        TypeRef::Boxed(inner) | TypeRef::Nullable(inner) => holds(defs, inner, depth, is_such),
        TypeRef::Named(id) => match defs.get(id.0).map(|def| &def.shape) {
            Some(Shape::Struct(object)) => {
                let mut inner = object.fields.iter().map(|field| &field.ty);
                inner.any(is_such) || object.rest.as_ref().is_some_and(|(_, ty)| is_such(ty))
            }
            Some(Shape::Union(branches)) if depth > 0 => {
                branches.iter().any(|branch| holds(defs, &branch.ty, depth - 1, is_such))
            }
            _ => false,
        },
        _ => false,
    }
}

/// Returns the type of a property of an object.
pub(super) fn property<'d>(defs: &'d [TypeDef], object: &'d TypeRef, key: &str) -> Option<&'d TypeRef> {
    match object {
        TypeRef::Boxed(inner) => property(defs, inner, key),
        TypeRef::Map(value) => Some(value),
        TypeRef::Named(id) => match &defs.get(id.0)?.shape {
            Shape::Struct(object) => object.fields.iter().find(|field| field.wire_name == key).map(|field| &field.ty),
            _ => None,
        },
        _ => None,
    }
}

/// Reports values that the style of a parameter, or of a property of a form, cannot write.
pub(super) fn report(input: Input<'_>, node: NodeId, style: &str) {
    let message =
        format!("the style `{style}` has no text for an array or an object inside another: it is sent as JSON");
    let problem = Diagnostic::new(Code::Unused, input.sources.location(node), message);
    input.report.add(problem.help("describe it as JSON with `content`, or as `deepObject` in the query"));
}
