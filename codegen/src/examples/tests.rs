//! Whether examples match their schemas.

use crate::diagnostic::Code;
use crate::lower::tests::support::{ANSWERS, lower_operation, lower_pets};

const OTHERS: &str = "
Pet: {type: object, required: [name], properties: {name: {type: string}, age: {type: integer, nullable: true}}}
Cat: {type: object, required: [kind, purr], properties: {kind: {type: string, enum: [cat]}, purr: {type: integer}}}
Dog: {type: object, required: [kind, bark], properties: {kind: {type: string, enum: [dog]}, bark: {type: integer}}}
Rest: {type: object, properties: {a: {type: string}}, additionalProperties: {type: integer}}
Open: {type: object, properties: {a: {type: string}}, additionalProperties: true}
Old: {allOf: [{$ref: '#/components/schemas/Pet'}, {type: object, properties: {old: {type: boolean}}}]}
";

fn reference(name: &str) -> String {
    format!("$ref: '#/components/schemas/{name}'")
}

/// A list of references, and what stands beside it.
fn pair(schema: &str, example: &str) -> String {
    format!("Subject:\n  type: array\n  items: {{{schema}}}\n  example: [{example}]{OTHERS}")
}

/// An object with a union beside its property.
fn beside(branch: &str) -> String {
    format!(
        "type: object, properties: {{a: {{type: string}}}}, anyOf: [{{type: object, properties: {{d: {{type: string}}}}}}, {branch}]"
    )
}

#[test]
fn examples_that_fit() {
    for (schema, example) in [
        ("type: string".to_owned(), "a"),
        ("type: string".to_owned(), "'1'"),
        ("type: string, minLength: 2, maxLength: 2".to_owned(), "éß"),
        ("type: string, format: date-time".to_owned(), "'2024-10-24T04:32:20Z'"),
        ("type: string, format: date-time".to_owned(), "'2024-10-24T04:32:20.123+02:00'"),
        ("type: string, format: date".to_owned(), "'2024-10-24'"),
        ("oneOf: [{type: string, format: date}, {type: string, format: date-time}]".to_owned(), "'2024-10-24'"),
        (
            "oneOf: [{type: string, format: date}, {type: string, format: date-time}]".to_owned(),
            "'2024-10-24T04:32:20Z'",
        ),
        ("type: string, format: rfc2822".to_owned(), "'Tue, 05 Mar 2024 09:14:27 +0000'"),
        ("type: string, enum: [a, b]".to_owned(), "b"),
        ("type: integer, minimum: 1, maximum: 1".to_owned(), "1"),
        ("type: integer".to_owned(), "-12"),
        ("type: number".to_owned(), "1"),
        ("type: number, minimum: 0, exclusiveMinimum: true".to_owned(), "0.01"),
        ("type: boolean".to_owned(), "false"),
        ("type: array, maxItems: 2, items: {type: integer}".to_owned(), "[1, 2]"),
        ("type: array, items: {type: integer}".to_owned(), "[]"),
        ("type: object".to_owned(), "{a: 1, b: [2]}"),
        ("type: object, additionalProperties: {type: integer}".to_owned(), "{a: 1}"),
        ("description: Anything.".to_owned(), "null"),
        ("description: Anything.".to_owned(), "{a: [b]}"),
        (reference("Pet"), "{name: Tom}"),
        (reference("Pet"), "{age: null, name: Tom}"),
        (reference("Old"), "{name: Tom, old: true}"),
        (reference("Rest"), "{a: x, b: 1}"),
        (reference("Open"), "{a: x, b: [1]}"),
        (format!("oneOf: [{{{}}}, {{{}}}]", reference("Cat"), reference("Dog")), "{kind: dog, bark: 1}"),
        (beside("{type: object, properties: {b: {type: integer}}}"), "{a: x, b: 1}"),
        // An object that names no keys may have any.
        (beside("{type: object, properties: {}}"), "{c: 1}"),
        ("oneOf: [{type: string}, {type: number, format: decimal}]".to_owned(), "1"),
        ("anyOf: [{type: string}, {type: number, format: decimal}]".to_owned(), "a"),
    ] {
        lower_pets("", &pair(&schema, example)).is_clean(&format!("{schema} <- {example}"));
    }
}

#[test]
fn null_fits_what_may_be_null() {
    for schema in [
        "{type: string, nullable: true, example: null}",
        "{type: object, nullable: true, example: null, allOf: [{$ref: '#/components/schemas/Pet'}]}",
        "{nullable: true, example: null, oneOf: [{$ref: '#/components/schemas/Cat'}, \
         {$ref: '#/components/schemas/Dog'}]}",
    ] {
        lower_pets("", &format!("Subject: {{type: object, properties: {{it: {schema}}}}}{OTHERS}")).is_clean(schema);
    }
}

