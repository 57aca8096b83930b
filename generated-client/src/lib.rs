//! A typed client for BigCommerce's customer APIs (REST V3 and V2), generated from OpenAPI.
//!
#![cfg_attr(feature = "v3", doc = "```no_run")]
#![cfg_attr(not(feature = "v3"), doc = "```ignore")]
//! use generated_client::{
//!     Client,
//!     ErrorKind,
//!     v3::common::Problem,
//!     v3::customers::{CustomerUpdate, Include},
//! };
//!
//! # async fn example() -> Result<(), generated_client::Error> {
//! // BIGCOMMERCE_STORE_HASH and BIGCOMMERCE_ACCESS_TOKEN;
//! // or `Client::builder(…)`, or `Client::builder_from_env()`.
//! let client = Client::from_env()?;
//!
//! // One call: the value, with its status, headers, request id and rate limit.
//! let customers = client.v3().customers();
//! let page = customers.list().id_in([4, 5, 6]).include([Include::Addresses]).await?;
//! println!("{} customers, budget {:?}", page.data.len(), page.rate_limit());
//!
//! // Absent, null and a value are three different things.
//! let change = CustomerUpdate::new(12345).first_name("Aiko").channel_ids(None);
//!
//! // One error type for all operations; the body has the type that the status declares.
//! match client.v3().customers().update([change]).await {
//!     Ok(updated) => println!("request {:?}", updated.request_id()),
//!     Err(error) => match (error.kind(), error.api::<Problem>()) {
//!         (ErrorKind::Api, Some(problem)) => {
//!             println!("{:?}: {:?}", problem.title, error.field_keys());
//!         }
//!         _ => return Err(error),
//!     },
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # Calls
//!
//! A method of a resource takes what its operation requires, and returns a builder with a setter for everything
//! else. The builder is plain data until it is awaited: it is then checked against the limits of the specification
//! and sent, and returns a [`Response`] that derefs to its value, or an [`Error`];
//! [`into_inner`](Response::into_inner) takes the value out, such as the `Option` that `get` and `find_by_email` return.
//! An invalid request fails without being sent, and the error names the parameter or the field, as in `body[3].email: 2 characters, must be 3 to 250`.
//!
//! An operation that would delete everything requires a filter, or `.all()`. A filter such as `id_in` can have any
//! length: if it would make the URL too long, it is split among several calls, whose responses are combined.
//!
//! # Lists
//!
//! Awaiting a list returns one page. `stream()` returns a stream of the items of all pages, `pages()` a stream of the
//! pages with their metadata; numbered pages, cursors and bare arrays all work the same way. The next page is read
//! while the caller processes the current one, memory use does not grow with the list, and a [`ResumeToken`] resumes
//! it, even in another process.
//!
#![cfg_attr(feature = "v3", doc = "```no_run")]
#![cfg_attr(not(feature = "v3"), doc = "```ignore")]
//! # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
//! let mut customers = client.v3().customers().list().date_modified_min("2026-01-31").stream();
//! while let Some(customer) = customers.try_next().await? {
//!     println!("{} ({})", customer.id, customers.resume_token());
//! }
//! # Ok(())
//! # }
//! ```
//!
//! [`Items`] and [`Pages`] also implement `Stream`, for the combinators of the `futures` crate. An item that cannot be
//! decoded fails its page, and the error has its path; with [`ClientBuilder::lenient`] it is set aside, and the others
//! are returned.
//!
//! # Many items
//!
//! Operations that take an array also have a method that takes any number of items, from an iterator or a stream:
//! [`Batches`] sends calls of the size that the API accepts, as concurrently as it allows, and is a stream of one
//! [`Outcome`] per item, so that a failed call never hides the results of the others. If the API rejects a whole call
//! because of one item, the other items are sent again without it.
//!
#![cfg_attr(feature = "v3", doc = "```no_run")]
#![cfg_attr(not(feature = "v3"), doc = "```ignore")]
//! # use generated_client::{Client, ItemResult, v3::customers::CustomerUpdate};
//! # async fn example(client: Client, changes: Vec<CustomerUpdate>) {
//! let mut outcomes = client.v3().customers().update_batches(changes);
//! while let Some(outcome) = outcomes.next().await {
//!     match &outcome.result {
//!         ItemResult::Done(_) => {}
//!         ItemResult::Failed(error) => println!("{}: {error}", outcome.item.id),
//!         ItemResult::NotAttempted(_) => println!("{}: not sent", outcome.item.id),
//!     }
//! }
//! # }
//! ```
//!
//! If the API accepts some items of a call and rejects others, the call is a success, and its value is a [`BatchResponse`].
//!
//! # Other endpoints
//!
//! An endpoint without a method is called by its path; see [`RawRequest`]:
//!
#![cfg_attr(feature = "v3", doc = "```no_run")]
#![cfg_attr(not(feature = "v3"), doc = "```ignore")]
//! use generated_client::reqwest::Method;
//! use serde_json::{Value, json};
//!
//! # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
//! let request = client.v3().raw(Method::GET, "/catalog/brands").query("limit", 5);
//! let brands = request.fetch::<Value>().await?;
//! let count = brands["data"].as_array().map_or(0, Vec::len);
//! println!("{count} brands, budget {:?}", brands.rate_limit());
//!
//! let path = format!("/catalog/brands/{}", 31);
//! client.v3().raw(Method::PUT, path).json(&json!({ "name": "Nordlicht" })).await?;
//! # Ok(())
//! # }
//! ```
//!
//! # Values
//!
//! Content that the specification does not describe never fails a call: an unknown enum value, union branch or field is
//! kept and sent back unchanged; see [Drift](#drift). Scalars that the API writes in more than one way keep the original
//! form: [`Number`], [`Text`], [`Flag`], [`Date`], [`DateTime`]. A field that can be absent, null or a value is a
//! [`Nullable`].
//!
//! Unknown fields belong to the struct that they were read into: `customer.unknown_fields()` returns them by name, and
//! sending a value of that type sends them as well. A conversion such as `CustomerUpdate::from(&customer)` leaves them
//! behind; to take them along, assign them to `update.unknown_fields_mut()`.
//!
//! A setter for a point in time takes a [`SystemTime`](std::time::SystemTime), a string in any form that the API
//! understands, and, with the features `time`, `jiff` and `chrono`, the types of these crates. A [`DateTime`] converts
//! back into them, and without any of them into seconds since 1970 ([`DateTime::to_unix`]).
//!
#![cfg_attr(all(feature = "v3", feature = "jiff"), doc = "```no_run")]
#![cfg_attr(not(all(feature = "v3", feature = "jiff")), doc = "```ignore")]
//! use generated_client::{Client, jiff};
//!
//! # async fn example(client: Client, since: jiff::Timestamp) -> Result<(), Box<dyn std::error::Error>> {
//! for customer in &client.v3().customers().list().date_modified_min(since).await?.data {
//!     let created = customer.date_created.as_ref();
//!     let created = created.map(jiff::Timestamp::try_from).transpose()?;
//!     println!("{} since {created:?}", customer.email);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # Drift
//!
//! An API changes before its specification does. [`Response::drift`] and [`Error::drift`] list what the specification
//! does not describe: unknown fields, enum values and shapes, with a JSON pointer to the first of each, and undeclared
//! statuses. [`ClientBuilder::on_drift`] sets a callback for such responses, to count or report them in one place; with
//! the feature `tracing`, each [`Drift`] is also logged as a warning. A response without drift costs nothing extra; one
//! with drift is read again up to its last new kind of drift. Values and free-form keys are not shown.
//!
#![cfg_attr(feature = "v3", doc = "```")]
#![cfg_attr(not(feature = "v3"), doc = "```ignore")]
//! # fn example() -> Result<(), generated_client::Error> {
//! use generated_client::Client;
//!
//! let client = Client::builder("k7qd2m", "token")
//!     .on_drift(|report| {
//!         for drift in report.drift() {
//!             // v3.customers.list: Customer: unknown field "loyalty_tier" at /data/0/loyalty_tier
//!             eprintln!("{}: {drift}", report.operation());
//!         }
//!     })
//!     .build()?;
//! # Ok(())
//! # }
//! ```
//!
//! # Errors
//!
//! Every call fails with an [`Error`]. [`status`](Error::status) returns the status of the response, and
//! [`api`](Error::api) returns its body as the type that the operation declares; the raw body stays available. `Display`
//! shows the operation, the status, the API's title, the names of the fields at fault, and the request id; `{:#}` adds
//! the API's own message. No `Debug` or `Display` shows a token, a password, a body or personal data.
//!
//! The page `guide::errors` shows an application's own error type around it.
//!
//! A write that fails on the network may have taken effect anyway: [`Error::may_have_taken_effect`] distinguishes it
//! from one that certainly has not.
//!
//! # Quota and failures
//!
//! A client respects the rate limit that the API reports: calls are sent while the quota lasts, and otherwise wait for
//! the next window ([`Pacing`]). It makes no more concurrent calls of an operation than the API allows. Failures are
//! retried if that is safe ([`RetryPolicy`]); a POST that may have taken effect is not. This state is shared by the
//! clones of a client. Configure it when building the client ([`ClientBuilder`]), or for a single call with
//! `.with(CallOptions::new()…)`: see [`CallOptions`].
//!
//! # Clients
//!
//! A client is cheap to clone, and its clones share connections and limits. Clients for several stores can share one
//! [`HttpClient`]. Calls run on tokio, like reqwest.
//!
//! A [`Layer`] wraps every HTTP request, for additional headers and the like. Waits, retries and calls are told to
//! [`ClientBuilder::on_event`], and to subscribers of `tracing`: see the page `guide::monitoring`.
//!
//! # Tests
//!
//! With the feature `test-util`, a script responds instead of the API in the tests of your own code: see the module
//! `test_util`.
//!
#![cfg_attr(all(feature = "v3", feature = "test-util"), doc = "```")]
#![cfg_attr(not(all(feature = "v3", feature = "test-util")), doc = "```ignore")]
//! use generated_client::{
//!     Client, Error, ErrorKind,
//!     test_util::{Failure, Reply, Script},
//! };
//! use serde_json::json;
//!
//! /// The code under test.
//! async fn is_free(client: &Client, email: &str) -> Result<bool, Error> {
//!     let page = client.v3().customers().list().email_in([email]).await?;
//!     Ok(page.data.is_empty())
//! }
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # tokio::time::pause();
//! let script = Script::new();
//! // A refusal is not yet a failure: the client waits as long as the response says, and retries.
//! script.push(Reply::new(429).header("x-rate-limit-time-reset-ms", "15000"));
//! script.push_json(200, json!({ "data": [], "meta": {} }));
//! script.push_failure(Failure::BrokenBody);
//! script.push(Reply::new(403).json(json!({ "error": "This token may not." })));
//!
//! let client = Client::builder("k7qd2m", "token").script(&script).build()?;
//! assert!(is_free(&client, "noor@example.org").await?);
//! assert_eq!(is_free(&client, "noor@example.org").await.unwrap_err().kind(), ErrorKind::Api);
//!
//! let [first, second, ..] = &script.requests()[..] else { panic!("four requests") };
//! assert_eq!((first.method().as_str(), first.path()), ("GET", "/stores/k7qd2m/v3/customers"));
//! assert_eq!(first.query(), "email:in=noor%40example.org");
//! assert_eq!(second.query_pairs(), first.query_pairs());
//! assert!(script.is_exhausted());
//! # Ok(())
//! # }
//! ```
//!
//! Every resource has a module `fixtures` with ready-made responses: for each of its operations the example of the
//! specification, to be pushed as it is or with changes.
//!
#![cfg_attr(all(feature = "v3", feature = "test-util"), doc = "```")]
#![cfg_attr(not(all(feature = "v3", feature = "test-util")), doc = "```ignore")]
//! use generated_client::{Client, test_util::Script, v3::customers::fixtures};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let script = Script::new();
//! script.push_fixture(&fixtures::LIST);
//! let mut page = fixtures::LIST.value();
//! page["data"][0]["email"] = "noor@example.org".into();
//! script.push_json(200, page);
//!
//! let client = Client::builder("k7qd2m", "token").script(&script).build()?;
//! let first = client.v3().customers().list().await?;
//! assert_eq!(*first, fixtures::LIST.decode()?);
//! let second = client.v3().customers().list().await?;
//! assert_eq!(second.data[0].email, "noor@example.org");
//! # Ok(())
//! # }
//! ```
//!
//! Code that makes several requests at once gets its responses by method and path, with `Script::on`. A value of a
//! response type is built from some of its fields: `build!(Customer { id: 4107, email: "noor@example.org".into() })`.
//!
//! # Without async
//!
//! With the feature `blocking`, every call has `.wait()`, which blocks the thread until the response arrives and is
//! otherwise like `.await`: the builders, responses and errors are the same.
//!
#![cfg_attr(all(feature = "v3", feature = "blocking"), doc = "```no_run")]
#![cfg_attr(not(all(feature = "v3", feature = "blocking")), doc = "```ignore")]
//! use generated_client::Client;
//!
//! fn main() -> Result<(), generated_client::Error> {
//!     let client = Client::from_env()?;
//!     let Some(customer) = client.v3().customers().get(4107).wait()?.into_inner() else { return Ok(()) };
//!     let since = customer.date_created.map(|date| date.as_text().into_owned());
//!     println!("{} since {}", customer.email, since.unwrap_or_default());
//!     Ok(())
//! }
//! ```
//!
//! Any number of threads can wait at the same time, and share the limits of their client. The first call starts one
//! thread for the whole process, named `openapi-client`, which drives connections and timers. Inside an async runtime,
//! including `spawn_blocking`, a call is not sent, and fails with [`ErrorKind::Configuration`]: await it there, or pass
//! it to `Handle::block_on`.
//!
//! # Features
//!
//! | feature | adds |
//! |:--|:--|
//! | `v3` (default) | the module `v3`, and `client.v3()` |
//! | `v2` (default) | the module `v2`, and `client.v2()` |
//! | `rustls` (default) | TLS, with the cryptography of aws-lc-rs |
//! | `rustls-no-provider` | TLS, with the cryptography that the program installs: see the page `guide::building` |
//! | `blocking` | `.wait()` on every call and stream, for programs without an async runtime |
//! | `tracing` | spans for calls and attempts, events for waits and retries, and a warning for content that the specification does not describe |
//! | `test-util` | the module `test_util`: a script that responds instead of the API |
//! | `time`, `jiff`, `chrono` | conversions of [`Date`] and [`DateTime`] to and from the types of that crate |
//!
//! To compile one version alone, set `default-features = false, features = ["rustls", "v3"]`. Without a version there is
//! no `Client`.
//!
//! A separate crate, `openapi-client-runtime`, executes the calls and is independent of any API. Everything that a
//! program needs from it is re-exported here.

#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(any(feature = "v2", feature = "v3"))]
mod generated;
/// Text, which only rustdoc reads.
#[cfg(all(doc, feature = "v3"))]
pub mod guide;

#[doc(inline)]
pub use openapi_client_runtime::*;

#[cfg(any(feature = "v2", feature = "v3"))]
pub use self::generated::Client;
#[cfg(feature = "v2")]
pub use self::generated::v2;
#[cfg(feature = "v3")]
pub use self::generated::v3;
