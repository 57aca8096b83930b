//! Generates Rust types and clients from OpenAPI documents.
//!
//! [`generate`] reads OpenAPI documents and returns the files of a crate, or all problems that prevent it. Each stage
//! has a module: `source` reads the documents, `openapi` checks them against OpenAPI, `overlay` corrects them, `select` leaves out
//! operations, `bundle`
//! resolves references, `schema` reads schemas, `lower` decides what everything becomes in Rust, with the names that
//! `ledger` keeps, `examples` checks examples against their schemas, `analyze` derives facts from the whole, `check`
//! checks the whole, `emit` generates code, `format` formats it, `surface` lists the public API, and `output` compares
//! files with the disk. [`lint`] reads the same documents and reviews them; [`compare()`] says what differs between two
//! crates, and [`drift`] between fragments and published documents.

mod analyze;
mod bundle;
mod check;
mod compare;
mod diagnostic;
pub mod drift;
mod emit;
mod examples;
mod format;
mod inventory;
mod ir;
mod ledger;
mod lint;
mod lower;
mod name;
mod openapi;
mod operation_count;
mod options;
mod output;
mod overlay;
mod package;
mod parallel;
pub mod plan;
mod policy;
mod schema;
mod select;
mod source;
mod stages;
mod suggest;
mod surface;

use std::collections::BTreeMap;
use std::path::PathBuf;

use bundle::Layout;
pub use compare::{CallerCode, Callers, Comparison, Finding, Model, Modelled, Place, Rule, Wire, compare, model};
pub use diagnostic::{Code, Diagnostic, FileId, Label, Location, Severity};
use diagnostic::{has_error, in_source_order};
pub use format::{MARK, TEXT_MARK};
pub use inventory::{DeclaredResponse, OperationSummary, SharedResponse};
pub use lint::{Linted, lint, lint_from};
use name::Ident;
use operation_count::Declared;
pub use options::{Features, Ledger, Options, Output, Package, Runtime, Selection};
pub use output::{Change, ChangeKind, DIGEST, LEDGER, OutputError, OutputTree};
pub use source::{ACCEPTED, FRAGMENT_SCHEMA, SourceFile, Sources};
pub use suggest::nearest;

/// The revision of the runtime that generated code is written for.
pub const RUNTIME_REVISION: u32 = 1;

/// Returns a JSON Schema of what a fragment may contain, for editors: all keys of OpenAPI and the extensions of this
/// generator. It belongs into the folder of the fragments as [`FRAGMENT_SCHEMA`], and is the same for all of them.
///
/// `command` is named in it, and `describe` returns the description of an extension, such as `x-rust-name`, if there is
/// one.
pub fn fragment_schema(command: &str, describe: &dyn Fn(&str) -> Option<String>) -> String {
    format!("{:#}\n", openapi::fragment_schema(command, describe))
}

/// The result of [`generate`].
#[derive(Debug)]
#[non_exhaustive]
pub struct Generated {
    /// The files; `None` when there is an error.
    pub tree: Option<OutputTree>,
    /// With [`Options::calls`]: functions that call every operation by its name, for a program that uses the crate; a
    /// module for each version, whose parent module contains the helper functions.
    pub calls: Option<OutputTree>,
    /// The digest of the public API, `API.txt`: a line for each of its elements. It is one of the files of a package.
    pub digest: Option<String>,
    /// The operations that were generated, in the order of their modules.
    pub operations: Vec<OperationSummary>,
    /// The names of all items, for [`Options::ledger`] of the next run; one of the files of a package, [`LEDGER`].
    pub ledger: Option<String>,
    /// All problems, in source order.
    pub diagnostics: Vec<Diagnostic>,
    /// The files that the diagnostics point into.
    pub sources: Sources,
    /// What was generated.
    pub summary: Summary,
}

/// Counts of what was generated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Summary {
    /// Operations.
    pub operations: usize,
    /// Operations of the documents that were left out, each with a warning.
    pub left_out: usize,
    /// Rust types generated from schemas.
    pub types: usize,
}

/// Generates a client from OpenAPI documents.
///
/// A single folder contains fragments, with a folder for each version. Anything else is a list of published documents:
/// each becomes a module, with a module in it for each tag. An example in them that does not match its schema is a
/// warning, and is not used. Overlays are applied first; if one of them fails, nothing else is checked.
///
/// Every stage continues past a bad node, so that one run reports all problems. The tree is `Some` if there is no
/// error.
pub fn generate(documents: &[PathBuf], options: &Options) -> Generated {
    generated(&source::Store::Disk, documents, options)
}

/// Generates a client like [`generate`], but from files in memory, without accessing the disk: `files` maps the paths
/// of documents, overlays, and the files that they refer to, to their contents.
pub fn generate_from(files: &BTreeMap<PathBuf, Vec<u8>>, documents: &[PathBuf], options: &Options) -> Generated {
    generated(&source::Store::Memory(files), documents, options)
}

