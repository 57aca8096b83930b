// @generated from also-keepers.yaml by `cargo xtask generate`: change that, not this.

//! Keepers

use openapi_client_runtime::rt;
pub mod types;
pub mod keepers;
pub mod herds;

/// The resources of also_keepers, one method each.
#[derive(Clone, Copy, Debug)]
pub struct AlsoKeepers<'a> {
    core: &'a rt::Core,
}

impl<'a> AlsoKeepers<'a> {
    pub(super) fn new(core: &'a rt::Core) -> Self {
        Self { core }
    }

    /// Keepers
    #[inline]
    pub fn keepers(&self) -> keepers::Keepers<'a> {
        keepers::Keepers::new(self.core)
    }

    /// Herds
    #[inline]
    pub fn herds(&self) -> herds::Herds<'a> {
        herds::Herds::new(self.core)
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
    name: "also_keepers",
    server: "",
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
    security: &[],
};

static RAW: rt::RawOperations = rt::RawOperations::new(&API, "also_keepers.raw");
