//! Parameters: location and serialization.

use super::support::{ANSWERS, API, Outcome, fragment, lower, lower_operation, lower_pets};
use crate::diagnostic::Code;
use crate::ir::{EmptyList, ListStyle, ParamIn, ParamLocation, Style};

fn with(parameters: &str) -> Outcome {
    lower_operation(
        "/pets",
        "get",
        &format!("parameters: [{parameters}], {ANSWERS}"),
        "Kind: {type: string, enum: [a, b]}",
    )
}

#[test]
fn styles_of_the_query() {
    use EmptyList::{Omit, Refuse};
    use ListStyle::{Comma, Pipe, Repeat, Space};
    let list = |style, empty| ParamLocation::QueryList(style, empty);
    let integers = "schema: {type: array, items: {type: integer}}";
    for (parameter, location, ty) in [
        // OpenAPI 3.0, `style`: `form` is the default of the query, and `explode` is true where it is `form`.
        ("schema: {type: integer}".to_owned(), ParamLocation::Query, "Integer"),
        ("style: form, explode: true, schema: {type: string}".to_owned(), ParamLocation::Query, "String"),
        ("style: form, explode: false, schema: {type: boolean}".to_owned(), ParamLocation::Query, "Boolean"),
        ("schema: {type: string, format: date-time}".to_owned(), ParamLocation::Query, "DateTime"),
        ("schema: {type: string, format: date}".to_owned(), ParamLocation::Query, "Date"),
        ("schema: {$ref: '#/components/schemas/Kind'}".to_owned(), ParamLocation::Query, "Kind"),
        (integers.to_owned(), list(Repeat, Refuse), "List<Integer>"),
        (format!("style: form, {integers}"), list(Repeat, Refuse), "List<Integer>"),
        (format!("style: form, explode: true, {integers}"), list(Repeat, Refuse), "List<Integer>"),
        (format!("style: form, explode: false, {integers}"), list(Comma, Refuse), "List<Integer>"),
        (format!("explode: false, {integers}"), list(Comma, Refuse), "List<Integer>"),
        (format!("style: spaceDelimited, explode: false, {integers}"), list(Space, Refuse), "List<Integer>"),
        (format!("style: pipeDelimited, explode: false, {integers}"), list(Pipe, Refuse), "List<Integer>"),
        // README, x-empty-list.
        (format!("explode: false, x-empty-list: omit, {integers}"), list(Comma, Omit), "List<Integer>"),
        (format!("explode: false, x-empty-list: refuse, {integers}"), list(Comma, Refuse), "List<Integer>"),
        (
            "explode: false, schema: {type: array, items: {$ref: '#/components/schemas/Kind'}}".to_owned(),
            list(Comma, Refuse),
            "List<Kind>",
        ),
    ] {
        let outcome = with(&format!("{{name: it, in: query, {parameter}}}"));
        outcome.is_clean(&parameter);
        let found = &outcome.operation().request.parameters[0];
        assert_eq!((found.location.clone(), outcome.show(&found.ty).as_str()), (location, ty), "{parameter}");
    }
}

