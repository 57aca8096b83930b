//! Lookups: methods that find one item of a list.

use super::parameter::Parameter;
use super::types::TypeRef;
use crate::name::Ident;

/// A method that calls a list with one value of a filter, for the item that is left.
#[derive(Clone, Debug)]
pub(crate) struct Find {
    /// The method of the resource handle.
    pub(crate) name: Ident,
    /// The request builder.
    pub(crate) builder: Ident,
    /// The filter, called as the argument is.
    pub(crate) by: Parameter,
    /// What the list holds.
    pub(crate) item: TypeRef,
    pub(crate) matching: Match,
    pub(crate) docs: String,
}

/// How an item is known to be the one that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Match {
    /// This property has the value.
    Exact(String),
    /// This property has the value, without regard to case.
    IgnoreCase(String),
    /// Items do not show it.
    Unchecked,
}
