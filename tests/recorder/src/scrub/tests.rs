use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use super::*;
use replay::check::{Direction, Schemas};
use replay::{Exact, Recordings};
use test_support::{Operation, spec};

mod leaks;
mod messages;
mod numbers;

fn secrets() -> Secrets {
    Secrets { token: "q8Zt3vLm2Xw9Kc5Bn7Rd1Fs4Gh6Jp0Ty".to_owned(), store_hash: "hx41veqz9d".to_owned() }
}

/// Returns an exchange: `GET /v3/customers?limit=1`, the query, the request body, and the response.
fn exchange(request: &str, sent: &Value, status: u16, response: &Value) -> Recording {
    let (method, target) = request.split_once(' ').unwrap();
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let mut recording = json!({
        "source": "recorded from a store, scrubbed", "date": "2026-11-21",
        "request": {"method": method, "path": path, "query": query, "headers": {"accept": "application/json"}},
        "response": {"status": status, "headers": {"content-type": "application/json"}},
    });
    if !sent.is_null() {
        recording["request"]["body"] = sent.clone();
    }
    match response {
        Value::Null => {}
        Value::String(text) => {
            recording["response"]["headers"]["content-type"] = json!("text/html");
            recording["response"]["text"] = json!(text);
        }
        body => recording["response"]["body"] = body.clone(),
    }
    Recording::parse(&recording.to_string()).unwrap()
}

fn exchanged(request: &str, status: u16, response: Value) -> Recording {
    exchange(request, &Value::Null, status, &response)
}

fn one(recording: Recording) -> Recording {
    scrub(spec(), vec![recording], &secrets()).remove(0)
}

/// Returns the value at a JSON pointer, as JSON text.
fn at(recording: &Recording, pointer: &str) -> Value {
    serde_json::from_str::<Value>(&recording.text().unwrap()).unwrap().pointer(pointer).cloned().unwrap_or_default()
}

#[test]
fn what_is_harmless_stays() {
    let customer = json!({
        "id": 41_234_567, "customer_group_id": 3, "origin_channel_id": 1, "channel_ids": [1, 664_179], "notes": "",
        "date_created": "2025-02-11T08:05:44Z", "date_modified": "2025-02-11T08:05:44.250+01:00",
        "authentication": {"force_password_reset": false}, "tax_exempt_category": "",
        "shopper_profile_id": "3f1d8a52-6c07-4b9e-a1d4-90e2c7b5f613",
        "segment_ids": ["7b0c4e19-2d85-4f63-8a97-c1e05b3d6f42"],
        "addresses": [{"id": 9, "country": "Viet Nam", "country_code": "VN", "address_type": "commercial", "phone": ""}],
        "last_seen": {"count": 12, "order_id": 5_000_000_007_i64, "nothing": null, "yes": true},
    });
    let page = json!({"data": [customer], "meta": {
        "pagination": {"total": 1184, "count": 1, "per_page": 50, "current_page": 1, "total_pages": 24,
            "links": {"next": "?page=2&limit=50", "current": "?page=1&limit=50&sort=last_name:asc"}},
    }});
    let problem = json!({
        "status": 422, "title": "Create customers failed.", "detail": "JSON data is missing or invalid",
        "type": "https://developer.bigcommerce.com/api-docs/getting-started/api-status-codes",
        "errors": {"0.email": "invalid email", ".customer_create": "Unprocessable Entity", "2.channel_ids": ""},
    });
    let v2 = json!({
        "id": 5, "date_created": "Mon, 06 May 2024 07:34:10 +0000", "store_credit": "42.10", "reset_pass_on_login": false,
        "addresses": {"url": "https://api.bigcommerce.com/v2/customers/5/addresses", "resource": "/customers/5/addresses"},
        "form_fields": null,
    });
    let too_many =
        json!([{"status": 413, "message": "The limit is too large.", "details": {"max_limit": 250, "field": "limit"}}]);
    for recording in [
        exchanged(
            "GET /v3/customers?id:in=41234567,5&date_created:min=2024-10-30T22:30:38-0400&include=addresses&page=1",
            200,
            page,
        ),
        exchanged("GET /v2/customers?min_id=1234567&min_date_created=2024-10-30&limit=250", 413, too_many),
        exchange(
            "POST /v3/customers",
            &json!([{"channel_ids": [1], "store_credit_amounts": [{"amount": 20.5}]}]),
            422,
            &problem,
        ),
        exchanged("GET /v3/customers/8675309/metafields?direction=desc&include_fields=key,value", 418, problem),
        exchanged("GET /v2/customers/5", 200, v2),
        exchanged("GET /v3/segments/7b0c4e19-2d85-4f63-8a97-c1e05b3d6f42/shopper-profiles", 204, Value::Null),
        exchanged(
            "GET /v2/customer_groups/7",
            200,
            json!({"id": 7, "date_created": "2023-07-17 06:30:41", "discount_rules": [
                {"type": "category", "category_id": "20", "method": "percent", "amount": "12.50"},
                {"type": "markup", "price": 3.20, "count": 1},
            ]}),
        ),
        exchanged(
            "PUT /v3/customers/7/consent",
            200,
            json!({"allow": ["functional", "essential"], "deny": ["brand_new"]}),
        ),
        exchanged(
            "GET /v3/customers",
            502,
            json!("<html><head><title>502 Bad Gateway</title></head><body><hr><center>nginx</center></body></html>"),
        ),
        exchanged("GET /v3/customers", 503, json!("upstream connect error or disconnect/reset before headers")),
    ] {
        let before = recording.text().unwrap();
        assert_eq!(one(recording).text().unwrap(), before);
    }
    let digits = r#"{"data":[{"id":1,"store_credit_amounts":[{"amount":42.10}],"addresses":[]}]}"#;
    let mut recording = exchanged("GET /v3/customers", 200, json!({}));
    recording.response.body = Some(Exact::parse(digits).unwrap());
    assert_eq!(one(recording).response.body.unwrap().to_string(), digits);
}

