//! The input of lowering, and its report of problems.

use crate::bundle::Documents;
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::ledger::Ledger;
use crate::policy::Policy;
use crate::schema;
use crate::source::{NodeId, Sources, Value};

/// The documents, the policy for their mistakes, and the report.
#[derive(Clone, Copy)]
pub(super) struct Input<'a> {
    pub(super) documents: &'a Documents<'a>,
    pub(super) sources: &'a Sources,
    pub(super) policy: &'static Policy,
    /// The names that are known.
    pub(super) ledger: &'a Ledger,
    pub(super) report: &'a Report,
}

impl Input<'_> {
    /// Reports a schema that Rust cannot express.
    pub(super) fn inexpressible(self, id: NodeId, what: &str, help: &str) {
        self.report.add(Diagnostic::inexpressible(self.sources.location(id), what).help(help));
    }

    /// The description of an object, trimmed.
    pub(super) fn description(self, id: NodeId) -> String {
        schema::description(self.sources, id)
    }

    /// Returns the positive integer under a key.
    pub(super) fn count(self, node: NodeId, key: &str) -> Option<u32> {
        let at = self.sources.get(node, key)?;
        let Value::Number(text) = self.sources.value(at) else { return None };
        let number = text.parse().ok().filter(|number| *number > 0);
        // Other invalid numbers are reported already.
        if number.is_none() && text.bytes().all(|byte| byte.is_ascii_digit()) {
            let message = format!("`{key}` cannot be {text}");
            let problem = Diagnostic::new(Code::BadValue, self.sources.location(at), message);
            self.report.add(problem.help(format!("write an integer from 1 to {}", u32::MAX)));
        }
        number
    }

    /// Reports that versions disagree about a setting of the common client.
    pub(super) fn disagree(self, node: NodeId, message: &str) {
        let problem = Diagnostic::new(Code::Disagreement, self.sources.location(node), message);
        self.report.add(problem.help("all versions share one client: make them agree"));
    }
}
