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
    /// - `key`: From the ticket office.
    /// - `user`
    /// - `query`
    /// - `cookie`
    ///
    /// # Servers
    ///
    /// The first of a document is called unless [`server`](ClientBuilder::server) chooses another of
    /// these; [`base_url`](ClientBuilder::base_url) names any other host:
    ///
    /// - `api::servers::ZOO_ITSELF`, `https://{region}.zoo.example/{stage}`: The zoo itself.
    /// - `api::servers::FOR_TRYING_THINGS_OUT`, `https://test.zoo.example`: For trying things out.
    ///
    /// Variables of the servers' URLs, for [`server_variable`](ClientBuilder::server_variable):
    ///
    /// - `region`, which is `eu` unless set: Where the animals live.
    /// - `stage`, which is `v1` unless set
    pub fn builder() -> ClientBuilder {
        ClientBuilder(rt::ClientBuilder::new(&CLIENT))
    }

    /// Everything that can be sent and read
    #[inline]
    #[must_use]
    pub fn api(&self) -> api::Api<'_> {
        api::Api::new(&self.core)
    }

    /// Everything that can be sent and read
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
    /// Sets the credential `Key`, which is sent in the header `X-Key`.
    ///
    /// From the ticket office.
    pub fn key(self, key: impl Into<rt::Secret>) -> Self {
        Self(self.0.credential(&KEY, key))
    }

    /// Sets the credential `User`, which is sent in the header `Authorization`, as `Basic`.
    pub fn user(
        self,
        username: impl Into<String>,
        password: impl Into<rt::Secret>,
    ) -> Self {
        Self(self.0.basic(&USER, username, password))
    }

    /// Sets the credential `Query`, which is sent in the query parameter `key`.
    pub fn query(self, query: impl Into<rt::Secret>) -> Self {
        Self(self.0.credential(&QUERY, query))
    }

    /// Sets the credential `Cookie`, which is sent in the cookie `visit`.
    pub fn cookie(self, cookie: impl Into<rt::Secret>) -> Self {
        Self(self.0.credential(&COOKIE, cookie))
    }
}

rt::client_builder! {
    ClientBuilder for Client;
}

static CLIENT: rt::ClientSpec = rt::ClientSpec {
    user_agent: concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")),
    variables: &[
        rt::Variable {
            name: "region",
            env: None,
            default: Some("eu"),
        },
        rt::Variable {
            name: "stage",
            env: None,
            default: Some("v1"),
        },
    ],
    credentials: &[&KEY, &USER, &QUERY, &COOKIE],
    needs: &[&[]],
};

pub(super) static KEY: rt::Credential = rt::Credential {
    scheme: "Key",
    place: rt::SecretPlace::Header,
    name: "X-Key",
    env: None,
};

pub(super) static USER: rt::Credential = rt::Credential {
    scheme: "User",
    place: rt::SecretPlace::Basic,
    name: "Authorization",
    env: None,
};

pub(super) static QUERY: rt::Credential = rt::Credential {
    scheme: "Query",
    place: rt::SecretPlace::Query,
    name: "key",
    env: None,
};

pub(super) static COOKIE: rt::Credential = rt::Credential {
    scheme: "Cookie",
    place: rt::SecretPlace::Cookie,
    name: "visit",
    env: None,
};
