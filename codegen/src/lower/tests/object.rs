//! Objects: fields, constants, the rest, `allOf`.

use super::support::{Outcome, lower_pets};
use crate::diagnostic::Code;
use crate::ir::Access;

/// The fields of `Subject` as `rust: type`, constants as `wire = value`, the rest as `..name: type`.
fn show(outcome: &Outcome) -> Vec<String> {
    let object = outcome.object("Subject");
    let fields = object
        .fields
        .iter()
        .map(|field| format!("{}/{}: {} {:?}", field.name, field.wire_name, outcome.show(&field.ty), field.presence));
    let constants = object.constants.iter().map(|constant| format!("{} = {}", constant.wire_name, constant.value));
    let rest = object.rest.iter().map(|(name, ty)| format!("..{name}: {}", outcome.show(ty)));
    fields.chain(constants).chain(rest).collect()
}

const OTHERS: &str = "
Base: {type: object, required: [id], properties: {id: {type: integer}, name: {type: string}}}
Open: {type: object, properties: {a: {type: string}}, additionalProperties: true}
";

const BASE: &str = "{$ref: '#/components/schemas/Base'}";

#[test]
fn objects_become_structs() {
    for (subject, fields) in [
        (
            "{type: object, required: [b], properties: {b: {type: string}, a: {type: integer}}}".to_owned(),
            vec!["b/b: String Required", "a/a: Integer Optional"],
        ),
        // Without a `type`, but with properties.
        ("{properties: {a: {type: string}}}".to_owned(), vec!["a/a: String Optional"]),
        ("{type: object, properties: {}, additionalProperties: false}".to_owned(), vec![]),
        // Names that are not valid in Rust, or taken.
        (
            "{type: object, properties: {type: {type: string}, 'id:in': {type: string}, firstName: {type: string}, \
             first_name: {type: string}, new: {type: string}, self: {type: string}, 2fa: {type: string}}}"
                .to_owned(),
            vec![
                "r#type/type: String Optional",
                "id_in/id:in: String Optional",
                "first_name/firstName: String Optional",
                "first_name2/first_name: String Optional",
                "new2/new: String Optional",
                "self_/self: String Optional",
                "n2fa/2fa: String Optional",
            ],
        ),
        (
            "{type: object, properties: {it: {type: string, x-rust-name: this}}}".to_owned(),
            vec!["this/it: String Optional"],
        ),
        // A constant must have a single value, and be required and not nullable.
        (
            "{type: object, required: [a, b, c], properties: {a: {type: string, enum: [x]}, \
             b: {type: string, nullable: true, enum: [x]}, c: {type: string, enum: [x, y]}, \
             d: {type: string, enum: [x]}}}"
                .to_owned(),
            vec!["b/b: SubjectB Nullable", "c/c: SubjectC Required", "d/d: SubjectB Optional", "a = x"],
        ),
        // Additional properties.
        (
            "{type: object, properties: {a: {type: string}}, additionalProperties: {type: integer}}".to_owned(),
            vec!["a/a: String Optional", "..additional_properties: Integer"],
        ),
        (
            "{type: object, properties: {additional_properties: {type: string}}, additionalProperties: true}"
                .to_owned(),
            vec!["additional_properties/additional_properties: String Optional", "..additional_properties2: Json"],
        ),
        (
            "{type: object, properties: {a: {type: string}}, additionalProperties: false}".to_owned(),
            vec!["a/a: String Optional"],
        ),
        // Parts of `allOf` in order; `required` may be in another part.
        (
            format!("{{allOf: [{BASE}, {{type: object, required: [name], properties: {{age: {{type: integer}}}}}}]}}"),
            vec!["id/id: Integer Required", "name/name: String Required", "age/age: Integer Optional"],
        ),
        (
            format!("{{type: object, allOf: [{BASE}], properties: {{age: {{type: integer}}}}}}"),
            vec!["id/id: Integer Required", "name/name: String Optional", "age/age: Integer Optional"],
        ),
        // The later description of a property is more specific.
        (
            format!("{{type: object, allOf: [{BASE}], properties: {{id: {{type: string}}}}}}"),
            vec!["id/id: String Required", "name/name: String Optional"],
        ),
        (
            format!("{{allOf: [{BASE}, {{$ref: '#/components/schemas/Open'}}]}}"),
            vec![
                "id/id: Integer Required",
                "name/name: String Optional",
                "a/a: String Optional",
                "..additional_properties: Json",
            ],
        ),
        // A duplicate part is not a cycle.
        (format!("{{allOf: [{BASE}, {BASE}]}}"), vec!["id/id: Integer Required", "name/name: String Optional"]),
        // `required` may name an additional property.
        (
            "{type: object, required: [z], properties: {a: {type: string}}, additionalProperties: true}".to_owned(),
            vec!["a/a: String Optional", "..additional_properties: Json"],
        ),
    ] {
        let outcome = lower_pets("", &format!("Subject: {subject}{OTHERS}"));
        outcome.is_clean(&subject);
        assert_eq!(show(&outcome), fields, "{subject}");
    }
}

