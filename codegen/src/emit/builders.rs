//! Request builders: what may be said about a call before it is sent.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::structs::limit_calls;
use super::tokens::{self, ident, quoted, rust};
use super::{Piece, Scope, Table, docs as text};
use crate::ir::{
    Body, EmptyList, Ident, Limits, ListStyle, Location, Operation, Paging, Parameter, Plain, Resource, Status,
    Success, TypeRef,
};

pub(super) fn emit(scope: &Scope<'_>, resource: &Resource, operation: &Operation) -> Vec<Piece> {
    let name = ident(&operation.builder);
    let mut pieces = vec![builder(scope, &operation.builder, text::builder(resource, &operation.name))];
    let optional = operation.parameters.iter().filter(|parameter| !parameter.required);
    let mut setters: Vec<_> = optional.map(|parameter| setter(scope, parameter)).collect();
    setters.extend(operation.body.iter().filter(|body| !body.required).map(|body| body_setter(scope, body)));
    setters.extend(operation.guard.is_some().then(all));
    if !setters.is_empty() {
        pieces.push(Piece::Item(quote!(impl #name { #(#setters)* })));
    }
    pieces.push(Piece::Table(endpoint(scope, operation)));
    pieces.push(Piece::Item(constant(scope, operation)));
    pieces
}

/// A builder with setters for some parameters.
pub(super) fn shell<'a>(
    scope: &Scope<'_>,
    name: &Ident,
    docs: String,
    parameters: impl Iterator<Item = &'a Parameter>,
) -> Vec<Piece> {
    let mut pieces = vec![builder(scope, name, docs)];
    let setters: Vec<_> = parameters.map(|parameter| setter(scope, parameter)).collect();
    if !setters.is_empty() {
        let name = ident(name);
        pieces.push(Piece::Item(quote!(impl #name { #(#setters)* })));
    }
    pieces
}

fn builder(scope: &Scope<'_>, name: &Ident, docs: String) -> Piece {
    let (name, docs) = (ident(name), scope.docs(docs));
    Piece::Item(quote! {
        #docs
        #[derive(Clone, Debug)]
        #[must_use = "a request does nothing until it is awaited"]
        pub struct #name { request: rt::Request }
    })
}

fn setter(scope: &Scope<'_>, parameter: &Parameter) -> TokenStream {
    let (name, docs) = (ident(&parameter.name), scope.docs(text::parameter(parameter)));
    let deprecated = parameter.deprecated.then(|| quote!(#[deprecated]));
    let (ty, statement) = sent(scope, parameter, &quote!(self.request), true);
    let ty = rust(&ty);
    let convention = tokens::setter_convention(&parameter.name);
    quote! {
        #docs
        #convention
        #deprecated
        #[inline]
        pub fn #name(mut self, #name: #ty) -> Self {
            #statement;
            self
        }
    }
}

fn body_setter(scope: &Scope<'_>, body: &Body) -> TokenStream {
    let (name, docs) = (ident(&body.name), scope.docs(text::body(body)));
    let (ty, call) = body_call(scope, body);
    let ty = rust(&ty);
    quote! {
        #docs
        #[inline]
        pub fn #name(mut self, #name: #ty) -> Self {
            self.request = self.request #call;
            self
        }
    }
}

fn all() -> TokenStream {
    quote! {
        #[doc = " Means everything: without it, a call that no filter narrows down is refused before it is sent."]
        #[inline]
        pub fn all(mut self) -> Self {
            self.request.allow_all();
            self
        }
    }
}

/// How a parameter is taken, and the call that puts it into the request: on a place (`set_…`) or in a chain.
pub(super) fn sent(
    scope: &Scope<'_>,
    parameter: &Parameter,
    request: &TokenStream,
    set: bool,
) -> (String, TokenStream) {
    let (name, wire_name) = (ident(&parameter.name), rust(&quoted(&parameter.wire_name)));
    let limits = limits(parameter.limits);
    let prefix = if set { "set_" } else { "" };
    match (parameter.location, &parameter.ty) {
        (Location::QueryList(style, empty), TypeRef::List(item)) => {
            let ty = scope.ty(item);
            let (items, list) = if is_taken_as_it_is(item) {
                (ty, quote!(#name))
            } else {
                let item = rust(&ty);
                (format!("impl Into<{ty}>"), quote!(#name.into_iter().map(Into::<#item>::into)))
            };
            let ty = format!("impl IntoIterator<Item = {items}>");
            let (function, list_style) = (rust(&format!("{prefix}query_list")), list_style(style, empty));
            (ty, quote!(#request.#function(#wire_name, #list, #list_style, #limits)))
        }
        (location, ty) => {
            let (ty, value) = single(scope, &parameter.name, ty);
            let tokens = match location {
                Location::Path => quote!(#request.path(#wire_name, #value)),
                Location::Query | Location::QueryList(..) => {
                    let function = rust(&format!("{prefix}query"));
                    quote!(#request.#function(#wire_name, #value, #limits))
                }
            };
            (ty, tokens)
        }
    }
}

/// How a single value of a query parameter is taken, and the call that puts it into the request, in a chain. Of a list,
/// it is the only item.
pub(super) fn sent_alone(scope: &Scope<'_>, parameter: &Parameter, request: &TokenStream) -> (String, TokenStream) {
    let (Location::QueryList(style, empty), TypeRef::List(item)) = (parameter.location, &parameter.ty) else {
        return sent(scope, parameter, request, false);
    };
    let (wire_name, limits) = (rust(&quoted(&parameter.wire_name)), limits(parameter.limits));
    let (ty, value) = single(scope, &parameter.name, item);
    let list_style = list_style(style, empty);
    (ty, quote!(#request.query_list(#wire_name, [#value], #list_style, #limits)))
}

/// How a single value is taken as an argument, and how the argument becomes the value.
fn single(scope: &Scope<'_>, name: &Ident, ty: &TypeRef) -> (String, TokenStream) {
    let (name, rust_ty) = (ident(name), scope.ty(ty));
    if is_taken_as_it_is(ty) {
        return (rust_ty, quote!(#name));
    }
    let target = rust(&rust_ty);
    (format!("impl Into<{rust_ty}>"), quote!(Into::<#target>::into(#name)))
}

fn is_taken_as_it_is(ty: &TypeRef) -> bool {
    matches!(ty, TypeRef::Integer | TypeRef::Float | TypeRef::Boolean | TypeRef::Named(_))
}

/// How a list is written, and what an empty one does.
fn list_style(style: ListStyle, empty: EmptyList) -> TokenStream {
    let style = rust(match style {
        ListStyle::Comma => "rt::ListStyle::Comma",
        ListStyle::Space => "rt::ListStyle::Space",
        ListStyle::Pipe => "rt::ListStyle::Pipe",
        ListStyle::Repeat => "rt::ListStyle::Repeat",
    });
    let empty = rust(match empty {
        EmptyList::Refuse => "rt::OnEmpty::Refuse",
        EmptyList::Omit => "rt::OnEmpty::Omit",
    });
    quote!(#style, #empty)
}

/// How a body is taken, and the call that puts it into the request.
pub(super) fn body_call(scope: &Scope<'_>, body: &Body) -> (String, TokenStream) {
    let (name, limits) = (ident(&body.name), limits(body.limits));
    match &body.ty {
        TypeRef::List(item) => {
            let (items, converts) = scope.item(item);
            let item = scope.ty_tokens(item);
            let convert = converts.then(|| quote!(.into_iter().map(Into::<#item>::into)));
            (format!("impl IntoIterator<Item = {items}>"), quote!(.json_list(#name #convert, #limits)))
        }
        ty => {
            let (argument, value) = scope.argument(&body.name, ty);
            let value = if argument.starts_with("impl Into") {
                let target = scope.ty_tokens(ty);
                quote!(Into::<#target>::into(#name))
            } else {
                value
            };
            (argument, quote!(.json(&#value)))
        }
    }
}

pub(super) fn limits(limits: Limits) -> TokenStream {
    let calls: String = limit_calls(limits).iter().map(|call| format!(".{call}")).collect();
    rust(&format!("rt::Limits::NONE{calls}"))
}

fn endpoint(scope: &Scope<'_>, operation: &Operation) -> Table {
    let decoder = match &operation.success {
        Success::Empty => "empty".to_owned(),
        Success::Plain(Plain::Text) => "text".to_owned(),
        Success::Plain(Plain::Bytes) => "bytes".to_owned(),
        Success::Json(ty) if scope.is_listing(ty) => format!("list {}", scope.ty(ty)),
        Success::Json(ty) => format!("json {}", scope.ty(ty)),
        Success::JsonOrEmpty(ty) if scope.is_listing(ty) => format!("list_or_empty {}", scope.ty(ty)),
        Success::JsonOrEmpty(ty) => format!("json_or_empty {}", scope.ty(ty)),
        Success::JsonOrNone(ty) => format!("json_or_none {}", scope.ty(ty)),
        Success::Partial { whole, part, .. } => format!("partial {}", scope.batch_answer(whole, part)),
        Success::Outputs { name, .. } => format!("outputs {name}"),
    };
    let several = match &operation.success {
        _ if scope.is_paged(operation) => ", pages",
        Success::Empty if !operation.split.is_empty() => ", parts",
        _ => "",
    };
    let row = format!("{}: {} => {decoder}, {}{several};", operation.builder, operation.constant, operation.error);
    Table { name: "endpoint", head: None, rows: vec![row] }
}

/// The operation as data.
fn constant(scope: &Scope<'_>, operation: &Operation) -> TokenStream {
    let name = ident(&operation.constant);
    let (id, path) = (&operation.id, &operation.path);
    let method = rust(operation.method.variant());
    let full_name = format!("{}.{}", scope.full_name(), operation.name.plain());
    // What most have is what the runtime takes for granted.
    let successes = (operation.success_statuses != [Status::Code(200)]).then(|| {
        let statuses: Vec<_> = operation.success_statuses.iter().map(Status::to_string).collect();
        let statuses = rust(&statuses.join(", "));
        quote!(successes: rt::statuses![#statuses],)
    });
    let paging = operation.paging.map(|paging| {
        let paging = rust(match paging {
            Paging::Offset => "Offset",
            Paging::Cursor => "Cursor",
            Paging::List => "List",
        });
        quote!(paging: Some(rt::Paging::#paging),)
    });
    let items = operation.items_per_call.map(|items| quote!(items_per_call: Some(#items),));
    let concurrency = operation.concurrency.map(|calls| quote!(concurrency: Some(#calls),));
    let idempotent = operation.idempotent;
    let guard = operation.guard.as_ref().map(|guard| quote!(guard: Some(&[#(#guard),*]),));
    let batches = operation.batches.as_ref();
    let key = batches.filter(|batches| !batches.key.is_empty()).map(|batches| {
        let key = &batches.key;
        quote!(batch_key: &[#(#key),*],)
    });
    let atomic = batches.filter(|batches| batches.atomic).map(|_| quote!(atomic: true,));
    let partial = match &operation.success {
        Success::Partial { statuses, .. } => {
            let statuses = statuses.iter().map(|status| Literal::u16_unsuffixed(*status));
            Some(quote!(partial: &[#(#statuses),*],))
        }
        _ => None,
    };
    let split = (!operation.split.is_empty()).then(|| {
        let (lists, whole) = (&operation.split, &operation.whole);
        quote!(split: Some(rt::Split { lists: &[#(#lists),*], whole: &[#(#whole),*] }),)
    });
    let scopes = (!operation.scopes.is_empty()).then(|| {
        let scopes = &operation.scopes;
        quote!(scopes: &[#(#scopes),*],)
    });
    quote! {
        static #name: rt::Operation = rt::Operation {
            id: #id,
            name: #full_name,
            method: rt::Method::#method,
            path: #path,
            #successes
            #paging
            #items
            #concurrency
            idempotent: #idempotent,
            #guard
            #key
            #atomic
            #partial
            #split
            #scopes
            ..rt::Operation::new(&super::API)
        };
    }
}