/// OpenAPI 3.0.4, "Style Values": the styles for each location, and the default.
#[test]
fn locations_and_styles() {
    use ParamIn::{Cookie, Header, Path, Query};
    let styled = ParamLocation::Styled;
    let object = "schema: {type: object, properties: {a: {type: string}}}";
    let list = "schema: {type: array, items: {type: string}}";
    let objects = "schema: {type: array, items: {type: object, additionalProperties: {type: string}}}";
    let text = "schema: {type: string}";
    let json = |schema: &str| format!("content: {{application/json: {{{schema}}}}}");
    for (location, lines, expected) in [
        ("header", text.to_owned(), ParamLocation::Header),
        ("cookie", text.to_owned(), ParamLocation::Cookie),
        ("path", text.to_owned(), ParamLocation::Path),
        ("path", list.to_owned(), styled(Path, Style::Simple)),
        ("path", format!("explode: true, {object}"), styled(Path, Style::SimpleExploded)),
        ("path", format!("style: label, {list}"), styled(Path, Style::Label)),
        ("path", format!("style: label, explode: true, {text}"), styled(Path, Style::LabelExploded)),
        ("path", format!("style: matrix, {text}"), styled(Path, Style::Matrix)),
        ("path", format!("style: matrix, explode: true, {list}"), styled(Path, Style::MatrixExploded)),
        ("header", list.to_owned(), styled(Header, Style::Simple)),
        ("header", format!("explode: true, {object}"), styled(Header, Style::SimpleExploded)),
        ("cookie", format!("explode: false, {list}"), styled(Cookie, Style::Form)),
        ("cookie", list.to_owned(), styled(Cookie, Style::FormExploded)),
        ("query", object.to_owned(), styled(Query, Style::FormExploded)),
        ("query", format!("explode: false, {object}"), styled(Query, Style::Form)),
        ("query", format!("style: deepObject, {object}"), styled(Query, Style::Deep)),
        ("query", format!("style: deepObject, explode: true, {object}"), styled(Query, Style::Deep)),
        ("query", objects.to_owned(), styled(Query, Style::FormExploded)),
        ("query", "schema: {}".to_owned(), styled(Query, Style::FormExploded)),
        // Undefined in OpenAPI: if each value has its own `name=value`, the separator does not matter.
        (
            "query",
            format!("style: pipeDelimited, explode: true, {list}"),
            ParamLocation::QueryList(ListStyle::Repeat, EmptyList::Refuse),
        ),
        ("query", json(object), styled(Query, Style::Json)),
        ("header", json(""), styled(Header, Style::Json)),
        ("query", "content: {text/plain: {}}".to_owned(), ParamLocation::Query),
    ] {
        let (path, required) = if location == "path" { ("/pets/{it}", "required: true, ") } else { ("/pets", "") };
        let parameter = format!("{{name: it, in: {location}, {required}{lines}}}");
        let outcome = lower_operation(path, "get", &format!("parameters: [{parameter}], {ANSWERS}"), "");
        outcome.is_clean(&parameter);
        assert_eq!(outcome.operation().request.parameters[0].location, expected, "{parameter}");
    }
}

/// The client sends it already, so callers do not pass it.
#[test]
fn the_header_of_a_credential_is_no_parameter() {
    let scheme = "components: {securitySchemes: {Key: {type: apiKey, in: header, name: X-Key}}}\n";
    let header = |name: &str| format!("{{name: {name}, in: header, schema: {{type: string}}}}");
    let parameters = ["x-key", "X-Other", "Accept"].map(header).join(", ");
    let pets = fragment(&format!("/pets: {{get: {{parameters: [{parameters}], {ANSWERS}}}}}"), "");
    let outcome = lower(&[("spec/v1/api.yaml", &format!("{API}{scheme}")), ("spec/v1/pets.yaml", &pets)]);
    outcome.is_clean("");
    let names: Vec<_> = outcome.operation().request.parameters.iter().map(|found| found.wire_name.as_str()).collect();
    assert_eq!(names, ["X-Other"]);
}

#[test]
fn names_and_remarks() {
    let outcome = with(
        "{name: 'id:in', in: query, description: ' The ids. ', example: 7, schema: {type: integer, minimum: 1}}, \
         {name: petId, in: query, required: true, deprecated: true, schema: {type: string}}, \
         {name: pet_id, in: query, schema: {type: string}}, \
         {name: type, in: query, schema: {type: string}}, \
         {name: sort, in: query, x-rust-name: order, schema: {type: string}}, \
         {name: all, in: query, schema: {type: string}},
         {name: with, in: query, schema: {type: string}}",
    );
    outcome.is_clean("");
    let parameters = &outcome.operation().request.parameters;
    let names: Vec<_> = parameters.iter().map(|found| (found.name.as_str(), found.wire_name.as_str())).collect();
    let expected = [
        ("id_in", "id:in"),
        ("pet_id", "petId"),
        ("pet_id_query", "pet_id"),
        ("r#type", "type"),
        ("order", "sort"),
        // `all()` lifts the guard of `x-requires-filter`.
        ("all_value", "all"),
        // `with(…)` sets options of the call.
        ("with_value", "with"),
    ];
    assert_eq!(names, expected);
    let [first, second, ..] = parameters.as_slice() else { panic!() };
    assert_eq!((first.docs.as_str(), first.required, first.deprecated), ("The ids.", false, false));
    assert_eq!(first.limits.range, Some((Some(1), None)));
    assert_eq!(outcome.sources.to_json(first.example.unwrap()), serde_json::json!(7));
    assert_eq!((second.required, second.deprecated), (true, true));
}

