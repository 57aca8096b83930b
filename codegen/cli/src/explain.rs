//! The command `explain`: the page about a diagnostic code.

use clap::{Arg, ArgMatches, Command};
use codegen::Code;

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
        .about("Explains a diagnostic code, such as E0102")
        .arg(Arg::new(CODE).value_name("CODE").required(true).help("Code of an error or a warning, such as E0102"))
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
    let codes: Vec<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
    let problem = format!("unknown code `{}`\n  help: the codes are {}", arguments.code, codes.join(", "));
    Outcome::failure(exit::USAGE, &problem)
}
