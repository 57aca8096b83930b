// @generated from spec/v3/addresses.yaml by `cargo xtask regen`: change that, not this.

//! The address books of customers. One call reads or writes the addresses of any number of
//! customers.

use super::common;
use openapi_client_runtime::rt;

/// The operations of `client.v3().addresses()`, such as [`list`](Self::list).
#[derive(Clone, Copy, Debug)]
pub struct Addresses<'a>(pub(super) &'a rt::Core);

impl Addresses<'_> {
    /// Lists addresses of customers.
    ///
    /// Gives the addresses that satisfy all filters, a page at a time. Without a filter, all addresses
    /// of all customers. Values of custom form fields come along only when `include` asks for them.
    ///
    /// `GET /customers/addresses`; scope `store_v2_customers_read_only`; pages by number.
    ///
    /// Awaiting it returns one page; [`stream`](ListAddresses::stream) returns the items of all pages,
    /// [`pages`](ListAddresses::pages) the pages themselves.
    ///
    /// # Returns
    ///
    /// [`AddressPage`]. One page of addresses.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`common::Problem`] for 404, 422, 5xx; [`common::AccessError`] for
    /// 401, 403, 429. See [responses](super::common#responses).
    ///
    /// - 422: A filter is unknown, or its value cannot be used. The `errors` map is often empty.
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
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn list(&self) -> ListAddresses {
        ListAddresses(rt::Request::new(self.0, &LIST_ADDRESSES))
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
    /// [`AddressBatch`]. The new addresses, without those that existed already.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`common::Problem`] for 404, 422, 5xx; [`common::AccessError`] for
    /// 401, 403, 429. See [responses](super::common#responses).
    ///
    /// - 422: An entry is not valid. The keys tell which entry and field.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::v3::addresses::{AddressCreate, AddressCreateRequired, AddressType};
    /// use generated_client::v3::common::{FormFieldValue, FormFieldValueRequired};
    ///
    /// let response = client
    ///     .v3()
    ///     .addresses()
    ///     .create([
    ///         AddressCreate::new(AddressCreateRequired {
    ///             customer_id: 4108,
    ///             first_name: "Noor",
    ///             last_name: "Brandt",
    ///             address1: "77 Quarry Street",
    ///             city: "Milwaukee",
    ///             state_or_province: "Wisconsin",
    ///             postal_code: "53202",
    ///             country_code: "US",
    ///         })
    ///         .address2("Loading dock 3")
    ///         .phone("+1 414 555 0173")
    ///         .address_type(AddressType::Commercial)
    ///         .form_fields([
    ///             FormFieldValue::new(FormFieldValueRequired { name: "Door code", value: "0316".into() }),
    ///         ]),
    ///     ])
    ///     .await?;
    /// # Ok(()) }
    /// ```
    pub fn create(
        &self,
        body: impl IntoIterator<Item = AddressCreate>,
    ) -> CreateAddresses {
        CreateAddresses(
            rt::Request::new(self.0, &CREATE_ADDRESSES)
                .json_list_within(body, rt::Limits::NONE.items(1, None)),
        )
    }

    /// Sends any number of items with [`create`](Self::create), in as many calls as needed.
    ///
    /// Takes an iterator or a stream, and returns a stream of one outcome per item: 10 items per call,
    /// as the document states no limit; at most 10 calls at a time.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client, items: Vec<generated_client::v3::addresses::AddressCreate>) {
    /// let mut outcomes = client.v3().addresses().create_batches(items);
    /// while let Some(outcome) = outcomes.next().await {
    ///     let Some(error) = outcome.error() else { continue };
    ///     println!("item {}: {error}", outcome.index);
    /// }
    /// # }
    /// ```
    pub fn create_batches<M>(
        &self,
        body: impl rt::IntoItems<AddressCreate, M>,
    ) -> rt::Batches<AddressCreate, AddressBatch> {
        let request = rt::Request::new(self.0, &CREATE_ADDRESSES);
        rt::Batches::new(request, body, rt::Decoder::list())
            .within(rt::Limits::NONE.items(1, None))
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
    /// See [BigCommerce's reference](<https://docs.bigcommerce.com/developer/api-reference/rest/admin/management/customers/v3/addresses/update-customers-addresses>).
    ///
    /// [`update_batches`](Self::update_batches) takes any number of items.
    ///
    /// # Arguments
    ///
    /// - `body`: The changes, one entry an address.
    ///
    /// # Returns
    ///
    /// [`AddressBatch`]. The addresses after the change, without those that would have become
    /// duplicates.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`common::Problem`] for 404, 422, 5xx; [`common::AccessError`] for
    /// 401, 403, 429. See [responses](super::common#responses).
    ///
    /// - 422: An entry is not valid. The keys tell which entry and field.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::v3::addresses::AddressUpdate;
    ///
    /// let response = client
    ///     .v3()
    ///     .addresses()
    ///     .update([AddressUpdate::new(5231).address2("Loading dock 5")])
    ///     .await?;
    /// # Ok(()) }
    /// ```
    pub fn update(
        &self,
        body: impl IntoIterator<Item = AddressUpdate>,
    ) -> UpdateAddresses {
        UpdateAddresses(
            rt::Request::new(self.0, &UPDATE_ADDRESSES)
                .json_list_within(body, rt::Limits::NONE.items(1, None)),
        )
    }

    /// Sends any number of items with [`update`](Self::update), in as many calls as needed.
    ///
    /// Takes an iterator or a stream, and returns a stream of one outcome per item: 10 items per call,
    /// as the document states no limit; at most 3 calls at a time.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client, items: Vec<generated_client::v3::addresses::AddressUpdate>) {
    /// let mut outcomes = client.v3().addresses().update_batches(items);
    /// while let Some(outcome) = outcomes.next().await {
    ///     let Some(error) = outcome.error() else { continue };
    ///     println!("item {}: {error}", outcome.index);
    /// }
    /// # }
    /// ```
    pub fn update_batches<M>(
        &self,
        body: impl rt::IntoItems<AddressUpdate, M>,
    ) -> rt::Batches<AddressUpdate, AddressBatch> {
        let request = rt::Request::new(self.0, &UPDATE_ADDRESSES);
        rt::Batches::new(request, body, rt::Decoder::list())
            .within(rt::Limits::NONE.items(1, None))
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
    /// [`api`](rt::Error::api) is [`common::Problem`] for 404, 422, 5xx; [`common::AccessError`] for
    /// 401, 403, 429. See [responses](super::common#responses).
    ///
    /// - 422: The list of ids cannot be used.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// client.v3().addresses().delete([31, 47]).await?;
    /// # Ok(()) }
    /// ```
    pub fn delete(&self, id_in: impl IntoIterator<Item = i64>) -> DeleteAddresses {
        DeleteAddresses(
            rt::Request::new(self.0, &DELETE_ADDRESSES)
                .filter("id:in", id_in, rt::ListStyle::Comma),
        )
    }
}

/// A request of [`Addresses::list`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListAddresses(rt::Request);

impl ListAddresses {
    /// Number of the page, counted from 1. A page past the end answers with an empty list. Where
    /// cursors are offered too, the number is ignored as soon as a cursor is given.
    ///
    /// When sent: from 1.
    #[inline]
    pub fn page(mut self, page: i64) -> Self {
        self.0.set_query(rt::Param::new("page").range(Some(1), None), page);
        self
    }

    /// Most items that one page may hold. 50 if left out; stores hand out 250 at most.
    ///
    /// When sent: from 1.
    #[inline]
    pub fn limit(mut self, limit: i64) -> Self {
        self.0.set_query(rt::Param::new("limit").range(Some(1), None), limit);
        self
    }

    /// Keeps the items with these ids, sent as one list with commas.
    ///
    /// Sent as `id:in`. A list too long for one URL is split among several calls.
    pub fn id_in(mut self, id_in: impl IntoIterator<Item = i64>) -> Self {
        self.0.set_filter("id:in", id_in, rt::ListStyle::Comma);
        self
    }

    /// Keeps the addresses of these customers.
    ///
    /// Sent as `customer_id:in`. A list too long for one URL is split among several calls.
    pub fn customer_id_in(
        mut self,
        customer_id_in: impl IntoIterator<Item = i64>,
    ) -> Self {
        self.0.set_filter("customer_id:in", customer_id_in, rt::ListStyle::Comma);
        self
    }

    /// Keeps the addresses with these companies.
    ///
    /// Sent as `company:in`. A list too long for one URL is split among several calls.
    pub fn company_in(
        mut self,
        company_in: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.0
            .set_filter(
                "company:in",
                company_in.into_iter().map(Into::<String>::into),
                rt::ListStyle::Comma,
            );
        self
    }

    /// Keeps the addresses with these full names, each a first name, a space and a last name.
    ///
    /// Sent as `name:in`. A list too long for one URL is split among several calls.
    pub fn name_in(
        mut self,
        name_in: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.0
            .set_filter(
                "name:in",
                name_in.into_iter().map(Into::<String>::into),
                rt::ListStyle::Comma,
            );
        self
    }

    /// What to send along with each address.
    pub fn include(mut self, include: impl IntoIterator<Item = Include>) -> Self {
        self.0.set_selection("include", include, rt::ListStyle::Comma);
        self
    }

    /// Returns a stream of the pages of the whole list.
    #[inline]
    pub fn pages(self) -> rt::Pages<AddressPage> {
        rt::Pages::new(self.0, rt::Decoder::list())
    }

    /// Returns a stream of the items of all pages.
    #[inline]
    pub fn stream(self) -> rt::Items<AddressPage> {
        rt::Items::new(self.0, rt::Decoder::list())
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
    pub fn wait(self) -> Result<rt::Response<AddressPage>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for ListAddresses {
    type Output = Result<rt::Response<AddressPage>, rt::Error>;
    type IntoFuture = rt::CallFuture<AddressPage>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::of_pages(self.0, rt::Decoder::list())
    }
}

static LIST_ADDRESSES: rt::Operation = rt::Operation {
    id: "getCustomersAddresses",
    name: "v3.addresses.list",
    method: rt::Method::Get,
    path: "/customers/addresses",
    errors: &[
        rt::json_error::<common::Problem>(rt::statuses![404, 422, 5xx]),
        rt::json_error::<common::AccessError>(rt::statuses![401, 403, 429]),
    ],
    paging: Some(rt::Paging::Offset),
    split: Some(rt::Split {
        lists: &["id:in", "customer_id:in", "company:in", "name:in"],
        whole: &["page"],
    }),
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
    pub fn wait(self) -> Result<rt::Response<AddressBatch>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for CreateAddresses {
    type Output = Result<rt::Response<AddressBatch>, rt::Error>;
    type IntoFuture = rt::CallFuture<AddressBatch>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::list())
    }
}

static CREATE_ADDRESSES: rt::Operation = rt::Operation {
    id: "createCustomersAddresses",
    name: "v3.addresses.create",
    method: rt::Method::Post,
    path: "/customers/addresses",
    errors: &[
        rt::json_error::<common::Problem>(rt::statuses![404, 422, 5xx]),
        rt::json_error::<common::AccessError>(rt::statuses![401, 403, 429]),
    ],
    concurrency: Some(10u32),
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
    pub fn wait(self) -> Result<rt::Response<AddressBatch>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for UpdateAddresses {
    type Output = Result<rt::Response<AddressBatch>, rt::Error>;
    type IntoFuture = rt::CallFuture<AddressBatch>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::list())
    }
}

static UPDATE_ADDRESSES: rt::Operation = rt::Operation {
    id: "updateCustomersAddresses",
    name: "v3.addresses.update",
    method: rt::Method::Put,
    path: "/customers/addresses",
    errors: &[
        rt::json_error::<common::Problem>(rt::statuses![404, 422, 5xx]),
        rt::json_error::<common::AccessError>(rt::statuses![401, 403, 429]),
    ],
    concurrency: Some(3u32),
    batch_key: &["id"],
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
        rt::CallFuture::of_parts(self.0, rt::Decoder::empty())
    }
}

