//! Turns OpenAPI fragments into Rust types and endpoint functions.
//!
//! [`generate`] reads a folder of fragments and returns the files of a crate, or every problem that keeps it from
//! doing so. The stages each have a module: `source` reads the documents, `openapi` knows what OpenAPI allows, `overlay`
//! corrects the documents, `bundle` resolves what they refer to, `schema` reads schemas, `lower` decides what everything
//! becomes, `examples` compares examples with their schemas, `analyze` finds facts about the whole, `check` says what does
//! not hold of it, `emit` writes it down, `format` lays it out, and `output` compares it with the disk.
//! [`lint`] reads the same documents, and says what a reviewer would.

mod analyze;
mod bundle;
mod check;
mod diagnostic;
mod emit;
mod examples;
mod format;
mod ir;
mod lint;
mod lower;
mod name;
mod openapi;
mod operation_count;
mod output;
mod overlay;
mod package;
mod parallel;
mod policy;
mod schema;
mod source;
mod stages;
mod suggest;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use bundle::Layout;
pub use diagnostic::{Code, Diagnostic, FileId, Label, Place, Severity};
use diagnostic::{has_error, in_source_order};
pub use format::MARK;
pub use lint::{Linted, lint, lint_from};
use operation_count::Declared;
pub use output::{Change, ChangeKind, OutputError, OutputTree};
pub use package::{PackageOptions, Runtime};
pub use source::{SourceFile, Sources};

/// What the output depends on besides the documents.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// The name of the generated crate, as its documentation's examples import it.
    pub crate_name: String,
    /// The command that the header of each file names.
    pub command: String,
    /// What the spec folder is called in headers and diagnostics.
    pub spec_name: String,
    /// Whether the crate has a feature for each version, named as the version is: the client then has the versions
    /// whose features are on.
    pub features: bool,
    /// Whether [`Generated::calls`] is generated as well.
    pub calls: bool,
    /// Whether the root of the crate is generated as well.
    pub(crate) library: bool,
    /// Whether the crate has a feature for each module with operations.
    pub(crate) module_features: bool,
    /// Whether tests of the documents' examples are generated as well.
    pub(crate) example_tests: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self::new()
    }
}

impl Options {
    /// The options of this workspace, but for the features that its crate has.
    pub fn new() -> Self {
        Self {
            crate_name: "generated_client".to_owned(),
            command: "cargo xtask regen".to_owned(),
            spec_name: "spec".to_owned(),
            features: false,
            calls: false,
            library: false,
            module_features: false,
            example_tests: false,
        }
    }
}

/// The revision of the runtime that generated code is written for.
pub const RUNTIME_REVISION: u32 = 1;

/// The outcome of a run.
#[derive(Debug)]
#[non_exhaustive]
pub struct Generated {
    /// The files; `None` when there is an error.
    pub tree: Option<OutputTree>,
    /// If [`Options::calls`] asks for it: every operation by its name, for a program that has the crate; a module for each
    /// version, whose parent has the functions that it uses.
    pub calls: Option<OutputTree>,
    /// All problems, in source order.
    pub diagnostics: Vec<Diagnostic>,
    /// The files that the diagnostics point into.
    pub sources: Sources,
    /// What was generated.
    pub summary: Summary,
}

/// Counts for a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Summary {
    /// Operations.
    pub operations: usize,
    /// Operations of the documents that were left out, each with a warning.
    pub left_out: usize,
    /// Rust types made of schemas.
    pub types: usize,
}

/// Generates a crate's modules from a folder with one folder of fragments for each version.
///
/// Every stage goes on past a bad node, so that one run reports all problems. There is a tree when there is no error.
pub fn generate(spec: &Path, options: &Options) -> Generated {
    let mut diagnostics = Vec::new();
    let mut sources = source::read_folder(spec, &options.spec_name, &mut diagnostics);
    let declared = operation_count::declared(&sources, &Layout::Folders);
    let made = run(&mut sources, &Layout::Folders, declared, options, &mut diagnostics);
    generated(made, sources, diagnostics)
}

/// Generates a crate from OpenAPI documents that anyone has written: each is a module, and in it each of its tags. A
/// single folder is one of fragments, as [`generate`] reads it. Overlays correct them first; if that goes wrong, nothing
/// else is looked at.
///
/// What an example has to do with its schema is a warning here, and a wrong example is not used.
pub fn generate_package(documents: &[PathBuf], options: &PackageOptions) -> Generated {
    package(&source::Store::Disk, documents, options)
}

/// The same from files in memory, and without a look at the disk: `files` has the documents, overlays, and what they refer
/// to, by path.
pub fn generate_package_from(
    files: &BTreeMap<PathBuf, Vec<u8>>,
    documents: &[PathBuf],
    options: &PackageOptions,
) -> Generated {
    package(&source::Store::Memory(files), documents, options)
}

