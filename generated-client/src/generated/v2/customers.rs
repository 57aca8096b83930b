// @generated from spec/v2/customers.yaml by `cargo xtask regen`: change that, not this.

//! The customer accounts of a store, one at a time, as version 2 of the API shows them.
//!
//! Version 3 replaces every operation here, works on ten customers a call, and should be used for
//! anything new.

use super::common;
use openapi_client_runtime::rt;

/// The operations of `client.v2().customers()`, such as [`list`](Self::list).
#[derive(Clone, Copy, Debug)]
pub struct Customers<'a>(pub(super) &'a rt::Core);

impl Customers<'_> {
    /// Lists customers.
    ///
    /// Returns the store's customers in the order of their ids, smallest first. Filters narrow the
    /// list; a customer must match all that are given.
    ///
    /// A page past the last one is an empty `204` answer.
    ///
    /// `GET /customers`; scope `store_v2_customers_read_only`; pages by number until one is empty.
    ///
    /// Awaiting it returns one page; [`stream`](ListCustomers::stream) returns the items of all pages,
    /// [`pages`](ListCustomers::pages) the pages themselves.
    ///
    /// # Returns
    ///
    /// A list of [`Customer`]. A page of customers.
    ///
    /// No customer matches, or the page lies past the end of the list.
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
    /// let page = client.v2().customers().list().await?;
    ///
    /// let mut all = client.v2().customers().list().stream();
    /// while let Some(item) = all.try_next().await? {
    ///     println!("{item:?}");
    /// }
    /// # Ok(()) }
    /// ```
    #[deprecated(note = "use `v3::customers::Customers::list` instead")]
    #[inline]
    pub fn list(&self) -> ListCustomers {
        ListCustomers(rt::Request::new(self.0, &LIST_CUSTOMERS))
    }

    /// Creates a customer.
    ///
    /// Creates one customer account. Without a password in `_authentication` the API generates one.
    ///
    /// Addresses are created separately, after the customer.
    ///
    /// `POST /customers`; scope `store_v2_customers`.
    ///
    /// # Arguments
    ///
    /// - `body`: The customer to create.
    ///
    /// # Returns
    ///
    /// [`Customer`]. The customer that was created.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`common::ApiErrors`] for 400, 401, 403, 404, 409, 429, 5xx. See
    /// [responses](super::common#responses).
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::rust_decimal::Decimal;
    /// use generated_client::v2::customers::{
    ///     Authentication, CustomerCreate, CustomerCreateRequired,
    /// };
    ///
    /// let response = client
    ///     .v2()
    ///     .customers()
    ///     .create(
    ///         CustomerCreate::new(CustomerCreateRequired {
    ///             first_name: "Aiko",
    ///             last_name: "Tanabe",
    ///             email: "aiko.tanabe@example.org",
    ///         })
    ///         .company("Tanabe Ceramics")
    ///         .phone("555-0142")
    ///         .store_credit(Decimal::new(125000, 4))
    ///         .customer_group_id(3)
    ///         .authentication(Authentication::new().force_reset(true)),
    ///     )
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[deprecated(note = "use `v3::customers::Customers::create` instead")]
    #[inline]
    pub fn create(&self, body: CustomerCreate) -> CreateCustomers {
        CreateCustomers(rt::Request::new(self.0, &CREATE_CUSTOMERS).json(&body))
    }

    /// Deletes all customers of the store.
    ///
    /// **Takes no filter: every customer of the store is deleted**, up to 100 in one call. Repeat it
    /// until the list is empty. To delete a single customer, use the operation that takes an id.
    ///
    /// BigCommerce's documents contradict each other: its page of sunsets lists this operation as
    /// removed, while the reference still has it, as deprecated. Expect that a store refuses it.
    ///
    /// `DELETE /customers`; scope `store_v2_customers`.
    ///
    /// # Returns
    ///
    /// The customers were deleted.
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
    /// client.v2().customers().delete_all().all().await?;
    /// # Ok(()) }
    /// ```
    #[deprecated(note = "use `v3::customers::Customers::delete` instead")]
    #[inline]
    pub fn delete_all(&self) -> DeleteAllCustomers {
        DeleteAllCustomers(rt::Request::new(self.0, &DELETE_ALL_CUSTOMERS))
    }

    /// Returns one customer.
    ///
    /// Returns a customer by id. Addresses come as a link, not as a list.
    ///
    /// `GET /customers/{customer_id}`; scope `store_v2_customers_read_only`.
    ///
    /// # Arguments
    ///
    /// - `customer_id`: Id of the customer.
    ///
    /// # Returns
    ///
    /// [`Customer`]. The customer.
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
    /// let response = client.v2().customers().get(41).await?;
    /// # Ok(()) }
    /// ```
    #[deprecated(note = "use `v3::customers::Customers::list` instead")]
    #[inline]
    pub fn get(&self, customer_id: i64) -> GetCustomers {
        GetCustomers(
            rt::Request::new(self.0, &GET_CUSTOMERS).path("customer_id", customer_id),
        )
    }

    /// Updates a customer.
    ///
    /// Changes the properties that are sent and leaves the others as they are. Without
    /// `_authentication` the password stays the same.
    ///
    /// `_authentication` sets a password, has the API compare it with a second entry, or makes the
    /// customer choose a new one at the next sign-in:
    ///
    /// | properties sent | what happens |
    /// |:--|:--|
    /// | `password` | becomes the customer's password, as if set in the control panel |
    /// | `password` and `password_confirmation` | the same, if both are equal |
    /// | `force_reset: true` | the customer has to choose a new password at the next sign-in |
    ///
    /// The id, both dates, `accepts_marketing`, `addresses` and `form_fields` cannot be changed here.
    ///
    /// `PUT /customers/{customer_id}`; scope `store_v2_customers`.
    ///
    /// See [BigCommerce's reference](<https://docs.bigcommerce.com/developer/api-reference/rest/admin/management/customers/v2/update-customer>).
    ///
    /// # Arguments
    ///
    /// - `customer_id`: Id of the customer.
    /// - `body`: The properties to change.
    ///
    /// # Returns
    ///
    /// [`Customer`]. The customer after the change, with id and dates.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`common::ApiErrors`] for 400, 401, 403, 404, 409, 429, 5xx. See
    /// [responses](super::common#responses).
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::rust_decimal::Decimal;
    /// use generated_client::v2::customers::{Authentication, CustomerUpdate};
    ///
    /// let response = client
    ///     .v2()
    ///     .customers()
    ///     .update(
    ///         41,
    ///         CustomerUpdate::new()
    ///             .company("Brandt & Daughters")
    ///             .store_credit(Decimal::new(400000, 4))
    ///             .authentication(
    ///                 Authentication::new()
    ///                     .password("correct-lantern-battery-7")
    ///                     .password_confirmation("correct-lantern-battery-7"),
    ///             ),
    ///     )
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[deprecated(note = "use `v3::customers::Customers::update` instead")]
    #[inline]
    pub fn update(&self, customer_id: i64, body: CustomerUpdate) -> UpdateCustomers {
        UpdateCustomers(
            rt::Request::new(self.0, &UPDATE_CUSTOMERS)
                .path("customer_id", customer_id)
                .json(&body),
        )
    }

    /// Deletes one customer.
    ///
    /// Deletes a customer by id.
    ///
    /// `DELETE /customers/{customer_id}`; scope `store_v2_customers`.
    ///
    /// # Arguments
    ///
    /// - `customer_id`: Id of the customer.
    ///
    /// # Returns
    ///
    /// The customer was deleted.
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
    /// client.v2().customers().delete(41).await?;
    /// # Ok(()) }
    /// ```
    #[deprecated(note = "use `v3::customers::Customers::delete` instead")]
    #[inline]
    pub fn delete(&self, customer_id: i64) -> DeleteCustomers {
        DeleteCustomers(
            rt::Request::new(self.0, &DELETE_CUSTOMERS).path("customer_id", customer_id),
        )
    }

    /// Counts the customers of the store.
    ///
    /// Counts all customers, without a filter. In version 3 the total is part of every list answer, in
    /// `meta.pagination`.
    ///
    /// `GET /customers/count`; scope `store_v2_customers_read_only`.
    ///
    /// # Returns
    ///
    /// [`common::Count`]. The number of customers.
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
    /// let response = client.v2().customers().count().await?;
    /// # Ok(()) }
    /// ```
    #[deprecated(note = "use `v3::customers::Customers::list` instead")]
    #[inline]
    pub fn count(&self) -> CountCustomers {
        CountCustomers(rt::Request::new(self.0, &COUNT_CUSTOMERS))
    }

    /// Checks a customer's password.
    ///
    /// Says whether a text is the customer's current password. Nothing is changed. It lets another
    /// system sign customers in with the accounts of the store, or take over their passwords as they
    /// sign in.
    ///
    /// To make guessing hard, this operation has a rate limit of its own, apart from the store's quota.
    ///
    /// `POST /customers/{customer_id}/validate`; scope `store_v2_customers`.
    ///
    /// # Arguments
    ///
    /// - `customer_id`: Id of the customer.
    /// - `body`: The password to check.
    ///
    /// # Returns
    ///
    /// [`PasswordCheckResult`]. Whether the password is right. A wrong password answers 200 too.
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
    /// use generated_client::v2::customers::PasswordCheck;
    ///
    /// let response = client
    ///     .v2()
    ///     .customers()
    ///     .validate_password(41, PasswordCheck::new("correct-lantern-battery-7"))
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[deprecated(note = "use `v3::credentials::CredentialsApi::validate` instead")]
    #[inline]
    pub fn validate_password(
        &self,
        customer_id: i64,
        body: PasswordCheck,
    ) -> ValidatePasswordCustomers {
        ValidatePasswordCustomers(
            rt::Request::new(self.0, &VALIDATE_PASSWORD_CUSTOMERS)
                .path("customer_id", customer_id)
                .json(&body),
        )
    }
}

