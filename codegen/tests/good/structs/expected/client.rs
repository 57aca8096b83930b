// @generated from spec/v1/api.yaml by `cargo xtask regen`: change that, not this.

//! The client, with the servers and credentials that the documents name.

use super::v1;
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
    /// - `shop`: Name of the shop.
    /// - `key`: Key of the shop.
    pub fn builder(
        shop: impl Into<String>,
        key: impl Into<rt::Secret>,
    ) -> rt::ClientBuilder<Self> {
        rt::ClientBuilder::new(&CLIENT).variable("shop", shop).credential(&KEY, key)
    }

    /// Creates a client from the environment variables `PETS_SHOP` and `PETS_KEY`.
    ///
    /// # Errors
    ///
    /// If a variable is not set, or its value is not valid.
    pub fn from_env() -> Result<Self, rt::Error> {
        rt::ClientBuilder::from_env(&CLIENT)?.build()
    }

    /// A shop of pets.
    #[inline]
    #[must_use]
    pub fn v1(&self) -> v1::V1<'_> {
        v1::V1(&self.core)
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
            name: "shop",
            env: Some("PETS_SHOP"),
            default: None,
        },
    ],
    credentials: &[&KEY],
    needs: &[&[&KEY]],
};

pub(super) static KEY: rt::Credential = rt::Credential {
    scheme: "Key",
    location: rt::CredentialLocation::Header,
    name: "X-Key",
    env: Some("PETS_KEY"),
};
