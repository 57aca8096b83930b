//! Time is tokio's, and paused: nothing here waits.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use reqwest::Request;
use tokio::{
    task::JoinSet,
    time::{Instant, sleep},
};

use crate::{
    Layer, LayerFuture, Next, Pacing, RetryPolicy,
    runtime::sample::{self, Client, LIST},
};

/// An API with a fixed window, which begins with the first call after the last one ended.
#[derive(Clone)]
struct Api(Arc<Mutex<State>>);

struct State {
    quota: u64,
    latency: Duration,
    window: Option<(Instant, u64)>,
    answered: u64,
    refused: u64,
    running: u64,
    most_running: u64,
    silent: bool,
}

const WINDOW: Duration = Duration::from_secs(30);

impl Api {
    fn new(quota: u64, latency: Duration) -> Self {
        let (window, answered, refused, running, most_running) = (None, 0, 0, 0, 0);
        Self(Arc::new(Mutex::new(State {
            quota,
            latency,
            window,
            answered,
            refused,
            running,
            most_running,
            silent: false,
        })))
    }

    fn client(&self, pacing: Pacing) -> Client {
        sample::builder().layer(self.clone()).pacing(pacing).retry(RetryPolicy::none()).build().unwrap()
    }

    /// Counts a call: what the headers say, if it is not refused.
    fn count(&self) -> (bool, [u64; 3]) {
        let mut state = self.0.lock().unwrap();
        let now = Instant::now();
        let (begin, used) = match state.window {
            Some((begin, used)) if begin + WINDOW > now => (begin, used),
            _ => (now, 0),
        };
        let is_refused = used >= state.quota;
        let used = if is_refused { used } else { used + 1 };
        state.window = Some((begin, used));
        if is_refused {
            state.refused += 1
        } else {
            state.answered += 1
        }
        let reset = begin + WINDOW - now;
        (is_refused, [state.quota, state.quota - used, u64::try_from(reset.as_millis()).unwrap()])
    }

    fn seen(&self) -> (u64, u64) {
        let state = self.0.lock().unwrap();
        (state.answered, state.refused)
    }
}

impl Layer for Api {
    fn call<'a>(&'a self, _: Request, _: Next<'a>) -> LayerFuture<'a> {
        Box::pin(async move {
            let (half, silent) = {
                let mut state = self.0.lock().unwrap();
                state.running += 1;
                state.most_running = state.most_running.max(state.running);
                (state.latency / 2, state.silent)
            };
            sleep(half).await;
            let (is_refused, [quota, left, reset]) = self.count();
            sleep(half).await;
            self.0.lock().unwrap().running -= 1;
            let mut answer = http::Response::builder().status(if is_refused { 429 } else { 200 });
            if !silent {
                answer = answer
                    .header("x-quota", quota)
                    .header("x-left", left)
                    .header("x-reset-ms", reset)
                    .header("x-window-ms", u64::try_from(WINDOW.as_millis()).unwrap());
            }
            Ok(answer.body("[]").unwrap().into())
        })
    }
}

async fn call(client: &Client) -> bool {
    sample::ListPets { request: crate::runtime::Request::new(&client.core, &LIST) }.await.is_ok()
}

/// Calls without end, some at a time, until the time is over.
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
    for (quota, latency, each) in
        [(150, 50, 1), (150, 200, 8), (150, 700, 30), (450, 100, 16), (3749, 20, 32), (1, 50, 4)]
    {
        let api = Api::new(quota, Duration::from_millis(latency));
        work(&[api.client(Pacing::new())], each, WINDOW * 20).await;
        let (answered, refused) = api.seen();
        // Twenty windows, of which each loses the way of its first call.
        let possible = quota * 20;
        assert_eq!(refused, 0, "quota {quota}, {latency} ms, {each} at a time");
        let reachable = (1000 * 30 / latency * u64::try_from(each).unwrap() * 20).min(possible);
        assert!(
            answered * 100 >= reachable * 98,
            "{answered} of {reachable}: quota {quota}, {latency} ms, {each} at a time"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn clients_that_know_nothing_of_each_other_share_a_quota() {
    for (clients, each, latency) in [(4, 1, 100), (4, 3, 100), (2, 8, 50), (8, 2, 200)] {
        let api = Api::new(150, Duration::from_millis(latency));
        let all: Vec<_> = (0..clients).map(|_| api.client(Pacing::new())).collect();
        work(&all, each, WINDOW * 20).await;
        let (answered, refused) = api.seen();
        let case = format!("{clients} clients, {each} at a time, {latency} ms: {answered} answered, {refused} refused");
        assert!(answered * 100 >= 150 * 20 * 95, "{case}");
        assert!(refused * 100 < answered, "{case}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_client_that_comes_late_does_not_wait_while_calls_are_left() {
    let api = Api::new(150, Duration::from_millis(10));
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
    let api = Api::new(10, Duration::from_millis(10));
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
    let api = Api::new(100, Duration::from_millis(10));
    work(&[api.client(Pacing::new().reserve(30))], 4, WINDOW - Duration::from_secs(1)).await;
    assert_eq!(api.seen(), (70, 0));
}

#[tokio::test(start_paused = true)]
async fn without_headers_or_with_pacing_off_nothing_waits() {
    let api = Api::new(5, Duration::from_millis(10));
    work(&[api.client(Pacing::off())], 4, WINDOW / 2).await;
    let (answered, refused) = api.seen();
    assert!(answered == 5 && refused > 1_000, "{answered} {refused}");

    let api = Api::new(u64::MAX, Duration::from_millis(10));
    api.0.lock().unwrap().silent = true;
    work(&[api.client(Pacing::new())], 8, Duration::from_secs(10)).await;
    assert!(api.seen().0 >= 7_900, "{:?}", api.seen());
}

#[tokio::test(start_paused = true)]
async fn after_a_refusal_all_wait() {
    let api = Api::new(3, Duration::from_millis(10));
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
    let api = Api::new(4, Duration::from_secs(1));
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
    let api = Api::new(u64::MAX, Duration::from_millis(100));
    let client = sample::builder().layer(api.clone()).max_concurrency(5).pacing(Pacing::off()).build().unwrap();
    work(&[client], 50, Duration::from_secs(10)).await;
    assert_eq!(api.0.lock().unwrap().most_running, 5);
}
