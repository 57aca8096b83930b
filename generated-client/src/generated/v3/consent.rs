// @generated from spec/v3/consent.yaml by `cargo xtask regen`: change that, not this.

//! Which kinds of cookies and scripts a customer has agreed to on the storefront. Each customer has
//! one consent record, which is read and replaced as a whole.

use super::common;
use openapi_client_runtime::rt;

/// The operations of `client.v3().consent()`, such as [`get`](Self::get).
#[derive(Clone, Copy, Debug)]
pub struct ConsentApi<'a> {
    core: &'a rt::Core,
}

impl<'a> ConsentApi<'a> {
    pub(super) fn new(core: &'a rt::Core) -> Self {
        Self { core }
    }

    /// Returns a customer's consent.
    ///
    /// Returns what the customer allowed and denied. The answer is the record itself, not wrapped in
    /// `data`.
    ///
    /// `updated_at` of this answer tells when the record was read rather than when it last changed.
    ///
    /// `GET /customers/{customerId}/consent`; scope `store_v2_customers_read_only`.
    ///
    /// # Arguments
    ///
    /// - `customer_id`: Id of the customer.
    ///
    /// # Returns
    ///
    /// [`Consent`].
    ///
    /// The customer's consent.
    ///
    /// # Errors
    ///
    /// [`GetConsentError`] for 401, 403, 404, 422, 429, 5xx.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let answer = client.v3().consent().get(318).await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn get(&self, customer_id: i64) -> GetConsent {
        GetConsent {
            request: rt::Request::new(self.core, &GET_CONSENT)
                .path("customerId", customer_id),
        }
    }

    /// Records a customer's consent.
    ///
    /// Records what the customer allows and denies. Send both lists: together they are the customer's
    /// choice.
    ///
    /// The answer is the record itself, not wrapped in `data`, and may lack `updated_at`.
    ///
    /// `PUT /customers/{customerId}/consent`; scope `store_v2_customers`.
    ///
    /// # Arguments
    ///
    /// - `customer_id`: Id of the customer.
    /// - `body`: What the customer allows and denies.
    ///
    /// # Returns
    ///
    /// [`Consent`].
    ///
    /// The consent as recorded.
    ///
    /// # Errors
    ///
    /// [`UpdateConsentError`] for 401, 403, 404, 422, 429, 5xx.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::v3::consent::{ConsentCategory, ConsentUpdate};
    ///
    /// let answer = client
    ///     .v3()
    ///     .consent()
    ///     .update(318, ConsentUpdate::new()
    ///         .allow([ConsentCategory::Essential, ConsentCategory::Functional])
    ///         .deny([ConsentCategory::Analytics, ConsentCategory::Targeting]))
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn update(&self, customer_id: i64, body: ConsentUpdate) -> UpdateConsent {
        UpdateConsent {
            request: rt::Request::new(self.core, &UPDATE_CONSENT)
                .path("customerId", customer_id)
                .json(&body),
        }
    }
}

/// A call of [`ConsentApi::get`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetConsent {
    request: rt::Request,
}

rt::endpoint! {
    GetConsent: GET_CONSENT => json Consent, GetConsentError;
}

static GET_CONSENT: rt::Operation = rt::Operation {
    id: "getCustomerConsent",
    name: "v3.consent.get",
    method: rt::Method::Get,
    path: "/customers/{customerId}/consent",
    idempotent: true,
    scopes: &["store_v2_customers_read_only"],
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`GetConsent`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum GetConsentError {
    /// 422: The request is not valid; `errors` tells why.
    UnprocessableEntity(rt::ErrorBody<common::Problem>),
    /// 401: The access token is missing, mistyped or revoked.
    Unauthorized(rt::ErrorBody<common::AccessError>),
    /// 403: The token is good, but its scopes do not cover this operation. The gateway in front of the
    /// API answers with a body of its own, a lone `error` text.
    Forbidden(rt::ErrorBody<common::AccessError>),
    /// 404: Nothing is to be found under this address. Look at the store hash first, then at the ids.
    NotFound(rt::ErrorBody<common::Problem>),
    /// 429: The store's quota of requests is used up for now, or too many requests run at once. The
    /// quota belongs to the store: all apps and processes share it. Wait as long as the headers say, by
    /// the longer of the two where both are present. The body may be empty, and a limit that a gateway
    /// imposes may come without any of the headers.
    TooManyRequests(rt::ErrorBody<common::AccessError>),
    /// 5xx: The API or a gateway failed. Most of these pass and may be tried again later; 503 can also
    /// mean that the store is suspended. The body may be empty or an HTML page instead of JSON.
    ServerError(rt::ErrorBody<common::Problem>),
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    GetConsentError {
        422 => UnprocessableEntity(common::Problem),
        401 => Unauthorized(common::AccessError),
        403 => Forbidden(common::AccessError),
        404 => NotFound(common::Problem),
        429 => TooManyRequests(common::AccessError),
        5xx => ServerError(common::Problem),
    }
}

/// A call of [`ConsentApi::update`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct UpdateConsent {
    request: rt::Request,
}

rt::endpoint! {
    UpdateConsent: UPDATE_CONSENT => json Consent, UpdateConsentError;
}

