//! The fragments of each version, and the target of every `$ref`.

mod consequences;
mod formats;
mod media;
mod operation;
pub(crate) mod path_items;
mod resolve;
mod tags;
mod understand;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::diagnostic::{Code, Diagnostic, FileId};
use crate::ledger::Ledger;
use crate::openapi::{self, Faults, Kind};
use crate::policy::{self, Policy};
use crate::source::{Entry, Missing, NodeHashMap, NodeId, NodeMap, Sources, Value};

pub(crate) use formats::Formats;
pub(crate) use media::{Media, is_structured, json_content, media};
pub(crate) use operation::{DeclaredOperation, first_server, operations_of, parameters, server};
pub(crate) use resolve::mapped_around;

/// The main document of a version.
const API: &str = "api.yaml";

/// How the files of a run are organised.
#[derive(Debug)]
pub(crate) enum Layout {
    /// Each folder with documents is a version, and each of its documents a module.
    Folders,
    /// Each of these documents is a version, and each of its tags a module. Other files only contain definitions.
    Documents(Vec<FileId>),
}

/// All documents of a run, with resolved references.
#[derive(Debug)]
pub(crate) struct Documents<'a> {
    pub(crate) sources: &'a Sources,
    pub(crate) bundles: Vec<Bundle>,
    /// The kind of each object.
    pub(crate) kinds: NodeMap<Kind>,
    /// The policy for mistakes.
    pub(crate) policy: &'static Policy,
    /// The types that the options choose for formats.
    pub(crate) formats: Formats,
    targets: NodeHashMap<NodeId>,
    faults: Faults,
}

/// The documents of one version, in which operationIds are unique.
#[derive(Debug)]
pub(crate) struct Bundle {
    /// The folder's name, such as `v3`.
    pub(crate) name: String,
    /// The root of the main document.
    pub(crate) api: NodeId,
    /// The fragments, one for each module.
    pub(crate) fragments: Vec<Fragment>,
}

/// A document, or a part of it, that becomes a module.
#[derive(Debug)]
pub(crate) struct Fragment {
    /// The name of the file without its extension, or the name of the tag.
    pub(crate) name: String,
    pub(crate) file: FileId,
    pub(crate) root: NodeId,
    pub(crate) share: Share,
}

/// Identifies a module: the index of its version among the bundles, and that of its fragment in the bundle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct ModuleId {
    pub(crate) version: usize,
    pub(crate) fragment: usize,
}

/// The share of a document that belongs to a module.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Share {
    /// Types and operations.
    Whole,
    /// Types only.
    Types,
    /// Some of the operations.
    Part {
        group: Group,
        /// Whether it also has the types, because it was once the only group.
        has_types: bool,
        /// The indexes of the paths with such operations.
        paths: Vec<usize>,
    },
}

/// What the operations of a module have in common.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Group {
    /// The first tag.
    Tag(Option<String>),
    /// In a document without tags: the first segment of the path that names something.
    Path(Option<String>),
}

impl Fragment {
    pub(crate) fn has_types(&self) -> bool {
        !matches!(self.share, Share::Part { has_types: false, .. })
    }

    /// Returns the paths that may have operations of the module.
    pub(crate) fn paths<'a>(&self, sources: &'a Sources) -> Vec<&'a Entry> {
        let all = sources.get(self.root, "paths").map_or(&[][..], |paths| sources.entries(paths));
        match &self.share {
            Share::Whole => all.iter().filter(|entry| is_path(entry)).collect(),
            Share::Types => Vec::new(),
            Share::Part { paths, .. } => paths.iter().filter_map(|at| all.get(*at)).collect(),
        }
    }

    /// Returns whether an operation belongs to the module.
    pub(crate) fn has(&self, sources: &Sources, operation: NodeId) -> bool {
        match &self.share {
            Share::Whole => true,
            Share::Types => false,
            Share::Part { group: Group::Tag(tag), .. } => tag.as_deref() == tags::first(sources, operation),
            Share::Part { group: Group::Path(_), .. } => true,
        }
    }
}

/// Whether an entry of `paths` is a path, not an extension.
fn is_path(entry: &Entry) -> bool {
    entry.key.starts_with('/')
}