/// A request of [`Customers::list`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListCustomers(rt::Request);

impl ListCustomers {
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

    /// Only customers with this first name.
    pub fn first_name(mut self, first_name: impl Into<String>) -> Self {
        self.0.set_query::<String>("first_name", first_name.into());
        self
    }

    /// Only customers with this last name.
    pub fn last_name(mut self, last_name: impl Into<String>) -> Self {
        self.0.set_query::<String>("last_name", last_name.into());
        self
    }

    /// Only customers who work for this company.
    pub fn company(mut self, company: impl Into<String>) -> Self {
        self.0.set_query::<String>("company", company.into());
        self
    }

    /// Only the customer with this e-mail address.
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.0.set_query::<String>("email", email.into());
        self
    }

    /// Only customers with this phone number, written as the store keeps it.
    pub fn phone(mut self, phone: impl Into<String>) -> Self {
        self.0.set_query::<String>("phone", phone.into());
        self
    }

    /// Only customers with exactly this store credit.
    pub fn store_credit(mut self, store_credit: impl Into<rt::Number>) -> Self {
        self.0.set_query::<rt::Number>("store_credit", store_credit.into());
        self
    }

    /// Only customers of this group. 0 stands for customers without a group.
    #[inline]
    pub fn customer_group_id(mut self, customer_group_id: i64) -> Self {
        self.0.set_query("customer_group_id", customer_group_id);
        self
    }

    /// Only customers with this id or a larger one.
    #[inline]
    pub fn min_id(mut self, min_id: i64) -> Self {
        self.0.set_query("min_id", min_id);
        self
    }

    /// Only customers with this id or a smaller one.
    #[inline]
    pub fn max_id(mut self, max_id: i64) -> Self {
        self.0.set_query("max_id", max_id);
        self
    }

    /// Only customers whose account was created at this time or later.
    pub fn min_date_created(
        mut self,
        min_date_created: impl Into<rt::DateTime>,
    ) -> Self {
        self.0.set_query::<rt::DateTime>("min_date_created", min_date_created.into());
        self
    }

    /// Only customers whose account was created at this time or earlier.
    pub fn max_date_created(
        mut self,
        max_date_created: impl Into<rt::DateTime>,
    ) -> Self {
        self.0.set_query::<rt::DateTime>("max_date_created", max_date_created.into());
        self
    }

    /// Only customers last changed at this time or later.
    pub fn min_date_modified(
        mut self,
        min_date_modified: impl Into<rt::DateTime>,
    ) -> Self {
        self.0.set_query::<rt::DateTime>("min_date_modified", min_date_modified.into());
        self
    }

    /// Only customers last changed at this time or earlier.
    pub fn max_date_modified(
        mut self,
        max_date_modified: impl Into<rt::DateTime>,
    ) -> Self {
        self.0.set_query::<rt::DateTime>("max_date_modified", max_date_modified.into());
        self
    }

    /// Only customers with this tax exemption code.
    pub fn tax_exempt_category(
        mut self,
        tax_exempt_category: impl Into<String>,
    ) -> Self {
        self.0.set_query::<String>("tax_exempt_category", tax_exempt_category.into());
        self
    }

    /// Returns a stream of the pages of the whole list.
    #[inline]
    pub fn pages(self) -> rt::Pages<Vec<Customer>> {
        rt::Pages::new(self.0, rt::Decoder::list_or_empty())
    }

    /// Returns a stream of the items of all pages.
    #[inline]
    pub fn stream(self) -> rt::Items<Vec<Customer>> {
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
    pub fn wait(self) -> Result<rt::Response<Vec<Customer>>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for ListCustomers {
    type Output = Result<rt::Response<Vec<Customer>>, rt::Error>;
    type IntoFuture = rt::CallFuture<Vec<Customer>>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::of_pages(self.0, rt::Decoder::list_or_empty())
    }
}

