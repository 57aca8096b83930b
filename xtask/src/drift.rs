//! `cargo xtask drift`: how the fragments of this workspace differ from published documents, and from traffic.

use clap::{ArgMatches, Command};
use openapi_client_cli::drift::{self, Choices};
use openapi_client_cli::{Outcome, exit};

use crate::workspace::{self, PROGRAM};

/// The name of the command.
pub const NAME: &str = drift::NAME;

/// Describes the command line.
pub fn command() -> Command {
    Command::new(NAME)
        .about("Compares spec/ with published documents, or with traffic")
        .args(drift::options())
        .after_help(format!("{}\n{}", drift::NOTES, exit::help(exit::DRIFT)))
}

/// Runs the command.
pub fn run(matches: &ArgMatches) -> Outcome {
    match workspace::spec() {
        Ok(spec) => drift::compare(&spec, Some(workspace::SPEC.to_owned()), &Choices::of(matches), PROGRAM),
        Err(problem) => Outcome::failure(exit::IO, &problem),
    }
}
