//! The handlers of the operations, a file for each resource.

pub(crate) mod addresses;
pub(crate) mod attribute_values;
pub(crate) mod attributes;
pub(crate) mod customers;
pub(crate) mod customers_list;
pub(crate) mod form_fields;
pub(crate) mod groups;
pub(crate) mod metafields;
pub(crate) mod metafields_batch;
pub(crate) mod profiles;
pub(crate) mod segments;
pub(crate) mod settings;
pub(crate) mod subscribers;
pub(crate) mod v2_addresses;
pub(crate) mod v2_customers;
