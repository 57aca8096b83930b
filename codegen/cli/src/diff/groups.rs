//! Findings of one rule, together.

use codegen::{Finding, Rule};

/// The findings of a rule.
pub struct Group<'a> {
    pub rule: &'static Rule,
    pub findings: Vec<&'a Finding>,
}

/// Groups findings by their rules, which are in order.
pub fn groups<'a>(findings: &[&'a Finding]) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    for finding in findings {
        match groups.last_mut().filter(|group| group.rule.code == finding.rule.code) {
            Some(group) => group.findings.push(finding),
            None => groups.push(Group { rule: finding.rule, findings: vec![finding] }),
        }
    }
    groups
}

/// The operations that a finding reaches, in words; empty if it is about one.
pub fn reach(finding: &Finding) -> String {
    if finding.subject == "operation" {
        return String::new();
    }
    let list = |verb: &str, operations: &[String]| {
        let shown: Vec<_> = operations.iter().take(3).map(|path| method(path)).collect();
        let more = operations.len().saturating_sub(shown.len());
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        (!operations.is_empty()).then(|| format!("{verb} by {}{more}", shown.join(", ")))
    };
    let parts = [list("sent", &finding.sent_by), list("received", &finding.received_by)];
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// A method as a caller reaches it: `v3.customers.list`.
pub fn method(path: &str) -> String {
    let parts: Vec<_> = path.split("::").collect();
    match parts.as_slice() {
        [version, module, _, method] => format!("{version}.{module}.{method}"),
        _ => path.to_owned(),
    }
}

/// Where the documents say so: before and after, if both do.
pub fn places(finding: &Finding) -> String {
    match (&finding.base, &finding.head) {
        (Some(base), Some(head)) if base.file == head.file && base.line == head.line => {
            format!("{}:{}", head.file, head.line)
        }
        (Some(base), Some(head)) if base.file == head.file => {
            format!("{}:{}, was :{}", head.file, head.line, base.line)
        }
        (Some(base), Some(head)) => format!("{}:{}, was {}:{}", head.file, head.line, base.file, base.line),
        (Some(base), None) => format!("was {}:{}", base.file, base.line),
        (None, Some(head)) => format!("{}:{}", head.file, head.line),
        (None, None) => String::new(),
    }
}
