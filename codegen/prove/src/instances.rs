//! Values that schemas accept: the smallest, the largest, each optional property, each value of an enum, each branch.
//!
//! They are made from the schemas alone, the same for the same seed. What is made here is a candidate: the validator has
//! the last word.

mod alternatives;
mod array;
mod number;
mod object;
mod pattern;
mod text;

use std::cell::{Cell, RefCell};
use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value};

use crate::json::Json;
use crate::schema::Schemas;
use crate::verdict::Verdict;

/// A schema without references and combinations.
type Piece<'a> = &'a Map<String, Value>;

/// Schemas that all have to accept a value.
type Pieces<'a> = Vec<Piece<'a>>;

/// How many values of a schema are made at most.
const MOST: usize = 48;

/// How many different values a property gets in its object.
const FEW: usize = 8;

/// How deep elements in each other have several values.
const DEEPEST: usize = 3;

/// How many candidates for the smallest value are tried.
const TRIALS: usize = 16;

/// Makes values of schemas.
pub struct Maker<'a> {
    schemas: &'a Schemas,
    verdict: &'a Verdict<'a>,
    seed: u64,
    smallest: RefCell<HashMap<*const Value, Option<Json>>>,
    /// The schemas whose smallest value is being made.
    busy: RefCell<HashSet<*const Value>>,
    /// Whether a smallest value is missing only because its schema contains itself.
    is_cut: Cell<bool>,
    numbers: HashMap<*const Value, usize>,
    /// How many elements the one is in that is being made.
    depth: Cell<usize>,
}

/// How many values are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Extent {
    /// Few: candidates for the smallest value.
    Least,
    /// Some, for a property of an object that has others.
    Some,
    /// All kinds.
    All,
}

/// How values are looked for that select a branch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Search {
    /// Some values.
    Brief,
    /// All kinds of values.
    Thorough,
    /// As well those that several branches of a `oneOf` accept.
    Lenient,
    /// As well those that a document describes and forbids, such as by `additionalProperties: false` beside `allOf`.
    Described,
}

impl Extent {
    /// Returns how many values of an element are wanted, which may be what tells an array from another: inside of so many
    /// other elements.
    fn of_elements(self, depth: usize) -> Self {
        match self {
            Self::All | Self::Some if depth < DEEPEST => Self::Some,
            Self::All | Self::Some | Self::Least => Self::Least,
        }
    }
}

impl<'a> Maker<'a> {
    /// Creates a maker for schemas.
    pub fn new(schemas: &'a Schemas, verdict: &'a Verdict<'a>, seed: u64) -> Self {
        let numbers = schemas.all.iter().enumerate().map(|(number, schema)| (std::ptr::from_ref(schema), number));
        Self {
            schemas,
            verdict,
            seed,
            smallest: RefCell::default(),
            busy: RefCell::default(),
            is_cut: Cell::new(false),
            numbers: numbers.collect(),
            depth: Cell::new(0),
        }
    }

    /// Returns values that the schema with a number accepts, each once.
    pub fn values(&self, number: usize) -> Vec<Json> {
        let number = self.schemas.union_of(number);
        let Some(schema) = self.schemas.get(number) else { return Vec::new() };
        let mut values = self.accepted(number, self.candidates(schema, Extent::All));
        values.truncate(MOST);
        values
    }

    /// Returns the values that a schema accepts; if there are none, those that several branches of a `oneOf` accept.
    fn accepted(&self, number: usize, mut values: Vec<Json>) -> Vec<Json> {
        let mut seen = HashSet::new();
        values.retain(|value| seen.insert(value.to_string()));
        let accepted: Vec<_> = values.iter().filter(|value| self.verdict.accepts(number, value)).cloned().collect();
        if accepted.is_empty() {
            values.retain(|value| self.verdict.nearly_accepts(number, value));
            return values;
        }
        accepted
    }

