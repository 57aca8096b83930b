//! Every path of the runtime that generated code names: nothing else in `emit` spells one.

use std::fmt;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};

/// An item of the runtime's module `rt`: a type, a trait, a function or a module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Item(&'static str);

/// A macro of the runtime's module `rt`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Macro(&'static str);

impl Item {
    /// Returns the name alone, by which the root of the runtime exports the types for users.
    pub(super) fn name(self) -> &'static str {
        self.0
    }
}

/// The path: `rt::Json`.
impl fmt::Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "rt::{}", self.0)
    }
}

/// The path and the exclamation mark of a call: `rt::object!`.
impl fmt::Display for Macro {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "rt::{}!", self.0)
    }
}

impl ToTokens for Item {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let name = Ident::new(self.0, Span::call_site());
        tokens.extend(quote!(rt::#name));
    }
}

impl ToTokens for Macro {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let name = Ident::new(self.0, Span::call_site());
        tokens.extend(quote!(rt::#name!));
    }
}

/// Returns the import of the module. Generated modules do not refer to the runtime in any other way.
pub(super) fn import() -> TokenStream {
    quote!(
        use openapi_client_runtime::rt;
    )
}

/// Returns the re-export of the runtime for users of the client.
pub(super) fn export() -> TokenStream {
    quote!(
        pub use openapi_client_runtime::*;
    )
}

macro_rules! names {
    ($kind:ident: $($constant:ident = $name:literal,)+) => {
        $(pub(super) const $constant: $kind = $kind($name);)+

        #[cfg(test)]
        impl $kind {
            const ALL: &[&str] = &[$($name),+];
        }
    };
}

names! {
    Item:
    API = "Api",
    BATCHES = "Batches",
    BASE64 = "Base64",
    BATCH_RESPONSE = "BatchResponse",
    BYTES = "Bytes",
    BYTE_STREAM = "ByteStream",
    CALL_FUTURE = "CallFuture",
    CALL_OPTIONS = "CallOptions",
    CLIENT_BUILDER = "ClientBuilder",
    CLIENT_SPEC = "ClientSpec",
    CORE = "Core",
    CREDENTIAL = "Credential",
    CREDENTIAL_LOCATION = "CredentialLocation",
    DATE = "Date",
    DATE_TIME = "DateTime",
    DECIMAL = "Decimal",
    DECODER = "Decoder",
    EMPTY = "Empty",
    ERROR = "Error",
    EVENT_STREAM = "EventStream",
    FILE_PART = "FilePart",
    FLAG = "Flag",
    FROM_CORE = "FromCore",
    HEADER = "Header",
    INTO_ITEMS = "IntoItems",
    ITEMS = "Items",
    JSON = "Json",
    JSON_ERROR = "json_error",
    JSON_NUMBER = "JsonNumber",
    LIMITS = "Limits",
    LISTING = "Listing",
    LIST_STYLE = "ListStyle",
    MAP = "Map",
    MAPPED = "Mapped",
    MATCH = "Match",
    METHOD = "Method",
    NULLABLE = "Nullable",
    NUMBER = "Number",
    NUMERIC_STRING = "NumericString",
    OPERATION = "Operation",
    OR_NULL = "OrNull",
    PAGED = "Paged",
    PAGES = "Pages",
    PAGE_INFO = "PageInfo",
    PAGINATION = "Pagination",
    PAGING = "Paging",
    PARAM = "Param",
    PARAM_LOCATION = "ParamLocation",
    PRESENT = "present",
    PROBLEM_KEYS = "ProblemKeys",
    RATE_LIMIT = "RateLimit",
    RATE_LIMIT_HEADERS = "RateLimitHeaders",
    RAW_OPERATIONS = "RawOperations",
    RAW_REQUEST = "RawRequest",
    REQUEST = "Request",
    REQWEST = "reqwest",
    RESPONSE = "Response",
    SECRET = "Secret",
    SERVER = "Server",
    SPLIT = "Split",
    STYLE = "Style",
    TEXT = "Text",
    UNKNOWN_FIELDS = "UnknownFields",
    UNKNOWN_TEXT = "UnknownText",
    VARIABLE = "Variable",
}

names! {
    Macro:
    BRANCH_FROM = "branch_from",
    BRANCH_FROM_ARRAYS = "branch_from_arrays",
    CLIENT_BUILDER_OF = "client_builder",
    EXAMPLES = "examples",
    FIXTURES = "fixtures",
    OBJECT = "object",
    OUTPUTS = "outputs",
    REQUIRES = "requires",
    STATUSES = "statuses",
    STRING_ENUM = "string_enum",
    TEXT_BRANCH = "text_branch",
    UNION = "union",
}

#[cfg(test)]
mod tests;
