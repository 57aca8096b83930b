// @generated from spec/v3/customers.yaml by `cargo xtask regen`: change that, not this.

//! Customers of a store. Who they are, which channels they may sign in to, and how much store
//! credit they have.
//!
//! All writes take lists, of at most 10 customers, and do all of a list or nothing.

use super::{addresses, attribute_values, common};
use openapi_client_runtime::rt;

/// The operations of `client.v3().customers()`, such as [`list`](Self::list).
#[derive(Clone, Copy, Debug)]
pub struct Customers<'a>(pub(super) &'a rt::Core);

impl Customers<'_> {
    /// Lists customers.
    ///
    /// Gives the customers that satisfy all filters, a page at a time. Without a filter, all customers
    /// of the store.
    ///
    /// Addresses, attributes, form fields, store credit, the shopper profile and the segments come
    /// along only when `include` asks for them. Attributes come with their ids and values; their names
    /// are to be had from the customer attributes. An id that does not exist is no error, it is just
    /// missing from the list. A filter that the API does not know is answered with 422.
    ///
    /// For a sync, filter by `date_modified:min`. For a full read, follow the cursors: they stay right
    /// while customers are added or removed.
    ///
    /// `GET /customers`; scope `store_v2_customers_read_only`; pages by cursor or number.
    ///
    /// Awaiting it returns one page; [`stream`](ListCustomers::stream) returns the items of all pages,
    /// [`pages`](ListCustomers::pages) the pages themselves.
    ///
    /// # Returns
    ///
    /// [`CustomerPage`]. One page of customers.
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
    /// let page = client.v3().customers().list().await?;
    ///
    /// let mut all = client.v3().customers().list().stream();
    /// while let Some(item) = all.try_next().await? {
    ///     println!("{item:?}");
    /// }
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn list(&self) -> ListCustomers {
        ListCustomers(rt::Request::new(self.0, &LIST_CUSTOMERS))
    }

    /// Looks a customer up by the id.
    ///
    /// `GET /customers` with `id:in`; scope `store_v2_customers_read_only`.
    ///
    /// # Returns
    ///
    /// [`Customer`]; `None` if the list is empty. Items with another `id` are an error.
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
    /// let response = client.v3().customers().get(31).await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn get(&self, id: i64) -> GetCustomer {
        GetCustomer(
            rt::Request::new(self.0, &LIST_CUSTOMERS)
                .filter("id:in", [id], rt::ListStyle::Comma)
                .lookup("Customer", "id:in", rt::Match::IgnoreCase("id")),
        )
    }

    /// Looks a customer up by the e-mail address.
    ///
    /// `GET /customers` with `email:in`; scope `store_v2_customers_read_only`.
    ///
    /// # Returns
    ///
    /// [`Customer`]; `None` if the list is empty. Items with another `email` are an error.
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
    /// let response = client.v3().customers().find_by_email("noor@example.org").await?;
    /// # Ok(()) }
    /// ```
    pub fn find_by_email(&self, email: impl Into<String>) -> FindCustomerByEmail {
        FindCustomerByEmail(
            rt::Request::new(self.0, &LIST_CUSTOMERS)
                .filter::<String>("email:in", [email.into()], rt::ListStyle::Comma)
                .lookup("Customer", "email:in", rt::Match::IgnoreCase("email")),
        )
    }

    /// Creates up to 10 customers.
    ///
    /// Creates the customers of a list, or none of them: one bad entry fails the whole call, and the
    /// keys of the error's `errors` map begin with the place of that entry in the list, as in
    /// `0.email`.
    ///
    /// - An e-mail address must not belong to another customer yet.
    /// - Attributes must have been set up before a customer can have a value for them.
    /// - A customer without `channel_ids`, or with `null` there, gets access to all channels that allow
    ///   global logins. By default, only the default storefront does.
    /// - The answer carries the customers as they were stored, with their store credit.
    ///
    /// `POST /customers`; scope `store_v2_customers`; at most 10 items per call.
    ///
    /// [`create_batches`](Self::create_batches) takes any number of items.
    ///
    /// # Arguments
    ///
    /// - `body`: The customers to create.
    ///
    /// # Returns
    ///
    /// [`CustomerBatch`]. The new customers.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`common::Problem`] for 404, 413, 422, 5xx; [`common::AccessError`]
    /// for 401, 403, 429. See [responses](super::common#responses).
    ///
    /// - 413: The list holds more than 10 customers.
    /// - 422: An entry is not valid, so that no customer was created. The keys tell which entry and
    ///   field.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::rust_decimal::Decimal;
    /// use generated_client::v3::addresses::AddressType;
    /// use generated_client::v3::common::{FormFieldValue, FormFieldValueRequired};
    /// use generated_client::v3::customers::{
    ///     AuthenticationInput, CustomerAddressCreate, CustomerAddressCreateRequired,
    ///     CustomerAttributeCreate, CustomerAttributeCreateRequired, CustomerCreate,
    ///     CustomerCreateRequired, StoreCredit,
    /// };
    ///
    /// let response = client
    ///     .v3()
    ///     .customers()
    ///     .create([
    ///         CustomerCreate::new(CustomerCreateRequired {
    ///             email: "mateo.brandt@example.org",
    ///             first_name: "Mateo",
    ///             last_name: "Brandt",
    ///         })
    ///         .company("Brandt & Daughters")
    ///         .phone("+1 312 555 0146")
    ///         .customer_group_id(3)
    ///         .addresses([
    ///             CustomerAddressCreate::new(CustomerAddressCreateRequired {
    ///                 first_name: "Mateo",
    ///                 last_name: "Brandt",
    ///                 address1: "410 Harbor Road",
    ///                 city: "Chicago",
    ///                 country_code: "US",
    ///             })
    ///             .state_or_province("Illinois")
    ///             .postal_code("60611")
    ///             .address_type(AddressType::Commercial),
    ///         ])
    ///         .attributes([
    ///             CustomerAttributeCreate::new(CustomerAttributeCreateRequired {
    ///                 attribute_id: 12,
    ///                 attribute_value: "wholesale",
    ///             }),
    ///         ])
    ///         .authentication(AuthenticationInput::new().force_password_reset(true))
    ///         .store_credit_amounts([StoreCredit::new(Decimal::new(205, 1))])
    ///         .channel_ids([1, 4])
    ///         .form_fields([
    ///             FormFieldValue::new(FormFieldValueRequired {
    ///                 name: "Favourite glaze",
    ///                 value: "celadon".into(),
    ///             }),
    ///         ]),
    ///     ])
    ///     .await?;
    /// # Ok(()) }
    /// ```
    pub fn create(
        &self,
        body: impl IntoIterator<Item = CustomerCreate>,
    ) -> CreateCustomers {
        CreateCustomers(
            rt::Request::new(self.0, &CREATE_CUSTOMERS)
                .json_list_within(body, rt::Limits::NONE.items(1, Some(10))),
        )
    }

    /// Sends any number of items with [`create`](Self::create), in as many calls as needed.
    ///
    /// Takes an iterator or a stream, and returns a stream of one outcome per item: 10 items per call;
    /// 3 calls at a time by default. A call takes effect as a whole or not at all; if an item is
    /// rejected, the others are sent again without it.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client, items: Vec<generated_client::v3::customers::CustomerCreate>) {
    /// let mut outcomes = client.v3().customers().create_batches(items);
    /// while let Some(outcome) = outcomes.next().await {
    ///     let Some(error) = outcome.error() else { continue };
    ///     println!("item {}: {error}", outcome.index);
    /// }
    /// # }
    /// ```
    pub fn create_batches<M>(
        &self,
        body: impl rt::IntoItems<CustomerCreate, M>,
    ) -> rt::Batches<CustomerCreate, CustomerBatch> {
        let request = rt::Request::new(self.0, &CREATE_CUSTOMERS);
        rt::Batches::new(request, body, rt::Decoder::list())
            .within(rt::Limits::NONE.items(1, Some(10)))
    }

    /// Changes up to 10 customers.
    ///
    /// Changes the customers of a list, or none of them: one bad entry fails the whole call. An entry
    /// names its customer by `id` and holds only what shall change; whatever is left out stays as it
    /// is.
    ///
    /// - Addresses and attribute values are not touched from here: they have operations of their own.
    ///   The values of custom form fields can be set.
    /// - The IP address of the signup, the channel of origin and the dates never change.
    /// - `channel_ids` decides which account a shopper signs in to on a channel. Left out, it stays;
    ///   `null` opens all channels with global logins; a list opens just these. Take care where a store
    ///   has several storefronts.
    ///
    /// `PUT /customers`; scope `store_v2_customers`; at most 10 items per call; at most 3 calls at a
    /// time.
    ///
    /// See [BigCommerce's reference](<https://docs.bigcommerce.com/developer/api-reference/rest/admin/management/customers/v3/update-customers>).
    ///
    /// [`update_batches`](Self::update_batches) takes any number of items.
    ///
    /// # Arguments
    ///
    /// - `body`: The changes, one entry a customer.
    ///
    /// # Returns
    ///
    /// [`CustomerBatch`]. The customers after the change.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`common::Problem`] for 404, 413, 422, 5xx; [`common::AccessError`]
    /// for 401, 403, 429. See [responses](super::common#responses).
    ///
    /// - 413: The list holds more than 10 customers.
    /// - 422: An entry is not valid, so that no customer was changed. The keys tell which entry and
    ///   field.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::rust_decimal::Decimal;
    /// use generated_client::v3::customers::{CustomerUpdate, StoreCredit};
    ///
    /// let response = client
    ///     .v3()
    ///     .customers()
    ///     .update([
    ///         CustomerUpdate::new(4107)
    ///             .customer_group_id(5)
    ///             .store_credit_amounts([StoreCredit::new(Decimal::new(421, 1))]),
    ///         CustomerUpdate::new(4108).notes("Prefers deliveries in the morning.").channel_ids(None),
    ///     ])
    ///     .await?;
    /// # Ok(()) }
    /// ```
    pub fn update(
        &self,
        body: impl IntoIterator<Item = CustomerUpdate>,
    ) -> UpdateCustomers {
        UpdateCustomers(
            rt::Request::new(self.0, &UPDATE_CUSTOMERS)
                .json_list_within(body, rt::Limits::NONE.items(1, Some(10))),
        )
    }

    /// Sends any number of items with [`update`](Self::update), in as many calls as needed.
    ///
    /// Takes an iterator or a stream, and returns a stream of one outcome per item: 10 items per call;
    /// at most 3 calls at a time. A call takes effect as a whole or not at all; if an item is rejected,
    /// the others are sent again without it.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client, items: Vec<generated_client::v3::customers::CustomerUpdate>) {
    /// let mut outcomes = client.v3().customers().update_batches(items);
    /// while let Some(outcome) = outcomes.next().await {
    ///     let Some(error) = outcome.error() else { continue };
    ///     println!("item {}: {error}", outcome.index);
    /// }
    /// # }
    /// ```
    pub fn update_batches<M>(
        &self,
        body: impl rt::IntoItems<CustomerUpdate, M>,
    ) -> rt::Batches<CustomerUpdate, CustomerBatch> {
        let request = rt::Request::new(self.0, &UPDATE_CUSTOMERS);
        rt::Batches::new(request, body, rt::Decoder::list())
            .within(rt::Limits::NONE.items(1, Some(10)))
    }

    /// Deletes customers by their ids.
    ///
    /// Deletes the customers with these ids, for good. The answer is the same for ids that do not
    /// exist, so it does not prove that anything was deleted.
    ///
    /// `DELETE /customers`; scope `store_v2_customers`.
    ///
    /// # Arguments
    ///
    /// - `id_in`: Ids of the items, sent as one list with commas.
    ///
    /// # Returns
    ///
    /// None of the customers exists any more.
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
    /// client.v3().customers().delete([31, 47]).await?;
    /// # Ok(()) }
    /// ```
    pub fn delete(&self, id_in: impl IntoIterator<Item = i64>) -> DeleteCustomers {
        DeleteCustomers(
            rt::Request::new(self.0, &DELETE_CUSTOMERS)
                .filter("id:in", id_in, rt::ListStyle::Comma),
        )
    }
}

