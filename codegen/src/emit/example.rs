//! An example call of each operation, from the examples of the document.

use super::example_layout::{LINE, called, indent, packed};
use super::example_values::Writer;
use super::rust_type::RustType;
use super::{Imports, Scope};
use crate::ir::{Body, Find, Ident, Operation, Success, TypeRef};

/// Returns the code of the example, if there are examples of everything that is required.
pub(super) fn call(scope: &Scope<'_>, version: &str, operation: &Operation) -> Option<String> {
    let mut writer = Writer { scope, imports: Imports::new() };
    let mut arguments = writer.arguments(operation, None)?;
    if let Some(body) = operation.request.body.as_ref().filter(|body| body.required) {
        arguments.push(writer.argument(&body.ty, body.example?)?);
    }
    let mut calls = vec![called(&operation.names.method, &arguments)];
    calls.extend(narrowed(&mut writer, operation));
    let is_paged = scope.is_paged(operation);
    if let Success::Events(_) = operation.responses.success {
        let mut lines = statement(scope, version, "let response = client", &calls, ".await?;");
        let each = [
            "let mut events = response.into_inner();",
            "while let Some(event) = events.try_next().await? {",
            "    println!(\"{:?}\", event.id);",
            "}",
        ];
        lines.extend(each.map(str::to_owned));
        return Some(code(&writer, lines));
    }
    let binding = match operation.responses.success {
        Success::Empty => "client",
        _ if is_paged => "let page = client",
        _ => "let response = client",
    };
    let mut lines = statement(scope, version, binding, &calls, ".await?;");
    if is_paged {
        lines.push(String::new());
        lines.extend(statement(scope, version, "let mut all = client", &calls, ".stream();"));
        let each = ["while let Some(item) = all.try_next().await? {", "    println!(\"{item:?}\");", "}"];
        lines.extend(each.map(str::to_owned));
    }
    Some(code(&writer, lines))
}

/// Returns the code of a call with any number of items.
pub(super) fn batches(scope: &Scope<'_>, version: &str, operation: &Operation, name: &Ident) -> Option<String> {
    let mut writer = Writer { scope, imports: Imports::new() };
    let mut arguments = writer.arguments(operation, None)?;
    let Some(Body { ty: TypeRef::List(item), .. }) = operation.request.body.as_deref() else { return None };
    let items = path(scope, item)?;
    arguments.push("items".to_owned());
    let calls = [format!(".{name}({})", arguments.join(", "))];
    let mut lines = statement(scope, version, "let mut outcomes = client", &calls, ";");
    let each = [
        "while let Some(outcome) = outcomes.next().await {",
        "    let Some(error) = outcome.error() else { continue };",
        "    println!(\"item {}: {error}\", outcome.index);",
        "}",
    ];
    lines.extend(each.map(str::to_owned));
    let krate = &scope.output.krate;
    let head = format!("# async fn example(client: {krate}::Client, items: Vec<{items}>) {{");
    Some(framed(&writer, head, lines, &["# }"]))
}

/// Returns the path of a type for users of the crate.
fn path(scope: &Scope<'_>, ty: &TypeRef) -> Option<String> {
    match ty {
        TypeRef::Named(id) => {
            let path = scope.output.path_of(&scope.output.krate, *id)?;
            Some(path.to_string())
        }
        TypeRef::List(item) => Some(format!("Vec<{}>", path(scope, item)?)),
        TypeRef::Nullable(inner) => Some(format!("Option<{}>", path(scope, inner)?)),
        TypeRef::Map(_) | TypeRef::Boxed(_) => None,
        ty => Some(match scope.ty(ty) {
            RustType::Runtime(item, _) => format!("{}::{}", scope.output.krate, item.name()),
            ty => ty.to_string(),
        }),
    }
}

/// Returns the code of a lookup: the example of its parameter is the first value of an array.
pub(super) fn find(scope: &Scope<'_>, version: &str, operation: &Operation, find: &Find) -> Option<String> {
    let mut writer = Writer { scope, imports: Imports::new() };
    let mut arguments = writer.arguments(operation, Some(&find.by))?;
    let example = find.by.example?;
    arguments.push(match &find.by.ty {
        TypeRef::List(item) => writer.argument(item, *scope.output.sources.items(example).first()?)?,
        ty => writer.argument(ty, example)?,
    });
    let calls = vec![called(&find.name, &arguments)];
    let lines = statement(scope, version, "let found = client", &calls, ".await?.into_inner();");
    Some(code(&writer, lines))
}

/// Calls methods of a resource's handle, on one line if they are short.
fn statement(scope: &Scope<'_>, version: &str, binding: &str, calls: &[String], end: &str) -> Vec<String> {
    let mut all = vec![format!(".{}()", scope.module.name)];
    if !scope.output.is_at_hand(scope.module) {
        all.insert(0, format!(".{version}()"));
    }
    all.extend_from_slice(calls);
    match all.last_mut() {
        Some(last) if end == ";" => last.push_str(end),
        _ => all.push(end.to_owned()),
    }
    let one_line = format!("{binding}{}", all.concat());
    if !one_line.contains('\n') && one_line.len() <= LINE {
        return vec![one_line];
    }
    std::iter::once(binding.to_owned()).chain(all.iter().map(|call| indent(call))).collect()
}

/// Returns an example with these lines, which may fail.
fn code(writer: &Writer<'_, '_>, lines: Vec<String>) -> String {
    let krate = &writer.scope.output.krate;
    let head = format!("# async fn example(client: {krate}::Client) -> Result<(), {krate}::Error> {{");
    framed(writer, head, lines, &["# Ok(()) }"])
}

/// Returns an example with these lines, and the imports and functions around them.
fn framed(writer: &Writer<'_, '_>, head: String, body: Vec<String>, end: &[&str]) -> String {
    let mut lines = vec![head];
    for (module, names) in &writer.imports {
        let names: Vec<_> = names.iter().map(String::as_str).collect();
        let one_line = match names.as_slice() {
            [one] => format!("use {module}::{one};"),
            all => format!("use {module}::{{{}}};", all.join(", ")),
        };
        if one_line.len() <= LINE {
            lines.push(one_line);
        } else {
            lines.push(format!("use {module}::{{"));
            lines.extend(packed(&names).iter().map(|line| indent(line)));
            lines.push("};".to_owned());
        }
    }
    if !writer.imports.is_empty() {
        lines.push(String::new());
    }
    lines.extend(body);
    lines.extend(end.iter().map(|line| (*line).to_owned()));
    lines.join("\n")
}

/// Returns the setter for a call that requires a filter: a filter, or the one that selects everything.
fn narrowed(writer: &mut Writer<'_, '_>, operation: &Operation) -> Option<String> {
    let guard = operation.request.guard.as_ref()?;
    let filters = operation
        .request
        .parameters
        .iter()
        .filter(|parameter| !parameter.required && guard.contains(&parameter.wire_name));
    for parameter in filters {
        if let Some(value) = parameter.example.and_then(|_| writer.parameter(parameter)) {
            return Some(format!(".{}({value})", parameter.name));
        }
    }
    Some(".all()".to_owned())
}
