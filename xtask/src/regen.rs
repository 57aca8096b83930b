//! `cargo xtask regen`: writes the generated files, or checks that they are up to date.

mod extensions;
mod folders;

use std::path::PathBuf;
use std::time::Instant;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use codegen::{Features, Generated, LEDGER, Ledger, Options, OutputError, Summary};
use openapi_client_cli::report::{self, plural};
use openapi_client_cli::{Format, Outcome, changes, exit};

use crate::readme::Readme;
use crate::todo;
use crate::workspace::{self, PROGRAM};
use folders::{Folders, Tree};

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
#[derive(Debug, Default, PartialEq, Eq)]
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
spec/names.lock, the schema of fragments for editors, spec/fragment.schema.json,
the calls of all operations by their names, tests/replay/src/calls, and the
coverage table of README.md are written as well, and a list says what is left to
do by hand, unless --spec or --out names another folder.

The command works from any folder of the workspace; DIR is relative to the
current folder. Output is coloured on terminals unless NO_COLOR is set.
";

/// Runs the command.
pub fn run(flags: &Arguments) -> Outcome {
    let begin = Instant::now();
    let (folders, generated) = match generated(flags) {
        Ok(generated) => generated,
        Err(problem) => return Outcome::failure(exit::IO, &problem),
    };
    let report = report::render(&generated.diagnostics, &generated.sources, flags.format, PROGRAM);
    finish(flags, &folders, generated, begin).with_report(flags.format, report)
}

/// Generates everything in memory.
fn generated(flags: &Arguments) -> Result<(Folders, Generated), String> {
    let folders = Folders::of(flags)?;
    let mut options = options(&folders);
    options.ledger = ledger(&folders)?;
    let generated = codegen::generate(std::slice::from_ref(&folders.spec), &options);
    Ok((folders, generated))
}

/// What a run in the workspace would do.
pub struct Preview {
    /// The files that differ, with what would be done to each.
    pub lines: Vec<String>,
    /// What would be left to do by hand.
    pub left: Vec<String>,
    /// The problems of the spec.
    pub generated: Generated,
}

/// Returns what a run in the workspace would do, and does nothing.
///
/// # Errors
/// A file cannot be read.
pub fn preview() -> Result<Preview, String> {
    let (folders, mut generated) = generated(&Arguments::default())?;
    let Some(trees) = folders.trees(&mut generated) else {
        return Ok(Preview { lines: Vec::new(), left: Vec::new(), generated });
    };
    let mut lines = Vec::new();
    for tree in &trees {
        let changes = tree.compare().map_err(|OutputError { path, action, source }| {
            format!("cannot {action} {}: {source}", folders.shown(&path))
        })?;
        lines.extend(changes.iter().map(|change| changes::line(change, &folders.generated(&tree.folder, change))));
    }
    let readme = folders.readme(&generated.operations)?;
    let change = readme.and_then(|readme| Some(changes::line(&readme.change()?, &folders.shown(&readme.path))));
    lines.extend(change);
    Ok(Preview { lines, left: folders.left(&generated.operations), generated })
}

/// Compares or writes the result, without reporting its problems.
fn finish(flags: &Arguments, folders: &Folders, mut generated: Generated, begin: Instant) -> Outcome {
    let (errors, warnings) = report::count(&generated.diagnostics);
    let mut err = String::new();
    let Some(trees) = folders.trees(&mut generated).filter(|_| errors == 0) else {
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
    match run(flags, folders, &trees, readme.as_ref()) {
        Ok(Done { lines, counts, code, advice }) => {
            let totals = totals(generated.summary, &trees);
            let left = if flags.check { String::new() } else { todo::text(&folders.left(&generated.operations)) };
            let out = format!("{lines}{totals}: {counts} ({:.2} s)\n{advice}{left}", begin.elapsed().as_secs_f64());
            Outcome { out, err, code }
        }
        Err(OutputError { path, action, source }) => {
            let problem = format!("cannot {action} {}: {source}", folders.shown(&path));
            Outcome { err, code: exit::IO, ..Outcome::default() }.problem(&problem)
        }
    }
}

/// The findings or actions of a run.
struct Done {
    lines: String,
    counts: String,
    code: u8,
    advice: String,
}

fn write(_: &Arguments, folders: &Folders, trees: &[Tree], readme: Option<&Readme>) -> Result<Done, OutputError> {
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

fn check(flags: &Arguments, folders: &Folders, trees: &[Tree], readme: Option<&Readme>) -> Result<Done, OutputError> {
    let (mut all, mut lines) = (Vec::new(), String::new());
    for tree in trees {
        let changes = tree.compare()?;
        let difference = |change| changes::difference(change, &folders.generated(&tree.folder, change), &tree.files);
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

fn totals(summary: Summary, trees: &[Tree]) -> String {
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
    options.command = command_name();
    options
}

/// Returns the command that generated files name.
fn command_name() -> String {
    format!("{PROGRAM} {NAME}")
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
