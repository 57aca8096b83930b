// @generated from spec/v3/addresses.yaml by `cargo xtask regen`: change that, not this.

//! The address books of customers. One call reads or writes the addresses of any number of
//! customers.

use super::common;
use openapi_client_runtime::rt;

/// The operations of `client.v3().addresses()`, such as [`list`](Self::list).
#[derive(Clone, Copy, Debug)]
pub struct Addresses<'a> {
    core: &'a rt::Core,
}

impl<'a> Addresses<'a> {
    pub(super) fn new(core: &'a rt::Core) -> Self {
        Self { core }
    }

    /// Lists addresses of customers.
    ///
    /// Gives the addresses that satisfy all filters, a page at a time. Without a filter, all addresses
    /// of all customers. Values of custom form fields come along only when `include` asks for them.
    ///
    /// `GET /customers/addresses`; scope `store_v2_customers_read_only`; pages by number.
    ///
    /// Awaited, it gives one page; [`stream`](ListAddresses::stream) gives the items of all pages,
    /// [`pages`](ListAddresses::pages) the pages themselves.
    ///
    /// # Returns
    ///
    /// [`AddressPage`].
    ///
    /// One page of addresses.
    ///
    /// # Errors
    ///
    /// [`ListAddressesError`] for 401, 403, 404, 422, 429, 5xx.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let page = client.v3().addresses().list().await?;
    ///
    /// let mut all = client.v3().addresses().list().stream();
    /// while let Some(item) = all.try_next().await? {
    ///     println!("{item:?}");
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn list(&self) -> ListAddresses {
        ListAddresses {
            request: rt::Request::new(self.core, &LIST_ADDRESSES),
        }
    }

    /// Creates addresses of customers.
    ///
    /// Creates addresses, for one customer or for several.
    ///
    /// An address that its customer has already is not created again. That is no error: the call
    /// succeeds, neither the old address nor its form fields change, and `data` has no entry for it.
    /// Two addresses are the same if they agree in everything but the form fields. So compare the
    /// answer with the request before relying on the order of `data`.
    ///
    /// `POST /customers/addresses`; scope `store_v2_customers`; at most 10 calls at a time.
    ///
    /// [`create_batches`](Self::create_batches) takes any number of items.
    ///
    /// # Arguments
    ///
    /// - `body`: The addresses to create.
    ///
    /// # Returns
    ///
    /// [`AddressBatch`].
    ///
    /// The new addresses, without those that existed already.
    ///
    /// # Errors
    ///
    /// [`CreateAddressesError`] for 401, 403, 404, 422, 429, 5xx.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::v3::addresses::{AddressCreate, AddressType};
    /// use generated_client::v3::common::FormFieldValue;
    ///
    /// let answer = client
    ///     .v3()
    ///     .addresses()
    ///     .create([
    ///         AddressCreate::new(4108, "Noor", "Brandt", "77 Quarry Street", "Milwaukee", "Wisconsin", "53202", "US")
    ///             .address2("Loading dock 3")
    ///             .phone("+1 414 555 0173")
    ///             .address_type(AddressType::Commercial)
    ///             .form_fields([FormFieldValue::new("Door code", "0316")]),
    ///     ])
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn create(
        &self,
        body: impl IntoIterator<Item = AddressCreate>,
    ) -> CreateAddresses {
        CreateAddresses {
            request: rt::Request::new(self.core, &CREATE_ADDRESSES)
                .json_list(body, rt::Limits::NONE.items(1, None)),
        }
    }

