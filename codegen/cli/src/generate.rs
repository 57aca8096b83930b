//! The command `generate`: a crate from any OpenAPI document.

mod arguments;

use std::path::Path;
use std::time::Instant;

use codegen::{Generated, LEDGER, Ledger, Options, OutputError, Runtime, TEXT_MARK};

pub use arguments::{Arguments, NAME, RUNTIME, RuntimePlace, command};

use crate::outcome::Outcome;
use crate::report::{self, plural};
use crate::{changes, exit, paths};

/// The package that generated crates depend on.
const RUNTIME_PACKAGE: &str = "openapi-client-runtime";

/// Runs the command for `program`, as the generated files name it. What a `codegen.toml` says has been added before, see
/// [`Arguments::completed`].
pub fn run(flags: &Arguments, program: &str) -> Outcome {
    let begin = Instant::now();
    let out = paths::absolute(&flags.out);
    let options = match options(flags, &out, program) {
        Ok(options) => options,
        Err(problem) => return Outcome::failure(exit::USAGE, &problem),
    };
    for (noun, paths) in [("document", &flags.documents), ("overlay", &flags.overlays)] {
        if let Some(missing) = paths.iter().find(|path| !path.exists()) {
            return Outcome::failure(exit::IO, &format!("cannot find the {noun} {}", missing.display()));
        }
    }
    let generated = codegen::generate(&flags.documents, &options);
    let report = report::render(&generated.diagnostics, &generated.sources, flags.format, program);
    finish(flags, &out, generated, begin).with_report(flags.format, report)
}

/// Writes the crate, and reports what was done; problems are reported elsewhere.
fn finish(flags: &Arguments, out: &Path, generated: Generated, begin: Instant) -> Outcome {
    let (errors, warnings) = report::count(&generated.diagnostics);
    let refused = flags.deny_warnings && warnings > 0;
    let Some(tree) = generated.tree.filter(|_| errors == 0 && !refused) else {
        let err = format!("{}, {}; nothing was written\n", plural(errors, "error"), plural(warnings, "warning"));
        return Outcome { err, code: exit::SPEC, ..Outcome::default() };
    };
    let written = tree.compare_package(out).and_then(|changes| tree.apply(out, &changes).map(|()| changes));
    match written {
        Ok(changes) => {
            let lines: String =
                changes.iter().map(|change| changes::line(change, &shown(flags, &change.path))).collect();
            let [operations, types, files, warnings] = [
                (generated.summary.operations, "operation"),
                (generated.summary.types, "type"),
                (tree.files.len(), "file"),
                (warnings, "warning"),
            ]
            .map(|(count, noun)| plural(count, noun));
            let counts = changes::counts(&changes, changes::DONE);
            let seconds = begin.elapsed().as_secs_f64();
            let out = format!("{lines}{operations}, {types}, {files}, {warnings}: {counts} ({seconds:.2} s)\n");
            Outcome::success(out)
        }
        Err(OutputError { path, action, source }) => {
            let problem = format!("cannot {action} {}: {source}", path.display());
            Outcome::failure(exit::IO, &problem)
        }
    }
}

fn shown(flags: &Arguments, path: &str) -> String {
    paths::shown(&flags.out.join(path), None)
}

fn options(flags: &Arguments, out: &Path, program: &str) -> Result<Options, String> {
    let name = match (&flags.name, out.file_name()) {
        (Some(name), _) => name.clone(),
        (None, Some(name)) => name.to_string_lossy().into_owned(),
        (None, None) => String::new(),
    };
    let place = flags.runtime.clone().unwrap_or_default();
    let mut options = Options::new(name, runtime(place, out)?);
    options.command = format!("{program} {NAME}");
    options.overlays.clone_from(&flags.overlays);
    options.formats.clone_from(&flags.formats);
    let place = |(name, place): (&String, &RuntimePlace)| Ok((name.clone(), dependency(place, out)?));
    options.dependencies = flags.dependencies.iter().map(place).collect::<Result<_, String>>()?;
    options.include.clone_from(&flags.include);
    options.exclude.clone_from(&flags.exclude);
    options.package.clone_from(&flags.package);
    options.features = flags.features.unwrap_or_default();
    options.example_tests = flags.example_tests;
    options.show_texts = flags.show_texts;
    options.ledger = ledger(flags, out);
    match options.name_problem() {
        Some(problem) => Err(format!("`{}`: {problem}\n  help: choose another with --name NAME", options.name)),
        None => Ok(options),
    }
}

/// Reads the ledger of names of the crate that is generated anew. Another file of that name is not read, and is not
/// replaced later.
fn ledger(flags: &Arguments, out: &Path) -> Option<Ledger> {
    /// Git writes this in front of the header if both sides changed it.
    const CONFLICT: &str = "<<<<<<<";
    let text = std::fs::read_to_string(out.join(LEDGER)).ok()?;
    let is_ours = text.starts_with(TEXT_MARK) || text.starts_with(CONFLICT) && text.contains(TEXT_MARK);
    is_ours.then(|| Ledger { path: shown(flags, LEDGER), text })
}

/// Where the crate finds another one, relative to itself.
fn dependency(place: &RuntimePlace, out: &Path) -> Result<Runtime, String> {
    match place {
        RuntimePlace::Version(version) => Ok(Runtime::Version(version.clone())),
        RuntimePlace::Folder(folder) => {
            let folder = paths::absolute(folder);
            match folder.join("Cargo.toml").is_file() {
                true => Ok(Runtime::Path(paths::shown(&paths::relative(out, &folder), None))),
                false => Err(format!(
                    "there is no crate in {}\n  help: pass the folder of a crate, or one of its versions",
                    folder.display()
                )),
            }
        }
    }
}

fn runtime(place: RuntimePlace, out: &Path) -> Result<Runtime, String> {
    Ok(match place.found()? {
        RuntimePlace::Version(version) => Runtime::Version(version),
        RuntimePlace::Folder(folder) => Runtime::Path(paths::shown(&paths::relative(out, &folder), None)),
    })
}

impl RuntimePlace {
    /// Returns the same place with an absolute path, or why no runtime is there.
    pub(crate) fn found(self) -> Result<Self, String> {
        let folder = match self {
            Self::Version(_) => return Ok(self),
            Self::Folder(folder) => paths::absolute(&folder),
        };
        if !folder.join("Cargo.toml").is_file() {
            let help = format!("pass the folder of {RUNTIME_PACKAGE}, or one of its versions");
            return Err(format!("there is no crate in {}\n  help: {help}", folder.display()));
        }
        Ok(Self::Folder(folder))
    }
}
