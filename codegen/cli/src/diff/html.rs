//! A comparison as a page of its own, for a change that is too large for a comment.

use std::fmt::Write as _;

use codegen::{Callers, Finding, Place};

use super::groups::{places, reach};
use super::machine::callers;
use super::review::{Generator, Review};
use super::text::{recordings, title};

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

pub fn html(review: &Review) -> String {
    let mut out = String::new();
    let heading = format!("{}..{}", review.base, review.head);
    let verdict = format!("{}, {}", review.verdict(), review.wire_verdict());
    // Writing to a string does not fail.
    let _ = write!(
        out,
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>Public API: {verdict}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
         <header>\n<h1>Public API: {verdict}</h1>\n<p>{} · {}</p>\n",
        escaped(&heading),
        escaped(&review.counts()),
    );
    let kinds = [
        (Callers::Breaking, "for callers to change"),
        (Callers::RunTime, "at run time"),
        (Callers::Addition, "additions"),
        (Callers::Documentation, "documentation"),
    ];
    out.push_str(
        "<form>\n<input type=\"search\" placeholder=\"Filter by rule, item, operation or place\" autofocus>\n",
    );
    for (kind, label) in kinds {
        let count = review.of(kind).len();
        if count > 0 {
            // What takes no thought is folded at first.
            let checked = if kind >= Callers::RunTime { " checked" } else { "" };
            let name = callers(kind);
            let _ = writeln!(
                out,
                "<label><input type=\"checkbox\" value=\"{name}\"{checked}> {label} <b>{count}</b></label>"
            );
        }
    }
    out.push_str("<output></output>\n</form>\n</header>\n<main>\n");
    for finding in &review.comparison.findings {
        one(&mut out, review, finding);
    }
    if let Generator::Lines { removed, added } = &review.generator
        && !(removed.is_empty() && added.is_empty())
    {
        out.push_str("<details><summary>Caused by the generator, not by the documents</summary>\n<pre>");
        let lines = removed.iter().map(|line| ("del", line)).chain(added.iter().map(|line| ("ins", line)));
        out.extend(lines.map(|(tag, line)| format!("<{tag}>{}</{tag}>\n", escaped(line))));
        out.push_str("</pre></details>\n");
    }
    let _ = write!(out, "</main>\n<script>\n{SCRIPT}</script>\n</body>\n</html>\n");
    out
}

fn one(out: &mut String, review: &Review, finding: &Finding) {
    let aspect = finding.aspect.map(|aspect| format!(", {aspect}")).unwrap_or_default();
    let _ = write!(
        out,
        "<article data-callers=\"{}\" id=\"{}\">\n<h2><code>{}</code>{}</h2>\n<p><b>{}</b> {}</p>\n",
        callers(finding.callers),
        finding.fingerprint,
        escaped(&title(finding)),
        escaped(&aspect),
        finding.rule.code,
        escaped(finding.rule.title),
    );
    let recorded = recordings(review, finding);
    let recorded = if recorded.is_empty() { recorded } else { format!("recorded in {recorded}") };
    let accepted = review.reason(finding).map(|reason| format!("accepted: {reason}"));
    let facts = [places(finding), reach(finding), recorded, accepted.unwrap_or_default()];
    let facts: Vec<_> = facts.iter().filter(|fact| !fact.is_empty()).map(|fact| escaped(fact)).collect();
    let _ = writeln!(out, "<p class=\"facts\">{}</p>", facts.join(" · "));
    let excerpt = |place: &Option<Place>| place.as_ref().map(|place| place.excerpt.clone()).unwrap_or_default();
    let code = finding.code.as_ref();
    let (written_before, written_after) = code.map_or(("", ""), |code| (code.before.as_str(), code.after.as_str()));
    let rust = |declared: &str, written: &str| {
        [declared, written].iter().filter(|text| !text.is_empty()).copied().collect::<Vec<_>>().join("\n\n")
    };
    out.push_str("<table>\n<tr><th></th><th>before</th><th>after</th></tr>\n");
    row(out, "Rust", &rust(&finding.before, written_before), &rust(&finding.after, written_after));
    row(out, "spec", &excerpt(&finding.base), &excerpt(&finding.head));
    out.push_str("</table>\n");
    if finding.callers == Callers::Breaking {
        let _ = writeln!(out, "<p class=\"facts\">fingerprint <code>{}</code></p>", finding.fingerprint);
    }
    out.push_str("</article>\n");
}

fn row(out: &mut String, name: &str, before: &str, after: &str) {
    if before.is_empty() && after.is_empty() {
        return;
    }
    let (before, after) = marked(before, after);
    let _ = writeln!(out, "<tr><th>{name}</th><td><pre>{before}</pre></td><td><pre>{after}</pre></td></tr>");
}

/// How many lines are shown around a difference, and of a text without one.
const AROUND: usize = 4;

/// Both texts with the lines marked that the other does not have, and what is around them.
fn marked(before: &str, after: &str) -> (String, String) {
    let (mut left, mut right) = (String::new(), String::new());
    let diff = similar::TextDiff::from_lines(before, after);
    let groups = diff.grouped_ops(AROUND);
    if groups.is_empty() {
        let lines = before.lines().take(AROUND).map(|line| format!("{}\n", escaped(line)));
        let text = lines.collect::<String>() + if before.lines().count() > AROUND { "…\n" } else { "" };
        return (text.clone(), text);
    }
    for (index, group) in groups.iter().enumerate() {
        let cut = if index > 0 { "…\n" } else { "" };
        left.push_str(cut);
        right.push_str(cut);
        for change in group.iter().flat_map(|op| diff.iter_changes(op)) {
            let line = escaped(change.value().trim_end_matches('\n'));
            match change.tag() {
                similar::ChangeTag::Equal => {
                    left.push_str(&format!("{line}\n"));
                    right.push_str(&format!("{line}\n"));
                }
                similar::ChangeTag::Delete => left.push_str(&format!("<del>{line}</del>\n")),
                similar::ChangeTag::Insert => right.push_str(&format!("<ins>{line}</ins>\n")),
            }
        }
    }
    (left, right)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
