// @generated from spec/v1/api.yaml, spec/v2/api.yaml by `cargo xtask regen`: change that, not this.

//! The client, with the servers and credentials that the documents name.

use super::v1;
use super::v2;
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
    /// - `region`: Where the shop is.
    ///
    /// # Credentials
    ///
    /// Each has a setter. A call sends those that its operation requires, and no others:
    ///
    /// - `key`: Key of the shop.
    /// - `second_key`: Another key.
    pub fn builder(shop: impl Into<String>, region: impl Into<String>) -> ClientBuilder {
        ClientBuilder(
            rt::ClientBuilder::new(&CLIENT)
                .variable("shop", shop)
                .variable("region", region),
        )
    }

    /// A shop of pets.
    #[inline]
    #[must_use]
    pub fn v1(&self) -> v1::V1<'_> {
        v1::V1(&self.core)
    }

    /// The second version.
    #[inline]
    #[must_use]
    pub fn v2(&self) -> v2::V2<'_> {
        v2::V2(&self.core)
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

/// Builds a client; see [`Client::builder`].
///
/// A call sends the credentials that its operation requires, and no others. If there are
/// alternatives, the first complete one is used; a call whose credentials are not set fails before
/// it is sent.
#[derive(Clone, Debug)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder(rt::ClientBuilder<Client>);

impl ClientBuilder {
    /// Sets the credential `Key`, which is sent in the header `X-Key`.
    ///
    /// Key of the shop.
    pub fn key(self, key: impl Into<rt::Secret>) -> Self {
        Self(self.0.credential(&KEY, key))
    }

    /// Sets the credential `Second`, which is sent in the header `X-Second`.
    ///
    /// Another key.
    pub fn second_key(self, second_key: impl Into<rt::Secret>) -> Self {
        Self(self.0.credential(&SECOND_KEY, second_key))
    }
}

rt::client_builder! {
    ClientBuilder for Client;
}

static CLIENT: rt::ClientSpec = rt::ClientSpec {
    user_agent: concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")),
    variables: &[
        rt::Variable {
            name: "shop",
            env: None,
            default: None,
        },
        rt::Variable {
            name: "region",
            env: Some("PETS_REGION"),
            default: None,
        },
    ],
    credentials: &[&KEY, &SECOND_KEY],
    needs: &[&[&KEY], &[&SECOND_KEY]],
};

pub(super) static KEY: rt::Credential = rt::Credential {
    scheme: "Key",
    location: rt::CredentialLocation::Header,
    name: "X-Key",
    env: Some("PETS_KEY"),
};

pub(super) static SECOND_KEY: rt::Credential = rt::Credential {
    scheme: "Second",
    location: rt::CredentialLocation::Header,
    name: "X-Second",
    env: None,
};
