//! Security schemes.

use super::Shape::{Map, One, Text, Word};
use super::{Key, Kind as K, filled, key, needed};

pub(super) const SECURITY_SCHEME: &[Key] = &[
    needed("type", Word(&["apiKey", "http", "oauth2", "openIdConnect"])),
    key("description", Text),
    key("name", Text),
    key("in", Word(&["query", "header", "cookie"])),
    key("scheme", Text),
    key("bearerFormat", Text),
    key("flows", One(K::OAuthFlows)),
    key("openIdConnectUrl", Text),
    key("x-env", Text),
    key("x-rust-name", Text),
];

pub(super) const OAUTH_FLOWS: &[Key] = &[
    key("implicit", One(K::OAuthFlow)),
    key("password", One(K::OAuthFlow)),
    key("clientCredentials", One(K::OAuthFlow)),
    key("authorizationCode", One(K::OAuthFlow)),
];

pub(super) const OAUTH_FLOW: &[Key] =
    &[key("authorizationUrl", Text), key("tokenUrl", Text), key("refreshUrl", Text), filled("scopes", Map(&Text))];
