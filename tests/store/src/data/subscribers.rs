//! Subscribers.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use crate::moment::Moment;

#[derive(Clone, Debug, Serialize)]
pub(crate) struct Subscriber {
    pub(crate) id: u64,
    pub(crate) email: String,
    pub(crate) first_name: String,
    pub(crate) last_name: String,
    pub(crate) source: String,
    pub(crate) order_id: Option<u64>,
    pub(crate) channel_id: u64,
    pub(crate) consents: Vec<String>,
    pub(crate) date_created: Moment,
    pub(crate) date_modified: Moment,
}

/// All subscribers.
#[derive(Debug, Default)]
pub(crate) struct Subscribers {
    pub(crate) all: BTreeMap<u64, Subscriber>,
    pub(crate) emails: HashMap<String, u64>,
    pub(crate) last: u64,
}

impl Subscribers {
    pub(crate) fn put(&mut self, subscriber: Subscriber) {
        if let Some(before) = self.all.get(&subscriber.id) {
            self.emails.remove(&before.email.to_lowercase());
        }
        self.last = self.last.max(subscriber.id);
        self.emails.insert(subscriber.email.to_lowercase(), subscriber.id);
        self.all.insert(subscriber.id, subscriber);
    }

    pub(crate) fn remove(&mut self, id: u64) -> bool {
        let removed = self.all.remove(&id);
        if let Some(subscriber) = &removed {
            self.emails.remove(&subscriber.email.to_lowercase());
        }
        removed.is_some()
    }
}
