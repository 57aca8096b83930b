//! Streams, batches and their outcomes, with something planted wherever there is room for it.

use std::sync::{Arc, Mutex};

use generated_client::test_util::{Reply, Script};
use generated_client::v3::customers::{CustomerCreate, CustomerCreateRequired, CustomerUpdate, fixtures};
use generated_client::v3::metafields::{MetafieldBatchCreate, MetafieldBatchCreateRequired, PermissionSet};
use generated_client::{Client, ItemResult, Outcome, ResumeToken};
use serde_json::json;
use test_support::STORE;

use super::shown::{Shown, assert_no_trace};
use super::{EMAIL, NAME, NOTES, PASSWORD, PHONE, TOKEN, create, options, update};

fn client(script: &Script) -> Client {
    let builder = Client::builder(STORE, TOKEN).script(script).retry(generated_client::RetryPolicy::none());
    builder.lenient(true).build().unwrap()
}

/// An outcome, and everything that can be shown of it.
fn note<I, R>(shown: &mut Shown, of: &str, outcome: &Outcome<I, R>) {
    shown.debug(of, outcome);
    shown.debug(of, &outcome.result);
    let (ItemResult::Failed(error) | ItemResult::NotAttempted(error)) = &outcome.result else { return };
    shown.debug(of, error);
    shown.debug(of, &error.problems());
    shown.text(of, error.to_string());
    shown.error(of, error);
    let long = format!("{error:#}");
    assert!(!long.contains(TOKEN) && !long.contains(PASSWORD), "{of}: {long}");
}

#[tokio::test]
async fn streams_and_their_tokens_show_no_filter_and_no_item() {
    let mut shown = Shown::default();
    let script = Script::new();
    let mut customer = fixtures::LIST.value()["data"][0].take();
    for (key, value) in [("email", EMAIL), ("first_name", NAME), ("last_name", NAME), ("notes", NOTES)] {
        customer[key] = value.into();
    }
    let cursors =
        json!({"cursor_pagination": {"count": 2, "per_page": 2, "end_cursor": EMAIL, "links": {"next": NAME}}});
    script.push_json(200, json!({"data": [customer, {"id": PHONE, "email": EMAIL}], "meta": cursors}));
    script.push_json(403, json!({"title": "No.", "detail": EMAIL}));
    let client = client(&script);
    let list = || client.v3().customers().list().email_in([EMAIL]).name_in([NAME]).phone_in([PHONE]).with(options());
    shown.debug("pages", &list().pages());
    let mut items = list().limit(2).stream().prefetch(0);
    shown.debug("items", &items);
    assert_eq!(items.try_next().await.unwrap().unwrap().email, EMAIL);
    shown.debug("items on their way", &items);
    shown.debug("a token", &items.resume_token());
    for rejected in items.take_rejected() {
        assert!(rejected.raw().get().contains(EMAIL));
        shown.debug("an item that was set aside", &rejected);
        shown.text("an item that was set aside", rejected.to_string());
    }
    shown.error("the end of a stream", &items.try_next().await.unwrap_err());
    let token = items.resume_token();
    shown.debug("a token with a cursor", &token);
    // A saved token contains the cursor, but no filter.
    let text = token.to_string();
    assert!(text.contains(EMAIL) && !text.contains(NAME) && !text.contains(PHONE), "{text}");
    let other = client.v3().addresses().list().name_in([NAME]).stream().resume(&token).collect().await;
    shown.error("a token of another list", &other.unwrap_err());
    let wrong = format!("1;v3.customers.list;{EMAIL};{TOKEN}").parse::<ResumeToken>().unwrap_err();
    shown.debug("no token", &wrong);
    shown.text("no token", wrong.to_string());
    shown.text("no token", serde_json::from_value::<ResumeToken>(json!(EMAIL)).unwrap_err().to_string());
    shown.assert_clean();
    assert_no_trace();
}

