//! The responses of handlers, and error bodies in the form of each version.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value, json};

const STATUSES: &str = "https://developer.example.org/api-status-codes";

/// A status and a JSON body, which may be empty.
#[derive(Clone, Debug)]
pub(super) struct Response {
    pub(super) status: u16,
    pub(super) body: Vec<u8>,
}

/// The result of a handler: a response either way, so that `?` refuses the request.
pub(super) type Reply = Result<Response, Response>;

/// Errors by field: `0.email` to a text.
pub(super) type Errors = BTreeMap<String, String>;

/// The version of the API, which determines the form of errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Version {
    V2,
    V3,
}

/// Creates a response with a JSON body.
pub(super) fn json<T: Serialize + ?Sized>(status: u16, body: &T) -> Response {
    let mut text = Vec::with_capacity(512);
    // Serialization fails only for keys that are not strings, which the store does not have.
    let _ = serde_json::to_writer(&mut text, body);
    Response { status, body: text }
}

pub(super) fn ok<T: Serialize + ?Sized>(body: &T) -> Reply {
    Ok(json(200, body))
}

/// Creates `{data, meta: {}}`, the response to writes of version 3.
pub(super) fn data<T: Serialize>(status: u16, data: T) -> Reply {
    #[derive(Serialize)]
    struct Data<T> {
        data: T,
        meta: BTreeMap<(), ()>,
    }
    Ok(json(status, &Data { data, meta: BTreeMap::new() }))
}

pub(super) fn no_content() -> Reply {
    Ok(Response { status: 204, body: Vec::new() })
}

/// Creates an error of version 3 that names no field.
pub(super) fn problem(status: u16, title: &str) -> Response {
    json(status, &json!({"status": status, "title": title, "type": STATUSES}))
}

/// Creates an error of version 3 that names fields.
pub(super) fn wrong(status: u16, title: &str, errors: &Errors) -> Response {
    json(status, &json!({"status": status, "title": title, "type": STATUSES, "errors": errors}))
}

/// Creates an error of version 3 that names one field.
pub(super) fn wrong_field(status: u16, title: &str, key: &str, why: &str) -> Response {
    wrong(status, title, &Errors::from([(key.to_owned(), why.to_owned())]))
}

/// Creates an error of version 2.
pub(super) fn failure(status: u16, message: &str) -> Response {
    json(status, &json!([{"status": status, "message": message}]))
}

impl Version {
    /// Creates an error in the form of this version.
    pub(super) fn error(self, status: u16, text: &str) -> Response {
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
    /// By status, then by index.
    failed: BTreeMap<u16, Errors>,
}

impl Partial {
    pub(super) fn done(&mut self, item: &impl Serialize) {
        self.done.push(serde_json::to_value(item).unwrap_or_default());
    }

    pub(super) fn failed(&mut self, status: u16, index: usize, why: &str) {
        self.failed.entry(status).or_default().insert(index.to_string(), why.to_owned());
    }

    /// Creates the response. Its status is `success` if nothing failed, else that of the worst failure.
    pub(super) fn response(self, success: u16, title: &str) -> Response {
        let failed: usize = self.failed.values().map(Errors::len).sum();
        if failed == 0 && success == 201 {
            // Batches of segments and their members have counts only if something failed.
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
