//! `cargo xtask check`: whether an edit of the spec holds, without compiling or writing anything.

mod bodies;
mod recordings;
mod types;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Instant;

use clap::{Arg, ArgMatches, Command};
use codegen::{Diagnostic, Linted, Options};
use openapi_client_cli::report::{self, plural};
use openapi_client_cli::{Format, Outcome, exit};

use crate::regen::{self, Preview};
use crate::todo;
use crate::workspace::{self, PROGRAM};
use types::Judged;

/// The name of the command.
pub const NAME: &str = "check";

/// The exit code for an edit that the rest of the workspace contradicts.
pub const CONTRADICTED: u8 = 1;

const FRAGMENT: &str = "fragment";

/// Describes the command line.
pub fn command() -> Command {
    let codes = [
        (exit::OK, "the edit holds"),
        (CONTRADICTED, "lint or prove finds something, or a recording is missing\n      or does not fit"),
        (exit::SPEC, "the spec has errors"),
        exit::BAD_USAGE,
        exit::BAD_IO,
    ];
    Command::new(NAME)
        .about("Says within seconds whether an edit in spec/ holds")
        .arg(Arg::new(FRAGMENT).value_name("FRAGMENT").help(
            "Judge only the warnings and recordings of this\nfragment, such as v3/customers or its file [default: all]",
        ))
        .after_help(format!("{NOTES}\n{}", exit::help(&codes)))
}

const NOTES: &str = "\
It writes nothing and compiles nothing. It says which files `regen` would write,
reports what `lint --strict` and `prove` report, and judges the recordings: each
declared response has one, its bodies are what the schemas say, its request is a
call of the operation and pinned, and its bodies come back unchanged from the
types that would be generated, by the model that `prove` uses. The last lines
are a verdict and what to do next.

What only the compiled client can show, such as its own tests, is left to
`cargo test --workspace`, which takes minutes.
";

/// A fragment, such as `v3/customers`.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Fragment {
    version: String,
    name: String,
}

impl Fragment {
    /// Returns the path from the root, with which reports begin.
    fn path(&self) -> String {
        format!("{}/{}/{}.yaml", workspace::SPEC, self.version, self.name)
    }
}

/// What is wrong, by who finds it.
struct Findings {
    /// What regen and lint report, as text.
    report: String,
    errors: usize,
    warnings: usize,
    /// What is wrong with types and recordings.
    judged: Judged,
}

/// Runs the command.
pub fn run(matches: &ArgMatches) -> Outcome {
    let begin = Instant::now();
    let found = workspace::root().and_then(|root| Ok((chosen(&root, matches.get_one::<String>(FRAGMENT))?, root)));
    let (fragment, root) = match found {
        Ok(found) => found,
        Err(problem) => return Outcome::failure(exit::USAGE, &problem),
    };
    let spec = root.join(workspace::SPEC);
    // Both take about as long, and there are two cores.
    let (judged, previewed) = thread::scope(|scope| {
        let judged = scope.spawn(|| types::judge(&root, fragment.as_ref()));
        let previewed = regen::preview().map(|preview| (preview, codegen::lint(&[spec], &Options::default(), &[])));
        (judged.join(), previewed)
    });
    let (preview, linted) = match previewed {
        Ok(previewed) => previewed,
        Err(problem) => return Outcome::failure(exit::IO, &problem),
    };
    let judged = match judged {
        Ok(Ok(judged)) => judged,
        Ok(Err(problem)) => return Outcome::failure(exit::IO, &problem),
        Err(_) => return Outcome::failure(exit::IO, &"types and recordings were not judged to the end"),
    };
    let (report, errors, warnings) = reported(&preview, &linted, fragment.as_ref());
    let findings = Findings { report, errors, warnings, judged };
    outcome(&findings, &preview, fragment.as_ref(), begin)
}