/// A request of [`Customers::list`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListCustomers(rt::Request);

impl ListCustomers {
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

    /// Asks for the page that ends just before this cursor. Give it the `start_cursor` of a page to
    /// read the page in front of that one.
    pub fn before(mut self, before: impl Into<String>) -> Self {
        self.0.set_query::<String>("before", before.into());
        self
    }

    /// Asks for the page that starts just after this cursor. Give it the `end_cursor` of a page to read
    /// the page that follows.
    pub fn after(mut self, after: impl Into<String>) -> Self {
        self.0.set_query::<String>("after", after.into());
        self
    }

    /// Keeps the items with these ids, sent as one list with commas.
    ///
    /// Sent as `id:in`. A list too long for one URL is split among several calls.
    pub fn id_in(mut self, id_in: impl IntoIterator<Item = i64>) -> Self {
        self.0.set_filter("id:in", id_in, rt::ListStyle::Comma);
        self
    }

    /// Keeps the customers of these companies.
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

    /// Keeps the members of these customer groups.
    ///
    /// Sent as `customer_group_id:in`. A list too long for one URL is split among several calls.
    pub fn customer_group_id_in(
        mut self,
        customer_group_id_in: impl IntoIterator<Item = i64>,
    ) -> Self {
        self.0
            .set_filter(
                "customer_group_id:in",
                customer_group_id_in,
                rt::ListStyle::Comma,
            );
        self
    }

