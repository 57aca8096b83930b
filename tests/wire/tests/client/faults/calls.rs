//! One call of each method, and its result for the caller.

use std::fmt;

use generated_client::v3::common::{AccessError, Problem};
use generated_client::v3::customers::{CustomerCreate, CustomerCreateRequired, CustomerUpdate};
use generated_client::{Client, Error, ErrorKind, Response};
use mock_store::StoreHandle;

/// The methods of the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    Get,
    Put,
    Post,
    Delete,
}

const NEW: &str = "new@example.org";
const NOTES: &str = "likes blue glaze";

impl Method {
    pub const ALL: [Self; 4] = [Self::Get, Self::Put, Self::Post, Self::Delete];

    /// Returns how often the store has executed the write of the call.
    pub fn written(self, store: &StoreHandle) -> u32 {
        match self {
            Self::Get => 0,
            Self::Put => store.written("v3.customers.update", 1),
            Self::Post => store.written("v3.customers.create", NEW),
            Self::Delete => store.written("v3.customers.delete", 2),
        }
    }

    /// Whether the store, which has nine customers, has the state after the call and not the one before.
    pub fn has_happened(self, store: &StoreHandle) -> bool {
        let changed = store.customer(1).unwrap()["notes"] == NOTES;
        let created = store.customer_by_email(NEW).is_some();
        let deleted = store.customer(2).is_none();
        assert_eq!(store.customer_count(), 9 + usize::from(created) - usize::from(deleted));
        match self {
            Self::Get => changed || created || deleted,
            Self::Put => changed,
            Self::Post => created,
            Self::Delete => deleted,
        }
    }
}

/// The result of a call for the caller.
pub enum Seen {
    Ok,
    Error { kind: ErrorKind, status: Option<u16>, body: Option<&'static str>, is_indeterminate: bool },
}

/// Makes the call, and checks the value of a success.
pub async fn call(client: &Client, method: Method) -> Seen {
    let customers = client.v3().customers();
    match method {
        Method::Get => seen(customers.list().limit(5).await, |page| {
            assert_eq!(page.data.iter().map(|customer| customer.id).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
        }),
        Method::Put => seen(customers.update([CustomerUpdate::new(1).notes(NOTES)]).await, |batch| {
            assert_eq!((batch.data.len(), batch.data[0].id, batch.data[0].notes.as_str()), (1, 1, NOTES));
        }),
        Method::Post => seen(
            customers
                .create([CustomerCreate::new(CustomerCreateRequired {
                    email: NEW,
                    first_name: "New",
                    last_name: "Customer",
                })])
                .await,
            |batch| {
                assert_eq!((batch.data.len(), batch.data[0].id, batch.data[0].email.as_str()), (1, 10, NEW));
            },
        ),
        Method::Delete => seen(customers.delete([2]).await, |()| {}),
    }
}

fn seen<T>(outcome: Result<Response<T>, Error>, check: impl FnOnce(&T)) -> Seen {
    match outcome {
        Ok(response) => {
            check(&response);
            Seen::Ok
        }
        Err(error) => {
            let is_indeterminate = error.may_have_taken_effect();
            assert_eq!(error.to_string().contains("it may have taken effect"), is_indeterminate, "{error}");
            Seen::Error {
                kind: error.kind(),
                status: error.status().map(|status| status.as_u16()),
                body: match (error.api::<Problem>(), error.api::<AccessError>()) {
                    (None, None) => None,
                    (Some(_), _) => Some("Problem"),
                    (None, Some(_)) => Some("AccessError"),
                },
                is_indeterminate,
            }
        }
    }
}

impl Seen {
    /// A body is decoded as the type that the spec declares for the status.
    pub fn check_type(&self, name: &str) {
        let Self::Error { kind, status, body, .. } = self else { return };
        let declared = match (kind, status) {
            (ErrorKind::Api, Some(401 | 403 | 429)) => Some("AccessError"),
            (ErrorKind::Api, Some(404 | 422 | 500..=599)) => Some("Problem"),
            _ => None,
        };
        // Some responses of the store have no body, or that of a gateway.
        assert!(body.is_none() || *body == declared, "{name}: {body:?}");
        let has_status = matches!(kind, ErrorKind::Api | ErrorKind::Decode | ErrorKind::TooLarge);
        assert!(!has_status || status.is_some(), "{name}: a response has a status");
    }
}

/// Formats the result as in the table.
impl fmt::Display for Seen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::Error { kind, status, is_indeterminate, .. } = self else { return f.write_str("ok") };
        match (kind, status) {
            (ErrorKind::Api, Some(status)) => write!(f, "{status}")?,
            (kind, _) => write!(f, "{kind:?}")?,
        }
        f.write_str(if *is_indeterminate { "?" } else { "" })
    }
}
