//! The command line of `generate`.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use codegen::{Features, Package, Selection};

use crate::{Format, documents, exit};

/// The name of the command.
pub const NAME: &str = "generate";

/// The id of the option that names the runtime.
pub const RUNTIME: &str = "runtime";
const OUT: &str = "out";
const OVERLAYS: &str = "overlay";
const PACKAGE: &str = "name";
const MAP: &str = "map";
const DEPENDENCY: &str = "dep";
const INCLUDE: &str = "include";
const EXCLUDE: &str = "exclude";
const EXAMPLE_TESTS: &str = "with-example-tests";
const SHOW_TEXTS: &str = "show-texts";
const DENY_WARNINGS: &str = "deny-warnings";

/// The parsed command line of `generate`, completed by a `codegen.toml`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arguments {
    /// The documents, or one folder of fragments; or nothing or the place of a `codegen.toml`, before that is read.
    pub documents: Vec<PathBuf>,
    /// The overlays, in the order in which they are applied.
    pub overlays: Vec<PathBuf>,
    /// The folder of the crate; empty if none was named.
    pub out: PathBuf,
    /// The name of the package, if it is not that of the folder.
    pub name: Option<String>,
    /// Where the crate finds its runtime; in the registry unless set.
    pub runtime: Option<RuntimePlace>,
    /// Which parts of the crate are optional, if that was said.
    pub features: Option<Features>,
    /// What the manifest says about the package; only a file can say it.
    pub package: Package,
    /// The operations that are generated; all of them if it is empty.
    pub include: Selection,
    /// The operations that are not.
    pub exclude: Selection,
    /// The Rust types of formats, by format.
    pub formats: BTreeMap<String, String>,
    /// The crates that have them, each with its version in the registry or its folder.
    pub dependencies: BTreeMap<String, RuntimePlace>,
    /// Whether the crate gets tests with the documents' examples.
    pub example_tests: bool,
    /// Whether `Debug` of the types shows texts.
    pub show_texts: bool,
    /// Whether warnings are errors.
    pub deny_warnings: bool,
    /// How problems are reported.
    pub format: Format,
}

/// Where a generated crate finds its runtime.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RuntimePlace {
    /// In a folder, relative to the current one.
    Folder(PathBuf),
    /// In the registry, with this version.
    Version(String),
}

/// In the registry, with the version of this crate.
impl Default for RuntimePlace {
    fn default() -> Self {
        Self::Version(env!("CARGO_PKG_VERSION").to_owned())
    }
}

impl RuntimePlace {
    /// Returns the option `--runtime`.
    pub(crate) fn arg() -> Arg {
        Arg::new(RUNTIME)
            .long(RUNTIME)
            .value_name("WHERE")
            .value_parser(Self::parse)
            .help("Version of the runtime in the registry, or its\nfolder")
    }

    fn parse(text: &str) -> Result<Self, Infallible> {
        Ok(text.to_owned().into())
    }
}

/// A version begins with a digit.
impl From<String> for RuntimePlace {
    fn from(text: String) -> Self {
        match text.starts_with(|char: char| char.is_ascii_digit()) {
            true => Self::Version(text),
            false => Self::Folder(text.into()),
        }
    }
}

/// Returns the values of an option that is repeated, `KEY=VALUE`.
fn pairs(matches: &ArgMatches, id: &str) -> BTreeMap<String, String> {
    matches.get_many(id).into_iter().flatten().cloned().collect()
}

fn pair(text: &str) -> Result<(String, String), &'static str> {
    match text.split_once('=') {
        Some((key, value)) if !key.is_empty() && !value.is_empty() => Ok((key.to_owned(), value.to_owned())),
        _ => Err("a name and a value are needed, with `=` between them"),
    }
}

/// Returns the operations that an option selects, `WHAT=NAME`.
fn selection(matches: &ArgMatches, id: &str) -> Selection {
    let mut selection = Selection::default();
    for (what, name) in matches.get_many::<(String, String)>(id).into_iter().flatten() {
        match what.as_str() {
            "tag" => selection.tags.push(name.clone()),
            "path" => selection.paths.push(name.clone()),
            _ => selection.operations.push(name.clone()),
        }
    }
    selection
}

