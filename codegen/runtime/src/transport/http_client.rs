//! The HTTP connections of a client.

use std::{
    fmt,
    net::IpAddr,
    sync::{Arc, OnceLock},
    time::Duration,
};

use reqwest::{ClientBuilder, Request, Response, Url, redirect::Policy};

use crate::{
    transport::error::{Error, setup_reason},
    wire::coding,
};

/// How long a connection may take to open.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// How long an idle connection is kept. If the server closes it first, a request may be on its way just then: most servers
/// wait for a minute, some for 15 seconds.
const IDLE_TIMEOUT: Duration = Duration::from_secs(15);

/// A pool of HTTP connections. Cloning it is cheap, and any number of clients can share it.
///
/// It follows no redirect by itself: a client decides where its token may go.
///
/// A proxy that the environment names (`HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY`, with the exceptions in `NO_PROXY`) is
/// used, but never for this machine (`localhost` and loopback addresses). With settings of your own
/// ([`from_builder`](Self::from_builder)) only these apply.
#[derive(Clone)]
pub struct HttpClient(Pool);

#[derive(Clone)]
enum Pool {
    Own(Arc<Own>),
    Given(reqwest::Client),
}

/// Certificates are read when they are first needed: that takes a while, and a system may have none.
struct Own {
    /// Plain HTTP to this machine.
    plain: reqwest::Client,
    /// TLS to this machine, past any proxy.
    local: LazyClient,
    /// Everything else.
    remote: LazyClient,
}

/// A client that is built when it is first needed, or why it cannot be.
type LazyClient = OnceLock<Result<reqwest::Client, String>>;

impl HttpClient {
    /// Creates a pool. The certificates that the system trusts are read when they are first needed.
    ///
    /// # Errors
    /// When TLS cannot be set up.
    pub fn new() -> Result<Self, Error> {
        let plain = build(settings().no_proxy().tls_certs_only([])).map_err(Error::http_client)?;
        Ok(Self(Pool::Own(Arc::new(Own { plain, local: LazyClient::new(), remote: LazyClient::new() }))))
    }

    /// Creates a pool with settings of your own: a proxy, certificates, limits.
    ///
    /// # Errors
    /// When the settings are not valid.
    pub fn from_builder(builder: ClientBuilder) -> Result<Self, Error> {
        build(builder).map(|client| Self(Pool::Given(client))).map_err(Error::http_client)
    }

    /// Checks that calls to this URL, or to any host if there is none, can be sent.
    pub(crate) fn check(&self, base_url: Option<&str>) -> Result<(), Error> {
        match (&self.0, base_url.and_then(|url| Url::parse(url).ok())) {
            (_, Some(url)) => self.client(&url).map(drop),
            (Pool::Own(own), None) => lazy(&own.remote, settings()).map(drop),
            (Pool::Given(_), None) => Ok(()),
        }
    }

    /// Sends a request, and waits for the head of the response.
    pub(crate) async fn execute(&self, mut request: Request) -> Result<Response, Error> {
        let client = self.client(request.url())?;
        coding::accept(request.headers_mut());
        let response = client.execute(request).await.map_err(|error| Error::http(error, None))?;
        Ok(coding::decoded(response))
    }

    fn client(&self, url: &Url) -> Result<&reqwest::Client, Error> {
        match &self.0 {
            Pool::Given(client) => Ok(client),
            Pool::Own(own) if !url.host_str().is_some_and(is_this_machine) => lazy(&own.remote, settings()),
            // A proxy would see the token in plain text.
            Pool::Own(own) if url.scheme() == "http" => Ok(&own.plain),
            Pool::Own(own) => lazy(&own.local, settings().no_proxy()),
        }
    }
}

fn settings() -> ClientBuilder {
    reqwest::Client::builder().connect_timeout(CONNECT_TIMEOUT).pool_idle_timeout(IDLE_TIMEOUT)
}

/// Content codings are not left to the HTTP client: see [`coding`].
fn build(builder: ClientBuilder) -> reqwest::Result<reqwest::Client> {
    builder.redirect(Policy::none()).referer(false).no_gzip().build()
}

fn lazy(client: &LazyClient, settings: ClientBuilder) -> Result<&reqwest::Client, Error> {
    let built = client.get_or_init(|| build(settings).map_err(|error| setup_reason(&error)));
    built.as_ref().map_err(|reason| Error::configuration(reason.clone()))
}

/// Shows nothing: default headers may hold credentials.
impl fmt::Debug for HttpClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpClient").finish_non_exhaustive()
    }
}

pub(crate) fn is_this_machine(host: &str) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || address.parse().is_ok_and(|address: IpAddr| address.is_loopback())
}
