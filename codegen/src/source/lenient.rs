//! Reads YAML that libyaml accepts and the specification does not: a flow map that ends in the column of its key, or quoted
//! text that continues there. Published documents have both, because most tools read YAML with libyaml.
//!
//! The events are those of a port of libyaml to safe Rust, with its own marks, and become nodes in the same way as the
//! events of the other reader. This one is only asked about what the other one refuses.

use std::collections::HashMap;
use std::ops::Range;

use libyaml_safer::{Error, Event, EventData, Parser, ScalarStyle};
use serde::de::IgnoredAny;

use super::scalar;
use super::tree::Scalar;
use super::yaml::{Builder, Kind};

/// The prefix of the tags of YAML's core schema.
const CORE: &str = "tag:yaml.org,2002:";

/// Passes the events to the builder. Returns whether the document is complete.
pub(super) fn read(builder: &mut Builder<'_>, text: &str) -> bool {
    // The port is asked only about what libyaml itself has read: not all of its errors are values.
    if serde_yaml::from_str::<IgnoredAny>(text).is_err() || has_tag_before_comma(text) {
        return false;
    }
    let mut input = text.as_bytes();
    let mut parser = Parser::new();
    parser.set_input_string(&mut input);
    let (mut anchors, mut documents) = (Anchors::default(), 0);
    loop {
        let read: Result<Event, Error> = parser.parse();
        let Ok(Event { data, start_mark, end_mark, .. }) = read else { return false };
        let start = start_mark.index as usize;
        let span = start..(end_mark.index as usize).max(start);
        match data {
            EventData::StreamEnd => return documents == 1 && builder.is_finished(),
            EventData::DocumentStart { .. } => documents += 1,
            EventData::StreamStart { .. } | EventData::DocumentEnd { .. } => {}
            EventData::Scalar { anchor, tag, value, style, .. } => {
                if !is_core(tag.as_deref(), "str") {
                    return false;
                }
                let is_plain = tag.is_none() && style == ScalarStyle::Plain;
                let span = trimmed(text, span, style, &value);
                if builder.take_key(&value, &span) {
                    continue;
                }
                let scalar = if is_plain { scalar::plain(&value) } else { Scalar::Text(value.as_str().into()) };
                builder.scalar(&scalar, span, anchors.define(anchor));
            }
            EventData::SequenceStart { anchor, tag, .. } => {
                if !is_core(tag.as_deref(), "seq") || !builder.open(span, anchors.define(anchor), Kind::List) {
                    return false;
                }
            }
            EventData::MappingStart { anchor, tag, .. } => {
                if !is_core(tag.as_deref(), "map") || !builder.open(span, anchors.define(anchor), Kind::Map) {
                    return false;
                }
            }
            EventData::SequenceEnd | EventData::MappingEnd => builder.close(span.end.min(span.start + 1)),
            EventData::Alias { anchor } => {
                if !anchors.number(&anchor).is_some_and(|number| builder.alias(number)) {
                    return false;
                }
            }
        }
    }
}

/// The text of a block scalar, without its header, empty lines before it, its indentation, and the line breaks after it,
/// which libyaml includes.
fn trimmed(text: &str, span: Range<usize>, style: ScalarStyle, value: &str) -> Range<usize> {
    let is_block = matches!(style, ScalarStyle::Literal | ScalarStyle::Folded);
    let Some(whole) = text.get(span.clone()).filter(|_| is_block) else { return span };
    let header = whole.find(['\n', '\r']).unwrap_or(whole.len());
    let body = whole.get(header..).unwrap_or_default();
    // The first line may be indented further than the block is.
    let first = value.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let own = first.len() - first.trim_start().len();
    let before = body.len() - body.trim_start().len();
    let start = span.start + header + before.saturating_sub(own);
    start..span.start + header + before + body.trim().len()
}

/// The numbers of anchors, from 1. A name may be used again.
#[derive(Default)]
struct Anchors {
    by_name: HashMap<String, usize>,
    last: usize,
}

impl Anchors {
    /// Returns the number of a new anchor; 0 for none.
    fn define(&mut self, name: Option<String>) -> usize {
        let Some(name) = name else { return 0 };
        self.last += 1;
        self.by_name.insert(name, self.last);
        self.last
    }

    fn number(&self, name: &str) -> Option<usize> {
        self.by_name.get(name).copied()
    }
}

fn is_core(tag: Option<&str>, own: &str) -> bool {
    tag.is_none_or(|tag| tag.strip_prefix(CORE) == Some(own))
}

/// Whether a tag may stand directly before a comma, which the port does not expect.
fn has_tag_before_comma(text: &str) -> bool {
    let after = text.match_indices('!').filter_map(|(at, _)| text.get(at..));
    let word =
        |rest: &str| rest.split([' ', '\n', '\r', '\t', '"', '\'']).next().is_some_and(|word| word.contains(','));
    after.into_iter().any(word)
}

#[cfg(test)]
mod tests;
