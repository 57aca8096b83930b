//! Operations.

use super::naming::{Found, OperationName};
use super::{Context, finds, parameter, response, schema};
use crate::bundle::lookup;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Batches, Body, Deprecation, Ident, Location, Method, Names, Operation, Paging, Parameter, TypeRef};
use crate::openapi::Kind;
use crate::source::{NodeId, Value};

/// `constants` are the names that fixtures of the resource have already.
pub(super) fn lower(
    cx: &mut Context<'_>,
    found: &Found<'_>,
    names: &OperationName,
    constants: &mut Names,
) -> Option<Operation> {
    let sources = cx.sources;
    let node = found.node;
    cx.is_left_out = false;
    let mut arguments = Names::reserving(&["all", "request", "new", "into_future", "core", "with", "wait"]);
    let parameters = parameter::lower(cx, found, &names.builder, &mut arguments);
    let body = body(cx, node, &names.builder, &mut arguments);
    let answers = response::lower(cx, node, names, constants)?;
    if cx.is_left_out && cx.documents.published {
        return None;
    }
    let batches = batches(cx, node, names, body.as_ref());
    let items_per_call = items_per_call(cx, node, body.as_ref());
    let finds = finds::lower(cx, found, names, &parameters, &answers.success);
    let guard = sources.get_bool(node, "x-requires-filter").then(|| filters(&parameters));
    let scopes = sources.get(node, "x-scopes").map_or(&[][..], |list| sources.items(list));
    let (split, whole) = (split(&parameters, true), split(&parameters, false));
    let safe_by_method = !matches!(found.method, Method::Post | Method::Patch);
    Some(Operation {
        name: names.method.clone(),
        builder: names.builder.clone(),
        error: names.error.clone(),
        constant: names.constant.clone(),
        id: sources.get_text(node, "operationId").unwrap_or(names.method.plain()).to_owned(),
        method: found.method,
        path: found.path.to_owned(),
        parameters,
        body,
        success: answers.success,
        success_statuses: answers.statuses,
        success_docs: answers.docs,
        fixtures: answers.fixtures,
        errors: answers.errors,
        paging: sources.get_text(node, "x-paging").and_then(paging),
        batches,
        items_per_call,
        concurrency: count(cx, node, "x-concurrency"),
        idempotent: safe_by_method || sources.get_bool(node, "x-idempotent"),
        guard,
        split,
        whole,
        scopes: scopes.iter().filter_map(|scope| sources.text(*scope)).map(str::to_owned).collect(),
        deprecated: deprecated(cx, node),
        finds,
        summary: sources.get_text(node, "summary").unwrap_or_default().trim().to_owned(),
        description: cx.description(node),
        origin: node,
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
fn batches(cx: &mut Context<'_>, node: NodeId, names: &OperationName, body: Option<&Body>) -> Option<Batches> {
    let sources = cx.sources;
    let extension = sources.get(node, "x-batch");
    let name = names.batches.clone().filter(|_| body.is_some_and(|body| matches!(body.ty, TypeRef::List(_))));
    let Some(name) = name else {
        if extension.is_some() && !is_unread(cx, node, body) {
            let message = "`x-batch` is about a list of items, and the operation takes none";
            let problem = Diagnostic::new(Code::BadExtension, sources.key_place(node, "x-batch"), message);
            cx.report(problem.help("take it out, or describe a required body that is an array"));
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
fn is_unread(cx: &Context<'_>, operation: NodeId, body: Option<&Body>) -> bool {
    match body {
        Some(body) => body.ty == TypeRef::Json,
        None => cx.sources.get(operation, "requestBody").is_some(),
    }
}

/// The most items of a call: the body's `maxItems` unless the extension says less.
fn items_per_call(cx: &mut Context<'_>, node: NodeId, body: Option<&Body>) -> Option<u32> {
    const KEY: &str = "x-items-per-call";
    let stated = count(cx, node, KEY);
    let list = body.filter(|body| matches!(body.ty, TypeRef::List(_)));
    let most = list.and_then(|body| body.limits.items?.1).and_then(|most| u32::try_from(most).ok());
    let (message, help) = match (stated, most) {
        (Some(_), None) if list.is_none() && !is_unread(cx, node, body) => (
            format!("`{KEY}` is about a list of items, and the operation takes none"),
            "take it out, or describe a body that is an array",
        ),
        (Some(stated), Some(most)) if stated > most => {
            (format!("the body takes fewer items than that: its `maxItems` is {most}"), "let both say the same")
        }
        _ => return stated.or(most),
    };
    cx.report(Diagnostic::new(Code::BadExtension, cx.sources.key_place(node, KEY), message).help(help));
    None
}

/// A whole number from 1 under a key.
pub(super) fn count(cx: &mut Context<'_>, node: NodeId, key: &str) -> Option<u32> {
    let at = cx.sources.get(node, key)?;
    let Value::Number(text) = cx.sources.value(at) else { return None };
    let number = text.parse().ok().filter(|number| *number > 0);
    // Another kind of number is reported already.
    if number.is_none() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let message = format!("`{key}` is {text}, which cannot be");
        let problem = Diagnostic::new(Code::BadValue, cx.sources.place(at), message);
        cx.report(problem.help(format!("write a number from 1 to {}", u32::MAX)));
    }
    number
}

/// What narrows down what is meant. How much comes at once does not: such parameters say so.
fn filters(parameters: &[Parameter]) -> Vec<String> {
    let is_filter = |parameter: &&Parameter| {
        parameter.narrows && matches!(parameter.location, Location::Query | Location::QueryList(..))
    };
    parameters.iter().filter(is_filter).map(|parameter| parameter.wire_name.clone()).collect()
}

/// The parameters of which the document says that a call may be divided by them, or may not.
fn split(parameters: &[Parameter], may: bool) -> Vec<String> {
    let said = parameters.iter().filter(|parameter| parameter.split == Some(may));
    said.map(|parameter| parameter.wire_name.clone()).collect()
}

fn body(cx: &mut Context<'_>, operation: NodeId, builder: &Ident, arguments: &mut Names) -> Option<Body> {
    let sources = cx.sources;
    let node = cx.documents.resolve(sources.get(operation, "requestBody")?)?;
    let Some(media_type) = json_content(cx, node) else {
        cx.unsupported(node, "only JSON bodies can be sent yet", "describe the content `application/json`");
        return None;
    };
    let schema = sources.get(media_type, "schema")?;
    let example = sources.get(media_type, "example");
    cx.examples.extend(example.map(|example| (schema, example)));
    let lowered = schema::lower(cx, schema, &format!("{builder}Body"));
    Some(Body {
        name: arguments.free(Ident::snake("body")),
        ty: lowered.ty,
        required: sources.get_bool(node, "required"),
        limits: lowered.limits,
        docs: cx.description(node),
        example,
    })
}

/// A media type without its parameters.
pub(super) fn essence(key: &str) -> String {
    key.split(';').next().unwrap_or(key).trim().to_ascii_lowercase()
}

/// The media type of JSON, `application/json` or any `+json`.
pub(super) fn json_content(cx: &Context<'_>, node: NodeId) -> Option<NodeId> {
    let content = cx.sources.get(node, "content")?;
    cx.sources.entries(content).iter().find(|entry| is_json(&entry.key)).map(|entry| entry.value)
}

/// Whether a media type is JSON.
pub(super) fn is_json(key: &str) -> bool {
    matches!(essence(key).as_str(), "application/json") || essence(key).ends_with("+json")
}

fn deprecated(cx: &mut Context<'_>, node: NodeId) -> Option<Deprecation> {
    let sources = cx.sources;
    let list = sources.get(node, "x-replaced-by");
    let mut replacements = Vec::new();
    for item in list.map_or(&[][..], |list| sources.items(list)) {
        let Some(reference) = sources.text(*item) else { continue };
        let target = lookup(sources, node.file(), reference);
        match target.map(|target| (target, cx.documents.kinds.get(&target))) {
            Ok((target, Some(Kind::Operation))) => replacements.push(target),
            Ok(_) => bad_replacement(cx, *item, format!("`{reference}` is no operation"), None),
            Err(missing) if missing.is_consequence => {}
            Err(missing) => bad_replacement(cx, *item, missing.message, missing.help),
        }
    }
    if !sources.get_bool(node, "deprecated") {
        if let Some(list) = list {
            let help = "add `deprecated: true`, or take `x-replaced-by` out".to_owned();
            let message = "an operation that is not deprecated needs no replacement".to_owned();
            bad_replacement(cx, list, message, Some(help));
        }
        return None;
    }
    Some(Deprecation { replacements })
}

fn bad_replacement(cx: &mut Context<'_>, node: NodeId, message: String, help: Option<String>) {
    let problem = Diagnostic::new(Code::BadExtension, cx.sources.place(node), message);
    cx.report(
        problem
            .help(help.unwrap_or_else(|| "write `other.yaml#/paths/~1path/method`, beside `deprecated: true`".into())),
    );
}
