//! The argument that names documents, which several commands have.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, value_parser};

/// Its id.
pub const DOCUMENTS: &str = "documents";

/// What it can name, for a help text.
pub const KINDS: &str = "OpenAPI documents (3.0 to 3.2, YAML or JSON), or one\nfolder of fragments";

/// Describes it, for a command that reads a `codegen.toml` if no document is named.
pub(crate) fn arg() -> Arg {
    Arg::new(DOCUMENTS)
        .value_name("DOCUMENT")
        .value_parser(value_parser!(PathBuf))
        .action(ArgAction::Append)
        .num_args(1..)
        .help(format!("{KINDS}; or a codegen.toml, or its folder\n[default: codegen.toml]"))
}

/// Returns what was given.
pub(crate) fn of(matches: &ArgMatches) -> Vec<PathBuf> {
    matches.get_many(DOCUMENTS).into_iter().flatten().cloned().collect()
}
