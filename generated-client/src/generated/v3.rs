// @generated from spec/v3/api.yaml by `cargo xtask regen`: change that, not this.

//! The customer endpoints of BigCommerce's REST API, version 3.
//!
//! Lists answer with a `data` array beside a `meta` object; errors are JSON objects with `status`,
//! `title` and, where single fields are to blame, an `errors` map.

use openapi_client_runtime::rt;
pub mod addresses;
pub mod attribute_values;
pub mod attributes;
pub mod common;
pub mod consent;
pub mod credentials;
pub mod customers;
pub mod form_field_values;
pub mod metafields;
pub mod segments;
pub mod settings;
pub mod shopper_profiles;
pub mod stored_instruments;
pub mod subscribers;

/// The resources of v3, a method each.
#[derive(Clone, Copy, Debug)]
pub struct V3<'a>(pub(super) &'a rt::Core);

impl<'a> V3<'a> {
    /// The address books of customers. One call reads or writes the addresses of any number of
    /// customers.
    #[inline]
    pub fn addresses(&self) -> addresses::Addresses<'a> {
        addresses::Addresses(self.0)
    }

    /// Which customer has which value of which attribute. The attributes themselves have operations of
    /// their own.
    #[inline]
    pub fn attribute_values(&self) -> attribute_values::AttributeValues<'a> {
        attribute_values::AttributeValues(self.0)
    }

    /// The attributes that customers of a store can have, such as a date of birth or a price tier. An
    /// attribute is a name and a type; which customer has which value is kept in the attribute values.
    /// A store can have 50 attributes.
    #[inline]
    pub fn attributes(&self) -> attributes::Attributes<'a> {
        attributes::Attributes(self.0)
    }

    /// Which kinds of cookies and scripts a customer has agreed to on the storefront. Each customer has
    /// one consent record, which is read and replaced as a whole.
    #[inline]
    pub fn consent(&self) -> consent::ConsentApi<'a> {
        consent::ConsentApi(self.0)
    }

    /// Checks whether an e-mail address and a password belong together, without signing the customer
    /// in.
    #[inline]
    pub fn credentials(&self) -> credentials::CredentialsApi<'a> {
        credentials::CredentialsApi(self.0)
    }

    /// Customers of a store. Who they are, which channels they may sign in to, and how much store
    /// credit they have.
    #[inline]
    pub fn customers(&self) -> customers::Customers<'a> {
        customers::Customers(self.0)
    }

    /// What customers entered into the custom fields of the signup form and of the address form. The
    /// fields themselves are set up in the store's control panel.
    #[inline]
    pub fn form_field_values(&self) -> form_field_values::FormFieldValues<'a> {
        form_field_values::FormFieldValues(self.0)
    }

    /// Named values that apps attach to customers. One group of operations works on the metafields of a
    /// single customer, the other on those of all customers at once.
    #[inline]
    pub fn metafields(&self) -> metafields::Metafields<'a> {
        metafields::Metafields(self.0)
    }

    /// Named sets of shoppers, for promotions and tailored storefronts, and the shopper profiles in
    /// them. A store can have 1,000 segments.
    #[inline]
    pub fn segments(&self) -> segments::Segments<'a> {
        segments::Segments(self.0)
    }

    /// How the store treats customers: tracking consent, privacy policy and customer groups. A channel
    /// can override each setting of the store.
    #[inline]
    pub fn settings(&self) -> settings::SettingsApi<'a> {
        settings::SettingsApi(self.0)
    }

    /// The records through which customers become members of segments. A profile belongs to one
    /// registered customer.
    #[inline]
    pub fn shopper_profiles(&self) -> shopper_profiles::ShopperProfiles<'a> {
        shopper_profiles::ShopperProfiles(self.0)
    }

    /// The cards, PayPal accounts and bank accounts that a customer keeps on file for later orders.
    /// They can only be read, and need scopes of their own.
    #[inline]
    pub fn stored_instruments(&self) -> stored_instruments::StoredInstruments<'a> {
        stored_instruments::StoredInstruments(self.0)
    }

    /// The people who receive the store's newsletters and reminders of abandoned carts. A subscriber
    /// needs no customer account; the e-mail address is what identifies one.
    #[inline]
    pub fn subscribers(&self) -> subscribers::Subscribers<'a> {
        subscribers::Subscribers(self.0)
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
    name: "v3",
    server: "https://api.bigcommerce.com/stores/{store_hash}/v3",
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
        detail: &["detail", "message", "error"],
    },
    pagination: Some(rt::Pagination {
        page: "page",
        limit: "limit",
        after: Some("after"),
        before: Some("before"),
        largest: Some(250i64),
    }),
    max_url: Some(2048usize),
    security: &[&[&super::client::ACCESS_TOKEN]],
};

static RAW: rt::RawOperations = rt::RawOperations::new(&API, "v3.raw");
