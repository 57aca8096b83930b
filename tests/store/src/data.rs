//! The state of the store: customers and everything that belongs to them.

pub(crate) mod address;
pub(crate) mod attribute_values;
pub(crate) mod attributes;
pub(crate) mod customer;
pub(crate) mod groups;
pub(crate) mod metafields;
pub(crate) mod profiles;
pub(crate) mod seed;
pub(crate) mod segments;
pub(crate) mod settings;
pub(crate) mod sparse;
pub(crate) mod state;
pub(crate) mod subscribers;
