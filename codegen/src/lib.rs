//! Turns OpenAPI fragments into Rust types and endpoint functions.
//!
//! [`generate`] reads a folder of fragments and returns the files of a crate, or every problem that keeps it from
//! doing so. The stages each have a module: `source` reads the documents, `bundle` resolves what they refer to,
//! `openapi` knows what OpenAPI allows, `lower` decides what everything becomes, `analyze` finds facts about the whole,
//! `emit` writes it down, `format` lays it out, and `output` compares it with the disk.

mod analyze;
mod bundle;
mod diagnostic;
mod emit;
mod format;
mod ir;
mod lower;
mod openapi;
mod output;
mod package;
mod parallel;
mod source;
mod suggest;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use bundle::Layout;
pub use diagnostic::{Code, Diagnostic, FileId, Label, Place, Severity};
pub use output::{Change, ChangeKind, MARK, OutputError, OutputTree};
pub use package::{PackageOptions, Runtime};
pub use source::{SourceFile, Sources};

/// What the output depends on besides the documents.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// The path of the runtime module, as generated code imports it.
    pub runtime: String,
    /// The name of the generated crate, as its documentation's examples import it.
    pub crate_name: String,
    /// The command that the header of each file names.
    pub command: String,
    /// What the spec folder is called in headers and diagnostics.
    pub spec_name: String,
    /// Whether the crate has a feature for each version, named as the version is: the client then has the versions
    /// whose features are on.
    pub features: bool,
    /// Whether the root of the crate is generated as well.
    pub(crate) library: bool,
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
            runtime: "crate::runtime".to_owned(),
            crate_name: "generated_client".to_owned(),
            command: "cargo xtask regen".to_owned(),
            spec_name: "spec".to_owned(),
            features: false,
            library: false,
        }
    }
}

/// The outcome of a run.
#[derive(Debug)]
#[non_exhaustive]
pub struct Generated {
    /// The files; `None` when there is an error.
    pub tree: Option<OutputTree>,
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
    /// Rust types made of schemas.
    pub types: usize,
}

/// Generates a crate's modules from a folder with one folder of fragments for each version.
///
/// Every stage goes on past a bad node, so that one run reports all problems. There is a tree when there is no error.
pub fn generate(spec: &Path, options: &Options) -> Generated {
    let mut diagnostics = Vec::new();
    let sources = source::read_folder(spec, &options.spec_name, &mut diagnostics);
    let made = run(&sources, &Layout::Folders, options, &mut diagnostics);
    generated(made, sources, diagnostics)
}

/// Generates a crate from OpenAPI documents that anyone has written: each is a module, and in it each of its tags. A
/// single folder is one of fragments, as [`generate`] reads it.
///
/// What an example has to do with its schema is a warning here, and a wrong example is not used.
pub fn generate_package(documents: &[PathBuf], options: &PackageOptions) -> Generated {
    let Some(folder) = source::single_folder(documents) else {
        return package(&source::Store::Disk, documents, options);
    };
    let mut diagnostics = Vec::new();
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let sources = source::read_folder(folder, &name, &mut diagnostics);
    finished(sources, &Layout::Folders, options, diagnostics)
}

/// The same from files in memory, and without a look at the disk: `files` has the documents, and what they refer to, by
/// path.
pub fn generate_package_from(
    files: &BTreeMap<PathBuf, Vec<u8>>,
    documents: &[PathBuf],
    options: &PackageOptions,
) -> Generated {
    package(&source::Store::Memory(files), documents, options)
}

fn package(store: &source::Store<'_>, documents: &[PathBuf], options: &PackageOptions) -> Generated {
    let mut diagnostics = Vec::new();
    let (mut sources, named) = source::read_documents(store, documents, &mut diagnostics);
    openapi::translate(&mut sources, &mut diagnostics);
    finished(sources, &Layout::Documents(named), options, diagnostics)
}

/// A crate of its own.
fn finished(
    sources: Sources,
    layout: &Layout,
    options: &PackageOptions,
    mut diagnostics: Vec<Diagnostic>,
) -> Generated {
    let mut of_modules = Options::new();
    of_modules.runtime = "generated_client::runtime".to_owned();
    of_modules.crate_name = options.crate_name();
    of_modules.command.clone_from(&options.command);
    of_modules.library = true;
    let made = run(&sources, layout, &of_modules, &mut diagnostics).map(|made| {
        let manifest = ("Cargo.toml".to_owned(), package::manifest(options, &made.documents));
        let modules = made.files.into_iter().map(|(path, text)| (format!("src/{path}"), text));
        Made { files: modules.chain([manifest]).collect(), ..made }
    });
    generated(made, sources, diagnostics)
}

fn generated(made: Option<Made>, sources: Sources, mut diagnostics: Vec<Diagnostic>) -> Generated {
    let summary = made.as_ref().map_or_else(Summary::default, |made| made.summary);
    let tree = made.map(|made| OutputTree { files: made.files });
    // A schema that several places refer to is looked at several times.
    diagnostics.sort_by(|left, right| source_order(left).cmp(&source_order(right)));
    diagnostics.dedup();
    Generated { tree, diagnostics, sources, summary }
}

fn source_order(problem: &Diagnostic) -> (Option<(FileId, usize)>, Code, &str) {
    let place = problem.primary.as_ref().map(|label| (label.place.file, label.place.span.start));
    (place, problem.code, &problem.message)
}

/// What the stages make of documents.
struct Made {
    files: BTreeMap<String, String>,
    /// The paths of the documents.
    documents: String,
    summary: Summary,
}

fn run(sources: &Sources, layout: &Layout, options: &Options, diagnostics: &mut Vec<Diagnostic>) -> Option<Made> {
    let has_error =
        |diagnostics: &[Diagnostic]| diagnostics.iter().any(|problem| problem.severity() == Severity::Error);
    let documents = bundle::bundle(sources, layout, diagnostics);
    let mut api = lower::lower(&documents, diagnostics);
    let facts = analyze::analyze(&mut api, sources, diagnostics);
    // The largest part of what is known is not needed any more when most of the memory is.
    drop(documents);
    if has_error(diagnostics) {
        return None;
    }
    let output = emit::Output::new(&api, &facts, sources, options);
    let formatted = parallel::map(&output.units(), |unit| {
        let mut text = format::Text::default();
        let file = output.emit(*unit, &mut |pieces, comments| text.add(pieces, &comments));
        let path = file.path.clone();
        text.finish(file, &options.command).map(|text| (path, text))
    });
    let mut files = BTreeMap::new();
    for file in formatted {
        match file {
            Ok((path, text)) => drop(files.insert(path, text)),
            Err(problem) => diagnostics.push(*problem),
        }
    }
    let resources =
        api.versions.iter().flat_map(|version| &version.modules).filter_map(|module| module.resource.as_ref());
    let operations = resources.map(|resource| resource.operations.len()).sum();
    let summary = Summary { operations, types: api.types.len() };
    (!has_error(diagnostics)).then(|| Made { files, documents: api.documents(), summary })
}
