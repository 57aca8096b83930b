//! The command `prove`: whether values that the schemas of documents accept come back from the generated types.

mod machine;
mod text;

use std::path::PathBuf;
use std::{env, io};

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use codegen::plan::Plan;
use codegen::{Options, Runtime, Severity};
use openapi_client_prove::{Cargo, CompileError, PACKAGE, Proof, compile, prove};

use crate::config::Selected;
use crate::drift::DriftFormat;
use crate::format::Format;
use crate::generate::{RUNTIME, RuntimePlace};
use crate::outcome::Outcome;
use crate::report::{self, plural};
use crate::{documents, exit, paths};

/// The name of the command.
pub const NAME: &str = "prove";

const OVERLAYS: &str = "overlay";
const SEED: &str = "seed";
const COMPILED: &str = "compiled";
const FORMAT: &str = "format";

/// The parsed command line of `prove`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arguments {
    /// The documents, or one folder of fragments; or nothing or the place of a `codegen.toml`.
    pub documents: Vec<PathBuf>,
    /// The overlays, in the order in which they are applied.
    pub overlays: Vec<PathBuf>,
    /// What the values depend on besides the documents.
    pub seed: u64,
    /// Whether the crate is compiled, and decodes the same values.
    pub compiled: bool,
    /// Where the compiled crate finds its runtime: in this checkout, or in the registry unless set.
    pub runtime: Option<RuntimePlace>,
    /// How the result is shown.
    pub format: DriftFormat,
}

impl Arguments {
    /// Returns the arguments of a command line of [`command`].
    pub fn of(matches: &ArgMatches) -> Self {
        Self {
            documents: documents::of(matches),
            overlays: matches.get_many(OVERLAYS).into_iter().flatten().cloned().collect(),
            seed: matches.get_one(SEED).copied().unwrap_or_default(),
            compiled: matches.get_flag(COMPILED),
            runtime: matches.get_one(RUNTIME).cloned(),
            format: matches.get_one(FORMAT).copied().unwrap_or_default(),
        }
    }
}

/// Describes the command line.
pub fn command() -> Command {
    Command::new(NAME)
        .about("Proves that what schemas accept survives the Rust types")
        .args([
            documents::arg(),
            Arg::new(OVERLAYS)
                .long(OVERLAYS)
                .value_name("FILE")
                .value_parser(value_parser!(PathBuf))
                .action(ArgAction::Append)
                .help("Overlay that corrects the documents first; may be\nrepeated"),
            Arg::new(SEED)
                .long(SEED)
                .value_name("N")
                .value_parser(value_parser!(u64))
                .help("Make other values; the same number makes the same\n[default: 0]"),
            Arg::new(COMPILED).long(COMPILED).action(ArgAction::SetTrue).help(
                "Also compile the crate in a temporary folder, and pass\nthe same values through it; needs cargo",
            ),
            RuntimePlace::arg().requires(COMPILED),
            Arg::new(FORMAT)
                .long(FORMAT)
                .value_name("FORMAT")
                .value_parser(value_parser!(DriftFormat))
                .hide_possible_values(true)
                .help("text or json, on stdout [default: text]"),
        ])
        .after_help(format!("{NOTES}\n{}", exit::help(exit::PROVE)))
}

const NOTES: &str = "\
Values are made from each schema: the smallest, the largest, each property, each
value of an enum, each branch of a union, what is at the limits. A value counts
if an independent validator accepts it. The types of the crate that `generate`
would write then decode and encode it, and the same JSON has to come back. Each
branch of a union has to be selected by some value, and the schemas have to
accept what operations send. Nothing is written or compiled, unless --compiled
asks for it: then cargo runs in a temporary folder, with the runtime of this
checkout if there is one. Of a codegen.toml, documents, overlays, include,
exclude and runtime count.
";

/// Runs the command for `program`, as reports name it.
pub fn run(flags: &Arguments, program: &'static str) -> Outcome {
    let selected = match Selected::of(&flags.documents, &flags.overlays, (program, NAME)) {
        Ok(selected) => selected,
        Err(outcome) => return *outcome,
    };
    if let Some(problem) = selected.missing() {
        return Outcome::failure(exit::IO, &problem);
    }
    let named = selected.shown();
    let options = match options(flags, &selected) {
        Ok(options) => options,
        Err(problem) => return Outcome::failure(exit::USAGE, &problem),
    };
    let planned = codegen::plan::plan(&named, &options);
    let Some(plan) = planned.plan else {
        let errors: Vec<_> =
            planned.diagnostics.iter().filter(|one| one.severity() == Severity::Error).cloned().collect();
        let mut err = report::render(&errors, &planned.sources, Format::Text, program);
        err.push_str(&format!("error: the documents have {}\n", plural(errors.len(), "error")));
        return Outcome { err, code: exit::SPEC, ..Outcome::default() };
    };
    drop(planned.sources);
    let mut proof = match prove(&plan, flags.seed) {
        Ok(proof) => proof,
        Err(problem) => return Outcome::failure(exit::SPEC, &problem),
    };
    if flags.compiled
        && let Err(failure) = compiled(&named, &options, &plan, &mut proof)
    {
        return failure;
    }
    let out = match flags.format {
        DriftFormat::Text => text::text(&proof),
        DriftFormat::Json => machine::json(&proof),
    };
    let code = if proof.findings.is_empty() { exit::OK } else { exit::REFUTED };
    Outcome { out, code, ..Outcome::default() }
}

/// Returns the options of the crate. The path of its runtime is absolute, because it is in a temporary folder.
fn options(flags: &Arguments, selected: &Selected) -> Result<Options, String> {
    let place = flags.runtime.clone().or_else(|| selected.runtime.clone());
    let place = place.or_else(|| checkout().map(RuntimePlace::Folder)).unwrap_or_default();
    let mut options = Options::new(
        PACKAGE,
        match place.found()? {
            RuntimePlace::Version(version) => Runtime::Version(version),
            RuntimePlace::Folder(folder) => Runtime::Path(paths::shown(&folder, None)),
        },
    );
    selected.set(&mut options);
    Ok(options)
}

/// Returns the folder of the runtime in the checkout around the current folder, if there is one.
fn checkout() -> Option<PathBuf> {
    let current = env::current_dir().ok()?;
    let runtime = current.ancestors().map(|folder| folder.join("codegen/runtime"));
    runtime.into_iter().find(|folder| folder.join("src/rt.rs").is_file())
}

/// Passes the values of a proof through the compiled crate.
fn compiled(documents: &[PathBuf], options: &Options, plan: &Plan, proof: &mut Proof) -> Result<(), Outcome> {
    let failure = |error: io::Error| Outcome::failure(exit::IO, &format!("cannot create a temporary folder: {error}"));
    let folder = tempfile::tempdir().map_err(failure)?;
    let lock = checkout().map(|runtime| runtime.join("../../Cargo.lock")).filter(|lock| lock.is_file());
    let cargo = Cargo { lock, ..Cargo::default() };
    match compile(documents, options, plan, proof, (folder.path(), &cargo)) {
        Ok(_) => Ok(()),
        Err(CompileError::Io(path, error)) => {
            Err(Outcome::failure(exit::IO, &format!("cannot write {}: {error}", path.display())))
        }
        Err(CompileError::Cargo(text)) => {
            Err(Outcome::failure(exit::REFUTED, &format!("the crate does not compile or run\n{text}")))
        }
        Err(CompileError::Generate(text)) => Err(Outcome::failure(exit::SPEC, &text)),
        Err(_) => Err(Outcome::failure(exit::IO, &"the crate was not compiled")),
    }
}
