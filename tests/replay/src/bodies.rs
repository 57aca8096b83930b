//! The types that the bodies of errors have, by their schemas: an error's own type is forgotten by then.

use generated_client::{v2, v3};
use serde::{Serialize, de::DeserializeOwned};

use test_support::Node;

type RoundTrip = fn(&str) -> Result<String, String>;

const TYPES: &[(&str, RoundTrip)] = &[
    ("v3/common.yaml AccessError", round_trip::<v3::common::AccessError>),
    ("v3/common.yaml Problem", round_trip::<v3::common::Problem>),
    ("v3/metafields.yaml MetafieldBatchFailure", round_trip::<v3::metafields::MetafieldBatchFailure>),
    ("v3/metafields.yaml MetafieldDeleteFailure", round_trip::<v3::metafields::MetafieldDeleteFailure>),
    ("v3/segments.yaml SegmentBatchFailure", round_trip::<v3::segments::SegmentBatchFailure>),
    (
        "v3/shopper_profiles.yaml ShopperProfileBatchFailure",
        round_trip::<v3::shopper_profiles::ShopperProfileBatchFailure>,
    ),
    ("v2/common.yaml ApiErrors", round_trip::<v2::common::ApiErrors>),
];

fn round_trip<T: DeserializeOwned + Serialize>(body: &str) -> Result<String, String> {
    let value: T = serde_json::from_str(body).map_err(|error| format!("does not decode: {error}"))?;
    serde_json::to_string(&value).map_err(|error| format!("does not encode: {error}"))
}

/// Decodes the body of an error as the type of its schema, and encodes it again.
///
/// # Errors
/// When it does not decode, or the schema has no row here.
pub fn error_round_trip(schema: &Node<'_>, body: &str) -> Result<String, String> {
    let schema = schema.resolved();
    let name = format!("{} {}", schema.file, schema.pointer.replace("/components/schemas/", ""));
    let (_, round_trip) = TYPES
        .iter()
        .find(|(known, _)| *known == name)
        .ok_or_else(|| format!("the schema {name} has no row in tests/replay/src/bodies.rs: add one"))?;
    round_trip(body)
}
