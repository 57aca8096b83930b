//! `cargo xtask coverage`, `record` and `mock-store`: programs of their own, below `tests/`.
//!
//! They call the client. Were it linked here, a mistake in generated code would keep `regen` from mending it.

use std::env;
use std::ffi::OsString;
use std::process::Command;

use crate::outcome::Outcome;
use crate::{exit, workspace};

/// The commands, each with the package of the program of its name.
const PROGRAMS: [(&str, &str); 3] = [("coverage", "replay"), ("record", "recorder"), ("mock-store", "mock-store")];

/// Builds the program that the first argument names and runs it with the others; its exit code is the result.
pub fn run(arguments: &[OsString]) -> Outcome {
    let named = arguments.split_first().and_then(|(command, rest)| {
        PROGRAMS.iter().find(|(program, _)| command == program).map(|program| (program, rest))
    });
    let Some(((program, package), arguments)) = named else {
        return Outcome::failure(exit::USAGE, &"there are the commands `coverage`, `mock-store` and `record`");
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

/// Turns this process into cargo, which turns into the program: whoever ends the process ends the server that it runs.
#[cfg(unix)]
fn become_it(mut command: Command) -> Outcome {
    use std::os::unix::process::CommandExt as _;

    // It returns only if it fails.
    let error = command.exec();
    Outcome::failure(exit::IO, &format!("cannot run cargo: {error}"))
}

/// Runs cargo and waits for it: no process can become another one here. Ctrl-C reaches both.
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
