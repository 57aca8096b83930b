//! Objects as structs.

use proc_macro2::TokenStream;
use quote::quote;

use super::rt::{EMPTY, ERROR, MAP, NULLABLE, OBJECT, PRESENT, UNKNOWN_FIELDS};
use super::tokens::{ident, quoted};
use super::{Piece, Scope, Table, constructors, docs as text, limits, unions};
use crate::ir::{Constant, Conversion, Field, Presence, Shape, Struct, TypeDef, TypeRef};

pub(super) fn emit(scope: &Scope<'_>, def: &TypeDef, object: &Struct, sent: bool) -> Vec<Piece> {
    let name = ident(&def.name);
    let fields = object.fields.iter().map(|field| {
        let (docs, name) = (scope.docs(text::field(field)), ident(&field.name));
        let ty = scope.field(&field.ty, field.presence);
        quote!(#docs pub #name: #ty)
    });
    let rest = object.rest.as_ref().map(|(name, ty)| {
        let (name, ty) = (ident(name), scope.ty(ty));
        quote!(#[doc = " All other properties, by key."] pub #name: #MAP<#ty>)
    });
    let type_docs = scope.docs(text::type_docs(def));
    // The table reads and writes it.
    let fields = fields.chain(rest).chain([quote!(_unknown_fields: #UNKNOWN_FIELDS)]);
    // With a tag, the default is that of the constructor.
    let is_derived = sent && constructors::has_default(object) && object.tags.is_empty();
    let default = is_derived.then(|| quote!(Default,));
    let must_use = sent.then(|| quote!(#[must_use = "setters return the changed value"]));
    let mut pieces = vec![Piece::Item(quote! {
        #type_docs
        #[derive(Clone, #default PartialEq)]
        #must_use
        #[non_exhaustive]
        pub struct #name { #(#fields),* }
    })];
    if sent {
        pieces.extend(constructors::emit(scope, def, object));
    }
    pieces.extend(object.conversions.iter().filter_map(|from| conversion(scope, def, object, from)).map(Piece::Item));
    pieces.push(Piece::Table(table(scope, def, object)));
    pieces
}

fn conversion(scope: &Scope<'_>, def: &TypeDef, object: &Struct, from: &Conversion) -> Option<TokenStream> {
    let source = scope.output.def(from.source)?;
    let Shape::Struct(source_object) = &source.shape else { return None };
    let name = ident(&def.name);
    let source = scope.ty(&TypeRef::Named(from.source));
    let fields = from.pairs(object, source_object).map(|(to, from)| {
        let (to_name, from_name) = (ident(&to.name), ident(&from.name));
        let cloned = if is_copy(from) { quote!(source.#from_name) } else { quote!(source.#from_name.clone()) };
        let value = match (from.presence, to.presence) {
            (from, to) if from == to => cloned,
            (Presence::OptionalNullable, Presence::Required) => {
                let key = &to.wire_name;
                quote!(#PRESENT(#key, #cloned.into_option())?)
            }
            (_, Presence::Required) => {
                let key = &to.wire_name;
                quote!(#PRESENT(#key, #cloned)?)
            }
            (Presence::Required, Presence::Optional | Presence::Nullable) => quote!(Some(#cloned)),
            (Presence::OptionalNullable, Presence::Optional) => quote!(#cloned.into_option()),
            (Presence::Optional, Presence::OptionalNullable) => {
                quote!(#cloned.map_or(#NULLABLE::Absent, Into::into))
            }
            (_, Presence::OptionalNullable) => quote!(#cloned.into()),
            _ => cloned,
        };
        quote!(#to_name: #value)
    });
    let fields: Vec<_> = fields.collect();
    // What the source has besides stays behind.
    let blank = quote!(..#EMPTY::empty());
    if from.can_fail(object, source_object) {
        return Some(quote! {
            #[doc = " Fails if the value lacks a property that the request requires."]
            impl TryFrom<&#source> for #name {
                type Error = #ERROR;

                #[inline]
                fn try_from(source: &#source) -> Result<Self, #ERROR> { Ok(Self { #(#fields,)* #blank }) }
            }
        });
    }
    Some(quote! {
        impl From<&#source> for #name {
            #[inline]
            fn from(source: &#source) -> Self { Self { #(#fields,)* #blank } }
        }
    })
}

fn is_copy(field: &Field) -> bool {
    matches!(field.ty, TypeRef::Integer | TypeRef::Unsigned | TypeRef::Float | TypeRef::Boolean)
        && field.presence != Presence::OptionalNullable
}

fn table(scope: &Scope<'_>, def: &TypeDef, object: &Struct) -> Table {
    let mut rows: Vec<_> = object
        .fields
        .iter()
        .map(|field| {
            let presence = if field.presence.is_required() { "required" } else { "optional" };
            let limits = limits::calls(*field.limits).iter().map(ToString::to_string).collect::<Vec<_>>();
            let sensitive = field.sensitive.map(|is_sensitive| format!("sensitive({is_sensitive})"));
            let default = field.default.as_ref().map(|json| format!("default({})", quoted(json)));
            let limits: Vec<_> = limits.into_iter().chain(default).chain(sensitive).collect();
            let limits = if limits.is_empty() { String::new() } else { format!(" [{}]", limits.join(" ")) };
            format!("{}: {} {presence}{limits},", field.name, quoted(&field.wire_name))
        })
        .collect();
    let constant = |one: &Constant| format!("const {} = {},", quoted(&one.wire_name), unions::literal(&one.value));
    rows.extend(object.constants.iter().map(constant));
    rows.extend(object.rest.as_ref().map(|(name, _)| format!("..{name},")));
    Table { name: OBJECT, head: Some(scope.head(&def.name)), rows }
}
