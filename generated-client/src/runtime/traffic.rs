//! How many calls of a client run at the same time, and how many may be repeated.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use tokio::sync::{OwnedSemaphorePermit, Semaphore, SemaphorePermit};

use super::{
    Operation,
    budget::{Budget, Passage},
};
use crate::Pacing;

/// Shared by the clones of a client.
pub(crate) struct Traffic {
    pub(super) budget: Budget,
    pub(super) repeats: Repeats,
    /// Of all operations together.
    calls: Semaphore,
    /// Of each operation that the API limits.
    operations: Mutex<HashMap<&'static str, Arc<Semaphore>>>,
}

/// A call on its way. Everything is given back when it is dropped.
pub(super) struct Permit<'a> {
    _operation: Option<OwnedSemaphorePermit>,
    _call: Option<SemaphorePermit<'a>>,
    _passage: Passage<'a>,
}

impl Traffic {
    pub(crate) fn new(concurrency: usize, pacing: Pacing) -> Self {
        Self {
            budget: Budget::new(pacing),
            repeats: Repeats::default(),
            calls: Semaphore::new(concurrency.clamp(1, Semaphore::MAX_PERMITS)),
            operations: Mutex::default(),
        }
    }

    /// Waits until a call of `operation` may go. Calls wait in the order in which they come.
    pub(super) async fn enter(&self, operation: &'static Operation) -> Permit<'_> {
        // In this order everywhere: nothing waits here that holds what another one needs. A semaphore is never closed,
        // so that it always gives a permit.
        let own = self.of(operation);
        let operation = match own {
            Some(semaphore) => semaphore.acquire_owned().await.ok(),
            None => None,
        };
        let call = self.calls.acquire().await.ok();
        Permit { _operation: operation, _call: call, _passage: self.budget.enter().await }
    }

    fn of(&self, operation: &'static Operation) -> Option<Arc<Semaphore>> {
        let most = usize::try_from(operation.concurrency?).ok()?.max(1);
        let mut operations = self.operations.lock().unwrap_or_else(PoisonError::into_inner);
        Some(Arc::clone(operations.entry(operation.name).or_insert_with(|| Arc::new(Semaphore::new(most)))))
    }
}

/// How many repetitions are left: calls add to them, repetitions take from them. A client all of whose calls fail soon
/// stops repeating, and a server in trouble gets hardly more to do.
pub(super) struct Repeats(Mutex<u32>);

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
    pub(super) fn add(&self) {
        let mut left = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *left = (*left + OF_A_CALL).min(FULL);
    }

    pub(super) fn take(&self) -> bool {
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
