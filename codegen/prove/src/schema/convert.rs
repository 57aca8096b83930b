//! Converts one schema to JSON Schema 2020-12. What is not well-formed is left out: the generator reports it.

use std::collections::HashSet;

use codegen::plan::{Document, Side};
use serde_json::{Map, Value, json};

use super::discriminator::{base, selected, with_values};
use super::reference::{follow_from, only_reference, stated};
use super::side::left_out;
use super::{At, Registry, reference_to};

/// The kinds of values that keywords have.
#[derive(Clone, Copy)]
enum Keyword {
    Count,
    Number,
    Positive,
    Flag,
    Format,
    Pattern,
    Names,
    Values,
    Any,
    Schema,
    /// An array of schemas, at least one.
    List,
    /// An object with schemas.
    Map,
    /// An object with arrays of names.
    NamesMap,
}

/// The keywords of both versions.
const KEYWORDS: &[(&str, Keyword)] = &[
    ("multipleOf", Keyword::Positive),
    ("minimum", Keyword::Number),
    ("maximum", Keyword::Number),
    ("minLength", Keyword::Count),
    ("maxLength", Keyword::Count),
    ("pattern", Keyword::Pattern),
    ("format", Keyword::Format),
    ("minItems", Keyword::Count),
    ("maxItems", Keyword::Count),
    ("uniqueItems", Keyword::Flag),
    ("minProperties", Keyword::Count),
    ("maxProperties", Keyword::Count),
    ("required", Keyword::Names),
    ("enum", Keyword::Values),
    // OpenAPI 3.0 does not have it, but it is written there, and has one meaning.
    ("const", Keyword::Any),
    ("items", Keyword::Schema),
    ("additionalProperties", Keyword::Schema),
    ("not", Keyword::Schema),
    ("properties", Keyword::Map),
    ("allOf", Keyword::List),
];

/// The keywords that OpenAPI 3.0 does not have.
const NEWER: &[(&str, Keyword)] = &[
    ("exclusiveMinimum", Keyword::Number),
    ("exclusiveMaximum", Keyword::Number),
    ("prefixItems", Keyword::List),
    ("contains", Keyword::Schema),
    ("minContains", Keyword::Count),
    ("maxContains", Keyword::Count),
    ("patternProperties", Keyword::Map),
    ("propertyNames", Keyword::Schema),
    ("dependentRequired", Keyword::NamesMap),
    ("dependentSchemas", Keyword::Map),
    ("unevaluatedProperties", Keyword::Schema),
    ("unevaluatedItems", Keyword::Schema),
    ("if", Keyword::Schema),
    ("then", Keyword::Schema),
    ("else", Keyword::Schema),
    ("contentEncoding", Keyword::Any),
];

const TYPES: &[&str] = &["string", "number", "integer", "boolean", "array", "object", "null"];

/// Where a branch or a value may be any JSON, deeper schemas are not looked at.
const DEEPEST: usize = 200;

/// The conversion of a schema of a document.
pub(super) struct Conversion<'c, 'a> {
    registry: &'c mut Registry<'a>,
    pub(super) document: usize,
    /// The direction of the values, if it matters.
    pub(super) side: Option<Side>,
    depth: usize,
    /// The properties of the other direction.
    left_out: HashSet<String>,
}

impl<'c, 'a> Conversion<'c, 'a> {
    pub(super) fn new(registry: &'c mut Registry<'a>, document: usize, side: Option<Side>) -> Self {
        Self { registry, document, side, depth: 0, left_out: HashSet::new() }
    }

