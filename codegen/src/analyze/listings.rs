//! Which field of a response is its list, and where pages state their position.

use std::collections::BTreeMap;

use crate::ir::{Api, Ident, PageFact, PageFactPath, Presence, Shape, Struct, Success, TypeId, TypeRef};

/// An object that contains the list of a response.
#[derive(Debug)]
pub(crate) struct Listing {
    /// The index of the field that is the list.
    pub(crate) field: usize,
    /// Whether it is a page of a list.
    pub(crate) is_page: bool,
}

/// Where an object has the paging facts of its page.
#[derive(Debug, PartialEq)]
pub(crate) enum PageInfo {
    /// In its fields, or in fields below them.
    Rows(Vec<Row>),
    /// In the object at this path, which several pages may share: the facts are generated for it once.
    Part(Vec<Ident>),
}

/// A paging fact, and the path to it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Row {
    pub(crate) fact: PageFact,
    pub(crate) path: Vec<Step>,
}

/// A field on the path to a value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Step {
    pub(crate) field: Ident,
    pub(crate) presence: Presence,
}

/// Returns the objects that contain lists, and those that contain paging facts.
pub(super) fn listings(api: &Api) -> (BTreeMap<TypeId, Listing>, BTreeMap<TypeId, PageInfo>) {
    let mut listings: BTreeMap<TypeId, Listing> = BTreeMap::new();
    let mut infos = BTreeMap::new();
    for version in &api.versions {
        let resources = version.modules.iter().filter_map(|module| module.resource.as_ref());
        let operations = resources.flat_map(|resource| &resource.operations);
        for operation in operations.filter(|operation| operation.responses.is_list) {
            let items = version.pagination.as_ref().and_then(|pagination| pagination.items.as_deref());
            for id in list_types(&operation.responses.success) {
                let Some(field) = the_list(api, id, items) else { continue };
                let pagination = version.pagination.as_ref().filter(|_| operation.calls.paging.is_some());
                let listing = listings.entry(id).or_insert(Listing { field, is_page: false });
                if let Some(pagination) = pagination.filter(|_| !listing.is_page) {
                    listing.is_page = true;
                    let rows =
                        pagination.fact_paths.iter().filter_map(|fact_path| page_row(api, id, fact_path)).collect();
                    inform(api, id, rows, &mut infos);
                }
            }
        }
    }
    (listings, infos)
}

/// Records where a page has its facts: in the common part of their paths, unless other facts are recorded for that part
/// already.
fn inform(api: &Api, page: TypeId, rows: Vec<Row>, infos: &mut BTreeMap<TypeId, PageInfo>) {
    let (part, prefix) = common_part(api, page, &rows);
    let below = |row: &Row| Row { fact: row.fact, path: row.path.iter().skip(prefix.len()).cloned().collect() };
    let info_of_part = PageInfo::Rows(rows.iter().map(below).collect());
    let info = match infos.get(&part) {
        Some(known) if *known != info_of_part => PageInfo::Rows(rows),
        _ => {
            infos.insert(part, info_of_part);
            PageInfo::Part(prefix)
        }
    };
    infos.entry(page).or_insert(info);
}

/// The deepest object that all paths lead through and that is always present, and the path to it from the page.
fn common_part(api: &Api, page: TypeId, rows: &[Row]) -> (TypeId, Vec<Ident>) {
    let (mut part, mut prefix) = (page, Vec::new());
    while let Some(step) = rows.first().and_then(|row| row.path.get(prefix.len())) {
        let is_common = |row: &Row| row.path.len() > prefix.len() + 1 && row.path.get(prefix.len()) == Some(step);
        let field = object_of(api, &TypeRef::Named(part)).and_then(|object| object.field(&step.field));
        match field.map(|field| &field.ty) {
            Some(TypeRef::Named(id)) if step.presence == Presence::Required && rows.iter().all(is_common) => part = *id,
            _ => break,
        }
        prefix.push(step.field.clone());
    }
    (part, prefix)
}

