//! The command `lint`: what a careful reviewer would say about documents.

use std::path::PathBuf;
use std::time::Instant;

use clap::{Arg, ArgAction, ArgMatches, Command};
use codegen::Options;

use crate::config::Selected;
use crate::format::Format;
use crate::outcome::Outcome;
use crate::report::{self, plural};
use crate::{documents, exit};

/// The name of the command.
pub const NAME: &str = "lint";

const STRICT: &str = "strict";
const ALLOW: &str = "allow";

/// The parsed command line of `lint`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arguments {
    /// The documents, or one folder of fragments; or nothing or the place of a `codegen.toml`.
    pub documents: Vec<PathBuf>,
    /// Whether a warning is a failure.
    pub strict: bool,
    /// The codes that are not reported.
    pub allow: Vec<String>,
    /// How problems are reported.
    pub format: Format,
}

impl Arguments {
    /// Returns the arguments of a command line of [`command`].
    pub fn of(matches: &ArgMatches) -> Self {
        Self {
            documents: documents::of(matches),
            strict: matches.get_flag(STRICT),
            allow: matches.get_many(ALLOW).into_iter().flatten().cloned().collect(),
            format: Format::of(matches),
        }
    }
}

/// Describes the command line.
pub fn command() -> Command {
    Command::new(NAME)
        .about("Reviews OpenAPI documents, and reports errors and warnings")
        .args([
            documents::arg(),
            Arg::new(STRICT).long(STRICT).action(ArgAction::SetTrue).help("Fail if there are warnings"),
            Arg::new(ALLOW)
                .long(ALLOW)
                .value_name("CODE")
                .action(ArgAction::Append)
                .help("Do not report the warnings with this code; may be\nrepeated"),
            Format::arg(),
        ])
        .after_help(format!("{NOTES}\n{}", exit::help(exit::LINT)))
}

const NOTES: &str = "\
It reports whatever generating a crate reports, and what generating ignores: for
example components that no operation uses, defaults that do not match their
schema, or lists without pagination. Documents may refer to other files. Nothing
is written. Of a codegen.toml, documents, overlays, include and exclude count.

The command `explain` explains a code. To allow a warning in one part of a
document only, write `x-lint-allow: [W1004]` there.
";

/// Runs the command for `program`, as machine-readable reports name it.
pub fn run(flags: &Arguments, program: &str) -> Outcome {
    let begin = Instant::now();
    let selected = match Selected::of(&flags.documents, &[], (program, NAME)) {
        Ok(selected) => selected,
        Err(outcome) => return *outcome,
    };
    let documents = match existing(&selected) {
        Ok(documents) => documents,
        Err(problem) => return Outcome::failure(exit::IO, &problem),
    };
    let mut options = Options::default();
    selected.set(&mut options);
    let linted = codegen::lint(&documents, &options, &flags.allow);
    let (errors, warnings) = report::count(&linted.diagnostics);
    let code = match (errors, warnings) {
        (1.., _) => exit::SPEC,
        (0, 1..) if flags.strict => exit::WARNINGS,
        (0, _) => exit::OK,
    };
    let seconds = begin.elapsed().as_secs_f64();
    let out = format!("{}, {} ({seconds:.2} s)\n", plural(errors, "error"), plural(warnings, "warning"));
    let report = report::render(&linted.diagnostics, &linted.sources, flags.format, program);
    Outcome { out, code, ..Outcome::default() }.with_report(flags.format, report)
}

/// Returns the documents to read, if all files exist and can be read together.
fn existing(selected: &Selected) -> Result<Vec<PathBuf>, String> {
    selected.missing().map_or(Ok(()), Err)?;
    let documents = selected.shown();
    match documents.iter().find(|document| documents.len() > 1 && document.is_dir()) {
        Some(folder) => {
            Err(format!("{} is a folder\n  help: pass a folder of fragments as the only argument", folder.display()))
        }
        None => Ok(documents),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Arguments, String> {
        let matches = command().no_binary_name(true).try_get_matches_from(line.split_whitespace());
        matches.map(|matches| Arguments::of(&matches)).map_err(|error| error.to_string())
    }

    #[test]
    fn lines() {
        let all = Arguments {
            documents: vec!["a.yaml".into(), "b".into()],
            strict: true,
            allow: vec!["W1004".to_owned(), "W0901".to_owned()],
            format: Format::Json,
        };
        assert_eq!(parsed("a.yaml --allow W1004 b --strict --allow=W0901 --format json"), Ok(all));
        for (line, text) in [
            ("a.yaml --stric", "a similar argument exists: '--strict'"),
            ("a.yaml --allow", "a value is required for '--allow <CODE>'"),
            ("a.yaml --format xml", "[possible values: text, json, github, sarif]"),
        ] {
            let error = parsed(line).err().unwrap_or_default();
            assert!(error.contains(text), "{line}:\n{error}");
        }
    }
}
