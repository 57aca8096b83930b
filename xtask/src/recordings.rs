//! `cargo xtask coverage`, `record` and `mock-store`: separate programs below `tests/`.
//!
//! They call the client. If it were linked here, a mistake in generated code would keep `regen` from fixing it.

use std::env;
use std::ffi::OsString;
use std::process::Command;

use clap::{Arg, ArgAction};
use openapi_client_cli::{Outcome, exit};

use crate::workspace;

/// The commands: name, package of the program with that name, and description.
const COMMANDS: &[(&str, &str, &str)] = &[
    ("coverage", "replay", "Shows which responses of the API are recorded, and fails if a\ndeclared one is not"),
    ("record", "recorder", "Records a real store, and writes its scrubbed responses to\ntests/recordings"),
    ("mock-store", "mock-store", "Runs a simulated store on this machine, to try the client with"),
];

/// Describes the commands for the overview: the programs themselves explain and check their arguments.
pub fn commands() -> impl Iterator<Item = clap::Command> {
    COMMANDS.iter().map(|(name, _, about)| {
        let arguments = Arg::new("arguments").action(ArgAction::Append).num_args(0..);
        clap::Command::new(name).about(*about).arg(arguments)
    })
}

/// Returns the arguments to pass on, if the command line is for one of these commands or its help.
pub fn arguments(given: &[OsString]) -> Option<Vec<OsString>> {
    let is_one = |argument: &OsString| COMMANDS.iter().any(|(name, ..)| argument == name);
    match given {
        [help, name, ..] if help == "help" && is_one(name) => Some(vec![name.clone(), "--help".into()]),
        [name, ..] if is_one(name) => Some(given.to_vec()),
        _ => None,
    }
}

/// Builds the program that the first argument names and runs it with the other arguments. Returns its exit code.
pub fn run(arguments: &[OsString]) -> Outcome {
    let named = arguments.split_first().and_then(|(command, rest)| {
        COMMANDS.iter().find(|(program, ..)| command == program).map(|program| (program, rest))
    });
    let Some(((program, package, _), arguments)) = named else {
        return Outcome::failure(exit::USAGE, &"expected one of the commands `coverage`, `mock-store` and `record`");
    };
    let root = match workspace::root() {
        Ok(root) => root,
        Err(problem) => return Outcome::failure(exit::IO, &problem),
    };
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(["run", "--quiet", "--package", package, "--bin", program, "--manifest-path"]);
    command.arg(root.join("Cargo.toml")).arg("--").args(arguments);
    become_it(command)
}

/// Replaces this process by cargo, which replaces itself by the program: ending the process ends the server that it
/// runs.
#[cfg(unix)]
fn become_it(mut command: Command) -> Outcome {
    use std::os::unix::process::CommandExt as _;

    // It returns only if it fails.
    let error = command.exec();
    Outcome::failure(exit::IO, &format!("cannot run cargo: {error}"))
}

/// Runs cargo and waits for it, because a process cannot replace itself here. Ctrl-C reaches both.
#[cfg(not(unix))]
fn become_it(mut command: Command) -> Outcome {
    match command.status() {
        Ok(status) => {
            let code = status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(exit::IO);
            Outcome { code, ..Outcome::default() }
        }
        Err(error) => Outcome::failure(exit::IO, &format!("cannot run cargo: {error}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn command_lines_are_passed_on_as_they_are() {
        for (line, expected) in [
            ("coverage --format json", Some("coverage --format json")),
            ("record -h --no-such-flag --", Some("record -h --no-such-flag --")),
            ("help record", Some("record --help")),
            ("help", None),
            ("help regen", None),
            ("regen coverage", None),
            ("", None),
        ] {
            let split = |line: &str| line.split_whitespace().map(OsString::from).collect::<Vec<_>>();
            assert_eq!(arguments(&split(line)), expected.map(split), "{line}");
        }
    }
}
