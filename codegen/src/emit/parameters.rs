//! How parameters and bodies are taken, and how they get into a request.

use proc_macro2::TokenStream;
use quote::quote;

use super::structs::limit_calls;
use super::tokens::{ident, quoted, rust};
use super::{Scope, variants};
use crate::ir::{Body, BodyKind, EmptyList, Ident, Limits, ListStyle, Location, Parameter, TypeRef};

/// How a parameter is taken, and the call that puts it into the request: on a place (`set_…`) or in a chain.
pub(super) fn sent(
    scope: &Scope<'_>,
    parameter: &Parameter,
    request: &TokenStream,
    set: bool,
) -> (String, TokenStream) {
    let (name, wire_name) = (ident(&parameter.name), rust(&quoted(&parameter.wire_name)));
    let value_limits = limits(*parameter.limits);
    let prefix = if set { "set_" } else { "" };
    match (&parameter.location, &parameter.ty) {
        (Location::QueryList(style, empty), TypeRef::List(item)) => {
            let ty = scope.ty(item);
            let (items, list) = if is_taken_as_it_is(item) {
                (ty, quote!(#name))
            } else {
                let item = rust(&ty);
                (format!("impl Into<{ty}>"), quote!(#name.into_iter().map(Into::<#item>::into)))
            };
            let ty = format!("impl IntoIterator<Item = {items}>");
            let (function, list_style) = (rust(&format!("{prefix}query_list")), list_style(*style, *empty));
            (ty, quote!(#request.#function(#wire_name, #list, #list_style, #value_limits)))
        }
        (Location::Styled(place, style), ty) => {
            let (ty, value) = whole(scope, &parameter.name, ty);
            let (function, place, style) =
                (rust(&format!("{prefix}styled")), variants::place(*place), variants::style(*style));
            let style = quote!(rt::Style::#style);
            (ty, quote!(#request.#function(rt::Location::#place, #wire_name, &#value, #style, #value_limits)))
        }
        (Location::Part(media_type), ty) => {
            let (ty, value) = whole(scope, &parameter.name, ty);
            let function = rust(&format!("{prefix}part"));
            (ty, quote!(#request.#function(#wire_name, &#value, #media_type)))
        }
        (Location::File, _) => {
            let function = rust(&format!("{prefix}file"));
            ("impl Into<rt::FilePart>".to_owned(), quote!(#request.#function(#wire_name, #name)))
        }
        (Location::Files, _) => {
            let function = rust(&format!("{prefix}files"));
            let ty = "impl IntoIterator<Item = impl Into<rt::FilePart>>".to_owned();
            (ty, quote!(#request.#function(#wire_name, #name.into_iter().map(Into::into))))
        }
        (Location::Server, ty) => {
            let (ty, value) = single(scope, &parameter.name, ty);
            let function = rust(&format!("{prefix}server_variable"));
            (ty, quote!(#request.#function(#wire_name, #value)))
        }
        (location, ty) => {
            let (ty, value) = single(scope, &parameter.name, ty);
            let function = match location {
                Location::Path => return (ty, quote!(#request.path(#wire_name, #value))),
                Location::Header => "header",
                Location::Cookie => "cookie",
                _ => "query",
            };
            let function = rust(&format!("{prefix}{function}"));
            (ty, quote!(#request.#function(#wire_name, #value, #value_limits)))
        }
    }
}

/// How a single value of a query parameter is taken, and the call that puts it into the request, in a chain. Of a list,
/// it is the only item.
pub(super) fn sent_alone(scope: &Scope<'_>, parameter: &Parameter, request: &TokenStream) -> (String, TokenStream) {
    let (Location::QueryList(style, empty), TypeRef::List(item)) = (&parameter.location, &parameter.ty) else {
        return sent(scope, parameter, request, false);
    };
    let (wire_name, limits) = (rust(&quoted(&parameter.wire_name)), limits(*parameter.limits));
    let (ty, value) = single(scope, &parameter.name, item);
    let list_style = list_style(*style, *empty);
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

/// How a value is taken that is more than a scalar, and the expression for it.
fn whole(scope: &Scope<'_>, name: &Ident, ty: &TypeRef) -> (String, TokenStream) {
    let variable = ident(name);
    match ty {
        TypeRef::List(item) => {
            let (items, converts) = scope.item(item);
            let item = scope.ty_tokens(item);
            let convert = converts.then(|| quote!(.map(Into::<#item>::into)));
            let value = quote!(#variable.into_iter() #convert.collect::<Vec<#item>>());
            (format!("impl IntoIterator<Item = {items}>"), value)
        }
        ty => {
            let (argument, value) = scope.argument(name, ty);
            if argument.starts_with("impl Into") {
                let target = scope.ty_tokens(ty);
                return (argument, quote!(Into::<#target>::into(#variable)));
            }
            (argument, value)
        }
    }
}

/// How a body is taken, and the call that puts it into the request.
pub(super) fn body_call(scope: &Scope<'_>, body: &Body) -> (Vec<TokenStream>, TokenStream) {
    let name = ident(&body.name);
    let argument = |ty: String| {
        let ty = rust(&ty);
        vec![quote!(#name: #ty)]
    };
    match (&body.kind, &body.ty) {
        (BodyKind::Text, _) => (argument("impl Into<String>".to_owned()), quote!(.content(#name.into()))),
        (BodyKind::Bytes, _) => (argument("impl Into<rt::Bytes>".to_owned()), quote!(.content(#name))),
        (BodyKind::BytesOf(media_type), _) => {
            let media_type = ident(media_type);
            let arguments = vec![quote!(#media_type: impl Into<String>), quote!(#name: impl Into<rt::Bytes>)];
            (arguments, quote!(.content_of(#media_type, #name)))
        }
        (BodyKind::Form(styles), ty) => {
            let (ty, value) = whole(scope, &body.name, ty);
            let styles = styles.iter().map(|(key, style)| {
                let style = variants::style(*style);
                quote!((#key, rt::Style::#style))
            });
            (argument(ty), quote!(.form(&#value, &[#(#styles),*])))
        }
        (BodyKind::Json, TypeRef::List(item)) => {
            let (items, converts) = scope.item(item);
            let (item, limits) = (scope.ty_tokens(item), limits(*body.limits));
            let convert = converts.then(|| quote!(.into_iter().map(Into::<#item>::into)));
            (argument(format!("impl IntoIterator<Item = {items}>")), quote!(.json_list(#name #convert, #limits)))
        }
        (BodyKind::Json, ty) => {
            let (ty, value) = whole(scope, &body.name, ty);
            (argument(ty), quote!(.json(&#value)))
        }
    }
}

pub(super) fn limits(limits: Limits) -> TokenStream {
    let calls: String = limit_calls(limits).iter().map(|call| format!(".{call}")).collect();
    rust(&format!("rt::Limits::NONE{calls}"))
}
