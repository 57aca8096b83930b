// @generated from spec/v2/customer_groups.yaml by `cargo xtask regen`: change that, not this.

//! Groups of customers who may see the same categories and get the same discounts. Version 3 has no
//! operations for them, so these are current.
//!
//! Only some of BigCommerce's plans include customer groups.

use super::common;
use openapi_client_runtime::rt;

/// The operations of `client.v2().customer_groups()`, such as [`list`](Self::list).
#[derive(Clone, Copy, Debug)]
pub struct CustomerGroups<'a>(pub(super) &'a rt::Core);

impl CustomerGroups<'_> {
    /// Lists customer groups.
    ///
    /// Returns the store's groups in the order of their ids, smallest first.
    ///
    /// A page past the last one is an empty `204` answer, and so is the list of a store without groups.
    ///
    /// `GET /customer_groups`; scope `store_v2_customers_read_only`; at most 40 calls at a time; pages
    /// by number until one is empty.
    ///
    /// Awaiting it returns one page; [`stream`](ListCustomerGroups::stream) returns the items of all
    /// pages, [`pages`](ListCustomerGroups::pages) the pages themselves.
    ///
    /// # Returns
    ///
    /// A list of [`CustomerGroup`]. A page of groups.
    ///
    /// No group matches, or the page lies past the end of the list.
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
    /// let page = client.v2().customer_groups().list().await?;
    ///
    /// let mut all = client.v2().customer_groups().list().stream();
    /// while let Some(item) = all.try_next().await? {
    ///     println!("{item:?}");
    /// }
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn list(&self) -> ListCustomerGroups {
        ListCustomerGroups(rt::Request::new(self.0, &LIST_CUSTOMER_GROUPS))
    }

    /// Creates a customer group.
    ///
    /// Creates a group. Customers join it through their `customer_group_id`.
    ///
    /// A `category` discount covers the category and those below it. The control panel can limit it to
    /// the category itself, this operation cannot.
    ///
    /// `POST /customer_groups`; scope `store_v2_customers`; at most 40 calls at a time.
    ///
    /// # Arguments
    ///
    /// - `body`: The group to create.
    ///
    /// # Returns
    ///
    /// [`CreateCustomerGroupsOutput`].
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`common::ApiErrors`] for 400, 401, 403, 404, 429, 5xx. See
    /// [responses](super::common#responses).
    ///
    /// - 400: The request is not valid. The groups answer with an object that holds the errors, where
    ///   the rest of this version sends a bare list.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::rust_decimal::Decimal;
    /// use generated_client::v2::customer_groups::{
    ///     CategoryAccess, CategoryAccessType, CategoryRule, CustomerGroupCreate, DiscountMethod,
    ///     DiscountRule, StorewideRule,
    /// };
    ///
    /// let response = client
    ///     .v2()
    ///     .customer_groups()
    ///     .create(
    ///         CustomerGroupCreate::new("Potters")
    ///             .category_access(CategoryAccess::new(CategoryAccessType::Specific).categories([61, 64]))
    ///             .discount_rules([
    ///                 DiscountRule::from(CategoryRule::new(61).method(DiscountMethod::Percent).amount(Decimal::new(75000, 4))),
    ///                 DiscountRule::from(StorewideRule::new().method(DiscountMethod::Fixed).amount(Decimal::new(20000, 4))),
    ///             ]),
    ///     )
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn create(&self, body: CustomerGroupCreate) -> CreateCustomerGroups {
        CreateCustomerGroups(
            rt::Request::new(self.0, &CREATE_CUSTOMER_GROUPS).json(&body),
        )
    }

    /// Returns one customer group.
    ///
    /// Returns a group by id.
    ///
    /// `GET /customer_groups/{customer_group_id}`; scope `store_v2_customers_read_only`.
    ///
    /// # Arguments
    ///
    /// - `customer_group_id`: Id of the customer group.
    ///
    /// # Returns
    ///
    /// [`CustomerGroup`]. The group.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`common::ApiErrors`] for 400, 401, 403, 404, 429, 5xx. See
    /// [responses](super::common#responses).
    ///
    /// - 400: The request is not valid. The groups answer with an object that holds the errors, where
    ///   the rest of this version sends a bare list.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let response = client.v2().customer_groups().get(3).await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn get(&self, customer_group_id: i64) -> GetCustomerGroups {
        GetCustomerGroups(
            rt::Request::new(self.0, &GET_CUSTOMER_GROUPS)
                .path("customer_group_id", customer_group_id),
        )
    }

    /// Updates a customer group.
    ///
    /// Changes the properties that are sent and leaves the others as they are.
    ///
    /// **`discount_rules` replaces all rules of the group.** To add a rule, send the rules that the
    /// group has and the new one.
    ///
    /// `PUT /customer_groups/{customer_group_id}`; scope `store_v2_customers`.
    ///
    /// # Arguments
    ///
    /// - `customer_group_id`: Id of the customer group.
    /// - `body`: The properties to change.
    ///
    /// # Returns
    ///
    /// [`UpdateCustomerGroupsOutput`].
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`common::ApiErrors`] for 400, 401, 403, 404, 429, 5xx. See
    /// [responses](super::common#responses).
    ///
    /// - 400: The request is not valid. The groups answer with an object that holds the errors, where
    ///   the rest of this version sends a bare list.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::rust_decimal::Decimal;
    /// use generated_client::v2::customer_groups::{
    ///     CategoryRule, CustomerGroupUpdate, DiscountMethod, DiscountRule, ProductRule,
    /// };
    ///
    /// let response = client
    ///     .v2()
    ///     .customer_groups()
    ///     .update(
    ///         3,
    ///         CustomerGroupUpdate::new()
    ///             .discount_rules([
    ///                 DiscountRule::from(CategoryRule::new(61).method(DiscountMethod::Percent).amount(Decimal::new(75000, 4))),
    ///                 DiscountRule::from(ProductRule::new(318).method(DiscountMethod::Price).amount(Decimal::new(240000, 4))),
    ///             ]),
    ///     )
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn update(
        &self,
        customer_group_id: i64,
        body: CustomerGroupUpdate,
    ) -> UpdateCustomerGroups {
        UpdateCustomerGroups(
            rt::Request::new(self.0, &UPDATE_CUSTOMER_GROUPS)
                .path("customer_group_id", customer_group_id)
                .json(&body),
        )
    }

    /// Deletes one customer group.
    ///
    /// Deletes a group by id. Its customers stay and belong to no group afterwards.
    ///
    /// `DELETE /customer_groups/{customer_group_id}`; scope `store_v2_customers`; at most 40 calls at a
    /// time.
    ///
    /// # Arguments
    ///
    /// - `customer_group_id`: Id of the customer group.
    ///
    /// # Returns
    ///
    /// The group was deleted.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`common::ApiErrors`] for 400, 401, 403, 404, 429, 5xx. See
    /// [responses](super::common#responses).
    ///
    /// - 400: The request is not valid. The groups answer with an object that holds the errors, where
    ///   the rest of this version sends a bare list.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// client.v2().customer_groups().delete(3).await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn delete(&self, customer_group_id: i64) -> DeleteCustomerGroups {
        DeleteCustomerGroups(
            rt::Request::new(self.0, &DELETE_CUSTOMER_GROUPS)
                .path("customer_group_id", customer_group_id),
        )
    }

    /// Counts the customer groups of the store.
    ///
    /// Counts all groups, without a filter.
    ///
    /// `GET /customer_groups/count`; scope `store_v2_customers_read_only`.
    ///
    /// # Returns
    ///
    /// [`common::Count`]. The number of groups.
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
    /// let response = client.v2().customer_groups().count().await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn count(&self) -> CountCustomerGroups {
        CountCustomerGroups(rt::Request::new(self.0, &COUNT_CUSTOMER_GROUPS))
    }
}

