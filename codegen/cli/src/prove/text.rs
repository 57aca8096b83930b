//! A proof for a terminal.

use openapi_client_prove::{Finding, Proof, Reason, Unproved};

use crate::report::plural;

pub(super) fn text(proof: &Proof) -> String {
    let mut out = String::new();
    for reason in Reason::ALL {
        let of_reason: Vec<_> = proof.findings.iter().filter(|finding| finding.reason == *reason).collect();
        if !of_reason.is_empty() {
            out.push_str(&format!("{reason}: {}\n", of_reason.len()));
            of_reason.into_iter().for_each(|finding| one(&mut out, finding));
            out.push('\n');
        }
    }
    for (what, all) in [("schema", &proof.unproved_schemas), ("branch", &proof.unproved_branches)] {
        unproved(&mut out, what, all);
    }
    summary(&mut out, proof);
    out
}

fn one(out: &mut String, finding: &Finding) {
    let times = if finding.count == 1 { String::new() } else { format!(" ({} values)", finding.count) };
    out.push_str(&format!("  {}: {}{times}\n    {}\n", finding.position, finding.subject, finding.message));
}

fn unproved(out: &mut String, what: &str, all: &[Unproved]) {
    if all.is_empty() {
        return;
    }
    out.push_str(&format!("Not proved, because no value could be made: {}\n", count(all.len(), what)));
    for one in all {
        out.push_str(&format!("  {}: {}\n", one.position, one.subject));
    }
    out.push('\n');
}

fn summary(out: &mut String, proof: &Proof) {
    let Proof { schemas, raw, values, unions, branches, operations, .. } = proof;
    out.push_str(&format!("{}\n", proof.documents.join(", ")));
    out.push_str(&format!(
        "{} ({raw} any JSON), {}, {} with {}, {}\n",
        plural(*schemas, "schema"),
        plural(*values, "value"),
        plural(*unions, "union"),
        count(*branches, "branch"),
        plural(*operations, "operation"),
    ));
    out.push_str(&match proof.findings.len() {
        0 => "Every value came back, and every branch matched.\n".to_owned(),
        findings => format!("{}: see above\n", plural(findings, "finding")),
    });
}

/// A count with the plural of a noun like `branch`.
fn count(count: usize, noun: &str) -> String {
    match (count, noun) {
        (1, _) => format!("1 {noun}"),
        (_, "branch") => format!("{count} branches"),
        _ => plural(count, noun),
    }
}
