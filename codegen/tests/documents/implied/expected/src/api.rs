// @generated from api.yaml by `cargo xtask generate`: change that, not this.

//! What the client sends by itself

use openapi_client_runtime::rt;
pub mod untagged;

/// The resources of api, one method each.
#[derive(Clone, Copy, Debug)]
pub struct Api<'a> {
    core: &'a rt::Core,
}

impl<'a> Api<'a> {
    pub(super) fn new(core: &'a rt::Core) -> Self {
        Self { core }
    }

    /// What the client sends by itself
    #[inline]
    pub fn untagged(&self) -> untagged::Untagged<'a> {
        untagged::Untagged::new(self.core)
    }

    /// Calls an endpoint that has no method here. The path follows the server's URL, and is plain text: see
    /// [`RawRequest`](rt::RawRequest).
    #[inline]
    pub fn raw(
        &self,
        method: rt::reqwest::Method,
        path: impl AsRef<str>,
    ) -> rt::RawRequest {
        rt::RawRequest::new(self.core, &RAW, &method, path.as_ref())
    }
}

static API: rt::Api = rt::Api {
    name: "api",
    server: "https://zoo.example/v1",
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
    security: &[&[&super::client::TOKEN]],
};

static RAW: rt::RawOperations = rt::RawOperations::new(&API, "api.raw");
