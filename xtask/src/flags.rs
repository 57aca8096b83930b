//! The command line: what can be asked, and the help that says so.

use std::ffi::OsString;
use std::fmt;
use std::path::PathBuf;

use lexopt::Arg;

use crate::exit;

/// What the user asks for.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    /// An explanation.
    Help(Topic),
    /// `regen`.
    Regen(Regen),
    /// A command of the tests' own program, with its arguments: that program explains and checks them.
    Recordings(Vec<OsString>),
}

/// What is explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// All commands.
    Overview,
    /// `regen`.
    Regen,
}

/// The flags of `regen`.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Regen {
    /// Compare, write nothing.
    pub check: bool,
    /// The folder of the fragments, if it is not the workspace's.
    pub spec: Option<PathBuf>,
    /// The folder of the generated files, if it is not the workspace's.
    pub out: Option<PathBuf>,
}

const COMMANDS: &[&str] = &["regen", "coverage", "record", "mock-store", "help"];
/// Commands that need the client, and so are in the program that is built with it.
const OF_RECORDINGS: &[&str] = &["coverage", "record", "mock-store"];
const REGEN_FLAGS: &[&str] = &["--check", "--spec", "--out", "--help"];

/// A command line that cannot be understood.
#[derive(Debug, PartialEq, Eq)]
pub struct UsageError {
    message: String,
    help: String,
}

impl fmt::Display for UsageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n  help: {}", self.message, self.help)
    }
}

/// Reads the arguments that follow the program's name.
///
/// # Errors
/// An argument that no command knows, or a value that is missing.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Command, UsageError> {
    let mut parser = lexopt::Parser::from_args(arguments);
    match parser.next().map_err(other)? {
        None | Some(Arg::Short('h') | Arg::Long("help")) => Ok(Command::Help(Topic::Overview)),
        Some(Arg::Value(name)) => match name.to_str() {
            Some("help") => help_for(parser),
            Some("regen") => regen(parser),
            Some(known) if OF_RECORDINGS.contains(&known) => recordings(name, parser),
            _ => Err(unknown("command", &name.to_string_lossy(), COMMANDS, "cargo xtask --help")),
        },
        Some(argument) => Err(unknown("flag", &spelling(&argument), &["--help"], "cargo xtask --help")),
    }
}

fn help_for(mut parser: lexopt::Parser) -> Result<Command, UsageError> {
    match parser.next().map_err(other)? {
        None | Some(Arg::Short('h') | Arg::Long("help")) => Ok(Command::Help(Topic::Overview)),
        Some(Arg::Value(name)) if name == "help" => Ok(Command::Help(Topic::Overview)),
        Some(Arg::Value(name)) if name == "regen" => Ok(Command::Help(Topic::Regen)),
        Some(Arg::Value(name)) if OF_RECORDINGS.iter().any(|known| name == *known) => {
            Ok(Command::Recordings(vec![name, "--help".into()]))
        }
        Some(argument) => Err(unknown("command", &spelling(&argument), COMMANDS, "cargo xtask --help")),
    }
}

fn recordings(name: OsString, mut parser: lexopt::Parser) -> Result<Command, UsageError> {
    let rest = parser.raw_args().map_err(other)?;
    Ok(Command::Recordings(std::iter::once(name).chain(rest).collect()))
}

fn regen(mut parser: lexopt::Parser) -> Result<Command, UsageError> {
    let mut flags = Regen::default();
    while let Some(argument) = parser.next().map_err(other)? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help(Topic::Regen)),
            Arg::Long("check") => flags.check = true,
            Arg::Long("spec") => flags.spec = Some(folder(&mut parser)?),
            Arg::Long("out") => flags.out = Some(folder(&mut parser)?),
            Arg::Value(value) => {
                let message = format!("`regen` takes no argument `{}`", value.to_string_lossy());
                return Err(UsageError { message, help: "name a folder with --spec or --out".to_owned() });
            }
            argument => return Err(unknown("flag", &spelling(&argument), REGEN_FLAGS, "cargo xtask help regen")),
        }
    }
    Ok(Command::Regen(flags))
}

fn folder(parser: &mut lexopt::Parser) -> Result<PathBuf, UsageError> {
    match parser.value() {
        Ok(value) if !value.is_empty() => Ok(value.into()),
        Ok(_) => Err(UsageError { message: "the name of a folder is empty".to_owned(), help: SEE_HELP.to_owned() }),
        Err(error) => Err(other(error)),
    }
}

const SEE_HELP: &str = "`cargo xtask help regen` explains the flags";

fn other(error: lexopt::Error) -> UsageError {
    UsageError { message: error.to_string(), help: SEE_HELP.to_owned() }
}

fn spelling(argument: &Arg<'_>) -> String {
    match argument {
        Arg::Short(letter) => format!("-{letter}"),
        Arg::Long(name) => format!("--{name}"),
        Arg::Value(value) => value.to_string_lossy().into_owned(),
    }
}

