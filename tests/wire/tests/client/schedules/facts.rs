//! The results for the callers, compared with the store.

use std::sync::{Arc, Mutex};

use generated_client::{ItemResult, Outcome};
use mock_store::StoreHandle;

/// What the caller of a write knows about one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// The caller gave up before it knew.
    Nothing,
    Done,
    /// It failed, and has not taken effect.
    Failed,
    /// It failed, and may have taken effect.
    Doubt,
}

impl Said {
    pub fn of<I, R>(outcome: &Outcome<I, R>) -> Self {
        match &outcome.result {
            ItemResult::Done(_) => Self::Done,
            ItemResult::Failed(error) if error.may_have_taken_effect() => Self::Doubt,
            ItemResult::Failed(_) | ItemResult::NotAttempted(_) => Self::Failed,
        }
    }

    pub fn of_call<T>(outcome: &Result<T, generated_client::Error>) -> Self {
        match outcome {
            Ok(_) => Self::Done,
            Err(error) if error.may_have_taken_effect() => Self::Doubt,
            Err(_) => Self::Failed,
        }
    }
}

/// Where to look for an item that was written.
#[derive(Clone, Debug)]
pub enum Place {
    /// Nowhere: it is never written.
    Nowhere,
    Note(i64, String),
    Email(String),
    Gone(i64),
    Metafield(i64, String),
}

impl Place {
    fn is_so(&self, store: &StoreHandle) -> bool {
        match self {
            Self::Nowhere => false,
            Self::Note(id, note) => {
                store.customer(id.unsigned_abs()).is_some_and(|customer| customer["notes"] == note.as_str())
            }
            Self::Email(email) => store.customer_by_email(email).is_some(),
            Self::Gone(id) => store.customer(id.unsigned_abs()).is_none(),
            Self::Metafield(customer, key) => {
                let (_, page) = store.call("GET", &format!("/v3/customers/{customer}/metafields?limit=250"), None);
                page["data"].as_array().is_some_and(|all| all.iter().any(|it| it["key"] == key.as_str()))
            }
        }
    }
}

/// An item that a task wants to write.
#[derive(Clone, Debug)]
pub struct Fact {
    pub operation: &'static str,
    /// The name under which the store counts it.
    pub item: String,
    pub place: Place,
    pub said: Said,
    /// Whether it succeeds if there are no faults.
    pub must_succeed: bool,
}

impl Fact {
    fn check(&self, store: &StoreHandle) -> Result<(), String> {
        let (written, is_so) = (store.written(self.operation, &self.item), self.place.is_so(store));
        let agrees = match self.said {
            Said::Done => written > 0 && is_so,
            Said::Failed => written == 0 && !is_so,
            Said::Doubt | Said::Nothing => (written > 0) == is_so,
        };
        let is_post = self.operation.contains("create");
        if agrees && (!is_post || written <= 1) {
            return Ok(());
        }
        Err(format!("the store has written this {written} times, and has it: {is_so}: {self:?}"))
    }
}

/// The items of a task, by their index.
#[derive(Clone, Debug, Default)]
pub struct Facts(Arc<Mutex<Vec<Fact>>>);

impl Facts {
    pub fn add(&self, fact: Fact) {
        self.0.lock().unwrap().push(fact);
    }

    /// Records the outcome of the item with this index; it must be the first one.
    pub fn say(&self, index: usize, said: Said) -> Result<(), String> {
        let mut facts = self.0.lock().unwrap();
        match facts.get_mut(index) {
            Some(fact) if fact.said == Said::Nothing => fact.said = said,
            Some(fact) => return Err(format!("two outcomes of one item: {fact:?}, then {said:?}")),
            None => return Err(format!("an outcome of no item: {index}")),
        }
        Ok(())
    }

    /// Records the outcome of all items of one call.
    pub fn say_all(&self, said: Said) {
        self.0.lock().unwrap().iter_mut().for_each(|fact| fact.said = said);
    }

    /// Asserts that every item has its outcome.
    pub fn all_told(&self) -> Result<(), String> {
        let facts = self.0.lock().unwrap();
        facts.iter().find(|fact| fact.said == Said::Nothing).map_or(Ok(()), |it| Err(format!("no outcome: {it:?}")))
    }

    /// Asserts that the store agrees with the outcomes; without faults, every valid item succeeds.
    pub fn check(&self, store: &StoreHandle, is_calm: bool) -> Result<(), String> {
        let facts = self.0.lock().unwrap();
        for fact in facts.iter() {
            fact.check(store)?;
            if is_calm && fact.must_succeed && fact.said != Said::Done {
                return Err(format!("nothing stood in the way of {fact:?}"));
            }
        }
        Ok(())
    }
}
