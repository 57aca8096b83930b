//! Builds a client.

mod credentials;
mod environment;
mod server;

use std::{fmt, marker::PhantomData, sync::Arc, time::Duration};

use reqwest::{Url, header::HeaderValue};

use crate::{
    transport::{
        call_event::{CallEvent, OnEvent},
        core::{Core, FromCore, Shared},
        drift_report::{DriftReport, OnDrift},
        error::Error,
        http_client::{HttpClient, is_this_machine},
        layer::Layer,
        limiter::Limiter,
        pacing::Pacing,
        redirect::RedirectPolicy,
        retry::RetryPolicy,
        server::{Server, Servers},
    },
    types::secret::Secret,
    wire::spec::{ClientSpec, Credential},
};

/// How long an attempt may take, up to the last byte of the response.
const TIMEOUT: Duration = Duration::from_secs(60);
/// How long a call may take with everything that it waits for: several windows of a quota.
const TOTAL_TIMEOUT: Duration = Duration::from_secs(600);
/// The maximum size of a response.
const MAX_BODY: usize = 64 << 20;
/// How many calls run at the same time.
const CONCURRENCY: usize = 32;

/// Builds a client: `Client::builder(…).build()?`.
///
/// Problems with the settings are reported by [`build`](Self::build).
#[derive(Clone)]
#[must_use = "builders do nothing until `build` is called"]
pub struct ClientBuilder<C> {
    spec: &'static ClientSpec,
    variables: Vec<(&'static str, String)>,
    credentials: Vec<(&'static Credential, Secret)>,
    /// Variables of servers that may be chosen later.
    other_variables: Vec<(String, String)>,
    servers: Vec<Server>,
    base_url: Option<String>,
    timeout: Duration,
    total_timeout: Duration,
    max_body: usize,
    concurrency: usize,
    pacing: Pacing,
    retry: RetryPolicy,
    redirect: RedirectPolicy,
    user_agent: String,
    http_client: Option<HttpClient>,
    layers: Vec<Arc<dyn Layer>>,
    on_drift: Option<OnDrift>,
    on_event: Option<OnEvent>,
    lenient: bool,
    /// Below all layers, instead of the HTTP client.
    script: Option<Arc<dyn Layer>>,
    client: PhantomData<fn() -> C>,
}

impl<C> ClientBuilder<C> {
    #[doc(hidden)]
    pub fn new(spec: &'static ClientSpec) -> Self {
        Self {
            spec,
            variables: Vec::new(),
            credentials: Vec::new(),
            other_variables: Vec::new(),
            servers: Vec::new(),
            base_url: None,
            timeout: TIMEOUT,
            total_timeout: TOTAL_TIMEOUT,
            max_body: MAX_BODY,
            concurrency: CONCURRENCY,
            pacing: Pacing::new(),
            retry: RetryPolicy::new(),
            redirect: RedirectPolicy::default(),
            user_agent: spec.user_agent.to_owned(),
            http_client: None,
            layers: Vec::new(),
            on_drift: None,
            on_event: None,
            lenient: false,
            script: None,
            client: PhantomData,
        }
    }

    #[doc(hidden)]
    pub fn variable(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.variables.retain(|(known, _)| *known != name);
        self.variables.push((name, value.into()));
        self
    }

    /// Sets one of the specification's credentials.
    #[doc(hidden)]
    pub fn credential(mut self, credential: &'static Credential, value: impl Into<Secret>) -> Self {
        self.credentials.retain(|(known, _)| !std::ptr::eq(*known, credential));
        self.credentials.push((credential, value.into()));
        self
    }

    /// Sets one of the specification's credentials that is a user name and a password.
    #[doc(hidden)]
    pub fn basic(self, credential: &'static Credential, user: impl Into<String>, password: impl Into<Secret>) -> Self {
        let (user, password) = (user.into(), password.into());
        self.credential(credential, format!("{user}:{}", password.expose()))
    }

    /// Sets a variable of the server URLs that has a default. An unknown name is an error of [`build`](Self::build).
    pub fn server_variable(mut self, name: &str, value: impl Into<String>) -> Self {
        match self.spec.variables.iter().find(|variable| variable.name == name) {
            Some(variable) => self.variable(variable.name, value),
            None => {
                self.other_variables.retain(|(known, _)| known != name);
                self.other_variables.push((name.to_owned(), value.into()));
                self
            }
        }
    }

    /// Sends the calls to another host: the URL replaces scheme and host of the API's servers. The path of a server is
    /// appended, unless the URL ends with that path already, segment by segment:
    ///
    /// | base URL | path of the server | calls go to |
    /// |:--|:--|:--|
    /// | `https://proxy.example` | `/v1` | `https://proxy.example/v1` |
    /// | `https://proxy.example/v1` | `/v1` | `https://proxy.example/v1` |
    /// | `https://proxy.example/team` | `/v1` | `https://proxy.example/team/v1` |
    /// | `https://proxy.example/team/v1/` | `/v1` | `https://proxy.example/team/v1` |
    /// | `https://proxy.example/v1/team` | `/v1` | `https://proxy.example/v1/team/v1` |
    /// | `https://proxy.example/team` | none | `https://proxy.example/team` |
    ///
    /// Plain HTTP is allowed only to this machine, because the token is sent along.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some(url.into());
        self
    }

    /// Sets how long an attempt may take, including the body of the response; 60 seconds by default. Waiting for the
    /// rate limit, for other calls or before a retry does not count.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// Sets how long a call may take, with all its attempts and everything that it waits for; ten minutes by default.
    pub fn total_timeout(mut self, timeout: Duration) -> Self {
        self.total_timeout = timeout;
        self
    }

    /// Sets the maximum size of the body of a response in bytes, also after decompression; 64 MiB by default.
    pub fn max_body_size(mut self, bytes: usize) -> Self {
        self.max_body = bytes;
        self
    }

    /// Sets how many calls run at the same time, over all clones of the client; 32 by default. If the API allows fewer
    /// calls of an operation, that limit applies as well.
    pub fn max_concurrency(mut self, calls: usize) -> Self {
        self.concurrency = calls;
        self
    }

    /// Sets whether calls wait for the rate limit; by default they do.
    pub fn pacing(mut self, pacing: Pacing) -> Self {
        self.pacing = pacing;
        self
    }

    /// Sets how often failed calls are retried; [`RetryPolicy::new`] by default.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = policy;
        self
    }