    /// Keeps the items that were created at exactly this moment. A date without a time, an offset, and
    /// UNIX time are understood as well.
    pub fn date_created(mut self, date_created: impl Into<rt::DateTime>) -> Self {
        self.0.set_query::<rt::DateTime>("date_created", date_created.into());
        self
    }

    /// Keeps the items that were created since this moment. Takes the same forms as `date_created`.
    ///
    /// Sent as `date_created:min`.
    pub fn date_created_min(
        mut self,
        date_created_min: impl Into<rt::DateTime>,
    ) -> Self {
        self.0.set_query::<rt::DateTime>("date_created:min", date_created_min.into());
        self
    }

    /// Keeps the items that were created up to this moment. Takes the same forms as `date_created`.
    ///
    /// Sent as `date_created:max`.
    pub fn date_created_max(
        mut self,
        date_created_max: impl Into<rt::DateTime>,
    ) -> Self {
        self.0.set_query::<rt::DateTime>("date_created:max", date_created_max.into());
        self
    }

    /// Keeps the items that were last changed at exactly this moment. To fetch what has changed since a
    /// moment, filter by `date_modified:min` instead.
    pub fn date_modified(mut self, date_modified: impl Into<rt::DateTime>) -> Self {
        self.0.set_query::<rt::DateTime>("date_modified", date_modified.into());
        self
    }

    /// Keeps the items that were last changed since this moment, as an incremental sync wants them.
    /// Takes the same forms as `date_created`.
    ///
    /// Sent as `date_modified:min`.
    pub fn date_modified_min(
        mut self,
        date_modified_min: impl Into<rt::DateTime>,
    ) -> Self {
        self.0.set_query::<rt::DateTime>("date_modified:min", date_modified_min.into());
        self
    }

    /// Keeps the items that were last changed up to this moment. Takes the same forms as
    /// `date_created`.
    ///
    /// Sent as `date_modified:max`.
    pub fn date_modified_max(
        mut self,
        date_modified_max: impl Into<rt::DateTime>,
    ) -> Self {
        self.0.set_query::<rt::DateTime>("date_modified:max", date_modified_max.into());
        self
    }

    /// Keeps the customers with these e-mail addresses.
    ///
    /// Sent as `email:in`. A list too long for one URL is split among several calls.
    pub fn email_in(
        mut self,
        email_in: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.0
            .set_filter(
                "email:in",
                email_in.into_iter().map(Into::<String>::into),
                rt::ListStyle::Comma,
            );
        self
    }

    /// Keeps the customers with these full names, each a first name, a space and a last name.
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

    /// Keeps the customers in whose full name (first name and last name) one of these texts occurs.
    ///
    /// Sent as `name:like`.
    pub fn name_like(
        mut self,
        name_like: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.0
            .set_filter(
                "name:like",
                name_like.into_iter().map(Into::<String>::into),
                rt::ListStyle::Comma,
            );
        self
    }

    /// Keeps the customers with these telephone numbers.
    ///
    /// Sent as `phone:in`. A list too long for one URL is split among several calls.
    pub fn phone_in(
        mut self,
        phone_in: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.0
            .set_filter(
                "phone:in",
                phone_in.into_iter().map(Into::<String>::into),
                rt::ListStyle::Comma,
            );
        self
    }

    /// Keeps the customers who signed up from these IP addresses. A customer who was created through
    /// the API has none.
    ///
    /// Sent as `registration_ip_address:in`. A list too long for one URL is split among several calls.
    pub fn registration_ip_address_in(
        mut self,
        registration_ip_address_in: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.0
            .set_filter(
                "registration_ip_address:in",
                registration_ip_address_in.into_iter().map(Into::<String>::into),
                rt::ListStyle::Comma,
            );
        self
    }

    /// What to send along with each customer.
    pub fn include(mut self, include: impl IntoIterator<Item = Include>) -> Self {
        self.0.set_selection("include", include, rt::ListStyle::Comma);
        self
    }

    /// Order of the list.
    #[inline]
    pub fn sort(mut self, sort: Sort) -> Self {
        self.0.set_query("sort", sort);
        self
    }

    /// Returns a stream of the pages of the whole list.
    #[inline]
    pub fn pages(self) -> rt::Pages<CustomerPage> {
        rt::Pages::new(self.0, rt::Decoder::list())
    }

