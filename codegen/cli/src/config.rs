//! `codegen.toml`, a file beside the documents: what `generate` is asked to do, and what `lint`, `prove` and `diff` look
//! at.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use codegen::{Features, Options, Package, Runtime, Selection, nearest};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::generate::{Arguments, RuntimePlace};
use crate::outcome::Outcome;
use crate::{exit, paths};

/// The name of the file.
pub const CONFIG: &str = "codegen.toml";

/// The content of the file. Except for what the command itself decides, the keys are those of [`codegen::Options`].
#[derive(Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
struct Config {
    documents: Vec<PathBuf>,
    out: Option<PathBuf>,
    name: Option<String>,
    runtime: Option<Place>,
    features: Option<Features>,
    package: Package,
    overlays: Vec<PathBuf>,
    formats: BTreeMap<String, String>,
    dependencies: BTreeMap<String, Place>,
    include: Selection,
    exclude: Selection,
    example_tests: bool,
    show_texts: bool,
    deny_warnings: bool,
}

/// Where another crate is: a version or a folder as on the command line, or a table with `version` or `path`.
#[derive(Debug, PartialEq, Eq)]
struct Place(RuntimePlace);

impl<'de> Deserialize<'de> for Place {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OfPlace;
        impl<'de> Visitor<'de> for OfPlace {
            type Value = Place;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a version, a folder, or a table with one of them")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Place, E> {
                Ok(Place(text.to_owned().into()))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Place, A::Error> {
                Ok(Place(match Runtime::deserialize(MapAccessDeserializer::new(map))? {
                    Runtime::Path(path) => RuntimePlace::Folder(path.into()),
                    Runtime::Version(version) => RuntimePlace::Version(version),
                }))
            }
        }
        deserializer.deserialize_any(OfPlace)
    }
}

impl Place {
    fn below(self, folder: &Path) -> RuntimePlace {
        match self.0 {
            RuntimePlace::Folder(path) => RuntimePlace::Folder(folder.join(path)),
            version => version,
        }
    }
}

/// What a command line and its `codegen.toml` say of documents, for commands that generate nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Selected {
    pub(crate) documents: Vec<PathBuf>,
    pub(crate) overlays: Vec<PathBuf>,
    pub(crate) include: Selection,
    pub(crate) exclude: Selection,
    pub(crate) runtime: Option<RuntimePlace>,
    /// The Rust types of formats, which need the dependencies of the crate to compile.
    pub(crate) formats: BTreeMap<String, String>,
    /// The folder of the crate, if a file says it.
    pub(crate) out: Option<PathBuf>,
}

impl Selected {
    /// Returns what `command` of `program` reads: the documents and overlays of the command line, and what
    /// `codegen.toml` says besides, if the command line names it, its folder, or no document.
    pub(crate) fn of(
        documents: &[PathBuf],
        overlays: &[PathBuf],
        (program, command): (&str, &str),
    ) -> Result<Self, Box<Outcome>> {
        let usage = format!("{program} {command} DOCUMENT");
        let given = Self { documents: documents.to_vec(), overlays: overlays.to_vec(), ..Self::default() };
        let Some((config, file)) = read(documents, &usage)? else { return Ok(given) };
        let all = Arguments { overlays: given.overlays, ..Arguments::default() }.merged(config, folder(&file));
        Ok(Self {
            documents: all.documents,
            overlays: all.overlays,
            include: all.include,
            exclude: all.exclude,
            runtime: all.runtime,
            formats: all.formats,
            out: Some(all.out).filter(|out| !out.as_os_str().is_empty()),
        })
    }

    /// Says which document or overlay does not exist.
    pub(crate) fn missing(&self) -> Option<String> {
        let all = [("document", &self.documents), ("overlay", &self.overlays)];
        let mut all = all.into_iter().flat_map(|(noun, paths)| paths.iter().map(move |path| (noun, path)));
        let (noun, path) = all.find(|(_, path)| !path.exists())?;
        Some(format!("cannot find the {noun} {}", path.display()))
    }

    /// Returns the documents as problems show them.
    pub(crate) fn shown(&self) -> Vec<PathBuf> {
        match self.documents.as_slice() {
            // The folder is shown in front of each file, and `.` would be noise.
            [folder] if folder.is_dir() => vec![paths::absolute(folder)],
            documents => documents.to_vec(),
        }
    }

    /// Sets what decides which operations there are.
    pub(crate) fn set(&self, options: &mut Options) {
        options.overlays.clone_from(&self.overlays);
        options.include.clone_from(&self.include);
        options.exclude.clone_from(&self.exclude);
    }
}

