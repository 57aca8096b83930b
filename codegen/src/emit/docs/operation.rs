//! The documentation of operations: of their methods, and of their request builders.

use super::{paragraphs, prose, response};
use crate::emit::rust_type::RustType;
use crate::emit::{markdown, rt};
use crate::ir::{Find, Ident, Link, Match, Method, Operation, Paging, ParamIn, Parameter, Resource, StatusResponse};

/// How the `Accept` header ends if a response of any other type is passed on as well.
const ANY_OTHER: &str = ", */*;q=0.1";

pub(in crate::emit) fn builder(resource: &Resource, method: &Ident) -> String {
    format!("A request of [`{0}::{1}`]; `.await` sends it.", resource.name, method.plain())
}

/// Documents the method that sends any number of items.
pub(in crate::emit) fn batches(operation: &Operation, example: Option<&str>) -> String {
    let method = operation.names.method.plain();
    let first = format!("Sends any number of items with [`{method}`](Self::{method}), in as many calls as needed.");
    let size = match operation.calls.items_per_call {
        Some(items) => format!("{items} items per call"),
        None => "10 items per call, as the document states no limit".to_owned(),
    };
    let at_once = match operation.calls.concurrency {
        Some(calls) => format!("at most {calls} calls at a time"),
        None => "3 calls at a time by default".to_owned(),
    };
    let whole = if operation.calls.batches.as_ref().is_some_and(|batches| batches.atomic) {
        " A call takes effect as a whole or not at all; if an item is rejected, the others are sent again without it."
    } else {
        ""
    };
    let second = format!(
        "Takes an iterator or a stream, and returns a stream of one outcome per item: {size}; {at_once}.{whole}"
    );
    paragraphs([markdown::filled(&first), markdown::filled(&second), code(example)])
}

pub(in crate::emit) fn replacement(paths: &[&str]) -> String {
    match paths {
        [] => "the API may drop it; it names no replacement".to_owned(),
        paths => {
            format!("use {} instead", paths.iter().map(|path| format!("`{path}`")).collect::<Vec<_>>().join(" or "))
        }
    }
}

/// Documents the method of an operation: its purpose, its path, its arguments, its errors, and an example.
pub(in crate::emit) fn method(
    operation: &Operation,
    more: String,
    response: &str,
    errors: String,
    example: Option<&str>,
) -> String {
    let summary = if operation.docs.summary.is_empty() {
        format!("`{}`.", operation.origin.id)
    } else {
        prose(&operation.docs.summary)
    };
    paragraphs([
        summary,
        prose(&operation.docs.description),
        wire(operation),
        operation.docs.link.as_deref().map_or_else(String::new, link),
        more,
        arguments(operation, None),
        returns(operation, response),
        errors,
        code(example),
    ])
}

/// Links to the external documentation. A title that Markdown could interpret is left out: the URL is sufficient.
fn link(link: &Link) -> String {
    match &link.title {
        Some(title) if !title.contains(['[', ']', '<', '>', '\n', '\\', '`']) => {
            format!("See [{}](<{}>).", title.trim_end_matches('.'), link.url)
        }
        _ => format!("See <{}>.", link.url),
    }
}

/// Documents the alternatives to a single call.
pub(in crate::emit) fn more(operation: &Operation, is_paged: bool, batches: Option<&Ident>) -> String {
    let builder = &operation.names.builder;
    let pages = if is_paged {
        format!(
            "Awaiting it returns one page; [`stream`]({builder}::stream) returns the items of all pages, [`pages`]({builder}::pages) the pages themselves."
        )
    } else {
        String::new()
    };
    let batches =
        batches.map_or_else(String::new, |name| format!("[`{0}`](Self::{0}) takes any number of items.", name.plain()));
    paragraphs([markdown::filled(&pages), markdown::filled(&batches)])
}

/// Documents the method that looks up one item of a list.
pub(in crate::emit) fn find(
    operation: &Operation,
    find: &Find,
    item: &str,
    errors: String,
    example: Option<&str>,
) -> String {
    let mut facts = vec![format!(
        "`{} {}` with `{}`",
        verb(operation.request.method),
        operation.request.sent_path(),
        find.by.wire_name
    )];
    facts.extend(scopes(operation));
    facts.extend(at_a_time(operation));
    let found = match &find.matching {
        Match::Exact(property) | Match::IgnoreCase(property) => {
            format!("{item}; `None` if the list is empty. Items with another `{property}` are an error.")
        }
        Match::Unchecked => format!("{item}; `None` if there is none, and the first if there are several."),
    };
    let found = format!("{found} [`into_inner`]({}::into_inner) takes the `Option` out of the response.", rt::RESPONSE);
    paragraphs([
        prose(&find.docs),
        markdown::filled(&format!("{}.", facts.join("; "))),
        arguments(operation, Some(&find.by)),
        format!("# Returns\n\n{}", markdown::filled(&capitalized(&found))),
        errors,
        code(example),
    ])
}

fn verb(method: Method) -> &'static str {
    match method {
        Method::Get => "GET",
        Method::Put => "PUT",
        Method::Post => "POST",
        Method::Delete => "DELETE",
        Method::Options => "OPTIONS",
        Method::Head => "HEAD",
        Method::Patch => "PATCH",
    }
}

fn scopes(operation: &Operation) -> Option<String> {
    let scopes: Vec<_> = operation.request.scopes.iter().map(|scope| format!("`{scope}`")).collect();
    (!scopes.is_empty()).then(|| format!("scope {}", scopes.join(" or ")))
}

fn at_a_time(operation: &Operation) -> Option<String> {
    operation.calls.concurrency.map(|calls| format!("at most {calls} calls at a time"))
}

