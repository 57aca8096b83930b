//! Schemas that match no value, or that repeat themselves.

use super::review::Review;
use crate::diagnostic::{Code, Diagnostic};
use crate::openapi::{Kind, repeated_values};
use crate::source::NodeId;

/// Pairs of a lower and an upper bound.
const BOUNDS: &[(&str, &str)] =
    &[("minimum", "maximum"), ("minLength", "maxLength"), ("minItems", "maxItems"), ("minProperties", "maxProperties")];

pub(super) fn check(review: &Review<'_>) -> Vec<Diagnostic> {
    let of_schema = |schema: NodeId| bounds(review, schema).chain(directions(review, schema));
    review.objects(Kind::Schema).into_iter().flat_map(of_schema).collect()
}

/// Returns the schemas that no value can match.
pub(super) fn unfit(review: &Review<'_>) -> impl Iterator<Item = NodeId> {
    review.objects(Kind::Schema).into_iter().filter(|schema| bounds(review, *schema).next().is_some())
}

fn bounds(review: &Review<'_>, schema: NodeId) -> impl Iterator<Item = Diagnostic> {
    BOUNDS.iter().filter_map(move |(low, high)| crossed(review, schema, low, high))
}

fn crossed(review: &Review<'_>, schema: NodeId, low: &str, high: &str) -> Option<Diagnostic> {
    let sources = review.sources;
    let number = |key| sources.to_json(sources.get(schema, key)?).as_f64();
    let (least, most) = (number(low)?, number(high)?);
    let is_open = ["exclusiveMinimum", "exclusiveMaximum"].iter().any(|key| sources.get_bool(schema, key));
    if least < most || (least == most && !(is_open && low == "minimum")) {
        return None;
    }
    let message = format!("no value matches this schema: `{low}` is {least}, but `{high}` is {most}");
    let problem = Diagnostic::new(Code::Contradiction, sources.key_location(schema, high), message);
    let help = match least > most {
        true => "swap them, or correct the wrong one",
        false => "remove the `exclusive…` that is not intended",
    };
    Some(problem.also(sources.key_location(schema, low), "the other bound").help(help))
}

fn directions(review: &Review<'_>, schema: NodeId) -> Option<Diagnostic> {
    let sources = review.sources;
    if !["readOnly", "writeOnly"].iter().all(|key| sources.get_bool(schema, key)) {
        return None;
    }
    let message = "a schema that is both `readOnly` and `writeOnly` is neither sent nor received";
    let problem = Diagnostic::new(Code::Contradiction, sources.key_location(schema, "writeOnly"), message);
    Some(problem.also(sources.key_location(schema, "readOnly"), "the other one").help("keep one of them"))
}

pub(super) fn enums(review: &Review<'_>) -> Vec<Diagnostic> {
    // Those of fragments are errors, which are reported already.
    if review.documents.policy.repeated_enum_value.is_some() {
        return Vec::new();
    }
    let of_schema = |schema| repeated_values(review.sources, schema, Code::RepeatedEnumValue);
    review.objects(Kind::Schema).into_iter().flat_map(of_schema).collect()
}