#[test]
fn headers_are_few_and_say_nothing() {
    let mut recording = exchanged("GET /v3/customers", 200, json!({"data": []}));
    let id = "6ed518ac0f5531880b65f91f653079b5";
    let sent = [
        ("Accept", "application/json"),
        ("X-Auth-Token", "secret"),
        ("user-agent", "me"),
        ("content-type", "application/json"),
    ];
    let received = [
        ("Content-Type", "application/json; charset=utf-8"),
        ("content-encoding", "br"),
        ("x-request-id", id),
        ("x-rate-limit-requests-left", "149"),
        ("x-rate-limit-requests-quota", "150"),
        ("x-rate-limit-time-reset-ms", "29999"),
        ("x-rate-limit-time-window-ms", "30000"),
        ("x-retry-after", "2"),
        ("retry-after", "Wed, 21 Oct 2026 07:28:00 GMT"),
        ("x-bc-apilimit-remaining", "hx41veqz9d"),
        ("set-cookie", "session=123456789abcdef; Path=/"),
        ("date", "Wed, 21 Oct 2026 07:28:00 GMT"),
    ];
    let owned = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
    let request = recording.request.as_mut().unwrap();
    request.headers = sent.into_iter().map(owned).collect();
    recording.response.headers = received.into_iter().map(owned).collect();
    let scrubbed = one(recording);
    let request: Vec<_> = scrubbed.request.as_ref().unwrap().headers.keys().map(String::as_str).collect();
    assert_eq!(request, ["accept", "content-type"]);
    let new_id = &scrubbed.response.headers["x-request-id"];
    assert!(new_id != id && new_id.len() == 32 && new_id.chars().all(|c| c.is_ascii_hexdigit()), "{new_id}");
    let kept: Vec<_> = scrubbed
        .response
        .headers
        .iter()
        .filter(|(name, _)| *name != "x-request-id")
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let expected: Vec<_> = received
        .into_iter()
        .enumerate()
        .filter(|(at, _)| [0, 3, 4, 5, 6, 7, 8].contains(at))
        .map(|(_, it)| it)
        .collect();
    assert_eq!(kept[1..], expected[1..]);
    assert_eq!(kept[0], ("content-type", "application/json; charset=utf-8"));
}