/// A request of [`CustomerGroups::list`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListCustomerGroups(rt::Request);

impl ListCustomerGroups {
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

    /// Only the group with exactly this name.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.0.set_query::<String>("name", name.into());
        self
    }

    /// Only groups whose name resembles this text.
    ///
    /// Sent as `name:like`.
    pub fn name_like(mut self, name_like: impl Into<String>) -> Self {
        self.0.set_query::<String>("name:like", name_like.into());
        self
    }

    /// Only the group that new customers join, or only the others.
    #[allow(clippy::wrong_self_convention, reason = "a setter, called as its field")]
    #[inline]
    pub fn is_default(mut self, is_default: bool) -> Self {
        self.0.set_query("is_default", is_default);
        self
    }

    /// Only the group for shoppers who are not signed in, or only the others.
    #[allow(clippy::wrong_self_convention, reason = "a setter, called as its field")]
    #[inline]
    pub fn is_group_for_guests(mut self, is_group_for_guests: bool) -> Self {
        self.0.set_query("is_group_for_guests", is_group_for_guests);
        self
    }

    /// Only groups created at exactly this time.
    pub fn date_created(mut self, date_created: impl Into<rt::DateTime>) -> Self {
        self.0.set_query::<rt::DateTime>("date_created", date_created.into());
        self
    }

    /// Only groups created at this time or later.
    ///
    /// Sent as `date_created:min`.
    pub fn date_created_min(
        mut self,
        date_created_min: impl Into<rt::DateTime>,
    ) -> Self {
        self.0.set_query::<rt::DateTime>("date_created:min", date_created_min.into());
        self
    }

    /// Only groups created at this time or earlier.
    ///
    /// Sent as `date_created:max`.
    pub fn date_created_max(
        mut self,
        date_created_max: impl Into<rt::DateTime>,
    ) -> Self {
        self.0.set_query::<rt::DateTime>("date_created:max", date_created_max.into());
        self
    }

    /// Only groups last changed at exactly this time.
    pub fn date_modified(mut self, date_modified: impl Into<rt::DateTime>) -> Self {
        self.0.set_query::<rt::DateTime>("date_modified", date_modified.into());
        self
    }

    /// Only groups last changed at this time or later.
    ///
    /// Sent as `date_modified:min`.
    pub fn date_modified_min(
        mut self,
        date_modified_min: impl Into<rt::DateTime>,
    ) -> Self {
        self.0.set_query::<rt::DateTime>("date_modified:min", date_modified_min.into());
        self
    }

    /// Only groups last changed at this time or earlier.
    ///
    /// Sent as `date_modified:max`.
    pub fn date_modified_max(
        mut self,
        date_modified_max: impl Into<rt::DateTime>,
    ) -> Self {
        self.0.set_query::<rt::DateTime>("date_modified:max", date_modified_max.into());
        self
    }

    /// Returns a stream of the pages of the whole list.
    #[inline]
    pub fn pages(self) -> rt::Pages<Vec<CustomerGroup>> {
        rt::Pages::new(self.0, rt::Decoder::list_or_empty())
    }

    /// Returns a stream of the items of all pages.
    #[inline]
    pub fn stream(self) -> rt::Items<Vec<CustomerGroup>> {
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
    pub fn wait(self) -> Result<rt::Response<Vec<CustomerGroup>>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for ListCustomerGroups {
    type Output = Result<rt::Response<Vec<CustomerGroup>>, rt::Error>;
    type IntoFuture = rt::CallFuture<Vec<CustomerGroup>>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::of_pages(self.0, rt::Decoder::list_or_empty())
    }
}

