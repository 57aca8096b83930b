// @generated from also-partners.yaml by `cargo xtask generate`: change that, not this.

//! Somewhere else, with a ticket of its own.

use openapi_client_runtime::rt;
pub mod untagged;

/// The resources of also_partners, one method each.
#[derive(Clone, Copy, Debug)]
pub struct AlsoPartners<'a> {
    core: &'a rt::Core,
}

impl<'a> AlsoPartners<'a> {
    pub(super) fn new(core: &'a rt::Core) -> Self {
        Self { core }
    }

    /// Somewhere else, with a ticket of its own.
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
    name: "also_partners",
    server: "http://127.0.0.1:{abroad}/partners",
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
    security: &[&[&super::client::TICKET2]],
};

static RAW: rt::RawOperations = rt::RawOperations::with_security(
    &API,
    "also_partners.raw",
    &[&[&super::client::TICKET2], &[]],
);