fn selected(text: &str) -> Result<(String, String), &'static str> {
    let (what, name) = pair(text)?;
    match ["tag", "path", "operation"].contains(&what.as_str()) {
        true => Ok((what, name)),
        false => Err("it begins with `tag=`, `path=` or `operation=`"),
    }
}

impl Arguments {
    /// Returns the arguments of a command line of [`command`].
    pub fn of(matches: &ArgMatches) -> Self {
        let paths = |id| matches.get_many(id).into_iter().flatten().cloned().collect();
        Self {
            documents: documents::of(matches),
            overlays: paths(OVERLAYS),
            out: matches.get_one(OUT).cloned().unwrap_or_default(),
            name: matches.get_one(PACKAGE).cloned(),
            runtime: matches.get_one(RUNTIME).cloned(),
            features: None,
            package: Package::default(),
            include: selection(matches, INCLUDE),
            exclude: selection(matches, EXCLUDE),
            formats: pairs(matches, MAP),
            dependencies: pairs(matches, DEPENDENCY).into_iter().map(|(name, place)| (name, place.into())).collect(),
            example_tests: matches.get_flag(EXAMPLE_TESTS),
            show_texts: matches.get_flag(SHOW_TEXTS),
            deny_warnings: matches.get_flag(DENY_WARNINGS),
            format: Format::of(matches),
        }
    }
}

/// Describes the command line. The runtime's default is a version in the registry.
pub fn command() -> Command {
    let option = |id, value| Arg::new(id).long(id).value_name(value);
    let flag = |id| Arg::new(id).long(id).action(ArgAction::SetTrue);
    Command::new(NAME)
        .about("Generates a crate from OpenAPI documents")
        .args([
            documents::arg(),
            option(OUT, "DIR")
                .value_parser(value_parser!(PathBuf))
                .help("Folder of the crate; required without\ncodegen.toml"),
            option(OVERLAYS, "FILE")
                .value_parser(value_parser!(PathBuf))
                .action(ArgAction::Append)
                .help("Overlay that corrects the documents first; may be\nrepeated"),
            option(PACKAGE, "NAME").help("Name of the package [default: the name of DIR]"),
            RuntimePlace::arg().help(concat!(
                "Version of the runtime in the registry, or its\nfolder [default: ",
                env!("CARGO_PKG_VERSION"),
                "]"
            )),
            option(MAP, "FORMAT=PATH")
                .value_parser(pair)
                .action(ArgAction::Append)
                .help("Rust type of values with a format, such as\nuuid=uuid::Uuid; may be repeated"),
            option(DEPENDENCY, "CRATE=WHERE")
                .value_parser(pair)
                .action(ArgAction::Append)
                .help("Crate that has such a type, with its version in\nthe registry or its folder; may be repeated"),
            option(INCLUDE, "WHAT=NAME").value_parser(selected).action(ArgAction::Append).help(
                "Generate only these operations: tag=pets,\npath=/pets/{id}, path=/pets/* or operation=listPets\n(or \
                 operation='GET /pets'); may be repeated",
            ),
            option(EXCLUDE, "WHAT=NAME")
                .value_parser(selected)
                .action(ArgAction::Append)
                .help("Do not generate these operations; may be repeated"),
            flag(EXAMPLE_TESTS).help("Also generate tests that decode and encode every\nexample of the documents"),
            flag(SHOW_TEXTS).help("Let `Debug` of the types show strings, except those\nwith `x-sensitive: true`"),
            flag(DENY_WARNINGS).help("Treat warnings as errors"),
            Format::arg(),
        ])
        .after_help(format!("{NOTES}\n{}", exit::help(exit::GENERATE)))
}

const NOTES: &str = "\
Without a DOCUMENT, everything is in codegen.toml: its keys are documents, out,
name, package, runtime, features, overlays, formats, dependencies, include,
exclude, example-tests, show-texts and deny-warnings, and its paths begin in its
folder. An option on the command line takes the place of its key; those of --map
and --dep are added. Documents are either there or here, not both.

The crate has types, a client, and a method for each operation. Each document
becomes a module, with a module inside it for each tag. A document may refer to
other files.

Schemas that Rust cannot express become raw JSON, and an example that does not
match its schema is not used; a warning says where. If a document has errors,
all of them are reported and no file is touched. Only generated files in DIR are
replaced or removed; a DIR that is neither empty nor a generated crate is
refused.

