//! Converts nodes to JSON text.

use super::{NodeId, Sources, Value, scalar};

impl Sources {
    /// Returns the node as indented JSON, with keys in the order of the document and numbers in their original
    /// spelling.
    ///
    /// A number that JSON does not have becomes a string with its spelling.
    pub(crate) fn pretty_json(&self, id: NodeId) -> String {
        let mut text = String::new();
        self.write_json(id, "\n", &mut text);
        text
    }

    /// `line` is a line break with the indentation of the node.
    fn write_json(&self, id: NodeId, line: &str, text: &mut String) {
        match self.value(id) {
            Value::Null => text.push_str("null"),
            Value::Bool(value) => text.push_str(if value { "true" } else { "false" }),
            Value::Number(digits) if scalar::json_number(digits).is_number() => text.push_str(digits),
            Value::Number(words) | Value::Text(words) => text.push_str(&quoted(words)),
            Value::List([]) => text.push_str("[]"),
            Value::Map([]) => text.push_str("{}"),
            Value::List(items) => {
                let inner = format!("{line}  ");
                for (index, item) in items.iter().enumerate() {
                    text.extend([if index == 0 { "[" } else { "," }, &inner]);
                    self.write_json(*item, &inner, text);
                }
                text.extend([line, "]"]);
            }
            Value::Map(entries) => {
                let inner = format!("{line}  ");
                for (index, entry) in entries.iter().enumerate() {
                    text.extend([if index == 0 { "{" } else { "," }, &inner, &quoted(&entry.key), ": "]);
                    self.write_json(entry.value, &inner, text);
                }
                text.extend([line, "}"]);
            }
        }
    }
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
