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

/// Whether connections can be encrypted.
const TLS: bool = cfg!(any(feature = "rustls", feature = "rustls-no-provider"));

/// Why nothing is sent without it.
const NO_TLS: &str = "this program has no TLS: enable the feature `rustls` of the client's crate, or pass an `HttpClient` \
                      from a builder of your own";

/// What would be a panic of the HTTP client.
#[cfg(all(feature = "rustls-no-provider", not(feature = "rustls")))]
const NO_PROVIDER: &str = "no provider of cryptography is installed: call `install_default` of one, such as \
                           `rustls::crypto::ring::default_provider()`, before a client is built, or enable the feature \
                           `rustls` of the client's crate";

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
///
/// Certificates are checked as the system does. With the feature `rustls`, the cryptography is that of aws-lc-rs, unless
/// the program has installed another provider; with `rustls-no-provider` it has to. Without either there is no TLS.
#[derive(Clone)]
pub struct HttpClient(Pool);

#[derive(Clone)]
enum Pool {
    Own(Arc<Own>),
    Given(reqwest::Client),
}

/// Certificates are read when they are first needed: that takes a while, and a system may have none.
#[derive(Default)]
struct Own {
    /// Plain HTTP to this machine.
    plain: LazyClient,
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
    /// When TLS cannot be set up, or when the program has to install a provider of cryptography and has not.
    pub fn new() -> Result<Self, Error> {
        let own = Own::default();
        lazy(&own.plain, plain)?;
        Ok(Self(Pool::Own(Arc::new(own))))
    }

    /// A pool without connections, for a client whose requests are answered by a script.
    pub(crate) fn unused() -> Self {
        Self(Pool::Own(Arc::default()))
    }

    /// Creates a pool with settings of your own: a proxy, certificates, limits, another TLS.
    ///
    /// # Errors
    /// When the settings are not valid, or when the program has to install a provider of cryptography and has not.
    pub fn from_builder(builder: ClientBuilder) -> Result<Self, Error> {
        has_provider().map_err(Error::configuration)?;
        build(builder).map(|client| Self(Pool::Given(client))).map_err(Error::http_client)
    }

    /// Checks that calls to this URL, or to any host if there is none, can be sent.
    pub(crate) fn check(&self, base_url: Option<&str>) -> Result<(), Error> {
        match (&self.0, base_url.and_then(|url| Url::parse(url).ok())) {
            (_, Some(url)) => self.client(&url).map(drop),
            (Pool::Own(_), None) if !TLS => Err(Error::configuration(NO_TLS)),
            (Pool::Own(own), None) => lazy(&own.remote, settings).map(drop),
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
            Pool::Own(_) if !TLS && url.scheme() == "https" => Err(Error::configuration(NO_TLS)),
            Pool::Own(own) if !url.host_str().is_some_and(is_this_machine) => lazy(&own.remote, settings),
            // A proxy would see the token in plain text.
            Pool::Own(own) if url.scheme() == "http" => lazy(&own.plain, plain),
            Pool::Own(own) => lazy(&own.local, || settings().no_proxy()),
        }
    }
}

fn settings() -> ClientBuilder {
    reqwest::Client::builder().connect_timeout(CONNECT_TIMEOUT).pool_idle_timeout(IDLE_TIMEOUT)
}

/// Without certificates, which take a while to read.
fn plain() -> ClientBuilder {
    let settings = settings().no_proxy();
    #[cfg(any(feature = "rustls", feature = "rustls-no-provider"))]
    let settings = settings.tls_certs_only([]);
    settings
}

/// Content codings are not left to the HTTP client: see [`coding`].
fn build(builder: ClientBuilder) -> reqwest::Result<reqwest::Client> {
    builder.redirect(Policy::none()).referer(false).no_gzip().build()
}

fn lazy(client: &LazyClient, settings: impl FnOnce() -> ClientBuilder) -> Result<&reqwest::Client, Error> {
    let built = client.get_or_init(|| {
        has_provider()?;
        build(settings()).map_err(|error| setup_reason(&error))
    });
    built.as_ref().map_err(|reason| Error::configuration(reason.clone()))
}

/// Whether TLS has its cryptography. What else is in the program makes no difference: the features of the HTTP client
/// itself are those of all crates together.
fn has_provider() -> Result<(), String> {
    #[cfg(all(feature = "rustls-no-provider", not(feature = "rustls")))]
    if rustls::crypto::CryptoProvider::get_default().is_none() {
        return Err(NO_PROVIDER.to_owned());
    }
    Ok(())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(not(feature = "rustls"))]
    const REMOTE: &str = "https://pets.example/";

    #[cfg(feature = "rustls")]
    #[test]
    fn tls_needs_nothing_else() {
        assert!(HttpClient::new().unwrap().check(Some("https://127.0.0.1/")).is_ok());
    }

    #[cfg(all(feature = "rustls-no-provider", not(feature = "rustls")))]
    #[test]
    fn a_missing_provider_is_an_error_until_there_is_one() {
        let settings = || reqwest::Client::builder().tls_certs_only([]);
        for error in [HttpClient::new().unwrap_err(), HttpClient::from_builder(settings()).unwrap_err()] {
            assert!(error.to_string().contains("`rustls::crypto::ring::default_provider()`"), "{error}");
        }
        assert!(HttpClient::unused().check(Some(REMOTE)).is_err());
        rustls::crypto::aws_lc_rs::default_provider().install_default().unwrap();
        assert!(HttpClient::new().unwrap().check(Some("https://127.0.0.1/")).is_ok());
        assert!(HttpClient::from_builder(settings()).is_ok());
    }

    #[cfg(not(any(feature = "rustls", feature = "rustls-no-provider")))]
    #[test]
    fn without_tls_only_plain_calls_are_sent() {
        let client = HttpClient::new().unwrap();
        for url in [Some(REMOTE), Some("https://127.0.0.1/"), None] {
            let error = client.check(url).unwrap_err();
            assert!(error.to_string().contains("enable the feature `rustls`"), "{error}");
        }
        for url in ["http://pets.example/", "http://127.0.0.1/"] {
            assert!(client.check(Some(url)).is_ok(), "{url}");
        }
        assert!(HttpClient::from_builder(reqwest::Client::builder()).unwrap().check(Some(REMOTE)).is_ok());
    }
}
