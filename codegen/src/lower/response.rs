//! Responses, by status.

use super::input::Input;
use super::media::{self, Choice};
use super::naming::OperationName;
use super::status::{status, success_class, variant};
use super::types::{self, Types};
use crate::bundle::{DeclaredOperation, Media, json_content, media};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Fixture, Ident, Names, Plain, Status, StatusResponse, Success, TypeRef};
use crate::ledger::{Key, Place, Role};
use crate::openapi::{self, Method, media_type::Kind};
use crate::source::{NodeId, Value};

/// The responses of an operation.
pub(super) struct LoweredResponses {
    pub(super) success: Success,
    /// The statuses of the success.
    pub(super) statuses: Vec<Status>,
    /// The description of the success.
    pub(super) docs: String,
    pub(super) fixtures: Vec<Fixture>,
    pub(super) errors: Vec<StatusResponse>,
    /// The statuses of the errors that are redirects.
    pub(super) redirects: Vec<Status>,
    /// The `Accept` header, if the kind of the success does not imply it.
    pub(super) accept: Option<String>,
    /// For event streams: the media types that other methods decode.
    pub(super) other_media: Vec<String>,
}

/// Lowers the success of an operation, and its errors. `constants` are the names of the fixtures so far. `other` is the
/// alternative to decode, if a response has it, instead of the most specific media type.
pub(super) fn lower(
    types: &mut Types<'_>,
    declared: &DeclaredOperation<'_>,
    names: &OperationName,
    constants: &mut Names,
    other: Option<&Choice>,
) -> Option<LoweredResponses> {
    let input = types.input;
    let operation = declared.node;
    let sources = input.sources;
    let responses = sources.get(operation, "responses").filter(|node| matches!(sources.value(*node), Value::Map(_)))?;
    let mut complete = true;
    let (mut successes, mut events, mut errors, mut rest) = (Vec::new(), None, Vec::new(), None);
    let mut asked_for: Vec<Vec<Media>> = Vec::new();
    let mut variants = Names::default();
    let success_class = Some(success_class(input, operation));
    for entry in sources.entries(responses) {
        let Some(node) = input.documents.resolve(entry.value) else {
            complete = false;
            continue;
        };
        let Some(status) = status(&entry.key) else {
            complete &= entry.key.starts_with("x-");
            continue;
        };
        let is_success = status.digit() == success_class;
        let (content, media) = match has_body(declared.method, status) {
            true => content(types, node, &names.hint(status), other.filter(|_| is_success)),
            // Lint says so (W1017).
            false => (Content::None, Vec::new()),
        };
        let (ty, plain) = match content {
            Content::None => (None, None),
            Content::Json(ty) => (Some(ty), None),
            // The body of such an error is kept undecoded.
            Content::Plain(_) | Content::Events(_) if !is_success && status != Status::Default => {
                no_json(input, node);
                (None, None)
            }
            Content::Plain(kind) => {
                media::undecoded(input, &media);
                (None, Some(kind))
            }
            Content::Events(data) => {
                events = Some(data);
                (None, None)
            }
        };
        let response = StatusResponse {
            status,
            variant: variants.free(variant(status)),
            ty,
            plain,
            docs: input.description(node),
            shared: (node != entry.value).then(|| types.module_of(node)),
            example: json_content(input.documents, node).and_then(|media_type| sources.get(media_type, "example")),
            partial: sources.get_bool(node, "x-partial"),
        };
        match status {
            Status::Default => {
                rest = Some((response.clone(), media));
                errors.push(StatusResponse { plain: None, ..response });
            }
            _ if is_success => {
                asked_for.push(media);
                if response.partial {
                    let message = "`x-partial` belongs on an error response: a success takes effect as a whole";
                    let location = sources.key_location(node, "x-partial");
                    input.report.add(Diagnostic::new(Code::BadExtension, location, message).help("remove `x-partial`"));
                }
                successes.push(response);
            }
            _ => errors.push(response),
        }
    }
    // If no success is declared, `default` includes it.
    match rest {
        Some((rest, media)) if successes.is_empty() => {
            successes.push(rest);
            asked_for.push(media);
        }
        _ if successes.is_empty() && complete => no_success(input, operation, &errors),
        _ => {}
    }
    let docs: Vec<_> = successes.iter().map(|response| response.docs.clone()).filter(|docs| !docs.is_empty()).collect();
    let fixtures = if other.is_none() { fixtures(input, &successes, names, constants) } else { Vec::new() };
    let statuses = successes.iter().map(|response| response.status).collect();
    let success = match events {
        Some(data) => Success::Events(data),
        None => partial(input, operation, success(successes, names), &errors),
    };
    if matches!(success, Success::Outputs { .. }) {
        names.has_output(types);
    }
    let is_redirect = |status: &Status| status.digit() == Some(3);
    let redirects = errors.iter().map(|response| response.status).filter(is_redirect).collect();
    let accept = accept(&success, &asked_for, other.is_some());
    let other_media = if matches!(success, Success::Events(_)) { beside_events(input, responses) } else { Vec::new() };
    // With several kinds of success, each has its own documentation.
    let docs = if matches!(success, Success::Outputs { .. }) { String::new() } else { docs.join("\n\n") };
    Some(LoweredResponses { success, statuses, docs, fixtures, errors, redirects, accept, other_media })
}

