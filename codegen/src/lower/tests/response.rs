//! Responses: the success and the errors of an operation.

use super::support::{Outcome, lower_operation};
use crate::diagnostic::Code;
use crate::ir::{Operation, Status, StatusResponse, Success};

const PET: &str = "{type: object, properties: {name: {type: string}}}";

fn with(responses: &str) -> Outcome {
    let schemas = format!("Pet: {PET}\nProblem: {{type: object, properties: {{title: {{type: string}}}}}}");
    lower_operation("/pets", "get", &format!("x-rust-name: list, responses: {{{responses}}}"), &schemas)
}

/// A response with a JSON body.
fn json(schema: &str) -> String {
    format!("{{description: A body., content: {{application/json: {{schema: {schema}}}}}}}")
}

fn reference(name: &str) -> String {
    json(&format!("{{$ref: '#/components/schemas/{name}'}}"))
}

fn show_responses(outcome: &Outcome, responses: &[StatusResponse]) -> String {
    let show = |response: &StatusResponse| {
        let plain = response.plain.map_or("-".to_owned(), |plain| format!("{plain:?}"));
        let ty = response.ty.as_ref().map_or(plain, |ty| outcome.show(ty));
        format!("{:?} {} {ty}", response.status, response.variant)
    };
    responses.iter().map(show).collect::<Vec<_>>().join(", ")
}

fn success(outcome: &Outcome) -> String {
    match &outcome.operations()[0].responses.success {
        Success::Empty => "Empty".to_owned(),
        Success::Plain(plain) => format!("Plain {plain:?}"),
        Success::Events(data) => {
            format!("Events {}", data.as_ref().map_or_else(|| "-".to_owned(), |ty| outcome.show(ty)))
        }
        Success::Json(ty) => format!("Json {}", outcome.show(ty)),
        Success::JsonOrEmpty(ty) => format!("JsonOrEmpty {}", outcome.show(ty)),
        Success::JsonOrNone(ty) => format!("JsonOrNone {}", outcome.show(ty)),
        Success::Partial { whole, part, statuses } => {
            format!("Partial {}, {} {statuses:?}", outcome.show(whole), outcome.show(part))
        }
        Success::Outputs { name, responses: all } => format!("{name}: {}", show_responses(outcome, all)),
    }
}

#[test]
fn successes() {
    let (pet, problem) = (reference("Pet"), reference("Problem"));
    let (list, empty) = (json("{type: array, items: {$ref: '#/components/schemas/Pet'}}"), "{description: Nothing.}");
    for (responses, expected) in [
        (format!("'200': {pet}"), "Json Pet"),
        (format!("'201': {pet}"), "Json Pet"),
        (format!("2XX: {pet}"), "Json Pet"),
        (format!("200: {pet}"), "Json Pet"),
        (format!("'204': {empty}"), "Empty"),
        ("'200': {description: Nothing., content: {}}".to_owned(), "Empty"),
        // README: 204 is the empty list.
        (format!("'200': {list}, '204': {empty}"), "JsonOrEmpty List<Pet>"),
        (format!("'204': {empty}, '200': {list}"), "JsonOrEmpty List<Pet>"),
        (format!("'200': {pet}, '204': {empty}"), "JsonOrNone Pet"),
        (format!("'200': {pet}, '201': {pet}"), "Json Pet"),
        // README: 207 is a success with a body of its own.
        (format!("'200': {pet}, '207': {problem}"), "ListPetsOutput: Code(200) Ok Pet, Code(207) MultiStatus Problem"),
        (
            format!("'200': {pet}, '201': {problem}, '204': {empty}"),
            "ListPetsOutput: Code(200) Ok Pet, Code(201) Created Problem, Code(204) NoContent -",
        ),
        // Content without a schema is any JSON.
        ("'200': {description: Any., content: {application/json: {}}}".to_owned(), "Json Json"),
        // An inline body is named after the operation and the status.
        (format!("'200': {}", json(PET)), "Json ListPetsOk"),
        (
            "'200': {description: A., content: {text/html: {}, application/json: {schema: {type: string}}}}".to_owned(),
            "Json String",
        ),
        // A body that is not JSON is returned unchanged.
        ("'200': {description: A., content: {text/csv: {}}}".to_owned(), "Plain Text"),
        (format!("'200': {{description: A., content: {{image/png: {{}}}}}}, '204': {empty}"), "Plain Bytes"),
        (
            "'200': {description: A., content: {text/csv: {}}}, '201': {description: A., content: {image/png: {}}}"
                .to_owned(),
            "ListPetsOutput: Code(200) Ok Text, Code(201) Created Bytes",
        ),
        (
            format!("'200': {pet}, '202': {{description: A., content: {{text/plain: {{}}}}}}"),
            "ListPetsOutput: Code(200) Ok Pet, Code(202) Accepted Text",
        ),
        // A document that describes any media type as an object means JSON; without a structure it means bytes.
        (pet.replace("application/json", "'*/*'").replace("{description", "'200': {description"), "Json Pet"),
        ("'200': {description: A., content: {'*/*': {schema: {type: string}}}}".to_owned(), "Plain Bytes"),
        ("'200': {description: A., content: {text/event-stream: {}}}".to_owned(), "Events -"),
        ("'200': {description: A., content: {text/event-stream: {schema: {type: string}}}}".to_owned(), "Events -"),
        (
            pet.replace("application/json", "text/event-stream").replace("{description", "'200': {description"),
            "Events Pet",
        ),
    ] {
        let outcome = with(&responses);
        outcome.is_clean(&responses);
        assert_eq!(success(&outcome), expected, "{responses}");
        assert!(outcome.operations()[0].responses.errors.is_empty(), "{responses}");
    }
}

