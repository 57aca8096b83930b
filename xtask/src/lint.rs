//! `cargo xtask lint`: what a careful reviewer would say about documents.

use std::path::PathBuf;
use std::time::Instant;

use crate::flags::Lint;
use crate::outcome::Outcome;
use crate::report::{self, plural};
use crate::workspace::{self, whole};
use crate::{exit, regen};

/// Runs the command.
pub fn run(flags: &Lint) -> Outcome {
    let begin = Instant::now();
    let documents = match documents(flags) {
        Ok(documents) => documents,
        Err(problem) => return Outcome::failure(exit::IO, &problem),
    };
    let linted = codegen::lint(&documents, &flags.allow);
    let (errors, warnings) = report::count(&linted.diagnostics);
    let code = match (errors, warnings) {
        (1.., _) => exit::SPEC,
        (0, 1..) if flags.strict => exit::WARNINGS,
        (0, _) => exit::OK,
    };
    let seconds = begin.elapsed().as_secs_f64();
    let out = format!("{}, {} ({seconds:.2} s)\n", plural(errors, "error"), plural(warnings, "warning"));
    let report = report::render(&linted.diagnostics, &linted.sources, flags.format);
    Outcome { out, code, ..Outcome::default() }.with_report(flags.format, report)
}

/// The documents that are named, or the folder of the workspace's own.
fn documents(flags: &Lint) -> Result<Vec<PathBuf>, String> {
    if let Some(missing) = flags.documents.iter().find(|document| !document.exists()) {
        return Err(format!("there is no document {}", missing.display()));
    }
    match flags.documents.as_slice() {
        [] => {
            let spec = workspace::root()?.join(regen::SPEC);
            match spec.is_dir() {
                true => Ok(vec![spec]),
                false => Err(format!("there is no folder {}\n  help: name a document", spec.display())),
            }
        }
        // Its name is shown before each file: `.` says nothing.
        [folder] if folder.is_dir() => Ok(vec![whole(folder)]),
        [_] => Ok(flags.documents.clone()),
        several => match several.iter().find(|document| document.is_dir()) {
            Some(folder) => Err(format!(
                "{} is a folder\n  help: a folder of fragments is read by itself: name it alone",
                folder.display()
            )),
            None => Ok(flags.documents.clone()),
        },
    }
}
