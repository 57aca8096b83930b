//! Partial successes whose response is lost, and retried calls of a batch.

use generated_client::test_util::{Failure, Reply, Script};
use generated_client::v3::customers::{CustomerCreate, CustomerCreateRequired, CustomerUpdate};
use generated_client::v3::metafields::{MetafieldBatchCreate, MetafieldBatchCreateRequired, PermissionSet};
use generated_client::{Client, ErrorKind, ItemResult, Outcome, Pacing};
use mock_store::{Fault, FaultKind};
use serde_json::json;

fn metafield(customer: i64, key: &str) -> MetafieldBatchCreate {
    MetafieldBatchCreate::new(MetafieldBatchCreateRequired {
        resource_id: customer,
        permission_set: PermissionSet::Read,
        namespace: "crm",
        key,
        value: "value",
    })
}

/// The second item of three is refused, with 422, and the others are written.
#[tokio::test(start_paused = true)]
async fn the_head_of_a_refusal_in_part_does_not_say_that_nothing_was_done() {
    for (kind, expected, error_kind) in [
        (FaultKind::ResetDuringBody, "?", ErrorKind::Transport),
        (FaultKind::StalledBody(super::NEVER), "?", ErrorKind::Timeout),
        (FaultKind::TruncatedJson, "?", ErrorKind::Api),
        (FaultKind::WrongType, "?", ErrorKind::Api),
        // Complete responses that report nothing as done.
        (FaultKind::Status(422), "", ErrorKind::Api),
        (FaultKind::Status(409), "", ErrorKind::Api),
    ] {
        let store = super::store().await;
        let client = store.builder().timeout(super::TIMEOUT).build().unwrap();
        let items = || [metafield(1, "a"), metafield(99, "b"), metafield(2, "c")];
        store.fault(Fault::new(kind.clone()));
        let error = client.v3().metafields().create_batch(items()).await.unwrap_err();
        let is_indeterminate = expected == "?";
        assert_eq!((error.may_have_taken_effect(), error.kind()), (is_indeterminate, error_kind), "{kind:?}: {error}");
        assert_eq!(store.writes() > 0, is_indeterminate, "{kind:?}");

        let store = super::store().await;
        let client = store.builder().timeout(super::TIMEOUT).build().unwrap();
        store.fault(Fault::new(kind.clone()));
        let outcomes = client.v3().metafields().create_batches(items()).collect().await;
        for outcome in &outcomes {
            let ItemResult::Failed(error) = &outcome.result else { panic!("{kind:?}: {outcome:?}") };
            assert_eq!(error.may_have_taken_effect(), is_indeterminate, "{kind:?}");
        }
        assert_eq!((outcomes.len(), store.writes()), (3, if is_indeterminate { 2 } else { 0 }));
    }
}

/// The scripted response to a batch of changes: none, a success, or a refusal that may name an item by its index.
enum Step {
    Lost,
    Done,
    Refused(u16, Option<usize>),
}

/// An idempotent call whose first attempt was lost, and whose second one is refused because of an item: the others are
/// sent again without it. The outcome of an item stays indeterminate until one of its calls succeeds.
#[tokio::test(start_paused = true)]
async fn after_a_lost_response_a_refused_call_is_sent_again_without_the_bad_item() {
    use Step::{Done, Lost, Refused};
    // The steps, whether items are isolated, and the outcomes of four items: done, failed, or failed and indeterminate.
    for (steps, isolate, expected) in [
        (&[Lost, Refused(422, Some(2)), Done][..], true, "dd?d"),
        (&[Lost, Refused(422, None), Done, Refused(422, None), Refused(422, None), Done], true, "dd?d"),
        (&[Lost, Refused(422, Some(2)), Refused(422, Some(0)), Done], true, "?d?d"),
        (&[Lost, Refused(413, None), Done, Done], true, "dddd"),
        // Neither a later refusal nor the end of further calls settles what the first attempt did.
        (&[Lost, Refused(422, Some(2)), Refused(403, None)], true, "????"),
        (&[Lost, Refused(422, None), Refused(403, None)], true, "????"),
        (&[Lost, Refused(422, Some(2))], false, "????"),
        (&[Lost, Refused(422, None)], false, "????"),
        // Without a lost attempt the outcome is certain.
        (&[Refused(422, Some(2)), Refused(403, None)], true, "ffff"),
        (&[Refused(422, Some(2))], false, "nnfn"),
    ] {
        let script = Script::new();
        for step in steps {
            match step {
                Lost => script.push_failure(Failure::NoResponse),
                // A response may leave out items that are done.
                Done => script.push_json(200, json!({"data": [], "meta": {}})),
                Refused(status, named) => {
                    let errors = named.map(|index| (format!("{index}.notes"), json!("no")));
                    let errors: serde_json::Map<_, _> = errors.into_iter().collect();
                    script.push_json(*status, json!({"status": status, "title": "No.", "errors": errors}));
                }
            }
        }
        let items = (1..=4).map(|id| CustomerUpdate::new(id).notes("changed"));
        let client = Client::builder("store", "token").script(&script).pacing(Pacing::off()).build().unwrap();
        let outcomes = client.v3().customers().update_batches(items).isolate(isolate).collect().await;
        let letter = |outcome: &Outcome<_, _>| match &outcome.result {
            ItemResult::Done(_) => 'd',
            ItemResult::NotAttempted(error) => {
                assert!(!error.may_have_taken_effect(), "nothing happened to it");
                'n'
            }
            ItemResult::Failed(error) if error.may_have_taken_effect() => '?',
            ItemResult::Failed(_) => 'f',
        };
        let seen: String = outcomes.iter().map(letter).collect();
        assert_eq!((seen.as_str(), script.remaining()), (expected, 0), "isolate {isolate}, {} steps", steps.len());
        // The named items get the refusal.
        if let [Lost, Refused(_, Some(index)), ..] = steps {
            assert_eq!(outcomes[*index].error().unwrap().problems().len(), 1);
        }
    }
    // A call that is not idempotent is never sent again.
    let script = Script::new();
    script.push_failure(Failure::NoResponse);
    let client = Client::builder("store", "token").script(&script).pacing(Pacing::off()).build().unwrap();
    let items = (1..=4).map(|id| {
        CustomerCreate::new(CustomerCreateRequired {
            email: &format!("{id}@example.org"),
            first_name: "A",
            last_name: "B",
        })
    });
    let outcomes = client.v3().customers().create_batches(items).collect().await;
    assert_eq!((outcomes.len(), script.requests().len()), (4, 1));
}

#[tokio::test(start_paused = true)]
async fn what_a_list_in_part_leaves_open_stays_indeterminate() {
    // Only what the last response refuses has failed.
    let script = Script::new();
    script.push_failure(Failure::NoResponse);
    let errors = json!([{"status": 422, "title": "No.", "errors": {"0": "there is no such metafield"}}]);
    let meta = json!({"total": 2, "success": 1, "failed": 1});
    script.push(Reply::new(422).json(json!({"data": [8], "errors": errors, "meta": meta})));
    let client = Client::builder("store", "token").script(&script).pacing(Pacing::off()).build().unwrap();
    let outcomes = client.v3().metafields().delete_batches([7, 8]).collect().await;
    assert!(outcomes[0].error().unwrap().may_have_taken_effect() && outcomes[1].is_done());
}
