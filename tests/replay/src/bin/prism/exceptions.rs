//! Known false positives of Prism.

/// False positives: objections in calls of that operation that begin with this text.
struct Exception {
    operation: &'static str,
    objection: &'static str,
    why: &'static str,
}

const KNOWN: &[Exception] = &[Exception {
    operation: "v2.customers.get",
    objection: "path.customer_id maximum: Request path parameter customer_id must be <= 9007199254740991",
    why: "it bounds an int64 by what JavaScript's numbers hold exactly; the recording has a larger id on purpose",
}];

/// How often each was used.
pub struct Exceptions {
    uses: Vec<usize>,
}

impl Default for Exceptions {
    fn default() -> Self {
        Self { uses: vec![0; KNOWN.len()] }
    }
}

impl Exceptions {
    /// Whether an objection is a known false positive.
    pub fn cover(&mut self, operation: &str, objection: &str) -> bool {
        let is_meant = |known: &Exception| known.operation == operation && objection.starts_with(known.objection);
        let Some(index) = KNOWN.iter().position(is_meant) else { return false };
        self.uses[index] += 1;
        true
    }

    /// Returns the exceptions that were never used.
    pub fn unused(&self) -> impl Iterator<Item = String> {
        let unused = KNOWN.iter().zip(&self.uses).filter(|(_, uses)| **uses == 0);
        unused.map(|(known, _)| format!("{}: {}", known.operation, known.objection))
    }

    /// The other false positives, each with its reason.
    pub fn report(&self) -> String {
        let used = KNOWN.iter().zip(&self.uses).filter(|(_, uses)| **uses > 0);
        let line = |(known, uses): (&Exception, &usize)| {
            format!(
                "known mistake of Prism, {uses}×: {}: {}\n  because {}\n",
                known.operation, known.objection, known.why
            )
        };
        used.map(line).collect()
    }
}