#[test]
fn parameters_of_the_path_stand_in_its_order() {
    let parameter = |name: &str| format!("{{name: {name}, in: path, required: true, schema: {{type: integer}}}}");
    let query = "{name: q, in: query, schema: {type: string}}";
    let list = [query.to_owned(), parameter("id"), parameter("zoo")].join(", ");
    let outcome = lower_operation("/zoos/{zoo}/pets/{id}", "get", &format!("parameters: [{list}], {ANSWERS}"), "");
    outcome.is_clean("");
    let found: Vec<_> = outcome
        .operation()
        .request
        .parameters
        .iter()
        .map(|found| (found.wire_name.as_str(), found.location.clone()))
        .collect();
    assert_eq!(found, [("zoo", ParamLocation::Path), ("id", ParamLocation::Path), ("q", ParamLocation::Query)]);
}

#[test]
fn the_operation_overrides_its_path() {
    // OpenAPI 3.0, Path Item Object: parameters are inherited, may be overridden, and are unique by name and location.
    let outcome = lower_pets(
        &format!(
            "/pets/{{id}}:
  parameters:
    - {{name: id, in: path, required: true, description: Of the path., schema: {{type: string}}}}
    - {{name: id, in: query, description: Another one., schema: {{type: string}}}}
  get:
    parameters:
      - {{name: id, in: path, required: true, description: Of the operation., schema: {{type: integer}}}}
    {ANSWERS}"
        ),
        "",
    );
    outcome.is_clean("");
    let found: Vec<_> = outcome
        .operation()
        .request
        .parameters
        .iter()
        .map(|found| (found.name.as_str(), outcome.show(&found.ty), found.docs.as_str()))
        .collect();
    assert_eq!(
        found,
        [("id", "Integer".to_owned(), "Of the operation."), ("id_query", "String".to_owned(), "Another one.")]
    );
}

#[test]
fn some_headers_are_no_parameters() {
    // OpenAPI 3.0: a definition of `Accept`, `Content-Type` or `Authorization` shall be ignored.
    for name in ["Accept", "content-type"] {
        let outcome = with(&format!("{{name: {name}, in: header, required: true, schema: {{type: string}}}}"));
        outcome.is_clean(name);
        assert!(outcome.operation().request.parameters.is_empty(), "{name}");
    }
    // `Authorization` is ignored in favour of security schemes, but this document has none.
    let outcome = with("{name: AUTHORIZATION, in: header, required: true, schema: {type: string}}");
    outcome.is_clean("");
    let found = &outcome.operation().request.parameters[0];
    let expected = (ParamLocation::Styled(ParamIn::Header, Style::Simple), "Secret".to_owned());
    assert_eq!((found.location.clone(), outcome.show(&found.ty)), expected);
}

