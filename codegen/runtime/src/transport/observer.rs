//! Watches one call, and reports what happens to it: to the callback of the client, and to `tracing`.

use std::{future::poll_fn, pin::Pin, task::Poll, time::Duration};

use tokio::time::{Instant, sleep, timeout_at};

use crate::{
    transport::{
        budget::Budget,
        call_event::{CallEvent, CallEventKind, OnEvent, WaitReason},
        error::{Error, ErrorKind},
        log,
        raw_response::RawResponse,
        response::ResponseMeta,
    },
    wire::spec::Operation,
};

/// A wait is reported if it is longer.
const NOTICEABLE: Duration = Duration::from_secs(1);
/// How often a wait is reported whose end is unknown.
const AGAIN: Duration = Duration::from_secs(30);

type Outcome = Result<RawResponse, Error>;

/// The observer of one call.
pub(crate) struct Observer<'a> {
    on_event: Option<&'a OnEvent>,
    budget: &'a Budget,
    operation: &'static Operation,
    /// The host.
    server: Option<&'a str>,
    begun: Instant,
    /// The number of the attempt that is next, or under way.
    attempt: u32,
    /// How long earlier attempts have waited, and how long the call has waited before retries.
    waited: Duration,
    /// Since when the attempt waits, or is under way.
    since: Instant,
    told: Option<Told>,
}

/// The last report of a wait.
struct Told {
    reason: WaitReason,
    at: Instant,
    /// When it is reported again.
    next: Instant,
}

impl<'a> Observer<'a> {
    pub(crate) fn new(
        on_event: Option<&'a OnEvent>,
        budget: &'a Budget,
        operation: &'static Operation,
        server: Option<&'a str>,
    ) -> Self {
        let now = Instant::now();
        Self {
            on_event,
            budget,
            operation,
            server,
            begun: now,
            attempt: 1,
            waited: Duration::ZERO,
            since: now,
            told: None,
        }
    }

    /// Waits for `work`, and reports that if it takes long. `until`: when it ends, if that is known.
    pub(crate) async fn watch<T>(
        &mut self,
        reason: WaitReason,
        until: Option<Instant>,
        mut work: Pin<&mut impl Future<Output = T>>,
    ) -> T {
        // Most do not wait at all, and need no timer.
        if let Some(value) = poll_fn(|context| Poll::Ready(ready(work.as_mut().poll(context)))).await {
            return value;
        }
        loop {
            match timeout_at(self.due(reason, until), work.as_mut()).await {
                Ok(value) => return value,
                Err(_) => self.tell(reason, until),
            }
        }
    }

    /// Returns when the wait has to be reported.
    fn due(&self, reason: WaitReason, until: Option<Instant>) -> Instant {
        let first = match until {
            Some(until) if until > self.since + NOTICEABLE => self.since,
            _ => self.since + NOTICEABLE,
        };
        match &self.told {
            None => first,
            Some(told) if told.reason == reason => told.next,
            Some(told) => first.max(told.at + NOTICEABLE),
        }
    }

    fn tell(&mut self, reason: WaitReason, until: Option<Instant>) {
        let now = Instant::now();
        let end = until.filter(|until| *until > now);
        let next = end.map_or_else(|| now + AGAIN, |end| end + NOTICEABLE);
        self.told = Some(Told { reason, at: now, next });
        self.report(|| CallEventKind::Waiting {
            attempt: self.attempt,
            reason,
            expected: end.map(|end| end.duration_since(now)),
            waited: now.duration_since(self.since),
            quota_left: self.quota_left(),
        });
    }

    /// The attempt begins.
    pub(crate) fn sends(&mut self) {
        let now = Instant::now();
        self.waited += now.duration_since(self.since);
        (self.since, self.told) = (now, None);
    }

    /// The attempt is over.
    pub(crate) fn attempted(&mut self, outcome: &Outcome) {
        let now = Instant::now();
        self.report(|| CallEventKind::Attempted {
            attempt: self.attempt,
            status: meta(outcome).map(ResponseMeta::status),
            error: self.error(outcome),
            elapsed: now.duration_since(self.since),
            quota_left: self.quota_left(),
        });
        self.attempt += 1;
        self.since = now;
    }

    /// There will be another attempt, after a wait.
    pub(crate) fn retries(&self, last: &Outcome, wait: Duration) {
        self.report(|| CallEventKind::Retrying {
            attempt: self.attempt,
            status: meta(last).map(ResponseMeta::status),
            // Only a failure is followed by another attempt.
            error: self.error(last).unwrap_or(ErrorKind::Api),
            wait,
            quota_left: self.quota_left(),
        });
    }

    /// Waits before the next attempt.
    pub(crate) async fn pause(&mut self, wait: Duration) {
        sleep(wait).await;
        let now = Instant::now();
        self.waited += now.duration_since(self.since);
        self.since = now;
    }

    /// The call is over.
    pub(crate) fn completed(mut self, outcome: &Outcome) {
        let now = Instant::now();
        // It may have ended without another attempt, or waiting for one.
        self.waited += now.duration_since(self.since);
        self.report(|| CallEventKind::Completed {
            attempts: self.attempt - 1,
            status: meta(outcome).map(ResponseMeta::status),
            error: self.error(outcome),
            elapsed: now.duration_since(self.begun),
            waited: self.waited,
        });
    }

    fn error(&self, outcome: &Outcome) -> Option<ErrorKind> {
        match outcome {
            Ok(response) => (!self.operation.succeeds_with(response.meta.status())).then_some(ErrorKind::Api),
            Err(error) => Some(error.kind()),
        }
    }

    fn quota_left(&self) -> Option<u64> {
        self.budget.rate_limit().map(|limit| limit.left)
    }

    /// `kind` is called only if somebody listens.
    fn report(&self, kind: impl FnOnce() -> CallEventKind) {
        if self.on_event.is_none() && !log::IS_ON {
            return;
        }
        let event = CallEvent { operation: self.operation, server: self.server, kind: kind() };
        log::event(&event);
        if let Some(tell) = self.on_event {
            tell(&event);
        }
    }
}

fn ready<T>(polled: Poll<T>) -> Option<T> {
    match polled {
        Poll::Ready(value) => Some(value),
        Poll::Pending => None,
    }
}

fn meta(outcome: &Outcome) -> Option<&ResponseMeta> {
    match outcome {
        Ok(response) => Some(&response.meta),
        Err(error) => error.meta(),
    }
}
