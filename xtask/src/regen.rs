//! `cargo xtask regen`: writes the generated files, or checks that they are up to date.

use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use codegen::{
    Change, DIGEST, Features, Generated, LEDGER, Ledger, OperationSummary, Options, OutputError, OutputTree, Summary,
};
use openapi_client_cli::paths::{self, absolute};
use openapi_client_cli::report::{self, plural};
use openapi_client_cli::{Format, Outcome, changes, exit};

use crate::readme::{self, Readme};
use crate::todo;
use crate::workspace::{self, PROGRAM};

/// The name of the command.
pub const NAME: &str = "regen";

/// The exit code of `--check` for a file that is missing, changed or stray.
pub const STALE: u8 = 1;

/// The package that contains the generated files.
pub const CLIENT: &str = "generated-client";
const CHECK: &str = "check";
const SPEC: &str = "spec";
const OUT: &str = "out";
/// The folder of the generated calls by operation name, in the crate that has them.
const CALLS: &str = "tests/replay/src/calls";

/// The parsed command line of `regen`.
#[derive(Debug, PartialEq, Eq)]
pub struct Arguments {
    /// Whether to compare without writing.
    pub check: bool,
    /// The folder of the fragments, if it is not the workspace's.
    pub spec: Option<PathBuf>,
    /// The folder of the generated files, if it is not the workspace's.
    pub out: Option<PathBuf>,
    /// How problems are reported.
    pub format: Format,
}

impl Arguments {
    /// Returns the arguments of a command line of [`command`].
    pub fn of(matches: &ArgMatches) -> Self {
        Self {
            check: matches.get_flag(CHECK),
            spec: matches.get_one(SPEC).cloned(),
            out: matches.get_one(OUT).cloned(),
            format: Format::of(matches),
        }
    }
}

/// Describes the command line.
pub fn command() -> Command {
    let folder = |id| Arg::new(id).long(id).value_name("DIR").value_parser(value_parser!(PathBuf));
    let codes = [
        exit::DONE,
        (STALE, "--check: a file is missing, changed or stray"),
        exit::BAD_SPEC,
        exit::BAD_USAGE,
        exit::BAD_IO,
    ];
    Command::new(NAME)
        .about("Regenerates generated-client/src/generated from spec/")
        .args([
            Arg::new(CHECK).long(CHECK).action(ArgAction::SetTrue).help(
                "Write nothing; show each missing, changed and stray\nfile as a diff from the disk (a/) to what would\n\
                 be generated (b/)",
            ),
            folder(SPEC).help("Folder of the fragments\n[default: spec, in the workspace]"),
            folder(OUT)
                .help("Folder of the generated files [default:\ngenerated-client/src/generated, in the workspace]"),
            Format::arg(),
        ])
        .after_help(format!("{NOTES}\n{}", exit::help(&codes)))
}

const NOTES: &str = "\
Only files whose text changes are written, and generated files that belong to no
fragment any more are removed: one line per file, then a summary. A file that
does not begin with `// @generated` is never replaced or removed. If the spec
has errors, all of them are reported and no file is touched.

The digest of the public API, generated-client/API.txt, the ledger of names,
spec/names.lock, the calls of all operations by their names,
tests/replay/src/calls, and the coverage table of README.md are written as well,
and a list says what is left to do by hand, unless --spec or --out names another
folder.

The command works from any folder of the workspace; DIR is relative to the
current folder. Output is coloured on terminals unless NO_COLOR is set.
";

/// Where a run reads and writes. Paths are shown from the root.
struct Folders {
    root: Option<PathBuf>,
    spec: PathBuf,
    out: PathBuf,
    /// Where the calls by operation name belong; `None` if other folders were named, or the workspace has no such
    /// crate.
    calls: Option<PathBuf>,
    /// The folder of the client, for the digest of its public API; `None` if other folders were named.
    crate_folder: Option<PathBuf>,
}

/// Runs the command.
pub fn run(flags: &Arguments) -> Outcome {
    let begin = Instant::now();
    let folders = match folders(flags) {
        Ok(folders) => folders,
        Err(problem) => return Outcome::failure(exit::IO, &problem),
    };
    let mut options = options(&folders);
    match ledger(&folders) {
        Ok(ledger) => options.ledger = ledger,
        Err(problem) => return Outcome::failure(exit::IO, &problem),
    }
    let generated = codegen::generate(std::slice::from_ref(&folders.spec), &options);
    let report = report::render(&generated.diagnostics, &generated.sources, flags.format, PROGRAM);
    finish(flags, &folders, generated, begin).with_report(flags.format, report)
}

