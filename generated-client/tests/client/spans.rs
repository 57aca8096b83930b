//! What a subscriber is told, with the feature `tracing`.

use std::{
    fmt::{Debug, Write as _},
    sync::{Arc, Mutex},
    time::Duration,
};

use tracing::{
    Event, Metadata, Subscriber,
    field::{Field, Visit},
    span::{Attributes, Id, Record},
};

use generated_client::{
    CallOptions, Client, RetryPolicy,
    test_util::{Failure, Reply, Script},
};
use serde_json::json;

/// Everything that a subscriber is told, as lines.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<String>>);

struct Line<'a>(&'a mut String);

impl Visit for Line<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let _ = write!(self.0, " {field}={value:?}");
    }
}

impl Log {
    fn line(&self, begin: &str, fields: impl FnOnce(&mut Line<'_>)) {
        let mut text = self.0.lock().unwrap();
        text.push_str(begin);
        fields(&mut Line(&mut text));
        text.push('\n');
    }
}

impl Subscriber for Log {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("openapi_client_runtime")
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        self.line(span.metadata().name(), |line| span.record(line));
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        self.line("+", |line| values.record(line));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        self.line("!", |line| event.record(line));
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

#[tokio::test(start_paused = true)]
async fn spans_tell_of_calls_and_attempts_and_nothing_personal() {
    // While there is one subscriber, what is of interest is decided by whichever thread asks first, and other tests ask
    // without any. Of two, both are asked.
    let _second = tracing::Dispatch::new(Log::default());
    let log = Log::default();
    let _guard = tracing::subscriber::set_default(log.clone());
    let script = Script::new();
    script.push_failure(Failure::NoResponse);
    let head = Reply::new(500).header("x-request-id", "r7").header("x-rate-limit-requests-left", "3");
    let head = head.header("x-rate-limit-requests-quota", "9").header("x-rate-limit-time-reset-ms", "100");
    script.push(head.header("x-rate-limit-time-window-ms", "100").text("jane@example.com"));
    let policy = RetryPolicy::new().attempts(2).base_delay(Duration::ZERO);
    let client = Client::builder("k7qd2m", "hush-token").script(&script).retry(policy).build().unwrap();
    let options = CallOptions::new().correlation_id("sync 4711");
    client.v3().customers().list().email_in(["jane@example.com"]).with(options).await.unwrap_err();
    let consent = Reply::new(200).json(json!({ "allow": ["jane@example.com"], "deny": [], "updated_at": "" }));
    script.push(consent.header("x-request-id", "r8"));
    client.v3().consent().get(318).await.unwrap();
    script.push(Reply::new(418));
    client.v3().consent().get(318).await.unwrap_err();
    let text = log.0.lock().unwrap().clone();
    let lines = [
        "call operation=\"v3.customers.list\" correlation_id=\"sync 4711\" http.request.method=\"GET\" \
         server.address=\"api.bigcommerce.com\"",
        "attempt otel.kind=\"client\" http.request.method=\"GET\" server.address=\"api.bigcommerce.com\" server.port=443",
        "+ error.type=transport",
        "! message=the call is retried operation=\"v3.customers.list\" http.request.method=\"GET\" \
         http.request.resend_count=1 server.address=\"api.bigcommerce.com\" error.type=\"transport\" wait_ms=0",
        "attempt otel.kind=\"client\" http.request.method=\"GET\" http.request.resend_count=1 \
         server.address=\"api.bigcommerce.com\" server.port=443",
        "+ http.response.status_code=500",
        "+ request_id=\"r7\"",
        "+ quota_left=3",
        "+ error.type=500",
        "+ http.response.status_code=500",
        "+ request_id=\"r7\"",
        "+ error.type=500",
        // What the specification does not know.
        "call operation=\"v3.consent.get\" http.request.method=\"GET\" server.address=\"api.bigcommerce.com\"",
        "attempt otel.kind=\"client\" http.request.method=\"GET\" server.address=\"api.bigcommerce.com\" server.port=443",
        "+ http.response.status_code=200",
        "+ request_id=\"r8\"",
        "+ http.response.status_code=200",
        "+ request_id=\"r8\"",
        "! message=the response holds something that is not in the specification operation=\"v3.consent.get\" request_id=\"r8\" \
         kind=UnknownValue pointer=\"/allow/0\" drift=ConsentCategory: unknown value at /allow/0",
        "call operation=\"v3.consent.get\" http.request.method=\"GET\" server.address=\"api.bigcommerce.com\"",
        "attempt otel.kind=\"client\" http.request.method=\"GET\" server.address=\"api.bigcommerce.com\" server.port=443",
        "+ http.response.status_code=418",
        "+ error.type=418",
        "+ http.response.status_code=418",
        "+ error.type=418",
        "! message=the response holds something that is not in the specification operation=\"v3.consent.get\" \
         kind=UndeclaredStatus drift=v3.consent.get: undeclared status 418",
    ];
    assert_eq!(text.lines().collect::<Vec<_>>(), lines);
}
