//! Operations.

use super::arguments::{self, Arguments};
use super::input::Input;
use super::naming::{Alternative, OperationName};
use super::security::Silence;
use super::types::Types;
use super::{body, finds, headers, media, parameter, response, servers};
use crate::bundle::{DeclaredOperation, ModuleId};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{
    Batches, Body, BodyKind, Calls, Deprecation, Link, Names, Operation, OperationDocs, OperationNames, Origin, Paging,
    Parameter, Request, ResponseHeader, Responses, Success, TypeRef,
};
use crate::openapi::Kind;
use crate::source::{NodeId, lookup};

/// What the operations of a resource share.
pub(super) struct Common<'a> {
    pub(super) module: ModuleId,
    /// The module in the ledger.
    pub(super) place: String,
    pub(super) silence: &'a Silence,
    /// The names of the fixtures so far.
    pub(super) fixtures: Names,
    /// The headers of their responses.
    pub(super) headers: Vec<ResponseHeader>,
}

/// The result of lowering an operation.
#[derive(Default)]
pub(super) struct Lowered {
    /// The operation and its variants.
    pub(super) operations: Vec<Operation>,
    /// Whether one of them is left out, which is reported already.
    pub(super) is_left_out: bool,
}

pub(super) fn lower(
    types: &mut Types<'_>,
    found: &DeclaredOperation<'_>,
    names: &OperationName,
    common: &mut Common<'_>,
) -> Lowered {
    let mut lowered = Lowered::default();
    for alternative in std::iter::once(None).chain(names.variants.iter().map(Some)) {
        let mut is_unsupported = false;
        let operation = one(types, found, names, alternative, common, &mut is_unsupported);
        let is_left_out = is_unsupported && !types.input.policy.unsupported_operation.is_error();
        lowered.is_left_out |= is_left_out;
        if let Some(mut operation) = operation.filter(|_| !is_left_out) {
            // The first alternative may be the one that is left out.
            operation.origin.is_variant = !lowered.operations.is_empty();
            lowered.operations.push(operation);
        }
    }
    lowered
}

