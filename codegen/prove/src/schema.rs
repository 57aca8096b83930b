//! The schemas of documents as JSON Schema 2020-12, whatever version of OpenAPI they are written for.
//!
//! They are read from the published documents, not from what the generator understood.

mod convert;
mod discriminator;
mod reference;

use std::collections::HashMap;

use codegen::plan::{Document, Plan};
use serde_json::{Map, Value};

use convert::Conversion;
use discriminator::{Base, subtypes};

/// An object of a document: its index, and the JSON pointer.
type At = (usize, String);

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
        let mut registry = Registry { documents: &plan.documents, ..Registry::default() };
        for schema in &plan.schemas {
            registry.known.insert((schema.place.document, schema.place.pointer.clone()), None);
        }
        let number =
            |schema: &codegen::plan::Schema| registry.number((schema.place.document, schema.place.pointer.clone()));
        let of_plan: Vec<_> = plan.schemas.iter().map(number).collect();
        let mut all = Vec::new();
        while let Some(at) = registry.order.get(all.len()).cloned() {
            let value = registry.value(&at).unwrap_or(&Value::Bool(true));
            let mut conversion = Conversion::new(&mut registry, at.0);
            all.push(conversion.schema(value, &at.1));
        }
        let mut bases = HashMap::new();
        for base in std::mem::take(&mut registry.bases) {
            let Some(number) = registry.number(base.at.clone()) else { continue };
            if let Some(union) = subtypes(&base, number, &all, &registry.order) {
                bases.insert(number, all.len());
                all.push(union);
            }
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
            self.target(branch)
        };
        union.into_iter().map(target).collect()
    }

    /// Returns the number of the schema that a schema refers to.
    pub fn target(&self, schema: &Value) -> Option<usize> {
        schema.get("$ref")?.as_str()?.strip_prefix(PREFIX)?.parse().ok()
    }
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

/// What all references begin with.
const PREFIX: &str = "#/$defs/";

/// The schemas that have a number.
#[derive(Default)]
struct Registry<'a> {
    documents: &'a [Document],
    /// The schemas of the plan, and those that others refer to; without a number before they are needed.
    known: HashMap<At, Option<usize>>,
    order: Vec<At>,
    /// The bases, as often as they are converted.
    bases: Vec<Base>,
}

impl<'a> Registry<'a> {
    /// Returns the number of the schema at a position, which gets one; `None` if there is nothing.
    fn number(&mut self, at: At) -> Option<usize> {
        if let Some(Some(number)) = self.known.get(&at) {
            return Some(*number);
        }
        self.value(&at)?;
        let number = self.order.len();
        self.order.push(at.clone());
        self.known.insert(at, Some(number));
        Some(number)
    }

    fn is_known(&self, at: &At) -> bool {
        self.known.contains_key(at)
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
