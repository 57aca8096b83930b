// @generated from spec/v2/addresses.yaml by `cargo xtask regen`: change that, not this.

//! The addresses of one customer, as version 2 of the API shows them.
//!
//! Version 3 replaces every operation here, reads and writes the addresses of many customers in one
//! call, and should be used for anything new.

use super::common;
use openapi_client_runtime::rt;

/// The operations of `client.v2().addresses()`, such as [`list`](Self::list).
#[derive(Clone, Copy, Debug)]
pub struct Addresses<'a>(pub(super) &'a rt::Core);

impl Addresses<'_> {
    /// Lists the addresses of a customer.
    ///
    /// Returns the customer's addresses in the order of their ids, smallest first.
    ///
    /// A page past the last one is an empty `204` answer, and so is the list of a customer without an
    /// address.
    ///
    /// `GET /customers/{customer_id}/addresses`; scope `store_v2_customers_read_only`; pages by number
    /// until one is empty.
    ///
    /// Awaiting it returns one page; [`stream`](ListAddresses::stream) returns the items of all pages,
    /// [`pages`](ListAddresses::pages) the pages themselves.
    ///
    /// # Arguments
    ///
    /// - `customer_id`: Id of the customer.
    ///
    /// # Returns
    ///
    /// A list of [`Address`]. A page of addresses.
    ///
    /// The customer has no address, or the page lies past the end of the list.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`common::ApiErrors`] for 401, 403, 404, 413, 429, 5xx. See
    /// [responses](super::common#responses).
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let page = client.v2().addresses().list(41).await?;
    ///
    /// let mut all = client.v2().addresses().list(41).stream();
    /// while let Some(item) = all.try_next().await? {
    ///     println!("{item:?}");
    /// }
    /// # Ok(()) }
    /// ```
    #[deprecated(note = "use `v3::addresses::Addresses::list` instead")]
    #[inline]
    pub fn list(&self, customer_id: i64) -> ListAddresses {
        ListAddresses(
            rt::Request::new(self.0, &LIST_ADDRESSES).path("customer_id", customer_id),
        )
    }

    /// Adds an address to a customer.
    ///
    /// Adds one address. `state` must not be `null`; where an address has no state or province, a
    /// single space does.
    ///
    /// `POST /customers/{customer_id}/addresses`; scope `store_v2_customers`.
    ///
    /// # Arguments
    ///
    /// - `customer_id`: Id of the customer.
    /// - `body`: The address to add.
    ///
    /// # Returns
    ///
    /// [`Address`]. The address that was added.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`common::ApiErrors`] for 400, 401, 403, 404, 429, 5xx. See
    /// [responses](super::common#responses).
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::v2::addresses::{AddressCreate, AddressCreateRequired, AddressType};
    ///
    /// let response = client
    ///     .v2()
    ///     .addresses()
    ///     .create(
    ///         41,
    ///         AddressCreate::new(AddressCreateRequired {
    ///             first_name: "Aiko",
    ///             last_name: "Tanabe",
    ///             street_1: "12 Kiln Lane",
    ///             city: "Portland",
    ///             state: "Oregon",
    ///             zip: "97209".into(),
    ///             country: "United States",
    ///             phone: "555-0142".into(),
    ///         })
    ///         .company("Tanabe Ceramics")
    ///         .address_type(AddressType::Commercial),
    ///     )
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[deprecated(note = "use `v3::addresses::Addresses::create` instead")]
    #[inline]
    pub fn create(&self, customer_id: i64, body: AddressCreate) -> CreateAddresses {
        CreateAddresses(
            rt::Request::new(self.0, &CREATE_ADDRESSES)
                .path("customer_id", customer_id)
                .json(&body),
        )
    }

    /// Deletes all addresses of a customer.
    ///
    /// **Takes no filter: every address of the customer is deleted.** To delete a single address, use
    /// the operation that takes its id.
    ///
    /// `DELETE /customers/{customer_id}/addresses`; scope `store_v2_customers`.
    ///
    /// # Arguments
    ///
    /// - `customer_id`: Id of the customer.
    ///
    /// # Returns
    ///
    /// The addresses were deleted.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`common::ApiErrors`] for 401, 403, 404, 429, 5xx. See
    /// [responses](super::common#responses).
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// client.v2().addresses().delete_all(41).all().await?;
    /// # Ok(()) }
    /// ```
    #[deprecated(note = "use `v3::addresses::Addresses::delete` instead")]
    #[inline]
    pub fn delete_all(&self, customer_id: i64) -> DeleteAllAddresses {
        DeleteAllAddresses(
            rt::Request::new(self.0, &DELETE_ALL_ADDRESSES)
                .path("customer_id", customer_id),
        )
    }

    /// Returns one address of a customer.
    ///
    /// Returns an address by its id and its customer's id.
    ///
    /// `GET /customers/{customer_id}/addresses/{customer_address_id}`; scope
    /// `store_v2_customers_read_only`.
    ///
    /// # Arguments
    ///
    /// - `customer_id`: Id of the customer.
    /// - `customer_address_id`: Id of the address.
    ///
    /// # Returns
    ///
    /// [`Address`]. The address.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`common::ApiErrors`] for 401, 403, 404, 429, 5xx. See
    /// [responses](super::common#responses).
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let response = client.v2().addresses().get(41, 16).await?;
    /// # Ok(()) }
    /// ```
    #[deprecated(note = "use `v3::addresses::Addresses::list` instead")]
    #[inline]
    pub fn get(&self, customer_id: i64, customer_address_id: i64) -> GetAddresses {
        GetAddresses(
            rt::Request::new(self.0, &GET_ADDRESSES)
                .path("customer_id", customer_id)
                .path("customer_address_id", customer_address_id),
        )
    }

    /// Updates an address of a customer.
    ///
    /// Changes an address. The API wants all properties that a new address needs, also those that stay
    /// the same: start from the address as it was read.
    ///
    /// `state` must not be `null`; where an address has no state or province, a single space does. The
    /// id and `country_iso2` cannot be changed.
    ///
    /// `PUT /customers/{customer_id}/addresses/{customer_address_id}`; scope `store_v2_customers`.
    ///
    /// # Arguments
    ///
    /// - `customer_id`: Id of the customer.
    /// - `customer_address_id`: Id of the address.
    /// - `body`: The address as it shall be.
    ///
    /// # Returns
    ///
    /// [`Address`]. The address after the change.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`common::ApiErrors`] for 400, 401, 403, 404, 429, 5xx. See
    /// [responses](super::common#responses).
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::v2::addresses::{AddressType, AddressUpdate, AddressUpdateRequired};
    ///
    /// let response = client
    ///     .v2()
    ///     .addresses()
    ///     .update(
    ///         41,
    ///         16,
    ///         AddressUpdate::new(AddressUpdateRequired {
    ///             first_name: "Aiko",
    ///             last_name: "Tanabe",
    ///             street_1: "14 Kiln Lane",
    ///             city: "Portland",
    ///             state: "Oregon",
    ///             zip: "97209".into(),
    ///             country: "United States",
    ///             phone: "555-0142".into(),
    ///         })
    ///         .company("Tanabe Ceramics")
    ///         .address_type(AddressType::Commercial),
    ///     )
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[deprecated(note = "use `v3::addresses::Addresses::update` instead")]
    #[inline]
    pub fn update(
        &self,
        customer_id: i64,
        customer_address_id: i64,
        body: AddressUpdate,
    ) -> UpdateAddresses {
        UpdateAddresses(
            rt::Request::new(self.0, &UPDATE_ADDRESSES)
                .path("customer_id", customer_id)
                .path("customer_address_id", customer_address_id)
                .json(&body),
        )
    }

    /// Deletes one address of a customer.
    ///
    /// Deletes an address by its id and its customer's id.
    ///
    /// `DELETE /customers/{customer_id}/addresses/{customer_address_id}`; scope `store_v2_customers`.
    ///
    /// # Arguments
    ///
    /// - `customer_id`: Id of the customer.
    /// - `customer_address_id`: Id of the address.
    ///
    /// # Returns
    ///
    /// The address was deleted.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`common::ApiErrors`] for 401, 403, 404, 429, 5xx. See
    /// [responses](super::common#responses).
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// client.v2().addresses().delete(41, 16).await?;
    /// # Ok(()) }
    /// ```
    #[deprecated(note = "use `v3::addresses::Addresses::delete` instead")]
    #[inline]
    pub fn delete(&self, customer_id: i64, customer_address_id: i64) -> DeleteAddresses {
        DeleteAddresses(
            rt::Request::new(self.0, &DELETE_ADDRESSES)
                .path("customer_id", customer_id)
                .path("customer_address_id", customer_address_id),
        )
    }

    /// Counts the addresses of a customer.
    ///
    /// Counts all addresses of a customer. In version 3 the total is part of every list answer, in
    /// `meta.pagination`.
    ///
    /// `GET /customers/{customer_id}/addresses/count`; scope `store_v2_customers_read_only`.
    ///
    /// # Arguments
    ///
    /// - `customer_id`: Id of the customer.
    ///
    /// # Returns
    ///
    /// [`common::Count`]. The number of addresses.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`common::ApiErrors`] for 401, 403, 404, 429, 5xx. See
    /// [responses](super::common#responses).
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let response = client.v2().addresses().count(41).await?;
    /// # Ok(()) }
    /// ```
    #[deprecated(note = "use `v3::addresses::Addresses::list` instead")]
    #[inline]
    pub fn count(&self, customer_id: i64) -> CountAddresses {
        CountAddresses(
            rt::Request::new(self.0, &COUNT_ADDRESSES).path("customer_id", customer_id),
        )
    }
}

