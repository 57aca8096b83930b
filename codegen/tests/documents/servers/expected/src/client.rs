// @generated from api.yaml, also-night.yaml by `cargo xtask generate`: change that, not this.

//! The client, with the servers and credentials that the documents name.

use super::api;
use super::also_night;
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
    /// # Servers
    ///
    /// The first of a document is called unless [`server`](rt::ClientBuilder::server) chooses another of
    /// these; [`base_url`](rt::ClientBuilder::base_url) names any other host:
    ///
    /// - `api::servers::PRODUCTION`, `https://api.zoo.example/v1`: Production
    /// - `api::servers::SANDBOX`, `https://{region}.sandbox.zoo.example/{stage}`: The sandbox server
    /// - `api::servers::API_ZOO_EXAMPLE_V1_BETA`, `https://api.zoo.example/v1/beta`: For trials of what
    ///   is to come, and of nothing that matters to anybody.
    /// - `also_night::servers::NIGHT_ZOO_EXAMPLE_N1`, `https://night.zoo.example/n1`
    /// - `also_night::servers::DUSK_ZOO_EXAMPLE_N1`, `https://dusk.zoo.example/n1`
    ///
    /// Variables of the servers' URLs, for [`server_variable`](rt::ClientBuilder::server_variable):
    ///
    /// - `zone`, which is `eu` unless set
    pub fn builder() -> rt::ClientBuilder<Self> {
        rt::ClientBuilder::new(&CLIENT)
    }

    /// Servers to choose
    #[inline]
    #[must_use]
    pub fn api(&self) -> api::Api<'_> {
        api::Api::new(&self.core)
    }

    /// Servers of the night
    #[inline]
    #[must_use]
    pub fn also_night(&self) -> also_night::AlsoNight<'_> {
        also_night::AlsoNight::new(&self.core)
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
            name: "zone",
            env: None,
            default: Some("eu"),
        },
    ],
    credentials: &[],
    needs: &[],
};
