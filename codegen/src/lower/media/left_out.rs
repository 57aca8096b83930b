//! Media types that no method sends or decodes: each has a warning in its document.

use std::collections::BTreeMap;

use super::{bodies, has_same_schema, is_raw};
use crate::bundle::{DeclaredOperation, Media, media, operations_of};
use crate::diagnostic::{Code, Diagnostic};
use crate::lower::input::Input;
use crate::lower::status::{status, success_class};
use crate::openapi::media_type::Kind;
use crate::source::NodeId;

/// The media types that are left out, by what is said of them, and where they are declared.
type LeftOut = BTreeMap<String, Vec<NodeId>>;

/// Reports the media types that no method sends or decodes.
pub(in crate::lower) fn report(input: Input<'_>) {
    if !input.policy.tells_of_less {
        return;
    }
    for bundle in &input.documents.bundles {
        let mut all = LeftOut::new();
        for found in bundle.fragments.iter().flat_map(|fragment| operations_of(input.sources, fragment)) {
            of_body(input, &found, &mut all);
            of_responses(input, &found, &mut all);
        }
        for (message, nodes) in all {
            let Some(first) = nodes.first() else { continue };
            let more =
                if nodes.len() > 1 { format!(", here and {} more times", nodes.len() - 1) } else { String::new() };
            let problem = Diagnostic::new(Code::LeftOut, input.sources.location(*first), format!("{message}{more}"));
            input.report.add(problem.help("send or read it with `raw`, if you need it"));
        }
    }
}

fn of_body(input: Input<'_>, found: &DeclaredOperation<'_>, all: &mut LeftOut) {
    for choice in bodies(input, found) {
        let Some(first) = choice.first().filter(|first| !is_raw(first.kind)) else { continue };
        for other in choice.media.iter().filter(|media| media.kind == Kind::Markup) {
            let message = message(input, first, other, "is not sent");
            all.entry(message).or_default().push(other.node);
        }
    }
}

fn of_responses(input: Input<'_>, found: &DeclaredOperation<'_>, all: &mut LeftOut) {
    let responses = input.sources.get(found.node, "responses").map_or(&[][..], |node| input.sources.entries(node));
    let successes = Some(success_class(input, found.node));
    for entry in responses.iter().filter(|entry| status(&entry.key).and_then(|status| status.digit()) == successes) {
        let declared = input.documents.resolve(entry.value).map(|node| media(input.documents, node));
        let Some((first, rest)) = declared.as_deref().and_then(<[Media]>::split_first) else { continue };
        for other in rest.iter().filter(|other| first.kind == Kind::Json && is_left_out(input, first, other)) {
            all.entry(message(input, first, other, "is not asked for")).or_default().push(other.node);
        }
    }
}

/// Whether a response that is decoded from JSON cannot be had as another media type.
fn is_left_out(input: Input<'_>, json: &Media, other: &Media) -> bool {
    match other.kind {
        Kind::Json => !has_same_schema(input, json, other),
        Kind::Markup => true,
        Kind::Multipart | Kind::Form => has_same_schema(input, json, other),
        Kind::Text | Kind::Bytes | Kind::Events => false,
    }
}

fn message(input: Input<'_>, used: &Media, other: &Media, what: &str) -> String {
    let difference = if has_same_schema(input, used, other) { "" } else { ", although its schema differs" };
    format!("`{}` {what}: `{}` is used instead{difference}", other.key, used.key)
}