/// A request of [`Addresses::list`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListAddresses(rt::Request);

impl ListAddresses {
    /// Number of the page to return, counted from 1.
    ///
    /// When sent: from 1.
    #[inline]
    pub fn page(mut self, page: i64) -> Self {
        self.0.set_query(rt::Param::new("page").range(Some(1), None), page);
        self
    }

    /// Items on a page. 50 when left out, 250 at most; the API answers 413 to more.
    ///
    /// When sent: from 1 to 250.
    #[inline]
    pub fn limit(mut self, limit: i64) -> Self {
        self.0.set_query(rt::Param::new("limit").range(Some(1), Some(250)), limit);
        self
    }

    /// Returns a stream of the pages of the whole list.
    #[inline]
    pub fn pages(self) -> rt::Pages<Vec<Address>> {
        rt::Pages::new(self.0, rt::Decoder::list_or_empty())
    }

    /// Returns a stream of the items of all pages.
    #[inline]
    pub fn stream(self) -> rt::Items<Vec<Address>> {
        rt::Items::new(self.0, rt::Decoder::list_or_empty())
    }

    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<Vec<Address>>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for ListAddresses {
    type Output = Result<rt::Response<Vec<Address>>, rt::Error>;
    type IntoFuture = rt::CallFuture<Vec<Address>>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::of_pages(self.0, rt::Decoder::list_or_empty())
    }
}

