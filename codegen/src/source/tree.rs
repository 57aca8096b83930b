//! The nodes of a document in compact form.

use std::borrow::Cow;
use std::ops::Range;

use super::compact::{CompactLocation, Span};
use super::value::{Entry, OwnedValue, Value};
use super::{Location, NodeId};
use crate::diagnostic::FileId;

/// The nodes of a document. Their children are stored contiguously, in the order in which they were read.
#[derive(Debug, Default)]
pub(super) struct Tree {
    nodes: Vec<Node>,
    items: Vec<NodeId>,
    entries: Vec<Entry>,
    /// Strings whose spelling in the document differs from their value: with escapes, or on several lines.
    texts: String,
    /// Nodes that were created or changed after the document was read.
    loose: Vec<Loose>,
    /// The number of nodes that were read.
    read: usize,
    /// The sorted indexes of the nodes that were kept; `None` if all are.
    left: Option<Vec<u32>>,
}

#[derive(Debug)]
struct Node {
    content: Content,
    /// The range in the document; for a loose node, [`Loose::location`] is used instead.
    span: Span,
}

/// The value of a node. Texts are ranges of the document, or of [`Tree::texts`] if they start after its end.
#[derive(Clone, Copy, Debug)]
enum Content {
    Null,
    Bool(bool),
    Number(Span),
    Text(Span),
    List(Span),
    Map(Span),
    Loose(u32),
}

#[derive(Debug)]
struct Loose {
    value: OwnedValue,
    /// In another file, if the node comes from an overlay.
    location: CompactLocation,
}

