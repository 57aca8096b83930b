//! Which answers are lists, and where their pages tell how the list goes on.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Api, Ident, Operation, Pagination, Paging, Presence, Shape, Success, TypeId, TypeRef};
use crate::source::Sources;

/// An object that holds the list which an operation answers with.
#[derive(Debug)]
pub(crate) struct Listing {
    /// The index of the field that is the list.
    pub(crate) field: usize,
    /// Of the pages of a list.
    pub(crate) page: Option<Vec<Row>>,
}

/// A row of the runtime's table of pages.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) name: &'static str,
    pub(crate) path: Vec<Step>,
}

/// A field on the way to a value.
#[derive(Debug)]
pub(crate) struct Step {
    pub(crate) field: Ident,
    /// Whether it may have no value.
    pub(crate) open: bool,
}

pub(super) fn listings(api: &Api, sources: &Sources, diagnostics: &mut Vec<Diagnostic>) -> BTreeMap<TypeId, Listing> {
    let mut listings: BTreeMap<TypeId, Listing> = BTreeMap::new();
    for version in &api.versions {
        let resources = version.modules.iter().filter_map(|module| module.resource.as_ref());
        for operation in resources.flat_map(|resource| &resource.operations) {
            let items = version.pagination.as_ref().and_then(|pagination| pagination.items.as_deref());
            check_partial(api, operation, items, sources, diagnostics);
            for id in answered(&operation.success) {
                let Some(field) = the_list(api, id, items) else { continue };
                let page = operation.paging.zip(version.pagination.as_ref()).map(|(paging, pagination)| {
                    let rows: Vec<_> = pagination.rows.iter().filter_map(|row| resolve(api, id, row)).collect();
                    check(operation, paging, pagination, &rows, sources, diagnostics);
                    rows
                });
                let listing = listings.entry(id).or_insert(Listing { field, page: None });
                listing.page = listing.page.take().or(page);
            }
        }
    }
    listings
}

/// The named types that a success may bring.
fn answered(success: &Success) -> Vec<TypeId> {
    let types: Vec<&TypeRef> = match success {
        Success::Empty => Vec::new(),
        Success::Json(ty) | Success::JsonOrEmpty(ty) | Success::JsonOrNone(ty) => vec![ty],
        Success::Partial { whole, part, .. } => vec![whole, part],
        Success::Outputs { answers, .. } => answers.iter().filter_map(|answer| answer.ty.as_ref()).collect(),
    };
    let named = |ty: &&TypeRef| if let TypeRef::Named(id) = ty { Some(*id) } else { None };
    types.iter().filter_map(named).collect()
}

/// The field of an object that is its list.
fn the_list(api: &Api, id: TypeId, items: Option<&str>) -> Option<usize> {
    match &api.types.get(id.0)?.shape {
        Shape::Struct(object) => object.the_list(items),
        Shape::Enum(_) | Shape::Union(_) => None,
    }
}

/// The way from a page to what a row is about, if the page has it, and it is what the row needs.
fn resolve(api: &Api, page: TypeId, (name, path): &(&'static str, Vec<String>)) -> Option<Row> {
    let mut ty = &TypeRef::Named(page);
    let mut steps = Vec::new();
    for wire_name in path {
        let TypeRef::Named(id) = ty else { return None };
        let Shape::Struct(object) = &api.types.get(id.0)?.shape else { return None };
        let field = object.fields.iter().find(|field| field.wire_name == *wire_name)?;
        steps.push(Step { field: field.name.clone(), open: field.presence != Presence::Required });
        ty = &field.ty;
    }
    let (last, before) = steps.split_last_mut()?;
    let fits = match *name {
        "end_cursor" | "next_link" => *ty == TypeRef::String,
        "cursors" => {
            // It is emptied in its place.
            let may_be_emptied = last.open && before.iter().all(|step| !step.open);
            last.open = false;
            may_be_emptied
        }
        _ => *ty == TypeRef::Integer,
    };
    fits.then_some(Row { name, path: steps })
}

/// What was carried out is listed in the same way, whether all of it was or some.
fn check_partial(
    api: &Api,
    operation: &Operation,
    items: Option<&str>,
    sources: &Sources,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let Success::Partial { whole, part, .. } = &operation.success else { return };
    let list = |ty: &TypeRef| {
        let TypeRef::Named(id) = ty else { return None };
        let Shape::Struct(object) = &api.types.get(id.0)?.shape else { return None };
        object.fields.get(the_list(api, *id, items)?).map(|field| field.ty.clone())
    };
    if list(whole).is_none() || list(whole) != list(part) {
        let place = sources.key_place(operation.origin, "responses");
        let message = "an answer with `x-partial` and the success have to hold lists of the same items";
        let problem = Diagnostic::new(Code::BadExtension, place, message);
        diagnostics.push(problem.help("give both one required array of the same items, or take `x-partial` out"));
    }
}

/// Walking needs something to go by.
fn check(
    operation: &Operation,
    paging: Paging,
    pagination: &Pagination,
    rows: &[Row],
    sources: &Sources,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let (row, key) = match paging {
        Paging::Offset => ("total_pages", "total-pages"),
        Paging::Cursor => ("end_cursor", "end-cursor"),
        Paging::List => return,
    };
    if !rows.iter().any(|known| known.name == row) {
        let place = sources.key_place(operation.origin, "x-paging");
        let message = format!("the answer has nothing where `{key}` of `x-pagination` says");
        let problem = Diagnostic::new(Code::BadExtension, place, message);
        let problem = problem.also(sources.place(pagination.origin), "it says so here");
        diagnostics.push(problem.help("give the answer that property, or choose another `x-paging`"));
    }
}
