//! The methods of a request builder that send it.
//!
//! Each operation has them, so they are written as text, which takes a tenth of the time of formatting tokens.

use std::fmt;

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};

use super::rt::{BYTE_STREAM, BYTES, CALL_FUTURE, CALL_OPTIONS, DECODER, ERROR, EVENT_STREAM, ITEMS, PAGES, RESPONSE};
use super::rust_type::RustType;
use super::{Piece, Scope};
use crate::ir::{Ident, Operation, Plain, Success};

/// How a response is decoded.
pub(super) struct Call {
    /// The type of the value.
    pub(super) value: RustType,
    pub(super) decoder: Decoder,
    pub(super) several: Several,
}

/// A function of [`DECODER`].
pub(super) struct Decoder {
    pub(super) name: &'static str,
    /// Its type argument, if that is not inferred.
    pub(super) of: Option<RustType>,
}

impl fmt::Display for Decoder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, of } = self;
        match of {
            Some(of) => write!(f, "{name}::<{of}>"),
            None => f.write_str(name),
        }
    }
}

impl ToTokens for Decoder {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let name = proc_macro2::Ident::new(self.name, Span::call_site());
        let of = self.of.iter();
        tokens.extend(quote!(#name #(::<#of>)*));
    }
}

/// The alternatives to a single call.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Several {
    /// None.
    No,
    /// The pages of a list.
    Pages,
    /// Parts of a filter that is too long for one URL.
    Parts,
    /// The body as it arrives.
    Bytes,
}

impl Call {
    pub(super) fn of(scope: &Scope<'_>, operation: &Operation) -> Self {
        let is_list = operation.responses.is_list;
        let (value, decoder) = match &operation.responses.success {
            Success::Empty => (RustType::Unit, "empty"),
            Success::Plain(Plain::Text) => (RustType::string(), "text"),
            Success::Plain(Plain::Bytes) => (RustType::runtime(BYTES), "bytes"),
            Success::Events(None) => (RustType::Runtime(EVENT_STREAM, vec![RustType::string()]), "text_events"),
            Success::Events(Some(ty)) => (RustType::Runtime(EVENT_STREAM, vec![scope.ty(ty)]), "events"),
            Success::Json(ty) if is_list => (scope.ty(ty), "list"),
            Success::Json(ty) => (scope.ty(ty), "json"),
            Success::JsonOrEmpty(ty) if is_list => (scope.ty(ty), "list_or_empty"),
            Success::JsonOrEmpty(ty) => (scope.ty(ty), "json_or_empty"),
            Success::JsonOrNone(ty) => (scope.ty(ty).option(), "json_or_none"),
            Success::Partial { whole, part, .. } => (scope.batch_response(whole, part), "partial"),
            Success::Outputs { name, .. } => (RustType::local(name), "outputs"),
        };
        let several = match &operation.responses.success {
            _ if scope.is_paged(operation) => Several::Pages,
            Success::Empty if !operation.calls.split.is_empty() => Several::Parts,
            Success::Plain(Plain::Bytes) => Several::Bytes,
            _ => Several::No,
        };
        Self { value, decoder: Decoder { name: decoder, of: None }, several }
    }

    /// Writes the methods of the builder.
    pub(super) fn methods(&self, scope: &Scope<'_>) -> Vec<String> {
        let Self { value, decoder, several } = self;
        let mut methods = Vec::new();
        match several {
            Several::Pages => {
                let docs = scope.docs_line("Returns a stream of the pages of the whole list.");
                methods.push(format!(
                    "    {docs}
    #[inline]
    pub fn pages(self) -> {PAGES}<{value}> {{
        {PAGES}::new(self.0, {DECODER}::{decoder}())
    }}
"
                ));
                let docs = scope.docs_line("Returns a stream of the items of all pages.");
                methods.push(format!(
                    "    {docs}
    #[inline]
    pub fn stream(self) -> {ITEMS}<{value}> {{
        {ITEMS}::new(self.0, {DECODER}::{decoder}())
    }}
"
                ));
            }
            Several::Bytes => {
                let docs = scope.docs_line("Sends the call and returns the body as a stream, of any length.");
                methods.push(format!(
                    "    {docs}
    #[inline]
    pub fn bytes_stream(self) -> {CALL_FUTURE}<{BYTE_STREAM}> {{
        {CALL_FUTURE}::new(self.0, {DECODER}::byte_stream())
    }}
"
                ));
            }
            Several::No | Several::Parts => {}
        }
        let docs = scope.docs_line("Sets options for this call, which override those of the client.");
        methods.push(format!(
            "    {docs}
    #[inline]
    pub fn with(mut self, options: {CALL_OPTIONS}) -> Self {{
        self.0.set_options(options);
        self
    }}
"
        ));
        let docs = scope.docs_line(format!(
            "Sends the call and blocks until it is done; see [`CallFuture::wait`]({CALL_FUTURE}::wait)."
        ));
        methods.push(format!(
            "    {docs}
    #[cfg(feature = \"blocking\")]
    #[inline]
    pub fn wait(self) -> Result<{RESPONSE}<{value}>, {ERROR}> {{
        self.into_future().wait()
    }}
"
        ));
        methods
    }

    /// Writes the implementation for `.await`.
    pub(super) fn future(&self, builder: &Ident) -> Piece {
        let Self { value, decoder, several } = self;
        let new = match several {
            Several::No | Several::Bytes => "new",
            Several::Pages => "of_pages",
            Several::Parts => "of_parts",
        };
        Piece::Text(format!(
            "impl IntoFuture for {builder} {{
    type Output = Result<{RESPONSE}<{value}>, {ERROR}>;
    type IntoFuture = {CALL_FUTURE}<{value}>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {{
        {CALL_FUTURE}::{new}(self.0, {DECODER}::{decoder}())
    }}
}}
"
        ))
    }
}