static DELETE_ADDRESSES: rt::Operation = rt::Operation {
    id: "deleteCustomersAddresses",
    name: "v3.addresses.delete",
    method: rt::Method::Delete,
    path: "/customers/addresses",
    successes: rt::statuses![204],
    errors: &[
        rt::json_error::<common::Problem>(rt::statuses![404, 422, 5xx]),
        rt::json_error::<common::AccessError>(rt::statuses![401, 403, 429]),
    ],
    split: Some(rt::Split {
        lists: &["id:in"],
        whole: &[],
    }),
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

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
    /// A value that this version of the crate does not know, unchanged.
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
#[must_use = "setters return the changed value"]
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

/// The required fields of [`AddressCreate`], as [`AddressCreate::new`] takes them.
#[allow(missing_docs)]
pub struct AddressCreateRequired<'a> {
    pub customer_id: i64,
    pub first_name: &'a str,
    pub last_name: &'a str,
    pub address1: &'a str,
    pub city: &'a str,
    pub state_or_province: &'a str,
    pub postal_code: &'a str,
    pub country_code: &'a str,
}

impl AddressCreate {
    /// Creates an [`AddressCreate`] from its required fields.
    #[inline]
    pub fn new(required: AddressCreateRequired<'_>) -> Self {
        Self {
            customer_id: required.customer_id,
            first_name: required.first_name.to_owned(),
            last_name: required.last_name.to_owned(),
            address1: required.address1.to_owned(),
            city: required.city.to_owned(),
            state_or_province: required.state_or_province.to_owned(),
            postal_code: required.postal_code.to_owned(),
            country_code: required.country_code.to_owned(),
            ..rt::Empty::empty()
        }
    }