    /// Returns a stream of the items of all pages.
    #[inline]
    pub fn stream(self) -> rt::Items<CustomerPage> {
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
    pub fn wait(self) -> Result<rt::Response<CustomerPage>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for ListCustomers {
    type Output = Result<rt::Response<CustomerPage>, rt::Error>;
    type IntoFuture = rt::CallFuture<CustomerPage>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::of_pages(self.0, rt::Decoder::list())
    }
}

static LIST_CUSTOMERS: rt::Operation = rt::Operation {
    id: "getCustomers",
    name: "v3.customers.list",
    method: rt::Method::Get,
    path: "/customers",
    errors: &[
        rt::json_error::<common::Problem>(rt::statuses![404, 422, 5xx]),
        rt::json_error::<common::AccessError>(rt::statuses![401, 403, 429]),
    ],
    paging: Some(rt::Paging::Cursor),
    split: Some(rt::Split {
        lists: &[
            "id:in",
            "company:in",
            "customer_group_id:in",
            "email:in",
            "name:in",
            "phone:in",
            "registration_ip_address:in",
        ],
        whole: &["page", "before", "after", "sort"],
    }),
    scopes: &["store_v2_customers_read_only"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Customers::get`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetCustomer(rt::Request);

impl GetCustomer {
    /// What to send along with each customer.
    pub fn include(mut self, include: impl IntoIterator<Item = Include>) -> Self {
        self.0.set_selection("include", include, rt::ListStyle::Comma);
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
    pub fn wait(self) -> Result<rt::Response<Option<Customer>>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for GetCustomer {
    type Output = Result<rt::Response<Option<Customer>>, rt::Error>;
    type IntoFuture = rt::CallFuture<Option<Customer>>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::first::<CustomerPage>())
    }
}

/// A request of [`Customers::find_by_email`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct FindCustomerByEmail(rt::Request);

impl FindCustomerByEmail {
    /// What to send along with each customer.
    pub fn include(mut self, include: impl IntoIterator<Item = Include>) -> Self {
        self.0.set_selection("include", include, rt::ListStyle::Comma);
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
    pub fn wait(self) -> Result<rt::Response<Option<Customer>>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for FindCustomerByEmail {
    type Output = Result<rt::Response<Option<Customer>>, rt::Error>;
    type IntoFuture = rt::CallFuture<Option<Customer>>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::first::<CustomerPage>())
    }
}

/// A request of [`Customers::create`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct CreateCustomers(rt::Request);

impl CreateCustomers {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<CustomerBatch>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for CreateCustomers {
    type Output = Result<rt::Response<CustomerBatch>, rt::Error>;
    type IntoFuture = rt::CallFuture<CustomerBatch>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::list())
    }
}

static CREATE_CUSTOMERS: rt::Operation = rt::Operation {
    id: "createCustomers",
    name: "v3.customers.create",
    method: rt::Method::Post,
    path: "/customers",
    errors: &[
        rt::json_error::<common::Problem>(rt::statuses![404, 413, 422, 5xx]),
        rt::json_error::<common::AccessError>(rt::statuses![401, 403, 429]),
    ],
    items_per_call: Some(10u32),
    batch_key: &["email"],
    atomic: true,
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Customers::update`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct UpdateCustomers(rt::Request);

impl UpdateCustomers {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<CustomerBatch>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for UpdateCustomers {
    type Output = Result<rt::Response<CustomerBatch>, rt::Error>;
    type IntoFuture = rt::CallFuture<CustomerBatch>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::list())
    }
}

static UPDATE_CUSTOMERS: rt::Operation = rt::Operation {
    id: "updateCustomers",
    name: "v3.customers.update",
    method: rt::Method::Put,
    path: "/customers",
    errors: &[
        rt::json_error::<common::Problem>(rt::statuses![404, 413, 422, 5xx]),
        rt::json_error::<common::AccessError>(rt::statuses![401, 403, 429]),
    ],
    items_per_call: Some(10u32),
    concurrency: Some(3u32),
    batch_key: &["id"],
    atomic: true,
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Customers::delete`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct DeleteCustomers(rt::Request);

impl DeleteCustomers {
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

impl IntoFuture for DeleteCustomers {
    type Output = Result<rt::Response<()>, rt::Error>;
    type IntoFuture = rt::CallFuture<()>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::of_parts(self.0, rt::Decoder::empty())
    }
}

static DELETE_CUSTOMERS: rt::Operation = rt::Operation {
    id: "deleteCustomers",
    name: "v3.customers.delete",
    method: rt::Method::Delete,
    path: "/customers",
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

/// A customer, as the store has it.
///
/// What `include` brings along is absent unless it was asked for; answers to a create carry the
/// store credit in any case.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Customer {
    /// Number of the customer.
    pub id: i64,
    /// E-mail address, which the customer signs in with.
    pub email: String,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Company that the customer buys for. Empty if there is none.
    pub company: String,
    /// Telephone number. Empty if there is none.
    pub phone: String,
    /// What the store's staff noted about the customer.
    pub notes: String,
    /// Code of the tax exemption. Empty if there is none.
    pub tax_exempt_category: String,
    /// IP address that the customer signed up from. Empty if the customer was created through the API.
    pub registration_ip_address: String,
    /// Id of the customer group, or 0 for no group.
    pub customer_group_id: i64,
    /// When the customer was created. `null` in some old customers.
    pub date_created: Option<rt::DateTime>,
    /// When the customer was last changed. `null` in some old customers.
    pub date_modified: Option<rt::DateTime>,
    /// Whether the customer agreed to e-mails that ask for reviews or recall an abandoned cart.
    pub accepts_product_review_abandoned_cart_emails: bool,
    /// How the customer signs in, as far as the API tells.
    pub authentication: Authentication,
    /// Id of the channel where the customer was created. It never changes. Absent in responses from
    /// before stores had several channels.
    pub origin_channel_id: Option<i64>,
    /// Ids of the channels that the customer may sign in to, or `null` for all with global logins.
    /// Absent in responses from before stores had several channels.
    pub channel_ids: rt::Nullable<Vec<i64>>,
    /// Number of addresses. Comes with included addresses.
    pub address_count: Option<i64>,
    /// Addresses of the customer. Only if included.
    pub addresses: Option<Vec<addresses::Address>>,
    /// Number of attribute values. Comes with included attributes.
    pub attribute_count: Option<i64>,
    /// Attribute values of the customer. Only if included.
    pub attributes: Option<Vec<attribute_values::AttributeValue>>,
    /// What the customer entered into the custom fields of the signup form. Only if included.
    pub form_fields: Option<Vec<CustomerFormField>>,
    /// Store credit of the customer. Only if included.
    pub store_credit_amounts: Option<Vec<StoreCredit>>,
    /// UUID of the customer's shopper profile. Only if included.
    pub shopper_profile_id: Option<String>,
    /// UUIDs of the segments that the customer belongs to. Only if included.
    pub segment_ids: Option<Vec<String>>,
}

rt::object! {
    Customer {
        id: "id" required,
        email: "email" required,
        first_name: "first_name" required,
        last_name: "last_name" required,
        company: "company" required,
        phone: "phone" required,
        notes: "notes" required,
        tax_exempt_category: "tax_exempt_category" required,
        registration_ip_address: "registration_ip_address" required,
        customer_group_id: "customer_group_id" required,
        date_created: "date_created" required,
        date_modified: "date_modified" required,
        accepts_product_review_abandoned_cart_emails: "accepts_product_review_abandoned_cart_emails" required,
        authentication: "authentication" required,
        origin_channel_id: "origin_channel_id" optional,
        channel_ids: "channel_ids" optional,
        address_count: "address_count" optional,
        addresses: "addresses" optional,
        attribute_count: "attribute_count" optional,
        attributes: "attributes" optional,
        form_fields: "form_fields" optional,
        store_credit_amounts: "store_credit_amounts" optional,
        shopper_profile_id: "shopper_profile_id" optional,
        segment_ids: "segment_ids" optional,
    }
}

/// How the customer signs in, as far as the API tells.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Authentication {
    /// Whether the customer must choose a new password at the next sign-in.
    pub force_password_reset: bool,
}

rt::object! {
    Authentication {
        force_password_reset: "force_password_reset" required,
    }
}

/// How the customer shall sign in.
#[derive(Clone, Default, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct AuthenticationInput {
    /// Whether the customer must choose a new password at the next sign-in.
    pub force_password_reset: Option<bool>,
    /// Password to set. The API never gives it back.
    pub new_password: Option<rt::Secret>,
}

impl AuthenticationInput {
    /// Creates an empty [`AuthenticationInput`].
    #[inline]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`force_password_reset`](field@Self::force_password_reset).
    #[inline]
    pub fn force_password_reset(mut self, force_password_reset: bool) -> Self {
        self.force_password_reset = Some(force_password_reset);
        self
    }

    /// Sets [`new_password`](field@Self::new_password).
    pub fn new_password(mut self, new_password: impl Into<rt::Secret>) -> Self {
        self.new_password = Some(new_password.into());
        self
    }
}

rt::object! {
    AuthenticationInput {
        force_password_reset: "force_password_reset" optional,
        new_password: "new_password" optional,
    }
}

/// What a customer entered into one custom field of the signup form.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CustomerFormField {
    /// Name of the field.
    pub name: String,
    /// Value of a custom form field. A text for most fields, a number for numeric ones, and a list of
    /// texts where several choices can be ticked.
    pub value: common::FieldValue,
    /// Number of the customer, once more.
    pub customer_id: Option<i64>,
}

rt::object! {
    CustomerFormField {
        name: "name" required,
        value: "value" required,
        customer_id: "customer_id" optional,
    }
}

/// An amount of store credit.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct StoreCredit {
    /// The amount, in the currency of the store.
    pub amount: rt::Number,
}

impl StoreCredit {
    /// Creates a [`StoreCredit`] from [`amount`](field@Self::amount), which is required.
    pub fn new(amount: impl Into<rt::Number>) -> Self {
        Self { amount: amount.into() }
    }
}

rt::object! {
    StoreCredit {
        amount: "amount" required,
    }
}

/// A customer to create.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct CustomerCreate {
    /// E-mail address, which the customer signs in with. No two customers may share one.
    ///
    /// When sent: 3 to 250 characters.
    pub email: String,
    /// First name.
    ///
    /// When sent: 1 to 100 characters.
    pub first_name: String,
    /// Last name.
    ///
    /// When sent: 1 to 100 characters.
    pub last_name: String,
    /// Company that the customer buys for.
    ///
    /// When sent: at most 255 characters.
    pub company: Option<String>,
    /// Telephone number.
    ///
    /// When sent: at most 50 characters.
    pub phone: Option<String>,
    /// Notes for the store's staff.
    pub notes: Option<String>,
    /// Code of the tax exemption.
    ///
    /// When sent: at most 255 characters.
    pub tax_exempt_category: Option<String>,
    /// Id of the customer group, or 0 for no group.
    pub customer_group_id: Option<i64>,
    /// Addresses to create with the customer.
    ///
    /// When sent: at most 10 items.
    pub addresses: Option<Vec<CustomerAddressCreate>>,
    /// Attribute values to create with the customer.
    ///
    /// When sent: at most 10 items.
    pub attributes: Option<Vec<CustomerAttributeCreate>>,
    /// How the customer shall sign in.
    pub authentication: Option<AuthenticationInput>,
    /// Whether the customer agreed to e-mails that ask for reviews or recall an abandoned cart.
    pub accepts_product_review_abandoned_cart_emails: Option<bool>,
    /// Whether the store sends its welcome e-mail to the customer.
    pub trigger_account_created_notification: Option<bool>,
    /// Store credit to begin with.
    pub store_credit_amounts: Option<Vec<StoreCredit>>,
    /// Id of the channel that the customer comes from. It cannot be changed later.
    pub origin_channel_id: Option<i64>,
    /// Ids of the channels that the customer may sign in to. Left out or `null`, all with global
    /// logins.
    ///
    /// When sent: at least 1 item.
    pub channel_ids: rt::Nullable<Vec<i64>>,
    /// Values for the custom fields of the signup form.
    pub form_fields: Option<Vec<common::FormFieldValue>>,
}

/// The required fields of [`CustomerCreate`], as [`CustomerCreate::new`] takes them.
#[allow(missing_docs)]
pub struct CustomerCreateRequired<'a> {
    pub email: &'a str,
    pub first_name: &'a str,
    pub last_name: &'a str,
}

impl CustomerCreate {
    /// Creates a [`CustomerCreate`] from its required fields.
    #[inline]
    pub fn new(required: CustomerCreateRequired<'_>) -> Self {
        Self {
            email: required.email.to_owned(),
            first_name: required.first_name.to_owned(),
            last_name: required.last_name.to_owned(),
            ..rt::Empty::empty()
        }
    }

    /// Sets [`company`](field@Self::company).
    pub fn company(mut self, company: impl Into<String>) -> Self {
        self.company = Some(company.into());
        self
    }

    /// Sets [`phone`](field@Self::phone).
    pub fn phone(mut self, phone: impl Into<String>) -> Self {
        self.phone = Some(phone.into());
        self
    }

    /// Sets [`notes`](field@Self::notes).
    pub fn notes(mut self, notes: impl Into<String>) -> Self {
        self.notes = Some(notes.into());
        self
    }

    /// Sets [`tax_exempt_category`](field@Self::tax_exempt_category).
    pub fn tax_exempt_category(
        mut self,
        tax_exempt_category: impl Into<String>,
    ) -> Self {
        self.tax_exempt_category = Some(tax_exempt_category.into());
        self
    }

    /// Sets [`customer_group_id`](field@Self::customer_group_id).
    #[inline]
    pub fn customer_group_id(mut self, customer_group_id: i64) -> Self {
        self.customer_group_id = Some(customer_group_id);
        self
    }

    /// Sets [`addresses`](field@Self::addresses).
    pub fn addresses(
        mut self,
        addresses: impl IntoIterator<Item = CustomerAddressCreate>,
    ) -> Self {
        self.addresses = Some(addresses.into_iter().collect());
        self
    }

    /// Sets [`attributes`](field@Self::attributes).
    pub fn attributes(
        mut self,
        attributes: impl IntoIterator<Item = CustomerAttributeCreate>,
    ) -> Self {
        self.attributes = Some(attributes.into_iter().collect());
        self
    }

    /// Sets [`authentication`](field@Self::authentication).
    #[inline]
    pub fn authentication(mut self, authentication: AuthenticationInput) -> Self {
        self.authentication = Some(authentication);
        self
    }

    /// Sets [`accepts_product_review_abandoned_cart_emails`](field@Self::accepts_product_review_abandoned_cart_emails).
    #[inline]
    pub fn accepts_product_review_abandoned_cart_emails(
        mut self,
        accepts_product_review_abandoned_cart_emails: bool,
    ) -> Self {
        self.accepts_product_review_abandoned_cart_emails = Some(
            accepts_product_review_abandoned_cart_emails,
        );
        self
    }

    /// Sets [`trigger_account_created_notification`](field@Self::trigger_account_created_notification).
    #[inline]
    pub fn trigger_account_created_notification(
        mut self,
        trigger_account_created_notification: bool,
    ) -> Self {
        self.trigger_account_created_notification = Some(
            trigger_account_created_notification,
        );
        self
    }

    /// Sets [`store_credit_amounts`](field@Self::store_credit_amounts).
    pub fn store_credit_amounts(
        mut self,
        store_credit_amounts: impl IntoIterator<Item = StoreCredit>,
    ) -> Self {
        self.store_credit_amounts = Some(store_credit_amounts.into_iter().collect());
        self
    }

    /// Sets [`origin_channel_id`](field@Self::origin_channel_id).
    #[inline]
    pub fn origin_channel_id(mut self, origin_channel_id: i64) -> Self {
        self.origin_channel_id = Some(origin_channel_id);
        self
    }

    /// Sets [`channel_ids`](field@Self::channel_ids).
    pub fn channel_ids(
        mut self,
        channel_ids: impl Into<rt::Nullable<Vec<i64>>>,
    ) -> Self {
        self.channel_ids = channel_ids.into();
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
    CustomerCreate {
        email: "email" required [chars(3, Some(250))],
        first_name: "first_name" required [chars(1, Some(100))],
        last_name: "last_name" required [chars(1, Some(100))],
        company: "company" optional [chars(0, Some(255))],
        phone: "phone" optional [chars(0, Some(50))],
        notes: "notes" optional,
        tax_exempt_category: "tax_exempt_category" optional [chars(0, Some(255))],
        customer_group_id: "customer_group_id" optional,
        addresses: "addresses" optional [items(0, Some(10))],
        attributes: "attributes" optional [items(0, Some(10))],
        authentication: "authentication" optional,
        accepts_product_review_abandoned_cart_emails: "accepts_product_review_abandoned_cart_emails" optional,
        trigger_account_created_notification: "trigger_account_created_notification" optional,
        store_credit_amounts: "store_credit_amounts" optional,
        origin_channel_id: "origin_channel_id" optional,
        channel_ids: "channel_ids" optional [items(1, None)],
        form_fields: "form_fields" optional,
    }
}

/// An address to create together with its customer.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct CustomerAddressCreate {
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
    /// State or province, spelled out. Must be given for countries that have them in addresses.
    ///
    /// When sent: at most 100 characters.
    pub state_or_province: Option<String>,
    /// Postal code. Must be given for countries that have them in addresses.
    ///
    /// When sent: at most 30 characters.
    pub postal_code: Option<String>,
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
    pub address_type: Option<addresses::AddressType>,
    /// Values for the custom fields of the address form.
    pub form_fields: Option<Vec<common::FormFieldValue>>,
}

/// The required fields of [`CustomerAddressCreate`], as [`CustomerAddressCreate::new`] takes them.
#[allow(missing_docs)]
pub struct CustomerAddressCreateRequired<'a> {
    pub first_name: &'a str,
    pub last_name: &'a str,
    pub address1: &'a str,
    pub city: &'a str,
    pub country_code: &'a str,
}

impl CustomerAddressCreate {
    /// Creates a [`CustomerAddressCreate`] from its required fields.
    #[inline]
    pub fn new(required: CustomerAddressCreateRequired<'_>) -> Self {
        Self {
            first_name: required.first_name.to_owned(),
            last_name: required.last_name.to_owned(),
            address1: required.address1.to_owned(),
            city: required.city.to_owned(),
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

    /// Sets [`phone`](field@Self::phone).
    pub fn phone(mut self, phone: impl Into<String>) -> Self {
        self.phone = Some(phone.into());
        self
    }

    /// Sets [`address_type`](field@Self::address_type).
    #[inline]
    pub fn address_type(mut self, address_type: addresses::AddressType) -> Self {
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
    CustomerAddressCreate {
        first_name: "first_name" required [chars(1, Some(255))],
        last_name: "last_name" required [chars(1, Some(255))],
        company: "company" optional [chars(0, Some(255))],
        address1: "address1" required,
        address2: "address2" optional,
        city: "city" required [chars(0, Some(100))],
        state_or_province: "state_or_province" optional [chars(0, Some(100))],
        postal_code: "postal_code" optional [chars(0, Some(30))],
        country_code: "country_code" required [chars(2, Some(2))],
        phone: "phone" optional [chars(0, Some(50))],
        address_type: "address_type" optional,
        form_fields: "form_fields" optional,
    }
}

/// An attribute value to create together with its customer.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct CustomerAttributeCreate {
    /// Id of the attribute, which must exist already.
    pub attribute_id: i64,
    /// The value. Text for all attributes, those for numbers and dates included.
    ///
    /// When sent: at most 255 characters.
    pub attribute_value: String,
}

/// The required fields of [`CustomerAttributeCreate`], as [`CustomerAttributeCreate::new`] takes them.
#[allow(missing_docs)]
pub struct CustomerAttributeCreateRequired<'a> {
    pub attribute_id: i64,
    pub attribute_value: &'a str,
}

impl CustomerAttributeCreate {
    /// Creates a [`CustomerAttributeCreate`] from its required fields.
    #[inline]
    pub fn new(required: CustomerAttributeCreateRequired<'_>) -> Self {
        Self {
            attribute_id: required.attribute_id,
            attribute_value: required.attribute_value.to_owned(),
        }
    }
}

rt::object! {
    CustomerAttributeCreate {
        attribute_id: "attribute_id" required,
        attribute_value: "attribute_value" required [chars(0, Some(255))],
    }
}

/// What to change about one customer. Only `id` must be there, and members that are left out change
/// nothing.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct CustomerUpdate {
    /// Number of the customer.
    pub id: i64,
    /// E-mail address, which the customer signs in with. No two customers may share one.
    ///
    /// When sent: 3 to 255 characters.
    pub email: Option<String>,
    /// First name.
    ///
    /// When sent: 1 to 100 characters.
    pub first_name: Option<String>,
    /// Last name.
    ///
    /// When sent: 1 to 100 characters.
    pub last_name: Option<String>,
    /// Company that the customer buys for. An empty text clears it; `null` is sent as `null`.
    ///
    /// When sent: at most 255 characters.
    pub company: rt::Nullable<String>,
    /// Telephone number.
    ///
    /// When sent: at most 50 characters.
    pub phone: Option<String>,
    /// Notes for the store's staff.
    pub notes: Option<String>,
    /// Code of the tax exemption.
    ///
    /// When sent: at most 255 characters.
    pub tax_exempt_category: Option<String>,
    /// Id of the customer group, or 0 for no group.
    pub customer_group_id: Option<i64>,
    /// How the customer shall sign in.
    pub authentication: Option<AuthenticationInput>,
    /// Whether the customer agreed to e-mails that ask for reviews or recall an abandoned cart.
    pub accepts_product_review_abandoned_cart_emails: Option<bool>,
    /// Store credit that the customer shall have from now on.
    pub store_credit_amounts: Option<Vec<StoreCredit>>,
    /// Ids of the channels that the customer may sign in to from now on, or `null` for all with global
    /// logins. Left out, the channels stay as they are.
    pub channel_ids: rt::Nullable<Vec<i64>>,
    /// Values for the custom fields of the signup form.
    pub form_fields: Option<Vec<common::FormFieldValue>>,
}

impl CustomerUpdate {
    /// Creates a [`CustomerUpdate`] from [`id`](field@Self::id), which is required.
    #[inline]
    pub fn new(id: i64) -> Self {
        Self { id, ..rt::Empty::empty() }
    }

    /// Sets [`email`](field@Self::email).
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into());
        self
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
    pub fn company(mut self, company: impl Into<rt::Nullable<String>>) -> Self {
        self.company = company.into();
        self
    }

    /// Sets [`phone`](field@Self::phone).
    pub fn phone(mut self, phone: impl Into<String>) -> Self {
        self.phone = Some(phone.into());
        self
    }

    /// Sets [`notes`](field@Self::notes).
    pub fn notes(mut self, notes: impl Into<String>) -> Self {
        self.notes = Some(notes.into());
        self
    }

    /// Sets [`tax_exempt_category`](field@Self::tax_exempt_category).
    pub fn tax_exempt_category(
        mut self,
        tax_exempt_category: impl Into<String>,
    ) -> Self {
        self.tax_exempt_category = Some(tax_exempt_category.into());
        self
    }

    /// Sets [`customer_group_id`](field@Self::customer_group_id).
    #[inline]
    pub fn customer_group_id(mut self, customer_group_id: i64) -> Self {
        self.customer_group_id = Some(customer_group_id);
        self
    }

    /// Sets [`authentication`](field@Self::authentication).
    #[inline]
    pub fn authentication(mut self, authentication: AuthenticationInput) -> Self {
        self.authentication = Some(authentication);
        self
    }

    /// Sets [`accepts_product_review_abandoned_cart_emails`](field@Self::accepts_product_review_abandoned_cart_emails).
    #[inline]
    pub fn accepts_product_review_abandoned_cart_emails(
        mut self,
        accepts_product_review_abandoned_cart_emails: bool,
    ) -> Self {
        self.accepts_product_review_abandoned_cart_emails = Some(
            accepts_product_review_abandoned_cart_emails,
        );
        self
    }

    /// Sets [`store_credit_amounts`](field@Self::store_credit_amounts).
    pub fn store_credit_amounts(
        mut self,
        store_credit_amounts: impl IntoIterator<Item = StoreCredit>,
    ) -> Self {
        self.store_credit_amounts = Some(store_credit_amounts.into_iter().collect());
        self
    }

    /// Sets [`channel_ids`](field@Self::channel_ids).
    pub fn channel_ids(
        mut self,
        channel_ids: impl Into<rt::Nullable<Vec<i64>>>,
    ) -> Self {
        self.channel_ids = channel_ids.into();
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

impl From<&Customer> for CustomerUpdate {
    #[inline]
    fn from(source: &Customer) -> Self {
        Self {
            id: source.id,
            email: Some(source.email.clone()),
            first_name: Some(source.first_name.clone()),
            last_name: Some(source.last_name.clone()),
            company: source.company.clone().into(),
            phone: Some(source.phone.clone()),
            notes: Some(source.notes.clone()),
            tax_exempt_category: Some(source.tax_exempt_category.clone()),
            customer_group_id: Some(source.customer_group_id),
            accepts_product_review_abandoned_cart_emails: Some(
                source.accepts_product_review_abandoned_cart_emails,
            ),
            store_credit_amounts: source.store_credit_amounts.clone(),
            channel_ids: source.channel_ids.clone(),
            ..rt::Empty::empty()
        }
    }
}

rt::object! {
    CustomerUpdate {
        id: "id" required,
        email: "email" optional [chars(3, Some(255))],
        first_name: "first_name" optional [chars(1, Some(100))],
        last_name: "last_name" optional [chars(1, Some(100))],
        company: "company" optional [chars(0, Some(255))],
        phone: "phone" optional [chars(0, Some(50))],
        notes: "notes" optional,
        tax_exempt_category: "tax_exempt_category" optional [chars(0, Some(255))],
        customer_group_id: "customer_group_id" optional,
        authentication: "authentication" optional,
        accepts_product_review_abandoned_cart_emails: "accepts_product_review_abandoned_cart_emails" optional,
        store_credit_amounts: "store_credit_amounts" optional,
        channel_ids: "channel_ids" optional,
        form_fields: "form_fields" optional,
    }
}

/// One page of customers.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CustomerPage {
    /// The customers on this page.
    pub data: Vec<Customer>,
    /// Tells where a page stands in its list.
    ///
    /// Resources that know cursors send both members with the first page, only `pagination` with the
    /// pages that were asked for by number, and only `cursor_pagination` with those that were asked for
    /// by cursor. All others send `pagination` alone.
    pub meta: common::PageMeta,
}

rt::object! {
    CustomerPage {
        data: "data" required,
        meta: "meta" required,
    }
}

impl rt::Listing for CustomerPage {
    type Item = Customer;
    const KEY: Option<&'static str> = Some("data");
    fn items(&self) -> &[Customer] {
        &self.data
    }

    fn items_mut(&mut self) -> &mut Vec<Customer> {
        &mut self.data
    }
}

impl rt::Paged for CustomerPage {
    fn info(&self) -> rt::PageInfo<'_> {
        rt::Paged::info(&self.meta)
    }

    fn renumber(&mut self, items: i64) {
        rt::Paged::renumber(&mut self.meta, items);
    }
}

/// The customers that one call created or changed.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CustomerBatch {
    /// The customers, as they are now.
    pub data: Vec<Customer>,
    /// Metadata without a fixed shape, usually empty.
    pub meta: rt::Map<rt::Json>,
}

rt::object! {
    CustomerBatch {
        data: "data" required,
        meta: "meta" required,
    }
}

impl rt::Listing for CustomerBatch {
    type Item = Customer;
    const KEY: Option<&'static str> = Some("data");
    fn items(&self) -> &[Customer] {
        &self.data
    }

    fn items_mut(&mut self) -> &mut Vec<Customer> {
        &mut self.data
    }
}

/// What can be sent along with a customer.
///
/// - `addresses`: the addresses, and how many there are
/// - `storecredit`: the store credit
/// - `attributes`: the attribute values, and how many there are
/// - `formfields`: the values of custom form fields, of the customer and of included addresses
/// - `shopper_profile_id`: the id of the shopper profile (beta)
/// - `segment_ids`: the ids of the segments that the customer belongs to (beta)
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Include {
    /// `addresses`
    Addresses,
    /// `storecredit`
    Storecredit,
    /// `attributes`
    Attributes,
    /// `formfields`
    Formfields,
    /// `shopper_profile_id`
    ShopperProfileId,
    /// `segment_ids`
    SegmentIds,
    /// A value that this version of the crate does not know, unchanged.
    Unknown(rt::UnknownText),
}

rt::string_enum! {
    Include {
        Addresses = "addresses",
        Storecredit = "storecredit",
        Attributes = "attributes",
        Formfields = "formfields",
        ShopperProfileId = "shopper_profile_id",
        SegmentIds = "segment_ids",
    }
}

/// Order of a list of customers.
///
/// - `date_created:asc`: oldest first
/// - `date_created:desc`: newest first
/// - `last_name:asc`: by last name, from A to Z
/// - `last_name:desc`: by last name, from Z to A
/// - `date_modified:asc`: those first whose last change is longest ago
/// - `date_modified:desc`: those first that changed most recently
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Sort {
    /// `date_created:asc`
    DateCreatedAsc,
    /// `date_created:desc`
    DateCreatedDesc,
    /// `last_name:asc`
    LastNameAsc,
    /// `last_name:desc`
    LastNameDesc,
    /// `date_modified:asc`
    DateModifiedAsc,
    /// `date_modified:desc`
    DateModifiedDesc,
    /// A value that this version of the crate does not know, unchanged.
    Unknown(rt::UnknownText),
}

rt::string_enum! {
    Sort {
        DateCreatedAsc = "date_created:asc",
        DateCreatedDesc = "date_created:desc",
        LastNameAsc = "last_name:asc",
        LastNameDesc = "last_name:desc",
        DateModifiedAsc = "date_modified:asc",
        DateModifiedDesc = "date_modified:desc",
    }
}

rt::fixtures! {
    fixtures {
        /// A response of [`Customers::list`] with status 200.
        ///
        /// One page of customers.
        LIST: LIST_CUSTOMERS => 200 CustomerPage, r#"{
  "data": [
    {
      "id": 4107,
      "email": "aiko.tanabe@example.org",
      "first_name": "Aiko",
      "last_name": "Tanabe",
      "company": "Tanabe Ceramics",
      "phone": "+1 206 555 0118",
      "notes": "Orders by telephone.",
      "tax_exempt_category": "",
      "registration_ip_address": "198.51.100.23",
      "customer_group_id": 3,
      "date_created": "2025-02-11T08:05:44Z",
      "date_modified": "2025-03-02T16:20:09Z",
      "accepts_product_review_abandoned_cart_emails": true,
      "authentication": {
        "force_password_reset": false
      },
      "origin_channel_id": 1,
      "channel_ids": null,
      "address_count": 1,
      "addresses": [
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
          "address_type": "residential"
        }
      ],
      "store_credit_amounts": [
        {
          "amount": 17.35
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
    },
    "cursor_pagination": {
      "count": 1,
      "per_page": 50,
      "start_cursor": "c3RhcnQ0MTA3",
      "end_cursor": "ZW5kNDEwNw"
    }
  }
}"#;
        /// A response of [`Customers::create`] with status 200.
        ///
        /// The new customers.
        CREATE: CREATE_CUSTOMERS => 200 CustomerBatch, r#"{
  "data": [
    {
      "id": 4108,
      "email": "mateo.brandt@example.org",
      "first_name": "Mateo",
      "last_name": "Brandt",
      "company": "Brandt & Daughters",
      "phone": "+1 312 555 0146",
      "notes": "",
      "tax_exempt_category": "",
      "registration_ip_address": "",
      "customer_group_id": 3,
      "date_created": "2025-03-04T10:31:57Z",
      "date_modified": "2025-03-04T10:31:57Z",
      "accepts_product_review_abandoned_cart_emails": false,
      "authentication": {
        "force_password_reset": true
      },
      "origin_channel_id": 1,
      "channel_ids": [
        1,
        4
      ],
      "store_credit_amounts": [
        {
          "amount": 20.5
        }
      ]
    }
  ],
  "meta": {}
}"#;
        /// A response of [`Customers::update`] with status 200.
        ///
        /// The customers after the change.
        UPDATE: UPDATE_CUSTOMERS => 200 CustomerBatch, r#"{
  "data": [
    {
      "id": 4107,
      "email": "aiko.tanabe@example.org",
      "first_name": "Aiko",
      "last_name": "Tanabe",
      "company": "Tanabe Ceramics",
      "phone": "+1 206 555 0118",
      "notes": "Orders by telephone.",
      "tax_exempt_category": "",
      "registration_ip_address": "198.51.100.23",
      "customer_group_id": 5,
      "date_created": "2025-02-11T08:05:44Z",
      "date_modified": "2025-03-05T09:12:30Z",
      "accepts_product_review_abandoned_cart_emails": true,
      "authentication": {
        "force_password_reset": false
      },
      "origin_channel_id": 1,
      "channel_ids": null,
      "store_credit_amounts": [
        {
          "amount": 42.1
        }
      ]
    },
    {
      "id": 4108,
      "email": "mateo.brandt@example.org",
      "first_name": "Mateo",
      "last_name": "Brandt",
      "company": "Brandt & Daughters",
      "phone": "+1 312 555 0146",
      "notes": "Prefers deliveries in the morning.",
      "tax_exempt_category": "",
      "registration_ip_address": "",
      "customer_group_id": 3,
      "date_created": "2025-03-04T10:31:57Z",
      "date_modified": "2025-03-05T09:12:30Z",
      "accepts_product_review_abandoned_cart_emails": false,
      "authentication": {
        "force_password_reset": true
      },
      "origin_channel_id": 1,
      "channel_ids": null,
      "store_credit_amounts": [
        {
          "amount": 20.5
        }
      ]
    }
  ],
  "meta": {}
}"#;
    }
}
