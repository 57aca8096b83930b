//! Whether what extensions say about lists holds for the operations that say it.

use crate::analyze::{object_of, page_row, the_list};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Api, Location, Operation, PagePlace, Pagination, Paging, Struct, Success, TypeId, TypeRef, Version};
use crate::source::Sources;

/// The API, and the documents that it comes from.
#[derive(Clone, Copy)]
struct Whole<'a> {
    api: &'a Api,
    sources: &'a Sources,
}

/// What does not hold. It takes an API without errors: what is missing otherwise may only be what could not be read.
pub(super) fn check(api: &Api, sources: &Sources) -> Vec<Diagnostic> {
    let whole = Whole { api, sources };
    let mut problems = Vec::new();
    for version in &api.versions {
        let resources = version.modules.iter().filter_map(|module| module.resource.as_ref());
        let operations: Vec<_> = resources.flat_map(|resource| &resource.operations).collect();
        for operation in &operations {
            problems.extend(partial(whole, version, operation));
            problems.extend(batch(whole, version, operation));
            problems.extend(split(whole, version, operation));
            problems.extend(paging(whole, version, operation));
        }
        problems.extend(version.pagination.iter().flat_map(|pagination| places(whole, pagination, &operations)));
    }
    problems
}

impl<'a> Whole<'a> {
    /// A problem of what an operation says under a key.
    fn problem(self, operation: &Operation, key: &str, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(Code::BadExtension, self.sources.key_place(operation.origin.node, key), message)
    }

    /// What the list of an answer holds; `None` if it is none.
    fn item(self, version: &'a Version, ty: &'a TypeRef) -> Option<&'a TypeRef> {
        let items = version.pagination.as_ref().and_then(|pagination| pagination.items.as_deref());
        let list = match ty {
            TypeRef::Named(id) => &object_of(self.api, ty)?.fields.get(the_list(self.api, *id, items)?)?.ty,
            ty => ty,
        };
        if let TypeRef::List(item) = list { Some(item) } else { None }
    }
}

/// What was carried out is listed in the same way, whether all of it was or some.
fn partial(whole: Whole<'_>, version: &Version, operation: &Operation) -> Option<Diagnostic> {
    let Success::Partial { whole: all, part: some, .. } = &operation.responses.success else { return None };
    let (all, some) = (whole.item(version, all), whole.item(version, some));
    if all.is_some() && all == some {
        return None;
    }
    let message = "an answer with `x-partial` and the success have to hold lists of the same items";
    let problem = whole.problem(operation, "responses", message);
    Some(problem.help("give both one required array of the same items, or take `x-partial` out"))
}

fn batch(whole: Whole<'_>, version: &Version, operation: &Operation) -> Option<Diagnostic> {
    let extension = whole.sources.get(operation.origin.node, "x-batch")?;
    let (batches, body) = (operation.calls.batches.as_ref()?, operation.request.body.as_ref()?);
    let answer = match &operation.responses.success {
        Success::Json(ty) | Success::JsonOrEmpty(ty) | Success::Partial { whole: ty, .. } => Some(ty),
        Success::Empty | Success::Plain(_) | Success::Events(_) | Success::JsonOrNone(_) | Success::Outputs { .. } => {
            None
        }
    };
    let Some(answered) = answer.and_then(|answer| whole.item(version, answer)) else {
        let message = "items are sent in batches where the answer is a list of what became of them, and this is none";
        let help = "let the success be an array, or an object with one; or take `x-batch` out";
        return Some(whole.problem(operation, "x-batch", message).help(help));
    };
    if batches.atomic && matches!(operation.responses.success, Success::Partial { .. }) {
        let message = "all items of a call are carried out or none, but an answer with `x-partial` tells of some";
        return Some(whole.problem(operation, "x-batch", message).help("take `atomic` or `x-partial` out"));
    }
    let TypeRef::List(sent) = &body.ty else { return None };
    let objects: Vec<&Struct> = [sent, answered].into_iter().filter_map(|item| object_of(whole.api, item)).collect();
    let lacks = |object: &&Struct, name: &str| {
        object.rest.is_none()
            && !object.fields.iter().any(|field| field.wire_name == name)
            && !object.constants.iter().any(|constant| constant.wire_name == name)
    };
    let missing = batches.key.iter().find(|name| objects.iter().any(|object| lacks(object, name)))?;
    let place =
        whole.sources.get(extension, "key").map_or(whole.sources.place(extension), |key| whole.sources.place(key));
    let message = format!("an item, or what is answered about it, has no property `{missing}`");
    let problem = Diagnostic::new(Code::BadExtension, place, message);
    Some(problem.help("name properties that both have, and that tell one item from another"))
}