/// OpenAPI 3.0, Security Requirement Object: an operation's own overrides the document's.
#[test]
fn headers_of_the_credentials_of_the_operation_are_no_parameters() {
    let schemes = "components: {securitySchemes: {Key: {type: apiKey, in: header, name: X-Key}, \
        Query: {type: apiKey, in: query, name: X-Query}, Basic: {type: http, scheme: BASIC}, \
        Digest: {type: http, scheme: digest}, Login: {type: openIdConnect, openIdConnectUrl: 'https://zoo.example'}}}\n";
    let header = |name: &str| format!("{{name: {name}, in: header, schema: {{type: string}}}}");
    let parameters = ["x-key", "X-Query", "Authorization"].map(header).join(", ");
    for (document, operation, expected) in [
        // If no operation requires any scheme, all are used.
        ("", "", &["X-Query"][..]),
        ("security: []\n", "", &["x-key", "X-Query", "Authorization"]),
        ("security: [{Key: []}]\n", "", &["X-Query", "Authorization"]),
        ("security: [{Key: []}]\n", "security: [], ", &["x-key", "X-Query", "Authorization"]),
        ("security: [{Key: []}]\n", "security: [{Basic: []}], ", &["x-key", "X-Query"]),
        ("", "security: [{Login: []}], ", &["x-key", "X-Query"]),
        ("", "security: [{Query: []}], ", &["x-key", "X-Query", "Authorization"]),
        ("", "security: [{Digest: []}], ", &["x-key", "X-Query", "Authorization"]),
        ("", "security: [{Key: [], Basic: []}], ", &["X-Query"]),
        ("", "security: [{Query: []}, {Key: []}], ", &["X-Query", "Authorization"]),
    ] {
        let paths = format!("/pets: {{get: {{{operation}parameters: [{parameters}], {ANSWERS}}}}}");
        let api = format!("{API}{document}{schemes}");
        let outcome = lower(&[("spec/v1/api.yaml", &api), ("spec/v1/pets.yaml", &fragment(&paths, ""))]);
        let names: Vec<_> =
            outcome.operation().request.parameters.iter().map(|found| found.wire_name.as_str()).collect();
        assert_eq!(names, expected, "{document}{operation}");
    }
    // Other versions do not matter.
    let paths = format!("/pets: {{get: {{parameters: [{parameters}], {ANSWERS}}}}}");
    let outcome = lower(&[
        ("spec/v1/api.yaml", API),
        ("spec/v1/pets.yaml", &fragment(&paths, "")),
        ("spec/v2/api.yaml", &format!("{API}{schemes}")),
    ]);
    assert_eq!(outcome.operation().request.parameters.len(), 3);
}

/// The security of a fragment overrides that of its version, and the fragment may declare the scheme itself.
#[test]
fn headers_of_the_credentials_of_the_fragment_are_no_parameters() {
    let header = |name: &str| format!("{{name: {name}, in: header, schema: {{type: string}}}}");
    let parameters = ["X-Key", "X-Own"].map(header).join(", ");
    let scheme = |name: &str, header: &str| {
        format!("  securitySchemes: {{{name}: {{type: apiKey, in: header, name: {header}}}}}\n")
    };
    for (version, own, operation, expected) in [
        ("", "security: [{Own: []}]\n", "", &["X-Key"][..]),
        ("security: [{Key: []}]\n", "security: [{Own: []}]\n", "", &["X-Key"]),
        ("security: [{Key: []}]\n", "security: []\n", "", &["X-Key", "X-Own"]),
        ("security: [{Key: []}]\n", "security: [{Own: []}]\n", "security: [{Key: []}], ", &["X-Own"]),
        ("security: [{Key: []}]\n", "", "", &["X-Own"]),
        ("security: [{Key: []}]\n", "", "security: [{Own: []}], ", &["X-Key"]),
        // No security is declared, so the schemes of the version apply.
        ("", "", "", &["X-Own"]),
    ] {
        let paths = format!("/pets: {{get: {{{operation}parameters: [{parameters}], {ANSWERS}}}}}");
        let pets = format!("{}{}{own}", fragment(&paths, ""), scheme("Own", "X-Own"));
        let api = format!("{API}{version}components:\n{}", scheme("Key", "X-Key"));
        let outcome = lower(&[("spec/v1/api.yaml", &api), ("spec/v1/pets.yaml", &pets)]);
        let names: Vec<_> =
            outcome.operation().request.parameters.iter().map(|found| found.wire_name.as_str()).collect();
        assert_eq!(names, expected, "{version}{own}{operation}");
    }
}

#[test]
fn headers_of_the_connection_are_not_sent_even_with_one_value() {
    let one =
        |name: &str| format!("{{name: {name}, in: header, required: true, schema: {{type: string, enum: [close]}}}}");
    let outcome = with(&format!("{}, {}", one("CONNECTION"), one("X-Connection")));
    outcome.reports(Code::Unused, "the header `CONNECTION` is set by the HTTP client", "");
    let fixed: Vec<_> = outcome.operation().request.fixed.iter().map(|found| found.wire_name.as_str()).collect();
    assert_eq!((outcome.operation().request.parameters.len(), fixed), (0, vec!["X-Connection"]));
}

