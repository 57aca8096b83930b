//! Constants that read the headers of responses.

use quote::quote;

use super::rt::HEADER;
use super::tokens::ident;
use super::{Piece, Scope, docs as text};
use crate::ir::{Resource, ResponseHeader};

pub(super) fn emit(scope: &Scope<'_>, resource: &Resource) -> Vec<Piece> {
    let constant = |header: &ResponseHeader| {
        let (name, wire_name, ty) = (ident(&header.name), &header.wire_name, scope.ty(&header.ty));
        let docs = scope.docs(text::header(header));
        Piece::Item(quote! {
            #docs
            pub const #name: #HEADER<#ty> = #HEADER::new(#wire_name);
        })
    };
    resource.headers.iter().map(constant).collect()
}
