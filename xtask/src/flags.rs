//! The command line: what can be asked, and the help that says so.

use std::ffi::OsString;
use std::fmt;
use std::path::PathBuf;

use lexopt::{Arg, ValueExt as _};

use crate::exit;

/// What the user asks for.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    /// An explanation.
    Help(Topic),
    /// `regen`.
    Regen(Regen),
    /// `generate`.
    Generate(Generate),
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
    /// `generate`.
    Generate,
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

/// The flags of `generate`.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Generate {
    /// The documents, or one folder of fragments.
    pub documents: Vec<PathBuf>,
    /// The folder of the crate.
    pub out: PathBuf,
    /// The name of the package, if it is not that of the folder.
    pub name: Option<String>,
    /// The folder or the version of the runtime, if it is not this workspace's.
    pub runtime: Option<String>,
    /// Whether a warning keeps the crate from being written.
    pub deny_warnings: bool,
}

const COMMANDS: &[&str] = &["regen", "generate", "coverage", "record", "mock-store", "help"];
/// Commands that need the client, and so are in the program that is built with it.
const OF_RECORDINGS: &[&str] = &["coverage", "record", "mock-store"];
const REGEN_FLAGS: &[&str] = &["--check", "--spec", "--out", "--help"];
const GENERATE_FLAGS: &[&str] = &["--out", "--name", "--runtime", "--deny-warnings", "--help"];

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
            Some("generate") => generate(parser),
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
        Some(Arg::Value(name)) if name == "generate" => Ok(Command::Help(Topic::Generate)),
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
            Arg::Long("spec") => flags.spec = Some(folder(&mut parser, "regen")?),
            Arg::Long("out") => flags.out = Some(folder(&mut parser, "regen")?),
            Arg::Value(value) => {
                let message = format!("`regen` takes no argument `{}`", value.to_string_lossy());
                return Err(UsageError { message, help: "name a folder with --spec or --out".to_owned() });
            }
            argument => return Err(unknown("flag", &spelling(&argument), REGEN_FLAGS, "cargo xtask help regen")),
        }
    }
    Ok(Command::Regen(flags))
}

fn generate(mut parser: lexopt::Parser) -> Result<Command, UsageError> {
    let mut flags = Generate::default();
    let problem = |error| explained(error, "generate");
    while let Some(argument) = parser.next().map_err(problem)? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help(Topic::Generate)),
            Arg::Long("out") => flags.out = folder(&mut parser, "generate")?,
            Arg::Long("name") => flags.name = Some(parser.value().and_then(|value| value.string()).map_err(problem)?),
            Arg::Long("runtime") => {
                flags.runtime = Some(parser.value().and_then(|value| value.string()).map_err(problem)?);
            }
            Arg::Long("deny-warnings") => flags.deny_warnings = true,
            Arg::Value(document) => flags.documents.push(document.into()),
            argument => {
                return Err(unknown("flag", &spelling(&argument), GENERATE_FLAGS, "cargo xtask help generate"));
            }
        }
    }
    let missing =
        |what: &str, help: &str| UsageError { message: format!("`generate` needs {what}"), help: help.to_owned() };
    if flags.documents.is_empty() {
        return Err(missing("a document", "name an OpenAPI document, or a folder of fragments"));
    }
    if flags.out.as_os_str().is_empty() {
        return Err(missing("a folder to write to", "name it with --out DIR"));
    }
    Ok(Command::Generate(flags))
}

fn folder(parser: &mut lexopt::Parser, command: &str) -> Result<PathBuf, UsageError> {
    match parser.value() {
        Ok(value) if !value.is_empty() => Ok(value.into()),
        Ok(_) => Err(UsageError { message: "the name of a folder is empty".to_owned(), help: see_help(command) }),
        Err(error) => Err(explained(error, command)),
    }
}

fn see_help(command: &str) -> String {
    format!("`cargo xtask help {command}` explains the flags")
}

fn other(error: lexopt::Error) -> UsageError {
    explained(error, "regen")
}

fn explained(error: lexopt::Error, command: &str) -> UsageError {
    UsageError { message: error.to_string(), help: see_help(command) }
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
        Topic::Generate => GENERATE,
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
  generate        makes a crate of any OpenAPI document
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

const GENERATE: &str = "\
Makes a crate of OpenAPI documents: types, a client, and a method for each
operation, on the runtime of generated-client.

Usage: cargo xtask generate DOCUMENT... --out DIR [flags]

DOCUMENT is an OpenAPI 3.0 document, in YAML or JSON, and may refer to other
files. Each becomes a module, and in it each of its tags. A folder of fragments
(see spec/README.md) can be named instead.

What Rust cannot express becomes raw JSON, and an example that does not fit its
schema is not used: both with a warning that says where. If a document has
errors, all of them are reported and no file is touched. In DIR only files that
were generated are replaced or removed, and a DIR that holds something else is
refused.

Flags:
  --out DIR        the folder of the crate
  --name NAME      the name of the package [default: that of DIR]
  --runtime WHERE  the folder of generated-client, or a version of it in the
                   registry [default: the folder in this workspace]
  --deny-warnings  take warnings for errors
  -h, --help       print this text
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
            ("help generate", Command::Help(Topic::Generate)),
            ("generate --help", Command::Help(Topic::Generate)),
            (
                "generate a.yaml --out b --name c c/d.json --runtime 0.1 --deny-warnings",
                Command::Generate(Generate {
                    documents: vec!["a.yaml".into(), "c/d.json".into()],
                    out: "b".into(),
                    name: Some("c".to_owned()),
                    runtime: Some("0.1".to_owned()),
                    deny_warnings: true,
                }),
            ),
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
            ("frobnicate", "there is no command `frobnicate`", "there are regen, generate, coverage, record"),
            ("help regn", "there is no command `regn`", "did you mean `regen`?"),
            ("--hepl", "there is no flag `--hepl`", "did you mean `--help`?"),
            ("regen --chekc", "there is no flag `--chekc`", "did you mean `--check`?"),
            ("regen -x", "there is no flag `-x`", "there are --check, --spec, --out, --help"),
            ("regen spec", "`regen` takes no argument `spec`", "--spec or --out"),
            ("regen --spec", "missing argument for option '--spec'", "cargo xtask help regen"),
            ("regen --out=", "the name of a folder is empty", "cargo xtask help regen"),
            ("generate --out x", "`generate` needs a document", "name an OpenAPI document"),
            ("generate x.yaml", "`generate` needs a folder to write to", "--out DIR"),
            ("generate x.yaml --ot y", "there is no flag `--ot`", "did you mean `--out`?"),
            ("generate --out", "missing argument for option '--out'", "cargo xtask help generate"),
            ("regen --check=yes", "unexpected argument for option '--check': \"yes\"", "cargo xtask help regen"),
        ];
        for (line, message, help) in cases {
            let error = parsed(line).err().unwrap_or_default();
            assert!(error.starts_with(message) && error.contains(help), "{line}:\n{error}");
        }
    }

    #[test]
    fn help_fits_a_terminal_and_names_every_code() {
        for topic in [Topic::Overview, Topic::Regen, Topic::Generate] {
            let text = help(topic);
            assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
            assert!(exit::ALL.iter().all(|(code, meaning)| text.contains(&format!("{code:>2}  {meaning}"))), "{text}");
        }
    }
}
