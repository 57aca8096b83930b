// @generated from spec/v1/api.yaml, spec/v2/api.yaml by `cargo xtask regen`: change that, not this.

//! The client, with the servers and credentials that the documents name.

use super::v1;
use super::v2;
use generated_client::runtime as rt;

/// The client. Clones are cheap, and share connections and limits.
#[derive(Clone, Debug)]
pub struct Client {
    core: rt::Core,
}

impl Client {
    /// Begins a client.
    ///
    /// # Arguments
    ///
    /// - `shop`: Name of the shop.
    /// - `region`: Where the shop is.
    /// - `key`: Key of the shop.
    /// - `second_key`: Another key.
    pub fn builder(
        shop: impl Into<String>,
        region: impl Into<String>,
        key: impl Into<rt::Secret>,
        second_key: impl Into<rt::Secret>,
    ) -> rt::ClientBuilder<Self> {
        rt::ClientBuilder::new(&CLIENT)
            .variable("shop", shop)
            .variable("region", region)
            .credential("Key", key)
            .credential("Second", second_key)
    }

    /// A shop of pets.
    #[inline]
    #[must_use]
    pub fn v1(&self) -> v1::V1<'_> {
        v1::V1::new(&self.core)
    }

    /// The second version.
    #[inline]
    #[must_use]
    pub fn v2(&self) -> v2::V2<'_> {
        v2::V2::new(&self.core)
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

static CLIENT: rt::ClientSpec = rt::ClientSpec {
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
    credentials: &[
        rt::Credential {
            scheme: "Key",
            place: rt::SecretPlace::Header,
            name: "X-Key",
            env: Some("PETS_KEY"),
        },
        rt::Credential {
            scheme: "Second",
            place: rt::SecretPlace::Header,
            name: "X-Second",
            env: None,
        },
    ],
};