/// The media types of all success responses other than events: a response with one of them is unexpected.
fn beside_events(input: Input<'_>, responses: NodeId) -> Vec<String> {
    let successes = input.sources.entries(responses).iter().filter(|entry| entry.key.starts_with('2'));
    let all = successes
        .filter_map(|entry| input.documents.resolve(entry.value))
        .flat_map(|node| media(input.documents, node));
    let mut keys: Vec<String> =
        all.filter(|media| media.kind != Kind::Events && !media.is_range()).map(|media| media.essence()).collect();
    keys.sort();
    keys.dedup();
    keys
}

/// Reports that no success is declared. An operation that switches to another protocol needs none.
fn no_success(input: Input<'_>, operation: NodeId, others: &[StatusResponse]) {
    let is_other = |response: &StatusResponse| response.status.digit() == Some(1);
    if input.policy.allows_other_protocols && others.iter().any(is_other) {
        return;
    }
    let location = input.sources.key_location(operation, "responses");
    let message = "no success response is declared";
    let code = input.policy.missing_success;
    input.report.add(match code.is_error() {
        true => {
            Diagnostic::new(code, location, message).help("declare the response of a success, such as '200' or '204'")
        }
        false => Diagnostic::new(code, location, format!("{message}: the success is treated as having no body")),
    });
}

/// The `Accept` header, if the kind of the success does not imply it: the media types that are decoded.
///
/// A body that is passed on unchanged may be of any type, so others are accepted as well: documents list few of them.
fn accept(success: &Success, asked_for: &[Vec<Media>], is_other: bool) -> Option<String> {
    match success {
        Success::Empty | Success::Events(_) => None,
        Success::Plain(_) if !is_other && asked_for.iter().flatten().any(|media| media.essence() == "*/*") => None,
        Success::Plain(_) if !is_other => {
            joined(asked_for.iter().flatten()).map(|declared| format!("{declared}, */*;q=0.1"))
        }
        _ => {
            let all: Vec<&Media> = asked_for.iter().flat_map(|all| usual(all)).collect();
            // JSON may also be described for any type.
            let is_implied = |media: &&Media| media.essence() == JSON || (media.kind == Kind::Json && media.is_range());
            if all.iter().all(is_implied) { None } else { joined(all.into_iter()) }
        }
    }
}

const JSON: &str = "application/json";

/// The media types of a response to ask for: `application/json` alone if it is among them.
fn usual(all: &[Media]) -> &[Media] {
    match all.iter().position(|media| media.essence() == JSON) {
        Some(index) => all.get(index..=index).unwrap_or_default(),
        None => all,
    }
}

/// Returns the media types as the value of a header; `None` if that cannot be sent.
fn joined<'m>(media: impl Iterator<Item = &'m Media>) -> Option<String> {
    let mut keys: Vec<&str> = Vec::new();
    for media in media {
        if !keys.contains(&media.key.as_str()) {
            keys.push(&media.key);
        }
    }
    let is_sent = |key: &str| key.bytes().all(|byte| (0x20..0x7f).contains(&byte));
    (!keys.is_empty() && keys.iter().all(|key| is_sent(key))).then(|| keys.join(", "))
}

/// The success responses with an example, each with the name of the method, and of the status if there are several.
fn fixtures(
    input: Input<'_>,
    successes: &[StatusResponse],
    names: &OperationName,
    constants: &mut Names,
) -> Vec<Fixture> {
    let several = successes.iter().filter(|response| response.ty.is_some()).count() > 1;
    let fixture = |response: &StatusResponse| {
        let (ty, example) = (response.ty.clone()?, response.example?);
        let variant = if several { response.variant.plain() } else { "" };
        let status = response.status.to_string();
        let key = Key { role: Role::Fixture, place: Place::Text(&names.place), detail: [&status, ""] };
        let wanted = Ident::shouty(&format!("{}_{variant}", names.method.name.plain()));
        let name = input.ledger.settle(constants, key, wanted, Names::free).name;
        Some(Fixture { name, status: code(response.status, successes), ty, docs: response.docs.clone(), example })
    };
    successes.iter().filter_map(fixture).collect()
}

/// A representative status: for a range, the first one that is not declared by itself.
fn code(status: Status, all: &[StatusResponse]) -> u16 {
    match status {
        Status::Code(code) => code,
        Status::Default => 200,
        Status::Range(class) => {
            let hundred = class.digit() * 100;
            let is_taken = |code: &u16| all.iter().any(|response| response.status == Status::Code(*code));
            (hundred..hundred + 100).find(|code| !is_taken(code)).unwrap_or(hundred)
        }
    }
}

