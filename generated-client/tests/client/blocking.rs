//! Calls that block their thread: what `.await` gives, and an error where a thread must not be blocked.

use std::{collections::BTreeSet, sync::Mutex, thread, time::Duration};

use generated_client::{
    CallOptions, Client, Error, ErrorKind, Layer, LayerFuture, Next, RetryPolicy,
    reqwest::{Method, Request},
    test_util::{Failure, Reply, Script},
    v3::common::Problem,
    v3::customers::{CustomerUpdate, fixtures},
};
use serde_json::{Value, json};
use tokio::runtime::Builder;

fn client(script: &Script) -> Client {
    Client::builder("k7qd2m", "hush-token").script(script).build().unwrap()
}

#[track_caller]
fn refused(error: &Error) {
    let problem = "this would block a thread of an async runtime: use `.await` instead of `.wait()` there";
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert_eq!(error.to_string(), format!("v3.customers.list was not sent: {problem}"));
}

#[test]
fn a_call_is_waited_for() {
    let script = Script::new();
    script.push_fixture(&fixtures::LIST);
    script.push_fixture(&fixtures::LIST);
    script.push_json(200, json!({ "data": [] }));
    script.push_json(200, json!({ "data": [7] }));
    // It is tried again, too.
    script.push_failure(Failure::Connect);
    script.push(Reply::new(422).json(json!({ "status": 422, "title": "No.", "errors": { "0.id": "gone" } })));
    let client = client(&script);
    let customers = client.v3().customers();
    assert_eq!(*customers.list().id_in([4107]).wait().unwrap(), fixtures::LIST.decode().unwrap());
    assert!(customers.get(4107).wait().unwrap().is_some());
    assert_eq!(client.v3().raw(Method::GET, "/brands").wait().unwrap().get(), r#"{"data":[]}"#);
    assert_eq!(client.v3().raw(Method::GET, "/brands").fetch::<Value>().wait().unwrap()["data"][0], 7);
    let retry = CallOptions::new().retry(RetryPolicy::new().base_delay(Duration::from_millis(1)));
    let error = customers.update([CustomerUpdate::new(4)]).with(retry).wait().unwrap_err();
    assert!(error.api::<Problem>().is_some(), "{error:?}");
    assert_eq!(error.field_keys(), ["0.id"]);
    assert!(script.is_exhausted());
    assert_eq!(script.requests().len(), 6);
}

#[test]
fn time_runs_while_a_thread_waits() {
    let script = Script::new();
    script.push(Reply::new(200).delay(Duration::from_secs(3600)));
    let options = CallOptions::new().total_timeout(Duration::from_millis(1));
    let error = client(&script).v3().customers().list().with(options).wait().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
}

#[test]
fn threads_wait_at_the_same_time() {
    let script = Script::new();
    const CALLS: u64 = 50;
    for _ in 0..4 * CALLS {
        script.push_fixture(&fixtures::LIST);
    }
    // One call at a time: the threads wait for each other, too.
    let client = Client::builder("k7qd2m", "hush-token").script(&script).max_concurrency(1).build().unwrap();
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..CALLS {
                    client.v3().customers().list().wait().unwrap();
                }
            });
        }
    });
    assert!(script.is_exhausted());
}

#[test]
fn inside_a_runtime_a_call_is_not_sent() {
    let script = Script::new();
    let client = client(&script);
    let wait = || client.v3().customers().list().wait().unwrap_err();
    let kept = client.clone();
    let wait_elsewhere = move || kept.v3().customers().list().wait().unwrap_err();
    for mut builder in [Builder::new_current_thread(), Builder::new_multi_thread()] {
        let runtime = builder.enable_all().build().unwrap();
        runtime.block_on(async {
            refused(&wait());
            let wait = wait_elsewhere.clone();
            refused(&tokio::spawn(async move { wait() }).await.unwrap());
            refused(&tokio::task::spawn_blocking(wait_elsewhere.clone()).await.unwrap());
            // The runtime is none the worse for it.
            let left = script.requests().len();
            script.push_fixture(&fixtures::LIST);
            client.v3().customers().list().await.unwrap();
            assert_eq!(script.requests().len(), left + 1);
        });
        let _guard = runtime.enter();
        refused(&wait());
    }
    assert_eq!(script.requests().len(), 2);
    // Nor is the thread.
    script.push_fixture(&fixtures::LIST);
    client.v3().customers().list().wait().unwrap();
}

