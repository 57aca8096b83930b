//! What may be answered, by status.

use super::naming::OperationName;
use super::operation::{essence, json_content};
use super::{Context, schema};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Answer, Fixture, Ident, Names, Plain, Status, Success, TypeRef};
use crate::openapi;
use crate::source::{NodeId, Value};

/// The variant of statuses that the document does not have.
pub(crate) const UNDECLARED: &str = "Undeclared";

/// All that an operation may be answered with.
pub(super) struct Answers {
    pub(super) success: Success,
    /// Those of the success.
    pub(super) statuses: Vec<Status>,
    /// What the document says about the success.
    pub(super) docs: String,
    pub(super) fixtures: Vec<Fixture>,
    pub(super) errors: Vec<Answer>,
}

/// The success of an operation, and its errors. `constants` are the names that fixtures have already.
pub(super) fn lower(
    cx: &mut Context<'_>,
    operation: NodeId,
    names: &OperationName,
    constants: &mut Names,
) -> Option<Answers> {
    let sources = cx.sources;
    let responses = sources.get(operation, "responses").filter(|node| matches!(sources.value(*node), Value::Map(_)))?;
    let mut complete = true;
    let mut successes = Vec::new();
    let mut plain = Vec::new();
    let mut errors = Vec::new();
    let mut variants = Names::reserving(&[UNDECLARED]);
    for entry in sources.entries(responses) {
        let Some(node) = cx.documents.resolve(entry.value) else {
            complete = false;
            continue;
        };
        let Some(status) = status(&entry.key) else {
            if entry.key == "default" {
                let message =
                    format!("a `default` response stands for no status: it has no variant beside `{UNDECLARED}`");
                let problem = Diagnostic::new(Code::Inexpressible, sources.place(node), message);
                cx.report(problem.help("list the statuses that can come"));
            } else if !entry.key.starts_with("x-") {
                complete = false;
            }
            continue;
        };
        let hint = format!("{}{}", names.builder, variant(status));
        let is_success = matches!(status, Status::Code(200..300) | Status::Range(2));
        let ty = match content(cx, node, &hint) {
            Content::None => None,
            Content::Json(ty) => Some(ty),
            // An error's body is kept as it came, whatever it is.
            Content::Plain(_) | Content::Stream if !is_success => {
                no_json(cx, node);
                None
            }
            Content::Plain(kind) => {
                plain.push((kind, node));
                None
            }
            Content::Stream => {
                let help = "describe the content `application/json`";
                cx.unsupported(node, "a stream of events cannot be read yet", help);
                None
            }
        };
        let answer = Answer {
            status,
            variant: variants.free(variant(status)),
            ty,
            docs: cx.description(node),
            example: json_content(cx, node).and_then(|media_type| sources.get(media_type, "example")),
            partial: sources.get_bool(node, "x-partial"),
        };
        if !is_success {
            errors.push(answer);
            continue;
        }
        if answer.partial {
            let message = "a success is carried out as a whole: `x-partial` belongs to an error";
            let place = sources.key_place(node, "x-partial");
            cx.report(Diagnostic::new(Code::BadExtension, place, message).help("take `x-partial` out"));
        }
        successes.push(answer);
    }
    if successes.is_empty() && complete && cx.documents.published {
        cx.unsupported(responses, "no success is among the responses", "describe what a success answers");
    } else if successes.is_empty() && complete {
        let place = sources.key_place(operation, "responses");
        let problem = Diagnostic::new(Code::MissingKey, place, "no success is among the responses");
        cx.report(problem.help("describe what a success answers, such as '200' or '204'"));
    }
    let docs: Vec<_> = successes.iter().map(|answer| answer.docs.clone()).filter(|docs| !docs.is_empty()).collect();
    let fixtures = fixtures(&successes, &names.method, constants);
    let statuses = successes.iter().map(|answer| answer.status).collect();
    let success = match plain.as_slice() {
        [] => partial(cx, operation, success(successes, names), &errors),
        [(kind, node), rest @ ..] => {
            let is_only = successes.iter().all(|answer| answer.ty.is_none());
            if !is_only || rest.iter().any(|(other, _)| other != kind) {
                let help = "describe `application/json` for all of them";
                cx.unsupported(*node, "successes of several media types cannot be told apart yet", help);
            }
            Success::Plain(*kind)
        }
    };
    // Several kinds have documentation of their own.
    let docs = if matches!(success, Success::Outputs { .. }) { String::new() } else { docs.join("\n\n") };
    Some(Answers { success, statuses, docs, fixtures, errors })
}