#[tokio::test]
async fn batches_and_their_outcomes_show_no_item_and_no_response() {
    let mut shown = Shown::default();
    let echo = format!("The token {TOKEN} may not set the password {PASSWORD} of {EMAIL}");
    let bad = json!({"title": "Not so.", "detail": echo, "errors": {
        "0.email": format!("{EMAIL} is taken by {NAME}, not {PASSWORD}"),
        format!("0.{PASSWORD}"): echo,
        format!("0.x\n{TOKEN}"): echo,
    }});
    let done = json!({"data": [{"id": 1, "email": EMAIL, "notes": NOTES, "tanabe": NAME}, {"id": EMAIL}], "meta": {}});

    // Refused by name, with the rest of its call; done; refused for good, and not attempted.
    let script = Script::new();
    for reply in [
        Reply::new(422).json(&bad),
        Reply::new(200).json(&done),
        Reply::new(401).json(json!({"title": "No.", "detail": echo, "errors": {"0": echo}})),
    ] {
        script.push(reply);
    }
    let client = client(&script);
    let customers = client.v3().customers();
    let invalid =
        CustomerCreate::new(CustomerCreateRequired { email: EMAIL, first_name: "", last_name: NAME }).phone(PHONE);
    let items = vec![create(), create(), create(), invalid, create()];
    let mut batches = customers.create_batches(items).batch_size(2).concurrency(1);
    shown.debug("a batch", &batches);
    let mut seen = String::new();
    while let Some(outcome) = batches.next().await {
        shown.debug("a batch on its way", &batches);
        note(&mut shown, &format!("the outcome {}", outcome.index), &outcome);
        seen += match outcome.result {
            ItemResult::Done(_) => "d",
            ItemResult::Failed(_) => "f",
            ItemResult::NotAttempted(_) => "n",
        };
        assert_eq!(outcome.item.email, EMAIL, "the item comes back");
        let texts: Vec<_> = outcome.error().iter().flat_map(|it| it.problems()).map(|it| it.text.clone()).collect();
        if outcome.index == 0 {
            let problems = outcome.error().unwrap().problems();
            let fields: Vec<_> = problems.iter().map(|problem| problem.field.as_str()).collect();
            // By accessor, the API's own words without personal data.
            assert!(fields.contains(&"***") && fields.contains(&"x ***") && fields.contains(&"email"), "{fields:?}");
            assert!(texts.iter().any(|text| text.contains("is taken by Tanabe, not ***")), "{texts:?}");
        }
        assert!(!texts.concat().contains(TOKEN) && !texts.concat().contains(PASSWORD), "{texts:?}");
    }
    assert_eq!((seen.chars().filter(|it| *it == 'd').count(), seen.len(), script.remaining()), (1, 5, 0), "{seen}");
    let sent = script.requests().into_iter().map(|request| String::from_utf8_lossy(request.body()).into_owned());
    assert!(sent.collect::<String>().contains(PASSWORD), "it was there to be seen");
    shown.assert_clean();

    shown.debug("an update", &customers.update_batches([update()]));
    shown.debug("an update", &customers.update_batches(vec![CustomerUpdate::new(1).email(EMAIL)]).isolate(false));
    shown.assert_clean();
    assert_no_trace();
}

#[tokio::test]
async fn partial_successes_and_reports_of_drift_show_no_value() {
    let mut shown = Shown::default();
    let script = Script::new();
    let reported = Arc::new(Mutex::new(Vec::new()));
    let sink = Arc::clone(&reported);
    let builder = Client::builder(STORE, TOKEN).script(&script).lenient(true);
    let builder = builder.on_drift(move |report| {
        let drift = report.drift().iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        sink.lock().unwrap().push(format!("{report:?} {report:#?} {drift}"));
    });
    let client = builder.build().unwrap();
    let body = || {
        let made = json!({"id": 7, "key": NAME, "value": NOTES, "namespace": EMAIL, "resource_id": 1, "x": NAME});
        let wrong = json!({"id": EMAIL, "key": NAME, "resource_id": 3, "namespace": EMAIL, "value": PHONE});
        let errors = json!([{"status": 422, "title": "No.", "errors": {"1": format!("{EMAIL} {TOKEN}")}}]);
        json!({"data": [made, wrong], "errors": errors, "meta": {"total": 3, "success": 2, "failed": 1}})
    };
    let items = || {
        [1, 2, 3].map(|customer| {
            MetafieldBatchCreate::new(MetafieldBatchCreateRequired {
                resource_id: customer,
                permission_set: PermissionSet::Read,
                namespace: EMAIL,
                key: NAME,
                value: NOTES,
            })
        })
    };
    script.push_json(422, body());
    let response = client.v3().metafields().create_batch(items()).await.unwrap();
    shown.debug("a partial success", &response);
    shown.debug("a partial success", &*response);
    assert_eq!((response.done()[0].namespace.as_deref(), response.rejected().len()), (Some(EMAIL), 1));
    script.push_json(422, body());
    let outcomes = client.v3().metafields().create_batches(items()).collect().await;
    outcomes.iter().for_each(|outcome| note(&mut shown, "a metafield", outcome));
    assert!(outcomes[0].is_done() && outcomes[2].is_done() && outcomes[1].error().is_some());

    let reported = std::mem::take(&mut *reported.lock().unwrap());
    assert_eq!(reported.len(), 2);
    for report in reported {
        assert!(report.contains("RejectedItem") || report.contains("set aside"), "{report}");
        shown.text("a report of drift", report);
    }
    shown.assert_clean();
    assert_no_trace();
}
