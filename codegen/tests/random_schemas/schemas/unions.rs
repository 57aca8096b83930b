//! Unions, told apart in every way that there is.

use serde_json::{Map, Value, json};

use super::{Maker, NAMES, UNLISTED};

impl Maker<'_> {
    pub(super) fn union(&mut self, depth: u32) -> Value {
        let key = self.pick(&["oneOf", "anyOf"]);
        let mut branches: Vec<Value> = match self.rng.u32(0..11) {
            0 => (0..self.rng.usize(1..4)).map(|_| self.scalar()).collect(),
            1 => (0..self.rng.usize(2..4)).map(|_| self.schema(depth)).collect(),
            2 | 3 => self.tagged(depth),
            4 => self.keyed(depth),
            5 => vec![self.schema(depth)],
            6 => (0..self.rng.usize(2..4)).map(|_| self.object(depth)).collect(),
            7 => {
                let mut array = || json!({"type": "array", "items": self.schema(depth)});
                vec![array(), array()]
            }
            8 => self.numbered(depth),
            9 => vec![self.enumeration(), json!({"type": "string", "enum": [""]}), json!({"enum": [null]})],
            _ => vec![
                json!({"type": "string"}),
                json!({"type": "array", "items": self.loose(depth)}),
                self.object(depth),
            ],
        };
        if self.chance(20) {
            branches.push(json!({"type": "null"}));
        }
        let mut schema = json!({key: branches});
        if self.chance(5) {
            schema["properties"] = self.object(depth)["properties"].take();
        }
        schema
    }

    /// Objects with a property that has another value in each.
    fn tagged(&mut self, depth: u32) -> Vec<Value> {
        let tag = self.pick(NAMES);
        let mut branch = |value: &str| {
            let mut object = self.object(depth);
            object["properties"][tag] = json!({"type": "string", "enum": [value]});
            let required = object["required"].as_array().cloned().unwrap_or_default();
            let others = required.into_iter().filter(|name| name != tag);
            object["required"] = others.chain([tag.into()]).collect();
            object
        };
        vec![branch("one"), branch("two"), branch("")]
    }

    /// Objects with a property whose values are numbers, or booleans, and which may be absent.
    fn numbered(&mut self, depth: u32) -> Vec<Value> {
        let tag = self.pick(NAMES);
        let is_number = self.chance(60);
        let mut branch = |number: &[Value], flag: bool| {
            let mut object = self.object(depth);
            object["properties"][tag] = match is_number {
                true => json!({"type": "integer", "enum": number}),
                false => json!({"type": "boolean", "enum": [flag]}),
            };
            object
        };
        vec![branch(&[1.into(), 2.into()], true), branch(&[3.into()], false)]
    }

    /// A union with a discriminator, and its branches as components.
    pub(super) fn discriminated(&mut self, all: &mut Map<String, Value>) -> Value {
        let (tag, has_mapping) = (self.pick(NAMES), self.chance(50));
        let names = ["a", "b", "c"].map(|end| format!("D{}{end}", self.index));
        let (mut branches, mut mapping) = (Vec::new(), Map::new());
        for (index, name) in names.into_iter().enumerate() {
            let mut object = self.object(1);
            let value = if has_mapping { format!("tag {index}") } else { name.clone() };
            object["properties"][tag] = json!({"type": "string", "enum": [value]});
            if self.chance(50) {
                object["properties"][tag][UNLISTED] = true.into();
            }
            // The tag is required, once.
            let required = object["required"].as_array().cloned().unwrap_or_default();
            object["required"] = required.into_iter().filter(|name| name != tag).chain([tag.into()]).collect();
            object["type"] = "object".into();
            let reference = format!("#/components/schemas/{name}");
            mapping.insert(value, reference.clone().into());
            branches.push(json!({"$ref": reference}));
            all.insert(name, object);
        }
        let mut discriminator = json!({"propertyName": tag});
        if has_mapping {
            discriminator["mapping"] = mapping.into();
        }
        json!({self.pick(&["oneOf", "anyOf"]): branches, "discriminator": discriminator})
    }

    /// Objects with a property of their own.
    fn keyed(&mut self, depth: u32) -> Vec<Value> {
        let mut branch = |own: &str| {
            let inner = self.scalar();
            let mut properties = Map::new();
            properties.insert(own.to_owned(), inner);
            properties.insert("both".to_owned(), self.schema(depth));
            json!({"type": "object", "properties": properties, "required": [own]})
        };
        vec![branch("own a"), branch("ownB")]
    }
}
