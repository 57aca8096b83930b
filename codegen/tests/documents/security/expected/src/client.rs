// @generated from api.yaml, also-partners.yaml by `cargo xtask generate`: change that, not this.

//! The client, with the servers and credentials that the documents name.

use super::api;
use super::also_partners;
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
    /// - `api_ticket`: From the ticket office.
    /// - `badge`
    /// - `visitor`
    /// - `code`
    /// - `timeout2`
    /// - `day`
    /// - `browser`
    /// - `also_partners_ticket`
    ///
    /// Variables of the servers' URLs, for [`server_variable`](ClientBuilder::server_variable):
    ///
    /// - `home`, which is `80` unless set
    /// - `abroad`, which is `80` unless set
    pub fn builder() -> ClientBuilder {
        ClientBuilder(rt::ClientBuilder::new(&CLIENT))
    }

    /// Creates a client from the environment variables `ZOO_HOME`, `ZOO_ABROAD`, and as far as they are
    /// set: `ZOO_TICKET`, `ZOO_BADGE`.
    ///
    /// # Errors
    ///
    /// A value cannot be used, or too few are set: no operation could be called.
    pub fn from_env() -> Result<Self, rt::Error> {
        rt::ClientBuilder::from_env(&CLIENT)?.build()
    }

    /// Every way to ask for credentials.
    #[inline]
    #[must_use]
    pub fn api(&self) -> api::Api<'_> {
        api::Api::new(&self.core)
    }

    /// Somewhere else, with a ticket of its own.
    #[inline]
    #[must_use]
    pub fn also_partners(&self) -> also_partners::AlsoPartners<'_> {
        also_partners::AlsoPartners::new(&self.core)
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
    /// Sets the credential `Ticket`, which is sent in the header `X-Ticket`.
    ///
    /// From the ticket office.
    pub fn api_ticket(self, api_ticket: impl Into<rt::Secret>) -> Self {
        Self(self.0.credential(&TICKET, api_ticket))
    }

    /// Sets the credential `Badge`, which is sent in the header `Authorization`, behind `Bearer`.
    pub fn badge(self, badge: impl Into<rt::Secret>) -> Self {
        Self(self.0.credential(&BADGE, badge))
    }

    /// Sets the credential `Visitor`, which is sent in the header `Authorization`, as `Basic`.
    pub fn visitor(
        self,
        username: impl Into<String>,
        password: impl Into<rt::Secret>,
    ) -> Self {
        Self(self.0.basic(&VISITOR, username, password))
    }

    /// Sets the credential `Code`, which is sent in the query parameter `code`.
    pub fn code(self, code: impl Into<rt::Secret>) -> Self {
        Self(self.0.credential(&CODE, code))
    }

    /// Sets the credential `Visit`, which is sent in the cookie `visit`.
    pub fn timeout2(self, timeout2: impl Into<rt::Secret>) -> Self {
        Self(self.0.credential(&TIMEOUT, timeout2))
    }

    /// Sets the credential `Day`, which is sent in the cookie `day`.
    pub fn day(self, day: impl Into<rt::Secret>) -> Self {
        Self(self.0.credential(&DAY, day))
    }

    /// Sets the credential `Browser`, which is sent in the header `Authorization`, behind `Bearer`.
    pub fn browser(self, browser: impl Into<rt::Secret>) -> Self {
        Self(self.0.credential(&BROWSER, browser))
    }

    /// Sets the credential `Ticket`, which is sent in the header `X-Ticket`.
    pub fn also_partners_ticket(
        self,
        also_partners_ticket: impl Into<rt::Secret>,
    ) -> Self {
        Self(self.0.credential(&TICKET2, also_partners_ticket))
    }
}

rt::client_builder! {
    ClientBuilder for Client;
}

static CLIENT: rt::ClientSpec = rt::ClientSpec {
    user_agent: concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")),
    variables: &[
        rt::Variable {
            name: "home",
            env: Some("ZOO_HOME"),
            default: Some("80"),
        },
        rt::Variable {
            name: "abroad",
            env: Some("ZOO_ABROAD"),
            default: Some("80"),
        },
    ],
    credentials: &[&TICKET, &BADGE, &VISITOR, &CODE, &TIMEOUT, &DAY, &BROWSER, &TICKET2],
    needs: &[&[]],
};

pub(super) static TICKET: rt::Credential = rt::Credential {
    scheme: "Ticket",
    place: rt::SecretPlace::Header,
    name: "X-Ticket",
    env: Some("ZOO_TICKET"),
};

pub(super) static BADGE: rt::Credential = rt::Credential {
    scheme: "Badge",
    place: rt::SecretPlace::Bearer,
    name: "Authorization",
    env: Some("ZOO_BADGE"),
};

pub(super) static VISITOR: rt::Credential = rt::Credential {
    scheme: "Visitor",
    place: rt::SecretPlace::Basic,
    name: "Authorization",
    env: None,
};

pub(super) static CODE: rt::Credential = rt::Credential {
    scheme: "Code",
    place: rt::SecretPlace::Query,
    name: "code",
    env: None,
};

pub(super) static TIMEOUT: rt::Credential = rt::Credential {
    scheme: "Visit",
    place: rt::SecretPlace::Cookie,
    name: "visit",
    env: None,
};

pub(super) static DAY: rt::Credential = rt::Credential {
    scheme: "Day",
    place: rt::SecretPlace::Cookie,
    name: "day",
    env: None,
};

pub(super) static BROWSER: rt::Credential = rt::Credential {
    scheme: "Browser",
    place: rt::SecretPlace::Bearer,
    name: "Authorization",
    env: None,
};

pub(super) static TICKET2: rt::Credential = rt::Credential {
    scheme: "Ticket",
    place: rt::SecretPlace::Header,
    name: "X-Ticket",
    env: None,
};
