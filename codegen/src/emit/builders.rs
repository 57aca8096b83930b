//! Request builders: everything that can be set before a request is sent.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::arguments::Arguments;
use super::parameters::{body_call, sent};
use super::rt::{METHOD, OPERATION, PAGING, PARAM_LOCATION, REQUEST, SPLIT, STATUSES};
use super::sending::Call;
use super::tokens::{self, ident};
use super::{Piece, Scope, aliases, client, docs as text, errors, variants};
use crate::ir::{Body, FixedParameter, Ident, Operation, ParamLocation, Parameter, Resource, Status, Success};

pub(super) fn emit(scope: &Scope<'_>, resource: &Resource, operation: &Operation) -> Vec<Piece> {
    let mut pieces = vec![builder(scope, &operation.names.builder, text::builder(resource, &operation.names.method))];
    let optional = operation.request.parameters.iter().filter(|parameter| !parameter.required);
    let mut setters: Vec<_> = optional.map(|parameter| setter(scope, parameter)).collect();
    setters.extend(operation.request.body.iter().filter(|body| !body.required).map(|body| body_setter(scope, body)));
    setters.extend(operation.request.guard.is_some().then(all));
    let call = Call::of(scope, operation);
    pieces.push(Piece::Impl {
        of: operation.names.builder.clone(),
        formatted: setters.into_iter().collect(),
        written: call.methods(scope),
    });
    pieces.push(call.future(&operation.names.builder));
    pieces.push(Piece::Item(constant(scope, operation)));
    pieces
}

/// Generates a builder with setters for some parameters, and the methods that send it.
pub(super) fn shell<'a>(
    scope: &Scope<'_>,
    name: &Ident,
    docs: String,
    parameters: impl Iterator<Item = &'a Parameter>,
    call: &Call,
) -> Vec<Piece> {
    let mut pieces = vec![builder(scope, name, docs)];
    let formatted = parameters.map(|parameter| setter(scope, parameter)).collect();
    pieces.push(Piece::Impl { of: name.clone(), formatted, written: call.methods(scope) });
    pieces.push(call.future(name));
    pieces
}

fn builder(scope: &Scope<'_>, name: &Ident, docs: String) -> Piece {
    let docs = scope.docs_line(docs);
    Piece::Text(format!(
        "{docs}
#[derive(Clone, Debug)]
#[must_use = \"a request does nothing until it is awaited\"]
pub struct {name}({REQUEST});
"
    ))
}

