//! Operations, apart from their parameters and responses.

use super::support::{ANSWERS, Outcome, lower_operation, lower_pets};
use crate::diagnostic::Code;
use crate::ir::{BodyKind, Method, Operation, Paging, Parameter};

fn names(operation: &Operation) -> [&str; 3] {
    [&operation.names.method, &operation.names.builder, &operation.names.constant].map(|name| name.as_str())
}

#[test]
fn operations_keep_what_they_say() {
    let operation = "operationId: getPets, x-rust-name: list, summary: ' Lists pets. ', description: 'All of them. ', \
                     x-scopes: [pets_read, pets], x-paging: cursor, x-concurrency: 3";
    let outcome = lower_operation("/pets", "get", &format!("{operation}, {ANSWERS}"), "");
    outcome.is_clean("");
    let operation = outcome.operation();
    assert_eq!(names(operation), ["list", "ListPets", "LIST_PETS"]);
    assert_eq!(
        (operation.origin.id.as_str(), operation.request.method, operation.request.path.as_str()),
        ("getPets", Method::Get, "/pets")
    );
    assert_eq!((operation.docs.summary.as_str(), operation.docs.description.as_str()), ("Lists pets.", "All of them."));
    assert_eq!(operation.request.scopes, ["pets_read", "pets"]);
    assert_eq!(operation.calls.paging, Some(Paging::Cursor));
    assert_eq!((operation.calls.items_per_call, operation.calls.concurrency), (None, Some(3)));
    assert!(
        operation.request.guard.is_none() && operation.docs.deprecated.is_none() && operation.request.body.is_none()
    );
}

#[test]
fn links_to_pages_that_say_more() {
    let page = "url: 'https://zoo.example/docs#pets'";
    for (docs, expected) in [
        (page.to_owned(), Some(("https://zoo.example/docs#pets", None))),
        (format!("description: ' How to. ', {page}"), Some(("https://zoo.example/docs#pets", Some("How to.")))),
        ("url: http://zoo.example".to_owned(), Some(("http://zoo.example", None))),
        // Relative to the unknown URL of the document; or not a URL.
        ("url: /docs/pets".to_owned(), None),
        ("url: 'https://zoo.example/all pets'".to_owned(), None),
        ("url: 'javascript:alert(1)'".to_owned(), None),
    ] {
        let outcome = lower_operation("/pets", "get", &format!("externalDocs: {{{docs}}}, {ANSWERS}"), "");
        outcome.is_clean(&docs);
        let link = outcome.operation().docs.link.as_deref();
        assert_eq!(link.map(|link| (link.url.as_str(), link.title.as_deref())), expected, "{docs}");
    }
}

#[test]
fn styles_of_paging() {
    for (style, paging) in [
        ("x-paging: offset", Some(Paging::Offset)),
        ("x-paging: cursor", Some(Paging::Cursor)),
        ("x-paging: list", Some(Paging::List)),
        ("x-paging: skip", Some(Paging::Skip)),
        ("tags: [pets]", None),
    ] {
        let outcome = lower_operation("/pets", "get", &format!("{style}, {ANSWERS}"), "");
        outcome.is_clean(style);
        assert_eq!(outcome.operation().calls.paging, paging, "{style}");
    }
}

#[test]
fn a_list_has_pages_answers_batches_is_searched_or_is_an_array() {
    let schemas = "Group: {type: object, required: [rules], properties: {rules: {type: array, items: {type: string}}}}";
    let (array, object) = ("{type: array, items: {type: string}}", "{$ref: '#/components/schemas/Group'}");
    let sent =
        "requestBody: {required: true, content: {application/json: {schema: {type: array, items: {type: string}}}}}";
    let found = "x-finds: [{name: find, by: 'name', match: none, description: d}], \
                 parameters: [{name: name, in: query, schema: {type: string}}]";
    for (method, said, schema, is_list) in [
        ("get", "tags: [pets]", array, true),
        ("get", "tags: [pets]", object, false),
        ("get", "x-paging: list", object, true),
        ("get", found, object, true),
        ("put", sent, object, true),
        ("put", "tags: [pets]", object, false),
        ("put", sent, "{type: string}", false),
        ("get", "x-paging: list", "{type: object, properties: {}}", false),
    ] {
        let content = format!("content: {{application/json: {{schema: {schema}}}}}");
        let responses = format!("responses: {{'200': {{description: Done., {content}}}}}");
        let outcome = lower_operation("/pets", method, &format!("{said}, {responses}"), schemas);
        assert_eq!(outcome.operation().responses.is_list, is_list, "{method} {said} {schema}");
    }
}

