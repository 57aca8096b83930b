//! Settings of the store and its channels.

use std::collections::BTreeMap;

use serde_json::{Value, json};

/// The store has the channels from 1 to this.
const CHANNELS: u64 = 3;

/// Settings of the store and its channels.
#[derive(Debug)]
pub(crate) struct Settings {
    pub(crate) store: Value,
    pub(crate) channels: BTreeMap<u64, Value>,
}

impl Default for Settings {
    fn default() -> Self {
        let channel = json!({
            "privacy_settings": {
                "ask_shopper_for_tracking_consent": null,
                "policy_url": null,
                "ask_shopper_for_tracking_consent_on_checkout": null,
            },
            "customer_group_settings": {"guest_customer_group_id": null, "default_customer_group_id": null},
            "allow_global_logins": true,
        });
        let store = json!({
            "privacy_settings": {
                "ask_shopper_for_tracking_consent": false,
                "policy_url": "",
                "ask_shopper_for_tracking_consent_on_checkout": false,
            },
            "customer_group_settings": {"guest_customer_group_id": 0, "default_customer_group_id": 0},
        });
        Self { store, channels: (1..=CHANNELS).map(|id| (id, channel.clone())).collect() }
    }
}

impl Settings {
    /// Returns the group of new customers.
    pub(crate) fn default_group(&self) -> u64 {
        self.store["customer_group_settings"]["default_customer_group_id"].as_u64().unwrap_or_default()
    }
}
