//! The verdict of a validator that knows nothing of the generator: what a schema accepts.

use std::sync::OnceLock;

use jsonschema::{Draft, Validator};
use serde_json::{Map, Value, json};

use crate::json::Json;
use crate::schema::Schemas;

/// Validates values by the numbers of their schemas.
#[derive(Debug)]
pub struct Verdict<'a> {
    schemas: &'a Schemas,
    strict: Validator,
    /// Created when it is needed.
    lenient: OnceLock<Option<Validator>>,
}

impl<'a> Verdict<'a> {
    /// Compiles all schemas together, so that each is compiled once. A value is validated as the property of its
    /// schema's number.
    ///
    /// # Errors
    /// With the problem, if the validator cannot use the schemas.
    pub fn of(schemas: &'a Schemas) -> Result<Self, String> {
        let strict = compiled(schemas, Value::clone)?;
        Ok(Self { schemas, strict, lenient: OnceLock::new() })
    }

    /// Returns whether a schema accepts a value.
    pub fn accepts(&self, number: usize, value: &Json) -> bool {
        self.strict.is_valid(&wrapped(number, value))
    }

    /// Returns whether a schema accepts a value if `oneOf` means that one branch or more accepts it. Documents often
    /// have such branches, and then no value at all that only one of them accepts.
    pub fn nearly_accepts(&self, number: usize, value: &Json) -> bool {
        let lenient = self.lenient.get_or_init(|| compiled(self.schemas, with_any_of).ok());
        lenient.as_ref().is_some_and(|lenient| lenient.is_valid(&wrapped(number, value)))
    }

    /// Returns why a schema does not accept a value.
    pub fn refusal(&self, number: usize, value: &Json) -> Option<String> {
        let value = wrapped(number, value);
        let error = self.strict.iter_errors(&value).next()?;
        let path = error.instance_path().to_string();
        let path = path.split_once('/').and_then(|(_, path)| path.split_once('/')).map_or("", |(_, path)| path);
        Some(if path.is_empty() { error.to_string() } else { format!("/{path}: {error}") })
    }
}

fn compiled(schemas: &Schemas, form: fn(&Value) -> Value) -> Result<Validator, String> {
    let numbered = |value: &dyn Fn(usize, &Value) -> Value| -> Map<String, Value> {
        schemas.all.iter().enumerate().map(|(number, schema)| (number.to_string(), value(number, schema))).collect()
    };
    let root = json!({
        "properties": numbered(&|number, _| json!({"$ref": format!("#/$defs/{number}")})),
        "additionalProperties": false,
        "$defs": numbered(&|_, schema| form(schema)),
    });
    let options = jsonschema::options().with_draft(Draft::Draft202012).should_validate_formats(true);
    options.build(&root).map_err(|error| format!("the schemas cannot be used: {error} (at {})", error.instance_path()))
}

/// Returns a schema with `anyOf` in place of each `oneOf`.
fn with_any_of(schema: &Value) -> Value {
    match schema {
        Value::Object(entries) => {
            let mut made: Map<_, _> = entries.iter().map(|(key, value)| (key.clone(), inside(key, value))).collect();
            match (made.remove("oneOf"), made.remove("anyOf")) {
                (Some(one), Some(any)) => {
                    made.insert("anyOf".to_owned(), one);
                    made = Map::from_iter([("allOf".to_owned(), json!([made, {"anyOf": any}]))]);
                }
                (one, any) => made.extend(one.or(any).map(|branches| ("anyOf".to_owned(), branches))),
            }
            made.into()
        }
        other => other.clone(),
    }
}

/// Converts the schemas in a keyword.
fn inside(key: &str, value: &Value) -> Value {
    match (key, value) {
        ("enum" | "const" | "examples" | "required", value) => value.clone(),
        ("properties" | "patternProperties" | "dependentSchemas", Value::Object(entries)) => {
            entries.iter().map(|(key, value)| (key.clone(), with_any_of(value))).collect()
        }
        (_, Value::Array(items)) => items.iter().map(with_any_of).collect(),
        (_, value) => with_any_of(value),
    }
}

fn wrapped(number: usize, value: &Json) -> Value {
    Value::Object(Map::from_iter([(number.to_string(), value.to_value())]))
}
