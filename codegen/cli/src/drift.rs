//! The command `drift`: how documents differ from published ones of the same API, and from recorded traffic.

mod machine;
mod text;

use std::fs;
use std::path::{Path, PathBuf};

use clap::builder::PossibleValue;
use clap::{Arg, ArgAction, ArgMatches, Command, ValueEnum, value_parser};
use codegen::drift::{Drift, Traffic};
use codegen::{Diagnostic, Severity, Sources};

use crate::documents;
use crate::format::Format;
use crate::outcome::Outcome;
use crate::report::plural;
use crate::{exit, report};

/// The name of the command.
pub const NAME: &str = "drift";

const OURS: &str = "ours";
const HAR: &str = "har";
const FORMAT: &str = "format";
const EXIT_CODE: &str = "exit-code";

/// How the differences are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum DriftFormat {
    /// For a terminal.
    #[default]
    Text,
    /// For programs.
    Json,
}

/// The options of the command, besides our own documents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// The published documents.
    pub documents: Vec<PathBuf>,
    /// The files with recorded traffic.
    pub har: Vec<PathBuf>,
    /// How the differences are shown.
    pub format: DriftFormat,
    /// Whether an unexplained difference is a failure.
    pub exit_code: bool,
}

/// The parsed command line of `drift`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arguments {
    /// Our document, or folder of fragments.
    pub ours: PathBuf,
    /// The other options.
    pub choices: Choices,
}

impl Arguments {
    /// Returns the arguments of a command line of [`command`].
    pub fn of(matches: &ArgMatches) -> Self {
        let ours = matches.get_one::<PathBuf>(OURS).cloned().unwrap_or_default();
        Self { ours, choices: Choices::of(matches) }
    }
}

impl Choices {
    /// Returns the values of [`options`].
    pub fn of(matches: &ArgMatches) -> Self {
        let paths = |id: &str| matches.get_many::<PathBuf>(id).into_iter().flatten().cloned().collect();
        Self {
            documents: documents::of(matches),
            har: paths(HAR),
            format: matches.get_one(FORMAT).copied().unwrap_or_default(),
            exit_code: matches.get_flag(EXIT_CODE),
        }
    }
}

/// Describes the command line.
pub fn command() -> Command {
    let ours = Arg::new(OURS)
        .value_name("OURS")
        .value_parser(value_parser!(PathBuf))
        .required(true)
        .help("OpenAPI document, or folder of fragments, that is\nchecked");
    Command::new(NAME)
        .about("Compares documents with published ones, or with traffic")
        .arg(ours)
        .args(options())
        .after_help(format!("{NOTES}\n{}", exit::help(exit::DRIFT)))
}

/// Describes the arguments besides our own documents.
pub fn options() -> [Arg; 4] {
    [
        documents::arg().required_unless_present(HAR).help("Published OpenAPI documents of the same API"),
        Arg::new(HAR)
            .long(HAR)
            .value_name("FILE")
            .value_parser(value_parser!(PathBuf))
            .action(ArgAction::Append)
            .help("Recorded traffic, as browsers and proxies export it\n(HAR 1.2); may be repeated"),
        Arg::new(FORMAT)
            .long(FORMAT)
            .value_name("FORMAT")
            .value_parser(value_parser!(DriftFormat))
            .hide_possible_values(true)
            .help("text or json, on stdout [default: text]"),
        Arg::new(EXIT_CODE).long(EXIT_CODE).action(ArgAction::SetTrue).help("Fail if a difference is not explained"),
    ]
}

/// What the help of each program says of the command.
pub const NOTES: &str = "\
Operations are matched by method and path, where the path of the server counts.
Differences that follow from how fragments are written are only counted. One
that is meant is marked at the root of its fragment, with what it rests on:

  x-deviations:
    - at: '#/components/schemas/Pet/properties/name'
      what: required
      source: observed without a name, for strays

