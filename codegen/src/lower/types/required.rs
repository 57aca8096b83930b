//! Names of the structs in which constructors take required fields.

use super::super::known;
use super::Types;
use crate::ir::{Names, Shape, TypeId};
use crate::ledger::{Place, Role, Settled};

/// With this many required fields, a constructor takes them by name: positional arguments would be swapped without a
/// compiler error if the document reordered its properties.
const SEVERAL: usize = 2;

/// Names the structs, after all other types have their names.
pub(in crate::lower) fn name(types: &mut Types<'_>) {
    let mut several = Vec::new();
    for (index, def) in types.defs.iter().enumerate() {
        let Shape::Struct(object) = &def.shape else { continue };
        // Nobody creates what only responses have.
        if types.sides.is_divided(TypeId(index)) {
            continue;
        }
        if object.fields.iter().filter(|field| field.presence.is_required()).count() >= SEVERAL {
            let wanted = def.name.with_suffix("Required");
            several.push((index, def.module, def.origin, wanted, object.borrows_required()));
        }
    }
    for (index, module, origin, wanted, borrows) in several {
        let (ledger, key) = (types.input.ledger, known::at(Role::Required, Place::Node(origin)));
        let Settled { name, was } = ledger.settle(types.names(module), key, wanted, Names::free);
        was.into_iter().for_each(|old| types.alias(module, old, &name, borrows));
        if let Some(Shape::Struct(object)) = types.defs.get_mut(index).map(|def| &mut def.shape) {
            object.required = Some(name);
        }
    }
}
