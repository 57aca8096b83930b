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
    /// # Arguments
    ///
    /// - `token`: What signing in gives.
    ///
    /// Variables of the servers' URLs, for [`server_variable`](rt::ClientBuilder::server_variable):
    ///
    /// - `home`, which is `80` unless set
    pub fn builder(token: impl Into<rt::Secret>) -> rt::ClientBuilder<Self> {
        rt::ClientBuilder::new(&CLIENT).credential(&TOKEN, token)
    }

    /// Begins a client without credentials, for the operations that need none; all else is as for
    /// [`builder`](Self::builder).
    pub fn builder_without_credentials() -> rt::ClientBuilder<Self> {
        rt::ClientBuilder::new(&CLIENT)
    }

    /// A single scheme, and an operation that needs none.
    #[inline]
    #[must_use]
    pub fn api(&self) -> api::Api<'_> {
        api::Api::new(&self.core)
    }

    /// A single scheme, and an operation that needs none.
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

static CLIENT: rt::ClientSpec = rt::ClientSpec {
    user_agent: concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")),
    variables: &[
        rt::Variable {
            name: "home",
            env: None,
            default: Some("80"),
        },
    ],
    credentials: &[&TOKEN],
    needs: &[&[]],
};

pub(super) static TOKEN: rt::Credential = rt::Credential {
    scheme: "Token",
    place: rt::SecretPlace::Bearer,
    name: "Authorization",
    env: None,
};
