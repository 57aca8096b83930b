//! Checks bodies against the schemas of the spec, with the jsonschema crate.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use jsonschema::error::ValidationErrorKind as Kind;
use jsonschema::{Draft, Registry, ValidationError, Validator};
use serde_json::{Map, Value, json};

use crate::spec::{Node, Spec};

/// Whether a body is sent or received: `readOnly` and `writeOnly` depend on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "said above")]
pub enum Direction {
    Request,
    Response,
}

/// The spec as JSON Schema, for one direction.
#[derive(Debug)]
pub struct Schemas<'s> {
    spec: &'s Spec,
    registry: Registry<'static>,
    /// By the location of the schema, because building a validator takes longer than using it.
    validators: Mutex<HashMap<String, Arc<Validator>>>,
}

/// A violation of the spec in a body.
#[derive(Clone, Debug)]
pub struct Violation {
    /// A JSON pointer into the body.
    pub pointer: String,
    /// The message.
    pub message: String,
    /// The keyword that is violated: `type`, `required`. For a violation inside a union, that of the union.
    pub keyword: String,
    /// The location in the spec.
    pub place: String,
    /// The JSON type that was found: `string`, `null`.
    pub found: &'static str,
    /// What the spec declares, in the words of a report: `declared integer`.
    pub declared: String,
}

/// The base URI of fragments; never fetched.
const BASE: &str = "spec:///";
const ROOT: &str = "root.json";

impl<'s> Schemas<'s> {
    /// Translates all fragments.
    ///
    /// # Errors
    /// Fails if a fragment is not valid JSON Schema after the translation.
    pub fn new(spec: &'s Spec, direction: Direction) -> Result<Self, String> {
        let mut registry = Registry::new().draft(Draft::Draft202012);
        for (name, document) in spec.documents() {
            let uri = format!("{BASE}{name}");
            registry =
                registry.add(&uri, translate(document, direction)).map_err(|error| format!("{name}: {error}"))?;
        }
        let registry = registry.prepare().map_err(|error| error.to_string())?;
        Ok(Self { spec, registry, validators: Mutex::default() })
    }

    /// Returns the violations of a schema of the spec in a body.
    #[must_use]
    pub fn check(&self, schema: &Node<'_>, body: &Value) -> Vec<Violation> {
        match self.validator(schema) {
            Ok(validator) => validator.iter_errors(body).map(|error| self.violation(&error, schema)).collect(),
            Err(error) => vec![Violation {
                pointer: String::new(),
                message: format!("the schema cannot be used: {error}"),
                keyword: String::new(),
                place: schema.place(),
                found: "",
                declared: String::new(),
            }],
        }
    }

    fn validator(&self, schema: &Node<'_>) -> Result<Arc<Validator>, String> {
        let place = format!("{BASE}{}#{}", schema.file, encode(&schema.pointer));
        let mut validators = self.validators.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(validator) = validators.get(&place) {
            return Ok(Arc::clone(validator));
        }
        let options = jsonschema::options().with_draft(Draft::Draft202012).with_registry(&self.registry);
        let validator = options.with_base_uri(format!("{BASE}{ROOT}")).build(&json!({ "$ref": place }));
        let validator = Arc::new(validator.map_err(|error| error.to_string())?);
        validators.insert(place, Arc::clone(&validator));
        Ok(validator)
    }

    fn violation(&self, outer: &ValidationError<'_>, schema: &Node<'_>) -> Violation {
        let error = deepest(outer);
        let place = error.absolute_keyword_location().and_then(|uri| {
            let (file, pointer) = uri.as_str().strip_prefix(BASE)?.split_once('#')?;
            // The wrapper in `root.json` is not part of the spec.
            (file != ROOT).then(|| self.spec.place(file, &original(&decode(pointer))))
        });
        Violation {
            pointer: error.instance_path().as_str().to_owned(),
            message: message(error),
            keyword: outer.kind().keyword().to_owned(),
            place: place.unwrap_or_else(|| schema.place()),
            found: if matches!(error.kind(), Kind::Required { .. }) { "missing" } else { kind_of(error.instance()) },
            declared: declared(error),
        }
    }
}

/// Removes the wrapper that makes a reference nullable from a pointer.
fn original(pointer: &str) -> String {
    pointer.replace(NULLABLE, "")
}

/// Returns the violation of the branch of a union that fits best: the one that fails deepest inside.
fn deepest<'e, 'i>(error: &'e ValidationError<'i>) -> &'e ValidationError<'i>
where
    'static: 'i,
{
    let (Kind::OneOfNotValid { context } | Kind::AnyOf { context }) = error.kind() else { return error };
    let depth = |error: &ValidationError<'_>| error.instance_path().as_str().matches('/').count();
    let best = context
        .iter()
        .filter_map(|branch| branch.iter().map(deepest).max_by_key(|inner| depth(inner)))
        .max_by_key(|inner| depth(inner));
    match best {
        Some(inner) if depth(inner) > depth(error) => inner,
        _ => error,
    }
}

