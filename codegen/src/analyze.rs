//! Derives facts from the complete IR.

mod features;
mod listings;
mod usage;

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::{Api, TypeId};

pub(crate) use features::Features;
pub(crate) use listings::{Listing, PageInfo, Row, Step, object_of, page_row, the_list};

/// What emitters ask about types.
#[derive(Debug)]
pub(crate) struct Facts {
    /// The types of request bodies, and all that they hold.
    pub(crate) sent: BTreeSet<TypeId>,
    /// The objects that hold the list which an operation answers with.
    pub(crate) listings: BTreeMap<TypeId, Listing>,
    /// The objects that tell of pages: these, or parts that they have in common.
    pub(crate) page_infos: BTreeMap<TypeId, PageInfo>,
    /// What leaves modules out of a crate.
    pub(crate) features: Features,
}

/// Features of a generated crate that are not those of its modules.
pub(crate) const OTHER_FEATURES: &[&str] = &["default", "blocking", "test-util", "tracing", "chrono", "jiff", "time"];

/// Finds what emitters ask.
pub(crate) fn analyze(api: &Api) -> Facts {
    let features = features::features(api, OTHER_FEATURES);
    let (listings, page_infos) = listings::listings(api);
    Facts { sent: usage::sent(api), listings, page_infos, features }
}
