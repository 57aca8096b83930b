// @generated from spec/v2/api.yaml by `cargo xtask regen`: change that, not this.

//! The older REST API of a BigCommerce store, as far as customers are concerned: customers and
//! their addresses, which version 3 replaces, and customer groups, which only this version offers.
//!
//! Lists are bare JSON arrays and end with an empty `204` answer. Errors are JSON arrays too.

use openapi_client_runtime::rt;
pub mod addresses;
pub mod common;
pub mod customer_groups;
pub mod customers;

/// The resources of v2, a method each.
#[derive(Clone, Copy, Debug)]
pub struct V2<'a>(pub(super) &'a rt::Core);

impl<'a> V2<'a> {
    /// The addresses of one customer, as version 2 of the API shows them.
    #[inline]
    pub fn addresses(&self) -> addresses::Addresses<'a> {
        addresses::Addresses(self.0)
    }

    /// Groups of customers who may see the same categories and get the same discounts. Version 3 has no
    /// operations for them, so these are current.
    #[inline]
    pub fn customer_groups(&self) -> customer_groups::CustomerGroups<'a> {
        customer_groups::CustomerGroups(self.0)
    }

    /// The customer accounts of a store, one at a time, as version 2 of the API shows them.
    #[inline]
    pub fn customers(&self) -> customers::Customers<'a> {
        customers::Customers(self.0)
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
    server: "https://api.bigcommerce.com/stores/{store_hash}/v2",
    request_id: Some("X-Request-Id"),
    correlation_id: Some("X-Correlation-Id"),
    rate_limit: Some(rt::RateLimitHeaders {
        quota: "X-Rate-Limit-Requests-Quota",
        left: "X-Rate-Limit-Requests-Left",
        reset_ms: "X-Rate-Limit-Time-Reset-Ms",
        window_ms: "X-Rate-Limit-Time-Window-Ms",
        retry_after_s: Some("X-Retry-After"),
    }),
    problem: rt::ProblemKeys {
        title: &["title"],
        keys: &["errors"],
        detail: &["message", "error"],
    },
    pagination: Some(rt::Pagination {
        page: "page",
        limit: "limit",
        after: None,
        before: None,
        largest: Some(250i64),
    }),
    max_url: Some(2048usize),
    security: &[&[&super::client::ACCESS_TOKEN]],
};

static RAW: rt::RawOperations = rt::RawOperations::new(&API, "v2.raw");
