//! The HTTP connections under a client.

use std::{fmt, time::Duration};

use reqwest::redirect::Policy;

use crate::Error;

/// How long a connection may take to open.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// How long a connection is kept that nothing is sent over. Servers that close it first, after a minute as a rule and
/// after 15 seconds where they are small, may do so just when a request is on its way.
const IDLE_TIMEOUT: Duration = Duration::from_secs(15);

/// A pool of HTTP connections: cheap to clone, and shared by as many clients as one likes.
///
/// It follows no redirect by itself, whatever it is built from: a client decides where its token may go.
#[derive(Clone)]
pub struct HttpClient(reqwest::Client);

impl HttpClient {
    /// A new pool.
    ///
    /// # Errors
    /// When TLS cannot be set up.
    pub fn new() -> Result<Self, Error> {
        Self::from_builder(reqwest::Client::builder().connect_timeout(CONNECT_TIMEOUT).pool_idle_timeout(IDLE_TIMEOUT))
    }

    /// A pool with settings of one's own: a proxy, certificates, limits.
    ///
    /// # Errors
    /// When the settings do not work.
    pub fn from_builder(builder: reqwest::ClientBuilder) -> Result<Self, Error> {
        match builder.redirect(Policy::none()).referer(false).build() {
            Ok(client) => Ok(Self(client)),
            Err(error) => Err(Error::http_client(error)),
        }
    }

    /// A pool from which nothing is sent; without certificates it is made in no time, and on any machine.
    pub(crate) fn unused() -> Result<Self, Error> {
        Self::from_builder(reqwest::Client::builder().tls_certs_only([]))
    }

    pub(crate) fn into_inner(self) -> reqwest::Client {
        self.0
    }
}

/// Shows nothing: default headers may hold credentials.
impl fmt::Debug for HttpClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpClient").finish_non_exhaustive()
    }
}
