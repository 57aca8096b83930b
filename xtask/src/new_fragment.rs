//! `cargo xtask new-fragment`: a fragment to begin with, which is valid and complete as it stands.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;

use clap::{Arg, ArgMatches, Command};
use openapi_client_cli::{Outcome, exit};

use crate::workspace::{self, PROGRAM};
use crate::{check, regen};

/// The name of the command.
pub const NAME: &str = "new-fragment";

const FRAGMENT: &str = "name";

/// The fragment of a version whose lists are envelopes with page metadata, and of one whose lists are bare arrays.
const ENVELOPE: &str = include_str!("new_fragment/envelope.yaml");
const ARRAY: &str = include_str!("new_fragment/array.yaml");

/// Names that have a meaning of their own in a folder of fragments, or as a module.
const RESERVED: &[&str] = &["api", "common", "crate", "mod", "self", "super"];

/// Describes the command line.
pub fn command() -> Command {
    let codes = [exit::DONE, (exit::USAGE, "the command line is wrong, or the name is taken"), exit::BAD_IO];
    Command::new(NAME)
        .about("Writes a fragment for a new resource, to begin with")
        .arg(Arg::new(FRAGMENT).value_name("[VERSION/]NAME").required(true).help(
            "The resource in the plural and in snake case, such as\nwishlists or v2/coupons [default version: the \
             newest]",
        ))
        .after_help(format!("{NOTES}\n{}", exit::help(&codes)))
}

