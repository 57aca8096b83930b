//! Schemas: their types, nullability and limits.

use super::support::{lower_pets, property};
use crate::diagnostic::Code;
use crate::ir::{Limits, Presence};

const OTHERS: &str = "\
Pet: {type: object, properties: {name: {type: string}}}
Maybe: {type: object, nullable: true, properties: {name: {type: string}}}
Count: {type: integer, minimum: 1}
Size: {type: string, enum: [small, large]}
Either: {oneOf: [{type: string}, {type: boolean}]}
Also: {$ref: '#/components/schemas/Pet'}
";

const PET: &str = "{$ref: '#/components/schemas/Pet'}";

#[test]
fn types_of_schemas() {
    use Presence::{Nullable, Optional, OptionalNullable, Required};
    for (schema, required, ty, presence) in [
        ("{type: string}", true, "String", Required),
        ("{type: string}", false, "String", Optional),
        ("{type: string, nullable: true}", true, "String", Nullable),
        ("{type: string, nullable: true}", false, "String", OptionalNullable),
        ("{type: string, nullable: false}", true, "String", Required),
        ("{type: boolean}", true, "Boolean", Required),
        // Anything at all.
        ("{}", true, "Json", Required),
        ("{description: Something.}", false, "Json", OptionalNullable),
        // Lists.
        ("{type: array, items: {type: integer}}", true, "List<Integer>", Required),
        ("{type: array, items: {type: array, items: {type: string}}}", true, "List<List<String>>", Required),
        ("{type: array, nullable: true, items: {type: integer}}", false, "List<Integer>", OptionalNullable),
        ("{type: array, items: {}}", true, "List<Json>", Required),
        // Maps.
        ("{type: object}", true, "Map<Json>", Required),
        ("{type: object, additionalProperties: true}", true, "Map<Json>", Required),
        ("{type: object, additionalProperties: {}}", true, "Map<Json>", Required),
        ("{type: object, additionalProperties: {type: string}}", true, "Map<String>", Required),
        ("{additionalProperties: {type: string}}", true, "Map<String>", Required),
        ("{additionalProperties: true}", true, "Map<Json>", Required),
        ("{properties: {}}", true, "Json", Required),
        ("{allOf: [{type: object}, {type: object, description: A map.}]}", true, "Map<Json>", Required),
        ("{allOf: [{type: object, nullable: true}, {type: object}]}", true, "Map<Json>", Required),
        ("{allOf: [{type: object}, {type: object, nullable: true}]}", true, "Map<Json>", Required),
        ("{allOf: [{type: object, nullable: true}, {type: object, nullable: true}]}", true, "Map<Json>", Nullable),
        // A null among the values. Raw JSON includes null.
        ("{type: object, additionalProperties: {type: string, nullable: true}}", true, "Map<Option<String>>", Required),
        ("{type: array, items: {type: string, nullable: true}}", true, "List<Option<String>>", Required),
        ("{type: array, items: {$ref: '#/components/schemas/Maybe'}}", true, "List<Option<Maybe>>", Required),
        ("{type: array, items: {nullable: true}}", true, "List<Json>", Required),
        // References, direct, by way of another component, and wrapped.
        (PET, true, "Pet", Required),
        ("{$ref: '#/components/schemas/Also'}", true, "Pet", Required),
        ("{$ref: '#/components/schemas/Maybe'}", true, "Maybe", Nullable),
        ("{$ref: '#/components/schemas/Count'}", false, "Integer", Optional),
        ("{type: object, nullable: true, allOf: [{$ref: '#/components/schemas/Pet'}]}", false, "Pet", OptionalNullable),
        ("{description: The pet., allOf: [{$ref: '#/components/schemas/Pet'}]}", true, "Pet", Required),
        ("{type: array, items: {$ref: '#/components/schemas/Pet'}}", true, "List<Pet>", Required),
        ("{oneOf: [{$ref: '#/components/schemas/Pet'}]}", true, "Pet", Required),
        // A union is nullable if a branch is, and an `allOf` if all of its schemas are.
        ("{oneOf: [{type: string, nullable: true}, {type: boolean}]}", false, "SubjectIt", OptionalNullable),
        ("{anyOf: [{$ref: '#/components/schemas/Maybe'}]}", true, "Maybe", Nullable),
        ("{allOf: [{$ref: '#/components/schemas/Maybe'}, {type: object, nullable: true}]}", true, "Maybe", Nullable),
        ("{allOf: [{$ref: '#/components/schemas/Maybe'}, {type: object}]}", true, "SubjectIt", Required),
        ("{type: object, allOf: [{$ref: '#/components/schemas/Maybe'}, {nullable: true}]}", true, "Maybe", Required),
        // Schemas that are not structures are merged to one type.
        ("{allOf: [{type: string}, {description: A text.}]}", true, "String", Required),
        ("{allOf: [{$ref: '#/components/schemas/Count'}, {nullable: true}]}", true, "Integer", Nullable),
        ("{allOf: [{type: number, nullable: true}, {type: integer, nullable: true}]}", true, "Integer", Nullable),
        ("{allOf: [{type: number, nullable: true}, {type: integer}]}", true, "Integer", Required),
        ("{allOf: [{type: string}, {format: decimal}]}", true, "NumericString", Required),
        ("{allOf: [{type: array, items: {type: integer}}, {maxItems: 3}]}", false, "List<Integer>", Optional),
        ("{allOf: [{type: string}, {enum: [a, b]}]}", true, "SubjectIt", Required),
        // Types do not express which properties are required together.
        (
            "{properties: {a: {type: string}, b: {type: string}}, anyOf: [{required: [a]}, {required: [b], title: B}]}",
            true,
            "SubjectIt",
            Required,
        ),
        // The type of string values is string.
        ("{enum: [a, b]}", true, "SubjectIt", Required),
        ("{enum: [a, null]}", true, "SubjectIt", Nullable),
        ("{type: string, allOf: [{$ref: '#/components/schemas/Size'}, {type: string}]}", true, "Size", Required),
        (
            "{allOf: [{$ref: '#/components/schemas/Pet'}, {description: Ours., deprecated: true}]}",
            true,
            "Pet",
            Required,
        ),
        ("{allOf: [{$ref: '#/components/schemas/Either'}, {title: It}]}", true, "Either", Required),
        // An inline object is named after its parent.
        ("{type: object, properties: {a: {type: string}}}", true, "SubjectIt", Required),
        (
            "{type: array, items: {type: object, properties: {a: {type: string}}}}",
            true,
            "List<SubjectItItem>",
            Required,
        ),
        (
            "{type: object, additionalProperties: {type: object, properties: {a: {type: string}}}}",
            true,
            "Map<SubjectItValue>",
            Required,
        ),
        ("{type: object, x-rust-name: Own, properties: {a: {type: string}}}", true, "Own", Required),
    ] {
        let (outcome, field) = property(schema, required, OTHERS);
        outcome.is_clean(schema);
        let field = field.unwrap();
        assert_eq!((outcome.show(&field.ty).as_str(), field.presence), (ty, presence), "{schema}");
    }
}