#[test]
fn remarks_on_properties() {
    let outcome = lower_pets(
        "",
        &format!(
            "Subject:
  type: object
  properties:
    id: {{type: integer, readOnly: true, description: ' Its id. '}}
    old: {{type: string, deprecated: true}}
    base: {{type: object, description: The base., readOnly: true, allOf: [{BASE}]}}
{OTHERS}"
        ),
    );
    outcome.is_clean("");
    let fields = &outcome.object("Subject").fields;
    let facts: Vec<_> =
        fields.iter().map(|field| (field.docs.as_str(), field.access == Access::ReadOnly, field.deprecated)).collect();
    assert_eq!(facts, [("Its id.", true, false), ("", false, true), ("The base.", true, false)]);
}

#[test]
fn mistakes_in_objects() {
    for (subject, code, piece, at) in [
        (
            "{type: object, required: [nmae], properties: {name: {type: string}}}",
            Code::UnknownRequired,
            "`nmae` is required",
            "nmae",
        ),
        (
            "{allOf: [{$ref: '#/components/schemas/Subject'}, {type: object, properties: {a: {type: string}}}]}",
            Code::InfiniteType,
            "includes itself",
            "{allOf:",
        ),
        (
            "{allOf: [{oneOf: [{$ref: '#/components/schemas/Base'}, {type: string}]}, \
             {type: object, properties: {a: {type: string}}}]}",
            Code::Inexpressible,
            "next to a union of other values",
            "{allOf:",
        ),
        (
            "{type: object, properties: {a: {type: string, x-rust-name: a-b}}}",
            Code::BadName,
            "`a-b` is not a valid Rust identifier",
            "a-b",
        ),
        ("{type: object, propertys: {}}", Code::UnknownKey, "unknown key `propertys`", "propertys"),
    ] {
        let outcome = lower_pets("", &format!("Subject: {subject}{OTHERS}"));
        outcome.reports(code, piece, subject);
        assert!(outcome.pointed_at().starts_with(at), "{subject}: {}", outcome.pointed_at());
    }
}

#[test]
fn several_required_fields_are_given_by_name() {
    let two = "required: [a, b], properties: {a: {type: string}, b: {type: string}}";
    for (subject, others, name) in [
        (format!("{{type: object, {two}}}"), "", Some("SubjectRequired")),
        // One of them is nullable, but required.
        (
            "{type: object, required: [b, a], properties: {a: {type: string, nullable: true}, b: {type: integer}}}"
                .to_owned(),
            "",
            Some("SubjectRequired"),
        ),
        // A schema with that name takes precedence.
        (
            format!("{{type: object, {two}}}"),
            "SubjectRequired: {type: object, properties: {a: {type: string}}}",
            Some("SubjectRequired2"),
        ),
        // Also for an inline type.
        (
            "{type: object, required: [required, b], properties: {b: {type: string}, \
              required: {type: object, properties: {a: {type: string}}}}}"
                .to_owned(),
            "",
            Some("SubjectRequired2"),
        ),
        // A single argument cannot be swapped.
        ("{type: object, required: [a], properties: {a: {type: string}, b: {type: string}}}".to_owned(), "", None),
        ("{type: object, properties: {a: {type: string}, b: {type: string}}}".to_owned(), "", None),
        // A property with a single possible value is not an argument.
        (
            "{type: object, required: [a, kind], properties: {a: {type: string}, kind: {type: string, enum: [x]}}}"
                .to_owned(),
            "",
            None,
        ),
    ] {
        let outcome = lower_pets("", &format!("Subject: {subject}\n{others}"));
        outcome.is_clean(&subject);
        assert_eq!(outcome.object("Subject").required.as_ref().map(|name| name.as_str()), name, "{subject}");
    }
}

/// By JSON Schema, an object may have keys that no one describes.
#[test]
fn an_object_without_named_keys_keeps_all() {
    let others = "
Empty: {type: object, properties: {}}
Closed: {type: object, properties: {}, additionalProperties: false}
Named: {type: object, properties: {a: {type: string}}}
";
    let (empty, closed) = ("{$ref: '#/components/schemas/Empty'}", "{$ref: '#/components/schemas/Closed'}");
    for (schema, ty) in [
        ("{type: object, properties: {}}".to_owned(), "Map<Json>"),
        ("{type: object, properties: {}, required: []}".to_owned(), "Map<Json>"),
        (empty.to_owned(), "Map<Json>"),
        (format!("{{allOf: [{empty}]}}"), "Map<Json>"),
        (format!("{{type: object, allOf: [{empty}, {{description: Any keys.}}]}}"), "Map<Json>"),
        (format!("{{type: array, items: {empty}}}"), "List<Map<Json>>"),
        ("{type: object, properties: {}, additionalProperties: false}".to_owned(), "SubjectIt"),
        (closed.to_owned(), "Closed"),
        (format!("{{type: object, allOf: [{empty}, {closed}]}}"), "Closed"),
        (format!("{{allOf: [{empty}, {{$ref: '#/components/schemas/Named'}}]}}"), "Named"),
    ] {
        let (outcome, field) = super::support::property(&schema, true, others);
        outcome.is_clean(&schema);
        assert_eq!(outcome.show(&field.unwrap().ty), ty, "{schema}");
    }
}
