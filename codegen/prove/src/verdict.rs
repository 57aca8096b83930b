//! The verdict of a validator that knows nothing of the generator: what a schema accepts.

use jsonschema::{Draft, Validator};
use serde_json::{Map, Value, json};

use crate::json::Json;
use crate::schema::Schemas;

/// Validates values by the numbers of their schemas.
#[derive(Debug)]
pub struct Verdict {
    validator: Validator,
}

impl Verdict {
    /// Compiles all schemas together, so that each is compiled once. A value is validated as the property of its
    /// schema's number.
    ///
    /// # Errors
    /// With the problem, if the validator cannot use the schemas.
    pub fn of(schemas: &Schemas) -> Result<Self, String> {
        let numbered = |value: fn(usize, &Value) -> Value| -> Map<String, Value> {
            schemas.all.iter().enumerate().map(|(number, schema)| (number.to_string(), value(number, schema))).collect()
        };
        let root = json!({
            "properties": numbered(|number, _| json!({"$ref": format!("#/$defs/{number}")})),
            "additionalProperties": false,
            "$defs": numbered(|_, schema| schema.clone()),
        });
        let options = jsonschema::options().with_draft(Draft::Draft202012).should_validate_formats(true);
        options
            .build(&root)
            .map(|validator| Self { validator })
            .map_err(|error| format!("the schemas cannot be used: {error} (at {})", error.instance_path()))
    }

    /// Returns whether a schema accepts a value.
    pub fn accepts(&self, number: usize, value: &Json) -> bool {
        self.validator.is_valid(&wrapped(number, value))
    }

    /// Returns why a schema does not accept a value.
    pub fn refusal(&self, number: usize, value: &Json) -> Option<String> {
        let value = wrapped(number, value);
        let error = self.validator.iter_errors(&value).next()?;
        let path = error.instance_path().to_string();
        let path = path.split_once('/').and_then(|(_, path)| path.split_once('/')).map_or("", |(_, path)| path);
        Some(if path.is_empty() { error.to_string() } else { format!("/{path}: {error}") })
    }
}

fn wrapped(number: usize, value: &Json) -> Value {
    Value::Object(Map::from_iter([(number.to_string(), value.to_value())]))
}
