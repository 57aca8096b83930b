//! Why a redirect is not followed.

use std::fmt;

use reqwest::{Method, Url};

use crate::types::secret::Secret;

/// Why a redirect is not followed.
#[derive(Debug)]
pub(super) enum Refusal {
    /// `Location` is not a URL.
    Unreadable,
    TooMany,
    /// The client follows no redirects.
    Policy,
    /// The operation declares the status.
    Declared,
    /// The call does not allow it.
    Write(Method),
    /// The status would turn it into a GET.
    NoWrite(Method),
    /// The URL has a user name or a password.
    UserInfo,
    Origin(Url),
    Query,
    Insecure(Url),
    Body(Url),
    Credential,
}

impl Refusal {
    /// Returns the text of an error. It shows only the origin of the location, without `secrets`: path and query may
    /// hold personal data.
    pub(super) fn text(&self, secrets: &[Secret]) -> String {
        let target = match self {
            Self::Origin(url) | Self::Insecure(url) | Self::Body(url) => url.origin().ascii_serialization(),
            _ => String::new(),
        };
        let is_secret = |secret: &Secret| !secret.expose().is_empty() && target.contains(secret.expose());
        match target.as_str() {
            "" | "null" => format!("not followed: {self}"),
            _ if secrets.iter().any(is_secret) => format!("not followed: {self}"),
            target => format!("not followed to {target}: {self}"),
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unreadable => "its location is not a URL",
            Self::TooMany => "there were 5 redirects before it",
            Self::Policy => "the call follows no redirects",
            Self::Declared => "it is a declared response",
            Self::Write(method) => {
                return write!(f, "a {method} is redirected only if `CallOptions::redirect_writes` is set");
            }
            Self::NoWrite(method) => return write!(f, "it would turn the {method} into a GET"),
            Self::UserInfo => "its location has a user name or password",
            Self::Origin(_) => "it leads to another origin",
            Self::Query => "its location has another query than the request",
            Self::Insecure(_) => "it leads from https to http",
            Self::Body(_) => "it leads to another origin, and the request has a body",
            Self::Credential => "its location holds a credential, and leads to another origin",
        })
    }
}
