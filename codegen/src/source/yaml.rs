//! Builds nodes from the events of the parser.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

use saphyr_parser::{Event, Marker, Parser, ScalarStyle, Tag};

use super::compact::{CompactLocation, Keys};
use super::index::Index;
use super::lines::Lines;
use super::tree::{Scalar, Tree};
use super::{Entry, Key, NodeId, SourceFile, Value, lenient, quick, scalar};
use crate::diagnostic::{Code, Diagnostic, FileId, Location};

/// The maximum depth, beyond that of any document that people write.
pub(crate) const MAX_DEPTH: usize = 128;

/// The maximum number of nodes with expanded aliases, beyond that of any real document.
pub(super) const MAX_EXPANDED: u64 = 4_000_000;

/// How YAML is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    /// As its specification says.
    Strict,
    /// As published documents use it: with merge keys, and with what only libyaml reads.
    Common,
}

/// Parses a text as the specification says.
#[cfg(test)]
pub(crate) fn parse(file: FileId, path: String, text: String) -> (SourceFile, Vec<Diagnostic>) {
    parse_as(Dialect::Strict, file, path, text)
}

/// Parses a text as libyaml does. `None` if it refuses the text.
#[cfg(test)]
pub(super) fn parse_leniently(text: &str, dialect: Dialect) -> Option<SourceFile> {
    let mut builder = Builder::new(FileId(0), text, dialect);
    let is_read = lenient::read(&mut builder, text) && builder.diagnostics.is_empty();
    let Builder { tree, indexes, .. } = builder;
    is_read.then(|| SourceFile { text: text.to_owned(), tree, indexes, ..SourceFile::default() })
}

/// Parses a text. The file has no nodes if it is not YAML.
pub(crate) fn parse_as(dialect: Dialect, file: FileId, path: String, text: String) -> (SourceFile, Vec<Diagnostic>) {
    let mut builder = Builder::new(file, &text, dialect);
    let complete = if text.trim_start().starts_with('{')
        && let Some(complete) = quick::read(&mut builder, &text)
    {
        complete
    } else {
        builder = Builder::new(file, &text, dialect);
        builder.run(&text) || (builder.is_refused && builder.retry())
    };
    let Builder { mut tree, indexes, diagnostics, .. } = builder;
    if !complete {
        tree = Tree::default();
    }
    tree.finish();
    let shown = path.clone();
    (SourceFile { path, shown, text, tree, indexes, lines: OnceLock::new(), is_overlay: false }, diagnostics)
}

pub(super) struct Builder<'a> {
    file: FileId,
    pub(super) text: &'a str,
    lines: Lines,
    pub(super) tree: Tree,
    indexes: HashMap<u32, Index>,
    anchors: HashMap<usize, NodeId>,
    open: Vec<Open>,
    /// The items of the open lists so far, the outermost first.
    items: Vec<NodeId>,
    /// The entries of the open maps so far.
    pub(super) entries: Vec<Entry>,
    keys: Keys,
    diagnostics: Vec<Diagnostic>,
    pub(super) dialect: Dialect,
    /// Whether the text is not YAML, or not to this reader.
    is_refused: bool,
    /// The number of entries from merge keys.
    pub(super) merged: u64,
}

/// A collection whose end has not been read.
struct Open {
    start: usize,
    anchor: usize,
    /// The index of its first child among those of all open collections.
    first: usize,
    content: Content,
}

/// The two kinds of collections.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    List,
    Map,
}

enum Content {
    List,
    Map { key: Option<(Key, CompactLocation)>, keys: Index },
}

impl<'a> Builder<'a> {
    fn new(file: FileId, text: &'a str, dialect: Dialect) -> Self {
        Self {
            file,
            text,
            lines: Lines::new(text),
            tree: Tree::default(),
            indexes: HashMap::new(),
            anchors: HashMap::new(),
            open: Vec::new(),
            items: Vec::new(),
            entries: Vec::new(),
            keys: Keys::default(),
            diagnostics: Vec::new(),
            dialect,
            is_refused: false,
            merged: 0,
        }
    }

