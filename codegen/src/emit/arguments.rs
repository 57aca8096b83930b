//! Arguments of generated functions: how each is taken, as data.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::tokens::rust;

/// The type of an argument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Taken {
    /// The type itself.
    Plain(String),
    /// Whatever converts into it.
    Into(String),
    /// Any number of these.
    Items(Box<Taken>),
}

impl Taken {
    /// Any number of these.
    pub(super) fn items(self) -> Self {
        Self::Items(Box::new(self))
    }

    /// Whether the function is generic, and so compiled where it is called in any case.
    pub(super) fn is_generic(&self) -> bool {
        !matches!(self, Self::Plain(_))
    }

    /// As Rust spells it.
    pub(super) fn written(&self) -> String {
        match self {
            Self::Plain(ty) => ty.clone(),
            Self::Into(ty) => format!("impl Into<{ty}>"),
            Self::Items(item) => format!("impl IntoIterator<Item = {}>", item.written()),
        }
    }
}

impl ToTokens for Taken {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(rust(&self.written()));
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

    /// What lets crates inline the function that call it. A generic one needs no attribute for that.
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
