//! What Prism is known to be wrong about.

/// Objections of Prism that are none: in calls of that operation, those that begin so.
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

/// How often each was of use.
pub struct Exceptions {
    uses: Vec<usize>,
}

impl Default for Exceptions {
    fn default() -> Self {
        Self { uses: vec![0; KNOWN.len()] }
    }
}

impl Exceptions {
    /// Whether an objection is known to be none.
    pub fn cover(&mut self, operation: &str, objection: &str) -> bool {
        let is_meant = |known: &Exception| known.operation == operation && objection.starts_with(known.objection);
        let Some(index) = KNOWN.iter().position(is_meant) else { return false };
        self.uses[index] += 1;
        true
    }

    /// Those that no objection was like.
    pub fn unused(&self) -> impl Iterator<Item = String> {
        let unused = KNOWN.iter().zip(&self.uses).filter(|(_, uses)| **uses == 0);
        unused.map(|(known, _)| format!("{}: {}", known.operation, known.objection))
    }

    /// The others, each with its reason.
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
