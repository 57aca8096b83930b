//! What the API allows for one operation: how many requests at once, and none during a stated wait.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use tokio::{sync::Semaphore, time::Instant};

use crate::{transport::queue::Queue, wire::spec::Operation};

/// Shared by the calls of an operation.
pub(crate) struct OperationGate {
    /// `None` if the API has no limit.
    pub(crate) semaphore: Option<Arc<Semaphore>>,
    closed_until: Mutex<Option<Instant>>,
    /// Calls that wait for the semaphore.
    pub(crate) queue: Queue,
}

impl OperationGate {
    pub(crate) fn new(operation: &Operation) -> Self {
        let most = operation.concurrency.and_then(|most| usize::try_from(most).ok());
        Self {
            semaphore: most.map(|most| Arc::new(Semaphore::new(most.clamp(1, Semaphore::MAX_PERMITS)))),
            closed_until: Mutex::default(),
            queue: Queue::default(),
        }
    }

    /// Returns the end of the stated wait, unless it is over.
    pub(crate) fn closed_until(&self, now: Instant) -> Option<Instant> {
        self.closed_until.lock().unwrap_or_else(PoisonError::into_inner).filter(|time| *time > now)
    }

    /// Allows no request for `wait`; a longer wait stays in effect.
    pub(crate) fn close(&self, now: Instant, wait: Duration) {
        let mut closed_until = self.closed_until.lock().unwrap_or_else(PoisonError::into_inner);
        *closed_until = closed_until.max(now.checked_add(wait));
    }
}