#[test]
fn what_may_be_repeated() {
    // RFC 9110, 9.2.2: all but POST and PATCH. README: `x-idempotent` marks a POST that may be.
    for (method, extension, idempotent) in [
        ("get", "", true),
        ("head", "", true),
        ("options", "", true),
        ("put", "", true),
        ("delete", "", true),
        ("post", "", false),
        ("patch", "", false),
        ("post", "x-idempotent: true, ", true),
        ("post", "x-idempotent: false, ", false),
    ] {
        let outcome = lower_operation("/pets", method, &format!("{extension}{ANSWERS}"), "");
        outcome.is_clean(method);
        assert_eq!(outcome.operation().request.idempotent, idempotent, "{method} {extension}");
    }
}

#[test]
fn filters_that_a_guard_asks_for() {
    let list = |name: &str| {
        format!(
            "{{name: '{name}', in: query, style: form, explode: false, \
             schema: {{type: array, items: {{type: integer}}}}}}"
        )
    };
    let one = |name: &str| format!("{{name: '{name}', in: query, schema: {{type: integer}}}}");
    for (parameters, guard) in [
        (vec![], Some(vec![])),
        (vec![list("id:in"), one("age")], Some(vec!["id:in", "age"])),
        // A page size does not filter, and is marked as such.
        (vec![one("limit").replace("in: query", "in: query, x-narrows: false"), one("age")], Some(vec!["age"])),
    ] {
        let operation = format!("x-requires-filter: true, parameters: [{}], {ANSWERS}", parameters.join(", "));
        let outcome = lower_operation("/pets", "delete", &operation, "");
        outcome.is_clean(&operation);
        let found = outcome.operation().request.guard.clone();
        assert_eq!(found, guard.map(|names| names.into_iter().map(str::to_owned).collect()), "{operation}");
    }
    // A parameter of the path is not a filter.
    let path = "parameters: [{name: id, in: path, required: true, schema: {type: integer}}]";
    let outcome = lower_operation("/pets/{id}", "delete", &format!("x-requires-filter: true, {path}, {ANSWERS}"), "");
    assert_eq!(outcome.operation().request.guard, Some(Vec::new()));
}

#[test]
fn bodies() {
    for (body, ty, required, docs) in [
        ("{content: {application/json: {schema: {type: string}}}}", "String", false, ""),
        (
            "{required: true, description: A pet., \
             content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}",
            "Pet",
            true,
            "A pet.",
        ),
        (
            "{content: {application/json; charset=utf-8: {schema: {type: array, items: {type: integer}}}}}",
            "List<Integer>",
            false,
            "",
        ),
        ("{content: {application/merge-patch+json: {schema: {type: integer}}}}", "Integer", false, ""),
        ("{content: {text/csv: {}, application/json: {schema: {type: integer}}}}", "Integer", false, ""),
        (
            "{content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}",
            "CreatePetsBody",
            false,
            "",
        ),
    ] {
        let operation = format!("x-rust-name: create, requestBody: {body}, {ANSWERS}");
        let outcome =
            lower_operation("/pets", "post", &operation, "Pet: {type: object, properties: {a: {type: string}}}");
        outcome.is_clean(body);
        let found = outcome.operations()[0].request.body.as_ref().unwrap();
        let facts = (outcome.show(&found.ty), found.required, found.docs.as_str(), found.name.as_str());
        assert_eq!(facts, (ty.to_owned(), required, docs, "body"), "{body}");
    }
}

#[test]
fn limits_and_example_of_a_body() {
    let schema = "{type: array, minItems: 1, maxItems: 2, items: {type: integer}}";
    let body = format!("{{content: {{application/json: {{schema: {schema}, example: [7]}}}}}}");
    let outcome = lower_operation("/pets", "post", &format!("requestBody: {body}, {ANSWERS}"), "");
    outcome.is_clean("");
    let body = outcome.operation().request.body.as_ref().unwrap();
    assert_eq!(body.limits.items, Some((1, Some(2))));
    assert_eq!(outcome.sources.to_json(body.example.unwrap()), serde_json::json!([7]));
}

/// An operation with an array as its body, which is required unless the extensions say otherwise.
fn with_list(extensions: &str, schema: &str, required: bool) -> Outcome {
    let body = format!("{{required: {required}, content: {{application/json: {{schema: {{{schema}}}}}}}}}");
    let operation = format!("x-rust-name: update_batch, {extensions} requestBody: {body}, {ANSWERS}");
    lower_operation("/pets", "put", &operation, "")
}

const INTEGERS: &str = "type: array, items: {type: integer}";