fn unknown(kind: &str, given: &str, known: &[&str], explained_by: &str) -> UsageError {
    let help = match similar::get_close_matches(given, known, 1, 0.6).first() {
        Some(near) => format!("did you mean `{near}`? `{explained_by}` explains them all"),
        None => format!("`{explained_by}` explains them all; there are {}", known.join(", ")),
    };
    UsageError { message: format!("there is no {kind} `{given}`"), help }
}

/// The explanation of `topic`.
pub fn help(topic: Topic) -> String {
    let text = match topic {
        Topic::Overview => OVERVIEW,
        Topic::Regen => REGEN,
    };
    let codes = exit::ALL.iter().map(|(code, meaning)| format!("  {code:>2}  {meaning}\n")).collect::<String>();
    format!("{text}\nExit codes:\n{codes}")
}

const OVERVIEW: &str = "\
The commands of this workspace.

Usage: cargo xtask <command> [flags]

Commands:
  regen           writes generated-client/src/generated from the OpenAPI
                  fragments in spec/
  regen --check   writes nothing, and fails if the generated files are not what
                  spec/ says
  coverage        shows which answers of the API are recorded under
                  tests/recordings, and fails if a declared one is not
  record          records a real store, and writes what it answered, scrubbed,
                  to tests/recordings
  mock-store      runs a simulated store on this machine, to try the client with
  help [command]  explains a command

After an edit in spec/: run `cargo xtask regen`, and review the diff of spec/
beside that of the generated files. Nobody edits generated files by hand.
";

const REGEN: &str = "\
Writes generated-client/src/generated from the OpenAPI fragments in spec/.

Usage: cargo xtask regen [--check] [--spec DIR] [--out DIR]

Only files whose text changes are written, and generated files that no fragment
asks for any more are removed: one line a file, then a summary. A file that does
not begin with `// @generated` is never replaced or removed. If the spec has
errors, all of them are reported and no file is touched.

Flags:
  --check     write nothing; show every missing, changed and stray file, with a
              diff from what is on the disk (a/) to what would be generated (b/)
  --spec DIR  the folder of the fragments
              [default: spec, in the workspace]
  --out DIR   the folder of the generated files
              [default: generated-client/src/generated, in the workspace]
  -h, --help  print this text

It works from any folder of the workspace; DIR is relative to the current
folder. Colours are for terminals, and off when NO_COLOR is set.
";

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command, String> {
        parse(line.split_whitespace().map(OsString::from)).map_err(|error| error.to_string())
    }

    fn with(check: bool, spec: Option<&str>, out: Option<&str>) -> Command {
        Command::Regen(Regen { check, spec: spec.map(PathBuf::from), out: out.map(PathBuf::from) })
    }

    fn recordings(line: &str) -> Command {
        Command::Recordings(line.split(' ').map(OsString::from).collect())
    }

    #[test]
    fn good_lines() {
        let cases = [
            ("", Command::Help(Topic::Overview)),
            ("-h", Command::Help(Topic::Overview)),
            ("--help", Command::Help(Topic::Overview)),
            ("help", Command::Help(Topic::Overview)),
            ("help regen", Command::Help(Topic::Regen)),
            ("regen -h", Command::Help(Topic::Regen)),
            ("regen --check --help", Command::Help(Topic::Regen)),
            ("regen", with(false, None, None)),
            ("regen --check", with(true, None, None)),
            ("regen --spec a --out=b/c", with(false, Some("a"), Some("b/c"))),
            ("coverage --format json", recordings("coverage --format json")),
            ("help record", recordings("record --help")),
            ("mock-store --port 0", recordings("mock-store --port 0")),
        ];
        for (line, expected) in cases {
            assert_eq!(parsed(line), Ok(expected), "{line}");
        }
    }

    #[test]
    fn bad_lines_say_what_to_write() {
        let cases = [
            ("regne", "there is no command `regne`", "did you mean `regen`?"),
            ("frobnicate", "there is no command `frobnicate`", "there are regen, coverage, record, mock-store, help"),
            ("help regn", "there is no command `regn`", "did you mean `regen`?"),
            ("--hepl", "there is no flag `--hepl`", "did you mean `--help`?"),
            ("regen --chekc", "there is no flag `--chekc`", "did you mean `--check`?"),
            ("regen -x", "there is no flag `-x`", "there are --check, --spec, --out, --help"),
            ("regen spec", "`regen` takes no argument `spec`", "--spec or --out"),
            ("regen --spec", "missing argument for option '--spec'", "cargo xtask help regen"),
            ("regen --out=", "the name of a folder is empty", "cargo xtask help regen"),
            ("regen --check=yes", "unexpected argument for option '--check': \"yes\"", "cargo xtask help regen"),
        ];
        for (line, message, help) in cases {
            let error = parsed(line).err().unwrap_or_default();
            assert!(error.starts_with(message) && error.contains(help), "{line}:\n{error}");
        }
    }

    #[test]
    fn help_fits_a_terminal_and_names_every_code() {
        for topic in [Topic::Overview, Topic::Regen] {
            let text = help(topic);
            assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
            assert!(exit::ALL.iter().all(|(code, meaning)| text.contains(&format!("{code:>2}  {meaning}"))), "{text}");
        }
    }
}
