//! The attribute values of customers.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::moment::Moment;

#[derive(Clone, Debug, Serialize)]
pub(crate) struct AttributeValue {
    pub(crate) id: u64,
    pub(crate) customer_id: u64,
    pub(crate) attribute_id: u64,
    pub(crate) attribute_value: String,
    pub(crate) date_created: Moment,
    pub(crate) date_modified: Moment,
}

/// All values.
#[derive(Debug, Default)]
pub(crate) struct AttributeValues {
    pub(crate) all: BTreeMap<u64, AttributeValue>,
    /// By customer, then by attribute.
    pub(crate) ids: BTreeMap<(u64, u64), u64>,
    pub(crate) last: u64,
}

impl AttributeValues {
    /// Returns the values of a customer.
    pub(crate) fn of(&self, customer: u64) -> Vec<AttributeValue> {
        let ids = self.ids.range((customer, 0)..=(customer, u64::MAX));
        ids.filter_map(|(_, id)| self.all.get(id)).cloned().collect()
    }

    /// Adds a value, or changes the one that the customer has for this attribute.
    pub(crate) fn set(&mut self, customer_id: u64, attribute_id: u64, attribute_value: String, now: Moment) -> u64 {
        if let Some(id) = self.ids.get(&(customer_id, attribute_id)) {
            if let Some(value) = self.all.get_mut(id) {
                (value.attribute_value, value.date_modified) = (attribute_value, now);
            }
            return *id;
        }
        self.last += 1;
        let id = self.last;
        let (date_created, date_modified) = (now, now);
        let value = AttributeValue { id, customer_id, attribute_id, attribute_value, date_created, date_modified };
        self.all.insert(id, value);
        self.ids.insert((customer_id, attribute_id), id);
        id
    }

    pub(crate) fn remove(&mut self, id: u64) -> bool {
        let removed = self.all.remove(&id);
        if let Some(value) = &removed {
            self.ids.remove(&(value.customer_id, value.attribute_id));
        }
        removed.is_some()
    }

    pub(crate) fn remove_customer(&mut self, customer: u64) {
        for value in self.of(customer) {
            self.remove(value.id);
        }
    }

    pub(crate) fn remove_attribute(&mut self, attribute: u64) {
        let ids: Vec<_> =
            self.all.values().filter(|value| value.attribute_id == attribute).map(|value| value.id).collect();
        for id in ids {
            self.remove(id);
        }
    }
}
