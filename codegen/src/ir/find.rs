//! Lookups: methods that find one item of a list.

use super::parameter::Parameter;
use super::types::{Aliases, TypeRef};
use crate::name::Ident;

/// A method that filters a list by one value and returns the matching item.
#[derive(Clone, Debug)]
pub(crate) struct Find {
    /// The method of the resource handle.
    pub(crate) name: Ident,
    pub(crate) aliases: Aliases,
    /// The request builder.
    pub(crate) builder: Ident,
    /// The filter, with the name of the method's argument.
    pub(crate) by: Parameter,
    /// The item type of the list.
    pub(crate) item: TypeRef,
    pub(crate) matching: Match,
    pub(crate) docs: String,
}

/// How the method checks that an item is the one that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Match {
    /// This property must equal the value.
    Exact(String),
    /// This property must equal the value, ignoring case.
    IgnoreCase(String),
    /// Items do not contain the value, so nothing is checked.
    Unchecked,
}
