//! Processes of the fleet against simulated stores and a real PostgreSQL: `./postgres.sh cargo test -- --include-ignored`.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may panic"
)]

mod mistakes;
mod support;

use std::{
    fmt::Write as _,
    time::{Duration, Instant},
};

use mock_store::{Fault, FaultKind, Latency, StoreConfig, StoreHandle};
use serde_json::json;

use self::support::{Fleet, ended, owners, terminate, until};

/// Customers of each store before the import, and those of them that it changes.
const CUSTOMERS: u64 = 60;
const CHANGED: u64 = 40;

fn config() -> StoreConfig {
    StoreConfig {
        customers: CUSTOMERS,
        latency: Latency::Fixed(Duration::from_millis(60)),
        quota: Some(20),
        window: Duration::from_secs(1),
        ..StoreConfig::default()
    }
}

/// Returns a file with customers that a store has, and with new ones.
fn rows(store: usize, new: u64) -> String {
    let mut text = "email,first_name,last_name,notes\n".to_owned();
    for number in 1..=CHANGED {
        writeln!(text, "Shopper-{number}@example.org,,,changed {store}-{number}").unwrap();
    }
    for number in 0..new {
        writeln!(text, "new-{number}@example.org,First {number},Last {store},new {store}-{number}").unwrap();
    }
    text
}

/// Checks that a store has each customer of [`rows`] exactly once, written exactly once, with the right values.
fn check(number: usize, store: &StoreHandle, new: u64) {
    let hash = store.hash();
    assert_eq!(store.repeated_writes(), [].into(), "{hash}");
    assert_eq!(store.customer_count() as u64, CUSTOMERS + new, "{hash}");
    assert_eq!(store.writes(), CHANGED + new, "{hash}: nothing was written twice");
    for row in 1..=CHANGED {
        assert_eq!(store.written("v3.customers.update", row), 1, "{hash}: customer {row}");
        assert_eq!(store.customer(row).unwrap()["notes"], format!("changed {number}-{row}"), "{hash}");
    }
    for row in 0..new {
        let email = format!("new-{row}@example.org");
        assert_eq!(store.written("v3.customers.create", &email), 1, "{hash}: {email}");
        let customer = store.customer(store.customer_by_email(&email).unwrap()).unwrap();
        let values = ["first_name", "last_name", "notes"].map(|field| customer[field].clone());
        assert_eq!(
            values,
            [json!(format!("First {row}")), json!(format!("Last {number}")), json!(format!("new {number}-{row}"))]
        );
    }
}

