//! The command line: what can be asked, and the help that says so.

mod help;
mod lint;

use std::ffi::OsString;
use std::fmt;
use std::path::PathBuf;

use lexopt::{Arg, ValueExt as _};

pub use help::help;
pub use lint::Lint;

/// What the user asks for.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    /// An explanation.
    Help(Topic),
    /// `regen`.
    Regen(Regen),
    /// `generate`.
    Generate(Generate),
    /// `lint`.
    Lint(Lint),
    /// `explain`, of that code.
    Explain(String),
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
    /// `lint`.
    Lint,
    /// `explain`.
    Explain,
}

/// How problems are reported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For people.
    #[default]
    Text,
    /// JSON.
    Json,
    /// Annotations of GitHub's workflows.
    Github,
    /// SARIF 2.1.0.
    Sarif,
}

impl Format {
    const ALL: [(&'static str, Self); 4] =
        [("text", Self::Text), ("json", Self::Json), ("github", Self::Github), ("sarif", Self::Sarif)];
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
    /// How problems are reported.
    pub format: Format,
}

/// The flags of `generate`.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Generate {
    /// The documents, or one folder of fragments.
    pub documents: Vec<PathBuf>,
    /// Overlays of these, in the order in which they are applied.
    pub overlays: Vec<PathBuf>,
    /// The folder of the crate.
    pub out: PathBuf,
    /// The name of the package, if it is not that of the folder.
    pub name: Option<String>,
    /// The folder or the version of the runtime, if it is not this workspace's.
    pub runtime: Option<String>,
    /// Whether the crate has tests of the documents' examples.
    pub example_tests: bool,
    /// Whether a warning keeps the crate from being written.
    pub deny_warnings: bool,
    /// How problems are reported.
    pub format: Format,
}

const COMMANDS: &[&str] = &["regen", "generate", "lint", "explain", "coverage", "record", "mock-store", "help"];
/// Commands that need the client, and so are in the program that is built with it.
const OF_RECORDINGS: &[&str] = &["coverage", "record", "mock-store"];
const REGEN_FLAGS: &[&str] = &["--check", "--spec", "--out", "--format", "--help"];
const GENERATE_FLAGS: &[&str] =
    &["--out", "--overlay", "--name", "--runtime", "--with-example-tests", "--deny-warnings", "--format", "--help"];

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
            Some("lint") => lint::parse(parser),
            Some("explain") => explain(parser),
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
        Some(Arg::Value(name)) if name == "explain" => Ok(Command::Help(Topic::Explain)),
        Some(Arg::Value(name)) if name == "lint" => Ok(Command::Help(Topic::Lint)),
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
            Arg::Long("format") => flags.format = format(&mut parser, "regen")?,
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
    while let Some(argument) = parser.next().map_err(|error| explained(error, "generate"))? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help(Topic::Generate)),
            Arg::Long("out") => flags.out = folder(&mut parser, "generate")?,
            Arg::Long("overlay") => flags.overlays.push(file(&mut parser, "generate")?),
            Arg::Long("name") => flags.name = Some(text(&mut parser, "generate")?),
            Arg::Long("runtime") => flags.runtime = Some(text(&mut parser, "generate")?),
            Arg::Long("with-example-tests") => flags.example_tests = true,
            Arg::Long("deny-warnings") => flags.deny_warnings = true,
            Arg::Long("format") => flags.format = format(&mut parser, "generate")?,
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

fn explain(mut parser: lexopt::Parser) -> Result<Command, UsageError> {
    match parser.next().map_err(|error| explained(error, "explain"))? {
        Some(Arg::Value(code)) => Ok(Command::Explain(code.to_string_lossy().into_owned())),
        Some(Arg::Short('h') | Arg::Long("help")) => Ok(Command::Help(Topic::Explain)),
        Some(argument) => Err(unknown("flag", &spelling(&argument), &["--help"], "cargo xtask help explain")),
        None => Err(UsageError {
            message: "`explain` needs a code".to_owned(),
            help: "name one as a diagnostic has it, such as E0102".to_owned(),
        }),
    }
}

