//! The elements of operations: methods, what they take, and what comes back.

use super::builder::Builder;
use super::{Aspect, Subject};
use crate::ir::{
    BodyKind, EmptyList, Find, ListStyle, Match, Module, Operation, Paging, ParamLocation, Parameter, Plain, Resource,
    StatusResponse, Success, TypeRef, Version,
};

pub(super) fn add(builder: &mut Builder<'_>) {
    let api = builder.api;
    for version in &api.versions {
        for module in &version.modules {
            if let Some(resource) = &module.resource {
                add_resource(builder, version, module, resource);
            }
        }
    }
}

fn add_resource(builder: &mut Builder<'_>, version: &Version, module: &Module, resource: &Resource) {
    let path = format!("{}::{}", version.name, module.name);
    let mut aspects = builder.aspects();
    aspects.set(Aspect::Name, resource.name.plain()).docs(&[&module.docs]);
    let handle = format!("{path}::{}", resource.name);
    let owner = builder.add(|| format!("{path} resource"), aspects.element(Subject::Handle, &handle, ""), None);
    for operation in &resource.operations {
        add_operation(builder, version, &path, &handle, operation);
        add_fixtures(builder, &owner, &path, resource, operation);
    }
    for header in &resource.headers {
        let mut aspects = builder.aspects();
        aspects.set(Aspect::Name, header.name.plain()).set(Aspect::Type, builder.ty(&header.ty)).docs(&[&header.docs]);
        let element = aspects.element(Subject::Header, format!("{path}::{}", header.name), &header.wire_name);
        builder.add_part(&owner, &format!("header {}", header.name), element, None);
    }
}

fn add_fixtures(builder: &mut Builder<'_>, owner: &str, module: &str, resource: &Resource, operation: &Operation) {
    for fixture in &operation.responses.fixtures {
        let mut aspects = builder.aspects();
        aspects
            .set(Aspect::Name, fixture.name.plain())
            .set(Aspect::Type, builder.ty(&fixture.ty))
            .set(Aspect::Statuses, fixture.status.to_string())
            .docs(&[&fixture.docs]);
        let path = format!("{module}::{}::{}", resource.fixtures, fixture.name);
        let element = aspects.element(Subject::Fixture, path, "");
        builder.add_part(owner, &format!("fixture {}", fixture.name), element, Some(fixture.example));
    }
}

/// The key of an operation. Variants of one differ in their media types.
fn key(version: &Version, operation: &Operation) -> String {
    let request = &operation.request;
    let key = format!("{} {} {}", version.name, request.method.key().to_uppercase(), request.path);
    match (operation.origin.is_variant, &request.content_type, &request.accept) {
        (false, ..) => key,
        (true, content_type, accept) => {
            let media = [content_type, accept].map(|media| media.as_deref().unwrap_or("application/json"));
            format!("{key} ({} to {})", media[0], media[1])
        }
    }
}

