//! Names of the structs in which constructors take required fields.

use super::Types;
use crate::ir::Shape;

/// With this many required fields, a constructor takes them by name: positional arguments would be swapped without a
/// compiler error if the document reordered its properties.
const SEVERAL: usize = 2;

/// Names the structs, after all other types have their names.
pub(in crate::lower) fn name(types: &mut Types<'_>) {
    let Types { defs, names, .. } = types;
    for def in defs {
        let Shape::Struct(object) = &mut def.shape else { continue };
        if object.fields.iter().filter(|field| field.presence.is_required()).count() >= SEVERAL {
            let names = names.entry(def.module).or_default();
            object.required = Some(names.free(def.name.with_suffix("Required")));
        }
    }
}
