//! What a document says about itself, and its servers.

use super::Shape::{List, Map, One, Text};
use super::{Key, Kind as K, filled, key, needed, shown};

pub(super) const INFO: &[Key] = &[
    shown("title", Text),
    key("description", Text),
    key("termsOfService", Text),
    key("contact", One(K::Contact)),
    key("license", One(K::License)),
    shown("version", Text),
];

pub(super) const CONTACT: &[Key] = &[key("name", Text), key("url", Text), key("email", Text)];

pub(super) const LICENSE: &[Key] = &[shown("name", Text), key("url", Text)];

pub(super) const TAG: &[Key] =
    &[needed("name", Text), key("description", Text), key("externalDocs", One(K::ExternalDocs))];

pub(super) const EXTERNAL_DOCS: &[Key] = &[needed("url", Text), key("description", Text)];

pub(super) const SERVER_VARIABLE: &[Key] =
    &[key("enum", List(&Text)), filled("default", Text), key("description", Text), key("x-env", Text)];

pub(super) const SERVER: &[Key] =
    &[needed("url", Text), key("description", Text), key("variables", Map(&One(K::ServerVariable)))];
