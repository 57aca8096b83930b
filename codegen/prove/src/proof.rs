//! The proof of a plan: each schema by itself, each union, each operation.

mod examples;
mod findings;
mod operations;
mod styles;
mod unions;
mod unknown;

use std::collections::{HashMap, HashSet};

use codegen::plan::{Kind, Plan};

use crate::choice::Choices;
use crate::decode::{Loss, Passed, pass};
use crate::finding::{Finding, Reason, Unproved};
use crate::instances::Maker;
use crate::json::Json;
use crate::schema::Schemas;
use crate::verdict::Verdict;
use findings::Findings;
pub(crate) use findings::position_of;

/// What was proved, and what is wrong.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Proof {
    /// The paths of the documents, as they were given.
    pub documents: Vec<String>,
    /// How many different schemas were proved.
    pub schemas: usize,
    /// How many of them have no type: any JSON, kept as it is.
    pub raw: usize,
    /// How many values were decoded and encoded, each of which its schema accepts.
    pub values: usize,
    /// How many of them have fields that no schema describes.
    pub extended: usize,
    /// The unions.
    pub unions: usize,
    /// Their branches.
    pub branches: usize,
    /// The operations.
    pub operations: usize,
    /// The examples of the documents that have a schema.
    pub examples: usize,
    /// Those that their schema does not accept, with the reason.
    pub wrong_examples: Vec<Unproved>,
    /// What is wrong, by reason and position.
    pub findings: Vec<Finding>,
    /// The schemas for which no value could be made.
    pub unproved_schemas: Vec<Unproved>,
    /// The branches for which no value could be made.
    pub unproved_branches: Vec<Unproved>,
    /// The values that were decoded, with the types that decoded them, for a compiled crate.
    pub(crate) samples: Vec<Sample>,
}

/// A value that was decoded.
#[derive(Debug)]
pub(crate) struct Sample {
    pub(crate) schema: usize,
    pub(crate) kind: Kind,
    pub(crate) value: Json,
    /// What comes back; `None` if it is refused.
    pub(crate) encoded: Option<Json>,
}

/// A proof in the making.
struct Prover<'a> {
    plan: &'a Plan,
    choices: Choices<'a>,
    schemas: &'a Schemas,
    verdict: &'a Verdict<'a>,
    maker: Maker<'a>,
    findings: Findings<'a>,
    /// How often each branch of each union was selected.
    selected: HashMap<(usize, usize), usize>,
    proof: Proof,
}

/// Schemas may be nested deep, and the validator follows them with the stack.
const STACK: usize = 512 * 1024 * 1024;

/// Proves a plan. The same seed makes the same values.
///
/// # Errors
/// With the problem, if a validator cannot use the schemas.
pub fn prove(plan: &Plan, seed: u64) -> Result<Proof, String> {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, || proved(plan, seed));
        let result = thread.map_err(|error| format!("cannot start a thread: {error}"))?.join();
        result.unwrap_or_else(|_| Err("the proof did not end".to_owned()))
    })
}

fn proved(plan: &Plan, seed: u64) -> Result<Proof, String> {
    let schemas = Schemas::of(plan);
    let verdict = Verdict::of(&schemas)?;
    let mut prover = Prover {
        plan,
        choices: Choices::of(plan),
        schemas: &schemas,
        verdict: &verdict,
        maker: Maker::new(&schemas, &verdict, seed),
        findings: Findings::new(plan),
        selected: HashMap::new(),
        proof: Proof::default(),
    };
    prover.schemas();
    prover.unions();
    prover.operations();
    prover.examples();
    let Prover { findings, mut proof, .. } = prover;
    proof.findings = findings.finish();
    proof.documents = plan.documents.iter().map(|document| document.shown.clone()).collect();
    Ok(proof)
}

