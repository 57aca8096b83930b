//! `cargo xtask regen`: brings the generated files to what the spec says, or checks that they are there already.

use std::path::{Path, PathBuf};
use std::time::Instant;

use codegen::{Change, Generated, Options, OutputError, OutputTree, Summary};

use crate::flags::Regen;
use crate::outcome::Outcome;
use crate::report::{self, plural};
use crate::workspace::whole;
use crate::{changes, exit, workspace};

/// The folder of the fragments, in the workspace.
pub const SPEC: &str = "spec";
const OUT: &str = "generated-client/src/generated";
/// The folder of the operations by their names, in the crate that calls them so.
const CALLS: &str = "tests/replay/src/calls";

/// Where a run reads and writes. Paths are shown from the root.
struct Folders {
    root: Option<PathBuf>,
    spec: PathBuf,
    out: PathBuf,
    /// Where the operations by their names belong; nowhere if other folders were named, or the workspace has no such crate.
    calls: Option<PathBuf>,
}

/// Runs the command.
pub fn run(flags: &Regen) -> Outcome {
    let begin = Instant::now();
    let folders = match folders(flags) {
        Ok(folders) => folders,
        Err(problem) => return Outcome::failure(exit::IO, &problem),
    };
    let generated = codegen::generate(&folders.spec, &options(&folders));
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
    let calls = folders.calls.iter().zip(&generated.calls).map(|(folder, tree)| (tree, folder.as_path()));
    let trees: Vec<Tree<'_>> = std::iter::once((&tree, folders.out.as_path())).chain(calls).collect();
    match run(flags, folders, &trees) {
        Ok(Done { lines, counts, code, advice }) => {
            let totals = totals(generated.summary, &trees);
            let out = format!("{lines}{totals}: {counts} ({:.2} s)\n{advice}", begin.elapsed().as_secs_f64());
            Outcome { out, err, code }
        }
        Err(OutputError { path, action, source }) => {
            let problem = format!("cannot {action} {}: {source}", folders.shown(&path));
            Outcome { err, code: exit::IO, ..Outcome::default() }.problem(&problem)
        }
    }
}

/// Files, and the folder that they belong to.
type Tree<'a> = (&'a OutputTree, &'a Path);

/// What a run has found or done.
struct Done {
    lines: String,
    counts: String,
    code: u8,
    advice: String,
}

fn write(_: &Regen, folders: &Folders, trees: &[Tree<'_>]) -> Result<Done, OutputError> {
    let (mut all, mut lines) = (Vec::new(), String::new());
    // All of them are compared before any is changed.
    let compared: Vec<_> = trees.iter().map(|(tree, folder)| tree.compare(folder)).collect::<Result<_, _>>()?;
    for ((tree, folder), changes) in trees.iter().zip(compared) {
        tree.apply(folder, &changes)?;
        lines.extend(changes.iter().map(|change| changes::line(change, &folders.generated(folder, change))));
        all.extend(changes);
    }
    Ok(Done { lines, counts: changes::counts(&all, changes::DONE), code: exit::OK, advice: String::new() })
}

fn check(flags: &Regen, folders: &Folders, trees: &[Tree<'_>]) -> Result<Done, OutputError> {
    let (mut all, mut lines) = (Vec::new(), String::new());
    for (tree, folder) in trees {
        let changes = tree.compare(folder)?;
        let difference = |change| changes::difference(change, &folders.generated(folder, change), tree);
        lines.extend(changes.iter().map(difference));
        all.extend(changes);
    }
    let counts = changes::counts(&all, changes::FOUND);
    let (code, advice) = match all.is_empty() {
        true => (exit::OK, String::new()),
        false => (exit::STALE, format!("to mend it, run: {}\n", mending(flags))),
    };
    Ok(Done { lines, counts, code, advice })
}

fn totals(summary: Summary, trees: &[Tree<'_>]) -> String {
    let [operations, types] = [plural(summary.operations, "operation"), plural(summary.types, "type")];
    format!("{operations}, {types}, {}", plural(trees.iter().map(|(tree, _)| tree.files.len()).sum(), "file"))
}

fn mending(flags: &Regen) -> String {
    let flag = |name, folder: &Option<PathBuf>| folder.as_ref().map(|folder| format!(" --{name} {}", folder.display()));
    let (spec, out) = (flag("spec", &flags.spec), flag("out", &flags.out));
    format!("cargo xtask regen{}{}", spec.unwrap_or_default(), out.unwrap_or_default())
}

fn options(folders: &Folders) -> Options {
    let mut options = Options::new();
    options.features = true;
    options.calls = folders.calls.is_some();
    // The name is part of generated files: a path of this machine must not get there.
    let inside = folders.root.as_ref().is_some_and(|root| folders.spec.starts_with(root));
    if inside {
        options.spec_name = folders.shown(&folders.spec);
    } else if let Some(name) = folders.spec.file_name() {
        options.spec_name = name.to_string_lossy().into_owned();
    }
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
    let calls = root.as_ref().map(|root| root.join(CALLS));
    let calls =
        calls.filter(|calls| flags.spec.is_none() && flags.out.is_none() && calls.with_extension("rs").exists());
    let (spec, out) = (folder(&flags.spec, SPEC), folder(&flags.out, OUT));
    let folders = Folders { spec, out, calls, root: root.clone() };
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

    fn generated(&self, folder: &Path, change: &Change) -> String {
        self.shown(&folder.join(&change.path))
    }
}
