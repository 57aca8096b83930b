//! Arguments of generated functions, as data.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::rust_type::RustType;

/// The type of an argument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Taken {
    /// The type itself.
    Plain(RustType),
    /// `impl Into` of the type.
    Into(RustType),
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

impl ToTokens for Arguments {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let arguments = self.list.iter().map(|(name, taken)| quote!(#name: #taken));
        tokens.extend(quote!(#(#arguments,)*));
    }
}
