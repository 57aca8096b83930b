//! Which failed calls are tried again, as a user sees it; and what a refusal costs. Time is paused.

use std::time::Duration;

use generated_client::{
    CallOptions, Client, ErrorKind, Pacing, RetryPolicy,
    test_util::{Failure, Reply, Script},
    v3,
};
use tokio::time::Instant;

enum Fault {
    Failure(Failure),
    Status(u16),
}

fn script(faults: usize, fault: &Fault, success: &Reply) -> Script {
    let script = Script::new();
    for _ in 0..faults {
        match fault {
            Fault::Failure(failure) => script.push_failure(*failure),
            Fault::Status(status) => script.push(Reply::new(*status).text("<html>")),
        }
    }
    script.push(success.clone());
    script
}

fn client(script: &Script) -> Client {
    Client::builder("k7qd2m", "hush-token").script(script).build().unwrap()
}

/// GET, PUT, POST and DELETE: whether the call succeeded, and how many requests it took.
async fn outcomes(fault: &Fault) -> [(bool, usize); 4] {
    use v3::customers::{CustomerCreate, CustomerCreateRequired, CustomerUpdate, fixtures};
    let mut outcomes = Vec::new();
    let (list, create, update) =
        (Reply::from(&fixtures::LIST), Reply::from(&fixtures::CREATE), Reply::from(&fixtures::UPDATE));
    for (method, success) in [("GET", list), ("PUT", update), ("POST", create), ("DELETE", Reply::new(204))] {
        let script = script(1, fault, &success);
        let client = client(&script);
        let customers = client.v3().customers();
        let ok = match method {
            "GET" => customers.list().await.is_ok(),
            "PUT" => customers.update([CustomerUpdate::new(4107)]).await.is_ok(),
            "POST" => customers
                .create([CustomerCreate::new(CustomerCreateRequired {
                    email: "a@example.org",
                    first_name: "A",
                    last_name: "B",
                })])
                .await
                .is_ok(),
            _ => customers.delete([4107]).await.is_ok(),
        };
        let requests = script.requests();
        assert!(
            requests.windows(2).all(
                |pair| matches!(pair, [one, other] if one.method() == other.method() && one.body() == other.body())
            )
        );
        outcomes.push((ok, requests.len()));
    }
    outcomes.try_into().unwrap()
}

#[tokio::test(start_paused = true)]
async fn what_may_have_taken_effect_is_never_posted_twice() {
    let (again, once) = ((true, 2), (false, 1));
    for (fault, expected) in [
        (Fault::Failure(Failure::Connect), [again, again, again, again]),
        (Fault::Failure(Failure::Timeout), [again, again, once, again]),
        (Fault::Failure(Failure::NoResponse), [again, again, once, again]),
        (Fault::Failure(Failure::BrokenBody), [again, again, once, again]),
        (Fault::Failure(Failure::StalledBody), [again, again, once, again]),
        (Fault::Status(400), [once; 4]),
        (Fault::Status(422), [once; 4]),
        (Fault::Status(429), [again, again, again, again]),
        (Fault::Status(500), [again, again, once, again]),
        (Fault::Status(502), [again, again, once, again]),
        (Fault::Status(503), [again, again, once, again]),
        (Fault::Status(504), [again, again, once, again]),
        (Fault::Status(501), [once; 4]),
    ] {
        let name = match &fault {
            Fault::Failure(failure) => format!("{failure:?}"),
            Fault::Status(status) => status.to_string(),
        };
        assert_eq!(outcomes(&fault).await, expected, "{name}");
    }
}

#[tokio::test(start_paused = true)]
async fn the_last_failure_is_what_the_caller_gets() {
    for (faults, status, requests) in [(9, 502, 4), (9, 503, 2)] {
        let script = script(faults, &Fault::Status(status), &Reply::new(200).text("{}"));
        let error = client(&script).v3().customers().list().await.unwrap_err();
        assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Api, status));
        assert_eq!(script.requests().len(), requests, "a suspended store is not hammered");
    }
}