fn add_operation(builder: &mut Builder<'_>, version: &Version, module: &str, handle: &str, operation: &Operation) {
    let (request, responses, calls, docs) =
        (&operation.request, &operation.responses, &operation.calls, &operation.docs);
    let wire = format!("{} {}", request.method.key().to_uppercase(), request.path);
    let path = format!("{handle}::{}", operation.names.method);
    let mut aspects = builder.aspects();
    aspects
        .set(Aspect::Name, &path)
        .docs(&[&docs.summary, &docs.description])
        .set(Aspect::Arguments, arguments(builder, operation, None))
        .set(Aspect::Builder, format!("{module}::{}", operation.names.builder))
        .maybe(Aspect::Server, request.server.as_ref())
        .maybe(Aspect::Security, request.security.as_ref().map(|security| builder.security(security)))
        .list(Aspect::Scopes, &request.scopes)
        .maybe(Aspect::Accept, request.accept.as_ref())
        .list(Aspect::Fixed, request.fixed.iter().map(|fixed| format!("{}={}", fixed.wire_name, fixed.value)))
        .maybe(Aspect::FilterRequired, request.guard.as_ref().map(|filters| filters_or_all(filters)))
        .flag(Aspect::Idempotent, request.idempotent)
        .list(Aspect::Statuses, &responses.statuses)
        .list(Aspect::Redirects, &responses.redirects)
        .maybe(Aspect::Paging, calls.paging.map(paging))
        .maybe(Aspect::ItemsPerCall, calls.items_per_call)
        .maybe(Aspect::Concurrency, calls.concurrency)
        .list(Aspect::Split, &calls.split)
        .flag(Aspect::Deprecated, docs.deprecated.is_some())
        .maybe(Aspect::Link, docs.link.as_ref().map(|link| &link.url));
    let element = aspects.element(Subject::Operation, &path, &wire);
    let owner = builder.add(|| key(version, operation), element, Some(operation.origin.node));
    for old in &operation.names.aliases {
        builder.alias(format!("{handle}::{old}"), &path);
    }
    let request_builder = format!("{module}::{}", operation.names.builder);
    for parameter in &request.parameters {
        add_parameter(builder, &owner, &path, &request_builder, parameter);
    }
    if let Some(body) = &request.body {
        let mut aspects = builder.aspects();
        let kind = match &body.kind {
            BodyKind::Json => "JSON",
            BodyKind::Form(_) => "form",
            BodyKind::Text => "text",
            BodyKind::Bytes | BodyKind::BytesOf(_) => "bytes",
        };
        aspects
            .set(Aspect::Name, body.name.plain())
            .docs(&[&body.docs])
            .set(Aspect::Type, builder.ty(&body.ty))
            .set(Aspect::Presence, if body.required { "required" } else { "optional" })
            .set(Aspect::Location, kind)
            .set(Aspect::MediaType, request.content_type.as_deref().unwrap_or("application/json"))
            .limits(&body.limits);
        for old in &body.aliases {
            builder.alias(format!("{request_builder}::{old}"), format!("{request_builder}::{}", body.name));
        }
        let taken_by = if body.required { path.clone() } else { format!("{request_builder}::{}", body.name) };
        let element = aspects.element(Subject::Body, taken_by, "");
        builder.add_part(&owner, "body", element, Some(operation.origin.node));
    }
    add_success(builder, &owner, module, &path, operation);
    for response in &responses.errors {
        add_status(builder, Subject::Error, &owner, &path, response);
    }
    if let Some(batches) = operation.batches() {
        let mut aspects = builder.aspects();
        aspects
            .set(Aspect::Name, batches.name.plain())
            .list(Aspect::Key, &batches.key)
            .flag(Aspect::Atomic, batches.atomic);
        for old in &batches.aliases {
            builder.alias(format!("{handle}::{old}"), format!("{handle}::{}", batches.name));
        }
        let element = aspects.element(Subject::Batch, format!("{handle}::{}", batches.name), "");
        builder.add_part(&owner, "batches", element, Some(operation.origin.node));
    }
    for find in &calls.finds {
        add_lookup(builder, &owner, module, handle, operation, find);
    }
}

/// What a call has to say, so that nothing is selected by mistake.
fn filters_or_all(filters: &[String]) -> String {
    filters.iter().map(String::as_str).chain(["all()"]).collect::<Vec<_>>().join(", ")
}

/// The arguments of a method that are required, in their order; a body comes last.
fn arguments(builder: &Builder<'_>, operation: &Operation, without: Option<&Parameter>) -> String {
    let parameters = operation.request.arguments(without);
    let mut list: Vec<_> =
        parameters.map(|parameter| format!("{}: {}", parameter.name, taken(builder, parameter))).collect();
    let body = operation.request.body.as_ref().filter(|body| body.required && without.is_none());
    list.extend(body.map(|body| format!("{}: {}", body.name, builder.ty(&body.ty))));
    list.join(", ")
}