impl Arguments {
    /// Adds what `codegen.toml` says, if the command line names it, its folder, or no document. What the command line
    /// says takes precedence.
    ///
    /// # Errors
    /// The file is missing or wrong, or the command line lacks what no file says.
    pub fn completed(self, program: &str) -> Result<Self, Box<Outcome>> {
        let failure = |problem: &str| Box::new(Outcome::failure(exit::USAGE, &problem));
        let Some((config, file)) = read(&self.documents, &format!("{program} generate DOCUMENT --out DIR"))? else {
            return match self.out.as_os_str().is_empty() {
                false => Ok(self),
                true => {
                    let help = format!("add --out DIR, or write {CONFIG}");
                    Err(failure(&format!("the folder of the crate is missing\n  help: {help}")))
                }
            };
        };
        let merged = self.merged(config, folder(&file));
        if merged.out.as_os_str().is_empty() {
            let help = "add `out = \"client\"`, the folder of the crate";
            let problem = format!("{} does not say where the crate belongs\n  help: {help}", file.display());
            return Err(failure(&problem));
        }
        Ok(merged)
    }

    fn merged(self, config: Config, folder: &Path) -> Self {
        let below = |paths: Vec<PathBuf>| paths.into_iter().map(|path| folder.join(path)).collect();
        let is_given = !self.out.as_os_str().is_empty();
        let places = config.dependencies.into_iter().map(|(name, place)| (name, place.below(folder)));
        let either = |given: Selection, file: Selection| if given.is_empty() { file } else { given };
        Self {
            documents: below(config.documents),
            overlays: if self.overlays.is_empty() { below(config.overlays) } else { self.overlays },
            out: if is_given { self.out } else { config.out.map_or_else(PathBuf::new, |out| folder.join(out)) },
            name: self.name.or(config.name),
            runtime: self.runtime.or(config.runtime.map(|place| place.below(folder))),
            features: self.features.or(config.features),
            package: config.package,
            include: either(self.include, config.include),
            exclude: either(self.exclude, config.exclude),
            formats: config.formats.into_iter().chain(self.formats).collect(),
            dependencies: places.chain(self.dependencies).collect(),
            example_tests: self.example_tests || config.example_tests,
            show_texts: self.show_texts || config.show_texts,
            deny_warnings: self.deny_warnings || config.deny_warnings,
            format: self.format,
        }
    }
}

/// Reads the file that the documents of a command line name, if they do. `usage` is a command line that needs none.
fn read(documents: &[PathBuf], usage: &str) -> Result<Option<(Config, PathBuf)>, Box<Outcome>> {
    let failure = |code, problem: &str| Box::new(Outcome::failure(code, &problem));
    if let Some(file) = documents.iter().find(|path| is_config(path) && documents.len() > 1) {
        let problem = format!("{} names the documents by itself\n  help: pass it alone", file.display());
        return Err(failure(exit::USAGE, &problem));
    }
    let Some(file) = file(documents) else { return Ok(None) };
    let shown = file.display().to_string();
    let text = match fs::read_to_string(&file) {
        Ok(text) => text,
        Err(_) if documents.is_empty() => {
            let help = format!("write it, or name documents: {usage}");
            return Err(failure(exit::USAGE, &format!("there is no {CONFIG} in this folder\n  help: {help}")));
        }
        Err(error) => return Err(failure(exit::IO, &format!("cannot read {shown}: {error}"))),
    };
    let config: Config = toml::from_str(&text).map_err(|error| failure(exit::USAGE, &told(&shown, &text, &error)))?;
    if config.documents.is_empty() {
        let help = "add `documents = [\"api.yaml\"]`, with paths that begin in its folder";
        return Err(failure(exit::USAGE, &format!("{shown} names no documents\n  help: {help}")));
    }
    Ok(Some((config, file)))
}

/// Where the paths of a file begin.
fn folder(file: &Path) -> &Path {
    file.parent().unwrap_or(Path::new(""))
}

/// Returns the file that the documents of a command line name: in the current folder unless they name one.
fn file(documents: &[PathBuf]) -> Option<PathBuf> {
    match documents {
        [] => Some(CONFIG.into()),
        [one] if one.is_dir() => Some(one.join(CONFIG)).filter(|file| file.is_file()),
        [one] => is_config(one).then(|| one.clone()),
        _ => None,
    }
}

fn is_config(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "toml")
}

