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
    /// - `key`: From the ticket office.
    ///
    /// # Servers
    ///
    /// The first of a document is called unless [`server`](rt::ClientBuilder::server) chooses another of
    /// these; [`base_url`](rt::ClientBuilder::base_url) names any other host:
    ///
    /// - `api::servers::ZOO_ITSELF`, `https://{region}.zoo.example/{stage}`: The zoo itself.
    /// - `api::servers::FOR_TRYING_THINGS_OUT`, `https://test.zoo.example`: For trying things out.
    ///
    /// Variables of the servers' URLs, for [`server_variable`](rt::ClientBuilder::server_variable):
    ///
    /// - `region`, which is `eu` unless set: Where the animals live.
    /// - `stage`, which is `v1` unless set
    pub fn builder(key: impl Into<rt::Secret>) -> rt::ClientBuilder<Self> {
        rt::ClientBuilder::new(&CLIENT).credential("Key", key)
    }

    /// Begins a client with other credentials; all else is as for [`builder`](Self::builder).
    ///
    /// # Arguments
    ///
    /// - `username`: Name of the user.
    /// - `password`
    pub fn builder_with_user(
        username: impl Into<String>,
        password: impl Into<rt::Secret>,
    ) -> rt::ClientBuilder<Self> {
        rt::ClientBuilder::new(&CLIENT_WITH_USER).basic("User", username, password)
    }

    /// Begins a client with other credentials; all else is as for [`builder`](Self::builder).
    ///
    /// # Arguments
    ///
    /// - `query`
    /// - `cookie`
    pub fn builder_with_query_and_cookie(
        query: impl Into<rt::Secret>,
        cookie: impl Into<rt::Secret>,
    ) -> rt::ClientBuilder<Self> {
        rt::ClientBuilder::new(&CLIENT_WITH_QUERY_AND_COOKIE)
            .credential("Query", query)
            .credential("Cookie", cookie)
    }

    /// Begins a client without credentials; all else is as for [`builder`](Self::builder).
    pub fn builder_without_credentials() -> rt::ClientBuilder<Self> {
        rt::ClientBuilder::new(&CLIENT_WITHOUT_CREDENTIALS)
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

const VARIABLES: &[rt::Variable] = &[
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
];

static CLIENT: rt::ClientSpec = rt::ClientSpec {
    variables: VARIABLES,
    credentials: &[
        rt::Credential {
            scheme: "Key",
            place: rt::SecretPlace::Header,
            name: "X-Key",
            env: None,
        },
    ],
};

static CLIENT_WITH_USER: rt::ClientSpec = rt::ClientSpec {
    variables: VARIABLES,
    credentials: &[
        rt::Credential {
            scheme: "User",
            place: rt::SecretPlace::Basic,
            name: "Authorization",
            env: None,
        },
    ],
};

static CLIENT_WITH_QUERY_AND_COOKIE: rt::ClientSpec = rt::ClientSpec {
    variables: VARIABLES,
    credentials: &[
        rt::Credential {
            scheme: "Query",
            place: rt::SecretPlace::Query,
            name: "key",
            env: None,
        },
        rt::Credential {
            scheme: "Cookie",
            place: rt::SecretPlace::Cookie,
            name: "visit",
            env: None,
        },
    ],
};

static CLIENT_WITHOUT_CREDENTIALS: rt::ClientSpec = rt::ClientSpec {
    variables: VARIABLES,
    credentials: &[],
};
