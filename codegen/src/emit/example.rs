//! An example call of each operation, made of the document's examples.

use super::rust_type::RustType;
use super::tokens::quoted;
use super::{Imports, Scope};
use crate::ir::{
    Body, Field, Find, Ident, Operation, Parameter, Presence, Shape, Struct, Success, TypeDef, TypeId, TypeRef,
};
use crate::source::{NodeId, Value};

/// What is longer is broken.
const LINE: usize = 80;

/// More items of a list do not teach more.
const ITEMS: usize = 2;

/// The example's code, if the document's examples suffice for what is required.
pub(super) fn call(scope: &Scope<'_>, version: &str, operation: &Operation) -> Option<String> {
    let mut writer = Writer { scope, imports: Imports::new() };
    let mut arguments = writer.arguments(operation, None)?;
    if let Some(body) = operation.request.body.as_ref().filter(|body| body.required) {
        arguments.push(writer.argument(&body.ty, body.example?)?);
    }
    let mut calls = vec![format!(".{}({})", operation.names.method, arguments.join(", "))];
    calls.extend(narrowed(&mut writer, operation));
    let is_paged = scope.is_paged(operation);
    if let Success::Events(_) = operation.responses.success {
        let mut lines = statement(scope, version, "let answer = client", &calls, ".await?;");
        let each = [
            "let mut events = answer.into_inner();",
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
        _ => "let answer = client",
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

/// The code of a call for any number of items.
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
        "    if let Some(error) = outcome.error() {",
        "        println!(\"item {}: {error}\", outcome.index);",
        "    }",
        "}",
    ];
    lines.extend(each.map(str::to_owned));
    let krate = &scope.output.krate;
    let head = format!("# async fn example(client: {krate}::Client, items: Vec<{items}>) {{");
    Some(framed(&writer, head, lines, &["# }"]))
}

/// A type as a user of the crate names it.
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

/// The module of a type, as a user of the crate names it.
fn module(scope: &Scope<'_>, def: &TypeDef) -> Option<String> {
    let version = scope.output.api.versions.get(def.module.version)?;
    let module = version.modules.get(def.module.fragment)?;
    Some(format!("{}::{}::{}", scope.output.krate, version.name, module.name))
}

/// The code of a call of a list for one item: its parameter's example is the first value of a list.
pub(super) fn find(scope: &Scope<'_>, version: &str, operation: &Operation, find: &Find) -> Option<String> {
    let mut writer = Writer { scope, imports: Imports::new() };
    let mut arguments = writer.arguments(operation, Some(&find.by))?;
    let example = find.by.example?;
    arguments.push(match &find.by.ty {
        TypeRef::List(item) => writer.argument(item, *scope.output.sources.items(example).first()?)?,
        ty => writer.argument(ty, example)?,
    });
    let calls = vec![format!(".{}({})", find.name, arguments.join(", "))];
    let lines = statement(scope, version, "let answer = client", &calls, ".await?;");
    Some(code(&writer, lines))
}

/// Calls of a resource's handle, on one line if they are short.
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

/// An example of these lines, which may fail.
fn code(writer: &Writer<'_, '_>, lines: Vec<String>) -> String {
    let krate = &writer.scope.output.krate;
    let head = format!("# async fn example(client: {krate}::Client) -> Result<(), {krate}::Error> {{");
    framed(writer, head, lines, &["# Ok(()) }"])
}

/// An example of these lines, and what they need around them.
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
            lines.extend(names.iter().map(|name| format!("    {name},")));
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

/// For a call that would mean everything: one filter, or that everything is meant.
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

fn indent(text: &str) -> String {
    text.lines().map(|line| format!("    {line}")).collect::<Vec<_>>().join("\n")
}

struct Writer<'a, 'b> {
    scope: &'b Scope<'a>,
    imports: Imports,
}

impl Writer<'_, '_> {
    /// What a method takes for the required parameters.
    fn arguments(&mut self, operation: &Operation, without: Option<&Parameter>) -> Option<Vec<String>> {
        operation.request.arguments(without).map(|parameter| self.parameter(parameter)).collect()
    }

    fn parameter(&mut self, parameter: &Parameter) -> Option<String> {
        self.argument(&parameter.ty, parameter.example?)
    }

    /// An expression that a function takes for a value of the type.
    fn argument(&mut self, ty: &TypeRef, node: NodeId) -> Option<String> {
        match ty {
            TypeRef::Named(id) if self.scope.is_union(*id) => self.branch(*id, node),
            TypeRef::List(item) => {
                let items = self.scope.output.sources.items(node);
                let values: Option<Vec<_>> = items.iter().take(ITEMS).map(|node| self.item(item, *node)).collect();
                Some(list(&values?))
            }
            ty => self.value(ty, node),
        }
    }

    /// The items of a list are of one type.
    fn item(&mut self, ty: &TypeRef, node: NodeId) -> Option<String> {
        match ty {
            TypeRef::Named(id) if self.scope.is_union(*id) => {
                let value = self.branch(*id, node)?;
                let def = self.scope.output.def(*id)?;
                Some(format!("{}::from({value})", self.import(def)))
            }
            ty => self.value(ty, node),
        }
    }

    fn value(&mut self, ty: &TypeRef, node: NodeId) -> Option<String> {
        match (ty, self.scope.output.sources.value(node)) {
            (TypeRef::Integer, Value::Number(text)) => Some(text.to_owned()),
            (TypeRef::Float, Value::Number(text)) => {
                Some(if text.contains(['.', 'e', 'E']) { text.to_owned() } else { format!("{text}.0") })
            }
            (TypeRef::Boolean | TypeRef::Flag, Value::Bool(value)) => Some(value.to_string()),
            (TypeRef::String | TypeRef::Text | TypeRef::DateTime | TypeRef::Secret, Value::Text(text)) => {
                Some(quoted(text))
            }
            (TypeRef::Number, Value::Number(text) | Value::Text(text)) => self.decimal(text),
            (TypeRef::Boxed(inner), _) => self.value(inner, node),
            (TypeRef::Nullable(_), Value::Null) => Some("None".to_owned()),
            (TypeRef::Nullable(inner), _) => {
                let value = self.value(inner, node).filter(|_| self.is_exact(inner))?;
                Some(if **inner == TypeRef::String {
                    format!("Some({value}.to_owned())")
                } else {
                    format!("Some({value})")
                })
            }
            (TypeRef::List(_), _) => self.argument(ty, node),
            (TypeRef::Named(id), _) => self.named(*id, node),
            _ => None,
        }
    }

    /// An exact decimal by its digits; an integer converts by itself.
    fn decimal(&mut self, text: &str) -> Option<String> {
        if text.parse::<i32>().is_ok_and(|integer| integer.to_string() == text) {
            return Some(text.to_owned());
        }
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let digits = format!("{whole}{fraction}").parse::<i64>().ok()?;
        let krate = &self.scope.output.krate;
        self.imports.entry(format!("{krate}::rust_decimal")).or_default().insert("Decimal".to_owned());
        Some(format!("Decimal::new({digits}, {})", fraction.len()))
    }

    fn named(&mut self, id: TypeId, node: NodeId) -> Option<String> {
        let def = self.scope.output.def(id)?;
        match &def.shape {
            Shape::Enum(variants) => {
                let text = self.scope.output.sources.text(node)?;
                let variant = variants.iter().find(|variant| variant.value == text)?;
                Some(format!("{}::{}", self.import(def), variant.name))
            }
            Shape::Struct(object) => self.object(def, object, node),
            Shape::Union(_) => self.branch(id, node),
        }
    }

    fn object(&mut self, def: &TypeDef, object: &Struct, node: NodeId) -> Option<String> {
        let sources = self.scope.output.sources;
        if !self
            .scope
            .output
            .facts
            .sent
            .iter()
            .any(|id| self.scope.output.def(*id).is_some_and(|sent| sent.origin == def.origin))
        {
            return None;
        }
        let mut required = Vec::new();
        for field in object.fields.iter().filter(|field| field.presence.is_required()) {
            required.push(self.field(field, sources.get(node, &field.wire_name)?)?);
        }
        let mut code = format!("{}::new({})", self.import(def), required.join(", "));
        let mut setters = Vec::new();
        for field in object.fields.iter().filter(|field| !field.presence.is_required()) {
            let value = sources.get(node, &field.wire_name).and_then(|node| self.field(field, node));
            if let Some(value) = value {
                setters.push(format!(".{}({})", field.name, hang(&value)));
            }
        }
        let one_line = format!("{code}{}", setters.concat());
        if setters.len() < 3 && !one_line.contains('\n') && one_line.len() <= LINE {
            return Some(one_line);
        }
        code.extend(setters.iter().map(|setter| format!("\n{}", indent(setter))));
        Some(code)
    }

    fn field(&mut self, field: &Field, node: NodeId) -> Option<String> {
        let is_null = matches!(self.scope.output.sources.value(node), Value::Null);
        match field.presence {
            Presence::OptionalNullable | Presence::Nullable if is_null => Some("None".to_owned()),
            Presence::OptionalNullable | Presence::Nullable => {
                let value = self.value(&field.ty, node).filter(|_| self.is_exact(&field.ty))?;
                let owned = field.presence == Presence::Nullable && field.ty == TypeRef::String;
                Some(if owned { format!("{value}.to_owned()") } else { value })
            }
            _ => self.argument(&field.ty, node),
        }
    }

    /// Whether an expression for the type has that very type: a nullable one is not converted twice. Text is, of itself.
    fn is_exact(&self, ty: &TypeRef) -> bool {
        match ty {
            TypeRef::Integer | TypeRef::Float | TypeRef::Boolean | TypeRef::String => true,
            TypeRef::Named(id) => !self.scope.is_union(*id),
            TypeRef::List(item) => **item != TypeRef::String && self.is_exact(item),
            _ => false,
        }
    }

    /// The branch of a union that the example is of.
    fn branch(&mut self, id: TypeId, node: NodeId) -> Option<String> {
        use crate::ir::{Guard, JsonType};
        let sources = self.scope.output.sources;
        let Shape::Union(branches) = &self.scope.output.def(id)?.shape else { return None };
        let holds = |guard: &Guard| match (guard, sources.value(node)) {
            (Guard::Type(JsonType::String), Value::Text(_))
            | (Guard::Type(JsonType::Number), Value::Number(_))
            | (Guard::Type(JsonType::Boolean), Value::Bool(_))
            | (Guard::Type(JsonType::Array), Value::List(_))
            | (Guard::Type(JsonType::Object), Value::Map(_)) => true,
            (Guard::Key(key), _) => sources.get(node, key).is_some(),
            (Guard::Tag { property, values }, _) => {
                sources.get_text(node, property).is_some_and(|text| values.iter().any(|value| value == text))
            }
            _ => false,
        };
        let branch = branches.iter().find(|branch| holds(&branch.guard))?;
        let value = match &branch.ty {
            // A list has to be of its very type here.
            TypeRef::List(item) => match **item {
                TypeRef::String => {
                    let items = sources.items(node).iter().filter_map(|item| sources.text(*item));
                    let items: Vec<_> = items.map(|text| format!("{}.to_owned()", quoted(text))).collect();
                    format!("vec![{}]", items.join(", "))
                }
                _ => format!("vec!{}", self.argument(&branch.ty, node)?),
            },
            TypeRef::Number => {
                let krate = &self.scope.output.krate;
                self.imports.entry(krate.to_string()).or_default().insert("Number".to_owned());
                let digits = self.value(&branch.ty, node)?;
                format!("Number::from({digits})")
            }
            ty => self.value(ty, node)?,
        };
        Some(value)
    }

    fn import(&mut self, def: &TypeDef) -> String {
        if let Some(path) = module(self.scope, def) {
            self.imports.entry(path).or_default().insert(def.name.as_str().to_owned());
        }
        def.name.as_str().to_owned()
    }
}

/// A list on one line where its items are on one.
fn list(items: &[String]) -> String {
    let one_line = format!("[{}]", items.join(", "));
    if one_line.contains('\n') || one_line.len() > 80 {
        let items: Vec<_> = items.iter().map(|item| format!("{},", indent(item))).collect();
        format!("[\n{}\n]", items.join("\n"))
    } else {
        one_line
    }
}

/// A value of several lines stands on lines of its own; a list brings its own brackets.
fn hang(value: &str) -> String {
    if value.contains('\n') && !value.starts_with('[') { format!("\n{},\n", indent(value)) } else { value.to_owned() }
}
