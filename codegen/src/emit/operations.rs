//! Resource handles: a method for each operation.

use proc_macro2::TokenStream;
use quote::quote;

use super::arguments::Arguments;
use super::rt::{BATCH_RESPONSE, CORE, EVENT_STREAM, REQUEST};
use super::tokens::ident;
use super::{
    Piece, Scope, aliases, batches, builders, docs as text, errors, example, finds, headers, outputs, parameters,
};
use crate::ir::{Deprecation, Operation, Parameter, Plain, Resource, Success, TypeRef};

pub(super) fn emit(scope: &Scope<'_>, version: &str, resource: &Resource) -> Vec<Piece> {
    let name = ident(&resource.name);
    let client = match scope.output.is_at_hand(scope.module) {
        true => "client".to_owned(),
        false => format!("client.{version}()"),
    };
    let handle_docs = scope.docs(text::handle(&client, scope.module, resource));
    let methods = resource.operations.iter().flat_map(|operation| {
        let finds = operation.calls.finds.iter().map(|find| finds::method(scope, version, operation, find));
        let batches = batches::emit(scope, version, operation);
        std::iter::once(method(scope, version, operation)).chain(finds).chain(batches).collect::<Vec<_>>()
    });
    let mut pieces = vec![
        Piece::Item(quote! {
            #handle_docs
            #[derive(Clone, Copy, Debug)]
            pub struct #name<'a>(pub(super) &'a #CORE);
        }),
        Piece::Item(quote! {
            impl #name<'_> {
                #(#methods)*
            }
        }),
    ];
    let mut emitted = Vec::new();
    for operation in &resource.operations {
        pieces.extend(builders::emit(scope, resource, operation));
        if let Success::Outputs { name, responses } = &operation.responses.success
            && !emitted.contains(&name)
        {
            pieces.extend(outputs::emit(scope, operation, name, responses));
            emitted.push(name);
        }
        pieces.extend(operation.calls.finds.iter().flat_map(|find| finds::emit(scope, resource, operation, find)));
    }
    pieces.extend(headers::emit(scope, resource));
    pieces
}

fn method(scope: &Scope<'_>, version: &str, operation: &Operation) -> TokenStream {
    let (name, builder) = (ident(&operation.names.method), ident(&operation.names.builder));
    let example = example::call(scope, version, operation);
    let more = text::more(operation, scope.is_paged(operation), batches::name(operation));
    let response = response(scope, &operation.responses.success);
    let errors = errors::docs(scope, operation);
    let method_docs = scope.docs(text::method(operation, more, &response, errors, example.as_deref()));
    let deprecated = deprecated(scope, operation);
    let (mut arguments, mut request) = arguments(scope, operation, None);
    if let Some(body) = operation.request.body.as_ref().filter(|body| body.required) {
        let (taken, call) = parameters::body_call(scope, body);
        arguments.list.extend(taken.list);
        request = quote!(#request #call);
    }
    let inline = arguments.inline();
    let names = &operation.names;
    let aliases = aliases::methods(scope, &names.aliases, &names.method, &arguments, quote!(#builder));
    quote! {
        #method_docs
        #deprecated
        #inline
        pub fn #name(&self, #arguments) -> #builder { #builder(#request) }
        #(#aliases)*
    }
}

/// Generates the attribute of a deprecated operation.
pub(super) fn deprecated(scope: &Scope<'_>, operation: &Operation) -> Option<TokenStream> {
    operation.docs.deprecated.as_ref().map(|Deprecation { replacements }| {
        let note = text::replacement(&scope.output.paths_of(replacements));
        quote!(#[deprecated(note = #note)])
    })
}

/// Returns the arguments for the required parameters, except `without`, and the request that contains them.
pub(super) fn arguments(
    scope: &Scope<'_>,
    operation: &Operation,
    without: Option<&Parameter>,
) -> (Arguments, TokenStream) {
    let constant = ident(&operation.names.constant);
    let mut arguments = Arguments::default();
    let mut request = quote!(#REQUEST::new(self.0, &#constant));
    for parameter in operation.request.arguments(without) {
        let (argument, (ty, next)) = (ident(&parameter.name), parameters::sent(scope, parameter, &request, false));
        arguments.push(argument, ty);
        request = next;
    }
    (arguments, request)
}

/// Returns the documentation of the success type, with links.
fn response(scope: &Scope<'_>, success: &Success) -> String {
    match success {
        Success::Empty => String::new(),
        Success::Plain(Plain::Text) => "The text of the body".to_owned(),
        Success::Plain(Plain::Bytes) => "The bytes of the body".to_owned(),
        Success::Events(Some(ty)) => {
            format!("[Events]({EVENT_STREAM}) as they arrive, with data of {}", linked(scope, ty))
        }
        Success::Events(None) => format!("[Events]({EVENT_STREAM}) as they arrive, with text"),
        Success::Json(ty) | Success::JsonOrEmpty(ty) => linked(scope, ty),
        Success::JsonOrNone(ty) => format!("{} or nothing", linked(scope, ty)),
        Success::Partial { whole, part, .. } => {
            format!("[`BatchResponse`]({BATCH_RESPONSE}) of {}, or of {}", linked(scope, whole), linked(scope, part))
        }
        Success::Outputs { name, .. } => format!("[`{name}`]"),
    }
}

pub(super) fn linked(scope: &Scope<'_>, ty: &TypeRef) -> String {
    match ty {
        TypeRef::Named(_) => format!("[`{}`]", scope.ty(ty)),
        TypeRef::List(item) => format!("a list of {}", linked(scope, item)),
        TypeRef::Nullable(inner) => format!("{} or null", linked(scope, inner)),
        ty => format!("`{}`", scope.ty(ty)),
    }
}
