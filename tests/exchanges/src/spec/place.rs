//! Line numbers of nodes, for messages.

use std::collections::HashMap;

use saphyr::{LoadableYamlNode, MarkedYaml};

/// Returns the lines of all nodes of a document, by JSON pointer. The line of a map entry is that of its key.
pub(super) fn lines(text: &str) -> HashMap<String, usize> {
    let mut lines = HashMap::new();
    if let Ok(documents) = MarkedYaml::load_from_str(text)
        && let Some(root) = documents.first()
    {
        walk(root, String::new(), root.span.start.line(), &mut lines);
    }
    lines
}

/// Returns the line of the node at a JSON pointer, or that of its deepest existing ancestor.
pub(super) fn line(lines: &HashMap<String, usize>, pointer: &str) -> Option<usize> {
    let mut pointer = pointer;
    loop {
        match lines.get(pointer) {
            Some(line) => return Some(*line),
            None => (pointer, _) = pointer.rsplit_once('/')?,
        }
    }
}

fn walk(node: &MarkedYaml<'_>, pointer: String, line: usize, lines: &mut HashMap<String, usize>) {
    if let Some(map) = node.data.as_mapping() {
        for (key, value) in map {
            let name = key.data.as_str().unwrap_or_default().replace('~', "~0").replace('/', "~1");
            walk(value, format!("{pointer}/{name}"), key.span.start.line(), lines);
        }
    }
    for (index, item) in node.data.as_sequence().into_iter().flatten().enumerate() {
        walk(item, format!("{pointer}/{index}"), item.span.start.line(), lines);
    }
    lines.insert(pointer, line);
}
