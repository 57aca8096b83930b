// @generated from also-night.yaml by `cargo xtask generate`: change that, not this.

//! Servers of the night

use openapi_client_runtime::rt;
pub mod untagged;

/// The resources of also_night, one method each.
#[derive(Clone, Copy, Debug)]
pub struct AlsoNight<'a> {
    core: &'a rt::Core,
}

impl<'a> AlsoNight<'a> {
    pub(super) fn new(core: &'a rt::Core) -> Self {
        Self { core }
    }

    /// Servers of the night
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

/// The servers that the document names, for [`ClientBuilder::server`](rt::ClientBuilder::server).
pub mod servers {
    use super::rt;
    /// `https://night.zoo.example/n1`
    pub const NIGHT_ZOO_EXAMPLE_N1: rt::Server = rt::Server::new(
        "also_night",
        "https://night.zoo.example/n1",
        &[],
    );
    /// `https://dusk.zoo.example/n1`
    pub const DUSK_ZOO_EXAMPLE_N1: rt::Server = rt::Server::new(
        "also_night",
        "https://dusk.zoo.example/n1",
        &[],
    );
}

static API: rt::Api = rt::Api {
    name: "also_night",
    server: "https://night.zoo.example/n1",
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

static RAW: rt::RawOperations = rt::RawOperations::new(&API, "also_night.raw");