/// The successes of which there is an example, called as the method is; and as the status is, where that is needed.
fn fixtures(successes: &[Answer], method: &Ident, constants: &mut Names) -> Vec<Fixture> {
    let several = successes.iter().filter(|answer| answer.ty.is_some()).count() > 1;
    let fixture = |answer: &Answer| {
        let (ty, example) = (answer.ty.clone()?, answer.example?);
        let variant = if several { answer.variant.plain() } else { "" };
        let name = constants.free(Ident::shouty(&format!("{}_{variant}", method.plain())));
        Some(Fixture { name, status: code(answer.status, successes), ty, docs: answer.docs.clone(), example })
    };
    successes.iter().filter_map(fixture).collect()
}

/// One status for an answer: of a range, the first that is no answer of its own.
fn code(status: Status, all: &[Answer]) -> u16 {
    match status {
        Status::Code(code) => code,
        Status::Range(hundred) => {
            let is_taken = |code: &u16| all.iter().any(|answer| answer.status == Status::Code(*code));
            (hundred * 100..=hundred * 100 + 99).find(|code| !is_taken(code)).unwrap_or(hundred * 100)
        }
    }
}

fn success(answers: Vec<Answer>, names: &OperationName) -> Success {
    let types: Vec<_> = answers.iter().map(|answer| answer.ty.clone()).collect();
    match types.as_slice() {
        [] | [None] => Success::Empty,
        [Some(ty)] => Success::Json(ty.clone()),
        [Some(ty), None] | [None, Some(ty)] => match ty {
            TypeRef::List(_) => Success::JsonOrEmpty(ty.clone()),
            _ => Success::JsonOrNone(ty.clone()),
        },
        [Some(first), rest @ ..] if rest.iter().all(|ty| ty.as_ref() == Some(first)) => Success::Json(first.clone()),
        _ => Success::Outputs { name: names.output.clone(), answers },
    }
}

/// A success together with the errors that tell of items which were carried out all the same.
fn partial(cx: &mut Context<'_>, operation: NodeId, success: Success, errors: &[Answer]) -> Success {
    let partial: Vec<_> = errors.iter().filter(|answer| answer.partial).collect();
    let mut statuses = Vec::new();
    for answer in &partial {
        match answer.status {
            Status::Code(code) => statuses.push(code),
            Status::Range(_) => {
                let place = cx.sources.key_place(operation, "responses");
                let message = format!("`x-partial` is about single statuses, and {} is many", answer.status);
                let problem = Diagnostic::new(Code::BadExtension, place, message);
                cx.report(problem.help("describe the status itself, such as '422'"));
            }
        }
    }
    match (success, partial.first().and_then(|first| first.ty.clone())) {
        (Success::Json(whole), Some(part)) if partial.iter().all(|answer| answer.ty.as_ref() == Some(&part)) => {
            Success::Partial { whole, part, statuses }
        }
        (success, _) => {
            if !partial.is_empty() {
                let place = cx.sources.key_place(operation, "responses");
                let message = "answers with `x-partial` need one JSON type for all of them, beside one for the success";
                let problem = Diagnostic::new(Code::BadExtension, place, message);
                cx.report(problem.help("give them the same schema, or take `x-partial` out"));
            }
            success
        }
    }
}

/// What the body of a response is.
enum Content {
    None,
    Json(TypeRef),
    Plain(Plain),
    /// One that does not end.
    Stream,
}

/// Reports an error whose body has no type.
fn no_json(cx: &mut Context<'_>, node: NodeId) {
    let place = cx.sources.place(node);
    cx.report(match cx.documents.published {
        true => {
            let message = "this error is described as something else than JSON; its body is kept as it comes";
            Diagnostic::new(Code::Inexpressible, place, message)
        }
        false => Diagnostic::new(Code::Unsupported, place, "only JSON errors can be read yet")
            .help("describe the content `application/json`"),
    });
}

