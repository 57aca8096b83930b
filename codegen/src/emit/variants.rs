//! Converts enums of the IR to variants of the runtime's enums.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{CredentialLocation, ListStyle, Method, Paging, ParamIn, Style};

pub(super) fn credential_location(value: CredentialLocation) -> TokenStream {
    match value {
        CredentialLocation::Header => quote!(Header),
        CredentialLocation::Bearer => quote!(Bearer),
        CredentialLocation::Basic => quote!(Basic),
        CredentialLocation::Query => quote!(Query),
        CredentialLocation::Cookie => quote!(Cookie),
    }
}

pub(super) fn param_in(value: ParamIn) -> TokenStream {
    match value {
        ParamIn::Path => quote!(Path),
        ParamIn::Query => quote!(Query),
        ParamIn::Header => quote!(Header),
        ParamIn::Cookie => quote!(Cookie),
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
        Style::DeepRepeat => quote!(DeepRepeat),
        Style::DeepIndexed => quote!(DeepIndexed),
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
        Paging::Skip => quote!(Skip),
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