fn success(responses: Vec<StatusResponse>, names: &OperationName) -> Success {
    let outputs = |responses| Success::Outputs { name: names.output.clone(), responses };
    let bodies = || responses.iter().filter(|response| response.ty.is_some() || response.plain.is_some());
    let mut kinds: Vec<_> = bodies().map(|response| response.plain).collect();
    kinds.dedup();
    match kinds.as_slice() {
        [] | [None] => {}
        [Some(kind)] => return Success::Plain(*kind),
        _ => return outputs(responses),
    }
    let types: Vec<_> = responses.iter().map(|response| response.ty.clone()).collect();
    match types.as_slice() {
        [] | [None] => Success::Empty,
        [Some(TypeRef::Nullable(ty))] => Success::JsonOrNone((**ty).clone()),
        [Some(ty)] => Success::Json(ty.clone()),
        [Some(ty), None] | [None, Some(ty)] => match ty {
            TypeRef::Nullable(ty) => Success::JsonOrNone((**ty).clone()),
            TypeRef::List(_) => Success::JsonOrEmpty(ty.clone()),
            _ => Success::JsonOrNone(ty.clone()),
        },
        [Some(first), rest @ ..] if rest.iter().all(|ty| ty.as_ref() == Some(first)) => Success::Json(first.clone()),
        _ => outputs(responses),
    }
}

/// Combines a success with the error responses that list the items which took effect.
fn partial(input: Input<'_>, operation: NodeId, success: Success, errors: &[StatusResponse]) -> Success {
    let partial: Vec<_> = errors.iter().filter(|response| response.partial).collect();
    let mut statuses = Vec::new();
    for response in &partial {
        match response.status {
            Status::Code(code) => statuses.push(code),
            Status::Range(_) | Status::Default => {
                let location = input.sources.key_location(operation, "responses");
                let message = format!("`x-partial` requires a single status, but `{}` covers several", response.status);
                let problem = Diagnostic::new(Code::BadExtension, location, message);
                input.report.add(problem.help("declare the status itself, such as '422'"));
            }
        }
    }
    match (success, partial.first().and_then(|first| first.ty.clone())) {
        (Success::Json(whole), Some(part)) if partial.iter().all(|response| response.ty.as_ref() == Some(&part)) => {
            Success::Partial { whole, part, statuses }
        }
        (success, _) => {
            if !partial.is_empty() {
                let location = input.sources.key_location(operation, "responses");
                let message =
                    "`x-partial` responses must all have the same JSON type, and the success response must be JSON";
                let problem = Diagnostic::new(Code::BadExtension, location, message);
                input.report.add(problem.help("give them the same schema, or remove `x-partial`"));
            }
            success
        }
    }
}

/// The kind of a response body.
enum Content {
    None,
    Json(TypeRef),
    Plain(Plain),
    /// Events with JSON data of this type, or with text.
    Events(Option<TypeRef>),
}

/// Reports an error response whose body is not JSON.
fn no_json(input: Input<'_>, node: NodeId) {
    let location = input.sources.location(node);
    let code = input.policy.unreadable_error;
    input.report.add(match code.is_error() {
        true => Diagnostic::new(code, location, "only JSON is supported for error responses")
            .help("describe the content as `application/json`"),
        false => {
            let message = "this error response is not JSON: its body is kept undecoded";
            Diagnostic::new(code, location, message)
        }
    });
}

/// The body of a response, and its media types.
/// Whether responses with a status may have a body (RFC 9110, 6.4.1 and 15.3.6).
fn has_body(method: Method, status: Status) -> bool {
    method != Method::Head && !matches!(status, Status::Code(204 | 205 | 304))
}

fn content(types: &mut Types<'_>, node: NodeId, hint: &str, other: Option<&Choice>) -> (Content, Vec<Media>) {
    let input = types.input;
    match openapi::response(input.sources, node) {
        Ok(response) if response.content.is_empty() => return (Content::None, Vec::new()),
        Ok(_) => {}
        Err(problem) => input.report.add(*problem),
    }
    media::check(input, node);
    let mut all = media(input.documents, node);
    if let Some(other) = other {
        let is_wanted = |media: &Media| other.media.iter().any(|wanted| wanted.node == media.node);
        if all.iter().any(is_wanted) {
            all.retain(is_wanted);
        }
    }
    let Some(first) = all.first().cloned() else { return (Content::None, all) };
    all.retain(|media| match first.kind {
        // Only the first of several JSON schemas is decoded.
        Kind::Json => media.kind == Kind::Json && media::has_same_schema(input, &first, media),
        Kind::Events => media.kind == Kind::Events,
        _ => !matches!(media.kind, Kind::Json | Kind::Events),
    });
    let content = match first.kind {
        Kind::Json => Content::Json(typed(types, &first, hint)),
        Kind::Events => {
            let is_text = first.schema.is_none_or(|schema| input.sources.get_text(schema, "type") == Some("string"));
            Content::Events((!is_text).then(|| typed(types, &first, &format!("{hint}Event"))))
        }
        _ => Content::Plain(media::plain(&all)),
    };
    (content, all)
}

/// The type of a JSON body.
fn typed(types: &mut Types<'_>, media: &Media, hint: &str) -> TypeRef {
    let input = types.input;
    let Some(schema) = media.schema else { return TypeRef::Json };
    let example = input.sources.get(media.node, "example");
    let lowered = types::lower_shown(types, schema, example, hint);
    lowered.ty.or_null(lowered.nullable)
}
