//! The command `diff`: what a change of documents means for the callers of the generated crate.

pub mod accepted;
mod changelog;
mod groups;
mod html;
mod machine;
mod markdown;
mod review;
mod text;

use std::path::{Path, PathBuf};

use clap::builder::PossibleValue;
use clap::{Arg, ArgAction, ArgMatches, Command, ValueEnum, value_parser};
use codegen::{Comparison, LEDGER, Ledger, Modelled, Options, Runtime, TEXT_MARK};

pub use changelog::changelog;
pub use review::{Generator, Review};

use crate::config::Selected;
use crate::outcome::Outcome;
use crate::report::plural;
use crate::{Format, exit, report};

/// The name of the command.
pub const NAME: &str = "diff";

/// The ids of its options.
pub const FORMAT: &str = "format";
const EXIT_CODE: &str = "exit-code";
const ACCEPTED: &str = "accepted";
const BASE: &str = "base";
const HEAD: &str = "head";

/// How a comparison is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum DiffFormat {
    /// For a terminal.
    #[default]
    Text,
    /// For a comment on a pull request.
    Markdown,
    /// JSON, as `diff.schema.json` describes it.
    Json,
    /// Annotations of GitHub's workflows.
    Github,
    /// SARIF 2.1.0.
    Sarif,
    /// A page of its own.
    Html,
}

/// The options of the command that do not say what is compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// How the comparison is shown.
    pub format: DiffFormat,
    /// Whether a breaking difference that is not accepted is a failure.
    pub exit_code: bool,
}

/// The parsed command line of `diff`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arguments {
    /// The documents, or the folder of fragments, that are compared with.
    pub base: PathBuf,
    /// Those that are compared.
    pub head: PathBuf,
    /// The file with the accepted differences.
    pub accepted: Option<PathBuf>,
    /// The other options.
    pub choices: Choices,
}

impl Arguments {
    /// Returns the arguments of a command line of [`command`].
    pub fn of(matches: &ArgMatches) -> Self {
        let path = |id: &str| matches.get_one::<PathBuf>(id).cloned();
        Self {
            base: path(BASE).unwrap_or_default(),
            head: path(HEAD).unwrap_or_default(),
            accepted: path(ACCEPTED),
            choices: Choices::of(matches),
        }
    }
}

impl Choices {
    /// Returns the values of [`options`].
    pub fn of(matches: &ArgMatches) -> Self {
        let format = matches.get_one(FORMAT).copied().unwrap_or_default();
        Self { format, exit_code: matches.get_flag(EXIT_CODE) }
    }
}

/// Describes the command line.
pub fn command() -> Command {
    let path =
        |id: &'static str, name: &'static str| Arg::new(id).value_name(name).value_parser(value_parser!(PathBuf));
    Command::new(NAME)
        .about("Says what a change of documents means for callers of the crate")
        .args([
            path(BASE, "BASE")
                .required(true)
                .help("OpenAPI document, folder of fragments, or codegen.toml,\nbefore the change"),
            path(HEAD, "HEAD").required(true).help("The same after the change"),
            Arg::new(ACCEPTED)
                .long(ACCEPTED)
                .value_name("FILE")
                .value_parser(value_parser!(PathBuf))
                .help("File with the accepted differences"),
        ])
        .args(options())
        .after_help(format!("{NOTES}\n{SIDES}\n{}", exit::help(exit::DIFF)))
}

/// Describes the options that do not say what is compared.
pub fn options() -> [Arg; 2] {
    [
        Arg::new(FORMAT)
            .long(FORMAT)
            .value_name("FORMAT")
            .value_parser(value_parser!(DiffFormat))
            .hide_possible_values(true)
            .help("text, markdown, json, github (annotations), sarif or\nhtml, on stdout [default: text]"),
        Arg::new(EXIT_CODE)
            .long(EXIT_CODE)
            .action(ArgAction::SetTrue)
            .help("Fail if callers must change something that is not\naccepted"),
    ]
}

/// What the help of each program says of the command.
pub const NOTES: &str = "\
The comparison is made of what is generated, not of texts: moving a schema or
rewording a description is no change for callers. The command `explain` explains
the rules, such as D0801. An entry in a file accepts a breaking difference:

  - fingerprint: 5f0c1e0b7a3d9e42
    reason: Nobody could have used it, because the API never sent it.
";

const SIDES: &str = "\
Two documents are compared as they stand. Of a codegen.toml, documents,
overlays, include, exclude and formats count, and the names.lock of its crate,
which keeps the names of methods and types: compare two of them, or their
folders in two checkouts, to see what `generate` would change.
";

