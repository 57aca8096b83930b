//! Enums of strings.

use super::super::input::Input;
use super::Types;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Ident, Names, Shape, Variant};
use crate::ledger::{Key, Place, Role, Settled};
use crate::schema::{self, Schema};
use crate::source::{NodeId, Value};

/// The variant for unknown values.
pub(crate) const UNKNOWN: &str = "Unknown";

pub(super) fn lower(types: &mut Types<'_>, parts: &Schema, _: &str) -> Shape {
    let input = types.input;
    of_all(input, parts.id, &[parts.id])
}

/// Returns the enum with the values of all these schemas, which is named at `place`.
pub(super) fn of_all(input: Input<'_>, place: NodeId, schemas: &[NodeId]) -> Shape {
    let sources = input.sources;
    let mut names = Names::reserving(&[UNKNOWN]);
    let place = Place::Node(place);
    let key = |value| Key { role: Role::Value, place, detail: [value, ""] };
    let mut values: Vec<(&str, Ident, String)> = Vec::new();
    for schema in schemas {
        let Some(list) = schema::statement(input.documents, *schema, "enum") else { continue };
        let described = Described::of(input, *schema, list);
        for (index, item) in sources.items(list).iter().enumerate() {
            // Null only repeats `nullable`.
            let Some(value) = text(input, *item) else { continue };
            if !values.iter().any(|(known, ..)| *known == value) {
                let wanted = described.name(input, index).map_or_else(|| variant(value), Ident::camel);
                values.push((value, wanted, described.docs(input, index, value)));
            }
        }
    }
    input.ledger.reserve(&mut names, input.report, Role::Value, place);
    for (value, wanted, _) in &values {
        input.ledger.hold(&mut names, key(*value), wanted);
    }
    let variant = |(value, wanted, docs)| {
        let Settled { name, was } = input.ledger.settle(&mut names, key(value), wanted, Names::free);
        Variant { name, value: value.to_owned(), docs, aliases: was.into() }
    };
    Shape::Enum(values.into_iter().map(variant).collect())
}

/// Returns the name of a value. A sign at its beginning, as in `-created`, is not what separates words.
pub(super) fn variant(value: &str) -> Ident {
    match value.strip_prefix('-') {
        Some(rest) if rest.starts_with(|first: char| first.is_ascii_alphanumeric() || "$_".contains(first)) => {
            Ident::camel(&format!("minus {rest}"))
        }
        _ => Ident::camel(value),
    }
}

/// What other extensions than ours say of the values of an enum, in their order.
pub(super) struct Described {
    names: Option<NodeId>,
    docs: Option<NodeId>,
}

/// The extensions with the names of values.
const NAMES: &[&str] = &["x-enum-varnames", "x-enumNames", "x-enum-names"];
/// The extensions with their descriptions.
const DESCRIPTIONS: &[&str] = &["x-enum-descriptions", "x-enumDescriptions"];

impl Described {
    /// Reads the extensions of a schema with an `enum`.
    pub(super) fn of(input: Input<'_>, schema: NodeId, list: NodeId) -> Self {
        let sources = input.sources;
        let find = |keys: &'static [&'static str]| {
            let stated = |key: &&'static str| Some((*key, schema::statement(input.documents, schema, key)?));
            let (key, found) = keys.iter().find_map(stated)?;
            let (count, values) = (sources.items(found).len(), sources.items(list).len());
            // Descriptions may also be an object, by value.
            if count != values && sources.entries(found).is_empty() {
                let message = format!("`{key}` has {count} entries for {values} values: it is ignored");
                input.report.add(Diagnostic::new(Code::Unused, sources.location(found), message));
                return None;
            }
            Some(found)
        };
        Self { names: find(NAMES), docs: find(DESCRIPTIONS) }
    }

    /// Returns the name of a value.
    pub(super) fn name<'a>(&self, input: Input<'a>, index: usize) -> Option<&'a str> {
        let name = input.sources.text(*input.sources.items(self.names?).get(index)?)?.trim();
        name.contains(|char: char| char.is_ascii_alphanumeric()).then_some(name)
    }

    /// Returns the description of a value.
    fn docs(&self, input: Input<'_>, index: usize, value: &str) -> String {
        let described = self.docs.and_then(|docs| match input.sources.items(docs).get(index) {
            Some(docs) => input.sources.text(*docs),
            None => input.sources.get_text(docs, value),
        });
        described.unwrap_or_default().trim().to_owned()
    }
}

/// A value as a string. In published documents it may be a number or a boolean: YAML has them where the quotes are
/// missing.
fn text<'a>(input: Input<'a>, item: NodeId) -> Option<&'a str> {
    let meant = match input.sources.value(item) {
        Value::Text(value) => return Some(value),
        Value::Null => return None,
        Value::Number(text) => Some(text),
        Value::Bool(value) => Some(if value { "true" } else { "false" }),
        Value::List(_) | Value::Map(_) => None,
    };
    let policy = input.policy;
    let (code, consequence) = match meant {
        Some(text) => (policy.bare_enum_value, format!(": it is read as `'{text}'`")),
        None => (policy.bad_enum_value, ": it is left out".to_owned()),
    };
    let message = "this enum value is not a string, as its `type` requires";
    let consequence = if code.is_error() { "" } else { consequence.as_str() };
    let problem = Diagnostic::new(code, input.sources.location(item), format!("{message}{consequence}"));
    input.report.add(problem.help("put it in quotes"));
    meant.filter(|_| !code.is_error())
}
