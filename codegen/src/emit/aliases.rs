//! The names that items had before, as deprecated aliases, and the paths that types had before they moved.

use proc_macro2::TokenStream;
use quote::quote;

use super::arguments::Arguments;
use super::tokens::ident;
use super::{Piece, Scope};
use crate::ir::{Ident, Module, TypeAlias, Variant};

/// Generates the aliases of types, builders and the handle.
pub(super) fn types(scope: &Scope<'_>, module: &Module) -> Vec<Piece> {
    let alias = |alias: &TypeAlias| {
        let (old, name) = (ident(&alias.old), scope.placed(alias.module, &alias.name));
        if alias.module.is_some() {
            let renamed = (alias.old != alias.name).then(|| quote!(as #old));
            return Piece::Item(quote!(pub use #name #renamed;));
        }
        let (lifetime, deprecated) = (alias.borrows.then(|| quote!(<'a>)), deprecated(&alias.name));
        Piece::Item(quote!(#deprecated pub type #old #lifetime = #name #lifetime;))
    };
    module.aliases.iter().map(alias).collect()
}

/// Generates the methods of a handle that call one with a new name.
pub(super) fn methods(
    scope: &Scope<'_>,
    aliases: &[Ident],
    name: &Ident,
    arguments: &Arguments,
    returned: TokenStream,
) -> Vec<TokenStream> {
    let passed: Vec<_> = arguments.list.iter().map(|(name, _)| name).collect();
    let method = |old: &Ident| {
        let (docs, deprecated, inline) = (docs(scope, name), deprecated(name), arguments.inline());
        let (old, name) = (ident(old), ident(name));
        quote! {
            #docs
            #deprecated
            #inline
            pub fn #old(&self, #arguments) -> #returned { self.#name(#(#passed),*) }
        }
    };
    aliases.iter().map(method).collect()
}

/// Generates the setters that call one with a new name.
pub(super) fn setters(scope: &Scope<'_>, aliases: &[Ident], name: &Ident, arguments: &Arguments) -> Vec<TokenStream> {
    let passed: Vec<_> = arguments.list.iter().map(|(name, _)| name).collect();
    let setter = |old: &Ident| {
        let (docs, deprecated, inline) = (docs(scope, name), deprecated(name), arguments.inline());
        let (convention, old, name) = (super::tokens::setter_convention(old), ident(old), ident(name));
        quote! {
            #docs
            #convention
            #deprecated
            #inline
            pub fn #old(self, #arguments) -> Self { self.#name(#(#passed),*) }
        }
    };
    aliases.iter().map(setter).collect()
}

/// Generates the constants for variants with a new name.
pub(super) fn variants(scope: &Scope<'_>, enum_name: &Ident, variants: &[Variant]) -> Option<Piece> {
    let constants = variants.iter().flat_map(|variant| {
        variant.aliases.iter().map(|old| {
            let (docs, deprecated) = (docs(scope, &variant.name), deprecated(&variant.name));
            let (old, name) = (ident(old), ident(&variant.name));
            quote! {
                #docs
                #deprecated
                #[allow(non_upper_case_globals, reason = "a variant had this name")]
                pub const #old: Self = Self::#name;
            }
        })
    });
    let constants: Vec<_> = constants.collect();
    let enum_name = ident(enum_name);
    (!constants.is_empty()).then(|| Piece::Item(quote!(impl #enum_name { #(#constants)* })))
}

fn docs(scope: &Scope<'_>, name: &Ident) -> TokenStream {
    scope.docs(format!("The former name of [`{name}`](Self::{name})."))
}

fn deprecated(name: &Ident) -> TokenStream {
    let note = format!("renamed to `{}`", name.plain());
    quote!(#[deprecated(note = #note)])
}
