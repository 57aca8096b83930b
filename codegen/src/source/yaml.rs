//! From the parser's events to nodes.

use std::collections::HashMap;
use std::ops::Range;

use saphyr_parser::{Event, Marker, Parser, ScalarStyle, Tag};

use super::compact::{Keys, Spot};
use super::index::Index;
use super::place::Lines;
use super::{Entry, Key, Node, NodeId, SourceFile, Value, quick, scalar};
use crate::diagnostic::{Code, Diagnostic, FileId, Place};

/// Deeper than any document that people write.
pub(crate) const MAX_DEPTH: usize = 128;

/// More nodes than any document has, its aliases written out.
const MAX_EXPANDED: u64 = 4_000_000;

/// Reads a text. The file has no nodes when it is no YAML.
pub(crate) fn parse(file: FileId, path: String, text: String) -> (SourceFile, Vec<Diagnostic>) {
    let mut builder = Builder::new(file, &text);
    let complete = if text.trim_start().starts_with('{')
        && let Some(complete) = quick::read(&mut builder, &text)
    {
        complete
    } else {
        builder = Builder::new(file, &text);
        builder.run(&text)
    };
    let Builder { mut nodes, indexes, diagnostics, lines, .. } = builder;
    if !complete {
        nodes.clear();
    }
    nodes.shrink_to_fit();
    let shown = path.clone();
    (SourceFile { path, shown, text, nodes, indexes, grown: 0, lines: lines.into(), is_overlay: false }, diagnostics)
}

pub(super) struct Builder<'a> {
    file: FileId,
    text: &'a str,
    lines: Lines,
    nodes: Vec<Node>,
    indexes: HashMap<u32, Index>,
    /// How many nodes each would be with its aliases written out.
    weights: Vec<u64>,
    anchors: HashMap<usize, NodeId>,
    open: Vec<Open>,
    keys: Keys,
    diagnostics: Vec<Diagnostic>,
}

/// A collection whose end has not come yet.
struct Open {
    start: usize,
    anchor: usize,
    content: Content,
}

/// The two kinds of collections.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    List,
    Map,
}

enum Content {
    List(Vec<NodeId>),
    Map { entries: Vec<Entry>, key: Option<(Key, Spot)>, keys: Index },
}

impl<'a> Builder<'a> {
    fn new(file: FileId, text: &'a str) -> Self {
        Self {
            file,
            text,
            lines: Lines::new(text),
            nodes: Vec::new(),
            indexes: HashMap::new(),
            weights: Vec::new(),
            anchors: HashMap::new(),
            open: Vec::new(),
            keys: Keys::default(),
            diagnostics: Vec::new(),
        }
    }

    /// Whether the document is complete.
    fn run(&mut self, text: &str) -> bool {
        let mut parser = Parser::new_from_str(text);
        let mut documents = 0;
        while let Some(event) = parser.next_event() {
            let (event, span) = match event {
                Ok(event) => event,
                Err(error) => {
                    let at = self.offset(error.marker());
                    let after = self
                        .text
                        .get(at..)
                        .and_then(|rest| rest.chars().next())
                        .map_or(at, |next| at + next.len_utf8());
                    return self.fail(
                        at..after,
                        format!("this is no YAML: {}", error.info()),
                        "mend the indentation or the quoting here",
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
                            "keep one document in a file",
                        );
                    }
                }
                Event::Scalar(text, style, anchor, tag) => {
                    let Some(value) = self.scalar(&text, style, tag.as_deref(), &span) else { return false };
                    if self.take_key(&text, &span) {
                        continue;
                    }
                    self.add(value, span, anchor);
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
                // The span of a bracket goes on over the blanks and the comment behind it.
                Event::SequenceEnd | Event::MappingEnd => self.close(span.end.min(span.start + 1)),
                Event::Alias(anchor) => match self.anchors.get(&anchor) {
                    Some(id) => self.attach(*id),
                    None => {
                        return self.fail(
                            span,
                            "this alias stands inside its own anchor".into(),
                            "use a `$ref` for recursion",
                        );
                    }
                },
                Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
            }
        }
        if self.nodes.is_empty() {
            return self.fail(0..0, "the file is empty".into(), "begin with `openapi: 3.0.3`");
        }
        // A few lines of aliases of aliases are more than any memory holds.
        let is_too_much = |weight: &u64| *weight > MAX_EXPANDED;
        if !self.anchors.is_empty()
            && let Some(first) = self.weights.iter().position(is_too_much)
        {
            let span = self.nodes.get(first).map_or(0..0, |node| Place::from(node.spot).span);
            let message = format!("with its aliases written out, this has more than {MAX_EXPANDED} nodes");
            return self.fail(span, message, "refer to one definition with `$ref` instead");
        }
        true
    }

