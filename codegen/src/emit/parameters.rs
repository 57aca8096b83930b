//! How parameters and bodies are taken, and how they get into a request.

use proc_macro2::TokenStream;
use quote::quote;

use super::arguments::{Arguments, Taken};
use super::structs::limit_calls;
use super::tokens::{ident, rust};
use super::{Scope, variants};
use crate::ir::{Body, BodyKind, EmptyList, Ident, Limits, ListStyle, Location, Parameter, TypeRef};

/// How a parameter is taken, and the call that puts it into the request: on a place (`set_…`) or in a chain.
pub(super) fn sent(scope: &Scope<'_>, parameter: &Parameter, request: &TokenStream, set: bool) -> (Taken, TokenStream) {
    let (name, wire_name) = (ident(&parameter.name), &parameter.wire_name);
    let param = param(parameter);
    let prefix = if set { "set_" } else { "" };
    match (&parameter.location, &parameter.ty) {
        (Location::QueryList(style, empty), TypeRef::List(item)) => {
            let ty = scope.ty(item);
            let (items, list) = if is_taken_as_it_is(item) {
                (Taken::Plain(ty), quote!(#name))
            } else {
                let item = rust(&ty);
                (Taken::Into(ty), quote!(#name.into_iter().map(Into::<#item>::into)))
            };
            let (function, style) = (rust(&format!("{prefix}{}", list_function(*empty))), list_style(*style));
            (items.items(), quote!(#request.#function(#param, #list, #style)))
        }
        (Location::Styled(place, style), ty) => {
            let (ty, value) = whole(scope, &parameter.name, ty);
            let (function, place, style) =
                (rust(&format!("{prefix}styled")), variants::place(*place), variants::style(*style));
            let style = quote!(rt::Style::#style);
            (ty, quote!(#request.#function(rt::ParamLocation::#place, #param, &#value, #style)))
        }
        (Location::Part(media_type), ty) => {
            let (ty, value) = whole(scope, &parameter.name, ty);
            let function = rust(&format!("{prefix}part"));
            (ty, quote!(#request.#function(#wire_name, &#value, #media_type)))
        }
        (Location::File, _) => {
            let function = rust(&format!("{prefix}file"));
            (Taken::Into("rt::FilePart".to_owned()), quote!(#request.#function(#wire_name, #name)))
        }
        (Location::Files, _) => {
            let function = rust(&format!("{prefix}files"));
            let ty = Taken::Into("rt::FilePart".to_owned()).items();
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
            (ty, quote!(#request.#function(#param, #value)))
        }
    }
}

/// How a single value of a query parameter is taken, and the call that puts it into the request, in a chain. Of a list,
/// it is the only item.
pub(super) fn sent_alone(scope: &Scope<'_>, parameter: &Parameter, request: &TokenStream) -> (Taken, TokenStream) {
    let (Location::QueryList(style, empty), TypeRef::List(item)) = (&parameter.location, &parameter.ty) else {
        return sent(scope, parameter, request, false);
    };
    let (param, function, style) = (param(parameter), rust(list_function(*empty)), list_style(*style));
    let (ty, value) = single(scope, &parameter.name, item);
    (ty, quote!(#request.#function(#param, [#value], #style)))
}

/// How a single value is taken as an argument, and how the argument becomes the value.
fn single(scope: &Scope<'_>, name: &Ident, ty: &TypeRef) -> (Taken, TokenStream) {
    let (name, rust_ty) = (ident(name), scope.ty(ty));
    if is_taken_as_it_is(ty) {
        return (Taken::Plain(rust_ty), quote!(#name));
    }
    let target = rust(&rust_ty);
    (Taken::Into(rust_ty), quote!(Into::<#target>::into(#name)))
}

fn is_taken_as_it_is(ty: &TypeRef) -> bool {
    matches!(ty, TypeRef::Integer | TypeRef::Float | TypeRef::Boolean | TypeRef::Named(_))
}

/// A parameter as the runtime is told of it: its name, and the limits that it has.
fn param(parameter: &Parameter) -> TokenStream {
    let name = &parameter.wire_name;
    let calls: String = limit_calls(*parameter.limits).iter().map(|call| format!(".{call}")).collect();
    if calls.is_empty() {
        return quote!(#name);
    }
    let calls = rust(&calls);
    quote!(rt::Param::new(#name) #calls)
}

/// The function that takes a list: an empty one means something else to each.
fn list_function(empty: EmptyList) -> &'static str {
    match empty {
        EmptyList::Refuse => "filter",
        EmptyList::Omit => "selection",
    }
}

/// How a list is written.
fn list_style(style: ListStyle) -> TokenStream {
    rust(match style {
        ListStyle::Comma => "rt::ListStyle::Comma",
        ListStyle::Space => "rt::ListStyle::Space",
        ListStyle::Pipe => "rt::ListStyle::Pipe",
        ListStyle::Repeat => "rt::ListStyle::Repeat",
    })
}

/// How a value is taken that is more than a scalar, and the expression for it.
fn whole(scope: &Scope<'_>, name: &Ident, ty: &TypeRef) -> (Taken, TokenStream) {
    let variable = ident(name);
    match ty {
        TypeRef::List(item) => {
            let (items, item) = (scope.item(item), scope.ty_tokens(item));
            let convert = items.is_generic().then(|| quote!(.map(Into::into)));
            let value = quote!(#variable.into_iter() #convert.collect::<Vec<#item>>());
            (items.items(), value)
        }
        ty => match scope.argument(name, ty) {
            (taken @ Taken::Into(_), _) => {
                let target = scope.ty_tokens(ty);
                (taken, quote!(Into::<#target>::into(#variable)))
            }
            taken => taken,
        },
    }
}

/// How a body is taken, and the call that puts it into the request.
pub(super) fn body_call(scope: &Scope<'_>, body: &Body) -> (Arguments, TokenStream) {
    let name = ident(&body.name);
    let argument = |taken: Taken| Arguments { list: vec![(name.clone(), taken)] };
    let into = |ty: &str| Taken::Into(ty.to_owned());
    match (&body.kind, &body.ty) {
        (BodyKind::Text, _) => (argument(into("String")), quote!(.content(#name.into()))),
        (BodyKind::Bytes, _) => (argument(into("rt::Bytes")), quote!(.content(#name))),
        (BodyKind::BytesOf(media_type), _) => {
            let media_type = ident(media_type);
            let list = vec![(media_type.clone(), into("String")), (name.clone(), into("rt::Bytes"))];
            (Arguments { list }, quote!(.content_of(#media_type, #name)))
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
            let (items, item) = (scope.item(item), scope.ty_tokens(item));
            let convert = items.is_generic().then(|| quote!(.into_iter().map(Into::<#item>::into)));
            let call = match limits(*body.limits) {
                None => quote!(.json_list(#name #convert)),
                Some(limits) => quote!(.json_list_within(#name #convert, #limits)),
            };
            (argument(items.items()), call)
        }
        (BodyKind::Json, ty) => {
            let (ty, value) = whole(scope, &body.name, ty);
            (argument(ty), quote!(.json(&#value)))
        }
    }
}

/// The limits of an array, if it has any.
pub(super) fn limits(limits: Limits) -> Option<TokenStream> {
    let calls: String = limit_calls(limits).iter().map(|call| format!(".{call}")).collect();
    (!calls.is_empty()).then(|| rust(&format!("rt::Limits::NONE{calls}")))
}
