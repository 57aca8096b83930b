//! The public API of a crate, from documents.

use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use super::code::Whole;
use super::finding::Place;
use crate::diagnostic::{Diagnostic, has_error, in_source_order};
use crate::inventory::{self, OperationSummary};
use crate::options::Options;
use crate::source::{self, Sources};
use crate::surface::{Element, Surface};
use crate::{bundle, operation_count, stages, surface};

/// The public API of the crate that documents describe.
#[derive(Debug)]
pub struct Model {
    pub(super) surface: Surface,
    sources: Arc<Sources>,
    digest: String,
    operations: Vec<OperationSummary>,
}

/// The result of [`model`].
#[derive(Debug)]
#[non_exhaustive]
pub struct Modelled {
    /// The model; `None` when there is an error.
    pub model: Option<Model>,
    /// All problems, in source order.
    pub diagnostics: Vec<Diagnostic>,
    /// The files that the diagnostics point into.
    pub sources: Arc<Sources>,
}

/// Reads the documents that [`generate`](crate::generate) would make a crate of, for a comparison.
///
/// The module of a document is named after its file. Two files that are one document at two times need one `module`.
pub fn model(documents: &[PathBuf], options: &Options, module: Option<&str>) -> Modelled {
    let mut diagnostics = Vec::new();
    let (mut sources, read) = stages::read(&source::Store::Disk, documents, options, &mut diagnostics);
    let understood = read.and_then(|(layout, declared)| {
        let mut ledger = stages::ledger(&mut sources, &layout, options, &mut diagnostics);
        let mut documents = bundle::bundle(&mut sources, &layout, &ledger, &mut diagnostics);
        if let ([bundle], Some(name)) = (documents.bundles.as_mut_slice(), module) {
            name.clone_into(&mut bundle.name);
        }
        let (api, facts) = stages::understand(&documents, &mut ledger, &mut diagnostics, &mut Vec::new());
        if !has_error(&diagnostics) {
            operation_count::check(declared, &sources, &api, &mut diagnostics);
        }
        let places = surface::places(&api, &sources);
        let digest = surface::digest(&api, &facts, &places, &options.command);
        let operations = inventory::operations(&api, &sources);
        (!has_error(&diagnostics)).then(|| (digest, operations, surface::surface(&api, &facts, places)))
    });
    in_source_order(&mut diagnostics);
    let sources = Arc::new(sources);
    let model = understood.map(|(digest, operations, surface)| {
        let sources = sources.clone();
        Model { surface, sources, digest, operations }
    });
    Modelled { model, diagnostics, sources }
}

/// How many lines of a document are shown at most, and how many bytes before a place and for each line.
const LINES: usize = 40;
const LENGTH: usize = 200;

impl Model {
    /// Returns the digest of the public API: a line for each of its elements.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// Returns the operations, in the order of their modules.
    pub fn operations(&self) -> &[OperationSummary] {
        &self.operations
    }

    /// Returns what an element is a part of.
    pub(super) fn owner(&self, element: &Element) -> Option<&Element> {
        self.surface.elements.get(element.owner.as_ref()?)
    }

    /// Returns the element with a key, without what it is a part of.
    pub(super) fn whole(&self, key: &str) -> Option<Whole<'_>> {
        Some(Whole { element: self.surface.elements.get(key)?, owner: None })
    }

    /// Returns the place of an element, or of what it is a part of.
    pub(super) fn place(&self, element: &Element) -> Option<Place> {
        let pointer = self.surface.places.of(element.node).map(str::to_owned);
        let Some((node, pointer)) = element.node.zip(pointer) else {
            return self.place(self.owner(element)?);
        };
        let location = self.sources.key_at(&pointer).unwrap_or_else(|| self.sources.location(node));
        let end = self.sources.location(node).span.end;
        let file = self.sources.file(location.file)?;
        let line = file.line_column(location.span.start).0;
        Some(Place { line, pointer, excerpt: excerpt(&file.text, location.span.start..end), file: file.shown.clone() })
    }
}

/// Returns the lines of a part of a text, if they are not too many or too long.
fn excerpt(text: &str, span: Range<usize>) -> String {
    let begin = floor_char_boundary(text, span.start.saturating_sub(LENGTH));
    let begin = text.get(begin..span.start).and_then(|before| before.rfind('\n')).map_or(begin, |at| begin + at + 1);
    let end = floor_char_boundary(text, span.end.clamp(begin, begin + LINES * LENGTH));
    text.get(begin..end).unwrap_or_default().lines().take(LINES).collect::<Vec<_>>().join("\n")
}

/// Returns the end of the last character that ends at `index` or before. The method of `str` is newer than the minimum
/// Rust.
fn floor_char_boundary(text: &str, index: usize) -> usize {
    (0..=index.min(text.len())).rev().find(|index| text.is_char_boundary(*index)).unwrap_or_default()
}