#[test]
fn forms_survive() {
    let body = json!({"data": [{
        "email": "zelda.quimby@acme-shoes.com", "phone": "+49 (30) 901820-17", "registration_ip_address": "91.198.174.192",
        "notes": "Met Zelda at the fair.", "first_name": "Zelda", "last_name": "Quimby", "tax_exempt_category": "DE-417",
        "addresses": [{"postal_code": "D-10115", "phone": 3_090_182_017_i64}],
        "form_fields": [{"name": "Age", "value": 417}, {"name": "Born", "value": "1977-02-28"}, {"name": "Score", "value": 1250.5}],
    }, {"email": "not an address", "registration_ip_address": "2a02:ec80::1", "phone": "none"}]});
    let scrubbed = one(exchanged("GET /v3/customers", 200, body));
    let text = |pointer: &str| at(&scrubbed, &format!("/response/body/data{pointer}")).as_str().unwrap().to_owned();
    assert_eq!(text("/0/email"), "person-1@example.org");
    assert_eq!(text("/0/phone"), "+12 (02) 155501-01");
    assert_eq!(text("/0/registration_ip_address"), "192.0.2.1");
    assert!(text("/1/registration_ip_address").starts_with("2001:db8::"));
    assert!(!text("/1/email").contains('@') && text("/1/email").contains(' '));
    let shape = |text: &str| -> String {
        let kind = |c: char| {
            if c.is_ascii_digit() {
                '0'
            } else if c.is_alphabetic() {
                'a'
            } else {
                c
            }
        };
        text.chars().map(kind).collect()
    };
    assert_eq!(shape(&text("/0/tax_exempt_category")), "aa-000");
    assert_eq!(shape(&text("/0/addresses/0/postal_code")), "a-00000");
    assert_eq!(shape(&text("/0/form_fields/1/value")), "0000-00-00");
    assert!(text("/0/notes").split(' ').count() > 2);
    let number = |pointer: &str| at(&scrubbed, &format!("/response/body/data/0{pointer}")).to_string();
    assert_eq!(number("/addresses/0/phone").len(), 10);
    assert_eq!(shape(&number("/form_fields/0/value")), "000");
    assert_eq!(shape(&number("/form_fields/2/value")), "0000.0");
    assert!(text("/0/first_name").chars().all(char::is_alphabetic));
}

#[test]
fn relations_survive() {
    let sent = json!([{"email": "Zelda.Quimby@acme-shoes.com", "first_name": "Zelda", "last_name": "Quimby", "company": "Quimby & Sons"}]);
    let list = |cursor: &str, next: &str| {
        json!({
            "data": [{"id": 1, "email": "zelda.quimby@acme-shoes.com", "first_name": "Zelda", "last_name": "Quimby", "company": "Quimby & Sons"},
                     {"id": 2, "email": "other@acme-shoes.com", "first_name": "Zeldo", "last_name": "Quimby", "company": "Quimby"}],
            "meta": {"cursor_pagination": {"start_cursor": cursor, "end_cursor": next, "links": {"next": format!("?limit=2&after={next}")}}},
        })
    };
    let out = scrub(
        spec(),
        vec![
            exchange(
                "POST /v3/customers",
                &sent,
                422,
                &json!({"status": 422, "title": "Failed", "errors": {"0.email": "ZELDA.QUIMBY@ACME-SHOES.COM is taken by Zelda Quimby of Quimby & Sons"}}),
            ),
            exchanged(
                "GET /v3/customers?email:in=zelda.quimby%40acme-shoes.com,other%40acme-shoes.com&name:in=Zelda%20Quimby&company:in=Quimby%20%26%20Sons&limit=2",
                200,
                list("c3RhcnQ0MTA3", "ZW5kNDEwNw=="),
            ),
            exchanged("GET /v3/customers?limit=2&after=ZW5kNDEwNw%3D%3D", 200, list("ZW5kNDEwNw==", "eyJpZCI6OX0")),
        ],
        &secrets(),
    );
    let text = |index: usize, pointer: &str| at(&out[index], pointer).as_str().unwrap().to_owned();
    let (email, first, last, company) = (
        text(0, "/request/body/0/email"),
        text(0, "/request/body/0/first_name"),
        text(0, "/request/body/0/last_name"),
        text(0, "/request/body/0/company"),
    );
    assert_eq!(text(0, "/response/body/errors/0.email"), format!("{email} is taken by {first} {last} of {company}"));
    for (field, value) in [("email", &email), ("first_name", &first), ("last_name", &last), ("company", &company)] {
        assert_eq!(&text(1, &format!("/response/body/data/0/{field}")), value);
        let differs = text(1, &format!("/response/body/data/1/{field}")) != *value;
        assert_eq!(differs, field != "last_name", "{field}");
    }
    let encode =
        |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string().replace("%2D", "-").replace("%2E", ".");
    let other = text(1, "/response/body/data/1/email");
    assert_eq!(
        text(1, "/request/query"),
        format!(
            "email:in={},{}&name:in={}&company:in={}&limit=2",
            encode(&email),
            encode(&other),
            encode(&format!("{first} {last}")),
            encode(&company)
        )
    );
    let cursor = text(1, "/response/body/meta/cursor_pagination/end_cursor");
    assert_eq!(text(2, "/response/body/meta/cursor_pagination/start_cursor"), cursor);
    assert_eq!(text(2, "/request/query"), format!("limit=2&after={}", encode(&cursor)));
    assert_eq!(
        text(1, "/response/body/meta/cursor_pagination/links/next"),
        format!("?limit=2&after={}", encode(&cursor))
    );
}

