//! Media types: what a body or an answer may be, and what of it becomes a method.

pub(super) use crate::openapi::media_type::Kind;

use super::Context;
use super::status::{status, success_class};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Plain, Status};
use crate::openapi::media_type::{essence, is_media_type};
use crate::source::{Entry, NodeId};

/// A media type of a `content`.
#[derive(Clone, Debug)]
pub(super) struct Media {
    pub(super) key: String,
    pub(super) kind: Kind,
    pub(super) node: NodeId,
    pub(super) schema: Option<NodeId>,
}

impl Media {
    /// Without parameters.
    pub(super) fn essence(&self) -> String {
        essence(&self.key)
    }

    /// Whether it stands for many.
    pub(super) fn is_range(&self) -> bool {
        self.key.contains('*')
    }
}

/// The media types of a body or a response, the most telling kind first, in the order of the document within a kind.
pub(super) fn all(cx: &Context<'_>, node: NodeId) -> Vec<Media> {
    let entries = cx.sources.get(node, "content").map_or(&[][..], |content| cx.sources.entries(content));
    let media = |entry: &Entry| {
        let schema = cx.sources.get(entry.value, "schema");
        let kind = match Kind::of(&entry.key) {
            // Whoever describes "anything" as an object means JSON.
            Kind::Bytes if entry.key.contains('*') && schema.is_some_and(|schema| !is_text(cx, schema)) => Kind::Json,
            kind => kind,
        };
        Media { key: entry.key.to_string(), kind, node: entry.value, schema }
    };
    let mut all: Vec<_> = entries.iter().filter(|entry| is_media_type(&entry.key)).map(media).collect();
    // What everybody means by JSON comes before dialects of it.
    all.sort_by_key(|media| (media.kind, media.kind == Kind::Json && essence(&media.key) != "application/json"));
    all
}

/// Reports what stands among the media types of a body or a response, and is none.
pub(super) fn check(cx: &mut Context<'_>, node: NodeId) {
    let Some(content) = cx.sources.get(node, "content") else { return };
    for entry in cx.sources.entries(content).iter().filter(|entry| !is_media_type(&entry.key)) {
        let code = if cx.documents.published { Code::Unused } else { Code::BadValue };
        let message = format!("`{}` is no media type", entry.key);
        let problem = Diagnostic::new(code, cx.sources.key_place(content, &entry.key), message);
        cx.report(problem.help("write one with a `/`, such as `application/json`"));
    }
}

/// Whether a schema is no structure, as that of a file.
fn is_text(cx: &Context<'_>, schema: NodeId) -> bool {
    let Some(schema) = cx.documents.resolve(schema) else { return true };
    let of_others = ["properties", "items", "allOf", "oneOf", "anyOf"];
    match cx.sources.get_text(schema, "type") {
        Some(typ) => typ == "string",
        None => !of_others.iter().any(|key| cx.sources.get(schema, key).is_some()),
    }
}

/// The media type of JSON, `application/json` or any `+json`.
pub(super) fn json_content(cx: &Context<'_>, node: NodeId) -> Option<NodeId> {
    all(cx, node).into_iter().find(|media| media.kind == Kind::Json).map(|media| media.node)
}

/// One way to send a body or to read an answer.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    /// The media types that are sent or asked for; the first says what they are.
    pub(super) media: Vec<Media>,
    /// Behind the name of the method; none for the first way.
    pub(super) suffix: Option<String>,
}

impl Choice {
    pub(super) fn first(&self) -> Option<&Media> {
        self.media.first()
    }
}

/// The ways to send a body. What says the same in other words is no way of its own.
pub(super) fn bodies(cx: &Context<'_>, operation: NodeId) -> Vec<Choice> {
    let body = cx.sources.get(operation, "requestBody").and_then(|body| cx.documents.resolve(body));
    body.map_or_else(Vec::new, |body| choices(cx, all(cx, body)))
}

/// The ways to read an answer besides the first: of all successes, the kinds that come in place of JSON.
pub(super) fn answers(cx: &Context<'_>, operation: NodeId) -> Vec<Choice> {
    let responses = cx.sources.get(operation, "responses").map_or(&[][..], |node| cx.sources.entries(node));
    let mut others: Vec<Choice> = Vec::new();
    let successes = Some(success_class(cx, operation));
    let is_success = |key: &str| status(key).and_then(Status::hundred) == successes;
    for entry in responses.iter().filter(|entry| is_success(&entry.key)) {
        let Some(response) = cx.documents.resolve(entry.value) else { continue };
        for choice in choices(cx, all(cx, response)).into_iter().skip(1) {
            match others.iter_mut().find(|known| known.suffix == choice.suffix) {
                Some(known) => known.media.extend(choice.media),
                None => others.push(choice),
            }
        }
    }
    // JSON of several schemas is told apart by nobody: the first counts.
    others.retain(|choice| choice.first().is_some_and(|media| media.kind != Kind::Json));
    others
}

fn choices(cx: &Context<'_>, all: Vec<Media>) -> Vec<Choice> {
    let mut choices: Vec<Choice> = Vec::new();
    for media in all {
        let same = |choice: &&mut Choice| choice.first().is_some_and(|first| says_the_same(cx, first, &media));
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

fn says_the_same(cx: &Context<'_>, first: &Media, other: &Media) -> bool {
    let is_raw = |kind| matches!(kind, Kind::Text | Kind::Bytes | Kind::Markup);
    match (first.kind, other.kind) {
        // Markup is another dress of what has types, and bytes by themselves.
        (first, Kind::Markup) => first != Kind::Events,
        (first, other) if is_raw(first) && is_raw(other) => true,
        (Kind::Events, _) | (_, Kind::Events) => false,
        _ => match (first.schema, other.schema) {
            (None, None) => first.kind == other.kind,
            (Some(first), Some(other)) => {
                cx.documents.resolve(first) == cx.documents.resolve(other)
                    || cx.sources.to_json(first) == cx.sources.to_json(other)
            }
            _ => false,
        },
    }
}

/// What bodies of these media types are that are no JSON: text only if all are.
pub(super) fn plain(all: &[Media]) -> Plain {
    if all.iter().all(|media| essence(&media.key).starts_with("text/")) { Plain::Text } else { Plain::Bytes }
}
