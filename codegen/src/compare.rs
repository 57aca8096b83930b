//! Compares the public APIs of two generated crates, as their IRs describe them: what callers have to change, what
//! differs when their programs run, and what is just there in addition.

mod change;
mod code;
mod finding;
mod model;
mod pairs;
mod rules;

use std::collections::{BTreeMap, BTreeSet};

use change::{Kind, What};
use code::Whole;
pub use finding::{CallerCode, Finding, Place};
use finding::{Directions, fingerprint};
pub use model::{Model, Modelled, model};
use pairs::Pairs;
use rules::Impact;
pub use rules::{Callers, Rule, Wire};

use crate::surface::{Aspect, Element, Reach, Subject, declaration};

/// The differences between two crates.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Comparison {
    /// The differences: what breaks callers comes first, then by rule and item.
    pub findings: Vec<Finding>,
    /// The operations that findings name, as the paths of their methods, with HTTP method and path.
    pub operations: BTreeMap<String, String>,
}

impl Comparison {
    /// Returns the largest impact on callers; `None` without any difference.
    pub fn callers(&self) -> Option<Callers> {
        self.findings.iter().map(|finding| finding.callers).max()
    }

    /// Returns the impact on programs that are already deployed.
    pub fn wire(&self) -> Wire {
        self.findings.iter().map(|finding| finding.wire).max().unwrap_or(Wire::Compatible)
    }
}

/// Compares the crate of `head` with that of `base`.
pub fn compare(base: &Model, head: &Model) -> Comparison {
    let pairs = pairs::pairs(&base.surface, &head.surface);
    let comparer = Comparer { base, head, pairs: &pairs };
    let mut findings = Vec::new();
    for (key, before) in &base.surface.elements {
        match pairs.head_of(key).and_then(|other| head.surface.elements.get_key_value(other)) {
            Some((_, after)) => comparer.differences(key, before, after, &mut findings),
            // With the whole, its parts go as well.
            None if before.owner.as_ref().is_some_and(|owner| pairs.head_of(owner).is_none()) => {}
            None if comparer.is_alias(&before.path) => {
                findings.push(comparer.finding(What::FormerName, Kind::Removed, key, Some(before), None));
            }
            None => findings.push(comparer.finding(What::Whole, change::removed(before), key, Some(before), None)),
        }
    }
    for (key, after) in &head.surface.elements {
        let is_part_of_new = after.owner.as_ref().is_some_and(|owner| pairs.base_of(owner).is_none());
        if pairs.base_of(key).is_none() && !is_part_of_new && !comparer.follows_a_move(after) {
            findings.push(comparer.finding(What::Whole, change::added(after), key, None, Some(after)));
        }
    }
    let mut findings: Vec<_> = findings.into_iter().flatten().collect();
    remove_consequences(&mut findings);
    let mut findings: Vec<_> = findings.into_iter().map(|found| found.finding).collect();
    findings.sort_by(|one, other| {
        let order = |finding: &Finding| (std::cmp::Reverse(finding.callers), finding.rule.code);
        (order(one), &one.item, &one.wire_name, one.aspect).cmp(&(
            order(other),
            &other.item,
            &other.wire_name,
            other.aspect,
        ))
    });
    let operations = operations(&findings, [base, head]);
    Comparison { findings, operations }
}

/// The operations that findings name.
fn operations(findings: &[Finding], models: [&Model; 2]) -> BTreeMap<String, String> {
    let named: BTreeSet<_> =
        findings.iter().flat_map(|finding| finding.sent_by.iter().chain(&finding.received_by)).collect();
    let all = models.into_iter().flat_map(|model| model.surface.elements.values());
    let operations = all.filter(|element| element.subject == Subject::Operation && named.contains(&element.path));
    operations.map(|operation| (operation.path.clone(), operation.wire.clone())).collect()
}

struct Comparer<'a> {
    base: &'a Model,
    head: &'a Model,
    pairs: &'a Pairs<'a>,
}

/// A finding, with what decides whether it follows from another one.
struct Found {
    finding: Finding,
    subject: Subject,
    what: What,
    /// The key of the element, and that of its owner.
    key: String,
    owner: Option<String>,
}