static LIST_CUSTOMERS: rt::Operation = rt::Operation {
    id: "getCustomers",
    name: "v2.customers.list",
    method: rt::Method::Get,
    path: "/customers",
    successes: rt::statuses![200, 204],
    errors: &[
        rt::json_error::<common::ApiErrors>(rt::statuses![401, 403, 404, 413, 429, 5xx]),
    ],
    paging: Some(rt::Paging::List),
    scopes: &["store_v2_customers_read_only"],
    ..rt::Operation::new(&super::API)
};

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
    pub fn wait(self) -> Result<rt::Response<Customer>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for CreateCustomers {
    type Output = Result<rt::Response<Customer>, rt::Error>;
    type IntoFuture = rt::CallFuture<Customer>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::json())
    }
}

static CREATE_CUSTOMERS: rt::Operation = rt::Operation {
    id: "createCustomer",
    name: "v2.customers.create",
    method: rt::Method::Post,
    path: "/customers",
    errors: &[
        rt::json_error::<
            common::ApiErrors,
        >(rt::statuses![400, 401, 403, 404, 409, 429, 5xx]),
    ],
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Customers::delete_all`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct DeleteAllCustomers(rt::Request);

impl DeleteAllCustomers {
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

impl IntoFuture for DeleteAllCustomers {
    type Output = Result<rt::Response<()>, rt::Error>;
    type IntoFuture = rt::CallFuture<()>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::empty())
    }
}

static DELETE_ALL_CUSTOMERS: rt::Operation = rt::Operation {
    id: "deleteCustomers",
    name: "v2.customers.delete_all",
    method: rt::Method::Delete,
    path: "/customers",
    successes: rt::statuses![204],
    errors: &[
        rt::json_error::<common::ApiErrors>(rt::statuses![401, 403, 404, 429, 5xx]),
    ],
    guard: Some(&[]),
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Customers::get`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetCustomers(rt::Request);

impl GetCustomers {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<Customer>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for GetCustomers {
    type Output = Result<rt::Response<Customer>, rt::Error>;
    type IntoFuture = rt::CallFuture<Customer>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::json())
    }
}

