//! The variants of the runtime's enums, by what the IR has.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{ListStyle, Method, Paging, Place, SecretPlace, Style};

pub(super) fn secret_place(value: SecretPlace) -> TokenStream {
    match value {
        SecretPlace::Header => quote!(Header),
        SecretPlace::Bearer => quote!(Bearer),
        SecretPlace::Basic => quote!(Basic),
        SecretPlace::Query => quote!(Query),
        SecretPlace::Cookie => quote!(Cookie),
    }
}

pub(super) fn place(value: Place) -> TokenStream {
    match value {
        Place::Path => quote!(Path),
        Place::Query => quote!(Query),
        Place::Header => quote!(Header),
        Place::Cookie => quote!(Cookie),
    }
}

pub(super) fn style(value: Style) -> TokenStream {
    match value {
        Style::Simple => quote!(Simple),
        Style::SimpleExploded => quote!(SimpleExploded),
        Style::Label => quote!(Label),
        Style::LabelExploded => quote!(LabelExploded),
        Style::Matrix => quote!(Matrix),
        Style::MatrixExploded => quote!(MatrixExploded),
        Style::Form => quote!(Form),
        Style::FormExploded => quote!(FormExploded),
        Style::Space => quote!(Space),
        Style::Pipe => quote!(Pipe),
        Style::Deep => quote!(Deep),
        Style::Json => quote!(Json),
    }
}

pub(super) fn method(value: Method) -> TokenStream {
    match value {
        Method::Get => quote!(Get),
        Method::Put => quote!(Put),
        Method::Post => quote!(Post),
        Method::Delete => quote!(Delete),
        Method::Options => quote!(Options),
        Method::Head => quote!(Head),
        Method::Patch => quote!(Patch),
    }
}

pub(super) fn paging(value: Paging) -> TokenStream {
    match value {
        Paging::Offset => quote!(Offset),
        Paging::Cursor => quote!(Cursor),
        Paging::List => quote!(List),
    }
}

pub(super) fn list_style(value: ListStyle) -> TokenStream {
    match value {
        ListStyle::Comma => quote!(Comma),
        ListStyle::Space => quote!(Space),
        ListStyle::Pipe => quote!(Pipe),
        ListStyle::Repeat => quote!(Repeat),
    }
}
