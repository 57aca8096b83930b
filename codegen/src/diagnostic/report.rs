//! Collects the problems that stages report.

use std::cell::RefCell;

use super::Diagnostic;

/// The problems found so far. It takes shared references, so that reading and reporting can be interleaved.
#[derive(Debug, Default)]
pub(crate) struct Report(RefCell<Vec<Diagnostic>>);

impl Report {
    /// Adds a problem.
    pub(crate) fn add(&self, problem: Diagnostic) {
        self.0.borrow_mut().push(problem);
    }

    /// Adds a problem, unless the same one was added before.
    pub(crate) fn add_once(&self, problem: Diagnostic) {
        let mut problems = self.0.borrow_mut();
        if !problems.contains(&problem) {
            problems.push(problem);
        }
    }

    /// Returns the problems, in the order in which they were found.
    pub(crate) fn into_problems(self) -> Vec<Diagnostic> {
        self.0.into_inner()
    }
}
