// @generated from spec/v2/addresses.yaml by `cargo xtask regen`: change that, not this.

//! The addresses of one customer, as version 2 of the API shows them.
//!
//! Version 3 replaces every operation here, reads and writes the addresses of many customers in one
//! call, and should be used for anything new.

use super::common;
use openapi_client_runtime::rt;

/// The operations of `client.v2().addresses()`, such as [`list`](Self::list).
#[derive(Clone, Copy, Debug)]
pub struct Addresses<'a> {
    core: &'a rt::Core,
}

impl<'a> Addresses<'a> {
    pub(super) fn new(core: &'a rt::Core) -> Self {
        Self { core }
    }

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
    /// Awaited, it gives one page; [`stream`](ListAddresses::stream) gives the items of all pages,
    /// [`pages`](ListAddresses::pages) the pages themselves.
    ///
    /// # Arguments
    ///
    /// - `customer_id`: Id of the customer.
    ///
    /// # Returns
    ///
    /// A list of [`Address`].
    ///
    /// A page of addresses.
    ///
    /// The customer has no address, or the page lies past the end of the list.
    ///
    /// # Errors
    ///
    /// [`ListAddressesError`] for 401, 403, 404, 413, 429, 5xx.
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
    /// # Ok(())
    /// # }
    /// ```
    #[deprecated(note = "use `v3::addresses::Addresses::list` instead")]
    #[inline]
    pub fn list(&self, customer_id: i64) -> ListAddresses {
        ListAddresses {
            request: rt::Request::new(self.core, &LIST_ADDRESSES)
                .path("customer_id", customer_id),
        }
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
    /// [`Address`].
    ///
    /// The address that was added.
    ///
    /// # Errors
    ///
    /// [`CreateAddressesError`] for 400, 401, 403, 404, 429, 5xx.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::v2::addresses::{AddressCreate, AddressType};
    ///
    /// let answer = client
    ///     .v2()
    ///     .addresses()
    ///     .create(41, AddressCreate::new("Aiko", "Tanabe", "12 Kiln Lane", "Portland", "Oregon", "97209", "United States", "555-0142")
    ///         .company("Tanabe Ceramics")
    ///         .address_type(AddressType::Commercial))
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    #[deprecated(note = "use `v3::addresses::Addresses::create` instead")]
    #[inline]
    pub fn create(&self, customer_id: i64, body: AddressCreate) -> CreateAddresses {
        CreateAddresses {
            request: rt::Request::new(self.core, &CREATE_ADDRESSES)
                .path("customer_id", customer_id)
                .json(&body),
        }
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
    /// [`DeleteAllAddressesError`] for 401, 403, 404, 429, 5xx.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// client.v2().addresses().delete_all(41).all().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[deprecated(note = "use `v3::addresses::Addresses::delete` instead")]
    #[inline]
    pub fn delete_all(&self, customer_id: i64) -> DeleteAllAddresses {
        DeleteAllAddresses {
            request: rt::Request::new(self.core, &DELETE_ALL_ADDRESSES)
                .path("customer_id", customer_id),
        }
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
    /// [`Address`].
    ///
    /// The address.
    ///
    /// # Errors
    ///
    /// [`GetAddressesError`] for 401, 403, 404, 429, 5xx.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let answer = client.v2().addresses().get(41, 16).await?;
    /// # Ok(())
    /// # }
    /// ```
    #[deprecated(note = "use `v3::addresses::Addresses::list` instead")]
    #[inline]
    pub fn get(&self, customer_id: i64, customer_address_id: i64) -> GetAddresses {
        GetAddresses {
            request: rt::Request::new(self.core, &GET_ADDRESSES)
                .path("customer_id", customer_id)
                .path("customer_address_id", customer_address_id),
        }
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
    /// [`Address`].
    ///
    /// The address after the change.
    ///
    /// # Errors
    ///
    /// [`UpdateAddressesError`] for 400, 401, 403, 404, 429, 5xx.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::v2::addresses::{AddressType, AddressUpdate};
    ///
    /// let answer = client
    ///     .v2()
    ///     .addresses()
    ///     .update(41, 16, AddressUpdate::new("Aiko", "Tanabe", "14 Kiln Lane", "Portland", "Oregon", "97209", "United States", "555-0142")
    ///         .company("Tanabe Ceramics")
    ///         .address_type(AddressType::Commercial))
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    #[deprecated(note = "use `v3::addresses::Addresses::update` instead")]
    #[inline]
    pub fn update(
        &self,
        customer_id: i64,
        customer_address_id: i64,
        body: AddressUpdate,
    ) -> UpdateAddresses {
        UpdateAddresses {
            request: rt::Request::new(self.core, &UPDATE_ADDRESSES)
                .path("customer_id", customer_id)
                .path("customer_address_id", customer_address_id)
                .json(&body),
        }
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
    /// [`DeleteAddressesError`] for 401, 403, 404, 429, 5xx.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// client.v2().addresses().delete(41, 16).await?;
    /// # Ok(())
    /// # }
    /// ```
    #[deprecated(note = "use `v3::addresses::Addresses::delete` instead")]
    #[inline]
    pub fn delete(&self, customer_id: i64, customer_address_id: i64) -> DeleteAddresses {
        DeleteAddresses {
            request: rt::Request::new(self.core, &DELETE_ADDRESSES)
                .path("customer_id", customer_id)
                .path("customer_address_id", customer_address_id),
        }
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
    /// [`common::Count`].
    ///
    /// The number of addresses.
    ///
    /// # Errors
    ///
    /// [`CountAddressesError`] for 401, 403, 404, 429, 5xx.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let answer = client.v2().addresses().count(41).await?;
    /// # Ok(())
    /// # }
    /// ```
    #[deprecated(note = "use `v3::addresses::Addresses::list` instead")]
    #[inline]
    pub fn count(&self, customer_id: i64) -> CountAddresses {
        CountAddresses {
            request: rt::Request::new(self.core, &COUNT_ADDRESSES)
                .path("customer_id", customer_id),
        }
    }
}

/// A call of [`Addresses::list`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListAddresses {
    request: rt::Request,
}

impl ListAddresses {
    /// Number of the page to return, counted from 1.
    ///
    /// When sent: from 1.
    #[inline]
    pub fn page(mut self, page: i64) -> Self {
        self.request.set_query("page", page, rt::Limits::NONE.range(Some(1), None));
        self
    }

    /// Items on a page. 50 when left out, 250 at most; the API answers 413 to more.
    ///
    /// When sent: from 1 to 250.
    #[inline]
    pub fn limit(mut self, limit: i64) -> Self {
        self.request
            .set_query("limit", limit, rt::Limits::NONE.range(Some(1), Some(250)));
        self
    }
}

rt::endpoint! {
    ListAddresses: LIST_ADDRESSES => list_or_empty Vec<Address>, ListAddressesError, pages;
}

static LIST_ADDRESSES: rt::Operation = rt::Operation {
    id: "getCustomerAddresses",
    name: "v2.addresses.list",
    method: rt::Method::Get,
    path: "/customers/{customer_id}/addresses",
    successes: rt::statuses![200, 204],
    paging: Some(rt::Paging::List),
    idempotent: true,
    scopes: &["store_v2_customers_read_only"],
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`ListAddresses`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ListAddressesError {
    /// 413: `limit` asks for more items than a page can hold. `details` carries the largest limit as
    /// `max_limit`.
    ContentTooLarge(rt::ErrorBody<common::ApiErrors>),
    /// 401: The access token is missing, wrong or revoked. The body may be empty.
    Unauthorized(rt::ErrorBody<common::ApiErrors>),
    /// 403: The access token is valid but lacks an OAuth scope that this operation needs. The gateway
    /// answers this with an object that holds a single `error`.
    Forbidden(rt::ErrorBody<common::ApiErrors>),
    /// 404: The store has no such resource.
    NotFound(rt::ErrorBody<common::ApiErrors>),
    /// 429: The store's request quota is used up. All apps and processes of a store share it. The body
    /// may be empty, and the headers may be missing.
    TooManyRequests(rt::ErrorBody<common::ApiErrors>),
    /// 5xx: The API or its gateway failed. Most failures pass; a 503 can also mean that the store is
    /// suspended. 509 is the rate limit of earlier years. The body may be HTML or empty.
    ServerError(rt::ErrorBody<common::ApiErrors>),
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    ListAddressesError {
        413 => ContentTooLarge(common::ApiErrors),
        401 => Unauthorized(common::ApiErrors),
        403 => Forbidden(common::ApiErrors),
        404 => NotFound(common::ApiErrors),
        429 => TooManyRequests(common::ApiErrors),
        5xx => ServerError(common::ApiErrors),
    }
}

/// A call of [`Addresses::create`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct CreateAddresses {
    request: rt::Request,
}

rt::endpoint! {
    CreateAddresses: CREATE_ADDRESSES => json Address, CreateAddressesError;
}

static CREATE_ADDRESSES: rt::Operation = rt::Operation {
    id: "createCustomerAddress",
    name: "v2.addresses.create",
    method: rt::Method::Post,
    path: "/customers/{customer_id}/addresses",
    idempotent: false,
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`CreateAddresses`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum CreateAddressesError {
    /// 400: The request is malformed, lacks a property that the API insists on, or holds a value that
    /// it refuses.
    BadRequest(rt::ErrorBody<common::ApiErrors>),
    /// 401: The access token is missing, wrong or revoked. The body may be empty.
    Unauthorized(rt::ErrorBody<common::ApiErrors>),
    /// 403: The access token is valid but lacks an OAuth scope that this operation needs. The gateway
    /// answers this with an object that holds a single `error`.
    Forbidden(rt::ErrorBody<common::ApiErrors>),
    /// 404: The store has no such resource.
    NotFound(rt::ErrorBody<common::ApiErrors>),
    /// 429: The store's request quota is used up. All apps and processes of a store share it. The body
    /// may be empty, and the headers may be missing.
    TooManyRequests(rt::ErrorBody<common::ApiErrors>),
    /// 5xx: The API or its gateway failed. Most failures pass; a 503 can also mean that the store is
    /// suspended. 509 is the rate limit of earlier years. The body may be HTML or empty.
    ServerError(rt::ErrorBody<common::ApiErrors>),
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    CreateAddressesError {
        400 => BadRequest(common::ApiErrors),
        401 => Unauthorized(common::ApiErrors),
        403 => Forbidden(common::ApiErrors),
        404 => NotFound(common::ApiErrors),
        429 => TooManyRequests(common::ApiErrors),
        5xx => ServerError(common::ApiErrors),
    }
}

/// A call of [`Addresses::delete_all`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct DeleteAllAddresses {
    request: rt::Request,
}

impl DeleteAllAddresses {
    /// Means everything: without it, a call that no filter narrows down is refused before it is sent.
    #[inline]
    pub fn all(mut self) -> Self {
        self.request.allow_all();
        self
    }
}

rt::endpoint! {
    DeleteAllAddresses: DELETE_ALL_ADDRESSES => empty, DeleteAllAddressesError;
}

static DELETE_ALL_ADDRESSES: rt::Operation = rt::Operation {
    id: "deleteCustomerAddresses",
    name: "v2.addresses.delete_all",
    method: rt::Method::Delete,
    path: "/customers/{customer_id}/addresses",
    successes: rt::statuses![204],
    idempotent: true,
    guard: Some(&[]),
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`DeleteAllAddresses`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum DeleteAllAddressesError {
    /// 401: The access token is missing, wrong or revoked. The body may be empty.
    Unauthorized(rt::ErrorBody<common::ApiErrors>),
    /// 403: The access token is valid but lacks an OAuth scope that this operation needs. The gateway
    /// answers this with an object that holds a single `error`.
    Forbidden(rt::ErrorBody<common::ApiErrors>),
    /// 404: The store has no such resource.
    NotFound(rt::ErrorBody<common::ApiErrors>),
    /// 429: The store's request quota is used up. All apps and processes of a store share it. The body
    /// may be empty, and the headers may be missing.
    TooManyRequests(rt::ErrorBody<common::ApiErrors>),
    /// 5xx: The API or its gateway failed. Most failures pass; a 503 can also mean that the store is
    /// suspended. 509 is the rate limit of earlier years. The body may be HTML or empty.
    ServerError(rt::ErrorBody<common::ApiErrors>),
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    DeleteAllAddressesError {
        401 => Unauthorized(common::ApiErrors),
        403 => Forbidden(common::ApiErrors),
        404 => NotFound(common::ApiErrors),
        429 => TooManyRequests(common::ApiErrors),
        5xx => ServerError(common::ApiErrors),
    }
}

/// A call of [`Addresses::get`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetAddresses {
    request: rt::Request,
}

rt::endpoint! {
    GetAddresses: GET_ADDRESSES => json Address, GetAddressesError;
}

static GET_ADDRESSES: rt::Operation = rt::Operation {
    id: "getCustomerAddress",
    name: "v2.addresses.get",
    method: rt::Method::Get,
    path: "/customers/{customer_id}/addresses/{customer_address_id}",
    idempotent: true,
    scopes: &["store_v2_customers_read_only"],
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`GetAddresses`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum GetAddressesError {
    /// 401: The access token is missing, wrong or revoked. The body may be empty.
    Unauthorized(rt::ErrorBody<common::ApiErrors>),
    /// 403: The access token is valid but lacks an OAuth scope that this operation needs. The gateway
    /// answers this with an object that holds a single `error`.
    Forbidden(rt::ErrorBody<common::ApiErrors>),
    /// 404: The store has no such resource.
    NotFound(rt::ErrorBody<common::ApiErrors>),
    /// 429: The store's request quota is used up. All apps and processes of a store share it. The body
    /// may be empty, and the headers may be missing.
    TooManyRequests(rt::ErrorBody<common::ApiErrors>),
    /// 5xx: The API or its gateway failed. Most failures pass; a 503 can also mean that the store is
    /// suspended. 509 is the rate limit of earlier years. The body may be HTML or empty.
    ServerError(rt::ErrorBody<common::ApiErrors>),
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    GetAddressesError {
        401 => Unauthorized(common::ApiErrors),
        403 => Forbidden(common::ApiErrors),
        404 => NotFound(common::ApiErrors),
        429 => TooManyRequests(common::ApiErrors),
        5xx => ServerError(common::ApiErrors),
    }
}

/// A call of [`Addresses::update`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct UpdateAddresses {
    request: rt::Request,
}

rt::endpoint! {
    UpdateAddresses: UPDATE_ADDRESSES => json Address, UpdateAddressesError;
}

static UPDATE_ADDRESSES: rt::Operation = rt::Operation {
    id: "updateCustomerAddress",
    name: "v2.addresses.update",
    method: rt::Method::Put,
    path: "/customers/{customer_id}/addresses/{customer_address_id}",
    idempotent: true,
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`UpdateAddresses`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum UpdateAddressesError {
    /// 400: The request is malformed, lacks a property that the API insists on, or holds a value that
    /// it refuses.
    BadRequest(rt::ErrorBody<common::ApiErrors>),
    /// 401: The access token is missing, wrong or revoked. The body may be empty.
    Unauthorized(rt::ErrorBody<common::ApiErrors>),
    /// 403: The access token is valid but lacks an OAuth scope that this operation needs. The gateway
    /// answers this with an object that holds a single `error`.
    Forbidden(rt::ErrorBody<common::ApiErrors>),
    /// 404: The store has no such resource.
    NotFound(rt::ErrorBody<common::ApiErrors>),
    /// 429: The store's request quota is used up. All apps and processes of a store share it. The body
    /// may be empty, and the headers may be missing.
    TooManyRequests(rt::ErrorBody<common::ApiErrors>),
    /// 5xx: The API or its gateway failed. Most failures pass; a 503 can also mean that the store is
    /// suspended. 509 is the rate limit of earlier years. The body may be HTML or empty.
    ServerError(rt::ErrorBody<common::ApiErrors>),
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    UpdateAddressesError {
        400 => BadRequest(common::ApiErrors),
        401 => Unauthorized(common::ApiErrors),
        403 => Forbidden(common::ApiErrors),
        404 => NotFound(common::ApiErrors),
        429 => TooManyRequests(common::ApiErrors),
        5xx => ServerError(common::ApiErrors),
    }
}

/// A call of [`Addresses::delete`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct DeleteAddresses {
    request: rt::Request,
}

rt::endpoint! {
    DeleteAddresses: DELETE_ADDRESSES => empty, DeleteAddressesError;
}

static DELETE_ADDRESSES: rt::Operation = rt::Operation {
    id: "deletesCustomerAddress",
    name: "v2.addresses.delete",
    method: rt::Method::Delete,
    path: "/customers/{customer_id}/addresses/{customer_address_id}",
    successes: rt::statuses![204],
    idempotent: true,
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`DeleteAddresses`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum DeleteAddressesError {
    /// 401: The access token is missing, wrong or revoked. The body may be empty.
    Unauthorized(rt::ErrorBody<common::ApiErrors>),
    /// 403: The access token is valid but lacks an OAuth scope that this operation needs. The gateway
    /// answers this with an object that holds a single `error`.
    Forbidden(rt::ErrorBody<common::ApiErrors>),
    /// 404: The store has no such resource.
    NotFound(rt::ErrorBody<common::ApiErrors>),
    /// 429: The store's request quota is used up. All apps and processes of a store share it. The body
    /// may be empty, and the headers may be missing.
    TooManyRequests(rt::ErrorBody<common::ApiErrors>),
    /// 5xx: The API or its gateway failed. Most failures pass; a 503 can also mean that the store is
    /// suspended. 509 is the rate limit of earlier years. The body may be HTML or empty.
    ServerError(rt::ErrorBody<common::ApiErrors>),
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    DeleteAddressesError {
        401 => Unauthorized(common::ApiErrors),
        403 => Forbidden(common::ApiErrors),
        404 => NotFound(common::ApiErrors),
        429 => TooManyRequests(common::ApiErrors),
        5xx => ServerError(common::ApiErrors),
    }
}

/// A call of [`Addresses::count`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct CountAddresses {
    request: rt::Request,
}

rt::endpoint! {
    CountAddresses: COUNT_ADDRESSES => json common::Count, CountAddressesError;
}

static COUNT_ADDRESSES: rt::Operation = rt::Operation {
    id: "getCustomerAddressesCount",
    name: "v2.addresses.count",
    method: rt::Method::Get,
    path: "/customers/{customer_id}/addresses/count",
    idempotent: true,
    scopes: &["store_v2_customers_read_only"],
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`CountAddresses`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum CountAddressesError {
    /// 401: The access token is missing, wrong or revoked. The body may be empty.
    Unauthorized(rt::ErrorBody<common::ApiErrors>),
    /// 403: The access token is valid but lacks an OAuth scope that this operation needs. The gateway
    /// answers this with an object that holds a single `error`.
    Forbidden(rt::ErrorBody<common::ApiErrors>),
    /// 404: The store has no such resource.
    NotFound(rt::ErrorBody<common::ApiErrors>),
    /// 429: The store's request quota is used up. All apps and processes of a store share it. The body
    /// may be empty, and the headers may be missing.
    TooManyRequests(rt::ErrorBody<common::ApiErrors>),
    /// 5xx: The API or its gateway failed. Most failures pass; a 503 can also mean that the store is
    /// suspended. 509 is the rate limit of earlier years. The body may be HTML or empty.
    ServerError(rt::ErrorBody<common::ApiErrors>),
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    CountAddressesError {
        401 => Unauthorized(common::ApiErrors),
        403 => Forbidden(common::ApiErrors),
        404 => NotFound(common::ApiErrors),
        429 => TooManyRequests(common::ApiErrors),
        5xx => ServerError(common::ApiErrors),
    }
}

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

impl AddressCreate {
    /// Makes one of what is required; all else is absent.
    #[expect(clippy::too_many_arguments, reason = "the API requires them all")]
    #[inline]
    #[must_use]
    pub fn new(
        first_name: impl Into<String>,
        last_name: impl Into<String>,
        street_1: impl Into<String>,
        city: impl Into<String>,
        state: impl Into<String>,
        zip: impl Into<rt::Text>,
        country: impl Into<String>,
        phone: impl Into<rt::Text>,
    ) -> Self {
        Self {
            first_name: first_name.into(),
            last_name: last_name.into(),
            street_1: street_1.into(),
            city: city.into(),
            state: state.into(),
            zip: zip.into(),
            country: country.into(),
            phone: phone.into(),
            ..rt::Blank::blank()
        }
    }

    /// Sets [`customer_id`](field@Self::customer_id).
    #[inline]
    #[must_use]
    pub fn customer_id(mut self, customer_id: i64) -> Self {
        self.customer_id = Some(customer_id);
        self
    }

    /// Sets [`company`](field@Self::company).
    #[inline]
    #[must_use]
    pub fn company(mut self, company: impl Into<String>) -> Self {
        self.company = Some(company.into());
        self
    }

    /// Sets [`street_2`](field@Self::street_2).
    #[inline]
    #[must_use]
    pub fn street_2(mut self, street_2: impl Into<String>) -> Self {
        self.street_2 = Some(street_2.into());
        self
    }

    /// Sets [`address_type`](field@Self::address_type).
    #[inline]
    #[must_use]
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

impl AddressUpdate {
    /// Makes one of what is required; all else is absent.
    #[expect(clippy::too_many_arguments, reason = "the API requires them all")]
    #[inline]
    #[must_use]
    pub fn new(
        first_name: impl Into<String>,
        last_name: impl Into<String>,
        street_1: impl Into<String>,
        city: impl Into<String>,
        state: impl Into<String>,
        zip: impl Into<rt::Text>,
        country: impl Into<String>,
        phone: impl Into<rt::Text>,
    ) -> Self {
        Self {
            first_name: first_name.into(),
            last_name: last_name.into(),
            street_1: street_1.into(),
            city: city.into(),
            state: state.into(),
            zip: zip.into(),
            country: country.into(),
            phone: phone.into(),
            ..rt::Blank::blank()
        }
    }

    /// Sets [`customer_id`](field@Self::customer_id).
    #[inline]
    #[must_use]
    pub fn customer_id(mut self, customer_id: i64) -> Self {
        self.customer_id = Some(customer_id);
        self
    }

    /// Sets [`company`](field@Self::company).
    #[inline]
    #[must_use]
    pub fn company(mut self, company: impl Into<String>) -> Self {
        self.company = Some(company.into());
        self
    }

    /// Sets [`street_2`](field@Self::street_2).
    #[inline]
    #[must_use]
    pub fn street_2(mut self, street_2: impl Into<String>) -> Self {
        self.street_2 = Some(street_2.into());
        self
    }

    /// Sets [`address_type`](field@Self::address_type).
    #[inline]
    #[must_use]
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
    /// A value that this version of the crate does not know, as it came.
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
        /// What [`Addresses::list`] answers with 200.
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
        /// What [`Addresses::create`] answers with 200.
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
        /// What [`Addresses::get`] answers with 200.
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
        /// What [`Addresses::update`] answers with 200.
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
        /// What [`Addresses::count`] answers with 200.
        ///
        /// The number of addresses.
        COUNT: COUNT_ADDRESSES => 200 common::Count, r#"{
  "count": 2
}"#;
    }
}
