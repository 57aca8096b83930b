//! A comparison as a section of a changelog, in the form of Keep a Changelog.

use codegen::{Callers, Finding};

use super::groups::groups;
use super::review::Review;
use super::text::title;

/// How many items a line names.
const SHOWN: usize = 12;

/// Returns the section: a heading with the proposed version, and a list for each kind of change. `date` stands in the
/// heading, such as `2026-03-01`. Documentation is left out.
pub fn changelog(review: &Review, date: Option<&str>) -> String {
    let version = review.next_version();
    let mut out = match (&version, date) {
        (Some(version), Some(date)) => format!("## [{version}] - {date}\n"),
        (Some(version), None) => format!("## [{version}]\n"),
        (None, _) => "## [Unreleased]\n".to_owned(),
    };
    for kind in [Kind::Removed, Kind::Changed, Kind::Deprecated, Kind::Added] {
        let findings = review.comparison.findings.iter();
        let findings: Vec<_> = findings.filter(|finding| Kind::of(finding) == Some(kind)).collect();
        if findings.is_empty() {
            continue;
        }
        out.push_str(&format!("\n### {}\n\n", kind.title()));
        for group in groups(&findings) {
            let breaking = group.findings.iter().any(|finding| finding.callers == Callers::Breaking);
            // What callers have to change is listed one by one.
            if breaking && kind == Kind::Changed {
                out.extend(group.findings.iter().map(|finding| changed(review, finding)));
                continue;
            }
            let mark = if breaking { "**Breaking:** " } else { "" };
            let items = group.findings.iter().take(SHOWN).map(|finding| format!("`{}`", title(finding)));
            let more = group.findings.len().saturating_sub(SHOWN);
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            let items = items.collect::<Vec<_>>().join(", ");
            out.push_str(&format!("- {mark}{}: {items}{more}.\n", sentence(group.rule.title)));
            out.extend(group.findings.iter().filter_map(|finding| reason(review, finding)));
        }
    }
    out
}

fn changed(review: &Review, finding: &Finding) -> String {
    let reason = reason(review, finding).unwrap_or_default();
    let (before, after) = (&finding.before, &finding.after);
    format!("- **Breaking:** `{}`: {} (`{before}` → `{after}`).\n{reason}", title(finding), finding.rule.title)
}

/// Why it was accepted.
fn reason(review: &Review, finding: &Finding) -> Option<String> {
    review.reason(finding).map(|reason| format!("  {}\n", reason.lines().collect::<Vec<_>>().join(" ")))
}

fn sentence(title: &str) -> String {
    let mut letters = title.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The kinds of Keep a Changelog.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Added,
    Changed,
    Deprecated,
    Removed,
}

impl Kind {
    fn of(finding: &Finding) -> Option<Self> {
        match finding.callers {
            Callers::Documentation => None,
            _ if finding.rule.code == "D0003" => Some(Self::Deprecated),
            Callers::Breaking if finding.after.is_empty() => Some(Self::Removed),
            Callers::Addition => Some(Self::Added),
            Callers::Breaking | Callers::RunTime => Some(Self::Changed),
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Added => "Added",
            Self::Changed => "Changed",
            Self::Deprecated => "Deprecated",
            Self::Removed => "Removed",
        }
    }
}