    /// Sets which redirects are followed; [`RedirectPolicy::SameOrigin`] by default.
    pub fn redirect(mut self, policy: RedirectPolicy) -> Self {
        self.redirect = policy;
        self
    }

    /// Sets whether responses that violate the specification are decoded as far as possible. By default they are not:
    /// they fail the call, and the error says where they are wrong.
    ///
    /// A `null` in a field that is not nullable is read as the empty value (an empty string, 0, `false`, an empty
    /// array), and is reported as [`DriftKind::NullValue`](crate::DriftKind::NullValue). Whatever else is wrong costs
    /// the innermost array element that it is in, such as one toy of a pet: the element is in
    /// [`Response::rejected`](crate::Response::rejected), and is reported as
    /// [`DriftKind::RejectedItem`](crate::DriftKind::RejectedItem). Only a violation outside of all arrays fails the
    /// call.
    pub fn lenient(mut self, lenient: bool) -> Self {
        self.lenient = lenient;
        self
    }

    /// Sets the `User-Agent` of the calls; by default the name and version of the crate that describes the API.
    pub fn user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.user_agent = user_agent.into();
        self
    }

    /// Uses the connections of another client, which may belong to another account.
    pub fn http_client(mut self, http_client: HttpClient) -> Self {
        self.http_client = Some(http_client);
        self
    }

    /// Adds a layer around every HTTP request. The first one added is the outermost.
    pub fn layer(mut self, layer: impl Layer) -> Self {
        self.layers.push(Arc::new(layer));
        self
    }

    /// Sets a callback for what responses hold beyond the specification. It is called once for each response with drift,
    /// including errors, but not for attempts that are followed by a retry.
    ///
    /// It runs before the call returns, on the task that awaits the call, so it should be quick, and a panic in it is a
    /// panic of that task. A later callback replaces an earlier one.
    ///
    /// ```
    /// # mod zoo { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/zoo.rs")); }
    /// # use zoo::Client;
    /// # fn main() -> Result<(), openapi_client_runtime::Error> {
    /// let client = Client::builder("token")
    ///     .on_drift(|report| {
    ///         for drift in report.drift() {
    ///             // v1.pets.list: Pet: unknown field "nickname" at /data/0/nickname
    ///             eprintln!("{}: {drift}", report.operation());
    ///         }
    ///     })
    ///     .build()?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn on_drift(mut self, tell: impl Fn(&DriftReport<'_>) + Send + Sync + 'static) -> Self {
        self.on_drift = Some(Arc::new(tell));
        self
    }

    /// Sets a callback for what happens to calls: that one waits for more than a second, that one is retried, that an
    /// attempt is over, and that a call is. It is made for metrics; logs are easier with the feature `tracing`.
    ///
    /// It runs on the task that awaits the call, so it should be quick, and a panic in it is a panic of that task. A
    /// call that is invalid has no events, and one that is dropped no further ones. A later callback replaces an
    /// earlier one.
    ///
    /// ```
    /// use openapi_client_runtime::CallEventKind::{Completed, Retrying, Waiting};
    /// # mod zoo { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/zoo.rs")); }
    /// # use zoo::Client;
    /// # fn count(_: &str, _: &str, _: &str) {}
    /// # fn main() -> Result<(), openapi_client_runtime::Error> {
    /// let client = Client::builder("token")
    ///     .on_event(|event| match event.kind() {
    ///         Waiting { reason, expected: Some(time), .. } => {
    ///             // v1.pets.list waits 7.5s: quota
    ///             eprintln!("{} waits {time:.1?}: {}", event.operation(), reason.as_str());
    ///         }
    ///         Retrying { .. } => count("retries", event.operation(), &event.error_type().unwrap_or_default()),
    ///         Completed { .. } => count("calls", event.operation(), &event.error_type().unwrap_or_default()),
    ///         _ => {}
    ///     })
    ///     .build()?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn on_event(mut self, tell: impl Fn(&CallEvent<'_>) + Send + Sync + 'static) -> Self {
        self.on_event = Some(Arc::new(tell));
        self
    }

    /// Sets a script that responds instead of the API, below all layers. Requires the feature `test-util`.
    #[cfg(feature = "test-util")]
    pub fn script(mut self, script: &crate::test_util::Script) -> Self {
        self.script = Some(Arc::new(script.clone()));
        self
    }
}

