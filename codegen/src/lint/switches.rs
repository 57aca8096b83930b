//! Rules that are switched off, by the caller or by `x-lint-allow` for a part of a document.

use std::collections::HashSet;

use crate::bundle::Documents;
use crate::diagnostic::{Code, Diagnostic, FileId, Location, Severity};
use crate::openapi::{EVERYWHERE, Kind};
use crate::source::{NodeId, Sources, Value};
use crate::suggest::nearest;

/// What is not to be reported, and where.
struct Switch {
    code: Code,
    /// `None` for all documents.
    reach: Option<Location>,
    /// Where it says so.
    origin: Option<Location>,
    is_used: bool,
}

/// Takes out what is switched off. Switches that do nothing are reported, unless documents are not whole: then what they
/// are for may come back.
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
    for file in documents.sources.ids() {
        for (list, reach) in written(documents, file) {
            for item in documents.sources.items(list) {
                if let Some(word) = documents.sources.text(*item) {
                    let origin = Some(documents.sources.place(*item));
                    read(word, Some(reach.clone()), origin, &mut switches, &mut found);
                }
            }
        }
    }
    found.retain(|problem| !is_off(&mut switches, problem));
    if is_whole {
        // Such a remark may be unwanted as well; the switch for it is looked at last.
        let (mut own, others): (Vec<_>, Vec<_>) =
            switches.into_iter().partition(|switch| switch.code == Code::UnusedSwitch);
        let mut remarks: Vec<_> = others.iter().filter(|switch| !switch.is_used).map(unused).collect();
        remarks.retain(|problem| !is_off(&mut own, problem));
        found.extend(remarks);
        found.extend(own.iter().filter(|switch| !switch.is_used).map(unused));
    }
    found
}

/// Understands the code of a switch.
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

fn problem(code: Code, place: Option<Location>, message: String) -> Diagnostic {
    match place {
        Some(place) => Diagnostic::new(code, place, message),
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

/// Whether a problem is switched off; each switch that does so is of use.
fn is_off(switches: &mut [Switch], problem: &Diagnostic) -> bool {
    let mut is_off = false;
    for switch in switches.iter_mut().filter(|switch| switch.code == problem.code) {
        let is_within = |reach: &Location| {
            let mut place = problem.primary.iter().map(|label| &label.location);
            place.any(|place| place.file == reach.file && reach.span.contains(&place.span.start))
        };
        if switch.reach.as_ref().is_none_or(is_within) {
            switch.is_used = true;
            is_off = true;
        }
    }
    is_off
}

/// The lists of switches of a file, each with how far it reaches: over its object and the key of that.
fn written(documents: &Documents<'_>, file: FileId) -> Vec<(NodeId, Location)> {
    let sources = documents.sources;
    let mut found = Vec::new();
    let is_there = sources.file(file).is_some_and(|source| source.text.contains(EVERYWHERE.name));
    let Some(root) = sources.root(file).filter(|_| is_there) else { return found };
    let mut seen = HashSet::new();
    let mut todo = vec![(root, sources.place(root).span.start, false)];
    while let Some((node, begin, is_object)) = todo.pop() {
        if !seen.insert(node) {
            continue;
        }
        match sources.value(node) {
            Value::List(items) => todo.extend(items.iter().map(|item| (*item, sources.place(*item).span.start, false))),
            Value::Map(entries) => {
                let kind = documents.kinds.get(node);
                if let Some(list) = sources.get(node, EVERYWHERE.name).filter(|_| kind.is_some() || is_object) {
                    found.push((list, reach(sources, node, begin)));
                }
                todo.extend(entries.iter().map(|entry| {
                    // These two are objects to OpenAPI, although their keys are anyone's choice.
                    let is_object = matches!(
                        (kind, entry.key.as_str()),
                        (Some(Kind::Document), "paths") | (Some(Kind::Operation), "responses")
                    );
                    (entry.value, entry.key_place().span.start, is_object)
                }));
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_) => {}
        }
    }
    found
}

fn reach(sources: &Sources, node: NodeId, begin: usize) -> Location {
    let Location { file, span } = sources.place(node);
    // An alias stands far from the key that it is the value of.
    let begin = if begin <= span.start { begin } else { span.start };
    Location { file, span: begin..span.end }
}
