// @generated from spec/v1/common.yaml by `cargo xtask regen`: change that, not this.

//! What several resources use.
//!
//! # Responses
//!
//! - `NotFound`: There is none.

use openapi_client_runtime::rt;

/// What is wrong.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Problem {
    /// In short.
    pub title: Option<String>,
}

rt::object! {
    Problem {
        title: "title" optional,
    }
}

/// How many.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Count {
    /// A number.
    pub count: i64,
}

rt::object! {
    Count {
        count: "count" required,
    }
}

/// How large.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Size {
    /// `small`
    Small,
    /// `large`
    Large,
    /// A value that this version of the crate does not know, unchanged.
    Unknown(rt::UnknownText),
}

rt::string_enum! {
    Size {
        Small = "small",
        Large = "large",
    }
}
