//! `cargo xtask diff`: what a change of the spec means for the callers of the client.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command};
use codegen::{ACCEPTED, DIGEST, Modelled};
use openapi_client_cli::diff::{self, Choices, Generator, Review, accepted, both};
use openapi_client_cli::{Outcome, exit};

use crate::revision::{self, Problem};
use crate::workspace::{self, PROGRAM};
use crate::{recorded, regen, todo};

/// The name of the command.
pub const NAME: &str = "diff";

const BASE: &str = "base";
const HEAD: &str = "head";

/// The parsed command line of `diff`.
#[derive(Debug, PartialEq, Eq)]
pub struct Arguments {
    /// A revision, or two with `..` between them; or a document or folder.
    pub base: Option<String>,
    /// The other document or folder.
    pub head: Option<PathBuf>,
    /// The other options.
    pub choices: Choices,
}

impl Arguments {
    /// Returns the arguments of a command line of [`command`].
    pub fn of(matches: &ArgMatches) -> Self {
        let head = matches.get_one::<String>(HEAD).map(PathBuf::from);
        Self { base: matches.get_one(BASE).cloned(), head, choices: Choices::of(matches) }
    }
}

/// Describes the command line.
pub fn command() -> Command {
    Command::new(NAME)
        .about("Says what a change of spec/ means for callers of the client")
        .args([
            Arg::new(BASE).value_name("BASE[..HEAD]").help(
                "Revisions to compare; without HEAD, the working tree\n[default: where the branch left the main \
                 branch]",
            ),
            Arg::new(HEAD)
                .value_name("HEAD")
                .help("With two documents or folders in place of revisions:\nthe second one"),
        ])
        .args(diff::options())
        .after_help(format!("{}\nThe file is spec/{ACCEPTED}.\n\n{}", diff::NOTES, exit::help(exit::DIFF)))
}

/// Runs the command.
pub fn run(flags: &Arguments) -> Outcome {
    if let (Some(base), Some(head)) = (&flags.base, &flags.head) {
        let arguments =
            diff::Arguments { base: base.into(), head: head.clone(), accepted: None, choices: flags.choices.clone() };
        return diff::run(&arguments, PROGRAM);
    }
    let root = match workspace::root() {
        Ok(root) => root,
        Err(problem) => return Outcome::failure(exit::IO, &problem),
    };
    match review(&root, flags.base.as_deref()) {
        Ok(Ok(review)) => diff::show(&review, &flags.choices, PROGRAM),
        Ok(Err(outcome)) => *outcome,
        Err(problem) => Outcome::failure(exit::IO, &problem),
    }
}

/// Compares revisions, such as `main`, `v1..v2` or by default what a branch has changed. What is no comparison, such as
/// the errors of a document, is an outcome of its own.
pub fn review(root: &Path, range: Option<&str>) -> Result<Result<Review, Box<Outcome>>, Problem> {
    let temporary = tempfile::tempdir().map_err(|error| Problem::Io(std::env::temp_dir(), error))?;
    let sides = sides(root, range, temporary.path())?;
    Ok(compare(root, &sides))
}

/// A state of this workspace.
struct Side {
    /// As it is shown.
    name: String,
    /// A folder with the spec, and what else belongs to it.
    folder: PathBuf,
}

/// Brings both sides to folders.
fn sides(root: &Path, range: Option<&str>, temporary: &Path) -> Result<[Side; 2], Problem> {
    let (base, head) = match range.map(|range| range.split_once("..").unwrap_or((range, ""))) {
        None => (None, ""),
        Some((base, head)) => (Some(base).filter(|base| !base.is_empty()), head.trim_start_matches('.')),
    };
    let commit = match base {
        Some(base) => revision::resolve(root, base)?,
        None => revision::merge_base(root)?,
    };
    let short = |commit: &str| commit.chars().take(9).collect::<String>();
    let base_name = base.map_or_else(|| short(&commit), str::to_owned);
    let base = extracted(root, &commit, base_name, &temporary.join("base"))?;
    let head = match head {
        "" => Side { name: "working tree".to_owned(), folder: root.to_owned() },
        head => extracted(root, &revision::resolve(root, head)?, head.to_owned(), &temporary.join("head"))?,
    };
    Ok([base, head])
}

