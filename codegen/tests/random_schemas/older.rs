//! Schemas of OpenAPI 3.1 as those of 3.0, as far as `schemas` makes them.

use serde_json::{Map, Value, json};

pub fn schema(newer: &Value) -> Value {
    let Value::Object(map) = newer else { return json!({}) };
    let mut older = Map::new();
    for (key, value) in map {
        let (key, value) = match (key.as_str(), value) {
            ("properties", Value::Object(all)) => {
                (key.as_str(), all.iter().map(|(name, inner)| (name.clone(), schema(inner))).collect())
            }
            ("allOf" | "oneOf" | "anyOf", Value::Array(all)) => {
                let rest: Vec<_> = all.iter().filter(|branch| !is_null(branch)).map(schema).collect();
                if rest.len() < all.len() {
                    older.insert("nullable".to_owned(), true.into());
                }
                let is_one = rest.len() == 1 && !map.contains_key("properties");
                (if is_one { "allOf" } else { key.as_str() }, rest.into())
            }
            ("additionalProperties" | "items" | "not", Value::Object(_)) => (key.as_str(), schema(value)),
            ("const", value) => ("enum", json!([value])),
            ("type", Value::Array(types)) => {
                if types.contains(&json!("null")) {
                    older.insert("nullable".to_owned(), true.into());
                }
                (key.as_str(), types[0].clone())
            }
            (key, value) => (key, value.clone()),
        };
        older.insert(key.to_owned(), value);
    }
    Value::Object(older)
}

fn is_null(branch: &Value) -> bool {
    branch["type"] == "null"
}
