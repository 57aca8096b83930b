//! Enums of strings.

use super::support::lower_pets;
use crate::diagnostic::Code;
use crate::ir::Shape;

#[test]
fn values_become_variants() {
    for (schema, variants) in [
        ("{type: string, enum: [available, sold_out]}", vec![("Available", "available"), ("SoldOut", "sold_out")]),
        // A value with the name of the variant for unknown values.
        ("{type: string, enum: [unknown, known]}", vec![("Unknown2", "unknown"), ("Known", "known")]),
        // Values that become the same name.
        ("{type: string, enum: [a-b, a_b, 'a b']}", vec![("AB", "a-b"), ("AB2", "a_b"), ("AB3", "a b")]),
        // `null` repeats `nullable`.
        ("{type: string, nullable: true, enum: [a, b, null]}", vec![("A", "a"), ("B", "b")]),
        // Values that are not words.
        (
            "{type: string, enum: ['', '1', '+1', name:asc, 'true', option]}",
            vec![
                ("Empty", ""),
                ("N1", "1"),
                ("Plus1", "+1"),
                ("NameAsc", "name:asc"),
                ("True", "true"),
                ("OptionValue", "option"),
            ],
        ),
    ] {
        let outcome = lower_pets("", &format!("Subject: {schema}"));
        outcome.is_clean(schema);
        let Shape::Enum(found) = &outcome.def("Subject").shape else { panic!("{schema}") };
        let found: Vec<_> = found.iter().map(|variant| (variant.name.as_str(), variant.value.as_str())).collect();
        assert_eq!(found, variants, "{schema}");
    }
}

#[test]
fn enums_of_other_types_are_plain() {
    // README: an `enum` of strings is an enum. It does not mention other types.
    for (schema, ty) in [("{type: integer, enum: [1, 2]}", "Integer"), ("{type: boolean, enum: [true]}", "Boolean")] {
        let outcome = lower_pets("", &format!("Subject: {{type: object, properties: {{it: {schema}}}}}"));
        outcome.is_clean(schema);
        assert_eq!(outcome.show(&outcome.object("Subject").fields[0].ty), ty, "{schema}");
    }
}

#[test]
fn mistakes_in_enums() {
    for (schema, code, piece) in [
        ("{enum: [a, 1]}", Code::Inexpressible, "has no `type`"),
        ("{type: string, enum: a}", Code::WrongKind, "expected an array"),
    ] {
        let outcome = lower_pets("", &format!("Subject: {schema}"));
        outcome.reports(code, piece, schema);
    }
}