    /// Any number of items for [`create`](Self::create), in as many calls as it takes.
    ///
    /// Takes an iterator or a stream, and is a stream of one outcome an item: 10 items a call, as no
    /// limit is known; at most 10 calls at a time.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client, items: Vec<generated_client::v3::addresses::AddressCreate>) {
    /// let mut outcomes = client.v3().addresses().create_batches(items);
    /// while let Some(outcome) = outcomes.next().await {
    ///     if let Some(error) = outcome.error() {
    ///         println!("item {}: {error}", outcome.index);
    ///     }
    /// }
    /// # }
    /// ```
    #[inline]
    pub fn create_batches<M>(
        &self,
        body: impl rt::IntoItems<AddressCreate, M>,
    ) -> rt::Batches<AddressCreate, AddressBatch, CreateAddressesError> {
        rt::Batches::new(
            rt::Request::new(self.core, &CREATE_ADDRESSES),
            body,
            rt::Limits::NONE.items(1, None),
            rt::Decoder::list(),
        )
    }

    /// Changes addresses of customers.
    ///
    /// Changes addresses. An entry names its address by `id` and holds only what shall change.
    ///
    /// A change that would make the address equal to another one of the customer is not made. That is
    /// no error: the call succeeds, address and form fields stay as they were, and `data` has no entry
    /// for it.
    ///
    /// `PUT /customers/addresses`; scope `store_v2_customers`; at most 3 calls at a time.
    ///
    /// [`update_batches`](Self::update_batches) takes any number of items.
    ///
    /// # Arguments
    ///
    /// - `body`: The changes, one entry an address.
    ///
    /// # Returns
    ///
    /// [`AddressBatch`].
    ///
    /// The addresses after the change, without those that would have become duplicates.
    ///
    /// # Errors
    ///
    /// [`UpdateAddressesError`] for 401, 403, 404, 422, 429, 5xx.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::v3::addresses::AddressUpdate;
    ///
    /// let answer = client
    ///     .v3()
    ///     .addresses()
    ///     .update([AddressUpdate::new(5231).address2("Loading dock 5")])
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn update(
        &self,
        body: impl IntoIterator<Item = AddressUpdate>,
    ) -> UpdateAddresses {
        UpdateAddresses {
            request: rt::Request::new(self.core, &UPDATE_ADDRESSES)
                .json_list(body, rt::Limits::NONE.items(1, None)),
        }
    }

    /// Any number of items for [`update`](Self::update), in as many calls as it takes.
    ///
    /// Takes an iterator or a stream, and is a stream of one outcome an item: 10 items a call, as no
    /// limit is known; at most 3 calls at a time.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client, items: Vec<generated_client::v3::addresses::AddressUpdate>) {
    /// let mut outcomes = client.v3().addresses().update_batches(items);
    /// while let Some(outcome) = outcomes.next().await {
    ///     if let Some(error) = outcome.error() {
    ///         println!("item {}: {error}", outcome.index);
    ///     }
    /// }
    /// # }
    /// ```
    #[inline]
    pub fn update_batches<M>(
        &self,
        body: impl rt::IntoItems<AddressUpdate, M>,
    ) -> rt::Batches<AddressUpdate, AddressBatch, UpdateAddressesError> {
        rt::Batches::new(
            rt::Request::new(self.core, &UPDATE_ADDRESSES),
            body,
            rt::Limits::NONE.items(1, None),
            rt::Decoder::list(),
        )
    }

