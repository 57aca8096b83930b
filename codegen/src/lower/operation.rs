//! Operations.

use super::input::Input;
use super::naming::{OperationName, Way};
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

/// Methods that every builder has.
const RESERVED: &[&str] = &["all", "request", "new", "into_future", "core", "with", "wait", "bytes_stream"];

/// What the operations of a resource have in common.
pub(super) struct Common<'a> {
    pub(super) module: ModuleId,
    pub(super) silence: &'a Silence,
    /// The names that fixtures have already.
    pub(super) fixtures: Names,
    /// The headers that their answers bring.
    pub(super) headers: Vec<ResponseHeader>,
}

/// What becomes of an operation.
#[derive(Default)]
pub(super) struct Lowered {
    /// The operation, and the same one for each other way to call it.
    pub(super) operations: Vec<Operation>,
    /// Whether one of the ways is left out, which is reported.
    pub(super) is_left_out: bool,
}

pub(super) fn lower(
    types: &mut Types<'_>,
    found: &DeclaredOperation<'_>,
    names: &OperationName,
    common: &mut Common<'_>,
) -> Lowered {
    let mut lowered = Lowered::default();
    for way in std::iter::once(None).chain(names.variants.iter().map(Some)) {
        let mut is_unsupported = false;
        let operation = one(types, found, names, way, common, &mut is_unsupported);
        let is_left_out = is_unsupported && !types.input.policy.unsupported_operation.is_error();
        lowered.is_left_out |= is_left_out;
        if let Some(mut operation) = operation.filter(|_| !is_left_out) {
            // The first way may be the one that is left out.
            operation.origin.is_variant = !lowered.operations.is_empty();
            lowered.operations.push(operation);
        }
    }
    lowered
}

/// An operation in one of its ways; none is the first.
fn one(
    types: &mut Types<'_>,
    found: &DeclaredOperation<'_>,
    first: &OperationName,
    way: Option<&(Way, OperationName)>,
    common: &mut Common<'_>,
    is_unsupported: &mut bool,
) -> Option<Operation> {
    let input = types.input;
    let sources = input.sources;
    let node = found.node;
    let names = way.map_or(first, |(_, names)| names);
    let first_body = || media::bodies(input, node).into_iter().next();
    let (body, answer) = match way {
        Some((Way::Body(choice), _)) => (Some(choice.clone()), None),
        Some((Way::Answer(choice), _)) => (first_body(), Some(choice)),
        None => (first_body(), None),
    };
    let mut arguments = Names::reserving(RESERVED);
    let declared = parameter::lower(types, common.silence, common.module, found, &first.builder, &mut arguments);
    let mut parameters = declared.parameters;
    parameters.extend(servers::asked_for(input, found, &mut arguments));
    let taken = body::lower(types, node, body.as_ref(), &names.builder, &mut arguments);
    *is_unsupported = taken.is_unsupported;
    parameters.extend(taken.parts);
    let body = taken.body;
    let answers = response::lower(types, node, names, &mut common.fixtures, answer)?;
    let (finds, headers) = match way {
        Some(_) => (Vec::new(), Vec::new()),
        None => (finds::lower(types, found, names, &parameters, &answers.success), headers::lower(types, node, common)),
    };
    let batches = batches(input, node, names, body.as_ref());
    let paging = sources.get_text(node, "x-paging").and_then(paging);
    let is_list = match &answers.success {
        Success::Json(TypeRef::List(_)) | Success::JsonOrEmpty(TypeRef::List(_)) | Success::Partial { .. } => true,
        success => {
            // An object with an array in it may as well be one thing with several parts.
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
            method: names.method.clone(),
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
            accept: answers.accept,
            parameters,
            fixed: declared.fixed,
            reserved: declared.reserved,
            body: body.map(Box::new),
            guard,
            idempotent: found.method.is_idempotent() || sources.get_bool(node, "x-idempotent"),
        },
        responses: Responses {
            success: answers.success,
            statuses: answers.statuses,
            redirects: answers.redirects,
            other_media: answers.other_media,
            is_list,
            headers,
            errors: answers.errors,
            fixtures: answers.fixtures,
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
            success: answers.docs,
            deprecated: deprecated(input, node),
            link: link(input, node).map(Box::new),
        },
        origin: Origin {
            node,
            id: sources.get_text(node, "operationId").unwrap_or(first.method.plain()).to_owned(),
            is_variant: false,
        },
    })
}

fn paging(style: &str) -> Option<Paging> {
    match style {
        "offset" => Some(Paging::Offset),
        "cursor" => Some(Paging::Cursor),
        "list" => Some(Paging::List),
        _ => None,
    }
}

/// How any number of items is sent: wherever a list has to be.
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
            let problem = Diagnostic::new(Code::BadExtension, sources.key_place(node, "x-batch"), message);
            input.report.add(problem.help("remove it, or describe a required body that is an array"));
        }
        return None;
    };
    let texts = |list: NodeId| sources.items(list).iter().filter_map(|item| sources.text(*item)).map(str::to_owned);
    Some(Batches {
        name,
        key: extension.and_then(|node| sources.get(node, "key")).map_or_else(Vec::new, |list| texts(list).collect()),
        atomic: extension.is_some_and(|node| sources.get_bool(node, "atomic")),
    })
}

/// Whether there is a body that could not be read: that is reported already.
fn is_unread(input: Input<'_>, operation: NodeId, body: Option<&Body>) -> bool {
    match body {
        Some(body) => body.ty == TypeRef::Json,
        None => input.sources.get(operation, "requestBody").is_some(),
    }
}

/// The most items of a call: the body's `maxItems` unless the extension says less.
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
    input.report.add(Diagnostic::new(Code::BadExtension, input.sources.key_place(node, KEY), message).help(help));
    None
}

/// The page that `externalDocs` names. Nobody can follow a relative URL: where the document came from is not known.
fn link(input: Input<'_>, node: NodeId) -> Option<Link> {
    let docs = input.sources.get(node, "externalDocs")?;
    let url = input.sources.get_text(docs, "url")?.trim();
    let is_absolute = ["https://", "http://"].iter().any(|scheme| url.starts_with(scheme));
    let is_one_word = !url.contains(|char: char| char.is_whitespace() || "<>".contains(char));
    let title = input.sources.get_text(docs, "description").map(str::trim).filter(|title| !title.is_empty());
    (is_absolute && is_one_word).then(|| Link { url: url.to_owned(), title: title.map(str::to_owned) })
}

/// What narrows down what is meant. How much comes at once does not: such parameters say so.
fn filters(parameters: &[Parameter]) -> Vec<String> {
    let is_filter = |parameter: &&Parameter| parameter.narrows && parameter.location.is_query();
    parameters.iter().filter(is_filter).map(|parameter| parameter.wire_name.clone()).collect()
}

/// The parameters of which the document says that a call may be divided by them, or may not.
fn split(parameters: &[Parameter], may: bool) -> Vec<String> {
    let said = parameters.iter().filter(|parameter| parameter.split == Some(may));
    said.map(|parameter| parameter.wire_name.clone()).collect()
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
            Err(missing) if missing.is_consequence => {}
            Err(missing) => bad_replacement(input, *item, missing.message, missing.help),
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
    let problem = Diagnostic::new(Code::BadExtension, input.sources.place(node), message);
    input
        .report
        .add(problem.help(
            help.unwrap_or_else(|| "write `other.yaml#/paths/~1path/method`, next to `deprecated: true`".into()),
        ));
}
