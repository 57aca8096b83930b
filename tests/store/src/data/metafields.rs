//! The metafields of customers.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::moment::Moment;

/// The app that the token of this store belongs to.
const APP: &str = "q7d0example0client0id";
#[derive(Clone, Debug)]
pub(crate) struct Metafield {
    pub(crate) id: u64,
    pub(crate) customer: u64,
    pub(crate) permission_set: &'static str,
    pub(crate) namespace: String,
    pub(crate) key: String,
    pub(crate) value: String,
    pub(crate) description: String,
    pub(crate) created: Moment,
    pub(crate) modified: Moment,
}

impl Metafield {
    pub(crate) fn view(&self) -> Value {
        json!({
            "id": self.id,
            "permission_set": self.permission_set,
            "namespace": self.namespace,
            "key": self.key,
            "value": self.value,
            "description": self.description,
            "resource_type": "customer",
            "resource_id": self.customer,
            "owner_client_id": APP,
            "date_created": self.created.with_offset(),
            "date_modified": self.modified.with_offset(),
        })
    }

    pub(crate) fn name(&self) -> Name {
        (self.customer, self.namespace.clone(), self.key.clone())
    }
}

/// Customer, namespace and key are unique.
type Name = (u64, String, String);

/// All metafields.
#[derive(Debug, Default)]
pub(crate) struct Metafields {
    pub(crate) all: BTreeMap<u64, Metafield>,
    pub(crate) ids: BTreeMap<Name, u64>,
    pub(crate) last: u64,
}

impl Metafields {
    pub(crate) fn get(&self, id: u64) -> Option<&Metafield> {
        self.all.get(&id)
    }

    /// Adds the metafield under a new id, or changes it under its own. Fails if another one has the same name.
    pub(crate) fn put(&mut self, mut metafield: Metafield) -> Result<&Metafield, u64> {
        if let Some(other) = self.ids.get(&metafield.name()).filter(|other| **other != metafield.id) {
            return Err(*other);
        }
        if metafield.id == 0 {
            self.last += 1;
            metafield.id = self.last;
        } else if let Some(before) = self.all.get(&metafield.id) {
            self.ids.remove(&before.name());
        }
        self.ids.insert(metafield.name(), metafield.id);
        let id = metafield.id;
        self.all.insert(id, metafield);
        self.all.get(&id).ok_or(id)
    }

    pub(crate) fn remove(&mut self, id: u64) -> bool {
        let removed = self.all.remove(&id);
        if let Some(metafield) = &removed {
            self.ids.remove(&metafield.name());
        }
        removed.is_some()
    }

    pub(crate) fn remove_customer(&mut self, customer: u64) {
        let first = (customer, String::new(), String::new());
        let own = self.ids.range(first..).take_while(|((owner, ..), _)| *owner == customer);
        for id in own.map(|(_, id)| *id).collect::<Vec<_>>() {
            self.remove(id);
        }
    }
}

/// Creates a metafield before its fields are set.
pub(crate) fn blank(customer: u64, now: Moment) -> Metafield {
    let text = String::new;
    Metafield {
        id: 0,
        customer,
        permission_set: "app_only",
        namespace: text(),
        key: text(),
        value: text(),
        description: text(),
        created: now,
        modified: now,
    }
}
