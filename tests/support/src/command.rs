//! Exit codes and failures of the programs below `tests/`.

use std::fmt::Display;
use std::io::{self, Write};
use std::process::ExitCode;

/// The command did what it was asked to do.
pub const OK: u8 = 0;
/// A declared response is not recorded; or, for `record`, something was not recorded.
pub const INCOMPLETE: u8 = 1;
/// The spec or the recordings cannot be understood.
pub const UNREADABLE: u8 = 2;
/// The command line is wrong (`EX_USAGE` of sysexits.h).
pub const USAGE: u8 = 64;
/// A file cannot be read or written (`EX_IOERR` of sysexits.h).
pub const IO: u8 = 74;

/// Why a command ends early.
#[derive(Debug)]
pub struct Failure {
    /// The exit code.
    pub code: u8,
    /// The message for stderr.
    pub message: String,
}

impl Failure {
    /// Creates a failure with this exit code.
    pub fn new(code: u8, message: &dyn Display) -> Self {
        Self { code, message: message.to_string() }
    }

    /// Creates the failure of an invalid command line, which refers to the help of the named command.
    pub fn usage(message: &str, explained_by: &str) -> Self {
        Self::new(USAGE, &format_args!("{message}\n  help: `{explained_by}` explains what there is"))
    }
}

/// Returns the exit code of a command, and prints its failure to stderr.
pub fn end(outcome: Result<u8, Failure>) -> ExitCode {
    let code = outcome.unwrap_or_else(|failure| {
        // Nothing can be done about a closed terminal.
        let _ = writeln!(io::stderr(), "error: {}", failure.message);
        failure.code
    });
    ExitCode::from(code)
}

/// Writes results to stdout. A reader that has seen enough, such as `head`, changes nothing.
///
/// # Errors
/// When stdout cannot be written to.
pub fn print(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::new(IO, &error)),
        _ => Ok(()),
    }
}

/// Returns the codes as a help text lists them.
#[must_use]
pub fn codes(codes: &[(u8, &str)]) -> String {
    codes.iter().map(|(code, meaning)| format!("  {code:>2}  {meaning}\n")).collect()
}
