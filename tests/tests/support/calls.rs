//! Calls as rows of a table, and what all operations have in common: an error of its own for each declared status.

use std::collections::BTreeSet;
use std::future::IntoFuture;
use std::pin::Pin;

use generated_client::{Client, ErrorKind, OperationError, Response};
use tests::Server;
use wiremock::ResponseTemplate;

use crate::support::{Operation, operations};

/// A row: the name of an operation, and its call.
pub type Row = (&'static str, fn(&Client) -> Outgoing);
pub type Outgoing = Pin<Box<dyn Future<Output = Option<Failure>> + Send>>;

/// What became of a call that failed.
pub struct Failure {
    pub kind: ErrorKind,
    /// The error of the operation as `Debug` shows it: its variant, and whether the body is of the declared type.
    pub api: Option<String>,
}

/// Sends a request.
pub fn send<R, T, E>(request: R) -> Outgoing
where
    R: IntoFuture<Output = Result<Response<T>, OperationError<E>>>,
    R::IntoFuture: Send + 'static,
    E: std::fmt::Debug,
{
    let call = request.into_future();
    Box::pin(async move {
        let error = call.await.err()?;
        let api = error.api().map(|api| format!("{api:?}"));
        // Any operation's error is one of the crate.
        Some(Failure { kind: generated_client::Error::from(error).kind(), api })
    })
}

macro_rules! rows {
    ($($name:literal => |$client:ident| $request:expr;)*) => {
        &[$(($name, |$client: &generated_client::Client| $crate::calls::send($request)),)*]
    };
}
pub(crate) use rows;

/// Asserts that the table has these operations and no other.
pub fn assert_complete(rows: &[Row], wanted: impl Fn(&Operation) -> bool) {
    let of_spec: BTreeSet<_> = operations().iter().filter(|operation| wanted(operation)).map(Operation::name).collect();
    let of_table: BTreeSet<_> = rows.iter().map(|(name, _)| (*name).to_owned()).collect();
    let missing: Vec<_> = of_spec.difference(&of_table).collect();
    let strange: Vec<_> = of_table.difference(&of_spec).collect();
    assert!(missing.is_empty() && strange.is_empty(), "without a row: {missing:?}; not in the spec: {strange:?}");
}

/// Asserts, for each row, that each declared error has a variant of its own, whose type reads the example; and that any
/// other status is undeclared.
pub async fn assert_errors(rows: &[Row]) {
    let mut problems = Vec::new();
    for operation in operations() {
        let Some((name, call)) = rows.iter().find(|(name, _)| *name == operation.name()) else { continue };
        let mut variants = BTreeSet::new();
        let responses = operation.node.get("responses").entries();
        let declared = responses.iter().filter(|(status, _)| !status.starts_with('2'));
        for (status, response) in declared {
            let example = &response.value["content"]["application/json"]["example"];
            assert!(!example.is_null(), "{name}: {status} has no example");
            let status: u16 = status.replace("XX", "03").parse().expect("a status");
            let server = Server::json(status, example).await;
            let failure = call(&server.client()).await.unwrap_or_else(|| panic!("{name}: {status} is no success"));
            let api = failure.api.unwrap_or_default();
            let (variant, body) = api.split_once('(').unwrap_or((&api, ""));
            if failure.kind != ErrorKind::Api || variant == "Undeclared" || !body.contains(" decoded") {
                problems.push(format!("{name}: {status} became {api}"));
            }
            if !variants.insert(variant.to_owned()) {
                problems.push(format!("{name}: {status} shares {variant} with another status"));
            }
        }
        assert!(variants.len() >= 5, "{name}: only {variants:?}");
        let server = Server::answering(ResponseTemplate::new(418)).await;
        let api = call(&server.client()).await.and_then(|failure| failure.api).unwrap_or_default();
        if !api.starts_with("Undeclared(") {
            problems.push(format!("{name}: 418 became {api}"));
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
