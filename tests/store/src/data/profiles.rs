//! Shopper profiles.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Value, json};

use crate::moment::Moment;

#[derive(Clone, Debug)]
pub(crate) struct Profile {
    pub(crate) id: u64,
    pub(crate) customer: u64,
    pub(crate) created: Moment,
    pub(crate) updated: Moment,
}

/// All profiles.
#[derive(Debug, Default)]
pub(crate) struct Profiles {
    pub(crate) all: BTreeMap<u64, Profile>,
    pub(crate) by_customer: HashMap<u64, u64>,
    pub(crate) last: u64,
}

/// Formats the id of a profile as the API does.
pub(crate) fn uuid(id: u64) -> String {
    format!("50f0f11e-0000-4000-8000-{id:012x}")
}

/// Returns the profile with this UUID.
pub(crate) fn number(uuid: &str) -> Option<u64> {
    let digits = uuid.strip_prefix("50f0f11e-0000-4000-8000-").filter(|digits| digits.len() == 12)?;
    u64::from_str_radix(digits, 16).ok()
}

impl Profiles {
    /// Returns the profile of a customer.
    pub(crate) fn of(&self, customer: u64) -> Option<u64> {
        self.by_customer.get(&customer).copied()
    }

    pub(crate) fn exists(&self, id: u64) -> bool {
        self.all.contains_key(&id)
    }

    pub(crate) fn view(&self, id: u64) -> Option<Value> {
        self.all.get(&id).map(|profile| {
            json!({
                "id": uuid(id),
                "customer_id": profile.customer,
                "created_at": profile.created,
                "updated_at": profile.updated,
            })
        })
    }

    pub(crate) fn add(&mut self, customer: u64, now: Moment) -> u64 {
        if let Some(id) = self.of(customer) {
            return id;
        }
        self.last += 1;
        self.all.insert(self.last, Profile { id: self.last, customer, created: now, updated: now });
        self.by_customer.insert(customer, self.last);
        self.last
    }

    /// Updates a profile after a change of its segments.
    pub(crate) fn touch(&mut self, id: u64, now: Moment) {
        if let Some(profile) = self.all.get_mut(&id) {
            profile.updated = now;
        }
    }

    pub(crate) fn remove(&mut self, id: u64) -> bool {
        let removed = self.all.remove(&id);
        if let Some(profile) = &removed {
            self.by_customer.remove(&profile.customer);
        }
        removed.is_some()
    }

    /// Removes the profile of a customer.
    pub(crate) fn remove_customer(&mut self, customer: u64) -> Option<u64> {
        self.of(customer).filter(|id| self.remove(*id))
    }
}
