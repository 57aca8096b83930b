//! The kinds of errors.

/// The kinds of [`Error`](crate::Error).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The API responded with a status that is not a success.
    Api,
    /// The API responded with a success, but the body does not match the specification, or holds another item than the
    /// one that was looked up.
    Decode,
    /// There was no connection, it ended before the response was complete, or a [`Layer`](crate::Layer) failed.
    Transport,
    /// The call took longer than the client allows.
    Timeout,
    /// The rate limit allows no request before the deadline of the call, and the API has not responded to it.
    /// [`Error::retry_after`](crate::Error::retry_after) returns how long that lasts. If the last attempt was sent and
    /// refused, the kind is [`Api`](Self::Api), with the status 429.
    RateLimit,
    /// The response is larger than the client allows.
    TooLarge,
    /// The pages of a list do not end.
    EndlessPages,
    /// The request violates the specification, and was not sent.
    InvalidRequest,
    /// A setting of the client is missing, or the client is used where it cannot work. Nothing was sent.
    Configuration,
}

impl ErrorKind {
    /// Returns the kind as a word that can label a metric.
    pub(crate) const fn label(self) -> &'static str {
        match self {
            Self::Api => "api",
            Self::Decode => "decode",
            Self::Transport => "transport",
            Self::Timeout => "timeout",
            Self::RateLimit => "rate_limit",
            Self::TooLarge => "too_large",
            Self::EndlessPages => "endless_pages",
            Self::InvalidRequest => "invalid_request",
            Self::Configuration => "configuration",
        }
    }
}