impl ValueEnum for DiffFormat {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Text, Self::Markdown, Self::Json, Self::Github, Self::Sarif, Self::Html]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Json => "json",
            Self::Github => "github",
            Self::Sarif => "sarif",
            Self::Html => "html",
        }))
    }
}

/// Runs the command for `program`, as machine-readable reports name it.
pub fn run(flags: &Arguments, program: &'static str) -> Outcome {
    let (base, head) = match read(&flags.base, &flags.head, program) {
        Ok(sides) => sides,
        Err(problem) => return *problem,
    };
    let accepted = match flags.accepted.as_deref().map(accepted::read).transpose() {
        Ok(accepted) => accepted.unwrap_or_default(),
        Err(problem) => return Outcome::failure(problem.code(), &problem),
    };
    let shown = |path: &Path| path.display().to_string();
    match compared(&base, &head, program) {
        Ok(comparison) => {
            let mut review = Review::new(comparison, shown(&flags.base), shown(&flags.head));
            review.accepted = accepted;
            show(&review, &flags.choices, program)
        }
        Err(outcome) => *outcome,
    }
}

/// Compares both, or reports the errors of the documents.
pub fn compared(base: &Modelled, head: &Modelled, program: &'static str) -> Result<Comparison, Box<Outcome>> {
    if let (Some(before), Some(after)) = (&base.model, &head.model) {
        return Ok(codegen::compare(before, after));
    }
    let sides = [("before", base), ("after", head)].into_iter().filter(|(_, side)| side.model.is_none());
    let texts = sides.map(|(when, side)| {
        let (errors, _) = report::count(&side.diagnostics);
        let shown = report::render(&side.diagnostics, &side.sources, Format::Text, program);
        format!("{shown}error: the documents {when} the change have {}\n", plural(errors, "error"))
    });
    Err(Box::new(Outcome { err: texts.collect(), code: exit::SPEC, ..Outcome::default() }))
}

/// Shows a comparison.
pub fn show(review: &Review, choices: &Choices, program: &'static str) -> Outcome {
    let out = match choices.format {
        DiffFormat::Text => text::text(review),
        DiffFormat::Markdown => markdown::markdown(review),
        DiffFormat::Json => machine::json(review),
        DiffFormat::Github => machine::github(review),
        DiffFormat::Sarif => machine::sarif(review, program),
        DiffFormat::Html => html::html(review),
    };
    let unmatched = review.unmatched();
    let outcome = Outcome { out, ..Outcome::default() };
    match unmatched.is_empty() {
        true if choices.exit_code && review.unaccepted() > 0 => Outcome { code: exit::BREAKING, ..outcome },
        true => outcome,
        false => {
            unmatched.iter().fold(Outcome { code: exit::SPEC, ..outcome }, |outcome, entry| outcome.problem(entry))
        }
    }
}

/// Reads both sides: documents, folders of fragments, or what a `codegen.toml` says.
fn read(base: &Path, head: &Path, program: &str) -> Result<(Modelled, Modelled), Box<Outcome>> {
    let selected = |path: &Path| Selected::of(&[path.to_owned()], &[], (program, NAME));
    let (base, head) = (selected(base)?, selected(head)?);
    // Two files with different names are one document at two times.
    let stem = |selected: &Selected| match selected.documents.as_slice() {
        [one] if one.is_file() => one.file_stem().map(|stem| stem.to_string_lossy().into_owned()),
        _ => None,
    };
    let module = stem(&base).filter(|module| stem(&head).is_some_and(|other| other != *module));
    let read = |selected: &Selected| {
        let mut options = Options::new("client", Runtime::default());
        selected.set(&mut options);
        options.formats.clone_from(&selected.formats);
        options.ledger = match (&selected.out, selected.documents.as_slice()) {
            (Some(out), _) => ledger(out, &out.display().to_string()),
            (None, [folder]) => ledger(folder, &folder.display().to_string()),
            (None, _) => None,
        };
        codegen::model(&selected.documents, &options, module.as_deref())
    };
    Ok(both(|| read(&base), || read(&head)))
}

/// Reads the ledger of names of a folder of fragments, which is shown as `shown`; `None` without one of ours.
pub fn ledger(folder: &Path, shown: &str) -> Option<Ledger> {
    let text = std::fs::read_to_string(folder.join(LEDGER)).ok()?;
    text.starts_with(TEXT_MARK).then(|| Ledger { path: format!("{shown}/{LEDGER}"), text })
}

/// Runs both at the same time.
pub fn both<A, B: Send>(one: impl FnOnce() -> A, other: impl FnOnce() -> B + Send) -> (A, B) {
    std::thread::scope(|scope| {
        let other = scope.spawn(other);
        let one = one();
        match other.join() {
            Ok(other) => (one, other),
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}
