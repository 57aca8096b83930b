//! Enums of the success responses of an operation with several, by status.

use proc_macro2::TokenStream;
use quote::quote;

use super::rt::{BYTES, OUTPUTS};
use super::rust_type::RustType;
use super::tokens::ident;
use super::{Piece, Scope, Table, docs as text};
use crate::ir::{Ident, Operation, Plain, StatusResponse};

pub(super) fn emit(scope: &Scope<'_>, operation: &Operation, name: &Ident, responses: &[StatusResponse]) -> Vec<Piece> {
    let type_name = ident(name);
    let enum_docs = scope.docs(format!("The successful responses of [`{}`].", operation.names.builder));
    let arms: TokenStream = responses
        .iter()
        .map(|response| {
            let (docs, variant) = (scope.docs(text::response(response)), ident(&response.variant));
            let payload = success(scope, response).map(|(ty, _)| quote!((#ty)));
            quote!(#docs #variant #payload,)
        })
        .collect();
    let rows = responses.iter().map(|response| {
        let (payload, kind) = match success(scope, response) {
            Some((ty, kind)) => (format!("({ty})"), kind.map_or_else(String::new, |kind| format!(" as {kind}"))),
            None => (String::new(), String::new()),
        };
        format!("{} => {}{payload}{kind},", response.status, response.variant)
    });
    let rows = rows.collect();
    let uneven = scope.uneven(responses.iter().filter_map(|response| response.ty.as_ref()));
    vec![
        Piece::Item(quote! {
            #enum_docs
            #uneven
            #[derive(Clone, PartialEq)]
            #[non_exhaustive]
            pub enum #type_name { #arms }
        }),
        Piece::Table(Table { name: OUTPUTS, head: Some(name.as_str().to_owned()), rows }),
    ]
}

/// Returns the type of a success response, and how to decode it if it is not JSON.
fn success(scope: &Scope<'_>, response: &StatusResponse) -> Option<(RustType, Option<&'static str>)> {
    match (&response.ty, response.plain) {
        (Some(ty), _) => Some((scope.ty(ty), None)),
        (None, Some(Plain::Text)) => Some((RustType::string(), Some("text"))),
        (None, Some(Plain::Bytes)) => Some((RustType::runtime(BYTES), Some("bytes"))),
        (None, None) => None,
    }
}
