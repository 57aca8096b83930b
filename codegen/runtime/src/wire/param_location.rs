//! The locations of parameters.

/// The location of a parameter: `in` of OpenAPI.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParamLocation {
    /// The path.
    Path,
    /// The query.
    Query,
    /// A header of its name.
    Header,
    /// A cookie of its name.
    Cookie,
}
