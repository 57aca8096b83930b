//! Makes every branch of a union one that a value can have: once all types are known, branches that read the same JSON
//! become one, and a branch that is more special than an earlier one comes before it.

mod facts;

use super::input::Input;
use crate::diagnostic::Diagnostic;
use crate::ir::{Api, Branch, Shape, TypeId};
use facts::{Facts, covers};

/// How deep the runtime compares values, see `distance.rs` there.
const DEEPEST: usize = 3;

/// The facts of a branch, next to it.
struct Described {
    branch: Branch,
    facts: Vec<Facts>,
}

/// Merges and orders the branches of all unions.
pub(super) fn settle(input: Input<'_>, api: &mut Api) {
    // Branches are described by the types as they are before any is changed: merging changes no facts.
    for index in 0..api.types.len() {
        let Some(Shape::Union(branches)) = api.types.get(index).map(|def| &def.shape) else { continue };
        let described: Vec<_> = branches
            .iter()
            .map(|branch| Described { branch: branch.clone(), facts: facts::of_branch(api, branch) })
            .collect();
        let settled = settled(input, api, TypeId(index), described);
        if let Some(def) = api.types.get_mut(index) {
            def.shape = Shape::Union(settled);
        }
    }
}

fn settled(input: Input<'_>, api: &Api, union: TypeId, described: Vec<Described>) -> Vec<Branch> {
    let mut settled: Vec<Described> = Vec::new();
    for one in described {
        let Some(at) = settled.iter().position(|earlier| covers(api, &earlier.facts, &one.facts, DEEPEST)) else {
            settled.push(one);
            continue;
        };
        match settled.get(at).filter(|earlier| covers(api, &one.facts, &earlier.facts, DEEPEST)) {
            Some(earlier) if earlier.branch.ty == one.branch.ty => {}
            Some(earlier) => report(input, api, union, &earlier.branch, &one.branch),
            None => settled.insert(at, one),
        }
    }
    settled.into_iter().map(|one| one.branch).collect()
}

fn report(input: Input<'_>, api: &Api, union: TypeId, earlier: &Branch, branch: &Branch) {
    let Some(def) = api.types.get(union.0) else { return };
    let (code, location) = (input.policy.unknown_branch, input.sources.location(def.origin));
    let (name, earlier) = (branch.name.plain(), earlier.name.plain());
    let message = format!("no JSON tells the branch `{name}` of this union from `{earlier}`");
    let message = if code.is_error() { message } else { format!("{message}: it is left out") };
    let help = "give each object a required property that no other has, or add a `discriminator`";
    input.report.add(Diagnostic::new(code, location, message).help(help));
}
