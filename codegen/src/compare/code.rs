//! What a caller writes to use an element.

use super::change::is_required;
use super::finding::CallerCode;
use crate::name::Ident;
use crate::surface::{Aspect, Element, Subject, declaration};

/// An element, and what it is a part of.
#[derive(Clone, Copy)]
pub(super) struct Whole<'a> {
    pub(super) element: &'a Element,
    pub(super) owner: Option<&'a Element>,
}

/// Returns what a caller writes before and after a change; `None` if that is the same, or nothing.
pub(super) fn code(before: Option<Whole<'_>>, after: Option<Whole<'_>>) -> Option<CallerCode> {
    let text = |whole: Option<Whole<'_>>| whole.and_then(usage).unwrap_or_default();
    let mut code = CallerCode { before: text(before), after: text(after) };
    // What must be there is given to the constructor.
    if let (Some(constructed), Some(otherwise)) = (before.and_then(constructor), after.and_then(constructor))
        && constructed != otherwise
    {
        code = CallerCode {
            before: format!("{constructed}\n{}", code.before),
            after: format!("{otherwise}\n{}", code.after),
        };
    }
    (code.before != code.after).then_some(code)
}

/// How the type of a field is created.
fn constructor(field: Whole<'_>) -> Option<String> {
    let owner = field.owner.filter(|_| field.element.subject == Subject::Field)?;
    let is_created = !owner.aspect(Aspect::Constructor).is_empty();
    usage(Whole { element: owner, owner: None }).filter(|_| is_created)
}

fn usage(whole: Whole<'_>) -> Option<String> {
    let Whole { element, owner } = whole;
    let name = element.aspect(Aspect::Name);
    Some(match element.subject {
        Subject::Version => format!("client.{}()", element.path),
        Subject::Handle => resource(&element.path)?,
        Subject::Operation | Subject::Lookup | Subject::Batch => call(element)?,
        Subject::Parameter | Subject::Body => {
            let owner = call(owner?)?;
            if is_required(element) { owner } else { format!("{owner}.{name}(value)") }
        }
        Subject::Success => match owner {
            Some(_) if name.is_empty() => {
                format!("let response: Response<{}> = request.await?;", element.aspect(Aspect::Type))
            }
            _ => element.path.clone(),
        },
        Subject::Field => {
            let owner = Ident::snake(owner?.path.rsplit("::").next()?);
            let declared = declaration(element);
            format!("let value: {} = {owner}.{name};", declared.split_once(": ")?.1)
        }
        Subject::Branch => format!("{}(value)", element.path),
        Subject::Type => match element.aspect(Aspect::Constructor) {
            "" => element.path.clone(),
            taken if taken.starts_with('(') => format!("{}::new{taken}", element.path),
            taken => format!("{}::new({taken})", element.path),
        },
        Subject::Variant | Subject::Header | Subject::Fixture | Subject::Server | Subject::Alias => {
            element.path.clone()
        }
        Subject::Variable | Subject::Credential if is_required(element) => format!("Client::builder({name})"),
        Subject::Variable | Subject::Credential => format!("builder.{name}(value)"),
        Subject::Constant | Subject::Error => return None,
    })
}

/// How a caller reaches a resource: the path has the version, the module and the handle.
fn resource(path: &str) -> Option<String> {
    let mut parts = path.split("::");
    Some(format!("client.{}().{}()", parts.next()?, parts.next()?))
}

fn call(element: &Element) -> Option<String> {
    let method = element.path.rsplit("::").next()?;
    let arguments = element.aspect(Aspect::Arguments).split(", ");
    let names: Vec<_> = arguments.filter_map(|argument| argument.split_once(": ")).map(|(name, _)| name).collect();
    let names = if element.subject == Subject::Batch { "items".to_owned() } else { names.join(", ") };
    Some(format!("{}.{method}({names})", resource(&element.path)?))
}
