//! Where the errors of published documents have their texts, if `x-problem` does not say it.

use std::collections::HashSet;

use super::input::Input;
use crate::ir::{Api, Problem, Shape, TypeDef, TypeId, TypeRef, Version};

/// Names of short texts, such as the `title` of RFC 9457.
const TITLES: &[&str] = &["title"];

/// Names of longer texts, in the order in which they are read.
const DETAILS: &[&str] = &[
    "detail",
    "message",
    "error_message",
    "errorMessage",
    "error_description",
    "msg",
    "description",
    "faultstring",
    "reason",
    "error",
    "errors",
    "messages",
];

/// Names of what programs tell errors apart by.
const CODES: &[&str] = &["code", "error_code", "errorCode"];

/// Names of objects with an entry for each field at fault.
const KEYS: &[&str] = &["errors", "fields", "violations"];

/// Parts of the names of properties in which problems are described.
const AROUND: &[&str] =
    &["error", "fault", "problem", "detail", "exception", "violation", "issue", "status", "message"];

/// Where APIs keep their texts although no schema says so.
const USUAL_TITLES: &[&str] = &["title"];
const USUAL_DETAILS: &[&str] =
    &["detail", "message", "error_description", "error.message", "error", "errors.detail", "errors.message", "errors"];
const USUAL_CODES: &[&str] = &["code", "error.code", "errors.code"];

/// How deep an error body is searched.
const DEEPEST: usize = 4;

/// Adds where the errors of each version have their texts.
pub(super) fn find(input: Input<'_>, api: &mut Api) {
    if !input.policy.finds_problems {
        return;
    }
    for version in &mut api.versions {
        if version.problem == Problem::default() {
            version.problem = of_version(version, &api.types);
        }
    }
}

fn of_version(version: &Version, types: &[TypeDef]) -> Problem {
    let mut search = Search { types, seen: HashSet::new(), found: Vec::new() };
    let operations = version.modules.iter().filter_map(|module| module.resource.as_ref());
    let errors = operations.flat_map(|resource| &resource.operations).flat_map(|one| &one.responses.errors);
    errors.filter_map(|response| response.ty.as_ref()).for_each(|ty| search.inside(ty, &[]));
    let texts = |names: &[&str], usual: &[&str]| {
        let is_text = |one: &&Found| matches!(one.kind, Kind::Text);
        paths(search.found.iter().filter(is_text), names, usual)
    };
    let codes = search.found.iter().filter(|one| matches!(one.kind, Kind::Text | Kind::Number));
    let is_outermost = |one: &&Found| matches!(one.kind, Kind::Fields) && one.path.len() == 1;
    Problem {
        title: texts(TITLES, USUAL_TITLES),
        keys: paths(search.found.iter().filter(is_outermost), KEYS, &[]),
        detail: texts(DETAILS, USUAL_DETAILS),
        code: paths(codes, CODES, USUAL_CODES),
    }
}

/// Returns the paths that end in one of the names, the outermost and the first names first, and then the usual ones.
fn paths<'a>(found: impl Iterator<Item = &'a Found>, names: &[&str], usual: &[&str]) -> Vec<String> {
    let rank = |one: &'a Found| {
        let name = names.iter().position(|name| one.path.last().is_some_and(|last| last == name))?;
        Some((one.path.len(), name, one.path.join(".")))
    };
    let mut ranked: Vec<_> = found.filter_map(rank).collect();
    ranked.sort();
    let mut all: Vec<String> = Vec::new();
    for path in ranked.into_iter().map(|(.., path)| path).chain(usual.iter().map(|path| (*path).to_owned())) {
        if !all.contains(&path) {
            all.push(path);
        }
    }
    all
}

/// Searches the types of error bodies.
struct Search<'a> {
    types: &'a [TypeDef],
    /// What was searched, and at which depth it was.
    seen: HashSet<(TypeId, Vec<String>)>,
    found: Vec<Found>,
}

/// A property that may describe a problem.
struct Found {
    path: Vec<String>,
    kind: Kind,
}

enum Kind {
    Text,
    Number,
    /// An object with any keys.
    Fields,
}

impl Search<'_> {
    /// Searches the properties of a type, of its branches, or of its items.
    fn inside(&mut self, ty: &TypeRef, path: &[String]) {
        let Some(id) = without_lists(ty) else { return };
        if path.len() == DEEPEST || !self.seen.insert((id, path.to_vec())) {
            return;
        }
        let types = self.types;
        match types.get(id.0).map(|def| &def.shape) {
            Some(Shape::Struct(object)) => {
                for field in &object.fields {
                    self.property(&field.wire_name, &field.ty, path);
                }
            }
            Some(Shape::Union(branches)) => branches.iter().for_each(|branch| self.inside(&branch.ty, path)),
            Some(Shape::Enum(_)) | None => {}
        }
    }

    fn property(&mut self, name: &str, ty: &TypeRef, around: &[String]) {
        // Such a name is no part of a path.
        if name.contains('.') {
            return;
        }
        let path: Vec<String> = around.iter().cloned().chain([name.to_owned()]).collect();
        let lower = name.to_ascii_lowercase();
        let is_around = AROUND.iter().any(|part| lower.contains(part));
        if let Some(kind) = self.kind(ty) {
            self.found.push(Found { path: path.clone(), kind });
        }
        if is_around {
            self.inside(ty, &path);
        }
    }

    fn kind(&self, ty: &TypeRef) -> Option<Kind> {
        match ty {
            TypeRef::String | TypeRef::Text => Some(Kind::Text),
            TypeRef::Integer | TypeRef::Number | TypeRef::Float => Some(Kind::Number),
            TypeRef::Map(_) => Some(Kind::Fields),
            // The parts of an array are read by their paths.
            TypeRef::List(inner) => self.kind(inner).filter(|kind| !matches!(kind, Kind::Fields)),
            TypeRef::Boxed(inner) | TypeRef::Nullable(inner) => self.kind(inner),
            TypeRef::Named(id) => match self.types.get(id.0).map(|def| &def.shape) {
                Some(Shape::Enum(_)) => Some(Kind::Text),
                Some(Shape::Struct(object)) if object.rest.is_some() => Some(Kind::Fields),
                _ => None,
            },
            _ => None,
        }
    }
}

/// Returns the named type of a value or of its items. The keys of a map are nobody's names.
fn without_lists(ty: &TypeRef) -> Option<TypeId> {
    match ty {
        TypeRef::Named(id) => Some(*id),
        TypeRef::List(inner) | TypeRef::Boxed(inner) | TypeRef::Nullable(inner) => without_lists(inner),
        _ => None,
    }
}
