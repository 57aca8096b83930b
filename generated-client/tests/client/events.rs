//! Waits and retries are told: to a callback, and to the subscriber of somebody else.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use generated_client::{
    CallEvent, CallEventKind, CallOptions, Client, ClientBuilder, RetryPolicy,
    test_util::{Failure, Reply, Script},
};
use serde_json::json;

/// What a callback was told, as lines.
#[derive(Clone, Default)]
struct Told(Arc<Mutex<Vec<String>>>);

impl Told {
    fn hook(&self) -> impl Fn(&CallEvent<'_>) + Send + Sync + 'static {
        let told = self.clone();
        move |event| told.0.lock().unwrap().push(line(event))
    }

    fn take(&self) -> Vec<String> {
        std::mem::take(&mut self.0.lock().unwrap())
    }
}

fn line(event: &CallEvent<'_>) -> String {
    let (method, operation, failed) = (event.method(), event.operation(), event.error_type());
    let host = event.server_address().unwrap_or_default();
    let failed = failed.map_or_else(String::new, |failed| format!(" {failed}"));
    let what = match event.kind() {
        CallEventKind::Waiting { attempt, reason, expected, waited, quota_left, .. } => {
            format!("waits {attempt} {} {expected:?} {waited:?} {quota_left:?}", reason.as_str())
        }
        CallEventKind::Retrying { attempt, .. } => format!("retries {attempt}"),
        CallEventKind::Attempted { attempt, elapsed, quota_left, .. } => {
            format!("attempted {attempt} {elapsed:?} {quota_left:?}")
        }
        CallEventKind::Completed { attempts, elapsed, waited, .. } => {
            format!("completed {attempts} {elapsed:?} {waited:?}")
        }
        _ => "?".to_owned(),
    };
    format!("{method} {host} {operation} {what}{failed}")
}

fn builder(script: &Script) -> ClientBuilder<Client> {
    Client::builder("k7qd2m", "hush-token").script(script)
}

fn page(left: u32, reset_ms: u32) -> Reply {
    let reply = Reply::new(200).json(json!({ "data": [], "meta": {} }));
    let reply = reply.header("x-rate-limit-requests-quota", "9").header("x-rate-limit-time-window-ms", "30000");
    let reply = reply.header("x-rate-limit-requests-left", &left.to_string());
    reply.header("x-rate-limit-time-reset-ms", &reset_ms.to_string())
}

async fn list(client: &Client) {
    let found = client.v3().customers().list().email_in(["jane@example.com"]).await;
    assert_eq!(found.map_or_else(|error| error.status().map(|status| status.as_u16()), |_| None), None);
}

const LIST: &str = "GET api.bigcommerce.com v3.customers.list";

#[tokio::test(start_paused = true)]
async fn a_callback_is_told_of_waits_attempts_and_calls() {
    let (script, told) = (Script::new(), Told::default());
    script.push(page(0, 20_000));
    script.push(page(1, 500).delay(Duration::from_millis(40)));
    script.push(page(0, 500));
    script.push(page(0, 30_000));
    let client = builder(&script).on_event(told.hook()).build().unwrap();
    list(&client).await;
    assert_eq!(told.take(), [format!("{LIST} attempted 1 0ns Some(0)"), format!("{LIST} completed 1 0ns 0ns")]);
    list(&client).await;
    let lines = [
        format!("{LIST} waits 1 quota Some(20s) 0ns Some(0)"),
        format!("{LIST} attempted 1 40ms Some(1)"),
        format!("{LIST} completed 1 20.04s 20s"),
    ];
    assert_eq!(told.take(), lines);
    // The others do not wait for long enough.
    list(&client).await;
    told.take();
    list(&client).await;
    assert!(told.take().iter().all(|line| !line.contains("waits")));
}

#[tokio::test(start_paused = true)]
async fn a_callback_is_told_of_retries() {
    let (script, told) = (Script::new(), Told::default());
    script.push(Reply::new(429).header("retry-after", "15"));
    script.push_failure(Failure::Timeout);
    script.push(page(3, 9_000));
    script.push(Reply::new(500));
    let client = builder(&script).on_event(told.hook()).build().unwrap();
    list(&client).await;
    let lines = told.take();
    let begins = [
        "attempted 1 0ns None 429",
        "retries 2 429",
        "attempted 2 0ns None timeout",
        "retries 3 timeout",
        "attempted 3 0ns Some(3)",
        "completed 3 ",
    ];
    assert_eq!(lines.len(), begins.len(), "{lines:#?}");
    for (line, begin) in lines.iter().zip(begins) {
        assert!(line.starts_with(&format!("{LIST} {begin}")), "{line} is not {begin}");
    }
    client.v3().customers().create([]).await.unwrap_err();
    assert_eq!(told.take(), [""; 0], "what is not valid is no call");
    let once = CallOptions::new().retry(RetryPolicy::none());
    client.v3().customers().delete([4]).with(once).await.unwrap_err();
    let begin = "DELETE api.bigcommerce.com v3.customers.delete";
    assert_eq!(
        told.take(),
        [format!("{begin} attempted 1 0ns Some(3) 500"), format!("{begin} completed 1 0ns 0ns 500")]
    );
}

/// A wait whose end nobody knows is told after a second, and every half minute.
#[tokio::test(start_paused = true)]
async fn a_callback_is_told_that_other_calls_are_in_the_way() {
    let (script, told) = (Script::new(), Told::default());
    script.push(page(8, 90_000).delay(Duration::from_secs(40)));
    script.push(page(7, 90_000));
    let client = builder(&script).on_event(told.hook()).max_concurrency(1).build().unwrap();
    tokio::join!(list(&client), list(&client));
    let lines = [
        format!("{LIST} waits 1 concurrency None 1s None"),
        format!("{LIST} waits 1 concurrency None 31s None"),
        format!("{LIST} attempted 1 40s Some(8)"),
        format!("{LIST} completed 1 40s 0ns"),
        format!("{LIST} attempted 1 0ns Some(7)"),
        format!("{LIST} completed 1 40s 40s"),
    ];
    assert_eq!(told.take(), lines);
}

/// A 429 concerns its operation: other calls of it wait, too.
#[tokio::test(start_paused = true)]
async fn a_callback_is_told_that_an_operation_has_to_wait() {
    let (script, told) = (Script::new(), Told::default());
    script.push(Reply::new(429).header("retry-after", "15"));
    script.push(page(8, 90_000));
    script.push(page(7, 90_000));
    let client = builder(&script).on_event(told.hook()).build().unwrap();
    let late = async {
        tokio::time::sleep(Duration::from_secs(2)).await;
        list(&client).await;
    };
    tokio::join!(list(&client), late);
    let lines = told.take();
    let waits: Vec<_> = lines.iter().filter(|line| line.contains(" waits ")).collect();
    assert_eq!(waits, [&format!("{LIST} waits 1 stated_wait Some(13s) 0ns None")], "{lines:#?}");
    assert!(lines.contains(&format!("{LIST} completed 1 13s 13s")), "{lines:#?}");
}

#[cfg(feature = "tracing")]
mod logged {
    use std::io;

