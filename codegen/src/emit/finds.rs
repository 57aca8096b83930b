//! Methods that look up one item of a list, by calling the list with one value of a filter.

use proc_macro2::TokenStream;
use quote::quote;

use super::rt::MATCH;
use super::sending::{Call, Decoder, Several};
use super::tokens::ident;
use super::{Piece, Scope, aliases, builders, docs as text, errors, example, operations, parameters};
use crate::ir::{Find, Match, Operation, Resource, Success};

pub(super) fn method(scope: &Scope<'_>, version: &str, operation: &Operation, find: &Find) -> TokenStream {
    let (name, builder) = (ident(&find.name), ident(&find.builder));
    let linked = operations::linked(scope, &find.item);
    let example = example::find(scope, version, operation, find);
    let docs = scope.docs(text::find(operation, find, &linked, errors::docs(scope, operation), example.as_deref()));
    let deprecated = operations::deprecated(scope, operation);
    let (mut arguments, request) = operations::arguments(scope, operation, Some(&find.by));
    let (ty, request) = parameters::sent_alone(scope, &find.by, &request);
    arguments.push(ident(&find.by.name), ty);
    let inline = arguments.inline();
    let (item, parameter) = (scope.ty(&find.item).to_string(), &find.by.wire_name);
    let matching = match &find.matching {
        Match::Exact(property) => quote!(#MATCH::Exact(#property)),
        Match::IgnoreCase(property) => quote!(#MATCH::IgnoreCase(#property)),
        Match::Unchecked => quote!(#MATCH::Unchecked),
    };
    let request = quote!(#request.lookup(#item, #parameter, #matching));
    let aliases = aliases::methods(scope, &find.aliases, &find.name, &arguments, quote!(#builder));
    quote! {
        #docs
        #deprecated
        #inline
        pub fn #name(&self, #arguments) -> #builder { #builder(#request) }
        #(#aliases)*
    }
}

/// Generates the request builder. It has the setters of the list that select what is included in the items.
pub(super) fn emit(scope: &Scope<'_>, resource: &Resource, operation: &Operation, find: &Find) -> Vec<Piece> {
    let choices = operation.request.parameters.iter().filter(|parameter| parameter.selects_extras());
    let (decoder, ty) = match &operation.responses.success {
        Success::JsonOrEmpty(ty) => ("first_or_none", ty),
        Success::Json(ty) => ("first", ty),
        Success::Empty
        | Success::Plain(_)
        | Success::Events(_)
        | Success::JsonOrNone(_)
        | Success::Partial { .. }
        | Success::Outputs { .. } => {
            return Vec::new();
        }
    };
    let (list, item) = (scope.ty(ty), scope.ty(&find.item));
    let (value, decoder) = (item.option(), Decoder { name: decoder, of: Some(list) });
    let call = Call { value, decoder, several: Several::No };
    builders::shell(scope, &find.builder, text::builder(resource, &find.name), choices, &call)
}