const NOTES: &str = "\
The fragment lists items and returns one of them. It passes `regen` and `lint
--strict` as it is: with the servers of its version, scopes, pages, the shared
statuses, descriptions and examples. Replace what the API has otherwise, and add
what it has more. An existing file is never overwritten.
";

/// Runs the command.
pub fn run(matches: &ArgMatches) -> Outcome {
    let given = matches.get_one::<String>(FRAGMENT).map_or("", String::as_str);
    let spec = match workspace::root() {
        Ok(root) => root.join(workspace::SPEC),
        Err(problem) => return Outcome::failure(exit::IO, &problem),
    };
    let (version, name) = match target(&spec, given) {
        Ok(target) => target,
        Err(problem) => return Outcome::failure(exit::USAGE, &problem),
    };
    let folder = spec.join(&version);
    let shown = format!("{}/{version}/{name}.yaml", workspace::SPEC);
    let api = match fs::read_to_string(folder.join("api.yaml")) {
        Ok(api) => api,
        Err(error) => return Outcome::failure(exit::IO, &format!("cannot read {version}/api.yaml: {error}")),
    };
    let text = fragment(&api, &version, &name);
    let created = OpenOptions::new().write(true).create_new(true).open(folder.join(format!("{name}.yaml")));
    match created.and_then(|mut file| file.write_all(text.as_bytes())) {
        Ok(()) => Outcome::success(format!("wrote {shown}\n{}", next(&shown, &version, &name))),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Outcome::failure(
            exit::USAGE,
            &format!("{shown} exists already; nothing was written\n  help: choose another name, or edit that file"),
        ),
        Err(error) => Outcome::failure(exit::IO, &format!("cannot write {shown}: {error}")),
    }
}

fn next(shown: &str, version: &str, name: &str) -> String {
    let check = check::NAME;
    let regen = regen::NAME;
    format!(
        "next: replace the paths, operationIds, scopes, properties, texts and examples in {shown} by those of the API; \
         spec/README.md says what a fragment states\n\
         next: {PROGRAM} {check} {version}/{name}, until only recordings are missing\n\
         next: {PROGRAM} {regen}, which lists what else is written by hand, such as a program for the resource\n\
         next: {PROGRAM} record {version}.{name}.list, with the credentials of a store, or write what is known to \
         tests/recordings/{version}/{name}, and pin the requests; tests/recordings/README.md says how\n"
    )
}

/// Returns the version and the name of the fragment.
fn target(spec: &Path, given: &str) -> Result<(String, String), String> {
    let versions = versions(spec);
    let (version, name) = match given.split_once('/') {
        Some((version, name)) => (version.to_owned(), name),
        None => (versions.last().cloned().unwrap_or_default(), given),
    };
    if !versions.contains(&version) {
        let known = versions.join(", ");
        return Err(format!("there is no version `{version}` in spec\n  help: expected one of {known}"));
    }
    let is_snake = |name: &str| {
        name.starts_with(|first: char| first.is_ascii_lowercase())
            && !name.ends_with('_')
            && !name.contains("__")
            && name.chars().all(|char| char.is_ascii_lowercase() || char.is_ascii_digit() || char == '_')
    };
    if !is_snake(name) || RESERVED.contains(&name) {
        return Err(format!(
            "a fragment cannot be called `{name}`\n  help: write the resource in snake case, such as `price_lists`"
        ));
    }
    Ok((version, name.to_owned()))
}

/// Returns the versions, the newest last: `v10` is newer than `v9`.
fn versions(spec: &Path) -> Vec<String> {
    let folders = fs::read_dir(spec).into_iter().flatten().flatten();
    let folders = folders.filter(|folder| folder.path().join("api.yaml").is_file());
    let mut names: Vec<_> = folders.map(|folder| folder.file_name().to_string_lossy().into_owned()).collect();
    names.sort_by_key(|name| (name.len(), name.clone()));
    names
}

/// Returns the text of a fragment of a version, whose main document is `api`.
fn fragment(api: &str, version: &str, name: &str) -> String {
    let items = name.replace('_', " ");
    let one = singular(name);
    let template = if block(api, "x-pagination").contains("total-pages") { ENVELOPE } else { ARRAY };
    let number = version.trim_start_matches('v');
    [
        ("{servers}", block(api, "servers").trim_end().to_owned()),
        ("{version}", format!("'{number}.0'")),
        ("{module}", name.to_owned()),
        ("{path}", name.replace('_', "-")),
        ("{Title}", capitalized(&items)),
        ("{items}", items),
        ("{one}", one.replace('_', " ")),
        ("{id}", format!("{one}_id")),
        ("{Types}", camel(name)),
        ("{Type}", camel(&one)),
    ]
    .into_iter()
    .fold(template.to_owned(), |text, (mark, value)| text.replace(mark, &value))
}

/// Returns the lines of a key at the root of a document, with the key.
fn block(document: &str, key: &str) -> String {
    let is_key = |line: &&str| line.strip_prefix(key).is_some_and(|rest| rest.starts_with(':'));
    let mut lines = document.split_inclusive('\n').skip_while(|line| !is_key(line));
    let first = lines.next().unwrap_or_default();
    std::iter::once(first).chain(lines.take_while(|line| line.starts_with([' ', '-', '\n']))).collect()
}

fn singular(name: &str) -> String {
    if let Some(stem) = name.strip_suffix("ies") {
        return format!("{stem}y");
    }
    let is_es = ["ses", "xes", "ches", "shes"].iter().any(|ending| name.ends_with(ending));
    if let Some(stem) = name.strip_suffix("es").filter(|_| is_es) {
        return stem.to_owned();
    }
    let stem = name.strip_suffix('s').filter(|stem| !stem.ends_with('s') && !stem.is_empty());
    stem.unwrap_or(name).to_owned()
}

fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

fn camel(name: &str) -> String {
    name.split('_').map(capitalized).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_several() {
        for (several, one) in [
            ("wishlists", "wishlist"),
            ("categories", "category"),
            ("boxes", "box"),
            ("addresses", "address"),
            ("price_lists", "price_list"),
            ("consent", "consent"),
            ("access", "access"),
        ] {
            assert_eq!(singular(several), one);
        }
    }

    #[test]
    fn a_block_ends_with_its_key() {
        let document = "a: 1\nservers:\n  - url: x\n\n    y: z\nsecurity:\n- A: []\nx-servers: no\n";
        assert_eq!(block(document, "servers"), "servers:\n  - url: x\n\n    y: z\n");
        assert_eq!(block(document, "security"), "security:\n- A: []\n");
        assert_eq!(block(document, "paths"), "");
    }
}
