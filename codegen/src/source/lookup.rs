//! Finds the node that a reference names, with a file and a JSON pointer.

use super::{NodeId, Sources, Value};
use percent_encoding::percent_decode_str;

use crate::diagnostic::FileId;
use crate::suggest::nearest;

/// Why a reference cannot be resolved, and a hint.
pub(crate) struct Missing {
    pub(crate) message: String,
    pub(crate) help: Option<String>,
    pub(crate) end: End,
}

/// How far a reference leads.
pub(crate) enum End {
    /// To a file that could not be read, which is reported already.
    Unreadable,
    /// To no file.
    NoFile,
    /// To this object, which lacks the key.
    Object(NodeId, String),
}

/// Returns the target of a reference in the file `from`, which may be a reference itself.
pub(crate) fn lookup(sources: &Sources, from: FileId, reference: &str) -> Result<NodeId, Missing> {
    let (file, pointer) = reference.split_once('#').unwrap_or((reference, ""));
    let file = if file.is_empty() { from } else { other_file(sources, from, file)? };
    let Some(root) = sources.root(file) else {
        return Err(Missing {
            message: format!("`{reference}` points into a file that cannot be read"),
            help: None,
            end: End::Unreadable,
        });
    };
    pointer.split('/').skip(1).try_fold(root, |node, part| child(sources, node, &unescape(part), reference))
}

/// Returns the objects that a reference passes, from the root of its file on, as far as they exist.
pub(crate) fn path(sources: &Sources, from: FileId, reference: &str) -> Vec<NodeId> {
    let (file, pointer) = reference.split_once('#').unwrap_or((reference, ""));
    let file = if file.is_empty() { Some(from) } else { other_file(sources, from, file).ok() };
    let mut path: Vec<_> = file.and_then(|file| sources.root(file)).into_iter().collect();
    for part in pointer.split('/').skip(1) {
        let next = path.last().and_then(|node| child(sources, *node, &unescape(part), reference).ok());
        match next {
            Some(next) => path.push(next),
            None => break,
        }
    }
    path
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
        Missing { message: format!("there is no file `{wanted}`"), help, end: End::NoFile }
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
        let message = format!("cannot resolve `{reference}`: there is no `{part}`");
        Missing { message, help, end: End::Object(node, part.to_owned()) }
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
