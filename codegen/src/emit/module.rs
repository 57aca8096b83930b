//! A fragment as a module.

use quote::quote;

use super::tokens::ident;
use super::{
    Body, File, Output, Piece, Scope, aliases, docs, enums, fixtures, listings, operations, rt, structs, unions,
};
use crate::ir::{Module, Shape, Version};

/// Generates the file. The types go to `body` one by one: the tokens of all types together would be many times as large
/// as the document.
pub(super) fn file(output: &Output<'_>, index: usize, version: &Version, module: &Module, body: Body<'_>) -> File {
    let scope = Scope { output, version: index, module, uses: Default::default(), comments: Default::default() };
    let mut done = |pieces: Vec<Piece>| body(pieces, scope.comments.take());
    if let Some(resource) = &module.resource {
        done(operations::emit(&scope, version.name.as_str(), resource));
    }
    done(aliases::types(&scope, module));
    for id in &module.types {
        let Some(def) = output.def(*id) else { continue };
        done(match &def.shape {
            Shape::Struct(object) => {
                let mut pieces = structs::emit(&scope, def, object, output.facts.sent.contains(id));
                let listing = output.facts.listings.get(id);
                pieces.extend(listing.and_then(|listing| listings::listing(&scope, def, object, listing)));
                pieces.extend(output.facts.page_infos.get(id).map(|info| listings::page_info(def, info)));
                pieces
            }
            Shape::Enum(variants) => enums::emit(&scope, def, variants),
            Shape::Union(branches) => unions::emit(&scope, def, branches),
        });
    }
    done(module.resource.as_ref().and_then(|resource| fixtures::emit(&scope, resource)).into_iter().collect());
    File {
        path: format!("{}/{}.rs", version.name.plain(), module.name.plain()),
        source: module.source.clone(),
        docs: docs::module(module),
        pieces: uses(&scope),
        comments: scope.comments.take(),
    }
}

fn uses(scope: &Scope<'_>) -> Vec<Piece> {
    let neighbours: Vec<_> = scope.uses.borrow().iter().map(ident).collect();
    let neighbours = match neighbours.as_slice() {
        [] => None,
        [one] => Some(Piece::Item(quote!(use super::#one;))),
        all => Some(Piece::Item(quote!(use super::{#(#all),*};))),
    };
    neighbours.into_iter().chain([Piece::Item(rt::import())]).collect()
}