static LIST_ADDRESSES: rt::Operation = rt::Operation {
    id: "getCustomerAddresses",
    name: "v2.addresses.list",
    method: rt::Method::Get,
    path: "/customers/{customer_id}/addresses",
    successes: rt::statuses![200, 204],
    errors: &[
        rt::json_error::<common::ApiErrors>(rt::statuses![401, 403, 404, 413, 429, 5xx]),
    ],
    paging: Some(rt::Paging::List),
    scopes: &["store_v2_customers_read_only"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Addresses::create`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct CreateAddresses(rt::Request);

impl CreateAddresses {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<Address>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for CreateAddresses {
    type Output = Result<rt::Response<Address>, rt::Error>;
    type IntoFuture = rt::CallFuture<Address>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::json())
    }
}

static CREATE_ADDRESSES: rt::Operation = rt::Operation {
    id: "createCustomerAddress",
    name: "v2.addresses.create",
    method: rt::Method::Post,
    path: "/customers/{customer_id}/addresses",
    errors: &[
        rt::json_error::<common::ApiErrors>(rt::statuses![400, 401, 403, 404, 429, 5xx]),
    ],
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Addresses::delete_all`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct DeleteAllAddresses(rt::Request);

impl DeleteAllAddresses {
    /// Selects everything. Without this, a call without a filter fails before it is sent.
    #[inline]
    pub fn all(mut self) -> Self {
        self.0.allow_all();
        self
    }

    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<()>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for DeleteAllAddresses {
    type Output = Result<rt::Response<()>, rt::Error>;
    type IntoFuture = rt::CallFuture<()>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::empty())
    }
}

static DELETE_ALL_ADDRESSES: rt::Operation = rt::Operation {
    id: "deleteCustomerAddresses",
    name: "v2.addresses.delete_all",
    method: rt::Method::Delete,
    path: "/customers/{customer_id}/addresses",
    successes: rt::statuses![204],
    errors: &[
        rt::json_error::<common::ApiErrors>(rt::statuses![401, 403, 404, 429, 5xx]),
    ],
    guard: Some(&[]),
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Addresses::get`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetAddresses(rt::Request);

impl GetAddresses {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<Address>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for GetAddresses {
    type Output = Result<rt::Response<Address>, rt::Error>;
    type IntoFuture = rt::CallFuture<Address>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::json())
    }
}

static GET_ADDRESSES: rt::Operation = rt::Operation {
    id: "getCustomerAddress",
    name: "v2.addresses.get",
    method: rt::Method::Get,
    path: "/customers/{customer_id}/addresses/{customer_address_id}",
    errors: &[
        rt::json_error::<common::ApiErrors>(rt::statuses![401, 403, 404, 429, 5xx]),
    ],
    scopes: &["store_v2_customers_read_only"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Addresses::update`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct UpdateAddresses(rt::Request);

impl UpdateAddresses {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<Address>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for UpdateAddresses {
    type Output = Result<rt::Response<Address>, rt::Error>;
    type IntoFuture = rt::CallFuture<Address>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::json())
    }
}

static UPDATE_ADDRESSES: rt::Operation = rt::Operation {
    id: "updateCustomerAddress",
    name: "v2.addresses.update",
    method: rt::Method::Put,
    path: "/customers/{customer_id}/addresses/{customer_address_id}",
    errors: &[
        rt::json_error::<common::ApiErrors>(rt::statuses![400, 401, 403, 404, 429, 5xx]),
    ],
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Addresses::delete`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct DeleteAddresses(rt::Request);

impl DeleteAddresses {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<()>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for DeleteAddresses {
    type Output = Result<rt::Response<()>, rt::Error>;
    type IntoFuture = rt::CallFuture<()>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::empty())
    }
}

static DELETE_ADDRESSES: rt::Operation = rt::Operation {
    id: "deletesCustomerAddress",
    name: "v2.addresses.delete",
    method: rt::Method::Delete,
    path: "/customers/{customer_id}/addresses/{customer_address_id}",
    successes: rt::statuses![204],
    errors: &[
        rt::json_error::<common::ApiErrors>(rt::statuses![401, 403, 404, 429, 5xx]),
    ],
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Addresses::count`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct CountAddresses(rt::Request);

impl CountAddresses {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<common::Count>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for CountAddresses {
    type Output = Result<rt::Response<common::Count>, rt::Error>;
    type IntoFuture = rt::CallFuture<common::Count>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::json())
    }
}

static COUNT_ADDRESSES: rt::Operation = rt::Operation {
    id: "getCustomerAddressesCount",
    name: "v2.addresses.count",
    method: rt::Method::Get,
    path: "/customers/{customer_id}/addresses/count",
    errors: &[
        rt::json_error::<common::ApiErrors>(rt::statuses![401, 403, 404, 429, 5xx]),
    ],
    scopes: &["store_v2_customers_read_only"],
    ..rt::Operation::new(&super::API)
};

/// An address of a customer.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Address {
    /// Id of the address.
    pub id: i64,
    /// Customer that the address belongs to.
    pub customer_id: i64,
    /// First name of the recipient.
    pub first_name: String,
    /// Last name of the recipient.
    pub last_name: String,
    /// Company at the address. Empty when not given.
    pub company: String,
    /// First line of the street address.
    pub street_1: String,
    /// Second line of the street address, such as a flat or floor.
    pub street_2: Option<String>,
    /// City, town or suburb.
    pub city: String,
    /// State or province, by its full name.
    pub state: String,
    /// Postal code. Text as a rule, a number in some old addresses.
    pub zip: rt::Text,
    /// Country, by its full English name.
    pub country: String,
    /// Code of the country in ISO 3166-1, two letters. The API derives it from `country`.
    pub country_iso2: String,
    /// Phone number. Text as a rule, a number in some old addresses.
    pub phone: rt::Text,
    /// What kind of place an address is.
    ///
    /// - `residential`: a home
    /// - `commercial`: a business
    pub address_type: AddressType,
    /// The fields that the store owner added to the address form. `null` when the store has none, and
    /// at times left out.
    pub form_fields: rt::Nullable<Vec<common::FormField>>,
}

