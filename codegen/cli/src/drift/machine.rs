//! The differences as JSON.

use codegen::drift::{Difference, Drift, Explanation, Place, RULES, Traffic};
use serde_json::{Value, json};

use super::Found;

pub(super) fn json(found: &Found) -> String {
    let traffic: Vec<_> = found.traffic.iter().map(|(file, traffic)| of_traffic(file, traffic)).collect();
    let all = json!({
        "ours": found.ours,
        "theirs": found.theirs,
        "documents": found.drift.as_ref().map(of_documents),
        "traffic": traffic,
    });
    format!("{all:#}\n")
}

fn of_documents(drift: &Drift) -> Value {
    let rules = RULES.iter().map(|rule| {
        let is_by = |found: &&Difference| found.explanation == Some(Explanation::Rule(rule));
        let all: Vec<_> = drift.differences.iter().filter(is_by).map(|difference| one(difference, None)).collect();
        json!({"reason": rule.reason, "section": rule.section, "count": all.len(), "differences": all})
    });
    let deliberate = drift.differences.iter().filter_map(|difference| match &difference.explanation {
        Some(Explanation::Mark(source)) => Some(one(difference, Some(source))),
        _ => None,
    });
    json!({
        "operations": drift.operations,
        "unexplained": drift.unexplained().map(|difference| one(difference, None)).collect::<Vec<_>>(),
        "deliberate": deliberate.collect::<Vec<_>>(),
        "rules": rules.collect::<Vec<_>>(),
        "not_compared": drift.not_compared,
    })
}

fn one(difference: &Difference, source: Option<&str>) -> Value {
    json!({
        "position": difference.position,
        "what": difference.what.as_str(),
        "ours": difference.ours,
        "theirs": difference.theirs,
        "here": place(&difference.here),
        "there": place(&difference.there),
        "source": source,
    })
}

fn place(place: &Place) -> Value {
    json!({"file": place.file, "line": place.line, "pointer": place.pointer})
}

fn of_traffic(file: &str, traffic: &Traffic) -> Value {
    let mismatches = traffic.mismatches.iter().map(|mismatch| {
        json!({
            "position": mismatch.position,
            "message": mismatch.message,
            "count": mismatch.count,
            "place": mismatch.place.as_ref().map(place),
        })
    });
    json!({
        "file": file,
        "entries": traffic.entries,
        "known": traffic.known,
        "mismatches": mismatches.collect::<Vec<_>>(),
    })
}
