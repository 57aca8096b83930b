// @generated from spec/v3/common.yaml by `cargo xtask regen`: change that, not this.

//! What several resources of version 3 have in common. Page metadata, error bodies, form field
//! values.
//!
//! # Responses
//!
//! - `Unauthorized`: The access token is missing, mistyped or revoked.
//! - `Forbidden`: The token is good, but its scopes do not cover this operation. The gateway in
//!   front of the API answers with a body of its own, a lone `error` text.
//! - `NotFound`: Nothing is to be found under this address. Look at the store hash first, then at
//!   the ids.
//! - `TooManyRequests`: The store's quota of requests is used up for now, or too many requests run
//!   at once. The quota belongs to the store: all apps and processes share it. Wait as long as the
//!   headers say, by the longer of the two where both are present. The body may be empty, and a
//!   limit that a gateway imposes may come without any of the headers.
//! - `ServerError`: The API or a gateway failed. Most of these pass and may be tried again later;
//!   503 can also mean that the store is suspended. The body may be empty or an HTML page instead
//!   of JSON.

use openapi_client_runtime::rt;

/// Where a page stands in the whole list, in numbers.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Pagination {
    /// Number of items on all pages together.
    pub total: i64,
    /// Number of items on this page.
    pub count: i64,
    /// Most items that a page holds, as asked for by `limit`.
    pub per_page: i64,
    /// Number of this page, counted from 1.
    pub current_page: i64,
    /// Number of pages. An empty list may say 0 or 1.
    pub total_pages: i64,
    /// Query strings or URLs of the neighbouring pages. Some resources leave the object out, and a link
    /// that leads nowhere is absent or empty.
    pub links: Option<PaginationLinks>,
}

rt::object! {
    Pagination {
        total: "total" required,
        count: "count" required,
        per_page: "per_page" required,
        current_page: "current_page" required,
        total_pages: "total_pages" required,
        links: "links" optional,
    }
}

/// Query strings or URLs of the neighbouring pages. Some resources leave the object out, and a link
/// that leads nowhere is absent or empty.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PaginationLinks {
    /// Leads to the page in front of this one.
    pub previous: Option<String>,
    /// Leads to this page.
    pub current: Option<String>,
    /// Leads to the page after this one.
    pub next: Option<String>,
}

rt::object! {
    PaginationLinks {
        previous: "previous" optional,
        current: "current" optional,
        next: "next" optional,
    }
}

/// Where a page stands in the whole list, by cursors. Cursors stay right while items come and go.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CursorPagination {
    /// Number of items on this page.
    pub count: Option<i64>,
    /// Most items that a page holds, as asked for by `limit`.
    pub per_page: Option<i64>,
    /// Cursor of the first item. Pass it as `before` to read the page in front of this one.
    pub start_cursor: Option<String>,
    /// Cursor of the last item. Pass it as `after` to read the page that follows.
    pub end_cursor: Option<String>,
    /// Query strings of the neighbouring pages, with their cursors. A link that leads nowhere is absent
    /// or empty.
    pub links: Option<CursorPaginationLinks>,
}

rt::object! {
    CursorPagination {
        count: "count" optional,
        per_page: "per_page" optional,
        start_cursor: "start_cursor" optional,
        end_cursor: "end_cursor" optional,
        links: "links" optional,
    }
}

/// Query strings of the neighbouring pages, with their cursors. A link that leads nowhere is absent
/// or empty.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CursorPaginationLinks {
    /// Leads to the page in front of this one.
    pub previous: Option<String>,
    /// Leads to this page.
    pub current: Option<String>,
    /// Leads to the page after this one.
    pub next: Option<String>,
}

rt::object! {
    CursorPaginationLinks {
        previous: "previous" optional,
        current: "current" optional,
        next: "next" optional,
    }
}

/// Tells where a page stands in its list.
///
/// Resources that know cursors send both members with the first page, only `pagination` with the
/// pages that were asked for by number, and only `cursor_pagination` with those that were asked for
/// by cursor. All others send `pagination` alone.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PageMeta {
    /// Where a page stands in the whole list, in numbers.
    pub pagination: Option<Pagination>,
    /// Where a page stands in the whole list, by cursors. Cursors stay right while items come and go.
    pub cursor_pagination: Option<CursorPagination>,
}

rt::object! {
    PageMeta {
        pagination: "pagination" optional,
        cursor_pagination: "cursor_pagination" optional,
    }
}