/// Compares or writes the result, without reporting its problems.
fn finish(flags: &Arguments, folders: &Folders, generated: Generated, begin: Instant) -> Outcome {
    let (errors, warnings) = report::count(&generated.diagnostics);
    let mut err = String::new();
    let Some(tree) = generated.tree.filter(|_| errors == 0) else {
        err.push_str(&format!("{}, {}; nothing was written\n", plural(errors, "error"), plural(warnings, "warning")));
        return Outcome { err, code: exit::SPEC, ..Outcome::default() };
    };
    if generated.summary.operations == 0 {
        // An empty spec would remove every generated module.
        let problem = format!("{} declares no operation; nothing was written", folders.shown(&folders.spec));
        return Outcome { err, code: exit::SPEC, ..Outcome::default() }.problem(&problem);
    }
    if warnings > 0 {
        err.push_str(&format!("{}\n", plural(warnings, "warning")));
    }
    let readme = match folders.readme(&generated.operations) {
        Ok(readme) => readme,
        Err(problem) => return Outcome { err, code: exit::IO, ..Outcome::default() }.problem(&problem),
    };
    let run = if flags.check { check } else { write };
    let digest = generated.digest.map(|digest| OutputTree { files: [(DIGEST.to_owned(), digest)].into() });
    let calls =
        folders.calls.iter().zip(&generated.calls).map(|(folder, files)| Tree { files, folder, is_shared: false });
    let digest =
        folders.crate_folder.iter().zip(&digest).map(|(folder, files)| Tree { files, folder, is_shared: true });
    let names = generated.ledger.map(|ledger| OutputTree { files: [(LEDGER.to_owned(), ledger)].into() });
    // It belongs to the digest: a run for other folders does not change what this workspace's items are called.
    let names = folders.crate_folder.iter().zip(&names);
    let names = names.map(|(_, files)| Tree { files, folder: &folders.spec, is_shared: true });
    let modules = Tree { files: &tree, folder: &folders.out, is_shared: false };
    let trees: Vec<Tree<'_>> = std::iter::once(modules).chain(calls).chain(digest).chain(names).collect();
    match run(flags, folders, &trees, readme.as_ref()) {
        Ok(Done { lines, counts, code, advice }) => {
            let totals = totals(generated.summary, &trees);
            let left = if flags.check { String::new() } else { folders.left(&generated.operations) };
            let out = format!("{lines}{totals}: {counts} ({:.2} s)\n{advice}{left}", begin.elapsed().as_secs_f64());
            Outcome { out, err, code }
        }
        Err(OutputError { path, action, source }) => {
            let problem = format!("cannot {action} {}: {source}", folders.shown(&path));
            Outcome { err, code: exit::IO, ..Outcome::default() }.problem(&problem)
        }
    }
}

/// Files, and the folder that they belong to.
#[derive(Clone, Copy)]
struct Tree<'a> {
    files: &'a OutputTree,
    folder: &'a Path,
    /// Whether the folder holds other files, which are not generated.
    is_shared: bool,
}

impl Tree<'_> {
    fn compare(&self) -> Result<Vec<Change>, OutputError> {
        if self.is_shared { self.files.compare_files(self.folder) } else { self.files.compare(self.folder) }
    }
}

/// The findings or actions of a run.
struct Done {
    lines: String,
    counts: String,
    code: u8,
    advice: String,
}