static UPDATE_CONSENT: rt::Operation = rt::Operation {
    id: "updateCustomerConsent",
    name: "v3.consent.update",
    method: rt::Method::Put,
    path: "/customers/{customerId}/consent",
    idempotent: true,
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`UpdateConsent`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum UpdateConsentError {
    /// 422: The lists are missing or hold something that is no category; `errors` tells where.
    UnprocessableEntity(rt::ErrorBody<common::Problem>),
    /// 401: The access token is missing, mistyped or revoked.
    Unauthorized(rt::ErrorBody<common::AccessError>),
    /// 403: The token is good, but its scopes do not cover this operation. The gateway in front of the
    /// API answers with a body of its own, a lone `error` text.
    Forbidden(rt::ErrorBody<common::AccessError>),
    /// 404: Nothing is to be found under this address. Look at the store hash first, then at the ids.
    NotFound(rt::ErrorBody<common::Problem>),
    /// 429: The store's quota of requests is used up for now, or too many requests run at once. The
    /// quota belongs to the store: all apps and processes share it. Wait as long as the headers say, by
    /// the longer of the two where both are present. The body may be empty, and a limit that a gateway
    /// imposes may come without any of the headers.
    TooManyRequests(rt::ErrorBody<common::AccessError>),
    /// 5xx: The API or a gateway failed. Most of these pass and may be tried again later; 503 can also
    /// mean that the store is suspended. The body may be empty or an HTML page instead of JSON.
    ServerError(rt::ErrorBody<common::Problem>),
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    UpdateConsentError {
        422 => UnprocessableEntity(common::Problem),
        401 => Unauthorized(common::AccessError),
        403 => Forbidden(common::AccessError),
        404 => NotFound(common::Problem),
        429 => TooManyRequests(common::AccessError),
        5xx => ServerError(common::Problem),
    }
}

/// What a customer allowed and denied.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Consent {
    /// Categories that the customer agreed to.
    pub allow: Vec<ConsentCategory>,
    /// Categories that the customer refused.
    pub deny: Vec<ConsentCategory>,
    /// When the record was written. The API fills in the time of the current request, which is right
    /// after an update and says nothing after a read. It may be absent.
    pub updated_at: Option<rt::DateTime>,
}

rt::object! {
    Consent {
        allow: "allow" required,
        deny: "deny" required,
        updated_at: "updated_at" optional,
    }
}

/// What a customer allows and denies from now on.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ConsentUpdate {
    /// Categories that the customer agrees to, each at most once. May be empty.
    pub allow: Option<Vec<ConsentCategory>>,
    /// Categories that the customer refuses, each at most once. May be empty.
    pub deny: Option<Vec<ConsentCategory>>,
}

impl ConsentUpdate {
    /// Makes one of what is required; all else is absent.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self { ..rt::Blank::blank() }
    }

    /// Sets [`allow`](field@Self::allow).
    #[inline]
    #[must_use]
    pub fn allow(mut self, allow: impl IntoIterator<Item = ConsentCategory>) -> Self {
        self.allow = Some(allow.into_iter().collect());
        self
    }

    /// Sets [`deny`](field@Self::deny).
    #[inline]
    #[must_use]
    pub fn deny(mut self, deny: impl IntoIterator<Item = ConsentCategory>) -> Self {
        self.deny = Some(deny.into_iter().collect());
        self
    }
}

impl Default for ConsentUpdate {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}

impl From<&Consent> for ConsentUpdate {
    #[inline]
    fn from(source: &Consent) -> Self {
        Self {
            allow: Some(source.allow.clone()),
            deny: Some(source.deny.clone()),
        }
    }
}

rt::object! {
    ConsentUpdate {
        allow: "allow" optional,
        deny: "deny" optional,
    }
}

/// A kind of cookies and scripts:
///
/// - `essential`: the storefront does not work without them.
/// - `functional`: they make the storefront more convenient.
/// - `analytics`: they measure how the storefront is used.
/// - `targeting`: they serve advertising.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ConsentCategory {
    /// `essential`
    Essential,
    /// `functional`
    Functional,
    /// `analytics`
    Analytics,
    /// `targeting`
    Targeting,
    /// A value that this version of the crate does not know, as it came.
    Unknown(rt::UnknownText),
}

rt::string_enum! {
    ConsentCategory {
        Essential = "essential",
        Functional = "functional",
        Analytics = "analytics",
        Targeting = "targeting",
    }
}

rt::fixtures! {
    fixtures {
        /// What [`ConsentApi::get`] answers with 200.
        ///
        /// The customer's consent.
        GET: GET_CONSENT => 200 Consent, r#"{
  "allow": [
    "essential",
    "analytics"
  ],
  "deny": [
    "targeting"
  ],
  "updated_at": "2026-02-11T08:45:10.507Z"
}"#;
        /// What [`ConsentApi::update`] answers with 200.
        ///
        /// The consent as recorded.
        UPDATE: UPDATE_CONSENT => 200 Consent, r#"{
  "allow": [
    "essential",
    "functional"
  ],
  "deny": [
    "analytics",
    "targeting"
  ],
  "updated_at": "2026-02-11T08:46:02Z"
}"#;
    }
}
