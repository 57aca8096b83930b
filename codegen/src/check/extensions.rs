//! Checks that extensions about lists fit the operations that use them.

use crate::analyze::{object_of, page_row, the_list};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{
    Api, Operation, PageFactPath, Pagination, Paging, ParamLocation, Struct, Success, TypeId, TypeRef, Version,
};
use crate::source::Sources;

/// The API, and the documents that it comes from.
#[derive(Clone, Copy)]
struct Whole<'a> {
    api: &'a Api,
    sources: &'a Sources,
}

/// Returns all violations. The API must be free of errors: otherwise something may be missing only because it could not
/// be read.
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
        problems.extend(version.pagination.iter().flat_map(|pagination| fact_paths(whole, pagination, &operations)));
    }
    problems
}

impl<'a> Whole<'a> {
    /// Creates a problem with the value of a key of an operation.
    fn problem(self, operation: &Operation, key: &str, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(Code::BadExtension, self.sources.key_location(operation.origin.node, key), message)
    }

    /// The item type of the list in a response; `None` if there is no list.
    fn item(self, version: &'a Version, ty: &'a TypeRef) -> Option<&'a TypeRef> {
        let items = version.pagination.as_ref().and_then(|pagination| pagination.items.as_deref());
        let list = match ty {
            TypeRef::Named(id) => &object_of(self.api, ty)?.fields.get(the_list(self.api, *id, items)?)?.ty,
            ty => ty,
        };
        if let TypeRef::List(item) = list { Some(item) } else { None }
    }
}

/// The items that took effect must have the same type in a complete and in a partial success.
fn partial(whole: Whole<'_>, version: &Version, operation: &Operation) -> Option<Diagnostic> {
    let Success::Partial { whole: all, part: some, .. } = &operation.responses.success else { return None };
    let (all, some) = (whole.item(version, all), whole.item(version, some));
    if all.is_some() && all == some {
        return None;
    }
    let message = "the `x-partial` response and the success response must contain arrays of the same items";
    let problem = whole.problem(operation, "responses", message);
    Some(problem.help("give both one required array of the same items, or remove `x-partial`"))
}

fn batch(whole: Whole<'_>, version: &Version, operation: &Operation) -> Option<Diagnostic> {
    let extension = whole.sources.get(operation.origin.node, "x-batch")?;
    let (batches, body) = (operation.calls.batches.as_ref()?, operation.request.body.as_ref()?);
    let response = match &operation.responses.success {
        Success::Json(ty) | Success::JsonOrEmpty(ty) | Success::Partial { whole: ty, .. } => Some(ty),
        Success::Empty | Success::Plain(_) | Success::Events(_) | Success::JsonOrNone(_) | Success::Outputs { .. } => {
            None
        }
    };
    let Some(response_item) = response.and_then(|response| whole.item(version, response)) else {
        let message = "`x-batch` requires a response with an array that has a result for each item";
        let help = "make the success response an array or an object with one, or remove `x-batch`";
        return Some(whole.problem(operation, "x-batch", message).help(help));
    };
    if batches.atomic && matches!(operation.responses.success, Success::Partial { .. }) {
        let message =
            "`atomic` means that a call takes effect as a whole or not at all, but a response has `x-partial`";
        return Some(whole.problem(operation, "x-batch", message).help("remove `atomic` or `x-partial`"));
    }
    let TypeRef::List(sent) = &body.ty else { return None };
    let objects: Vec<&Struct> =
        [sent, response_item].into_iter().filter_map(|item| object_of(whole.api, item)).collect();
    let lacks = |object: &&Struct, name: &str| {
        object.rest.is_none()
            && !object.fields.iter().any(|field| field.wire_name == name)
            && !object.constants.iter().any(|constant| constant.wire_name == name)
    };
    let missing = batches.key.iter().find(|name| objects.iter().any(|object| lacks(object, name)))?;
    let location = whole
        .sources
        .get(extension, "key")
        .map_or(whole.sources.location(extension), |key| whole.sources.location(key));
    let message = format!("the items of the request or of the response have no property `{missing}`");
    let problem = Diagnostic::new(Code::BadExtension, location, message);
    Some(problem.help("name properties that both have and that identify an item"))
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
        let message = format!("`x-split` splits a call by `{list}`, but the responses cannot be combined");
        let help = "remove `x-split`; it requires `x-paging`, or a response without a body";
        return Some(whole.problem(operation, "parameters", message).help(help));
    }
    if version.max_url.is_none() {
        let message = format!("`{list}` has `x-split`, but the version does not limit the length of a URL");
        return Some(whole.problem(operation, "parameters", message).help("add `x-max-url` to api.yaml"));
    }
    None
}