    /// Returns values that a union accepts, for each of its branches in the document; nothing for other schemas.
    pub fn values_of_branches(&self, number: usize, search: Search) -> Vec<Vec<Json>> {
        let Some(schema) = self.schemas.get(number) else { return Vec::new() };
        let extent = if search == Search::Brief { Extent::Some } else { Extent::All };
        let accepted = |pieces: Vec<Pieces<'a>>| {
            let mut values: Vec<_> = pieces.iter().flat_map(|pieces| self.of_pieces(pieces, extent)).collect();
            values.truncate(8 * MOST);
            match search {
                Search::Brief | Search::Thorough => return self.accepted(number, values),
                Search::Lenient => values.retain(|value| self.verdict.nearly_accepts(number, value)),
                Search::Described => {}
            }
            values
        };
        let mut branches = self.branches(schema, true);
        if search == Search::Described {
            // What stands beside a union may exclude a branch.
            for (pieces, alone) in branches.iter_mut().zip(self.branches(schema, false)) {
                pieces.extend(alone);
            }
        }
        branches.into_iter().map(accepted).collect()
    }

    /// Returns the smallest value of a schema; `None` if none could be made.
    fn smallest(&self, schema: &'a Value) -> Option<Json> {
        let key = std::ptr::from_ref(schema);
        if let Some(known) = self.smallest.borrow().get(&key) {
            return known.clone();
        }
        if !self.busy.borrow_mut().insert(key) {
            self.is_cut.set(true);
            return None;
        }
        let was_cut = self.is_cut.replace(false);
        let schema = self.schemas.as_union(schema);
        let number = match self.schemas.target(schema) {
            Some(number) => Some(number),
            None => self.numbers.get(&key).copied(),
        };
        let made = match self.schemas.target(schema).and_then(|number| self.schemas.get(number)) {
            Some(target) => self.smallest(target),
            None => {
                let alternatives = self.alternatives(schema);
                let mut candidates = alternatives.iter().flat_map(|pieces| self.of_pieces(pieces, Extent::Least));
                match number {
                    None => candidates.next(),
                    Some(number) => {
                        let mut tried = Vec::new();
                        let mut is_good = |value: &Json| {
                            tried.push(value.clone());
                            self.verdict.accepts(number, value)
                        };
                        let good = candidates.take(TRIALS).find(|value| is_good(value));
                        good.or_else(|| tried.into_iter().find(|value| self.verdict.nearly_accepts(number, value)))
                    }
                }
            }
        };
        self.busy.borrow_mut().remove(&key);
        if made.is_some() || !self.is_cut.get() || self.busy.borrow().is_empty() {
            self.smallest.borrow_mut().insert(key, made.clone());
        }
        self.is_cut.set(was_cut || self.is_cut.get());
        made
    }

    /// Returns values of a schema, which it need not accept.
    fn candidates(&self, schema: &'a Value, extent: Extent) -> Vec<Json> {
        if extent == Extent::Least {
            return self.smallest(schema).into_iter().collect();
        }
        let alternatives = self.alternatives(schema);
        let mut values: Vec<Vec<Json>> = alternatives.iter().map(|pieces| self.of_pieces(pieces, extent)).collect();
        // The first value of each alternative comes before the second one of any.
        let longest = values.iter().map(Vec::len).max().unwrap_or_default();
        let mut mixed = Vec::new();
        values.iter_mut().for_each(|values| values.reverse());
        for _ in 0..longest {
            mixed.extend(values.iter_mut().filter_map(Vec::pop));
        }
        mixed.truncate(match extent {
            Extent::Least => TRIALS,
            Extent::Some => FEW,
            Extent::All => 4 * MOST,
        });
        mixed
    }

    /// Makes the elements of an array or a map.
    fn elements(&self, extent: Extent, make: impl FnOnce(Extent) -> Vec<Json>) -> Vec<Json> {
        let depth = self.depth.get();
        self.depth.set(depth + 1);
        let made = make(extent.of_elements(depth));
        self.depth.set(depth);
        made
    }

    /// Returns values of schemas that all have to accept them.
    fn of_pieces(&self, pieces: &Pieces<'a>, extent: Extent) -> Vec<Json> {
        if let Some(values) = listed(pieces) {
            return values;
        }
        let types = types(pieces);
        let mut values = samples(pieces, extent);
        for ty in types {
            values.extend(match ty {
                "null" => vec![Json::Null],
                "boolean" => vec![Json::Bool(true), Json::Bool(false)],
                "integer" => number::integers(pieces, extent),
                "number" => number::numbers(pieces, extent),
                "string" => text::texts(pieces, extent, self.seed),
                "array" => self.arrays(pieces, extent),
                _ => self.objects(pieces, extent),
            });
        }
        values
    }
}

