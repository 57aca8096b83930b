// @generated from spec/v2/common.yaml by `cargo xtask regen`: change that, not this.

//! What several resources of version 2 share: errors, page parameters, counts and small data types.
//!
//! # Responses
//!
//! - `BadRequest`: The request is malformed, lacks a property that the API insists on, or holds a
//!   value that it refuses.
//! - `Conflict`: What the store already holds rules the change out.
//! - `PageTooLarge`: `limit` asks for more items than a page can hold. `details` carries the
//!   largest limit as `max_limit`.
//! - `Unauthorized`: The access token is missing, wrong or revoked. The body may be empty.
//! - `Forbidden`: The access token is valid but lacks an OAuth scope that this operation needs. The
//!   gateway answers this with an object that holds a single `error`.
//! - `NotFound`: The store has no such resource.
//! - `TooManyRequests`: The store's request quota is used up. All apps and processes of a store
//!   share it. The body may be empty, and the headers may be missing.
//! - `ServerError`: The API or its gateway failed. Most failures pass; a 503 can also mean that the
//!   store is suspended. 509 is the rate limit of earlier years. The body may be HTML or empty.

use openapi_client_runtime::rt;

/// The body of an error: a list of errors, an object that holds such a list, or the gateway's
/// single text. The gateway and proxies before it may also answer with HTML or with nothing.
#[allow(
    clippy::large_enum_variant,
    reason = "a box for every value costs more than the room"
)]
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum ApiErrors {
    /// The errors of one request, usually a single one.
    ErrorList(Vec<ErrorItem>),
    /// The errors of one request to the customer groups, in an object.
    GroupedErrors(GroupedErrors),
    /// The error of the gateway before the API, such as a missing OAuth scope.
    GatewayError(GatewayError),
    /// A shape that this version of the crate does not know, unchanged.
    Unknown(rt::Json),
}

rt::union! {
    ApiErrors {
        ErrorList(Vec<ErrorItem>) if type array,
        GroupedErrors(GroupedErrors) if key "errors",
        GatewayError(GatewayError) if key "error",
    }
}

impl From<Vec<ErrorItem>> for ApiErrors {
    #[inline]
    fn from(value: Vec<ErrorItem>) -> Self {
        Self::ErrorList(value)
    }
}

impl From<GroupedErrors> for ApiErrors {
    #[inline]
    fn from(value: GroupedErrors) -> Self {
        Self::GroupedErrors(value)
    }
}

impl From<GatewayError> for ApiErrors {
    #[inline]
    fn from(value: GatewayError) -> Self {
        Self::GatewayError(value)
    }
}

/// One error.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ErrorItem {
    /// The HTTP status once more.
    pub status: i64,
    /// What went wrong, in English.
    pub message: String,
    /// More about the error, by name. A list that is asked for too many items answers with `max_limit`,
    /// the largest limit it accepts.
    pub details: Option<rt::Map<rt::Json>>,
}

rt::object! {
    ErrorItem {
        status: "status" required,
        message: "message" required,
        details: "details" optional,
    }
}

/// The errors of one request to the customer groups, in an object.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct GroupedErrors {
    /// The errors, usually a single one.
    pub errors: Vec<GroupedError>,
}

rt::object! {
    GroupedErrors {
        errors: "errors" required,
    }
}

/// One error of a request to the customer groups.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct GroupedError {
    /// The HTTP status once more.
    pub status: Option<i64>,
    /// What went wrong, in English.
    pub title: Option<String>,
    /// Address of a page about errors of this kind.
    pub r#type: Option<String>,
}

rt::object! {
    GroupedError {
        status: "status" optional,
        title: "title" optional,
        r#type: "type" optional,
    }
}

/// The error of the gateway before the API, such as a missing OAuth scope.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct GatewayError {
    /// What went wrong, in English.
    pub error: String,
}

rt::object! {
    GatewayError {
        error: "error" required,
    }
}

/// The size of a list.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Count {
    /// How many items there are.
    pub count: i64,
}

rt::object! {
    Count {
        count: "count" required,
    }
}

/// A link that stands for a list which the answer does not include.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct LinkedResource {
    /// Full address of the list.
    pub url: String,
    /// The same address as a path within the API's version, from the first `/` on.
    pub resource: String,
}

rt::object! {
    LinkedResource {
        url: "url" required,
        resource: "resource" required,
    }
}

/// A field that the store owner added to a form, and what the shopper entered.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct FormField {
    /// Label of the field.
    pub name: Option<String>,
    /// What the shopper entered. `null` when the field was left empty.
    pub value: rt::Nullable<FormFieldValue>,
}

rt::object! {
    FormField {
        name: "name" optional,
        value: "value" optional,
    }
}

/// The content of a form field. Text in all that has been seen of this version; version 3 also
/// gives number fields as numbers and checkboxes as lists of text.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum FormFieldValue {
    /// Text.
    Text(String),
    /// Number.
    Number(rt::Number),
    /// List.
    List(Vec<String>),
    /// A shape that this version of the crate does not know, unchanged.
    Unknown(rt::Json),
}

rt::union! {
    FormFieldValue {
        Text(String) if type string,
        Number(rt::Number) if type number,
        List(Vec<String>) if type array,
    }
}

impl From<String> for FormFieldValue {
    #[inline]
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<&str> for FormFieldValue {
    #[inline]
    fn from(value: &str) -> Self {
        Self::Text(value.into())
    }
}

impl From<rt::Number> for FormFieldValue {
    #[inline]
    fn from(value: rt::Number) -> Self {
        Self::Number(value)
    }
}

impl From<Vec<String>> for FormFieldValue {
    #[inline]
    fn from(value: Vec<String>) -> Self {
        Self::List(value)
    }
}