impl Comparer<'_> {
    /// Adds the differences between an element and its counterpart.
    fn differences(&self, key: &str, before: &Element, after: &Element, findings: &mut Vec<Option<Found>>) {
        let subject = before.subject;
        if subject != Subject::Branch && !change::is_same(subject, None, &before.wire, &after.wire) {
            findings.push(self.finding(What::WireName, Kind::Changed, key, Some(before), Some(after)));
        }
        let aspects = before.aspects.iter().chain(after.aspects.iter()).map(|(aspect, _)| aspect);
        for aspect in aspects.collect::<BTreeSet<_>>() {
            let old = before.aspects.get(aspect).map(|text| match aspect {
                Aspect::Security => self.pairs.renamed_schemes(text),
                _ => self.pairs.renamed(text),
            });
            let new = after.aspects.get(aspect);
            let is_same =
                old.as_deref().zip(new).is_some_and(|(old, new)| change::is_same(subject, Some(aspect), old, new));
            let is_unseen = match aspect {
                Aspect::Name => change::is_nameless(before) && change::is_nameless(after),
                // Values of enums and unions can be created either way: they have no constructor.
                Aspect::Sent => [before, after].iter().any(|ty| ty.aspect(Aspect::Shape) != "struct"),
                _ => false,
            };
            if is_same || is_unseen {
                continue;
            }
            if let Some((what, kind)) = change::of_aspect(aspect, old.as_deref(), new) {
                findings.push(self.of_aspect(aspect, what, kind, key, before, after));
            }
        }
        // The name of a type is the last part of its path only.
        let is_moved = matches!(before.subject, Subject::Type | Subject::Handle) && before.path != after.path;
        let is_by_itself = before.subject == Subject::Handle || self.pairs.moved(&before.path) != after.path;
        let is_found = before.subject == Subject::Type && self.is_alias(&before.path);
        if is_moved && is_by_itself && !is_found && before.aspect(Aspect::Name) == after.aspect(Aspect::Name) {
            let name = Aspect::Name;
            findings.push(self.of_aspect(name, What::Aspect(name), Kind::Changed, key, before, after));
        }
    }

    /// Whether a path of the base is a former name in the head.
    fn is_alias(&self, path: &str) -> bool {
        self.head.surface.elements.contains_key(&crate::surface::alias_key(path))
    }

    /// Whether an element of the head is the path under which something that moved remains.
    fn follows_a_move(&self, element: &Element) -> bool {
        let paths = element.path.rsplit_once("::").zip(element.aspect(Aspect::Type).rsplit_once("::"));
        let Some(((from, old), (to, new))) = paths.filter(|_| element.subject == Subject::Alias) else { return false };
        old == new && self.pairs.has_moved(from, to)
    }

    fn of_aspect(
        &self,
        aspect: Aspect,
        what: What,
        kind: Kind,
        key: &str,
        before: &Element,
        after: &Element,
    ) -> Option<Found> {
        let is_alias = match aspect {
            Aspect::Name => self.is_alias(&before.path),
            Aspect::Builder => self.is_alias(before.aspect(aspect)),
            _ => false,
        };
        let what = if is_alias { What::FormerName } else { what };
        let mut found = self.finding(what, kind, key, Some(before), Some(after))?;
        let shown = |element: &Element| match (aspect, element.subject) {
            // A type is shown with what its presence makes of it.
            (Aspect::Type, Subject::Field) => declaration(element),
            (Aspect::Presence, _) => format!("{} ({})", declaration(element), element.aspect(aspect)),
            (Aspect::Name, Subject::Operation | Subject::Lookup) => declaration(element),
            (Aspect::Name, _) => element.path.clone(),
            _ => element.aspect(aspect).to_owned(),
        };
        found.finding.before = shown(before);
        found.finding.after = shown(after);
        found.finding.aspect = Some(aspect.as_str());
        found.finding.fingerprint =
            fingerprint(&[found.finding.rule.code, key, aspect.as_str(), before.aspect(aspect), after.aspect(aspect)]);
        Some(found)
    }

    /// A finding about an element as a whole.
    fn finding(
        &self,
        what: What,
        kind: Kind,
        key: &str,
        before: Option<&Element>,
        after: Option<&Element>,
    ) -> Option<Found> {
        let element = before.or(after)?;
        let rule = rules::rule(element.subject, what, kind)?;
        let directions = self.directions(before, after);
        let impact = impact(rule, &directions);
        let shown = |element: Option<&Element>| element.map(declaration).unwrap_or_default();
        let (old, new) = match what {
            What::WireName => (element.wire.clone(), after.map(|after| after.wire.clone()).unwrap_or_default()),
            _ => (shown(before), shown(after)),
        };
        let finding = Finding {
            rule,
            callers: impact.callers,
            wire: impact.wire,
            subject: element.subject.as_str(),
            aspect: None,
            item: element.path.clone(),
            wire_name: element.wire.clone(),
            fingerprint: fingerprint(&[rule.code, key, &old, &new]),
            before: old,
            after: new,
            sent_by: directions.reach.sent_by.into_iter().collect(),
            received_by: directions.reach.received_by.into_iter().collect(),
            base: before.and_then(|before| self.base.place(before)),
            head: after.and_then(|after| self.head.place(after)),
            code: if impact.callers == Callers::Breaking { self.code(before, after) } else { None },
        };
        // Findings know each other by the keys of the base.
        let owner = element.owner.as_deref().map(|owner| match before {
            Some(_) => owner,
            None => self.pairs.base_of(owner).unwrap_or(owner),
        });
        let owner = owner.map(str::to_owned);
        Some(Found { finding, subject: element.subject, what, key: key.to_owned(), owner })
    }

    /// What a caller writes before and after.
    fn code(&self, before: Option<&Element>, after: Option<&Element>) -> Option<CallerCode> {
        let in_base = before.map(|element| Whole { element, owner: self.base.owner(element) });
        let in_head = after.map(|element| Whole { element, owner: self.head.owner(element) });
        // An argument that is new or gone changes what its owner is called with.
        let (in_base, in_head) = match (in_base, in_head) {
            (None, Some(Whole { element, owner: Some(owner) })) if change::is_required(element) => {
                let key = self.pairs.base_of(element.owner.as_deref()?)?;
                (self.base.whole(key), Some(Whole { element: owner, owner: None }))
            }
            (Some(Whole { element, owner: Some(owner) }), None) if change::is_nameless(element) => {
                let key = self.pairs.head_of(element.owner.as_deref()?)?;
                (Some(Whole { element: owner, owner: None }), self.head.whole(key))
            }
            both => both,
        };
        code::code(in_base, in_head)
    }

    /// Whether a value of an element is sent or received, and by which operations.
    fn directions(&self, before: Option<&Element>, after: Option<&Element>) -> Directions {
        let of = |model: &Model, element: &Element| {
            let owner = model.owner(element);
            let of_operation = |is_sent: bool, is_received: bool| {
                let operation = if element.subject == Subject::Operation { Some(element) } else { owner };
                let path: BTreeSet<_> = operation.map(|operation| operation.path.clone()).into_iter().collect();
                let sent_by = if is_sent { path.clone() } else { BTreeSet::new() };
                let received_by = if is_received { path } else { BTreeSet::new() };
                Directions { is_sent, is_received, reach: Reach { sent_by, received_by } }
            };
            match element.subject {
                Subject::Type | Subject::Field | Subject::Constant | Subject::Variant | Subject::Branch => {
                    let ty = if element.subject == Subject::Type { element } else { owner.unwrap_or(element) };
                    let reach = model.surface.usage.reach(&ty.path);
                    let is_sent = !ty.aspect(Aspect::Sent).is_empty();
                    Directions { is_sent, is_received: !reach.received_by.is_empty(), reach }
                }
                Subject::Success | Subject::Error => of_operation(false, true),
                Subject::Header | Subject::Fixture => Directions { is_received: true, ..Directions::default() },
                Subject::Version
                | Subject::Server
                | Subject::Variable
                | Subject::Credential
                | Subject::Handle
                | Subject::Alias => Directions { is_sent: true, ..Directions::default() },
                Subject::Operation | Subject::Parameter | Subject::Body | Subject::Batch | Subject::Lookup => {
                    of_operation(true, false)
                }
            }
        };
        // What an element was is what its callers know.
        match (before, after) {
            (Some(before), _) => of(self.base, before),
            // A new part of a type that callers create is one more thing to create it with.
            (None, Some(after)) => {
                let mut directions = of(self.head, after);
                let owner = after.owner.as_ref().and_then(|owner| self.pairs.base_of(owner));
                let owner = owner.and_then(|owner| self.base.surface.elements.get(owner));
                let is_new = |owner: &Element| owner.subject == Subject::Type && owner.aspect(Aspect::Sent).is_empty();
                directions.is_sent &= !owner.is_some_and(is_new);
                directions
            }
            (None, None) => Directions::default(),
        }
    }
}

