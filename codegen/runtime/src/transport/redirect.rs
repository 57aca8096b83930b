//! Which redirects are followed.

/// The redirects that a client follows, at most five in a row.
///
/// This applies to GET and HEAD, whose method never changes on the way. Redirects of other methods are followed only if
/// a [single call](crate::CallOptions::redirect_writes) asks for it.
///
/// A redirect that is not followed is the response of the call. If the operation declares its status, it is the result,
/// such as a 302 with its `Location`. Otherwise the call fails with [`ErrorKind::Api`](crate::ErrorKind::Api); the
/// [`Error`](crate::Error) has the status and the [location](crate::Error::location), and its `Display` says why the
/// redirect was not followed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RedirectPolicy {
    /// Follows no redirect.
    None,
    /// Follows redirects to the same scheme, host and port with the same query, byte for byte: a redirect that loses a
    /// filter would ask for everything. If the operation declares the status, the redirect is its result and is not
    /// followed.
    #[default]
    SameOrigin,
    /// Follows all redirects, such as those of a download from another host, also if the operation declares the status.
    ///
    /// Credentials of the client, cookies and [sensitive](reqwest::header::HeaderValue::is_sensitive) headers are not
    /// sent beyond the first origin, not even on the way back. Redirects from https to http, redirects of a request
    /// with a body, and URLs that hold a credential are not followed. Default headers of [an HTTP client of your
    /// own](crate::HttpClient::from_builder) and headers that a [`Layer`](crate::Layer) adds are always sent.
    Follow,
}