/// OpenAPI 3.0.4, "Responses Object": `default` covers all statuses that are not declared.
#[test]
fn default_is_all_the_rest() {
    let (pet, problem) = (reference("Pet"), reference("Problem"));
    for (responses, expected, errors) in [
        (format!("'200': {pet}, default: {problem}"), "Json Pet", "Default Default Problem"),
        (
            format!("default: {problem}, '404': {pet}, '204': {{description: A.}}"),
            "Empty",
            "Default Default Problem, Code(404) NotFound Pet",
        ),
        (format!("default: {pet}"), "Json Pet", "Default Default Pet"),
        (format!("'404': {problem}, default: {pet}"), "Json Pet", "Code(404) NotFound Problem, Default Default Pet"),
        ("default: {description: A., content: {text/csv: {}}}".to_owned(), "Plain Text", "Default Default -"),
    ] {
        let outcome = with(&responses);
        outcome.is_clean(&responses);
        assert_eq!(success(&outcome), expected, "{responses}");
        assert_eq!(show_responses(&outcome, &outcome.operation().responses.errors), errors, "{responses}");
    }
}

/// Each kind of success other than JSON has a method of its own; another encoding of the same data has not.
#[test]
fn other_kinds_of_answers_are_methods() {
    let several = |others: &str| {
        let pet = "application/json: {schema: {$ref: '#/components/schemas/Pet'}}";
        format!("'200': {{description: A., content: {{{pet}, {others}}}}}")
    };
    for (others, expected) in [
        ("text/csv: {}", "list_as_text Plain Text text/csv"),
        ("image/png: {}, image/webp: {}", "list_as_bytes Plain Bytes image/png, image/webp"),
        (
            "text/event-stream: {schema: {$ref: '#/components/schemas/Problem'}}, image/png; q=1: {}, '*/*': {}",
            "list_as_bytes Plain Bytes image/png; q=1, */*; list_as_events Events Problem - beside application/json, image/png",
        ),
        ("application/xml: {schema: {$ref: '#/components/schemas/Pet'}}", ""),
        ("text/plain: {schema: {$ref: '#/components/schemas/Pet'}}", ""),
        ("application/vnd.zoo+json: {schema: {$ref: '#/components/schemas/Pet'}}", ""),
    ] {
        let outcome = with(&several(others));
        outcome.is_clean(others);
        let operations = outcome.operations();
        let (first, rest) = operations.split_first().unwrap();
        assert!(matches!(first.responses.success, Success::Json(_)) && !first.origin.is_variant, "{others}");
        let show = |found: &&Operation| {
            assert!(found.origin.is_variant, "{others}");
            let success = match &found.responses.success {
                Success::Plain(plain) => format!("Plain {plain:?}"),
                Success::Events(Some(ty)) => format!("Events {}", outcome.show(ty)),
                other => format!("{other:?}"),
            };
            let beside = if found.responses.other_media.is_empty() { "" } else { " beside " };
            let accept = found.request.accept.as_deref().unwrap_or("-");
            format!("{} {success} {accept}{beside}{}", found.names.method, found.responses.other_media.join(", "))
        };
        assert_eq!(rest.iter().map(show).collect::<Vec<_>>().join("; "), expected, "{others}");
    }
}

