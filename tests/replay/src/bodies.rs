//! The types of error bodies, by their schemas.

use generated_client::{Error, v2, v3};
use serde::{Serialize, de::DeserializeOwned};

use test_support::Node;

/// An operation on the type of a schema.
struct Type {
    round_trip: fn(&str) -> Result<String, String>,
    is_body_of: fn(&Error) -> bool,
}

impl Type {
    const fn of<T: DeserializeOwned + Serialize + 'static>() -> Self {
        Self { round_trip: round_trip::<T>, is_body_of: |error| error.api::<T>().is_some() }
    }
}

const TYPES: &[(&str, Type)] = &[
    ("v3/common.yaml AccessError", Type::of::<v3::common::AccessError>()),
    ("v3/common.yaml Problem", Type::of::<v3::common::Problem>()),
    ("v3/metafields.yaml MetafieldBatchFailure", Type::of::<v3::metafields::MetafieldBatchFailure>()),
    ("v3/metafields.yaml MetafieldDeleteFailure", Type::of::<v3::metafields::MetafieldDeleteFailure>()),
    ("v3/segments.yaml SegmentBatchFailure", Type::of::<v3::segments::SegmentBatchFailure>()),
    (
        "v3/shopper_profiles.yaml ShopperProfileBatchFailure",
        Type::of::<v3::shopper_profiles::ShopperProfileBatchFailure>(),
    ),
    ("v2/common.yaml ApiErrors", Type::of::<v2::common::ApiErrors>()),
];

fn round_trip<T: DeserializeOwned + Serialize>(body: &str) -> Result<String, String> {
    let value: T = serde_json::from_str(body).map_err(|error| format!("does not decode: {error}"))?;
    serde_json::to_string(&value).map_err(|error| format!("does not encode: {error}"))
}

/// Returns the type of a schema.
fn type_of(schema: &Node<'_>) -> Result<&'static Type, String> {
    let schema = schema.resolved();
    let name = format!("{} {}", schema.file, schema.pointer.replace("/components/schemas/", ""));
    let row = TYPES.iter().find(|(known, _)| *known == name);
    row.map(|(_, ty)| ty).ok_or_else(|| format!("the schema {name} has no row in tests/replay/src/bodies.rs: add one"))
}

/// Decodes the body of an error as the type of its schema, and encodes it again.
///
/// # Errors
/// Fails if it does not decode, or the schema is missing in the table.
pub fn error_round_trip(schema: &Node<'_>, body: &str) -> Result<String, String> {
    (type_of(schema)?.round_trip)(body)
}

/// Whether an error has a body of the type of that schema.
///
/// # Errors
/// Fails if the schema is missing in the table.
pub fn error_has_type(schema: &Node<'_>, error: &Error) -> Result<bool, String> {
    Ok((type_of(schema)?.is_body_of)(error))
}
