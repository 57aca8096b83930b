//! The schemas of documents as JSON Schema 2020-12, whatever version of OpenAPI they are written for.
//!
//! They are read from the published documents, not from what the generator understood.

mod convert;
mod discriminator;
mod reference;
mod side;

use std::collections::HashMap;

use codegen::plan::{Document, Plan, Side};
use serde_json::{Map, Value};

use convert::Conversion;
use discriminator::{Base, subtypes};
use side::{Tags, tags};

/// An object of a document: its index, and the JSON pointer.
type At = (usize, String);

/// A schema, for values of a direction if that matters.
type Sided = (At, Option<Side>);

/// The schemas, each with a number. References are to `#/$defs/` and that number.
#[derive(Debug, Default)]
pub struct Schemas {
    /// The schemas.
    pub all: Vec<Value>,
    /// The number of each schema of the plan.
    of_plan: Vec<Option<usize>>,
    /// The numbers of bases that others extend, with those of the unions that they are.
    bases: HashMap<usize, usize>,
}

impl Schemas {
    /// Converts the schemas of a plan, and those that they refer to.
    pub fn of(plan: &Plan) -> Self {
        let has_sides = plan.schemas.iter().any(|schema| schema.side.is_some());
        let tags = if has_sides { tags(&plan.documents) } else { Tags::new() };
        let mut registry = Registry { documents: &plan.documents, tags, ..Registry::default() };
        let at = |schema: &codegen::plan::Schema| ((schema.place.document, schema.place.pointer.clone()), schema.side);
        registry.known.extend(plan.schemas.iter().map(|schema| (at(schema), None)));
        let of_plan: Vec<_> = plan.schemas.iter().map(|schema| registry.number(at(schema))).collect();
        let mut all = Vec::new();
        while let Some((at, side)) = registry.order.get(all.len()).cloned() {
            let value = registry.value(&at).unwrap_or(&Value::Bool(true));
            let mut conversion = Conversion::new(&mut registry, at.0, side);
            all.push(conversion.schema(value, &at.1));
        }
        let (mut bases, mut narrowed) = (HashMap::new(), Vec::new());
        for base in std::mem::take(&mut registry.bases) {
            let Some(number) = registry.number((base.at.clone(), base.side)) else { continue };
            if let Some(found) = subtypes(registry.documents, &base, number, (&all, &registry.order)) {
                bases.insert(number, all.len());
                all.push(found.union);
                narrowed.extend(found.narrowed);
            }
        }
        for (number, schema) in narrowed {
            if let Some(place) = all.get_mut(number) {
                *place = schema;
            }
        }
        for schema in &mut all {
            mean_unions(schema, &bases);
        }
        Self { all, of_plan, bases }
    }

    /// Returns the number of a schema of the plan.
    pub fn number(&self, of_plan: usize) -> Option<usize> {
        self.of_plan.get(of_plan).copied().flatten()
    }

    /// Returns the number of the union that a schema is: of those that extend it, if it is a base.
    pub fn union_of(&self, number: usize) -> usize {
        self.bases.get(&number).copied().unwrap_or(number)
    }

    /// Returns the union that a schema is, or refers to, if it is a base that others extend; otherwise the schema.
    pub fn as_union<'s>(&'s self, schema: &'s Value) -> &'s Value {
        let number = self.target(schema).or_else(|| {
            let is_it = |number: &&usize| self.get(**number).is_some_and(|known| std::ptr::eq(known, schema));
            self.bases.keys().find(is_it).copied()
        });
        number.and_then(|number| self.get(*self.bases.get(&number)?)).unwrap_or(schema)
    }

    /// Returns a schema by its number.
    pub fn get(&self, number: usize) -> Option<&Value> {
        self.all.get(number)
    }

    /// Returns the schemas that the branches of a union refer to; null does not count as a branch.
    pub fn branches(&self, number: usize) -> Vec<Option<usize>> {
        let Some(union) = self.get(number).and_then(union) else { return Vec::new() };
        let target = |branch: &Value| {
            let mut branch = branch;
            // With a discriminator, a branch and its values stand together.
            if let Some(first) = branch.get("allOf").and_then(|all| all.get(0)) {
                branch = first;
            }
            let target = self.target(branch)?;
            let base = self.bases.iter().find(|(_, union)| **union == target);
            Some(base.map_or(target, |(base, _)| *base))
        };
        union.into_iter().map(target).collect()
    }

    /// Returns the number of the schema that a schema refers to.
    pub fn target(&self, schema: &Value) -> Option<usize> {
        number_of(schema)
    }
}

/// Returns the number of the schema that a schema refers to.
fn number_of(schema: &Value) -> Option<usize> {
    schema.get("$ref")?.as_str()?.strip_prefix(PREFIX)?.parse().ok()
}

/// Returns the branches of a union except null; `None` for other schemas. A nullable union is one as well.
pub fn union(schema: &Value) -> Option<Vec<&Value>> {
    let is_null = |branch: &&Value| branch.get("type").and_then(Value::as_str) == Some("null");
    let branches = ["oneOf", "anyOf"].into_iter().find_map(|key| schema.get(key)?.as_array())?;
    let others: Vec<_> = branches.iter().filter(|branch| !is_null(branch)).collect();
    match others.as_slice() {
        [only] if branches.len() > 1 => union(only),
        _ => Some(others),
    }
}

/// Lets references to bases refer to their unions, except in the `allOf` of what extends them.
fn mean_unions(schema: &mut Value, bases: &HashMap<usize, usize>) {
    if let Some(union) = number_of(schema).and_then(|number| bases.get(&number)) {
        *schema = reference_to(*union);
        return;
    }
    let is_part = |part: &&mut Value| number_of(part).is_none();
    match schema {
        Value::Array(items) => items.iter_mut().for_each(|item| mean_unions(item, bases)),
        Value::Object(entries) => {
            for (key, value) in entries {
                match (key.as_str(), value) {
                    ("enum" | "const" | "examples" | "required", _) => {}
                    ("allOf", Value::Array(parts)) => {
                        parts.iter_mut().filter(is_part).for_each(|part| mean_unions(part, bases));
                    }
                    (_, value) => mean_unions(value, bases),
                }
            }
        }
        _ => {}
    }
}

/// What all references begin with.
const PREFIX: &str = "#/$defs/";

/// The schemas that have a number.
#[derive(Default)]
struct Registry<'a> {
    documents: &'a [Document],
    /// The schemas of the plan, and those that others refer to; without a number before they are needed.
    known: HashMap<Sided, Option<usize>>,
    order: Vec<Sided>,
    /// What is left out in no direction.
    tags: Tags,
    /// The bases, as often as they are converted.
    bases: Vec<Base>,
}

impl<'a> Registry<'a> {
    /// Returns the number of the schema at a position, which gets one; `None` if there is nothing.
    fn number(&mut self, sided: Sided) -> Option<usize> {
        if let Some(Some(number)) = self.known.get(&sided) {
            return Some(*number);
        }
        self.value(&sided.0)?;
        let number = self.order.len();
        self.order.push(sided.clone());
        self.known.insert(sided, Some(number));
        Some(number)
    }

    fn is_known(&self, sided: &Sided) -> bool {
        self.known.contains_key(sided)
    }

    fn value(&self, (document, pointer): &At) -> Option<&'a Value> {
        self.documents.get(*document)?.json.pointer(pointer)
    }
}

/// Returns a reference to a schema.
fn reference_to(number: usize) -> Value {
    let entry = ("$ref".to_owned(), Value::String(format!("{PREFIX}{number}")));
    Value::Object(Map::from_iter([entry]))
}

#[cfg(test)]
mod tests;