fn split(whole: Whole<'_>, version: &Version, operation: &Operation) -> Option<Diagnostic> {
    let list = operation.calls.split.first()?;
    let is_one = match &operation.responses.success {
        Success::Empty => true,
        Success::Json(ty) | Success::JsonOrEmpty(ty) => {
            operation.calls.paging.is_some() && whole.item(version, ty).is_some()
        }
        Success::Plain(_)
        | Success::Events(_)
        | Success::JsonOrNone(_)
        | Success::Partial { .. }
        | Success::Outputs { .. } => false,
    };
    if !is_one {
        let message = format!("calls are divided by `{list}`, as `x-split` says, but their answers cannot be made one");
        let help = "take `x-split` out; what can be divided is a list with `x-paging`, or answers nothing";
        return Some(whole.problem(operation, "parameters", message).help(help));
    }
    if version.max_url.is_none() {
        let message = format!("`{list}` has `x-split`, but nothing says when a URL is too long");
        return Some(whole.problem(operation, "parameters", message).help("write `x-max-url` in api.yaml"));
    }
    None
}

/// Walking needs a list, something to ask for, and something to go by.
fn paging(whole: Whole<'_>, version: &Version, operation: &Operation) -> Option<Diagnostic> {
    let paging = operation.calls.paging?;
    let problem = |message: String| whole.problem(operation, "x-paging", message);
    let page = match &operation.responses.success {
        Success::Json(ty) | Success::JsonOrEmpty(ty) if whole.item(version, ty).is_some() => ty,
        _ => {
            let help = "the success is an array, or an object with one: the only one that is required, or the one that \
                        `items` of `x-pagination` names";
            return Some(problem("only an operation that answers with one list has pages".to_owned()).help(help));
        }
    };
    let Some(pagination) = &version.pagination else {
        let message = "the version does not say how pages are asked for".to_owned();
        return Some(problem(message).help("write `x-pagination` in api.yaml, or take `x-paging` out"));
    };
    let there = |problem: Diagnostic| problem.also(whole.sources.place(pagination.origin), "it says so here");
    let mut asked = vec![pagination.page.as_str()];
    asked.extend(pagination.largest.map(|_| pagination.limit.as_str()));
    if paging == Paging::Cursor {
        let Some(after) = &pagination.after else {
            let message = "`x-pagination` does not say which parameter takes a cursor".to_owned();
            return Some(problem(message).help("write its `after`, or choose another `x-paging`"));
        };
        asked.push(after);
    }
    let is_declared = |name: &&str| {
        let mut parameters = operation.request.parameters.iter();
        parameters.any(|parameter| parameter.wire_name == **name && parameter.location == Location::Query)
    };
    if let Some(name) = asked.iter().find(|name| !is_declared(name)) {
        let message = format!("pages are asked for by `{name}`, and the operation has no such query parameter");
        return Some(there(problem(message)).help("declare it, or choose another `x-paging`"));
    }
    let needed = match paging {
        Paging::Offset => "total-pages",
        Paging::Cursor => "end-cursor",
        Paging::List => return None,
    };
    let Some(place) = pagination.places.iter().find(|place| place.key == needed) else {
        let message = format!("`x-pagination` does not say where a page has its `{needed}`");
        return Some(problem(message).help(format!("write its `{needed}`, or choose another `x-paging`")));
    };
    if let TypeRef::Named(id) = page
        && page_row(whole.api, *id, place).is_some()
    {
        return None;
    }
    let message = format!("the answer has nothing where `{needed}` of `x-pagination` says");
    Some(there(problem(message)).help("give the answer that property, or choose another `x-paging`"))
}

/// A place that no page has is misspelt.
fn places(whole: Whole<'_>, pagination: &Pagination, operations: &[&Operation]) -> Vec<Diagnostic> {
    let paged = operations.iter().filter(|operation| operation.calls.paging.is_some());
    let pages: Vec<TypeId> = paged
        .filter_map(|operation| match &operation.responses.success {
            Success::Json(TypeRef::Named(id)) | Success::JsonOrEmpty(TypeRef::Named(id)) => Some(*id),
            _ => None,
        })
        .collect();
    let is_there = |place: &&PagePlace| pages.iter().any(|page| page_row(whole.api, *page, place).is_some());
    let missing = pagination.places.iter().filter(|place| !pages.is_empty() && !is_there(place));
    missing
        .map(|place| {
            let message = format!("no page has anything there that could be its `{}`", place.key);
            let at = whole.sources.get(pagination.origin, place.key).unwrap_or(pagination.origin);
            let problem = Diagnostic::new(Code::BadExtension, whole.sources.place(at), message);
            problem.help("name the properties that lead there from the page, with dots between them")
        })
        .collect()
}