    /// Deletes addresses by their ids.
    ///
    /// Deletes the addresses with these ids, for good. They are ids of addresses, not of customers.
    ///
    /// `DELETE /customers/addresses`; scope `store_v2_customers`.
    ///
    /// # Arguments
    ///
    /// - `id_in`: Ids of the items, sent as one list with commas.
    ///
    /// # Returns
    ///
    /// None of the addresses exists any more.
    ///
    /// # Errors
    ///
    /// [`DeleteAddressesError`] for 401, 403, 404, 422, 429, 5xx.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// client.v3().addresses().delete([31, 47]).await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn delete(&self, id_in: impl IntoIterator<Item = i64>) -> DeleteAddresses {
        DeleteAddresses {
            request: rt::Request::new(self.core, &DELETE_ADDRESSES)
                .query_list(
                    "id:in",
                    id_in,
                    rt::ListStyle::Comma,
                    rt::OnEmpty::Refuse,
                    rt::Limits::NONE,
                ),
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
    /// Number of the page, counted from 1. A page past the end answers with an empty list. Where
    /// cursors are offered too, the number is ignored as soon as a cursor is given.
    ///
    /// When sent: from 1.
    #[inline]
    pub fn page(mut self, page: i64) -> Self {
        self.request.set_query("page", page, rt::Limits::NONE.range(Some(1), None));
        self
    }

    /// Most items that one page may hold. 50 if left out; stores hand out 250 at most.
    ///
    /// When sent: from 1.
    #[inline]
    pub fn limit(mut self, limit: i64) -> Self {
        self.request.set_query("limit", limit, rt::Limits::NONE.range(Some(1), None));
        self
    }

    /// Keeps the items with these ids, sent as one list with commas.
    ///
    /// Sent as `id:in`. A list that is too long for one URL is divided among several calls.
    #[inline]
    pub fn id_in(mut self, id_in: impl IntoIterator<Item = i64>) -> Self {
        self.request
            .set_query_list(
                "id:in",
                id_in,
                rt::ListStyle::Comma,
                rt::OnEmpty::Refuse,
                rt::Limits::NONE,
            );
        self
    }

    /// Keeps the addresses of these customers.
    ///
    /// Sent as `customer_id:in`. A list that is too long for one URL is divided among several calls.
    #[inline]
    pub fn customer_id_in(
        mut self,
        customer_id_in: impl IntoIterator<Item = i64>,
    ) -> Self {
        self.request
            .set_query_list(
                "customer_id:in",
                customer_id_in,
                rt::ListStyle::Comma,
                rt::OnEmpty::Refuse,
                rt::Limits::NONE,
            );
        self
    }

    /// Keeps the addresses with these companies.
    ///
    /// Sent as `company:in`. A list that is too long for one URL is divided among several calls.
    #[inline]
    pub fn company_in(
        mut self,
        company_in: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.request
            .set_query_list(
                "company:in",
                company_in.into_iter().map(Into::<String>::into),
                rt::ListStyle::Comma,
                rt::OnEmpty::Refuse,
                rt::Limits::NONE,
            );
        self
    }

    /// Keeps the addresses with these full names, each a first name, a space and a last name.
    ///
    /// Sent as `name:in`. A list that is too long for one URL is divided among several calls.
    #[inline]
    pub fn name_in(
        mut self,
        name_in: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.request
            .set_query_list(
                "name:in",
                name_in.into_iter().map(Into::<String>::into),
                rt::ListStyle::Comma,
                rt::OnEmpty::Refuse,
                rt::Limits::NONE,
            );
        self
    }

    /// What to send along with each address.
    #[inline]
    pub fn include(mut self, include: impl IntoIterator<Item = Include>) -> Self {
        self.request
            .set_query_list(
                "include",
                include,
                rt::ListStyle::Comma,
                rt::OnEmpty::Omit,
                rt::Limits::NONE,
            );
        self
    }
}

rt::endpoint! {
    ListAddresses: LIST_ADDRESSES => list AddressPage, ListAddressesError, pages;
}

static LIST_ADDRESSES: rt::Operation = rt::Operation {
    id: "getCustomersAddresses",
    name: "v3.addresses.list",
    method: rt::Method::Get,
    path: "/customers/addresses",
    paging: Some(rt::Paging::Offset),
    idempotent: true,
    split: Some(rt::Split {
        lists: &["id:in", "customer_id:in", "company:in", "name:in"],
        whole: &["page"],
    }),
    scopes: &["store_v2_customers_read_only"],
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`ListAddresses`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ListAddressesError {
    /// 422: A filter is unknown, or its value cannot be used. The `errors` map is often empty.
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
    ListAddressesError {
        422 => UnprocessableEntity(common::Problem),
        401 => Unauthorized(common::AccessError),
        403 => Forbidden(common::AccessError),
        404 => NotFound(common::Problem),
        429 => TooManyRequests(common::AccessError),
        5xx => ServerError(common::Problem),
    }
}

/// A call of [`Addresses::create`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct CreateAddresses {
    request: rt::Request,
}

rt::endpoint! {
    CreateAddresses: CREATE_ADDRESSES => list AddressBatch, CreateAddressesError;
}

static CREATE_ADDRESSES: rt::Operation = rt::Operation {
    id: "createCustomersAddresses",
    name: "v3.addresses.create",
    method: rt::Method::Post,
    path: "/customers/addresses",
    concurrency: Some(10u32),
    idempotent: false,
    batch_key: &[
        "customer_id",
        "first_name",
        "last_name",
        "address1",
        "address2",
        "city",
        "country_code",
    ],
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`CreateAddresses`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum CreateAddressesError {
    /// 422: An entry is not valid. The keys tell which entry and field.
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
    CreateAddressesError {
        422 => UnprocessableEntity(common::Problem),
        401 => Unauthorized(common::AccessError),
        403 => Forbidden(common::AccessError),
        404 => NotFound(common::Problem),
        429 => TooManyRequests(common::AccessError),
        5xx => ServerError(common::Problem),
    }
}

/// A call of [`Addresses::update`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct UpdateAddresses {
    request: rt::Request,
}

rt::endpoint! {
    UpdateAddresses: UPDATE_ADDRESSES => list AddressBatch, UpdateAddressesError;
}

static UPDATE_ADDRESSES: rt::Operation = rt::Operation {
    id: "updateCustomersAddresses",
    name: "v3.addresses.update",
    method: rt::Method::Put,
    path: "/customers/addresses",
    concurrency: Some(3u32),
    idempotent: true,
    batch_key: &["id"],
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`UpdateAddresses`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum UpdateAddressesError {
    /// 422: An entry is not valid. The keys tell which entry and field.
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
    UpdateAddressesError {
        422 => UnprocessableEntity(common::Problem),
        401 => Unauthorized(common::AccessError),
        403 => Forbidden(common::AccessError),
        404 => NotFound(common::Problem),
        429 => TooManyRequests(common::AccessError),
        5xx => ServerError(common::Problem),
    }
}

/// A call of [`Addresses::delete`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct DeleteAddresses {
    request: rt::Request,
}

rt::endpoint! {
    DeleteAddresses: DELETE_ADDRESSES => empty, DeleteAddressesError, parts;
}

static DELETE_ADDRESSES: rt::Operation = rt::Operation {
    id: "deleteCustomersAddresses",
    name: "v3.addresses.delete",
    method: rt::Method::Delete,
    path: "/customers/addresses",
    successes: rt::statuses![204],
    idempotent: true,
    split: Some(rt::Split {
        lists: &["id:in"],
        whole: &[],
    }),
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`DeleteAddresses`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum DeleteAddressesError {
    /// 422: The list of ids cannot be used.
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
    DeleteAddressesError {
        422 => UnprocessableEntity(common::Problem),
        401 => Unauthorized(common::AccessError),
        403 => Forbidden(common::AccessError),
        404 => NotFound(common::Problem),
        429 => TooManyRequests(common::AccessError),
        5xx => ServerError(common::Problem),
    }
}

/// An address of a customer, as the store has it. Any of its texts can be empty, names included.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Address {
    /// Number of the address. Not every included address has it.
    pub id: Option<i64>,
    /// Number of the customer who has the address.
    pub customer_id: i64,
    /// First name of the person at this address.
    pub first_name: String,
    /// Last name of the person at this address.
    pub last_name: String,
    /// Company at this address. Empty or absent if there is none.
    pub company: Option<String>,
    /// Street and number.
    pub address1: String,
    /// Second line, such as a floor or a flat.
    pub address2: String,
    /// City or town.
    pub city: String,
    /// Name of the state or province.
    pub state_or_province: String,
    /// Postal code.
    pub postal_code: String,
    /// Name of the country, in English.
    pub country: String,
    /// Country, as a code of two letters (ISO 3166-1 alpha-2).
    pub country_code: String,
    /// Telephone number at this address.
    pub phone: String,
    /// Kind of an address.
    ///
    /// - `residential`: a home
    /// - `commercial`: a place of business
    pub address_type: AddressType,
    /// What was entered into the custom fields of the address form. Only if included.
    pub form_fields: Option<Vec<AddressFormField>>,
}

rt::object! {
    Address {
        id: "id" optional,
        customer_id: "customer_id" required,
        first_name: "first_name" required,
        last_name: "last_name" required,
        company: "company" optional,
        address1: "address1" required,
        address2: "address2" required,
        city: "city" required,
        state_or_province: "state_or_province" required,
        postal_code: "postal_code" required,
        country: "country" required,
        country_code: "country_code" required,
        phone: "phone" required,
        address_type: "address_type" required,
        form_fields: "form_fields" optional,
    }
}

/// What was entered into one custom field of the address form.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AddressFormField {
    /// Name of the field.
    pub name: String,
    /// Value of a custom form field. A text for most fields, a number for numeric ones, and a list of
    /// texts where several choices can be ticked.
    pub value: common::FieldValue,
    /// Number of the address, once more. Not always present.
    pub address_id: Option<i64>,
}