#[test]
fn limits_of_schemas() {
    let none = Limits::default();
    for (schema, limits) in [
        ("{type: string}", none),
        ("{type: string, minLength: 1}", Limits { chars: Some((1, None)), ..none }),
        ("{type: string, maxLength: 9}", Limits { chars: Some((0, Some(9))), ..none }),
        ("{type: string, minLength: 2, maxLength: 9}", Limits { chars: Some((2, Some(9))), ..none }),
        ("{type: array, minItems: 1, maxItems: 10, items: {}}", Limits { items: Some((1, Some(10))), ..none }),
        ("{type: integer, minimum: 1}", Limits { range: Some((Some(1), None)), ..none }),
        ("{type: integer, minimum: -5, maximum: 5}", Limits { range: Some((Some(-5), Some(5))), ..none }),
        ("{type: integer, minimum: 1, exclusiveMinimum: true}", Limits { range: Some((Some(2), None)), ..none }),
        ("{type: integer, maximum: 9, exclusiveMaximum: true}", Limits { range: Some((None, Some(8))), ..none }),
        ("{type: integer, maximum: 9, exclusiveMaximum: false}", Limits { range: Some((None, Some(9))), ..none }),
        // A fractional bound.
        ("{type: integer, minimum: 0.5, maximum: 2.5}", Limits { range: Some((Some(1), Some(2))), ..none }),
        ("{type: integer, minimum: 0.5, exclusiveMinimum: true}", Limits { range: Some((Some(1), None)), ..none }),
        (
            "{type: integer, maximum: 18446744073709551615}",
            Limits { range: Some((None, Some(u64::MAX.into()))), ..none },
        ),
        (
            "{type: integer, maximum: 18446744073709551615, exclusiveMaximum: true}",
            Limits { range: Some((None, Some(i128::from(u64::MAX) - 1))), ..none },
        ),
        (
            "{type: integer, minimum: -1.0e+19, maximum: 1.0e+19}",
            Limits { range: Some((Some(-10_i128.pow(19)), Some(10_i128.pow(19)))), ..none },
        ),
        ("{type: integer, maximum: -0.5}", Limits { range: Some((None, Some(-1))), ..none }),
        // Only integers are checked.
        ("{type: number, minimum: 1.5}", none),
        // The limits come with the reference.
        ("{$ref: '#/components/schemas/Count'}", Limits { range: Some((Some(1), None)), ..none }),
        (
            "{nullable: true, allOf: [{$ref: '#/components/schemas/Count'}]}",
            Limits { range: Some((Some(1), None)), ..none },
        ),
        // The narrowest of several limits applies.
        (
            "{allOf: [{$ref: '#/components/schemas/Count'}, {minimum: -3, maximum: 9}, {maximum: 9, exclusiveMaximum: true}]}",
            Limits { range: Some((Some(1), Some(8))), ..none },
        ),
        (
            "{maxLength: 7, allOf: [{type: string, minLength: 1, maxLength: 9}, {minLength: 2}]}",
            Limits { chars: Some((2, Some(7))), ..none },
        ),
        (
            "{allOf: [{type: array, maxItems: 3, items: {type: integer}}, {minItems: 1}]}",
            Limits { items: Some((1, Some(3))), ..none },
        ),
    ] {
        let (outcome, field) = property(schema, true, OTHERS);
        outcome.is_clean(schema);
        assert_eq!(*field.unwrap().limits, limits, "{schema}");
    }
}

