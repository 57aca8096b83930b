//! `cargo xtask changelog`: the findings since the last release as a section of CHANGELOG.md, with the version that they
//! ask for.

use std::fs;
use std::path::Path;

use clap::{Arg, ArgAction, ArgMatches, Command};
use codegen::ACCEPTED;
use openapi_client_cli::{Outcome, diff as diffs, exit};

use crate::{diff, revision, workspace};

/// The name of the command.
pub const NAME: &str = "changelog";

const SINCE: &str = "since";
const DATE: &str = "date";
const WRITE: &str = "write";
const FILE: &str = "CHANGELOG.md";

/// The parsed command line of `changelog`.
#[derive(Debug, PartialEq, Eq)]
pub struct Arguments {
    /// The revision of the last release.
    pub since: Option<String>,
    /// The date in the heading.
    pub date: Option<String>,
    /// Whether the section is written, and the accepted differences move to it.
    pub write: bool,
}

impl Arguments {
    /// Returns the arguments of a command line of [`command`].
    pub fn of(matches: &ArgMatches) -> Self {
        let text = |id: &str| matches.get_one::<String>(id).cloned();
        Self { since: text(SINCE), date: text(DATE), write: matches.get_flag(WRITE) }
    }
}

/// Describes the command line.
pub fn command() -> Command {
    Command::new(NAME)
        .about("Proposes a section of the changelog, and a version")
        .args([
            Arg::new(SINCE).value_name("REVISION").help("The last release [default: the last tag]"),
            Arg::new(DATE).long(DATE).value_name("DATE").help("Date for the heading, such as 2026-03-01"),
            Arg::new(WRITE).long(WRITE).action(ArgAction::SetTrue).help(
                "Write it to CHANGELOG.md, below what is unreleased,\nand empty spec/accepted.yaml, whose reasons it \
                 has",
            ),
        ])
        .after_help(exit::help(&[exit::DONE, exit::BAD_SPEC, exit::BAD_USAGE, exit::BAD_IO]))
}

/// Runs the command.
pub fn run(flags: &Arguments) -> Outcome {
    let root = match workspace::root() {
        Ok(root) => root,
        Err(problem) => return Outcome::failure(exit::IO, &problem),
    };
    let since = match flags.since.clone().map_or_else(|| revision::last_tag(&root), Ok) {
        Ok(since) => since,
        Err(problem) => return Outcome::failure(exit::IO, &problem),
    };
    let review = match diff::review(&root, Some(&since)) {
        Ok(Ok(review)) => review,
        Ok(Err(outcome)) => return *outcome,
        Err(problem) => return Outcome::failure(exit::IO, &problem),
    };
    let section = diffs::changelog(&review, flags.date.as_deref());
    if !flags.write {
        return Outcome::success(section);
    }
    match write(&root, &section) {
        Ok(()) => Outcome::success(format!("{section}\nwritten to {FILE}\n")),
        Err(problem) => Outcome::failure(exit::IO, &problem),
    }
}

/// Puts the section before the first release, and empties the file of accepted differences.
fn write(root: &Path, section: &str) -> Result<(), String> {
    let path = root.join(FILE);
    let text = fs::read_to_string(&path).map_err(|error| format!("cannot read {FILE}: {error}"))?;
    let text = with_section(&text, section)
        .ok_or_else(|| format!("{FILE} has no heading `## [Unreleased]`\n  help: add it above the releases"))?;
    fs::write(&path, text).map_err(|error| format!("cannot write {FILE}: {error}"))?;
    let accepted = root.join(workspace::SPEC).join(ACCEPTED);
    if accepted.exists() {
        let text =
            fs::read_to_string(&accepted).map_err(|error| format!("cannot read {}: {error}", accepted.display()))?;
        // The comment at the top says what the file is for.
        let comment: String =
            text.lines().take_while(|line| line.starts_with('#')).map(|line| format!("{line}\n")).collect();
        fs::write(&accepted, comment).map_err(|error| format!("cannot write {}: {error}", accepted.display()))?;
    }
    Ok(())
}

fn with_section(text: &str, section: &str) -> Option<String> {
    let unreleased = text.find("## [Unreleased]\n")?;
    let behind = unreleased + "## [Unreleased]\n".len();
    let at = text.get(behind..)?.find("\n## ").map_or(text.len(), |at| behind + at + 1);
    let (before, after) = text.split_at_checked(at)?;
    Some(format!(
        "{}\n\n{}{}{after}",
        before.trim_end(),
        section.trim_end(),
        if after.is_empty() { "\n" } else { "\n\n" }
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_stands_above_the_releases() {
        for (text, expected) in [
            (
                "# C\n\n## [Unreleased]\n\nSoon.\n\n## [0.1.0]\n\nOld.\n",
                Some("# C\n\n## [Unreleased]\n\nSoon.\n\n## [0.2.0]\n\nNew.\n\n## [0.1.0]\n\nOld.\n"),
            ),
            ("## [Unreleased]\n", Some("## [Unreleased]\n\n## [0.2.0]\n\nNew.\n")),
            ("# C\n\n## [0.1.0]\n", None),
        ] {
            assert_eq!(with_section(text, "## [0.2.0]\n\nNew.\n").as_deref(), expected, "{text}");
        }
    }
}
