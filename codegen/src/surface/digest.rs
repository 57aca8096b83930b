//! The digest: a sorted text of the public API, a line for each element.

use super::{Aspect, Element, Subject, Surface};
use crate::format::TEXT_MARK;

/// Returns the digest, without documentation. `command` writes it anew.
pub(crate) fn digest(surface: &Surface, documents: &str, command: &str) -> String {
    let mut lines: Vec<_> = surface.elements.values().map(line).collect();
    lines.sort();
    format!(
        "{TEXT_MARK} by `{command}` from {documents}. Do not edit; change the spec and regenerate.\n\n{}",
        lines.concat()
    )
}

/// The line of an element: its declaration in Rust, its name on the wire, its other aspects, and its place in the
/// documents.
fn line(element: &Element) -> String {
    let wire = match element.wire.as_str() {
        "" => String::new(),
        wire => format!(" {}", wire.escape_debug()),
    };
    let aspects = element.aspects.iter().filter(|(aspect, _)| is_listed(element.subject, **aspect));
    let aspects: String = aspects.map(|(aspect, value)| format!("; {aspect}: {}", value.escape_debug())).collect();
    let place = element.place.as_ref().map(|place| format!(" @ {place}")).unwrap_or_default();
    format!("{} # {}{wire}{aspects}{place}\n", declaration(element), element.subject)
}

/// Whether the line lists an aspect, because the declaration does not contain it.
fn is_listed(subject: Subject, aspect: Aspect) -> bool {
    match aspect {
        Aspect::Name => subject == Subject::Credential,
        Aspect::Shape => subject != Subject::Type,
        // A constructor shows that a type is sent.
        Aspect::Link | Aspect::Documentation | Aspect::Sent => false,
        // A required parameter is one of the arguments.
        Aspect::Type | Aspect::Arguments | Aspect::Builder | Aspect::Presence => false,
        _ => true,
    }
}

/// The declaration of an element in Rust.
pub(crate) fn declaration(element: &Element) -> String {
    let aspect = |aspect: Aspect| element.aspect(aspect);
    let (path, name, ty) = (&element.path, aspect(Aspect::Name), aspect(Aspect::Type));
    match element.subject {
        Subject::Field => format!("{path}: {}", field_type(aspect(Aspect::Presence), ty)),
        Subject::Operation => format!("{path}({}) -> {}", aspect(Aspect::Arguments), aspect(Aspect::Builder)),
        Subject::Lookup => {
            format!("{path}({}) -> {} -> Option<{ty}>", aspect(Aspect::Arguments), aspect(Aspect::Builder))
        }
        // The setter of a builder, or an argument of the method.
        Subject::Parameter | Subject::Body => match path.ends_with(&format!("::{name}")) && is_optional(element) {
            true => format!("{path}({ty})"),
            false => format!("{path}({name}: {ty})"),
        },
        Subject::Success | Subject::Error => match ty {
            "" => path.clone(),
            ty => format!("{path} -> {ty}"),
        },
        Subject::Header | Subject::Fixture => format!("{path}: {ty}"),
        Subject::Branch => format!("{path}({ty})"),
        Subject::Type => format!("{path}: {}", aspect(Aspect::Shape)),
        Subject::Credential | Subject::Variable => format!("{path}({name})"),
        Subject::Version
        | Subject::Server
        | Subject::Handle
        | Subject::Batch
        | Subject::Constant
        | Subject::Variant => path.clone(),
    }
}

fn is_optional(element: &Element) -> bool {
    element.aspect(Aspect::Presence) == "optional"
}

/// The type of a field, including its presence.
fn field_type(presence: &str, ty: &str) -> String {
    match presence {
        "optional" | "nullable" => format!("Option<{ty}>"),
        "optional and nullable" => format!("Nullable<{ty}>"),
        _ => ty.to_owned(),
    }
}
