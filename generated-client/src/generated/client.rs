// @generated from spec/v2/api.yaml, spec/v3/api.yaml by `cargo xtask regen`: change that, not this.

//! The client, with the servers and credentials that the documents name.

#[cfg(feature = "v2")]
use super::v2;
#[cfg(feature = "v3")]
use super::v3;
use openapi_client_runtime::rt;

rt::requires!(1);

/// A client. Clones are cheap, and share connections and limits.
#[derive(Clone, Debug)]
pub struct Client {
    core: rt::Core,
}

impl Client {
    /// Returns a builder for a client.
    ///
    /// # Arguments
    ///
    /// - `store_hash`: Hash that names the store.
    /// - `access_token`: Access token of an API account of the store. What the token may do is fixed by
    ///   the OAuth scopes that the account was given; each operation names the smallest scope that is
    ///   enough for it.
    pub fn builder(
        store_hash: impl Into<String>,
        access_token: impl Into<rt::Secret>,
    ) -> rt::ClientBuilder<Self> {
        rt::ClientBuilder::new(&CLIENT)
            .variable("store_hash", store_hash)
            .credential(&ACCESS_TOKEN, access_token)
    }

    /// Creates a client from the environment variables `BIGCOMMERCE_STORE_HASH` and
    /// `BIGCOMMERCE_ACCESS_TOKEN`.
    ///
    /// # Errors
    ///
    /// If a variable is not set, or its value is not valid.
    pub fn from_env() -> Result<Self, rt::Error> {
        rt::ClientBuilder::from_env(&CLIENT)?.build()
    }

    /// The older REST API of a BigCommerce store, as far as customers are concerned: customers and
    /// their addresses, which version 3 replaces, and customer groups, which only this version offers.
    #[cfg(feature = "v2")]
    #[inline]
    #[must_use]
    pub fn v2(&self) -> v2::V2<'_> {
        v2::V2(&self.core)
    }

    /// The customer endpoints of BigCommerce's REST API, version 3.
    #[cfg(feature = "v3")]
    #[inline]
    #[must_use]
    pub fn v3(&self) -> v3::V3<'_> {
        v3::V3(&self.core)
    }

    /// Returns what is left of the rate limit now, for all clones of this client; `None` before a response has told.
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

static CLIENT: rt::ClientSpec = rt::ClientSpec {
    user_agent: concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")),
    variables: &[
        rt::Variable {
            name: "store_hash",
            env: Some("BIGCOMMERCE_STORE_HASH"),
            default: None,
        },
    ],
    credentials: &[&ACCESS_TOKEN],
    needs: &[&[&ACCESS_TOKEN]],
};

pub(super) static ACCESS_TOKEN: rt::Credential = rt::Credential {
    scheme: "AccessToken",
    location: rt::CredentialLocation::Header,
    name: "X-Auth-Token",
    env: Some("BIGCOMMERCE_ACCESS_TOKEN"),
};
