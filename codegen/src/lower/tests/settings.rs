//! Settings of a whole version: servers, credentials, headers.

use super::support::{API, Outcome, lower};
use crate::diagnostic::Code;
use crate::ir::{CredentialLocation, PageFact};

const SERVERS: &str = "servers: [{url: 'https://zoo.example'}]";

/// An `api.yaml` with these lines, for one version without fragments.
fn api(lines: &str) -> Outcome {
    lower(&[("spec/v1/api.yaml", &document(lines))])
}

fn document(lines: &str) -> String {
    format!("openapi: 3.0.3\ninfo: {{title: Zoo, version: '1', description: ' The zoo. '}}\npaths: {{}}\n{lines}\n")
}

fn scheme(lines: &str) -> String {
    format!("{SERVERS}\ncomponents: {{securitySchemes: {{Token: {{{lines}}}}}}}")
}

#[test]
fn a_version_says_what_its_headers_mean() {
    let outcome = api("\
servers: [{url: 'https://zoo.example/{zoo}/v1', variables: {zoo: {default: zoo}}}, {url: 'https://other.example'}]
x-request-id: X-Id
x-correlation-id: X-Chain
x-rate-limit: {quota: Q, left: L, reset-ms: R, window-ms: W, retry-after-s: A}
x-problem: {title: [title], keys: [errors, fields], detail: [message], code: [code, inner.code]}");
    outcome.is_clean("");
    let version = &outcome.api.versions[0];
    assert_eq!((version.name.as_str(), version.handle.as_str()), ("v1", "V1"));
    assert_eq!((version.docs.as_str(), version.source.as_str()), ("The zoo.", "spec/v1/api.yaml"));
    assert_eq!(version.server, "https://zoo.example/{zoo}/v1");
    assert_eq!((version.request_id.as_deref(), version.correlation_id.as_deref()), (Some("X-Id"), Some("X-Chain")));
    let rate = version.rate_limit.as_ref().unwrap();
    let headers = [&rate.quota, &rate.left, &rate.reset_ms, &rate.window_ms].map(String::as_str);
    assert_eq!((headers, rate.retry_after_s.as_deref()), (["Q", "L", "R", "W"], Some("A")));
    assert_eq!(version.problem.title, ["title"]);
    assert_eq!(version.problem.keys, ["errors", "fields"]);
    assert_eq!(version.problem.detail, ["message"]);
    assert_eq!(version.problem.code, ["code", "inner.code"]);
}

#[test]
fn a_version_may_be_silent() {
    // README: of the rate limit, the last may be left out; of the problem, each may be.
    let outcome =
        api(&format!("{SERVERS}\nx-rate-limit: {{quota: Q, left: L, reset-ms: R, window-ms: W}}\nx-problem: {{}}"));
    outcome.is_clean("");
    assert!(outcome.api.versions[0].rate_limit.as_ref().unwrap().retry_after_s.is_none());
    let outcome = api(SERVERS);
    outcome.is_clean("");
    let version = &outcome.api.versions[0];
    assert!(version.request_id.is_none() && version.correlation_id.is_none());
    assert!(version.rate_limit.is_none() && version.problem.title.is_empty());
    assert!(outcome.api.client.variables.is_empty() && outcome.api.client.credentials.is_empty());
}

#[test]
fn a_version_says_how_its_lists_go_on() {
    let outcome = api(&format!(
        "{SERVERS}
x-max-url: 2048
x-pagination: {{page: p, skip: s, limit: l, after: a, before: b, largest: 250, items: data, total-pages: meta.pages, \
         per-page: meta.size, cursor-per-page: meta.cursors.size, cursors: meta.cursors}}"
    ));
    outcome.is_clean("");
    let version = &outcome.api.versions[0];
    assert_eq!(version.max_url, Some(2048));
    let pagination = version.pagination.as_ref().unwrap();
    assert_eq!((pagination.page.as_deref(), pagination.limit.as_str()), (Some("p"), "l"));
    assert_eq!((pagination.after.as_deref(), pagination.before.as_deref()), (Some("a"), Some("b")));
    assert_eq!(pagination.skip.as_deref(), Some("s"));
    assert_eq!((pagination.largest, pagination.items.as_deref()), (Some(250), Some("data")));
    let locations: Vec<_> =
        pagination.fact_paths.iter().map(|location| (location.key, location.fact, location.path.join("."))).collect();
    let expected = [
        ("total-pages", PageFact::TotalPages, "meta.pages"),
        ("per-page", PageFact::PerPage, "meta.size"),
        ("cursor-per-page", PageFact::PerPage, "meta.cursors.size"),
        ("cursors", PageFact::Cursors, "meta.cursors"),
    ];
    assert_eq!(locations, expected.map(|(key, fact, path)| (key, fact, path.to_owned())));
    let outcome = api(&format!("{SERVERS}\nx-pagination: {{page: p, limit: l}}"));
    outcome.is_clean("");
    let pagination = outcome.api.versions[0].pagination.as_ref().unwrap();
    assert!(pagination.after.is_none() && pagination.largest.is_none() && pagination.fact_paths.is_empty());
}

#[test]
fn what_holds_for_a_version_is_said_once() {
    for line in [
        "x-base-url-env: ZOO_URL",
        "x-request-id: X-Id",
        "x-correlation-id: X-Id",
        "x-rate-limit: {quota: Q, left: L, reset-ms: R, window-ms: W}",
        "x-problem: {title: [title]}",
        "x-pagination: {page: page, limit: limit}",
        "x-max-url: 2048",
    ] {
        let fragment = document(&format!("{SERVERS}\n{line}"));
        let outcome = lower(&[("spec/v1/api.yaml", API), ("spec/v1/pets.yaml", &fragment)]);
        outcome.reports(Code::BadExtension, "no effect in a fragment", line);
    }
}

#[test]
fn variables_and_credentials() {
    for (lines, variables, credentials) in [
        (
            "servers: [{url: 'https://{shopName}.example/{type}', variables: {shopName: {default: a, x-env: HASH, \
             description: ' The store. '}, type: {default: b}}}]"
                .to_owned(),
            vec![("shop_name", "shopName", Some("HASH"), "The store."), ("r#type", "type", None, "")],
            vec![],
        ),
        (
            scheme("type: apiKey, in: header, name: X-Auth, x-env: TOKEN, description: A token."),
            vec![],
            vec![("token", "X-Auth", Some("TOKEN"), "A token.")],
        ),
        (
            scheme("type: apiKey, in: header, name: X-Auth, x-rust-name: secret"),
            vec![],
            vec![("secret", "X-Auth", None, "")],
        ),
    ] {
        let outcome = api(&lines);
        outcome.is_clean(&lines);
        let client = &outcome.api.client;
        let found: Vec<_> = client
            .variables
            .iter()
            .map(|found| (found.argument.as_str(), found.name.as_str(), found.env.as_deref(), found.docs.as_str()))
            .collect();
        assert_eq!(found, variables, "{lines}");
        let found: Vec<_> = client
            .credentials
            .iter()
            .map(|found| (found.argument.as_str(), found.name.as_str(), found.env.as_deref(), found.docs.as_str()))
            .collect();
        assert_eq!(found, credentials, "{lines}");
    }
}

/// Two versions, each with a server variable and a credential.
fn two(first: (&str, &str), second: (&str, &str)) -> Outcome {
    let version = |(variable, credential): (&str, &str)| {
        document(&format!(
            "servers: [{{url: 'https://{{zoo}}.example', variables: {{zoo: {{default: a, x-env: {variable}}}}}}}]
components: {{securitySchemes: {{Token: {{type: apiKey, in: header, name: X-Auth, x-env: {credential}}}}}}}"
        ))
    };
    lower(&[("spec/v1/api.yaml", &version(first)), ("spec/v2/api.yaml", &version(second))])
}

#[test]
fn one_client_serves_all_versions() {
    let outcome = two(("ZOO", "TOKEN"), ("ZOO", "TOKEN"));
    outcome.is_clean("");
    assert_eq!((outcome.api.client.variables.len(), outcome.api.client.credentials.len()), (1, 1));
    for (second, piece) in [
        (("OTHER", "TOKEN"), "a different `x-env` for this server variable"),
        (("ZOO", "OTHER"), "a different `x-env` for these credentials"),
    ] {
        two(("ZOO", "TOKEN"), second).reports(Code::Disagreement, piece, piece);
    }
}

#[test]
fn one_environment_variable_names_the_base_url() {
    let named = |name: &str| document(&format!("{SERVERS}\nx-base-url-env: {name}"));
    let both = |second: &str| lower(&[("spec/v1/api.yaml", &named("ZOO_URL")), ("spec/v2/api.yaml", second)]);
    for second in [named("ZOO_URL"), document(SERVERS)] {
        let outcome = both(&second);
        outcome.is_clean(&second);
        assert_eq!(outcome.api.client.base_url_env.as_deref(), Some("ZOO_URL"));
    }
    both(&named("OTHER")).reports(Code::Disagreement, "a different `x-base-url-env`", "");
}

#[test]
fn locations_of_credentials() {
    use CredentialLocation::{Basic, Bearer, Cookie, Header, Query};
    for (lines, location, name) in [
        ("type: apiKey, in: header, name: X-Key", Header, "X-Key"),
        ("type: apiKey, in: query, name: key", Query, "key"),
        ("type: apiKey, in: cookie, name: session", Cookie, "session"),
        ("type: http, scheme: basic", Basic, "Authorization"),
        ("type: http, scheme: Bearer", Bearer, "Authorization"),
        ("type: openIdConnect, openIdConnectUrl: 'https://zoo.example/id'", Bearer, "Authorization"),
        ("type: oauth2, flows: {}", Bearer, "Authorization"),
    ] {
        let outcome = api(&scheme(lines));
        outcome.is_clean(lines);
        let credential = &outcome.api.client.credentials[0];
        assert_eq!((credential.location, credential.name.as_str()), (location, name), "{lines}");
        assert_eq!(credential.user.is_some(), location == Basic, "{lines}");
    }
}

#[test]
fn mistakes_in_settings() {
    for (lines, code, piece) in [
        (String::new(), Code::MissingKey, "a version requires `servers`"),
        (scheme("type: http, scheme: digest"), Code::Unsupported, "credentials of this kind"),
        (scheme("type: apiKey, in: head, name: key"), Code::BadValue, "`head`"),
        (format!("{SERVERS}\nx-request: X-Id"), Code::MisspeltExtension, "`x-request` has no effect"),
        (format!("{SERVERS}\nx-rate-limit: {{quota: Q}}"), Code::MissingKey, "requires the key"),
        (format!("{SERVERS}\nx-pagination: {{page: p}}"), Code::MissingKey, "requires the key `limit`"),
        (format!("{SERVERS}\nx-pagination: {{page: p, limit: l, last: m}}"), Code::UnknownKey, "unknown key `last`"),
        (format!("{SERVERS}\nx-pagination: {{page: p, limit: l, total: [m]}}"), Code::WrongKind, "expected a string"),
        (
            format!("{SERVERS}\nx-pagination: {{page: p, limit: l, largest: 0}}"),
            Code::BadValue,
            "`largest` cannot be 0",
        ),
        (format!("{SERVERS}\nx-max-url: 0"), Code::BadValue, "`x-max-url` cannot be 0"),
    ] {
        let outcome = api(&lines);
        let found: Vec<_> = outcome.diagnostics.iter().map(|problem| (problem.code, &problem.message)).collect();
        assert!(found.iter().all(|(found, _)| *found == code), "{lines}: {found:?}");
        assert!(found.iter().any(|(_, message)| message.contains(piece)), "{lines}: {found:?}");
    }
}

#[test]
fn fragments_repeat_the_servers() {
    for (servers, agrees) in [
        (SERVERS, true),
        ("servers:\n  - url: https://zoo.example", true),
        ("servers: [{url: 'https://zoo.example/'}]", false),
        ("servers: []", false),
        ("tags: []", false),
    ] {
        let outcome = lower(&[("spec/v1/api.yaml", API), ("spec/v1/pets.yaml", &document(servers))]);
        if agrees {
            outcome.is_clean(servers);
        } else {
            outcome.reports(Code::Disagreement, "the servers differ from those of the version", servers);
        }
    }
}
