use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::change::{self, Kind, What};
use super::{Comparison, Model, Rule, compare, model, rules};
use crate::options::{Options, Runtime};
use crate::surface::{Aspect, Subject};

/// The rule for what no other rule describes.
const NO_RULE: &str = "D0999";

/// Elements whose key contains the name: with another name, they are other elements.
const NAMED_BY_KEY: &[Subject] = &[Subject::Version, Subject::Success, Subject::Header, Subject::Fixture];

/// The entries of a folder of test cases, without those whose names begin otherwise.
fn entries(folder: &Path, prefix: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let is_wanted = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(prefix));
    let mut entries: Vec<_> = entries.filter(is_wanted).collect();
    entries.sort();
    entries
}

/// The models of the good cases and of the published documents among the cases, all of which have one module name.
fn models() -> Vec<(PathBuf, Model)> {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let good = entries(&cases.join("good"), "").into_iter().map(|case| {
        let modelled = model(&[case.join("spec")], &Options::modules("zoo", "spec"), None);
        (case, modelled)
    });
    let documents = entries(&cases.join("documents"), "").into_iter().map(|case| {
        let mut options = Options::new("zoo", Runtime::Version("0.1".to_owned()));
        options.overlays = entries(&case, "overlay");
        let modelled = model(&entries(&case, "api."), &options, Some("v1"));
        (case, modelled)
    });
    let models: Vec<_> = good.chain(documents).filter_map(|(case, modelled)| Some((case, modelled.model?))).collect();
    assert!(models.len() > 30, "{} models", models.len());
    models
}

#[test]
fn a_crate_does_not_differ_from_itself() {
    for (case, model) in models() {
        let comparison = compare(&model, &model);
        assert!(comparison.findings.is_empty(), "{}: {:#?}", case.display(), comparison.findings);
    }
}

#[test]
fn a_rule_describes_every_difference_of_two_crates_and_its_mirror_the_opposite() {
    let models = models();
    let mut problems = Vec::new();
    let pairs =
        models.iter().enumerate().flat_map(|(at, base)| models.iter().skip(at + 1).map(move |head| (base, head)));
    for ((base, of_base), (head, of_head)) in pairs {
        let pair = format!("{} and {}", base.display(), head.display());
        let (forth, back) = (compare(of_base, of_head), compare(of_head, of_base));
        let found: Vec<_> = forth.findings.iter().filter(|finding| finding.rule.code == NO_RULE).collect();
        assert!(found.is_empty(), "{pair}: {found:#?}");
        let (expected, found) = (counts(&forth, |rule| rule.mirror), counts(&back, |rule| rule.code));
        if expected != found {
            problems.push(format!("{pair}:\n  {expected:?}\n  {found:?}"));
        }
    }
    assert!(problems.is_empty(), "{} problems:\n{}", problems.len(), problems.join("\n"));
}

/// How often each rule occurs, after `of_rule`.
fn counts(comparison: &Comparison, of_rule: impl Fn(&'static Rule) -> &'static str) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for finding in &comparison.findings {
        *counts.entry(of_rule(finding.rule)).or_default() += 1;
    }
    counts
}

/// Every aspect is set, removed and changed, to the values that it has elsewhere.
#[test]
fn a_rule_describes_every_change_of_an_aspect() {
    let models = models();
    let mut values: BTreeMap<(Subject, Aspect), BTreeSet<&str>> = BTreeMap::new();
    let elements: Vec<_> = models.iter().flat_map(|(_, model)| model.surface.elements.values()).collect();
    for element in &elements {
        for (aspect, value) in element.aspects.iter() {
            values.entry((element.subject, aspect)).or_default().insert(value);
        }
    }
    assert!(values.len() > 80, "{} aspects", values.len());
    let code = |subject, what, kind| rules::rule(subject, what, kind).unwrap().code;
    for ((subject, aspect), values) in &values {
        if *aspect == Aspect::Name && NAMED_BY_KEY.contains(subject) {
            continue;
        }
        let always = [Aspect::Presence, Aspect::Arguments, Aspect::Type, Aspect::Name].contains(aspect);
        for one in values {
            let absent = (!always).then_some(None);
            let others = values.iter().filter(|other| *other != one).map(|other| Some(*other)).take(50);
            for other in absent.into_iter().chain(others) {
                for (before, after) in [(Some(*one), other), (other, Some(*one))] {
                    let Some((what, kind)) = change::of_aspect(*aspect, before, after) else { continue };
                    let found = code(*subject, what, kind);
                    assert_ne!(found, NO_RULE, "{subject}, {aspect}: {before:?} -> {after:?}");
                }
            }
        }
    }
    for element in elements {
        for kind in [change::added(element), change::removed(element)] {
            assert_ne!(code(element.subject, What::Whole, kind), NO_RULE, "{kind:?} {}", element.subject);
        }
    }
}

/// The mirror of a rule about more values is one about fewer, and so on.
#[test]
fn mirrors_are_about_the_opposite() {
    let mirrored = |kind| match kind {
        Kind::Added => Kind::Removed,
        Kind::Removed => Kind::Added,
        Kind::AddedRequired => Kind::RemovedRequired,
        Kind::RemovedRequired => Kind::AddedRequired,
        Kind::Narrower => Kind::Wider,
        Kind::Wider => Kind::Narrower,
        Kind::Changed => Kind::Changed,
    };
    for rule in rules::RULES {
        let mirror = rules::RULES.iter().find(|other| other.code == rule.mirror).unwrap();
        assert_eq!((mirror.subject, mirror.what), (rule.subject, rule.what), "{}", rule.code);
        assert_eq!(mirror.kind, rule.kind.map(mirrored), "{}", rule.code);
    }
    assert!(rules::RULES.is_sorted_by_key(|rule| rule.code));
}
