//! Finds the node that a reference names, with a file and a JSON pointer.

use super::{NodeId, Sources, Value};
use percent_encoding::percent_decode_str;

use crate::diagnostic::FileId;
use crate::suggest::nearest;

/// Why a reference cannot be resolved, and a hint.
pub(crate) struct Missing {
    pub(crate) message: String,
    pub(crate) help: Option<String>,
    /// Whether its file could not be read, which is reported already.
    pub(crate) is_consequence: bool,
}

/// Returns the target of a reference in the file `from`, which may be a reference itself.
pub(crate) fn lookup(sources: &Sources, from: FileId, reference: &str) -> Result<NodeId, Missing> {
    let (file, pointer) = reference.split_once('#').unwrap_or((reference, ""));
    let file = if file.is_empty() { from } else { other_file(sources, from, file)? };
    let Some(root) = sources.root(file) else {
        return Err(Missing {
            message: format!("`{reference}` points into a file that cannot be read"),
            help: None,
            is_consequence: true,
        });
    };
    pointer.split('/').skip(1).try_fold(root, |node, part| child(sources, node, &unescape(part), reference))
}

fn other_file(sources: &Sources, from: FileId, relative: &str) -> Result<FileId, Missing> {
    let base = sources.file(from).map_or("", |source| source.path.as_str());
    let mut parts: Vec<&str> = base.split('/').collect();
    parts.pop();
    for part in relative.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    let wanted = parts.join("/");
    let path = |file: &FileId| sources.file(*file).map_or("", |source| source.path.as_str());
    sources.ids().find(|file| path(file) == wanted).ok_or_else(|| {
        let files: Vec<_> = sources.ids().collect();
        let close = nearest(&wanted, files.iter().map(path));
        let help = match close {
            Some(close) => Some(format!("did you mean the file `{close}`?")),
            // The reference may be the bare name of a component.
            None if !relative.contains('.') => Some(format!("did you mean `#/components/…/{relative}`?")),
            None => None,
        };
        Missing { message: format!("there is no file `{wanted}`"), help, is_consequence: false }
    })
}

fn child(sources: &Sources, node: NodeId, part: &str, reference: &str) -> Result<NodeId, Missing> {
    let found = match sources.value(node) {
        Value::List(items) => part.parse::<usize>().ok().and_then(|index| items.get(index)).copied(),
        _ => sources.get(node, part),
    };
    found.ok_or_else(|| {
        let keys = sources.entries(node).iter().map(|entry| entry.key.as_str());
        let help = nearest(part, keys).map(|close| format!("did you mean `{close}`?"));
        Missing { message: format!("cannot resolve `{reference}`: there is no `{part}`"), help, is_consequence: false }
    })
}

/// Decodes percent-encoding, then the escapes of JSON pointers.
fn unescape(part: &str) -> String {
    percent_decode_str(part).decode_utf8_lossy().replace("~1", "/").replace("~0", "~")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_of_pointers() {
        for (part, plain) in [
            ("customers", "customers"),
            ("~1customers~1{id}", "/customers/{id}"),
            ("~01", "~1"),
            ("%7Bid%7D", "{id}"),
            ("100%", "100%"),
            ("%zz", "%zz"),
            ("caf%C3%A9%2", "café%2"),
            ("%FF", "\u{fffd}"),
        ] {
            assert_eq!(unescape(part), plain, "{part}");
        }
    }
}