/// Returns the fragment that an argument names: its name, with its version or without, or its file.
fn chosen(root: &Path, given: Option<&String>) -> Result<Option<Fragment>, String> {
    let Some(given) = given else { return Ok(None) };
    let wanted = given.replace('\\', "/");
    let wanted = wanted.trim_end_matches(".yaml").trim_start_matches("./");
    let wanted = wanted.rsplit_once(&format!("{}/", workspace::SPEC)).map_or(wanted, |(_, below)| below);
    let all = fragments(&root.join(workspace::SPEC));
    let fits = |one: &&Fragment| wanted == one.name || wanted == format!("{}/{}", one.version, one.name);
    let found: Vec<_> = all.iter().filter(fits).collect();
    let name = |one: &Fragment| format!("{}/{}", one.version, one.name);
    match found.as_slice() {
        [one] => Ok(Some((*one).clone())),
        [] => {
            let names: Vec<_> = all.iter().map(name).collect();
            Err(format!("there is no fragment `{given}`\n  help: expected one of {}", names.join(", ")))
        }
        several => {
            let names: Vec<_> = several.iter().map(|one| name(one)).collect();
            Err(format!("several versions have a fragment `{given}`\n  help: write {}", names.join(" or ")))
        }
    }
}

/// Returns the files of all fragments, sorted.
fn files(spec: &Path) -> Vec<PathBuf> {
    let inside = |folder: &Path| fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let versions = inside(spec).filter(|folder| folder.join("api.yaml").is_file());
    let mut all: Vec<_> = versions.flat_map(|folder| inside(&folder).collect::<Vec<_>>()).collect();
    all.retain(|file| file.extension().is_some_and(|extension| extension == "yaml"));
    all.sort();
    all
}

fn fragments(spec: &Path) -> Vec<Fragment> {
    let text = |part: Option<&std::ffi::OsStr>| part.map(|part| part.to_string_lossy().into_owned());
    let fragment =
        |file: PathBuf| Some(Fragment { version: text(file.parent()?.file_name())?, name: text(file.file_stem())? });
    files(spec).into_iter().filter_map(fragment).collect()
}

/// Returns what is wrong with the spec, with the numbers of errors and warnings. Errors are those of all fragments,
/// because any error prevents the output.
fn reported(preview: &Preview, linted: &Linted, fragment: Option<&Fragment>) -> (String, usize, usize) {
    let is_error = |one: &&Diagnostic| one.severity() == codegen::Severity::Error;
    let (sources, all) = match preview.generated.diagnostics.iter().any(|one| is_error(&one)) {
        true => (&preview.generated.sources, &preview.generated.diagnostics),
        false => (&linted.sources, &linted.diagnostics),
    };
    let file = |one: &Diagnostic| Some(sources.file(one.primary.as_ref()?.location.file)?.path.clone());
    let is_of = |one: &Diagnostic, fragment: &Fragment| file(one).is_none_or(|file| file.ends_with(&fragment.path()));
    let wanted = |one: &&Diagnostic| is_error(one) || fragment.is_none_or(|fragment| is_of(one, fragment));
    let kept: Vec<_> = all.iter().filter(wanted).cloned().collect();
    let (errors, warnings) = report::count(&kept);
    (report::render(&kept, sources, Format::Text, PROGRAM), errors, warnings)
}

