//! Selects the credentials of a call: those that its operation requires, and no others.

use reqwest::header::{COOKIE, HeaderMap, HeaderName, HeaderValue};

use crate::{
    transport::error::Error,
    types::secret::Secret,
    wire::spec::{Credential, Operation, Security},
};

/// The credentials of a client, in the form in which they are sent.
#[derive(Default)]
pub(crate) struct Credentials {
    pub(crate) given: Vec<Given>,
    /// All of them, in every form in which an API may repeat them.
    pub(crate) secrets: Vec<Secret>,
}

pub(crate) struct Given {
    pub(crate) credential: &'static Credential,
    pub(crate) sent: Sent,
}

pub(crate) enum Sent {
    Header(HeaderName, HeaderValue),
    /// Name and value.
    Cookie(Secret),
    Query(&'static str, Secret),
}

/// The credentials of one call.
pub(crate) struct Chosen<'a>(Vec<&'a Given>);

impl Credentials {
    /// Returns the first complete set. Without one, a call is sent only if the operation allows that.
    pub(crate) fn of(&self, operation: &Operation) -> Result<Chosen<'_>, Error> {
        let security = operation.security.unwrap_or(operation.api.security);
        let complete = |all: &&[&'static Credential]| all.iter().map(|credential| self.get(credential)).collect();
        if let Some(chosen) = security.iter().filter(|all| !all.is_empty()).find_map(complete) {
            return Ok(Chosen(chosen));
        }
        if security.is_empty() || security.iter().any(|all| all.is_empty()) {
            return Ok(Chosen(Vec::new()));
        }
        let missing = choice(security, |credential| credential.scheme);
        Err(Error::configuration(format!("the client has no credentials for it: set {missing}")))
    }

    /// Each credential is a single static.
    fn get(&self, credential: &'static Credential) -> Option<&Given> {
        self.given.iter().find(|given| std::ptr::eq(given.credential, credential))
    }
}

impl<'a> Chosen<'a> {
    /// Adds the headers, replacing existing ones.
    pub(crate) fn put(&self, headers: &mut HeaderMap) -> Result<(), Error> {
        let mut cookies = Vec::new();
        for given in &self.0 {
            match &given.sent {
                Sent::Header(name, value) => {
                    headers.insert(name.clone(), value.clone());
                }
                Sent::Cookie(pair) => cookies.push(pair.expose()),
                Sent::Query(..) => {}
            }
        }
        if !cookies.is_empty() {
            let invalid = |_| Error::configuration("a credential has characters that no cookie can carry");
            let mut value = HeaderValue::from_str(&cookies.join("; ")).map_err(invalid)?;
            value.set_sensitive(true);
            headers.insert(COOKIE, value);
        }
        Ok(())
    }

    /// Returns the credentials of the query.
    pub(crate) fn query(&self) -> impl Iterator<Item = (&'static str, &'a Secret)> {
        self.0.iter().filter_map(|given| match &given.sent {
            Sent::Query(name, secret) => Some((*name, secret)),
            Sent::Header(..) | Sent::Cookie(_) => None,
        })
    }

    /// Returns whether one of them is in this header.
    pub(crate) fn has_header(&self, name: &HeaderName) -> bool {
        self.0.iter().any(|given| matches!(&given.sent, Sent::Header(own, _) if own == name))
    }
}

/// Formats sets of credentials: `a`, or `b` and `c`.
pub(crate) fn choice(sets: Security, name: impl Fn(&'static Credential) -> &'static str) -> String {
    let set = |all: &&[&'static Credential]| {
        all.iter().map(|credential| format!("`{}`", name(credential))).collect::<Vec<_>>().join(" and ")
    };
    sets.iter().filter(|all| !all.is_empty()).map(set).collect::<Vec<_>>().join(", or ")
}

#[cfg(test)]
mod tests;
