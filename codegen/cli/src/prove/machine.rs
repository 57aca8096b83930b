//! A proof as JSON.

use openapi_client_prove::{Finding, Position, Proof, Unproved};
use serde_json::{Value, json};

pub(super) fn json(proof: &Proof) -> String {
    let all = json!({
        "documents": proof.documents,
        "schemas": proof.schemas,
        "raw": proof.raw,
        "values": proof.values,
        "unions": proof.unions,
        "branches": proof.branches,
        "operations": proof.operations,
        "findings": proof.findings.iter().map(finding).collect::<Vec<_>>(),
        "unproved_schemas": proof.unproved_schemas.iter().map(unproved).collect::<Vec<_>>(),
        "unproved_branches": proof.unproved_branches.iter().map(unproved).collect::<Vec<_>>(),
    });
    format!("{all:#}\n")
}

fn finding(finding: &Finding) -> Value {
    json!({
        "reason": finding.reason.as_str(),
        "place": position(&finding.position),
        "subject": finding.subject,
        "message": finding.message,
        "count": finding.count,
    })
}

fn unproved(one: &Unproved) -> Value {
    json!({"place": position(&one.position), "subject": one.subject})
}

fn position(position: &Position) -> Value {
    json!({
        "file": position.document,
        "line": position.line,
        "column": position.column,
        "pointer": position.pointer,
    })
}
