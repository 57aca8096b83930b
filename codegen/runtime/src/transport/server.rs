//! The servers of an API, and their URLs.

use std::sync::{Mutex, PoisonError};

use reqwest::Url;

use crate::{
    transport::error::Error,
    types::value::{self, Segment},
    wire::spec::{Operation, Variable},
};

/// A server of a document, for [`ClientBuilder::server`](crate::ClientBuilder::server). The module of a document with
/// several servers has a constant for each, such as `servers::SANDBOX`.
#[derive(Clone, Copy, Debug)]
pub struct Server {
    api: &'static str,
    url: &'static str,
    variables: &'static [Variable],
}

impl Server {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(api: &'static str, url: &'static str, variables: &'static [Variable]) -> Self {
        Self { api, url, variables }
    }

    /// Returns the URL as the document has it, with `{variables}`.
    #[must_use]
    pub fn url(&self) -> &'static str {
        self.url
    }

    /// Returns the name of the document.
    pub(crate) fn api(&self) -> &'static str {
        self.api
    }

    pub(crate) fn variables(&self) -> &'static [Variable] {
        self.variables
    }
}

/// The servers of a client. Parsed URLs are cached, because parsing takes longer than building the rest of a URL.
pub(crate) struct Servers {
    /// Replaces scheme and host of the URLs of the servers; without a trailing slash.
    pub(crate) base_url: Option<String>,
    /// The variables that were set.
    pub(crate) variables: Vec<(&'static str, String)>,
    /// All variables, with their defaults.
    all: &'static [Variable],
    /// The servers that were chosen, at most one for each document.
    chosen: Vec<Server>,
    /// The parsed URLs, without a trailing slash.
    known: Mutex<Vec<(&'static str, Url)>>,
}

impl Servers {
    pub(crate) fn new(
        base_url: Option<String>,
        variables: Vec<(&'static str, String)>,
        all: &'static [Variable],
        chosen: Vec<Server>,
    ) -> Self {
        Self { base_url, variables, all, chosen, known: Mutex::default() }
    }

    /// Returns the URL of `target`, a path with a query, both percent-encoded, on the server of `operation`.
    pub(crate) fn url(&self, operation: &'static Operation, target: &str, own: Own<'_>) -> Result<Url, Error> {
        let mut url = self.of(operation, own)?;
        let (path, query) = match target.split_once('?') {
            Some((path, query)) => (path, Some(query)),
            None => (target, None),
        };
        url.set_path(&[url.path().trim_end_matches('/'), path].concat());
        url.set_query(query);
        Ok(url)
    }

    /// Returns the URL of the server of `operation`.
    pub(crate) fn of(&self, operation: &'static Operation, own: Own<'_>) -> Result<Url, Error> {
        let chosen = self.chosen.iter().find(|server| server.api() == operation.api.name);
        let (server, defaults) = match (operation.server, chosen) {
            (Some(server), _) => (server, self.all),
            (None, Some(chosen)) => (chosen.url(), chosen.variables()),
            (None, None) => (operation.api.server, self.all),
        };
        if !own.is_empty() {
            return self.parse(server, defaults, own);
        }
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, url)) = known.iter().find(|(known, _)| std::ptr::eq(*known, server)) {
            return Ok(url.clone());
        }
        let url = self.parse(server, defaults, own)?;
        known.push((server, url.clone()));
        Ok(url)
    }

    /// Parses the URL of a server. A variable of the call takes precedence over one of the client, and that over a
    /// default.
    fn parse(&self, server: &str, defaults: &[Variable], own: Own<'_>) -> Result<Url, Error> {
        let variable = |name: &str| {
            let set = own.iter().chain(&self.variables).find(|(known, _)| *known == name);
            let default = || defaults.iter().find(|variable| variable.name == name)?.default;
            set.map(|(_, value)| value.as_str()).or_else(default).map(Segment::Text)
        };
        let template = if self.base_url.is_some() { path_of(server) } else { server.trim_end_matches('/') };
        let text = value::expand(template, variable)
            .map_err(|name| Error::configuration(format!("the server's URL needs a value for `{name}`")))?;
        let url = match &self.base_url {
            Some(base) => Url::parse(base).ok().map(|base| joined(base, &text)),
            None => Url::parse(&text).ok(),
        };
        url.filter(Url::has_host).ok_or_else(|| {
            // The URL may be relative to that of the document, which is unknown here.
            let help = if text.contains("://") { "" } else { "; set `base_url`, which it is relative to" };
            Error::configuration(format!("the server's URL is not valid: {server}{help}"))
        })
    }
}

/// The variables that one call sets.
type Own<'a> = &'a [(&'static str, String)];

/// Appends the path of a server to a base URL, unless it ends with that path already.
fn joined(base: Url, path: &str) -> Url {
    let mut url = base.clone();
    url.set_path(path);
    let segments = |url: &Url| -> Vec<String> {
        url.path().split('/').filter(|segment| !segment.is_empty()).map(str::to_owned).collect()
    };
    if segments(&base).ends_with(&segments(&url)) {
        return base;
    }
    url.set_path(&[base.path().trim_end_matches('/'), url.path()].concat());
    url
}

/// Returns the path of a URL, without a trailing slash. A URL without a host is all path.
fn path_of(server: &str) -> &str {
    let path = match server.split_once("://") {
        Some((_, rest)) => rest.find('/').map_or("", |start| rest.split_at(start).1),
        None => server,
    };
    path.trim_end_matches('/')
}