#[test]
fn examples_that_do_not_fit() {
    let cat_dog = format!("oneOf: [{{{}}}, {{{}}}]", reference("Cat"), reference("Dog"));
    for (schema, example, piece, help, at) in [
        ("type: string".to_owned(), "1", "it is not a string", "in quotes", "1"),
        ("type: string".to_owned(), "true", "it is not a string", "in quotes", "true"),
        ("type: string".to_owned(), "null", "it is not a string", "`nullable: true`", "null"),
        ("type: integer".to_owned(), "1.5", "it is not an integer", "`type`", "1.5"),
        ("type: integer".to_owned(), "'1'", "it is not an integer", "`type`", "'1'"),
        ("type: number".to_owned(), "'1'", "it is not a number", "`type`", "'1'"),
        // YAML has this number, JSON does not.
        ("type: number".to_owned(), ".inf", "it is not a number", "`type`", ".inf"),
        ("type: number".to_owned(), "1e400", "it is not a number", "`type`", "1e400"),
        ("type: boolean".to_owned(), "'true'", "it is not a boolean", "`type`", "'true'"),
        ("type: object".to_owned(), "[1]", "it is not an object", "`type`", "[1]"),
        ("type: array, items: {}".to_owned(), "{a: 1}", "it is not an array", "`type`", "{a: 1}"),
        ("type: string, minLength: 2".to_owned(), "a", "its length", "limits", "a"),
        ("type: string, maxLength: 1".to_owned(), "ab", "its length", "limits", "ab"),
        ("type: array, minItems: 1, items: {}".to_owned(), "[]", "number of items", "limits", "[]"),
        ("type: integer, minimum: 1".to_owned(), "0", "too small", "limits", "0"),
        ("type: number, minimum: 0, exclusiveMinimum: true".to_owned(), "0.0", "too small", "limits", "0.0"),
        ("type: integer, maximum: 1".to_owned(), "2", "too large", "limits", "2"),
        ("type: string, format: date-time".to_owned(), "'2024-10-24'", "RFC 3339", "limits", "'2024-10-24'"),
        ("type: string, format: date-time".to_owned(), "'2024-10-24T04:32:20'", "RFC 3339", "limits", "'2024-10-24T"),
        ("type: string, enum: [a, b]".to_owned(), "c", "not one of the enum", "\"a\", \"b\"", "c"),
        ("type: array, items: {type: integer}".to_owned(), "[1, a]", "it is not an integer", "`type`", "a"),
        ("type: object, additionalProperties: {type: integer}".to_owned(), "{k: v}", "it is not an integer", "", "v"),
        (reference("Pet"), "{age: 1}", "it lacks the required property `name`", "add `name`", "{age: 1}"),
        (reference("Pet"), "{name: Tom, aeg: 1}", "unknown property `aeg`", "`age`", "aeg"),
        (
            beside("{type: object, properties: {weight: {type: integer}}}"),
            "{wieght: 1}",
            "`wieght`",
            "`weight`",
            "wieght",
        ),
        (reference("Pet"), "{name: 7}", "it is not a string", "in quotes", "7"),
        (reference("Old"), "{old: true}", "lacks the required property `name`", "", "{old: true}"),
        (reference("Rest"), "{b: x}", "it is not an integer", "", "x"),
        (cat_dog.clone(), "[1]", "matches no branch", "branch", "[1]"),
        ("type: string, format: date".to_owned(), "'2024-10-24T04:32:20Z'", "RFC 3339", "limits", "'2024-10-24T"),
        ("type: string, format: date".to_owned(), "soon", "RFC 3339 date", "limits", "soon"),
        ("type: string, format: date".to_owned(), "'24.10.2024'", "RFC 3339 date", "limits", "'24.10"),
        // The deepest mismatch is that of the branch that was probably meant.
        (cat_dog, "{kind: cat, purr: loud}", "it is not an integer", "`type`", "loud"),
        ("oneOf: [{type: string}, {type: integer}]".to_owned(), "true", "matches no branch", "branch", "true"),
    ] {
        let what = format!("{schema} <- {example}");
        let outcome = lower_pets("", &pair(&schema, example));
        outcome.reports(Code::BadExample, piece, &what);
        assert!(outcome.pointed_at().starts_with(at), "{what}: {}", outcome.pointed_at());
        assert!(outcome.diagnostics[0].help.as_deref().unwrap_or_default().contains(help), "{what}");
    }
}

#[test]
fn examples_of_parameters_and_bodies_are_checked() {
    let content = "content: {application/json: {schema: {type: integer}, example: a}}";
    for operation in [
        format!("parameters: [{{name: it, in: query, example: a, schema: {{type: integer}}}}], {ANSWERS}"),
        format!("requestBody: {{{content}}}, {ANSWERS}"),
        format!("responses: {{'200': {{description: A., {content}}}}}"),
        format!("responses: {{'204': {{description: A.}}, '400': {{description: B., {content}}}}}"),
    ] {
        let outcome = lower_operation("/pets", "post", &operation, "");
        outcome.reports(Code::BadExample, "it is not an integer", &operation);
        assert_eq!(outcome.pointed_at(), "a", "{operation}");
    }
}
