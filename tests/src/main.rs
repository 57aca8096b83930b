//! The commands about recordings: `cargo xtask coverage` and `cargo xtask record` run this program.

mod command;

use std::process::ExitCode;

fn main() -> ExitCode {
    command::run(std::env::args_os().skip(1))
}
