//! Calls any operation by its name, with strings as arguments: those of recordings and of the command line.
//!
//! `cargo xtask regen` writes the rows, a file for each version, from the same IR as the client. They set parameters
//! through the public builders, as programs do. Whether the right request is sent is checked independently: by the
//! recordings and `requests.txt`, by the schemas of the spec, and by Prism.

// Generated, so not formatted by rustfmt.
#[rustfmt::skip]
mod v2;
#[rustfmt::skip]
mod v3;

use std::future::IntoFuture;
use std::pin::Pin;
use std::str::FromStr;

use generated_client::{Client, Error, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;

use exchanges::Exact;
use test_support::Operation;

/// The arguments of an operation.
#[derive(Clone, Debug, Default)]
pub struct Arguments {
    /// The path parameters.
    pub path: Vec<(String, String)>,
    /// The decoded query parameters, in their order. A guarded operation without any is called for everything.
    pub query: Vec<(String, String)>,
    /// The JSON body.
    pub body: Option<Exact>,
}

/// A call in progress.
pub type Outgoing = Pin<Box<dyn Future<Output = Outcome> + Send>>;
/// Its result.
pub type Outcome = Result<Success, Error>;
/// The function that calls one operation. It fails if an argument is missing, or not of the parameter's type.
type Call = fn(&Client, &Arguments) -> Result<Outgoing, String>;
type Row = (&'static str, Call);

/// A success with its type erased.
#[derive(Debug)]
pub struct Success {
    /// The value, encoded again.
    pub json: String,
    /// The response as `Debug` shows it.
    pub shown: String,
    /// The rest of the response.
    pub meta: generated_client::ResponseMeta,
}

/// Returns the names of all operations that can be called, such as `v3.customers.list`.
pub fn names() -> impl Iterator<Item = &'static str> {
    v3::ROWS.iter().chain(v2::ROWS).map(|(name, _)| *name)
}

/// Prepares a call of an operation.
///
/// # Errors
/// Fails if there is no such operation, or an argument does not fit.
pub fn call(client: &Client, name: &str, arguments: &Arguments) -> Result<Outgoing, String> {
    let (_, call) = v3::ROWS
        .iter()
        .chain(v2::ROWS)
        .find(|(row, _)| *row == name)
        .ok_or_else(|| format!("there is no operation {name}: after a change of spec/, run `cargo xtask regen`"))?;
    call(client, arguments).map_err(|problem| format!("{name}: {problem}"))
}

impl Arguments {
    /// Returns the path, the required query parameters and the body, as in the examples of the spec.
    #[must_use]
    pub fn of_examples(operation: &Operation<'_>) -> Self {
        let example = |parameter: &test_support::Node<'_>| {
            (parameter.text("name").to_owned(), plain(parameter.child("example").value))
        };
        let mut query = operation.parameters("query");
        query.retain(|parameter| parameter.child("required").value == true);
        Self {
            path: operation.parameters("path").iter().map(example).collect(),
            query: query.iter().map(example).collect(),
            body: operation.body_example().map(Exact::from),
        }
    }

    /// Returns the arguments of a request; `path` is without the version, `query` is percent-encoded.
    ///
    /// # Errors
    /// Fails if the path is not that of the operation, or the query is malformed.
    pub fn of_request(operation: &Operation<'_>, path: &str, query: &str, body: Option<Exact>) -> Result<Self, String> {
        let path = operation
            .match_path(path)
            .ok_or_else(|| format!("the path {path} is not one of {} {}", operation.method, operation.path))?;
        let path = path.into_iter().map(|(name, text)| Ok((name, decoded(&text)?))).collect::<Result<_, String>>()?;
        let pairs = query.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
            let (name, value) = pair.split_once('=').ok_or_else(|| format!("`{pair}` of the query has no `=`"))?;
            Ok((decoded(name)?, decoded(value)?))
        });
        Ok(Self { path, query: pairs.collect::<Result<_, String>>()?, body })
    }

    /// Returns a path parameter.
    fn path(&self, name: &str) -> Result<&str, String> {
        of(&self.path, name)
    }

    /// Returns a required query parameter.
    fn query(&self, name: &str) -> Result<&str, String> {
        of(&self.query, name)
    }

    /// Returns the query parameters, except for some.
    fn others<'a>(&'a self, known: &'a [&str]) -> impl Iterator<Item = (&'a str, &'a str)> {
        let others = self.query.iter().filter(|(name, _)| !known.contains(&name.as_str()));
        others.map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// Checks that the query has no other parameters than these.
    fn nothing_but(&self, known: &[&str]) -> Result<(), String> {
        self.others(known).next().map_or(Ok(()), |(name, _)| Err(unknown(name)))
    }

    fn body<T: DeserializeOwned>(&self) -> Result<T, String> {
        let body = self.body.as_ref().ok_or("the body is missing")?;
        serde_json::from_str(&body.to_string()).map_err(|error| format!("the body is not what is sent here: {error}"))
    }
}

fn of<'a>(parameters: &'a [(String, String)], name: &str) -> Result<&'a str, String> {
    let found = parameters.iter().find(|(known, _)| known == name);
    found.map(|(_, text)| text.as_str()).ok_or_else(|| format!("`{name}` is missing"))
}

fn number<T: FromStr>(name: &str, text: &str) -> Result<T, String> {
    text.parse().map_err(|_| format!("`{name}` cannot be `{text}`"))
}

fn numbers<T: FromStr>(name: &str, text: &str) -> Result<Vec<T>, String> {
    text.split(',').map(|item| number(name, item)).collect()
}

fn unknown(name: &str) -> String {
    format!("the operation has no query parameter `{name}`")
}

/// Sends a request of any operation. The bounds show that each of them, and its result, can be sent to another thread.
pub fn send<R, T>(request: R) -> Outgoing
where
    R: IntoFuture<Output = Result<Response<T>, Error>> + Send + Sync + Unpin + 'static,
    R::IntoFuture: Send + Unpin + 'static,
    T: Serialize + Send + Sync + 'static,
    Response<T>: std::fmt::Debug,
{
    let call = request.into_future();
    Box::pin(async move {
        match call.await {
            Ok(response) => Ok(Success {
                json: serde_json::to_string(&*response).unwrap_or_else(|error| error.to_string()),
                shown: format!("{response:?} {response:#?}"),
                meta: response.meta().clone(),
            }),
            Err(error) => Err(error),
        }
    })
}

/// Formats a value for a URL: the elements of an array are separated by commas.
fn plain(value: &serde_json::Value) -> String {
    use serde_json::Value;
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(","),
        other => other.to_string(),
    }
}

fn decoded(text: &str) -> Result<String, String> {
    let decoded = percent_encoding::percent_decode_str(text).decode_utf8();
    decoded.map(String::from).map_err(|_| format!("`{text}` is not UTF-8"))
}