Traffic is read and compared, but never stored, and no value of it is shown.
";

impl ValueEnum for DriftFormat {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Text, Self::Json]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(match self {
            Self::Text => "text",
            Self::Json => "json",
        }))
    }
}

/// What was found.
struct Found {
    /// Our documents, as the user named them.
    ours: String,
    /// The published documents.
    theirs: Vec<String>,
    drift: Option<Drift>,
    /// By file.
    traffic: Vec<(String, Traffic)>,
}

impl Found {
    fn unexplained(&self) -> usize {
        let of_drift = self.drift.iter().map(|drift| drift.unexplained().count());
        of_drift.chain(self.traffic.iter().map(|(_, traffic)| traffic.mismatches.len())).sum()
    }
}

/// Runs the command for `program`, as reports name it.
pub fn run(flags: &Arguments, program: &'static str) -> Outcome {
    // A folder is the same one wherever it is.
    let name = flags.ours.is_dir().then(|| flags.ours.display().to_string());
    compare(&flags.ours, name, &flags.choices, program)
}

/// Compares the documents at `ours` with the others. A folder of fragments is shown under `name`.
pub fn compare(ours: &Path, name: Option<String>, choices: &Choices, program: &'static str) -> Outcome {
    let shown = |path: &Path| path.display().to_string();
    let mut found = Found {
        ours: name.clone().unwrap_or_else(|| shown(ours)),
        theirs: choices.documents.iter().map(|path| shown(path)).collect(),
        drift: None,
        traffic: Vec::new(),
    };
    let documents = [ours.to_owned()];
    let mut outcome = Outcome::default();
    if !choices.documents.is_empty() {
        let drifted = codegen::drift::drift(&documents, name.as_deref(), &choices.documents);
        outcome = broken(&drifted.problems, program);
        match drifted.drift {
            Some(drift) => found.drift = Some(drift),
            None => return outcome,
        }
    }
    if !choices.har.is_empty() {
        let mut recorded = Vec::new();
        for path in &choices.har {
            match fs::read(path) {
                Ok(bytes) => recorded.push(bytes),
                Err(error) => return Outcome::failure(exit::IO, &format!("cannot read {}: {error}", path.display())),
            }
        }
        let observed = codegen::drift::traffic(&documents, name.as_deref(), &recorded);
        let Some(results) = observed.traffic else { return broken(&[observed.problems], program) };
        for (path, result) in choices.har.iter().zip(results) {
            match result {
                Ok(traffic) => found.traffic.push((shown(path), traffic)),
                Err(problem) => {
                    let help = "help: export the traffic as HAR 1.2, for example from the network tab of a browser";
                    return Outcome::failure(exit::SPEC, &format!("{}: {problem}\n  {help}", path.display()));
                }
            }
        }
    }
    let out = match choices.format {
        DriftFormat::Text => text::text(&found),
        DriftFormat::Json => machine::json(&found),
    };
    let is_failure = choices.exit_code && found.unexplained() > 0;
    match outcome.code {
        exit::OK if is_failure => Outcome { out, code: exit::DRIFTED, ..outcome },
        _ => Outcome { out, ..outcome },
    }
}

/// Reports the errors of documents and marks, if there are any.
fn broken(problems: &[(Vec<Diagnostic>, Sources)], program: &'static str) -> Outcome {
    let mut outcome = Outcome::default();
    let mut count = 0;
    for (problems, sources) in problems {
        let is_error = |problem: &&Diagnostic| problem.severity() == Severity::Error;
        let errors: Vec<_> = problems.iter().filter(is_error).cloned().collect();
        count += errors.len();
        if !errors.is_empty() {
            outcome.err.push_str(&report::render(&errors, sources, Format::Text, program));
        }
    }
    if count > 0 {
        outcome.err.push_str(&format!("error: the documents have {}\n", plural(count, "error")));
        outcome.code = exit::SPEC;
    }
    outcome
}
