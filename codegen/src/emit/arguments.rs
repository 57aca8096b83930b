//! Arguments of generated functions, as data.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::rt::OR_NULL;
use super::rust_type::RustType;

/// The type of an argument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Taken {
    /// The type itself.
    Plain(RustType),
    /// `impl Into` of the type.
    Into(RustType),
    /// A value for a field of the type, which may be null: the function has the type parameter `By`.
    OrNull(RustType),
    /// An iterator over such items.
    Items(Box<Taken>),
    /// An iterator over keys and such values.
    Entries(Box<Taken>),
}

impl Taken {
    /// Returns the argument for an iterator over such items.
    pub(super) fn items(self) -> Self {
        Self::Items(Box::new(self))
    }

    /// Returns the argument for an iterator over keys and such values.
    pub(super) fn entries(self) -> Self {
        Self::Entries(Box::new(self))
    }

    /// Returns the type parameters that the function declares for the argument.
    pub(super) fn generics(&self) -> Option<TokenStream> {
        matches!(self, Self::OrNull(_)).then(|| quote!(<By>))
    }

    /// Returns whether the function is generic, and therefore compiled in the calling crate anyway.
    pub(super) fn is_generic(&self) -> bool {
        !matches!(self, Self::Plain(_))
    }
}

impl ToTokens for Taken {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Plain(ty) => ty.to_tokens(tokens),
            Self::Into(ty) => tokens.extend(quote!(impl Into<#ty>)),
            Self::OrNull(ty) => tokens.extend(quote!(impl #OR_NULL<#ty, By>)),
            Self::Entries(value) => tokens.extend(quote!(impl IntoIterator<Item = (impl Into<String>, #value)>)),
            Self::Items(item) => tokens.extend(quote!(impl IntoIterator<Item = #item>)),
        }
    }
}

/// The arguments of a function.
#[derive(Default)]
pub(super) struct Arguments {
    pub(super) list: Vec<(proc_macro2::Ident, Taken)>,
}

impl Arguments {
    pub(super) fn push(&mut self, name: proc_macro2::Ident, taken: Taken) {
        self.list.push((name, taken));
    }

    /// Returns `#[inline]`, so that calling crates can inline the function. A generic one does not need it.
    pub(super) fn inline(&self) -> Option<TokenStream> {
        let is_generic = self.list.iter().any(|(_, taken)| taken.is_generic());
        (!is_generic).then(|| quote!(#[inline]))
    }
}

impl Arguments {
    /// Returns the type parameters that the function declares. At most one argument has one.
    pub(super) fn generics(&self) -> Option<TokenStream> {
        self.list.iter().find_map(|(_, taken)| taken.generics())
    }
}

impl ToTokens for Arguments {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let arguments = self.list.iter().map(|(name, taken)| quote!(#name: #taken));
        tokens.extend(quote!(#(#arguments,)*));
    }
}