fn generated(store: &source::Store<'_>, documents: &[PathBuf], options: &Options) -> Generated {
    let mut diagnostics = Vec::new();
    let (mut sources, read) = stages::read(store, documents, options, &mut diagnostics);
    let krate = options.crate_name().map_err(|problem| {
        let message = format!("the package cannot be called `{}`: {problem}", options.name);
        diagnostics.push(Diagnostic::without_location(Code::BadName, message).help("choose another name"));
    });
    let problems = options.format_problems();
    let is_valid = problems.is_empty();
    let bad = |(message, help)| Diagnostic::without_location(Code::BadName, message).help(help);
    diagnostics.extend(problems.into_iter().map(bad));
    let made = krate.ok().filter(|_| is_valid).zip(read).and_then(|(krate, (layout, declared))| {
        let ledger = stages::ledger(&mut sources, &layout, options, &mut diagnostics);
        run(&mut sources, &layout, declared, ledger, options, krate, &mut diagnostics)
    });
    in_source_order(&mut diagnostics);
    let Some(mut made) = made else {
        let (operations, summary) = (Vec::new(), Summary::default());
        return Generated {
            tree: None,
            calls: None,
            digest: None,
            ledger: None,
            operations,
            diagnostics,
            sources,
            summary,
        };
    };
    let (calls, summary) = (made.calls.take().map(|files| OutputTree { files }), made.summary);
    let operations = std::mem::take(&mut made.operations);
    let (digest, ledger) = (Some(made.digest.clone()), Some(made.ledger.clone()));
    let tree = Some(OutputTree { files: files(made, options) });
    Generated { tree, calls, digest, ledger, operations, diagnostics, sources, summary }
}

/// The files by path.
fn files(made: Made, options: &Options) -> BTreeMap<String, String> {
    let tests = made.tests.into_iter().map(|(path, text)| (format!("tests/{path}"), text));
    match options.output {
        Output::Modules => made.files.into_iter().chain(tests).collect(),
        Output::Package => {
            let manifest = package::manifest(options, &made.documents, &made.features, tests.len() > 0);
            let modules = made.files.into_iter().map(|(path, text)| (format!("src/{path}"), text));
            let others = [("Cargo.toml".to_owned(), manifest), (DIGEST.to_owned(), made.digest)];
            let others = others.into_iter().chain([(LEDGER.to_owned(), made.ledger)]);
            modules.chain(tests).chain(others).collect()
        }
    }
}

/// The result of all stages.
struct Made {
    files: BTreeMap<String, String>,
    /// Relative to the folder of tests.
    tests: BTreeMap<String, String>,
    calls: Option<BTreeMap<String, String>>,
    digest: String,
    operations: Vec<OperationSummary>,
    ledger: String,
    /// The paths of the documents.
    documents: String,
    /// The features of the optional parts, each with the features that it requires.
    features: Vec<(String, Vec<String>)>,
    summary: Summary,
}

fn run(
    sources: &mut Sources,
    layout: &Layout,
    declared: Declared,
    mut ledger: ledger::Ledger,
    options: &Options,
    krate: Ident,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Made> {
    let mut documents = bundle::bundle(sources, layout, &ledger, diagnostics);
    documents.formats = bundle::Formats::new(&options.formats);
    let mut untested = Vec::new();
    let (api, facts) = stages::understand(&documents, &mut ledger, diagnostics, &mut untested);
    documents.formats.report_unused(diagnostics);
    if options.example_tests {
        diagnostics.append(&mut untested);
    }
    if matches!(layout, Layout::Folders) {
        let problems = lint::conventions(&documents, diagnostics);
        diagnostics.extend(problems);
    }
    // Most data about the documents is no longer needed when memory use peaks.
    drop(documents);
    // After an error, operations may be missing because of it.
    if !has_error(diagnostics) {
        operation_count::check(declared, sources, &api, diagnostics);
    }
    if has_error(diagnostics) {
        return None;
    }
    let (lines, places) = parallel::both(|| ledger.lines(sources), || surface::places(&api, sources));
    let operations = inventory::operations(&api, sources);
    // Tests name each example by its path from the root.
    if !options.example_tests {
        sources.keep(api.shown_values());
    }
    let output = emit::Output::new(&api, &facts, sources, options, krate);
    let emit = |unit: &emit::Unit<'_>| {
        let mut text = format::Text::default();
        let file = output.emit(*unit, &mut |pieces, comments| text.add(pieces, &comments));
        let path = file.path.clone();
        text.finish(file, &options.command).map(|text| (path, text))
    };
    let digest = || surface::digest(&api, &facts, &places, &options.command);
    let (formatted, digest) = parallel::both(|| parallel::map(&output.units(), emit), digest);
    let files = collected(formatted, diagnostics);
    let tests = if options.example_tests { output.example_tests() } else { Vec::new() };
    let formatted = |file: emit::File| {
        let path = file.path.clone();
        format::Text::default().finish(file, &options.command).map(|text| (path, text))
    };
    let tests = collected(tests.into_iter().map(formatted).collect(), diagnostics);
    let calls = options.calls.then(|| collected(output.calls().into_iter().map(formatted).collect(), diagnostics));
    let summary = Summary { operations: operations.len(), left_out: api.left_out.len(), types: api.types.len() };
    let own = |name: &str| name.to_owned();
    let features = match options.features {
        Features::None => Vec::new(),
        Features::Versions => api.versions.iter().map(|version| (own(version.name.plain()), Vec::new())).collect(),
        Features::Modules => {
            let all = facts.features.all().into_iter();
            all.map(|(name, needs)| (own(name), needs.into_iter().map(own).collect())).collect()
        }
    };
    (!has_error(diagnostics)).then(|| Made {
        files,
        tests,
        calls,
        digest,
        operations,
        ledger: lines.text(&format::text_header(&options.command, &api.documents())),
        documents: api.documents(),
        features,
        summary,
    })
}

/// Collects the texts of files by path.
fn collected(
    files: Vec<Result<(String, String), Box<Diagnostic>>>,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<String, String> {
    let known = |file: Result<_, Box<Diagnostic>>| file.map_err(|problem| diagnostics.push(*problem)).ok();
    files.into_iter().filter_map(known).collect()
}

/// Compiles the examples of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