/// The type of an argument.
fn taken(builder: &Builder<'_>, parameter: &Parameter) -> String {
    match parameter.location {
        ParamLocation::File(_) => "FilePart".to_owned(),
        ParamLocation::Files(_) => "Vec<FilePart>".to_owned(),
        _ => builder.ty(&parameter.ty),
    }
}

fn add_parameter(builder: &mut Builder<'_>, owner: &str, method: &str, request: &str, parameter: &Parameter) {
    let mut aspects = builder.aspects();
    let place = place(&parameter.location);
    aspects
        .set(Aspect::Name, parameter.name.plain())
        .docs(&[&parameter.docs])
        .set(Aspect::Type, taken(builder, parameter))
        .set(Aspect::Presence, if parameter.required { "required" } else { "optional" })
        .set(Aspect::Location, location(&parameter.location))
        .limits(&parameter.limits)
        .annotations(&parameter.annotations)
        .flag(Aspect::Deprecated, parameter.deprecated);
    for old in parameter.aliases.iter() {
        builder.alias(format!("{request}::{old}"), format!("{request}::{}", parameter.name));
    }
    let taken_by = if parameter.required { method.to_owned() } else { format!("{request}::{}", parameter.name) };
    let wire = format!("{place} {}", parameter.wire_name);
    let element = aspects.element(Subject::Parameter, taken_by, &wire);
    builder.add_part(owner, &wire, element, parameter.origin);
}

/// What OpenAPI calls the place of a parameter.
fn place(location: &ParamLocation) -> &'static str {
    match location {
        ParamLocation::Path | ParamLocation::Styled(crate::ir::ParamIn::Path, _) => "path",
        ParamLocation::Query | ParamLocation::QueryList(..) | ParamLocation::Styled(crate::ir::ParamIn::Query, _) => {
            "query"
        }
        ParamLocation::Header | ParamLocation::Styled(crate::ir::ParamIn::Header, _) => "header",
        ParamLocation::Cookie | ParamLocation::Styled(crate::ir::ParamIn::Cookie, _) => "cookie",
        ParamLocation::Part(_) | ParamLocation::File(_) | ParamLocation::Files(_) => "part",
        ParamLocation::PartHeader(_) => "part header",
        ParamLocation::Server => "server",
    }
}

/// How a parameter is written where it is.
fn location(location: &ParamLocation) -> String {
    let place = place(location);
    match location {
        ParamLocation::QueryList(style, empty) => {
            let style = match style {
                ListStyle::Comma => "commas",
                ListStyle::Space => "spaces",
                ListStyle::Pipe => "pipes",
                ListStyle::Repeat => "repeated",
            };
            let empty = match empty {
                EmptyList::Refuse => "not empty",
                EmptyList::Omit => "absent if empty",
            };
            format!("{place}, {style}, {empty}")
        }
        ParamLocation::Styled(_, style) => format!("{place}, {style:?}"),
        ParamLocation::Part(media_type) if !media_type.is_empty() => format!("{place}, {media_type}"),
        ParamLocation::File(media_type) if !media_type.is_empty() => format!("{place}, a file, {media_type}"),
        ParamLocation::File(_) => format!("{place}, a file"),
        ParamLocation::Files(media_type) if !media_type.is_empty() => format!("{place}, files, {media_type}"),
        ParamLocation::Files(_) => format!("{place}, files"),
        ParamLocation::PartHeader(part) => format!("{place}, {part}"),
        _ => place.to_owned(),
    }
}

fn paging(paging: Paging) -> &'static str {
    match paging {
        Paging::Offset => "by number",
        Paging::Cursor => "by number or cursor",
        Paging::List => "one page",
        Paging::Skip => "by items",
    }
}

