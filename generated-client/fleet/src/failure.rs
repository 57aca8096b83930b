//! Why the program failed, and what to do about it.

use std::{io, path::Path};

/// Exit codes: those of sysexits.h, and 1 if there was no error but not every row is done.
pub mod exit {
    pub const DONE: u8 = 0;
    pub const INCOMPLETE: u8 = 1;
    pub const USAGE: u8 = 64;
    pub const BAD_DATA: u8 = 65;
    pub const UNAVAILABLE: u8 = 69;
    pub const IO: u8 = 74;
    pub const CONFIG: u8 = 78;
}

/// An error with its exit code and help. It shows neither tokens nor the database's password.
#[derive(Debug)]
pub struct Failure {
    pub code: u8,
    pub message: String,
    pub help: Vec<String>,
}

impl Failure {
    pub fn new(code: u8, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), help: Vec::new() }
    }

    pub fn usage(message: impl ToString) -> Self {
        Self::new(exit::USAGE, message.to_string()).help("`fleet --help` explains what there is")
    }

    pub fn io(path: &Path, error: &io::Error) -> Self {
        Self::new(exit::IO, format!("{}: {error}", path.display()))
    }

    /// Adds a help text.
    pub fn help(mut self, line: impl Into<String>) -> Self {
        self.help.push(line.into());
        self
    }
}

impl From<lexopt::Error> for Failure {
    fn from(error: lexopt::Error) -> Self {
        Self::usage(error)
    }
}

impl From<sqlx::Error> for Failure {
    fn from(error: sqlx::Error) -> Self {
        Self::new(exit::UNAVAILABLE, format!("the database: {error}"))
            .help("check that DATABASE_URL names a PostgreSQL that runs, and that its user may create a schema")
    }
}
