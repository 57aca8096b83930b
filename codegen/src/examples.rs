//! Examples: whether they match their schemas, and which of them can be tested.

mod collect;
mod fit;

use std::collections::HashSet;

use crate::bundle::Documents;
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::ir::{Api, Version};
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
    /// Whether it is part of a request, and may therefore lack required properties that are read-only.
    pub(crate) is_sent: bool,
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
    let Lowered { mut api, mut schemas, uses, modules, examples } = lowered;
    let found = collect::collect(documents, &uses, &modules, untested);
    let of_found = found.shown.iter().filter_map(|shown| shown.pair());
    // References to the same schema are one pair.
    let resolved = |pair: Pair| Pair { schema: documents.resolve(pair.schema).unwrap_or(pair.schema), ..pair };
    let mut pairs: Vec<Pair> = examples.into_iter().chain(of_found).map(resolved).collect();
    pairs.sort_unstable();
    pairs.dedup();
    let mut misfits = HashSet::new();
    for pair in pairs {
        let is_sent = found.sent.contains(&pair);
        let sample = Sample {
            code: documents.policy.bad_example,
            noun: "example",
            schema: pair.schema,
            value: pair.value,
            is_sent,
        };
        if let Some(problem) = misfit_of(documents, &mut schemas, &sample) {
            report.add(problem);
            misfits.insert(pair);
        } else if is_sent && misfit_of(documents, &mut schemas, &Sample { is_sent: false, ..sample }).is_some() {
            // The type also decodes responses.
            let why = "this example is not tested: it lacks a property that is both required and read-only";
            untested.push(collect::untested(documents, pair.value, why));
            misfits.insert(pair);
        }
    }
    leave_out(&mut api.versions, &misfits);
    api.examples = collect::of_types(documents, &uses, found.shown, &misfits);
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
    let mut fitting = Fitting { documents, sources, schemas, is_sent: sample.is_sent, open: Vec::new() };
    let misfit = fit::fits(&mut fitting, sample.schema, sample.value).err()?;
    let location = misfit.key.unwrap_or_else(|| sources.location(misfit.at));
    let message = format!("the {} does not match its schema: {}", sample.noun, misfit.reason);
    let problem = Diagnostic::new(sample.code, location, message);
    Some(problem.also(sources.location(misfit.schema), "the schema").help(misfit.help))
}

/// Removes examples from the IR.
fn leave_out(versions: &mut [Version], misfits: &HashSet<Pair>) {
    let misfits: HashSet<_> = misfits.iter().map(|pair| pair.value).collect();
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