/// Lowers an operation, or one of its variants.
fn one(
    types: &mut Types<'_>,
    found: &DeclaredOperation<'_>,
    first: &OperationName,
    alternative: Option<&(Alternative, OperationName)>,
    common: &mut Common<'_>,
    is_unsupported: &mut bool,
) -> Option<Operation> {
    let input = types.input;
    let sources = input.sources;
    let node = found.node;
    let names = alternative.map_or(first, |(_, names)| names);
    let first_body = || media::bodies(input, found).into_iter().next();
    let (body, response) = match alternative {
        Some((Alternative::RequestBody(choice), _)) => (Some(choice.clone()), None),
        Some((Alternative::Response(choice), _)) => (first_body(), Some(choice)),
        None => (first_body(), None),
    };
    let mut arguments = Arguments { names: Names::reserving(arguments::RESERVED), place: &names.place };
    arguments.reserve(input, body.is_some());
    let declared = parameter::lower(types, common.silence, common.module, found, &first.builder, &mut arguments);
    let mut parameters = declared.parameters;
    parameters.extend(servers::asked_for(input, found, &mut arguments));
    let taken = body::lower(types, found, body.as_ref(), &names.builder, &mut arguments);
    *is_unsupported = taken.is_unsupported;
    parameters.extend(taken.parts);
    let body = taken.body;
    let responses = response::lower(types, found, names, &mut common.fixtures, response)?;
    let (finds, headers) = match alternative {
        Some(_) => (Vec::new(), Vec::new()),
        None => {
            (finds::lower(types, found, names, &parameters, &responses.success), headers::lower(types, node, common))
        }
    };
    let batches = batches(input, node, names, body.as_ref());
    let paging = sources.get_text(node, "x-paging").and_then(paging);
    let is_list = match &responses.success {
        Success::Json(TypeRef::List(_)) | Success::JsonOrEmpty(TypeRef::List(_)) | Success::Partial { .. } => true,
        success => {
            // Otherwise, an object with an array may be a single thing with several parts.
            let is_read_as_list = paging.is_some() || batches.is_some() || !finds.is_empty();
            is_read_as_list && finds::item(types.defs(), success, types.items_key(node)).is_some()
        }
    };
    let items_per_call = items_per_call(input, node, body.as_ref());
    let guard = sources.get_bool(node, "x-requires-filter").then(|| filters(&parameters));
    let scopes = sources.get(node, "x-scopes").map_or(&[][..], |list| sources.items(list));
    let (split, whole) = (split(&parameters, true), split(&parameters, false));
    Some(Operation {
        names: OperationNames {
            method: names.method.name.clone(),
            aliases: names.method.was.clone(),
            builder: names.builder.clone(),
            constant: names.constant.clone(),
        },
        request: Request {
            method: found.method,
            path: found.path.to_owned(),
            server: servers::own(input, found),
            security: None,
            scopes: scopes.iter().filter_map(|scope| sources.text(*scope)).map(str::to_owned).collect(),
            content_type: taken.content_type,
            accept: responses.accept,
            parameters,
            fixed: declared.fixed,
            reserved: declared.reserved,
            body: body.map(Box::new),
            guard,
            idempotent: found.method.is_idempotent() || sources.get_bool(node, "x-idempotent"),
        },
        responses: Responses {
            success: responses.success,
            statuses: responses.statuses,
            redirects: responses.redirects,
            other_media: responses.other_media,
            is_list,
            headers,
            errors: responses.errors,
            fixtures: responses.fixtures,
        },
        calls: Calls {
            paging,
            batches,
            items_per_call,
            concurrency: input.count(node, "x-concurrency"),
            split,
            whole,
            finds,
        },
        docs: OperationDocs {
            summary: sources.get_text(node, "summary").unwrap_or_default().trim().to_owned(),
            description: input.description(node),
            success: responses.docs,
            deprecated: deprecated(input, node),
            link: link(input, node).map(Box::new),
        },
        origin: Origin {
            node,
            id: sources.get_text(node, "operationId").unwrap_or(first.method.name.plain()).to_owned(),
            is_variant: false,
        },
    })
}

fn paging(style: &str) -> Option<Paging> {
    match style {
        "offset" => Some(Paging::Offset),
        "cursor" => Some(Paging::Cursor),
        "list" => Some(Paging::List),
        "skip" => Some(Paging::Skip),
        _ => None,
    }
}

/// Returns the method that sends any number of items, if the body is a required array.
fn batches(input: Input<'_>, node: NodeId, names: &OperationName, body: Option<&Body>) -> Option<Batches> {
    let sources = input.sources;
    let extension = sources.get(node, "x-batch");
    let name = names
        .batches
        .clone()
        .filter(|_| body.is_some_and(|body| matches!(body.ty, TypeRef::List(_)) && body.kind == BodyKind::Json));
    let Some(name) = name else {
        if extension.is_some() && !is_unread(input, node, body) {
            let message = "`x-batch` requires an operation that takes an array of items";
            let problem = Diagnostic::new(Code::BadExtension, sources.key_location(node, "x-batch"), message);
            input.report.add(problem.help("remove it, or describe a required body that is an array"));
        }
        return None;
    };
    let texts = |list: NodeId| sources.items(list).iter().filter_map(|item| sources.text(*item)).map(str::to_owned);
    Some(Batches {
        name: name.name,
        aliases: name.was,
        key: extension.and_then(|node| sources.get(node, "key")).map_or_else(Vec::new, |list| texts(list).collect()),
        atomic: extension.is_some_and(|node| sources.get_bool(node, "atomic")),
    })
}

/// Whether there is a body that could not be lowered, which is reported already.
fn is_unread(input: Input<'_>, operation: NodeId, body: Option<&Body>) -> bool {
    match body {
        Some(body) => body.ty == TypeRef::Json,
        None => input.sources.get(operation, "requestBody").is_some(),
    }
}

