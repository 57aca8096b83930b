//! The tags that constructors set: where a union tells its branches apart by a property that a branch does not require,
//! an API would not know what was sent without it.

use std::collections::HashMap;

use crate::ir::{Api, Field, Guard, Presence, Shape, TypeId, TypeRef};
use crate::schema::Literal;

/// Finds the optional properties that have a single value in all unions that the struct is a branch of.
pub(super) fn find(api: &mut Api) {
    let mut found: HashMap<(TypeId, &str), Option<&Literal>> = HashMap::new();
    let unions = api.types.iter().filter_map(|def| match &def.shape {
        Shape::Union(branches) => Some(branches),
        Shape::Struct(_) | Shape::Enum(_) => None,
    });
    for branch in unions.flatten() {
        let Guard::Tag { property, values } = &branch.guard else { continue };
        let is_itself = matches!(branch.ty, TypeRef::Named(_) | TypeRef::Boxed(_));
        let Some(id) = branch.ty.named().filter(|_| is_itself) else { continue };
        let value = if let [value] = values.as_slice() { Some(value) } else { None };
        let known = found.entry((id, property)).or_insert(value);
        *known = known.filter(|known| Some(*known) == value);
    }
    let mut tags: Vec<(TypeId, usize, Literal)> = Vec::new();
    for ((id, property), value) in found {
        let Some(Shape::Struct(object)) = api.types.get(id.0).map(|def| &def.shape) else { continue };
        let field = object.fields.iter().position(|field| field.wire_name == property);
        let Some((index, value)) = field.zip(value) else { continue };
        if object.fields.get(index).is_some_and(|field| can_be(api, field, value)) {
            tags.push((id, index, value.clone()));
        }
    }
    tags.sort_by_key(|(id, index, _)| (id.0, *index));
    for (id, index, value) in tags {
        if let Some(Shape::Struct(object)) = api.types.get_mut(id.0).map(|def| &mut def.shape) {
            object.tags.push((index, value));
        }
    }
}

/// Whether a field is optional, and has a type with this value.
fn can_be(api: &Api, field: &Field, value: &Literal) -> bool {
    let is_of_type = match (&field.ty, value) {
        (TypeRef::String, Literal::Text(_))
        | (TypeRef::Integer, Literal::Integer(_))
        | (TypeRef::Boolean, Literal::Boolean(_))
        | (TypeRef::Float, Literal::Number(_)) => true,
        (TypeRef::Named(id), Literal::Text(text)) => api.types.get(id.0).is_some_and(|def| match &def.shape {
            Shape::Enum(variants) => variants.iter().any(|variant| variant.value == *text),
            Shape::Struct(_) | Shape::Union(_) => false,
        }),
        _ => false,
    };
    field.presence == Presence::Optional && is_of_type
}
