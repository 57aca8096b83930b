//! Differences that follow from how fragments are written: each rule is stated once, in the README of their folder.

use super::find::{Found, Hint};
use super::{Subject, What};

/// A kind of difference that is deliberate everywhere.
#[derive(Debug)]
#[non_exhaustive]
pub struct Rule {
    /// What our documents state by this rule, and why.
    pub reason: &'static str,
    /// The section of the README that states the rule.
    pub section: &'static str,
    applies: fn(&Found) -> bool,
}

/// The reason identifies a rule.
impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.reason == other.reason
    }
}

impl Eq for Rule {}

/// All rules.
pub static RULES: &[Rule] = &[
    Rule {
        reason: "a response schema accepts everything that the API sends, so it has no lengths, ranges or patterns",
        section: "What a fragment states",
        applies: |found| {
            let limits = [What::Length, What::Items, What::Range, What::Pattern];
            found.subject == Subject::Received && limits.contains(&found.what) && found.ours == super::NONE
        },
    },
    Rule {
        reason: "a property of a response is required if every recorded body has it",
        section: "What a fragment states",
        applies: |found| found.subject == Subject::Received && found.what == What::Required,
    },
    Rule {
        reason: "keys that a response schema does not name are accepted and reported, without being declared",
        section: "What a fragment states",
        applies: |found| {
            found.subject == Subject::Received && found.what == What::OtherKeys && found.ours == super::NONE
        },
    },
    Rule {
        reason: "a body is required, and has at least one item if it is an array: without any, a call does nothing",
        section: "What a fragment states",
        applies: |found| {
            let is_body = found.hints.contains(&Hint::WholeBody);
            let is_required = found.what == What::Required && found.ours == super::REQUIRED;
            is_body && (is_required || (found.what == What::Items && found.ours == "at least 1"))
        },
    },
    Rule {
        reason: "an update can omit everything except what identifies the item",
        section: "What a fragment states",
        applies: |found| {
            found.subject == Subject::Sent
                && found.what == What::Required
                && found.ours == super::OPTIONAL
                && found.hints.contains(&Hint::Update)
        },
    },
    Rule {
        reason: "no request schema has a property that is read-only",
        section: "What a fragment states",
        applies: |found| {
            found.subject == Subject::Sent && found.what == What::Absent && found.hints.contains(&Hint::ReadOnly)
        },
    },
    Rule {
        reason: "a format says how a value is read: dates as they are written, amounts exactly, ids with 64 bits",
        section: "Formats",
        applies: |found| found.what == What::Format && is_finer(&found.ours, &found.theirs),
    },
    Rule {
        reason: "ids and counts are integers with 64 bits, even where they are called numbers",
        section: "Formats",
        applies: |found| {
            found.what == What::Type && (found.ours.as_str(), found.theirs.as_str()) == ("integer", "number")
        },
    },
    Rule {
        reason: "formats that are not in the table, such as `email`, are not enforced",
        section: "Formats",
        applies: |found| found.what == What::Format && found.ours == super::NONE && !is_in_table(&found.theirs),
    },
    Rule {
        reason: "an array is sent as one comma-separated value",
        section: "Operations",
        applies: |found| found.what == What::Style && found.ours == COMMAS,
    },
    Rule {
        reason: "headers that the client sends by itself are never parameters",
        section: "Operations",
        applies: |found| found.what == What::Absent && found.hints.contains(&Hint::OwnHeader),
    },
    Rule {
        reason: "each operation refers to the statuses that can happen anywhere, whichever of them its document declares",
        section: "Operations",
        applies: |found| {
            found.subject == Subject::Status && found.what == What::Extra && found.hints.contains(&Hint::Shared)
        },
    },
];

/// The formats of the README's table, each with those of published documents that say the same less exactly.
const FORMATS: &[(&str, &[&str])] = &[
    ("int64", &["int32"]),
    ("decimal", &["double", "float"]),
    ("moment", &["date-time", "date"]),
    ("date-time", &[]),
    ("rfc2822", &[]),
    ("date-time-local", &[]),
    ("date", &[]),
    ("password", &[]),
];

/// Whether our format says more than theirs.
fn is_finer(ours: &str, theirs: &str) -> bool {
    let coarser = FORMATS.iter().find(|(format, _)| *format == ours).map(|(_, coarser)| *coarser);
    coarser.is_some_and(|coarser| theirs == super::NONE || coarser.contains(&theirs))
}

fn is_in_table(format: &str) -> bool {
    FORMATS.iter().any(|(known, _)| *known == format)
}

/// How an array is sent by the rule.
const COMMAS: &str = "form, not exploded";

/// Returns the rule that explains a difference.
pub(super) fn rule(found: &Found) -> Option<&'static Rule> {
    RULES.iter().find(|rule| (rule.applies)(found))
}
