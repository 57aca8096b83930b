//! Objects.

use serde_json::Value;

use super::{Extent, FEW, Maker, Pieces, pattern};
use crate::json::Json;

/// How many optional properties stand alone in an object.
const ALONE: usize = 16;

/// A property with the schemas that apply to it.
struct Property<'a> {
    key: &'a str,
    schemas: Vec<&'a Value>,
    is_required: bool,
}

type Entries = Vec<(String, Json)>;

impl<'a> Maker<'a> {
    /// Returns objects: with what is required, with everything, with each optional property, and with different values.
    pub(super) fn objects(&self, pieces: &Pieces<'a>, extent: Extent) -> Vec<Json> {
        let properties = properties(pieces);
        let Some(mut least) = self.required(&properties) else { return Vec::new() };
        let others = self.others(pieces, extent);
        let fewest = pieces.iter().filter_map(|piece| piece.get("minProperties")?.as_u64()).max().unwrap_or_default();
        for property in properties.iter().filter(|property| !property.is_required) {
            if least.len() as u64 >= fewest {
                break;
            }
            least.extend(self.value(property).map(|value| (property.key.to_owned(), value)));
        }
        for index in least.len() as u64..fewest.min(8) {
            if let Some((key, value)) = others.first() {
                let key = if index == 0 { key.clone() } else { format!("{key}{index}") };
                least.push((key, value.clone()));
            }
        }
        let mut objects = vec![Json::Object(least.clone())];
        if extent == Extent::Least {
            return objects;
        }
        let with = |entry: (String, Json)| {
            let mut object = least.clone();
            object.retain(|(key, _)| *key != entry.0);
            object.push(entry);
            Json::Object(object)
        };
        let full: Entries =
            properties.iter().filter_map(|property| Some((property.key.to_owned(), self.value(property)?))).collect();
        objects.push(Json::Object(full.clone()));
        if extent == Extent::Some {
            objects.extend(others.into_iter().take(2).map(with));
            return objects;
        }
        objects.extend(others.into_iter().map(with));
        let optional = full.iter().filter(|(key, _)| !least.iter().any(|(other, _)| other == key));
        let optional: Vec<_> = optional.cloned().collect();
        let skipped = (self.seed as usize).checked_rem(optional.len()).unwrap_or_default();
        objects.extend(optional.iter().cycle().skip(skipped).take(optional.len().min(ALONE)).cloned().map(with));
        objects.extend(self.columns(&properties, &least, &full));
        objects
    }

