//! Random schedules of calls, streams and batches on clones of clients, with faults, quotas, latencies and
//! cancellations: the results for the callers agree with the store.
//!
//! The cases are the same in every run; `PROPTEST_CASES` adds more. Time is paused, and a deadlock fails at once.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may panic"
)]
#![allow(deprecated, reason = "the lists of version 2 are walked too")]

mod facts;
mod jobs;
mod plan;

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, Mutex};
use std::time::Duration;

use generated_client::reqwest::Request;
use generated_client::{HttpClient, Layer, LayerFuture, Next};
use mock_store::{Latency, Store, StoreConfig, StoreHandle};
use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use serde_json::json;
use tokio::time::{sleep, timeout};

use self::jobs::{Log, TAKEN_KEY};
use self::plan::{CUSTOMERS, EACH, Plan, STABLE};

/// The timeout of a case, in paused time.
const DEADLINE: Duration = Duration::from_secs(40 * 3600);
/// The timeout of a call with all its attempts. Quotas of a few calls take long.
const TOTAL: Duration = Duration::from_secs(24 * 3600);

/// Shared, because reading the certificates takes time. Connections are not shared: each store has its own port.
static HTTP: LazyLock<HttpClient> = LazyLock::new(|| HttpClient::new().unwrap());

/// The number of concurrent requests of a client, by operation: the current one, and the maximum.
#[derive(Clone, Default)]
struct Running(Arc<Mutex<BTreeMap<&'static str, (u32, u32)>>>);

struct Leave<'a>(&'a Running, &'static str);

impl Drop for Leave<'_> {
    fn drop(&mut self) {
        self.0.0.lock().unwrap().entry(self.1).or_default().0 -= 1;
    }
}

impl Layer for Running {
    fn call<'a>(&'a self, request: Request, next: Next<'a>) -> LayerFuture<'a> {
        Box::pin(async move {
            let operation = next.operation();
            {
                let mut all = self.0.lock().unwrap();
                let (now, most) = all.entry(operation).or_default();
                *now += 1;
                *most = (*most).max(*now);
            }
            let _leave = Leave(self, operation);
            next.run(request).await
        })
    }
}

/// The maximum number of concurrent requests of each operation.
fn limits() -> BTreeMap<String, u32> {
    let operations = test_support::spec().operations();
    let limit = |operation: &test_support::Operation<'_>| {
        let limit = operation.node.value.get("x-concurrency")?.as_u64()?;
        Some((operation.name(), u32::try_from(limit).ok()?))
    };
    operations.iter().filter_map(limit).collect()
}

async fn store(plan: &Plan) -> StoreHandle {
    let latency = |millis| Duration::from_millis(millis);
    let config = StoreConfig {
        customers: CUSTOMERS as u64,
        addresses_each: 1,
        quota: plan.quota,
        latency: Latency::Uniform(latency(plan.latency.0), latency(plan.latency.1)),
        seed: plan.seed,
        ..StoreConfig::default()
    };
    let store = Store::start(config).await.unwrap();
    for customer in (0..plan::TASKS).map(|task| task * EACH + 1) {
        let body = json!({"permission_set": "read", "namespace": "crm", "key": TAKEN_KEY, "value": "1"});
        assert_eq!(store.call("POST", &format!("/v3/customers/{customer}/metafields"), Some(&body)).0, 200);
    }
    plan.faults.iter().zip(plan.seed..).for_each(|(fault, seed)| store.fault(fault.fault(seed)));
    store
}

/// Runs all tasks concurrently, and then the rest of their streams.
async fn case(plan: &Plan, is_calm: bool) -> Result<(), String> {
    fastrand::seed(plan.seed);
    let store = store(plan).await;
    let running: Vec<Running> = (0..plan.clients).map(|_| Running::default()).collect();
    let client = |running: &Running| {
        let builder = store.builder().layer(running.clone()).max_concurrency(plan.max_concurrency);
        builder.http_client(HTTP.clone()).timeout(Duration::from_secs(5)).total_timeout(TOTAL).build().unwrap()
    };
    let clients: Vec<_> = running.iter().map(client).collect();
    let tasks = plan.tasks.iter().enumerate().map(|(number, task)| {
        let client = clients[task.client % plan.clients].clone();
        tokio::spawn(jobs::run(client, number, task.clone()))
    });
    let tasks: Vec<_> = tasks.collect();
    let mut logs = Vec::new();
    for task in tasks {
        logs.push(task.await.map_err(|error| error.to_string())??);
    }
    drop(clients);
    sleep(Duration::from_secs(1)).await;
    check(plan, &store, &running, &logs, is_calm)?;

    store.clear_faults();
    store.set_quota(None);
    let client = store.builder().http_client(HTTP.clone()).build().unwrap();
    for streamed in logs.iter().filter_map(|log| log.stream.as_ref()) {
        let mut ids = streamed.ids.clone();
        ids.extend(jobs::rest(&client, streamed).await?);
        let is_ascending = ids.windows(2).all(|pair| pair[0] < pair[1]);
        let stable = ids.iter().filter(|id| **id <= STABLE as i64).count();
        if !is_ascending || stable != STABLE {
            return Err(format!("{streamed:?} and its rest: {ids:?}"));
        }
        if is_calm && (streamed.failed || streamed.rest.is_some()) {
            return Err(format!("nothing stood in the way of {streamed:?}"));
        }
    }
    Ok(())
}

fn check(plan: &Plan, store: &StoreHandle, running: &[Running], logs: &[Log], is_calm: bool) -> Result<(), String> {
    let (counters, limits) = (store.counters(), limits());
    for log in logs {
        log.facts.check(store, is_calm)?;
    }
    let twice: Vec<_> =
        store.repeated_writes().into_keys().filter(|key| !key.starts_with("v3.customers.update ")).collect();
    if !twice.is_empty() {
        return Err(format!("written twice: {twice:?}"));
    }
    for running in running {
        for (operation, (now, most)) in running.0.lock().unwrap().iter() {
            let limit = limits.get(*operation).copied().unwrap_or(u32::MAX).min(plan.max_concurrency as u32);
            if *most > limit || *now > 0 {
                return Err(format!("{operation}: {most} at once, {now} left"));
            }
        }
    }
    if counters.in_flight.now > 0 {
        return Err(format!("requests are left: {counters:?}"));
    }
    if is_calm && counters.refused_by_concurrency + counters.refused_by_quota > 0 {
        return Err(format!("refused: {counters:?}"));
    }
    Ok(())
}

fn run(plans: &impl Strategy<Value = Plan>, cases: u32, is_calm: bool) {
    let mut config = Config { failure_persistence: None, max_shrink_iters: 300, ..Config::default() };
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = cases;
    }
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let outcome = runner.run(plans, |plan| {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().start_paused(true).build().unwrap();
        let outcome = runtime.block_on(async { timeout(DEADLINE, case(&plan, is_calm)).await });
        outcome.unwrap_or_else(|_| Err("it does not end".to_owned())).map_err(TestCaseError::fail)
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

#[test]
fn where_nothing_goes_wrong_nothing_is_refused_and_all_is_done() {
    run(&plan::calm(), 60, true);
}

#[test]
fn whatever_goes_wrong_callers_are_told_what_the_store_did() {
    run(&plan::stormy(), 150, false);
}
