//! The only place where tokens are made from text.
//!
//! proc_macro2's constructors panic on text that is no token: here they meet only [`Ident`]s, which are valid by
//! construction, and paths made of them.

use proc_macro2::{Literal, Span, TokenStream};

use crate::ir::Ident;

/// An identifier as a token.
pub(super) fn ident(name: &Ident) -> proc_macro2::Ident {
    match name.as_str().strip_prefix("r#") {
        Some(plain) => proc_macro2::Ident::new_raw(plain, Span::call_site()),
        None => proc_macro2::Ident::new(name.as_str(), Span::call_site()),
    }
}

/// Rust that this crate has written as text, such as a type.
pub(super) fn rust(text: &str) -> TokenStream {
    text.parse().unwrap_or_default()
}

/// Text as a Rust literal.
pub(super) fn quoted(text: &str) -> String {
    Literal::string(text).to_string()
}

/// Doc attributes, one a line.
pub(super) fn docs(text: &str) -> TokenStream {
    text.lines()
        .map(|line| if line.is_empty() { String::new() } else { format!(" {line}") })
        .map(|line| quote::quote!(#[doc = #line]))
        .collect()
}
