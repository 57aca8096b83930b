//! Checks the API as a whole, once the IR is complete.

mod deviations;
mod extensions;
mod paging;
mod read_only;
mod unions;

use crate::analyze::Facts;
use crate::diagnostic::{Diagnostic, has_error};
use crate::ir::Api;
use crate::policy::Policy;
use crate::source::Sources;
pub(crate) use deviations::{Deviation, deviations};

/// Reports all violations.
pub(crate) fn check(api: &Api, facts: &Facts, policy: &Policy, sources: &Sources, diagnostics: &mut Vec<Diagnostic>) {
    read_only::check(api, &facts.sent, sources, diagnostics);
    diagnostics.extend(unions::check(api, sources));
    // After an error, something may be missing only because it could not be read.
    if !has_error(diagnostics) {
        diagnostics.extend(extensions::check(api, sources));
        deviations(sources, diagnostics);
        if policy.tells_of_less {
            diagnostics.extend(paging::check(api, sources));
        }
    }
}