impl Prover<'_> {
    /// Proves each schema. Equal schemas with equal types are proved once, and what a schema contains is a schema of its
    /// own, of which one value is enough here.
    fn schemas(&mut self) {
        let mut seen = HashSet::new();
        for (index, schema) in self.plan.schemas.iter().enumerate() {
            let Some(number) = self.schemas.number(index) else { continue };
            let Some(text) = self.schemas.get(number).map(ToString::to_string) else { continue };
            if !seen.insert((text, &schema.kind)) {
                continue;
            }
            self.proof.schemas += 1;
            if schema.kind == Kind::Json {
                self.proof.raw += 1;
                continue;
            }
            let values = self.maker.values(number);
            if values.is_empty() {
                self.proof.unproved_schemas.push(self.findings.unproved(index));
            }
            if let Some(least) = values.first() {
                self.with_gaps(index, least);
            }
            for value in values {
                self.extended(index, number, &value);
                self.value(index, value);
            }
        }
    }

    /// Keeps what becomes of an object without each of its first keys. The schema may not accept that, so that nothing is
    /// proved by it; but the compiled crate has to do the same.
    fn with_gaps(&mut self, schema: usize, value: &Json) {
        const MOST: usize = 8;
        let (Some(planned), Json::Object(entries)) = (self.plan.schemas.get(schema), value) else { return };
        for (key, _) in entries.iter().take(MOST) {
            let value = Json::Object(entries.iter().filter(|(other, _)| other != key).cloned().collect());
            let encoded = pass(self.plan, &self.choices, &planned.kind, &value).encoded;
            self.proof.samples.push(Sample { schema, kind: planned.kind.clone(), value, encoded });
        }
    }

    /// Proves a value with unknown fields, as far as its schema accepts them.
    fn extended(&mut self, schema: usize, number: usize, value: &Json) {
        let all = unknown::everywhere(value);
        if all == *value {
            return;
        }
        let verdict = self.verdict;
        let accepted = if verdict.accepts(number, &all) { vec![all] } else { unknown::each_alone(value) };
        for value in accepted.into_iter().filter(|value| verdict.accepts(number, value)) {
            self.proof.extended += 1;
            let before = self.proof.samples.len();
            self.sample(schema, value, |loss| loss.reason != Reason::Untyped);
            let sample = self.proof.samples.get(before);
            let path = sample.and_then(|sample| unknown::lost(&sample.value, sample.encoded.as_ref()?));
            if let Some(path) = path {
                let message = "an unknown field does not come back".to_owned();
                let path = path.trim_start_matches('.').to_owned();
                self.findings.lost(schema, &Loss { owner: None, reason: Reason::Lost, path, message }, Reason::Lost);
            }
        }
    }

    /// Returns whether a property has no field although the schema of its object names it. Others are unknown fields.
    fn is_named(&self, (owner, key): &(usize, String)) -> bool {
        let schema = self.plan.types.get(*owner).and_then(|ty| self.schemas.number(ty.schema?));
        schema.is_some_and(|number| self.maker.names(number, key))
    }

    /// Returns whether a property is lost that the schema of its object requires, and does not describe.
    fn is_undescribed(&self, loss: &Loss) -> bool {
        let Some((owner, key)) = loss.owner.as_ref().filter(|_| loss.reason == Reason::Lost) else { return false };
        let schema = self.plan.types.get(*owner).and_then(|ty| self.schemas.number(ty.schema?));
        schema.is_some_and(|number| self.maker.only_requires(number, key))
    }

    /// Returns the branches that a value selects.
    fn selected(&mut self, schema: usize, value: &Json) -> Vec<(usize, usize)> {
        let Some(planned) = self.plan.schemas.get(schema) else { return Vec::new() };
        let chosen = pass(self.plan, &self.choices, &planned.kind, value).chosen;
        for (union, branch) in &chosen {
            *self.selected.entry((*union, *branch)).or_default() += 1;
        }
        chosen
    }

    /// Decodes and encodes a value that a schema accepts.
    fn value(&mut self, schema: usize, value: Json) -> Vec<(usize, usize)> {
        self.sample(schema, value, |_| true)
    }

    /// Decodes and encodes a value that a schema accepts. Only losses that `count` are reported.
    fn sample(&mut self, schema: usize, value: Json, count: impl Fn(&Loss) -> bool) -> Vec<(usize, usize)> {
        let Some(planned) = self.plan.schemas.get(schema) else { return Vec::new() };
        let Passed { encoded, losses, chosen } = pass(self.plan, &self.choices, &planned.kind, &value);
        self.proof.values += 1;
        for (union, branch) in &chosen {
            *self.selected.entry((*union, *branch)).or_default() += 1;
        }
        let is_lost =
            |loss: &Loss| loss.reason != Reason::Lost || loss.owner.as_ref().is_some_and(|owner| self.is_named(owner));
        let losses: Vec<_> = losses.into_iter().filter(|loss| count(loss) && is_lost(loss)).collect();
        for loss in &losses {
            let reason = if self.is_undescribed(loss) { Reason::Undescribed } else { loss.reason };
            self.findings.lost(schema, loss, reason);
        }
        self.proof.samples.push(Sample { schema, kind: planned.kind.clone(), value, encoded });
        chosen
    }
}