impl Documents<'_> {
    /// Returns all fragments, bundle by bundle.
    pub(crate) fn fragments(&self) -> impl Iterator<Item = (ModuleId, &Fragment)> {
        self.bundles.iter().enumerate().flat_map(|(version, bundle)| {
            let fragments = bundle.fragments.iter().enumerate();
            fragments.map(move |(fragment, part)| (ModuleId { version, fragment }, part))
        })
    }

    /// Returns the description of a document, or else its title.
    pub(crate) fn info(&self, root: NodeId) -> &str {
        let Some(info) = self.sources.get(root, "info") else { return "" };
        let text = |key: &str| self.sources.get_text(info, key).unwrap_or_default().trim();
        match text("description") {
            "" => text("title"),
            description => description,
        }
    }

    /// Returns the referenced schemas outside the components of a document: in a file that is not a document, or in the
    /// definitions of another schema. Each comes with the last segment of a reference to it, in source order.
    pub(crate) fn schemas_beside(&self) -> Vec<(NodeId, String)> {
        let files: HashSet<_> =
            self.bundles.iter().flat_map(|bundle| &bundle.fragments).map(|part| part.file).collect();
        let mut found: BTreeMap<NodeId, String> = BTreeMap::new();
        for (reference, target) in &self.targets {
            let text = self.sources.reference(*reference).unwrap_or_default();
            let is_beside =
                !files.contains(&target.file()) || text.contains("/$defs/") || text.contains("/definitions/");
            if is_beside && self.kinds.get(*target) == Some(&Kind::Schema) {
                let name = text.rsplit(['/', '#']).find(|part| !part.is_empty()).unwrap_or_default();
                let name = name.split('.').next().unwrap_or(name).to_owned();
                // Of several names, the first in alphabetical order, so that the result is deterministic.
                found.entry(*target).and_modify(|known| *known = name.clone().min(known.clone())).or_insert(name);
            }
        }
        found.into_iter().collect()
    }

    /// Returns the module with the types of each file: for a file that is not a document, that of the first document
    /// that refers to it.
    pub(crate) fn modules(&self) -> HashMap<FileId, ModuleId> {
        let mut modules = HashMap::new();
        for (module, fragment) in self.fragments().filter(|(_, fragment)| fragment.has_types()) {
            modules.insert(fragment.file, module);
        }
        let mut leads: BTreeMap<FileId, BTreeSet<FileId>> = BTreeMap::new();
        for (reference, target) in self.targets.iter().filter(|(reference, target)| reference.file() != target.file()) {
            leads.entry(reference.file()).or_default().insert(target.file());
        }
        for bundle in &self.bundles {
            let mut todo = vec![bundle.api.file()];
            while let Some(file) = todo.pop() {
                let Some(module) = modules.get(&file).copied() else { continue };
                for next in leads.get(&file).into_iter().flatten() {
                    if !modules.contains_key(next) {
                        modules.insert(*next, module);
                        todo.push(*next);
                    }
                }
            }
        }
        modules
    }

    /// Returns whether an object has a problem of its own, from which others may follow.
    pub(crate) fn is_broken(&self, id: NodeId) -> bool {
        self.faults.contains_key(&id)
    }

    /// Returns whether an unresolved reference follows from a problem that is reported already.
    pub(crate) fn explains(&self, missing: &Missing) -> bool {
        consequences::explains(&self.faults, missing)
    }

    /// Returns the definition that a node is or refers to. `None` if the reference cannot be resolved or has an
    /// unexpected target, which is reported already.
    pub(crate) fn resolve(&self, id: NodeId) -> Option<NodeId> {
        let target = match self.sources.reference(id) {
            Some(_) => self.targets.get(&id).copied()?,
            None => id,
        };
        (!self.faults.contains_key(&target)).then_some(target)
    }
}

