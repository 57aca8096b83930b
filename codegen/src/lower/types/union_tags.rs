//! Gives the branches of unions the property of the discriminator, if their schemas do not have it.

use super::Types;
use crate::ir::{Access, Field, Guard, Ident, Names, Presence, Shape, Sparse, TypeId, TypeRef};
use crate::ledger::{Key, Place, Role};
use crate::schema::Literal;
use crate::source::NodeId;

/// How deep unions in unions are followed.
const DEEPEST: usize = 4;

/// A property that tells a type from others.
struct Tag {
    property: String,
    values: Vec<Literal>,
    /// The discriminator.
    origin: NodeId,
}

/// Adds the properties. All types are known by now.
pub(in crate::lower) fn complete(types: &mut Types<'_>) {
    let mut missing = Vec::new();
    for def in &types.defs {
        let Shape::Union(branches) = &def.shape else { continue };
        let origin = types.input.sources.get(def.origin, "discriminator").unwrap_or(def.origin);
        for branch in branches {
            if let Guard::Tag { property, values } = &branch.guard {
                let mut structs = Vec::new();
                structs_of(types, &branch.ty, DEEPEST, &mut structs);
                let tag = || Tag { property: property.clone(), values: values.clone(), origin };
                missing.extend(structs.into_iter().map(|id| (id, tag())));
            }
        }
    }
    for (id, tag) in missing {
        add(types, id, &tag);
    }
}

/// The structs that a branch is.
fn structs_of(types: &Types<'_>, ty: &TypeRef, depth: usize, found: &mut Vec<TypeId>) {
    let TypeRef::Named(id) = ty else { return };
    match types.defs.get(id.0).map(|def| &def.shape) {
        Some(Shape::Struct(_)) => found.push(*id),
        Some(Shape::Union(branches)) if depth > 0 => {
            branches.iter().for_each(|branch| structs_of(types, &branch.ty, depth - 1, found));
        }
        _ => {}
    }
}

fn add(types: &mut Types<'_>, id: TypeId, tag: &Tag) {
    let input = types.input;
    let Some(def) = types.defs.get_mut(id.0) else { return };
    let Shape::Struct(object) = &mut def.shape else { return };
    let is_known = object.fields.iter().any(|field| field.wire_name == tag.property)
        || object.constants.iter().any(|constant| constant.wire_name == tag.property)
        || object.rest.is_some();
    if is_known {
        return;
    }
    let mut names = Names::reserving(&["new"]);
    for field in &object.fields {
        names.free(field.name.clone());
    }
    let key = Key { role: Role::Field, place: Place::Node(def.origin), detail: [&tag.property, ""] };
    let name = input.ledger.settle(&mut names, key, Ident::snake(&tag.property), Names::free).name;
    let ty = match tag.values.first() {
        Some(Literal::Integer(_)) => TypeRef::Integer,
        Some(Literal::Boolean(_)) => TypeRef::Boolean,
        Some(Literal::Number(_)) => TypeRef::Float,
        Some(Literal::Text(_)) | None => TypeRef::String,
    };
    let values: Vec<_> = tag.values.iter().map(|value| format!("`{value}`")).collect();
    object.fields.push(Field {
        name,
        wire_name: tag.property.clone(),
        ty,
        presence: Presence::Optional,
        docs: format!("The value of the discriminator: {}.", values.join(" or ")),
        limits: Sparse::default(),
        annotations: Sparse::default(),
        default: None,
        access: Access::Both,
        sensitive: None,
        deprecated: false,
        origin: tag.origin,
    });
}
