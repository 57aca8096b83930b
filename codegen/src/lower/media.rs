//! Media types: the alternatives for a body or a response, and which of them become methods of their own.

mod left_out;

use super::input::Input;
use super::status::{status, success_class};
use crate::bundle::{DeclaredOperation, Media, is_structured, media};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Plain, Status};
use crate::openapi::Method;
use crate::openapi::media_type::{Kind, essence, is_media_type};
use crate::source::NodeId;

pub(super) use left_out::report as report_left_out;

/// Reports keys of `content` that are not media types.
pub(super) fn check(input: Input<'_>, node: NodeId) {
    let Some(content) = input.sources.get(node, "content") else { return };
    for entry in input.sources.entries(content).iter().filter(|entry| !is_media_type(&entry.key)) {
        let message = format!("`{}` is not a media type", entry.key);
        let problem =
            Diagnostic::new(input.policy.bad_media_type, input.sources.key_location(content, &entry.key), message);
        input.report.add(problem.help("write one with a `/`, such as `application/json`"));
    }
}

/// One of the alternatives for a body or a response.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    /// The media types in `Content-Type` or `Accept`; the first determines the type.
    pub(super) media: Vec<Media>,
    /// The suffix of the method; `None` for the first alternative.
    pub(super) suffix: Option<String>,
    /// Whether it is the only one.
    pub(super) is_only: bool,
}

impl Choice {
    pub(super) fn first(&self) -> Option<&Media> {
        self.media.first()
    }
}

/// The alternatives for a body: one for each meaning. Media types that only spell the same JSON differently share one.
pub(super) fn bodies(input: Input<'_>, found: &DeclaredOperation<'_>) -> Vec<Choice> {
    let body = input.sources.get(found.node, "requestBody").and_then(|body| input.documents.resolve(body));
    let Some(body) = body else { return Vec::new() };
    let mut all = media(input.documents, body);
    let is_patch = has_patches(found, &all);
    if is_patch {
        all.sort_by_key(|media| (media.kind, rank(media)));
    }
    choices(&all, |first, other| match (first.kind, other.kind) {
        // JSON says the same as markup of its schema, which has no types here.
        (Kind::Events, _) | (_, Kind::Events) => false,
        (first, Kind::Markup) if !is_raw(first) => true,
        (first, other) if is_raw(first) && is_raw(other) => true,
        (Kind::Json, Kind::Json) if is_patch && patch(first) != patch(other) => false,
        (Kind::Multipart, Kind::Multipart) if first.essence() != other.essence() => false,
        // The same schema as text is JSON by another name.
        (one, another) => (one == another || is_raw(another)) && has_same_schema(input, first, other),
    })
}

/// Whether media types of patches have their own meaning: in a PATCH, unless any JSON type may be sent there. Some
/// frameworks list `application/json-patch+json` for every body that they read as JSON.
fn has_patches(found: &DeclaredOperation<'_>, all: &[Media]) -> bool {
    found.method == Method::Patch && !all.iter().any(|media| media.kind == Kind::Json && media.is_range())
}

/// The kind of patch that a media type of JSON means, such as `merge-patch`; `None` for a plain body.
fn patch(media: &Media) -> Option<String> {
    Some(subtype(media)).filter(|subtype| subtype.contains("patch"))
}

/// The subtype of a media type without `+json` and the like.
fn subtype(media: &Media) -> String {
    let essence = media.essence();
    let subtype = essence.split('/').next_back().unwrap_or_default();
    subtype.rsplit_once('+').map_or(subtype, |(subtype, _)| subtype).to_owned()
}

/// Which kind of JSON is most usual in a PATCH: that keeps the name of the operation.
fn rank(media: &Media) -> u8 {
    match patch(media).as_deref() {
        None if media.essence() == "application/json" => 0,
        None => 1,
        Some("merge-patch") => 2,
        Some(_) => 3,
    }
}

/// Whether a body is a JSON Patch, which is always an array of operations (RFC 6902).
pub(super) fn is_json_patch(found: &DeclaredOperation<'_>, media: &Media) -> bool {
    found.method == Method::Patch && patch(media).as_deref() == Some("json-patch")
}