static LIST_CUSTOMER_GROUPS: rt::Operation = rt::Operation {
    id: "getCustomerGroups",
    name: "v2.customer_groups.list",
    method: rt::Method::Get,
    path: "/customer_groups",
    successes: rt::statuses![200, 204],
    errors: &[
        rt::json_error::<common::ApiErrors>(rt::statuses![401, 403, 404, 413, 429, 5xx]),
    ],
    paging: Some(rt::Paging::List),
    concurrency: Some(40u32),
    scopes: &["store_v2_customers_read_only"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`CustomerGroups::create`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct CreateCustomerGroups(rt::Request);

impl CreateCustomerGroups {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<CreateCustomerGroupsOutput>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for CreateCustomerGroups {
    type Output = Result<rt::Response<CreateCustomerGroupsOutput>, rt::Error>;
    type IntoFuture = rt::CallFuture<CreateCustomerGroupsOutput>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::outputs())
    }
}

static CREATE_CUSTOMER_GROUPS: rt::Operation = rt::Operation {
    id: "createCustomerGroup",
    name: "v2.customer_groups.create",
    method: rt::Method::Post,
    path: "/customer_groups",
    successes: rt::statuses![200, 207],
    errors: &[
        rt::json_error::<common::ApiErrors>(rt::statuses![400, 401, 403, 404, 429, 5xx]),
    ],
    concurrency: Some(40u32),
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// The successful responses of [`CreateCustomerGroups`].
#[allow(
    clippy::large_enum_variant,
    reason = "a box for every value costs more than the room"
)]
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum CreateCustomerGroupsOutput {
    /// 200: The group that was created. Its id may be missing.
    Ok(CustomerGroup),
    /// 207: The group was created, but its sitewide discount was not. The request may be sent again.
    MultiStatus(PartialSuccess),
}

rt::outputs! {
    CreateCustomerGroupsOutput {
        200 => Ok(CustomerGroup),
        207 => MultiStatus(PartialSuccess),
    }
}

/// A request of [`CustomerGroups::get`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetCustomerGroups(rt::Request);