fn format(parser: &mut lexopt::Parser, command: &str) -> Result<Format, UsageError> {
    let name = text(parser, command)?;
    let known = Format::ALL.map(|(known, _)| known);
    let format = Format::ALL.into_iter().find(|(known, _)| *known == name);
    format
        .map(|(_, format)| format)
        .ok_or_else(|| unknown("format", &name, &known, &format!("cargo xtask help {command}")))
}

fn text(parser: &mut lexopt::Parser, command: &str) -> Result<String, UsageError> {
    parser.value().and_then(|value| value.string()).map_err(|error| explained(error, command))
}

fn folder(parser: &mut lexopt::Parser, command: &str) -> Result<PathBuf, UsageError> {
    path(parser, "folder", command)
}

fn file(parser: &mut lexopt::Parser, command: &str) -> Result<PathBuf, UsageError> {
    path(parser, "file", command)
}

fn path(parser: &mut lexopt::Parser, of: &str, command: &str) -> Result<PathBuf, UsageError> {
    match parser.value() {
        Ok(value) if !value.is_empty() => Ok(value.into()),
        Ok(_) => Err(UsageError { message: format!("the name of a {of} is empty"), help: see_help(command) }),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exit;

    fn parsed(line: &str) -> Result<Command, String> {
        parse(line.split_whitespace().map(OsString::from)).map_err(|error| error.to_string())
    }

    fn with(check: bool, spec: Option<&str>, out: Option<&str>) -> Command {
        let format = Format::Text;
        Command::Regen(Regen { check, spec: spec.map(PathBuf::from), out: out.map(PathBuf::from), format })
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
            ("explain E0102", Command::Explain("E0102".to_owned())),
            ("explain --help", Command::Help(Topic::Explain)),
            ("help explain", Command::Help(Topic::Explain)),
            ("regen --format sarif", Command::Regen(Regen { format: Format::Sarif, ..Regen::default() })),
            ("generate --help", Command::Help(Topic::Generate)),
            (
                "generate a.yaml --overlay o.yaml --out b --name c c/d.json --runtime 0.1 --deny-warnings --overlay=p.json \
                 --format github --with-example-tests",
                Command::Generate(Generate {
                    documents: vec!["a.yaml".into(), "c/d.json".into()],
                    overlays: vec!["o.yaml".into(), "p.json".into()],
                    out: "b".into(),
                    name: Some("c".to_owned()),
                    runtime: Some("0.1".to_owned()),
                    example_tests: true,
                    deny_warnings: true,
                    format: Format::Github,
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
            ("frobnicate", "there is no command `frobnicate`", "there are regen, generate, lint, explain, coverage"),
            ("help regn", "there is no command `regn`", "did you mean `regen`?"),
            ("--hepl", "there is no flag `--hepl`", "did you mean `--help`?"),
            ("regen --chekc", "there is no flag `--chekc`", "did you mean `--check`?"),
            ("regen -x", "there is no flag `-x`", "there are --check, --spec, --out, --format, --help"),
            ("regen spec", "`regen` takes no argument `spec`", "--spec or --out"),
            ("regen --spec", "missing argument for option '--spec'", "cargo xtask help regen"),
            ("regen --out=", "the name of a folder is empty", "cargo xtask help regen"),
            ("explain", "`explain` needs a code", "such as E0102"),
            ("explain --all", "there is no flag `--all`", "cargo xtask help explain"),
            ("regen --format xml", "there is no format `xml`", "there are text, json, github, sarif"),
            ("generate --format jsn", "there is no format `jsn`", "did you mean `json`?"),
            ("generate --out x", "`generate` needs a document", "name an OpenAPI document"),
            ("generate x.yaml", "`generate` needs a folder to write to", "--out DIR"),
            ("generate x.yaml --ot y", "there is no flag `--ot`", "did you mean `--out`?"),
            ("generate x.yaml --out y --overlay=", "the name of a file is empty", "cargo xtask help generate"),
            ("regen --overlay x.yaml", "there is no flag `--overlay`", "cargo xtask help regen"),
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
        for topic in [Topic::Overview, Topic::Regen, Topic::Generate, Topic::Lint, Topic::Explain] {
            let text = help(topic);
            assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
            assert!(exit::ALL.iter().all(|(code, meaning)| text.contains(&format!("{code:>2}  {meaning}"))), "{text}");
        }
    }
}
