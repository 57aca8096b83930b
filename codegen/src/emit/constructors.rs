//! Constructors and setters of the types that are sent.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::arguments::{Arguments, Taken};
use super::rt::{EMPTY, OR_NULL};
use super::tokens::{self, ident};
use super::unions::literal;
use super::{Piece, Scope};
use crate::ir::{Field, Ident, Presence, Shape, Struct, TypeDef, TypeRef};
use crate::schema::Literal;

pub(super) fn emit(scope: &Scope<'_>, def: &TypeDef, object: &Struct) -> Vec<Piece> {
    let name = ident(&def.name);
    let (required, optional): (Vec<_>, Vec<_>) = object.fields.iter().partition(|field| field.presence.is_required());
    let (by_name, argument, values, inline, generics) = match &object.required {
        Some(type_name) => {
            let (item, argument, values) = named(scope, (def, object), type_name, &required);
            (Some(item), argument, values, Some(quote!(#[inline])), None)
        }
        None => {
            let list = required.iter().map(|field| (ident(&field.name), taken(scope, field).0)).collect();
            let arguments = Arguments { list };
            let values = required.iter().map(|field| {
                let (name, value) = (ident(&field.name), taken(scope, field).1);
                if is_taken_as_it_is(scope, field) { quote!(#name) } else { quote!(#name: #value) }
            });
            (None, quote!(#arguments), values.collect(), arguments.inline(), arguments.generics())
        }
    };
    let tags: Vec<_> = optional.iter().filter_map(|field| Some((*field, object.tag(field)?))).collect();
    let set = tags.iter().map(|(field, value)| {
        let (name, value) = (ident(&field.name), tag(scope, field, value));
        quote!(#name: Some(#value))
    });
    let values: Vec<_> = values.into_iter().chain(set).collect();
    let value = match has_default(object) && tags.is_empty() {
        // A setter of this name has precedence over the trait.
        true if optional.iter().any(|field| field.name.plain() == "default") => quote!(<Self as Default>::default()),
        true => quote!(Self::default()),
        false => quote!(Self { #(#values,)* ..#EMPTY::empty() }),
    };
    let name_with_article = format!("{} [`{}`]", article(def.name.plain()), def.name);
    let mut docs = match required.as_slice() {
        [] if !tags.is_empty() => format!("Creates {name_with_article}."),
        [] => format!("Creates an empty [`{}`].", def.name),
        [field] => {
            format!("Creates {name_with_article} from [`{0}`](field@Self::{0}), which is required.", field.name.plain())
        }
        _ => format!("Creates {name_with_article} from its required fields."),
    };
    for (field, value) in &tags {
        docs.push_str(&format!(" Its [`{0}`](field@Self::{0}) is `{value}`.", field.name.plain()));
    }
    let docs = scope.docs(docs);
    let setters = optional.iter().map(|field| setter(scope, field));
    let constructor = quote! {
        impl #name {
            #docs
            #inline
            pub fn new #generics(#argument) -> Self { #value }
            #(#setters)*
        }
    };
    let default = (has_default(object) && !tags.is_empty()).then(|| {
        quote! {
            impl Default for #name {
                #[inline]
                fn default() -> Self { Self::new() }
            }
        }
    });
    by_name.into_iter().chain([constructor]).chain(default).map(Piece::Item).collect()
}

/// Returns the value of a field by which a union tells the struct.
fn tag(scope: &Scope<'_>, field: &Field, value: &Literal) -> TokenStream {
    let variant = field.ty.named().and_then(|id| match &scope.output.def(id)?.shape {
        Shape::Enum(variants) => variants.iter().find(|variant| variant.value == value.to_string()),
        Shape::Struct(_) | Shape::Union(_) => None,
    });
    match (variant, value) {
        (Some(variant), _) => {
            let (ty, variant) = (scope.ty(&field.ty), ident(&variant.name));
            quote!(#ty::#variant)
        }
        (None, Literal::Text(text)) => quote!(#text.to_owned()),
        (None, other) => literal(other).parse().unwrap_or_default(),
    }
}

/// Returns whether a type implements `Default`: nothing is required.
pub(super) fn has_default(object: &Struct) -> bool {
    object.fields.iter().all(|field| !field.presence.is_required())
}

/// Generates a struct of the required fields; returns the argument of the constructor, and the values of the fields.
fn named(
    scope: &Scope<'_>,
    (def, object): (&TypeDef, &Struct),
    type_name: &Ident,
    required: &[&Field],
) -> (TokenStream, TokenStream, Vec<TokenStream>) {
    let name = ident(type_name);
    let (lifetime, elided) = if object.borrows_required() { (quote!(<'a>), quote!(<'_>)) } else { Default::default() };
    let fields = required.iter().map(|field| {
        let (name, ty) = (ident(&field.name), given(scope, field));
        quote!(pub #name: #ty)
    });
    let docs = scope.docs(format!("The required fields of [`{0}`], as [`{0}::new`] takes them.", def.name));
    let item = quote! {
        #docs
        #[allow(missing_docs)]
        pub struct #name #lifetime { #(#fields),* }
    };
    let values = required.iter().map(|field| {
        let name = ident(&field.name);
        let value = match (field.presence, &field.ty) {
            (Presence::Nullable, TypeRef::String) => quote!(required.#name.map(str::to_owned)),
            (Presence::Nullable, TypeRef::Boxed(_)) => quote!(required.#name.map(Box::new)),
            (_, TypeRef::String) => quote!(required.#name.to_owned()),
            (_, TypeRef::Boxed(_)) => quote!(Box::new(required.#name)),
            _ => quote!(required.#name),
        };
        quote!(#name: #value)
    });
    (item, quote!(required: #name #elided), values.collect())
}

/// Returns the type of a field in a struct of required fields: strings are borrowed, and nothing is boxed.
fn given(scope: &Scope<'_>, field: &Field) -> TokenStream {
    let ty = match &field.ty {
        ty if ty.is_borrowed() => quote!(&'a str),
        TypeRef::Boxed(inner) => scope.ty(inner).into_token_stream(),
        ty => scope.ty(ty).into_token_stream(),
    };
    if field.presence == Presence::Nullable { quote!(Option<#ty>) } else { ty }
}

/// Returns the article before a name. `U` sounds as in `User`.
fn article(name: &str) -> &'static str {
    if name.starts_with(['A', 'E', 'I', 'O']) { "an" } else { "a" }
}

fn setter(scope: &Scope<'_>, field: &Field) -> TokenStream {
    let name = ident(&field.name);
    let link = format!(" Sets [`{0}`](field@Self::{0}).", field.name.plain());
    let (ty, value) = taken(scope, field);
    let inline = (!ty.is_generic()).then(|| quote!(#[inline]));
    let generics = ty.generics();
    let convention = tokens::setter_convention(&field.name);
    quote! {
        #[doc = #link]
        #convention
        #inline
        pub fn #name #generics(mut self, #name: #ty) -> Self {
            self.#name = #value;
            self
        }
    }
}

/// Returns whether an argument is the value of the field without a conversion.
fn is_taken_as_it_is(scope: &Scope<'_>, field: &Field) -> bool {
    field.presence == Presence::Required
        && !taken(scope, field).0.is_generic()
        && !matches!(field.ty, TypeRef::Boxed(_))
}

/// Returns the argument for a field, and the conversion to its value.
fn taken(scope: &Scope<'_>, field: &Field) -> (Taken, TokenStream) {
    match field.presence {
        Presence::Required => scope.argument(&field.name, &field.ty),
        Presence::Optional => {
            let (ty, value) = scope.argument(&field.name, &field.ty);
            (ty, quote!(Some(#value)))
        }
        Presence::Nullable | Presence::OptionalNullable => or_null(scope, field),
    }
}

/// Returns the argument for a field that may be null, and the conversion to its value.
fn or_null(scope: &Scope<'_>, field: &Field) -> (Taken, TokenStream) {
    let name = ident(&field.name);
    let may_be_absent = field.presence == Presence::OptionalNullable;
    let of = |ty: &TypeRef| if may_be_absent { scope.ty(ty).nullable() } else { scope.ty(ty).option() };
    match &field.ty {
        TypeRef::Boxed(inner) => (Taken::OrNull(of(inner)), quote!(#OR_NULL::or_null(#name).map(Box::new))),
        // What converts into a type of the runtime converts into a `Nullable` of it, but not into an `Option`.
        ty if scope.converts(ty) && (!may_be_absent || matches!(ty, TypeRef::Named(_))) => {
            (Taken::OrNull(of(ty)), quote!(#OR_NULL::or_null(#name)))
        }
        ty => (Taken::Into(of(ty)), quote!(#name.into())),
    }
}
