//! Values at random, most of which a schema accepts.

use fastrand::Rng;
use serde_json::{Map, Number, Value, json};

/// References are followed no deeper, unless nothing else is left.
const DEPTH: u32 = 12;

/// A value of the object that holds a schema, perhaps with one thing changed; and whether it is.
pub fn holder(rng: &mut Rng, components: &Map<String, Value>, name: &str) -> Option<(Value, bool)> {
    let mut maker = Maker { rng, components };
    let mut value = maker.value(&components[name], 0)?;
    let is_changed = maker.rng.u32(0..3) == 0;
    if is_changed {
        maker.mutate(&mut value);
    }
    Some((value, is_changed))
}

struct Maker<'a> {
    rng: &'a mut Rng,
    components: &'a Map<String, Value>,
}

impl<'a> Maker<'a> {
    fn chance(&mut self, percent: u32) -> bool {
        self.rng.u32(0..100) < percent
    }

    fn pick<'t, T>(&mut self, all: &'t [T]) -> Option<&'t T> {
        if all.is_empty() { None } else { all.get(self.rng.usize(0..all.len())) }
    }

    fn value(&mut self, schema: &'a Value, depth: u32) -> Option<Value> {
        if depth > 3 * DEPTH {
            return None;
        }
        let depth = depth + 1;
        if let Some(reference) = schema["$ref"].as_str() {
            return self.value(&self.components[reference.rsplit('/').next()?], depth);
        }
        if let Some(value) = schema.get("const") {
            return Some(value.clone());
        }
        if let Some(values) = schema["enum"].as_array() {
            return self.pick(values).cloned();
        }
        let mut made: Option<Value> = None;
        // The last one counts, and remarks and limits say less than the others.
        let parts = schema["allOf"].as_array().into_iter().flatten();
        let (bare, others): (Vec<_>, Vec<_>) = parts.partition(|part| {
            part["description"].is_string() || part["title"].is_string() || part["minItems"].is_u64()
        });
        for part in bare.into_iter().chain(others) {
            let value = self.value(part, depth)?;
            made = Some(merged(made, value));
        }
        for key in ["oneOf", "anyOf"] {
            if let Some(branches) = schema[key].as_array() {
                let branch = self.pick(branches)?;
                let value = self.value(branch, depth)?;
                made = Some(merged(made, value));
            }
        }
        let ty = match &schema["type"] {
            Value::Array(types) => self.pick(types)?.as_str()?,
            Value::String(ty) => ty,
            _ if schema.get("properties").is_some() || schema.get("additionalProperties").is_some() => "object",
            _ if made.is_some() => return made,
            _ => return Some(self.anything(2)),
        };
        let own = self.of_type(ty, schema, depth)?;
        Some(merged(made, own))
    }

    fn of_type(&mut self, ty: &str, schema: &'a Value, depth: u32) -> Option<Value> {
        Some(match ty {
            "null" => Value::Null,
            "boolean" => self.rng.bool().into(),
            "integer" => self.integer().into(),
            "number" => self.number(),
            "string" => self.text(schema["format"].as_str().unwrap_or_default()).into(),
            "array" if schema.get("prefixItems").is_some() => {
                let items = schema["prefixItems"].as_array()?.iter().map(|item| self.value(item, depth));
                items.collect::<Option<Vec<_>>>()?.into()
            }
            "array" => {
                let most = if depth > DEPTH { 0 } else { 3 };
                let items = (0..self.rng.usize(0..=most)).map(|_| match schema.get("items") {
                    Some(items) => self.value(items, depth),
                    None => Some(self.anything(1)),
                });
                items.collect::<Option<Vec<_>>>()?.into()
            }
            _ => self.object(schema, depth)?,
        })
    }

    fn object(&mut self, schema: &'a Value, depth: u32) -> Option<Value> {
        let mut object = Map::new();
        let required = schema["required"].as_array();
        for (name, property) in schema["properties"].as_object().into_iter().flatten() {
            let is_required = required.is_some_and(|names| names.iter().any(|it| it == name));
            if is_required || (depth <= DEPTH && self.chance(60)) {
                match self.value(property, depth) {
                    Some(value) => drop(object.insert(name.clone(), value)),
                    None if is_required => return None,
                    None => {}
                }
            }
        }
        for (_, matched) in schema["patternProperties"].as_object().into_iter().flatten() {
            let key = self.text("");
            let value = self.value(matched, depth)?;
            object.insert(key, value);
        }
        let more = schema.get("additionalProperties").filter(|more| **more != false && depth <= DEPTH);
        if let Some(more) = more {
            for _ in 0..self.rng.usize(0..3) {
                let key = self.text("");
                let value = if more.is_object() { self.value(more, depth) } else { Some(self.anything(1)) };
                object.entry(key).or_insert(value?);
            }
        }
        Some(object.into())
    }

    fn integer(&mut self) -> i64 {
        match self.rng.u32(0..6) {
            0 => 0,
            1 => self.pick(&[i64::MAX, i64::MIN, 1 << 53, (1 << 53) + 1, 5_000_000_000]).copied().unwrap_or_default(),
            2 => self.rng.i64(..),
            _ => self.rng.i64(-20..100),
        }
    }

    fn number(&mut self) -> Value {
        let number = match self.rng.u32(0..6) {
            0 => return self.rng.i64(-20..100).into(),
            1 => self.rng.f64(),
            2 => f64::from_bits(self.rng.u64(..)),
            3 => f64::from(self.rng.u32(0..100_000)) / 100.0,
            4 => self.pick(&[-0.0, 1e300, 5e-324, 1.0, 0.1 + 0.2, f64::MAX]).copied().unwrap_or_default(),
            _ => self.rng.f64() * 1e18,
        };
        Number::from_f64(number).map_or(Value::from(1), Value::Number)
    }

    fn text(&mut self, format: &str) -> String {
        let of_format = match format {
            "date" => "2024-02-29",
            "date-time" => "2024-01-15T10:30:00.250+02:00",
            "rfc2822" => "Wed, 10 Jan 2018 21:02:23 +0000",
            "decimal" => "12.3400",
            "int64" => "9007199254740993",
            "uuid" => "0b3e1f3e-5a0f-4f8e-9d3f-1f1b6c1d2e3f",
            _ => "",
        };
        // To the validator, formats are remarks.
        if !of_format.is_empty() && (matches!(format, "date" | "date-time") || self.chance(70)) {
            return of_format.to_owned();
        }
        const TEXTS: &[&str] = &[
            "",
            "a",
            "b",
            "id",
            "name",
            "kind",
            "type",
            "true",
            "0",
            "null",
            "1.10",
            "-0",
            "é",
            "\u{0}",
            "a\nb",
            "\"",
            "\\",
            "日本",
            "😀",
            "one",
            "two",
            "2024-01-15",
            "x y",
            "additional_properties",
            "\u{feff}",
        ];
        self.pick(TEXTS).copied().unwrap_or_default().to_owned()
    }

    fn anything(&mut self, depth: u32) -> Value {
        match self.rng.u32(0..8) {
            0 => Value::Null,
            1 => self.rng.bool().into(),
            2 => self.integer().into(),
            3 => self.number(),
            4 if depth > 0 => (0..2).map(|_| self.anything(depth - 1)).collect::<Vec<_>>().into(),
            5 if depth > 0 => (0..2).map(|_| (self.text(""), self.anything(depth - 1))).collect::<Map<_, _>>().into(),
            _ => self.text("").into(),
        }
    }

    /// Changes one value, or takes one out. Adds no key: what a schema does not name is not kept by design.
    fn mutate(&mut self, value: &mut Value) {
        match value {
            Value::Object(map) if !map.is_empty() && self.chance(85) => {
                let key = map.keys().nth(self.rng.usize(0..map.len())).cloned().unwrap_or_default();
                if self.chance(15) {
                    map.remove(&key);
                } else if let Some(inner) = map.get_mut(&key) {
                    self.mutate(inner);
                }
            }
            Value::Array(items) if !items.is_empty() && self.chance(85) => {
                let index = self.rng.usize(0..items.len());
                self.mutate(&mut items[index]);
            }
            other => {
                *other = match self.rng.u32(0..6) {
                    0 | 1 => Value::Null,
                    2 => json!([]),
                    3 => json!({}),
                    4 => self.integer().into(),
                    _ => self.text("").into(),
                }
            }
        }
    }
}

/// Objects take each other in; of others, the later one stays.
fn merged(first: Option<Value>, second: Value) -> Value {
    match (first, second) {
        (Some(Value::Object(mut first)), Value::Object(second)) => {
            first.extend(second);
            first.into()
        }
        (_, second) => second,
    }
}

/// The value with fractions in place of whole numbers that are written as such.
pub fn with_fractions(value: &Value) -> Value {
    match value {
        Value::Number(number) if number.is_f64() && number.as_f64().is_some_and(|it| it.fract() == 0.0) => 0.5.into(),
        Value::Array(items) => items.iter().map(with_fractions).collect(),
        Value::Object(map) => map.iter().map(|(key, inner)| (key.clone(), with_fractions(inner))).collect(),
        other => other.clone(),
    }
}
