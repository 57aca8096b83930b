//! What the validator is given: objects have the keys that they name, and no others unless they say so.

use serde_json::{Map, Value};

/// Ends the name of a component that others take in, and that leaves room for their keys.
const OPEN: &str = ".open";

/// Each component twice: as it stands by itself, and as others take it in.
pub fn components(all: &Map<String, Value>) -> Map<String, Value> {
    let twice = |(name, schema): (&String, &Value)| {
        [(name.clone(), closed(schema, false)), (format!("{name}{OPEN}"), closed(schema, true))]
    };
    all.iter().flat_map(twice).collect()
}

fn closed(schema: &Value, is_open: bool) -> Value {
    let Value::Object(map) = schema else { return schema.clone() };
    let has = |key: &str| map.contains_key(key);
    let shares = has("allOf") || (has("properties") && (has("oneOf") || has("anyOf")));
    let mut result = Map::new();
    for (key, value) in map {
        let each = |is_open: bool| value.as_array().unwrap().iter().map(|part| closed(part, is_open)).collect();
        let value = match (key.as_str(), value) {
            ("$ref", Value::String(reference)) if is_open => format!("{reference}{OPEN}").into(),
            ("properties" | "patternProperties", Value::Object(all)) => {
                all.iter().map(|(name, inner)| (name.clone(), closed(inner, false))).collect()
            }
            ("allOf", _) => each(true),
            ("oneOf" | "anyOf", _) => each(is_open || shares),
            ("prefixItems", _) => each(false),
            ("items" | "additionalProperties", inner) => closed(inner, false),
            // What is closed would let more through here.
            ("not", inner) => closed(inner, true),
            (_, value) => value.clone(),
        };
        result.insert(key.clone(), value);
    }
    if !is_open && !has("additionalProperties") {
        if shares {
            result.insert("unevaluatedProperties".to_owned(), false.into());
        } else if has("properties") {
            result.insert("additionalProperties".to_owned(), false.into());
        }
    }
    Value::Object(result)
}