/// The named types of a success whose body is a list.
fn list_types(success: &Success) -> Vec<TypeId> {
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

/// The index of the field of an object that is its list.
pub(crate) fn the_list(api: &Api, id: TypeId, items: Option<&str>) -> Option<usize> {
    object_of(api, &TypeRef::Named(id))?.the_list(items)
}

/// The struct that a type refers to.
pub(crate) fn object_of<'a>(api: &'a Api, ty: &TypeRef) -> Option<&'a Struct> {
    let TypeRef::Named(id) = ty else { return None };
    match &api.types.get(id.0)?.shape {
        Shape::Struct(object) => Some(object),
        Shape::Enum(_) | Shape::Union(_) => None,
    }
}

/// Resolves the path of a paging fact, if the page has such a property and its type fits the fact.
pub(crate) fn page_row(api: &Api, page: TypeId, fact_path: &PageFactPath) -> Option<Row> {
    let mut ty = &TypeRef::Named(page);
    let mut steps = Vec::new();
    for wire_name in &fact_path.path {
        let field = object_of(api, ty)?.fields.iter().find(|field| field.wire_name == *wire_name)?;
        steps.push(Step { field: field.name.clone(), presence: field.presence });
        ty = &field.ty;
    }
    let (last, before) = steps.split_last()?;
    let may_be_empty = |step: &Step| step.presence != Presence::Required;
    let fits = match fact_path.fact {
        PageFact::EndCursor | PageFact::NextLink => *ty == TypeRef::String,
        // The cursors are removed from their object.
        PageFact::Cursors => may_be_empty(last) && !before.iter().any(may_be_empty),
        PageFact::CurrentPage | PageFact::TotalPages | PageFact::PerPage | PageFact::Total | PageFact::Count => {
            *ty == TypeRef::Integer
        }
    };
    fits.then_some(Row { fact: fact_path.fact, path: steps })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lower::tests::support::{Outcome, lower_pets};

    const SCHEMAS: &str = "
Meta: {type: object, required: [page, last], properties: {page: {type: integer}, last: {type: integer}}}
Cats: {type: object, required: [meta], properties: {meta: {$ref: '#/components/schemas/Meta'}}}
Dogs: {type: object, required: [meta], properties: {meta: {$ref: '#/components/schemas/Meta'}}}
Owls: {type: object, required: [meta], properties: {meta: {$ref: '#/components/schemas/Meta'}}}
";

    fn id(outcome: &Outcome, name: &str) -> TypeId {
        TypeId(outcome.api.types.iter().position(|def| def.name.as_str() == name).unwrap())
    }

    /// The rows of a page that has its number at this path.
    fn rows(outcome: &Outcome, page: &str, path: &[&str]) -> Vec<Row> {
        let path = path.iter().map(|part| (*part).to_owned()).collect();
        let fact_path = PageFactPath { key: "current_page", fact: PageFact::CurrentPage, path };
        vec![page_row(&outcome.api, id(outcome, page), &fact_path).unwrap()]
    }

    #[test]
    fn pages_share_what_their_part_tells_unless_they_tell_something_else() {
        let outcome = lower_pets("", SCHEMAS);
        outcome.is_clean("");
        let mut infos = BTreeMap::new();
        for (page, field) in [("Cats", "page"), ("Dogs", "page"), ("Owls", "last")] {
            inform(&outcome.api, id(&outcome, page), rows(&outcome, page, &["meta", field]), &mut infos);
        }
        let step = |name| Step { field: Ident::snake(name), presence: Presence::Required };
        let told = |names: &[&'static str]| {
            let path = names.iter().map(|name| step(name)).collect();
            PageInfo::Rows(vec![Row { fact: PageFact::CurrentPage, path }])
        };
        let by_part = || PageInfo::Part(vec![Ident::snake("meta")]);
        for (name, expected) in
            [("Meta", told(&["page"])), ("Cats", by_part()), ("Dogs", by_part()), ("Owls", told(&["meta", "last"]))]
        {
            assert_eq!(infos[&id(&outcome, name)], expected, "{name}");
        }
    }
}
