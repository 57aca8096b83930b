//! The fragments of each version, and where every `$ref` leads.

mod resolve;

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::diagnostic::{Code, Diagnostic, FileId};
use crate::openapi::{self, Kind};
use crate::source::{NodeId, Sources, Value};

pub(crate) use resolve::lookup;

/// The name of the document that says what is true of a whole version.
const API: &str = "api.yaml";

/// All documents of a run, their references resolved.
#[derive(Debug)]
pub(crate) struct Documents<'a> {
    pub(crate) sources: &'a Sources,
    pub(crate) bundles: Vec<Bundle>,
    /// What each object is.
    pub(crate) kinds: HashMap<NodeId, Kind>,
    targets: HashMap<NodeId, NodeId>,
    broken: HashSet<NodeId>,
}

/// The documents of one version: operationIds are unique in it.
#[derive(Debug)]
pub(crate) struct Bundle {
    /// The folder's name, such as `v3`.
    pub(crate) name: String,
    /// What is true of the whole version.
    pub(crate) api: NodeId,
    /// One for each resource, by name.
    pub(crate) fragments: Vec<Fragment>,
}

/// A document that becomes a module.
#[derive(Debug)]
pub(crate) struct Fragment {
    /// The file's name without its ending.
    pub(crate) name: String,
    pub(crate) file: FileId,
    pub(crate) root: NodeId,
}

impl Documents<'_> {
    /// The definition that a node is or refers to. `None` where the reference leads nowhere, or to what OpenAPI does not
    /// allow: that is reported already, and the rest goes on without it.
    pub(crate) fn resolve(&self, id: NodeId) -> Option<NodeId> {
        let target = match self.sources.reference(id) {
            Some(_) => self.targets.get(&id).copied()?,
            None => id,
        };
        (!self.broken.contains(&target)).then_some(target)
    }
}

/// Checks every document and follows every `$ref`.
pub(crate) fn bundle<'a>(sources: &'a Sources, diagnostics: &mut Vec<Diagnostic>) -> Documents<'a> {
    let mut kinds = HashMap::new();
    let mut references = Vec::new();
    let mut broken = HashSet::new();
    let roots: Vec<_> = sources.ids().filter_map(|file| sources.root(file)).collect();
    for checked in crate::parallel::map(&roots, |root| openapi::check(sources, *root)) {
        diagnostics.extend(checked.diagnostics);
        kinds.extend(checked.kinds);
        references.extend(checked.references);
        broken.extend(checked.broken);
    }
    for root in roots {
        version(sources, root, diagnostics);
    }
    let targets = resolve::resolve(sources, &kinds, &references, diagnostics);
    Documents { sources, bundles: bundles(sources, diagnostics), kinds, targets, broken }
}

fn version(sources: &Sources, root: NodeId, diagnostics: &mut Vec<Diagnostic>) {
    let Some(node) = sources.get(root, "openapi") else { return };
    let version = match sources.value(node) {
        Value::Text(version) if version.starts_with("3.0.") => return,
        Value::Text(version) => version,
        _ => return,
    };
    let message = format!("OpenAPI {version} is not supported");
    diagnostics.push(Diagnostic::new(Code::BadValue, sources.place(node), message).help("write `openapi: 3.0.3`"));
}

/// A folder that holds documents is a bundle.
fn bundles(sources: &Sources, diagnostics: &mut Vec<Diagnostic>) -> Vec<Bundle> {
    let mut folders: BTreeMap<&str, Vec<(&str, FileId)>> = BTreeMap::new();
    for file in sources.ids() {
        if let Some((folder, name)) = sources.file(file).and_then(|source| source.path.rsplit_once('/')) {
            folders.entry(folder).or_default().push((name, file));
        }
    }
    let mut bundles = Vec::new();
    for (folder, files) in folders {
        let Some((_, api)) = files.iter().find(|(name, _)| *name == API) else {
            let message = format!("`{folder}` has no `{API}`");
            let help = format!("write `{folder}/{API}` with the servers and the security scheme of that version");
            diagnostics.push(Diagnostic::without_place(Code::Disagreement, message).help(help));
            continue;
        };
        let fragment = |(name, file): &(&str, FileId)| {
            let name = name.rsplit_once('.').map_or(*name, |(stem, _)| stem).to_owned();
            Some(Fragment { name, file: *file, root: sources.root(*file)? })
        };
        let fragments = files.iter().filter(|(_, file)| file != api).filter_map(fragment).collect();
        if let Some(api) = sources.root(*api) {
            let name = folder.rsplit('/').next().unwrap_or(folder).to_owned();
            bundles.push(Bundle { name, api, fragments });
        }
    }
    bundles
}