#[test]
fn batches_are_of_required_lists() {
    for (extensions, schema, required, expected) in [
        ("", INTEGERS, true, Some(("update_batches", vec![], false))),
        ("x-batch: {},", INTEGERS, true, Some(("update_batches", vec![], false))),
        ("x-batch: {key: [id, name]},", INTEGERS, true, Some(("update_batches", vec!["id", "name"], false))),
        ("x-batch: {atomic: true},", INTEGERS, true, Some(("update_batches", vec![], true))),
        ("", INTEGERS, false, None),
        ("", "type: integer", true, None),
    ] {
        let outcome = with_list(extensions, schema, required);
        outcome.is_clean(extensions);
        let found = outcome.operation().calls.batches.as_ref();
        let found = found.map(|found| {
            let key: Vec<_> = found.key.iter().map(String::as_str).collect();
            (found.name.as_str(), key, found.atomic)
        });
        assert_eq!(found, expected, "{extensions} {schema}");
    }
}

#[test]
fn items_of_a_call() {
    // README, x-items-per-call: a body's `maxItems` says the same.
    for (extensions, most, items) in [
        ("", "", None),
        ("x-items-per-call: 10,", "", Some(10)),
        ("", ", maxItems: 20", Some(20)),
        ("x-items-per-call: 10,", ", maxItems: 20", Some(10)),
        ("x-items-per-call: 20,", ", maxItems: 20", Some(20)),
    ] {
        let outcome = with_list(extensions, &format!("{INTEGERS}{most}"), true);
        outcome.is_clean(extensions);
        assert_eq!(outcome.operation().calls.items_per_call, items, "{extensions}{most}");
    }
}

#[test]
fn mistakes_in_what_is_said_of_lists() {
    for (extensions, schema, required, code, piece) in [
        ("x-items-per-call: 0,", INTEGERS, true, Code::BadValue, "`x-items-per-call` cannot be 0"),
        ("x-items-per-call: 5000000000,", INTEGERS, true, Code::BadValue, "cannot be"),
        ("x-concurrency: 0,", INTEGERS, true, Code::BadValue, "`x-concurrency` cannot be 0"),
        ("x-items-per-call: 10,", "type: integer", true, Code::BadExtension, "requires an operation"),
        ("x-items-per-call: 10,", "type: array, maxItems: 5, items: {type: integer}", true, Code::BadExtension, "is 5"),
        ("x-batch: {},", "type: integer", true, Code::BadExtension, "requires an operation"),
        ("x-batch: {},", INTEGERS, false, Code::BadExtension, "requires an operation"),
        ("x-batch: {keys: [id]},", INTEGERS, true, Code::UnknownKey, "unknown key `keys`"),
        ("x-batch: {key: id},", INTEGERS, true, Code::WrongKind, "expected an array"),
    ] {
        let outcome = with_list(extensions, schema, required);
        if code == Code::UnknownKey || code == Code::WrongKind {
            // The operation is broken then, and not checked.
            assert!(outcome.diagnostics.iter().any(|found| found.code == code && found.message.contains(piece)));
        } else {
            outcome.reports(code, piece, extensions);
        }
    }
}

#[test]
fn deprecated_operations_name_their_successors() {
    let paths = format!(
        "/old: {{get: {{x-rust-name: old, deprecated: true, \
         x-replaced-by: ['#/paths/~1new~1%7Bid%7D/get'], {ANSWERS}}}}}
/gone: {{get: {{x-rust-name: gone, deprecated: true, {ANSWERS}}}}}
/new/{{id}}: {{get: {{x-rust-name: new_one, parameters: \
         [{{name: id, in: path, required: true, schema: {{type: integer}}}}], {ANSWERS}}}}}"
    );
    let outcome = lower_pets(&paths, "");
    outcome.is_clean("");
    let operations = outcome.operations();
    let [old, gone, new] = operations.as_slice() else { panic!("{operations:?}") };
    assert_eq!(old.docs.deprecated.as_ref().unwrap().replacements, [new.origin.node]);
    assert!(gone.docs.deprecated.as_ref().unwrap().replacements.is_empty());
    assert!(new.docs.deprecated.is_none());
}

