//! How types are written: as fields hold them, and as functions take them.

use super::Scope;
use super::arguments::Taken;
use super::tokens::{ident, rust};
use crate::ir::{Ident, ModuleId, Operation, Presence, Shape, Success, TypeId, TypeRef};
use proc_macro2::TokenStream;
use quote::quote;

/// A type, where the named ones are called so.
pub(super) fn written(ty: &TypeRef, name: &impl Fn(TypeId) -> String) -> String {
    match ty {
        TypeRef::Integer => "i64".to_owned(),
        TypeRef::Float => "f64".to_owned(),
        TypeRef::Boolean => "bool".to_owned(),
        TypeRef::String => "String".to_owned(),
        TypeRef::Number => "rt::Number".to_owned(),
        TypeRef::Text => "rt::Text".to_owned(),
        TypeRef::Flag => "rt::Flag".to_owned(),
        TypeRef::Date => "rt::Date".to_owned(),
        TypeRef::DateTime => "rt::DateTime".to_owned(),
        TypeRef::Secret => "rt::Secret".to_owned(),
        TypeRef::Json => "rt::Json".to_owned(),
        TypeRef::Named(id) => name(*id),
        TypeRef::List(item) => format!("Vec<{}>", written(item, name)),
        TypeRef::Map(value) => format!("rt::Map<{}>", written(value, name)),
        TypeRef::Boxed(inner) => format!("Box<{}>", written(inner, name)),
        TypeRef::Nullable(inner) => format!("Option<{}>", written(inner, name)),
    }
}

impl Scope<'_> {
    /// The type of a value.
    pub(super) fn ty(&self, ty: &TypeRef) -> String {
        written(ty, &|id| self.name(id))
    }

    /// The type of a field.
    pub(super) fn field(&self, ty: &TypeRef, presence: Presence) -> String {
        let ty = self.ty(ty);
        match presence {
            Presence::Required => ty,
            Presence::Optional | Presence::Nullable => format!("Option<{ty}>"),
            Presence::OptionalNullable => format!("rt::Nullable<{ty}>"),
        }
    }

    /// A named type, by its module where it is another one.
    fn name(&self, id: TypeId) -> String {
        let Some(def) = self.output.def(id) else { return "rt::Json".to_owned() };
        let version = self.output.api.versions.get(def.module.version);
        match version.and_then(|version| Some((version, version.modules.get(def.module.fragment)?))) {
            // Documents may share definitions.
            Some((version, module)) if def.module.version != self.version => {
                format!("super::super::{}::{}::{}", version.name, module.name, def.name)
            }
            Some((_, module)) if module.name != self.module.name => {
                self.uses.borrow_mut().insert(module.name.as_str().to_owned());
                format!("{}::{}", module.name, def.name)
            }
            _ => def.name.as_str().to_owned(),
        }
    }

    /// The path of a module that describes responses, as documentation links to it.
    pub(super) fn described(&self, id: ModuleId) -> Option<String> {
        let version = self.output.api.versions.get(id.version).filter(|_| id.version == self.version)?;
        let module =
            version.modules.get(id.fragment).filter(|module| !module.is_empty() && !module.responses.is_empty())?;
        Some(if module.name == self.module.name { "self".to_owned() } else { format!("super::{}", module.name) })
    }

    /// How a function takes a value, and the expression that makes the field's value of it.
    pub(super) fn argument(&self, name: &Ident, ty: &TypeRef) -> (Taken, TokenStream) {
        let name = ident(name);
        match ty {
            TypeRef::Integer | TypeRef::Float | TypeRef::Boolean => (Taken::Plain(self.ty(ty)), quote!(#name)),
            TypeRef::List(item) => {
                let item = self.item(item);
                let convert = item.is_generic().then(|| quote!(.map(Into::into)));
                (item.items(), quote!(#name.into_iter() #convert.collect()))
            }
            TypeRef::Named(id) if !self.is_union(*id) => (Taken::Plain(self.ty(ty)), quote!(#name)),
            TypeRef::Map(_) | TypeRef::Nullable(_) => (Taken::Plain(self.ty(ty)), quote!(#name)),
            TypeRef::Boxed(inner) => {
                let (argument, value) = self.argument_of_box(&name, inner);
                (argument, quote!(Box::new(#value)))
            }
            _ => (Taken::Into(self.ty(ty)), quote!(#name.into())),
        }
    }

    fn argument_of_box(&self, name: &proc_macro2::Ident, inner: &TypeRef) -> (Taken, TokenStream) {
        match inner {
            TypeRef::Named(id) if self.is_union(*id) => (Taken::Into(self.ty(inner)), quote!(#name.into())),
            _ => (Taken::Plain(self.ty(inner)), quote!(#name)),
        }
    }

    /// How a list takes its items: as they are, or whatever is converted into them.
    pub(super) fn item(&self, item: &TypeRef) -> Taken {
        let converts = match item {
            TypeRef::Integer | TypeRef::Float | TypeRef::Boolean => false,
            TypeRef::List(_) | TypeRef::Map(_) | TypeRef::Nullable(_) => false,
            TypeRef::Named(id) => self.is_union(*id),
            _ => true,
        };
        let ty = self.ty(item);
        if converts { Taken::Into(ty) } else { Taken::Plain(ty) }
    }

    pub(super) fn is_union(&self, id: TypeId) -> bool {
        self.output.def(id).is_some_and(|def| matches!(def.shape, Shape::Union(_)))
    }

    pub(super) fn is_struct(&self, id: TypeId) -> bool {
        self.output.def(id).is_some_and(|def| matches!(def.shape, Shape::Struct(_)))
    }

    /// The type of an answer to a list that may be carried out in part.
    pub(super) fn batch_answer(&self, whole: &TypeRef, part: &TypeRef) -> String {
        format!("rt::BatchResponse<{}, {}>", self.ty(whole), self.ty(part))
    }

    /// Whether an operation answers with a page of a list, of which there are more.
    pub(super) fn is_paged(&self, operation: &Operation) -> bool {
        let (Success::Json(ty) | Success::JsonOrEmpty(ty)) = &operation.responses.success else { return false };
        operation.calls.paging.is_some() && self.is_page(ty)
    }

    /// Whether the type is a page of a list to the runtime.
    fn is_page(&self, ty: &TypeRef) -> bool {
        match ty {
            TypeRef::List(_) => true,
            TypeRef::Named(id) => self.output.facts.listings.get(id).is_some_and(|listing| listing.page.is_some()),
            _ => false,
        }
    }

    /// clippy would have the large variants of an enum boxed.
    pub(super) fn uneven<'t>(&self, mut variants: impl Iterator<Item = &'t TypeRef>) -> Option<TokenStream> {
        let has_struct = variants.any(|ty| matches!(ty, TypeRef::Named(id) if self.is_struct(*id)));
        has_struct.then(
            || quote!(#[allow(clippy::large_enum_variant, reason = "a box for every value costs more than the room")]),
        )
    }

    /// The module as errors and traces call it, such as `v3.customers`.
    pub(super) fn full_name(&self) -> String {
        let version = self.output.api.versions.get(self.version).map_or("", |version| version.name.plain());
        format!("{version}.{}", self.module.name.plain())
    }

    /// A type as tokens.
    pub(super) fn ty_tokens(&self, ty: &TypeRef) -> TokenStream {
        rust(&self.ty(ty))
    }
}
