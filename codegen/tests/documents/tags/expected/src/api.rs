// @generated from api.yaml by `cargo xtask generate`: change that, not this.

//! All of the zoo.

use openapi_client_runtime::rt;
pub mod types;
pub mod animals;
pub mod opening_hours;
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

    /// Who lives here.
    #[inline]
    pub fn animals(&self) -> animals::Animals<'a> {
        animals::Animals::new(self.core)
    }

    /// Opening hours
    #[inline]
    pub fn opening_hours(&self) -> opening_hours::OpeningHours<'a> {
        opening_hours::OpeningHours::new(self.core)
    }

    /// The operations without a tag.
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
    server: "https://zoo.example/{hall}/v1",
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

static RAW: rt::RawOperations = rt::RawOperations::new(&API, "api.raw");