impl<C: FromCore> ClientBuilder<C> {
    /// Creates the client.
    ///
    /// # Errors
    /// When a setting is missing or malformed. The error never shows a credential.
    pub fn build(self) -> Result<C, Error> {
        self.check_complete()?;
        let credentials = credentials::collect(&self.credentials)?;
        let user_agent = self.user_agent_header()?;
        let variables = self.set_variables();
        let http_client = match (&self.script, self.http_client) {
            (Some(_), _) => HttpClient::unused(),
            (None, Some(shared)) => shared,
            (None, None) => HttpClient::new()?,
        };
        let invalid = |why: &str| Error::configuration(format!("the base URL {why}"));
        let base_url = self.base_url.as_deref().map(|url| check_base_url(url, invalid)).transpose()?;
        if self.script.is_none() {
            http_client.check(base_url.as_deref())?;
        }
        let servers = Servers::new(base_url, variables, self.spec.variables, self.servers);
        let shared = Shared {
            credentials,
            user_agent,
            servers,
            http: http_client,
            layers: self.layers.into_iter().chain(self.script).collect(),
            timeout: self.timeout,
            total_timeout: self.total_timeout,
            max_body: self.max_body,
            retry: self.retry,
            redirect: self.redirect,
            limiter: Limiter::new(self.concurrency, self.pacing),
            on_drift: self.on_drift,
            on_event: self.on_event,
            lenient: self.lenient,
        };
        Ok(C::from_core(Core::new(shared)))
    }
}

impl<C> ClientBuilder<C> {
    fn check_complete(&self) -> Result<(), Error> {
        self.check_variables()?;
        credentials::check(self.spec, &self.credentials)
    }

    fn user_agent_header(&self) -> Result<HeaderValue, Error> {
        HeaderValue::from_str(&self.user_agent)
            .map_err(|_| Error::configuration("the user agent has characters that no header can carry"))
    }
}

/// Shows neither credentials nor the values of variables.
impl<C> fmt::Debug for ClientBuilder<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("timeout", &self.timeout)
            .field("user_agent", &self.user_agent)
            .finish_non_exhaustive()
    }
}

/// Returns the base URL without a trailing slash. `invalid` creates the error from what is wrong with it.
fn check_base_url(text: &str, invalid: impl Fn(&str) -> Error) -> Result<String, Error> {
    let url = Url::parse(text).map_err(|_| invalid("is not a URL"))?;
    if !url.username().is_empty() || url.password().is_some() {
        return Err(invalid("must not hold a user name or password"));
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err(invalid("must not hold a query or fragment"));
    }
    match (url.scheme(), url.host_str()) {
        ("https", Some(_)) => {}
        ("http", Some(host)) if is_this_machine(host) => {}
        ("http", Some(_)) => return Err(invalid("must be https, except to this machine: the token is sent along")),
        _ => return Err(invalid("must be an https URL")),
    }
    Ok(url.as_str().trim_end_matches('/').to_owned())
}

#[cfg(test)]
mod tests;