rt::object! {
    Address {
        id: "id" required,
        customer_id: "customer_id" required,
        first_name: "first_name" required,
        last_name: "last_name" required,
        company: "company" required,
        street_1: "street_1" required,
        street_2: "street_2" required,
        city: "city" required,
        state: "state" required,
        zip: "zip" required,
        country: "country" required,
        country_iso2: "country_iso2" required,
        phone: "phone" required,
        address_type: "address_type" required,
        form_fields: "form_fields" optional,
    }
}

/// An address to add.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct AddressCreate {
    /// Customer that the address belongs to. When sent, the same id as in the path.
    pub customer_id: Option<i64>,
    /// First name of the recipient.
    pub first_name: String,
    /// Last name of the recipient.
    pub last_name: String,
    /// Company at the address.
    pub company: Option<String>,
    /// First line of the street address.
    pub street_1: String,
    /// Second line of the street address, such as a flat or floor.
    pub street_2: Option<String>,
    /// City, town or suburb.
    pub city: String,
    /// State or province, by its full name. `null` is refused: send a single space where the address
    /// has none.
    pub state: String,
    /// Postal code, best sent as text.
    pub zip: rt::Text,
    /// Country, by its full English name.
    pub country: String,
    /// Phone number, best sent as text.
    pub phone: rt::Text,
    /// What kind of place an address is.
    ///
    /// - `residential`: a home
    /// - `commercial`: a business
    pub address_type: Option<AddressType>,
}