/// What a success brings.
fn add_success(builder: &mut Builder<'_>, owner: &str, module: &str, method: &str, operation: &Operation) {
    let mut aspects = builder.aspects();
    let ty = match &operation.responses.success {
        Success::Empty => "()".to_owned(),
        Success::Plain(Plain::Text) => "String".to_owned(),
        Success::Plain(Plain::Bytes) => "Bytes".to_owned(),
        Success::Events(None) => "EventStream<String>".to_owned(),
        Success::Events(Some(ty)) => format!("EventStream<{}>", builder.ty(ty)),
        Success::Json(ty) | Success::JsonOrEmpty(ty) => builder.ty(ty),
        Success::JsonOrNone(ty) => format!("Option<{}>", builder.ty(ty)),
        Success::Partial { whole, part, .. } => {
            format!("BatchResponse<{}, {}>", builder.ty(whole), builder.ty(part))
        }
        Success::Outputs { name, .. } => format!("{module}::{name}"),
    };
    aspects.set(Aspect::Type, ty).docs(&[&operation.docs.success]);
    let element = aspects.element(Subject::Success, method, "");
    builder.add_part(owner, "success", element, Some(operation.origin.node));
    if let Success::Outputs { name, responses } = &operation.responses.success {
        let path = format!("{module}::{name}");
        let mut aspects = builder.aspects();
        aspects.set(Aspect::Name, name.plain()).set(Aspect::Shape, "responses");
        builder.add_part(owner, "outputs", aspects.element(Subject::Type, &path, ""), Some(operation.origin.node));
        for response in responses {
            let variant = format!("{path}::{}", response.variant);
            add_status(builder, Subject::Success, owner, &variant, response);
        }
    }
}

fn add_status(builder: &mut Builder<'_>, subject: Subject, owner: &str, method: &str, response: &StatusResponse) {
    let mut aspects = builder.aspects();
    let ty = response.ty.as_ref().map(|ty| builder.ty(ty));
    aspects.maybe(Aspect::Type, ty).docs(&[&response.docs]);
    // Those of successes are variants of an enum.
    aspects.maybe(Aspect::Name, (subject == Subject::Success).then(|| response.variant.plain()));
    let element = aspects.element(subject, method, response.status.to_string());
    builder.add_part(owner, &response.status.to_string(), element, response.example);
}

fn add_lookup(builder: &mut Builder<'_>, owner: &str, module: &str, handle: &str, operation: &Operation, find: &Find) {
    let mut aspects = builder.aspects();
    // The filter takes a list, and the method one value of it.
    let value = if let TypeRef::List(item) = &find.by.ty { item } else { &find.by.ty };
    let by = format!("{}: {}", find.by.name, builder.ty(value));
    let others = arguments(builder, operation, Some(&find.by));
    // What comes along with the item, and not which items are looked through.
    let choices = operation.request.parameters.iter().filter(|parameter| parameter.selects_extras());
    let request = format!("{module}::{}", find.builder);
    for (parameter, old) in
        choices.clone().flat_map(|parameter| parameter.aliases.iter().map(move |old| (parameter, old)))
    {
        builder.alias(format!("{request}::{old}"), format!("{request}::{}", parameter.name));
    }
    let matching = match &find.matching {
        Match::Exact(property) => property.clone(),
        Match::IgnoreCase(property) => format!("{property}, ignoring case"),
        Match::Unchecked => "whatever comes".to_owned(),
    };
    aspects
        .set(Aspect::Name, find.name.plain())
        .set(Aspect::Builder, format!("{module}::{}", find.builder))
        .list(Aspect::Arguments, [others, by].iter().filter(|text| !text.is_empty()))
        .list(Aspect::Setters, choices.map(|parameter| format!("{}({})", parameter.name, builder.ty(&parameter.ty))))
        .set(Aspect::Type, builder.ty(&find.item))
        .docs(&[&find.docs])
        .set(Aspect::Matching, matching);
    for old in &find.aliases {
        builder.alias(format!("{handle}::{old}"), format!("{handle}::{}", find.name));
    }
    let element = aspects.element(Subject::Lookup, format!("{handle}::{}", find.name), &find.by.wire_name);
    let part = format!("lookup {}", find.by.wire_name);
    builder.add_part(owner, &part, element, Some(operation.origin.node));
}
