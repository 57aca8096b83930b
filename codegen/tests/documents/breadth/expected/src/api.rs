// @generated from api.yaml by `cargo xtask generate`: change that, not this.

//! Everything that can be sent and read

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

    /// Everything that can be sent and read
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
    /// The zoo itself.
    ///
    /// `https://{region}.zoo.example/{stage}`
    ///
    /// Set its variables by [`server_variable`](rt::ClientBuilder::server_variable):
    ///
    /// - `region`: Where the animals live. Default: `eu`. One of `eu`, `us`.
    /// - `stage`: Default: `v1`.
    pub const ZOO_ITSELF: rt::Server = rt::Server::new(
        "api",
        "https://{region}.zoo.example/{stage}",
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
    /// For trying things out.
    ///
    /// `https://test.zoo.example`
    pub const FOR_TRYING_THINGS_OUT: rt::Server = rt::Server::new(
        "api",
        "https://test.zoo.example",
        &[],
    );
}

static API: rt::Api = rt::Api {
    name: "api",
    server: "https://{region}.zoo.example/{stage}",
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
    security: &[
        &[&super::client::KEY],
        &[&super::client::USER],
        &[&super::client::QUERY, &super::client::COOKIE],
        &[],
    ],
};

static RAW: rt::RawOperations = rt::RawOperations::new(&API, "api.raw");
