//! Where the operations of an API are.

use std::sync::{Mutex, PoisonError};

use reqwest::Url;

use super::{Operation, value, value::Segment};
use crate::Error;

/// The address of a client's servers; what is made of it is kept, for parsing it takes longer than the rest of a URL.
pub(crate) struct Servers {
    /// Stands for scheme and host of the servers' URLs; without a slash at its end.
    pub(super) base_url: Option<String>,
    pub(super) variables: Vec<(&'static str, String)>,
    /// Those that were asked for, without a slash at their end.
    known: Mutex<Vec<(&'static str, Url)>>,
}

impl Servers {
    pub(crate) fn new(base_url: Option<String>, variables: Vec<(&'static str, String)>) -> Self {
        Self { base_url, variables, known: Mutex::default() }
    }

    /// The URL of `target`, a path with a query, both percent-encoded, on the server of `operation`.
    pub(super) fn url(&self, operation: &'static Operation, target: &str) -> Result<Url, Error> {
        let mut url = self.of(operation)?;
        let (path, query) = match target.split_once('?') {
            Some((path, query)) => (path, Some(query)),
            None => (target, None),
        };
        url.set_path(&[url.path().trim_end_matches('/'), path].concat());
        url.set_query(query);
        Ok(url)
    }

    /// The URL of the server of `operation`.
    pub(super) fn of(&self, operation: &'static Operation) -> Result<Url, Error> {
        let server = operation.server.unwrap_or(operation.api.server);
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, url)) = known.iter().find(|(known, _)| std::ptr::eq(*known, server)) {
            return Ok(url.clone());
        }
        let url = self.parse(server)?;
        known.push((server, url.clone()));
        Ok(url)
    }

    fn parse(&self, server: &str) -> Result<Url, Error> {
        let variable =
            |name: &str| self.variables.iter().find(|(known, _)| *known == name).map(|(_, value)| Segment::Text(value));
        let (base, rest) = match &self.base_url {
            Some(base) => (base.as_str(), path_of(server)),
            None => ("", server.trim_end_matches('/')),
        };
        let mut text = base.to_owned();
        value::push_expanded(&mut text, rest, variable)
            .map_err(|name| Error::configuration(format!("the server's URL needs a value for `{name}`")))?;
        let url = Url::parse(&text).ok().filter(Url::has_host);
        url.ok_or_else(|| {
            // Documents may say where they are relative to their own place, which nobody knows here.
            let help = if text.contains("://") { "" } else { "; set `base_url`, which it is relative to" };
            Error::configuration(format!("the server's URL is not valid: {server}{help}"))
        })
    }
}

/// What follows the host in a URL, without a slash at its end; a URL without a host is all path.
fn path_of(server: &str) -> &str {
    let path = match server.split_once("://") {
        Some((_, rest)) => rest.find('/').map_or("", |start| rest.split_at(start).1),
        None => server,
    };
    path.trim_end_matches('/')
}