/// The required fields of [`AddressCreate`], as [`AddressCreate::new`] takes them.
#[allow(missing_docs)]
pub struct AddressCreateRequired<'a> {
    pub first_name: &'a str,
    pub last_name: &'a str,
    pub street_1: &'a str,
    pub city: &'a str,
    pub state: &'a str,
    pub zip: rt::Text,
    pub country: &'a str,
    pub phone: rt::Text,
}

impl AddressCreate {
    /// Creates an [`AddressCreate`] from its required fields.
    #[inline]
    pub fn new(required: AddressCreateRequired<'_>) -> Self {
        Self {
            first_name: required.first_name.to_owned(),
            last_name: required.last_name.to_owned(),
            street_1: required.street_1.to_owned(),
            city: required.city.to_owned(),
            state: required.state.to_owned(),
            zip: required.zip,
            country: required.country.to_owned(),
            phone: required.phone,
            ..rt::Empty::empty()
        }
    }

    /// Sets [`customer_id`](field@Self::customer_id).
    #[inline]
    pub fn customer_id(mut self, customer_id: i64) -> Self {
        self.customer_id = Some(customer_id);
        self
    }

    /// Sets [`company`](field@Self::company).
    pub fn company(mut self, company: impl Into<String>) -> Self {
        self.company = Some(company.into());
        self
    }

    /// Sets [`street_2`](field@Self::street_2).
    pub fn street_2(mut self, street_2: impl Into<String>) -> Self {
        self.street_2 = Some(street_2.into());
        self
    }

    /// Sets [`address_type`](field@Self::address_type).
    #[inline]
    pub fn address_type(mut self, address_type: AddressType) -> Self {
        self.address_type = Some(address_type);
        self
    }
}