/// Returns the values that `enum` and `const` list, if there are any.
fn listed(pieces: &Pieces<'_>) -> Option<Vec<Json>> {
    let lists = pieces.iter().filter_map(|piece| {
        let constant = piece.get("const").map(std::slice::from_ref);
        constant.or_else(|| piece.get("enum")?.as_array().map(Vec::as_slice))
    });
    let mut lists = lists.collect::<Vec<_>>().into_iter();
    let first = lists.next()?;
    let rest: Vec<_> = lists.collect();
    let in_all = |value: &&Value| rest.iter().all(|list| list.contains(value));
    let excluded: Vec<_> = pieces.iter().filter_map(|piece| piece.get("not")?.get("enum")?.as_array()).collect();
    let is_excluded = |value: &&Value| excluded.iter().any(|list| list.contains(value));
    Some(first.iter().filter(in_all).filter(|value| !is_excluded(value)).map(Json::of).collect())
}

/// Examples of the document: they fit where nothing else is known to do so.
fn samples(pieces: &Pieces<'_>, extent: Extent) -> Vec<Json> {
    let is_wanted = extent == Extent::All || pieces.iter().any(|piece| piece.contains_key("pattern"));
    let all = pieces.iter().filter_map(|piece| piece.get("examples")?.as_array()).flatten();
    // Examples of objects often have properties that no schema names.
    all.filter(|value| is_wanted && !value.is_object() && !value.is_array()).map(Json::of).collect()
}

const TYPES: &[&str] = &["string", "integer", "number", "boolean", "object", "array", "null"];

/// Returns the types that all schemas allow; what they imply, if none says it.
fn types(pieces: &Pieces<'_>) -> Vec<&'static str> {
    let stated = |piece: &Piece<'_>| -> Option<Vec<String>> {
        match piece.get("type")? {
            Value::String(ty) => Some(vec![ty.clone()]),
            Value::Array(types) => Some(types.iter().filter_map(Value::as_str).map(str::to_owned).collect()),
            _ => None,
        }
    };
    let lists: Vec<_> = pieces.iter().filter_map(stated).collect();
    if lists.is_empty() {
        return implied(pieces);
    }
    let allows = |list: &Vec<String>, ty: &str| {
        list.iter().any(|listed| listed == ty || (listed == "number" && ty == "integer"))
    };
    let all = TYPES.iter().copied().filter(|ty| lists.iter().all(|list| allows(list, ty)));
    let mut all: Vec<_> = all.collect();
    if all.contains(&"number") {
        all.retain(|ty| *ty != "integer");
    }
    all
}

/// Returns the type to which the keywords apply.
fn implied(pieces: &Pieces<'_>) -> Vec<&'static str> {
    const KEYWORDS: &[(&str, &[&str])] = &[
        ("object", &["properties", "required", "additionalProperties", "patternProperties", "minProperties"]),
        ("array", &["items", "prefixItems", "minItems", "maxItems"]),
        ("string", &["pattern", "minLength", "maxLength", "format"]),
        ("number", &["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]),
    ];
    let has = |keys: &[&str]| pieces.iter().any(|piece| keys.iter().any(|key| piece.contains_key(*key)));
    let found: Vec<_> = KEYWORDS.iter().filter(|(_, keys)| has(keys)).map(|(ty, _)| *ty).collect();
    match found.as_slice() {
        [] => vec!["string", "number", "boolean", "object", "array", "null"],
        [first, ..] => vec![*first],
    }
}