/// The body that a response brings.
fn content(cx: &mut Context<'_>, node: NodeId, hint: &str) -> Content {
    let sources = cx.sources;
    match openapi::response(sources, node) {
        Ok(response) if response.content.is_empty() => return Content::None,
        Ok(_) => {}
        Err(problem) => cx.report(*problem),
    }
    let Some(media_type) = json_content(cx, node) else {
        let all = sources.get(node, "content").map_or(&[][..], |content| sources.entries(content));
        let is = |begin: &str| all.iter().all(|entry| essence(&entry.key).starts_with(begin));
        return if is("text/event-stream") {
            Content::Stream
        } else {
            Content::Plain(if is("text/") { Plain::Text } else { Plain::Bytes })
        };
    };
    let Some(schema) = sources.get(media_type, "schema") else { return Content::Json(TypeRef::Json) };
    if let Some(example) = sources.get(media_type, "example") {
        cx.examples.push((schema, example));
    }
    let lowered = schema::lower(cx, schema, hint);
    if lowered.nullable {
        cx.inexpressible(schema, "an answer that may be null as a whole", "leave out `nullable` if it never is");
        return Content::Json(TypeRef::Json);
    }
    Content::Json(lowered.ty)
}

fn status(key: &str) -> Option<Status> {
    match key.strip_suffix("XX") {
        Some(hundred) => hundred.parse().ok().map(Status::Range),
        None => key.parse().ok().map(Status::Code),
    }
}

/// The standard's name of a status, as a variant.
fn variant(status: Status) -> Ident {
    let name = match status {
        Status::Code(200) => "Ok",
        Status::Code(201) => "Created",
        Status::Code(202) => "Accepted",
        Status::Code(203) => "NonAuthoritativeInformation",
        Status::Code(204) => "NoContent",
        Status::Code(205) => "ResetContent",
        Status::Code(206) => "PartialContent",
        Status::Code(207) => "MultiStatus",
        Status::Code(301) => "MovedPermanently",
        Status::Code(302) => "Found",
        Status::Code(303) => "SeeOther",
        Status::Code(304) => "NotModified",
        Status::Code(307) => "TemporaryRedirect",
        Status::Code(308) => "PermanentRedirect",
        Status::Code(400) => "BadRequest",
        Status::Code(401) => "Unauthorized",
        Status::Code(402) => "PaymentRequired",
        Status::Code(403) => "Forbidden",
        Status::Code(404) => "NotFound",
        Status::Code(405) => "MethodNotAllowed",
        Status::Code(406) => "NotAcceptable",
        Status::Code(408) => "RequestTimeout",
        Status::Code(409) => "Conflict",
        Status::Code(410) => "Gone",
        Status::Code(411) => "LengthRequired",
        Status::Code(412) => "PreconditionFailed",
        Status::Code(413) => "ContentTooLarge",
        Status::Code(414) => "UriTooLong",
        Status::Code(415) => "UnsupportedMediaType",
        Status::Code(422) => "UnprocessableEntity",
        Status::Code(423) => "Locked",
        Status::Code(424) => "FailedDependency",
        Status::Code(428) => "PreconditionRequired",
        Status::Code(429) => "TooManyRequests",
        Status::Code(500) => "InternalServerError",
        Status::Code(501) => "NotImplemented",
        Status::Code(502) => "BadGateway",
        Status::Code(503) => "ServiceUnavailable",
        Status::Code(504) => "GatewayTimeout",
        Status::Range(2) => "Success",
        Status::Range(3) => "Redirection",
        Status::Range(4) => "ClientError",
        Status::Range(5) => "ServerError",
        Status::Code(code) => return Ident::camel(&format!("status_{code}")),
        Status::Range(hundred) => return Ident::camel(&format!("status_{hundred}xx")),
    };
    // Not by `camel`, which keeps clear of the prelude: a variant stands behind its enum.
    Ident::exact(name).unwrap_or_else(|| Ident::camel(name))
}