fn package(store: &source::Store<'_>, documents: &[PathBuf], options: &PackageOptions) -> Generated {
    let mut diagnostics = Vec::new();
    let (mut sources, read) = stages::read(store, documents, &options.overlays, &mut diagnostics);
    let Some((layout, declared)) = read else { return generated(None, sources, diagnostics) };
    let mut of_modules = Options::new();
    of_modules.crate_name = options.crate_name();
    of_modules.command.clone_from(&options.command);
    of_modules.library = true;
    of_modules.module_features = options.features;
    of_modules.example_tests = options.example_tests;
    let made = run(&mut sources, &layout, declared, &of_modules, &mut diagnostics).map(|made| {
        let manifest = package::manifest(options, &made.documents, &made.features, !made.tests.is_empty());
        let modules = made.files.into_iter().map(|(path, text)| (format!("src/{path}"), text));
        let tests = made.tests.into_iter().map(|(path, text)| (format!("tests/{path}"), text));
        let files = modules.chain(tests).chain([("Cargo.toml".to_owned(), manifest)]).collect();
        Made { files, tests: BTreeMap::new(), ..made }
    });
    generated(made, sources, diagnostics)
}

fn generated(made: Option<Made>, sources: Sources, mut diagnostics: Vec<Diagnostic>) -> Generated {
    let summary = made.as_ref().map_or_else(Summary::default, |made| made.summary);
    let (tree, calls) = made
        .map(|made| (OutputTree { files: made.files }, made.calls.map(|files| OutputTree { files })))
        .map_or((None, None), |(tree, calls)| (Some(tree), calls));
    in_source_order(&mut diagnostics);
    Generated { tree, calls, diagnostics, sources, summary }
}

/// What the stages make of documents.
struct Made {
    files: BTreeMap<String, String>,
    /// Of a crate by itself.
    tests: BTreeMap<String, String>,
    calls: Option<BTreeMap<String, String>>,
    /// The paths of the documents.
    documents: String,
    /// The features of the modules, each with those that it needs.
    features: Vec<(String, Vec<String>)>,
    summary: Summary,
}

fn run(
    sources: &mut Sources,
    layout: &Layout,
    declared: Declared,
    options: &Options,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Made> {
    let documents = bundle::bundle(sources, layout, diagnostics);
    let mut untested = Vec::new();
    let (api, facts) = stages::understand(&documents, diagnostics, &mut untested);
    if options.example_tests {
        diagnostics.append(&mut untested);
    }
    // Most of what is known is not needed any more when most of the memory is.
    drop(documents);
    // What has errors may have lost operations with them.
    if !has_error(diagnostics) {
        operation_count::check(declared, sources, &api, diagnostics);
    }
    if has_error(diagnostics) {
        return None;
    }
    // Tests of examples name each by the way to it, from the root.
    if !options.example_tests {
        sources.keep(api.shown_values());
    }
    let output = emit::Output::new(&api, &facts, sources, options);
    let formatted = parallel::map(&output.units(), |unit| {
        let mut text = format::Text::default();
        let file = output.emit(*unit, &mut |pieces, comments| text.add(pieces, &comments));
        let path = file.path.clone();
        text.finish(file, &options.command).map(|text| (path, text))
    });
    let files = collected(formatted, diagnostics);
    let tests = if options.example_tests { output.example_tests() } else { Vec::new() };
    let formatted = |file: emit::File| {
        let path = file.path.clone();
        format::Text::default().finish(file, &options.command).map(|text| (path, text))
    };
    let tests = collected(tests.into_iter().map(formatted).collect(), diagnostics);
    let calls = options.calls.then(|| collected(output.calls().into_iter().map(formatted).collect(), diagnostics));
    let resources =
        api.versions.iter().flat_map(|version| &version.modules).filter_map(|module| module.resource.as_ref());
    // The ways to call one operation are one.
    let operations =
        resources.flat_map(|resource| &resource.operations).filter(|operation| !operation.origin.is_variant).count();
    let summary = Summary { operations, left_out: api.left_out.len(), types: api.types.len() };
    let own = |name: &str| name.to_owned();
    let features = facts.features.all().into_iter();
    let features = features.map(|(name, needs)| (own(name), needs.into_iter().map(own).collect())).collect();
    (!has_error(diagnostics)).then(|| Made { files, tests, calls, documents: api.documents(), features, summary })
}

/// The texts of files by their paths.
fn collected(
    files: Vec<Result<(String, String), Box<Diagnostic>>>,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<String, String> {
    let known = |file: Result<_, Box<Diagnostic>>| file.map_err(|problem| diagnostics.push(*problem)).ok();
    files.into_iter().filter_map(known).collect()
}
