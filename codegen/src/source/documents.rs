//! Reads documents that are named individually, and the files that they refer to.

use std::collections::{BTreeMap, HashMap};
use std::path::{Component, Path, PathBuf};
use std::{fs, io};

use percent_encoding::percent_decode_str;

use super::read::read_file;
use super::{Dialect, SourceFile, Sources, Value};
use crate::diagnostic::{Diagnostic, FileId};

/// Returns the folder, if a single folder was named instead of documents.
pub(crate) fn single_folder(paths: &[PathBuf]) -> Option<&Path> {
    match paths {
        [folder] if folder.is_dir() => Some(folder),
        _ => None,
    }
}

/// Where documents are stored.
pub(crate) enum Store<'a> {
    Disk,
    /// In memory, by path.
    Memory(&'a BTreeMap<PathBuf, Vec<u8>>),
}

impl Store<'_> {
    fn has(&self, path: &Path) -> bool {
        match self {
            Self::Disk => path.is_file(),
            Self::Memory(files) => files.contains_key(path),
        }
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        match self {
            Self::Disk => fs::read(path),
            Self::Memory(files) => files.get(path).cloned().ok_or_else(|| io::ErrorKind::NotFound.into()),
        }
    }

    /// Returns the path for diagnostics: relative to the current directory, if the file is inside.
    fn shown(&self, whole: &Path) -> String {
        let here = matches!(self, Self::Disk).then(|| std::env::current_dir().ok()).flatten();
        let below = here.and_then(|here| whole.strip_prefix(here).ok().map(Path::to_path_buf));
        below.as_deref().unwrap_or(whole).to_string_lossy().into_owned()
    }

    /// Returns the canonical path of a file.
    fn whole(&self, path: &Path) -> PathBuf {
        match self {
            Self::Disk => normal(&std::path::absolute(path).unwrap_or_else(|_| path.to_owned())),
            Self::Memory(_) => normal(path),
        }
    }
}

/// The paths of the documents of a run, and of the files that they refer to. Empty for a folder of fragments.
#[derive(Default)]
pub(crate) struct DocumentPaths {
    by_file: BTreeMap<FileId, PathBuf>,
    by_path: HashMap<PathBuf, FileId>,
}

/// Reads the named documents, and all files that they refer to. A file that is only referred to may be missing:
/// resolving the reference reports that.
pub(crate) fn read_documents(
    store: &Store<'_>,
    paths: &[PathBuf],
    diagnostics: &mut Vec<Diagnostic>,
) -> (Sources, Vec<FileId>, DocumentPaths) {
    let (mut sources, mut document_paths, mut named) = (Sources::default(), DocumentPaths::default(), Vec::new());
    for path in paths {
        let whole = store.whole(path);
        // A document that is named twice is read once.
        if !document_paths.by_path.contains_key(&whole) {
            let shown = path.to_string_lossy().into_owned();
            named.push(document_paths.push(store, &mut sources, whole, shown, diagnostics));
        }
    }
    document_paths.follow(store, &mut sources, diagnostics);
    (sources, named, document_paths)
}

impl DocumentPaths {
    /// Reads the files that the documents refer to and that have not been read.
    pub(crate) fn follow(&mut self, store: &Store<'_>, sources: &mut Sources, diagnostics: &mut Vec<Diagnostic>) {
        let mut next = 0;
        while let Some(file) = sources.files.get(next) {
            let id = FileId(next as u32);
            next += 1;
            let Some(path) = self.by_file.get(&id) else { continue };
            let folder = path.parent().unwrap_or(Path::new("")).to_owned();
            for target in targets(file) {
                let mut whole = normal(&folder.join(&target));
                if !store.has(&whole) {
                    // A reference is a URI, in which a file name may be encoded.
                    whole = normal(&folder.join(percent_decode_str(&target).decode_utf8_lossy().as_ref()));
                }
                if !self.by_path.contains_key(&whole) && store.has(&whole) {
                    self.push(store, sources, whole, target, diagnostics);
                }
            }
        }
        // Paths in headers must not depend on where the documents are on the disk.
        let common = self.common_folder();
        for (id, path) in &self.by_file {
            if let Some(file) = sources.files.get_mut(id.0 as usize) {
                file.path = below(path, &common).unwrap_or_else(|| path.to_string_lossy().into_owned());
            }
        }
    }

    fn push(
        &mut self,
        store: &Store<'_>,
        sources: &mut Sources,
        whole: PathBuf,
        shown: String,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> FileId {
        let id = FileId(sources.files.len() as u32);
        let (mut file, problems) = read_file(id, shown, store.read(&whole), Dialect::Common);
        file.shown = store.shown(&whole);
        diagnostics.extend(problems);
        sources.push(file);
        self.by_file.insert(id, whole.clone());
        self.by_path.insert(whole, id);
        id
    }

    /// Reads an overlay. Its path in headers is relative to the documents if it is among them, and otherwise as it was
    /// named.
    pub(crate) fn read_overlay(
        &self,
        store: &Store<'_>,
        sources: &mut Sources,
        path: &Path,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> FileId {
        let whole = store.whole(path);
        let among = (!self.by_file.is_empty()).then(|| below(&whole, &self.common_folder())).flatten();
        let shown = among.unwrap_or_else(|| path.to_string_lossy().into_owned());
        let (mut file, problems) = {
            let id = FileId(sources.files.len() as u32);
            read_file(id, shown, store.read(&whole), Dialect::Strict)
        };
        file.is_overlay = true;
        file.shown = store.shown(&whole);
        diagnostics.extend(problems);
        sources.push(file)
    }

    fn common_folder(&self) -> PathBuf {
        let mut folders = self.by_file.values().map(|path| path.parent().map(Path::to_path_buf).unwrap_or_default());
        let first = folders.next().unwrap_or_default();
        folders.fold(first, |common, folder| {
            let same = common.components().zip(folder.components()).take_while(|(left, right)| left == right);
            same.map(|(part, _)| part).collect()
        })
    }
}

/// Shows the files of a folder with the path of the folder.
pub(crate) fn show_below(sources: &mut Sources, folder: &Path) {
    let store = Store::Disk;
    let whole = store.whole(folder);
    for file in &mut sources.files {
        let below = file.path.split_once('/').map_or(file.path.as_str(), |(_, below)| below);
        file.shown = store.shown(&whole.join(below));
    }
}

/// Returns the path relative to a folder, with `/` as the separator.
fn below(path: &Path, folder: &Path) -> Option<String> {
    let below = path.strip_prefix(folder).ok()?;
    Some(below.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/"))
}

/// Returns the other files that a file refers to, as written.
fn targets(file: &SourceFile) -> Vec<String> {
    let mut targets = Vec::new();
    for value in (0..file.tree.len() as u32).map(|index| file.value(index)) {
        let Value::Map(entries) = value else { continue };
        for entry in entries.iter().filter(|entry| entry.key == "$ref") {
            let Value::Text(reference) = file.value(entry.value.index) else { continue };
            let target = reference.split('#').next().unwrap_or_default();
            if !target.is_empty() && !target.contains("://") && !targets.iter().any(|by_path| by_path == target) {
                targets.push(target.to_owned());
            }
        }
    }
    targets
}

/// Returns the path without `.` and `..`, resolved lexically, as in references.
fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if matches!(normal.components().next_back(), Some(Component::Normal(_))) => {
                normal.pop();
            }
            // Nothing is above the root.
            Component::ParentDir if normal.has_root() => {}
            part => normal.push(part),
        }
    }
    normal
}
