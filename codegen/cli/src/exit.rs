//! The exit codes. Scripts depend on them: a meaning never changes, and each help ends with a table of them.

/// The command did what it was asked to do.
pub const OK: u8 = 0;
/// `lint --strict` found warnings.
pub const WARNINGS: u8 = 1;
/// `diff --exit-code` found that callers must change something.
pub const BREAKING: u8 = 1;
/// `drift --exit-code` found a difference that is not explained.
pub const DRIFTED: u8 = 1;
/// `prove` found a value that does not come back, or a branch that never matches.
pub const REFUTED: u8 = 1;
/// The documents have errors, or warnings that are denied, so nothing was written.
pub const SPEC: u8 = 2;
/// The command line is wrong (`EX_USAGE` of sysexits.h).
pub const USAGE: u8 = 64;
/// A file or folder cannot be read or written (`EX_IOERR` of sysexits.h).
pub const IO: u8 = 74;

/// A code with its meaning.
pub type Meaning = (u8, &'static str);

/// The codes of `generate`.
pub const GENERATE: &[Meaning] = &[DONE, BAD_SPEC, (USAGE, "the command line or codegen.toml is wrong"), BAD_IO];
/// The codes of `lint`.
pub const LINT: &[Meaning] =
    &[DONE, (WARNINGS, "there are warnings, and --strict is set"), BAD_LINT, BAD_USAGE, BAD_IO];
/// The codes of `diff`.
pub const DIFF: &[Meaning] = &[
    DONE,
    (BREAKING, "callers must change something, and --exit-code is set"),
    (SPEC, "the documents have errors, or an accepted difference is none"),
    BAD_USAGE,
    BAD_IO,
];
/// The codes of `drift`.
pub const DRIFT: &[Meaning] = &[
    DONE,
    (DRIFTED, "a difference is not explained, and --exit-code is set"),
    (SPEC, "the documents have errors, or a mark explains nothing, or the\n      traffic is not HAR"),
    BAD_USAGE,
    BAD_IO,
];
/// The codes of `prove`.
pub const PROVE: &[Meaning] = &[
    DONE,
    (REFUTED, "a value does not come back, or a branch never matches"),
    (SPEC, "the documents have errors"),
    BAD_USAGE,
    BAD_IO,
];
/// The codes of `explain`.
pub const EXPLAIN: &[Meaning] = &[DONE, (USAGE, "the command line is wrong, or there is no such code")];
/// The codes of all commands.
pub const ALL: &[Meaning] = &[
    DONE,
    (
        WARNINGS,
        "lint --strict: there are warnings;\n      diff --exit-code: callers must change something;\n      drift \
         --exit-code: a difference is not explained;\n      prove: a value does not come back, or a branch never \
         matches",
    ),
    BAD_SPEC,
    BAD_USAGE,
    BAD_IO,
];

/// [`OK`] with its meaning.
pub const DONE: Meaning = (OK, "success");
/// [`SPEC`] with its meaning to a command that writes.
pub const BAD_SPEC: Meaning = (SPEC, "the documents have errors; nothing was written");
/// [`USAGE`] with its meaning.
pub const BAD_USAGE: Meaning = (USAGE, "the command line is wrong");
/// [`IO`] with its meaning.
pub const BAD_IO: Meaning = (IO, "a file or folder cannot be read or written");

const BAD_LINT: Meaning = (SPEC, "the documents have errors");

/// Returns the table of `codes` with which a help ends.
pub fn help(codes: &[Meaning]) -> String {
    let rows: String = codes.iter().map(|(code, meaning)| format!("\n  {code:>2}  {meaning}")).collect();
    format!("Exit codes:{rows}")
}
