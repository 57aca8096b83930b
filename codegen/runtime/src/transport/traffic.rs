//! How many calls of a client run at the same time, when each may be sent, and how many may be repeated.

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
        budget::{Budget, Passage, TooLate},
        operation_gate::OperationGate,
        pacing::Pacing,
        queue::{Queue, unless},
        response::ResponseMeta,
    },
    wire::spec::{Method, Operation},
};

/// Shared by the clones of a client.
pub(crate) struct Traffic {
    pub(crate) budget: Budget,
    pub(crate) repeats: Repeats,
    pacing: Pacing,
    /// Of all operations together.
    calls: Semaphore,
    /// Calls that wait for one of those, or for the rate limit.
    queue: Queue,
    operations: Mutex<HashMap<(&'static str, Method), Arc<OperationGate>>>,
}

/// A call on its way. Everything is given back when it is dropped.
pub(crate) struct Permit<'a> {
    gate: Arc<OperationGate>,
    pacing: Pacing,
    _operation: Option<OwnedSemaphorePermit>,
    _call: Option<SemaphorePermit<'a>>,
    passage: Passage<'a>,
}

/// Why a call was not sent before its deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotSent {
    /// The rate limit allows it then at the earliest.
    RateLimit { until: Instant },
    /// Other calls of the client were in its way.
    Busy,
}

impl Traffic {
    pub(crate) fn new(concurrency: usize, pacing: Pacing) -> Self {
        Self {
            budget: Budget::new(pacing),
            repeats: Repeats::default(),
            pacing,
            calls: Semaphore::new(concurrency.clamp(1, Semaphore::MAX_PERMITS)),
            queue: Queue::default(),
            operations: Mutex::default(),
        }
    }

    /// Waits until a call of `operation` may be sent. Calls wait in the order in which they come; one that cannot be
    /// sent before its deadline does not wait for it.
    pub(crate) async fn enter(&self, operation: &'static Operation, deadline: Instant) -> Result<Permit<'_>, NotSent> {
        let gate = self.gate(operation);
        loop {
            // In this order everywhere: nothing waits here that holds what another one needs. What concerns the operation
            // alone is waited for with empty hands.
            if let Some(until) = gate.closed_until(Instant::now()) {
                if until >= deadline {
                    return Err(NotSent::RateLimit { until });
                }
                sleep_until(until).await;
            }
            // A semaphore is never closed, so that it always gives a permit.
            let own = match &gate.semaphore {
                Some(semaphore) => {
                    let place = gate.queue.join();
                    let ahead = || place.ahead().saturating_add(self.queue.length());
                    self.wait(deadline, ahead, pin!(Arc::clone(semaphore).acquire_owned())).await?.ok()
                }
                None => None,
            };
            let place = self.queue.join();
            let call = self.wait(deadline, || place.ahead(), pin!(self.calls.acquire())).await?.ok();
            if gate.closed_until(Instant::now()).is_some() {
                continue;
            }
            let passage = self.wait(deadline, || place.ahead(), pin!(self.budget.enter(deadline))).await?;
            let passage = passage.map_err(not_sent)?;
            if gate.closed_until(Instant::now()).is_some() {
                continue;
            }
            return Ok(Permit { gate, pacing: self.pacing, _operation: own, _call: call, passage });
        }
    }

    /// Waits for `work`, for as long as a call that has so many before it can still be sent in time.
    async fn wait<T>(
        &self,
        deadline: Instant,
        ahead: impl Fn() -> u64,
        mut work: Pin<&mut impl Future<Output = T>>,
    ) -> Result<T, NotSent> {
        loop {
            // Registered before looking, so that none is missed.
            let news = pin!(self.budget.news());
            self.budget.reaches(ahead(), deadline).map_err(not_sent)?;
            match timeout_at(deadline, unless(work.as_mut(), news)).await {
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
    /// Learns from the response. A wait that it states is the account's if it says that the quota is used up, and else the
    /// operation's.
    pub(crate) fn observe(&self, meta: &ResponseMeta) {
        self.passage.observe(meta);
        let Some(wait) = meta.stated_wait().filter(|_| self.pacing.is_on()) else { return };
        let of_account = meta.rate_limit().filter(|limit| limit.left == 0).map_or(Duration::ZERO, |limit| limit.reset);
        if wait > of_account {
            self.gate.close(Instant::now(), wait);
        }
    }
}

/// How many repetitions are left: calls add to them, repetitions take from them. A client all of whose calls fail soon
/// stops repeating, and a server in trouble gets hardly more to do.
pub(crate) struct Repeats(Mutex<u32>);

/// Hundredths of a repetition.
const FULL: u32 = 1_000;
const OF_A_CALL: u32 = 20;
const OF_A_REPETITION: u32 = 100;

impl Default for Repeats {
    fn default() -> Self {
        Self(Mutex::new(FULL))
    }
}

impl Repeats {
    pub(crate) fn add(&self) {
        let mut left = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *left = (*left + OF_A_CALL).min(FULL);
    }

    pub(crate) fn take(&self) -> bool {
        let mut left = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match left.checked_sub(OF_A_REPETITION) {
            Some(rest) => {
                *left = rest;
                true
            }
            None => false,
        }
    }
}
