// @generated from api.json by `cargo xtask generate`: change that, not this.

//! The client, with the servers and credentials that the documents name.

use super::api;
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
    /// # Credentials
    ///
    /// Each has a setter. A call sends those that its operation requires, and no others:
    ///
    /// - `token`
    /// - `basic`
    pub fn builder() -> ClientBuilder {
        ClientBuilder(rt::ClientBuilder::new(&CLIENT))
    }

    /// Lamp
    #[inline]
    #[must_use]
    pub fn api(&self) -> api::Api<'_> {
        api::Api(&self.core)
    }

    /// Lamp
    #[inline]
    #[must_use]
    pub fn light(&self) -> api::light::LightApi<'_> {
        self.api().light()
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
    /// Sets the credential `Token`, which is sent in the header `Authorization`, behind `Bearer`.
    pub fn token(self, token: impl Into<rt::Secret>) -> Self {
        Self(self.0.credential(&TOKEN, token))
    }

    /// Sets the credential `Basic`, which is sent in the header `Authorization`, as `Basic`.
    pub fn basic(
        self,
        username: impl Into<String>,
        password: impl Into<rt::Secret>,
    ) -> Self {
        Self(self.0.basic(&BASIC, username, password))
    }
}

rt::client_builder! {
    ClientBuilder for Client;
}

static CLIENT: rt::ClientSpec = rt::ClientSpec {
    user_agent: concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")),
    variables: &[],
    credentials: &[&TOKEN, &BASIC],
    needs: &[&[&TOKEN], &[&BASIC]],
};

pub(super) static TOKEN: rt::Credential = rt::Credential {
    scheme: "Token",
    location: rt::CredentialLocation::Bearer,
    name: "Authorization",
    env: None,
};

pub(super) static BASIC: rt::Credential = rt::Credential {
    scheme: "Basic",
    location: rt::CredentialLocation::Basic,
    name: "Authorization",
    env: None,
};
