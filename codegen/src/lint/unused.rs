//! Components that no operation uses, directly or indirectly.

use std::collections::{HashMap, HashSet};

use super::references;
use super::review::Review;
use crate::diagnostic::{Code, Diagnostic, Location};
use crate::openapi::Kind;
use crate::source::{Entry, NodeId, Value, lookup};

/// A component of a document.
struct Component<'a> {
    /// The key in `components`, such as `schemas`.
    section: &'a str,
    name: &'a str,
    node: NodeId,
    /// The location of its name.
    location: Location,
}

pub(super) fn check(review: &Review<'_>) -> Vec<Diagnostic> {
    // A broken reference may be meant for one of these.
    if review.has_gaps {
        return Vec::new();
    }
    let components = components(review);
    let uses = Uses { review, known: components.iter().map(|component| component.node).collect() };
    let mut used = HashSet::new();
    let mut todo: Vec<_> = review.roots.iter().flat_map(|root| uses.outside(root.node)).collect();
    while let Some(node) = todo.pop() {
        if used.insert(node) {
            todo.extend(uses.of(vec![node]));
        }
    }
    // A requirement with an undeclared name may mean one of these schemes.
    let is_unclear = !references::undeclared(review).is_empty();
    let is_told = |component: &&Component<'_>| {
        let may_be_meant = is_unclear && component.section == "securitySchemes";
        !may_be_meant && !used.contains(&component.node)
    };
    let unused: Vec<_> = components.iter().filter(is_told).collect();
    let edges = unused.iter().map(|component| (component.node, uses.of(vec![component.node]))).collect();
    problems(&unused, &edges)
}

/// One problem for each component that nothing else uses, including the components that only it uses.
fn problems(unused: &[&Component<'_>], uses: &HashMap<NodeId, Vec<NodeId>>) -> Vec<Diagnostic> {
    let unused: HashMap<_, _> = unused.iter().map(|component| (component.node, *component)).collect();
    let mut reported = HashSet::new();
    let mut problems = Vec::new();
    for head in users_first(unused.keys().copied().collect(), uses).iter().filter_map(|node| unused.get(node)) {
        let with_it = below(head.node, uses, &mut reported);
        if with_it.is_empty() {
            continue;
        }
        let message = format!("no operation uses `{}` in `{}`", head.name, head.section);
        let problem = Diagnostic::new(Code::UnusedComponent, head.location.clone(), message);
        let others = with_it.iter().filter(|node| **node != head.node).filter_map(|node| unused.get(node));
        let problem = others.fold(problem, |problem, other| {
            problem.also(other.location.clone(), format!("nor `{}`, which is used only by it", other.name))
        });
        problems.push(problem.help("remove it, or refer to it where it is needed"));
    }
    problems
}

/// Returns a component and all components that it uses, except those that are reported already.
fn below(node: NodeId, uses: &HashMap<NodeId, Vec<NodeId>>, reported: &mut HashSet<NodeId>) -> Vec<NodeId> {
    let (mut found, mut todo) = (Vec::new(), vec![node]);
    while let Some(next) = todo.pop() {
        if reported.insert(next) {
            found.push(next);
            todo.extend(uses.get(&next).into_iter().flatten());
        }
    }
    found.sort_unstable();
    found
}

/// Sorts the components so that none comes after one that it uses, except in a cycle.
fn users_first(mut nodes: Vec<NodeId>, uses: &HashMap<NodeId, Vec<NodeId>>) -> Vec<NodeId> {
    nodes.sort_unstable();
    let (mut seen, mut done) = (HashSet::new(), Vec::new());
    for start in nodes {
        let mut path = vec![(start, false)];
        while let Some((node, is_left)) = path.pop() {
            if is_left {
                done.push(node);
            } else if seen.insert(node) {
                path.push((node, true));
                path.extend(uses.get(&node).into_iter().flatten().map(|used| (*used, false)));
            }
        }
    }
    done.reverse();
    done
}

/// Returns the components of documents with operations, or of versions with operations.
fn components<'a>(review: &Review<'a>) -> Vec<Component<'a>> {
    let sources = review.sources;
    let mut found = Vec::new();
    for root in &review.roots {
        let has_operations = review.operations.iter().any(|operation| operation.root.api == root.api);
        let Some(all) = sources.get(root.node, "components").filter(|_| has_operations) else { continue };
        let is_section = |name: &str| Kind::Components.keys().iter().any(|key| key.name == name);
        for section in sources.entries(all).iter().filter(|section| is_section(&section.key)) {
            found.extend(sources.entries(section.value).iter().map(|entry| Component {
                section: &section.key,
                name: &entry.key,
                node: entry.value,
                location: entry.key_location(),
            }));
        }
    }
    found
}

