//! Scripted responses, for tests of code that uses a client: no network, no server, no port.
//!
//! A [`Script`] is a queue of responses and failures. A client that is built with it takes the next one for every request,
//! and the script records the requests. Everything but the HTTP connection is real: limits are checked, responses are
//! decoded, and errors have the same kinds, texts and statuses as in production.
//!
//! ```
//! use openapi_client_runtime::{
//!     Error, ErrorKind,
//!     test_util::{Failure, Reply, Script},
//! };
//! use serde_json::json;
//! # mod zoo { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/zoo.rs")); }
//! # use zoo::Client;
//!
//! /// The code under test.
//! async fn is_free(client: &Client, name: &str) -> Result<bool, Error> {
//!     let page = client.list_pets().name(name).await?;
//!     Ok(page.data.is_empty())
//! }
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # tokio::time::pause();
//! let script = Script::new();
//! // A 429 does not fail the call: the client waits as long as it is told to, and retries.
//! script.push(Reply::new(429).header("retry-after", "15"));
//! script.push_json(200, json!({ "data": [] }));
//! script.push_failure(Failure::BrokenBody);
//! script.push(Reply::new(403).json(json!({ "detail": "This token may not." })));
//!
//! let client = Client::builder("token").script(&script).build()?;
//! assert!(is_free(&client, "Tilda").await?);
//! assert_eq!(is_free(&client, "Tilda").await.unwrap_err().kind(), ErrorKind::Api);
//!
//! let [first, second, ..] = &script.requests()[..] else { panic!("four requests") };
//! assert_eq!((first.method().as_str(), first.path()), ("GET", "/v1/pets"));
//! assert_eq!(first.query(), "name=Tilda");
//! assert_eq!(second.query_pairs(), first.query_pairs());
//! assert!(script.is_exhausted());
//! # Ok(())
//! # }
//! ```
//!
//! Responses need not be written by hand. Every resource of a generated client has a module `fixtures` with a [`Fixture`]
//! for each of its operations, named like the method: the example of the response in the specification. Push it as it is,
//! or change what the test is about.
//!
//! ```
//! use openapi_client_runtime::test_util::Script;
//! # mod zoo { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/zoo.rs")); }
//! # use zoo::{Client, fixtures};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let script = Script::new();
//! script.push_fixture(&fixtures::LIST);
//! let mut page = fixtures::LIST.value();
//! page["data"][0]["name"] = "Noor".into();
//! script.push_json(200, page);
//!
//! let client = Client::builder("token").script(&script).build()?;
//! let first = client.list_pets().await?;
//! assert_eq!(*first, fixtures::LIST.decode()?);
//! let second = client.list_pets().await?;
//! assert_eq!(second.data[0].name, "Noor");
//! # Ok(())
//! # }
//! ```
//!
//! A value that a response would hold is built by [`build!`], from the fields that the test is about:
//!
//! ```
//! use openapi_client_runtime::test_util::{build, response};
//! # mod zoo { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/zoo.rs")); }
//! # use zoo::{Pet, PetPage};
//!
//! let page = build!(PetPage { data: vec![build!(Pet { id: 7, name: "Tilda".to_owned() })] });
//! assert_eq!(page.data[0].id, 7);
//! // The same, as a call returns it.
//! assert_eq!(response(page).status(), 200);
//! ```
//!
//! This module requires the feature `test-util`, which belongs in `[dev-dependencies]`. With tokio's paused time
//! (`#[tokio::test(start_paused = true)]`, which requires tokio's own feature `test-util`) waits take no time either;
//! see [`Reply::delay`].

mod fixture;
mod pieces;
mod reply;
mod reveal;
mod round_trip;
mod routes;
mod seen;
mod values;

use std::{
    collections::VecDeque,
    fmt,
    io::{self, ErrorKind},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use reqwest::Request;
use serde::Serialize;

#[doc(hidden)]
pub use self::round_trip::{Difference, Example, Failed, round_trip, round_trips};
use self::routes::Routes;
pub use self::{
    fixture::Fixture,
    reply::Reply,
    reveal::reveal,
    routes::Route,
    seen::SeenRequest,
    values::{empty, response},
};
#[doc(inline)]
pub use crate::__build as build;
use crate::transport::{
    error::{Error, Loss},
    layer::{Layer, LayerFuture, Next},
};

/// A queue of responses instead of an API, and the requests that were made.
///
/// Clones share both, and so do all clients that are built with it. Every request takes the next response, including
/// redirects that are followed, unless there is one for its method and path ([`on`](Self::on)). A request without a
/// response left fails with an error of the kind [`ErrorKind::Transport`](crate::ErrorKind::Transport) that names it.
/// `Debug` shows only the numbers.
#[derive(Clone, Default)]
pub struct Script(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    steps: VecDeque<Step>,
    routes: Routes,
    requests: Vec<SeenRequest>,
}

#[derive(Clone)]
enum Step {
    Reply(Box<Reply>),
    Failure(Failure),
}

/// How a request fails without a response, or with part of one. It fails at once, without waiting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Failure {
    /// There is no connection.
    Connect,
    /// The connection ends before there is a response.
    NoResponse,
    /// The request times out before there is a response.
    Timeout,
    /// The response breaks off after its head, with status 200; use [`Reply::broken`] for any other head.
    BrokenBody,
    /// The response times out after its head, with status 200; use [`Reply::stalled`] for any other head.
    StalledBody,
}

