//! Derives facts from the complete IR.

mod features;
mod listings;
mod usage;

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::{Api, TypeId};

pub(crate) use features::Features;
pub(crate) use listings::{Listing, PageInfo, Row, Step, object_of, page_row, the_list};

/// Facts about types that the emitters need.
#[derive(Debug)]
pub(crate) struct Facts {
    /// The types of request bodies, and all types that they contain.
    pub(crate) sent: BTreeSet<TypeId>,
    /// The objects that contain the list of a response.
    pub(crate) listings: BTreeMap<TypeId, Listing>,
    /// The objects that contain paging facts: the pages themselves, or parts that several pages share.
    pub(crate) page_infos: BTreeMap<TypeId, PageInfo>,
    /// The cargo features of the modules.
    pub(crate) features: Features,
}

/// Features of a generated crate that are not those of its modules.
pub(crate) const OTHER_FEATURES: &[&str] =
    &["default", "rustls", "rustls-no-provider", "blocking", "test-util", "tracing", "chrono", "jiff", "time"];

/// Derives the facts.
pub(crate) fn analyze(api: &Api) -> Facts {
    let features = features::features(api, OTHER_FEATURES);
    let (listings, page_infos) = listings::listings(api);
    Facts { sent: usage::sent(api), listings, page_infos, features }
}
