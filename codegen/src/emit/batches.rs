//! Methods that take any number of items.

use proc_macro2::TokenStream;
use quote::quote;

use super::rt::{BATCHES, DECODER, INTO_ITEMS};
use super::rust_type::RustType;
use super::tokens::ident;
use super::{Scope, docs as text, example, operations, parameters};
use crate::ir::{Ident, Operation, Success, TypeRef};

/// The method, where an operation takes a list, and answers with one.
pub(super) fn emit(scope: &Scope<'_>, version: &str, operation: &Operation) -> Option<TokenStream> {
    let (batches, body) = (operation.calls.batches.as_ref()?, operation.request.body.as_ref()?);
    let TypeRef::List(item) = &body.ty else { return None };
    let answer = answer(scope, operation)?;
    let (arguments, request) = operations::arguments(scope, operation, None);
    let (name, argument) = (ident(&batches.name), ident(&body.name));
    let (item, limits) = (scope.ty(item), parameters::limits(*body.limits).map(|limits| quote!(.within(#limits))));
    let example = example::batches(scope, version, operation, &batches.name);
    let docs = scope.docs(text::batches(operation, example.as_deref()));
    let deprecated = operations::deprecated(scope, operation);
    let (decoder, answer) = answer;
    Some(quote! {
        #docs
        #deprecated
        pub fn #name<M>(&self, #arguments #argument: impl #INTO_ITEMS<#item, M>) -> #BATCHES<#item, #answer> {
            #BATCHES::new(#request, #argument, #DECODER::#decoder()) #limits
        }
    })
}

/// The name of that method, where there is one.
pub(super) fn name<'a>(scope: &Scope<'_>, operation: &'a Operation) -> Option<&'a Ident> {
    answer(scope, operation)?;
    operation.calls.batches.as_ref().map(|batches| &batches.name)
}

/// The decoder and the type of an answer that is a list to the runtime.
fn answer(scope: &Scope<'_>, operation: &Operation) -> Option<(TokenStream, RustType)> {
    match &operation.responses.success {
        Success::Json(ty) if operation.responses.is_list => Some((quote!(list), scope.ty(ty))),
        Success::JsonOrEmpty(ty) if operation.responses.is_list => Some((quote!(list_or_empty), scope.ty(ty))),
        Success::Partial { whole, part, .. } => Some((quote!(partial), scope.batch_answer(whole, part))),
        _ => None,
    }
}
