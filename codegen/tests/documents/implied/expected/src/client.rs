// @generated from api.yaml by `cargo xtask generate`: change that, not this.

//! The client, with the servers and credentials that the documents name.

use super::api;
use openapi_client_runtime::rt;

rt::requires!(1);

/// The client. Clones are cheap, and share connections and limits.
#[derive(Clone, Debug)]
pub struct Client {
    core: rt::Core,
}

impl Client {
    /// Begins a client.
    ///
    /// # Credentials
    ///
    /// Each has a setter. A call sends those that its operation asks for, and no others:
    ///
    /// - `token`
    /// - `key`
    pub fn builder() -> ClientBuilder {
        ClientBuilder(rt::ClientBuilder::new(&CLIENT))
    }

    /// What the client sends by itself
    #[inline]
    #[must_use]
    pub fn api(&self) -> api::Api<'_> {
        api::Api::new(&self.core)
    }

    /// What the client sends by itself
    #[inline]
    #[must_use]
    pub fn untagged(&self) -> api::untagged::Untagged<'_> {
        self.api().untagged()
    }

    /// What is left of the rate limit as of now, over all clones of this client; none before an answer has told.
    #[must_use]
    pub fn rate_limit(&self) -> Option<rt::RateLimit> {
        self.core.rate_limit()
    }
}

impl rt::FromCore for Client {
    fn from_core(core: rt::Core) -> Self {
        Self { core }
    }
}

/// Builds a client: see [`Client::builder`].
///
/// A call sends the credentials that its operation asks for, and no others. Where there is a
/// choice, the first that is complete counts; a call whose credentials are not set fails before it
/// is sent.
#[derive(Clone, Debug)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder(rt::ClientBuilder<Client>);

impl ClientBuilder {
    /// Sets the credential `Token`, which is sent in the header `Authorization`, behind `Bearer`.
    pub fn token(self, token: impl Into<rt::Secret>) -> Self {
        Self(self.0.credential(&TOKEN, token))
    }

    /// Sets the credential `Key`, which is sent in the header `X-Key`.
    pub fn key(self, key: impl Into<rt::Secret>) -> Self {
        Self(self.0.credential(&KEY, key))
    }
}

rt::client_builder! {
    ClientBuilder for Client;
}

static CLIENT: rt::ClientSpec = rt::ClientSpec {
    user_agent: concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")),
    variables: &[],
    credentials: &[&TOKEN, &KEY],
    needs: &[&[]],
};

pub(super) static TOKEN: rt::Credential = rt::Credential {
    scheme: "Token",
    place: rt::SecretPlace::Bearer,
    name: "Authorization",
    env: None,
};

pub(super) static KEY: rt::Credential = rt::Credential {
    scheme: "Key",
    place: rt::SecretPlace::Header,
    name: "X-Key",
    env: None,
};
