//! Collects findings: each once, with the number of values that show it.

use std::collections::BTreeMap;

use codegen::plan::{Place, Plan};

use crate::decode::Loss;
use crate::finding::{Finding, Position, Reason, Unproved};

/// What a finding is about: values of different schemas show the same one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum About {
    /// A key of a named type.
    Key(usize, String),
    /// A schema of the plan, and a path in it.
    Schema(usize, String),
    /// A branch of a union.
    Branch(usize, usize),
    /// An operation, and what it sends.
    Operation(usize, String),
}

pub(super) struct Findings<'a> {
    plan: &'a Plan,
    found: BTreeMap<(Reason, About), Finding>,
}

impl<'a> Findings<'a> {
    pub(super) fn new(plan: &'a Plan) -> Self {
        Self { plan, found: BTreeMap::new() }
    }

    /// Adds what decoding and encoding a value of a schema changes.
    pub(super) fn lost(&mut self, schema: usize, loss: &Loss, reason: Reason) {
        let message =
            if loss.path.is_empty() { loss.message.clone() } else { format!("{}: {}", loss.path, loss.message) };
        let (about, position, subject) = match &loss.owner {
            Some((owner, key)) => {
                let position = self.plan.types.get(*owner).and_then(|ty| ty.schema).unwrap_or(schema);
                let name = self.type_name(*owner);
                let subject = if key.is_empty() { name } else { format!("{name}, property `{key}`") };
                (About::Key(*owner, key.clone()), position, subject)
            }
            None => (About::Schema(schema, without_indexes(&loss.path)), schema, self.pointer(schema)),
        };
        let position = self.position_of(position);
        self.add(reason, about, position, subject, message);
    }

    /// Adds that no value selects a branch.
    pub(super) fn never(&mut self, union: usize, branch: usize, name: &str, message: String) {
        let position = self.plan.types.get(union).and_then(|ty| ty.schema);
        let position = position.map(|schema| self.position_of(schema)).unwrap_or_default();
        let subject = format!("{}::{name}", self.type_name(union));
        self.add(Reason::NeverMatches, About::Branch(union, branch), position, subject, message);
    }

    /// Adds a problem with what an operation sends.
    pub(super) fn of_operation(&mut self, operation: usize, reason: Reason, what: &str, message: String) {
        let Some(planned) = self.plan.operations.get(operation) else { return };
        let position = planned.place.as_ref().map(|place| position(self.plan, place)).unwrap_or_default();
        let subject = format!("{} ({} {}), {what}", planned.name, planned.method, planned.path);
        self.add(reason, About::Operation(operation, what.to_owned()), position, subject, message);
    }

    fn add(&mut self, reason: Reason, about: About, position: Position, subject: String, message: String) {
        let new = || Finding { reason, position, subject, message, count: 0 };
        self.found.entry((reason, about)).or_insert_with(new).count += 1;
    }

    /// Returns the findings by reason and position.
    pub(super) fn finish(self) -> Vec<Finding> {
        let mut all: Vec<_> = self.found.into_values().collect();
        let order = |reason: Reason| Reason::ALL.iter().position(|other| *other == reason);
        all.sort_by(|one, other| {
            (order(one.reason), &one.position, &one.subject).cmp(&(
                order(other.reason),
                &other.position,
                &other.subject,
            ))
        });
        all
    }

    pub(super) fn unproved(&self, schema: usize) -> Unproved {
        Unproved { position: self.position_of(schema), subject: self.pointer(schema) }
    }

    pub(super) fn unproved_branch(&self, union: usize, name: &str) -> Unproved {
        let schema = self.plan.types.get(union).and_then(|ty| ty.schema);
        let position = schema.map(|schema| self.position_of(schema)).unwrap_or_default();
        Unproved { position, subject: format!("{}::{name}", self.type_name(union)) }
    }

    fn type_name(&self, index: usize) -> String {
        self.plan.types.get(index).map(|ty| ty.path.join("::")).unwrap_or_default()
    }

    fn pointer(&self, schema: usize) -> String {
        self.plan.schemas.get(schema).map(|schema| format!("#{}", schema.place.pointer)).unwrap_or_default()
    }

    fn position_of(&self, schema: usize) -> Position {
        position_of(self.plan, schema)
    }
}

/// Returns where a schema is.
pub(crate) fn position_of(plan: &Plan, schema: usize) -> Position {
    plan.schemas.get(schema).map(|schema| position(plan, &schema.place)).unwrap_or_default()
}

pub(super) fn position(plan: &Plan, place: &Place) -> Position {
    Position {
        document: plan.documents.get(place.document).map(|document| document.shown.clone()).unwrap_or_default(),
        line: place.line,
        column: place.column,
        pointer: place.pointer.clone(),
    }
}

/// Returns a path without the indexes of arrays, which differ from value to value.
fn without_indexes(path: &str) -> String {
    let mut text = String::new();
    let mut is_inside = false;
    for char in path.chars() {
        match char {
            '[' => is_inside = true,
            ']' => is_inside = false,
            char if !is_inside => text.push(char),
            _ => {}
        }
    }
    text
}