rt::object! {
    AddressCreate {
        customer_id: "customer_id" optional,
        first_name: "first_name" required,
        last_name: "last_name" required,
        company: "company" optional,
        street_1: "street_1" required,
        street_2: "street_2" optional,
        city: "city" required,
        state: "state" required,
        zip: "zip" required,
        country: "country" required,
        phone: "phone" required,
        address_type: "address_type" optional,
    }
}

/// An address as it shall be after the update.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct AddressUpdate {
    /// Customer that the address belongs to. When sent, the same id as in the path.
    pub customer_id: Option<i64>,
    /// First name of the recipient.
    pub first_name: String,
    /// Last name of the recipient.
    pub last_name: String,
    /// Company at the address.
    pub company: Option<String>,
    /// First line of the street address.
    pub street_1: String,
    /// Second line of the street address, such as a flat or floor.
    pub street_2: Option<String>,
    /// City, town or suburb.
    pub city: String,
    /// State or province, by its full name. `null` is refused: send a single space where the address
    /// has none.
    pub state: String,
    /// Postal code, best sent as text.
    pub zip: rt::Text,
    /// Country, by its full English name.
    pub country: String,
    /// Phone number, best sent as text.
    pub phone: rt::Text,
    /// What kind of place an address is.
    ///
    /// - `residential`: a home
    /// - `commercial`: a business
    pub address_type: Option<AddressType>,
}

/// The required fields of [`AddressUpdate`], as [`AddressUpdate::new`] takes them.
#[allow(missing_docs)]
pub struct AddressUpdateRequired<'a> {
    pub first_name: &'a str,
    pub last_name: &'a str,
    pub street_1: &'a str,
    pub city: &'a str,
    pub state: &'a str,
    pub zip: rt::Text,
    pub country: &'a str,
    pub phone: rt::Text,
}

impl AddressUpdate {
    /// Creates an [`AddressUpdate`] from its required fields.
    #[inline]
    pub fn new(required: AddressUpdateRequired<'_>) -> Self {
        Self {
            first_name: required.first_name.to_owned(),
            last_name: required.last_name.to_owned(),
            street_1: required.street_1.to_owned(),
            city: required.city.to_owned(),
            state: required.state.to_owned(),
            zip: required.zip,
            country: required.country.to_owned(),
            phone: required.phone,
            ..rt::Empty::empty()
        }
    }

    /// Sets [`customer_id`](field@Self::customer_id).
    #[inline]
    pub fn customer_id(mut self, customer_id: i64) -> Self {
        self.customer_id = Some(customer_id);
        self
    }

    /// Sets [`company`](field@Self::company).
    pub fn company(mut self, company: impl Into<String>) -> Self {
        self.company = Some(company.into());
        self
    }

    /// Sets [`street_2`](field@Self::street_2).
    pub fn street_2(mut self, street_2: impl Into<String>) -> Self {
        self.street_2 = Some(street_2.into());
        self
    }

    /// Sets [`address_type`](field@Self::address_type).
    #[inline]
    pub fn address_type(mut self, address_type: AddressType) -> Self {
        self.address_type = Some(address_type);
        self
    }
}

impl From<&Address> for AddressUpdate {
    #[inline]
    fn from(source: &Address) -> Self {
        Self {
            customer_id: Some(source.customer_id),
            first_name: source.first_name.clone(),
            last_name: source.last_name.clone(),
            company: Some(source.company.clone()),
            street_1: source.street_1.clone(),
            street_2: source.street_2.clone(),
            city: source.city.clone(),
            state: source.state.clone(),
            zip: source.zip.clone(),
            country: source.country.clone(),
            phone: source.phone.clone(),
            address_type: Some(source.address_type.clone()),
        }
    }
}

rt::object! {
    AddressUpdate {
        customer_id: "customer_id" optional,
        first_name: "first_name" required,
        last_name: "last_name" required,
        company: "company" optional,
        street_1: "street_1" required,
        street_2: "street_2" optional,
        city: "city" required,
        state: "state" required,
        zip: "zip" required,
        country: "country" required,
        phone: "phone" required,
        address_type: "address_type" optional,
    }
}

