//! The elements of types.

use super::builder::Builder;
use super::{Aspect, Aspects, Subject};
use crate::ir::{Access, Conversion, Field, Module, Shape, Struct, TypeDef, TypeId};

pub(super) fn add(builder: &mut Builder<'_>) {
    let api = builder.api;
    for (index, def) in api.types.iter().enumerate() {
        ty(builder, TypeId(index), def);
    }
    for version in &api.versions {
        for module in &version.modules {
            for alias in &module.aliases {
                let now = alias.module.and_then(|id| api.versions.get(id.version)?.modules.get(id.fragment));
                let path = |module: &Module, name| format!("{}::{}::{name}", version.name, module.name);
                builder.alias(path(module, &alias.old), path(now.unwrap_or(module), &alias.name));
            }
        }
    }
}

fn ty(builder: &mut Builder<'_>, id: TypeId, def: &TypeDef) {
    let (path, sent) = (builder.path(id), builder.facts.sent.contains(&id));
    let shape = match def.shape {
        Shape::Struct(_) => "struct",
        Shape::Enum(_) => "enum",
        Shape::Union(_) => "union",
    };
    let mut aspects = builder.aspects();
    aspects.set(Aspect::Name, def.name.plain()).set(Aspect::Shape, shape).flag(Aspect::Sent, sent).docs(&[&def.docs]);
    if let Shape::Struct(object) = &def.shape {
        whole(builder, &mut aspects, object, sent);
    }
    let element = aspects.element(Subject::Type, &path, "");
    let owner = builder.add(|| path.clone(), element, Some(def.origin));
    match &def.shape {
        Shape::Struct(object) => {
            for one in &object.fields {
                field(builder, &owner, &path, one);
            }
            for constant in &object.constants {
                let mut aspects = builder.aspects();
                aspects.set(Aspect::Value, constant.value.to_string());
                let element = aspects.element(Subject::Constant, &path, &constant.wire_name);
                builder.add_part(&owner, &format!("property {}", constant.wire_name), element, Some(def.origin));
            }
        }
        Shape::Enum(variants) => {
            for variant in variants {
                let mut aspects = builder.aspects();
                aspects.set(Aspect::Name, variant.name.plain()).docs(&[&variant.docs]);
                variant.aliases.iter().for_each(|old| {
                    builder.alias(format!("{path}::{old}"), format!("{path}::{}", variant.name));
                });
                let path = format!("{path}::{}", variant.name);
                let element = aspects.element(Subject::Variant, path, &variant.value);
                builder.add_part(&owner, &format!("value {}", variant.value), element, Some(def.origin));
            }
        }
        Shape::Union(branches) => {
            for branch in branches {
                let mut aspects = builder.aspects();
                aspects
                    .set(Aspect::Name, branch.name.plain())
                    .set(Aspect::Type, builder.ty(&branch.ty))
                    .set(Aspect::Guard, branch.guard.to_string())
                    .docs(&[&branch.docs]);
                let path = format!("{path}::{}", branch.name);
                let element = aspects.element(Subject::Branch, path, branch.name.plain());
                builder.add_part(&owner, &format!("branch {}", branch.name), element, Some(def.origin));
            }
        }
    }
}

/// What is true of a struct as a whole.
fn whole(builder: &Builder<'_>, aspects: &mut Aspects, object: &Struct, sent: bool) {
    let required = object.fields.iter().filter(|field| sent && field.presence.is_required());
    let mut required: Vec<_> = required.collect();
    // They are named where there are several, so that their order is nothing to a caller.
    required.sort_by(|one, other| one.name.plain().cmp(other.name.plain()));
    let names = required.iter().map(|field| field.name.to_string()).collect::<Vec<_>>().join(", ");
    aspects.maybe(
        Aspect::Constructor,
        sent.then(|| match &object.required {
            Some(by_name) => format!("{by_name} {{ {names} }}"),
            None => format!("({names})"),
        }),
    );
    aspects.maybe(Aspect::Rest, object.rest.as_ref().map(|(name, ty)| format!("{name}: {}", builder.ty(ty))));
    let fails = |conversion: &Conversion| match builder.api.types.get(conversion.source.0).map(|def| &def.shape) {
        Some(Shape::Struct(source)) => conversion.can_fail(object, source),
        _ => false,
    };
    let conversions = object.conversions.iter().map(|conversion| {
        let conversion_trait = if fails(conversion) { "TryFrom" } else { "From" };
        format!("{conversion_trait}<&{}>", builder.path(conversion.source))
    });
    let mut conversions: Vec<_> = conversions.collect();
    conversions.sort();
    aspects.list(Aspect::Conversions, conversions);
}

fn field(builder: &mut Builder<'_>, owner: &str, path: &str, field: &Field) {
    let mut aspects = builder.aspects();
    aspects
        .set(Aspect::Name, field.name.plain())
        .set(Aspect::Type, builder.ty(&field.ty))
        .presence(field.presence)
        .docs(&[&field.docs])
        .limits(&field.limits)
        .annotations(&field.annotations)
        .flag(Aspect::ReadOnly, field.access == Access::ReadOnly)
        .flag(Aspect::Deprecated, field.deprecated);
    let element = aspects.element(Subject::Field, format!("{path}::{}", field.name), &field.wire_name);
    builder.add_part(owner, &format!("property {}", field.wire_name), element, Some(field.origin));
}
