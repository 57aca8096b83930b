//! The responses of handlers, and error bodies in the form of each version.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value, json};

const STATUSES: &str = "https://developer.example.org/api-status-codes";

/// A status and a JSON body, which is empty where there is none.
#[derive(Clone, Debug)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) body: Vec<u8>,
}

/// What a handler gives: an answer either way, so that `?` refuses.
pub(super) type Reply = Result<Answer, Answer>;

/// What is wrong with which field: `0.email` to a text.
pub(super) type Errors = BTreeMap<String, String>;

/// Which form errors have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Version {
    V2,
    V3,
}

/// A JSON body.
pub(super) fn json<T: Serialize + ?Sized>(status: u16, body: &T) -> Answer {
    let mut text = Vec::with_capacity(512);
    // Nothing of the store has keys that are no text, the only thing that JSON cannot hold.
    let _ = serde_json::to_writer(&mut text, body);
    Answer { status, body: text }
}

pub(super) fn ok<T: Serialize + ?Sized>(body: &T) -> Reply {
    Ok(json(200, body))
}

/// `{data, meta: {}}`, as writes of version 3 answer.
pub(super) fn data<T: Serialize>(status: u16, data: T) -> Reply {
    #[derive(Serialize)]
    struct Data<T> {
        data: T,
        meta: BTreeMap<(), ()>,
    }
    Ok(json(status, &Data { data, meta: BTreeMap::new() }))
}

pub(super) fn no_content() -> Reply {
    Ok(Answer { status: 204, body: Vec::new() })
}

/// An error of version 3 that names no field.
pub(super) fn problem(status: u16, title: &str) -> Answer {
    json(status, &json!({"status": status, "title": title, "type": STATUSES}))
}

/// An error of version 3 that names fields.
pub(super) fn wrong(status: u16, title: &str, errors: &Errors) -> Answer {
    json(status, &json!({"status": status, "title": title, "type": STATUSES, "errors": errors}))
}

/// The same with one field.
pub(super) fn wrong_field(status: u16, title: &str, key: &str, why: &str) -> Answer {
    wrong(status, title, &Errors::from([(key.to_owned(), why.to_owned())]))
}

/// An error of version 2.
pub(super) fn failure(status: u16, message: &str) -> Answer {
    json(status, &json!([{"status": status, "message": message}]))
}

impl Version {
    /// An error in the form of this version.
    pub(super) fn error(self, status: u16, text: &str) -> Answer {
        match self {
            Self::V2 => failure(status, text),
            Self::V3 => problem(status, text),
        }
    }
}

/// The outcome of a batch that can succeed in part.
#[derive(Default)]
pub(super) struct Partial {
    done: Vec<Value>,
    /// By status, then by place.
    failed: BTreeMap<u16, Errors>,
}

impl Partial {
    pub(super) fn done(&mut self, item: &impl Serialize) {
        self.done.push(serde_json::to_value(item).unwrap_or_default());
    }

    pub(super) fn failed(&mut self, status: u16, index: usize, why: &str) {
        self.failed.entry(status).or_default().insert(index.to_string(), why.to_owned());
    }

    /// `success` is the status if nothing failed; else it is that of the worst failure.
    pub(super) fn answer(self, success: u16, title: &str) -> Answer {
        let failed: usize = self.failed.values().map(Errors::len).sum();
        if failed == 0 && success == 201 {
            // Segments and their members show counts only with failures.
            return json(201, &json!({"data": self.done, "meta": {}}));
        }
        let status = self.failed.keys().next_back().copied().unwrap_or(success);
        let errors: Vec<_> = self
            .failed
            .iter()
            .map(|(status, errors)| json!({"status": status, "title": title, "type": STATUSES, "errors": errors}))
            .collect();
        let meta = json!({"total": self.done.len() + failed, "success": self.done.len(), "failed": failed});
        json(status, &json!({"data": self.done, "errors": errors, "meta": meta}))
    }
}
