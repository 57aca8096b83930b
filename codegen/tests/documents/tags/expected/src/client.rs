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
    /// - `key`: The key of a visitor.
    ///
    /// Variables of the servers' URLs, for [`server_variable`](rt::ClientBuilder::server_variable):
    ///
    /// - `hall`, which is `north` unless set: A part of the zoo.
    pub fn builder(key: impl Into<rt::Secret>) -> rt::ClientBuilder<Self> {
        rt::ClientBuilder::new(&CLIENT).credential(&KEY, key)
    }

    /// All of the zoo.
    #[inline]
    #[must_use]
    pub fn api(&self) -> api::Api<'_> {
        api::Api::new(&self.core)
    }

    /// Who lives here.
    #[inline]
    #[must_use]
    pub fn animals(&self) -> api::animals::Animals<'_> {
        self.api().animals()
    }

    /// Opening hours
    #[inline]
    #[must_use]
    pub fn opening_hours(&self) -> api::opening_hours::OpeningHours<'_> {
        self.api().opening_hours()
    }

    /// The operations without a tag.
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
            name: "hall",
            env: None,
            default: Some("north"),
        },
    ],
    credentials: &[&KEY],
    needs: &[&[&KEY]],
};

pub(super) static KEY: rt::Credential = rt::Credential {
    scheme: "Key",
    place: rt::SecretPlace::Header,
    name: "X-Key",
    env: None,
};
