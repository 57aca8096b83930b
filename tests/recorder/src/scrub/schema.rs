//! What the spec declares at a location in a body.

use super::pattern::{is_identifier, is_moment, is_number, is_uuid};
use test_support::Node;
use test_support::{Operation, Spec};

/// The schemas at a location, with the branches of unions; empty if the spec declares nothing there.
#[derive(Clone, Debug, Default)]
pub(super) struct Place<'s>(Vec<Node<'s>>);

/// What the spec declares for a key of an object.
pub(super) enum Member<'s> {
    /// A field of this name.
    Field(Place<'s>),
    /// An entry of a map, whose keys are data.
    Entry(Place<'s>),
    /// An undeclared key.
    Unknown,
}

impl<'s> Place<'s> {
    pub(super) fn of(schema: &Node<'s>) -> Self {
        Self(schema.composition())
    }

    /// Returns the schemas of the request body.
    pub(super) fn request(operation: Option<&Operation<'s>>) -> Self {
        operation.map(|operation| Self::of(&operation.body_schema())).unwrap_or_default()
    }

    /// Returns the schemas of the response body. An undeclared status is treated as one of the usual errors.
    pub(super) fn response(spec: &'s Spec, path: &str, operation: Option<&Operation<'s>>, status: u16) -> Self {
        let declared = operation.and_then(|operation| operation.response(status));
        let own = declared.map(|declared| Self::of(&declared.schema())).unwrap_or_default();
        if own.is_declared() || (200..300).contains(&status) {
            return own;
        }
        let versions =
            ["v2", "v3"].into_iter().filter(|version| path.is_empty() || path.contains(&format!("/{version}/")));
        let usual =
            versions.filter_map(|version| spec.node(&format!("{version}/common.yaml"), "/components/responses"));
        let schemas = usual
            .flat_map(|node| node.entries())
            .map(|(_, node)| Self::of(&node.get("content").get("application/json").child("schema")).0);
        Self(schemas.flatten().collect())
    }

    /// Returns the schema of one value of a query parameter, and whether it takes several, separated by commas.
    pub(super) fn parameter(operation: Option<&Operation<'s>>, name: &str) -> Option<(Self, bool)> {
        let parameters = operation?.parameters("query");
        let schema = parameters.iter().find(|parameter| parameter.text("name") == name)?.get("schema");
        let list = schema.text("type") == "array";
        Some((Self::of(&if list { schema.child("items") } else { schema }), list))
    }

    pub(super) fn is_declared(&self) -> bool {
        !self.0.is_empty()
    }

    pub(super) fn items(&self) -> Self {
        self.each(|schema| schema.child("items"))
    }

    pub(super) fn member(&self, key: &str) -> Member<'s> {
        let field = self.each(|schema| schema.child("properties").child(key));
        if field.is_declared() {
            return Member::Field(field);
        }
        let entry = self.each(|schema| schema.child("additionalProperties"));
        if entry.0.iter().any(|schema| schema.value.is_object()) { Member::Entry(entry) } else { Member::Unknown }
    }

    fn each(&self, next: impl Fn(&Node<'s>) -> Node<'s>) -> Self {
        Self(self.0.iter().map(next).filter(Node::exists).flat_map(|schema| Self::of(&schema).0).collect())
    }

    /// Whether the declared schema makes a text harmless: an enum value, a date, an id, an amount. An enum may have
    /// grown since the spec was written. If both strings and numbers are allowed, digits may be anything.
    pub(super) fn keeps(&self, text: &str) -> bool {
        const FORMATS: [&str; 9] =
            ["date-time", "date-time-local", "rfc2822", "date", "moment", "uuid", "decimal", "int64", "int32"];
        let takes_any_text = self.0.iter().any(|schema| {
            schema.text("type") == "string"
                && !schema.child("enum").exists()
                && !FORMATS.contains(&schema.text("format"))
        });
        self.0.iter().any(|schema| match (schema.text("format"), schema.text("type")) {
            ("date-time" | "date-time-local" | "rfc2822" | "date" | "moment", _) => is_moment(text),
            ("uuid", _) => is_uuid(text),
            ("decimal" | "int64" | "int32", _) | (_, "integer" | "number") => !takes_any_text && is_number(text),
            (_, "boolean") => ["true", "false"].contains(&text),
            _ => schema.child("enum").exists() && is_identifier(text) && text.to_ascii_lowercase() == text,
        })
    }
}
