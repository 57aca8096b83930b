//! The commands of the program `openapi-client` as a library.
//!
//! A command is a module: its `command` describes its command line to clap, its `Arguments` are what was given there, and
//! its `run` returns an [`Outcome`]: texts and an exit code, which only a program prints. [`run`] is the whole program.
//! A program with commands of its own puts these beside them, with its own name and its own defaults.
//!
//! ```
//! use openapi_client_cli::{exit, run};
//!
//! let outcome = run(["explain".into(), "E0102".into()]);
//! assert!(outcome.code == exit::OK && outcome.out.starts_with("# E0102: "));
//! ```

pub mod changes;
mod config;
pub mod diff;
pub mod documents;
pub mod drift;
pub mod exit;
pub mod explain;
mod format;
pub mod generate;
pub mod lint;
mod outcome;
pub mod paths;
pub mod prove;
pub mod report;

use std::ffi::OsString;

use clap::Command;

pub use format::Format;
pub use outcome::Outcome;

/// What a user types to run the program.
const PROGRAM: &str = "openapi-client";

/// Runs the command that these arguments, without the name of the program, ask for.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Outcome {
    let mut command = command();
    let matches = match command.try_get_matches_from_mut(arguments) {
        Ok(matches) => matches,
        Err(error) => return error.into(),
    };
    match matches.subcommand() {
        Some((generate::NAME, matches)) => match generate::Arguments::of(matches).completed(PROGRAM) {
            Ok(arguments) => generate::run(&arguments, PROGRAM),
            Err(outcome) => *outcome,
        },
        Some((lint::NAME, matches)) => lint::run(&lint::Arguments::of(matches), PROGRAM),
        Some((diff::NAME, matches)) => diff::run(&diff::Arguments::of(matches), PROGRAM),
        Some((drift::NAME, matches)) => drift::run(&drift::Arguments::of(matches), PROGRAM),
        Some((prove::NAME, matches)) => prove::run(&prove::Arguments::of(matches), PROGRAM),
        Some((explain::NAME, matches)) => explain::run(&explain::Arguments::of(matches)),
        _ => Outcome::success(command.render_help().to_string()),
    }
}

/// Describes the command line of the program.
fn command() -> Command {
    program(PROGRAM)
        .about("Generates Rust clients from OpenAPI documents")
        .version(env!("CARGO_PKG_VERSION"))
        .subcommands([
            generate::command(),
            lint::command(),
            diff::command(),
            drift::command(),
            prove::command(),
            explain::command(),
        ])
        .after_help(exit::help(exit::ALL))
}

/// Describes a program without commands, which is run by typing `name`.
///
/// Its arguments come without the name of the program. An option that is given twice has the later value, so that a
/// script can add to a line that it was given.
pub fn program(name: &'static str) -> Command {
    Command::new(name).bin_name(name).no_binary_name(true).args_override_self(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        command().debug_assert();
    }

    #[test]
    fn help_fits_a_terminal_and_names_the_exit_codes() {
        for line in ["", "--help", "generate --help", "help lint", "explain -h", "diff -h", "drift -h", "prove -h"] {
            let outcome = run(line.split_whitespace().map(OsString::from));
            assert_eq!((outcome.code, outcome.err.as_str()), (exit::OK, ""), "{line}");
            assert!(outcome.out.lines().all(|line| line.chars().count() <= 80), "{}", outcome.out);
            assert!(outcome.out.contains("\nExit codes:\n   0  "), "{}", outcome.out);
        }
    }
}
