// @generated from spec/v3/consent.yaml by `cargo xtask regen`: change that, not this.

//! Which kinds of cookies and scripts a customer has agreed to on the storefront. Each customer has
//! one consent record, which is read and replaced as a whole.

use super::common;
use openapi_client_runtime::rt;

/// The operations of `client.v3().consent()`, such as [`get`](Self::get).
#[derive(Clone, Copy, Debug)]
pub struct ConsentApi<'a>(pub(super) &'a rt::Core);

impl ConsentApi<'_> {
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
    /// [`Consent`]. The customer's consent.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`common::Problem`] for 404, 422, 5xx; [`common::AccessError`] for
    /// 401, 403, 429. See [responses](super::common#responses).
    ///
    /// - 422: The request is not valid; `errors` tells why.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let response = client.v3().consent().get(318).await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn get(&self, customer_id: i64) -> GetConsent {
        GetConsent(
            rt::Request::new(self.0, &GET_CONSENT).path("customerId", customer_id),
        )
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
    /// [`Consent`]. The consent as recorded.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`common::Problem`] for 404, 422, 5xx; [`common::AccessError`] for
    /// 401, 403, 429. See [responses](super::common#responses).
    ///
    /// - 422: The lists are missing or hold something that is no category; `errors` tells where.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::v3::consent::{ConsentCategory, ConsentUpdate};
    ///
    /// let response = client
    ///     .v3()
    ///     .consent()
    ///     .update(
    ///         318,
    ///         ConsentUpdate::new()
    ///             .allow([ConsentCategory::Essential, ConsentCategory::Functional])
    ///             .deny([ConsentCategory::Analytics, ConsentCategory::Targeting]),
    ///     )
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn update(&self, customer_id: i64, body: ConsentUpdate) -> UpdateConsent {
        UpdateConsent(
            rt::Request::new(self.0, &UPDATE_CONSENT)
                .path("customerId", customer_id)
                .json(&body),
        )
    }
}

/// A request of [`ConsentApi::get`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetConsent(rt::Request);

impl GetConsent {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<Consent>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for GetConsent {
    type Output = Result<rt::Response<Consent>, rt::Error>;
    type IntoFuture = rt::CallFuture<Consent>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::json())
    }
}

static GET_CONSENT: rt::Operation = rt::Operation {
    id: "getCustomerConsent",
    name: "v3.consent.get",
    method: rt::Method::Get,
    path: "/customers/{customerId}/consent",
    errors: &[
        rt::json_error::<common::Problem>(rt::statuses![404, 422, 5xx]),
        rt::json_error::<common::AccessError>(rt::statuses![401, 403, 429]),
    ],
    scopes: &["store_v2_customers_read_only"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`ConsentApi::update`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct UpdateConsent(rt::Request);

impl UpdateConsent {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<Consent>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for UpdateConsent {
    type Output = Result<rt::Response<Consent>, rt::Error>;
    type IntoFuture = rt::CallFuture<Consent>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::json())
    }
}

static UPDATE_CONSENT: rt::Operation = rt::Operation {
    id: "updateCustomerConsent",
    name: "v3.consent.update",
    method: rt::Method::Put,
    path: "/customers/{customerId}/consent",
    errors: &[
        rt::json_error::<common::Problem>(rt::statuses![404, 422, 5xx]),
        rt::json_error::<common::AccessError>(rt::statuses![401, 403, 429]),
    ],
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

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
#[derive(Clone, Default, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct ConsentUpdate {
    /// Categories that the customer agrees to, each at most once. May be empty.
    pub allow: Option<Vec<ConsentCategory>>,
    /// Categories that the customer refuses, each at most once. May be empty.
    pub deny: Option<Vec<ConsentCategory>>,
}

impl ConsentUpdate {
    /// Creates an empty [`ConsentUpdate`].
    #[inline]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`allow`](field@Self::allow).
    pub fn allow(mut self, allow: impl IntoIterator<Item = ConsentCategory>) -> Self {
        self.allow = Some(allow.into_iter().collect());
        self
    }

    /// Sets [`deny`](field@Self::deny).
    pub fn deny(mut self, deny: impl IntoIterator<Item = ConsentCategory>) -> Self {
        self.deny = Some(deny.into_iter().collect());
        self
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
    /// A value that this version of the crate does not know, unchanged.
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
        /// A response of [`ConsentApi::get`] with status 200.
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
        /// A response of [`ConsentApi::update`] with status 200.
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
