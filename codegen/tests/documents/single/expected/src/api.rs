// @generated from api.json by `cargo xtask generate`: change that, not this.

//! Lamp

use openapi_client_runtime::rt;
pub mod light;

/// The resources of api, a method each.
#[derive(Clone, Copy, Debug)]
pub struct Api<'a>(pub(super) &'a rt::Core);

impl<'a> Api<'a> {
    /// Lamp
    #[inline]
    pub fn light(&self) -> light::LightApi<'a> {
        light::LightApi(self.0)
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
    name: "api",
    server: "http://lamp.example",
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
    security: &[&[&super::client::TOKEN], &[&super::client::BASIC]],
};

static RAW: rt::RawOperations = rt::RawOperations::new(&API, "api.raw");
