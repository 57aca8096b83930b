//! A comparison for programs: JSON, annotations of GitHub, SARIF.

use codegen::{Callers, Finding, Place, Rule, Wire};
use serde_json::{Value, json};

use super::review::{Generator, Review};

/// Formats an object that `diff.schema.json` describes.
pub fn json(review: &Review) -> String {
    let count = |callers| review.of(callers).len();
    let generator = match &review.generator {
        Generator::Apart => Value::Null,
        Generator::Unknown => json!({"known": false}),
        Generator::Lines { removed, added } => json!({"known": true, "removed": removed, "added": added}),
    };
    pretty(&json!({
        "base": review.base,
        "head": review.head,
        "callers": review.comparison.callers().map(callers),
        "wire": wire(review.comparison.wire()),
        "version": review.version,
        "counts": {
            "breaking": count(Callers::Breaking),
            "run-time": count(Callers::RunTime),
            "addition": count(Callers::Addition),
            "documentation": count(Callers::Documentation),
            "unaccepted": review.unaccepted(),
        },
        "findings": review.comparison.findings.iter().map(|finding| one(review, finding)).collect::<Vec<_>>(),
        "generator": generator,
        "evidence": review.evidence,
    }))
}

fn one(review: &Review, finding: &Finding) -> Value {
    json!({
        "rule": finding.rule.code,
        "title": finding.rule.title,
        "callers": callers(finding.callers),
        "wire": wire(finding.wire),
        "subject": finding.subject,
        "aspect": finding.aspect,
        "item": finding.item,
        "wire_name": finding.wire_name,
        "before": finding.before,
        "after": finding.after,
        "sent_by": finding.sent_by,
        "received_by": finding.received_by,
        "base": finding.base.as_ref().map(place),
        "head": finding.head.as_ref().map(place),
        "code": finding.code.as_ref().map(|code| json!({"before": code.before, "after": code.after})),
        "fingerprint": finding.fingerprint,
        "accepted": review.reason(finding),
    })
}

fn place(place: &Place) -> Value {
    json!({"file": place.file, "line": place.line, "pointer": place.pointer})
}

pub fn callers(callers: Callers) -> &'static str {
    match callers {
        Callers::Breaking => "breaking",
        Callers::RunTime => "run-time",
        Callers::Addition => "addition",
        Callers::Documentation => "documentation",
    }
}

fn wire(wire: Wire) -> &'static str {
    match wire {
        Wire::Breaking => "breaking",
        Wire::Compatible => "compatible",
    }
}

/// What is neither an addition nor documentation, with its level.
fn told(review: &Review) -> impl Iterator<Item = (&Finding, &'static str)> {
    let level = |finding: &Finding| match finding.callers {
        Callers::Breaking if review.reason(finding).is_none() => Some("error"),
        Callers::Breaking | Callers::RunTime => Some("warning"),
        Callers::Addition | Callers::Documentation => None,
    };
    review.comparison.findings.iter().filter_map(move |finding| Some((finding, level(finding)?)))
}

fn sentence(finding: &Finding) -> String {
    let aspect = finding.aspect.map(|aspect| format!(" ({aspect})")).unwrap_or_default();
    let change = match (finding.before.as_str(), finding.after.as_str()) {
        ("", after) => format!("{after} is new"),
        (before, "") => format!("{before} is gone"),
        (before, after) => format!("{before} → {after}"),
    };
    format!("{}{aspect}: {change}\nfingerprint {}", finding.rule.title, finding.fingerprint)
}

/// Formats a workflow command for each finding, which GitHub shows beside the line in the head. What is gone has no
/// line there.
pub fn github(review: &Review) -> String {
    let message = |text: &str| text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let property = |text: &str| message(text).replace(':', "%3A").replace(',', "%2C");
    let command = |(finding, level): (&Finding, &str)| {
        let place = finding.head.as_ref();
        let place = place.map(|place| format!("file={},line={},", property(&place.file), place.line));
        let title = property(&format!("{} {}", finding.rule.code, finding.item));
        format!("::{level} {}title={title}::{}\n", place.unwrap_or_default(), message(&sentence(finding)))
    };
    told(review).map(command).collect()
}

/// Formats a log of SARIF 2.1.0.
pub fn sarif(review: &Review, program: &str) -> String {
    let mut rules: Vec<&Rule> = told(review).map(|(finding, _)| finding.rule).collect();
    rules.sort_unstable_by_key(|rule| rule.code);
    rules.dedup_by_key(|rule| rule.code);
    let rule = |rule: &&Rule| {
        let help = json!({"text": rule.title, "markdown": rule.page});
        json!({"id": rule.code, "shortDescription": {"text": rule.title}, "help": help})
    };
    let result = |(finding, level): (&Finding, &str)| {
        let place = finding.head.as_ref().or(finding.base.as_ref());
        let location = place.map(|place| {
            let region = json!({"startLine": place.line});
            json!({"physicalLocation": {"artifactLocation": {"uri": place.file}, "region": region}})
        });
        json!({
            "ruleId": finding.rule.code,
            "level": level,
            "message": {"text": format!("{}: {}", finding.item, sentence(finding))},
            "locations": location.into_iter().collect::<Vec<_>>(),
            "partialFingerprints": {"change/v1": finding.fingerprint},
        })
    };
    pretty(&json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": program,
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules.iter().map(rule).collect::<Vec<_>>(),
            }},
            "results": told(review).map(result).collect::<Vec<_>>(),
        }],
    }))
}

fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}