#[test]
fn equal_inline_types_are_one() {
    let a = "{type: object, required: [x], properties: {x: {type: string}}}";
    let documented = "{type: object, required: [x], properties: {x: {type: string, description: An x.}}}";
    let other = "{type: object, properties: {x: {type: string}}}";
    let named = "{type: object, x-rust-name: Own, required: [x], properties: {x: {type: string}}}";
    let outcome = lower_pets(
        "",
        &format!("Subject: {{type: object, properties: {{a: {a}, b: {documented}, c: {other}, d: {named}}}}}"),
    );
    outcome.is_clean("");
    let types: Vec<_> = outcome.object("Subject").fields.iter().map(|field| outcome.show(&field.ty)).collect();
    assert_eq!(types, ["SubjectA", "SubjectA", "SubjectC", "Own"]);
}

#[test]
fn a_type_may_refer_to_itself() {
    let outcome = lower_pets(
        "",
        "Pet: {type: object, properties: {parents: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}",
    );
    outcome.is_clean("");
    assert_eq!(outcome.show(&outcome.object("Pet").fields[0].ty), "List<Pet>");
}

#[test]
fn what_no_type_says() {
    for (schema, code, piece, ty) in [
        ("{not: {type: string}}", Code::Inexpressible, "`not`", "Json"),
        (
            "{type: object, properties: {a: {}}, oneOf: [{type: string}, {type: integer}]}",
            Code::Inexpressible,
            "next to a union",
            "Json",
        ),
        ("{enum: [1, a]}", Code::Inexpressible, "has no `type`", "Json"),
        ("{allOf: [{type: string}, {type: boolean}]}", Code::Inexpressible, "`allOf`", "Json"),
        ("{allOf: [{type: string, enum: [a]}, {enum: [b]}]}", Code::Inexpressible, "`allOf`", "Json"),
        ("{format: date-time}", Code::Inexpressible, "has no `type`", "Json"),
        ("{$ref: '#/components/schemas/List'}", Code::Inexpressible, "refers only to itself", "List<List<Json>>"),
        ("{$ref: '#/components/schemas/Nothing'}", Code::UnresolvedRef, "there is no `Nothing`", "Json"),
    ] {
        let others = "List: {type: array, items: {$ref: '#/components/schemas/List'}}";
        let others = if schema.contains("List") { others } else { "" };
        let (outcome, field) = property(schema, true, others);
        outcome.reports(code, piece, schema);
        assert_eq!(outcome.show(&field.unwrap().ty), ty, "{schema}");
    }
}
