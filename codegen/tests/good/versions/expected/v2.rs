// @generated from spec/v2/api.yaml by `cargo xtask regen`: change that, not this.

//! The second version.

use openapi_client_runtime::rt;
pub mod pets;

/// The resources of v2, a method each.
#[derive(Clone, Copy, Debug)]
pub struct V2<'a>(pub(super) &'a rt::Core);

impl<'a> V2<'a> {
    /// Pets as they are.
    #[inline]
    pub fn pets(&self) -> pets::Pets<'a> {
        pets::Pets(self.0)
    }

    /// Calls an endpoint that has no method here. The path is relative to the server's URL, and is not
    /// percent-encoded; see [`RawRequest`](rt::RawRequest).
    #[inline]
    pub fn raw(
        &self,
        method: rt::reqwest::Method,
        path: impl AsRef<str>,
    ) -> rt::RawRequest {
        rt::RawRequest::new(self.0, &RAW, &method, path.as_ref())
    }
}

static API: rt::Api = rt::Api {
    name: "v2",
    server: "https://{region}.example.org/{shop}/v2",
    request_id: Some("X-Trace"),
    correlation_id: Some("X-Chain"),
    rate_limit: Some(rt::RateLimitHeaders {
        quota: "X-Quota",
        left: "X-Left",
        reset_ms: "X-Reset",
        window_ms: "X-Window",
        retry_after_s: None,
    }),
    problem: rt::ProblemKeys {
        title: &["title"],
        keys: &["errors"],
        detail: &["detail"],
    },
    pagination: None,
    max_url: None,
    security: &[&[&super::client::KEY], &[&super::client::SECOND_KEY]],
};

static RAW: rt::RawOperations = rt::RawOperations::new(&API, "v2.raw");
