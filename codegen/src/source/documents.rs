//! Reading documents that were named one by one, and what they refer to.

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

    /// The path as no other one names the same file.
    fn whole(&self, path: &Path) -> PathBuf {
        match self {
            Self::Disk => normal(&std::path::absolute(path).unwrap_or_else(|_| path.to_owned())),
            Self::Memory(_) => normal(path),
        }
    }
}

/// The documents that were named, and all files that these refer to. A file that only a reference names may be missing:
/// whoever follows the reference reports that.
pub(crate) fn read_documents(
    store: &Store<'_>,
    paths: &[PathBuf],
    diagnostics: &mut Vec<Diagnostic>,
) -> (Sources, Vec<FileId>) {
    let mut sources = Sources::default();
    let mut places: Vec<PathBuf> = Vec::new();
    let mut known: HashMap<PathBuf, FileId> = HashMap::new();
    let mut named = Vec::new();
    for path in paths {
        let whole = store.whole(path);
        // Naming a document twice is naming it once.
        if !known.contains_key(&whole) {
            let shown = path.to_string_lossy().into_owned();
            named.push(push(store, &mut sources, &mut places, &mut known, whole, shown, diagnostics));
        }
    }
    let mut next = 0;
    while let (Some(file), Some(place)) = (sources.files.get(next), places.get(next)) {
        let folder = place.parent().unwrap_or(Path::new("")).to_owned();
        for target in targets(file) {
            let whole = normal(&folder.join(&target));
            if !known.contains_key(&whole) && store.has(&whole) {
                push(store, &mut sources, &mut places, &mut known, whole, target, diagnostics);
            }
        }
        next += 1;
    }
    // The same documents are called the same, wherever they are on the disk.
    let common = common_folder(&places);
    for (file, place) in sources.files.iter_mut().zip(&places) {
        let below = place.strip_prefix(&common).unwrap_or(place);
        file.path = below.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
    }
    (sources, named)
}

fn push(
    store: &Store<'_>,
    sources: &mut Sources,
    places: &mut Vec<PathBuf>,
    known: &mut HashMap<PathBuf, FileId>,
    whole: PathBuf,
    shown: String,
    diagnostics: &mut Vec<Diagnostic>,
) -> FileId {
    let id = FileId(sources.files.len() as u32);
    let (file, problems) = read_file(id, shown, store.read(&whole));
    diagnostics.extend(problems);
    sources.push(file);
    places.push(whole.clone());
    known.insert(whole, id);
    id
}

/// The other files that a file refers to, as it writes them.
fn targets(file: &SourceFile) -> Vec<String> {
    let mut targets = Vec::new();
    for node in &file.nodes {
        let Value::Map(entries) = &node.value else { continue };
        for entry in entries.iter().filter(|entry| entry.key == "$ref") {
            let Some(Value::Text(reference)) = file.nodes.get(entry.value.index as usize).map(|node| &node.value)
            else {
                continue;
            };
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

fn common_folder(places: &[PathBuf]) -> PathBuf {
    let folder = |place: &PathBuf| place.parent().map(Path::to_path_buf).unwrap_or_default();
    let mut folders = places.iter().map(folder);
    let first = folders.next().unwrap_or_default();
    folders.fold(first, |common, folder| {
        let same = common.components().zip(folder.components()).take_while(|(left, right)| left == right);
        same.map(|(part, _)| part).collect()
    })
}
