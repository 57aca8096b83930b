//! `cargo xtask generate`: a crate of its own, from any OpenAPI document.

use std::path::{Path, PathBuf};
use std::time::Instant;

use codegen::{Generated, Options, OutputError, Runtime};

use crate::flags::Generate;
use crate::outcome::Outcome;
use crate::report::{self, plural};
use crate::{changes, exit, workspace};

/// The crate that generated ones are built on, in this workspace.
const RUNTIME: &str = "openapi-client-runtime";
/// Its folder in this workspace.
const RUNTIME_FOLDER: &str = "codegen/runtime";

/// Runs the command.
pub fn run(flags: &Generate) -> Outcome {
    let begin = Instant::now();
    let out = workspace::whole(&flags.out);
    let options = match options(flags, &out) {
        Ok(options) => options,
        Err(problem) => return Outcome::failure(exit::USAGE, &problem),
    };
    for (noun, paths) in [("document", &flags.documents), ("overlay", &flags.overlays)] {
        if let Some(missing) = paths.iter().find(|path| !path.exists()) {
            return Outcome::failure(exit::IO, &format!("there is no {noun} {}", missing.display()));
        }
    }
    let generated = codegen::generate(&flags.documents, &options);
    let report = report::render(&generated.diagnostics, &generated.sources, flags.format);
    finish(flags, &out, generated, begin).with_report(flags.format, report)
}

/// What is done with the result, but for the report of its problems.
fn finish(flags: &Generate, out: &Path, generated: Generated, begin: Instant) -> Outcome {
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

fn shown(flags: &Generate, path: &str) -> String {
    workspace::shown(&flags.out.join(path), None)
}

fn options(flags: &Generate, out: &Path) -> Result<Options, String> {
    let name = match (&flags.name, out.file_name()) {
        (Some(name), _) => name.clone(),
        (None, Some(name)) => name.to_string_lossy().into_owned(),
        (None, None) => String::new(),
    };
    let mut options = Options::new(name, runtime(flags, out)?);
    options.overlays.clone_from(&flags.overlays);
    options.example_tests = flags.example_tests;
    match options.name_problem() {
        Some(problem) => Err(format!("`{}`: {problem}\n  help: choose one with --name NAME", options.name)),
        None => Ok(options),
    }
}

fn runtime(flags: &Generate, out: &Path) -> Result<Runtime, String> {
    let folder = match &flags.runtime {
        Some(text) if text.starts_with(|char: char| char.is_ascii_digit()) => {
            return Ok(Runtime::Version(text.clone()));
        }
        Some(path) => workspace::whole(&PathBuf::from(path)),
        None => workspace::whole(&workspace::root()?.join(RUNTIME_FOLDER)),
    };
    if !folder.join("Cargo.toml").is_file() {
        let help = format!("name the folder of {RUNTIME}, or one of its versions");
        return Err(format!("there is no crate in {}\n  help: {help}", folder.display()));
    }
    Ok(Runtime::Path(workspace::shown(&workspace::relative(out, &folder), None)))
}