#[test]
fn fixtures() {
    let shown = |name: &str, example: &str| {
        let schema = format!("{{$ref: '#/components/schemas/{name}'}}");
        format!("{{description: ' A body. ', content: {{application/json: {{schema: {schema}, example: {example}}}}}}}")
    };
    let (pet, problem, empty) = (shown("Pet", "{name: Tom}"), shown("Problem", "{}"), "{description: Nothing.}");
    for (responses, expected) in [
        (format!("'200': {pet}"), "LIST 200 Pet"),
        (format!("'204': {empty}, '203': {pet}"), "LIST 203 Pet"),
        (format!("'200': {}", reference("Pet")), ""),
        (format!("'204': {empty}, '400': {problem}"), ""),
        // With several bodies, each is named after its status, even if only some have examples.
        (format!("'200': {pet}, '201': {pet}"), "LIST_OK 200 Pet, LIST_CREATED 201 Pet"),
        (format!("'200': {}, '207': {problem}", reference("Pet")), "LIST_MULTI_STATUS 207 Problem"),
        (format!("'200': {pet}, '207': {problem}, '202': {empty}"), "LIST_OK 200 Pet, LIST_MULTI_STATUS 207 Problem"),
        // A range is represented by a status that is not declared.
        (format!("2XX: {pet}"), "LIST 200 Pet"),
        (format!("2XX: {pet}, '200': {problem}, '201': {empty}"), "LIST_SUCCESS 202 Pet, LIST_OK 200 Problem"),
        ("'200': {description: A., content: {application/json: {example: [1]}}}".to_owned(), "LIST 200 Json"),
    ] {
        let outcome = with(&responses);
        outcome.is_clean(&responses);
        let fixtures = outcome.operation().responses.fixtures.iter();
        let found: Vec<_> = fixtures
            .map(|fixture| format!("{} {} {}", fixture.name, fixture.status, outcome.show(&fixture.ty)))
            .collect();
        assert_eq!(found.join(", "), expected, "{responses}");
    }
}

#[test]
fn errors() {
    let (problem, empty) = (reference("Problem"), "{description: Nothing.}");
    for (responses, expected) in [
        (String::new(), ""),
        (format!(", '404': {problem}"), "Code(404) NotFound Problem"),
        (format!(", '404': {empty}"), "Code(404) NotFound -"),
        (
            format!(", '422': {problem}, 4XX: {problem}, 5XX: {empty}"),
            "Code(422) UnprocessableEntity Problem, Range(ClientError) ClientError Problem, Range(ServerError) ServerError -",
        ),
        // If a 2xx is declared, nothing else is a success.
        (format!(", '304': {empty}, 1XX: {empty}"), "Code(304) NotModified -, Range(Informational) Status1xx -"),
        // A status that the standard does not name.
        (format!(", '499': {empty}"), "Code(499) Status499 -"),
    ] {
        let outcome = with(&format!("'204': {empty}{responses}"));
        outcome.is_clean(&responses);
        assert_eq!(show_responses(&outcome, &outcome.operation().responses.errors), expected, "{responses}");
    }
}

/// If no 2xx is declared, a redirect is the success; otherwise it is an error.
#[test]
fn redirects() {
    let (pet, problem, empty) = (reference("Pet"), reference("Problem"), "{description: Nothing.}");
    for (responses, expected) in [
        (format!("'302': {empty}"), "Empty | Code(302) | - | -"),
        (format!("'303': {pet}, '404': {problem}"), "Json Pet | Code(303) | Code(404) NotFound Problem | -"),
        (format!("3XX: {empty}, default: {problem}"), "Empty | Range(Redirection) | Default Default Problem | -"),
        (
            format!("'200': {pet}, '307': {empty}, '404': {problem}, 3XX: {empty}"),
            "Json Pet | Code(200) | Code(307) TemporaryRedirect -, Code(404) NotFound Problem, Range(Redirection) Redirection - | \
             Code(307), Range(Redirection)",
        ),
    ] {
        let outcome = with(&responses);
        outcome.is_clean(&responses);
        let operation = outcome.operation();
        let statuses = |statuses: &[Status]| match statuses {
            [] => "-".to_owned(),
            statuses => statuses.iter().map(|status| format!("{status:?}")).collect::<Vec<_>>().join(", "),
        };
        let errors = match show_responses(&outcome, &operation.responses.errors) {
            errors if errors.is_empty() => "-".to_owned(),
            errors => errors,
        };
        let (successes, redirects) =
            (statuses(&operation.responses.statuses), statuses(&operation.responses.redirects));
        let seen = format!("{} | {successes} | {errors} | {redirects}", success(&outcome));
        assert_eq!(seen, expected, "{responses}");
    }
}

