//! The exit codes. Scripts depend on them: a meaning never changes, and `--help` prints this table.

/// The command did what it was asked to do; after `regen --check`: the output is fresh.
pub const OK: u8 = 0;
/// `regen --check` found a file that is missing, changed or stray.
pub const STALE: u8 = 1;
/// `lint --strict` found warnings.
pub const WARNINGS: u8 = 1;
/// The documents have errors, or warnings that are denied, so nothing was written.
pub const SPEC: u8 = 2;
/// The command line is wrong (`EX_USAGE` of sysexits.h).
pub const USAGE: u8 = 64;
/// A file or folder cannot be read or written (`EX_IOERR` of sysexits.h).
pub const IO: u8 = 74;

/// Every code with its meaning, as the help prints it.
pub const ALL: &[(u8, &str)] = &[
    (OK, "done; with --check: the output is fresh"),
    (STALE, "--check: a file is missing, changed or stray; --strict: warnings"),
    (SPEC, "the documents have errors; nothing was written"),
    (USAGE, "the command line is wrong"),
    (IO, "a file or folder cannot be read or written"),
];
