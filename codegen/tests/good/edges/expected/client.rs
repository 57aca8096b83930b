// @generated from spec/v1/api.yaml by `cargo xtask regen`: change that, not this.

//! The client, with the servers and credentials that the documents name.

use super::v1;
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
    /// # Arguments
    ///
    /// - `token`: Called as the credentials are.
    /// - `type`: A keyword.
    /// - `token2`: Key of the shop.
    pub fn builder(
        token: impl Into<String>,
        r#type: impl Into<String>,
        token2: impl Into<rt::Secret>,
    ) -> rt::ClientBuilder<Self> {
        rt::ClientBuilder::new(&CLIENT)
            .variable("token", token)
            .variable("type", r#type)
            .credential(&TOKEN, token2)
    }

    /// A shop without a description
    #[inline]
    #[must_use]
    pub fn v1(&self) -> v1::V1<'_> {
        v1::V1::new(&self.core)
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
    user_agent: concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")),
    variables: &[
        rt::Variable {
            name: "token",
            env: None,
            default: None,
        },
        rt::Variable {
            name: "type",
            env: None,
            default: None,
        },
    ],
    credentials: &[&TOKEN],
    needs: &[&[&TOKEN]],
};

pub(super) static TOKEN: rt::Credential = rt::Credential {
    scheme: "Token",
    place: rt::SecretPlace::Header,
    name: "X-Token",
    env: None,
};