#[test]
fn variants_have_the_names_of_the_standard() {
    // RFC 9110, 15, and RFC 6585.
    for (status, variant) in [
        (400, "BadRequest"),
        (401, "Unauthorized"),
        (403, "Forbidden"),
        (405, "MethodNotAllowed"),
        (409, "Conflict"),
        (413, "ContentTooLarge"),
        (415, "UnsupportedMediaType"),
        (428, "PreconditionRequired"),
        (429, "TooManyRequests"),
        (500, "InternalServerError"),
        (502, "BadGateway"),
        (503, "ServiceUnavailable"),
        (504, "GatewayTimeout"),
    ] {
        let outcome = with(&format!("'204': {{description: Done.}}, '{status}': {{description: ' It failed. '}}"));
        outcome.is_clean(variant);
        let [error] = outcome.operation().responses.errors.as_slice() else { panic!("{status}") };
        assert_eq!((error.status, error.variant.as_str()), (Status::Code(status), variant));
        assert_eq!(error.docs, "It failed.");
    }
}

/// A response that lists the items which took effect.
fn in_part(response: &str) -> String {
    response.replacen('{', "{x-partial: true, ", 1)
}

#[test]
fn answers_in_part() {
    let (pet, problem) = (reference("Pet"), reference("Problem"));
    let part = in_part(&problem);
    for (responses, expected) in [
        (format!("'200': {pet}, '422': {part}"), "Partial Pet, Problem [422]"),
        (format!("'201': {pet}, '409': {part}, '404': {problem}, '422': {part}"), "Partial Pet, Problem [409, 422]"),
        (format!("'200': {pet}, '422': {}", part.replace("true", "false")), "Json Pet"),
    ] {
        let outcome = with(&responses);
        outcome.is_clean(&responses);
        assert_eq!(success(&outcome), expected, "{responses}");
    }
    let (empty, other) = ("{description: Nothing.}", in_part(&pet));
    for (responses, piece) in [
        (format!("'204': {empty}, '422': {part}"), "have the same JSON type"),
        (format!("'200': {pet}, '204': {empty}, '422': {part}"), "have the same JSON type"),
        (format!("'200': {pet}, '409': {part}, '422': {other}"), "have the same JSON type"),
        (format!("'200': {pet}, '422': {}", in_part(empty)), "have the same JSON type"),
        (format!("'200': {pet}, 4XX: {part}"), "a single status, but `4xx` covers several"),
        (format!("'200': {other}"), "a success takes effect as a whole"),
    ] {
        with(&responses).reports(Code::BadExtension, piece, &responses);
    }
}

#[test]
fn mistakes_in_responses() {
    let empty = "{description: Nothing.}";
    for (responses, code, piece) in [
        (format!("'404': {empty}"), Code::MissingKey, "no success response"),
        (format!("1XX: {empty}"), Code::MissingKey, "no success response"),
        (String::new(), Code::MissingKey, "no success response"),
        (format!("'204': {empty}, '2O4': {empty}"), Code::BadValue, "`2O4` is not a status code"),
        (format!("'204': {empty}, '600': {empty}"), Code::BadValue, "`600` is not a status code"),
        (format!("'204': {empty}, 4xx: {empty}"), Code::BadValue, "`4xx` is not a status code"),
        (
            format!("'204': {empty}, '404': {{description: A., content: {{text/csv: {{}}}}}}"),
            Code::Unsupported,
            "only JSON",
        ),
        (
            "'200': {description: A., content: {Example 1: {}}}".to_owned(),
            Code::BadValue,
            "`Example 1` is not a media type",
        ),
        (format!("'204': {empty}, '404': {{}}"), Code::MissingKey, "the key `description`"),
        ("'200': {$ref: '#/components/responses/Pets'}".to_owned(), Code::UnresolvedRef, "cannot resolve"),
        ("'200': {$ref: '#/components/schemas/Pet'}".to_owned(), Code::RefKind, "points to"),
    ] {
        with(&responses).reports(code, piece, &responses);
    }
}
