//! Rules that are switched off, by the caller or by `x-lint-allow` in a part of a document.

use std::collections::HashSet;

use crate::bundle::Documents;
use crate::diagnostic::{Code, Diagnostic, FileId, Location, Severity};
use crate::openapi::{EVERYWHERE, Kind};
use crate::source::{NodeId, Sources, Value};
use crate::suggest::nearest;

/// The codes of problems that depend on what all others do.
const COMPARING: &[Code] = &[Code::MissingStatus, Code::UnusualKeys, Code::MissingDescription, Code::MissingExample];

/// A code that is not reported, and where.
struct Switch {
    code: Code,
    /// `None` for all documents.
    reach: Option<Location>,
    /// The location of the switch in a document.
    origin: Option<Location>,
    is_used: bool,
}

/// Removes problems that are switched off. Unused switches are reported if the documents are complete: otherwise their
/// problems may only be missing because of an error.
pub(super) fn apply(
    documents: &Documents<'_>,
    allow: &[String],
    is_whole: bool,
    mut found: Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    let mut switches = Vec::new();
    for word in allow {
        read(word, None, None, &mut switches, &mut found);
    }
    read_all(documents, &mut switches, &mut found);
    found.retain(|problem| !is_off(&mut switches, problem));
    if is_whole {
        // This warning can be switched off as well, so its switches come last.
        let (mut own, others): (Vec<_>, Vec<_>) =
            switches.into_iter().partition(|switch| switch.code == Code::UnusedSwitch);
        // What one part of a version lacks may keep another part from being compared with the rest.
        let is_unclear = |switch: &&Switch| {
            COMPARING.contains(&switch.code) && found.iter().any(|problem| problem.code == switch.code)
        };
        let unused_ones = others.iter().filter(|switch| !switch.is_used && !is_unclear(switch));
        let mut unused_switches: Vec<_> = unused_ones.map(unused).collect();
        unused_switches.retain(|problem| !is_off(&mut own, problem));
        found.extend(unused_switches);
        found.extend(own.iter().filter(|switch| !switch.is_used).map(unused));
    }
    found
}

/// Returns the codes that are switched off in the documents, each with the location that this applies to. Only [`apply`]
/// checks the switches themselves.
pub(super) fn allowed(documents: &Documents<'_>) -> Vec<(Code, Location)> {
    let mut switches = Vec::new();
    read_all(documents, &mut switches, &mut Vec::new());
    switches.into_iter().filter_map(|switch| Some((switch.code, switch.reach?))).collect()
}

/// Reads the switches of all documents.
fn read_all(documents: &Documents<'_>, switches: &mut Vec<Switch>, found: &mut Vec<Diagnostic>) {
    for file in documents.sources.ids() {
        for (list, reach) in written(documents, file) {
            for item in documents.sources.items(list) {
                if let Some(word) = documents.sources.text(*item) {
                    let origin = Some(documents.sources.location(*item));
                    read(word, Some(reach.clone()), origin, switches, found);
                }
            }
        }
    }
}

/// Reads the code of a switch.
fn read(
    word: &str,
    reach: Option<Location>,
    origin: Option<Location>,
    switches: &mut Vec<Switch>,
    found: &mut Vec<Diagnostic>,
) {
    let known = Code::ALL.iter().find(|code| code.as_str().eq_ignore_ascii_case(word));
    let (message, help) = match known {
        Some(code) if code.severity() == Severity::Warning => {
            return switches.push(Switch { code: *code, reach, origin, is_used: false });
        }
        Some(code) => {
            (format!("{code} is an error, which cannot be switched off"), "fix the problem that it reports".to_owned())
        }
        None => {
            let warnings = Code::ALL.iter().filter(|code| code.severity() == Severity::Warning);
            let help = match nearest(word, warnings.map(|code| code.as_str())) {
                Some(close) => format!("did you mean `{close}`?"),
                None => format!("write the code of a warning, such as {}", Code::UnusedComponent),
            };
            (format!("unknown code `{word}`"), help)
        }
    };
    found.push(problem(Code::UnknownSwitch, origin, message).help(help));
}

fn problem(code: Code, location: Option<Location>, message: String) -> Diagnostic {
    match location {
        Some(location) => Diagnostic::new(code, location, message),
        None => Diagnostic::without_location(code, message),
    }
}

fn unused(switch: &Switch) -> Diagnostic {
    let message = match &switch.reach {
        Some(_) => format!("{} is switched off, but is not reported here", switch.code),
        None => format!("{} is switched off, but is never reported", switch.code),
    };
    problem(Code::UnusedSwitch, switch.origin.clone(), message).help("remove the switch")
}

/// Returns whether a problem is switched off, and marks the switches that do so as used.
fn is_off(switches: &mut [Switch], problem: &Diagnostic) -> bool {
    let mut is_off = false;
    for switch in switches.iter_mut().filter(|switch| switch.code == problem.code) {
        let is_within = |reach: &Location| {
            let mut location = problem.primary.iter().map(|label| &label.location);
            location.any(|location| location.file == reach.file && reach.span.contains(&location.span.start))
        };
        if switch.reach.as_ref().is_none_or(is_within) {
            switch.is_used = true;
            is_off = true;
        }
    }
    is_off
}

/// Returns the lists of switches of a file, each with the location that it applies to: its object and the key of that.
fn written(documents: &Documents<'_>, file: FileId) -> Vec<(NodeId, Location)> {
    let sources = documents.sources;
    let mut found = Vec::new();
    let is_there = sources.file(file).is_some_and(|source| source.text.contains(EVERYWHERE.name));
    let Some(root) = sources.root(file).filter(|_| is_there) else { return found };
    let mut seen = HashSet::new();
    let mut todo = vec![(root, sources.location(root).span.start, false)];
    while let Some((node, begin, is_object)) = todo.pop() {
        if !seen.insert(node) {
            continue;
        }
        match sources.value(node) {
            Value::List(items) => {
                todo.extend(items.iter().map(|item| (*item, sources.location(*item).span.start, false)))
            }
            Value::Map(entries) => {
                let kind = documents.kinds.get(node);
                if let Some(list) = sources.get(node, EVERYWHERE.name).filter(|_| kind.is_some() || is_object) {
                    found.push((list, reach(sources, node, begin)));
                }
                todo.extend(entries.iter().map(|entry| {
                    // The keys of these two objects are arbitrary, but OpenAPI treats them as objects.
                    let is_object = matches!(
                        (kind, entry.key.as_str()),
                        (Some(Kind::Document), "paths") | (Some(Kind::Operation), "responses")
                    );
                    (entry.value, entry.key_location().span.start, is_object)
                }));
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_) => {}
        }
    }
    found
}

fn reach(sources: &Sources, node: NodeId, begin: usize) -> Location {
    let Location { file, span } = sources.location(node);
    // The value of an alias is far from its key.
    let begin = if begin <= span.start { begin } else { span.start };
    Location { file, span: begin..span.end }
}
