//! Where errors have their texts.

use super::support::{Outcome, lower, lower_published};

fn outcome(error: &str, settings: &str) -> Outcome {
    let text = format!(
        "openapi: 3.0.3
info: {{title: Zoo, version: '1'}}
servers: [{{url: 'https://zoo.example'}}]
{settings}
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        '204': {{description: Done.}}
        default: {{description: No., content: {{application/json: {{schema: {error}}}}}}}
"
    );
    lower_published(&text)
}

/// The first of the paths to titles, details and codes, and all maps of fields.
fn found(error: &str) -> [String; 4] {
    let outcome = outcome(error, "");
    let problem = &outcome.api.versions[0].problem;
    let first = |paths: &[String]| paths.first().cloned().unwrap_or_default();
    [first(&problem.title), first(&problem.detail), first(&problem.code), problem.keys.join(" ")]
}

#[test]
fn schemas_say_where_the_texts_are() {
    for (error, expected) in [
        // RFC 9457, with the extension of its example.
        (
            "{type: object, properties: {type: {type: string}, title: {type: string}, detail: {type: string}, \
             errors: {type: array, items: {type: object, properties: {detail: {type: string}, pointer: {type: string}}}}}}",
            ["title", "detail", "code", ""],
        ),
        // As OpenAI, Stripe and Google have it.
        (
            "{type: object, properties: {error: {type: object, properties: {message: {type: string}, \
             type: {type: string}, code: {type: string, nullable: true}}}}}",
            ["title", "error.message", "error.code", ""],
        ),
        (
            "{type: object, properties: {code: {type: integer}, message: {type: string}}}",
            ["title", "message", "code", ""],
        ),
        // As FastAPI has it.
        (
            "{type: object, properties: {detail: {type: array, items: {type: object, properties: {loc: {type: array, \
             items: {type: string}}, msg: {type: string}}}}}}",
            ["title", "detail.msg", "code", ""],
        ),
        ("{type: object, properties: {errors: {type: array, items: {type: string}}}}", ["title", "errors", "code", ""]),
        (
            "{type: object, properties: {message: {type: string}, errors: {type: object, \
             additionalProperties: {type: array, items: {type: string}}}}}",
            ["title", "message", "code", "errors"],
        ),
        (
            "{oneOf: [{type: object, required: [fault], properties: {fault: {type: object, properties: \
             {faultstring: {type: string}}}}}, {type: object, required: [reason], properties: {reason: {type: string}}}]}",
            ["title", "reason", "code", ""],
        ),
        // Nothing is said: the usual places.
        ("{}", ["title", "detail", "code", ""]),
        // What is no problem has no texts of one.
        (
            "{type: object, properties: {pet: {type: object, properties: {message: {type: string}}}}}",
            ["title", "detail", "code", ""],
        ),
    ] {
        assert_eq!(found(error), expected, "{error}");
    }
}

#[test]
fn what_a_document_says_counts_alone() {
    let error = "{type: object, properties: {message: {type: string}}}";
    let outcome = outcome(error, "x-problem: {detail: [reason]}");
    let problem = &outcome.api.versions[0].problem;
    assert_eq!((problem.detail.join(" "), problem.title.len(), problem.code.len()), ("reason".to_owned(), 0, 0));
    // Fragments say it themselves.
    let api = "openapi: 3.0.3\ninfo: {title: Zoo, version: '1', description: Z.}\npaths: {}\n\
               servers: [{url: 'https://zoo.example'}]\n";
    let outcome = lower(&[("spec/v1/api.yaml", api)]);
    assert!(outcome.api.versions[0].problem.detail.is_empty());
}
