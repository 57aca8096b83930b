use super::*;
use crate::{
    call::config::ClientBuilder,
    sample::{API, Client, builder},
    wire::spec::{ClientSpec, CredentialLocation},
};

static KEY: Credential = Credential { scheme: "key", location: CredentialLocation::Header, name: "X-Key", env: None };
static BEARER: Credential =
    Credential { scheme: "token", location: CredentialLocation::Bearer, name: "Authorization", env: None };
static QUERY: Credential = Credential { scheme: "query", location: CredentialLocation::Query, name: "k", env: None };
static VISIT: Credential =
    Credential { scheme: "visit", location: CredentialLocation::Cookie, name: "visit", env: None };
static DAY: Credential = Credential { scheme: "day", location: CredentialLocation::Cookie, name: "day", env: None };
static SPEC: ClientSpec = ClientSpec {
    user_agent: "zoo/1",
    variables: &[],
    credentials: &[&KEY, &BEARER, &QUERY, &VISIT, &DAY],
    needs: &[&[]],
};

/// Returns what is sent with a call, a line for each header and parameter, or why it is not sent.
fn sent(security: Security, has: &[&'static Credential]) -> String {
    let builder = has.iter().fold(ClientBuilder::<Client>::new(&SPEC), |builder, credential| {
        builder.credential(credential, format!("my-{}", credential.scheme))
    });
    let core = builder.build().unwrap().core;
    let operation = Operation { security: Some(security), ..Operation::new(&API) };
    let chosen = match core.credentials().of(&operation) {
        Ok(chosen) => chosen,
        Err(error) => return error.to_string(),
    };
    let mut headers = HeaderMap::new();
    chosen.put(&mut headers).unwrap();
    assert!(headers.values().all(HeaderValue::is_sensitive));
    let header = |(name, value): (&HeaderName, &HeaderValue)| format!("{name}: {}", value.to_str().unwrap());
    let query = chosen.query().map(|(name, secret)| format!("?{name}={}", secret.expose()));
    headers.iter().map(header).chain(query).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_first_complete_set_goes_along() {
    const ALL: &[&Credential] = &[&KEY, &BEARER, &QUERY, &VISIT, &DAY];
    const ROWS: &[(Security, &[&Credential], &str)] = &[
        (&[], ALL, ""),
        (&[&[]], ALL, ""),
        (&[&[&KEY]], ALL, "x-key: my-key"),
        (&[&[&BEARER], &[&KEY]], ALL, "authorization: Bearer my-token"),
        (&[&[&BEARER], &[&KEY]], &[&KEY], "x-key: my-key"),
        (&[&[&BEARER, &KEY], &[&QUERY]], ALL, "authorization: Bearer my-token\nx-key: my-key"),
        (&[&[&BEARER, &KEY], &[&QUERY]], &[&KEY, &QUERY], "?k=my-query"),
        (&[&[&VISIT, &DAY]], ALL, "cookie: visit=my-visit; day=my-day"),
        // Optional credentials are sent if they are set.
        (&[&[], &[&KEY]], ALL, "x-key: my-key"),
        (&[&[], &[&KEY]], &[&BEARER], ""),
        (&[&[&KEY], &[]], &[], ""),
        (&[&[&KEY]], &[&BEARER], "the client has no credentials for it: set `key`"),
        (
            &[&[&KEY], &[&QUERY, &VISIT]],
            &[&VISIT],
            "the client has no credentials for it: set `key`, or `query` and `visit`",
        ),
    ];
    for (security, has, expected) in ROWS {
        assert_eq!(sent(security, has), *expected, "{:?}", choice(security, |credential| credential.scheme));
    }
}

#[test]
fn an_operation_has_the_credentials_of_its_api_unless_it_states_others() {
    let core = builder().build().unwrap().core;
    let count = |operation: &Operation| core.credentials().of(operation).unwrap().0.len();
    assert_eq!(count(&Operation::new(&API)), 1);
    assert_eq!(count(&Operation { security: Some(&[]), ..Operation::new(&API) }), 0);
    let raw = crate::wire::spec::RawOperations::new(&API, "raw");
    let open = crate::wire::spec::RawOperations::with_security(&API, "raw", &[]);
    assert_eq!((count(raw.any()), count(open.any())), (1, 0));
}

/// Equal credentials are still distinct: those of another document are not sent.
#[test]
fn a_credential_is_known_by_its_address() {
    static SAME: Credential =
        Credential { scheme: "key", location: CredentialLocation::Header, name: "X-Key", env: None };
    const SECURITY: Security = &[&[&SAME]];
    assert_eq!(sent(SECURITY, &[&KEY]), "the client has no credentials for it: set `key`");
}
