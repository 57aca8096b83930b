//! Code that the examples share: the client, errors and exit codes.
#![allow(dead_code, reason = "no example uses all of it")]

pub mod files;
pub mod progress;

use std::{
    collections::BTreeSet,
    env,
    error::Error as _,
    io,
    path::Path,
    process::ExitCode,
    sync::{Arc, Mutex, PoisonError},
};

use generated_client::{Client, ClientBuilder, DriftKind, DriftReport, Error, ErrorKind};

/// The variable with the hash of the store.
pub const STORE_HASH: &str = "BIGCOMMERCE_STORE_HASH";
/// The variable with the access token.
pub const ACCESS_TOKEN: &str = "BIGCOMMERCE_ACCESS_TOKEN";

/// Exit codes: those of sysexits.h, and 1 if there was no error but not everything was done.
pub mod exit {
    pub const DONE: u8 = 0;
    pub const INCOMPLETE: u8 = 1;
    pub const USAGE: u8 = 64;
    pub const BAD_DATA: u8 = 65;
    pub const NOT_FOUND: u8 = 68;
    pub const UNAVAILABLE: u8 = 69;
    pub const IO: u8 = 74;
    pub const NO_PERMISSION: u8 = 77;
    pub const CONFIG: u8 = 78;
}

/// The list of exit codes at the end of each help.
pub const EXIT_CODES: &str = "\
  64  the command line is wrong
  65  a file does not hold what it should
  69  the API failed or could not be reached
  74  a file cannot be read or written
  77  the API refuses the token, or what it may do
  78  an environment variable is missing or wrong
";

/// Why a program failed, and what to do about it.
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
        Self::new(exit::USAGE, message.to_string()).help("--help explains what there is")
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

impl Failure {
    /// Errors of the client show neither the token nor personal data, so they can be logged.
    pub fn of(error: &Error) -> Self {
        let (code, help) = match (error.kind(), error.status().map(|status| status.as_u16())) {
            (ErrorKind::Api, Some(401)) => {
                (exit::NO_PERMISSION, "check that the token in BIGCOMMERCE_ACCESS_TOKEN belongs to this store")
            }
            (ErrorKind::Api, Some(403)) => (
                exit::NO_PERMISSION,
                "the token's API account lacks a scope, which the documentation of the operation names",
            ),
            (ErrorKind::Api, Some(404)) => {
                (exit::UNAVAILABLE, "check that BIGCOMMERCE_STORE_HASH is the hash of the store")
            }
            (ErrorKind::Api, Some(503)) => (exit::UNAVAILABLE, "the store may be suspended; try again later"),
            (ErrorKind::Transport | ErrorKind::Timeout, _) => {
                (exit::UNAVAILABLE, "check the internet connection, or try again later")
            }
            (ErrorKind::Configuration, _) => (exit::CONFIG, "check the environment variables and --base-url"),
            _ => (exit::UNAVAILABLE, "report the request id, if there is one, to the API's support"),
        };
        let mut message = error.to_string();
        let mut source = error.source();
        while let Some(error) = source {
            message.push_str(&format!(": {error}"));
            source = error.source();
        }
        Self::new(code, message).help(help)
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::of(&error)
    }
}

impl From<lexopt::Error> for Failure {
    fn from(error: lexopt::Error) -> Self {
        Self::usage(error)
    }
}

/// Ends a program.
pub fn end(outcome: Result<u8, Failure>) -> ExitCode {
    let code = outcome.unwrap_or_else(|failure| {
        eprintln!("error: {}", failure.message);
        failure.help.iter().for_each(|line| eprintln!("  help: {line}"));
        failure.code
    });
    code.into()
}

/// Returns a builder for a client of the store that the environment names. A base URL points it to a simulated store.
pub fn builder(base_url: Option<String>) -> Result<ClientBuilder<Client>, Failure> {
    // They say what to do if they are missing.
    for name in [STORE_HASH, ACCESS_TOKEN] {
        variable(name)?;
    }
    let builder = Client::builder_from_env()?;
    Ok(match base_url {
        Some(url) => builder.base_url(url),
        None => builder,
    })
}

/// Returns the value of a required environment variable.
pub fn variable(name: &str) -> Result<String, Failure> {
    let value = env::var(name).ok().filter(|value| !value.is_empty());
    value.ok_or_else(|| {
        Failure::new(exit::CONFIG, format!("the environment variable {name} is not set"))
            .help("an API account of the store has a hash and a token: Settings › API accounts")
            .help("to try it without an account, run `cargo xtask mock-store`, and set the variables that it prints")
    })
}

/// Fields that the API sends but this version of the client does not know. They are missing from its output.
#[derive(Clone, Default)]
pub struct UnknownFields(Arc<Mutex<BTreeSet<String>>>);

impl UnknownFields {
    /// For `ClientBuilder::on_drift`.
    pub fn note(&self, report: &DriftReport<'_>) {
        // Metadata next to the data is not personal.
        let is_data = |pointer: &str| !pointer.starts_with("/meta");
        for drift in report.drift().iter().filter(|drift| drift.kind() == DriftKind::UnknownField) {
            if drift.pointer().is_none_or(is_data) {
                let name = format!("{}.{}", drift.type_name(), drift.text());
                self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(name);
            }
        }
    }

    /// Returns their names, separated by commas; `None` if there are none.
    pub fn names(&self) -> Option<String> {
        let names = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        (!names.is_empty()).then(|| names.iter().map(String::as_str).collect::<Vec<_>>().join(", "))
    }
}
