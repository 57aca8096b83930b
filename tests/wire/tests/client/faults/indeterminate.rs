//! Whether a call may have taken effect after several faults: an indeterminate attempt stays indeterminate, whatever
//! later attempts return.

#![expect(deprecated, reason = "version 2 deletes one customer by a path")]

use std::time::Duration;

use generated_client::{CallOptions, ErrorKind, RetryPolicy};
use mock_store::{Fault, FaultKind, RetryHint, StoreHandle};
use tokio::time::Instant;

use super::calls::{Method, call};
use super::{NEVER, TIMEOUT, store};

async fn with_faults(faults: impl IntoIterator<Item = Fault>) -> StoreHandle {
    let store = store().await;
    faults.into_iter().for_each(|fault| store.fault(fault));
    store
}

#[tokio::test(start_paused = true)]
async fn a_refusal_does_not_settle_what_an_earlier_attempt_left_open() {
    let lost = || Fault::new(FaultKind::ResetBeforeResponse { applied: true });
    let refused = || Fault::new(FaultKind::TooManyRequests(RetryHint::Bare)).nth(2).always();
    for (method, expected, writes) in [
        (Method::Get, "429", 0),
        (Method::Put, "429?", 1),
        (Method::Post, "Transport?", 1),
        (Method::Delete, "429?", 1),
    ] {
        let store = with_faults([lost(), refused()]).await;
        let seen = call(&store.client(), method).await;
        assert_eq!((seen.to_string().as_str(), method.written(&store)), (expected, writes), "{method:?}");
    }
    // In the reverse order, nothing happened until the response was lost.
    let refused_first = [Fault::new(FaultKind::TooManyRequests(RetryHint::Bare)), lost().nth(2)];
    let store = with_faults(refused_first).await;
    let seen = call(&store.client(), Method::Post).await;
    assert_eq!((seen.to_string().as_str(), Method::Post.written(&store)), ("Transport?", 1));
    assert_eq!(store.counters().requests, 2);
}

/// The second attempt finds nothing to delete, because the first one took effect.
#[tokio::test(start_paused = true)]
async fn a_repeated_deletion_that_finds_nothing_says_that_it_may_be_its_own_doing() {
    for (faults, is_indeterminate) in [(1, true), (0, false)] {
        let store = store().await;
        let client = store.client();
        if faults == 0 {
            assert_eq!(store.call("DELETE", "/v3/customers?id:in=3", None).0, 204);
        } else {
            store.fault(Fault::new(FaultKind::ResetBeforeResponse { applied: true }));
        }
        let error = client.v2().customers().delete(3).await.unwrap_err();
        assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Api, 404));
        assert_eq!(error.may_have_taken_effect(), is_indeterminate);
        assert!(store.customer(3).is_none());
    }
}

/// The deadline of a call: an attempt in flight may have taken effect, one that was never sent has not.
#[tokio::test(start_paused = true)]
async fn a_deadline_tells_waiting_from_working() {
    let short = || CallOptions::new().total_timeout(Duration::from_secs(2));
    let store = store().await;
    let client = store.builder().timeout(TIMEOUT).build().unwrap();
    let customers = client.v3().customers();

    store.fault(Fault::new(FaultKind::StalledHead(NEVER)));
    let error = customers.delete([1]).with(short()).await.unwrap_err();
    assert_eq!((error.kind(), error.may_have_taken_effect()), (ErrorKind::Timeout, true));
    assert_eq!(store.written("v3.customers.delete", 1), 1);

    // The window is used up, and the next call waits for its end.
    customers.list().await.unwrap();
    store.fault(Fault::new(FaultKind::TooManyRequests(RetryHint::Window(Duration::from_secs(20)))));
    let once = CallOptions::new().retry(RetryPolicy::none());
    customers.list().with(once).await.unwrap_err();
    let before = store.counters().requests;
    let began = Instant::now();
    let error = customers.delete([2]).with(short()).await.unwrap_err();
    assert_eq!((error.kind(), error.may_have_taken_effect()), (ErrorKind::RateLimit, false));
    assert_eq!(began.elapsed(), Duration::ZERO, "it is certain at once");
    assert!(error.retry_after().is_some_and(|wait| wait > Duration::from_secs(19) && wait <= Duration::from_secs(20)));
    assert!(error.to_string().ends_with("which is past its deadline; nothing was sent"), "{error}");
    assert_eq!((store.counters().requests, store.customer(2).is_some()), (before, true), "it was never sent");
}

/// A call that was cancelled is not sent any more.
#[tokio::test(start_paused = true)]
async fn a_call_that_is_dropped_stops() {
    let store = with_faults([Fault::new(FaultKind::Status(500)).always()]).await;
    let policy = RetryPolicy::new().base_delay(TIMEOUT).attempts(9);
    let client = store.builder().retry(policy).build().unwrap();
    for method in Method::ALL {
        // Long enough for the first response, too short for most second attempts.
        let _ = tokio::time::timeout(Duration::from_millis(1), call(&client, method)).await;
    }
    let before = store.counters().requests;
    tokio::time::sleep(NEVER).await;
    assert_eq!((store.counters().requests, store.counters().in_flight.now), (before, 0));
}