/// The maximum number of items of a call: the body's `maxItems`, unless the extension is smaller.
fn items_per_call(input: Input<'_>, node: NodeId, body: Option<&Body>) -> Option<u32> {
    const KEY: &str = "x-items-per-call";
    let stated = input.count(node, KEY);
    let list = body.filter(|body| matches!(body.ty, TypeRef::List(_)));
    let most = list.and_then(|body| body.limits.items?.1).and_then(|most| u32::try_from(most).ok());
    let (message, help) = match (stated, most) {
        (Some(_), None) if list.is_none() && !is_unread(input, node, body) => (
            format!("`{KEY}` requires an operation that takes an array of items"),
            "remove it, or describe a body that is an array",
        ),
        (Some(stated), Some(most)) if stated > most => (
            format!("`{KEY}` is greater than the `maxItems` of the body, which is {most}"),
            "use the same number for both",
        ),
        _ => return stated.or(most),
    };
    input.report.add(Diagnostic::new(Code::BadExtension, input.sources.key_location(node, KEY), message).help(help));
    None
}

/// The page in `externalDocs`. A relative URL is ignored, because the URL of the document is unknown.
fn link(input: Input<'_>, node: NodeId) -> Option<Link> {
    let docs = input.sources.get(node, "externalDocs")?;
    let url = input.sources.get_text(docs, "url")?.trim();
    let is_absolute = ["https://", "http://"].iter().any(|scheme| url.starts_with(scheme));
    let is_one_word = !url.contains(|char: char| char.is_whitespace() || "<>".contains(char));
    let title = input.sources.get_text(docs, "description").map(str::trim).filter(|title| !title.is_empty());
    (is_absolute && is_one_word).then(|| Link { url: url.to_owned(), title: title.map(str::to_owned) })
}

/// The query parameters that restrict what the operation applies to. Parameters for paging and the like are excluded by
/// `x-narrows: false`.
fn filters(parameters: &[Parameter]) -> Vec<String> {
    let is_filter = |parameter: &&Parameter| parameter.narrows && parameter.location.is_query();
    parameters.iter().filter(is_filter).map(|parameter| parameter.wire_name.clone()).collect()
}

/// The parameters whose `x-split` is `may`.
fn split(parameters: &[Parameter], may: bool) -> Vec<String> {
    let matching = parameters.iter().filter(|parameter| parameter.split == Some(may));
    matching.map(|parameter| parameter.wire_name.clone()).collect()
}

fn deprecated(input: Input<'_>, node: NodeId) -> Option<Deprecation> {
    let sources = input.sources;
    let list = sources.get(node, "x-replaced-by");
    let mut replacements = Vec::new();
    for item in list.map_or(&[][..], |list| sources.items(list)) {
        let Some(reference) = sources.text(*item) else { continue };
        let target = lookup(sources, node.file(), reference);
        match target.map(|target| (target, input.documents.kinds.get(target))) {
            Ok((target, Some(Kind::Operation))) => replacements.push(target),
            Ok(_) => bad_replacement(input, *item, format!("`{reference}` is not an operation"), None),
            Err(missing) if input.documents.explains(&missing) => {}
            Err(missing) => bad_replacement(input, *item, missing.message.clone(), missing.help(input.sources)),
        }
    }
    if !sources.get_bool(node, "deprecated") {
        if let Some(list) = list {
            let help = "add `deprecated: true`, or remove `x-replaced-by`".to_owned();
            let message = "`x-replaced-by` has no effect on an operation that is not deprecated".to_owned();
            bad_replacement(input, list, message, Some(help));
        }
        return None;
    }
    Some(Deprecation { replacements })
}

fn bad_replacement(input: Input<'_>, node: NodeId, message: String, help: Option<String>) {
    let problem = Diagnostic::new(Code::BadExtension, input.sources.location(node), message);
    input
        .report
        .add(problem.help(
            help.unwrap_or_else(|| "write `other.yaml#/paths/~1path/method`, next to `deprecated: true`".into()),
        ));
}