/// Checks every document and follows every `$ref`. Modules keep the names of the ledger. Mistakes in published documents
/// are corrected in the nodes.
pub(crate) fn bundle<'a>(
    sources: &'a mut Sources,
    layout: &Layout,
    ledger: &Ledger,
    diagnostics: &mut Vec<Diagnostic>,
) -> Documents<'a> {
    let policy = match layout {
        Layout::Folders => &policy::OURS,
        Layout::Documents(_) => &policy::PUBLISHED,
    };
    let roots: Vec<_> = sources
        .ids()
        .filter(|file| is_document(sources, layout, *file))
        .filter_map(|file| sources.root(file))
        // Nothing else is reported about a document of an unsupported version.
        .filter(|root| version(sources, *root, policy, diagnostics) || matches!(layout, Layout::Folders))
        .collect();
    let (all, targets) = understand::understand(sources, layout, policy, &roots, diagnostics);
    let sources: &'a Sources = sources;
    let bundles = match layout {
        Layout::Folders => folders(sources, diagnostics),
        Layout::Documents(named) => {
            let readable = |file: &&FileId| sources.root(**file).is_some_and(|root| roots.contains(&root));
            tags::bundles(sources, ledger, named.iter().filter(readable))
        }
    };
    Documents { sources, bundles, kinds: all.kinds, policy, formats: Formats::default(), targets, faults: all.faults }
}

fn is_document(sources: &Sources, layout: &Layout, file: FileId) -> bool {
    match layout {
        Layout::Folders => true,
        Layout::Documents(named) => {
            named.contains(&file) || sources.root(file).is_some_and(|root| sources.get(root, "openapi").is_some())
        }
    }
}

/// Whether the version of a document is supported.
fn version(sources: &Sources, root: NodeId, policy: &Policy, diagnostics: &mut Vec<Diagnostic>) -> bool {
    let (node, message, help) = match (sources.get(root, "openapi"), sources.get(root, "swagger")) {
        (Some(node), _) => match sources.value(node) {
            // Newer versions were rewritten as 3.0 before.
            Value::Text(_) | Value::Number(_) if policy.reads_newer && openapi::version(sources, root).is_some() => {
                return true;
            }
            Value::Text(version) if version.starts_with("3.0.") => return true,
            Value::Text(version) | Value::Number(version) if policy.reads_newer || sources.text(node).is_some() => {
                let help = match policy.reads_newer {
                    true => "versions 3.0, 3.1 and 3.2 are supported",
                    false => "write `openapi: 3.0.3`",
                };
                (node, format!("OpenAPI {version} is not supported"), help)
            }
            _ => return true,
        },
        (None, Some(node)) => {
            let help = "convert the document to OpenAPI 3.0 first, for example with `npx swagger2openapi`";
            (node, "Swagger 2.0 is not supported".to_owned(), help)
        }
        (None, None) => return true,
    };
    diagnostics.push(Diagnostic::new(Code::BadValue, sources.location(node), message).help(help));
    false
}

/// Creates a bundle for each folder with documents.
fn folders(sources: &Sources, diagnostics: &mut Vec<Diagnostic>) -> Vec<Bundle> {
    let mut folders: BTreeMap<&str, Vec<(&str, FileId)>> = BTreeMap::new();
    for file in sources.ids() {
        if let Some((folder, name)) = sources.file(file).and_then(|source| source.path.rsplit_once('/')) {
            folders.entry(folder).or_default().push((name, file));
        }
    }
    let mut bundles = Vec::new();
    for (folder, files) in folders {
        let Some((_, api)) = files.iter().find(|(name, _)| *name == API) else {
            let message = format!("`{folder}` contains no `{API}`");
            let help = format!("create `{folder}/{API}` with the servers and the security scheme of that version");
            diagnostics.push(Diagnostic::without_location(Code::Disagreement, message).help(help));
            continue;
        };
        let fragment = |(name, file): &(&str, FileId)| {
            let name = name.rsplit_once('.').map_or(*name, |(stem, _)| stem).to_owned();
            Some(Fragment { name, file: *file, root: sources.root(*file)?, share: Share::Whole })
        };
        let fragments = files.iter().filter(|(_, file)| file != api).filter_map(fragment).collect();
        if let Some(api) = sources.root(*api) {
            let name = folder.rsplit('/').next().unwrap_or(folder).to_owned();
            bundles.push(Bundle { name, api, fragments });
        }
    }
    bundles
}
