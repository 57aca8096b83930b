//! Where a run of `regen` reads and writes, and the files that belong there.

use std::path::{Path, PathBuf};

use codegen::{Change, DIGEST, FRAGMENT_SCHEMA, Generated, LEDGER, OperationSummary, OutputError, OutputTree};
use openapi_client_cli::paths::{self, absolute};

use super::{Arguments, CALLS, CLIENT, extensions};
use crate::readme::{self, Readme};
use crate::{todo, workspace};

/// Where a run reads and writes. Paths are shown from the root.
pub(super) struct Folders {
    pub(super) root: Option<PathBuf>,
    pub(super) spec: PathBuf,
    pub(super) out: PathBuf,
    /// Where the calls by operation name belong; `None` if other folders were named, or the workspace has no such
    /// crate.
    pub(super) calls: Option<PathBuf>,
    /// The folder of the client, for the digest of its public API; `None` if other folders were named.
    pub(super) crate_folder: Option<PathBuf>,
}

/// Files, and the folder that they belong to.
pub(super) struct Tree {
    pub(super) files: OutputTree,
    pub(super) folder: PathBuf,
    /// Whether the folder holds other files, which are not generated.
    pub(super) is_shared: bool,
}

impl Tree {
    pub(super) fn compare(&self) -> Result<Vec<Change>, OutputError> {
        if self.is_shared { self.files.compare_files(&self.folder) } else { self.files.compare(&self.folder) }
    }
}

impl Folders {
    /// Returns the folders that were named, or those of the workspace.
    pub(super) fn of(flags: &Arguments) -> Result<Self, String> {
        let root = match (workspace::root(), &flags.spec, &flags.out) {
            (Ok(root), ..) => Some(absolute(&root)),
            (Err(_), Some(_), Some(_)) => None,
            (Err(problem), ..) => return Err(problem),
        };
        let folder = |given: &Option<PathBuf>, default: &str| match given {
            Some(folder) => absolute(folder),
            None => absolute(&root.clone().unwrap_or_default().join(default)),
        };
        let calls = root.as_ref().map(|root| root.join(CALLS));
        let calls =
            calls.filter(|calls| flags.spec.is_none() && flags.out.is_none() && calls.with_extension("rs").exists());
        let (spec, out) = (folder(&flags.spec, workspace::SPEC), folder(&flags.out, workspace::GENERATED));
        let crate_folder = root.as_ref().filter(|_| flags.spec.is_none() && flags.out.is_none());
        let crate_folder = crate_folder.map(|root| root.join(CLIENT));
        let folders = Self { spec, out, calls, crate_folder, root: root.clone() };
        let shown = folders.shown(&folders.spec);
        match folders.spec.metadata() {
            Ok(kind) if kind.is_dir() => Ok(folders),
            Ok(_) => Err(format!(
                "{shown} is not a folder\n  help: pass the folder that contains the versions, such as `spec` with \
                 `v3/api.yaml`"
            )),
            Err(error) => Err(format!(
                "cannot read the spec folder {shown}: {error}\n  help: choose another folder with --spec DIR"
            )),
        }
    }

    /// Takes the files out of what was generated. `None` if there is an error.
    pub(super) fn trees(&self, generated: &mut Generated) -> Option<Vec<Tree>> {
        let one = |name: &str, text: String| OutputTree { files: [(name.to_owned(), text)].into() };
        let mut trees = vec![Tree { files: generated.tree.take()?, folder: self.out.clone(), is_shared: false }];
        let calls = self.calls.iter().zip(generated.calls.take());
        trees.extend(calls.map(|(folder, files)| Tree { files, folder: folder.clone(), is_shared: false }));
        // A run for other folders does not change what this workspace's items are called.
        if let Some(folder) = &self.crate_folder {
            let shared = |files, folder: &Path| Tree { files, folder: folder.to_owned(), is_shared: true };
            trees.extend(generated.digest.take().map(|digest| shared(one(DIGEST, digest), folder)));
            trees.extend(generated.ledger.take().map(|ledger| shared(one(LEDGER, ledger), &self.spec)));
            let schema = codegen::fragment_schema(&super::command_name(), &extensions::described(&self.spec));
            trees.push(shared(one(FRAGMENT_SCHEMA, schema), &self.spec));
        }
        Some(trees)
    }

    pub(super) fn shown(&self, path: &Path) -> String {
        paths::shown(path, self.root.as_deref())
    }

    /// The README of the workspace; `None` if other folders were named.
    pub(super) fn readme(&self, operations: &[OperationSummary]) -> Result<Option<Readme>, String> {
        self.root
            .as_ref()
            .filter(|_| self.crate_folder.is_some())
            .map_or(Ok(None), |root| readme::read(root, operations))
    }

    /// What is left to do by hand in the workspace; nothing if other folders were named.
    pub(super) fn left(&self, operations: &[OperationSummary]) -> Vec<String> {
        let root = self.root.as_ref().filter(|_| self.crate_folder.is_some());
        root.map_or_else(Vec::new, |root| todo::left(root, operations))
    }

    pub(super) fn generated(&self, folder: &Path, change: &Change) -> String {
        self.shown(&folder.join(&change.path))
    }
}
