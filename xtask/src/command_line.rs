//! The command line of this workspace's commands.

use clap::Command;
use openapi_client_cli::exit::{self, Meaning};
use openapi_client_cli::{documents, explain, generate, lint, program};

use crate::workspace::PROGRAM;
use crate::{changelog, check, diff, drift, new_fragment, recordings, regen};

/// Describes the command line.
pub fn command() -> Command {
    program(PROGRAM)
        .about("The commands of this workspace")
        .subcommands([
            check::command(),
            regen::command(),
            new_fragment::command(),
            generate::command().mut_arg(generate::RUNTIME, |argument| {
                argument.help(
                    "Version of the runtime in the registry, or its\nfolder [default: the folder in this workspace]",
                )
            }),
            lint::command().mut_arg(documents::DOCUMENTS, |argument| {
                argument.required(false).help(format!("{} [default: spec, in the workspace]", documents::KINDS))
            }),
            diff::command(),
            changelog::command(),
            drift::command(),
            explain::command(),
        ])
        .subcommands(recordings::commands())
        .after_help(format!("{NOTES}\n{}", exit::help(EXIT_CODES)))
}

const NOTES: &str = "\
After an edit in spec/, `cargo xtask check` says within seconds whether it
holds. Then run `cargo xtask regen`, and review the diff of spec/ next to that
of the generated files. Do not edit generated files by hand.
";

const EXIT_CODES: &[Meaning] = &[
    exit::DONE,
    (
        regen::STALE,
        "check: the edit does not hold;\n      regen --check: files are missing, changed or stray;\n      lint --strict: there are warnings;\n      diff --exit-code: callers must change something;\n      drift --exit-code: a difference is not explained",
    ),
    exit::BAD_SPEC,
    exit::BAD_USAGE,
    exit::BAD_IO,
];

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(line: &str) -> Result<clap::ArgMatches, String> {
        command().try_get_matches_from(line.split_whitespace()).map_err(|error| error.to_string())
    }

    #[test]
    fn the_command_line_is_consistent() {
        command().debug_assert();
    }

    #[test]
    fn help_fits_a_terminal_and_names_the_exit_codes() {
        for line in [
            "--help",
            "-h",
            "help",
            "help regen",
            "check -h",
            "new-fragment -h",
            "regen --check -h",
            "generate -h",
            "help lint",
            "explain -h",
            "diff -h",
            "drift -h",
            "changelog -h",
        ] {
            let text = outcome(line).err().unwrap_or_default();
            assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
            assert!(text.contains("Usage: cargo xtask ") && text.contains("\nExit codes:\n   0  "), "{text}");
        }
    }

    #[test]
    fn bad_lines_say_what_to_write() {
        for (line, texts) in [
            ("rgen", &["unrecognized subcommand 'rgen'", "'regen'", "Usage: cargo xtask [COMMAND]"][..]),
            ("covrage", &["unrecognized subcommand 'covrage'", "'coverage'"]),
            ("frobnicate", &["unrecognized subcommand 'frobnicate'", "try '--help'"]),
            ("help regn", &["unrecognized subcommand 'regn'"]),
            ("--hepl", &["unexpected argument '--hepl' found", "'--help'"]),
            ("regen --chekc", &["unexpected argument '--chekc' found", "'--check'"]),
            ("regen -x", &["unexpected argument '-x' found", "Usage: cargo xtask regen [OPTIONS]"]),
            ("regen spec", &["unexpected argument 'spec' found"]),
            ("regen --spec", &["a value is required for '--spec <DIR>'"]),
            ("regen --out=", &["a value is required for '--out <DIR>'"]),
            ("regen --check=yes", &["unexpected value 'yes' for '--check'"]),
            ("regen --overlay x.yaml", &["unexpected argument '--overlay' found"]),
            ("regen --format xml", &["invalid value 'xml'", "text, json, github, sarif"]),
            ("generate --outt x", &["unexpected argument '--outt' found"]),
            ("check a b", &["unexpected argument 'b' found"]),
            ("new-fragment", &["<[VERSION/]NAME>"]),
            ("explain", &["<CODE>", "Usage: cargo xtask explain <CODE>"]),
        ] {
            let error = outcome(line).err().unwrap_or_default();
            assert!(error.starts_with("error: "), "{line}:\n{error}");
            assert!(texts.iter().all(|text| error.contains(text)), "{line}:\n{error}");
        }
    }
}
