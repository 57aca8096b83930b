//! Enums of strings.

use quote::quote;

use super::rt::{STRING_ENUM, UNKNOWN_TEXT};
use super::tokens::{ident, quoted};
use super::{Piece, Scope, Table, aliases, docs as text};
use crate::ir::{TypeDef, Variant};

pub(super) fn emit(scope: &Scope<'_>, def: &TypeDef, variants: &[Variant]) -> Vec<Piece> {
    let name = ident(&def.name);
    let type_docs = scope.docs(text::type_docs(def));
    let arms = variants.iter().map(|variant| {
        let value = variant.value.replace(char::is_control, " ");
        let docs = match text::prose(&variant.docs) {
            described if described.is_empty() => format!("`{value}`"),
            described => format!("`{value}`: {described}"),
        };
        let (docs, name) = (scope.docs(docs), ident(&variant.name));
        quote!(#docs #name)
    });
    let rows = variants.iter().map(|variant| format!("{} = {},", variant.name, quoted(&variant.value))).collect();
    let pieces = [
        Piece::Item(quote! {
            #type_docs
            #[derive(Clone, PartialEq, Eq, Hash)]
            #[non_exhaustive]
            pub enum #name {
                #(#arms,)*
                #[doc = " A value that this version of the crate does not know, unchanged."]
                Unknown(#UNKNOWN_TEXT),
            }
        }),
        Piece::Table(Table { name: STRING_ENUM, head: Some(scope.head(&def.name)), rows }),
    ];
    pieces.into_iter().chain(aliases::variants(scope, &def.name, variants)).collect()
}
