//! A comparison for a terminal.

use codegen::{Callers, Finding};

use super::groups::{groups, places, reach};
use super::review::{Generator, Review};
use crate::report::plural;

/// How long a line with a change may be.
const WIDTH: usize = 100;

/// How many findings of a rule that asks nothing of callers are shown.
const SHOWN: usize = 8;

pub fn text(review: &Review) -> String {
    let mut out = format!("{}..{}: {}", review.base, review.head, review.verdict());
    if review.comparison.findings.is_empty() {
        out.push('\n');
    } else {
        out.push_str(&format!(", {}\n{}\n", review.wire_verdict(), review.counts()));
        if review.of(Callers::Breaking).is_empty() {
            out.push_str("nothing to do for callers\n");
        }
    }
    section(&mut out, review, Callers::Breaking, "What callers must change");
    section(&mut out, review, Callers::RunTime, "What changes at run time");
    folded(&mut out, review, Callers::Addition, "Additions");
    folded(&mut out, review, Callers::Documentation, "Documentation");
    generator(&mut out, review);
    if !review.evidence.is_empty() {
        out.push_str("\nEvidence\n");
        out.extend(review.evidence.iter().map(|line| format!("  {line}\n")));
    }
    out
}

fn section(out: &mut String, review: &Review, callers: Callers, title: &str) {
    let findings = review.of(callers);
    if findings.is_empty() {
        return;
    }
    out.push_str(&format!("\n{title}\n"));
    for group in groups(&findings) {
        out.push_str(&format!("\n{}: {}\n", group.rule.code, group.rule.title));
        let shown = if callers == Callers::Breaking { group.findings.len() } else { SHOWN };
        for finding in group.findings.iter().take(shown) {
            one(out, review, finding);
        }
        let more = group.findings.len().saturating_sub(shown);
        if more > 0 {
            out.push_str(&format!("  and {more} more; all of them: --format json\n"));
        }
    }
}

/// A line with the item, one or two with the change, and one with what it reaches.
fn one(out: &mut String, review: &Review, finding: &Finding) {
    let aspect = finding.aspect.map(|aspect| format!(", {aspect}")).unwrap_or_default();
    let mut facts = vec![places(finding)];
    if finding.callers == Callers::Breaking && review.reason(finding).is_none() {
        facts.push(format!("fingerprint {}", finding.fingerprint));
    }
    let facts: String = facts.iter().filter(|fact| !fact.is_empty()).map(|fact| format!("  {fact}")).collect();
    out.push_str(&format!("  {}{aspect}{facts}\n", title(finding)));
    let (before, after) = change(finding);
    if !before.contains('\n') && !after.contains('\n') && before.len() + after.len() < WIDTH {
        match (before, after) {
            ("", "") => {}
            ("", after) => out.push_str(&format!("    + {after}\n")),
            (before, "") => out.push_str(&format!("    - {before}\n")),
            (before, after) => out.push_str(&format!("    {before}  →  {after}\n")),
        }
    } else {
        let lines = before.lines().map(|line| ('-', line)).chain(after.lines().map(|line| ('+', line)));
        out.extend(lines.map(|(mark, line)| format!("    {mark} {line}\n")));
    }
    let (reach, recordings) = (reach(finding), recordings(review, finding));
    let recorded = if recordings.is_empty() { recordings } else { format!("recorded in {recordings}") };
    let facts: Vec<_> = [reach, recorded].into_iter().filter(|fact| !fact.is_empty()).collect();
    if !facts.is_empty() {
        out.push_str(&format!("    {}\n", facts.join("; ")));
    }
    if let Some(reason) = review.reason(finding) {
        out.push_str(&format!("    accepted: {reason}\n"));
    }
}

/// What differs, as a caller writes it if that is known. What is only there or gone has it in its title.
pub fn change(finding: &Finding) -> (&str, &str) {
    let code = finding.code.as_ref().filter(|code| !code.before.is_empty() && !code.after.is_empty());
    match code {
        Some(code) => (&code.before, &code.after),
        None if finding.aspect.is_none() && (finding.before.is_empty() || finding.after.is_empty()) => ("", ""),
        None => (&finding.before, &finding.after),
    }
}

/// The item, with its name on the wire if that is not in its path.
pub fn title(finding: &Finding) -> String {
    let last = finding.item.rsplit("::").next().unwrap_or_default();
    match finding.wire_name.as_str() {
        "" => finding.item.clone(),
        wire if wire == last => finding.item.clone(),
        wire => format!("{} ({wire})", finding.item),
    }
}

/// The recordings that show what differs.
pub fn recordings(review: &Review, finding: &Finding) -> String {
    match review.recordings.get(&finding.fingerprint).map(Vec::as_slice) {
        None | Some([]) => String::new(),
        Some([only]) => only.clone(),
        Some([first, others @ ..]) => format!("{first} and {}", plural(others.len(), "other")),
    }
}

fn folded(out: &mut String, review: &Review, callers: Callers, title: &str) {
    let findings = review.of(callers);
    if findings.is_empty() {
        return;
    }
    out.push_str(&format!("\n{title}\n"));
    for group in groups(&findings) {
        let items: Vec<_> = group.findings.iter().take(SHOWN).map(|finding| self::title(finding)).collect();
        let more = group.findings.len().saturating_sub(SHOWN);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        out.push_str(&format!("  {}: {}: {}{more}\n", group.rule.code, group.rule.title, items.join(", ")));
    }
}

fn generator(out: &mut String, review: &Review) {
    match &review.generator {
        Generator::Apart => {}
        Generator::Unknown => {
            out.push_str("\nThe base has no API.txt, so it is unknown what the generator changed by itself.\n")
        }
        Generator::Lines { removed, added } if removed.is_empty() && added.is_empty() => {}
        Generator::Lines { removed, added } => {
            out.push_str(&format!(
                "\nCaused by the generator: {} lines of API.txt gone, {} new, for the same documents\n",
                removed.len(),
                added.len()
            ));
            let lines = removed.iter().map(|line| ('-', line)).chain(added.iter().map(|line| ('+', line)));
            out.extend(lines.take(SHOWN).map(|(mark, line)| format!("  {mark} {line}\n")));
            let more = (removed.len() + added.len()).saturating_sub(SHOWN);
            if more > 0 {
                out.push_str(&format!("  and {more} more\n"));
            }
        }
    }
}
