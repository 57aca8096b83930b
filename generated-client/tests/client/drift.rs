//! What the specification does not know is told: with the operation and the place, and nothing personal.

use std::sync::{Arc, Mutex};

use generated_client::{
    Client, Drift, DriftKind, Error, Response,
    test_util::{Reply, Script},
    v2, v3,
    v3::customers::CustomerUpdate,
};
use serde_json::{Value, json};

#[derive(Clone, Copy, Debug)]
enum Call {
    /// A page of customers: 200.
    Get,
    /// A change of customers: 200.
    Put,
    /// No body: 204.
    Delete,
    /// A bare list: 200 or 204.
    List,
    /// Several successes: 200 or 207.
    Upsert,
}

/// The drift that the caller sees, on a success or an error.
async fn make(client: &Client, call: Call) -> Vec<Drift> {
    fn seen<T, E: Into<Error>>(outcome: Result<Response<T>, E>) -> Vec<Drift> {
        match outcome {
            Ok(answer) => answer.drift().to_vec(),
            Err(error) => error.into().drift().to_vec(),
        }
    }
    let customers = client.v3().customers();
    match call {
        Call::Get => seen(customers.list().await),
        Call::Put => seen(customers.update([CustomerUpdate::new(4107)]).await),
        Call::Delete => seen(customers.delete([4107]).await),
        Call::List => seen(client.v2().customer_groups().list().await),
        Call::Upsert => {
            let change = v2::customer_groups::CustomerGroupUpdate::new().name("Potters");
            seen(client.v2().customer_groups().update(3, change).await)
        }
    }
}

/// What a callback was told: operation, status, request id, drift.
type Told = Arc<Mutex<Vec<String>>>;

fn client(script: &Script, told: &Told) -> Client {
    let told = Arc::clone(told);
    let tell = move |report: &generated_client::DriftReport<'_>| {
        let drift: Vec<_> = report.drift().iter().map(ToString::to_string).collect();
        let (operation, status, id) =
            (report.operation(), report.status().as_u16(), report.request_id().unwrap_or("-"));
        told.lock().unwrap().push(format!("{operation} {status} {id} {}", drift.join("; ")));
    };
    Client::builder("k7qd2m", "hush-token").script(script).on_drift(tell).build().unwrap()
}

/// The example of a page of customers, with another value at a place.
fn page(parent: &str, key: &str, value: Value) -> Reply {
    let mut page = v3::customers::fixtures::LIST.value();
    page.pointer_mut(parent).unwrap()[key] = value;
    Reply::new(200).json(page)
}

fn problem(status: u16) -> Reply {
    let errors = json!({ "noor@example.org": "taken" });
    Reply::new(status).json(json!({ "status": status, "title": "No", "errors": errors }))
}

