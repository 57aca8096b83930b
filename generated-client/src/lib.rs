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
//! // BIGCOMMERCE_STORE_HASH and BIGCOMMERCE_ACCESS_TOKEN; or `Client::builder(…)`.
//! let client = Client::from_env()?;
//!
//! // One call: the value, with status, headers, request id and rate budget beside it.
//! let page = client.v3().customers().list().id_in([4, 5, 6]).include([Include::Addresses]).await?;
//! println!("{} customers, budget {:?}", page.data.len(), page.rate_limit());
//!
//! // Absent, null and a value are three different things.
//! let change = CustomerUpdate::new(12345).first_name("Aiko").channel_ids(None);
//!
//! // One error type for all operations; the body has the type that the status declares.
//! match client.v3().customers().update([change]).await {
//!     Ok(updated) => println!("request {:?}", updated.request_id()),
//!     Err(error) => match (error.kind(), error.api::<Problem>()) {
//!         (ErrorKind::Api, Some(problem)) => println!("{:?}: {:?}", problem.title, error.field_keys()),
//!         _ => return Err(error),
//!     },
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # Calls
//!
//! A method of a resource takes what its operation requires, and gives a builder with a setter for everything
//! else. The builder is plain data until it is awaited: then it is checked against the limits of the
//! specification, sent, and becomes a [`Response`] that derefs to its value, or an [`Error`]. What is
//! wrong with a request is reported without sending it, and names the parameter or the field, as in
//! `body[3].email: 2 characters, must be 3 to 250`.
//!
//! An operation that would delete everything wants a filter, or `.all()`. A filter such as `id_in` may be of any length:
//! a list that would make the URL too long is divided among several calls, whose answers become one.
//!
//! # Lists
//!
//! Awaited, a list gives a page. `stream()` gives every item of all pages, `pages()` the pages with what came beside
//! them; numbered pages, cursors and bare lists are the same to the caller. The next page is read while one is worked
//! on, memory does not grow with the list, and a [`ResumeToken`] takes it up again in another process.
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
//! [`Items`] and [`Pages`] are streams, too, for the combinators of the `futures` crate. An item that does not decode
//! fails its page, and the error says where it is; with [`ClientBuilder::lenient`] it is set aside, and the others
//! arrive.
//!
//! # Many items
//!
//! Operations that take a list have a method for any number of items, an iterator or a stream: [`Batches`] sends calls
//! of the size that the API takes, as many at once as it allows, and is a stream of one [`Outcome`] an item, so that a
//! failed call never hides what the others achieved. An item that is refused does not take its neighbours with it where
//! the API does all of a call or nothing.
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
//! Where the API does one item and refuses another in one call, the call is a success: its value is a [`BatchAnswer`].
//!
//! # Other endpoints
//!
//! An endpoint that has no method here is called by its path, see [`RawRequest`]:
//!
#![cfg_attr(feature = "v3", doc = "```no_run")]
#![cfg_attr(not(feature = "v3"), doc = "```ignore")]
//! use generated_client::reqwest::Method;
//! use serde_json::{Value, json};
//!
//! # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
//! let brands = client.v3().raw(Method::GET, "/catalog/brands").query("limit", 5).fetch::<Value>().await?;
//! println!("{} brands, budget {:?}", brands["data"].as_array().map_or(0, Vec::len), brands.rate_limit());
//!
//! let path = format!("/catalog/brands/{}", 31);
//! client.v3().raw(Method::PUT, path).json(&json!({ "name": "Nordlicht" })).await?;
//! # Ok(())
//! # }
//! ```
//!
//! # Values
//!
//! What a response holds beyond the specification never fails a call: an unknown enum value or union branch is
//! kept as it came and goes back so, an unknown field is skipped; see [Drift](#drift). Scalars that the API writes in
//! more than one way remember how: [`Number`], [`Text`], [`Flag`], [`Date`], [`DateTime`]. A field that can be absent,
//! null or a value is a [`Nullable`].
//!
//! A setter for a point in time takes a [`SystemTime`](std::time::SystemTime), a text in any form that the API
//! understands, and with the features `time`, `jiff` and `chrono` the types of these crates, into which a [`DateTime`]
//! converts as well. It converts into seconds since 1970 ([`DateTime::to_unix`]) without any of them.
//!
#![cfg_attr(all(feature = "v3", feature = "jiff"), doc = "```no_run")]
#![cfg_attr(not(all(feature = "v3", feature = "jiff")), doc = "```ignore")]
//! use generated_client::{Client, jiff};
//!
//! # async fn example(client: Client, since: jiff::Timestamp) -> Result<(), Box<dyn std::error::Error>> {
//! for customer in &client.v3().customers().list().date_modified_min(since).await?.data {
//!     let created = customer.date_created.as_ref().map(jiff::Timestamp::try_from).transpose()?;
//!     println!("{} since {created:?}", customer.email);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # Drift
//!
//! An API changes before its specification does. What an answer holds beyond it is listed in [`Response::drift`], and
//! of a refusal in [`Error::drift`]: unknown fields, enum values and shapes with a JSON pointer to the first of each,
//! and a status that the operation does not declare. [`ClientBuilder::on_drift`] is told of each such answer, to count
//! or to report it in one place; with the feature `tracing` each [`Drift`] is a warning besides. A clean answer costs
//! nothing for it, one with drift is read again as far as the last new kind of it. Values, and keys that are anyone's
//! choice, are not shown.
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
//! Every call returns an [`Error`]. Its [`status`](Error::status) tells what the API responded, [`api`](Error::api) has the
//! body as the type that the operation declares for it, and the raw body stays at hand. `Display` shows the operation, the status, the API's title, the
//! names of the fields at fault, and the request id; `{:#}` adds the API's own words. No `Debug` or `Display`
//! shows a token, a password, a body or personal data.
//!
//! A write that was lost on its way may be done all the same: [`Error::may_have_taken_effect`] tells it from one
//! that surely is not.
//!
//! # Quota and failures
//!
//! A client keeps to the rate limit that the API tells it: calls go as long as the quota lasts, and else wait for
//! the next window ([`Pacing`]). No more calls of an operation run at a time than the API allows. What fails is
//! tried again where that cannot do harm ([`RetryPolicy`]); a POST that may have taken effect is not. All this
//! is shared by the clones of a client, can be set when it is built ([`ClientBuilder`]), and for a single call by
//! `.with(CallOptions::new()…)`: see [`CallOptions`].
//!
//! # Clients
//!
//! A client is cheap to clone, and its clones share connections and limits. Clients of many stores can share one
//! [`HttpClient`]. Calls run on tokio, as reqwest does.
//!
//! A [`Layer`] stands around every HTTP request, to log, to measure or to add a header.
//!
//! # Tests
//!
//! With the feature `test-util` there is a script that answers in place of the API, for the tests of one's own code: see
//! the module `test_util`.
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
//! // A refusal is no failure yet: the client waits as long as it is told to, and tries again.
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
//! Every resource has a module `fixtures` with ready-made answers: for each of its operations what the specification shows
//! as an example, to be pushed as it is, or changed where the test is about something else.
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
//! # Without async
//!
//! With the feature `blocking` every call has `.wait()`, which blocks the thread until the answer is there, and else is
//! `.await`: same builders, same answers, same errors.
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
//! Any number of threads may wait at the same time, and share the limits of their client. The first call starts one
//! thread for the whole process, named `openapi-client`, which drives connections and time. Inside an async runtime,
//! `spawn_blocking` included, a call is not sent but fails with [`ErrorKind::Configuration`]: there it is awaited, or
//! given to `Handle::block_on`.
//!
//! # Features
//!
//! | feature | brings |
//! |:--|:--|
//! | `v3` (default) | the module `v3`, and `client.v3()` |
//! | `v2` (default) | the module `v2`, and `client.v2()` |
//! | `blocking` | `.wait()` on every call and stream, for programs without an async runtime |
//! | `tracing` | spans of calls and attempts, and a warning for what the specification does not know |
//! | `test-util` | the module `test_util`: a script that answers in place of the API |
//! | `time`, `jiff`, `chrono` | conversions of [`Date`] and [`DateTime`] from and to the types of that crate |
//!
//! Who needs one version builds the half: `default-features = false, features = ["v3"]`. Without any of them there is
//! no `Client`.
//!
//! What executes the calls is a crate of its own, `openapi-client-runtime`, which knows no API. Everything of it that a
//! program names is here, too.

#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(any(feature = "v2", feature = "v3"))]
mod generated;

#[doc(inline)]
pub use openapi_client_runtime::*;

#[cfg(any(feature = "v2", feature = "v3"))]
pub use self::generated::Client;
#[cfg(feature = "v2")]
pub use self::generated::v2;
#[cfg(feature = "v3")]
pub use self::generated::v3;
