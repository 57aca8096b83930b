//! The stages that `generate` and `lint` share.

use std::collections::HashSet;
use std::path::PathBuf;

use crate::analyze::{self, Facts};
use crate::bundle::{self, Documents, Layout};
use crate::diagnostic::{Diagnostic, Report, has_error};
use crate::ir::{Api, Ident, ModuleId, Shape, TypeDef, TypeId};
use crate::ledger::{Ledger, Role, Successors};
use crate::operation_count::{self, Declared};
use crate::options::{self, Options};
use crate::source::{self, NodeHashSet, NodeId, Sources};
use crate::{check, examples, lower, openapi, overlay, select};

/// Reads published documents, or a single folder of fragments, and the operations that they declare.
pub(crate) fn read(
    store: &source::Store<'_>,
    documents: &[PathBuf],
    options: &Options,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Sources, Option<(Layout, Declared)>) {
    read_and_look(store, documents, options, diagnostics, |_| {})
}

/// Reads documents like [`read`], and passes them to `look` after overlays corrected them, before they are rewritten.
pub(crate) fn read_and_look(
    store: &source::Store<'_>,
    documents: &[PathBuf],
    options: &Options,
    diagnostics: &mut Vec<Diagnostic>,
    look: impl FnOnce(&Sources),
) -> (Sources, Option<(Layout, Declared)>) {
    let folder = source::single_folder(documents).filter(|_| matches!(store, source::Store::Disk));
    let (mut sources, layout, mut document_paths) = match folder {
        Some(folder) => {
            let sources = match &options.folder_name {
                Some(name) => source::read_folder(folder, name, diagnostics),
                None => {
                    let name = folder.file_name().unwrap_or_default().to_string_lossy();
                    let mut sources = source::read_folder(folder, &name, diagnostics);
                    source::show_below(&mut sources, folder);
                    sources
                }
            };
            (sources, Layout::Folders, source::DocumentPaths::default())
        }
        None => {
            let (sources, named, document_paths) = source::read_documents(store, documents, diagnostics);
            (sources, Layout::Documents(named), document_paths)
        }
    };
    for path in &options.overlays {
        let overlay = document_paths.read_overlay(store, &mut sources, path, diagnostics);
        let named = match &layout {
            Layout::Folders => sources.ids().collect(),
            Layout::Documents(named) => named.clone(),
        };
        overlay::apply(&mut sources, overlay, &named, diagnostics);
        document_paths.follow(store, &mut sources, diagnostics);
    }
    if !options.overlays.is_empty() && has_error(diagnostics) {
        return (sources, None);
    }
    if matches!(layout, Layout::Documents(_)) {
        sources.identify();
    }
    let mut declared = operation_count::declared(&sources, &layout);
    match &layout {
        Layout::Documents(named) => {
            bundle::path_items::inline(&mut sources, diagnostics);
            let left_out = select::select(&mut sources, named, options, diagnostics);
            declared.retain(|key, _| !left_out.contains(&(key.file, key.path.clone(), key.method)));
            look(&sources);
            openapi::translate(&mut sources, diagnostics);
        }
        Layout::Folders => {
            diagnostics.extend(select::refused(options));
            look(&sources);
        }
    }
    (sources, Some((layout, declared)))
}

/// Reads the names that are known.
pub(crate) fn ledger(
    sources: &mut Sources,
    layout: &Layout,
    options: &Options,
    diagnostics: &mut Vec<Diagnostic>,
) -> Ledger {
    let mut ledger = Ledger::new(matches!(layout, Layout::Folders));
    if let Some(options::Ledger { path, text }) = &options.ledger {
        let file = sources.push_text(path, text);
        ledger.read(sources, file, diagnostics);
    }
    ledger
}

/// Lowers and checks the documents, with the names of the ledger. The result is only valid if there is no error.
///
/// Diagnostics about examples that cannot be tested go to `untested`.
pub(crate) fn understand(
    documents: &Documents<'_>,
    ledger: &mut Ledger,
    diagnostics: &mut Vec<Diagnostic>,
    untested: &mut Vec<Diagnostic>,
) -> (Api, Facts) {
    understand_and_look(documents, ledger, diagnostics, untested, &mut |_| {})
}

/// Lowers and checks the documents like [`understand`], and passes `look` what lowering knows and the IR does not keep.
pub(crate) fn understand_and_look(
    documents: &Documents<'_>,
    ledger: &mut Ledger,
    diagnostics: &mut Vec<Diagnostic>,
    untested: &mut Vec<Diagnostic>,
    look: &mut dyn FnMut(&lower::Lowered<'_>),
) -> (Api, Facts) {
    ledger.locate(documents.sources);
    let mut api = loop {
        match lowered(documents, ledger, diagnostics, untested, look) {
            Ok(api) => break api,
            // The names of items that are gone are free for others.
            Err(successors) => ledger.forget_unused(documents.sources, successors),
        }
    };
    let facts = analyze::analyze(&api);
    forget_unsent(&mut api, &facts, ledger);
    check::check(&api, &facts, documents.policy, documents.sources, diagnostics);
    (api, facts)
}

/// Forgets the names of structs of required fields that are not generated, because no caller creates a value.
fn forget_unsent(api: &mut Api, facts: &Facts, ledger: &Ledger) {
    let required = |def: &TypeDef| match &def.shape {
        Shape::Struct(object) => object.required.clone(),
        Shape::Enum(_) | Shape::Union(_) => None,
    };
    let unsent = api.types.iter().enumerate().filter(|(index, _)| !facts.sent.contains(&TypeId(*index)));
    let unsent = unsent.filter_map(|(_, def)| Some((def.origin, (def.module, required(def)?))));
    let (origins, names): (NodeHashSet, HashSet<_>) = unsent.unzip();
    ledger.forget(Role::Required, &origins);
    for (version, lowered) in api.versions.iter_mut().enumerate() {
        for (fragment, module) in lowered.modules.iter_mut().enumerate() {
            let id = ModuleId { version, fragment };
            module.aliases.retain(|alias| !names.contains(&(id, alias.name.clone())));
        }
    }
}

/// Lowers the documents. If the ledger has names that nothing uses, returns the components that moved to another file,
/// and the types that take over some of these names: such as a component, where its schema was inline before.
fn lowered(
    documents: &Documents<'_>,
    ledger: &Ledger,
    diagnostics: &mut Vec<Diagnostic>,
    untested: &mut Vec<Diagnostic>,
    look: &mut dyn FnMut(&lower::Lowered<'_>),
) -> Result<Api, Successors> {
    let report = Report::default();
    let lowered = lower::lower(documents, ledger, &report);
    if ledger.has_unused() {
        let moves = ledger.moves(documents.sources, lowered.api.types.iter().map(|def| def.origin));
        return Err(Successors { moves, heirs: heirs(documents, &lowered, ledger) });
    }
    look(&lowered);
    let api = examples::check(documents, lowered, &report, untested);
    diagnostics.extend(documents.without_consequences(report.into_problems()));
    Ok(api)
}

/// Returns the new types that are used where types were that are gone, each with the name of that one.
fn heirs(documents: &Documents<'_>, lowered: &lower::Lowered<'_>, ledger: &Ledger) -> Vec<(NodeId, Ident)> {
    let heir = |(gone, name): (NodeId, Ident)| {
        let id = lowered.uses.get(&documents.resolve(gone)?)?.ty.named()?;
        let def = lowered.api.types.get(id.0)?;
        // An alias is in the module of the type.
        (lowered.modules.get(&gone.file()) == Some(&def.module)).then_some((def.origin, name))
    };
    ledger.gone().into_iter().filter_map(heir).collect()
}
