//! Arguments for parameters and bodies, and the calls that add them to a request.

use proc_macro2::TokenStream;
use quote::quote;

use super::arguments::{Arguments, Taken};
use super::rt::{BYTES, FILE_PART, LIMITS, LIST_STYLE, PARAM, PARAM_LOCATION, STYLE};
use super::rust_type::RustType;
use super::tokens::ident;
use super::{Scope, limits, variants};
use crate::ir::{Body, BodyKind, EmptyList, Ident, Limits, ParamLocation, Parameter, TypeRef};

/// Returns the argument for a parameter, and the call that adds it to the request: a setter (`set_…`) or a method in a
/// chain.
pub(super) fn sent(scope: &Scope<'_>, parameter: &Parameter, request: &TokenStream, set: bool) -> (Taken, TokenStream) {
    let (name, wire_name) = (ident(&parameter.name), &parameter.wire_name);
    let param = param(parameter);
    let function = |plain: TokenStream, setter: TokenStream| if set { setter } else { plain };
    match (&parameter.location, &parameter.ty) {
        (ParamLocation::QueryList(style, empty), TypeRef::List(item)) => {
            let ty = scope.ty(item);
            let (items, list) = if is_taken_as_it_is(item) {
                (Taken::Plain(ty), quote!(#name))
            } else {
                let list = quote!(#name.into_iter().map(Into::<#ty>::into));
                (Taken::Into(ty), list)
            };
            let [filter, set_filter] = list_functions(*empty);
            let function = function(filter, set_filter);
            let style = variants::list_style(*style);
            (items.items(), quote!(#request.#function(#param, #list, #LIST_STYLE::#style)))
        }
        (ParamLocation::Styled(param_in, style), ty) => {
            let (ty, value) = whole(scope, &parameter.name, ty);
            let function = function(quote!(styled), quote!(set_styled));
            let (param_in, style) = (variants::param_in(*param_in), variants::style(*style));
            let style = quote!(#STYLE::#style);
            (ty, quote!(#request.#function(#PARAM_LOCATION::#param_in, #param, &#value, #style)))
        }
        (ParamLocation::Part(media_type), ty) => {
            let (ty, value) = whole(scope, &parameter.name, ty);
            let function = function(quote!(part), quote!(set_part));
            (ty, quote!(#request.#function(#wire_name, &#value, #media_type)))
        }
        (ParamLocation::File(_), _) => {
            let function = function(quote!(file), quote!(set_file));
            (Taken::Into(RustType::runtime(FILE_PART)), quote!(#request.#function(#wire_name, #name)))
        }
        (ParamLocation::Files(_), _) => {
            let function = function(quote!(files), quote!(set_files));
            let ty = Taken::Into(RustType::runtime(FILE_PART)).items();
            (ty, quote!(#request.#function(#wire_name, #name.into_iter().map(Into::into))))
        }
        (ParamLocation::Server, ty) => {
            let Single { taken: ty, value, .. } = single(scope, &parameter.name, ty);
            let function = function(quote!(server_variable), quote!(set_server_variable));
            (ty, quote!(#request.#function(#wire_name, #value)))
        }
        (ParamLocation::PartHeader(part), ty) => {
            let Single { taken, of, value } = single(scope, &parameter.name, ty);
            let function = function(quote!(part_header), quote!(set_part_header));
            (taken, quote!(#request.#function #of(#part, #param, #value)))
        }
        (location, ty) => {
            let Single { taken, of, value } = single(scope, &parameter.name, ty);
            let function = match location {
                ParamLocation::Path => return (taken, quote!(#request.path #of(#wire_name, #value))),
                ParamLocation::Header => function(quote!(header), quote!(set_header)),
                ParamLocation::Cookie => function(quote!(cookie), quote!(set_cookie)),
                _ => function(quote!(query), quote!(set_query)),
            };
            (taken, quote!(#request.#function #of(#param, #value)))
        }
    }
}

/// Returns the argument for a single value of a query parameter, and the call that adds it to the request, in a chain.
/// It is the only item of an array.
pub(super) fn sent_alone(scope: &Scope<'_>, parameter: &Parameter, request: &TokenStream) -> (Taken, TokenStream) {
    let (ParamLocation::QueryList(style, empty), TypeRef::List(item)) = (&parameter.location, &parameter.ty) else {
        return sent(scope, parameter, request, false);
    };
    let (param, style) = (param(parameter), variants::list_style(*style));
    let [function, _] = list_functions(*empty);
    let Single { taken, of, value } = single(scope, &parameter.name, item);
    (taken, quote!(#request.#function #of(#param, [#value], #LIST_STYLE::#style)))
}

/// Returns the functions for an array, in a chain and as a setter, which depend on the meaning of an empty array.
fn list_functions(empty: EmptyList) -> [TokenStream; 2] {
    match empty {
        EmptyList::Refuse => [quote!(filter), quote!(set_filter)],
        EmptyList::Omit => [quote!(selection), quote!(set_selection)],
    }
}

/// A single value.
struct Single {
    /// The type of the argument.
    taken: Taken,
    /// The type argument of the function, if the value is converted.
    of: Option<TokenStream>,
    /// The conversion of the argument to the value.
    value: TokenStream,
}

fn single(scope: &Scope<'_>, name: &Ident, ty: &TypeRef) -> Single {
    let (name, rust_ty) = (ident(name), scope.ty(ty));
    if is_taken_as_it_is(ty) {
        return Single { taken: Taken::Plain(rust_ty), of: None, value: quote!(#name) };
    }
    Single { of: Some(quote!(::<#rust_ty>)), taken: Taken::Into(rust_ty), value: quote!(#name.into()) }
}

fn is_taken_as_it_is(ty: &TypeRef) -> bool {
    matches!(ty, TypeRef::Integer | TypeRef::Unsigned | TypeRef::Float | TypeRef::Boolean | TypeRef::Named(_))
}

/// Returns the description of a parameter for the runtime: its name and its limits.
fn param(parameter: &Parameter) -> TokenStream {
    let name = &parameter.wire_name;
    match limits::calls(*parameter.limits).as_slice() {
        [] => quote!(#name),
        calls => quote!(#PARAM::new(#name) #(#calls)*),
    }
}

/// Returns the argument for a value that is not a scalar, and the expression for it.
fn whole(scope: &Scope<'_>, name: &Ident, ty: &TypeRef) -> (Taken, TokenStream) {
    let variable = ident(name);
    match ty {
        TypeRef::List(item) => {
            let (items, item) = (scope.item(item), scope.ty(item));
            let convert = items.is_generic().then(|| quote!(.map(Into::into)));
            let value = quote!(#variable.into_iter() #convert.collect::<Vec<#item>>());
            (items.items(), value)
        }
        TypeRef::Map(value) => {
            let ((taken, entries), map) = (scope.entries(&variable, value), scope.ty(ty));
            (taken, quote!(#entries.collect::<#map>()))
        }
        ty => match scope.argument(name, ty) {
            (taken @ Taken::Into(_), _) => {
                let target = scope.ty(ty);
                (taken, quote!(Into::<#target>::into(#variable)))
            }
            taken => taken,
        },
    }
}

/// Returns the argument for a body, and the call that adds it to the request.
pub(super) fn body_call(scope: &Scope<'_>, body: &Body) -> (Arguments, TokenStream) {
    let name = ident(&body.name);
    let argument = |taken: Taken| Arguments { list: vec![(name.clone(), taken)] };
    match (&body.kind, &body.ty) {
        (BodyKind::Text, _) => (argument(Taken::Into(RustType::string())), quote!(.content(#name.into()))),
        (BodyKind::Bytes, _) => (argument(Taken::Into(RustType::runtime(BYTES))), quote!(.content(#name))),
        (BodyKind::BytesOf(media_type), _) => {
            let media_type = ident(media_type);
            let list = vec![
                (media_type.clone(), Taken::Into(RustType::string())),
                (name.clone(), Taken::Into(RustType::runtime(BYTES))),
            ];
            (Arguments { list }, quote!(.content_of(#media_type, #name)))
        }
        (BodyKind::Form(styles), ty) => {
            let (ty, value) = whole(scope, &body.name, ty);
            let styles = styles.iter().map(|(key, style)| {
                let style = variants::style(*style);
                quote!((#key, #STYLE::#style))
            });
            (argument(ty), quote!(.form(&#value, &[#(#styles),*])))
        }
        (BodyKind::Json, TypeRef::List(item)) => {
            let (items, item) = (scope.item(item), scope.ty(item));
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

/// Returns the limits of an array, if it has any.
pub(super) fn limits(limits: Limits) -> Option<TokenStream> {
    let calls = limits::calls(limits);
    (!calls.is_empty()).then(|| quote!(#LIMITS::NONE #(#calls)*))
}
