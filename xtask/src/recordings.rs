//! `cargo xtask coverage`, `record` and `mock-store`: commands of a program of its own, the `recordings` of `tests`.
//!
//! They call the client. Were it linked here, a mistake in generated code would keep `regen` from mending it.

use std::env;
use std::ffi::OsString;
use std::process::Command;

use crate::outcome::Outcome;
use crate::{exit, workspace};

/// Builds the program and runs it with these arguments; its exit code is the answer.
pub fn run(arguments: &[OsString]) -> Outcome {
    let root = match workspace::root() {
        Ok(root) => root,
        Err(problem) => return Outcome::failure(exit::IO, &problem),
    };
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(["run", "--quiet", "--package", "tests", "--bin", "recordings", "--manifest-path"]);
    command.arg(root.join("Cargo.toml")).arg("--").args(arguments);
    match command.status() {
        Ok(status) => {
            let code = status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(exit::IO);
            Outcome { code, ..Outcome::default() }
        }
        Err(error) => Outcome::failure(exit::IO, &format!("cannot run cargo: {error}")),
    }
}
