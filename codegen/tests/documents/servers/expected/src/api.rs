// @generated from api.yaml by `cargo xtask generate`: change that, not this.

//! Servers to choose

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

    /// Servers to choose
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
    /// Production
    ///
    /// `https://api.zoo.example/v1`
    pub const PRODUCTION: rt::Server = rt::Server::new(
        "api",
        "https://api.zoo.example/v1",
        &[],
    );
    /// The sandbox server
    ///
    /// `https://{region}.sandbox.zoo.example/{stage}`
    ///
    /// Set its variables by [`server_variable`](rt::ClientBuilder::server_variable):
    ///
    /// - `region`: Where the animals are. Default: `eu`. One of `eu`, `us`.
    /// - `stage`: Default: `v1`.
    pub const SANDBOX: rt::Server = rt::Server::new(
        "api",
        "https://{region}.sandbox.zoo.example/{stage}",
        &[
            rt::Variable {
                name: "region",
                env: None,
                default: Some("eu"),
            },
            rt::Variable {
                name: "stage",
                env: None,
                default: Some("v1"),
            },
        ],
    );
    /// For trials of what is to come, and of nothing that matters to anybody.
    ///
    /// `https://api.zoo.example/v1/beta`
    pub const API_ZOO_EXAMPLE_V1_BETA: rt::Server = rt::Server::new(
        "api",
        "https://api.zoo.example/v1/beta",
        &[],
    );
}

static API: rt::Api = rt::Api {
    name: "api",
    server: "https://api.zoo.example/v1",
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

static RAW: rt::RawOperations = rt::RawOperations::new(&API, "api.raw");