impl GetCustomerGroups {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<CustomerGroup>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for GetCustomerGroups {
    type Output = Result<rt::Response<CustomerGroup>, rt::Error>;
    type IntoFuture = rt::CallFuture<CustomerGroup>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::json())
    }
}

static GET_CUSTOMER_GROUPS: rt::Operation = rt::Operation {
    id: "getCustomerGroup",
    name: "v2.customer_groups.get",
    method: rt::Method::Get,
    path: "/customer_groups/{customer_group_id}",
    errors: &[
        rt::json_error::<common::ApiErrors>(rt::statuses![400, 401, 403, 404, 429, 5xx]),
    ],
    scopes: &["store_v2_customers_read_only"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`CustomerGroups::update`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct UpdateCustomerGroups(rt::Request);

impl UpdateCustomerGroups {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<UpdateCustomerGroupsOutput>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for UpdateCustomerGroups {
    type Output = Result<rt::Response<UpdateCustomerGroupsOutput>, rt::Error>;
    type IntoFuture = rt::CallFuture<UpdateCustomerGroupsOutput>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::outputs())
    }
}

static UPDATE_CUSTOMER_GROUPS: rt::Operation = rt::Operation {
    id: "updateCustomerGroup",
    name: "v2.customer_groups.update",
    method: rt::Method::Put,
    path: "/customer_groups/{customer_group_id}",
    successes: rt::statuses![200, 207],
    errors: &[
        rt::json_error::<common::ApiErrors>(rt::statuses![400, 401, 403, 404, 429, 5xx]),
    ],
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// The successful responses of [`UpdateCustomerGroups`].
#[allow(
    clippy::large_enum_variant,
    reason = "a box for every value costs more than the room"
)]
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum UpdateCustomerGroupsOutput {
    /// 200: The group after the change.
    Ok(CustomerGroup),
    /// 207: The group was changed, but its sitewide discount was not. The request may be sent again.
    MultiStatus(PartialSuccess),
}

rt::outputs! {
    UpdateCustomerGroupsOutput {
        200 => Ok(CustomerGroup),
        207 => MultiStatus(PartialSuccess),
    }
}

/// A request of [`CustomerGroups::delete`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct DeleteCustomerGroups(rt::Request);

impl DeleteCustomerGroups {
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

impl IntoFuture for DeleteCustomerGroups {
    type Output = Result<rt::Response<()>, rt::Error>;
    type IntoFuture = rt::CallFuture<()>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::empty())
    }
}

static DELETE_CUSTOMER_GROUPS: rt::Operation = rt::Operation {
    id: "deleteCustomerGroup",
    name: "v2.customer_groups.delete",
    method: rt::Method::Delete,
    path: "/customer_groups/{customer_group_id}",
    successes: rt::statuses![204],
    errors: &[
        rt::json_error::<common::ApiErrors>(rt::statuses![400, 401, 403, 404, 429, 5xx]),
    ],
    concurrency: Some(40u32),
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`CustomerGroups::count`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct CountCustomerGroups(rt::Request);

impl CountCustomerGroups {
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

impl IntoFuture for CountCustomerGroups {
    type Output = Result<rt::Response<common::Count>, rt::Error>;
    type IntoFuture = rt::CallFuture<common::Count>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::json())
    }
}

static COUNT_CUSTOMER_GROUPS: rt::Operation = rt::Operation {
    id: "getCustomerGroupsCount",
    name: "v2.customer_groups.count",
    method: rt::Method::Get,
    path: "/customer_groups/count",
    errors: &[
        rt::json_error::<common::ApiErrors>(rt::statuses![401, 403, 404, 429, 5xx]),
    ],
    scopes: &["store_v2_customers_read_only"],
    ..rt::Operation::new(&super::API)
};

/// A group of customers.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CustomerGroup {
    /// Id of the group. May be missing in the answer to a creation.
    pub id: Option<i64>,
    /// Name of the group.
    pub name: String,
    /// Whether customers who sign up join this group.
    pub is_default: bool,
    /// Which categories of the catalog the members of a group may see.
    pub category_access: CategoryAccess,
    /// The discounts for members of the group.
    pub discount_rules: Vec<DiscountRule>,
    /// When the group was created, such as `2023-11-02 08:10:12`. `null` in old groups.
    pub date_created: rt::Nullable<rt::DateTime>,
    /// When the group was last changed. `null` when that has not happened.
    pub date_modified: rt::Nullable<rt::DateTime>,
    /// Whether shoppers who are not signed in count as members. Only one group of a store can be for
    /// guests.
    pub is_group_for_guests: Option<bool>,
}

