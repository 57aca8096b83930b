//! Examples that code generation does not use, defaults, and the values of enums: each must match its schema.

use std::collections::HashSet;

use super::contradictions;
use super::review::Review;
use crate::diagnostic::{Code, Diagnostic};
use crate::examples::{Sample, misfits};
use crate::ir::Side;
use crate::openapi::Kind;
use crate::source::NodeId;

pub(super) fn check(review: &Review<'_>) -> Vec<Diagnostic> {
    let mut samples = Vec::new();
    for schema in review.objects(Kind::Schema) {
        samples.extend(examples(review, schema).map(|value| example(schema, value, None)));
        let default = review.sources.get(schema, "default");
        samples.extend(default.map(|value| sample(Code::MisfitDefault, "default", schema, value)));
    }
    for kind in [Kind::Parameter, Kind::Header, Kind::Response, Kind::RequestBody] {
        for holder in review.objects(kind) {
            for described in review.json(holder).chain([holder]) {
                if let Some(schema) = review.sources.get(described, "schema") {
                    let is_sent = matches!(kind, Kind::Parameter | Kind::RequestBody);
                    let side = Some(if is_sent { Side::Sent } else { Side::Received });
                    samples.extend(examples(review, described).map(|value| example(schema, value, side)));
                }
            }
        }
    }
    let mut found = misfits(review.documents, &samples);
    found.extend(review.objects(Kind::Schema).into_iter().filter_map(|schema| enum_value(review, schema)));
    // Examples in documentation and tests are checked during code generation.
    found.retain(|problem| problem.primary.as_ref().is_none_or(|label| !review.is_reported(&label.location)));
    let unfit: HashSet<_> = contradictions::unfit(review).map(|schema| review.sources.location(schema)).collect();
    found.retain(|problem| !problem.secondary.iter().any(|label| unfit.contains(&label.location)));
    found
}

fn sample(code: Code, noun: &'static str, schema: NodeId, value: NodeId) -> Sample {
    Sample { code, noun, schema, value, side: None }
}

fn example(schema: NodeId, value: NodeId, side: Option<Side>) -> Sample {
    Sample { side, ..sample(Code::MisfitExample, "example", schema, value) }
}

/// Returns the examples of an object with a schema, or of the schema itself.
fn examples<'a>(review: &Review<'a>, described: NodeId) -> impl Iterator<Item = NodeId> + use<'a> {
    let (sources, documents) = (review.sources, review.documents);
    let several = sources.get(described, "examples").map_or(&[][..], |examples| sources.entries(examples)).iter();
    let several = several.filter_map(|entry| sources.get(documents.resolve(entry.value)?, "value"));
    sources.get(described, "example").into_iter().chain(several)
}

/// Reports the first value of an enum that does not match: the others usually fail for the same reason.
fn enum_value(review: &Review<'_>, schema: NodeId) -> Option<Diagnostic> {
    let values = review.sources.items(review.sources.get(schema, "enum")?).iter();
    let samples: Vec<_> = values.map(|value| sample(Code::MisfitEnumValue, "enum value", schema, *value)).collect();
    misfits(review.documents, &samples).into_iter().next()
}