/// A scalar as parsed.
#[derive(Debug, PartialEq)]
pub(super) enum Scalar<'a> {
    Null,
    Bool(bool),
    Number(Cow<'a, str>),
    Text(Cow<'a, str>),
}

/// Builds a tree, children before their parents.
impl Tree {
    /// Adds the scalar at a location of the document.
    pub(super) fn add_scalar(&mut self, document: &str, scalar: &Scalar<'_>, span: Range<usize>) -> u32 {
        let content = match scalar {
            Scalar::Null => Content::Null,
            Scalar::Bool(value) => Content::Bool(*value),
            Scalar::Number(text) => Content::Number(self.text(document, text, &span)),
            Scalar::Text(text) => Content::Text(self.text(document, text, &span)),
        };
        self.add(content, span)
    }

    pub(super) fn add_list(&mut self, items: impl Iterator<Item = NodeId>, span: Range<usize>) -> u32 {
        let start = self.items.len();
        self.items.extend(items);
        self.add(Content::List((start..self.items.len()).into()), span)
    }

    pub(super) fn add_map(&mut self, entries: impl Iterator<Item = Entry>, span: Range<usize>) -> u32 {
        let start = self.entries.len();
        self.entries.extend(entries);
        self.add(Content::Map((start..self.entries.len()).into()), span)
    }

    fn add(&mut self, content: Content, span: Range<usize>) -> u32 {
        self.nodes.push(Node { content, span: span.into() });
        self.read = self.nodes.len();
        self.read as u32 - 1
    }

    /// Returns the range of a string: in the document, if its spelling there equals its value, or else in the texts.
    fn text(&mut self, document: &str, text: &str, span: &Range<usize>) -> Span {
        let is_at = |start: &usize| document.get(*start..).is_some_and(|rest| rest.starts_with(text));
        let start = [span.start, span.start + 1].into_iter().find(is_at).unwrap_or_else(|| {
            self.texts.push_str(text);
            document.len() + self.texts.len() - text.len()
        });
        (start..start + text.len()).into()
    }

    /// Releases unused capacity.
    pub(super) fn finish(&mut self) {
        self.nodes.shrink_to_fit();
        self.items.shrink_to_fit();
        self.entries.shrink_to_fit();
        self.texts.shrink_to_fit();
    }
}

impl Tree {
    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Returns the index of the root node.
    pub(super) fn root(&self) -> Option<u32> {
        self.read.checked_sub(1).map(|index| index as u32)
    }

    fn at(&self, index: u32) -> Option<usize> {
        match &self.left {
            None => Some(index as usize),
            Some(left) => left.binary_search(&index).ok(),
        }
    }

    fn node(&self, index: u32) -> Option<&Node> {
        self.nodes.get(self.at(index)?)
    }

    /// Returns the value of a node; null for one that does not exist.
    pub(super) fn value<'a>(&'a self, document: &'a str, index: u32) -> Value<'a> {
        match self.node(index).map(|node| &node.content) {
            None | Some(Content::Null) => Value::Null,
            Some(Content::Bool(value)) => Value::Bool(*value),
            Some(Content::Number(span)) => Value::Number(self.spelling(document, *span)),
            Some(Content::Text(span)) => Value::Text(self.spelling(document, *span)),
            Some(Content::List(span)) => Value::List(self.items.get(Range::from(*span)).unwrap_or_default()),
            Some(Content::Map(span)) => Value::Map(self.entries.get(Range::from(*span)).unwrap_or_default()),
            Some(Content::Loose(at)) => {
                self.loose.get(*at as usize).map_or(Value::Null, |loose| loose.value.as_value())
            }
        }
    }

    /// Returns whether a node is as it was read.
    pub(super) fn is_as_read(&self, index: u32) -> bool {
        self.node(index).is_some_and(|node| !matches!(node.content, Content::Loose(_)))
    }

    fn spelling<'a>(&'a self, document: &'a str, span: Span) -> &'a str {
        let Range { start, end } = span.into();
        let text = match start.checked_sub(document.len()) {
            Some(start) if start < self.texts.len() => self.texts.get(start..end - document.len()),
            _ => document.get(start..end),
        };
        text.unwrap_or_default()
    }

    pub(super) fn location(&self, file: FileId, index: u32) -> Location {
        let node = self.node(index);
        if let Some(Node { content: Content::Loose(at), .. }) = node
            && let Some(loose) = self.loose.get(*at as usize)
        {
            return loose.location.into();
        }
        Location { file, span: node.map_or(0..0, |node| node.span.into()) }
    }

    /// Adds a node that is not in the document.
    pub(super) fn grow(&mut self, location: CompactLocation, value: OwnedValue) -> u32 {
        let content = Content::Loose(self.loose.len() as u32);
        self.loose.push(Loose { value, location });
        self.nodes.push(Node { content, span: Span::default() });
        let Some(left) = &mut self.left else { return self.nodes.len() as u32 - 1 };
        let index = left.last().map_or(0, |last| last + 1);
        left.push(index);
        index
    }

    /// Drops all nodes except those with these sorted indexes. If most are kept, they are not moved.
    pub(super) fn keep(&mut self, numbers: &[u32]) {
        if numbers.len() > self.nodes.len() / 2 {
            return;
        }
        let mut old = std::mem::take(self);
        self.texts = std::mem::take(&mut old.texts);
        let mut left = Vec::with_capacity(numbers.len());
        for index in numbers {
            let Some(node) = old.node(*index) else { continue };
            let (mut content, span) = (node.content, node.span);
            match &mut content {
                Content::Null | Content::Bool(_) | Content::Number(_) | Content::Text(_) => {}
                Content::List(span) => *span = copied(&old.items, *span, &mut self.items),
                Content::Map(span) => *span = copied(&old.entries, *span, &mut self.entries),
                Content::Loose(at) => {
                    let Some(loose) = old.loose.get_mut(*at as usize) else { continue };
                    *at = self.loose.len() as u32;
                    self.loose.push(Loose { value: std::mem::take(&mut loose.value), location: loose.location });
                }
            }
            self.nodes.push(Node { content, span });
            left.push(*index);
        }
        self.left = Some(left);
    }

    /// Returns the value of a node for modification.
    pub(super) fn value_mut(&mut self, document: &str, file: FileId, index: u32) -> Option<&mut OwnedValue> {
        let node = self.at(index)?;
        let at = match self.nodes.get(node)?.content {
            Content::Loose(at) => at,
            _ => {
                let loose =
                    Loose { value: self.value(document, index).into(), location: self.location(file, index).into() };
                let at = self.loose.len() as u32;
                self.loose.push(loose);
                self.nodes.get_mut(node)?.content = Content::Loose(at);
                at
            }
        };
        self.loose.get_mut(at as usize).map(|loose| &mut loose.value)
    }
}

/// Appends a range of a list to another list, and returns its range there.
fn copied<T: Clone>(from: &[T], stretch: Span, to: &mut Vec<T>) -> Span {
    let start = to.len();
    to.extend_from_slice(from.get(Range::from(stretch)).unwrap_or_default());
    (start..to.len()).into()
}

#[cfg(test)]
mod tests;
