//! Unions: values of one of several types.

use quote::quote;

use super::rt::{JSON, TEXT_BRANCH, UNION};
use super::tokens::{ident, quoted};
use super::{Piece, Scope, Table, docs as text};
use crate::ir::{Branch, TypeDef, TypeRef};
use crate::schema::Literal;

pub(super) fn emit(scope: &Scope<'_>, def: &TypeDef, branches: &[Branch]) -> Vec<Piece> {
    let name = ident(&def.name);
    let type_docs = scope.docs(text::type_docs(def));
    let arms = branches.iter().map(|branch| {
        let (docs, name, ty) = (scope.docs(text::branch(branch)), ident(&branch.name), scope.ty(&branch.ty));
        quote!(#docs #name(#ty))
    });
    let rows = branches.iter().map(|branch| {
        let tag = branch.guard.tag().map(|(property, values)| {
            let values: Vec<_> = values.iter().map(literal).collect();
            format!(" if {} = {}", quoted(property), values.join(" | "))
        });
        format!("{}({}){},", branch.name, scope.ty(&branch.ty), tag.unwrap_or_default())
    });
    let table = Table { name: UNION, head: Some(scope.head(&def.name)), rows: rows.collect() };
    let uneven = scope.uneven(branches.iter().map(|branch| &branch.ty));
    let mut pieces = vec![
        Piece::Item(quote! {
            #type_docs
            #uneven
            #[derive(Clone, PartialEq)]
            #[non_exhaustive]
            pub enum #name {
                #(#arms,)*
                #[doc = " A shape that this version of the crate does not know, unchanged."]
                Unknown(#JSON),
            }
        }),
        Piece::Table(table),
    ];
    // Two branches with the same type would be ambiguous.
    for branch in branches.iter().filter(|branch| branches.iter().filter(|other| other.ty == branch.ty).count() == 1) {
        pieces.push(from(scope, def, branch));
    }
    pieces
}

/// A value of a discriminator, as the runtime converts it.
fn literal(value: &Literal) -> String {
    match value {
        Literal::Text(text) => quoted(text),
        Literal::Integer(number) => format!("{number}_i64"),
        Literal::Boolean(value) => value.to_string(),
    }
}

/// Generates the conversions from the value of a branch.
fn from(scope: &Scope<'_>, def: &TypeDef, branch: &Branch) -> Piece {
    let (name, variant) = (ident(&def.name), ident(&branch.name));
    let (ty, value) = match &branch.ty {
        TypeRef::Boxed(inner) => (scope.ty(inner), quote!(Box::new(value))),
        ty => (scope.ty(ty), quote!(value)),
    };
    if branch.ty == TypeRef::String {
        let rows = vec![format!("{}::{};", def.name, branch.name)];
        return Piece::Table(Table { name: TEXT_BRANCH, head: None, rows });
    }
    Piece::Item(quote! {
        impl From<#ty> for #name {
            #[inline]
            fn from(value: #ty) -> Self { Self::#variant(#value) }
        }
    })
}
