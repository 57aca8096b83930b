//! Reads documents that are named individually, and the files that they refer to.

use std::collections::{BTreeMap, HashMap};
use std::path::{Component, Path, PathBuf};
use std::{fs, io};

use super::read::read_file;
use super::{SourceFile, Sources, Value};
use crate::diagnostic::{Diagnostic, FileId};

/// The folder that was named in place of documents.
pub(crate) fn single_folder(paths: &[PathBuf]) -> Option<&Path> {
    match paths {
        [folder] if folder.is_dir() => Some(folder),
        _ => None,
    }
}

/// Where documents are.
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

    /// The path as a report shows it: from the folder that everything is run in, if it lies there.
    fn shown(&self, whole: &Path) -> String {
        let here = matches!(self, Self::Disk).then(|| std::env::current_dir().ok()).flatten();
        let below = here.and_then(|here| whole.strip_prefix(here).ok().map(Path::to_path_buf));
        below.as_deref().unwrap_or(whole).to_string_lossy().into_owned()
    }

    /// The path as no other one names the same file.
    fn whole(&self, path: &Path) -> PathBuf {
        match self {
            Self::Disk => normal(&std::path::absolute(path).unwrap_or_else(|_| path.to_owned())),
            Self::Memory(_) => normal(path),
        }
    }
}

/// Where the documents of a run are in their store, and the files that these refer to. Nothing of a folder of fragments.
#[derive(Default)]
pub(crate) struct Places {
    of: BTreeMap<FileId, PathBuf>,
    known: HashMap<PathBuf, FileId>,
}

/// The documents that were named, and all files that these refer to. A file that only a reference names may be missing:
/// whoever follows the reference reports that.
pub(crate) fn read_documents(
    store: &Store<'_>,
    paths: &[PathBuf],
    diagnostics: &mut Vec<Diagnostic>,
) -> (Sources, Vec<FileId>, Places) {
    let (mut sources, mut places, mut named) = (Sources::default(), Places::default(), Vec::new());
    for path in paths {
        let whole = store.whole(path);
        // Naming a document twice is naming it once.
        if !places.known.contains_key(&whole) {
            let shown = path.to_string_lossy().into_owned();
            named.push(places.push(store, &mut sources, whole, shown, diagnostics));
        }
    }
    places.follow(store, &mut sources, diagnostics);
    (sources, named, places)
}

impl Places {
    /// Reads what the documents refer to and has not been read.
    pub(crate) fn follow(&mut self, store: &Store<'_>, sources: &mut Sources, diagnostics: &mut Vec<Diagnostic>) {
        let mut next = 0;
        while let Some(file) = sources.files.get(next) {
            let id = FileId(next as u32);
            next += 1;
            let Some(place) = self.of.get(&id) else { continue };
            let folder = place.parent().unwrap_or(Path::new("")).to_owned();
            for target in targets(file) {
                let whole = normal(&folder.join(&target));
                if !self.known.contains_key(&whole) && store.has(&whole) {
                    self.push(store, sources, whole, target, diagnostics);
                }
            }
        }
        // The same documents are called the same, wherever they are on the disk.
        let common = self.common_folder();
        for (id, place) in &self.of {
            if let Some(file) = sources.files.get_mut(id.0 as usize) {
                file.path = below(place, &common).unwrap_or_else(|| place.to_string_lossy().into_owned());
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
        let (mut file, problems) = read_file(id, shown, store.read(&whole));
        file.shown = store.shown(&whole);
        diagnostics.extend(problems);
        sources.push(file);
        self.of.insert(id, whole.clone());
        self.known.insert(whole, id);
        id
    }

    /// Reads an overlay. Among the documents it is called as they are, and as it was named elsewhere.
    pub(crate) fn read_overlay(
        &self,
        store: &Store<'_>,
        sources: &mut Sources,
        path: &Path,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> FileId {
        let whole = store.whole(path);
        let among = (!self.of.is_empty()).then(|| below(&whole, &self.common_folder())).flatten();
        let shown = among.unwrap_or_else(|| path.to_string_lossy().into_owned());
        let (mut file, problems) = read_file(FileId(sources.files.len() as u32), shown, store.read(&whole));
        file.is_overlay = true;
        file.shown = store.shown(&whole);
        diagnostics.extend(problems);
        sources.push(file)
    }

    fn common_folder(&self) -> PathBuf {
        let mut folders = self.of.values().map(|place| place.parent().map(Path::to_path_buf).unwrap_or_default());
        let first = folders.next().unwrap_or_default();
        folders.fold(first, |common, folder| {
            let same = common.components().zip(folder.components()).take_while(|(left, right)| left == right);
            same.map(|(part, _)| part).collect()
        })
    }
}

/// Shows the files of a folder as they are reached from the folder that everything is run in.
pub(crate) fn show_below(sources: &mut Sources, folder: &Path) {
    let store = Store::Disk;
    let whole = store.whole(folder);
    for file in &mut sources.files {
        let below = file.path.split_once('/').map_or(file.path.as_str(), |(_, below)| below);
        file.shown = store.shown(&whole.join(below));
    }
}

/// The way down from a folder, with `/` between the parts.
fn below(path: &Path, folder: &Path) -> Option<String> {
    let below = path.strip_prefix(folder).ok()?;
    Some(below.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/"))
}

/// The other files that a file refers to, as it writes them.
fn targets(file: &SourceFile) -> Vec<String> {
    let mut targets = Vec::new();
    for value in (0..file.tree.len() as u32).map(|index| file.value(index)) {
        let Value::Map(entries) = value else { continue };
        for entry in entries.iter().filter(|entry| entry.key == "$ref") {
            let Value::Text(reference) = file.value(entry.value.index) else { continue };
            let target = reference.split('#').next().unwrap_or_default();
            if !target.is_empty() && !target.contains("://") && !targets.iter().any(|known| known == target) {
                targets.push(target.to_owned());
            }
        }
    }
    targets
}

/// The path without `.` and `..`, as references are followed: by their text.
fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => drop(normal.pop()),
            part => normal.push(part),
        }
    }
    normal
}
