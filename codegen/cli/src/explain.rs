//! The command `explain`: the page about a diagnostic code, or a rule of comparisons.

use clap::{Arg, ArgMatches, Command};
use codegen::{Code, Rule};

use crate::exit;
use crate::outcome::Outcome;

/// The name of the command.
pub const NAME: &str = "explain";

const CODE: &str = "code";

/// The parsed command line of `explain`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arguments {
    /// The code, in upper or lower case.
    pub code: String,
}

impl Arguments {
    /// Returns the arguments of a command line of [`command`].
    pub fn of(matches: &ArgMatches) -> Self {
        Self { code: matches.get_one(CODE).cloned().unwrap_or_default() }
    }
}

/// Describes the command line.
pub fn command() -> Command {
    Command::new(NAME)
        .about("Explains a code of a problem or a difference, such as E0102")
        .arg(
            Arg::new(CODE)
                .value_name("CODE")
                .required(true)
                .help("Code of an error, a warning or a difference, such as\nE0102 or D0801"),
        )
        .after_help(format!(
            "Most pages show an example of the mistake and its correction.\n\n{}",
            exit::help(exit::EXPLAIN)
        ))
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> Outcome {
    let wanted = arguments.code.to_ascii_uppercase();
    if let Some(code) = Code::ALL.iter().find(|code| code.as_str() == wanted) {
        return Outcome::success(code.page().to_owned());
    }
    if let Some(rule) = Rule::all().iter().find(|rule| rule.code == wanted) {
        return Outcome::success(rule.page.to_owned());
    }
    let codes = Code::ALL.iter().map(|code| code.as_str()).chain(Rule::all().iter().map(|rule| rule.code));
    let codes: Vec<_> = codes.collect();
    let problem = format!("unknown code `{}`\n  help: the codes are {}", arguments.code, codes.join(", "));
    Outcome::failure(exit::USAGE, &problem)
}
