//! Rust types of fields and arguments.

use super::Scope;
use super::arguments::Taken;
use super::rt;
use super::rust_type::{Path, RustType};
use super::tokens::ident;
use crate::ir::{Ident, ModuleId, Operation, Presence, Shape, Success, TypeId, TypeRef};
use proc_macro2::TokenStream;
use quote::quote;

/// Returns the Rust type, given the names of the generated types.
pub(crate) fn written(ty: &TypeRef, name: &impl Fn(TypeId) -> RustType) -> RustType {
    let written = |ty: &TypeRef| written(ty, name);
    match ty {
        TypeRef::Integer => RustType::plain("i64"),
        TypeRef::Unsigned => RustType::plain("u64"),
        TypeRef::Float => RustType::plain("f64"),
        TypeRef::JsonNumber => RustType::runtime(rt::JSON_NUMBER),
        TypeRef::Boolean => RustType::plain("bool"),
        TypeRef::String => RustType::string(),
        TypeRef::Number => RustType::runtime(rt::NUMBER),
        TypeRef::NumericString => RustType::runtime(rt::NUMERIC_STRING),
        TypeRef::Base64 => RustType::runtime(rt::BASE64),
        TypeRef::Mapped(mapped) => {
            let number = mapped.is_number.then(|| RustType::plain("true"));
            let path = RustType::External(mapped.path.to_string());
            RustType::Runtime(rt::MAPPED, [path].into_iter().chain(number).collect())
        }
        TypeRef::Text => RustType::runtime(rt::TEXT),
        TypeRef::Flag => RustType::runtime(rt::FLAG),
        TypeRef::Date => RustType::runtime(rt::DATE),
        TypeRef::DateTime => RustType::runtime(rt::DATE_TIME),
        TypeRef::Secret => RustType::runtime(rt::SECRET),
        TypeRef::Json => RustType::runtime(rt::JSON),
        TypeRef::Named(id) => name(*id),
        TypeRef::List(item) => written(item).list(),
        TypeRef::Map(value) => RustType::Runtime(rt::MAP, vec![written(value)]),
        TypeRef::Boxed(inner) => RustType::Prelude("Box", vec![written(inner)]),
        TypeRef::Nullable(inner) => written(inner).option(),
    }
}

