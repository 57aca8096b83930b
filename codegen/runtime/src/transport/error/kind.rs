//! What kinds of errors there are.

/// The kinds of [`Error`](crate::Error).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The API responded with a status that is not a success.
    Api,
    /// The API answered with success, but the body is not what the specification says, or holds another item than the one
    /// that was asked for.
    Decode,
    /// There was no connection, or it ended before the whole answer was there, or a [`Layer`](crate::Layer) failed.
    Transport,
    /// The call took longer than the client allows.
    Timeout,
    /// The rate limit allows no request before the call's deadline, and the API has not responded to it.
    /// [`Error::retry_after`](crate::Error::retry_after) tells how long.
    RateLimit,
    /// The answer is larger than the client allows.
    TooLarge,
    /// The pages of a list do not come to an end.
    EndlessPages,
    /// The request breaks the specification, and was not sent.
    InvalidRequest,
    /// The client lacks something, or is used where it cannot work, and nothing was sent.
    Configuration,
}
