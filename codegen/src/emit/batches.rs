//! Methods that take any number of items.

use proc_macro2::TokenStream;
use quote::quote;

use super::tokens::{ident, rust};
use super::{Scope, docs as text, example, operations, parameters};
use crate::ir::{Ident, Operation, Success, TypeRef};

/// The method, where an operation takes a list, and answers with one.
pub(super) fn emit(scope: &Scope<'_>, version: &str, operation: &Operation) -> Option<TokenStream> {
    let (batches, body) = (operation.calls.batches.as_ref()?, operation.request.body.as_ref()?);
    let TypeRef::List(item) = &body.ty else { return None };
    let answer = answer(scope, operation)?;
    let (mut arguments, request) = operations::arguments(scope, operation, None);
    let (name, argument, error) = (ident(&batches.name), ident(&body.name), ident(&operation.names.error));
    let (item, limits) = (scope.ty_tokens(item), parameters::limits(*body.limits));
    arguments.push(quote!(#argument: impl rt::IntoItems<#item, M>));
    let example = example::batches(scope, version, operation, &batches.name);
    let docs = scope.docs(text::batches(operation, example.as_deref()));
    let deprecated = operations::deprecated(scope, operation);
    let (decoder, answer) = (rust(answer.0), rust(&answer.1));
    Some(quote! {
        #docs
        #deprecated
        #[inline]
        pub fn #name<M>(&self, #(#arguments),*) -> rt::Batches<#item, #answer, #error> {
            rt::Batches::new(#request, #argument, #limits, rt::Decoder::#decoder())
        }
    })
}

/// The name of that method, where there is one.
pub(super) fn name<'a>(scope: &Scope<'_>, operation: &'a Operation) -> Option<&'a Ident> {
    answer(scope, operation)?;
    operation.calls.batches.as_ref().map(|batches| &batches.name)
}

/// The decoder and the type of an answer that is a list to the runtime.
fn answer(scope: &Scope<'_>, operation: &Operation) -> Option<(&'static str, String)> {
    match &operation.responses.success {
        Success::Json(ty) if operation.responses.is_list => Some(("list", scope.ty(ty))),
        Success::JsonOrEmpty(ty) if operation.responses.is_list => Some(("list_or_empty", scope.ty(ty))),
        Success::Partial { whole, part, .. } => Some(("partial", scope.batch_answer(whole, part))),
        _ => None,
    }
}