/// The impact in the directions that apply.
fn impact(rule: &Rule, directions: &Directions) -> Impact {
    let (sent, received) = (rule.sent, rule.received);
    match (directions.is_sent, directions.is_received) {
        (true, false) => sent,
        (false, _) => received,
        (true, true) => Impact { callers: sent.callers.max(received.callers), wire: sent.wire.max(received.wire) },
    }
}

/// Removes what follows from another finding: the arguments of a method from its parameters, its request builder from
/// its name, a constructor from the fields of its type, and the parts of what is another kind of type altogether.
fn remove_consequences(findings: &mut Vec<Found>) {
    let shapes = |what: What| {
        let aspects = [Aspect::Name, Aspect::Type, Aspect::Presence].map(What::Aspect);
        what == What::Whole || aspects.contains(&what)
    };
    let causes: BTreeSet<_> = findings
        .iter()
        .filter(|found| {
            shapes(found.what) && [Subject::Parameter, Subject::Body, Subject::Field].contains(&found.subject)
        })
        .filter_map(|found| found.owner.clone())
        .collect();
    let own: BTreeSet<_> = findings
        .iter()
        .filter(|found| [Aspect::Sent, Aspect::Name, Aspect::Shape].map(What::Aspect).contains(&found.what))
        .map(|found| found.key.clone())
        .collect();
    let other: BTreeSet<_> = findings
        .iter()
        .filter(|found| found.what == What::Aspect(Aspect::Shape))
        .map(|found| found.key.clone())
        .collect();
    findings.retain(|found| {
        let owner = found.owner.as_deref().unwrap_or_default();
        if other.contains(owner) {
            return false;
        }
        match (found.subject, found.what) {
            (Subject::Operation, What::Aspect(Aspect::Arguments)) => !causes.contains(&found.key),
            (Subject::Operation | Subject::Lookup, What::Aspect(Aspect::Builder)) => !own.contains(&found.key),
            (Subject::Type, What::Aspect(Aspect::Constructor)) => {
                !causes.contains(&found.key) && !own.contains(&found.key)
            }
            _ => true,
        }
    });
}

#[cfg(test)]
mod tests;
