//! The stages that `generate` and `lint` share.

use std::path::PathBuf;

use crate::analyze::{self, Facts};
use crate::bundle::{self, Documents, Layout};
use crate::diagnostic::{Diagnostic, Report, has_error};
use crate::ir::Api;
use crate::operation_count::{self, Declared};
use crate::options::Options;
use crate::source::{self, Sources};
use crate::{check, examples, lower, openapi, overlay};

/// Reads published documents, or a single folder of fragments, and the operations that they declare.
pub(crate) fn read(
    store: &source::Store<'_>,
    documents: &[PathBuf],
    options: &Options,
    diagnostics: &mut Vec<Diagnostic>,
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
    let declared = operation_count::declared(&sources, &layout);
    if matches!(layout, Layout::Documents(_)) {
        bundle::path_items::inline(&mut sources, diagnostics);
        openapi::translate(&mut sources, diagnostics);
    }
    (sources, Some((layout, declared)))
}

/// Lowers and checks the documents. The result is only valid if there is no error.
///
/// Diagnostics about examples that cannot be tested go to `untested`.
pub(crate) fn understand(
    documents: &Documents<'_>,
    diagnostics: &mut Vec<Diagnostic>,
    untested: &mut Vec<Diagnostic>,
) -> (Api, Facts) {
    let report = Report::default();
    let lowered = lower::lower(documents, &report);
    let api = examples::check(documents, lowered, &report, untested);
    diagnostics.extend(documents.without_consequences(report.into_problems()));
    let facts = analyze::analyze(&api);
    check::check(&api, &facts, documents.sources, diagnostics);
    (api, facts)
}