rt::object! {
    AddressFormField {
        name: "name" required,
        value: "value" required,
        address_id: "address_id" optional,
    }
}

/// Kind of an address.
///
/// - `residential`: a home
/// - `commercial`: a place of business
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

/// An address to create.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AddressCreate {
    /// Number of the customer who gets the address.
    pub customer_id: i64,
    /// First name of the person at this address.
    ///
    /// When sent: 1 to 255 characters.
    pub first_name: String,
    /// Last name of the person at this address.
    ///
    /// When sent: 1 to 255 characters.
    pub last_name: String,
    /// Company at this address.
    ///
    /// When sent: at most 255 characters.
    pub company: Option<String>,
    /// Street and number.
    pub address1: String,
    /// Second line, such as a floor or a flat.
    pub address2: Option<String>,
    /// City or town.
    ///
    /// When sent: at most 100 characters.
    pub city: String,
    /// State or province, spelled out: codes are not understood. Empty for countries that have none in
    /// addresses.
    ///
    /// When sent: at most 100 characters.
    pub state_or_province: String,
    /// Postal code. Empty for countries that have none.
    ///
    /// When sent: at most 30 characters.
    pub postal_code: String,
    /// Country, as a code of two letters (ISO 3166-1 alpha-2).
    ///
    /// When sent: 2 characters.
    pub country_code: String,
    /// Telephone number at this address.
    ///
    /// When sent: at most 50 characters.
    pub phone: Option<String>,
    /// Kind of an address.
    ///
    /// - `residential`: a home
    /// - `commercial`: a place of business
    pub address_type: Option<AddressType>,
    /// Values for the custom fields of the address form.
    pub form_fields: Option<Vec<common::FormFieldValue>>,
}