/// What kind of place an address is.
///
/// - `residential`: a home
/// - `commercial`: a business
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AddressType {
    /// `residential`
    Residential,
    /// `commercial`
    Commercial,
    /// A value that this version of the crate does not know, unchanged.
    Unknown(rt::UnknownText),
}

rt::string_enum! {
    AddressType {
        Residential = "residential",
        Commercial = "commercial",
    }
}

rt::fixtures! {
    fixtures {
        /// A response of [`Addresses::list`] with status 200.
        ///
        /// A page of addresses.
        LIST: LIST_ADDRESSES => 200 Vec<Address>, r#"[
  {
    "id": 16,
    "customer_id": 41,
    "first_name": "Aiko",
    "last_name": "Tanabe",
    "company": "Tanabe Ceramics",
    "street_1": "12 Kiln Lane",
    "street_2": "",
    "city": "Portland",
    "state": "Oregon",
    "zip": "97209",
    "country": "United States",
    "country_iso2": "US",
    "phone": "555-0142",
    "address_type": "commercial",
    "form_fields": [
      {
        "name": "Where to leave parcels",
        "value": "behind the blue door"
      }
    ]
  },
  {
    "id": 17,
    "customer_id": 41,
    "first_name": "Aiko",
    "last_name": "Tanabe",
    "company": "",
    "street_1": "8 Orchard Mews",
    "street_2": null,
    "city": "Salem",
    "state": "Oregon",
    "zip": 97301,
    "country": "United States",
    "country_iso2": "US",
    "phone": "",
    "address_type": "residential",
    "form_fields": null
  }
]"#;
        /// A response of [`Addresses::create`] with status 200.
        ///
        /// The address that was added.
        CREATE: CREATE_ADDRESSES => 200 Address, r#"{
  "id": 16,
  "customer_id": 41,
  "first_name": "Aiko",
  "last_name": "Tanabe",
  "company": "Tanabe Ceramics",
  "street_1": "12 Kiln Lane",
  "street_2": "",
  "city": "Portland",
  "state": "Oregon",
  "zip": "97209",
  "country": "United States",
  "country_iso2": "US",
  "phone": "555-0142",
  "address_type": "commercial",
  "form_fields": [
    {
      "name": "Where to leave parcels",
      "value": "behind the blue door"
    }
  ]
}"#;
        /// A response of [`Addresses::get`] with status 200.
        ///
        /// The address.
        GET: GET_ADDRESSES => 200 Address, r#"{
  "id": 16,
  "customer_id": 41,
  "first_name": "Aiko",
  "last_name": "Tanabe",
  "company": "Tanabe Ceramics",
  "street_1": "12 Kiln Lane",
  "street_2": "",
  "city": "Portland",
  "state": "Oregon",
  "zip": "97209",
  "country": "United States",
  "country_iso2": "US",
  "phone": "555-0142",
  "address_type": "commercial",
  "form_fields": [
    {
      "name": "Where to leave parcels",
      "value": "behind the blue door"
    }
  ]
}"#;
        /// A response of [`Addresses::update`] with status 200.
        ///
        /// The address after the change.
        UPDATE: UPDATE_ADDRESSES => 200 Address, r#"{
  "id": 16,
  "customer_id": 41,
  "first_name": "Aiko",
  "last_name": "Tanabe",
  "company": "Tanabe Ceramics",
  "street_1": "14 Kiln Lane",
  "street_2": "",
  "city": "Portland",
  "state": "Oregon",
  "zip": "97209",
  "country": "United States",
  "country_iso2": "US",
  "phone": "555-0142",
  "address_type": "commercial",
  "form_fields": [
    {
      "name": "Where to leave parcels",
      "value": "behind the blue door"
    }
  ]
}"#;
        /// A response of [`Addresses::count`] with status 200.
        ///
        /// The number of addresses.
        COUNT: COUNT_ADDRESSES => 200 common::Count, r#"{
  "count": 2
}"#;
    }
}
