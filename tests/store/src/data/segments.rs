//! Segments, and the shopper profiles in each.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::moment::Moment;

#[derive(Clone, Debug)]
pub(crate) struct Segment {
    pub(crate) id: u64,
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) created: Moment,
    pub(crate) updated: Moment,
    pub(crate) members: BTreeSet<u64>,
}

/// All segments.
#[derive(Debug, Default)]
pub(crate) struct Segments {
    pub(crate) all: BTreeMap<u64, Segment>,
    pub(crate) last: u64,
}

pub(crate) fn uuid(id: u64) -> String {
    format!("5e93e270-0000-4000-8000-{id:012x}")
}

pub(crate) fn number(uuid: &str) -> Option<u64> {
    let digits = uuid.strip_prefix("5e93e270-0000-4000-8000-").filter(|digits| digits.len() == 12)?;
    u64::from_str_radix(digits, 16).ok()
}

impl Segments {
    /// Returns the segments of a profile.
    pub(crate) fn of(&self, profile: u64) -> Vec<u64> {
        let has = |segment: &&Segment| segment.members.contains(&profile);
        self.all.values().filter(has).map(|segment| segment.id).collect()
    }

    /// Returns their ids, as the API formats them.
    pub(crate) fn uuids_of(&self, profile: u64) -> Vec<String> {
        self.of(profile).into_iter().map(uuid).collect()
    }

    /// Removes a profile from all segments.
    pub(crate) fn forget(&mut self, profile: u64) {
        for segment in self.all.values_mut() {
            segment.members.remove(&profile);
        }
    }

    pub(crate) fn view(&self, id: u64) -> Option<Value> {
        self.all.get(&id).map(|segment| {
            json!({
                "id": uuid(id),
                "name": segment.name,
                "description": segment.description,
                "created_at": segment.created,
                "updated_at": segment.updated,
            })
        })
    }

    pub(crate) fn is_taken(&self, name: &str, by_another_than: u64) -> bool {
        self.all.values().any(|segment| segment.name == name && segment.id != by_another_than)
    }
}
