// @generated from api.yaml by `cargo xtask generate`: change that, not this.

//! The client, with the servers and credentials that the documents name.

use super::api;
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
    /// - `session`
    pub fn builder(session: impl Into<rt::Secret>) -> rt::ClientBuilder<Self> {
        rt::ClientBuilder::new(&CLIENT).credential("Session", session)
    }

    /// Begins a client with other credentials; all else is as for [`builder`](Self::builder).
    ///
    /// # Arguments
    ///
    /// - `username`: Name of the user.
    /// - `password`
    pub fn builder_with_password(
        username: impl Into<String>,
        password: impl Into<rt::Secret>,
    ) -> rt::ClientBuilder<Self> {
        rt::ClientBuilder::new(&CLIENT_WITH_PASSWORD)
            .basic("Password", username, password)
    }

    /// Archive
    #[inline]
    #[must_use]
    pub fn api(&self) -> api::Api<'_> {
        api::Api::new(&self.core)
    }

    /// Archive
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
    variables: &[],
    credentials: &[
        rt::Credential {
            scheme: "Session",
            place: rt::SecretPlace::Cookie,
            name: "session",
            env: None,
        },
    ],
};

static CLIENT_WITH_PASSWORD: rt::ClientSpec = rt::ClientSpec {
    variables: &[],
    credentials: &[
        rt::Credential {
            scheme: "Password",
            place: rt::SecretPlace::Basic,
            name: "Authorization",
            env: None,
        },
    ],
};