/// Scrubs everything under `recordings/`, as if it came from a store.
fn all() -> (Vec<replay::Recorded>, Vec<Recording>) {
    let all = Recordings::read(&Recordings::folder()).unwrap().all;
    let secrets = Secrets { store_hash: test_support::STORE.to_owned(), ..secrets() };
    let scrubbed = scrub(spec(), all.iter().map(|recorded| recorded.recording.clone()).collect(), &secrets);
    (all, scrubbed)
}

#[test]
fn the_spec_says_the_same_of_what_is_scrubbed() {
    let (all, scrubbed) = all();
    let [requests, responses] =
        [Direction::Request, Direction::Response].map(|direction| Schemas::new(spec(), direction).unwrap());
    let operations = spec().operations();
    let violations = |recording: &Recording, operation: &Operation<'_>| -> Vec<String> {
        let sent = recording.request.as_ref().and_then(|request| request.body.as_ref());
        let received = recording.response.body.as_ref().zip(operation.response(recording.response.status));
        let sent = sent.map(|body| requests.check(&operation.body_schema(), &body.value())).unwrap_or_default();
        let received =
            received.map(|(body, declared)| responses.check(&declared.schema(), &body.value())).unwrap_or_default();
        sent.iter().chain(&received).map(|violation| format!("{} {}", violation.pointer, violation.keyword)).collect()
    };
    let mut checked = 0;
    for (before, after) in all.iter().zip(&scrubbed) {
        let Some(operation) = operations.iter().find(|operation| {
            operation.name() == format!("{}.{}.{}", before.name.version, before.name.fragment, before.name.owner)
        }) else {
            continue;
        };
        assert_eq!(
            violations(after, operation),
            violations(&before.recording, operation),
            "{}\n{}",
            before.name,
            after.text().unwrap()
        );
        checked += 1;
    }
    assert!(checked > 100, "{checked}");
}

#[test]
fn the_same_run_gives_the_same_recordings() {
    let texts = || -> Vec<String> { all().1.iter().map(|recording| recording.text().unwrap()).collect() };
    assert_eq!(texts(), texts());
}

#[tokio::test]
async fn the_client_sends_and_understands_what_is_scrubbed() {
    let (all, scrubbed) = all();
    let (operations, http) = (spec().operations(), generated_client::HttpClient::new().unwrap());
    let mut problems = Vec::new();
    for (before, recording) in all.into_iter().zip(scrubbed) {
        // Without its request, the operation of a response is unknown, and a value that only it declares is treated as
        // data.
        if before.recording.request.is_none() {
            continue;
        }
        let owners = replay::suite::owners(&operations, &before.name).unwrap_or_default();
        let scrubbed = replay::Recorded { name: before.name, text: recording.text().unwrap(), recording };
        for operation in owners.into_iter().take(1) {
            problems.extend(replay::replay(&http, operation, &scrubbed).await);
        }
    }
    assert!(problems.is_empty(), "{}", replay::problem::list(&problems));
}
