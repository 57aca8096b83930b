//! Schemas at random, in the form of OpenAPI 3.1. Those of 3.0 make use of fewer keywords, which `older` can turn.

mod unions;

use fastrand::Rng;
use serde_json::{Map, Value, json};

/// Names that Rust, JSON pointers or serde might take for something else.
const NAMES: &[&str] = &[
    "id",
    "name",
    "type",
    "kind",
    "a",
    "b",
    "c",
    "self",
    "Self",
    "new",
    "",
    " ",
    "a b",
    "a-b",
    "aB",
    "a_b",
    "2x",
    "é",
    "$ref",
    "a/b",
    "a~b",
    "a\"b",
    "null",
    "value",
    "default",
    "rest",
    "additional_properties",
    "Some",
    "#",
    "\u{200b}",
    "async",
    "crate",
    "r#type",
    "\\",
    "{a}",
    "日本",
    "error",
    "field",
    "key",
];

const FORMATS: &[&str] =
    &["date", "date-time", "uuid", "email", "decimal", "int64", "password", "byte", "uri", "rfc2822", "time", "binary"];

/// Marks objects whose `type` the document does not have. A validator would accept any value but an object there, which
/// nobody means.
pub const UNTYPED: &str = "x-untyped";

/// Marks texts whose `enum` the document does not have: what a discriminator says decides, and no validator knows it.
const UNLISTED: &str = "x-unlisted";

/// How many schemas refer to one another.
const GROUP: usize = 12;

/// The schemas of a document: `S0`, `S1`, …, and for each the object that holds it in every way, `R0`, `R1`, …
pub fn components(rng: &mut Rng, count: usize, newer: bool) -> Map<String, Value> {
    let mut all = Map::new();
    for index in 0..count {
        let mut maker = Maker { rng, newer, index, count };
        let schema = if maker.chance(8) { maker.discriminated(&mut all) } else { maker.component() };
        all.insert(name(index), schema);
        let inner = reference(index);
        let holder = json!({
            "type": "object",
            "required": ["value"],
            "properties": {
                "value": inner,
                "maybe": inner,
                "list": {"type": "array", "items": inner},
                "map": {"type": "object", "additionalProperties": inner},
            },
        });
        all.insert(self::holder(index), holder);
    }
    all
}

/// Takes out what the document is not to have.
pub fn without_marked(schema: &mut Value) {
    match schema {
        Value::Object(map) => {
            for (mark, key) in [(UNTYPED, "type"), (UNLISTED, "enum")] {
                if map.remove(mark).is_some() {
                    map.remove(key);
                }
            }
            map.values_mut().for_each(without_marked);
        }
        Value::Array(items) => items.iter_mut().for_each(without_marked),
        _ => {}
    }
}

fn name(index: usize) -> String {
    format!("S{index}")
}

/// The name of the object that holds a schema, and of its type.
pub fn holder(index: usize) -> String {
    format!("R{index}")
}

fn reference(index: usize) -> Value {
    json!({"$ref": format!("#/components/schemas/{}", name(index))})
}

struct Maker<'a> {
    rng: &'a mut Rng,
    newer: bool,
    /// Which component is being made, and of how many.
    index: usize,
    count: usize,
}

