//! Which redirects are followed.

/// The redirects that a client follows.
///
/// This is about GET and HEAD, whose method never changes on the way; anything else is followed only where a
/// [single call](crate::CallOptions::redirect_writes) asks for it. At most five redirects are followed.
///
/// A redirect that is not followed is the response of the call: a declared one is its result, such as a 302 with its
/// `Location`. Any other is an [`Error`](crate::Error) of the kind [`ErrorKind::Api`](crate::ErrorKind::Api) with the
/// status and the [location](crate::Error::location), and `Display` says why it was not followed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RedirectPolicy {
    /// Follows none.
    None,
    /// Follows those to the same scheme, host and port, with the same query, byte for byte: a redirect that loses a
    /// filter would ask for everything. A status that the operation declares is its result, and is not followed.
    #[default]
    SameOrigin,
    /// Follows all, as a download from another host needs it; those that the operation declares too.
    ///
    /// Beyond the first origin, nothing of the client's credentials, of the cookies and of the
    /// [sensitive](reqwest::header::HeaderValue::is_sensitive) headers goes along, not even on the way back. Not
    /// followed are redirects from https to http, those of a request with a body, and URLs that hold a credential.
    /// Default headers of [an HTTP client of your own](crate::HttpClient::from_builder), and what a
    /// [`Layer`](crate::Layer) adds, go along all the same.
    Follow,
}
