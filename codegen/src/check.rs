//! Checks the API as a whole, once the IR is complete.

mod extensions;
mod read_only;

use crate::analyze::Facts;
use crate::diagnostic::{Diagnostic, has_error};
use crate::ir::Api;
use crate::source::Sources;

/// Reports what does not hold.
pub(crate) fn check(api: &Api, facts: &Facts, sources: &Sources, diagnostics: &mut Vec<Diagnostic>) {
    read_only::check(api, &facts.sent, sources, diagnostics);
    // What is missing otherwise may only be what could not be read.
    if !has_error(diagnostics) {
        diagnostics.extend(extensions::check(api, sources));
    }
}