    /// Sets [`company`](field@Self::company).
    pub fn company(mut self, company: impl Into<String>) -> Self {
        self.company = Some(company.into());
        self
    }

    /// Sets [`address2`](field@Self::address2).
    pub fn address2(mut self, address2: impl Into<String>) -> Self {
        self.address2 = Some(address2.into());
        self
    }

    /// Sets [`phone`](field@Self::phone).
    pub fn phone(mut self, phone: impl Into<String>) -> Self {
        self.phone = Some(phone.into());
        self
    }

    /// Sets [`address_type`](field@Self::address_type).
    #[inline]
    pub fn address_type(mut self, address_type: AddressType) -> Self {
        self.address_type = Some(address_type);
        self
    }

    /// Sets [`form_fields`](field@Self::form_fields).
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
#[must_use = "setters return the changed value"]
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
    /// Creates an [`AddressUpdate`] from [`id`](field@Self::id), which is required.
    #[inline]
    pub fn new(id: i64) -> Self {
        Self { id, ..rt::Empty::empty() }
    }

    /// Sets [`first_name`](field@Self::first_name).
    pub fn first_name(mut self, first_name: impl Into<String>) -> Self {
        self.first_name = Some(first_name.into());
        self
    }

    /// Sets [`last_name`](field@Self::last_name).
    pub fn last_name(mut self, last_name: impl Into<String>) -> Self {
        self.last_name = Some(last_name.into());
        self
    }