fn wire(operation: &Operation) -> String {
    let mut facts = vec![format!("`{} {}`", verb(operation.request.method), operation.request.sent_path())];
    let has_parts = operation.request.parameters.iter().any(|parameter| parameter.location.is_part());
    let sent = operation.request.content_type.as_deref().or(has_parts.then_some("multipart/form-data"));
    facts.extend(sent.map(|media_type| format!("sends `{media_type}`")));
    facts.extend(operation.request.fixed.iter().map(|fixed| match fixed.location {
        ParamIn::Header => format!("with the header `{}: {}`", fixed.wire_name, fixed.value),
        _ => format!("with `{}={}`", fixed.wire_name, fixed.value),
    }));
    facts.extend(operation.request.server.as_ref().map(|server| format!("on the server `{server}`")));
    facts.extend(
        operation
            .request
            .accept
            .as_ref()
            .filter(|accept| *accept != "*/*")
            .map(|accept| format!("asks for `{}`", accept.trim_end_matches(ANY_OTHER))),
    );
    facts.extend(scopes(operation));
    facts.extend(operation.calls.items_per_call.map(|items| format!("at most {items} items per call")));
    facts.extend(at_a_time(operation));
    facts.extend(operation.calls.paging.map(|paging| {
        match paging {
            Paging::Offset => "pages by number",
            Paging::Cursor => "pages by cursor or number",
            Paging::List => "pages by number until one is empty",
            Paging::Skip => "pages by the number of items before them",
        }
        .to_owned()
    }));
    markdown::filled(&format!("{}.", facts.join("; ")))
}

/// Lists the required arguments; in a lookup, the value that is looked for comes last.
fn arguments(operation: &Operation, by: Option<&Parameter>) -> String {
    let described = |name: &str, docs: &str| {
        let docs = markdown::first_paragraph(docs);
        (!docs.is_empty()).then(|| prose(&format!("- `{name}`: {docs}")))
    };
    let body = operation.request.body.iter().filter(|body| body.required);
    let lines: Vec<_> = operation
        .request
        .arguments(by)
        .filter_map(|parameter| described(parameter.name.plain(), &parameter.docs))
        .chain(body.filter_map(|body| described(body.name.plain(), &body.docs)))
        .collect();
    if lines.is_empty() { String::new() } else { format!("# Arguments\n\n{}", lines.join("\n")) }
}

/// Documents the success, with its type and its description.
fn returns(operation: &Operation, response: &str) -> String {
    let brings = if response.is_empty() { String::new() } else { format!("{}.", capitalized(response)) };
    let docs = prose(&operation.docs.success);
    let (first, rest) = docs.split_once("\n\n").unwrap_or((&docs, ""));
    // Text continues the sentence about the type; a table or a list does not.
    let is_text = first.lines().all(|line| line.starts_with(char::is_alphanumeric));
    let head = match is_text {
        true => vec![markdown::filled(format!("{brings} {}", first.replace('\n', " ")).trim()), rest.to_owned()],
        false => vec![markdown::filled(&brings), docs.clone()],
    };
    let headers: Vec<_> = operation.responses.headers.iter().map(|header| format!("[`{header}`]")).collect();
    let headers = match headers.as_slice() {
        [] => String::new(),
        headers => markdown::filled(&format!("Headers: {}.", headers.join(", "))),
    };
    let text = paragraphs(head.into_iter().chain([headers]));
    if text.is_empty() { text } else { format!("# Returns\n\n{text}") }
}

fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// Documents the errors: the types of their bodies with the statuses, and the descriptions of the operation's own
/// responses. `shared` links to the modules that describe the others.
pub(in crate::emit) fn errors(bodies: &[(String, String)], own: &[&StatusResponse], shared: &[String]) -> String {
    let bodies: Vec<_> = bodies.iter().map(|(ty, statuses)| format!("{ty} for {statuses}")).collect();
    let bodies = match bodies.as_slice() {
        [] => format!("[`Error`]({}).", rt::ERROR),
        bodies => format!("[`api`]({}::api) is {}.", rt::ERROR, bodies.join("; ")),
    };
    let links: Vec<_> = shared.iter().map(|module| format!("[responses]({module}#responses)")).collect();
    let links = if links.is_empty() { String::new() } else { format!(" See {}.", links.join(" and ")) };
    let own: Vec<_> =
        own.iter().filter(|response| !response.docs.is_empty()).map(|own| format!("- {}", response(own))).collect();
    paragraphs(["# Errors".to_owned(), markdown::filled(&format!("{bodies}{links}")), prose(&own.join("\n"))])
}

/// Returns the type of a body, as a link if it has documentation.
pub(in crate::emit) fn linked_type(ty: &RustType) -> String {
    if ty.has_arguments() { format!("`{ty}`") } else { format!("[`{ty}`]") }
}

fn code(example: Option<&str>) -> String {
    example.map_or_else(String::new, |example| format!("# Example\n\n```no_run\n{example}\n```"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_have_a_title_that_is_only_text() {
        for (title, expected) in [
            (Some("How to."), "See [How to](<https://zoo.example/a_(b)>)."),
            (None, "See <https://zoo.example/a_(b)>."),
            (Some("a [b]"), "See <https://zoo.example/a_(b)>."),
            (Some("a <b>"), "See <https://zoo.example/a_(b)>."),
            (Some("a `b"), "See <https://zoo.example/a_(b)>."),
            (Some("a\n\nb"), "See <https://zoo.example/a_(b)>."),
        ] {
            let (url, title) = ("https://zoo.example/a_(b)".to_owned(), title.map(str::to_owned));
            assert_eq!(link(&Link { url, title: title.clone() }), expected, "{title:?}");
        }
    }
}
