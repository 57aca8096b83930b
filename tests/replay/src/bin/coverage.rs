//! `cargo xtask coverage`: which declared responses are recorded.

use std::path::PathBuf;
use std::process::ExitCode;

use lexopt::Arg;
use replay::Recordings;
use replay::coverage::{Format, coverage, print, summary};
use replay::suite::missing;
use test_support::Spec;

use test_support::command::{self, Failure, INCOMPLETE, IO, OK, UNREADABLE, USAGE, codes};

const HELP: &str = "\
Shows which responses of the API are recorded under tests/recordings: operation by
status, with the number of recordings, `-` where the spec declares no such
response, and HOLE where it declares one that nothing is recorded for.

Usage: cargo xtask coverage [--format text|markdown|json]

Flags:
  --format FORMAT   text, markdown or json  [default: text]
  --recordings DIR  read this folder instead of tests/recordings
  --spec DIR        read this folder instead of spec
  -h, --help        print this text

Exit codes:
";

const CODES: &[(u8, &str)] = &[
    (OK, "every declared response is recorded"),
    (INCOMPLETE, "a declared response is not recorded"),
    (UNREADABLE, "the spec or a recording cannot be understood"),
    (USAGE, "the command line is wrong"),
    (IO, "the table cannot be printed"),
];

fn main() -> ExitCode {
    command::end(run(lexopt::Parser::from_env()))
}

fn run(mut parser: lexopt::Parser) -> Result<u8, Failure> {
    let usage = |message: &str| Failure::usage(message, "cargo xtask help coverage");
    let value = |parser: &mut lexopt::Parser| parser.value().map_err(|error| usage(&error.to_string()));
    let (mut format, mut spec, mut recordings) = (Format::Text, Spec::folder(), Recordings::folder());
    while let Some(argument) = parser.next().map_err(|error| usage(&error.to_string()))? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => {
                return command::print(&format!("{HELP}{}", codes(CODES))).map(|()| OK);
            }
            Arg::Long("format") => {
                format = match value(&mut parser)?.to_str() {
                    Some("text") => Format::Text,
                    Some("markdown") => Format::Markdown,
                    Some("json") => Format::Json,
                    _ => return Err(usage("a format is text, markdown or json")),
                };
            }
            Arg::Long("spec") => spec = PathBuf::from(value(&mut parser)?),
            Arg::Long("recordings") => recordings = PathBuf::from(value(&mut parser)?),
            other => {
                let message = other.unexpected().to_string();
                return Err(usage(&message));
            }
        }
    }
    let spec = Spec::read(&spec).map_err(|problem| Failure::new(UNREADABLE, &problem))?;
    let recordings =
        Recordings::read(&recordings).map_err(|problems| Failure::new(UNREADABLE, &problems.join("\nerror: ")))?;
    let rows = coverage(&spec, &recordings);
    command::print(&print(&rows, format))?;
    // Scripts read stdout, so it holds only the table.
    if format == Format::Text {
        command::print(&format!("\n{}\n", summary(&rows, &recordings)))?;
    }
    let open = missing(&spec, &recordings);
    for problem in &open {
        eprintln!("error: {problem}");
    }
    Ok(if open.is_empty() { OK } else { INCOMPLETE })
}
