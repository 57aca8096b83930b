//! Methods that send any number of items.

use proc_macro2::TokenStream;
use quote::quote;

use super::rt::{BATCHES, DECODER, INTO_ITEMS};
use super::sending::Call;
use super::tokens::ident;
use super::{Scope, docs as text, example, operations, parameters};
use crate::ir::{Ident, Operation, TypeRef};

/// Generates the method, for an operation that sends an array and returns one.
pub(super) fn emit(scope: &Scope<'_>, version: &str, operation: &Operation) -> Option<TokenStream> {
    let (batches, body) = (operation.batches()?, operation.request.body.as_ref()?);
    let TypeRef::List(item) = &body.ty else { return None };
    let Call { value: response, decoder, .. } = Call::of(scope, operation);
    let (arguments, request) = operations::arguments(scope, operation, None);
    let (name, argument) = (ident(&batches.name), ident(&body.name));
    let (item, limits) = (scope.ty(item), parameters::limits(*body.limits).map(|limits| quote!(.within(#limits))));
    let example = example::batches(scope, version, operation, &batches.name);
    let docs = scope.docs(text::batches(operation, example.as_deref()));
    let deprecated = operations::deprecated(scope, operation);
    let former = batches.aliases.iter().map(|old| {
        let (old, note) = (ident(old), format!("renamed to `{}`", batches.name.plain()));
        let passed = arguments.list.iter().map(|(name, _)| name);
        let docs = scope.docs(format!("The former name of [`{name}`](Self::{name})."));
        quote! {
            #docs
            #[deprecated(note = #note)]
            pub fn #old<M>(&self, #arguments #argument: impl #INTO_ITEMS<#item, M>) -> #BATCHES<#item, #response> {
                self.#name(#(#passed,)* #argument)
            }
        }
    });
    let former: Vec<_> = former.collect();
    Some(quote! {
        #docs
        #deprecated
        pub fn #name<M>(&self, #arguments #argument: impl #INTO_ITEMS<#item, M>) -> #BATCHES<#item, #response> {
            let request = #request;
            #BATCHES::new(request, #argument, #DECODER::#decoder()) #limits
        }
        #(#former)*
    })
}

/// Returns the name of the method, if there is one.
pub(super) fn name(operation: &Operation) -> Option<&Ident> {
    operation.batches().map(|batches| &batches.name)
}
