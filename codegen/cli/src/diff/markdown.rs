//! A comparison as a comment on a pull request.

use codegen::{Callers, Finding};

use super::groups::{groups, places, reach};
use super::review::{Generator, Review};
use super::text::{change, recordings, title};

/// How a workflow finds the comment, to replace it.
const MARK: &str = "<!-- diff of the public API -->";

/// How many characters a comment may have. GitHub takes 65,536.
const LIMIT: usize = 60_000;

/// How many findings of a rule that asks nothing of callers are shown.
const SHOWN: usize = 8;

pub fn markdown(review: &Review) -> String {
    if review.is_empty() {
        return format!("{MARK}\nNo change of the public API.\n");
    }
    let mut out = format!("{MARK}\n### Public API: {}, {}\n\n", review.verdict(), review.wire_verdict());
    let counts = review.counts();
    if !counts.is_empty() {
        out.push_str(&format!("{counts}."));
    }
    if review.of(Callers::Breaking).is_empty() {
        out.push_str(" Nothing to do for callers.");
    }
    out.push('\n');
    let mut parts = vec![
        section(review, Callers::Breaking, "What callers must change"),
        section(review, Callers::RunTime, "What changes at run time"),
        folded(review, Callers::Addition, "Additions"),
        folded(review, Callers::Documentation, "Documentation"),
        generator(review),
    ];
    if !review.evidence.is_empty() {
        let lines: String = review.evidence.iter().map(|line| format!("- {line}\n")).collect();
        parts.push(vec![format!("\n#### Evidence\n\n{lines}")]);
    }
    let mut left_out = 0;
    for part in parts.into_iter().flatten() {
        // The last line needs its place as well. What comes after the first part that does not fit is left out, too, so
        // that nothing stands below the wrong heading.
        match left_out == 0 && out.chars().count() + part.chars().count() < LIMIT - 200 {
            true => out.push_str(&part),
            false => left_out += 1,
        }
    }
    if left_out > 0 {
        out.push_str(&format!("\n{left_out} more are left out, because a comment has a limit; the page has them.\n"));
    }
    out
}

/// A part for each finding, so that the comment can end between them; headings belong to what follows.
fn section(review: &Review, callers: Callers, title: &str) -> Vec<String> {
    let findings = review.of(callers);
    let mut parts = Vec::new();
    for group in groups(&findings) {
        let section = if parts.is_empty() { format!("\n#### {title}\n") } else { String::new() };
        let mut heading = format!("{section}\n**{}**: {}\n\n", group.rule.code, group.rule.title);
        let shown = if callers == Callers::Breaking { group.findings.len() } else { SHOWN };
        for finding in group.findings.iter().take(shown) {
            parts.push(format!("{}{}", std::mem::take(&mut heading), one(review, finding)));
        }
        let more = group.findings.len().saturating_sub(shown);
        if more > 0 {
            parts.push(format!("- and {more} more\n"));
        }
    }
    parts
}

fn one(review: &Review, finding: &Finding) -> String {
    let aspect = finding.aspect.map(|aspect| format!(", {aspect}")).unwrap_or_default();
    let mut out = format!("- {}{aspect}", code(&title(finding)));
    let facts = [places(finding), reach(finding), recorded(review, finding)];
    let facts: Vec<_> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
    if !facts.is_empty() {
        out.push_str(&format!(": {}", facts.join("; ")));
    }
    if finding.callers == Callers::Breaking {
        match review.reason(finding) {
            Some(reason) => out.push_str(&format!("; accepted: {reason}")),
            None => out.push_str(&format!("; fingerprint `{}`", finding.fingerprint)),
        }
    }
    out.push('\n');
    let (before, after) = change(finding);
    if !(before.is_empty() && after.is_empty()) {
        let lines = |mark: char, text: &str| text.lines().map(|line| format!("  {mark} {line}\n")).collect::<String>();
        out.push_str(&format!("  ```diff\n{}{}  ```\n", lines('-', before), lines('+', after)));
    }
    out
}

fn recorded(review: &Review, finding: &Finding) -> String {
    let recordings = recordings(review, finding);
    if recordings.is_empty() { recordings } else { format!("recorded in {recordings}") }
}

/// Inline code, whatever the text contains.
fn code(text: &str) -> String {
    if text.contains('`') { format!("`` {text} ``") } else { format!("`{text}`") }
}

fn folded(review: &Review, callers: Callers, title: &str) -> Vec<String> {
    let findings = review.of(callers);
    if findings.is_empty() {
        return Vec::new();
    }
    let lines = groups(&findings).into_iter().map(|group| {
        let items: Vec<_> = group.findings.iter().map(|finding| code(&self::title(finding))).collect();
        format!("- **{}**: {}: {}\n", group.rule.code, group.rule.title, items.join(", "))
    });
    let lines: String = lines.collect();
    vec![format!("\n<details><summary>{title}: {}</summary>\n\n{lines}\n</details>\n", findings.len())]
}

fn generator(review: &Review) -> Vec<String> {
    match &review.generator {
        Generator::Apart => Vec::new(),
        Generator::Unknown => {
            vec!["\nThe base has no `API.txt`, so it is unknown what the generator changed by itself.\n".to_owned()]
        }
        Generator::Lines { removed, added } if removed.is_empty() && added.is_empty() => Vec::new(),
        Generator::Lines { removed, added } => {
            let lines = removed.iter().map(|line| ('-', line)).chain(added.iter().map(|line| ('+', line)));
            let lines: String = lines.map(|(mark, line)| format!("{mark} {line}\n")).collect();
            let count = removed.len() + added.len();
            vec![format!(
                "\n<details><summary>Caused by the generator, not by the documents: {count} lines of API.txt</summary>\n\n\
                 ```diff\n{lines}```\n\n</details>\n"
            )]
        }
    }
}