/// Says what was found, the verdict, and what to do next.
fn outcome(findings: &Findings, preview: &Preview, fragment: Option<&Fragment>, begin: Instant) -> Outcome {
    let Findings { report, errors, warnings, judged } = findings;
    let Judged { values, findings: proved, recordings, problems } = judged;
    let mut err = report.clone();
    let mut out = String::new();
    if *errors == 0 {
        err.extend(proved.iter().chain(problems).map(|problem| format!("error: {problem}\n")));
        let operations = plural(preview.generated.operations.len(), "operation");
        let warned = if *warnings == 0 { "no warnings".to_owned() } else { plural(*warnings, "warning") };
        out.push_str(&format!("spec: {operations}, {warned}\n"));
        let of = fragment.map_or_else(String::new, |one| format!(" of {}/{}", one.version, one.name));
        let came =
            if proved.is_empty() { "all of which come back".to_owned() } else { plural(proved.len(), "finding") };
        out.push_str(&format!("types: {values} values that the schemas accept, {came}\n"));
        let judged = match (*recordings, problems.len()) {
            (0, 0) => "none".to_owned(),
            (count, 0) => format!("{count}{of}, all of which fit"),
            (count, wrong) => format!("{count}{of}, {}", plural(wrong, "problem")),
        };
        out.push_str(&format!("recordings: {judged}\n"));
        match preview.lines.as_slice() {
            [] => out.push_str("generated files: up to date\n"),
            lines => {
                out.push_str(&format!("generated files: regen has {} to do\n", plural(lines.len(), "change")));
                out.extend(lines.iter().map(|line| format!("  {}", would(line))));
            }
        }
    }
    let seconds = begin.elapsed().as_secs_f64();
    let wrong: Vec<_> = [
        (*errors, "error"),
        (*warnings, "warning"),
        (proved.len(), "finding about types"),
        (problems.len(), "problem with recordings"),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    // Without valid fragments, what types and recordings contradict is not known.
    .take(if *errors > 0 { 1 } else { 4 })
    .map(|(count, noun)| counted(count, noun))
    .collect();
    let (code, verdict, next) = match (*errors, wrong.is_empty()) {
        (1.., _) => (exit::SPEC, "does not hold", vec!["fix the errors, and run this again".to_owned()]),
        (0, false) => {
            let fix = "fix what is reported above, and run this again".to_owned();
            (CONTRADICTED, "does not hold", moved(problems).into_iter().chain([fix]).collect())
        }
        (0, true) => (exit::OK, "holds", next(preview)),
    };
    let reason = if wrong.is_empty() { String::new() } else { format!(": {}", wrong.join(", ")) };
    out.push_str(&format!("the edit {verdict}{reason} ({seconds:.1} s)\n"));
    out.extend(next.iter().map(|step| format!("next: {step}\n")));
    Outcome { out, err, code }
}

fn counted(count: usize, noun: &str) -> String {
    match (count, noun.split_once(' ')) {
        (1, _) => format!("1 {noun}"),
        (_, Some((word, rest))) => format!("{count} {word}s {rest}"),
        (_, None) => plural(count, noun),
    }
}

/// Returns a line about a change that was not made.
fn would(line: &str) -> String {
    line.replacen("wrote ", "write ", 1).replacen("removed ", "remove ", 1)
}

/// Returns how to move the recordings of an operation that was renamed: there are some without an operation, and in the
/// same fragment an operation without any.
fn moved(problems: &[String]) -> Option<String> {
    let folders = |what: &str| -> BTreeSet<&str> {
        let files = problems.iter().filter_map(|problem| problem.split_once(what));
        files.filter_map(|(file, _)| Some(file.rsplit_once('/')?.0)).collect()
    };
    let (stray, missing) = (folders(": is of an operation that "), folders(": is missing: "));
    let (Some(from), Some(to), 1, 1) = (stray.first(), missing.first(), stray.len(), missing.len()) else {
        return None;
    };
    let is_renamed = from.rsplit_once('/')?.0 == to.rsplit_once('/')?.0;
    is_renamed.then(|| {
        format!("git mv {from} {to}, if the operation was renamed, and its lines in tests/recordings/README.md")
    })
}

fn next(preview: &Preview) -> Vec<String> {
    let mut steps = Vec::new();
    if !preview.lines.is_empty() {
        steps.push(format!("{PROGRAM} {}, and read its diff beside that of spec/", regen::NAME));
    }
    // The digest is about to change, or has changed since the last commit.
    if preview.lines.iter().chain(&preview.left).any(|line| line.contains(todo::DIGEST)) {
        steps.push(format!("{PROGRAM} diff, which says whether callers have to change anything"));
    }
    steps.extend(preview.left.iter().cloned());
    steps.push("cargo test --workspace, before you commit".to_owned());
    steps
}
