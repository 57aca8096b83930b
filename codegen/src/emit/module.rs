//! A fragment as a module.

use proc_macro2::TokenStream;
use quote::quote;

use super::tokens::{ident, rust};
use super::{File, Output, Piece, Scope, docs, enums, fixtures, listings, operations, structs, unions};
use crate::ir::{Ident, Module, Shape, Version};

pub(super) fn file(output: &Output<'_>, index: usize, version: &Version, module: &Module) -> File {
    let scope = Scope { output, version: index, module, uses: Default::default(), comments: Default::default() };
    let mut pieces = Vec::new();
    if let Some(resource) = &module.resource {
        pieces.extend(operations::emit(&scope, version.name.as_str(), resource));
    }
    for id in &module.types {
        let Some(def) = output.def(*id) else { continue };
        pieces.extend(match &def.shape {
            Shape::Struct(object) => {
                let mut pieces = structs::emit(&scope, def, object, output.facts.sent.contains(id));
                let listing = output.facts.listings.get(id);
                pieces.extend(listing.into_iter().flat_map(|listing| listings::emit(&scope, def, object, listing)));
                pieces
            }
            Shape::Enum(variants) => enums::emit(&scope, def, variants),
            Shape::Union(branches) => unions::emit(&scope, def, branches),
        });
    }
    pieces.extend(module.resource.as_ref().and_then(|resource| fixtures::emit(&scope, resource)));
    let mut items = uses(&scope);
    items.extend(pieces);
    File {
        path: format!("{}/{}.rs", version.name.plain(), module.name.plain()),
        source: module.source.clone(),
        docs: docs::prose(&module.docs),
        pieces: items,
        comments: scope.comments.into_texts(),
    }
}

fn uses(scope: &Scope<'_>) -> Vec<Piece> {
    let neighbours: Vec<TokenStream> = scope.uses.borrow().iter().map(|name| rust(name)).collect();
    let neighbours = match neighbours.as_slice() {
        [] => None,
        [one] => Some(Piece::Item(quote!(use super::#one;))),
        all => Some(Piece::Item(quote!(use super::{#(#all),*};))),
    };
    neighbours.into_iter().chain(runtime(scope.output)).collect()
}

/// The import of the runtime.
pub(super) fn runtime(output: &Output<'_>) -> Option<Piece> {
    let path = rust(&output.options.runtime);
    let alias = ident(&Ident::snake("rt"));
    Some(Piece::Item(quote!(use #path as #alias;)))
}
