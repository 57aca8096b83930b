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

/// A value that has to fit a schema.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sample {
    /// What it is when it does not fit.
    pub(crate) code: Code,
    /// How a message calls it.
    pub(crate) noun: &'static str,
    pub(crate) schema: NodeId,
    pub(crate) value: NodeId,
    /// Whether it may lack what is required, but read-only.
    pub(crate) is_sent: bool,
}

/// Compares the examples of the documents with their schemas, and goes on without those that do not fit.
///
/// `untested` is told of examples that no test can read and write.
pub(crate) fn check(
    documents: &Documents<'_>,
    lowered: Lowered<'_>,
    report: &Report,
    untested: &mut Vec<Diagnostic>,
) -> Api {
    let Lowered { mut api, mut schemas, uses, modules, examples } = lowered;
    let found = collect::collect(documents, &uses, &modules, untested);
    let of_found = found.shown.iter().filter_map(|shown| shown.pair());
    // By whatever reference a schema was reached, it is one pair.
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
            // The type is that of what is read as well.
            let why = "this example is not tested: it lacks a property that is both required and read-only";
            untested.push(collect::untested(documents, pair.value, why));
            misfits.insert(pair);
        }
    }
    leave_out(&mut api.versions, &misfits);
    api.examples = collect::of_types(documents, &uses, found.shown, &misfits);
    api
}

/// What is wrong with values that code is not made of.
pub(crate) fn misfits(documents: &Documents<'_>, samples: &[Sample]) -> Vec<Diagnostic> {
    // A schema that cannot be read is reported by lowering.
    let unread = Report::default();
    let mut schemas = Schemas::new(documents, &unread);
    samples.iter().filter_map(|sample| misfit_of(documents, &mut schemas, sample)).collect()
}

/// The problem with a value, if it does not fit.
fn misfit_of<'a>(documents: &'a Documents<'a>, schemas: &mut Schemas<'a>, sample: &Sample) -> Option<Diagnostic> {
    let sources = documents.sources;
    let mut fitting = Fitting { documents, sources, schemas, is_sent: sample.is_sent, open: Vec::new() };
    let misfit = fit::fits(&mut fitting, sample.schema, sample.value).err()?;
    let place = misfit.key.unwrap_or_else(|| sources.place(misfit.at));
    let message = format!("the {} does not match its schema: {}", sample.noun, misfit.reason);
    let problem = Diagnostic::new(sample.code, place, message);
    Some(problem.also(sources.place(misfit.schema), "the schema").help(misfit.help))
}

/// Does without those examples.
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
