//! The attributes of customers.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::moment::Moment;

#[derive(Clone, Debug, Serialize)]
pub(crate) struct Attribute {
    pub(crate) id: u64,
    pub(crate) name: String,
    #[serde(rename = "type")]
    pub(crate) kind: &'static str,
    pub(crate) date_created: Moment,
    pub(crate) date_modified: Moment,
}

impl Attribute {
    /// Whether the text is valid as a value.
    pub(crate) fn takes(&self, value: &str) -> bool {
        match self.kind {
            "number" => value.parse::<f64>().is_ok(),
            "date" => Moment::parse(value).is_some(),
            _ => true,
        }
    }
}

/// All attributes.
#[derive(Debug, Default)]
pub(crate) struct Attributes {
    pub(crate) all: BTreeMap<u64, Attribute>,
    pub(crate) last: u64,
}

impl Attributes {
    pub(crate) fn get(&self, id: u64) -> Option<&Attribute> {
        self.all.get(&id)
    }

    pub(crate) fn is_taken(&self, name: &str, by_another_than: u64) -> bool {
        self.all.values().any(|attribute| attribute.name == name && attribute.id != by_another_than)
    }
}