/// Finds the components that parts of documents use.
struct Uses<'a> {
    review: &'a Review<'a>,
    /// All components.
    known: HashSet<NodeId>,
}

impl Uses<'_> {
    /// Returns the components that a document uses outside of its components.
    fn outside(&self, root: NodeId) -> Vec<NodeId> {
        let (mut todo, mut found) = (Vec::new(), Vec::new());
        for entry in self.review.sources.entries(root) {
            if entry.key == "components" {
                let sections = self.review.sources.entries(entry.value).iter();
                todo.extend(sections.filter(|section| section.key.starts_with("x-")).map(|section| section.value));
            } else {
                self.entry(root, entry, &mut todo, &mut found);
            }
        }
        found.extend(self.of(todo));
        found
    }

    /// Returns the components that these nodes refer to, also through nodes that are not components.
    fn of(&self, mut todo: Vec<NodeId>) -> Vec<NodeId> {
        let (mut seen, mut found) = (HashSet::new(), Vec::new());
        while let Some(node) = todo.pop() {
            if !seen.insert(node) {
                continue;
            }
            match self.review.sources.value(node) {
                Value::List(items) => todo.extend(items),
                Value::Map(entries) => {
                    entries.iter().for_each(|entry| self.entry(node, entry, &mut todo, &mut found));
                }
                // Extensions and discriminators contain references of their own.
                Value::Text(text) if text.contains("#/components/") && !text.contains(char::is_whitespace) => {
                    found.extend(self.component(node, text));
                }
                Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_) => {}
            }
        }
        found
    }

    fn entry(&self, map: NodeId, entry: &Entry, todo: &mut Vec<NodeId>, found: &mut Vec<NodeId>) {
        todo.push(entry.value);
        for reference in self.references(entry) {
            match self.component(map, &reference) {
                Some(component) => found.push(component),
                None => todo.extend(lookup(self.review.sources, map.file(), &reference)),
            }
        }
    }

    /// Returns the references of an entry of a map, except those in plain strings.
    fn references(&self, entry: &Entry) -> Vec<String> {
        let sources = self.review.sources;
        match entry.key.as_str() {
            "$ref" => sources.text(entry.value).map(str::to_owned).into_iter().collect(),
            // A discriminator may name a schema.
            "mapping" => {
                let names = sources.entries(entry.value).iter().filter_map(|entry| sources.text(entry.value));
                names.filter(|name| !name.contains('#')).map(|name| format!("#/components/schemas/{name}")).collect()
            }
            "security" => {
                let requirements = sources.items(entry.value).iter().flat_map(|item| sources.entries(*item));
                requirements.map(|entry| format!("#/components/securitySchemes/{}", entry.key)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Returns the component that a reference points to or into.
    fn component(&self, from: NodeId, reference: &str) -> Option<NodeId> {
        let (file, pointer) = reference.split_once('#')?;
        let parts: Vec<_> = pointer.split('/').take(4).collect();
        let node = lookup(self.review.sources, from.file(), &format!("{file}#{}", parts.join("/"))).ok()?;
        self.known.contains(&node).then_some(node)
    }
}
