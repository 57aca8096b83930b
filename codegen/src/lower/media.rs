//! Media types: the alternatives for a body or a response, and which of them become methods of their own.

use super::input::Input;
use super::status::{status, success_class};
use crate::bundle::{Media, is_structured, media};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Plain, Status};
use crate::openapi::media_type::{Kind, essence, is_media_type};
use crate::source::NodeId;

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
}

impl Choice {
    pub(super) fn first(&self) -> Option<&Media> {
        self.media.first()
    }
}

/// The alternatives for a body. A different encoding of the same data is not one of them.
pub(super) fn bodies(input: Input<'_>, operation: NodeId) -> Vec<Choice> {
    let body = input.sources.get(operation, "requestBody").and_then(|body| input.documents.resolve(body));
    body.map_or_else(Vec::new, |body| choices(input, media(input.documents, body)))
}

/// The alternatives for the response besides the first: the media types other than JSON of all success responses.
pub(super) fn responses(input: Input<'_>, operation: NodeId) -> Vec<Choice> {
    let responses = input.sources.get(operation, "responses").map_or(&[][..], |node| input.sources.entries(node));
    let mut others: Vec<Choice> = Vec::new();
    let successes = Some(success_class(input, operation));
    let is_success = |key: &str| status(key).and_then(Status::digit) == successes;
    for entry in responses.iter().filter(|entry| is_success(&entry.key)) {
        let Some(response) = input.documents.resolve(entry.value) else { continue };
        for choice in choices(input, media(input.documents, response)).into_iter().skip(1) {
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

fn choices(input: Input<'_>, all: Vec<Media>) -> Vec<Choice> {
    let mut choices: Vec<Choice> = Vec::new();
    for media in all {
        let same = |choice: &&mut Choice| choice.first().is_some_and(|first| says_the_same(input, first, &media));
        if let Some(choice) = choices.iter_mut().find(same) {
            choice.media.push(media);
            continue;
        }
        let known = |suffix: &str| choices.iter().any(|choice| choice.suffix.as_deref() == Some(suffix));
        let suffix = match media.kind {
            Kind::Json if known("json") => essence(&media.key).split('/').next_back().unwrap_or("json").to_owned(),
            kind => kind.suffix().to_owned(),
        };
        let suffix = (!choices.is_empty()).then_some(suffix);
        choices.push(Choice { media: vec![media], suffix });
    }
    choices
}

fn says_the_same(input: Input<'_>, first: &Media, other: &Media) -> bool {
    let is_raw = |kind| matches!(kind, Kind::Text | Kind::Bytes | Kind::Markup);
    match (first.kind, other.kind) {
        // Markup duplicates data that has a type, and counts as bytes otherwise.
        (first, Kind::Markup) => first != Kind::Events,
        (first, other) if is_raw(first) && is_raw(other) => true,
        (Kind::Events, _) | (_, Kind::Events) => false,
        _ => match (first.schema, other.schema) {
            (None, None) => first.kind == other.kind,
            (Some(first), Some(other)) => {
                input.documents.resolve(first) == input.documents.resolve(other)
                    || input.sources.to_json(first) == input.sources.to_json(other)
            }
            _ => false,
        },
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
