//! The text of doc comments.

mod client;
mod operation;

pub(super) use self::client::{
    builder_of_credentials, client_builder, client_builder_from_env, client_from_env, client_without_credentials,
    credential,
};
pub(super) use self::operation::{batches, builder, errors, find, linked_type, method, more, replacement};
pub(super) use super::markdown::prose;
use super::{markdown, rt};
use crate::ir::{
    Annotations, Body, Branch, Field, Fixture, Limits, Module, Operation, ParamIn, ParamLocation, Parameter, Resource,
    ResponseHeader, Server, StatusResponse, TypeDef, Variable, Version,
};

/// Joins paragraphs, except empty ones.
fn paragraphs(parts: impl IntoIterator<Item = String>) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
}

pub(super) fn type_docs(def: &TypeDef) -> String {
    let docs = prose(&def.docs);
    if docs.is_empty() { format!("`{}`.", def.name) } else { docs }
}

pub(super) fn field(field: &Field) -> String {
    let docs = prose(&field.docs);
    let docs = if docs.is_empty() { format!("`{}`.", field.wire_name) } else { docs };
    let deprecated = if field.deprecated { "Deprecated." } else { "" };
    paragraphs([docs, limits(*field.limits), annotations(&field.annotations), deprecated.to_owned()])
}

pub(super) fn branch(branch: &Branch) -> String {
    let docs = prose(&branch.docs);
    if docs.is_empty() { format!("{}.", branch.name) } else { docs }
}

pub(super) fn parameter(parameter: &Parameter) -> String {
    let docs = prose(&parameter.docs);
    let wire_name = &parameter.wire_name;
    let name = match &parameter.location {
        ParamLocation::PartHeader(part) => format!("Sent in the header `{wire_name}` of the part `{part}`."),
        ParamLocation::Header | ParamLocation::Styled(ParamIn::Header, _) => {
            format!("Sent in the header `{wire_name}`.")
        }
        ParamLocation::Server => format!("Stands for `{{{wire_name}}}` in the URL of the server."),
        ParamLocation::Cookie | ParamLocation::Styled(ParamIn::Cookie, _) => {
            format!("Sent in the cookie `{wire_name}`.")
        }
        _ if parameter.name.plain() == wire_name && !docs.is_empty() => String::new(),
        _ => format!("Sent as `{wire_name}`."),
    };
    let split = match parameter.split {
        Some(true) => "A list too long for one URL is split among several calls.",
        _ => "",
    };
    let sent: Vec<_> = [name.as_str(), split].into_iter().filter(|text| !text.is_empty()).collect();
    paragraphs([
        docs,
        limits(*parameter.limits),
        annotations(&parameter.annotations),
        markdown::filled(&sent.join(" ")),
    ])
}

pub(super) fn header(header: &ResponseHeader) -> String {
    let docs = prose(&header.docs);
    paragraphs([docs, markdown::filled(&format!("The response header `{}`.", header.wire_name))])
}

pub(super) fn body(body: &Body) -> String {
    let docs = prose(&body.docs);
    if docs.is_empty() { "The body.".to_owned() } else { docs }
}

fn annotations(annotations: &Annotations) -> String {
    let all = |texts: &[String]| texts.iter().map(|text| markdown::code(text)).collect::<Vec<_>>().join(", ");
    let mut parts = Vec::new();
    parts.extend(annotations.default.iter().map(|text| format!("Default: {}.", markdown::code(text))));
    parts.extend((!annotations.values.is_empty()).then(|| format!("One of {}.", all(&annotations.values))));
    parts.extend(annotations.pattern.iter().map(|text| format!("Pattern: {}.", markdown::code(text))));
    parts.extend(annotations.example.iter().map(|text| format!("Example: {}.", markdown::code(text))));
    markdown::filled(&parts.join(" "))
}

