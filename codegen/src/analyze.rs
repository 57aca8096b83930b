//! Facts about the IR that are easier to see once it is whole.

mod cycles;
mod extensions;
mod features;
mod listings;
mod usage;

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostic, Severity};
use crate::ir::{Api, TypeId};
use crate::source::Sources;

pub(crate) use features::Features;
pub(crate) use listings::{Listing, Step};

/// What emitters ask about types.
#[derive(Debug)]
pub(crate) struct Facts {
    /// The types of request bodies, and all that they hold.
    pub(crate) sent: BTreeSet<TypeId>,
    /// The objects that hold the list which an operation answers with.
    pub(crate) listings: BTreeMap<TypeId, Listing>,
    /// What leaves modules out of a crate.
    pub(crate) features: Features,
}

/// Features of a generated crate that are not those of its modules.
pub(crate) const OTHER_FEATURES: &[&str] = &["default", "blocking", "test-util", "tracing"];

/// Boxes what would be infinite, and finds out what is sent.
///
/// Of what is `published`, somebody else's, only a mistake that leaves no meaning is an error.
pub(crate) fn analyze(api: &mut Api, sources: &Sources, published: bool, diagnostics: &mut Vec<Diagnostic>) -> Facts {
    cycles::break_cycles(api, sources, published, diagnostics);
    let sent = usage::sent(api);
    usage::check_sent(api, &sent, sources, diagnostics);
    let listings = listings::listings(api);
    if !diagnostics.iter().any(|problem| problem.severity() == Severity::Error) {
        diagnostics.extend(extensions::check(api, sources));
    }
    let features = features::features(api, OTHER_FEATURES);
    Facts { sent, listings, features }
}
