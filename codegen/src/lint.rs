//! Rules that review documents, beyond the problems that prevent code generation. Those that compare fragments with
//! each other are part of generating as well.
//!
//! Each rule takes a [`Review`] and returns diagnostics. It looks at the nodes of the documents, and skips broken ones,
//! which are already reported.

mod bodies;
mod contradictions;
mod deletes;
mod descriptions;
mod examples;
mod keys;
mod lists;
mod parameters;
mod paths;
mod references;
mod review;
mod samples;
mod statuses;
mod switches;
mod unused;
mod usual;

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::bundle::{self, Documents};
use crate::diagnostic::{Diagnostic, has_error, in_source_order};
use crate::ledger::Ledger;
use crate::options::Options;
use crate::source::{self, Sources};
use crate::stages;
use review::Review;

/// All rules.
const RULES: &[fn(&Review<'_>) -> Vec<Diagnostic>] = &[
    samples::check,
    unused::check,
    lists::check,
    parameters::exploded,
    parameters::undescribed,
    parameters::default_of_required,
    parameters::ignored,
    deletes::check,
    descriptions::operations,
    descriptions::operation_ids,
    references::tags,
    references::security,
    contradictions::check,
    contradictions::enums,
    paths::same,
    paths::trailing_slashes,
    bodies::check,
];

/// The rules that compare a part of a version with the rest of it. They apply where nearly all of the rest agrees.
const CONVENTIONS: &[fn(&Review<'_>) -> Vec<Diagnostic>] = &[
    statuses::check,
    keys::operations,
    keys::parameters,
    lists::unread,
    descriptions::unusual,
    parameters::unusually_undescribed,
    examples::check,
];

/// The result of [`lint`].
#[derive(Debug)]
#[non_exhaustive]
pub struct Linted {
    /// All problems, in source order.
    pub diagnostics: Vec<Diagnostic>,
    /// The files that the diagnostics point into.
    pub sources: Sources,
}

/// Reviews documents, or a single folder of fragments, as [`generate`](crate::generate) reads them. Returns the errors
/// and warnings of `generate`, and those of the lint rules.
///
/// Overlays are applied first, and operations that the options do not select are not reviewed. `allow` contains the codes
/// of warnings to switch off; `x-lint-allow` in a document switches them off for a part of it.
pub fn lint(documents: &[PathBuf], options: &Options, allow: &[String]) -> Linted {
    review(&source::Store::Disk, documents, options, allow)
}

/// Reviews documents like [`lint`], but from files in memory: `files` maps paths to the contents of files.
pub fn lint_from(
    files: &BTreeMap<PathBuf, Vec<u8>>,
    documents: &[PathBuf],
    options: &Options,
    allow: &[String],
) -> Linted {
    review(&source::Store::Memory(files), documents, options, allow)
}

/// Reports what a fragment lacks although the rest of its version has it, unless a switch in the documents allows it.
pub(crate) fn conventions(documents: &Documents<'_>, found: &[Diagnostic]) -> Vec<Diagnostic> {
    let review = Review::new(documents, found);
    let problems = CONVENTIONS.iter().flat_map(|rule| rule(&review));
    let is_allowed = |problem: &Diagnostic| {
        problem.primary.as_ref().is_some_and(|label| review.is_allowed(problem.code, &label.location))
    };
    problems.filter(|problem| !is_allowed(problem)).collect()
}

/// Returns `a, b and c`; `None` for an empty list.
fn and(names: &[String]) -> Option<String> {
    let (last, before) = names.split_last()?;
    Some(if before.is_empty() { last.clone() } else { format!("{} and {last}", before.join(", ")) })
}

fn review(store: &source::Store<'_>, documents: &[PathBuf], options: &Options, allow: &[String]) -> Linted {
    let mut diagnostics = Vec::new();
    let (mut sources, read) = stages::read(store, documents, options, &mut diagnostics);
    let Some((layout, _)) = read else { return Linted { diagnostics, sources } };
    let mut ledger = Ledger::default();
    let documents = bundle::bundle(&mut sources, &layout, &ledger, &mut diagnostics);
    stages::understand(&documents, &mut ledger, &mut diagnostics, &mut Vec::new());
    let review = Review::new(&documents, &diagnostics);
    let annotations: Vec<_> = RULES.iter().chain(CONVENTIONS).flat_map(|rule| rule(&review)).collect();
    // A rule that reports nothing because of an error may still need its switch.
    let is_whole = !has_error(&diagnostics);
    diagnostics.extend(annotations);
    let mut diagnostics = switches::apply(&documents, allow, is_whole, diagnostics);
    in_source_order(&mut diagnostics);
    Linted { diagnostics, sources }
}
