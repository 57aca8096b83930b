//! Recursive types: boxes types that contain themselves, and reports those without a finite value.

use std::collections::HashSet;

use super::input::Input;
use crate::diagnostic::Diagnostic;
use crate::ir::{Api, Field, Presence, Shape, TypeDef, TypeId, TypeRef};

/// A type that another type contains directly.
struct Edge {
    to: TypeId,
    /// Whether every value contains it.
    required: bool,
}

/// Boxes references that would make a type infinitely large.
///
/// In a published document, a type that requires itself gets an optional property instead of an error.
pub(super) fn break_cycles(input: Input<'_>, api: &mut Api) {
    let sources = input.sources;
    let ends = ends(api);
    for index in (0..api.types.len()).filter(|index| ends.get(*index) != Some(&true)) {
        let id = TypeId(index);
        if !input.policy.infinite_type.is_error() {
            loosen(input, api, id);
        } else if reaches(api, id, id, |edge| edge.required) {
            let Some(def) = api.types.get(index) else { continue };
            let required = |from, to| reaches(api, from, to, |edge| edge.required);
            let in_circle = |other: &TypeId| required(id, *other) && required(*other, id);
            // Each type of the cycle leads to it, but it is a single problem.
            if (0..index).map(TypeId).any(|other| in_circle(&other)) {
                continue;
            }
            let others = (index + 1..api.types.len()).map(TypeId).filter(in_circle);
            let message = format!("no finite value of `{}` exists: each requires another one", def.name);
            let problem = Diagnostic::new(input.policy.infinite_type, sources.location(def.origin), message);
            let problem = others
                .filter_map(|other| api.types.get(other.0))
                .fold(problem, |problem, other| problem.also(sources.location(other.origin), "through this type"));
            input.report.add(problem.help("remove the recursive property from `required`"));
            continue;
        }
        // Boxing in the order of the types breaks each cycle once.
        let boxed: Vec<bool> = type_refs(api.types.get(index)).iter().map(|ty| holds(api, ty, id)).collect();
        if let Some(def) = api.types.get_mut(index) {
            for (ty, boxed) in type_refs_mut(def).into_iter().zip(boxed) {
                if boxed {
                    *ty = TypeRef::Boxed(Box::new(ty.clone()));
                }
            }
        }
    }
}

/// Makes the properties optional through which a type requires another value of itself: no API sends that.
fn loosen(input: Input<'_>, api: &mut Api, id: TypeId) {
    while reaches(api, id, id, |edge| edge.required) {
        let leads_back = |field: &Field| {
            let TypeRef::Named(to) = field.ty else { return false };
            field.presence == Presence::Required && (to == id || reaches(api, to, id, |edge| edge.required))
        };
        let Some(Shape::Struct(object)) = api.types.get(id.0).map(|def| &def.shape) else { return };
        let Some(at) = object.fields.iter().position(leads_back) else { return };
        let Some(def) = api.types.get_mut(id.0) else { return };
        let Shape::Struct(object) = &mut def.shape else { return };
        let Some(field) = object.fields.get_mut(at) else { return };
        field.presence = Presence::Optional;
        let (name, location) = (&field.wire_name, input.sources.location(field.origin));
        let message =
            format!("through `{name}`, each value requires another one of its type: it is treated as optional");
        let problem = Diagnostic::new(input.policy.infinite_type, location, message);
        input.report.add(problem.help(format!("remove `{name}` from `required`")));
    }
}

/// Whether the values of each type are always finite, because it leads to no cycle. Most are.
fn ends(api: &Api) -> Vec<bool> {
    let mut holders: Vec<Vec<usize>> = vec![Vec::new(); api.types.len()];
    let mut open: Vec<usize> = Vec::new();
    for (index, def) in api.types.iter().enumerate() {
        let edges = edges(Some(def));
        open.push(edges.len());
        for edge in edges {
            if let Some(holders) = holders.get_mut(edge.to.0) {
                holders.push(index);
            }
        }
    }
    let mut ends: Vec<bool> = open.iter().map(|open| *open == 0).collect();
    let mut todo: Vec<usize> = (0..ends.len()).filter(|index| ends.get(*index) == Some(&true)).collect();
    while let Some(index) = todo.pop() {
        for holder in holders.get(index).into_iter().flatten() {
            let Some(open) = open.get_mut(*holder) else { continue };
            *open = open.saturating_sub(1);
            if let (0, Some(end)) = (*open, ends.get_mut(*holder)) {
                *end = true;
                todo.push(*holder);
            }
        }
    }
    ends
}

/// Whether a value of type `ty` may contain a value of the type `id` without an array, a map or a box in between.
fn holds(api: &Api, ty: &TypeRef, id: TypeId) -> bool {
    match ty {
        TypeRef::Named(direct) => *direct == id || reaches(api, *direct, id, |_| true),
        _ => false,
    }
}

fn reaches(api: &Api, from: TypeId, to: TypeId, follow: impl Fn(&Edge) -> bool) -> bool {
    let mut seen = HashSet::from([from]);
    let mut todo = vec![from];
    while let Some(current) = todo.pop() {
        for edge in edges(api.types.get(current.0)).into_iter().filter(&follow) {
            if edge.to == to {
                return true;
            }
            if seen.insert(edge.to) {
                todo.push(edge.to);
            }
        }
    }
    false
}

fn edges(def: Option<&TypeDef>) -> Vec<Edge> {
    let direct = |ty: &TypeRef, required| match ty {
        TypeRef::Named(to) => Some(Edge { to: *to, required }),
        _ => None,
    };
    match def.map(|def| &def.shape) {
        Some(Shape::Struct(object)) => {
            let required = |presence| presence == Presence::Required;
            object.fields.iter().filter_map(|field| direct(&field.ty, required(field.presence))).collect()
        }
        Some(Shape::Union(branches)) => branches.iter().filter_map(|branch| direct(&branch.ty, false)).collect(),
        Some(Shape::Enum(_)) | None => Vec::new(),
    }
}

fn type_refs(def: Option<&TypeDef>) -> Vec<TypeRef> {
    match def.map(|def| &def.shape) {
        Some(Shape::Struct(object)) => object.fields.iter().map(|field| field.ty.clone()).collect(),
        Some(Shape::Union(branches)) => branches.iter().map(|branch| branch.ty.clone()).collect(),
        Some(Shape::Enum(_)) | None => Vec::new(),
    }
}

fn type_refs_mut(def: &mut TypeDef) -> Vec<&mut TypeRef> {
    match &mut def.shape {
        Shape::Struct(object) => object.fields.iter_mut().map(|field| &mut field.ty).collect(),
        Shape::Union(branches) => branches.iter_mut().map(|branch| &mut branch.ty).collect(),
        Shape::Enum(_) => Vec::new(),
    }
}