/// Extracts what a comparison reads of a commit.
fn extracted(root: &Path, commit: &str, name: String, folder: &Path) -> Result<Side, Problem> {
    let mut paths = revision::files(root, commit, workspace::SPEC)?;
    paths.extend(revision::files(root, commit, &format!("{}/{DIGEST}", regen::CLIENT))?);
    paths.extend(revision::files(root, commit, "Cargo.toml")?);
    revision::extract(root, commit, &paths, folder)?;
    Ok(Side { name, folder: folder.to_owned() })
}

fn compare(root: &Path, [base, head]: &[Side; 2]) -> Result<Review, Box<Outcome>> {
    for side in [base, head] {
        if !side.folder.join(workspace::SPEC).is_dir() {
            let sentence = format!("{} has no folder {}, so there is nothing to compare\n", side.name, workspace::SPEC);
            return Err(Box::new(Outcome::success(sentence)));
        }
    }
    let (before, after) = both(|| model(&base.folder), || model(&head.folder));
    let comparison = diff::compared(&before, &after, PROGRAM)?;
    let file = head.folder.join(workspace::SPEC).join(ACCEPTED);
    let accepted = if file.exists() { accepted::read(&file).map(Some) } else { Ok(None) };
    let accepted =
        accepted.map_err(|problem| Box::new(Outcome::failure(problem.code(), &problem)))?.unwrap_or_default();
    let recordings = recorded::by_finding(root, &comparison);
    let mut review = Review::new(comparison, base.name.clone(), head.name.clone());
    review.accepted = accepted::Accepted { file: format!("{}/{ACCEPTED}", workspace::SPEC), ..accepted };
    review.version = version(&base.folder);
    review.generator = generator(&base.folder, &before);
    review.evidence = evidence(root, head, &after, &recordings);
    review.recordings = recordings;
    Ok(review)
}

/// What the recordings say: how many of them show a difference, and which declared responses none shows. They are those
/// of the working tree.
fn evidence(root: &Path, head: &Side, after: &Modelled, recordings: &BTreeMap<String, Vec<String>>) -> Vec<String> {
    let files: BTreeSet<_> = recordings.values().flatten().collect();
    let shown = match files.len() {
        0 => None,
        1 => Some("1 recording that shows what differs".to_owned()),
        several => Some(format!("{several} recordings that show what differs")),
    };
    let operations = after.model.as_ref().filter(|_| head.folder == root).map_or(&[][..], codegen::Model::operations);
    shown.into_iter().chain(todo::recordings(root, operations)).collect()
}

fn model(folder: &Path) -> Modelled {
    let mut options = regen::options_for(workspace::SPEC.to_owned());
    // Each side has its own names.
    options.ledger = diff::ledger(&folder.join(workspace::SPEC), workspace::SPEC);
    codegen::model(&[folder.join(workspace::SPEC)], &options, None)
}

/// Compares the digest that the base has with that which this generator writes for it.
fn generator(folder: &Path, base: &Modelled) -> Generator {
    let checked_in = fs::read_to_string(folder.join(regen::CLIENT).join(DIGEST));
    match (checked_in, &base.model) {
        (Ok(checked_in), Some(model)) => Generator::of(&checked_in, model.digest()),
        _ => Generator::Unknown,
    }
}

/// Returns the version of the workspace's packages.
fn version(folder: &Path) -> Option<String> {
    let manifest = fs::read_to_string(folder.join("Cargo.toml")).ok()?;
    let below = manifest.split("[workspace.package]").nth(1)?;
    let line = below.lines().find_map(|line| line.strip_prefix("version = "))?;
    Some(line.trim().trim_matches('"').to_owned())
}