static GET_CUSTOMERS: rt::Operation = rt::Operation {
    id: "getCustomer",
    name: "v2.customers.get",
    method: rt::Method::Get,
    path: "/customers/{customer_id}",
    errors: &[
        rt::json_error::<common::ApiErrors>(rt::statuses![401, 403, 404, 429, 5xx]),
    ],
    scopes: &["store_v2_customers_read_only"],
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
    pub fn wait(self) -> Result<rt::Response<Customer>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for UpdateCustomers {
    type Output = Result<rt::Response<Customer>, rt::Error>;
    type IntoFuture = rt::CallFuture<Customer>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::json())
    }
}

static UPDATE_CUSTOMERS: rt::Operation = rt::Operation {
    id: "updateCustomer",
    name: "v2.customers.update",
    method: rt::Method::Put,
    path: "/customers/{customer_id}",
    errors: &[
        rt::json_error::<
            common::ApiErrors,
        >(rt::statuses![400, 401, 403, 404, 409, 429, 5xx]),
    ],
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
        rt::CallFuture::new(self.0, rt::Decoder::empty())
    }
}

static DELETE_CUSTOMERS: rt::Operation = rt::Operation {
    id: "deleteCustomer",
    name: "v2.customers.delete",
    method: rt::Method::Delete,
    path: "/customers/{customer_id}",
    successes: rt::statuses![204],
    errors: &[
        rt::json_error::<common::ApiErrors>(rt::statuses![401, 403, 404, 429, 5xx]),
    ],
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Customers::count`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct CountCustomers(rt::Request);

impl CountCustomers {
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

impl IntoFuture for CountCustomers {
    type Output = Result<rt::Response<common::Count>, rt::Error>;
    type IntoFuture = rt::CallFuture<common::Count>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::json())
    }
}

static COUNT_CUSTOMERS: rt::Operation = rt::Operation {
    id: "getCustomersCount",
    name: "v2.customers.count",
    method: rt::Method::Get,
    path: "/customers/count",
    errors: &[
        rt::json_error::<common::ApiErrors>(rt::statuses![401, 403, 404, 429, 5xx]),
    ],
    scopes: &["store_v2_customers_read_only"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Customers::validate_password`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ValidatePasswordCustomers(rt::Request);

impl ValidatePasswordCustomers {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<PasswordCheckResult>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for ValidatePasswordCustomers {
    type Output = Result<rt::Response<PasswordCheckResult>, rt::Error>;
    type IntoFuture = rt::CallFuture<PasswordCheckResult>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::json())
    }
}

