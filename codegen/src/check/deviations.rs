//! Marks of deliberate deviations from published documents, `x-deviations`: each has one place and one source.

use crate::diagnostic::{Code, Diagnostic, FileId, Location};
use crate::openapi::DEVIATIONS;
use crate::source::{NodeId, Sources, lookup};

/// A mark in a document.
pub(crate) struct Deviation {
    pub(crate) file: FileId,
    /// A JSON pointer with its `#`.
    pub(crate) pointer: String,
    /// What differs.
    pub(crate) what: String,
    /// What it rests on.
    pub(crate) source: String,
    pub(crate) location: Location,
}

/// Reads the marks of all documents.
pub(crate) fn deviations(sources: &Sources, problems: &mut Vec<Diagnostic>) -> Vec<Deviation> {
    let mut marks: Vec<Deviation> = Vec::new();
    for file in sources.ids() {
        let list = sources.root(file).and_then(|root| sources.get(root, DEVIATIONS));
        for node in list.map_or(&[][..], |list| sources.items(list)) {
            let Some(mark) = one(sources, file, *node, problems) else { continue };
            let same =
                |other: &&Deviation| (other.file, &other.pointer, &other.what) == (file, &mark.pointer, &mark.what);
            if let Some(first) = marks.iter().find(same) {
                let message = "there are two marks for the same deviation";
                let problem = Diagnostic::new(Code::BadExtension, mark.location, message);
                problems.push(
                    problem.also(first.location.clone(), "the first one").help("keep the one with the better source"),
                );
                continue;
            }
            marks.push(mark);
        }
    }
    marks
}

fn one(sources: &Sources, file: FileId, node: NodeId, problems: &mut Vec<Diagnostic>) -> Option<Deviation> {
    // The grammar reports what is missing or no text.
    let text = |key: &str| sources.get_text(node, key);
    let (at, what, source) = (text("at")?, text("what")?, text("source")?);
    let location = sources.get(node, "at").map_or(sources.location(node), |at| sources.location(at));
    let mut bad = |key: &str, message: String, help: &str| {
        let location = sources.get(node, key).map_or(sources.location(node), |value| sources.location(value));
        problems.push(Diagnostic::new(Code::BadExtension, location, message).help(help));
    };
    if source.trim().is_empty() {
        bad("source", "a mark needs a source".to_owned(), "name a recording, a published page, or what was observed");
        return None;
    }
    if !at.starts_with("#/") {
        let help = "write a pointer into this file, such as `#/components/schemas/Pet/properties/name`";
        bad("at", format!("`{at}` is not a JSON pointer into this file"), help);
        return None;
    }
    // What is absent has no node: its owner, or the list that it would be in, has one.
    let owners = std::iter::successors(Some(at), |at| at.rsplit_once('/').map(|(owner, _)| owner));
    let reach = if what == "absent" { 3 } else { 1 };
    if let Err(missing) = lookup(sources, file, at)
        && !owners.take(reach).filter(|owner| owner.len() > 1).any(|owner| lookup(sources, file, owner).is_ok())
    {
        let help = missing.help(sources);
        bad("at", missing.message, help.as_deref().unwrap_or("correct the pointer, or remove the mark"));
        return None;
    }
    let (pointer, what, source) = (at.to_owned(), what.to_owned(), source.trim().to_owned());
    Some(Deviation { file, pointer, what, source, location })
}