#[tokio::test(start_paused = true)]
async fn a_refusal_is_waited_out_as_long_as_it_says() {
    for (reply, least, most) in [
        (Reply::new(429).header("x-retry-after", "7"), 7_000, 7_200),
        (Reply::new(429).header("x-retry-after", "2").header("x-rate-limit-time-reset-ms", "9500"), 9_500, 9_700),
        (Reply::new(429), 0, 500),
    ] {
        let script = Script::new();
        script.push(reply);
        script.push_fixture(&v3::customers::fixtures::LIST);
        let begin = Instant::now();
        client(&script).v3().customers().list().await.unwrap();
        let waited = begin.elapsed().as_millis();
        assert!((least..=most).contains(&waited), "{waited} ms");
    }
}

#[tokio::test(start_paused = true)]
async fn absurd_headers_end_a_call_and_nothing_else() {
    let most = u64::MAX.to_string();
    for status in [200, 429, 500, 503] {
        let script = Script::new();
        let mut reply = Reply::new(status).json(v3::customers::fixtures::LIST.value());
        for name in ["x-retry-after", "retry-after", "x-rate-limit-time-reset-ms", "x-rate-limit-time-window-ms"] {
            reply = reply.header(name, &most);
        }
        reply = reply.header("x-rate-limit-requests-quota", &most).header("x-rate-limit-requests-left", &most);
        script.push(reply.clone());
        script.push(reply);
        let client = client(&script);
        for _ in 0..2 {
            let options = CallOptions::new().total_timeout(Duration::from_secs(60));
            let outcome = client.v3().customers().list().with(options).await;
            assert_eq!(outcome.is_ok(), status == 200, "{status}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_call_has_its_own_deadline_and_policy() {
    let refusal = || Reply::new(429).header("x-retry-after", "30");
    let script = Script::new();
    script.push(refusal());
    let begin = Instant::now();
    let options = CallOptions::new().total_timeout(Duration::from_secs(10));
    let error = client(&script).v3().customers().list().with(options).await.unwrap_err();
    assert_eq!(error.status().unwrap().as_u16(), 429, "what was answered, and no wait that cannot help");
    assert_eq!(begin.elapsed(), Duration::ZERO);

    let script = Script::new();
    script.push(refusal());
    let options = CallOptions::new().retry(RetryPolicy::none());
    assert!(client(&script).v3().customers().list().with(options).await.is_err());
    assert_eq!(script.requests().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_client_all_of_whose_calls_fail_stops_repeating() {
    let script = script(1_000, &Fault::Status(500), &Reply::new(200).text("{}"));
    let client = client(&script);
    for _ in 0..100 {
        client.v3().customers().list().await.unwrap_err();
    }
    // Each call is made, ten repetitions are in store, and five calls earn one.
    let requests = script.requests().len();
    assert!((125..=135).contains(&requests), "{requests}");
}

#[tokio::test(start_paused = true)]
async fn no_more_calls_of_an_operation_run_than_its_limit() {
    let script = Script::new();
    for _ in 0..9 {
        script.push(Reply::from(&v3::customers::fixtures::UPDATE).delay(Duration::from_secs(1)));
    }
    let client = Client::builder("k7qd2m", "hush-token").script(&script).pacing(Pacing::off()).build().unwrap();
    let calls = (0..9).map(|id| {
        let client = client.clone();
        tokio::spawn(async move {
            client.v3().customers().update([v3::customers::CustomerUpdate::new(id + 1)]).await.unwrap();
        })
    });
    let begin = Instant::now();
    for call in calls.collect::<Vec<_>>() {
        call.await.unwrap();
    }
    // Three at a time, as the API asks for.
    assert_eq!(begin.elapsed().as_secs(), 3);
}

#[tokio::test(start_paused = true)]
async fn every_attempt_carries_the_correlation_id() {
    let script = Script::new();
    script.push(Reply::new(500));
    script.push(Reply::new(307).header("location", "/stores/k7qd2m/v3/customers"));
    script.push_fixture(&v3::customers::fixtures::LIST);
    script.push_fixture(&generated_client::v2::customer_groups::fixtures::LIST);
    let client = client(&script);
    let options = CallOptions::new().correlation_id("nightly sync, 4711");
    client.v3().customers().list().with(options.clone()).await.unwrap();
    client.v2().customer_groups().list().with(options).await.unwrap();
    let requests = script.requests();
    assert_eq!(requests.len(), 4);
    assert!(requests.iter().all(|request| request.header("X-Correlation-Id") == Some("nightly sync, 4711")));
}