    use tracing_subscriber::fmt::MakeWriter;

    use super::*;

    #[derive(Clone, Default)]
    struct Log(Arc<Mutex<Vec<u8>>>);

    impl io::Write for Log {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    impl<'a> MakeWriter<'a> for Log {
        type Writer = Self;

        fn make_writer(&'a self) -> Self {
            self.clone()
        }
    }

    fn subscriber(log: &Log) -> tracing::Dispatch {
        let format = tracing_subscriber::fmt().with_ansi(false).without_time().with_target(false);
        tracing::Dispatch::new(format.with_max_level(tracing::Level::INFO).with_writer(log.clone()).finish())
    }

    #[tokio::test(start_paused = true)]
    async fn a_subscriber_shows_waits_and_retries_and_nothing_personal() {
        // Interest in a call site is asked of all subscribers only while there are several.
        let _second = subscriber(&Log::default());
        let log = Log::default();
        let _guard = tracing::dispatcher::set_default(&subscriber(&log));
        let script = Script::new();
        script.push(page(0, 20_000));
        script.push(Reply::new(429).header("retry-after", "15").json(json!({ "title": "jane@example.com" })));
        script.push_failure(Failure::BrokenBody);
        script.push(page(2, 9_000));
        let policy = RetryPolicy::new().base_delay(Duration::ZERO);
        let client = builder(&script).retry(policy).build().unwrap();
        list(&client).await;
        list(&client).await;
        let text = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
        let lines: Vec<_> = text.lines().map(|line| line.trim().replace("  ", " ")).collect();
        const CALL: &str = "call{operation=\"v3.customers.list\" http.request.method=\"GET\" \
                            server.address=\"api.bigcommerce.com\"}:";
        const GET: &str = "operation=\"v3.customers.list\" http.request.method=\"GET\"";
        let expected = [
            format!(
                "INFO {CALL} the call waits {GET} server.address=\"api.bigcommerce.com\" reason=\"quota\" \
                 wait_ms=20000 waited_ms=0 quota_left=0"
            ),
            format!(
                "WARN {CALL} the call is retried {GET} http.request.resend_count=1 \
                 server.address=\"api.bigcommerce.com\" http.response.status_code=429 error.type=\"429\" \
                 wait_ms=15000 quota_left=9"
            ),
            format!(
                "WARN {CALL} the call is retried {GET} http.request.resend_count=2 \
                 server.address=\"api.bigcommerce.com\" http.response.status_code=200 error.type=\"transport\" \
                 wait_ms=0 quota_left=9"
            ),
        ];
        assert_eq!(lines, expected);
        assert!(["jane", "hush", "k7qd2m"].iter().all(|secret| !text.contains(secret)), "{text}");
    }
}