static VALIDATE_PASSWORD_CUSTOMERS: rt::Operation = rt::Operation {
    id: "validateCustomerPassword",
    name: "v2.customers.validate_password",
    method: rt::Method::Post,
    path: "/customers/{customer_id}/validate",
    errors: &[
        rt::json_error::<common::ApiErrors>(rt::statuses![400, 401, 403, 404, 429, 5xx]),
    ],
    idempotent: true,
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// A customer account.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Customer {
    /// Id of the customer.
    pub id: i64,
    /// The company that the customer works for. Empty when not given.
    pub company: String,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// E-mail address, with which the customer signs in.
    pub email: String,
    /// Phone number. Text as a rule, a number in some old accounts.
    pub phone: rt::Text,
    /// The fields that the store owner added to the sign-up form. `null` when the store has none.
    pub form_fields: Option<Vec<common::FormField>>,
    /// When the customer signed up or was created.
    pub date_created: rt::DateTime,
    /// When the account was last changed, by the customer or in the control panel.
    pub date_modified: rt::DateTime,
    /// The customer's store credit in the store's currency. Text as a rule, but a number now and then.
    pub store_credit: rt::Number,
    /// IP address from which the customer signed up. Empty when unknown.
    pub registration_ip_address: String,
    /// Group that the customer belongs to. 0 stands for none.
    pub customer_group_id: i64,
    /// The store owner's notes, which the customer does not see.
    pub notes: String,
    /// Code under which the store's tax provider exempts the customer from tax. Several customers may
    /// share one. Empty when not exempt.
    pub tax_exempt_category: String,
    /// Whether the customer has to choose a new password at the next sign-in.
    pub reset_pass_on_login: bool,
    /// Whether the customer agreed to e-mails about product reviews and abandoned carts.
    pub accepts_marketing: bool,
    /// A link that stands for a list which the answer does not include.
    pub addresses: common::LinkedResource,
}

rt::object! {
    Customer {
        id: "id" required,
        company: "company" required,
        first_name: "first_name" required,
        last_name: "last_name" required,
        email: "email" required,
        phone: "phone" required,
        form_fields: "form_fields" required,
        date_created: "date_created" required,
        date_modified: "date_modified" required,
        store_credit: "store_credit" required,
        registration_ip_address: "registration_ip_address" required,
        customer_group_id: "customer_group_id" required,
        notes: "notes" required,
        tax_exempt_category: "tax_exempt_category" required,
        reset_pass_on_login: "reset_pass_on_login" required,
        accepts_marketing: "accepts_marketing" required,
        addresses: "addresses" required,
    }
}

/// A customer to create.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct CustomerCreate {
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// E-mail address, with which the customer signs in.
    pub email: String,
    /// The company that the customer works for.
    pub company: Option<String>,
    /// Phone number, best sent as text.
    pub phone: Option<rt::Text>,
    /// The customer's store credit in the store's currency, as text or as a number.
    pub store_credit: Option<rt::Number>,
    /// IP address from which the customer signed up.
    pub registration_ip_address: Option<String>,
    /// Group that the customer belongs to. 0 stands for none.
    pub customer_group_id: Option<i64>,
    /// The store owner's notes, which the customer does not see.
    pub notes: Option<String>,
    /// Code under which the store's tax provider exempts the customer from tax.
    pub tax_exempt_category: Option<String>,
    /// How the customer signs in. Sent only, the API does not answer with it.
    pub authentication: Option<Authentication>,
}

/// The required fields of [`CustomerCreate`], as [`CustomerCreate::new`] takes them.
#[allow(missing_docs)]
pub struct CustomerCreateRequired<'a> {
    pub first_name: &'a str,
    pub last_name: &'a str,
    pub email: &'a str,
}

impl CustomerCreate {
    /// Creates a [`CustomerCreate`] from its required fields.
    #[inline]
    pub fn new(required: CustomerCreateRequired<'_>) -> Self {
        Self {
            first_name: required.first_name.to_owned(),
            last_name: required.last_name.to_owned(),
            email: required.email.to_owned(),
            ..rt::Empty::empty()
        }
    }

