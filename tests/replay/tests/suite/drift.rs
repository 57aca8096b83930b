//! Drift in recorded responses: what is reported, and at which location.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Mutex},
};

use replay::{
    Recordings,
    calls::{Arguments, call},
    file_of, suite,
};
use test_support::{Server, Spec, builder};

/// By file, in the order of the body; for repeated drift, the first.
const EXPECTED: &[(&str, &[&str])] = &[
    ("v2/addresses/get/200-unknown-field", &["UnknownField /geo"]),
    ("v2/addresses/list/200-unknown-address-type", &["UnknownValue /0/address_type", "UnknownValue /1/address_type"]),
    ("v2/customer_groups/get/200-unknown-branch", &["UnknownShape /discount_rules/0"]),
    ("v2/customer_groups/get/200-unknown-method", &["UnknownValue /discount_rules/0/method"]),
    ("v2/customer_groups/list/200-unknown-branch", &["UnknownShape /0/discount_rules/0"]),
    ("v2/customer_groups/update/200-unknown-branch", &["UnknownShape /discount_rules/0"]),
    ("v2/customers/get/200-unknown-authentication", &["UnknownField /_authentication"]),
    ("v2/customers/list/200-unknown-field", &["UnknownField /0/preferred_language", "UnknownField /0/loyalty"]),
    ("v3/addresses/list/200-unknown-enum-value", &["UnknownValue /data/1/address_type"]),
    ("v3/attributes/list/200-unknown-type", &["UnknownValue /data/0/type"]),
    ("v3/consent/get/200-unknown-category", &["UnknownValue /allow/1"]),
    (
        "v3/customers/list/200-unknown-field",
        &[
            "UnknownField /data/0/addresses/0/geocode",
            "UnknownField /data/0/preferred_language",
            "UnknownField /data/0/kiln_club",
            "UnknownField /meta/elapsed_ms",
        ],
    ),
    ("v3/form_field_values/list/200-unknown-shape", &["UnknownShape /data/0/value"]),
    (
        "v3/metafields/get/200-unknown-field",
        &[
            "UnknownField /data/value_type",
            "UnknownField /data/locked_by",
            "UnknownField /data/revisions",
            "UnknownField /links",
        ],
    ),
    ("v3/metafields/list/200-unknown-permission-set", &["UnknownValue /data/0/permission_set"]),
    ("v3/metafields/list_all/200-unknown-resource-type", &["UnknownValue /data/0/resource_type"]),
    ("v3/metafields/update/200-unknown-permission-set", &["UnknownValue /data/permission_set"]),
    ("v3/segments/list/200-unknown-field", &["UnknownField /data/0/shopper_count", "UnknownField /data/0/rules"]),
    (
        "v3/shopper_profiles/list/200-unknown-field",
        &["UnknownField /data/0/segment_ids", "UnknownField /data/0/last_seen", "UnknownField /meta/snapshot"],
    ),
    ("v3/stored_instruments/list/200-unknown-kind", &["UnknownShape /0"]),
    ("v3/subscribers/get/200-unknown-consent", &["UnknownValue /data/consents/0"]),
    ("v3/subscribers/list/200-unknown-consent", &["UnknownValue /data/1/consents/1"]),
    (
        "v3/subscribers/list/200-unknown-field",
        &[
            "UnknownField /data/0/locale",
            "UnknownField /data/0/bounces",
            "UnknownField /meta/pagination/has_more",
            "UnknownField /meta/took_ms",
        ],
    ),
];

#[tokio::test]
async fn each_recording_with_something_unknown_says_where() {
    let spec = Spec::read(&Spec::folder()).unwrap_or_else(|error| panic!("{error}"));
    let recordings =
        Recordings::read(&Recordings::folder()).unwrap_or_else(|problems| panic!("{}", problems.join("\n")));
    let operations = spec.operations();
    let mut reported = BTreeMap::new();
    for recorded in recordings.all.iter().filter(|recorded| recorded.name.is_unknown()) {
        for operation in suite::owners(&operations, &recorded.name).unwrap() {
            let reports = Arc::new(Mutex::new(Vec::new()));
            let server = Server::responding(replay::template(&recorded.recording.response)).await;
            let sink = Arc::clone(&reports);
            let client = builder(&server.uri())
                .on_drift(move |report| {
                    let drift = report.drift().iter().map(|d| format!("{:?} {}", d.kind(), d.pointer().unwrap()));
                    let call = (report.operation().to_owned(), report.request_id().map(str::to_owned));
                    sink.lock().unwrap().push((call, drift.collect::<Vec<_>>()));
                })
                .build()
                .unwrap();
            call(&client, &operation.name(), &Arguments::of_examples(operation)).unwrap().await.unwrap();
            let mut reports = reports.lock().unwrap();
            assert!(reports.len() <= 1, "once per response: {reports:?}");
            // Without drift, the comparison below says what to do.
            let Some((call, drift)) = reports.pop() else { continue };
            let request_id = recorded.recording.response.headers.get("x-request-id").cloned();
            assert_eq!(call, (operation.name(), request_id));
            reported.insert(file_of(&recorded.name), drift);
        }
    }
    let expected: BTreeMap<_, _> = EXPECTED
        .iter()
        .map(|(file, drift)| {
            (format!("tests/recordings/{file}.json"), drift.iter().map(ToString::to_string).collect::<Vec<_>>())
        })
        .collect();
    let files: BTreeSet<_> = reported.keys().chain(expected.keys()).collect();
    let differing: Vec<_> = files.into_iter().filter(|file| reported.get(*file) != expected.get(*file)).collect();
    let problems: Vec<_> = differing
        .iter()
        .map(|file| {
            let [expected, found] = [&expected, &reported].map(|all| all.get(*file).map_or(&[][..], Vec::as_slice));
            format!("{file}\n  expected {expected:?}\n  found    {found:?}")
        })
        .collect();
    assert!(
        problems.is_empty(),
        "{}\nIf the spec knows by now what a recording `unknown-…` shows, let it show something else, or rename it; \
         otherwise correct EXPECTED.",
        problems.join("\n")
    );
}