/// Paging requires a list, a parameter that selects the page, and a property that says where the list continues.
fn paging(whole: Whole<'_>, version: &Version, operation: &Operation) -> Option<Diagnostic> {
    let paging = operation.calls.paging?;
    let problem = |message: String| whole.problem(operation, "x-paging", message);
    let page = match &operation.responses.success {
        Success::Json(ty) | Success::JsonOrEmpty(ty) if whole.item(version, ty).is_some() => ty,
        _ => {
            let help = "make the success response an array, or an object with one: its only required array, or the one \
                        that `items` of `x-pagination` names";
            return Some(problem("`x-paging` requires a success response with a single array".to_owned()).help(help));
        }
    };
    let Some(pagination) = &version.pagination else {
        let message = "`x-paging` requires `x-pagination`, which the version does not have".to_owned();
        return Some(
            problem(message)
                .help("add `x-pagination` to the root of the document (of fragments: api.yaml), or remove `x-paging`"),
        );
    };
    let there = |problem: Diagnostic| problem.also(whole.sources.location(pagination.origin), "`x-pagination` is here");
    let (key, takes, name) = match paging {
        Paging::Offset | Paging::List => ("page", "the number of a page", &pagination.page),
        Paging::Cursor => ("after", "a cursor", &pagination.after),
        Paging::Skip => ("skip", "the number of items before a page", &pagination.skip),
    };
    let Some(name) = name else {
        let message = format!("`x-pagination` does not name the parameter that takes {takes}");
        return Some(problem(message).help(format!("add `{key}` to it, or choose another `x-paging`")));
    };
    let mut asked: Vec<&str> =
        pagination.page.iter().filter(|_| paging == Paging::Cursor).map(String::as_str).collect();
    asked.push(name);
    asked.extend(pagination.largest.map(|_| pagination.limit.as_str()));
    let is_declared = |name: &&str| {
        let mut parameters = operation.request.parameters.iter();
        parameters.any(|parameter| parameter.wire_name == **name && parameter.location == ParamLocation::Query)
    };
    if let Some(name) = asked.iter().find(|name| !is_declared(name)) {
        let message = format!("paging uses the query parameter `{name}`, which the operation does not declare");
        return Some(there(problem(message)).help("declare it, or choose another `x-paging`"));
    }
    if let Some((why, help)) = miscounted(operation, pagination).filter(|_| paging != Paging::Skip) {
        return Some(there(problem(format!("paging counts pages from 1, but {why}"))).help(help));
    }
    let needed = match paging {
        Paging::Offset => "total-pages",
        Paging::Cursor => "end-cursor",
        Paging::List | Paging::Skip => return None,
    };
    let Some(fact_path) = pagination.fact_paths.iter().find(|fact_path| fact_path.key == needed) else {
        let message = format!("`x-pagination` does not say where a page has its `{needed}`");
        return Some(problem(message).help(format!("add `{needed}` to it, or choose another `x-paging`")));
    };
    if let TypeRef::Named(id) = page
        && page_row(whole.api, *id, fact_path).is_some()
    {
        return None;
    }
    let message = format!("the response has no property at the path that `x-pagination` gives for `{needed}`");
    Some(
        there(problem(message))
            .help("correct the path, add the property to the response, or choose another `x-paging`"),
    )
}

/// Query parameters that take the number of items before a page, in lower case and without separators.
const SKIP: &[&str] = &["from", "offset", "skip", "start", "startat", "startindex"];

/// Returns why the parameter for the number of a page takes another number, and what to do: a stream would leave out
/// items, and repeat others.
fn miscounted(operation: &Operation, pagination: &Pagination) -> Option<(String, &'static str)> {
    let name = pagination.page.as_ref()?;
    let mut parameters = operation.request.parameters.iter();
    let page = parameters.find(|one| one.wire_name == *name && one.location == ParamLocation::Query)?;
    let plain: String = name.chars().filter(|char| char.is_alphanumeric()).collect();
    if pagination.after.as_ref() == Some(name) {
        Some((format!("`{name}` takes a cursor"), "remove `page` from `x-pagination`"))
    } else if SKIP.contains(&plain.to_lowercase().as_str()) {
        let help = "name it as `skip` in `x-pagination`, and write `x-paging: skip`";
        Some((format!("`{name}` counts items"), help))
    } else if page.annotations.default.as_deref() == Some("0") {
        let help = "remove `x-paging`: pages that are counted from 0 can only be read one by one";
        Some((format!("`{name}` is 0 by default"), help))
    } else {
        None
    }
}

/// Reports paths that no page has: they are misspelt.
fn fact_paths(whole: Whole<'_>, pagination: &Pagination, operations: &[&Operation]) -> Vec<Diagnostic> {
    let paged = operations.iter().filter(|operation| operation.calls.paging.is_some());
    let pages: Vec<TypeId> = paged
        .filter_map(|operation| match &operation.responses.success {
            Success::Json(TypeRef::Named(id)) | Success::JsonOrEmpty(TypeRef::Named(id)) => Some(*id),
            _ => None,
        })
        .collect();
    let is_there = |fact_path: &&PageFactPath| pages.iter().any(|page| page_row(whole.api, *page, fact_path).is_some());
    let missing = pagination.fact_paths.iter().filter(|fact_path| !pages.is_empty() && !is_there(fact_path));
    missing
        .map(|fact_path| {
            let message = format!("no page has a property at this path that could be its `{}`", fact_path.key);
            let at = whole.sources.get(pagination.origin, fact_path.key).unwrap_or(pagination.origin);
            let problem = Diagnostic::new(Code::BadExtension, whole.sources.location(at), message);
            problem.help("write the path from the page to the property, with dots between the names")
        })
        .collect()
}
