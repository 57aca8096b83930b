//! The command line as a whole.

use crate::support::Folder;

#[test]
fn help_is_for_newcomers() {
    let overview = [
        "Generates Rust clients from OpenAPI documents\n",
        "Usage: openapi-client [COMMAND]\n",
        "  generate ",
        "  lint ",
        "  explain ",
        "Exit codes:\n   0  ",
        "\n   1  ",
        "\n   2  ",
        "\n  64  ",
        "\n  74  ",
    ];
    let generate = [
        "Usage: openapi-client generate [OPTIONS] [DOCUMENT]...\n",
        "--out <DIR> ",
        "--overlay <FILE> ",
        "--runtime <WHERE> ",
        "Exit codes:\n   0  ",
    ];
    for (line, texts) in [
        ("", &overview[..]),
        ("--help", &overview),
        ("-h", &overview),
        ("help", &overview),
        ("help generate", &generate),
        ("generate --help", &generate),
        ("generate -h", &generate),
        ("--version", &["openapi-client "]),
    ] {
        let ran = Folder::new().run(line).expect(0).says(texts);
        assert_eq!(ran.err, "", "{line}");
    }
}

#[test]
fn a_wrong_command_line_says_what_to_write() {
    for (line, texts) in [
        ("genrate", &["error: unrecognized subcommand 'genrate'\n", "'generate'", "Usage: openapi-client "][..]),
        ("--strict", &["error: unexpected argument '--strict' found\n", "try '--help'"]),
        ("regen", &["error: unrecognized subcommand 'regen'\n"]),
        ("lint --strikt", &["error: unexpected argument '--strikt' found\n", "'--strict'"]),
        ("lint", &["error: there is no codegen.toml in this folder\n", "openapi-client lint DOCUMENT"]),
        ("generate a.yaml --out", &["error: a value is required for '--out <DIR>'"]),
        ("explain", &["error: the following required arguments were not provided:\n", "<CODE>"]),
        ("explain E0101 E0102", &["error: unexpected argument 'E0102' found\n"]),
    ] {
        let ran = Folder::with_spec().run(line).expect(64).complains(texts);
        assert_eq!(ran.out, "", "{line}");
    }
}
