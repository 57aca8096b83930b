//! The result of a command: its texts and its exit code.

use std::fmt::Display;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use crate::exit;
use crate::format::Format;

/// The result of a command: what it prints, and its exit code.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Results, for stdout.
    pub out: String,
    /// Problems, for stderr.
    pub err: String,
    /// One of the constants of [`exit`](mod@exit).
    pub code: u8,
}

impl Outcome {
    /// Returns a success with a text on stdout.
    pub fn success(out: String) -> Self {
        Self { out, ..Self::default() }
    }

    /// Returns a failure with a problem on stderr.
    pub fn failure(code: u8, problem: &dyn Display) -> Self {
        Self { code, ..Self::default() }.problem(problem)
    }

    /// Adds a problem.
    pub fn problem(mut self, problem: &dyn Display) -> Self {
        self.err.push_str(&format!("error: {problem}\n"));
        self
    }

    /// Adds the problems of documents: in the format for people at the beginning of stderr, in other formats on stdout.
    pub fn with_report(self, format: Format, report: String) -> Self {
        match format {
            Format::Text => Self { err: report + &self.err, ..self },
            Format::Json | Format::Github | Format::Sarif => Self { err: self.err + &self.out, out: report, ..self },
        }
    }

    /// Writes both texts and returns the exit code.
    pub fn print(self) -> ExitCode {
        // Problems first: on a terminal, the summary then comes last.
        let problems = write_all(&mut io::stderr().lock(), &self.err);
        let results = write_all(&mut io::stdout().lock(), &self.out);
        match problems.and(results) {
            // A reader that stops early, such as `head`, does not change the result.
            Err(error) if error.kind() != ErrorKind::BrokenPipe => ExitCode::from(exit::IO),
            _ => ExitCode::from(self.code),
        }
    }
}

/// An invalid command line, or one that asks for help.
impl From<clap::Error> for Outcome {
    fn from(error: clap::Error) -> Self {
        let text = error.render().to_string();
        match error.use_stderr() {
            true => Self { err: text, code: exit::USAGE, ..Self::default() },
            false => Self::success(text),
        }
    }
}

fn write_all(stream: &mut impl Write, text: &str) -> io::Result<()> {
    stream.write_all(text.as_bytes())?;
    stream.flush()
}
