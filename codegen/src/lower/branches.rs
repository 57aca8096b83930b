//! Makes every branch of a union one that a value can have: once all types are known, branches that read the same JSON
//! become one, a branch that is more special than an earlier one comes before it, and a branch whose values all go to
//! others is left out.

mod choose;
mod facts;
mod search;
mod value;

use super::input::Input;
use crate::diagnostic::Diagnostic;
use crate::ir::{Api, Branch, Guard, Shape, TypeId};
use choose::{Choice, Inside};
use facts::{Facts, covers};

/// How deep the runtime compares values, see `distance.rs` there.
const DEEPEST: usize = 3;

/// The facts of a branch, next to it.
struct Described {
    branch: Branch,
    facts: Vec<Facts>,
}

/// Merges, orders and leaves out branches of all unions.
pub(super) fn settle(input: Input<'_>, api: &mut Api) {
    // What a union loses may be what told a union around it from others.
    while settle_all(input, api) {}
}

/// Returns whether a branch was left out.
fn settle_all(input: Input<'_>, api: &mut Api) -> bool {
    let mut has_less = false;
    for index in 0..api.types.len() {
        let Some(Shape::Union(branches)) = api.types.get(index).map(|def| &def.shape) else { continue };
        let merged = merged(input, api, TypeId(index), described(api, branches));
        let merged = in_order(api, merged);
        let unread = unread(api, &merged);
        for (_, message) in &unread {
            report(input, api, TypeId(index), message);
        }
        has_less |= !unread.is_empty();
        let left = merged.into_iter().enumerate().filter(|(at, _)| !unread.iter().any(|(unread, _)| unread == at));
        let left = left.map(|(_, one)| one.branch).collect();
        if let Some(def) = api.types.get_mut(index) {
            def.shape = Shape::Union(left);
        }
    }
    has_less
}

/// Returns the unions with a branch that no value selects, each with a sentence for it.
pub(crate) fn never_selected(api: &Api) -> Vec<(TypeId, String)> {
    let all = api.types.iter().enumerate().filter_map(|(index, def)| match &def.shape {
        Shape::Union(branches) => Some((TypeId(index), described(api, branches))),
        Shape::Struct(_) | Shape::Enum(_) => None,
    });
    all.flat_map(|(id, branches)| unread(api, &branches).into_iter().map(move |(_, message)| (id, message))).collect()
}

fn described(api: &Api, branches: &[Branch]) -> Vec<Described> {
    let one = |branch: &Branch| Described { branch: branch.clone(), facts: facts::of_branch(api, branch) };
    branches.iter().map(one).collect()
}

/// Merges branches that read the same JSON, and puts a branch before those that also read all its values.
fn merged(input: Input<'_>, api: &Api, union: TypeId, described: Vec<Described>) -> Vec<Described> {
    let mut settled: Vec<Described> = Vec::new();
    for one in described {
        let Some(at) = settled.iter().position(|earlier| covers(api, &earlier.facts, &one.facts, DEEPEST)) else {
            settled.push(one);
            continue;
        };
        match settled.get(at).filter(|earlier| covers(api, &one.facts, &earlier.facts, DEEPEST)) {
            Some(earlier) if earlier.branch.ty == one.branch.ty => {}
            Some(earlier) => report(input, api, union, &not_told(&one.branch, &[&earlier.branch])),
            None => settled.insert(at, one),
        }
    }
    settled
}

/// Puts a branch first whose values all go to others, if more branches then have values of their own.
fn in_order(api: &Api, mut branches: Vec<Described>) -> Vec<Described> {
    let mut least = unread(api, &branches);
    let mut at = 0;
    while let Some((index, _)) = least.get(at) {
        let index = *index;
        if let Some(part) = branches.get_mut(..=index) {
            part.rotate_right(1);
        }
        let now = unread(api, &branches);
        if now.len() < least.len() {
            (least, at) = (now, 0);
            continue;
        }
        if let Some(part) = branches.get_mut(..=index) {
            part.rotate_left(1);
        }
        at += 1;
    }
    branches
}

/// Returns the branches that no value selects, each with a sentence about it.
fn unread(api: &Api, branches: &[Described]) -> Vec<(usize, String)> {
    let open: Vec<_> = (0..branches.len()).filter(|index| !is_alone(branches, *index)).collect();
    if open.is_empty() {
        return Vec::new();
    }
    let inside = Inside::new(api);
    let facts: Vec<_> = branches.iter().map(|one| one.facts.as_slice()).collect();
    let choice = Choice::new(&inside, &facts);
    let mut unread = Vec::new();
    for index in open {
        let Some(one) = branches.get(index) else { continue };
        if !search::is_selected(api, &choice, index, &one.branch) {
            let readers = search::readers(api, &choice, &one.branch);
            let readers: Vec<_> = readers.iter().filter_map(|at| Some(&branches.get(*at)?.branch)).collect();
            unread.push((index, not_told(&one.branch, &readers)));
        }
    }
    unread
}

/// Returns whether a branch has a kind of JSON, or a value of a discriminator, that no other branch has.
fn is_alone(branches: &[Described], index: usize) -> bool {
    let Some(one) = branches.get(index) else { return true };
    let others = || branches.iter().enumerate().filter(|(other, _)| *other != index).map(|(_, other)| other);
    let kinds = |one: &Described| one.facts.iter().fold(0, |kinds, facts| kinds | facts.kinds);
    let elsewhere = others().fold(0, |all, other| all | kinds(other));
    let has_own_value = match &one.branch.guard {
        Guard::Tag { property, values } => values.iter().any(|value| {
            others().all(|other| match &other.branch.guard {
                Guard::Tag { property: known, values } => known == property && !values.contains(value),
                _ => false,
            })
        }),
        _ => false,
    };
    kinds(one) & !elsewhere != 0 || has_own_value
}

fn not_told(branch: &Branch, readers: &[&Branch]) -> String {
    let name = branch.name.plain();
    let readers: Vec<_> = readers.iter().map(|reader| format!("`{}`", reader.name.plain())).collect();
    match readers.as_slice() {
        [] => format!("no JSON selects the branch `{name}` of this union"),
        readers => format!("no JSON tells the branch `{name}` of this union from {}", readers.join(", ")),
    }
}

fn report(input: Input<'_>, api: &Api, union: TypeId, message: &str) {
    let Some(def) = api.types.get(union.0) else { return };
    let (code, location) = (input.policy.unknown_branch, input.sources.location(def.origin));
    let message = if code.is_error() { message.to_owned() } else { format!("{message}: it is left out") };
    let help = "give each object a required property that no other has, or add a `discriminator`";
    input.report.add(Diagnostic::new(code, location, message).help(help));
}

#[cfg(test)]
mod tests;
