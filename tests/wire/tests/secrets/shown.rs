//! Collects what is shown, and what a subscriber of `tracing` receives.

use std::error::Error as _;
use std::fmt::{Debug, Write as _};
use std::sync::{Mutex, OnceLock};

use generated_client::Error;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use super::{SECRETS, TOKEN};

/// Texts that must not contain a secret.
pub struct Shown(Vec<(String, String)>);

impl Default for Shown {
    fn default() -> Self {
        listen();
        Self(Vec::new())
    }
}

impl Shown {
    pub fn text(&mut self, of: &str, text: String) {
        self.0.push((of.to_owned(), text));
    }

    pub fn debug(&mut self, of: &str, value: &impl Debug) {
        self.text(of, format!("{value:?} {value:#?}"));
    }

    pub fn error(&mut self, of: &str, error: &Error) {
        self.debug(of, error);
        let mut text = format!("{error} {:?} {:?} {:?}", error.title(), error.field_keys(), error.decode_path());
        let mut source = error.source();
        while let Some(cause) = source {
            let _ = write!(text, " {cause} {cause:#} {cause:?} {cause:#?}");
            source = cause.source();
        }
        self.text(of, text);
        let long = format!("{error:#}");
        assert!(!long.contains(TOKEN), "the token is shown by the error of {of}: {long}");
    }

    /// Whether a text occurs anywhere.
    pub fn has(&self, text: &str) -> bool {
        self.0.iter().any(|(_, shown)| shown.contains(text))
    }

    pub fn assert_clean(&self) {
        assert!(!self.0.is_empty());
        for (of, text) in &self.0 {
            assert_clean(of, text);
        }
    }
}

/// The whole of a secret, and what is left of it when it is escaped or cut.
fn assert_clean(of: &str, text: &str) {
    const PARTS: [&str; 4] = ["5e1f77", "b3arer", "aiko", "5550"];
    for secret in SECRETS.into_iter().chain(PARTS) {
        let Some(start) = text.find(secret) else { continue };
        let around = text.get(start.saturating_sub(200)..start + secret.len()).unwrap_or(text);
        panic!("{secret} is shown by {of}: …{around}…");
    }
}

/// Everything that the subscriber received so far, from all tests of this process: spans and events of all crates.
static TRACE: Mutex<String> = Mutex::new(String::new());

/// Returns what was received so far, after checking that no secret is in it.
pub fn assert_no_trace() {
    let trace = TRACE.lock().unwrap().clone();
    assert!(trace.contains("openapi_client_runtime"), "nothing was traced: {trace}");
    assert_clean("a trace", &trace);
}

/// Returns what was received so far.
pub fn trace() -> String {
    TRACE.lock().unwrap().clone()
}

/// Asserts that no spelling of a secret occurs in these texts.
pub fn assert_nowhere(secret: &str, of: &str, text: &str) {
    let Some(start) = text.find(secret) else { return };
    let around = text.get(start.saturating_sub(200)..start + secret.len()).unwrap_or(text);
    panic!("{secret} is shown by {of}: …{around}…");
}

fn listen() {
    static ONCE: OnceLock<()> = OnceLock::new();
    ONCE.get_or_init(|| tracing::subscriber::set_global_default(Log).unwrap());
}

struct Log;

struct Line(String);

impl Visit for Line {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let _ = write!(self.0, " {field}={value:?}");
    }
}

impl Line {
    fn end(self) {
        let mut trace = TRACE.lock().unwrap();
        trace.push_str(&self.0);
        trace.push('\n');
    }
}

impl Subscriber for Log {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let mut line = Line(format!("{} {}", span.metadata().target(), span.metadata().name()));
        span.record(&mut line);
        line.end();
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        let mut line = Line("+".to_owned());
        values.record(&mut line);
        line.end();
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut line = Line(event.metadata().target().to_owned());
        event.record(&mut line);
        line.end();
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}
