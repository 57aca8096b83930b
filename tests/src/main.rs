//! The commands that call the client: `cargo xtask coverage`, `record` and `mock-store` run this program.

mod command;

use std::process::ExitCode;

fn main() -> ExitCode {
    command::run(std::env::args_os().skip(1))
}
