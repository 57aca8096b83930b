//! The methods of a request builder that send it.

use proc_macro2::TokenStream;
use quote::quote;

use super::rt::{BYTE_STREAM, BYTES, CALL_FUTURE, CALL_OPTIONS, DECODER, ERROR, EVENT_STREAM, ITEMS, PAGES, RESPONSE};
use super::rust_type::RustType;
use super::tokens::ident;
use super::{Piece, Scope};
use crate::ir::{Ident, Operation, Plain, Success};

/// How a response is decoded.
pub(super) struct Call {
    /// The type of the value.
    pub(super) value: RustType,
    /// The decoder, a function of [`DECODER`] with its type arguments.
    pub(super) decoder: TokenStream,
    pub(super) several: Several,
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
            Success::Empty => (RustType::Unit, quote!(empty)),
            Success::Plain(Plain::Text) => (RustType::string(), quote!(text)),
            Success::Plain(Plain::Bytes) => (RustType::runtime(BYTES), quote!(bytes)),
            Success::Events(None) => (RustType::Runtime(EVENT_STREAM, vec![RustType::string()]), quote!(text_events)),
            Success::Events(Some(ty)) => (RustType::Runtime(EVENT_STREAM, vec![scope.ty(ty)]), quote!(events)),
            Success::Json(ty) if is_list => (scope.ty(ty), quote!(list)),
            Success::Json(ty) => (scope.ty(ty), quote!(json)),
            Success::JsonOrEmpty(ty) if is_list => (scope.ty(ty), quote!(list_or_empty)),
            Success::JsonOrEmpty(ty) => (scope.ty(ty), quote!(json_or_empty)),
            Success::JsonOrNone(ty) => (scope.ty(ty).option(), quote!(json_or_none)),
            Success::Partial { whole, part, .. } => (scope.batch_response(whole, part), quote!(partial)),
            Success::Outputs { name, .. } => (RustType::local(name), quote!(outputs)),
        };
        let several = match &operation.responses.success {
            _ if scope.is_paged(operation) => Several::Pages,
            Success::Empty if !operation.calls.split.is_empty() => Several::Parts,
            Success::Plain(Plain::Bytes) => Several::Bytes,
            _ => Several::No,
        };
        Self { value, decoder, several }
    }

    /// Generates the methods of the builder.
    pub(super) fn methods(&self, scope: &Scope<'_>) -> Vec<TokenStream> {
        let Self { value, decoder, several } = self;
        let mut methods = Vec::new();
        match several {
            Several::Pages => {
                let pages = scope.docs("Returns a stream of the pages of the whole list.");
                let items = scope.docs("Returns a stream of the items of all pages.");
                methods.push(quote! {
                    #pages
                    #[inline]
                    pub fn pages(self) -> #PAGES<#value> { #PAGES::new(self.0, #DECODER::#decoder()) }
                });
                methods.push(quote! {
                    #items
                    #[inline]
                    pub fn stream(self) -> #ITEMS<#value> { #ITEMS::new(self.0, #DECODER::#decoder()) }
                });
            }
            Several::Bytes => {
                let docs = scope.docs("Sends the call and returns the body as a stream, of any length.");
                methods.push(quote! {
                    #docs
                    #[inline]
                    pub fn bytes_stream(self) -> #CALL_FUTURE<#BYTE_STREAM> {
                        #CALL_FUTURE::new(self.0, #DECODER::byte_stream())
                    }
                });
            }
            Several::No | Several::Parts => {}
        }
        let with = scope.docs("Sets options for this call, which override those of the client.");
        methods.push(quote! {
            #with
            #[inline]
            pub fn with(mut self, options: #CALL_OPTIONS) -> Self {
                self.0.set_options(options);
                self
            }
        });
        let wait = scope.docs(format!(
            "Sends the call and blocks until it is done; see [`CallFuture::wait`]({CALL_FUTURE}::wait)."
        ));
        methods.push(quote! {
            #wait
            #[cfg(feature = "blocking")]
            #[inline]
            pub fn wait(self) -> Result<#RESPONSE<#value>, #ERROR> { self.into_future().wait() }
        });
        methods
    }

    /// Generates the implementation for `.await`.
    pub(super) fn future(&self, builder: &Ident) -> Piece {
        let Self { value, decoder, several } = self;
        let builder = ident(builder);
        let new = match several {
            Several::No | Several::Bytes => quote!(new),
            Several::Pages => quote!(of_pages),
            Several::Parts => quote!(of_parts),
        };
        Piece::Item(quote! {
            impl IntoFuture for #builder {
                type Output = Result<#RESPONSE<#value>, #ERROR>;
                type IntoFuture = #CALL_FUTURE<#value>;

                #[inline]
                fn into_future(self) -> Self::IntoFuture {
                    #CALL_FUTURE::#new(self.0, #DECODER::#decoder())
                }
            }
        })
    }
}
