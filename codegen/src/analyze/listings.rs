//! Which field of a response is its list, and where pages state their position.

use std::collections::BTreeMap;

use crate::ir::{Api, Ident, PageFact, PagePlace, Presence, Shape, Struct, Success, TypeId, TypeRef};

/// An object that holds the list which an operation answers with.
#[derive(Debug)]
pub(crate) struct Listing {
    /// The index of the field that is the list.
    pub(crate) field: usize,
    /// Of the pages of a list.
    pub(crate) page: Option<Vec<Row>>,
}

/// What a page tells, and the way there.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) fact: PageFact,
    pub(crate) path: Vec<Step>,
}

/// A field on the way to a value.
#[derive(Debug)]
pub(crate) struct Step {
    pub(crate) field: Ident,
    /// Whether it may have no value.
    pub(crate) open: bool,
}

pub(super) fn listings(api: &Api) -> BTreeMap<TypeId, Listing> {
    let mut listings: BTreeMap<TypeId, Listing> = BTreeMap::new();
    for version in &api.versions {
        let resources = version.modules.iter().filter_map(|module| module.resource.as_ref());
        let operations = resources.flat_map(|resource| &resource.operations);
        for operation in operations.filter(|operation| operation.responses.is_list) {
            let items = version.pagination.as_ref().and_then(|pagination| pagination.items.as_deref());
            for id in answered(&operation.responses.success) {
                let Some(field) = the_list(api, id, items) else { continue };
                let pagination = version.pagination.as_ref().filter(|_| operation.calls.paging.is_some());
                let page = pagination
                    .map(|pagination| pagination.places.iter().filter_map(|place| page_row(api, id, place)).collect());
                let listing = listings.entry(id).or_insert(Listing { field, page: None });
                listing.page = listing.page.take().or(page);
            }
        }
    }
    listings
}

/// The named types that a success brings which is a list.
fn answered(success: &Success) -> Vec<TypeId> {
    let types: Vec<&TypeRef> = match success {
        Success::Empty | Success::Plain(_) | Success::Events(_) | Success::JsonOrNone(_) | Success::Outputs { .. } => {
            Vec::new()
        }
        Success::Json(ty) | Success::JsonOrEmpty(ty) => vec![ty],
        Success::Partial { whole, part, .. } => vec![whole, part],
    };
    let named = |ty: &&TypeRef| if let TypeRef::Named(id) = ty { Some(*id) } else { None };
    types.iter().filter_map(named).collect()
}

/// The field of an object that is its list.
pub(crate) fn the_list(api: &Api, id: TypeId, items: Option<&str>) -> Option<usize> {
    object_of(api, &TypeRef::Named(id))?.the_list(items)
}

/// The object that a type is.
pub(crate) fn object_of<'a>(api: &'a Api, ty: &TypeRef) -> Option<&'a Struct> {
    let TypeRef::Named(id) = ty else { return None };
    match &api.types.get(id.0)?.shape {
        Shape::Struct(object) => Some(object),
        Shape::Enum(_) | Shape::Union(_) => None,
    }
}

/// The way from a page to a place, if the page has it, and what is there is of the type that it needs.
pub(crate) fn page_row(api: &Api, page: TypeId, place: &PagePlace) -> Option<Row> {
    let mut ty = &TypeRef::Named(page);
    let mut steps = Vec::new();
    for wire_name in &place.path {
        let field = object_of(api, ty)?.fields.iter().find(|field| field.wire_name == *wire_name)?;
        steps.push(Step { field: field.name.clone(), open: field.presence != Presence::Required });
        ty = &field.ty;
    }
    let (last, before) = steps.split_last_mut()?;
    let fits = match place.fact {
        PageFact::EndCursor | PageFact::NextLink => *ty == TypeRef::String,
        PageFact::Cursors => {
            // It is emptied in its place.
            let may_be_emptied = last.open && before.iter().all(|step| !step.open);
            last.open = false;
            may_be_emptied
        }
        PageFact::CurrentPage | PageFact::TotalPages | PageFact::PerPage | PageFact::Total | PageFact::Count => {
            *ty == TypeRef::Integer
        }
    };
    fits.then_some(Row { fact: place.fact, path: steps })
}
