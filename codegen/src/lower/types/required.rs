//! Names of the structs in which constructors take required fields.

use super::Types;
use crate::ir::Shape;

/// From this number of required fields on, a constructor takes them by name: arguments of a function could change
/// places with the properties of a document, and whoever calls it would not be told.
const SEVERAL: usize = 2;

/// Names them, once all other types have their names.
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
