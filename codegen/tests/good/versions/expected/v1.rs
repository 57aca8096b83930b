// @generated from spec/v1/api.yaml by `cargo xtask regen`: change that, not this.

//! A shop of pets.

use openapi_client_runtime::rt;
pub mod pets;

/// The resources of v1, a method each.
#[derive(Clone, Copy, Debug)]
pub struct V1<'a>(pub(super) &'a rt::Core);

impl<'a> V1<'a> {
    /// Pets as they were.
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
    name: "v1",
    server: "https://old.example.org/{shop}",
    request_id: None,
    correlation_id: None,
    rate_limit: None,
    problem: rt::ProblemKeys {
        title: &[],
        keys: &[],
        detail: &[],
    },
    pagination: None,
    max_url: None,
    security: &[&[&super::client::KEY]],
};

static RAW: rt::RawOperations = rt::RawOperations::new(&API, "v1.raw");
