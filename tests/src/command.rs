//! The command line of this program.

mod coverage;
mod mock_store;
mod record;

use std::ffi::OsString;
use std::fmt::Display;
use std::io::{self, Write};
use std::process::ExitCode;

/// The command did what it was asked to do.
const OK: u8 = 0;
/// A declared answer is not recorded; or, of `record`, something was not recorded.
const INCOMPLETE: u8 = 1;
/// The spec or the recordings cannot be understood.
const UNREADABLE: u8 = 2;
/// The command line is wrong (`EX_USAGE` of sysexits.h).
const USAGE: u8 = 64;
/// A file cannot be read or written (`EX_IOERR` of sysexits.h).
const IO: u8 = 74;

/// Runs the command that the arguments name.
pub fn run(arguments: impl Iterator<Item = OsString>) -> ExitCode {
    let mut parser = lexopt::Parser::from_args(arguments);
    let outcome = match parser.next() {
        Ok(Some(lexopt::Arg::Value(name))) if name == "coverage" => coverage::run(parser),
        Ok(Some(lexopt::Arg::Value(name))) if name == "mock-store" => mock_store::run(parser),
        Ok(Some(lexopt::Arg::Value(name))) if name == "record" => record::run(parser),
        _ => Err(Failure::usage("there are the commands `coverage`, `mock-store` and `record`", "cargo xtask --help")),
    };
    let code = outcome.unwrap_or_else(|failure| {
        // Nothing can be done about a closed terminal.
        let _ = writeln!(io::stderr(), "error: {}", failure.message);
        failure.code
    });
    ExitCode::from(code)
}

/// Why a command ends early.
struct Failure {
    code: u8,
    message: String,
}

impl Failure {
    fn new(code: u8, message: &dyn Display) -> Self {
        Self { code, message: message.to_string() }
    }

    fn usage(message: &str, explained_by: &str) -> Self {
        Self::new(USAGE, &format_args!("{message}\n  help: `{explained_by}` explains what there is"))
    }
}

/// Writes results to stdout. A reader that has seen enough, such as `head`, changes nothing.
fn print(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::new(IO, &error)),
        _ => Ok(()),
    }
}

/// The codes as the help prints them.
fn codes(codes: &[(u8, &str)]) -> String {
    codes.iter().map(|(code, meaning)| format!("  {code:>2}  {meaning}\n")).collect()
}