#[test]
fn bodies_of_every_kind() {
    let pet = "schema: {$ref: '#/components/schemas/Pet'}";
    let form = "application/x-www-form-urlencoded";
    for (content, expected) in [
        (format!("application/json: {{{pet}}}"), "create Json Pet"),
        (format!("application/vnd.zoo+json: {{{pet}}}"), "create Json Pet application/vnd.zoo+json"),
        (format!("{form}: {{{pet}}}"), "create Form([]) Pet application/x-www-form-urlencoded"),
        (
            format!(
                "{form}: {{{pet}, encoding: {{a: {{style: deepObject}}, b: {{explode: false}}, c: {{contentType: text/plain}}}}}}"
            ),
            "create Form([(\"a\", Deep), (\"b\", Form)]) Pet application/x-www-form-urlencoded",
        ),
        ("text/csv: {}".to_owned(), "create Text String text/csv"),
        ("image/png: {schema: {type: string, format: binary}}".to_owned(), "create Bytes String image/png"),
        ("image/*: {}".to_owned(), "create BytesOf(content_type) String"),
        ("image/png: {}, image/webp: {}".to_owned(), "create BytesOf(content_type) String image/png"),
        // Other names of JSON are no method of their own, a form of the same data is.
        (
            format!("text/json: {{{pet}}}, application/json: {{{pet}}}, {form}: {{{pet}}}"),
            "create Json Pet; create_as_form Form([]) Pet application/x-www-form-urlencoded",
        ),
        (
            format!("application/json: {{{pet}}}, text/csv: {{}}, {form}: {{schema: {{type: object}}}}"),
            "create Json Pet; create_as_form Form([]) Map<Json> application/x-www-form-urlencoded; \
             create_as_text Text String text/csv",
        ),
    ] {
        let operation = format!("requestBody: {{required: true, content: {{{content}}}}}, {ANSWERS}");
        let outcome = lower_operation(
            "/pets",
            "post",
            &format!("x-rust-name: create, {operation}"),
            "Pet: {type: object, properties: {a: {type: string}}}",
        );
        outcome.is_clean(&content);
        let show = |found: &&Operation| {
            let body = found.request.body.as_ref().unwrap();
            let kind = match &body.kind {
                BodyKind::BytesOf(argument) => format!("BytesOf({argument})"),
                kind => format!("{kind:?}"),
            };
            let content_type = found.request.content_type.as_deref().unwrap_or_default();
            format!("{} {kind} {} {content_type}", found.names.method, outcome.show(&body.ty)).trim_end().to_owned()
        };
        assert_eq!(outcome.operations().iter().map(show).collect::<Vec<_>>().join("; "), expected, "{content}");
    }
}

#[test]
fn parts_of_a_body_are_arguments() {
    let content = "multipart/form-data: {encoding: {meta: {contentType: application/vnd.zoo+json}, \
                   photo: {contentType: 'image/png, image/webp'}}, schema: {type: object, required: [photo, name], properties: {\
                   photo: {type: string, format: binary, description: Taken today.}, \
                   more: {type: array, items: {type: string, format: binary}}, \
                   name: {type: string}, tags: {type: array, items: {type: string}}, \
                   meta: {type: object, properties: {a: {type: string}}}, id: {type: integer, readOnly: true}}}}";
    let operation = format!("requestBody: {{content: {{{content}}}}}, {ANSWERS}");
    let outcome = lower_operation("/pets", "post", &format!("x-rust-name: create, {operation}"), "");
    outcome.is_clean("");
    let operation = outcome.operation();
    assert!(operation.request.body.is_none());
    let show = |found: &Parameter| {
        format!("{} {:?} {} {}", found.name, found.location, outcome.show(&found.ty), found.required)
    };
    let found: Vec<_> = operation.request.parameters.iter().map(show).collect();
    assert_eq!(
        found,
        [
            "photo File(\"\") Json true",
            "more Files(\"\") Json false",
            "name Part(\"\") String true",
            "tags Part(\"\") List<String> false",
            "meta Part(\"application/vnd.zoo+json\") CreatePetsMeta false",
        ]
    );
    assert_eq!(operation.request.parameters[0].docs, "Taken today.\n\nMedia type: `image/png, image/webp`.");
}

#[test]
fn mistakes_in_operations() {
    let deprecated = "deprecated: true, x-replaced-by";
    for (operation, code, piece) in [
        (
            "requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: string}}}}",
            Code::Unsupported,
            "a form must be an object",
        ),
        ("x-paging: pages", Code::BadValue, "invalid value `pages`"),
        ("x-replaced-by: ['#/paths/~1pets/post']", Code::BadExtension, "not deprecated"),
        (&format!("{deprecated}: ['#/info']"), Code::BadExtension, "is not an operation"),
        (&format!("{deprecated}: ['#/paths/~1cats/get']"), Code::BadExtension, "there is no `/cats`"),
        (&format!("{deprecated}: ['zoo.yaml#/paths/~1pets/post']"), Code::BadExtension, "there is no file"),
        ("x-rust-name: a b", Code::BadName, "`a b` is not a valid Rust identifier"),
        ("x-item-per-call: 3", Code::MisspeltExtension, "`x-item-per-call` has no effect here"),
        ("x-items-per-call: many", Code::WrongKind, "a non-negative integer"),
        ("x-scopes: pets", Code::WrongKind, "an array"),
    ] {
        let outcome = lower_operation("/pets", "post", &format!("{operation}, {ANSWERS}"), "");
        outcome.reports(code, piece, operation);
    }
}