fn setter(scope: &Scope<'_>, parameter: &Parameter) -> TokenStream {
    let (name, docs) = (ident(&parameter.name), scope.docs(text::parameter(parameter)));
    let deprecated = parameter.deprecated.then(|| quote!(#[deprecated]));
    let (ty, statement) = sent(scope, parameter, &quote!(self.0), true);
    let inline = (!ty.is_generic()).then(|| quote!(#[inline]));
    let convention = tokens::setter_convention(&parameter.name);
    let arguments = Arguments { list: vec![(name.clone(), ty)] };
    let aliases = aliases::setters(scope, &parameter.aliases, &parameter.name, &arguments);
    quote! {
        #docs
        #convention
        #deprecated
        #inline
        pub fn #name(mut self, #arguments) -> Self {
            #statement;
            self
        }
        #(#aliases)*
    }
}

fn body_setter(scope: &Scope<'_>, body: &Body) -> TokenStream {
    let (name, docs) = (ident(&body.name), scope.docs(text::body(body)));
    let (arguments, call) = body_call(scope, body);
    let inline = arguments.inline();
    let aliases = aliases::setters(scope, &body.aliases, &body.name, &arguments);
    quote! {
        #docs
        #inline
        pub fn #name(mut self, #arguments) -> Self {
            self.0 = self.0 #call;
            self
        }
        #(#aliases)*
    }
}

fn all() -> TokenStream {
    quote! {
        #[doc = " Selects everything. Without this, a call without a filter fails before it is sent."]
        #[inline]
        pub fn all(mut self) -> Self {
            self.0.allow_all();
            self
        }
    }
}

/// The parts of the body in the order of the document, each with the media type of its files.
fn parts(operation: &Operation) -> Option<TokenStream> {
    let part = |parameter: &Parameter| {
        let media_type = match &parameter.location {
            ParamLocation::Part(_) => "",
            ParamLocation::File(media_type) | ParamLocation::Files(media_type) => media_type,
            _ => return None,
        };
        let name = &parameter.wire_name;
        Some(quote!((#name, #media_type)))
    };
    let parts: Vec<_> = operation.request.parameters.iter().filter_map(part).collect();
    (!parts.is_empty()).then(|| quote!(parts: &[#(#parts),*],))
}

/// Generates the static that describes the operation.
fn constant(scope: &Scope<'_>, operation: &Operation) -> TokenStream {
    let name = ident(&operation.names.constant);
    let (id, path) = (&operation.origin.id, operation.request.sent_path());
    let method = variants::method(operation.request.method);
    let full_name = format!("{}.{}", scope.full_name(), operation.names.method.plain());
    // Common values are defaults of the runtime.
    let server = operation.request.server.as_ref().map(|server| quote!(server: Some(#server),));
    let security = operation.request.security.as_ref().map(|security| {
        let security = client::security(&scope.output.api.client, security, 2);
        quote!(security: Some(#security),)
    });
    let fixed = (!operation.request.fixed.is_empty()).then(|| {
        let fixed = operation.request.fixed.iter().map(|FixedParameter { location, wire_name, value }| {
            let location = variants::param_in(*location);
            quote!((#PARAM_LOCATION::#location, #wire_name, #value))
        });
        quote!(fixed: &[#(#fixed),*],)
    });
    let reserved = (!operation.request.reserved.is_empty()).then(|| {
        let reserved = &operation.request.reserved;
        quote!(reserved: &[#(#reserved),*],)
    });
    let content_type = operation.request.content_type.as_ref().map(|content_type| quote!(content_type: #content_type,));
    let parts = parts(operation);
    let accept = operation.request.accept.as_ref().map(|accept| quote!(accept: Some(#accept),));
    let other_media = (!operation.responses.other_media.is_empty()).then(|| {
        let others = &operation.responses.other_media;
        quote!(other_media: &[#(#others),*],)
    });
    let successes = (operation.responses.statuses != [Status::Code(200)]).then(|| {
        let statuses = errors::statuses_tokens(&operation.responses.statuses);
        quote!(successes: #STATUSES[#statuses],)
    });
    let errors = errors::field(scope, operation);
    let redirects = (!operation.responses.redirects.is_empty()).then(|| {
        let statuses = errors::statuses_tokens(&operation.responses.redirects);
        quote!(redirects: #STATUSES[#statuses],)
    });
    let paging = operation.calls.paging.map(|paging| {
        let paging = variants::paging(paging);
        quote!(paging: Some(#PAGING::#paging),)
    });
    let items = operation.calls.items_per_call.map(|items| quote!(items_per_call: Some(#items),));
    let concurrency = operation.calls.concurrency.map(|calls| quote!(concurrency: Some(#calls),));
    // The runtime knows the idempotent methods.
    let request = &operation.request;
    let idempotent = (request.idempotent && !request.method.is_idempotent()).then(|| quote!(idempotent: true,));
    let guard = operation.request.guard.as_ref().map(|guard| quote!(guard: Some(&[#(#guard),*]),));
    let batches = operation.calls.batches.as_ref();
    let key = batches.filter(|batches| !batches.key.is_empty()).map(|batches| {
        let key = &batches.key;
        quote!(batch_key: &[#(#key),*],)
    });
    let any_number = operation.batches().map(|batches| {
        let name = batches.name.plain();
        quote!(batches: Some(#name),)
    });
    let atomic = batches.filter(|batches| batches.atomic).map(|_| quote!(atomic: true,));
    let partial = match &operation.responses.success {
        Success::Partial { statuses, .. } => {
            let statuses = statuses.iter().map(|status| Literal::u16_unsuffixed(*status));
            Some(quote!(partial: &[#(#statuses),*],))
        }
        _ => None,
    };
    let split = (!operation.calls.split.is_empty()).then(|| {
        let (lists, whole) = (&operation.calls.split, &operation.calls.whole);
        quote!(split: Some(#SPLIT { lists: &[#(#lists),*], whole: &[#(#whole),*] }),)
    });
    let scopes = (!operation.request.scopes.is_empty()).then(|| {
        let scopes = &operation.request.scopes;
        quote!(scopes: &[#(#scopes),*],)
    });
    quote! {
        static #name: #OPERATION = #OPERATION {
            id: #id,
            name: #full_name,
            method: #METHOD::#method,
            path: #path,
            #server
            #security
            #fixed
            #reserved
            #content_type
            #parts
            #accept
            #other_media
            #successes
            #errors
            #redirects
            #paging
            #items
            #concurrency
            #idempotent
            #guard
            #any_number
            #key
            #atomic
            #partial
            #split
            #scopes
            ..#OPERATION::new(&super::API)
        };
    }
}
