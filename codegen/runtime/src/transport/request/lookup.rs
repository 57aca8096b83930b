//! Requests that ask a list for one item.

use super::Request;
use crate::transport::lookup::{Lookup, Match, Wanted};

impl Request {
    /// Marks the request as one for a single item, by the value of a query parameter.
    #[must_use]
    pub fn lookup(mut self, item: &'static str, parameter: &'static str, matching: Match) -> Self {
        self.lookup = Some(Lookup::new(item, parameter, matching));
        self
    }

    /// Returns what it looks up, if it does.
    pub(crate) fn wanted(&self) -> Option<Wanted> {
        self.lookup?.wanted(self.query_texts())
    }
}
