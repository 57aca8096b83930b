//! The digest: a sorted text of the public API, a line for each element.

use super::{Aspect, Element, Subject};
use crate::format::TEXT_MARK;

/// Returns the text with these lines.
pub(super) fn text(mut lines: Vec<String>, documents: &str, command: &str) -> String {
    lines.sort_unstable();
    let mut text =
        format!("{TEXT_MARK} by `{command}` from {documents}. Do not edit; change the spec and regenerate.\n\n");
    text.reserve_exact(lines.iter().map(String::len).sum());
    lines.into_iter().for_each(|line| text.push_str(&line));
    text
}

/// The line of an element: its declaration in Rust, its name on the wire, its other aspects, and its place in the
/// documents.
pub(super) fn line(element: &Element, place: Option<&str>) -> String {
    let mut line = declaration(element);
    line.push_str(" # ");
    line.push_str(element.subject.as_str());
    if !element.wire.is_empty() {
        line.push(' ');
        push_escaped(&mut line, &element.wire);
    }
    for (aspect, value) in element.aspects.iter().filter(|(aspect, _)| is_listed(element.subject, *aspect)) {
        line.push_str("; ");
        line.push_str(aspect.as_str());
        line.push_str(": ");
        push_escaped(&mut line, value);
    }
    if let Some(place) = place {
        line.push_str(" @ ");
        line.push_str(place);
    }
    line.push('\n');
    line
}

/// Appends a text without what would end the line. Most texts need no escapes.
fn push_escaped(line: &mut String, text: &str) {
    let is_plain = |byte: u8| matches!(byte, b' '..=b'~') && !matches!(byte, b'"' | b'\'' | b'\\');
    match text.bytes().all(is_plain) {
        true => line.push_str(text),
        false => line.extend(text.escape_debug()),
    }
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
        Subject::Alias => format!("{path} = {ty}"),
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
