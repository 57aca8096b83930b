//! Enums of the successes of an operation, where there are several, by status.

use proc_macro2::TokenStream;
use quote::quote;

use super::rt::{BYTES, OUTPUTS};
use super::rust_type::RustType;
use super::tokens::ident;
use super::{Piece, Scope, Table, docs as text};
use crate::ir::{Answer, Ident, Operation, Plain};

pub(super) fn emit(scope: &Scope<'_>, operation: &Operation, name: &Ident, answers: &[Answer]) -> Vec<Piece> {
    let type_name = ident(name);
    let enum_docs = scope.docs(format!("The successful responses of [`{}`].", operation.names.builder));
    let arms: TokenStream = answers
        .iter()
        .map(|answer| {
            let (docs, variant) = (scope.docs(text::answer(answer)), ident(&answer.variant));
            let payload = success(scope, answer).map(|(ty, _)| quote!((#ty)));
            quote!(#docs #variant #payload,)
        })
        .collect();
    let rows = answers.iter().map(|answer| {
        let (payload, kind) = match success(scope, answer) {
            Some((ty, kind)) => (format!("({ty})"), kind.map_or_else(String::new, |kind| format!(" as {kind}"))),
            None => (String::new(), String::new()),
        };
        format!("{} => {}{payload}{kind},", answer.status, answer.variant)
    });
    let rows = rows.collect();
    let uneven = scope.uneven(answers.iter().filter_map(|answer| answer.ty.as_ref()));
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

/// What a success brings, and how it is read if it is no JSON.
fn success(scope: &Scope<'_>, answer: &Answer) -> Option<(RustType, Option<&'static str>)> {
    match (&answer.ty, answer.plain) {
        (Some(ty), _) => Some((scope.ty(ty), None)),
        (None, Some(Plain::Text)) => Some((RustType::string(), Some("text"))),
        (None, Some(Plain::Bytes)) => Some((RustType::runtime(BYTES), Some("bytes"))),
        (None, None) => None,
    }
}
