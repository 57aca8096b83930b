//! Compares generated files with the disk, and writes them.
//!
//! `tempfile` writes each file and renames it into place. The decision which files of a folder may be replaced or
//! removed is made here: those that begin with a mark.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::format::{JSON_MARK, MARK, TEXT_MARK};
use crate::source::FRAGMENT_SCHEMA;

/// The name of the digest of a crate's public API.
pub const DIGEST: &str = "API.txt";

/// The name of the ledger of names, which keeps the Rust name of each item: see [`Options::ledger`](crate::Options).
pub const LEDGER: &str = "names.lock";

/// The file that identifies the folder of a crate.
const MANIFEST: &str = "Cargo.toml";

/// The folder that cargo builds in.
const TARGET: &str = "target";

/// The prefix of temporary files. An interrupted run may leave one behind.
const TEMPORARY: &str = ".regen-";

/// Generated files by their path in the output folder, with `/` as the separator.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutputTree {
    /// The texts by path.
    pub files: BTreeMap<String, String>,
}

/// One difference between an [`OutputTree`] and a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The path in the folder, with `/` as the separator.
    pub path: String,
    /// The kind of the difference.
    pub kind: ChangeKind,
}

/// The kind of a difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// The file does not exist on the disk.
    Missing,
    /// The file on the disk has a different text.
    Changed {
        /// The text on the disk.
        old: String,
    },
    /// The file on the disk is not one of the generated files.
    Stray {
        /// The text on the disk.
        old: String,
    },
}

impl Change {
    /// Returns what the file on the disk would begin with if it were generated; `None` if it does, or does not exist.
    pub fn missing_mark(&self) -> Option<&'static str> {
        match &self.kind {
            ChangeKind::Changed { old } | ChangeKind::Stray { old } => {
                (!is_ours(&self.path, old)).then(|| mark(&self.path))
            }
            ChangeKind::Missing => None,
        }
    }
}

/// An error about a file in the output folder.
#[derive(Debug)]
pub struct OutputError {
    /// The file or folder.
    pub path: PathBuf,
    /// The failed action, as in "cannot read".
    pub action: &'static str,
    /// The cause.
    pub source: io::Error,
}

impl std::fmt::Display for OutputError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "cannot {} {}: {}", self.action, self.path.display(), self.source)
    }
}

impl std::error::Error for OutputError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.source)
    }
}

impl OutputTree {
    /// Returns every difference from `folder`, by path, without changing anything.
    ///
    /// # Errors
    /// If a file cannot be read.
    pub fn compare(&self, folder: &Path) -> Result<Vec<Change>, OutputError> {
        self.differences(folder, &list(folder)?)
    }

    fn differences(&self, folder: &Path, on_disk: &BTreeSet<String>) -> Result<Vec<Change>, OutputError> {
        let mut changes = Vec::new();
        for path in self.files.keys().cloned().chain(on_disk.iter().cloned()).collect::<BTreeSet<_>>() {
            let old = if on_disk.contains(&path) { Some(read(&folder.join(&path))?) } else { None };
            let kind = match (self.files.get(&path), old) {
                (Some(new), Some(old)) if *new == old => continue,
                (Some(_), Some(old)) => ChangeKind::Changed { old },
                (Some(_), None) => ChangeKind::Missing,
                (None, Some(old)) => ChangeKind::Stray { old },
                (None, None) => continue,
            };
            changes.push(Change { path, kind });
        }
        Ok(changes)
    }

    /// Returns the differences from files of these names in `folder`, and none of its other files.
    ///
    /// # Errors
    /// If a file cannot be read.
    pub fn compare_files(&self, folder: &Path) -> Result<Vec<Change>, OutputError> {
        let on_disk = self.files.keys().filter(|path| folder.join(path).exists()).cloned().collect();
        self.differences(folder, &on_disk)
    }

    /// Returns the differences from `folder`, which contains the crate of this tree. Files that were not generated, and
    /// cargo's own, are ignored.
    ///
    /// # Errors
    /// If a file cannot be read, or the folder is not empty and was not generated.
    pub fn compare_package(&self, folder: &Path) -> Result<Vec<Change>, OutputError> {
        let on_disk = list(folder)?;
        let manifest = on_disk.contains(MANIFEST).then(|| read(&folder.join(MANIFEST))).transpose()?;
        if !on_disk.is_empty() && !manifest.is_some_and(|text| is_ours(MANIFEST, &text)) {
            let source = io::Error::other(format!(
                "the folder is not empty, and no {MANIFEST} that begins with `{TEXT_MARK}` marks it as generated"
            ));
            return Err(OutputError { path: folder.to_owned(), action: "write to", source });
        }
        let others = |change: &Change| match &change.kind {
            ChangeKind::Stray { old } => !is_ours(&change.path, old),
            _ => false,
        };
        let mut changes = self.differences(folder, &on_disk)?;
        changes.retain(|change| !others(change));
        Ok(changes)
    }