    /// Returns objects in which all properties have their first value, all have their second value, and so on; and the
    /// objects that differ in a single property, which may be right where the whole is not.
    fn columns(&self, properties: &[Property<'a>], least: &Entries, full: &Entries) -> Vec<Json> {
        let values: Vec<_> = properties
            .iter()
            .filter(|property| full.iter().any(|(key, _)| key == property.key))
            .map(|property| (property.key, self.all_of(&property.schemas, Extent::Some)))
            .collect();
        let longest = values.iter().map(|(_, values)| values.len()).max().unwrap_or_default().min(FEW);
        let column = |index: usize| {
            let value = |(key, values): &(&str, Vec<Json>)| {
                let value = values.get(index).or_else(|| values.first())?;
                Some(((*key).to_owned(), value.clone()))
            };
            Json::Object(values.iter().filter_map(value).collect())
        };
        // The second value of each property comes before the third one of any.
        let singles = (1..longest).flat_map(|index| {
            let single = |(key, values): &(&str, Vec<Json>)| {
                let mut object = least.clone();
                object.retain(|(other, _)| other != key);
                object.push(((*key).to_owned(), values.get(index)?.clone()));
                Some(Json::Object(object))
            };
            values.iter().filter_map(single).collect::<Vec<_>>()
        });
        (1..longest).map(column).chain(singles.take(2 * ALONE)).collect()
    }

    /// Returns whether the schema with a number describes or requires a property by its name.
    pub fn names(&self, number: usize, key: &str) -> bool {
        let alternatives = self.schemas.get(number).map_or_else(Vec::new, |schema| self.alternatives(schema));
        alternatives.iter().flat_map(properties).any(|property| property.key == key)
    }

    /// Returns whether the schema with a number requires a property, and does not say what it is.
    pub fn only_requires(&self, number: usize, key: &str) -> bool {
        let alternatives = self.schemas.get(number).map_or_else(Vec::new, |schema| self.alternatives(schema));
        let is_described = |property: &Property<'_>| !property.schemas.is_empty();
        let all: Vec<_> = alternatives.iter().flat_map(properties).filter(|property| property.key == key).collect();
        !all.is_empty() && !all.iter().any(is_described)
    }

    /// Returns the required properties; `None` if one of them cannot be made.
    fn required(&self, properties: &[Property<'a>]) -> Option<Entries> {
        let required = properties.iter().filter(|property| property.is_required);
        required.map(|property| Some((property.key.to_owned(), self.value(property)?))).collect()
    }

    fn value(&self, property: &Property<'a>) -> Option<Json> {
        self.all_of(&property.schemas, Extent::Least).into_iter().next()
    }

    /// Returns properties without a name in the document, where it says what they are.
    fn others(&self, pieces: &Pieces<'a>, extent: Extent) -> Entries {
        let mut entries = Entries::new();
        let names = pieces.iter().find_map(|piece| piece.get("propertyNames"));
        let name = names.and_then(|names| match self.smallest(names)? {
            Json::Text(name) => Some(name),
            _ => None,
        });
        let name = name.unwrap_or_else(|| "other-1".to_owned());
        for piece in pieces {
            let matched = piece.get("patternProperties").and_then(Value::as_object).into_iter().flatten();
            for (key, schema) in matched {
                let key = pattern::texts(key, 1, 100).into_iter().next();
                entries.extend(key.and_then(|key| Some((key, self.smallest(schema)?))));
            }
            match piece.get("additionalProperties") {
                Some(Value::Bool(true)) => entries.push((name.clone(), Json::Text("any".to_owned()))),
                Some(schema @ Value::Object(_)) => {
                    let values = self.elements(extent, |extent| self.candidates(schema, extent)).into_iter();
                    entries.extend(values.map(|value| (name.clone(), value)));
                }
                _ => {}
            }
        }
        if entries.is_empty() && is_map(pieces) {
            entries.push((name, Json::Text("any".to_owned())));
        }
        entries
    }
}

/// Returns whether schemas say nothing of the keys of an object, which are of anyone's choice then.
fn is_map(pieces: &Pieces<'_>) -> bool {
    let has_none = |key: &str| {
        let names = pieces.iter().filter_map(|piece| piece.get(key)?.as_object());
        names.map(serde_json::Map::len).sum::<usize>() == 0
    };
    let is_closed = pieces.iter().any(|piece| piece.get("additionalProperties") == Some(&Value::Bool(false)));
    !is_closed && ["properties", "patternProperties"].into_iter().all(has_none)
}

/// Returns the properties of all schemas, and those that are only required.
fn properties<'a>(pieces: &Pieces<'a>) -> Vec<Property<'a>> {
    let mut properties: Vec<Property<'a>> = Vec::new();
    let mut indexes = std::collections::HashMap::new();
    let mut at = |properties: &mut Vec<Property<'a>>, key: &'a str| {
        *indexes.entry(key).or_insert_with(|| {
            properties.push(Property { key, schemas: Vec::new(), is_required: false });
            properties.len() - 1
        })
    };
    for piece in pieces {
        for (key, schema) in piece.get("properties").and_then(Value::as_object).into_iter().flatten() {
            let index = at(&mut properties, key);
            if let Some(property) = properties.get_mut(index) {
                property.schemas.push(schema);
            }
        }
        for key in piece.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str) {
            let index = at(&mut properties, key);
            if let Some(property) = properties.get_mut(index) {
                property.is_required = true;
            }
        }
    }
    let extra = pieces.iter().find_map(|piece| piece.get("additionalProperties").filter(|schema| schema.is_object()));
    for property in properties.iter_mut().filter(|property| property.schemas.is_empty()) {
        property.schemas.extend(extra);
    }
    properties
}