impl Maker<'_> {
    fn chance(&mut self, percent: u32) -> bool {
        self.rng.u32(0..100) < percent
    }

    fn pick<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.rng.usize(0..all.len())]
    }

    /// More often than elsewhere one with parts.
    fn component(&mut self) -> Value {
        let mut schema = match self.rng.u32(0..10) {
            0..4 => self.object(2),
            4 => self.all_of(2),
            5..8 => self.union(2),
            _ => self.schema(2),
        };
        if self.chance(10) {
            schema["description"] = "What it is.".into();
        }
        schema
    }

    /// A schema that stands where a value need not be: it may lead to any component.
    fn loose(&mut self, depth: u32) -> Value {
        if self.chance(25) {
            let (begin, end) = self.group();
            return reference(self.rng.usize(begin..end));
        }
        self.schema(depth)
    }

    /// Schemas refer to those near them: a validator compiles all that can be reached.
    fn group(&self) -> (usize, usize) {
        let begin = self.index / GROUP * GROUP;
        (begin, (begin + GROUP).min(self.count))
    }

    /// A component that was made before.
    fn earlier(&mut self) -> Option<Value> {
        let begin = self.group().0;
        (begin < self.index).then(|| reference(self.rng.usize(begin..self.index)))
    }

    fn schema(&mut self, depth: u32) -> Value {
        if depth == 0 {
            return self.scalar();
        }
        match self.rng.u32(0..100) {
            0..35 => self.scalar(),
            35..50 => self.object(depth - 1),
            50..58 => json!({"type": "array", "items": self.loose(depth - 1)}),
            58..64 => json!({"type": "object", "additionalProperties": self.loose(depth - 1)}),
            64..70 => self.all_of(depth - 1),
            70..82 => self.union(depth - 1),
            82..85 => self.negation(depth - 1),
            85..88 => json!({}),
            88 if self.newer => json!({"type": ["string", "integer", "boolean"]}),
            89 if self.newer && self.chance(50) => {
                json!({"type": "array", "prefixItems": [self.scalar(), self.schema(depth - 1)]})
            }
            89 if self.newer => json!({"type": "object", "patternProperties": {"^[a-z]$": self.schema(depth - 1)}}),
            90..92 if self.newer => json!({"type": ["object", "null"], "properties": {"a": self.schema(depth - 1)}}),
            92..94 if self.newer => {
                let mut schema = self.earlier().unwrap_or_else(|| self.scalar());
                schema["description"] = "Beside it.".into();
                schema
            }
            _ => self.earlier().unwrap_or_else(|| self.scalar()),
        }
    }

    fn scalar(&mut self) -> Value {
        let mut schema = match self.rng.u32(0..14) {
            0..2 => json!({"type": "string"}),
            2..4 => json!({"type": "string", "format": self.pick(FORMATS)}),
            4 => json!({"type": "string", "minLength": self.rng.u32(0..2), "maxLength": self.rng.u32(2..9)}),
            5 => json!({"type": "integer"}),
            6 => json!({"type": "integer", "format": self.pick(&["int32", "int64"]), "minimum": -5}),
            7 => json!({"type": "number"}),
            8 => json!({"type": "number", "format": self.pick(&["float", "double", "decimal"])}),
            9 => json!({"type": "boolean"}),
            10..13 => return self.enumeration(),
            _ => json!({"type": "array", "items": {"type": self.pick(&["string", "integer", "number"])}}),
        };
        if self.chance(20) {
            schema["type"] = json!([schema["type"], "null"]);
        }
        schema
    }

    fn enumeration(&mut self) -> Value {
        let texts = ["a", "A", "b c", "", "null", "1", "true", "é", "Unknown", "as_str", "self"];
        let mut some: Vec<_> = (0..3).map(|_| self.pick(&texts)).collect();
        some.sort_unstable();
        some.dedup();
        match self.rng.u32(0..10) {
            0..3 => json!({"type": "string", "enum": some}),
            3 => {
                let mut values: Vec<Value> = some.into_iter().map(Value::from).collect();
                values.push(Value::Null);
                json!({"type": ["string", "null"], "enum": values})
            }
            4 => json!({"type": "integer", "enum": [1, 2, 30]}),
            5 => json!({"enum": [1, "a", true]}),
            6 => json!({"type": "string", "const": some[0]}),
            7 => json!({"const": self.pick(&["x", "y"])}),
            8 => json!({"enum": some}),
            _ => json!({"type": "boolean", "enum": [true]}),
        }
    }

    fn names(&mut self, most: usize) -> Vec<&'static str> {
        let mut names: Vec<_> = (0..self.rng.usize(0..=most)).map(|_| self.pick(NAMES)).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    fn object(&mut self, depth: u32) -> Value {
        let (mut properties, mut required) = (Map::new(), Vec::new());
        for name in self.names(5) {
            let is_required = self.chance(40);
            let schema = if is_required { self.schema(depth) } else { self.loose(depth) };
            properties.insert(name.to_owned(), schema);
            if is_required {
                required.push(name);
            }
        }
        let mut object = json!({"type": "object", "properties": properties});
        if !required.is_empty() {
            object["required"] = required.into();
        }
        match self.rng.u32(0..8) {
            0 => object["additionalProperties"] = false.into(),
            1 => object["additionalProperties"] = true.into(),
            2 => object["additionalProperties"] = self.loose(depth),
            _ => {}
        }
        if self.chance(10) {
            object["type"] = json!(["object", "null"]);
        }
        if self.chance(10) && object["type"] == "object" {
            object[UNTYPED] = true.into();
        }
        object
    }

    /// One schema, said in several.
    fn all_of_one(&mut self, depth: u32) -> Value {
        let one = if self.chance(60) { self.scalar() } else { self.schema(depth) };
        let mut parts = vec![json!({"description": "What it is."})];
        if self.chance(30) {
            parts.push(json!({"minLength": 0, "maxLength": 20, "minItems": 0, "maxItems": 20}));
        }
        if let Some(typ) = one.get("type").filter(|_| self.rng.bool()) {
            parts.push(json!({"type": typ, "title": "Its type."}));
        }
        parts.insert(self.rng.usize(0..=parts.len()), one);
        json!({"allOf": parts})
    }

    fn all_of(&mut self, depth: u32) -> Value {
        if self.chance(30) {
            return self.all_of_one(depth);
        }
        let mut parts: Vec<_> = (0..self.rng.usize(1..4)).map(|_| self.object(depth)).collect();
        // What is closed has no room for the others.
        for part in &mut parts {
            if part["additionalProperties"] == false {
                part.as_object_mut().unwrap().remove("additionalProperties");
            }
        }
        if self.chance(50) {
            parts.extend(self.earlier());
        }
        if self.chance(15) {
            parts.push(self.all_of(depth.saturating_sub(1)));
        }
        if self.chance(8) {
            parts.push(self.union(depth));
        }
        let mut schema = json!({"allOf": parts});
        if self.chance(40) {
            schema["properties"] = self.object(depth)["properties"].take();
        }
        if self.chance(20) {
            schema["type"] = "object".into();
        }
        schema
    }

    fn negation(&mut self, depth: u32) -> Value {
        let mut schema = json!({"not": self.scalar()});
        if self.chance(50) {
            let object = self.object(depth);
            schema["type"] = object["type"].clone();
            schema["properties"] = object["properties"].clone();
            if schema["type"].is_null() {
                schema["type"] = "object".into();
            }
        }
        schema
    }
}
