//! The command line of `lint`.

use std::path::PathBuf;

use lexopt::Arg;

use super::{Command, Format, Topic, UsageError, explained, format, spelling, text, unknown};

const FLAGS: &[&str] = &["--strict", "--allow", "--format", "--help"];

/// The flags of `lint`.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Lint {
    /// The documents, or one folder of fragments; none for those of the workspace.
    pub documents: Vec<PathBuf>,
    /// Whether a warning is a failure.
    pub strict: bool,
    /// The codes that are not reported.
    pub allow: Vec<String>,
    /// How problems are reported.
    pub format: Format,
}

/// Reads what follows `lint`.
pub(super) fn parse(mut parser: lexopt::Parser) -> Result<Command, UsageError> {
    let mut flags = Lint::default();
    while let Some(argument) = parser.next().map_err(|error| explained(error, "lint"))? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help(Topic::Lint)),
            Arg::Long("strict") => flags.strict = true,
            Arg::Long("allow") => flags.allow.push(text(&mut parser, "lint")?),
            Arg::Long("format") => flags.format = format(&mut parser, "lint")?,
            Arg::Value(document) => flags.documents.push(document.into()),
            argument => return Err(unknown("flag", &spelling(&argument), FLAGS, "cargo xtask help lint")),
        }
    }
    Ok(Command::Lint(flags))
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::super::parse;
    use super::*;

    #[test]
    fn lines() {
        let parsed = |line: &str| parse(line.split(' ').map(OsString::from)).map_err(|error| error.to_string());
        let cases = [
            ("lint", Lint::default()),
            (
                "lint a.yaml --allow W1004 b --strict --allow=W0901 --format json",
                Lint {
                    documents: vec!["a.yaml".into(), "b".into()],
                    strict: true,
                    allow: vec!["W1004".to_owned(), "W0901".to_owned()],
                    format: Format::Json,
                },
            ),
        ];
        for (line, expected) in cases {
            assert_eq!(parsed(line), Ok(Command::Lint(expected)), "{line}");
        }
        for line in ["lint -h", "lint x --help", "help lint"] {
            assert_eq!(parsed(line), Ok(Command::Help(Topic::Lint)), "{line}");
        }
        for (line, message, help) in [
            ("lint --stric", "there is no flag `--stric`", "did you mean `--strict`?"),
            ("lint --allow", "missing argument for option '--allow'", "cargo xtask help lint"),
            ("lint --format xml", "there is no format `xml`", "there are text, json, github, sarif"),
            ("lnt", "there is no command `lnt`", "did you mean `lint`?"),
        ] {
            let error = parsed(line).err().unwrap_or_default();
            assert!(error.starts_with(message) && error.contains(help), "{line}:\n{error}");
        }
    }
}