rt::object! {
    CustomerGroup {
        id: "id" optional,
        name: "name" required,
        is_default: "is_default" required,
        category_access: "category_access" required,
        discount_rules: "discount_rules" required,
        date_created: "date_created" optional,
        date_modified: "date_modified" optional,
        is_group_for_guests: "is_group_for_guests" optional,
    }
}

/// A group to create.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct CustomerGroupCreate {
    /// Name of the group.
    pub name: String,
    /// Whether customers who sign up join this group.
    pub is_default: Option<bool>,
    /// Which categories of the catalog the members of a group may see.
    pub category_access: Option<CategoryAccess>,
    /// The discounts for members of the group. Either a single `price_list` rule, or any number of
    /// `category` and `product` rules with at most one `all` rule.
    pub discount_rules: Option<Vec<DiscountRule>>,
    /// Whether shoppers who are not signed in count as members. Only one group of a store can be for
    /// guests.
    pub is_group_for_guests: Option<bool>,
}

impl CustomerGroupCreate {
    /// Creates a [`CustomerGroupCreate`] from [`name`](field@Self::name), which is required.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            ..rt::Empty::empty()
        }
    }

    /// Sets [`is_default`](field@Self::is_default).
    #[allow(clippy::wrong_self_convention, reason = "a setter, called as its field")]
    #[inline]
    pub fn is_default(mut self, is_default: bool) -> Self {
        self.is_default = Some(is_default);
        self
    }

    /// Sets [`category_access`](field@Self::category_access).
    #[inline]
    pub fn category_access(mut self, category_access: CategoryAccess) -> Self {
        self.category_access = Some(category_access);
        self
    }

    /// Sets [`discount_rules`](field@Self::discount_rules).
    pub fn discount_rules(
        mut self,
        discount_rules: impl IntoIterator<Item = impl Into<DiscountRule>>,
    ) -> Self {
        self.discount_rules = Some(discount_rules.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`is_group_for_guests`](field@Self::is_group_for_guests).
    #[allow(clippy::wrong_self_convention, reason = "a setter, called as its field")]
    #[inline]
    pub fn is_group_for_guests(mut self, is_group_for_guests: bool) -> Self {
        self.is_group_for_guests = Some(is_group_for_guests);
        self
    }
}

rt::object! {
    CustomerGroupCreate {
        name: "name" required,
        is_default: "is_default" optional,
        category_access: "category_access" optional,
        discount_rules: "discount_rules" optional,
        is_group_for_guests: "is_group_for_guests" optional,
    }
}

/// The properties of a group to change. What is left out stays as it is.
#[derive(Clone, Default, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct CustomerGroupUpdate {
    /// Name of the group.
    pub name: Option<String>,
    /// Whether customers who sign up join this group.
    pub is_default: Option<bool>,
    /// Which categories of the catalog the members of a group may see.
    pub category_access: Option<CategoryAccess>,
    /// The discounts for members of the group, which replace all that the group has. Either a single
    /// `price_list` rule, or any number of `category` and `product` rules with at most one `all` rule.
    pub discount_rules: Option<Vec<DiscountRule>>,
    /// Whether shoppers who are not signed in count as members. Only one group of a store can be for
    /// guests.
    pub is_group_for_guests: Option<bool>,
}

impl CustomerGroupUpdate {
    /// Creates an empty [`CustomerGroupUpdate`].
    #[inline]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`name`](field@Self::name).
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets [`is_default`](field@Self::is_default).
    #[allow(clippy::wrong_self_convention, reason = "a setter, called as its field")]
    #[inline]
    pub fn is_default(mut self, is_default: bool) -> Self {
        self.is_default = Some(is_default);
        self
    }

    /// Sets [`category_access`](field@Self::category_access).
    #[inline]
    pub fn category_access(mut self, category_access: CategoryAccess) -> Self {
        self.category_access = Some(category_access);
        self
    }

