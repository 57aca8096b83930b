//! `cargo xtask regen`: brings the generated files to what the spec says, or checks that they are there already.

use std::path::{Path, PathBuf};
use std::time::Instant;

use codegen::{Change, Features, Generated, Options, OutputError, OutputTree, Summary};

use crate::flags::Regen;
use crate::outcome::Outcome;
use crate::report::{self, plural};
use crate::workspace::whole;
use crate::{changes, exit, workspace};

/// The folder of the fragments, in the workspace.
pub const SPEC: &str = "spec";
/// The package that the generated files are in.
const CLIENT: &str = "generated-client";
const OUT: &str = "generated-client/src/generated";

/// Where a run reads and writes. Paths are shown from the root.
struct Folders {
    root: Option<PathBuf>,
    spec: PathBuf,
    out: PathBuf,
}

/// Runs the command.
pub fn run(flags: &Regen) -> Outcome {
    let begin = Instant::now();
    let folders = match folders(flags) {
        Ok(folders) => folders,
        Err(problem) => return Outcome::failure(exit::IO, &problem),
    };
    let generated = codegen::generate(std::slice::from_ref(&folders.spec), &options(&folders));
    let report = report::render(&generated.diagnostics, &generated.sources, flags.format);
    finish(flags, &folders, generated, begin).with_report(flags.format, report)
}

/// What is done with the result, but for the report of its problems.
fn finish(flags: &Regen, folders: &Folders, generated: Generated, begin: Instant) -> Outcome {
    let (errors, warnings) = report::count(&generated.diagnostics);
    let mut err = String::new();
    let Some(tree) = generated.tree.filter(|_| errors == 0) else {
        err.push_str(&format!("{}, {}; nothing was written\n", plural(errors, "error"), plural(warnings, "warning")));
        return Outcome { err, code: exit::SPEC, ..Outcome::default() };
    };
    if generated.summary.operations == 0 {
        // Taken at its word, a spec of nothing would remove every generated module.
        let problem = format!("{} describes no operation; nothing was written", folders.shown(&folders.spec));
        return Outcome { err, code: exit::SPEC, ..Outcome::default() }.problem(&problem);
    }
    if warnings > 0 {
        err.push_str(&format!("{}\n", plural(warnings, "warning")));
    }
    let run = if flags.check { check } else { write };
    match run(flags, folders, &tree) {
        Ok(Done { lines, counts, code, advice }) => {
            let totals = totals(generated.summary, &tree);
            let out = format!("{lines}{totals}: {counts} ({:.2} s)\n{advice}", begin.elapsed().as_secs_f64());
            Outcome { out, err, code }
        }
        Err(OutputError { path, action, source }) => {
            let problem = format!("cannot {action} {}: {source}", folders.shown(&path));
            Outcome { err, code: exit::IO, ..Outcome::default() }.problem(&problem)
        }
    }
}

/// What a run has found or done.
struct Done {
    lines: String,
    counts: String,
    code: u8,
    advice: String,
}

fn write(_: &Regen, folders: &Folders, tree: &OutputTree) -> Result<Done, OutputError> {
    let changes = tree.compare(&folders.out)?;
    tree.apply(&folders.out, &changes)?;
    let lines = changes.iter().map(|change| changes::line(change, &folders.generated(change))).collect();
    Ok(Done { lines, counts: changes::counts(&changes, changes::DONE), code: exit::OK, advice: String::new() })
}

fn check(flags: &Regen, folders: &Folders, tree: &OutputTree) -> Result<Done, OutputError> {
    let changes = tree.compare(&folders.out)?;
    let lines = changes.iter().map(|change| changes::difference(change, &folders.generated(change), tree)).collect();
    let counts = changes::counts(&changes, changes::FOUND);
    let (code, advice) = match changes.is_empty() {
        true => (exit::OK, String::new()),
        false => (exit::STALE, format!("to mend it, run: {}\n", mending(flags))),
    };
    Ok(Done { lines, counts, code, advice })
}

fn totals(summary: Summary, tree: &OutputTree) -> String {
    let [operations, types] = [plural(summary.operations, "operation"), plural(summary.types, "type")];
    format!("{operations}, {types}, {}", plural(tree.files.len(), "file"))
}

fn mending(flags: &Regen) -> String {
    let flag = |name, folder: &Option<PathBuf>| folder.as_ref().map(|folder| format!(" --{name} {}", folder.display()));
    let (spec, out) = (flag("spec", &flags.spec), flag("out", &flags.out));
    format!("cargo xtask regen{}{}", spec.unwrap_or_default(), out.unwrap_or_default())
}

/// What `generate` is told, so that it makes this workspace's client.
fn options(folders: &Folders) -> Options {
    // The name is part of generated files: a path of this machine must not get there.
    let inside = folders.root.as_ref().is_some_and(|root| folders.spec.starts_with(root));
    let name = match folders.spec.file_name() {
        _ if inside => folders.shown(&folders.spec),
        Some(name) => name.to_string_lossy().into_owned(),
        None => SPEC.to_owned(),
    };
    let mut options = Options::modules(CLIENT, name);
    options.features = Features::Versions;
    options.command = "cargo xtask regen".to_owned();
    options
}

fn folders(flags: &Regen) -> Result<Folders, String> {
    let root = match (workspace::root(), &flags.spec, &flags.out) {
        (Ok(root), ..) => Some(whole(&root)),
        (Err(_), Some(_), Some(_)) => None,
        (Err(problem), ..) => return Err(problem),
    };
    let folder = |given: &Option<PathBuf>, default: &str| match given {
        Some(folder) => whole(folder),
        None => whole(&root.clone().unwrap_or_default().join(default)),
    };
    let folders = Folders { spec: folder(&flags.spec, SPEC), out: folder(&flags.out, OUT), root: root.clone() };
    let shown = folders.shown(&folders.spec);
    match folders.spec.metadata() {
        Ok(kind) if kind.is_dir() => Ok(folders),
        Ok(_) => Err(format!(
            "{shown} is not a folder\n  help: name the folder that holds the versions, such as spec with v3/api.yaml in it"
        )),
        Err(error) => {
            Err(format!("cannot read the spec folder {shown}: {error}\n  help: name another folder with --spec DIR"))
        }
    }
}

impl Folders {
    fn shown(&self, path: &Path) -> String {
        workspace::shown(path, self.root.as_deref())
    }

    fn generated(&self, change: &Change) -> String {
        self.shown(&self.out.join(&change.path))
    }
}