impl AddressCreate {
    /// Makes one of what is required; all else is absent.
    #[expect(clippy::too_many_arguments, reason = "the API requires them all")]
    #[inline]
    #[must_use]
    pub fn new(
        customer_id: i64,
        first_name: impl Into<String>,
        last_name: impl Into<String>,
        address1: impl Into<String>,
        city: impl Into<String>,
        state_or_province: impl Into<String>,
        postal_code: impl Into<String>,
        country_code: impl Into<String>,
    ) -> Self {
        Self {
            customer_id,
            first_name: first_name.into(),
            last_name: last_name.into(),
            address1: address1.into(),
            city: city.into(),
            state_or_province: state_or_province.into(),
            postal_code: postal_code.into(),
            country_code: country_code.into(),
            ..rt::Blank::blank()
        }
    }

    /// Sets [`company`](field@Self::company).
    #[inline]
    #[must_use]
    pub fn company(mut self, company: impl Into<String>) -> Self {
        self.company = Some(company.into());
        self
    }

    /// Sets [`address2`](field@Self::address2).
    #[inline]
    #[must_use]
    pub fn address2(mut self, address2: impl Into<String>) -> Self {
        self.address2 = Some(address2.into());
        self
    }

    /// Sets [`phone`](field@Self::phone).
    #[inline]
    #[must_use]
    pub fn phone(mut self, phone: impl Into<String>) -> Self {
        self.phone = Some(phone.into());
        self
    }