impl Script {
    /// Creates an empty script.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a response.
    pub fn push(&self, reply: Reply) {
        self.state().steps.push_back(Step::Reply(Box::new(reply)));
    }

    /// Adds a response with a JSON body: short for [`Reply::json`].
    pub fn push_json(&self, status: u16, body: impl Serialize) {
        self.push(Reply::new(status).json(body));
    }

    /// Adds a ready-made response.
    pub fn push_fixture<T>(&self, fixture: &Fixture<T>) {
        self.push(fixture.into());
    }

    /// Adds a failure.
    pub fn push_failure(&self, failure: Failure) {
        self.state().steps.push_back(Step::Failure(failure));
    }

    /// Returns the responses for requests of one method and path, to be added to: for code that makes several requests at
    /// once, in any order.
    ///
    /// The path is that of the request, percent-encoded and without the query, or its end, from a slash on; `*` stands
    /// for any single segment. Where several of a script match, the first one with a response left is taken. Without any,
    /// the request takes the next response that was pushed for all.
    ///
    /// ```
    /// use openapi_client_runtime::test_util::{Reply, Script};
    /// use serde_json::json;
    /// # mod zoo { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/zoo.rs")); }
    /// # use zoo::Client;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let script = Script::new();
    /// script.on("GET", "/pets").push_json(200, json!({ "data": [] }));
    /// script.on("GET", "/pets").always(Reply::new(503));
    /// script.on("DELETE", "/pets/*").push(Reply::new(204));
    ///
    /// let client = Client::builder("token").script(&script).build()?;
    /// assert!(client.list_pets().await?.data.is_empty());
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn on(&self, method: impl AsRef<str>, path: impl Into<String>) -> Route {
        Route::new(self.clone(), method.as_ref(), path.into())
    }

    /// Returns all requests so far, in order, including those that failed.
    #[must_use]
    pub fn requests(&self) -> Vec<SeenRequest> {
        self.state().requests.clone()
    }

    /// Returns how many responses and failures are left, without those that are [always](Route::always) there.
    #[must_use]
    pub fn remaining(&self) -> usize {
        let state = self.state();
        state.steps.len() + state.routes.remaining()
    }

    /// Returns whether no response or failure is left.
    #[must_use]
    pub fn is_exhausted(&self) -> bool {
        self.remaining() == 0
    }

    /// A test that panicked elsewhere leaves the queue intact.
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn take(&self, request: &Request) -> Result<Step, Error> {
        let mut state = self.state();
        state.requests.push(SeenRequest::new(request));
        let step = state.routes.take(request).or_else(|| state.steps.pop_front());
        step.ok_or_else(|| {
            let (method, path) = (request.method(), request.url().path());
            Error::unsent(format!("the script has no response left for {method} {path}"))
        })
    }
}

impl Layer for Script {
    fn call<'a>(&'a self, request: Request, _: Next<'a>) -> LayerFuture<'a> {
        Box::pin(async move {
            match self.take(&request)? {
                Step::Reply(reply) => reply.play().await,
                Step::Failure(failure) => failure.play().await,
            }
        })
    }
}

impl Failure {
    async fn play(self) -> Result<reqwest::Response, Error> {
        let (loss, cause) = match self {
            Self::Connect => (Loss::NoConnection, ErrorKind::ConnectionRefused),
            Self::NoResponse => (Loss::NoResponse, ErrorKind::ConnectionReset),
            Self::Timeout => (Loss::Timeout, ErrorKind::TimedOut),
            Self::BrokenBody => return Reply::new(200).broken().play().await,
            Self::StalledBody => return Reply::new(200).stalled().play().await,
        };
        Err(Error::lost(loss, None).caused_by(io::Error::from(cause)))
    }
}

impl fmt::Debug for Script {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = self.state();
        f.debug_struct("Script")
            .field("remaining", &(state.steps.len() + state.routes.remaining()))
            .field("requests", &state.requests.len())
            .finish()
    }
}