    pub(super) fn documents(&self) -> &'a [Document] {
        self.registry.documents
    }

    /// Returns the number of the schema at a position.
    pub(super) fn number(&mut self, at: At) -> Option<usize> {
        self.registry.number((at, self.side))
    }

    pub(super) fn is_3_0(&self) -> bool {
        self.documents().get(self.document).is_none_or(|document| document.is_3_0)
    }

    /// Converts the schema at a pointer.
    pub(super) fn schema(&mut self, value: &'a Value, pointer: &str) -> Value {
        if let Value::Bool(_) = value {
            return value.clone();
        }
        let Some(entries) = value.as_object().filter(|_| self.depth < DEEPEST) else { return Value::Bool(true) };
        self.depth += 1;
        let converted = self.object(value, entries, pointer);
        self.depth -= 1;
        converted
    }

    /// Converts a schema in another one: a reference, if it has a number of its own.
    fn inner(&mut self, value: &'a Value, pointer: &str) -> Value {
        if let Some(reference) = only_reference(value, self.is_3_0()).filter(|_| value.get("nullable").is_none()) {
            return self.reference(reference, pointer);
        }
        let at = ((self.document, pointer.to_owned()), self.side);
        match self.registry.is_known(&at).then(|| self.registry.number(at)).flatten() {
            Some(number) => reference_to(number),
            None => self.schema(value, pointer),
        }
    }

    /// A reference that leads nowhere allows everything: the generator reports it.
    fn reference(&mut self, reference: &str, pointer: &str) -> Value {
        let target = follow_from(self.documents(), self.document, pointer, reference);
        target.and_then(|at| self.number(at)).map_or(Value::Bool(true), reference_to)
    }

    fn object(&mut self, value: &'a Value, entries: &'a Map<String, Value>, pointer: &str) -> Value {
        // By the letter it is ignored next to a reference, but everybody means it, except in an `allOf`.
        if self.is_3_0()
            && !is_part(pointer)
            && entries.contains_key("$ref")
            && entries.get("nullable") == Some(&Value::Bool(true))
        {
            let reference = only_reference(value, true).map(|reference| self.reference(reference, pointer));
            return json!({"anyOf": [reference.unwrap_or(Value::Bool(true)), {"type": "null"}]});
        }
        if let Some(reference) = only_reference(value, self.is_3_0()) {
            return self.reference(reference, pointer);
        }
        // The parts of an `allOf` are one object.
        let own = match self.side {
            Some(side) => {
                let mut own = left_out(self.documents(), self.document, value, side);
                let tags = self.registry.tags.get(&(self.document, pointer.to_owned()));
                own.retain(|name| tags.is_none_or(|tags| !tags.contains(name)));
                own
            }
            None => HashSet::new(),
        };
        let around = self.left_out.clone();
        self.left_out = if is_part(pointer) { around.union(&own).cloned().collect() } else { own };
        let converted = self.whole(entries, pointer);
        self.left_out = around;
        converted
    }

    fn whole(&mut self, entries: &'a Map<String, Value>, pointer: &str) -> Value {
        if let Some(base) = base(self, entries, pointer) {
            self.registry.bases.push(base);
        }
        let mut made = Map::new();
        let newer = if self.is_3_0() { &[] } else { NEWER };
        for (key, keyword) in KEYWORDS.iter().chain(newer) {
            let Some(value) = entries.get(*key) else { continue };
            if let Some(value) = self.keyword(*keyword, value, &format!("{pointer}/{key}")) {
                made.insert((*key).to_owned(), value);
            }
        }
        let implied = || implied(entries).filter(|_| !is_part(pointer));
        if let Some(ty) = entries.get("type").and_then(types).or_else(implied) {
            made.insert("type".to_owned(), ty);
        }
        // The validator knows no formats of numbers.
        if made.get("format").and_then(Value::as_str) == Some("int64")
            && made.get("maximum").is_none_or(|bound| !bound.is_i64())
        {
            made.insert("maximum".to_owned(), i64::MAX.into());
        }
        for key in ["oneOf", "anyOf"] {
            if let Some(branches) = entries.get(key).and_then(Value::as_array).filter(|branches| !branches.is_empty()) {
                let branches = self.branches(entries, branches, &format!("{pointer}/{key}"));
                made.insert(key.to_owned(), branches.into());
            }
        }
        samples(entries, &mut made);
        if let (false, Some(reference)) = (self.is_3_0(), stated(entries, self.is_3_0())) {
            let reference = self.reference(reference, pointer);
            match made.get_mut("allOf").and_then(Value::as_array_mut) {
                Some(all) => all.push(reference),
                None => drop(made.insert("allOf".to_owned(), json!([reference]))),
            }
        }
        if self.is_3_0() { older(entries, made) } else { made.into() }
    }

    fn branches(&mut self, entries: &'a Map<String, Value>, branches: &'a [Value], pointer: &str) -> Vec<Value> {
        let converted: Vec<_> = branches
            .iter()
            .enumerate()
            .map(|(index, branch)| match self.is_3_0() && (is_null(branch) || is_null_beside(branches, index)) {
                true => json!({"type": "null"}),
                false => self.inner(branch, &format!("{pointer}/{index}")),
            })
            .collect();
        match selected(self, entries, branches, pointer) {
            Some((property, values)) => {
                let both = converted.into_iter().zip(values);
                both.map(|(branch, values)| with_values(branch, &property, &values)).collect()
            }
            None => converted,
        }
    }

    fn keyword(&mut self, keyword: Keyword, value: &'a Value, pointer: &str) -> Option<Value> {
        let is_fit = match keyword {
            Keyword::Count => value.is_u64(),
            Keyword::Number => value.is_number(),
            Keyword::Positive => value.as_f64().is_some_and(|number| number > 0.0),
            Keyword::Flag => value.is_boolean(),
            Keyword::Format => value.is_string(),
            Keyword::Pattern => value.as_str().is_some_and(is_pattern),
            Keyword::Names => return names(value, &self.left_out),
            Keyword::Values => value.as_array().is_some_and(|values| !values.is_empty()),
            Keyword::Any => true,
            Keyword::NamesMap => {
                let entries = value.as_object()?.iter();
                return Some(
                    entries.filter_map(|(key, value)| Some((key.clone(), names(value, &HashSet::new())?))).collect(),
                );
            }
            Keyword::Schema => {
                return (value.is_object() || value.is_boolean()).then(|| self.inner(value, pointer));
            }
            Keyword::List => {
                let items = value.as_array().filter(|items| !items.is_empty())?.iter().enumerate();
                return Some(items.map(|(index, item)| self.inner(item, &format!("{pointer}/{index}"))).collect());
            }
            Keyword::Map => {
                let escaped = |key: &str| key.replace('~', "~0").replace('/', "~1");
                let is_schema = |value: &Value| value.is_object() || value.is_boolean();
                let left_out = self.left_out.clone();
                let entries = value.as_object()?.iter();
                let entries = entries.filter(|(key, value)| is_schema(value) && !left_out.contains(*key));
                let entry = |(key, value): (&String, &'a Value)| {
                    (key.clone(), self.inner(value, &format!("{pointer}/{}", escaped(key))))
                };
                return Some(entries.map(entry).collect());
            }
        };
        is_fit.then(|| value.clone())
    }
}

