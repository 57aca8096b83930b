//! The root of a complete crate.

use quote::quote;

use super::tokens::ident;
use super::{File, Output, Piece, client, rt};
use crate::ir::Ident;

pub(super) fn file(output: &Output<'_>) -> File {
    let versions = &output.api.versions;
    let module = ident(&Ident::snake("client"));
    let modules = versions.iter().map(|version| {
        let (name, feature) = (ident(&version.name), output.version_feature(version));
        Piece::Item(quote!(#feature pub mod #name;))
    });
    // The types of the runtime that the client accepts and returns; the crate's own names take precedence.
    let uses = [
        match client::has_setters(&output.api.client) {
            true => quote!(pub use self::#module::{Client, ClientBuilder};),
            false => quote!(pub use self::#module::Client;),
        },
        {
            let export = rt::export();
            quote!(#[doc(inline)] #export)
        },
    ];
    let pieces =
        std::iter::once(Piece::Item(quote!(mod #module;))).chain(modules).chain(uses.map(Piece::Item)).collect();
    let docs = versions.iter().map(|version| super::docs::prose(&version.docs)).collect::<Vec<_>>().join("\n\n");
    File { path: "lib.rs".to_owned(), source: output.api.documents(), docs, pieces, comments: Vec::new() }
}