fn message(error: &ValidationError<'_>) -> String {
    match error.kind() {
        Kind::FalseSchema => "is not for this direction (readOnly or writeOnly)".to_owned(),
        Kind::OneOfNotValid { .. } | Kind::AnyOf { .. } => {
            format!("a value of type {} fits no branch of the union", kind_of(error.instance()))
        }
        _ => error.to_string(),
    }
}

fn declared(error: &ValidationError<'_>) -> String {
    match error.kind() {
        Kind::Type { kind } => {
            use jsonschema::error::TypeKind;
            let types = match kind {
                TypeKind::Single(one) => one.to_string(),
                TypeKind::Multiple(many) => many.iter().map(|one| one.to_string()).collect::<Vec<_>>().join(" or "),
            };
            format!("declared {types}")
        }
        Kind::Required { property } => format!("declared required {property}"),
        Kind::OneOfNotValid { .. } | Kind::AnyOf { .. } => "declared a union".to_owned(),
        other => format!("declared {}", other.keyword()),
    }
}

/// Returns the JSON type of a value.
#[must_use]
pub fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

/// The keywords whose value is data, not a schema.
const DATA: [&str; 4] = ["example", "examples", "default", "enum"];
/// The location of a schema inside the wrapper that makes it nullable.
const NULLABLE: &str = "/anyOf/1/allOf/0";

/// Translates OpenAPI 3.0 to JSON Schema 2020-12. Pointers do not change, except inside wrappers that make a schema
/// nullable.
#[must_use]
pub fn translate(value: &Value, direction: Direction) -> Value {
    match value {
        Value::Array(items) => items.iter().map(|item| translate(item, direction)).collect(),
        Value::Object(map) if map.contains_key("$ref") => {
            // In 3.0, the siblings of a reference are ignored.
            map.iter().filter(|(key, _)| *key == "$ref").map(|(key, value)| (key.clone(), value.clone())).collect()
        }
        Value::Object(map) => {
            let mut map: Map<String, Value> = map
                .iter()
                .map(|(key, value)| {
                    let value = match (key.as_str(), value) {
                        // Here the keys are names of properties, not keywords.
                        ("properties", Value::Object(named)) => {
                            named.iter().map(|(name, schema)| (name.clone(), translate(schema, direction))).collect()
                        }
                        (data, value) if DATA.contains(&data) => value.clone(),
                        (_, value) => translate(value, direction),
                    };
                    (key.clone(), value)
                })
                .collect();
            hide_other_direction(&mut map, direction);
            exclusive(&mut map, "minimum", "exclusiveMinimum");
            exclusive(&mut map, "maximum", "exclusiveMaximum");
            nullable(map)
        }
        other => other.clone(),
    }
}

/// A property of the other direction must be absent, and so cannot be required.
fn hide_other_direction(map: &mut Map<String, Value>, direction: Direction) {
    let hidden = if direction == Direction::Request { "readOnly" } else { "writeOnly" };
    let Some(Value::Object(properties)) = map.get_mut("properties") else { return };
    let names: Vec<String> =
        properties.iter().filter(|(_, schema)| schema[hidden] == true).map(|(name, _)| name.clone()).collect();
    for name in &names {
        properties.insert(name.clone(), Value::Bool(false));
    }
    if let Some(Value::Array(required)) = map.get_mut("required") {
        required.retain(|name| !names.iter().any(|hidden| name == hidden));
    }
}

/// `minimum: 0, exclusiveMinimum: true` of 3.0 becomes `exclusiveMinimum: 0`.
fn exclusive(map: &mut Map<String, Value>, bound: &str, exclusive: &str) {
    match map.get(exclusive) {
        Some(Value::Bool(true)) => {
            if let Some(limit) = map.remove(bound) {
                map.insert(exclusive.to_owned(), limit);
            }
        }
        Some(Value::Bool(false)) => {
            map.remove(exclusive);
        }
        _ => {}
    }
}

/// `nullable: true` of 3.0 becomes one more type, or one more branch.
fn nullable(mut map: Map<String, Value>) -> Value {
    if map.get("nullable") != Some(&Value::Bool(true)) {
        return Value::Object(map);
    }
    if ["allOf", "oneOf", "anyOf"].iter().any(|key| map.contains_key(*key)) {
        return json!({"anyOf": [{"type": "null"}, {"allOf": [map]}]});
    }
    if let Some(Value::Array(values)) = map.get_mut("enum")
        && !values.contains(&Value::Null)
    {
        values.push(Value::Null);
    }
    if let Some(Value::String(kind)) = map.get("type") {
        let types = json!([kind, "null"]);
        map.insert("type".to_owned(), types);
    }
    Value::Object(map)
}

/// Encodes a JSON pointer as a URI fragment.
fn encode(pointer: &str) -> String {
    const FRAGMENT: percent_encoding::AsciiSet =
        percent_encoding::CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'`').add(b'%').add(b'{').add(b'}');
    percent_encoding::utf8_percent_encode(pointer, &FRAGMENT).to_string()
}

fn decode(fragment: &str) -> String {
    percent_encoding::percent_decode_str(fragment).decode_utf8_lossy().into_owned()
}