impl Scope<'_> {
    /// Returns the type of a value.
    pub(super) fn ty(&self, ty: &TypeRef) -> RustType {
        written(ty, &|id| self.name(id))
    }

    /// Returns the type of a field.
    pub(super) fn field(&self, ty: &TypeRef, presence: Presence) -> RustType {
        let ty = self.ty(ty);
        match presence {
            Presence::Required => ty,
            Presence::Optional | Presence::Nullable => ty.option(),
            Presence::OptionalNullable => ty.nullable(),
        }
    }

    /// Returns a named type, with its module if that is a different one.
    fn name(&self, id: TypeId) -> RustType {
        let Some(def) = self.output.def(id) else { return RustType::runtime(rt::JSON) };
        RustType::Path(self.placed(Some(def.module), &def.name))
    }

    /// Returns the path of an item of a module, or of this one.
    pub(super) fn placed(&self, id: Option<ModuleId>, name: &Ident) -> Path {
        let version = id.and_then(|id| Some((id, self.output.api.versions.get(id.version)?)));
        let module = version.and_then(|(id, version)| Some((id, version, version.modules.get(id.fragment)?)));
        let (up, modules) = match module {
            // Documents may share definitions.
            Some((id, version, module)) if id.version != self.version => (2, vec![&version.name, &module.name]),
            Some((_, _, module)) if module.name != self.module.name => {
                self.uses.borrow_mut().insert(module.name.clone());
                (0, vec![&module.name])
            }
            _ => (0, Vec::new()),
        };
        Path { up, names: modules.into_iter().chain([name]).cloned().collect() }
    }

    /// Returns the path of a module that describes responses, for links in documentation.
    pub(super) fn described(&self, id: ModuleId) -> Option<String> {
        let version = self.output.api.versions.get(id.version).filter(|_| id.version == self.version)?;
        let module =
            version.modules.get(id.fragment).filter(|module| !module.is_empty() && !module.responses.is_empty())?;
        Some(if module.name == self.module.name { "self".to_owned() } else { format!("super::{}", module.name) })
    }

    /// Returns the argument for a value, and its conversion to the value of the field.
    pub(super) fn argument(&self, name: &Ident, ty: &TypeRef) -> (Taken, TokenStream) {
        let name = ident(name);
        match ty {
            TypeRef::Integer | TypeRef::Unsigned | TypeRef::Float | TypeRef::Boolean => {
                (Taken::Plain(self.ty(ty)), quote!(#name))
            }
            TypeRef::List(item) => {
                let item = self.item(item);
                let convert = item.is_generic().then(|| quote!(.map(Into::into)));
                (item.items(), quote!(#name.into_iter() #convert.collect()))
            }
            TypeRef::Named(id) if !self.is_union(*id) => (Taken::Plain(self.ty(ty)), quote!(#name)),
            TypeRef::Map(value) => {
                let (taken, entries) = self.entries(&name, value);
                (taken, quote!(#entries.collect()))
            }
            TypeRef::Nullable(_) => (Taken::Plain(self.ty(ty)), quote!(#name)),
            TypeRef::Boxed(inner) => {
                let (argument, value) = self.argument_of_box(&name, inner);
                (argument, quote!(Box::new(#value)))
            }
            _ => (Taken::Into(self.ty(ty)), quote!(#name.into())),
        }
    }

    /// Returns the argument for an object with arbitrary keys, and the iterator over its entries.
    pub(super) fn entries(&self, name: &proc_macro2::Ident, value: &TypeRef) -> (Taken, TokenStream) {
        let value = self.item(value);
        let convert = if value.is_generic() { quote!(value.into()) } else { quote!(value) };
        (value.entries(), quote!(#name.into_iter().map(|(key, value)| (key.into(), #convert))))
    }

    fn argument_of_box(&self, name: &proc_macro2::Ident, inner: &TypeRef) -> (Taken, TokenStream) {
        match inner {
            TypeRef::Named(id) if self.is_union(*id) => (Taken::Into(self.ty(inner)), quote!(#name.into())),
            _ => (Taken::Plain(self.ty(inner)), quote!(#name)),
        }
    }

    /// Returns the argument for an item of an array.
    pub(super) fn item(&self, item: &TypeRef) -> Taken {
        let ty = self.ty(item);
        if self.converts(item) { Taken::Into(ty) } else { Taken::Plain(ty) }
    }

    /// Returns whether other types convert into this one.
    pub(super) fn converts(&self, ty: &TypeRef) -> bool {
        match ty {
            TypeRef::Integer | TypeRef::Unsigned | TypeRef::Float | TypeRef::Boolean => false,
            TypeRef::List(_) | TypeRef::Map(_) | TypeRef::Nullable(_) => false,
            TypeRef::Named(id) => self.is_union(*id),
            _ => true,
        }
    }

    pub(super) fn is_union(&self, id: TypeId) -> bool {
        self.output.def(id).is_some_and(|def| matches!(def.shape, Shape::Union(_)))
    }

    pub(super) fn is_struct(&self, id: TypeId) -> bool {
        self.output.def(id).is_some_and(|def| matches!(def.shape, Shape::Struct(_)))
    }

    /// Returns the type of a batch response in which only some items may have taken effect.
    pub(super) fn batch_response(&self, whole: &TypeRef, part: &TypeRef) -> RustType {
        RustType::Runtime(rt::BATCH_RESPONSE, vec![self.ty(whole), self.ty(part)])
    }

    /// Returns whether an operation returns a page of a list with several.
    pub(super) fn is_paged(&self, operation: &Operation) -> bool {
        let (Success::Json(ty) | Success::JsonOrEmpty(ty)) = &operation.responses.success else { return false };
        operation.calls.paging.is_some() && self.is_page(ty)
    }

    /// Returns whether the runtime treats the type as a page of a list.
    fn is_page(&self, ty: &TypeRef) -> bool {
        match ty {
            TypeRef::List(_) => true,
            TypeRef::Named(id) => self.output.facts.listings.get(id).is_some_and(|listing| listing.is_page),
            _ => false,
        }
    }

    /// Allows variants of different sizes, which clippy would box.
    pub(super) fn uneven<'t>(&self, mut variants: impl Iterator<Item = &'t TypeRef>) -> Option<TokenStream> {
        let has_struct = variants.any(|ty| matches!(ty, TypeRef::Named(id) if self.is_struct(*id)));
        has_struct.then(
            || quote!(#[allow(clippy::large_enum_variant, reason = "a box for every value costs more than the room")]),
        )
    }

    /// Returns the name of the module in errors and traces, such as `v3.customers`.
    pub(super) fn full_name(&self) -> String {
        let version = self.output.api.versions.get(self.version).map_or("", |version| version.name.plain());
        format!("{version}.{}", self.module.name.plain())
    }
}
