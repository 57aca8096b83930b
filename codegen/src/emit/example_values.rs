//! Example values as Rust expressions.

use super::example_layout::{LINE, hang, indent, list};
use super::tokens::quoted;
use super::{Imports, Scope};
use crate::ir::{Field, Ident, Operation, Parameter, Presence, Shape, Struct, TypeDef, TypeId, TypeRef};
use crate::source::{NodeId, Value};

/// The maximum number of items in an array: more would not help.
const ITEMS: usize = 2;

/// Returns the module of a type, for users of the crate.
pub(super) fn module(scope: &Scope<'_>, def: &TypeDef) -> Option<String> {
    let version = scope.output.api.versions.get(def.module.version)?;
    let module = version.modules.get(def.module.fragment)?;
    Some(format!("{}::{}::{}", scope.output.krate, version.name, module.name))
}

/// Writes values, and collects their imports.
pub(super) struct Writer<'a, 'b> {
    pub(super) scope: &'b Scope<'a>,
    pub(super) imports: Imports,
}

impl<'a> Writer<'a, '_> {
    /// Returns the arguments of a method for the required parameters.
    pub(super) fn arguments(&mut self, operation: &Operation, without: Option<&Parameter>) -> Option<Vec<String>> {
        operation.request.arguments(without).map(|parameter| self.parameter(parameter)).collect()
    }

    pub(super) fn parameter(&mut self, parameter: &Parameter) -> Option<String> {
        self.argument(&parameter.ty, parameter.example?)
    }

    /// Returns an expression that a function accepts for a value of the type.
    pub(super) fn argument(&mut self, ty: &TypeRef, node: NodeId) -> Option<String> {
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

    /// The items of an array must have the same type.
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
        match (ty, self.node(node)) {
            (TypeRef::Integer, Value::Number(text)) => text.parse::<i64>().ok().map(|_| text.to_owned()),
            (TypeRef::Unsigned, Value::Number(text)) => text.parse::<u64>().ok().map(|_| text.to_owned()),
            (TypeRef::JsonNumber, Value::Number(text)) => json_number(text),
            (TypeRef::Float, Value::Number(text)) => {
                Some(if text.contains(['.', 'e', 'E']) { text.to_owned() } else { format!("{text}.0") })
            }
            (TypeRef::Boolean | TypeRef::Flag, Value::Bool(value)) => Some(value.to_string()),
            (
                TypeRef::String | TypeRef::Text | TypeRef::Date | TypeRef::DateTime | TypeRef::Secret,
                Value::Text(text),
            ) => Some(quoted(text)),
            (TypeRef::NumericString, Value::Text(text)) => Some(quoted(text)),
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

    /// An exact decimal is written with its digits; an integer is converted.
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
        let mut code = self.constructed(def, object, node)?;
        let mut setters = Vec::new();
        // The constructor sets a tag.
        let is_set = |field: &&Field| !field.presence.is_required() && object.tag(field).is_none();
        for field in object.fields.iter().filter(is_set) {
            let value = sources.get(node, &field.wire_name).and_then(|node| self.field(field, node));
            if let Some(value) = value {
                setters.push(format!(".{}({})", field.name, hang(&value)));
            }
        }
        let one_line = format!("{code}{}", setters.concat());
        if setters.len() < 3 && !one_line.contains('\n') && one_line.len() <= LINE {
            return Some(one_line);
        }
        // Setters are on lines below an expression of several lines.
        let is_long = code.contains('\n');
        code.extend(
            setters.iter().map(|setter| format!("\n{}", if is_long { setter.clone() } else { indent(setter) })),
        );
        Some(code)
    }

    fn field(&mut self, field: &Field, node: NodeId) -> Option<String> {
        let is_null = matches!(self.node(node), Value::Null);
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

    /// Returns whether the expression for a type has exactly that type: a nullable value is not converted twice, and a
    /// string literal is not a `String`.
    fn is_exact(&self, ty: &TypeRef) -> bool {
        match ty {
            TypeRef::Integer | TypeRef::Unsigned | TypeRef::Float | TypeRef::Boolean | TypeRef::String => true,
            TypeRef::Named(id) => !self.scope.is_union(*id),
            TypeRef::List(item) => **item != TypeRef::String && self.is_exact(item),
            _ => false,
        }
    }

    /// Returns the branch of a union that the example matches.
    fn branch(&mut self, id: TypeId, node: NodeId) -> Option<String> {
        use crate::ir::{Guard, JsonType};
        let sources = self.scope.output.sources;
        let Shape::Union(branches) = &self.scope.output.def(id)?.shape else { return None };
        let holds = |guard: &Guard| match (guard, sources.value(node)) {
            (Guard::Type(JsonType::Integer), Value::Number(text)) => !text.contains(['.', 'e', 'E']),
            (Guard::Type(JsonType::String), Value::Text(_))
            | (Guard::Type(JsonType::Number), Value::Number(_))
            | (Guard::Type(JsonType::Boolean), Value::Bool(_))
            | (Guard::Type(JsonType::Array), Value::List(_))
            | (Guard::Type(JsonType::Object), Value::Map(_)) => true,
            (Guard::Key(key), _) => sources.get(node, key).is_some(),
            (Guard::Tag { property, values }, _) => sources.get(node, property).is_some_and(|found| {
                let found = sources.to_json(found);
                values.iter().any(|value| value.to_json() == found)
            }),
            _ => false,
        };
        let branch = branches.iter().find(|branch| holds(&branch.guard))?;
        let value = match &branch.ty {
            // Here, an array must have exactly its type.
            TypeRef::List(item) => match **item {
                TypeRef::String => {
                    let items = sources.items(node).iter().filter_map(|item| sources.text(*item));
                    let items: Vec<_> = items.map(|text| format!("{}.to_owned()", quoted(text))).collect();
                    format!("vec![{}]", items.join(", "))
                }
                _ => format!("vec!{}", self.argument(&branch.ty, node)?),
            },
            TypeRef::Number => self.converted("Number", &branch.ty, node)?,
            TypeRef::JsonNumber => self.converted("JsonNumber", &branch.ty, node)?,
            ty => self.value(ty, node)?,
        };
        Some(value)
    }

    /// Returns a number as a type of the runtime.
    fn converted(&mut self, name: &str, ty: &TypeRef, node: NodeId) -> Option<String> {
        let krate = self.scope.output.krate.to_string();
        self.imports.entry(krate).or_default().insert(name.to_owned());
        let digits = self.value(ty, node)?;
        Some(format!("{name}::from({digits})"))
    }

    fn import(&mut self, def: &TypeDef) -> String {
        self.import_from(def, &def.name)
    }

    /// Imports a name from the module of a type.
    fn import_from(&mut self, def: &TypeDef, name: &Ident) -> String {
        if let Some(path) = module(self.scope, def) {
            self.imports.entry(path).or_default().insert(name.as_str().to_owned());
        }
        name.as_str().to_owned()
    }

    /// Returns the call of a constructor. Several required fields are passed by name.
    fn constructed(&mut self, def: &TypeDef, object: &Struct, node: NodeId) -> Option<String> {
        let sources = self.scope.output.sources;
        let mut required = Vec::new();
        for field in object.fields.iter().filter(|field| field.presence.is_required()) {
            let node = sources.get(node, &field.wire_name)?;
            required.push(match &object.required {
                Some(_) => format!("{}: {}", field.name, self.given(field, node)?),
                None => self.field(field, node)?,
            });
        }
        let name = self.import(def);
        let Some(by_name) = &object.required else { return Some(format!("{name}::new({})", required.join(", "))) };
        let by_name = self.import_from(def, by_name);
        let one_line = format!("{name}::new({by_name} {{ {} }})", required.join(", "));
        if !one_line.contains('\n') && one_line.len() <= LINE {
            return Some(one_line);
        }
        let fields: Vec<_> = required.iter().map(|field| format!("{},", indent(field))).collect();
        Some(format!("{name}::new({by_name} {{\n{}\n}})", fields.join("\n")))
    }

    /// Returns the value of a field in a struct of required fields, which has exactly the type of the field.
    fn given(&mut self, field: &Field, node: NodeId) -> Option<String> {
        match (field.presence, self.node(node)) {
            (Presence::Nullable, Value::Null) => Some("None".to_owned()),
            (Presence::Nullable, ..) => Some(format!("Some({})", self.unwrapped(&field.ty, node)?)),
            _ => self.unwrapped(&field.ty, node),
        }
    }

    /// Returns such a value that is not null: strings are borrowed there, and nothing is boxed.
    fn unwrapped(&mut self, ty: &TypeRef, node: NodeId) -> Option<String> {
        match ty {
            TypeRef::String => self.value(ty, node),
            TypeRef::Boxed(inner) => self.exact(inner, node),
            ty => self.exact(ty, node),
        }
    }

    /// Returns an expression with exactly this type, if that is known.
    fn exact(&mut self, ty: &TypeRef, node: NodeId) -> Option<String> {
        match ty {
            TypeRef::List(item) => {
                let items = self.scope.output.sources.items(node).iter().take(ITEMS);
                let values: Option<Vec<_>> = items.map(|node| self.exact(item, *node)).collect();
                Some(format!("vec!{}", list(&values?)))
            }
            TypeRef::Nullable(_) if matches!(self.node(node), Value::Null) => Some("None".to_owned()),
            TypeRef::Nullable(inner) => Some(format!("Some({})", self.exact(inner, node)?)),
            TypeRef::Integer | TypeRef::Unsigned | TypeRef::Float | TypeRef::Boolean => self.value(ty, node),
            TypeRef::JsonNumber => self.converted("JsonNumber", ty, node),
            // `into` alone does not determine the type of a number literal.
            TypeRef::Named(id) if self.scope.is_union(*id) && matches!(self.node(node), Value::Number(_)) => {
                self.item(ty, node)
            }
            TypeRef::Named(id) if self.scope.is_union(*id) => Some(format!("{}.into()", self.branch(*id, node)?)),
            TypeRef::Named(_) => self.value(ty, node),
            ty => Some(format!("{}.into()", self.argument(ty, node)?)),
        }
    }

    fn node(&self, node: NodeId) -> Value<'a> {
        self.scope.output.sources.value(node)
    }
}

/// Returns a literal that converts into a number which keeps its text, with all its digits.
fn json_number(text: &str) -> Option<String> {
    if text.contains(['.', 'e', 'E']) || text.parse::<i32>().is_ok() {
        return Some(text.to_owned());
    }
    let suffix = if text.parse::<i64>().is_ok() { "i64" } else { "u64" };
    text.parse::<i128>().ok().filter(|number| *number <= u64::MAX.into()).map(|_| format!("{text}_{suffix}"))
}
