//! Which branch of a union reads a value: the runtime's own selection, from what the plan says about the types.

use std::cell::{Cell, OnceCell};
use std::collections::HashMap;

use codegen::plan::{Branch, Field, Kind, Literal, Plan, Shape, Struct};
use openapi_client_runtime::rt::expand::{Choice, Constant, Depth, Facts, Inner, KeyFacts, Kinds, Tag, Texts};

use crate::json::Json;

/// How many levels of inner objects the runtime looks at, where branches are equal outside.
const LEVELS: u8 = 3;

/// How many facts of inner objects are made for a union: there may be very many.
const MOST: usize = 200_000;

/// The unions of a plan, each prepared once.
pub struct Choices<'a> {
    plan: &'a Plan,
    unions: HashMap<usize, Union<'a>>,
}

/// What selects a branch. Most values need nothing about inner objects, which the runtime derives when it needs it, and
/// which here is made only if the order of the branches would decide.
struct Union<'a> {
    branches: &'a [Branch],
    forward: Choice<'a>,
    backward: Choice<'a>,
    deep: OnceCell<Choice<'a>>,
}

impl<'a> Choices<'a> {
    /// Prepares all unions.
    pub fn of(plan: &'a Plan) -> Self {
        let unions = plan.types.iter().enumerate().filter_map(|(index, ty)| match &ty.shape {
            Shape::Union(branches) => {
                let forward = Describer::new(plan).branches(branches, Depth::BRANCH, 0);
                let backward = forward.iter().rev().cloned().collect();
                let (forward, backward) = (Choice::new(forward), Choice::new(backward));
                Some((index, Union { branches, forward, backward, deep: OnceCell::new() }))
            }
            _ => None,
        });
        Self { plan, unions: unions.collect() }
    }

    /// Returns whether null stands for a required key of a struct that is missing.
    pub fn may_be_null(&self, object: &'a Struct, key: &str) -> bool {
        let keys = Describer::new(self.plan).structure(object, Depth::BRANCH, 0).keys;
        keys.iter().any(|known| known.key == key && known.kinds.meets(Kinds::NULL))
    }

    /// Returns the branch that reads a value.
    pub fn choose(&self, union: usize, value: &Json) -> Option<usize> {
        let union = self.unions.get(&union)?;
        let json = value.to_string();
        let first = union.forward.choose(&json);
        let last = union.backward.choose(&json).and_then(|index| union.branches.len().checked_sub(index + 1));
        // The elements of an array are compared with what is inside.
        if first == last && !json.starts_with('[') {
            return first;
        }
        let deep = || Choice::new(Describer::new(self.plan).branches(union.branches, Depth::BRANCH, LEVELS));
        union.deep.get_or_init(deep).choose(&json)
    }
}

/// Derives facts from the types of a plan, as the runtime does from the Rust types.
struct Describer<'a> {
    plan: &'a Plan,
    left: Cell<usize>,
}

impl<'a> Describer<'a> {
    fn new(plan: &'a Plan) -> Self {
        Self { plan, left: Cell::new(MOST) }
    }

    /// Returns the facts about each branch, with `levels` of inner objects.
    fn branches(&self, branches: &'a [Branch], depth: Depth, levels: u8) -> Vec<Vec<Facts<'a>>> {
        let facts = |branch: &'a Branch| {
            let mut all = self.facts(&branch.kind, depth, levels);
            for facts in all.iter_mut().filter(|facts| facts.kinds.meets(Kinds::OBJECT)) {
                facts.tags.extend(
                    branch.tag.as_ref().map(|(key, values)| Tag { key, values: values.iter().map(constant).collect() }),
                );
            }
            all
        };
        branches.iter().map(facts).collect()
    }