fn write(_: &Arguments, folders: &Folders, trees: &[Tree<'_>], readme: Option<&Readme>) -> Result<Done, OutputError> {
    let (mut all, mut lines) = (Vec::new(), String::new());
    // Compares all of them before it changes any.
    let compared: Vec<_> = trees.iter().map(Tree::compare).collect::<Result<_, _>>()?;
    for (Tree { files, folder, .. }, changes) in trees.iter().zip(compared) {
        files.apply(folder, &changes)?;
        lines.extend(changes.iter().map(|change| changes::line(change, &folders.generated(folder, change))));
        all.extend(changes);
    }
    if let Some((readme, change)) = readme.and_then(|readme| Some((readme, readme.change()?))) {
        let failed = |source| OutputError { path: readme.path.clone(), action: "write", source };
        readme.write().map_err(failed)?;
        lines += &changes::line(&change, &folders.shown(&readme.path));
        all.push(change);
    }
    Ok(Done { lines, counts: changes::counts(&all, changes::DONE), code: exit::OK, advice: String::new() })
}

fn check(
    flags: &Arguments,
    folders: &Folders,
    trees: &[Tree<'_>],
    readme: Option<&Readme>,
) -> Result<Done, OutputError> {
    let (mut all, mut lines) = (Vec::new(), String::new());
    for tree in trees {
        let changes = tree.compare()?;
        let difference = |change| changes::difference(change, &folders.generated(tree.folder, change), tree.files);
        lines.extend(changes.iter().map(difference));
        all.extend(changes);
    }
    if let Some((readme, change)) = readme.and_then(|readme| Some((readme, readme.change()?))) {
        lines += &changes::part(&change, &folders.shown(&readme.path), &readme.new);
        all.push(change);
    }
    let counts = changes::counts(&all, changes::FOUND);
    let (code, advice) = match all.is_empty() {
        true => (exit::OK, String::new()),
        false => (STALE, format!("to fix this, run: {}\n", mending(flags))),
    };
    Ok(Done { lines, counts, code, advice })
}

fn totals(summary: Summary, trees: &[Tree<'_>]) -> String {
    let [operations, types] = [plural(summary.operations, "operation"), plural(summary.types, "type")];
    format!("{operations}, {types}, {}", plural(trees.iter().map(|tree| tree.files.files.len()).sum(), "file"))
}

fn mending(flags: &Arguments) -> String {
    let flag = |name, folder: &Option<PathBuf>| folder.as_ref().map(|folder| format!(" --{name} {}", folder.display()));
    let (spec, out) = (flag("spec", &flags.spec), flag("out", &flags.out));
    format!("{PROGRAM} {NAME}{}{}", spec.unwrap_or_default(), out.unwrap_or_default())
}

/// Returns the options of `generate` for this workspace's client.
fn options(folders: &Folders) -> Options {
    // The name is part of generated files, so it must not contain a path of this machine.
    let inside = folders.root.as_ref().is_some_and(|root| folders.spec.starts_with(root));
    let name = match folders.spec.file_name() {
        _ if inside => folders.shown(&folders.spec),
        Some(name) => name.to_string_lossy().into_owned(),
        None => workspace::SPEC.to_owned(),
    };
    let mut options = options_for(name);
    options.calls = folders.calls.is_some();
    options
}

/// Returns the options of this workspace's client, from a folder of fragments that is shown as `name`.
pub fn options_for(name: String) -> Options {
    let mut options = Options::modules(CLIENT, name);
    options.features = Features::Versions;
    options.command = format!("{PROGRAM} {NAME}");
    options
}

/// Reads the ledger of names beside the fragments, if there is one.
fn ledger(folders: &Folders) -> Result<Option<Ledger>, String> {
    let file = folders.spec.join(LEDGER);
    match std::fs::read_to_string(&file) {
        Ok(text) => Ok(Some(Ledger { path: folders.shown(&file), text })),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(format!("cannot read {}: {error}", folders.shown(&file))),
    }
}

fn folders(flags: &Arguments) -> Result<Folders, String> {
    let root = match (workspace::root(), &flags.spec, &flags.out) {
        (Ok(root), ..) => Some(absolute(&root)),
        (Err(_), Some(_), Some(_)) => None,
        (Err(problem), ..) => return Err(problem),
    };
    let folder = |given: &Option<PathBuf>, default: &str| match given {
        Some(folder) => absolute(folder),
        None => absolute(&root.clone().unwrap_or_default().join(default)),
    };
    let calls = root.as_ref().map(|root| root.join(CALLS));
    let calls =
        calls.filter(|calls| flags.spec.is_none() && flags.out.is_none() && calls.with_extension("rs").exists());
    let (spec, out) = (folder(&flags.spec, workspace::SPEC), folder(&flags.out, workspace::GENERATED));
    let crate_folder = root.as_ref().filter(|_| flags.spec.is_none() && flags.out.is_none());
    let crate_folder = crate_folder.map(|root| root.join(CLIENT));
    let folders = Folders { spec, out, calls, crate_folder, root: root.clone() };
    let shown = folders.shown(&folders.spec);
    match folders.spec.metadata() {
        Ok(kind) if kind.is_dir() => Ok(folders),
        Ok(_) => Err(format!(
            "{shown} is not a folder\n  help: pass the folder that contains the versions, such as `spec` with `v3/api.yaml`"
        )),
        Err(error) => {
            Err(format!("cannot read the spec folder {shown}: {error}\n  help: choose another folder with --spec DIR"))
        }
    }
}

impl Folders {
    fn shown(&self, path: &Path) -> String {
        paths::shown(path, self.root.as_deref())
    }

    /// The README of the workspace; `None` if other folders were named.
    fn readme(&self, operations: &[OperationSummary]) -> Result<Option<Readme>, String> {
        self.root
            .as_ref()
            .filter(|_| self.crate_folder.is_some())
            .map_or(Ok(None), |root| readme::read(root, operations))
    }

    /// What is left to do by hand in the workspace; nothing if other folders were named.
    fn left(&self, operations: &[OperationSummary]) -> String {
        let root = self.root.as_ref().filter(|_| self.crate_folder.is_some());
        root.map_or_else(String::new, |root| todo::text(&todo::left(root, operations)))
    }

    fn generated(&self, folder: &Path, change: &Change) -> String {
        self.shown(&folder.join(&change.path))
    }
}