DIR/names.lock is the ledger of names: the next run keeps the names of all items
that it lists, whatever was added to the documents. To rename an item, edit its
line; `, was OldName` behind the new name keeps the old one as an alias.

A type for --map is the path of one that can be parsed from text and displayed
(FromStr and Display), and compared and cloned. Fields of that format are then
Mapped<TYPE>, whose value() returns it; a text that does not parse is kept.

Each --include and --exclude has to match an operation. Components that only
operations use which are not generated are left out.

An overlay follows the Overlay Specification 1.0. It applies to the documents on
the command line, or to the file that its `extends` names. An action that
matches nothing is an error.
";

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Arguments, String> {
        let command = command().no_binary_name(true).args_override_self(true);
        let matches = command.try_get_matches_from(line.split_whitespace());
        matches.map(|matches| Arguments::of(&matches)).map_err(|error| error.to_string())
    }

    #[test]
    fn good_lines() {
        let plain = Arguments { documents: vec!["a.yaml".into()], out: "b".into(), ..Arguments::default() };
        let mut include = Selection::default();
        include.tags = vec!["pets".to_owned(), "a=b".to_owned()];
        include.paths = vec!["/pets/*".to_owned()];
        let mut exclude = Selection::default();
        exclude.operations = vec!["listPets".to_owned()];
        let all = Arguments {
            documents: vec!["a.yaml".into(), "c/d.json".into()],
            overlays: vec!["o.yaml".into(), "p.json".into()],
            out: "b".into(),
            name: Some("c".to_owned()),
            runtime: Some(RuntimePlace::Version("0.1".to_owned())),
            features: None,
            package: Package::default(),
            include,
            exclude,
            formats: [("uuid", "uuid::Uuid"), ("url", "types::Url")]
                .map(|(format, path)| (format.to_owned(), path.to_owned()))
                .into(),
            dependencies: [
                ("uuid".to_owned(), RuntimePlace::Version("1".to_owned())),
                ("types".to_owned(), RuntimePlace::Folder("../types".into())),
            ]
            .into(),
            example_tests: true,
            show_texts: true,
            deny_warnings: true,
            format: Format::Github,
        };
        let folder = Arguments { runtime: Some(RuntimePlace::Folder("../runtime".into())), ..plain.clone() };
        for (line, expected) in [
            ("a.yaml --out b", plain.clone()),
            ("--out=c a.yaml --out b", plain),
            ("a.yaml --out b --runtime ../runtime", folder),
            (
                "a.yaml --overlay o.yaml --out b --name c c/d.json --runtime 0.1 --deny-warnings --overlay=p.json \
                 --format github --with-example-tests --map uuid=uuid::Uuid --map url=types::Url --dep uuid=1 \
                 --dep=types=../types --show-texts --include tag=pets --include=path=/pets/* --include tag=a=b --exclude \
                 operation=listPets",
                all,
            ),
        ] {
            assert_eq!(parsed(line), Ok(expected), "{line}");
        }
    }

    #[test]
    fn bad_lines_say_what_to_write() {
        for (line, texts) in [
            (
                "x.yaml --include pets",
                &["invalid value 'pets' for '--include <WHAT=NAME>'", "with `=` between them"][..],
            ),
            ("x.yaml --exclude tags=a", &["invalid value 'tags=a'", "it begins with `tag=`, `path=` or `operation=`"]),
            ("x.yaml --out", &["a value is required for '--out <DIR>'"]),
            ("x.yaml --out=", &["a value is required for '--out <DIR>'"]),
            ("x.yaml --out y --overlay=", &["a value is required for '--overlay <FILE>'"]),
            ("x.yaml --outt y", &["unexpected argument '--outt' found", "a similar argument exists: '--out'"]),
            ("x.yaml --out y --map uuid", &["invalid value 'uuid' for '--map <FORMAT=PATH>'", "with `=` between them"]),
            ("x.yaml --out y --dep =1", &["invalid value '=1' for '--dep <CRATE=WHERE>'"]),
            ("x.yaml --out y --format jsn", &["invalid value 'jsn'", "text, json, github, sarif", "'json'"]),
            ("x.yaml --out y --deny-warnings=yes", &["unexpected value 'yes' for '--deny-warnings'"]),
        ] {
            let error = parsed(line).err().unwrap_or_default();
            assert!(texts.iter().all(|text| error.contains(text)), "{line}:\n{error}");
        }
    }
}