#[test]
fn what_may_be_divided() {
    let list = "explode: false, schema: {type: array, items: {type: integer}}";
    for (parameter, split, whole) in [
        (list.to_owned(), false, false),
        (format!("x-split: true, {list}"), true, false),
        (format!("x-split: false, {list}"), false, true),
        ("x-split: false, schema: {type: integer}".to_owned(), false, true),
    ] {
        let outcome = with(&format!("{{name: it, in: query, {parameter}}}"));
        outcome.is_clean(&parameter);
        let operation = outcome.operation();
        let found = (operation.calls.split == ["it"], operation.calls.whole == ["it"]);
        assert_eq!(found, (split, whole), "{parameter}");
    }
    let path = "{name: id, in: path, required: true, schema: {type: integer}, x-split: false}";
    for (path, parameter, piece) in [
        ("/pets", "{name: it, in: query, x-split: true, schema: {type: integer}}", "only a comma-separated array"),
        (
            "/pets",
            "{name: it, in: query, x-split: true, schema: {type: array, items: {type: integer}}}",
            "only a comma-separated array",
        ),
        (
            "/pets",
            "{name: it, in: query, x-split: true, explode: false, x-empty-list: omit, \
              schema: {type: array, items: {type: integer}}}",
            "selects what is included",
        ),
        ("/pets/{id}", path, "on a path parameter"),
        ("/pets/{id}", &path.replace("false", "true"), "only a comma-separated array"),
    ] {
        let outcome = lower_operation(path, "get", &format!("parameters: [{parameter}], {ANSWERS}"), "");
        outcome.reports(Code::BadExtension, piece, parameter);
    }
}

#[test]
fn mistakes_in_parameters() {
    let object = "{type: object, properties: {a: {type: string}}}";
    for (parameters, code, piece) in [
        (
            "{name: it, in: query, style: matrix, schema: {type: string}}".to_owned(),
            Code::BadValue,
            "the style `matrix` is not allowed for a parameter in `query`",
        ),
        (
            format!("{{name: it, in: header, style: deepObject, schema: {object}}}"),
            Code::BadValue,
            "the style `deepObject` is not allowed for a parameter in `header`",
        ),
        (
            "{name: it, in: query, schema: {type: string}}, {name: it, in: query, schema: {type: integer}}".to_owned(),
            Code::DuplicateParameter,
            "`it` is declared twice",
        ),
        (
            "{name: it, in: path, required: true, schema: {type: string}}".to_owned(),
            Code::UnusedPathParameter,
            "`it` does not appear in the path `/pets`",
        ),
        ("{name: it, in: query, style: comma, schema: {type: string}}".to_owned(), Code::BadValue, "`comma`"),
        ("{name: it, in: body, schema: {type: string}}".to_owned(), Code::BadValue, "`body`"),
        ("{in: query, schema: {type: string}}".to_owned(), Code::MissingKey, "the key `name`"),
        (
            "{name: it, in: query, x-empty-list: drop, schema: {type: array, items: {type: string}}}".to_owned(),
            Code::BadValue,
            "`drop`",
        ),
    ] {
        with(&parameters).reports(code, piece, &parameters);
    }
}

#[test]
fn mistakes_in_the_path() {
    for (parameters, code, piece) in [
        ("", Code::UndefinedPathParameter, "the path names `{id}`"),
        ("{name: id, in: query, schema: {type: string}}", Code::UndefinedPathParameter, "the path names `{id}`"),
        ("{name: id, in: path, schema: {type: string}}", Code::BadValue, "`id` must be required"),
        ("{name: id, in: path, required: false, schema: {type: string}}", Code::BadValue, "`id` must be required"),
    ] {
        let operation = format!("parameters: [{parameters}], {ANSWERS}");
        lower_operation("/pets/{id}", "get", &operation, "").reports(code, piece, parameters);
    }
}
