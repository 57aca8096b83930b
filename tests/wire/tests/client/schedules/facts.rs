//! What callers were told, and whether the store agrees.

use std::sync::{Arc, Mutex};

use generated_client::{ItemResult, Outcome};
use mock_store::StoreHandle;

/// What the caller of a write knows about one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// It gave up before it was told.
    Nothing,
    Done,
    /// It failed, and was not carried out.
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

/// Where an item shows once it is written.
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

/// One item that a task wants to write.
#[derive(Clone, Debug)]
pub struct Fact {
    pub operation: &'static str,
    /// What the store counts it as.
    pub item: String,
    pub place: Place,
    pub said: Said,
    /// Whether nothing stands in its way, but for faults.
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

    /// Of the item with this index, for the first time.
    pub fn say(&self, index: usize, said: Said) -> Result<(), String> {
        let mut facts = self.0.lock().unwrap();
        match facts.get_mut(index) {
            Some(fact) if fact.said == Said::Nothing => fact.said = said,
            Some(fact) => return Err(format!("two outcomes of one item: {fact:?}, then {said:?}")),
            None => return Err(format!("an outcome of no item: {index}")),
        }
        Ok(())
    }

    /// Of all items, which are those of one call.
    pub fn say_all(&self, said: Said) {
        self.0.lock().unwrap().iter_mut().for_each(|fact| fact.said = said);
    }

    /// Every item has its outcome.
    pub fn all_told(&self) -> Result<(), String> {
        let facts = self.0.lock().unwrap();
        facts.iter().find(|fact| fact.said == Said::Nothing).map_or(Ok(()), |it| Err(format!("no outcome: {it:?}")))
    }

    /// The store is as the outcomes say; where nothing goes wrong, so does nothing that can be done.
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