    /// Sets [`company`](field@Self::company).
    pub fn company(mut self, company: impl Into<String>) -> Self {
        self.company = Some(company.into());
        self
    }

    /// Sets [`phone`](field@Self::phone).
    pub fn phone(mut self, phone: impl Into<rt::Text>) -> Self {
        self.phone = Some(phone.into());
        self
    }

    /// Sets [`store_credit`](field@Self::store_credit).
    pub fn store_credit(mut self, store_credit: impl Into<rt::Number>) -> Self {
        self.store_credit = Some(store_credit.into());
        self
    }

    /// Sets [`registration_ip_address`](field@Self::registration_ip_address).
    pub fn registration_ip_address(
        mut self,
        registration_ip_address: impl Into<String>,
    ) -> Self {
        self.registration_ip_address = Some(registration_ip_address.into());
        self
    }

    /// Sets [`customer_group_id`](field@Self::customer_group_id).
    #[inline]
    pub fn customer_group_id(mut self, customer_group_id: i64) -> Self {
        self.customer_group_id = Some(customer_group_id);
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

    /// Sets [`authentication`](field@Self::authentication).
    #[inline]
    pub fn authentication(mut self, authentication: Authentication) -> Self {
        self.authentication = Some(authentication);
        self
    }
}

rt::object! {
    CustomerCreate {
        first_name: "first_name" required,
        last_name: "last_name" required,
        email: "email" required,
        company: "company" optional,
        phone: "phone" optional,
        store_credit: "store_credit" optional,
        registration_ip_address: "registration_ip_address" optional,
        customer_group_id: "customer_group_id" optional,
        notes: "notes" optional,
        tax_exempt_category: "tax_exempt_category" optional,
        authentication: "_authentication" optional,
    }
}

/// The properties of a customer to change. What is left out stays as it is.
#[derive(Clone, Default, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct CustomerUpdate {
    /// First name.
    pub first_name: Option<String>,
    /// Last name.
    pub last_name: Option<String>,
    /// E-mail address, with which the customer signs in.
    pub email: Option<String>,
    /// The company that the customer works for.
    pub company: Option<String>,
    /// Phone number, best sent as text.
    pub phone: Option<rt::Text>,
    /// The customer's store credit in the store's currency, as text or as a number.
    pub store_credit: Option<rt::Number>,
    /// IP address from which the customer signed up.
    pub registration_ip_address: Option<String>,
    /// Group that the customer belongs to. 0 stands for none.
    pub customer_group_id: Option<i64>,
    /// The store owner's notes, which the customer does not see.
    pub notes: Option<String>,
    /// Code under which the store's tax provider exempts the customer from tax.
    pub tax_exempt_category: Option<String>,
    /// How the customer signs in. Sent only, the API does not answer with it.
    pub authentication: Option<Authentication>,
    /// Whether the customer has to choose a new password at the next sign-in.
    pub reset_pass_on_login: Option<bool>,
}

impl CustomerUpdate {
    /// Creates an empty [`CustomerUpdate`].
    #[inline]
    pub fn new() -> Self {
        Self::default()
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

    /// Sets [`email`](field@Self::email).
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into());
        self
    }

    /// Sets [`company`](field@Self::company).
    pub fn company(mut self, company: impl Into<String>) -> Self {
        self.company = Some(company.into());
        self
    }

    /// Sets [`phone`](field@Self::phone).
    pub fn phone(mut self, phone: impl Into<rt::Text>) -> Self {
        self.phone = Some(phone.into());
        self
    }

    /// Sets [`store_credit`](field@Self::store_credit).
    pub fn store_credit(mut self, store_credit: impl Into<rt::Number>) -> Self {
        self.store_credit = Some(store_credit.into());
        self
    }

    /// Sets [`registration_ip_address`](field@Self::registration_ip_address).
    pub fn registration_ip_address(
        mut self,
        registration_ip_address: impl Into<String>,
    ) -> Self {
        self.registration_ip_address = Some(registration_ip_address.into());
        self
    }

    /// Sets [`customer_group_id`](field@Self::customer_group_id).
    #[inline]
    pub fn customer_group_id(mut self, customer_group_id: i64) -> Self {
        self.customer_group_id = Some(customer_group_id);
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

    /// Sets [`authentication`](field@Self::authentication).
    #[inline]
    pub fn authentication(mut self, authentication: Authentication) -> Self {
        self.authentication = Some(authentication);
        self
    }

    /// Sets [`reset_pass_on_login`](field@Self::reset_pass_on_login).
    #[inline]
    pub fn reset_pass_on_login(mut self, reset_pass_on_login: bool) -> Self {
        self.reset_pass_on_login = Some(reset_pass_on_login);
        self
    }
}