    /// Sets [`discount_rules`](field@Self::discount_rules).
    pub fn discount_rules(
        mut self,
        discount_rules: impl IntoIterator<Item = impl Into<DiscountRule>>,
    ) -> Self {
        self.discount_rules = Some(discount_rules.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`is_group_for_guests`](field@Self::is_group_for_guests).
    #[allow(clippy::wrong_self_convention, reason = "a setter, called as its field")]
    #[inline]
    pub fn is_group_for_guests(mut self, is_group_for_guests: bool) -> Self {
        self.is_group_for_guests = Some(is_group_for_guests);
        self
    }
}

impl From<&CustomerGroup> for CustomerGroupUpdate {
    #[inline]
    fn from(source: &CustomerGroup) -> Self {
        Self {
            name: Some(source.name.clone()),
            is_default: Some(source.is_default),
            category_access: Some(source.category_access.clone()),
            discount_rules: Some(source.discount_rules.clone()),
            is_group_for_guests: source.is_group_for_guests,
        }
    }
}

rt::object! {
    CustomerGroupUpdate {
        name: "name" optional,
        is_default: "is_default" optional,
        category_access: "category_access" optional,
        discount_rules: "discount_rules" optional,
        is_group_for_guests: "is_group_for_guests" optional,
    }
}

/// Which categories of the catalog the members of a group may see.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct CategoryAccess {
    /// How much of the catalog the members of a group may see.
    ///
    /// - `all`: every category
    /// - `specific`: the listed categories
    /// - `none`: no category
    pub r#type: CategoryAccessType,
    /// Ids of the categories, as numbers or as strings. Only with `specific`.
    pub categories: Option<Vec<rt::Number>>,
}

impl CategoryAccess {
    /// Creates a [`CategoryAccess`] from [`type`](field@Self::type), which is required.
    #[inline]
    pub fn new(r#type: CategoryAccessType) -> Self {
        Self {
            r#type,
            ..rt::Empty::empty()
        }
    }

    /// Sets [`categories`](field@Self::categories).
    pub fn categories(
        mut self,
        categories: impl IntoIterator<Item = impl Into<rt::Number>>,
    ) -> Self {
        self.categories = Some(categories.into_iter().map(Into::into).collect());
        self
    }
}

rt::object! {
    CategoryAccess {
        r#type: "type" required,
        categories: "categories" optional,
    }
}

/// How much of the catalog the members of a group may see.
///
/// - `all`: every category
/// - `specific`: the listed categories
/// - `none`: no category
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CategoryAccessType {
    /// `all`
    All,
    /// `specific`
    Specific,
    /// `none`
    NoneValue,
    /// A value that this version of the crate does not know, unchanged.
    Unknown(rt::UnknownText),
}

rt::string_enum! {
    CategoryAccessType {
        All = "all",
        Specific = "specific",
        NoneValue = "none",
    }
}

/// One discount of a group. `type` says what it applies to.
///
/// BigCommerce adds kinds of rules over time, `markup` for instance.
#[allow(
    clippy::large_enum_variant,
    reason = "a box for every value costs more than the room"
)]
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum DiscountRule {
    /// Members pay the prices of a price list. No other rule can stand beside it.
    PriceList(PriceListRule),
    /// Members get a discount on everything. A group has at most one of these.
    Storewide(StorewideRule),
    /// Members get a discount on the products of a category. Sending one takes `method` and `amount`
    /// too.
    Category(CategoryRule),
    /// Members get a discount on one product. Sending one takes `method` and `amount` too.
    Product(ProductRule),
    /// A shape that this version of the crate does not know, unchanged.
    Unknown(rt::Json),
}

rt::union! {
    DiscountRule {
        PriceList(PriceListRule) if tag "type" = "price_list",
        Storewide(StorewideRule) if tag "type" = "all",
        Category(CategoryRule) if tag "type" = "category",
        Product(ProductRule) if tag "type" = "product",
    }
}

impl From<PriceListRule> for DiscountRule {
    #[inline]
    fn from(value: PriceListRule) -> Self {
        Self::PriceList(value)
    }
}

impl From<StorewideRule> for DiscountRule {
    #[inline]
    fn from(value: StorewideRule) -> Self {
        Self::Storewide(value)
    }
}

impl From<CategoryRule> for DiscountRule {
    #[inline]
    fn from(value: CategoryRule) -> Self {
        Self::Category(value)
    }
}

impl From<ProductRule> for DiscountRule {
    #[inline]
    fn from(value: ProductRule) -> Self {
        Self::Product(value)
    }
}

/// Members pay the prices of a price list. No other rule can stand beside it.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct PriceListRule {
    /// Id of the price list.
    pub price_list_id: i64,
}

impl PriceListRule {
    /// Creates a [`PriceListRule`] from [`price_list_id`](field@Self::price_list_id), which is required.
    #[inline]
    pub fn new(price_list_id: i64) -> Self {
        Self { price_list_id }
    }
}

rt::object! {
    PriceListRule {
        price_list_id: "price_list_id" required,
        const "type" = "price_list",
    }
}

