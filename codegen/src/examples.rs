//! Examples: whether they match their schemas, and which of them can be tested.

mod collect;
mod fit;

use std::collections::{BTreeSet, HashSet};

use crate::bundle::Documents;
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::ir::{Api, Side, Version};
use crate::lower::{Lowered, Pair};
use crate::schema::Schemas;
use crate::source::NodeId;
use fit::Fitting;

/// A value that must match a schema.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sample {
    /// The code of the diagnostic if it does not match.
    pub(crate) code: Code,
    /// The term for it in messages.
    pub(crate) noun: &'static str,
    pub(crate) schema: NodeId,
    pub(crate) value: NodeId,
    /// Where it is, if it is in a message: it may lack required properties of the other direction.
    pub(crate) side: Option<Side>,
}

/// Checks the examples of the documents against their schemas, and drops those that do not match.
///
/// Diagnostics about examples that cannot be tested go to `untested`.
pub(crate) fn check(
    documents: &Documents<'_>,
    lowered: Lowered<'_>,
    report: &Report,
    untested: &mut Vec<Diagnostic>,
) -> Api {
    let Lowered { mut api, mut schemas, uses, sides, modules, examples } = lowered;
    let found = collect::collect(documents, &uses, &modules, untested);
    // References to the same schema are one pair.
    let resolved = |pair: Pair| Pair { schema: documents.resolve(pair.schema).unwrap_or(pair.schema), ..pair };
    let shown = found.iter().filter_map(|shown| Some((resolved(shown.pair()?), shown.side)));
    let mut pairs: BTreeSet<(Pair, Option<Side>)> = shown.collect();
    let known: HashSet<Pair> = pairs.iter().map(|(pair, _)| *pair).collect();
    pairs.extend(examples.into_iter().map(resolved).filter(|pair| !known.contains(pair)).map(|pair| (pair, None)));
    let mut misfits = HashSet::new();
    for (pair, side) in pairs {
        let code = documents.policy.bad_example;
        let sample = Sample { code, noun: "example", schema: pair.schema, value: pair.value, side };
        if let Some(problem) = misfit_of(documents, &mut schemas, &sample) {
            report.add_once(problem);
            misfits.insert((pair, side));
        }
    }
    leave_out(&mut api.versions, &misfits);
    api.examples = collect::of_types(documents, (&uses, &sides), found, &misfits);
    api
}

/// Checks values that code generation does not use.
pub(crate) fn misfits(documents: &Documents<'_>, samples: &[Sample]) -> Vec<Diagnostic> {
    // Lowering reports schemas that cannot be read.
    let unread = Report::default();
    let mut schemas = Schemas::new(documents, &unread);
    samples.iter().filter_map(|sample| misfit_of(documents, &mut schemas, sample)).collect()
}

/// Returns the problem with a value, if it does not match.
fn misfit_of<'a>(documents: &'a Documents<'a>, schemas: &mut Schemas<'a>, sample: &Sample) -> Option<Diagnostic> {
    let sources = documents.sources;
    let mut fitting = Fitting { documents, sources, schemas, side: sample.side, open: Vec::new() };
    let misfit = fit::fits(&mut fitting, sample.schema, sample.value).err()?;
    let location = misfit.key.unwrap_or_else(|| sources.location(misfit.at));
    let message = format!("the {} does not match its schema: {}", sample.noun, misfit.reason);
    let problem = Diagnostic::new(sample.code, location, message);
    Some(problem.also(sources.location(misfit.schema), "the schema").help(misfit.help))
}

/// Removes examples from the IR.
fn leave_out(versions: &mut [Version], misfits: &HashSet<(Pair, Option<Side>)>) {
    let misfits: HashSet<_> = misfits.iter().map(|(pair, _)| pair.value).collect();
    let fits = |example: &NodeId| !misfits.contains(example);
    let modules = versions.iter_mut().flat_map(|version| &mut version.modules);
    let resources = modules.filter_map(|module| module.resource.as_mut());
    for operation in resources.flat_map(|resource| &mut resource.operations) {
        operation.responses.fixtures.retain(|fixture| fits(&fixture.example));
        for parameter in &mut operation.request.parameters {
            parameter.example = parameter.example.filter(fits);
        }
        if let Some(body) = &mut operation.request.body {
            body.example = body.example.filter(fits);
        }
        for find in &mut operation.calls.finds {
            find.by.example = find.by.example.filter(fits);
        }
    }
}

#[cfg(test)]
mod tests;