impl From<&Customer> for CustomerUpdate {
    #[inline]
    fn from(source: &Customer) -> Self {
        Self {
            first_name: Some(source.first_name.clone()),
            last_name: Some(source.last_name.clone()),
            email: Some(source.email.clone()),
            company: Some(source.company.clone()),
            phone: Some(source.phone.clone()),
            store_credit: Some(source.store_credit.clone()),
            registration_ip_address: Some(source.registration_ip_address.clone()),
            customer_group_id: Some(source.customer_group_id),
            notes: Some(source.notes.clone()),
            tax_exempt_category: Some(source.tax_exempt_category.clone()),
            reset_pass_on_login: Some(source.reset_pass_on_login),
            ..rt::Empty::empty()
        }
    }
}

rt::object! {
    CustomerUpdate {
        first_name: "first_name" optional,
        last_name: "last_name" optional,
        email: "email" optional,
        company: "company" optional,
        phone: "phone" optional,
        store_credit: "store_credit" optional,
        registration_ip_address: "registration_ip_address" optional,
        customer_group_id: "customer_group_id" optional,
        notes: "notes" optional,
        tax_exempt_category: "tax_exempt_category" optional,
        authentication: "_authentication" optional,
        reset_pass_on_login: "reset_pass_on_login" optional,
    }
}

/// How the customer signs in. Sent only, the API does not answer with it.
#[derive(Clone, Default, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct Authentication {
    /// Whether the customer has to choose a new password at the next sign-in.
    pub force_reset: Option<bool>,
    /// The customer's new password.
    pub password: Option<rt::Secret>,
    /// The new password once more. When sent, the API compares the two and refuses a difference.
    pub password_confirmation: Option<rt::Secret>,
}

impl Authentication {
    /// Creates an empty [`Authentication`].
    #[inline]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`force_reset`](field@Self::force_reset).
    #[inline]
    pub fn force_reset(mut self, force_reset: bool) -> Self {
        self.force_reset = Some(force_reset);
        self
    }

    /// Sets [`password`](field@Self::password).
    pub fn password(mut self, password: impl Into<rt::Secret>) -> Self {
        self.password = Some(password.into());
        self
    }

    /// Sets [`password_confirmation`](field@Self::password_confirmation).
    pub fn password_confirmation(
        mut self,
        password_confirmation: impl Into<rt::Secret>,
    ) -> Self {
        self.password_confirmation = Some(password_confirmation.into());
        self
    }
}

rt::object! {
    Authentication {
        force_reset: "force_reset" optional,
        password: "password" optional,
        password_confirmation: "password_confirmation" optional,
    }
}

/// A password to check.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct PasswordCheck {
    /// The text that may be the customer's password.
    pub password: rt::Secret,
}

impl PasswordCheck {
    /// Creates a [`PasswordCheck`] from [`password`](field@Self::password), which is required.
    pub fn new(password: impl Into<rt::Secret>) -> Self {
        Self { password: password.into() }
    }
}

rt::object! {
    PasswordCheck {
        password: "password" required,
    }
}

/// The outcome of a password check.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PasswordCheckResult {
    /// Whether the password is the customer's. A boolean or, more often, its text.
    pub success: rt::Flag,
}

rt::object! {
    PasswordCheckResult {
        success: "success" required,
    }
}