/// Members get a discount on everything. A group has at most one of these.
#[derive(Clone, Default, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct StorewideRule {
    /// How a discount changes a price.
    ///
    /// - `percent`: lowers it by `amount` percent
    /// - `fixed`: lowers it by `amount` in the store's currency
    /// - `price`: makes it `amount`
    pub method: Option<DiscountMethod>,
    /// The discount or the price, depending on `method`. Sent with it; text as a rule, a number is
    /// accepted.
    pub amount: Option<rt::Number>,
}

impl StorewideRule {
    /// Creates an empty [`StorewideRule`].
    #[inline]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`method`](field@Self::method).
    #[inline]
    pub fn method(mut self, method: DiscountMethod) -> Self {
        self.method = Some(method);
        self
    }

    /// Sets [`amount`](field@Self::amount).
    pub fn amount(mut self, amount: impl Into<rt::Number>) -> Self {
        self.amount = Some(amount.into());
        self
    }
}

rt::object! {
    StorewideRule {
        method: "method" optional,
        amount: "amount" optional,
        const "type" = "all",
    }
}

/// Members get a discount on the products of a category. Sending one takes `method` and `amount`
/// too.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct CategoryRule {
    /// Id of the category. The API answers with a number or with its text.
    pub category_id: rt::Number,
    /// How a discount changes a price.
    ///
    /// - `percent`: lowers it by `amount` percent
    /// - `fixed`: lowers it by `amount` in the store's currency
    /// - `price`: makes it `amount`
    pub method: Option<DiscountMethod>,
    /// The discount or the price, depending on `method`. Sent with it; text as a rule, a number is
    /// accepted.
    pub amount: Option<rt::Number>,
}

impl CategoryRule {
    /// Creates a [`CategoryRule`] from [`category_id`](field@Self::category_id), which is required.
    pub fn new(category_id: impl Into<rt::Number>) -> Self {
        Self {
            category_id: category_id.into(),
            ..rt::Empty::empty()
        }
    }

    /// Sets [`method`](field@Self::method).
    #[inline]
    pub fn method(mut self, method: DiscountMethod) -> Self {
        self.method = Some(method);
        self
    }

    /// Sets [`amount`](field@Self::amount).
    pub fn amount(mut self, amount: impl Into<rt::Number>) -> Self {
        self.amount = Some(amount.into());
        self
    }
}

rt::object! {
    CategoryRule {
        category_id: "category_id" required,
        method: "method" optional,
        amount: "amount" optional,
        const "type" = "category",
    }
}

/// Members get a discount on one product. Sending one takes `method` and `amount` too.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct ProductRule {
    /// Id of the product. Like that of a category, it may come as text.
    pub product_id: rt::Number,
    /// How a discount changes a price.
    ///
    /// - `percent`: lowers it by `amount` percent
    /// - `fixed`: lowers it by `amount` in the store's currency
    /// - `price`: makes it `amount`
    pub method: Option<DiscountMethod>,
    /// The discount or the price, depending on `method`. Sent with it; text as a rule, a number is
    /// accepted.
    pub amount: Option<rt::Number>,
}

impl ProductRule {
    /// Creates a [`ProductRule`] from [`product_id`](field@Self::product_id), which is required.
    pub fn new(product_id: impl Into<rt::Number>) -> Self {
        Self {
            product_id: product_id.into(),
            ..rt::Empty::empty()
        }
    }

    /// Sets [`method`](field@Self::method).
    #[inline]
    pub fn method(mut self, method: DiscountMethod) -> Self {
        self.method = Some(method);
        self
    }

    /// Sets [`amount`](field@Self::amount).
    pub fn amount(mut self, amount: impl Into<rt::Number>) -> Self {
        self.amount = Some(amount.into());
        self
    }
}

rt::object! {
    ProductRule {
        product_id: "product_id" required,
        method: "method" optional,
        amount: "amount" optional,
        const "type" = "product",
    }
}

/// How a discount changes a price.
///
/// - `percent`: lowers it by `amount` percent
/// - `fixed`: lowers it by `amount` in the store's currency
/// - `price`: makes it `amount`
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DiscountMethod {
    /// `percent`
    Percent,
    /// `fixed`
    Fixed,
    /// `price`
    Price,
    /// A value that this version of the crate does not know, unchanged.
    Unknown(rt::UnknownText),
}

rt::string_enum! {
    DiscountMethod {
        Percent = "percent",
        Fixed = "fixed",
        Price = "price",
    }
}