    /// Returns the facts about the JSON that a type reads.
    fn facts(&self, kind: &'a Kind, depth: Depth, levels: u8) -> Vec<Facts<'a>> {
        let one = match kind {
            Kind::Integer | Kind::Unsigned => Facts::of(Kinds::INTEGER),
            Kind::Float | Kind::JsonNumber => Facts::of(Kinds::NUMBER),
            Kind::Boolean => Facts::of(Kinds::BOOLEAN),
            Kind::String | Kind::Secret => Facts::texts(Texts::Any),
            Kind::Number => Facts { texts: Texts::Number, ..Facts::of(Kinds::NUMBER | Kinds::STRING) },
            Kind::NumericString => Facts::texts(Texts::Number),
            Kind::Base64 => Facts::texts(Texts::Any),
            Kind::Text => Facts::of(Kinds::NUMBER | Kinds::STRING),
            Kind::Flag => Facts {
                texts: Texts::Values(["true", "false", "1", "0"].as_slice().into()),
                ..Facts::of(Kinds::BOOLEAN | Kinds::INTEGER | Kinds::STRING)
            },
            Kind::Date => Facts::texts(Texts::Date),
            Kind::DateTime => Facts::texts(Texts::DateTime),
            Kind::List(item) => {
                Facts::array(depth.inner().map(|depth| self.facts(item, depth, levels)).unwrap_or_default())
            }
            Kind::Map(value) => match depth.inner() {
                Some(depth) => {
                    let items =
                        if depth.with_keys() && levels > 0 { self.facts(value, depth, levels) } else { Vec::new() };
                    Facts::map(together(&self.facts(value, depth.of_key(), levels)).0, items)
                }
                None => Facts::map(Kinds::ALL, Vec::new()),
            },
            Kind::Nullable(inner) => {
                return self.facts(inner, depth, levels).into_iter().chain([Facts::of(Kinds::NULL)]).collect();
            }
            Kind::Named(index) => match self.plan.types.get(*index).map(|ty| &ty.shape) {
                Some(Shape::Struct(object)) => self.structure(object, depth, levels),
                Some(Shape::Enum(values)) => {
                    Facts::texts(Texts::Values(values.iter().map(String::as_str).collect::<Vec<_>>().into()))
                }
                Some(Shape::Union(branches)) => match depth.inner() {
                    Some(depth) => return self.branches(branches, depth, levels).into_iter().flatten().collect(),
                    None => Facts::of(Kinds::ALL),
                },
                _ => Facts::of(Kinds::ALL),
            },
            _ => Facts::of(Kinds::ALL),
        };
        vec![one]
    }

    fn structure(&self, object: &'a Struct, depth: Depth, levels: u8) -> Facts<'a> {
        let mut found = Facts::of(Kinds::OBJECT);
        if !depth.with_keys() {
            return found;
        }
        let depth = depth.of_key();
        let of_constant = |(key, value): &'a (String, Literal)| {
            let kinds = match value {
                Literal::Integer(_) => Kinds::INTEGER,
                Literal::Boolean(_) => Kinds::BOOLEAN,
                Literal::Number(_) => Kinds::NUMBER,
                _ => Kinds::STRING,
            };
            KeyFacts { constant: Some(constant(value)), ..KeyFacts::of(key, kinds) }
        };
        let of_field = |field: &'a Field| {
            let (kinds, texts) = together(&self.facts(&field.kind, depth, 0));
            let is_deep = levels > 0 && self.left.get() > 0 && kinds.meets(Kinds::OBJECT | Kinds::ARRAY);
            let inner = if is_deep { self.facts(&field.kind, Depth::BRANCH, levels - 1) } else { Vec::new() };
            self.left.set(self.left.get().saturating_sub(1));
            let kinds = match (field.required, field.nullable) {
                (_, true) => kinds | Kinds::NULL,
                (true, false) => kinds,
                // An `Option` reads null as absent, whatever is in it.
                (false, false) => kinds.without(Kinds::NULL),
            };
            let (key, required) = (field.key.as_str(), field.required);
            KeyFacts { key, required, kinds, texts, constant: None, inner: Inner::Known(inner) }
        };
        found.keys = object.constants.iter().map(of_constant).chain(object.fields.iter().map(of_field)).collect();
        found.rest = object.rest.as_ref().map(|kind| together(&self.facts(kind, depth, 0)).0);
        found
    }
}

/// Returns the kinds and strings of values of all these shapes.
fn together<'a>(facts: &[Facts<'a>]) -> (Kinds, Texts<'a>) {
    let kinds = facts.iter().fold(Kinds::NONE, |kinds, facts| kinds | facts.kinds);
    let mut texts = facts.iter().filter(|facts| facts.kinds.meets(Kinds::STRING)).map(|facts| &facts.texts);
    match (texts.next(), texts.next()) {
        (Some(only), None) => (kinds, only.clone()),
        _ => (kinds, Texts::Any),
    }
}

fn constant(literal: &Literal) -> Constant<'_> {
    match literal {
        Literal::Text(text) => Constant::from(text.as_str()),
        Literal::Integer(number) => Constant::from(*number),
        Literal::Boolean(value) => Constant::from(*value),
        Literal::Number(text) => text.parse::<f64>().map_or(Constant::Null, Constant::from),
        _ => Constant::Null,
    }
}