/// Checks that the database knows each row as done, with the id that the customer has at its store.
async fn check_report(fleet: &Fleet, new: u64) {
    let report = fleet.report().await;
    assert_eq!(report.len() as u64, fleet.stores.len() as u64 * (CHANGED + new));
    for [hash, email, state, customer, problem] in report {
        let store = fleet.stores.iter().find(|store| store.hash() == hash).unwrap();
        assert!(["created", "updated", "unchanged"].contains(&&*state), "{hash}, {email}: {state}, {problem}");
        assert_eq!(store.customer_by_email(&email).map(|id| id.to_string()), Some(customer), "{hash}, {email}");
    }
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs PostgreSQL: ./postgres.sh cargo test -- --include-ignored"]
async fn killed_processes_lose_nothing_and_repeat_nothing() {
    const NEW: u64 = 360;
    let fleet = Fleet::new("killed", 6, config()).await;
    fleet.enqueue(|store| rows(store, NEW)).await;
    let mut workers: Vec<_> = (0..3).map(|_| fleet.command(&["work", "--concurrency", "4"]).spawn().unwrap()).collect();
    let (mut killed, mut longest) = (Vec::new(), Duration::ZERO);
    for round in 1..=2 {
        // A process in the middle of a store that nobody has been killed at.
        let mut victim = None;
        until("a store is half done", || {
            let half = fleet.stores.iter().filter(|store| (150..300).contains(&store.writes()));
            let mut last = half.filter_map(|store| Some((store, store.requests().pop()?.agent)));
            victim = last.find(|(_, agent)| !killed.contains(agent));
            victim.is_some()
        })
        .await;
        let (store, agent) = victim.unwrap();
        let index = workers.iter().position(|worker| agent == format!("fleet/{}", worker.id().unwrap())).unwrap();
        let (_, status, _) = fleet.run(&["status"]).await;
        assert!(status.contains(&agent.replace('/', " ")), "{status}");
        workers.remove(index).kill().await.unwrap();
        let began = Instant::now();
        if round == 1 {
            until("another process takes over", || store.requests().pop().unwrap().agent != agent).await;
            longest = longest.max(began.elapsed());
        }
        killed.push(agent);
    }
    assert!(longest < Duration::from_secs(10), "{longest:?}");
    for worker in workers {
        let (code, _, log) = ended(worker).await;
        assert_eq!(code, 0, "{log}");
        assert!(!log.contains("secret-of-store"), "{log}");
    }
    let mut handed_over = 0;
    for (number, store) in fleet.stores.iter().enumerate() {
        check(number, store, NEW);
        let owners = owners(store).len();
        handed_over += owners - 1;
        // A new owner may find the window used up: it learns that from one refusal.
        let refused = store.counters().refused_by_quota;
        assert!(refused < owners as u64, "{}: {refused} refused, {owners} owners", store.hash());
    }
    assert!(handed_over >= 2, "{handed_over}");
    check_report(&fleet, NEW).await;
    let found = fleet.report().await.into_iter().filter(|[_, _, state, ..]| state == "unchanged").count();
    assert!(found > 0, "a process was killed when it had written rows, and had not recorded them");
    println!("taken over after {longest:?}; {handed_over} stores were handed over, {found} rows were found done");
}

/// A process that lives, but has lost the session that holds the lock, stops before the next owner begins.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs PostgreSQL: ./postgres.sh cargo test -- --include-ignored"]
async fn a_process_that_loses_its_session_loses_the_store() {
    const NEW: u64 = 360;
    // Slow enough that a batch lasts longer than the hand-over.
    let latency = Latency::Fixed(Duration::from_millis(1500));
    let fleet = Fleet::new("session", 1, StoreConfig { latency, quota: None, ..config() }).await;
    fleet.enqueue(|store| rows(store, NEW)).await;
    let workers = [(); 2].map(|()| fleet.command(&["work", "--concurrency", "1"]).spawn().unwrap());
    let store = &fleet.stores[0];
    until("it is under way", || store.writes() > 0).await;
    let ended_sessions: i64 = sqlx::query_scalar(
        "SELECT count(pg_terminate_backend(pid)) FROM pg_locks JOIN pg_database ON database = pg_database.oid
         WHERE locktype = 'advisory' AND datname = current_database()",
    )
    .fetch_one(&mut fleet.session().await)
    .await
    .unwrap();
    assert_eq!(ended_sessions, 1);
    store.set_latency(Latency::None);
    let mut lost = 0;
    for worker in workers {
        let (code, _, log) = ended(worker).await;
        assert_eq!(code, 0, "{log}");
        lost += log.matches("the database:").count();
    }
    assert_eq!((owners(store).len(), lost), (2, 1));
    check(0, store, NEW);
    check_report(&fleet, NEW).await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs PostgreSQL: ./postgres.sh cargo test -- --include-ignored"]
async fn a_process_that_is_told_to_end_records_what_it_has_written() {
    const NEW: u64 = 360;
    let fleet = Fleet::new("terminated", 2, config()).await;
    fleet.enqueue(|store| rows(store, NEW)).await;
    let worker = fleet.command(&["work"]).spawn().unwrap();
    until("both are under way", || fleet.stores.iter().all(|store| store.writes() > 0)).await;
    terminate(&worker).await;
    let (code, status, log) = ended(worker).await;
    assert_eq!((code, log.matches("released").count()), (0, 2), "{log}");
    let report = fleet.report().await;
    for store in &fleet.stores {
        let done = report.iter().filter(|[hash, _, _, customer, _]| hash == store.hash() && !customer.is_empty());
        assert_eq!(done.count() as u64, store.writes(), "{status}");
        assert!(store.writes() < CHANGED + NEW, "{status}");
    }
    // The next one need not wait, because the stores were given back.
    let taken: bool = sqlx::query_scalar("SELECT bool_or(is_taken) FROM fleet.stores")
        .fetch_one(&mut fleet.session().await)
        .await
        .unwrap();
    assert!(!taken);
    let worker = fleet.command(&["work"]).spawn().unwrap();
    let (code, _, log) = ended(worker).await;
    assert_eq!(code, 0, "{log}");
    fleet.stores.iter().enumerate().for_each(|(number, store)| check(number, store, NEW));
    check_report(&fleet, NEW).await;
}

/// Calls whose outcome nobody knows: the rows are looked up, and not written again.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs PostgreSQL: ./postgres.sh cargo test -- --include-ignored"]
async fn rows_in_doubt_are_looked_up() {
    const NEW: u64 = 100;
    let fleet = Fleet::new("doubt", 1, config()).await;
    let store = &fleet.stores[0];
    for nth in [1, 4, 5] {
        store.fault(Fault::new(FaultKind::ResetBeforeResponse { applied: true }).method("POST").nth(nth));
    }
    store.fault(Fault::new(FaultKind::Status(500)).method("POST").nth(7));
    fleet.enqueue(|store| rows(store, NEW)).await;
    let (code, _, log) = fleet.run(&["work"]).await;
    assert_eq!(code, 0, "{log}");
    check_report(&fleet, NEW).await;
    assert!(log.contains("waiting"), "{log}");
    check(0, store, NEW);
}

/// The store says that it has no such customer, and somebody else creates it before the process does.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs PostgreSQL: ./postgres.sh cargo test -- --include-ignored"]
async fn a_customer_who_is_created_meanwhile_is_updated() {
    let fleet = Fleet::new("meanwhile", 1, config()).await;
    let store = &fleet.stores[0];
    store.fault(Fault::new(FaultKind::StalledHead(Duration::from_millis(1500))).method("GET"));
    fleet.enqueue(|_| "email,first_name,last_name\na@example.org,Aiko,Ito\nb@example.org,Bo,Ito\n".to_owned()).await;
    let worker = fleet.command(&["work"]).spawn().unwrap();
    until("it is looked up", || !store.requests().is_empty()).await;
    tokio::time::sleep(Duration::from_millis(100)).await;
    let other = json!([{ "email": "A@example.org", "first_name": "Ada", "last_name": "Ito" }]);
    assert_eq!(store.call("POST", "/v3/customers", Some(&other)).0, 200);
    let (code, _, log) = ended(worker).await;
    assert_eq!(code, 0, "{log}");
    assert!(store.requests().iter().any(|request| request.status == Some(422)), "the address was taken: {log}");
    let states: Vec<_> = fleet.report().await.into_iter().map(|[_, email, state, ..]| (email, state)).collect();
    let expected = [("a@example.org", "updated"), ("b@example.org", "created")];
    assert_eq!(states, expected.map(|(email, state)| (email.to_owned(), state.to_owned())));
    let customer = store.customer(store.customer_by_email("a@example.org").unwrap()).unwrap();
    assert_eq!((&customer["first_name"], store.customer_count() as u64), (&json!("Aiko"), CUSTOMERS + 2));
}
