//! Time is tokio's, and paused, so nothing takes real time.

mod api;
mod scenarios;

use std::time::Duration;

use tokio::{
    task::JoinSet,
    time::{Instant, sleep},
};

use self::api::{Api, Rules, WINDOW};
use crate::{
    sample::{self, Client, LIST},
    transport::{pacing::Pacing, retry::RetryPolicy},
};

impl Api {
    /// An API with a constant latency, until a window is used up.
    fn plain(quota: u64, latency: Duration) -> Self {
        Self::new(Rules { quota: Some(quota), latency: (latency, latency), ..Rules::default() }, 1)
    }

    fn client(&self, pacing: Pacing) -> Client {
        sample::builder().layer(self.clone()).pacing(pacing).retry(RetryPolicy::none()).build().unwrap()
    }

    fn seen(&self) -> (u64, u64) {
        let log = self.log();
        (log.windows.iter().map(|window| window.used()).sum(), log.windows.iter().map(|window| window.refused).sum())
    }
}

async fn call(client: &Client) -> bool {
    sample::ListPets(crate::transport::request::Request::new(&client.core, &LIST)).await.is_ok()
}

/// Makes calls, this many at a time, until the time is over.
async fn work(clients: &[Client], each: usize, time: Duration) {
    let mut tasks = JoinSet::new();
    for client in clients {
        for _ in 0..each {
            let client = client.clone();
            tasks.spawn(async move {
                loop {
                    call(&client).await;
                }
            });
        }
    }
    sleep(time).await;
}

#[tokio::test(start_paused = true)]
async fn the_whole_quota_is_used_and_nothing_refused() {
    for (quota, latency, each, windows) in
        [(150, 50, 1, 20), (150, 200, 8, 20), (150, 700, 30, 20), (450, 100, 16, 20), (3749, 20, 32, 3), (1, 50, 4, 20)]
    {
        let api = Api::plain(quota, Duration::from_millis(latency));
        work(&[api.client(Pacing::new())], each, WINDOW * windows).await;
        let (served, refused) = api.seen();
        // Each window loses the latency of its first call.
        let possible = quota * u64::from(windows);
        assert_eq!(refused, 0, "quota {quota}, {latency} ms, {each} at a time");
        let reachable = (1000 * 30 / latency * u64::try_from(each).unwrap() * u64::from(windows)).min(possible);
        assert!(
            served * 100 >= reachable * 98,
            "{served} of {reachable}: quota {quota}, {latency} ms, {each} at a time"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn clients_that_know_nothing_of_each_other_share_a_quota() {
    for (clients, each, latency) in [(4, 1, 100), (4, 3, 100), (2, 8, 50), (8, 2, 200)] {
        let api = Api::plain(150, Duration::from_millis(latency));
        let all: Vec<_> = (0..clients).map(|_| api.client(Pacing::new())).collect();
        work(&all, each, WINDOW * 20).await;
        let (served, refused) = api.seen();
        let case = format!("{clients} clients, {each} at a time, {latency} ms: {served} served, {refused} refused");
        assert!(served * 100 >= 150 * 20 * 95, "{case}");
        assert!(refused * 100 < served, "{case}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_client_that_comes_late_does_not_wait_while_calls_are_left() {
    let api = Api::plain(150, Duration::from_millis(10));
    let (first, second) = (api.client(Pacing::new()), api.client(Pacing::new()));
    for _ in 0..100 {
        assert!(call(&first).await);
    }
    let begin = Instant::now();
    for _ in 0..30 {
        assert!(call(&second).await);
    }
    assert!(begin.elapsed() < Duration::from_secs(1), "{:?}", begin.elapsed());
}

#[tokio::test(start_paused = true)]
async fn it_waits_for_the_reset_and_no_longer() {
    let api = Api::plain(10, Duration::from_millis(10));
    let client = api.client(Pacing::new());
    let begin = Instant::now();
    for _ in 0..11 {
        assert!(call(&client).await);
    }
    let waited = begin.elapsed();
    assert!(waited >= WINDOW && waited < WINDOW + Duration::from_millis(50), "{waited:?}");
    let limit = client.core.rate_limit().unwrap();
    assert_eq!((limit.quota, limit.left), (10, 9));
}

#[tokio::test(start_paused = true)]
async fn what_is_reserved_stays_for_others() {
    let api = Api::plain(100, Duration::from_millis(10));
    work(&[api.client(Pacing::new().reserve(30))], 4, WINDOW - Duration::from_secs(1)).await;
    assert_eq!(api.seen(), (70, 0));
}

#[tokio::test(start_paused = true)]
async fn without_headers_or_with_pacing_off_nothing_waits() {
    let api = Api::plain(5, Duration::from_millis(10));
    work(&[api.client(Pacing::off())], 4, WINDOW / 2).await;
    let (served, refused) = api.seen();
    assert!(served == 5 && refused > 1_000, "{served} {refused}");

    let latency = Duration::from_millis(10);
    let api = Api::new(Rules { latency: (latency, latency), ..Rules::default() }, 1);
    work(&[api.client(Pacing::new())], 8, Duration::from_secs(10)).await;
    assert!(api.log().responses >= 7_900, "{:?}", api.log().responses);
}

#[tokio::test(start_paused = true)]
async fn after_a_refusal_all_wait() {
    let api = Api::plain(3, Duration::from_millis(10));
    let others = api.client(Pacing::off());
    let client = api.client(Pacing::new());
    for _ in 0..3 {
        call(&others).await;
    }
    assert!(!call(&client).await, "nobody could know");
    let begin = Instant::now();
    assert!(call(&client).await);
    assert!(begin.elapsed() >= WINDOW - Duration::from_secs(1));
    assert_eq!(api.seen().1, 1);
}

#[tokio::test(start_paused = true)]
async fn a_call_that_is_dropped_gives_back_its_place() {
    let api = Api::plain(4, Duration::from_secs(1));
    let client = api.client(Pacing::new());
    assert!(call(&client).await);
    for _ in 0..20 {
        let dropped = tokio::time::timeout(Duration::from_millis(10), call(&client)).await;
        assert!(dropped.is_err());
    }
    assert!(call(&client).await, "no place is lost");
}

#[tokio::test(start_paused = true)]
async fn no_more_calls_run_than_the_client_allows() {
    let api = Api::plain(u64::MAX, Duration::from_millis(100));
    let client = sample::builder().layer(api.clone()).max_concurrency(5).pacing(Pacing::off()).build().unwrap();
    work(&[client], 50, Duration::from_secs(10)).await;
    assert_eq!(api.log().most_running, 5);
}