    /// Reads the text as libyaml does. If that succeeds, the problem of the first reader is only a warning.
    fn retry(&mut self) -> bool {
        let mut lenient = Builder::new(self.file, self.text, self.dialect);
        if self.dialect == Dialect::Strict || !lenient::read(&mut lenient, self.text) {
            return false;
        }
        let problems = std::mem::take(&mut self.diagnostics).into_iter();
        let assumed = problems.map(|problem| Diagnostic {
            code: Code::Assumed,
            message: format!("{}; it is read as most programs read it", problem.message),
            ..problem
        });
        lenient.diagnostics.extend(assumed);
        *self = lenient;
        true
    }

    /// Returns whether the document is not empty. Its aliases may be too much.
    pub(super) fn is_finished(&mut self) -> bool {
        self.tree.len() > 0 && self.has_limited_aliases()
    }

    /// Uses the node of an anchor once more, unless the anchor is around it.
    pub(super) fn alias(&mut self, anchor: usize) -> bool {
        let node = self.anchors.get(&anchor).copied();
        node.map(|id| self.attach(id)).is_some()
    }

    /// Returns whether the document is complete.
    fn run(&mut self, text: &str) -> bool {
        let mut parser = Parser::new_from_str(text);
        let mut documents = 0;
        while let Some(event) = parser.next_event() {
            let (event, span) = match event {
                Ok(event) => event,
                Err(error) => {
                    self.is_refused = true;
                    let at = self.offset(error.marker());
                    let after = self
                        .text
                        .get(at..)
                        .and_then(|rest| rest.chars().next())
                        .map_or(at, |next| at + next.len_utf8());
                    return self.fail(
                        at..after,
                        format!("invalid YAML: {}", error.info()),
                        "correct the indentation or the quoting here, or in the lines above",
                    );
                }
            };
            let span = self.span(&span);
            match event {
                Event::DocumentStart(_) => {
                    documents += 1;
                    if documents > 1 {
                        return self.fail(
                            span,
                            "a second YAML document begins here".into(),
                            "keep one document per file",
                        );
                    }
                }
                Event::Scalar(text, style, anchor, tag) => {
                    let tag = tag.as_deref();
                    if !self.accepts(tag, "str", &span) {
                        return false;
                    }
                    if self.take_key(&text, &span) {
                        continue;
                    }
                    let is_plain = tag.is_none() && style == ScalarStyle::Plain;
                    let scalar = if is_plain { scalar::plain(&text) } else { Scalar::Text(text.as_ref().into()) };
                    self.scalar(&scalar, span, anchor);
                }
                Event::SequenceStart(anchor, tag) => {
                    if !self.accepts(tag.as_deref(), "seq", &span) || !self.open(span, anchor, Kind::List) {
                        return false;
                    }
                }
                Event::MappingStart(anchor, tag) => {
                    if !self.accepts(tag.as_deref(), "map", &span) || !self.open(span, anchor, Kind::Map) {
                        return false;
                    }
                }
                // The span of a closing bracket includes the white space and the comment that follow it.
                Event::SequenceEnd | Event::MappingEnd => self.close(span.end.min(span.start + 1)),
                Event::Alias(anchor) => {
                    if !self.alias(anchor) {
                        return self.fail(
                            span,
                            "this alias is inside the node of its own anchor".into(),
                            "use a `$ref` for recursion",
                        );
                    }
                }
                Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
            }
        }
        if self.tree.len() == 0 {
            return self.fail(0..0, "the file is empty".into(), "begin the file with `openapi: 3.0.3`");
        }
        self.has_limited_aliases()
    }

    /// Checks the number of nodes: a few lines of nested aliases would exhaust the memory.
    fn has_limited_aliases(&mut self) -> bool {
        if !self.anchors.is_empty()
            && let Some(index) = self.too_much()
        {
            let span = self.tree.location(self.file, index).span;
            let message = format!("with its aliases expanded, this has more than {MAX_EXPANDED} nodes");
            return self.fail(span, message, "refer to one definition with `$ref` instead");
        }
        true
    }

    fn fail(&mut self, span: Range<usize>, message: String, help: &str) -> bool {
        let location = Location { file: self.file, span };
        self.diagnostics.push(Diagnostic::new(Code::Syntax, location, message).help(help));
        false
    }

    fn offset(&self, marker: &Marker) -> usize {
        self.lines.offset(self.text, marker.line(), marker.col())
    }

    fn span(&self, span: &saphyr_parser::Span) -> Range<usize> {
        let start = self.offset(&span.start);
        let end = self.offset(&span.end);
        start..end.max(start)
    }

