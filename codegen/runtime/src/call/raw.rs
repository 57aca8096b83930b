//! Calls of endpoints that are not in the specification.

use std::fmt::Display;

use reqwest::Method;
use serde::{Serialize, de::DeserializeOwned};

use crate::{
    call::{decode::Decoder, endpoint::CallFuture},
    transport::{call_options::CallOptions, core::Core, error::Error, request::Request, response::Response},
    types::{
        check::{At, Violation},
        json::Json,
        value,
    },
    wire::spec::RawOperations,
};

/// A call of an endpoint that the client has no method for: `.await` sends it.
///
/// It is created by the `raw` method of a version, and treated like any other call: same server and credentials, same
/// [pacing](crate::Pacing), [retries](crate::RetryPolicy) and limits, same [`Error`](crate::Error). It is retried as its
/// method allows: a POST or PATCH only if it certainly has not taken effect.
///
/// If the response is not a success, the call fails with an [`Error`](crate::Error), whose [`api`](crate::Error::api) is
/// [`Json`] for every status. A success is [`Json`], or `null` if the body is empty; [`fetch`](Self::fetch) decodes it
/// into a type of your own.
///
/// ```no_run
/// use openapi_client_runtime::reqwest::Method;
/// use serde_json::{Value, json};
///
/// # mod zoo { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/zoo.rs")); }
/// # async fn example(client: zoo::Client) -> Result<(), openapi_client_runtime::Error> {
/// let toys = client.raw(Method::GET, "/toys").query("limit", 5).fetch::<Value>().await?;
/// println!("{} toys, budget {:?}", toys["data"].as_array().map_or(0, Vec::len), toys.rate_limit());
///
/// let path = format!("/toys/{}", 31);
/// client.raw(Method::PUT, path).json(&json!({ "name": "Ball" })).await?;
/// # Ok(())
/// # }
/// # fn main() {}
/// ```
///
/// # The path
///
/// It begins with `/` and is appended to the server's URL, which ends in the version. It is plain text: each of its
/// segments is percent-encoded, including `%`. It cannot lead anywhere else: `.`, `..` and empty segments, `?`, `#`, `\`
/// and control characters are refused before anything is sent. A `/` in an id makes two segments.
///
/// In errors, logs and [layers](crate::Next) the operation is named after the version, such as `v1.raw`. Neither they nor
/// `Debug` show the path or the query, which may hold ids and other personal data.
#[derive(Clone, Debug)]
#[must_use = "requests do nothing unless awaited"]
pub struct RawRequest(Request);

impl IntoFuture for RawRequest {
    type Output = Result<Response<Json>, Error>;
    type IntoFuture = CallFuture<Json>;

    fn into_future(self) -> Self::IntoFuture {
        CallFuture::new(self.0, Decoder::json_or_null())
    }
}

impl RawRequest {
    #[doc(hidden)]
    pub fn new(core: &Core, operations: &'static RawOperations, method: &Method, path: &str) -> Self {
        let operation = operations.get(method);
        let mut request = Request::new(core, operation.unwrap_or(operations.any()));
        if operation.is_none() {
            let methods = "GET, HEAD, OPTIONS, PUT, DELETE, POST and PATCH can be sent";
            request.note(Err(Violation::new(At::Root("method"), methods)));
        }
        match encode(path) {
            Ok(path) => request.set_target(path),
            Err(problem) => request.note(Err(Violation::new(At::Root("path"), problem))),
        }
        Self(request)
    }

    /// Adds `name=value` to the query, percent-encoded. A name that is added twice is sent twice. Join the elements of
    /// an array yourself if it is sent as one value.
    pub fn query(mut self, name: impl AsRef<str>, value: impl Display) -> Self {
        self.0.push_target_query(name.as_ref(), &value.to_string());
        self
    }

    /// Sets the body. If it cannot be serialized, the call fails before it is sent.
    pub fn json(mut self, body: &(impl Serialize + ?Sized)) -> Self {
        self.0.set_unchecked_json(body);
        self
    }

    /// Sets options of this call, which override those of the client.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call, and blocks until the response arrives: see [`CallFuture::wait`].
    ///
    /// # Errors
    /// See [`CallFuture::wait`].
    #[cfg(feature = "blocking")]
    pub fn wait(self) -> Result<Response<Json>, Error> {
        self.into_future().wait()
    }

    /// Sends the call, and decodes the body of a success into a type of your own. An empty body is decoded as `null`,
    /// so that `Option<T>` and `()` accept it.
    pub fn fetch<T: DeserializeOwned>(self) -> CallFuture<T> {
        CallFuture::new(self.0, Decoder::json_or_null())
    }
}

/// Percent-encodes the segments of a path, or returns why the path is not valid.
fn encode(path: &str) -> Result<String, &'static str> {
    let Some(rest) = path.strip_prefix('/') else {
        return Err("it has to begin with `/`, and follows the server's URL");
    };
    if path.contains(char::is_control) {
        return Err("it has control characters");
    }
    if path.contains(['?', '#', '\\']) {
        return Err("it has a `?`, `#` or `\\`; the query is set by `query`");
    }
    // A slash may end it.
    let segments = rest.strip_suffix('/').unwrap_or(rest).split('/');
    let mut encoded = String::with_capacity(path.len());
    for segment in segments {
        match value::segment_problem(segment) {
            Some(_) if segment.is_empty() => return Err("it has an empty segment"),
            Some(problem) => return Err(problem),
            None => value::push_segment(&mut encoded, segment),
        }
    }
    if rest.ends_with('/') {
        encoded.push('/');
    }
    Ok(encoded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_stay_below_the_server() {
        for (path, expected) in [
            ("/brands", Ok("/brands")),
            ("/brands/7/", Ok("/brands/7/")),
            ("/a b/ü%2e%2e/1:2,3@;=&+", Ok("/a%20b/%C3%BC%252e%252e/1%3A2%2C3%40%3B%3D%26%2B")),
            ("/...", Ok("/...")),
            ("/{id}", Ok("/%7Bid%7D")),
            ("", Err("it has to begin with `/`, and follows the server's URL")),
            ("brands", Err("it has to begin with `/`, and follows the server's URL")),
            ("https://example.org/brands", Err("it has to begin with `/`, and follows the server's URL")),
            ("/", Err("it has an empty segment")),
            ("//example.org/brands", Err("it has an empty segment")),
            ("/brands//7", Err("it has an empty segment")),
            ("/brands/7//", Err("it has an empty segment")),
            ("/..", Err("`.` and `..` are not path segments")),
            ("/brands/../../other/", Err("`.` and `..` are not path segments")),
            ("/brands/.", Err("`.` and `..` are not path segments")),
            ("/brands?limit=5", Err("it has a `?`, `#` or `\\`; the query is set by `query`")),
            ("/brands#7", Err("it has a `?`, `#` or `\\`; the query is set by `query`")),
            ("/\\example.org", Err("it has a `?`, `#` or `\\`; the query is set by `query`")),
            ("/brands\r\nx: y", Err("it has control characters")),
            ("/brands\t", Err("it has control characters")),
            ("/\u{85}", Err("it has control characters")),
        ] {
            assert_eq!(encode(path), expected.map(str::to_owned), "{path:?}");
        }
    }
}