    fn fail(&mut self, span: Range<usize>, message: String, help: &str) -> bool {
        let place = Place { file: self.file, span };
        self.diagnostics.push(Diagnostic::new(Code::Syntax, place, message).help(help));
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

    fn scalar(&mut self, text: &str, style: ScalarStyle, tag: Option<&Tag>, span: &Range<usize>) -> Option<Value> {
        if !self.accepts(tag, "str", span) {
            return None;
        }
        let is_plain = tag.is_none() && style == ScalarStyle::Plain;
        Some(if is_plain { scalar::plain(text) } else { Value::Text(text.to_owned()) })
    }

    /// Whether a tag, if any, is the core schema's own for such a node. OpenAPI has no use for others.
    fn accepts(&mut self, tag: Option<&Tag>, own: &str, span: &Range<usize>) -> bool {
        match tag {
            Some(tag) if !tag.is_yaml_core_schema() || tag.suffix != own => {
                self.fail(span.clone(), format!("the tag `{tag}` has no meaning in OpenAPI"), "leave it out")
            }
            _ => true,
        }
    }

    /// Takes a scalar as a key where one is due. Keys are text, however they look: `200:` is the key `200`.
    pub(super) fn take_key(&mut self, text: &str, span: &Range<usize>) -> bool {
        let file = self.file;
        match self.open.last_mut() {
            Some(Open { content: Content::Map { key: key @ None, .. }, .. }) => {
                *key = Some((self.keys.key(text), Spot::new(file, span.clone())));
                true
            }
            _ => false,
        }
    }

    pub(super) fn open(&mut self, span: Range<usize>, anchor: usize, kind: Kind) -> bool {
        if self.open.len() >= MAX_DEPTH {
            let message = format!("more than {MAX_DEPTH} levels of nesting");
            return self.fail(span, message, "move inner parts to `components`");
        }
        if let Some(Open { content: Content::Map { key: None, .. }, .. }) = self.open.last() {
            return self.fail(span, "a key must be text".into(), "OpenAPI's maps have text as keys");
        }
        let content = match kind {
            Kind::List => Content::List(Vec::new()),
            Kind::Map => Content::Map { entries: Vec::new(), key: None, keys: Index::default() },
        };
        self.open.push(Open { start: span.start, anchor, content });
        true
    }

    pub(super) fn close(&mut self, end: usize) {
        let Some(Open { start, anchor, content }) = self.open.pop() else { return };
        let value = match content {
            Content::List(mut items) => {
                items.shrink_to_fit();
                Value::List(items)
            }
            Content::Map { mut entries, keys, .. } => {
                entries.shrink_to_fit();
                if !keys.is_empty() {
                    // It becomes the next node.
                    self.indexes.insert(self.nodes.len() as u32, keys);
                }
                Value::Map(entries)
            }
        };
        self.add(value, start..end, anchor);
    }

    pub(super) fn add(&mut self, value: Value, span: Range<usize>, anchor: usize) {
        let id = NodeId { file: self.file.0, index: self.nodes.len() as u32 };
        let weight = |id: &NodeId| self.weights.get(id.index as usize).copied().unwrap_or_default();
        let inner = match &value {
            Value::List(items) => items.iter().map(weight).fold(0, u64::saturating_add),
            Value::Map(entries) => entries.iter().map(|entry| weight(&entry.value)).fold(0, u64::saturating_add),
            _ => 0,
        };
        self.weights.push(inner.saturating_add(1));
        self.nodes.push(Node { value, spot: Spot::new(self.file, span) });
        if anchor != 0 {
            self.anchors.insert(anchor, id);
        }
        self.attach(id);
    }

    fn attach(&mut self, id: NodeId) {
        match self.open.last_mut().map(|open| &mut open.content) {
            Some(Content::List(items)) => items.push(id),
            Some(Content::Map { entries, key, keys }) => {
                let Some((key, key_spot)) = key.take() else { return };
                if let Some(first) = keys.find(entries, &key) {
                    let message = format!("the key `{key}` stands twice in one map");
                    let problem = Diagnostic::new(Code::DuplicateKey, key_spot.into(), message)
                        .also(first.key_place(), "first here");
                    self.diagnostics.push(problem.help("keep one of them, or rename one"));
                    return;
                }
                entries.push(Entry { key, key_spot, value: id });
                keys.note(entries);
            }
            None => {}
        }
    }
}
