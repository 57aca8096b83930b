//! Limits how many calls of a client run at the same time, when each may be sent, and how many may be retried.

use std::{
    collections::HashMap,
    pin::{Pin, pin},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore, SemaphorePermit},
    time::{Instant, sleep_until, timeout_at},
};

use crate::{
    transport::{
        budget::{Budget, RatePermit, TooLate},
        call_event::WaitReason,
        observer::Observer,
        operation_gate::OperationGate,
        pacing::Pacing,
        queue::{Queue, unless},
        response::ResponseMeta,
    },
    wire::spec::{Method, Operation},
};

const BUSY: WaitReason = WaitReason::Concurrency;

/// Shared by the clones of a client.
pub(crate) struct Limiter {
    pub(crate) budget: Budget,
    pub(crate) retry_budget: RetryBudget,
    pacing: Pacing,
    /// Limits the calls of all operations together.
    calls: Semaphore,
    /// Calls that wait for that semaphore, or for the rate limit.
    queue: Queue,
    operations: Mutex<HashMap<(&'static str, Method), Arc<OperationGate>>>,
}

/// The permit to send a request. Everything is released when it is dropped.
pub(crate) struct Permit<'a> {
    gate: Arc<OperationGate>,
    pacing: Pacing,
    _operation: Option<OwnedSemaphorePermit>,
    _call: Option<SemaphorePermit<'a>>,
    rate_permit: RatePermit<'a>,
}

/// Why a request was not sent before its deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotSent {
    /// The rate limit does not allow it before `until`.
    RateLimit { until: Instant },
    /// Other calls of the client were in the way.
    Busy,
}

impl Limiter {
    pub(crate) fn new(concurrency: usize, pacing: Pacing) -> Self {
        Self {
            budget: Budget::new(pacing),
            retry_budget: RetryBudget::default(),
            pacing,
            calls: Semaphore::new(concurrency.clamp(1, Semaphore::MAX_PERMITS)),
            queue: Queue::default(),
            operations: Mutex::default(),
        }
    }

    /// Waits until a request of `operation` may be sent. Calls wait in the order in which they arrive; a call that
    /// cannot be sent before its deadline does not wait.
    pub(crate) async fn acquire(
        &self,
        operation: &'static Operation,
        deadline: Instant,
        observer: &mut Observer<'_>,
    ) -> Result<Permit<'_>, NotSent> {
        let gate = self.gate(operation);
        loop {
            // Permits are acquired in the same order everywhere, so that no call holds what another one waits for. Waits that
            // concern only this operation hold no permit.
            if let Some(until) = gate.closed_until(Instant::now()) {
                if until >= deadline {
                    return Err(NotSent::RateLimit { until });
                }
                observer.watch(WaitReason::StatedWait, Some(until), pin!(sleep_until(until))).await;
            }
            // The semaphore is never closed, so it always returns a permit.
            let own = match &gate.semaphore {
                Some(semaphore) => {
                    let place = gate.queue.join();
                    let ahead = || place.ahead().saturating_add(self.queue.length());
                    self.wait(deadline, ahead, BUSY, observer, pin!(Arc::clone(semaphore).acquire_owned())).await?.ok()
                }
                None => None,
            };
            let place = self.queue.join();
            let call = self.wait(deadline, || place.ahead(), BUSY, observer, pin!(self.calls.acquire())).await?.ok();
            if gate.closed_until(Instant::now()).is_some() {
                continue;
            }
            let rate_permit = pin!(self.budget.acquire(deadline));
            let rate_permit = self.wait(deadline, || place.ahead(), WaitReason::Quota, observer, rate_permit).await?;
            let rate_permit = rate_permit.map_err(not_sent)?;
            if gate.closed_until(Instant::now()).is_some() {
                continue;
            }
            return Ok(Permit { gate, pacing: self.pacing, _operation: own, _call: call, rate_permit });
        }
    }

    /// Waits for `work`, as long as a call behind that many others can still be sent in time. `reason`: why it takes
    /// long if the quota lasts.
    async fn wait<T>(
        &self,
        deadline: Instant,
        ahead: impl Fn() -> u64,
        reason: WaitReason,
        observer: &mut Observer<'_>,
        mut work: Pin<&mut impl Future<Output = T>>,
    ) -> Result<T, NotSent> {
        loop {
            // Registered before the check, so that no change is missed.
            let news = pin!(self.budget.news());
            let until = self.budget.reaches(ahead(), deadline).map_err(not_sent)?;
            let reason = if until.is_some() { WaitReason::Quota } else { reason };
            let next = pin!(timeout_at(deadline, unless(work.as_mut(), news)));
            match observer.watch(reason, until, next).await {
                Ok(Some(value)) => return Ok(value),
                Ok(None) => {}
                Err(_) => return Err(not_sent(TooLate { until: self.budget.blocked_until() })),
            }
        }
    }

    fn gate(&self, operation: &'static Operation) -> Arc<OperationGate> {
        let mut operations = self.operations.lock().unwrap_or_else(PoisonError::into_inner);
        let gate = operations.entry((operation.name, operation.method));
        Arc::clone(gate.or_insert_with(|| Arc::new(OperationGate::new(operation))))
    }
}

fn not_sent(late: TooLate) -> NotSent {
    late.until.map_or(NotSent::Busy, |until| NotSent::RateLimit { until })
}

impl Permit<'_> {
    /// Learns from the response. A wait that it states applies to the account if the quota is used up, and otherwise to
    /// the operation.
    pub(crate) fn observe(&self, meta: &ResponseMeta) {
        self.rate_permit.observe(meta);
        let Some(wait) = meta.stated_wait().filter(|_| self.pacing.is_on()) else { return };
        let of_account = meta.rate_limit().filter(|limit| limit.left == 0).map_or(Duration::ZERO, |limit| limit.reset);
        if wait > of_account {
            self.gate.close(Instant::now(), wait);
        }
    }
}

/// The retry budget: calls add to it, retries take from it. If all calls of a client fail, it soon stops retrying, so
/// that a server in trouble gets hardly more load.
pub(crate) struct RetryBudget(Mutex<u32>);

/// In hundredths of a retry.
const FULL: u32 = 1_000;
const OF_A_CALL: u32 = 20;
const OF_A_RETRY: u32 = 100;

impl Default for RetryBudget {
    fn default() -> Self {
        Self(Mutex::new(FULL))
    }
}

impl RetryBudget {
    pub(crate) fn add(&self) {
        let mut left = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *left = (*left + OF_A_CALL).min(FULL);
    }

    pub(crate) fn take(&self) -> bool {
        let mut left = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match left.checked_sub(OF_A_RETRY) {
            Some(rest) => {
                *left = rest;
                true
            }
            None => false,
        }
    }
}