    /// Sets [`address_type`](field@Self::address_type).
    #[inline]
    #[must_use]
    pub fn address_type(mut self, address_type: AddressType) -> Self {
        self.address_type = Some(address_type);
        self
    }

    /// Sets [`form_fields`](field@Self::form_fields).
    #[inline]
    #[must_use]
    pub fn form_fields(
        mut self,
        form_fields: impl IntoIterator<Item = common::FormFieldValue>,
    ) -> Self {
        self.form_fields = Some(form_fields.into_iter().collect());
        self
    }
}

rt::object! {
    AddressCreate {
        customer_id: "customer_id" required,
        first_name: "first_name" required [chars(1, Some(255))],
        last_name: "last_name" required [chars(1, Some(255))],
        company: "company" optional [chars(0, Some(255))],
        address1: "address1" required,
        address2: "address2" optional,
        city: "city" required [chars(0, Some(100))],
        state_or_province: "state_or_province" required [chars(0, Some(100))],
        postal_code: "postal_code" required [chars(0, Some(30))],
        country_code: "country_code" required [chars(2, Some(2))],
        phone: "phone" optional [chars(0, Some(50))],
        address_type: "address_type" optional,
        form_fields: "form_fields" optional,
    }
}

/// What to change about one address. Only `id` must be there, and members that are left out change
/// nothing.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AddressUpdate {
    /// Number of the address.
    pub id: i64,
    /// First name of the person at this address.
    ///
    /// When sent: 1 to 255 characters.
    pub first_name: Option<String>,
    /// Last name of the person at this address.
    ///
    /// When sent: 1 to 255 characters.
    pub last_name: Option<String>,
    /// Company at this address.
    ///
    /// When sent: at most 255 characters.
    pub company: Option<String>,
    /// Street and number.
    pub address1: Option<String>,
    /// Second line, such as a floor or a flat.
    pub address2: Option<String>,
    /// City or town.
    ///
    /// When sent: at most 100 characters.
    pub city: Option<String>,
    /// State or province, spelled out.
    ///
    /// When sent: at most 100 characters.
    pub state_or_province: Option<String>,
    /// Postal code.
    ///
    /// When sent: at most 30 characters.
    pub postal_code: Option<String>,
    /// Country, as a code of two letters (ISO 3166-1 alpha-2).
    ///
    /// When sent: 2 characters.
    pub country_code: Option<String>,
    /// Telephone number at this address.
    ///
    /// When sent: at most 50 characters.
    pub phone: Option<String>,
    /// Kind of an address.
    ///
    /// - `residential`: a home
    /// - `commercial`: a place of business
    pub address_type: Option<AddressType>,
    /// Values for the custom fields of the address form.
    pub form_fields: Option<Vec<common::FormFieldValue>>,
}

impl AddressUpdate {
    /// Makes one of what is required; all else is absent.
    #[inline]
    #[must_use]
    pub fn new(id: i64) -> Self {
        Self { id, ..rt::Blank::blank() }
    }

    /// Sets [`first_name`](field@Self::first_name).
    #[inline]
    #[must_use]
    pub fn first_name(mut self, first_name: impl Into<String>) -> Self {
        self.first_name = Some(first_name.into());
        self
    }

    /// Sets [`last_name`](field@Self::last_name).
    #[inline]
    #[must_use]
    pub fn last_name(mut self, last_name: impl Into<String>) -> Self {
        self.last_name = Some(last_name.into());
        self
    }

    /// Sets [`company`](field@Self::company).
    #[inline]
    #[must_use]
    pub fn company(mut self, company: impl Into<String>) -> Self {
        self.company = Some(company.into());
        self
    }

    /// Sets [`address1`](field@Self::address1).
    #[inline]
    #[must_use]
    pub fn address1(mut self, address1: impl Into<String>) -> Self {
        self.address1 = Some(address1.into());
        self
    }

