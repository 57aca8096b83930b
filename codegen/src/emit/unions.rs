//! Unions: values of one of several types.

use quote::quote;

use super::rt::{BRANCH_FROM, BRANCH_FROM_ARRAYS, DECIMAL, JSON, TEXT_BRANCH, UNION};
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
    pieces.extend(others(def, branches));
    pieces.extend(arrays(scope, def, branches));
    pieces
}

/// Stands for the decimals of the runtime.
const DECIMAL_TYPE: &str = "Decimal";

/// What a setter of a type of the runtime takes besides the type itself.
fn sources(ty: &TypeRef) -> &'static [&'static str] {
    match ty {
        TypeRef::Number => &[DECIMAL_TYPE, "i32", "i64"],
        TypeRef::JsonNumber => &["f64", DECIMAL_TYPE, "i32", "i64", "u64"],
        TypeRef::NumericString => &[DECIMAL_TYPE, "i32", "i64", "u64"],
        TypeRef::Text => &["&str", "String", "&String", "i32", "i64", "u64"],
        TypeRef::Secret | TypeRef::Date | TypeRef::DateTime => &["&str", "String", "&String"],
        TypeRef::Base64 => &["&[u8]", "Vec<u8>"],
        TypeRef::Flag => &["bool"],
        _ => &[],
    }
}

/// What a branch takes as it is.
fn own(ty: &TypeRef) -> &'static [&'static str] {
    match ty {
        TypeRef::String => &["&str", "String", "&String"],
        // A literal would be of either type.
        TypeRef::Integer | TypeRef::Unsigned => &["i32", "i64", "u64"],
        TypeRef::Float => &["f64"],
        TypeRef::Boolean => &["bool"],
        _ => &[],
    }
}

fn spelled(source: &str) -> String {
    if source == DECIMAL_TYPE { DECIMAL.to_string() } else { source.to_owned() }
}

/// Generates the conversions into branches that are arrays, from arrays of a fixed length, and from other elements. Each
/// kind of element belongs to one branch.
fn arrays(scope: &Scope<'_>, def: &TypeDef, branches: &[Branch]) -> Option<Piece> {
    let item = |branch: &Branch| match &branch.ty {
        TypeRef::List(item) => Some((**item).clone()),
        _ => None,
    };
    let lists: Vec<_> = branches.iter().filter_map(|branch| Some((branch, item(branch)?))).collect();
    let mut taken: Vec<_> = lists.iter().map(|(_, item)| scope.ty(item).to_string()).collect();
    let mut rows = Vec::new();
    for (branch, item) in &lists {
        if lists.iter().filter(|(_, other)| other == item).count() > 1 {
            continue;
        }
        let of_item = if *item == TypeRef::String { &["&str"] } else { sources(item) };
        let others: Vec<_> = of_item.iter().map(|source| spelled(source)).filter(|one| !taken.contains(one)).collect();
        let all: Vec<_> = [scope.ty(item).to_string()].into_iter().chain(others.iter().cloned()).collect();
        rows.push(format!("{}::{}: {};", def.name, branch.name, all.join(", ")));
        taken.extend(others);
    }
    (!rows.is_empty()).then(|| Piece::Table(Table { name: BRANCH_FROM_ARRAYS, head: None, rows }))
}

/// Generates the conversions from what a setter of a branch alone would take. The first branch that takes something
/// gets it.
fn others(def: &TypeDef, branches: &[Branch]) -> Option<Piece> {
    let mut taken: Vec<_> = branches.iter().flat_map(|branch| own(&branch.ty)).collect();
    let mut rows = Vec::new();
    for branch in branches {
        let sources: Vec<_> = sources(&branch.ty).iter().filter(|source| !taken.contains(source)).collect();
        if !sources.is_empty() {
            let list = sources.iter().map(|source| spelled(source)).collect::<Vec<_>>().join(", ");
            rows.push(format!("{}::{}: {list};", def.name, branch.name));
            taken.extend(sources);
        }
    }
    (!rows.is_empty()).then(|| Piece::Table(Table { name: BRANCH_FROM, head: None, rows }))
}

/// A value of a discriminator or of a constant, as the runtime converts it.
pub(super) fn literal(value: &Literal) -> String {
    match value {
        Literal::Text(text) => quoted(text),
        Literal::Integer(number) => format!("{number}_i64"),
        Literal::Boolean(value) => value.to_string(),
        Literal::Number(text) => format!("{text}_f64"),
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
