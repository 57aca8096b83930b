//! Whether each branch of each union can match.

use std::collections::BTreeMap;

use codegen::plan::{Branch, Kind, Shape};

use super::Prover;
use crate::instances::Search;
use crate::json::Json;

/// The values of a branch of a union in the document, and the branches of the type that read them.
struct Shown {
    /// The schema that the branch refers to, by its number.
    target: Option<usize>,
    first: Option<Json>,
    read_by: BTreeMap<usize, usize>,
}

impl Prover<'_> {
    /// Makes values for each branch of each union, and reports the branches that none selects.
    pub(super) fn unions(&mut self) {
        let plan = self.plan;
        let mut shown: BTreeMap<usize, Vec<Shown>> = BTreeMap::new();
        // Where a branch was not selected, there may be other values that select it.
        for search in [Search::Brief, Search::Thorough, Search::Lenient, Search::Described] {
            for (index, ty) in plan.types.iter().enumerate() {
                let Shape::Union(branches) = &ty.shape else { continue };
                let union_of = |number| self.schemas.union_of(number);
                let numbered = ty.schema.and_then(|at| Some((at, union_of(self.schemas.number(at)?))));
                let is_open = (0..branches.len()).any(|at| !self.selected.contains_key(&(index, at)));
                if let Some((schema, number)) = numbered.filter(|_| search == Search::Brief || is_open) {
                    let values = self.values_of(index, schema, number, search);
                    // What the document forbids shows no branch that cannot match.
                    if search != Search::Described {
                        shown.insert(index, values);
                    }
                }
            }
        }
        for (index, ty) in plan.types.iter().enumerate() {
            let Shape::Union(branches) = &ty.shape else { continue };
            self.proof.unions += 1;
            self.proof.branches += branches.len();
            let shown = shown.remove(&index).unwrap_or_default();
            for (at, branch) in branches.iter().enumerate() {
                if !self.selected.contains_key(&(index, at)) {
                    self.never(index, branches, at, branch, &shown);
                }
            }
        }
    }

    fn values_of(&mut self, union: usize, schema: usize, number: usize, search: Search) -> Vec<Shown> {
        let targets = self.schemas.branches(number);
        let all = self.maker.values_of_branches(number, search);
        let mut shown = Vec::new();
        for (at, values) in all.into_iter().enumerate() {
            let target = targets.get(at).copied().flatten();
            let mut one = Shown { target, first: values.first().cloned(), read_by: BTreeMap::new() };
            for value in values {
                let chosen = match search {
                    Search::Brief | Search::Thorough => self.value(schema, value),
                    // What a schema does not accept shows no loss.
                    Search::Lenient | Search::Described => self.selected(schema, &value),
                };
                // The first union is the outermost one.
                if let Some((_, branch)) = chosen.iter().find(|(other, _)| *other == union) {
                    *one.read_by.entry(*branch).or_default() += 1;
                }
            }
            shown.push(one);
        }
        shown
    }

    fn never(&mut self, union: usize, branches: &[Branch], at: usize, branch: &Branch, shown: &[Shown]) {
        let number = match branch.kind {
            Kind::Named(named) => self.plan.types.get(named).and_then(|ty| self.schemas.number(ty.schema?)),
            _ => None,
        };
        let own = shown.iter().find(|one| number.is_some() && one.target == number);
        let example = match own {
            // A base reads what none of those does that extend it, which may be nothing that the document knows.
            Some(own) if own.target.is_some_and(|target| self.schemas.union_of(target) != target) => None,
            Some(own) => own.first.as_ref().map(|first| (first, &own.read_by)),
            // It is not known which of them it is.
            None => {
                let has_all = !shown.is_empty() && shown.iter().all(|one| one.first.is_some());
                let unread = shown.iter().find(|one| one.read_by.is_empty()).or(shown.get(at));
                unread.filter(|_| has_all).and_then(|one| Some((one.first.as_ref()?, &one.read_by)))
            }
        };
        match example {
            Some((value, read_by)) => {
                let name = |index: &usize| branches.get(*index).map(|branch| format!("`{}`", branch.name));
                let readers: Vec<_> = read_by.keys().filter_map(name).collect();
                let value = crate::decode::shown(value);
                let message = match readers.as_slice() {
                    [] => format!("{value} is kept as raw JSON"),
                    readers => format!("{value} is read as {}", readers.join(", ")),
                };
                self.findings.never(union, at, &branch.name, message);
            }
            None => {
                let unproved = self.findings.unproved_branch(union, &branch.name);
                self.proof.unproved_branches.push(unproved);
            }
        }
    }
}
