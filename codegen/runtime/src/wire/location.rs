//! Where parameters go.

/// Where a parameter goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Location {
    /// Into the path.
    Path,
    /// Into the query.
    Query,
    /// Into a header of its name.
    Header,
    /// Into a cookie of its name.
    Cookie,
}
