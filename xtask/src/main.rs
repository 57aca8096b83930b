//! The commands of this workspace: those of `openapi-client` with this workspace's defaults, and its own.
//!
//! This file is the table of contents: a command is a module, here or in `openapi_client_cli`.

mod changelog;
mod check;
mod command_line;
mod diff;
mod drift;
mod new_fragment;
mod readme;
mod recorded;
mod recordings;
mod regen;
mod revision;
mod todo;
mod workspace;

use std::ffi::OsString;
use std::process::ExitCode;

use openapi_client_cli::generate::RuntimePlace;
use openapi_client_cli::{Outcome, exit, explain, generate, lint};
use workspace::PROGRAM;

/// Generating is mostly allocating: see `openapi-client` for what this allocator gains.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    run(&arguments).print()
}

fn run(arguments: &[OsString]) -> Outcome {
    if let Some(arguments) = recordings::arguments(arguments) {
        return recordings::run(&arguments);
    }
    let mut command = command_line::command();
    let matches = match command.try_get_matches_from_mut(arguments) {
        Ok(matches) => matches,
        Err(error) => return error.into(),
    };
    match matches.subcommand() {
        Some((regen::NAME, matches)) => regen::run(&regen::Arguments::of(matches)),
        Some((check::NAME, matches)) => check::run(matches),
        Some((new_fragment::NAME, matches)) => new_fragment::run(matches),
        Some((generate::NAME, matches)) => generate_here(generate::Arguments::of(matches)),
        Some((lint::NAME, matches)) => lint_here(lint::Arguments::of(matches)),
        Some((changelog::NAME, matches)) => changelog::run(&changelog::Arguments::of(matches)),
        Some((diff::NAME, matches)) => diff::run(&diff::Arguments::of(matches)),
        Some((drift::NAME, matches)) => drift::run(matches),
        Some((explain::NAME, matches)) => explain::run(&explain::Arguments::of(matches)),
        _ => Outcome::success(command.render_help().to_string()),
    }
}

/// Runs `generate`, with the runtime of this workspace unless another one is named.
fn generate_here(arguments: generate::Arguments) -> Outcome {
    let mut arguments = match arguments.completed(PROGRAM) {
        Ok(arguments) => arguments,
        Err(outcome) => return *outcome,
    };
    if arguments.runtime.is_none() {
        match workspace::root() {
            Ok(root) => arguments.runtime = Some(RuntimePlace::Folder(root.join(workspace::RUNTIME))),
            Err(problem) => return Outcome::failure(exit::USAGE, &problem),
        }
    }
    generate::run(&arguments, PROGRAM)
}

/// Runs `lint`, with the fragments of this workspace unless documents are named.
fn lint_here(mut arguments: lint::Arguments) -> Outcome {
    if arguments.documents.is_empty() {
        match workspace::spec() {
            Ok(spec) => arguments.documents.push(spec),
            Err(problem) => return Outcome::failure(exit::IO, &problem),
        }
    }
    lint::run(&arguments, PROGRAM)
}