/// Waits for a call inside of a call.
struct Nested(Client, Mutex<Option<Error>>);

impl Layer for &'static Nested {
    fn call<'a>(&'a self, request: Request, next: Next<'a>) -> LayerFuture<'a> {
        *self.1.lock().unwrap() = self.0.v3().customers().list().wait().err();
        next.run(request)
    }
}

#[test]
fn a_call_within_a_call_does_not_wait_for_itself() {
    let script = Script::new();
    script.push_fixture(&fixtures::LIST);
    let nested: &'static Nested = Box::leak(Box::new(Nested(client(&Script::new()), Mutex::new(None))));
    let client = Client::builder("k7qd2m", "hush-token").script(&script).layer(nested).build().unwrap();
    client.v3().customers().list().wait().unwrap();
    refused(nested.1.lock().unwrap().as_ref().unwrap());
}

/// A layer that keeps the names of the threads on which it is called.
#[derive(Default)]
struct Threads(Mutex<BTreeSet<Option<String>>>);

impl Layer for &'static Threads {
    fn call<'a>(&'a self, request: Request, next: Next<'a>) -> LayerFuture<'a> {
        self.0.lock().unwrap().insert(thread::current().name().map(str::to_owned));
        next.run(request)
    }
}

#[test]
fn a_call_runs_on_the_thread_that_waits() {
    let script = Script::new();
    script.push_fixture(&fixtures::LIST);
    let threads: &'static Threads = Box::leak(Box::default());
    let client = Client::builder("k7qd2m", "hush-token").script(&script).layer(threads).build().unwrap();
    thread::Builder::new()
        .name("caller".to_owned())
        .spawn(move || client.v3().customers().list().wait().unwrap())
        .unwrap()
        .join()
        .unwrap();
    assert_eq!(*threads.0.lock().unwrap(), BTreeSet::from([Some("caller".to_owned())]));
}

#[test]
fn streams_are_iterators() {
    let script = Script::new();
    let values = |ids: &[i64], page: i64| {
        let value = |id: &i64| json!({ "id": id, "attribute_id": 1, "attribute_value": "x", "customer_id": id });
        let data: Vec<Value> = ids.iter().map(value).collect();
        let pagination =
            json!({ "total": 3, "count": ids.len(), "per_page": 2, "current_page": page, "total_pages": 2 });
        json!({ "data": data, "meta": { "pagination": pagination } })
    };
    let client = client(&script);
    let list = || client.v3().attribute_values().list().limit(2);
    for _ in 0..2 {
        script.push_json(200, values(&[4, 5], 1));
        script.push_json(200, values(&[6], 2));
    }
    let mut items = list().stream().wait();
    assert_eq!(items.next().unwrap().unwrap().id, 4);
    assert!(items.resume_token().to_string().ends_with(";1;first"));
    assert_eq!(items.map(|item| item.unwrap().id).collect::<Vec<_>>(), [5, 6]);
    assert_eq!(list().pages().wait().map(|page| page.unwrap().data.len()).collect::<Vec<_>>(), [2, 1]);

    // An error is an item, and the last one.
    script.push_json(403, json!({ "error": "no" }));
    let mut items = list().stream().wait();
    assert_eq!(items.next().unwrap().unwrap_err().status().unwrap(), 403);
    assert!(items.next().is_none());

    script.push_json(200, json!({ "data": [], "meta": {} }));
    let changes = [4, 5].map(|id| CustomerUpdate::new(id).notes("x"));
    let outcomes: Vec<_> = client.v3().customers().update_batches(changes).wait().collect::<Result<_, _>>().unwrap();
    assert!(outcomes.len() == 2 && outcomes.iter().all(|outcome| outcome.is_done()));
    assert!(script.is_exhausted());
}

#[tokio::test]
async fn no_stream_is_waited_for_inside_a_runtime() {
    let client = client(&Script::new());
    let mut items = client.v3().customers().list().stream().wait();
    assert_eq!(items.next().unwrap().unwrap_err().kind(), ErrorKind::Configuration);
    assert!(items.next().is_none());
    let mut outcomes = client.v3().customers().update_batches([CustomerUpdate::new(4)]).wait();
    assert_eq!(outcomes.next().unwrap().unwrap_err().kind(), ErrorKind::Configuration);
    assert!(outcomes.next().is_none());
    // Nothing is lost: the item has its outcome where it can be waited for.
    let mut script_is_empty = outcomes.into_inner();
    assert!(!script_is_empty.next().await.unwrap().is_done());
}