fn limits(limits: Limits) -> String {
    let span = |least: u64, most: Option<u64>, what: &str| match (least, most) {
        (least, Some(most)) if least == most => format!("{least} {what}"),
        (0, Some(most)) => format!("at most {most} {what}"),
        (least, Some(most)) => format!("{least} to {most} {what}"),
        (least, None) => format!("at least {least} {what}"),
    };
    let counted = |least: u64, most: Option<u64>, one: &str, many: &str| {
        span(least, most, if most.unwrap_or(least) == 1 { one } else { many })
    };
    let mut parts = Vec::new();
    parts.extend(limits.chars.map(|(least, most)| counted(least, most, "character", "characters")));
    parts.extend(limits.items.map(|(least, most)| counted(least, most, "item", "items")));
    match limits.range {
        Some((Some(least), Some(most))) => parts.push(format!("from {least} to {most}")),
        Some((Some(least), None)) => parts.push(format!("from {least}")),
        Some((None, Some(most))) => parts.push(format!("up to {most}")),
        Some((None, None)) | None => {}
    }
    if parts.is_empty() { String::new() } else { format!("When sent: {}.", parts.join(", ")) }
}

pub(super) fn response(response: &StatusResponse) -> String {
    let status = response.status;
    match markdown::first_paragraph(&response.docs) {
        docs if docs.is_empty() => format!("{status}."),
        docs => prose(&format!("{status}: {docs}")),
    }
}

pub(super) fn fixture(resource: &Resource, operation: &Operation, fixture: &Fixture) -> String {
    let method = format!("{}::{}", resource.name, operation.names.method.plain());
    let sentence = format!("A response of [`{method}`] with status {}.", fixture.status);
    paragraphs([markdown::filled(&sentence), prose(&markdown::first_paragraph(&fixture.docs))])
}

/// Returns the documentation of a module, including the component responses that operations refer to.
pub(super) fn module(module: &Module) -> String {
    let responses = module.responses.iter().map(|(name, docs)| prose(&format!("- `{name}`: {docs}")));
    let responses = responses.collect::<Vec<_>>().join("\n");
    let heading = if responses.is_empty() { "" } else { "# Responses" };
    paragraphs([prose(&module.docs), heading.to_owned(), responses])
}

/// `client` is the expression that returns the handle from a client.
pub(super) fn handle(client: &str, module: &Module, resource: &Resource) -> String {
    let example = resource.operations.first().map_or("", |operation| operation.names.method.plain());
    format!("The operations of `{client}.{}()`, such as [`{example}`](Self::{example}).", module.name)
}

pub(super) fn accessor(module: &Module) -> String {
    let docs = markdown::first_paragraph(&module.docs);
    if docs.is_empty() { format!("[`{0}`].", module.name) } else { prose(&docs) }
}

pub(super) fn version(version: &Version) -> String {
    let docs = markdown::first_paragraph(&version.docs);
    if docs.is_empty() { format!("The resources of {}.", version.name) } else { prose(&docs) }
}

pub(super) fn server(server: &Server) -> String {
    let docs = prose(&server.docs);
    let url = format!("`{}`", server.url);
    let variable = |variable: &Variable| {
        let (default, values) = (variable.default.clone(), variable.values.clone());
        let annotations = annotations(&Annotations { default, values, pattern: None, example: None });
        let parts = [markdown::first_paragraph(&variable.docs), annotations];
        let parts: Vec<_> = parts.into_iter().filter(|text| !text.is_empty()).collect();
        let colon = if parts.is_empty() { "" } else { ": " };
        prose(&format!("- `{}`{colon}{}", variable.name, parts.join(" ")))
    };
    let variables: Vec<_> = server.variables.iter().map(variable).collect();
    let head = format!("Set its variables with [`server_variable`]({}::server_variable):", rt::CLIENT_BUILDER);
    let variables = if variables.is_empty() { String::new() } else { format!("{head}\n\n{}", variables.join("\n")) };
    paragraphs([docs, url, variables])
}