/// Whether a schema is a part of an `allOf`.
fn is_part(pointer: &str) -> bool {
    pointer.rsplit_once('/').is_some_and(|(list, _)| list.ends_with("/allOf"))
}

/// Examples and defaults, which are only candidates for values.
fn samples(entries: &Map<String, Value>, made: &mut Map<String, Value>) {
    let several = entries.get("examples").and_then(Value::as_array).into_iter().flatten();
    let single = ["example", "default"].into_iter().filter_map(|key| entries.get(key));
    let samples: Vec<_> = several.chain(single).take(MOST_SAMPLES).cloned().collect();
    if !samples.is_empty() {
        made.insert("examples".to_owned(), samples.into());
    }
}

/// How many examples of a schema are kept.
const MOST_SAMPLES: usize = 4;

/// What only OpenAPI 3.0 has: booleans for exclusive bounds, and `nullable`.
fn older(entries: &Map<String, Value>, mut made: Map<String, Value>) -> Value {
    for (exclusive, inclusive) in [("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")] {
        match entries.get(exclusive) {
            Some(Value::Bool(true)) => {
                if let Some(bound) = made.remove(inclusive) {
                    made.insert(exclusive.to_owned(), bound);
                }
            }
            Some(Value::Number(bound)) => drop(made.insert(exclusive.to_owned(), bound.clone().into())),
            _ => {}
        }
    }
    match entries.get("nullable") {
        Some(Value::Bool(true)) => json!({"anyOf": [made, {"type": "null"}]}),
        _ => made.into(),
    }
}

/// Returns whether a branch says only that null is a value, which by the letter of OpenAPI 3.0 would allow everything.
fn is_null(branch: &Value) -> bool {
    let is_remark = |key: &str| matches!(key, "title" | "description" | "nullable");
    let entries = branch.as_object().filter(|entries| entries.get("nullable") == Some(&Value::Bool(true)));
    entries.is_some_and(|entries| entries.keys().all(|key| is_remark(key)))
}

/// Returns whether a branch is a nullable object without properties beside a single reference. Some documents write null
/// like this.
fn is_null_beside(branches: &[Value], index: usize) -> bool {
    let ([first, second], Some(branch)) = (branches, branches.get(index)) else { return false };
    let other = if index == 0 { second } else { first };
    let is_remark = |key: &str| matches!(key, "title" | "description" | "nullable" | "type");
    other.get("$ref").is_some()
        && branch.get("type").and_then(Value::as_str) == Some("object")
        && branch.get("nullable") == Some(&Value::Bool(true))
        && branch.as_object().is_some_and(|entries| entries.keys().all(|key| is_remark(key)))
}

/// The type that a schema has without saying so. By the letter it would accept all others as well, and nobody means it.
fn implied(entries: &Map<String, Value>) -> Option<Value> {
    let has = |keys: &[&str]| keys.iter().any(|key| entries.contains_key(*key));
    if has(&["type", "$ref", "enum", "const", "allOf", "oneOf", "anyOf"]) {
        return None;
    }
    match () {
        () if has(&["properties", "additionalProperties"]) => Some("object".into()),
        () if has(&["items"]) => Some("array".into()),
        () => None,
    }
}

fn types(value: &Value) -> Option<Value> {
    let is_type = |value: &Value| value.as_str().is_some_and(|ty| TYPES.contains(&ty));
    match value {
        Value::String(_) => is_type(value).then(|| value.clone()),
        Value::Array(types) => {
            let mut known: Vec<_> = types.iter().filter(|ty| is_type(ty)).cloned().collect();
            known.dedup();
            (!known.is_empty()).then(|| known.into())
        }
        _ => None,
    }
}

/// Names, each once, without some.
fn names(value: &Value, without: &HashSet<String>) -> Option<Value> {
    let mut names: Vec<_> = value
        .as_array()?
        .iter()
        .filter(|name| name.as_str().is_some_and(|name| !without.contains(name)))
        .cloned()
        .collect();
    let mut seen = HashSet::new();
    names.retain(|name| seen.insert(name.as_str().map(str::to_owned)));
    Some(names.into())
}

/// Returns whether the validator can read a pattern.
fn is_pattern(pattern: &str) -> bool {
    jsonschema::options().build(&json!({"pattern": pattern})).is_ok()
}