impl rt::Paged for PageMeta {
    fn info(&self) -> rt::PageInfo<'_> {
        rt::PageInfo {
            current_page: self.pagination.as_ref().map(|it| it.current_page),
            total_pages: self.pagination.as_ref().map(|it| it.total_pages),
            per_page: self
                .cursor_pagination
                .as_ref()
                .and_then(|it| it.per_page)
                .or(self.pagination.as_ref().map(|it| it.per_page)),
            end_cursor: self
                .cursor_pagination
                .as_ref()
                .and_then(|it| it.end_cursor.as_deref()),
            next_link: self
                .cursor_pagination
                .as_ref()
                .and_then(|it| it.links.as_ref())
                .and_then(|it| it.next.as_deref()),
        }
    }

    fn renumber(&mut self, items: i64) {
        if let Some(it) = self.pagination.as_mut() {
            it.current_page = 1;
            it.total_pages = 1;
            it.per_page = items;
            it.total = items;
            it.count = items;
        }
        self.cursor_pagination = None;
    }
}

/// The usual body of an error.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Problem {
    /// HTTP status, once more.
    pub status: i64,
    /// What went wrong, in one line.
    pub title: String,
    /// Address of a page that explains the statuses.
    pub r#type: Option<String>,
    /// Longer explanation. Seen with status 400.
    pub detail: Option<String>,
    /// Names this one occurrence of the problem.
    pub instance: Option<String>,
    /// What is wrong with single fields: a key that names the field, and a text about it. In an answer
    /// to a list, a leading number is the place of the item in the request, counted from 0, as in
    /// `2.email`. Other keys name the whole call, as in `.customer_create`. The map can be empty.
    pub errors: Option<rt::Map<String>>,
}

rt::object! {
    Problem {
        status: "status" required,
        title: "title" required,
        r#type: "type" optional,
        detail: "detail" optional,
        instance: "instance" optional,
        errors: "errors" optional,
    }
}

/// Body of an error that comes from the gateway in front of the API.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct GatewayError {
    /// What went wrong.
    pub error: String,
}

rt::object! {
    GatewayError {
        error: "error" required,
    }
}

/// Body of an error of the services that number their errors, such as stored instruments.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CodedError {
    /// Number of the error, usually the HTTP status.
    pub code: i64,
    /// What went wrong.
    pub message: Option<String>,
}

rt::object! {
    CodedError {
        code: "code" required,
        message: "message" optional,
    }
}

/// Body of an error about access or quota. Its shape depends on which part of the platform refused:
/// the API itself, the gateway in front of it, or a service behind it.
#[allow(
    clippy::large_enum_variant,
    reason = "a box for every value costs more than the room"
)]
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum AccessError {
    /// The usual body of an error.
    Problem(Problem),
    /// Body of an error that comes from the gateway in front of the API.
    GatewayError(GatewayError),
    /// Body of an error of the services that number their errors, such as stored instruments.
    CodedError(CodedError),
    /// A shape that this version of the crate does not know, unchanged.
    Unknown(rt::Json),
}

rt::union! {
    AccessError {
        Problem(Problem) if key "status",
        GatewayError(GatewayError) if key "error",
        CodedError(CodedError) if key "code",
    }
}

impl From<Problem> for AccessError {
    #[inline]
    fn from(value: Problem) -> Self {
        Self::Problem(value)
    }
}

impl From<GatewayError> for AccessError {
    #[inline]
    fn from(value: GatewayError) -> Self {
        Self::GatewayError(value)
    }
}

impl From<CodedError> for AccessError {
    #[inline]
    fn from(value: CodedError) -> Self {
        Self::CodedError(value)
    }
}

/// What a customer entered into one custom field of the signup or address form. The field itself is
/// set up in the store's control panel and is named here as it is named there.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct FormFieldValue {
    /// Name of the field.
    pub name: String,
    /// Value of a custom form field. A text for most fields, a number for numeric ones, and a list of
    /// texts where several choices can be ticked.
    pub value: FieldValue,
}

/// The required fields of [`FormFieldValue`], as [`FormFieldValue::new`] takes them.
#[allow(missing_docs)]
pub struct FormFieldValueRequired<'a> {
    pub name: &'a str,
    pub value: FieldValue,
}

impl FormFieldValue {
    /// Creates a [`FormFieldValue`] from its required fields.
    #[inline]
    pub fn new(required: FormFieldValueRequired<'_>) -> Self {
        Self {
            name: required.name.to_owned(),
            value: required.value,
        }
    }
}

rt::object! {
    FormFieldValue {
        name: "name" required,
        value: "value" required,
    }
}

/// Value of a custom form field. A text for most fields, a number for numeric ones, and a list of
/// texts where several choices can be ticked.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum FieldValue {
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
    FieldValue {
        Text(String) if type string,
        Number(rt::Number) if type number,
        List(Vec<String>) if type array,
    }
}

impl From<String> for FieldValue {
    #[inline]
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<&str> for FieldValue {
    #[inline]
    fn from(value: &str) -> Self {
        Self::Text(value.into())
    }
}

impl From<rt::Number> for FieldValue {
    #[inline]
    fn from(value: rt::Number) -> Self {
        Self::Number(value)
    }
}

impl From<Vec<String>> for FieldValue {
    #[inline]
    fn from(value: Vec<String>) -> Self {
        Self::List(value)
    }
}