    /// Returns the first node that exceeds the limit with its aliases expanded.
    fn too_much(&self) -> Option<u32> {
        let mut weights: Vec<u64> = Vec::with_capacity(self.tree.len());
        for index in 0..self.tree.len() as u32 {
            let weight = |id: &NodeId| weights.get(id.index as usize).copied().unwrap_or_default();
            let weight = match self.tree.value(self.text, index) {
                Value::List(items) => items.iter().map(weight).fold(1, u64::saturating_add),
                Value::Map(entries) => entries.iter().map(|entry| weight(&entry.value)).fold(1, u64::saturating_add),
                _ => 1,
            };
            if weight > MAX_EXPANDED {
                return Some(index);
            }
            weights.push(weight);
        }
        None
    }

    /// Returns whether a tag, if any, is that of the core schema for such a node. OpenAPI does not use others.
    fn accepts(&mut self, tag: Option<&Tag>, own: &str, span: &Range<usize>) -> bool {
        match tag {
            Some(tag) if !tag.is_yaml_core_schema() || tag.suffix != own => {
                self.fail(span.clone(), format!("the tag `{tag}` has no meaning in OpenAPI"), "remove it")
            }
            _ => true,
        }
    }

    /// Accepts a scalar as a key if one is expected. Keys are always strings: `200:` is the key `200`.
    pub(super) fn take_key(&mut self, text: &str, span: &Range<usize>) -> bool {
        let file = self.file;
        match self.open.last_mut() {
            Some(Open { content: Content::Map { key: key @ None, .. }, .. }) => {
                *key = Some((self.keys.key(text), CompactLocation::new(file, span.clone())));
                true
            }
            _ => false,
        }
    }

    pub(super) fn open(&mut self, span: Range<usize>, anchor: usize, kind: Kind) -> bool {
        if self.open.len() >= MAX_DEPTH {
            let message = format!("values are nested more than {MAX_DEPTH} levels deep");
            return self.fail(span, message, "move nested parts to `components`");
        }
        if let Some(Open { content: Content::Map { key: None, .. }, .. }) = self.open.last() {
            return self.fail(
                span,
                "a key must be a string".into(),
                "write a string as the key, as all objects in OpenAPI have",
            );
        }
        let (first, content) = match kind {
            Kind::List => (self.items.len(), Content::List),
            Kind::Map => (self.entries.len(), Content::Map { key: None, keys: Index::default() }),
        };
        self.open.push(Open { start: span.start, anchor, first, content });
        true
    }

    pub(super) fn close(&mut self, end: usize) {
        let Some(Open { start, anchor, first, content }) = self.open.pop() else { return };
        let index = match content {
            Content::List => self.tree.add_list(self.items.drain(first..), start..end),
            Content::Map { keys, .. } => {
                let keys = if self.dialect == Dialect::Common { self.merge(first, keys) } else { keys };
                let index = self.tree.add_map(self.entries.drain(first..), start..end);
                if !keys.is_empty() {
                    self.indexes.insert(index, keys);
                }
                index
            }
        };
        self.added(index, anchor);
    }

    pub(super) fn scalar(&mut self, scalar: &Scalar<'_>, span: Range<usize>, anchor: usize) {
        let index = self.tree.add_scalar(self.text, scalar, span);
        self.added(index, anchor);
    }

    fn added(&mut self, index: u32, anchor: usize) {
        let id = NodeId { file: self.file.0, index };
        if anchor != 0 {
            self.anchors.insert(anchor, id);
        }
        self.attach(id);
    }

    fn attach(&mut self, id: NodeId) {
        match self.open.last_mut() {
            Some(Open { content: Content::List, .. }) => self.items.push(id),
            Some(Open { content: Content::Map { key, keys }, first, .. }) => {
                let Some((key, key_location)) = key.take() else { return };
                if let Some(first) = keys.find(self.entries.get(*first..).unwrap_or_default(), &key) {
                    let message = format!("duplicate key `{key}`");
                    let problem = Diagnostic::new(Code::DuplicateKey, key_location.into(), message)
                        .also(first.key_location(), "first here");
                    self.diagnostics.push(problem.help("keep one of them, or rename one"));
                    return;
                }
                self.entries.push(Entry { key, key_location, value: id });
                keys.note(self.entries.get(*first..).unwrap_or_default());
            }
            None => {}
        }
    }
}
