//! A comparison with all that a reviewer needs beside it.

use std::collections::{BTreeMap, BTreeSet};

use codegen::{Callers, Comparison, Finding, Wire};

use super::accepted::Accepted;

/// A comparison, and what is known of its circumstances.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Review {
    /// The comparison.
    pub comparison: Comparison,
    /// What is compared with, as it is shown.
    pub base: String,
    /// What is compared, as it is shown.
    pub head: String,
    /// The version of the crate in the base.
    pub version: Option<String>,
    /// What the generator changed by itself.
    pub generator: Generator,
    /// The accepted differences.
    pub accepted: Accepted,
    /// The recordings that show what differs, by the fingerprint of the finding.
    pub recordings: BTreeMap<String, Vec<String>>,
    /// Further facts for reviewers, a sentence each.
    pub evidence: Vec<String>,
}

/// What differs although the documents do not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Generator {
    /// Nothing is compared that could tell.
    #[default]
    Apart,
    /// The base has no digest.
    Unknown,
    /// The lines of the base's digest, without those that this generator writes for the same documents, and the reverse.
    Lines {
        /// The lines that the base has.
        removed: Vec<String>,
        /// The lines that would be there instead.
        added: Vec<String>,
    },
}

impl Generator {
    /// Compares two digests of the same documents.
    pub fn of(checked_in: &str, generated: &str) -> Self {
        let lines = |digest: &str| -> BTreeSet<String> {
            digest.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect()
        };
        let (old, new) = (lines(checked_in), lines(generated));
        let only = |one: &BTreeSet<String>, other: &BTreeSet<String>| one.difference(other).cloned().collect();
        Self::Lines { removed: only(&old, &new), added: only(&new, &old) }
    }
}

impl Review {
    /// Creates a review of a comparison alone.
    pub fn new(comparison: Comparison, base: String, head: String) -> Self {
        Self { comparison, base, head, ..Self::default() }
    }

    /// Returns the findings with an impact on callers.
    pub fn of(&self, callers: Callers) -> Vec<&Finding> {
        self.comparison.findings.iter().filter(|finding| finding.callers == callers).collect()
    }

    /// Returns the reason why a finding is accepted.
    pub fn reason(&self, finding: &Finding) -> Option<&str> {
        self.accepted.reasons.get(&finding.fingerprint).map(String::as_str)
    }

    /// Returns how many breaking findings are not accepted.
    pub fn unaccepted(&self) -> usize {
        self.of(Callers::Breaking).iter().filter(|finding| self.reason(finding).is_none()).count()
    }

    /// Returns a problem for each accepted difference that is none.
    pub fn unmatched(&self) -> Vec<String> {
        let known: BTreeSet<_> =
            self.of(Callers::Breaking).iter().map(|finding| finding.fingerprint.as_str()).collect();
        let unknown = self.accepted.reasons.keys().filter(|fingerprint| !known.contains(fingerprint.as_str()));
        let problem = |fingerprint: &String| {
            format!(
                "{}: no breaking difference has the fingerprint {fingerprint}\n  help: remove the entry",
                self.accepted.file
            )
        };
        unknown.map(problem).collect()
    }

    /// Whether there is nothing to tell.
    pub fn is_empty(&self) -> bool {
        let generator = match &self.generator {
            Generator::Lines { removed, added } => removed.is_empty() && added.is_empty(),
            Generator::Apart | Generator::Unknown => true,
        };
        self.comparison.findings.is_empty() && generator
    }

    /// Returns the verdict for callers.
    pub fn verdict(&self) -> String {
        let step = match self.comparison.callers() {
            Some(Callers::Breaking) => "breaking for callers",
            Some(Callers::RunTime | Callers::Addition) => "compatible for callers",
            Some(Callers::Documentation) => "documentation only",
            None => "no change of the API",
        };
        match self.version.as_ref().zip(self.next_version()) {
            Some((old, new)) => format!("{step} ({old} → {new})"),
            None => step.to_owned(),
        }
    }

    /// Returns the version that the differences ask for; `None` without any, or if that of the base is unknown.
    pub fn next_version(&self) -> Option<String> {
        next(self.version.as_deref()?, self.comparison.callers()?)
    }

    /// Returns the verdict for programs that are already deployed.
    pub fn wire_verdict(&self) -> &'static str {
        match self.comparison.wire() {
            Wire::Compatible => "compatible on the wire",
            Wire::Breaking => "breaking on the wire",
        }
    }

    /// Returns how many findings there are of each impact.
    pub fn counts(&self) -> String {
        let kinds = [
            (Callers::Breaking, "for callers to change"),
            (Callers::RunTime, "at run time"),
            (Callers::Addition, "added"),
            (Callers::Documentation, "in documentation"),
        ];
        let parts = kinds.into_iter().map(|(callers, what)| (self.of(callers).len(), what));
        let parts: Vec<_> =
            parts.filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")).collect();
        parts.join(", ")
    }
}

/// Returns the next version, as cargo understands versions: before 1.0.0, the second number breaks.
fn next(version: &str, callers: Callers) -> Option<String> {
    let numbers: Vec<u64> = version.split(['-', '+']).next()?.split('.').filter_map(|part| part.parse().ok()).collect();
    let [major, minor, patch] = numbers.as_slice() else { return None };
    Some(match (callers, major) {
        (Callers::Breaking, 0) => format!("0.{}.0", minor + 1),
        (Callers::Breaking, _) => format!("{}.0.0", major + 1),
        (Callers::RunTime | Callers::Addition, 1..) => format!("{major}.{}.0", minor + 1),
        _ => format!("{major}.{minor}.{}", patch + 1),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_version_is_the_one_that_cargo_expects() {
        for (version, callers, expected) in [
            ("0.1.3", Callers::Breaking, "0.2.0"),
            ("0.1.3", Callers::Addition, "0.1.4"),
            ("0.1.3", Callers::Documentation, "0.1.4"),
            ("1.4.2", Callers::Breaking, "2.0.0"),
            ("1.4.2", Callers::RunTime, "1.5.0"),
            ("1.4.2", Callers::Documentation, "1.4.3"),
            ("2.0.0-rc.1", Callers::Addition, "2.1.0"),
        ] {
            assert_eq!(next(version, callers).as_deref(), Some(expected), "{version}");
        }
        assert_eq!(next("soon", Callers::Breaking), None);
    }

    #[test]
    fn lines_of_both_digests_are_none_of_the_generators() {
        let checked_in = "# @generated by x\n\na: struct\nb: struct\n";
        let generated = "# @generated by y\n\na: struct\nc: struct\n";
        let expected = Generator::Lines { removed: vec!["b: struct".into()], added: vec!["c: struct".into()] };
        assert_eq!(Generator::of(checked_in, generated), expected);
    }
}
