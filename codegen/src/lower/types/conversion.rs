//! `x-from`: conversions of response types to request types.

use super::Types;
use super::kind::{State, Use};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Conversion, Presence, Shape, Struct, TypeId, TypeRef};
use crate::source::{NodeId, lookup};

pub(in crate::lower) fn lower(types: &mut Types<'_>) {
    let input = types.input;
    for index in 0..types.defs.len() {
        let Some(origin) = types.defs.get(index).map(|def| def.origin) else { continue };
        let Some(node) = input.sources.get(origin, "x-from") else { continue };
        match conversion(types, TypeId(index), node) {
            Ok(None) => {}
            Ok(Some(conversion)) => {
                if let Some(Shape::Struct(object)) = types.defs.get_mut(index).map(|def| &mut def.shape) {
                    object.conversions.push(conversion);
                }
            }
            Err((message, help)) => {
                let problem = Diagnostic::new(Code::BadExtension, input.sources.location(node), message);
                input.report.add(problem.help(help));
            }
        }
    }
}

type Failure = (String, String);

/// `None` if the source has a problem that is reported already.
fn conversion(types: &Types<'_>, target: TypeId, node: NodeId) -> Result<Option<Conversion>, Failure> {
    let input = types.input;
    let reference = input.sources.text(node).unwrap_or_default();
    let found = match lookup(input.sources, node.file(), reference) {
        Ok(found) => input.documents.resolve(found),
        Err(missing) if input.documents.explains(&missing) => None,
        Err(missing) => {
            let help = missing
                .help(input.sources)
                .unwrap_or_else(|| "name a schema, such as `#/components/schemas/Pet`".to_owned());
            return Err((missing.message, help));
        }
    };
    let Some(found) = found else { return Ok(None) };
    let source = match types.lowered.get(&found) {
        Some(State::Done(Use { ty: TypeRef::Named(id), .. })) => Some(*id),
        _ => None,
    };
    let no_struct =
        || (format!("`{reference}` is not an object with properties"), "name the schema of such an object".to_owned());
    let source = source.ok_or_else(no_struct)?;
    let (from, to) = (object(types, source).ok_or_else(no_struct)?, object(types, target).ok_or_else(no_struct)?);
    let mut fields = Vec::new();
    for (index, field) in to.fields.iter().enumerate() {
        let same = from.fields.iter().position(|other| {
            other.wire_name == field.wire_name && other.ty == field.ty && copies(field.presence, other.presence)
        });
        match same {
            Some(other) => fields.push((index, other)),
            None if field.presence.is_required() => {
                let message = format!("`{}` is required here, but `{reference}` does not have it", field.wire_name);
                return Err((
                    message,
                    "remove `x-from`, or give both schemas the property with the same type".to_owned(),
                ));
            }
            None => {}
        }
    }
    Ok(Some(Conversion { source, fields }))
}

/// Whether a field can be copied to one with another presence. A required target makes the conversion fallible.
fn copies(to: Presence, from: Presence) -> bool {
    match to {
        Presence::Nullable => from.is_required(),
        Presence::Required | Presence::Optional | Presence::OptionalNullable => true,
    }
}

fn object<'a>(types: &'a Types<'_>, id: TypeId) -> Option<&'a Struct> {
    match &types.defs.get(id.0)?.shape {
        Shape::Struct(object) => Some(object),
        _ => None,
    }
}
