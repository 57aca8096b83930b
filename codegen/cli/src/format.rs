//! The formats in which a command can report problems.

use clap::builder::PossibleValue;
use clap::{Arg, ArgMatches, ValueEnum, value_parser};

/// How problems are reported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
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

const FORMAT: &str = "format";

impl Format {
    /// Returns the option `--format`.
    pub fn arg() -> Arg {
        Arg::new(FORMAT)
            .long(FORMAT)
            .value_name("FORMAT")
            .value_parser(value_parser!(Self))
            .hide_possible_values(true)
            .help("Format of the report: text, on stderr; or json,\ngithub (annotations) or sarif, on stdout\n[default: text]")
    }

    /// Returns the value of that option.
    pub fn of(matches: &ArgMatches) -> Self {
        matches.get_one(FORMAT).copied().unwrap_or_default()
    }
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Text, Self::Json, Self::Github, Self::Sarif]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(match self {
            Self::Text => "text",
            Self::Json => "json",
            Self::Github => "github",
            Self::Sarif => "sarif",
        }))
    }
}
