//! Finds the node that a reference names, with a file and a JSON pointer.

use super::{NodeId, Sources, Value};
use percent_encoding::percent_decode_str;

use crate::diagnostic::FileId;
use crate::suggest::nearest;

/// Why a reference cannot be resolved, and a hint.
pub(crate) struct Missing {
    pub(crate) message: String,
    help: Option<String>,
    pub(crate) end: End,
}

impl Missing {
    /// Returns what may be meant. All keys of an object are compared, so this is not for each of many references.
    pub(crate) fn help(&self, sources: &Sources) -> Option<String> {
        let similar = match &self.end {
            End::Object(node, key) => nearest(key, sources.entries(*node).iter().map(|entry| entry.key.as_str())),
            End::Unreadable | End::NoFile => None,
        };
        similar.map(|close| format!("did you mean `{close}`?")).or_else(|| self.help.clone())
    }
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
    let (root, fragment) = root(sources, from, reference)?;
    let Some(root) = root else {
        return Err(Missing {
            message: format!("`{reference}` points into a file that cannot be read"),
            help: None,
            end: End::Unreadable,
        });
    };
    match sources.anchor(root.file(), fragment) {
        Some(node) => Ok(node),
        None if !fragment.is_empty() && !fragment.starts_with('/') => Err(Missing {
            message: format!("cannot resolve `{reference}`: no schema has the `$anchor` `{fragment}`"),
            help: Some(format!("did you mean `#/components/…/{fragment}`?")),
            end: End::NoFile,
        }),
        None => {
            fragment.split('/').skip(1).try_fold(root, |node, part| child(sources, node, &unescape(part), reference))
        }
    }
}

/// Returns the objects that a reference passes, from the root of its file on, as far as they exist.
pub(crate) fn path(sources: &Sources, from: FileId, reference: &str) -> Vec<NodeId> {
    let Ok((Some(root), fragment)) = root(sources, from, reference) else { return Vec::new() };
    let mut path = vec![root];
    for part in fragment.split('/').skip(1) {
        let next = path.last().and_then(|node| child(sources, *node, &unescape(part), reference).ok());
        match next {
            Some(next) => path.push(next),
            None => break,
        }
    }
    path
}

/// Returns the node that a reference names before its fragment, and the fragment. The node is missing if the file cannot
/// be read.
fn root<'r>(sources: &Sources, from: FileId, reference: &'r str) -> Result<(Option<NodeId>, &'r str), Missing> {
    let (file, fragment) = reference.split_once('#').unwrap_or((reference, ""));
    let root = match sources.identified(file) {
        Some(node) => Some(node),
        None if file.is_empty() => sources.root(from),
        None => sources.root(other_file(sources, from, file, reference)?),
    };
    Ok((root, fragment))
}

fn other_file(sources: &Sources, from: FileId, relative: &str, reference: &str) -> Result<FileId, Missing> {
    if relative.contains("://") {
        let message = format!("`{relative}` is not read: references over the network are not followed");
        let help = "save the file, and refer to it by its path".to_owned();
        return Err(Missing { message, help: Some(help), end: End::NoFile });
    }
    let base = sources.file(from).map_or("", |source| source.path.as_str());
    let mut parts: Vec<&str> = base.split('/').collect();
    parts.pop();
    for part in relative.split('/') {
        match part {
            "" | "." => {}
            // Documents in memory may be beside the folder of the first one.
            ".." if parts.last().is_none_or(|last| *last == "..") => parts.push(".."),
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    let wanted = parts.join("/");
    let path = |file: &FileId| sources.file(*file).map_or("", |source| source.path.as_str());
    // A reference is a URI, in which a file name may be encoded.
    let decoded = percent_decode_str(&wanted).decode_utf8_lossy();
    let find = |wanted: &str| sources.ids().find(|file| path(file) == wanted);
    find(&wanted).or_else(|| find(&decoded).filter(|_| decoded != wanted)).ok_or_else(|| {
        let files: Vec<_> = sources.ids().collect();
        let close = nearest(&wanted, files.iter().map(path));
        let bare = relative.trim_start_matches('/');
        let help = match close {
            Some(close) => Some(format!("did you mean the file `{close}`?")),
            None if relative.contains('.') => None,
            // The reference may lack its `#/`, or be the bare name of a component.
            None if bare.starts_with("components/") => Some(format!("did you mean `#/{bare}`?")),
            None => Some(format!("did you mean `#/components/…/{bare}`?")),
        };
        let message = format!("cannot resolve `{reference}`: there is no file `{wanted}`");
        Missing { message, help, end: End::NoFile }
    })
}

fn child(sources: &Sources, node: NodeId, part: &str, reference: &str) -> Result<NodeId, Missing> {
    let found = match sources.value(node) {
        Value::List(items) => part.parse::<usize>().ok().and_then(|index| items.get(index)).copied(),
        _ => sources.get(node, part),
    };
    found.ok_or_else(|| {
        let message = format!("cannot resolve `{reference}`: there is no `{part}`");
        Missing { message, help: None, end: End::Object(node, part.to_owned()) }
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