#[tokio::test(start_paused = true)]
async fn an_answer_is_told_of_once_and_only_if_there_is_something() {
    use Call::{Delete, Get, List, Put, Upsert};
    let updated = || Reply::from(v3::customers::fixtures::UPDATE);
    let strange = json!({ "status": 422, "title": "No", "hint": "noor@example.org", "errors": { "noor": "taken" } });
    let group = v2::customer_groups::fixtures::UPDATE_OK;
    let mut list = vec![group.value(), group.value()];
    list[1]["discount_rules"] = json!([{ "type": "all", "method": "noor", "amount": "1" }, { "type": "noor" }]);
    let cases = [
        // Clean answers, and refusals that are declared.
        (Get, v3::customers::fixtures::LIST.into(), ""),
        (Put, updated(), ""),
        (Delete, Reply::new(204), ""),
        (List, Reply::new(204), ""),
        (List, v2::customer_groups::fixtures::LIST.into(), ""),
        (Upsert, v2::customer_groups::fixtures::UPDATE_MULTI_STATUS.into(), ""),
        (Get, problem(422), ""),
        (Put, problem(413), ""),
        (Get, Reply::new(504).text("<html>noor@example.org</html>"), ""),
        (Get, problem(599), ""),
        // In bodies.
        (
            Get,
            page("/data/0", "loyalty/tier", json!("noor")).header("x-request-id", "r7"),
            r#"v3.customers.list 200 r7 Customer: unknown field "<key>" at /data/0/<key>"#,
        ),
        (
            Get,
            page("/data/0/addresses/0", "address_type", json!("noor@example.org")),
            "v3.customers.list 200 - AddressType: unknown value at /data/0/addresses/0/address_type",
        ),
        (
            List,
            Reply::new(200).json(list),
            "v2.customer_groups.list 200 - DiscountMethod: unknown value at /1/discount_rules/0/method; \
             DiscountRule: unknown shape at /1/discount_rules/1",
        ),
        (Put, Reply::new(422).json(strange), r#"v3.customers.update 422 - Problem: unknown field "hint" at /hint"#),
        // What does not decode has said what it could before.
        (
            Get,
            Reply::new(200).text(r#"{"more":1,"data":[{"noor@example.org":1,"id":"noor"}]}"#),
            r#"v3.customers.list 200 - CustomerPage: unknown field "more" at /more; "#,
        ),
        // Statuses.
        (Get, problem(418), "v3.customers.list 418 - v3.customers.list: undeclared status 418"),
        (Put, problem(418), "v3.customers.update 418 - v3.customers.update: undeclared status 418"),
        (Get, problem(413), "v3.customers.list 413 - v3.customers.list: undeclared status 413"),
        (Get, Reply::new(302), "v3.customers.list 302 - v3.customers.list: undeclared status 302"),
        (
            Get,
            Reply::new(206).json(v3::customers::fixtures::LIST.value()),
            "v3.customers.list 206 - v3.customers.list: undeclared status 206",
        ),
        (Put, Reply::new(202).text("accepted"), "v3.customers.update 202 - v3.customers.update: undeclared status 202"),
        (Delete, Reply::new(200), "v3.customers.delete 200 - v3.customers.delete: undeclared status 200"),
        (List, Reply::new(205), "v2.customer_groups.list 205 - v2.customer_groups.list: undeclared status 205"),
        (
            Upsert,
            Reply::new(201).json(group.value()),
            "v2.customer_groups.update 201 - v2.customer_groups.update: undeclared status 201",
        ),
    ];
    for (call, reply, expected) in cases {
        let (script, told) = (Script::new(), Told::default());
        // What an attempt brings that is followed by another one does not count.
        script.push(problem(429));
        script.push(reply.clone());
        script.push(reply.clone());
        script.push(reply);
        let seen = make(&client(&script, &told), call).await;
        let told = std::mem::take(&mut *told.lock().unwrap());
        match expected.strip_suffix("; ") {
            None if expected.is_empty() => assert_eq!((told, seen), (vec![], vec![])),
            Some(begin) => assert!(told.len() == 1 && told[0].starts_with(begin), "{told:?}"),
            None => {
                assert_eq!(told, [expected], "{call:?}");
                let seen: Vec<_> = seen.iter().map(ToString::to_string).collect();
                assert!(told[0].ends_with(&seen.join("; ")), "{seen:?}");
            }
        }
    }
}

#[tokio::test]
async fn a_status_is_in_no_body() {
    let script = Script::new();
    script.push(problem(418));
    let [drift] = &make(&client(&script, &Told::default()), Call::Put).await[..] else { panic!() };
    assert_eq!((drift.kind(), drift.text(), drift.pointer()), (DriftKind::UndeclaredStatus, "418", None));
    assert_eq!(format!("{drift:?}"), "Drift(v3.customers.update: undeclared status 418)");
}

#[tokio::test]
async fn no_value_and_no_key_of_somebodys_choice_is_shown() {
    let script = Script::new();
    let shown = Arc::new(Mutex::new(String::new()));
    let sink = Arc::clone(&shown);
    let builder = Client::builder("k7qd2m", "hush-token").script(&script);
    let client = builder.on_drift(move |report| *sink.lock().unwrap() += &format!("{report:?}")).build().unwrap();
    let mut reply = v3::customers::fixtures::LIST.value();
    reply["data"][0]["addresses"][0]["address_type"] = "noor@example.org".into();
    reply["data"][0]["form_fields"] = json!([{ "customer_id": 1, "name": "noor", "value": { "noor": "noor" } }]);
    script.push_json(200, reply);
    let drift = make(&client, Call::Get).await;
    assert_eq!(drift.len(), 2);
    let shown = format!("{} {drift:?} {client:?}", shown.lock().unwrap());
    assert!(!shown.contains("noor") && !shown.contains("hush-token"), "{shown}");
    assert!(
        shown.contains(r#"DriftReport { operation: "v3.customers.list", status: 200, request_id: None"#),
        "{shown}"
    );
    let texts: Vec<_> = drift.iter().map(Drift::text).collect();
    assert!(texts.contains(&"noor@example.org"), "{texts:?}");
}

#[tokio::test]
async fn clones_tell_the_same_and_the_last_callback_counts() {
    let (script, told) = (Script::new(), Told::default());
    let sink = Arc::clone(&told);
    let builder = Client::builder("k7qd2m", "hush-token").script(&script).on_drift(|_| panic!("it was replaced"));
    let client = builder.on_drift(move |report| sink.lock().unwrap().push(report.operation().to_owned()));
    let client = client.build().unwrap();
    script.push(problem(418));
    script.push(problem(418));
    make(&client, Call::Get).await;
    make(&client.clone(), Call::Put).await;
    assert_eq!(*told.lock().unwrap(), ["v3.customers.list", "v3.customers.update"]);
}

#[tokio::test]
async fn a_panic_is_one_of_the_task_that_awaits_and_does_no_harm() {
    let script = Script::new();
    let builder = Client::builder("k7qd2m", "hush-token").script(&script);
    let client = builder.on_drift(|report| assert_ne!(report.operation(), "v3.customers.list")).build().unwrap();
    for _ in 0..3 {
        script.push(page("/data/0", "loyalty", json!(1)));
        let other = client.clone();
        let lost = tokio::spawn(async move { make(&other, Call::Get).await }).await.unwrap_err();
        assert!(lost.is_panic());
        // The same client on the same thread.
        script.push_fixture(&v3::customers::fixtures::UPDATE);
        assert_eq!(make(&client, Call::Put).await, []);
        script.push(problem(418));
        assert_eq!(make(&client, Call::Put).await.len(), 1);
    }
}
