//! What the commands say about themselves.

use super::Topic;
use crate::exit;

/// The explanation of `topic`.
pub fn help(topic: Topic) -> String {
    let text = match topic {
        Topic::Overview => OVERVIEW,
        Topic::Regen => REGEN,
        Topic::Generate => GENERATE,
        Topic::Lint => LINT,
        Topic::Explain => EXPLAIN,
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
  lint            says what a careful reviewer would about spec/, or about any
                  OpenAPI document
  explain         shows the page about a code, such as E0102
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
Writes generated-client/src/generated from the OpenAPI fragments in spec/, and
the calls of all operations by their names to tests/replay/src/calls, unless
--spec or --out names another folder.

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
  --format FORMAT
              how problems are reported: text; or json, github (annotations)
              or sarif, which then stand alone on stdout
  -h, --help  print this text

It works from any folder of the workspace; DIR is relative to the current
folder. Colours are for terminals, and off when NO_COLOR is set.
";

const GENERATE: &str = "\
Makes a crate of OpenAPI documents: types, a client, and a method for each
operation, on openapi-client-runtime.

Usage: cargo xtask generate DOCUMENT... --out DIR [flags]

DOCUMENT is an OpenAPI 3.0 document, in YAML or JSON, and may refer to other
files. Each becomes a module, and in it each of its tags. A folder of fragments
(see spec/README.md) can be named instead.

What Rust cannot express becomes raw JSON, and an example that does not fit its
schema is not used: both with a warning that says where. If a document has
errors, all of them are reported and no file is touched. In DIR only files that
were generated are replaced or removed, and a DIR that holds something else is
refused.

An overlay corrects documents without an edit, by the Overlay Specification 1.0.
It is for the documents named, or for the file that its `extends` names. An
action that matches nothing any more is an error.

Flags:
  --out DIR        the folder of the crate
  --overlay FILE   corrects the documents first; may be given several times
  --name NAME      the name of the package [default: that of DIR]
  --runtime WHERE  the folder of openapi-client-runtime, or a version of it in
                   the registry [default: the folder in this workspace]
  --with-example-tests
                   give the crate tests: each example of the documents becomes
                   its Rust type and JSON again, and has to be the same
  --deny-warnings  take warnings for errors
  --format FORMAT  how problems are reported: text; or json, github
                   (annotations) or sarif, which then stand alone on stdout
  -h, --help       print this text
";

const LINT: &str = "\
Says what a careful reviewer would about OpenAPI documents: all errors and
warnings that generating has, and what it passes over, such as components that
no operation uses, examples that fit nothing, or lists without pages.

Usage: cargo xtask lint [DOCUMENT...] [flags]

DOCUMENT is an OpenAPI 3.0 or 3.1 document, in YAML or JSON, and may refer to
other files; or it is a folder of fragments. Without one, spec/ of the workspace
is read. Nothing is written.

`cargo xtask explain W1004` says what a code means. A warning that is not wanted
is switched off for all documents by --allow, and for a part of one by
`x-lint-allow: [W1004]` in it: see spec/README.md.

Flags:
  --strict         fail if there are warnings
  --allow CODE     leave the warnings of this code out; may be repeated
  --format FORMAT  how problems are reported: text; or json, github
                   (annotations) or sarif, which then stand alone on stdout
  -h, --help       print this text
";

const EXPLAIN: &str = "\
Shows the page about a code that a diagnostic has: what it means, and mostly a
wrong and a right example.

Usage: cargo xtask explain CODE

Flags:
  -h, --help  print this text
";