    /// Sets [`address2`](field@Self::address2).
    #[inline]
    #[must_use]
    pub fn address2(mut self, address2: impl Into<String>) -> Self {
        self.address2 = Some(address2.into());
        self
    }

    /// Sets [`city`](field@Self::city).
    #[inline]
    #[must_use]
    pub fn city(mut self, city: impl Into<String>) -> Self {
        self.city = Some(city.into());
        self
    }

    /// Sets [`state_or_province`](field@Self::state_or_province).
    #[inline]
    #[must_use]
    pub fn state_or_province(mut self, state_or_province: impl Into<String>) -> Self {
        self.state_or_province = Some(state_or_province.into());
        self
    }

    /// Sets [`postal_code`](field@Self::postal_code).
    #[inline]
    #[must_use]
    pub fn postal_code(mut self, postal_code: impl Into<String>) -> Self {
        self.postal_code = Some(postal_code.into());
        self
    }

    /// Sets [`country_code`](field@Self::country_code).
    #[inline]
    #[must_use]
    pub fn country_code(mut self, country_code: impl Into<String>) -> Self {
        self.country_code = Some(country_code.into());
        self
    }

    /// Sets [`phone`](field@Self::phone).
    #[inline]
    #[must_use]
    pub fn phone(mut self, phone: impl Into<String>) -> Self {
        self.phone = Some(phone.into());
        self
    }

    /// Sets [`address_type`](field@Self::address_type).
    #[inline]
    #[must_use]
    pub fn address_type(mut self, address_type: AddressType) -> Self {
        self.address_type = Some(address_type);
        self
    }

    /// Sets [`form_fields`](field@Self::form_fields).
    #[inline]
    #[must_use]
    pub fn form_fields(
        mut self,
        form_fields: impl IntoIterator<Item = common::FormFieldValue>,
    ) -> Self {
        self.form_fields = Some(form_fields.into_iter().collect());
        self
    }
}

/// Fails if what was read lacks something that has to be sent.
impl TryFrom<&Address> for AddressUpdate {
    type Error = rt::Error;
    #[inline]
    fn try_from(source: &Address) -> Result<Self, rt::Error> {
        Ok(Self {
            id: rt::present("id", source.id)?,
            first_name: Some(source.first_name.clone()),
            last_name: Some(source.last_name.clone()),
            company: source.company.clone(),
            address1: Some(source.address1.clone()),
            address2: Some(source.address2.clone()),
            city: Some(source.city.clone()),
            state_or_province: Some(source.state_or_province.clone()),
            postal_code: Some(source.postal_code.clone()),
            country_code: Some(source.country_code.clone()),
            phone: Some(source.phone.clone()),
            address_type: Some(source.address_type.clone()),
            ..rt::Blank::blank()
        })
    }
}

rt::object! {
    AddressUpdate {
        id: "id" required,
        first_name: "first_name" optional [chars(1, Some(255))],
        last_name: "last_name" optional [chars(1, Some(255))],
        company: "company" optional [chars(0, Some(255))],
        address1: "address1" optional,
        address2: "address2" optional,
        city: "city" optional [chars(0, Some(100))],
        state_or_province: "state_or_province" optional [chars(0, Some(100))],
        postal_code: "postal_code" optional [chars(0, Some(30))],
        country_code: "country_code" optional [chars(2, Some(2))],
        phone: "phone" optional [chars(0, Some(50))],
        address_type: "address_type" optional,
        form_fields: "form_fields" optional,
    }
}

/// One page of addresses.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AddressPage {
    /// The addresses on this page.
    pub data: Vec<Address>,
    /// Tells where a page stands in its list.
    ///
    /// Resources that know cursors send both members with the first page, only `pagination` with the
    /// pages that were asked for by number, and only `cursor_pagination` with those that were asked for
    /// by cursor. All others send `pagination` alone.
    pub meta: common::PageMeta,
}