    /// Sets [`company`](field@Self::company).
    pub fn company(mut self, company: impl Into<String>) -> Self {
        self.company = Some(company.into());
        self
    }

    /// Sets [`address1`](field@Self::address1).
    pub fn address1(mut self, address1: impl Into<String>) -> Self {
        self.address1 = Some(address1.into());
        self
    }

    /// Sets [`address2`](field@Self::address2).
    pub fn address2(mut self, address2: impl Into<String>) -> Self {
        self.address2 = Some(address2.into());
        self
    }

    /// Sets [`city`](field@Self::city).
    pub fn city(mut self, city: impl Into<String>) -> Self {
        self.city = Some(city.into());
        self
    }

    /// Sets [`state_or_province`](field@Self::state_or_province).
    pub fn state_or_province(mut self, state_or_province: impl Into<String>) -> Self {
        self.state_or_province = Some(state_or_province.into());
        self
    }

    /// Sets [`postal_code`](field@Self::postal_code).
    pub fn postal_code(mut self, postal_code: impl Into<String>) -> Self {
        self.postal_code = Some(postal_code.into());
        self
    }

    /// Sets [`country_code`](field@Self::country_code).
    pub fn country_code(mut self, country_code: impl Into<String>) -> Self {
        self.country_code = Some(country_code.into());
        self
    }

    /// Sets [`phone`](field@Self::phone).
    pub fn phone(mut self, phone: impl Into<String>) -> Self {
        self.phone = Some(phone.into());
        self
    }

    /// Sets [`address_type`](field@Self::address_type).
    #[inline]
    pub fn address_type(mut self, address_type: AddressType) -> Self {
        self.address_type = Some(address_type);
        self
    }

    /// Sets [`form_fields`](field@Self::form_fields).
    pub fn form_fields(
        mut self,
        form_fields: impl IntoIterator<Item = common::FormFieldValue>,
    ) -> Self {
        self.form_fields = Some(form_fields.into_iter().collect());
        self
    }
}

/// Fails if the value lacks a property that the request requires.
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
            ..rt::Empty::empty()
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

impl rt::Listing for AddressPage {
    type Item = Address;
    const KEY: Option<&'static str> = Some("data");
    fn items(&self) -> &[Address] {
        &self.data
    }

    fn items_mut(&mut self) -> &mut Vec<Address> {
        &mut self.data
    }
}

impl rt::Paged for AddressPage {
    fn info(&self) -> rt::PageInfo<'_> {
        rt::Paged::info(&self.meta)
    }

    fn renumber(&mut self, items: i64) {
        rt::Paged::renumber(&mut self.meta, items);
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

impl rt::Listing for AddressBatch {
    type Item = Address;
    const KEY: Option<&'static str> = Some("data");
    fn items(&self) -> &[Address] {
        self.data.as_deref().unwrap_or_default()
    }

    fn items_mut(&mut self) -> &mut Vec<Address> {
        self.data.get_or_insert_default()
    }
}

/// What can be sent along with an address.
///
/// - `formfields`: the values of custom form fields
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Include {
    /// `formfields`
    Formfields,
    /// A value that this version of the crate does not know, unchanged.
    Unknown(rt::UnknownText),
}

rt::string_enum! {
    Include {
        Formfields = "formfields",
    }
}

rt::fixtures! {
    fixtures {
        /// A response of [`Addresses::list`] with status 200.
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
        /// A response of [`Addresses::create`] with status 200.
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
        /// A response of [`Addresses::update`] with status 200.
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
