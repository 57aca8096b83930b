//! Parameters that are undescribed, misleading or ignored.

use std::collections::BTreeMap;

use super::review::Review;
use super::usual::Usual;
use crate::diagnostic::{Code, Diagnostic, FileId};
use crate::openapi::{Kind, NOT_PARAMETERS};
use crate::source::{NodeId, Value};

/// A filter by several values should be a single value with commas: `id:in=1,2`.
pub(super) fn exploded(review: &Review<'_>) -> Vec<Diagnostic> {
    let sources = review.sources;
    let one = |parameter: NodeId| {
        let name = sources.get_text(parameter, "name").filter(|name| is_list_filter(name))?;
        let explode = sources.get(parameter, "explode");
        let is_exploded = explode.is_none_or(|explode| sources.value(explode) == Value::Bool(true));
        let is_form = matches!(sources.get_text(parameter, "style"), None | Some("form"));
        let is_in_query = sources.get_text(parameter, "in") == Some("query");
        if !is_exploded || !is_form || !is_in_query {
            return None;
        }
        review.array(sources.get(parameter, "schema")?)?;
        let (location, why) = match explode {
            Some(_) => (sources.key_location(parameter, "explode"), "because `explode` is true"),
            None => (sources.key_location(parameter, "name"), "because `explode` is true by default"),
        };
        let message = format!("`{name}` is sent as `{name}=1&{name}=2`, {why}");
        let help = format!("write `style: form, explode: false` for `{name}=1,2`");
        Some(Diagnostic::new(Code::ExplodedFilter, location, message).help(help))
    };
    review.objects(Kind::Parameter).into_iter().filter_map(one).collect()
}

/// `id:in`, `status_in`, `filter[type][in]`, `id:not_in`.
fn is_list_filter(name: &str) -> bool {
    let mut words = name.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty()).rev();
    words.next().is_some_and(|last| matches!(last, "in" | "nin")) && words.next().is_some()
}

/// Whether a parameter is a header that OpenAPI ignores: no other rule applies to it.
fn is_ignored(review: &Review<'_>, parameter: NodeId) -> bool {
    let text = |key| review.sources.get_text(parameter, key).unwrap_or_default();
    text("in") == "header" && NOT_PARAMETERS.contains(&text("name").to_ascii_lowercase().as_str())
}

/// One problem for each file and header: a document that declares such a header usually repeats it in each operation.
pub(super) fn ignored(review: &Review<'_>) -> Vec<Diagnostic> {
    let sources = review.sources;
    let mut headers: BTreeMap<_, Vec<NodeId>> = BTreeMap::new();
    for parameter in review.objects(Kind::Parameter).into_iter().filter(|parameter| is_ignored(review, *parameter)) {
        let name = sources.get_text(parameter, "name").unwrap_or_default();
        headers.entry((parameter.file(), name.to_ascii_lowercase())).or_default().push(parameter);
    }
    let location = |parameter: NodeId| sources.key_location(parameter, "name");
    let one = |((_, name), parameters): ((FileId, String), Vec<NodeId>)| {
        let (first, others) = parameters.split_first()?;
        let spelt = sources.get_text(*first, "name")?;
        let message = format!("OpenAPI ignores the header parameter `{spelt}`");
        let problem = Diagnostic::new(Code::IgnoredHeader, location(*first), message);
        let problem = others.iter().fold(problem, |problem, other| problem.also(location(*other), "also here"));
        let help = match name.as_str() {
            "authorization" => "remove it, and describe it as a security scheme",
            _ => "remove it: the media types under `content` determine it",
        };
        Some(problem.help(help))
    };
    headers.into_iter().filter_map(one).collect()
}

pub(super) fn undescribed(review: &Review<'_>) -> Vec<Diagnostic> {
    let bare = review.objects(Kind::Parameter).into_iter().filter(|parameter| is_bare(review, *parameter));
    bare.filter_map(|parameter| undescribed_one(review, parameter)).collect()
}

/// Those of [`undescribed`] in versions whose other parameters nearly all have a description.
pub(super) fn unusually_undescribed(review: &Review<'_>) -> Vec<Diagnostic> {
    let mut usual = Usual::new(Code::UndescribedParameter);
    for (parameter, _) in review.documents.kinds.iter().filter(|(_, kind)| **kind == Kind::Parameter) {
        let at = || review.sources.key_location(parameter, "name");
        usual.add(review, parameter.file(), (), !is_bare(review, parameter), at);
    }
    let bare = review.objects(Kind::Parameter).into_iter().filter(|parameter| is_bare(review, *parameter));
    let bare = bare.filter(|parameter| {
        usual.others(review, parameter.file(), (), || review.sources.key_location(*parameter, "name")).is_some()
    });
    bare.filter_map(|parameter| undescribed_one(review, parameter)).collect()
}

/// Whether neither a parameter nor its schema has a description.
fn is_bare(review: &Review<'_>, parameter: NodeId) -> bool {
    let sources = review.sources;
    let describes = |node: NodeId| sources.get_text(node, "description").is_some_and(|text| !text.trim().is_empty());
    let schema = || review.documents.resolve(sources.get(parameter, "schema")?);
    !is_ignored(review, parameter) && !describes(parameter) && !schema().is_some_and(describes)
}

fn undescribed_one(review: &Review<'_>, parameter: NodeId) -> Option<Diagnostic> {
    let name = review.sources.get_text(parameter, "name")?;
    let location = review.sources.key_location(parameter, "name");
    let message = format!("the parameter `{name}` has no description");
    Some(Diagnostic::new(Code::UndescribedParameter, location, message).help("add a `description`"))
}

pub(super) fn default_of_required(review: &Review<'_>) -> Vec<Diagnostic> {
    let sources = review.sources;
    let one = |parameter: NodeId| {
        let schema = review.documents.resolve(sources.get(parameter, "schema")?)?;
        if is_ignored(review, parameter)
            || !sources.get_bool(parameter, "required")
            || sources.get(schema, "default").is_none()
        {
            return None;
        }
        let name = sources.get_text(parameter, "name")?;
        let message = format!("`{name}` is required, so its default is never used");
        let problem = Diagnostic::new(Code::DefaultOfRequired, sources.key_location(parameter, "required"), message);
        let problem = problem.also(sources.key_location(schema, "default"), "the default");
        // Path parameters must be required.
        Some(problem.help(match sources.get_text(parameter, "in") {
            Some("path") => "remove the default; write a typical value as `example`",
            _ => "remove `required` if the parameter is optional, otherwise remove the default",
        }))
    };
    review.objects(Kind::Parameter).into_iter().filter_map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::is_list_filter;

    #[test]
    fn names_of_filters_by_a_list() {
        for name in ["id:in", "status_in", "filter[type][in]", "id__in", "id:not_in", "sku.nin"] {
            assert!(is_list_filter(name), "{name}");
        }
        for name in ["in", "include", "id", "login", "check_in_date", "origin", ":in"] {
            assert!(!is_list_filter(name), "{name}");
        }
    }
}