rt::fixtures! {
    fixtures {
        /// A response of [`Customers::list`] with status 200.
        ///
        /// A page of customers.
        LIST: LIST_CUSTOMERS => 200 Vec<Customer>, r#"[
  {
    "id": 41,
    "company": "Tanabe Ceramics",
    "first_name": "Aiko",
    "last_name": "Tanabe",
    "email": "aiko.tanabe@example.org",
    "phone": "555-0142",
    "form_fields": [
      {
        "name": "Preferred glaze",
        "value": "celadon"
      }
    ],
    "date_created": "Thu, 02 Nov 2023 08:15:30 +0000",
    "date_modified": "Tue, 05 Mar 2024 09:14:27 +0000",
    "store_credit": "12.5000",
    "registration_ip_address": "198.51.100.23",
    "customer_group_id": 3,
    "notes": "Prefers to be called in the afternoon.",
    "tax_exempt_category": "",
    "reset_pass_on_login": false,
    "accepts_marketing": true,
    "addresses": {
      "url": "https://api.bigcommerce.com/stores/k7x2m9/v2/customers/41/addresses",
      "resource": "/customers/41/addresses"
    }
  },
  {
    "id": 42,
    "company": "",
    "first_name": "Mateo",
    "last_name": "Brandt",
    "email": "mateo.brandt@example.org",
    "phone": "",
    "form_fields": null,
    "date_created": "Tue, 05 Mar 2024 11:20:09 +0000",
    "date_modified": "Tue, 05 Mar 2024 11:20:09 +0000",
    "store_credit": "0.0000",
    "registration_ip_address": "",
    "customer_group_id": 0,
    "notes": "",
    "tax_exempt_category": "",
    "reset_pass_on_login": false,
    "accepts_marketing": false,
    "addresses": {
      "url": "https://api.bigcommerce.com/stores/k7x2m9/v2/customers/42/addresses",
      "resource": "/customers/42/addresses"
    }
  }
]"#;
        /// A response of [`Customers::create`] with status 200.
        ///
        /// The customer that was created.
        CREATE: CREATE_CUSTOMERS => 200 Customer, r#"{
  "id": 41,
  "company": "Tanabe Ceramics",
  "first_name": "Aiko",
  "last_name": "Tanabe",
  "email": "aiko.tanabe@example.org",
  "phone": "555-0142",
  "form_fields": null,
  "date_created": "Thu, 02 Nov 2023 08:15:30 +0000",
  "date_modified": "Thu, 02 Nov 2023 08:15:30 +0000",
  "store_credit": "12.5000",
  "registration_ip_address": "",
  "customer_group_id": 3,
  "notes": "",
  "tax_exempt_category": "",
  "reset_pass_on_login": true,
  "accepts_marketing": false,
  "addresses": {
    "url": "https://api.bigcommerce.com/stores/k7x2m9/v2/customers/41/addresses",
    "resource": "/customers/41/addresses"
  }
}"#;
        /// A response of [`Customers::get`] with status 200.
        ///
        /// The customer.
        GET: GET_CUSTOMERS => 200 Customer, r#"{
  "id": 42,
  "company": "",
  "first_name": "Mateo",
  "last_name": "Brandt",
  "email": "mateo.brandt@example.org",
  "phone": 5550117,
  "form_fields": null,
  "date_created": "Tue, 05 Mar 2024 11:20:09 +0000",
  "date_modified": "Tue, 18 Jun 2024 16:40:02 +0000",
  "store_credit": 0,
  "registration_ip_address": "203.0.113.80",
  "customer_group_id": 0,
  "notes": "",
  "tax_exempt_category": "",
  "reset_pass_on_login": false,
  "accepts_marketing": false,
  "addresses": {
    "url": "https://api.bigcommerce.com/stores/k7x2m9/v2/customers/42/addresses",
    "resource": "/customers/42/addresses"
  }
}"#;
        /// A response of [`Customers::update`] with status 200.
        ///
        /// The customer after the change, with id and dates.
        UPDATE: UPDATE_CUSTOMERS => 200 Customer, r#"{
  "id": 42,
  "company": "Brandt & Daughters",
  "first_name": "Mateo",
  "last_name": "Brandt",
  "email": "mateo.brandt@example.org",
  "phone": "555-0117",
  "form_fields": [
    {
      "name": "Trade licence",
      "value": ""
    }
  ],
  "date_created": "Tue, 05 Mar 2024 11:20:09 +0000",
  "date_modified": "Tue, 18 Jun 2024 16:40:02 +0000",
  "store_credit": "40.0000",
  "registration_ip_address": "203.0.113.80",
  "customer_group_id": 0,
  "notes": "",
  "tax_exempt_category": "",
  "reset_pass_on_login": false,
  "accepts_marketing": false,
  "addresses": {
    "url": "https://api.bigcommerce.com/stores/k7x2m9/v2/customers/42/addresses",
    "resource": "/customers/42/addresses"
  }
}"#;
        /// A response of [`Customers::count`] with status 200.
        ///
        /// The number of customers.
        COUNT: COUNT_CUSTOMERS => 200 common::Count, r#"{
  "count": 1184
}"#;
        /// A response of [`Customers::validate_password`] with status 200.
        ///
        /// Whether the password is right. A wrong password answers 200 too.
        VALIDATE_PASSWORD: VALIDATE_PASSWORD_CUSTOMERS => 200 PasswordCheckResult, r#"{
  "success": "false"
}"#;
    }
}
