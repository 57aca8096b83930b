//! Tells of lists of published documents that look paged, although nothing says how their pages follow each other.

use crate::analyze::object_of;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Api, Operation, ParamLocation, Success, TypeRef, Version};
use crate::source::Sources;

/// Query parameters that ask for another page, without `_` and `-`.
const ASK: &[&str] = &[
    "after",
    "afterid",
    "before",
    "beforeid",
    "continuationtoken",
    "continue",
    "cursor",
    "endingbefore",
    "iterator",
    "lastkey",
    "marker",
    "nextpage",
    "nextpagetoken",
    "nexttoken",
    "offset",
    "page",
    "page[after]",
    "page[cursor]",
    "page[number]",
    "pagecursor",
    "pagenumber",
    "pagetoken",
    "skip",
    "skiptoken",
    "startingafter",
    "startat",
];

/// Properties of a page that say whether there is another one, without `_` and `-`.
const SAY: &[&str] = &[
    "after",
    "continue",
    "cursor",
    "done",
    "endcursor",
    "hasmore",
    "hasnext",
    "hasnextpage",
    "lastid",
    "iterator",
    "links",
    "listmetadata",
    "meta",
    "metadata",
    "next",
    "nextcursor",
    "nextlink",
    "nextmarker",
    "nextpage",
    "nextpagetoken",
    "nextpageuri",
    "nextpageurl",
    "nexttoken",
    "nexturl",
    "offset",
    "pageinfo",
    "pagination",
    "paging",
    "responsemetadata",
    "total",
    "totalcount",
    "totalpages",
];

/// Reports the first list of each version that looks paged, and how many others do.
pub(super) fn check(api: &Api, sources: &Sources) -> Vec<Diagnostic> {
    let unpaged = |version: &Version| {
        let resources = version.modules.iter().filter_map(|module| module.resource.as_ref());
        let operations = resources.flat_map(|resource| &resource.operations);
        let mut paged = operations.filter_map(|operation| Some((operation, signs(api, operation)?)));
        let (first, signs) = paged.next().filter(|_| version.pagination.is_none())?;
        let others = match paged.count() {
            0 => String::new(),
            1 => ", like 1 other list".to_owned(),
            count => format!(", like {count} other lists"),
        };
        let message = format!("`{}` has {signs}{others}, but no paging is declared", first.names.method.plain());
        let problem = Diagnostic::new(Code::Unpaged, sources.location(first.origin.node), message);
        Some(problem.help("say with `x-pagination` and `x-paging` how pages follow each other, such as in an overlay"))
    };
    api.versions.iter().filter_map(unpaged).collect()
}

/// Returns what looks like paging: a parameter that asks for a page, and a property that tells of the next one.
fn signs(api: &Api, operation: &Operation) -> Option<String> {
    if operation.origin.is_variant || operation.calls.paging.is_some() {
        return None;
    }
    let (Success::Json(ty) | Success::JsonOrNone(ty) | Success::JsonOrEmpty(ty)) = &operation.responses.success else {
        return None;
    };
    let is_asking = |name: &str| ASK.contains(&folded(name).as_str());
    let mut parameters = operation.request.parameters.iter();
    let asks = parameters.find(|one| one.location == ParamLocation::Query && is_asking(&one.wire_name))?;
    let says = match ty {
        TypeRef::List(_) => return Some(format!("`{}` and returns an array", asks.wire_name)),
        TypeRef::Named(_) => {
            let object = object_of(api, ty)?;
            object.fields.iter().find(|field| matches!(field.ty, TypeRef::List(_)))?;
            object.fields.iter().find(|field| SAY.contains(&folded(&field.wire_name).as_str()))?
        }
        _ => return None,
    };
    Some(match says.wire_name == asks.wire_name {
        true => format!("`{}` and returns it", asks.wire_name),
        false => format!("`{}` and `{}`", asks.wire_name, says.wire_name),
    })
}

fn folded(name: &str) -> String {
    name.chars().filter(|letter| !matches!(letter, '_' | '-' | '.')).flat_map(char::to_lowercase).collect()
}
