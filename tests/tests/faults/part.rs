//! Lists of which only a part is carried out, when the answer that says so is lost; and calls of a batch that are tried
//! again.

use generated_client::test_util::{Failure, Reply, Script};
use generated_client::v3::customers::CustomerUpdate;
use generated_client::v3::metafields::{MetafieldBatchCreate, PermissionSet};
use generated_client::{Client, ErrorKind, ItemResult, Pacing};
use serde_json::json;
use tests::store::{Fault, FaultKind};

fn metafield(customer: i64, key: &str) -> MetafieldBatchCreate {
    MetafieldBatchCreate::new(customer, PermissionSet::Read, "crm", key, "value")
}

/// The second item of three is refused, with 422, and the others are written.
#[tokio::test(start_paused = true)]
async fn the_head_of_a_refusal_in_part_does_not_say_that_nothing_was_done() {
    for (kind, expected, error_kind) in [
        (FaultKind::ResetDuringBody, "?", ErrorKind::Transport),
        (FaultKind::StalledBody(super::NEVER), "?", ErrorKind::Timeout),
        (FaultKind::TruncatedJson, "?", ErrorKind::Api),
        (FaultKind::WrongType, "?", ErrorKind::Api),
        // Whole answers that tell of nothing done.
        (FaultKind::Status(422), "", ErrorKind::Api),
        (FaultKind::Status(409), "", ErrorKind::Api),
    ] {
        let store = super::store().await;
        let client = store.builder().timeout(super::TIMEOUT).build().unwrap();
        let items = || [metafield(1, "a"), metafield(99, "b"), metafield(2, "c")];
        store.fault(Fault::new(kind.clone()));
        let error = client.v3().metafields().create_batch(items()).await.unwrap_err();
        let in_doubt = expected == "?";
        assert_eq!((error.may_have_been_carried_out(), error.kind()), (in_doubt, error_kind), "{kind:?}: {error}");
        assert_eq!(store.writes() > 0, in_doubt, "{kind:?}");

        let store = super::store().await;
        let client = store.builder().timeout(super::TIMEOUT).build().unwrap();
        store.fault(Fault::new(kind.clone()));
        let outcomes = client.v3().metafields().create_batches(items()).collect().await;
        for outcome in &outcomes {
            let ItemResult::Failed(error) = &outcome.result else { panic!("{kind:?}: {outcome:?}") };
            assert_eq!(error.may_have_been_carried_out(), in_doubt, "{kind:?}");
        }
        assert_eq!((outcomes.len(), store.writes()), (3, if in_doubt { 2 } else { 0 }));
    }
}

/// The first attempt was carried out and its answer lost, the second is refused because of an item: what the first one
/// did is not known, of any item.
#[tokio::test(start_paused = true)]
async fn a_refusal_after_a_lost_answer_leaves_every_item_in_doubt() {
    let items = || (1..=4).map(|id| CustomerUpdate::new(id).notes("changed"));
    for isolate in [true, false] {
        for named in [true, false] {
            let script = Script::new();
            script.push_failure(Failure::NoAnswer);
            let errors = if named { json!({"2.notes": "no"}) } else { json!({}) };
            script.push_json(422, json!({"status": 422, "title": "No.", "errors": errors}));
            let client = Client::builder("store", "token").script(&script).pacing(Pacing::off()).build().unwrap();
            let outcomes = client.v3().customers().update_batches(items()).isolate(isolate).collect().await;
            for outcome in &outcomes {
                let ItemResult::Failed(error) = &outcome.result else { panic!("{isolate} {named}: {outcome:?}") };
                assert!(error.may_have_been_carried_out(), "{isolate} {named}");
                assert_eq!(error.problems().len(), usize::from(named && outcome.index == 2));
            }
            assert_eq!((outcomes.len(), script.requests().len(), script.remaining()), (4, 2, 0));
        }
    }
    // The same of a list that is carried out in part: of what the last answer refuses, and of nothing else.
    let script = Script::new();
    script.push_failure(Failure::NoAnswer);
    let errors = json!([{"status": 422, "title": "No.", "errors": {"0": "there is no such metafield"}}]);
    let meta = json!({"total": 2, "success": 1, "failed": 1});
    script.push(Reply::new(422).json(json!({"data": [8], "errors": errors, "meta": meta})));
    let client = Client::builder("store", "token").script(&script).pacing(Pacing::off()).build().unwrap();
    let outcomes = client.v3().metafields().delete_batches([7, 8]).collect().await;
    assert!(outcomes[0].error().unwrap().may_have_been_carried_out() && outcomes[1].is_done());
}