    /// Updates `folder` to this tree, given its differences: writes each missing or changed file atomically (to a
    /// temporary file that is renamed), and removes stray files and folders that become empty.
    ///
    /// # Errors
    /// If a file cannot be written or removed, or was not written by the generator; such a file is never changed.
    pub fn apply(&self, folder: &Path, changes: &[Change]) -> Result<(), OutputError> {
        for change in changes {
            if let Some(mark) = change.missing_mark() {
                let source = io::Error::other(format!(
                    "the file does not begin with `{mark}`, so it was not generated; move it elsewhere"
                ));
                return Err(OutputError { path: folder.join(&change.path), action: "replace", source });
            }
        }
        for change in changes {
            let path = folder.join(&change.path);
            match (&change.kind, self.files.get(&change.path)) {
                (ChangeKind::Stray { .. }, _) => {
                    fs::remove_file(&path).map_err(|source| OutputError {
                        path: path.clone(),
                        action: "remove",
                        source,
                    })?;
                    remove_empty_parents(&path, folder);
                }
                (_, Some(text)) => {
                    write_whole(&path, text).map_err(|source| OutputError { path, action: "write", source })?
                }
                (_, None) => {}
            }
        }
        Ok(())
    }
}

/// How a generated file of this name begins.
fn mark(path: &str) -> &'static str {
    match path {
        MANIFEST | DIGEST | LEDGER => TEXT_MARK,
        FRAGMENT_SCHEMA => JSON_MARK,
        _ => MARK,
    }
}

fn is_ours(path: &str, text: &str) -> bool {
    // JSON has no comments: there, the mark is the first key.
    let text = if path == FRAGMENT_SCHEMA { text.trim_start_matches('{').trim_start() } else { text };
    text.starts_with(mark(path)) || path.rsplit('/').next().is_some_and(|name| name.starts_with(TEMPORARY))
}

fn read(path: &Path) -> Result<String, OutputError> {
    fs::read(path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).map_err(|source| OutputError {
        path: path.to_owned(),
        action: "read",
        source,
    })
}

fn list(folder: &Path) -> Result<BTreeSet<String>, OutputError> {
    let mut files = BTreeSet::new();
    let mut folders = vec![(folder.to_owned(), String::new())];
    while let Some((path, prefix)) = folders.pop() {
        let failed = |source| OutputError { path: path.clone(), action: "list", source };
        let entries = match fs::read_dir(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            entries => entries.map_err(failed)?,
        };
        for entry in entries {
            let entry = entry.map_err(failed)?;
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.file_type().map_err(failed)?.is_dir() {
                // Generated files are never inside the build folder of cargo.
                if name == TARGET {
                    continue;
                }
                folders.push((entry.path(), format!("{name}/")));
            } else {
                files.insert(name);
            }
        }
    }
    Ok(files)
}

/// Replaces a file atomically: it has either its old text or its new one, even if the process ends.
fn write_whole(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut file = tempfile::Builder::new().prefix(TEMPORARY).make_in(folder, |temporary| {
        // Not with the private mode of a temporary file: the result is an ordinary file of the checkout.
        fs::File::create_new(temporary)
    })?;
    file.write_all(text.as_bytes())?;
    file.persist(path)?;
    Ok(())
}

fn remove_empty_parents(path: &Path, root: &Path) {
    let mut folder = path.parent();
    while let Some(current) = folder {
        // A folder that is not empty cannot be removed, which ends the loop.
        if current == root || fs::remove_dir(current).is_err() {
            break;
        }
        folder = current.parent();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(files: &[(&str, &str)]) -> OutputTree {
        OutputTree { files: files.iter().map(|(path, text)| ((*path).to_owned(), format!("{MARK}\n{text}"))).collect() }
    }

    fn apply(tree: &OutputTree, folder: &Path) -> Result<usize, OutputError> {
        let changes = tree.compare(folder)?;
        tree.apply(folder, &changes).map(|()| changes.len())
    }

    #[test]
    fn a_folder_is_brought_to_the_state_of_the_tree() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(apply(&tree(&[("a.rs", "1"), ("b/c.rs", "2")]), folder.path()).unwrap(), 2);
        assert_eq!(apply(&tree(&[("a.rs", "1"), ("b/c.rs", "2")]), folder.path()).unwrap(), 0);
        assert_eq!(apply(&tree(&[("a.rs", "3")]), folder.path()).unwrap(), 2, "one changed, one stray");
        assert_eq!(list(folder.path()).unwrap(), BTreeSet::from(["a.rs".to_owned()]));
        assert!(!folder.path().join("b").exists(), "an empty folder goes too");
    }

    #[test]
    fn what_an_interrupted_run_left_is_removed() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(".regen-x1"), "").unwrap();
        assert_eq!(apply(&tree(&[]), folder.path()).unwrap(), 1);
        assert!(list(folder.path()).unwrap().is_empty());
    }

    #[test]
    fn what_somebody_wrote_is_not_touched() {
        for (file, new) in [("stray.rs", None), ("a.rs", Some("1"))] {
            let folder = tempfile::tempdir().unwrap();
            fs::write(folder.path().join(file), "fn mine() {}").unwrap();
            let wanted: Vec<_> = new.map(|text| (file, text)).into_iter().chain([("z.rs", "2")]).collect();
            let error = apply(&tree(&wanted), folder.path()).unwrap_err();
            assert!(error.to_string().contains(file), "{error}");
            assert_eq!(fs::read_to_string(folder.path().join(file)).unwrap(), "fn mine() {}");
            assert!(!folder.path().join("z.rs").exists(), "nothing at all is written");
        }
    }
}