/// The outcome of a request of which one part failed.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PartialSuccess {
    /// The HTTP status once more.
    pub status: Option<i64>,
    /// What went wrong, in English.
    pub message: Option<String>,
}

rt::object! {
    PartialSuccess {
        status: "status" optional,
        message: "message" optional,
    }
}

rt::fixtures! {
    fixtures {
        /// A response of [`CustomerGroups::list`] with status 200.
        ///
        /// A page of groups.
        LIST: LIST_CUSTOMER_GROUPS => 200 Vec<CustomerGroup>, r#"[
  {
    "id": 3,
    "name": "Potters",
    "is_default": false,
    "category_access": {
      "type": "specific",
      "categories": [
        61,
        64,
        70
      ]
    },
    "discount_rules": [
      {
        "type": "category",
        "category_id": "61",
        "method": "percent",
        "amount": "7.5000"
      },
      {
        "type": "all",
        "method": "fixed",
        "amount": "2.0000"
      }
    ],
    "date_created": "2023-11-02 08:10:12",
    "date_modified": null,
    "is_group_for_guests": false
  },
  {
    "id": 4,
    "name": "Galleries",
    "is_default": false,
    "category_access": {
      "type": "all"
    },
    "discount_rules": [
      {
        "type": "price_list",
        "price_list_id": 9
      }
    ],
    "date_created": "2024-03-05 10:00:00",
    "date_modified": "2024-06-18 16:21:44",
    "is_group_for_guests": false
  }
]"#;
        /// A response of [`CustomerGroups::create`] with status 200.
        ///
        /// The group that was created. Its id may be missing.
        CREATE_OK: CREATE_CUSTOMER_GROUPS => 200 CustomerGroup, r#"{
  "id": 3,
  "name": "Potters",
  "is_default": false,
  "category_access": {
    "type": "specific",
    "categories": [
      61,
      64,
      70
    ]
  },
  "discount_rules": [
    {
      "type": "category",
      "category_id": "61",
      "method": "percent",
      "amount": "7.5000"
    },
    {
      "type": "all",
      "method": "fixed",
      "amount": "2.0000"
    }
  ],
  "date_created": "2023-11-02 08:10:12",
  "date_modified": null,
  "is_group_for_guests": false
}"#;
        /// A response of [`CustomerGroups::create`] with status 207.
        ///
        /// The group was created, but its sitewide discount was not. The request may be sent again.
        CREATE_MULTI_STATUS: CREATE_CUSTOMER_GROUPS => 207 PartialSuccess, r#"{
  "status": 207,
  "message": "The group was created without its sitewide discount."
}"#;
        /// A response of [`CustomerGroups::get`] with status 200.
        ///
        /// The group.
        GET: GET_CUSTOMER_GROUPS => 200 CustomerGroup, r#"{
  "id": 4,
  "name": "Galleries",
  "is_default": false,
  "category_access": {
    "type": "all"
  },
  "discount_rules": [
    {
      "type": "price_list",
      "price_list_id": 9
    }
  ],
  "date_created": "2024-03-05 10:00:00",
  "date_modified": "2024-06-18 16:21:44",
  "is_group_for_guests": false
}"#;
        /// A response of [`CustomerGroups::update`] with status 200.
        ///
        /// The group after the change.
        UPDATE_OK: UPDATE_CUSTOMER_GROUPS => 200 CustomerGroup, r#"{
  "id": 3,
  "name": "Potters",
  "is_default": false,
  "category_access": {
    "type": "specific",
    "categories": [
      61,
      64,
      70
    ]
  },
  "discount_rules": [
    {
      "type": "category",
      "category_id": "61",
      "method": "percent",
      "amount": "7.5000"
    },
    {
      "type": "product",
      "product_id": 318,
      "method": "price",
      "amount": "24.0000"
    }
  ],
  "date_created": "2023-11-02 08:10:12",
  "date_modified": "2024-06-18 16:35:00",
  "is_group_for_guests": false
}"#;
        /// A response of [`CustomerGroups::update`] with status 207.
        ///
        /// The group was changed, but its sitewide discount was not. The request may be sent again.
        UPDATE_MULTI_STATUS: UPDATE_CUSTOMER_GROUPS => 207 PartialSuccess, r#"{
  "status": 207,
  "message": "The group was changed without its sitewide discount."
}"#;
        /// A response of [`CustomerGroups::count`] with status 200.
        ///
        /// The number of groups.
        COUNT: COUNT_CUSTOMER_GROUPS => 200 common::Count, r#"{
  "count": 6
}"#;
    }
}
