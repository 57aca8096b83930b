//! Compares two JSON values that should be equal.

use openapi_client_runtime::DateTime;

use crate::Exact;

/// A difference between two values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// A JSON pointer.
    pub pointer: String,
    /// The kind of difference.
    pub kind: DifferenceKind,
}

/// The kinds of differences.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "said above")]
pub enum DifferenceKind {
    Lost,
    Appeared,
    Changed { expected: String, found: String },
}

/// Returns where `found` differs from `expected`. The order of keys is ignored. The digits of numbers are compared, and
/// a string that is a date may be written differently if it is the same instant.
#[must_use]
pub fn differences(expected: &Exact, found: &Exact) -> Vec<Difference> {
    let mut all = Vec::new();
    walk(expected, found, "", &mut all);
    all
}

fn walk(expected: &Exact, found: &Exact, pointer: &str, all: &mut Vec<Difference>) {
    let at = |key: &str| format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"));
    match (expected, found) {
        (Exact::Object(expected), Exact::Object(found)) => {
            for (key, value) in expected {
                match found.get(key) {
                    Some(found) => walk(value, found, &at(key), all),
                    None => all.push(Difference { pointer: at(key), kind: DifferenceKind::Lost }),
                }
            }
            let appeared = found.keys().filter(|key| !expected.contains_key(*key));
            all.extend(appeared.map(|key| Difference { pointer: at(key), kind: DifferenceKind::Appeared }));
        }
        (Exact::List(expected), Exact::List(found)) if expected.len() == found.len() => {
            for (index, (expected, found)) in expected.iter().zip(found).enumerate() {
                walk(expected, found, &at(&index.to_string()), all);
            }
        }
        (Exact::Text(expected), Exact::Text(found)) if expected == found || same_moment(expected, found) => {}
        _ if expected == found => {}
        _ => {
            let kind = DifferenceKind::Changed { expected: expected.to_string(), found: found.to_string() };
            all.push(Difference { pointer: pointer.to_owned(), kind });
        }
    }
}

fn same_moment(one: &str, other: &str) -> bool {
    let moment = |text: &str| DateTime::from(text).to_unix();
    moment(one).is_some_and(|one| moment(other) == Some(one))
}

/// Shows both values line by line, the expected one with `-`, the found one with `+`.
#[must_use]
pub fn diff(expected: &Exact, found: &Exact) -> String {
    let (expected, found) = (expected.pretty() + "\n", found.pretty() + "\n");
    similar::TextDiff::from_lines(&expected, &found).unified_diff().header("recorded", "found").to_string()
}

impl std::fmt::Display for Difference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.kind {
            DifferenceKind::Lost => f.write_str("is recorded, and got lost"),
            DifferenceKind::Appeared => f.write_str("is not recorded, and appeared"),
            DifferenceKind::Changed { expected, found } => write!(f, "{expected} is recorded, found {found}"),
        }
    }
}