/// Says what is wrong with a file, where, and what to write instead.
fn told(shown: &str, text: &str, error: &toml::de::Error) -> String {
    let place = error.span().map_or_else(String::new, |span| {
        let before = text.get(..span.start).unwrap_or_default();
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        format!(":{}:{column}", before.matches('\n').count() + 1)
    });
    let message = error.message();
    let mut names = message.split('`').skip(1).step_by(2);
    let (what, unknown) = match (message.split(" `").next(), names.next()) {
        (Some("unknown field"), Some(name)) => ("unknown key", name),
        (Some("unknown variant"), Some(name)) => ("unknown value", name),
        _ => return format!("{shown}{place}: {message}"),
    };
    let known: Vec<_> = names.collect();
    let help = match nearest(unknown, known.iter().copied()) {
        Some(close) => format!("did you mean `{close}`?"),
        None => format!("expected one of {}", known.join(", ")),
    };
    format!("{shown}{place}: {what} `{unknown}`\n  help: {help}")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Options that the command decides by itself.
    const DECIDED: &[&str] = &["output", "calls", "ledger", "command", "folder-name"];

    #[test]
    fn the_file_has_a_key_for_each_option() {
        let options = serde_json::to_value(codegen::Options::default()).unwrap_or_default();
        let options: BTreeSet<_> = options.as_object().into_iter().flatten().map(|(key, _)| key.clone()).collect();
        // The problem names all keys.
        let problem = toml::from_str::<Config>("q = 1").err().map(|error| error.message().to_owned());
        let keys: BTreeSet<_> = problem.iter().flat_map(|text| text.split('`').skip(3).step_by(2)).collect();
        let own = ["documents", "out", "deny-warnings"];
        for key in &options {
            assert_eq!(keys.contains(key.as_str()), !DECIDED.contains(&key.as_str()), "{key}: {keys:?}");
        }
        assert!(keys.iter().all(|key| own.contains(key) || options.contains(*key)), "{keys:?}");
    }

    #[test]
    fn the_command_line_takes_precedence() {
        let text = r#"
            documents = ["api.yaml", "/b.json"]
            overlays = ["o.yaml"]
            out = "../client"
            name = "one"
            runtime = { path = "runtime" }
            features = "none"
            example-tests = true
            [formats]
            uuid = "uuid::Uuid"
            url = "types::Url"
            [dependencies]
            uuid = "1"
            types = "../types"
            [include]
            tags = ["a"]
            [exclude]
            operations = ["GET /b"]
        "#;
        let config = || toml::from_str::<Config>(text).unwrap_or_default();
        let alone = Arguments::default().merged(config(), Path::new("api"));
        assert_eq!(alone.documents, ["api/api.yaml", "/b.json"].map(PathBuf::from));
        assert_eq!((alone.overlays, alone.out), (vec!["api/o.yaml".into()], "api/../client".into()));
        assert_eq!(alone.runtime, Some(RuntimePlace::Folder("api/runtime".into())));
        assert_eq!(alone.dependencies.get("types"), Some(&RuntimePlace::Folder("api/../types".into())));
        assert_eq!(alone.dependencies.get("uuid"), Some(&RuntimePlace::Version("1".to_owned())));
        assert_eq!((alone.features, alone.example_tests, alone.show_texts), (Some(Features::None), true, false));
        let mut include = Selection::default();
        include.paths = vec!["/c".to_owned()];
        let given = Arguments {
            overlays: vec!["p.yaml".into()],
            out: "here".into(),
            name: Some("two".to_owned()),
            runtime: Some(RuntimePlace::Version("0.2".to_owned())),
            include: include.clone(),
            formats: [("url".to_owned(), "url::Url".to_owned())].into(),
            show_texts: true,
            ..Arguments::default()
        };
        let merged = given.clone().merged(config(), Path::new(""));
        assert_eq!((merged.overlays, merged.out, merged.name), (given.overlays, given.out, given.name));
        assert_eq!((merged.runtime, merged.include), (given.runtime, include));
        assert_eq!(merged.exclude.operations, ["GET /b"]);
        let formats: Vec<_> = merged.formats.values().map(String::as_str).collect();
        assert_eq!(formats, ["url::Url", "uuid::Uuid"]);
        assert!(merged.example_tests && merged.show_texts);
    }

    #[test]
    fn what_is_wrong_has_a_place_and_help() {
        for (text, problem) in [
            ("\nnmae = 'x'", "c.toml:2:1: unknown key `nmae`\n  help: did you mean `name`?"),
            ("[include]\noperation = ['x']", "c.toml:2:1: unknown key `operation`\n  help: did you mean `operations`?"),
            ("overlay = ['x']", "c.toml:1:1: unknown key `overlay`\n  help: did you mean `overlays`?"),
            ("features = 'module'", "c.toml:1:12: unknown value `module`\n  help: did you mean `modules`?"),
            ("[package]\nlicence = 'MIT'", "c.toml:2:1: unknown key `licence`\n  help: did you mean `license`?"),
            ("zebra = 1", "c.toml:1:1: unknown key `zebra`\n  help: expected one of documents, out, "),
            ("name = 1", "c.toml:1:8: invalid type: integer `1`, expected a string"),
            ("runtime = 1", "c.toml:1:11: invalid type: integer `1`, expected a version, a folder, or a table"),
            ("runtime = { git = 'x' }", "unknown key `git`\n  help: expected one of path, version"),
            ("name = 'x", "c.toml:1:"),
        ] {
            let error = toml::from_str::<Config>(text).err();
            let message = error.map(|error| told("c.toml", text, &error)).unwrap_or_default();
            assert!(message.contains(problem), "{text}:\n{message}");
        }
    }
}
