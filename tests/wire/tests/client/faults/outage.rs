//! Permanent failures: the number of requests stays limited.

use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use generated_client::reqwest::Request;
use generated_client::{HttpClient, Layer, LayerFuture, Next};
use mock_store::{Fault, FaultKind};
use tokio::time::Instant;

use super::calls::{Method, call};

/// Counts the attempts of a client whose requests arrive nowhere.
#[derive(Clone, Default)]
struct Attempts(Arc<AtomicUsize>);

impl Layer for Attempts {
    fn call<'a>(&'a self, request: Request, next: Next<'a>) -> LayerFuture<'a> {
        self.0.fetch_add(1, Ordering::Relaxed);
        next.run(request)
    }
}

/// Without a connection nothing was sent: any method is retried, and the error says that nothing took effect.
#[tokio::test(start_paused = true)]
async fn where_nobody_listens_every_call_is_tried_again_and_nothing_is_indeterminate() {
    // The port was free a moment ago, and nobody listens on it.
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let http = HttpClient::new().unwrap();
    for method in Method::ALL {
        let attempts = Attempts::default();
        let builder = generated_client::Client::builder(test_support::STORE, test_support::TOKEN);
        let builder = builder.base_url(format!("http://127.0.0.1:{port}")).layer(attempts.clone());
        let seen = call(&builder.http_client(http.clone()).build().unwrap(), method).await;
        assert_eq!((seen.to_string().as_str(), attempts.0.load(Ordering::Relaxed)), ("Transport", 4), "{method:?}");
    }
}

/// Each call is made once. The retry budget holds ten retries and earns one for five calls. A POST is never retried.
#[tokio::test(start_paused = true)]
async fn an_outage_gets_hardly_more_requests_than_there_are_calls() {
    const CALLS: u64 = 60;
    for (kind, outcome, most_of_one) in
        [(FaultKind::Status(500), "500", 4), (FaultKind::Html(502), "502", 4), (FaultKind::Suspended503, "503", 2)]
    {
        for method in Method::ALL {
            let store = super::store().await;
            store.fault(Fault::new(kind.clone()).always());
            let client = store.client();
            let mut before = 0;
            for _ in 0..CALLS {
                let seen = call(&client, method).await.to_string();
                assert_eq!(seen.trim_end_matches('?'), outcome, "{method:?}");
                let now = store.counters().requests;
                assert!((1..=most_of_one).contains(&(now - before)), "{kind:?} at {method:?}: {}", now - before);
                before = now;
            }
            let most = if method == Method::Post { CALLS } else { CALLS + 10 + CALLS / 5 };
            assert!((CALLS..=most).contains(&before), "{kind:?} at {method:?}: {before} requests");
            assert_eq!(store.writes(), 0);
        }
    }
}

/// The total deadline ends a call, whatever it waits for.
#[tokio::test(start_paused = true)]
async fn no_fault_outlasts_the_deadline() {
    const DEADLINE: Duration = Duration::from_secs(12);
    for kind in [
        FaultKind::StalledHead(super::NEVER),
        FaultKind::StalledBody(super::NEVER),
        FaultKind::TooManyRequests(mock_store::RetryHint::RetryAfter(3600)),
        FaultKind::TooManyRequests(mock_store::RetryHint::Window(super::NEVER)),
        FaultKind::Suspended503,
        FaultKind::RefuseConnection,
    ] {
        for method in Method::ALL {
            let store = super::store().await;
            store.fault(Fault::new(kind.clone()).always());
            let builder = store.builder().timeout(super::TIMEOUT).total_timeout(DEADLINE);
            let began = Instant::now();
            call(&builder.build().unwrap(), method).await;
            assert!(began.elapsed() <= DEADLINE + Duration::from_millis(5), "{kind:?} at {method:?}");
        }
    }
}