rt::object! {
    AddressPage {
        data: "data" required,
        meta: "meta" required,
    }
}

rt::listing! {
    AddressPage: data "data" [Address]
}

rt::page! {
    AddressPage {
        current_page(meta.pagination?.current_page),
        total_pages(meta.pagination?.total_pages),
        per_page(meta.pagination?.per_page),
        per_page(meta.cursor_pagination?.per_page?),
        total(meta.pagination?.total),
        count(meta.pagination?.count),
        end_cursor(meta.cursor_pagination?.end_cursor?),
        next_link(meta.cursor_pagination?.links?.next?),
        cursors(meta.cursor_pagination),
    }
}

/// The addresses that one call created or changed. Duplicates have no entry, and where nothing but
/// duplicates was sent, the object may be empty.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AddressBatch {
    /// The addresses, as they are now.
    pub data: Option<Vec<Address>>,
    /// Metadata without a fixed shape, usually empty.
    pub meta: Option<rt::Map<rt::Json>>,
}

rt::object! {
    AddressBatch {
        data: "data" optional,
        meta: "meta" optional,
    }
}

rt::listing! {
    AddressBatch: data? "data" [Address]
}

/// What can be sent along with an address.
///
/// - `formfields`: the values of custom form fields
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Include {
    /// `formfields`
    Formfields,
    /// A value that this version of the crate does not know, as it came.
    Unknown(rt::UnknownText),
}

rt::string_enum! {
    Include {
        Formfields = "formfields",
    }
}

rt::fixtures! {
    fixtures {
        /// What [`Addresses::list`] answers with 200.
        ///
        /// One page of addresses.
        LIST: LIST_ADDRESSES => 200 AddressPage, r#"{
  "data": [
    {
      "id": 5230,
      "customer_id": 4107,
      "first_name": "Aiko",
      "last_name": "Tanabe",
      "company": "",
      "address1": "8 Kiln Lane",
      "address2": "",
      "city": "Seattle",
      "state_or_province": "Washington",
      "postal_code": "98104",
      "country": "United States",
      "country_code": "US",
      "phone": "+1 206 555 0118",
      "address_type": "residential",
      "form_fields": [
        {
          "name": "Door code",
          "value": "7721",
          "address_id": 5230
        }
      ]
    }
  ],
  "meta": {
    "pagination": {
      "total": 1,
      "count": 1,
      "per_page": 50,
      "current_page": 1,
      "total_pages": 1
    }
  }
}"#;
        /// What [`Addresses::create`] answers with 200.
        ///
        /// The new addresses, without those that existed already.
        CREATE: CREATE_ADDRESSES => 200 AddressBatch, r#"{
  "data": [
    {
      "id": 5231,
      "customer_id": 4108,
      "first_name": "Noor",
      "last_name": "Brandt",
      "company": "",
      "address1": "77 Quarry Street",
      "address2": "Loading dock 3",
      "city": "Milwaukee",
      "state_or_province": "Wisconsin",
      "postal_code": "53202",
      "country": "United States",
      "country_code": "US",
      "phone": "+1 414 555 0173",
      "address_type": "commercial",
      "form_fields": [
        {
          "name": "Door code",
          "value": "0316",
          "address_id": 5231
        }
      ]
    }
  ],
  "meta": {}
}"#;
        /// What [`Addresses::update`] answers with 200.
        ///
        /// The addresses after the change, without those that would have become duplicates.
        UPDATE: UPDATE_ADDRESSES => 200 AddressBatch, r#"{
  "data": [
    {
      "id": 5231,
      "customer_id": 4108,
      "first_name": "Noor",
      "last_name": "Brandt",
      "company": "",
      "address1": "77 Quarry Street",
      "address2": "Loading dock 5",
      "city": "Milwaukee",
      "state_or_province": "Wisconsin",
      "postal_code": "53202",
      "country": "United States",
      "country_code": "US",
      "phone": "+1 414 555 0173",
      "address_type": "commercial"
    }
  ],
  "meta": {}
}"#;
    }
}
