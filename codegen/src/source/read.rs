//! Reads files and folders.

use std::path::{Path, PathBuf};
use std::{fs, io};

use super::compact::MAX_LENGTH;
use super::yaml::parse_as;
use super::{Dialect, SourceFile, Sources};
use crate::diagnostic::{Code, Diagnostic, FileId};
use crate::parallel;

/// The file of a folder of fragments that lists the accepted differences of a comparison.
pub const ACCEPTED: &str = "accepted.yaml";

/// The file of a folder of fragments that describes fragments to editors.
pub const FRAGMENT_SCHEMA: &str = "fragment.schema.json";

/// Reads every `*.yaml`, `*.yml` and `*.json` file below a folder, sorted by path, except [`ACCEPTED`] and
/// [`FRAGMENT_SCHEMA`]. Paths are shown below `shown_as`.
pub(crate) fn read_folder(folder: &Path, shown_as: &str, diagnostics: &mut Vec<Diagnostic>) -> Sources {
    let mut paths = Vec::new();
    collect(folder, shown_as, &mut paths, diagnostics);
    paths.retain(|(_, path)| ![ACCEPTED, FRAGMENT_SCHEMA].iter().any(|name| *path == folder.join(name)));
    paths.sort();
    let numbered: Vec<_> = paths.into_iter().enumerate().collect();
    let read = parallel::map(&numbered, |(index, (shown, path))| {
        read_file(FileId(*index as u32), shown.clone(), fs::read(path), Dialect::Strict)
    });
    let mut sources = Sources::default();
    for (file, problems) in read {
        sources.push(file);
        diagnostics.extend(problems);
    }
    sources
}

/// Parses the bytes of a file; an unreadable one has no nodes, and a diagnostic.
pub(crate) fn read_file(
    id: FileId,
    shown: String,
    bytes: io::Result<Vec<u8>>,
    dialect: Dialect,
) -> (SourceFile, Vec<Diagnostic>) {
    match bytes {
        Ok(bytes) => match String::from_utf8(bytes) {
            Ok(text) if text.len() > MAX_LENGTH => unreadable(shown, "it is larger than 1 GiB"),
            Ok(text) => parse_as(dialect, id, shown, text),
            Err(_) => unreadable(shown, "it is not valid UTF-8"),
        },
        Err(error) => unreadable(shown, &error.to_string()),
    }
}

fn unreadable(shown: String, why: &str) -> (SourceFile, Vec<Diagnostic>) {
    let problem = Diagnostic::without_location(Code::Unreadable, format!("cannot read `{shown}`: {why}"));
    (SourceFile { path: shown.clone(), shown, ..SourceFile::default() }, vec![problem])
}

fn collect(folder: &Path, shown: &str, found: &mut Vec<(String, PathBuf)>, diagnostics: &mut Vec<Diagnostic>) {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => {
            let message = format!("cannot list `{shown}`: {error}");
            diagnostics.push(Diagnostic::without_location(Code::Unreadable, message));
            return;
        }
    };
    for entry in entries.flatten() {
        let (name, path) = (entry.file_name().to_string_lossy().into_owned(), entry.path());
        let shown = format!("{shown}/{name}");
        if path.is_dir() {
            collect(&path, &shown, found, diagnostics);
        } else if [".yaml", ".yml", ".json"].iter().any(|ending| name.ends_with(ending)) {
            found.push((shown, path));
        }
    }
}