/// The alternatives for the response besides the first: the media types other than JSON of all success responses.
pub(super) fn responses(input: Input<'_>, operation: NodeId) -> Vec<Choice> {
    let responses = input.sources.get(operation, "responses").map_or(&[][..], |node| input.sources.entries(node));
    let mut others: Vec<Choice> = Vec::new();
    let successes = Some(success_class(input, operation));
    let is_success = |key: &str| status(key).and_then(Status::digit) == successes;
    for entry in responses.iter().filter(|entry| is_success(&entry.key)) {
        let Some(response) = input.documents.resolve(entry.value) else { continue };
        let all = media(input.documents, response);
        for choice in choices(&all, |first, other| answers_the_same(input, first, other)).into_iter().skip(1) {
            match others.iter_mut().find(|known| known.suffix == choice.suffix) {
                Some(known) => known.media.extend(choice.media),
                None => others.push(choice),
            }
        }
    }
    // Several JSON schemas cannot be distinguished: the first one is used.
    others.retain(|choice| choice.first().is_some_and(|media| media.kind != Kind::Json));
    others
}

fn choices(all: &[Media], says_the_same: impl Fn(&Media, &Media) -> bool) -> Vec<Choice> {
    let mut choices: Vec<Choice> = Vec::new();
    for media in all {
        let same = |choice: &&mut Choice| choice.first().is_some_and(|first| says_the_same(first, media));
        if let Some(choice) = choices.iter_mut().find(same) {
            choice.media.push(media.clone());
            continue;
        }
        let known = |suffix: &str| choices.iter().any(|choice| choice.suffix.as_deref() == Some(suffix));
        let has_json = choices.iter().any(|choice| choice.first().is_some_and(|first| first.kind == Kind::Json));
        let suffix = match media.kind {
            Kind::Multipart if media.essence() != "multipart/form-data" => subtype(media),
            Kind::Json if has_json => subtype(media),
            kind => kind.suffix().to_owned(),
        };
        let numbered = |number: usize| if number > 1 { format!("{suffix}-{number}") } else { suffix.clone() };
        let suffix = (1..).map(numbered).find(|suffix| !known(suffix));
        let suffix = suffix.filter(|_| !choices.is_empty());
        choices.push(Choice { media: vec![media.clone()], suffix, is_only: false });
    }
    if let [only] = choices.as_mut_slice() {
        only.is_only = true;
    }
    choices
}

/// Whether two media types of a success response have one method.
fn answers_the_same(input: Input<'_>, first: &Media, other: &Media) -> bool {
    match (first.kind, other.kind) {
        // Markup duplicates data that has a type, and counts as bytes otherwise.
        (first, Kind::Markup) => first != Kind::Events,
        (first, other) if is_raw(first) && is_raw(other) => true,
        (Kind::Events, _) | (_, Kind::Events) => false,
        _ => has_same_schema(input, first, other),
    }
}

fn is_raw(kind: Kind) -> bool {
    matches!(kind, Kind::Text | Kind::Bytes | Kind::Markup)
}

/// Whether two media types describe the same values.
pub(super) fn has_same_schema(input: Input<'_>, first: &Media, other: &Media) -> bool {
    match (first.schema, other.schema) {
        (None, None) => first.kind == other.kind,
        (Some(first), Some(other)) => {
            input.documents.resolve(first) == input.documents.resolve(other)
                || input.sources.to_json(first) == input.sources.to_json(other)
        }
        _ => false,
    }
}

/// Reports media types whose structure is described but not decoded: all that there are are taken as bytes or text.
pub(super) fn undecoded(input: Input<'_>, all: &[Media]) {
    let Some(media) = all.iter().find(|media| is_structured(input.documents, media)) else { return };
    if input.policy.tells_of_less {
        let taken = match plain(all) {
            Plain::Text => "text",
            Plain::Bytes => "bytes",
        };
        let message = format!("`{}` is neither decoded nor encoded: the body is {taken}", essence(&media.key));
        input.report.add_once(Diagnostic::new(Code::Undecoded, input.sources.location(media.node), message));
    }
}

/// The kind of bodies with these media types, none of which is JSON: text only if all are.
pub(super) fn plain(all: &[Media]) -> Plain {
    if all.iter().all(|media| essence(&media.key).starts_with("text/")) { Plain::Text } else { Plain::Bytes }
}
