// @generated from spec/v3/attribute_values.yaml by `cargo xtask regen`: change that, not this.

//! Which customer has which value of which attribute. The attributes themselves have operations of
//! their own.

use super::common;
use openapi_client_runtime::rt;

/// The operations of `client.v3().attribute_values()`, such as [`list`](Self::list).
#[derive(Clone, Copy, Debug)]
pub struct AttributeValues<'a>(pub(super) &'a rt::Core);

impl AttributeValues<'_> {
    /// Lists attribute values of customers.
    ///
    /// Gives the attribute values that satisfy all filters, a page at a time. Without a filter, all
    /// values of all customers.
    ///
    /// `GET /customers/attribute-values`; scope `store_v2_customers_read_only`; pages by number.
    ///
    /// Awaiting it returns one page; [`stream`](ListAttributeValues::stream) returns the items of all
    /// pages, [`pages`](ListAttributeValues::pages) the pages themselves.
    ///
    /// # Returns
    ///
    /// [`AttributeValuePage`]. One page of attribute values.
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
    /// let page = client.v3().attribute_values().list().await?;
    ///
    /// let mut all = client.v3().attribute_values().list().stream();
    /// while let Some(item) = all.try_next().await? {
    ///     println!("{item:?}");
    /// }
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn list(&self) -> ListAttributeValues {
        ListAttributeValues(rt::Request::new(self.0, &LIST_ATTRIBUTE_VALUES))
    }

    /// Sets up to 10 attribute values of customers.
    ///
    /// Gives customers values for attributes. A value that the customer has already is replaced, one
    /// that is missing is created. One call takes values of at most 10 customers.
    ///
    /// What is called `value` in the request is called `attribute_value` in all answers.
    ///
    /// `PUT /customers/attribute-values`; scope `store_v2_customers`; at most 10 items per call; at
    /// most 3 calls at a time.
    ///
    /// See [BigCommerce's reference](<https://docs.bigcommerce.com/developer/api-reference/rest/admin/management/customers/v3/attribute-values/upsert-customers-attribute-values>).
    ///
    /// [`upsert_batches`](Self::upsert_batches) takes any number of items.
    ///
    /// # Arguments
    ///
    /// - `body`: The values to set.
    ///
    /// # Returns
    ///
    /// [`AttributeValueBatch`]. The values, as they are now.
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
    /// use generated_client::v3::attribute_values::{
    ///     AttributeValueUpsert, AttributeValueUpsertRequired,
    /// };
    ///
    /// let response = client
    ///     .v3()
    ///     .attribute_values()
    ///     .upsert([
    ///         AttributeValueUpsert::new(AttributeValueUpsertRequired {
    ///             attribute_id: 12,
    ///             value: "retail",
    ///             customer_id: 4107,
    ///         }),
    ///         AttributeValueUpsert::new(AttributeValueUpsertRequired {
    ///             attribute_id: 14,
    ///             value: "350",
    ///             customer_id: 4108,
    ///         }),
    ///     ])
    ///     .await?;
    /// # Ok(()) }
    /// ```
    pub fn upsert(
        &self,
        body: impl IntoIterator<Item = AttributeValueUpsert>,
    ) -> UpsertAttributeValues {
        UpsertAttributeValues(
            rt::Request::new(self.0, &UPSERT_ATTRIBUTE_VALUES)
                .json_list_within(body, rt::Limits::NONE.items(1, None)),
        )
    }

    /// Sends any number of items with [`upsert`](Self::upsert), in as many calls as needed.
    ///
    /// Takes an iterator or a stream, and returns a stream of one outcome per item: 10 items per call;
    /// at most 3 calls at a time.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client, items: Vec<generated_client::v3::attribute_values::AttributeValueUpsert>) {
    /// let mut outcomes = client.v3().attribute_values().upsert_batches(items);
    /// while let Some(outcome) = outcomes.next().await {
    ///     let Some(error) = outcome.error() else { continue };
    ///     println!("item {}: {error}", outcome.index);
    /// }
    /// # }
    /// ```
    pub fn upsert_batches<M>(
        &self,
        body: impl rt::IntoItems<AttributeValueUpsert, M>,
    ) -> rt::Batches<AttributeValueUpsert, AttributeValueBatch> {
        let request = rt::Request::new(self.0, &UPSERT_ATTRIBUTE_VALUES);
        rt::Batches::new(request, body, rt::Decoder::list())
            .within(rt::Limits::NONE.items(1, None))
    }

    /// Deletes attribute values by their ids.
    ///
    /// Takes attribute values away from customers, for good. The ids are those of the values, not those
    /// of attributes or customers.
    ///
    /// `DELETE /customers/attribute-values`; scope `store_v2_customers`.
    ///
    /// # Arguments
    ///
    /// - `id_in`: Ids of the items, sent as one list with commas.
    ///
    /// # Returns
    ///
    /// None of the values exists any more.
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
    /// client.v3().attribute_values().delete([31, 47]).await?;
    /// # Ok(()) }
    /// ```
    pub fn delete(&self, id_in: impl IntoIterator<Item = i64>) -> DeleteAttributeValues {
        DeleteAttributeValues(
            rt::Request::new(self.0, &DELETE_ATTRIBUTE_VALUES)
                .filter("id:in", id_in, rt::ListStyle::Comma),
        )
    }
}

/// A request of [`AttributeValues::list`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListAttributeValues(rt::Request);

impl ListAttributeValues {
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

    /// Keeps the values of these customers.
    ///
    /// Sent as `customer_id:in`. A list too long for one URL is split among several calls.
    pub fn customer_id_in(
        mut self,
        customer_id_in: impl IntoIterator<Item = i64>,
    ) -> Self {
        self.0.set_filter("customer_id:in", customer_id_in, rt::ListStyle::Comma);
        self
    }

    /// Keeps the values of these attributes.
    ///
    /// Sent as `attribute_id:in`. A list too long for one URL is split among several calls.
    pub fn attribute_id_in(
        mut self,
        attribute_id_in: impl IntoIterator<Item = i64>,
    ) -> Self {
        self.0.set_filter("attribute_id:in", attribute_id_in, rt::ListStyle::Comma);
        self
    }

    /// Keeps the values of the attribute with this name.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.0.set_query::<String>("name", name.into());
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

    /// Returns a stream of the pages of the whole list.
    #[inline]
    pub fn pages(self) -> rt::Pages<AttributeValuePage> {
        rt::Pages::new(self.0, rt::Decoder::list())
    }

    /// Returns a stream of the items of all pages.
    #[inline]
    pub fn stream(self) -> rt::Items<AttributeValuePage> {
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
    pub fn wait(self) -> Result<rt::Response<AttributeValuePage>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for ListAttributeValues {
    type Output = Result<rt::Response<AttributeValuePage>, rt::Error>;
    type IntoFuture = rt::CallFuture<AttributeValuePage>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::of_pages(self.0, rt::Decoder::list())
    }
}

static LIST_ATTRIBUTE_VALUES: rt::Operation = rt::Operation {
    id: "getCustomersAttributeValues",
    name: "v3.attribute_values.list",
    method: rt::Method::Get,
    path: "/customers/attribute-values",
    errors: &[
        rt::json_error::<common::Problem>(rt::statuses![404, 422, 5xx]),
        rt::json_error::<common::AccessError>(rt::statuses![401, 403, 429]),
    ],
    paging: Some(rt::Paging::Offset),
    split: Some(rt::Split {
        lists: &["customer_id:in", "attribute_id:in"],
        whole: &["page"],
    }),
    scopes: &["store_v2_customers_read_only"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`AttributeValues::upsert`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct UpsertAttributeValues(rt::Request);

impl UpsertAttributeValues {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<AttributeValueBatch>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for UpsertAttributeValues {
    type Output = Result<rt::Response<AttributeValueBatch>, rt::Error>;
    type IntoFuture = rt::CallFuture<AttributeValueBatch>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::list())
    }
}

static UPSERT_ATTRIBUTE_VALUES: rt::Operation = rt::Operation {
    id: "upsertCustomersAttributeValues",
    name: "v3.attribute_values.upsert",
    method: rt::Method::Put,
    path: "/customers/attribute-values",
    errors: &[
        rt::json_error::<common::Problem>(rt::statuses![404, 422, 5xx]),
        rt::json_error::<common::AccessError>(rt::statuses![401, 403, 429]),
    ],
    items_per_call: Some(10u32),
    concurrency: Some(3u32),
    batch_key: &["customer_id", "attribute_id"],
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`AttributeValues::delete`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct DeleteAttributeValues(rt::Request);

impl DeleteAttributeValues {
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

impl IntoFuture for DeleteAttributeValues {
    type Output = Result<rt::Response<()>, rt::Error>;
    type IntoFuture = rt::CallFuture<()>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::of_parts(self.0, rt::Decoder::empty())
    }
}

static DELETE_ATTRIBUTE_VALUES: rt::Operation = rt::Operation {
    id: "deleteCustomersAttributeValues",
    name: "v3.attribute_values.delete",
    method: rt::Method::Delete,
    path: "/customers/attribute-values",
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

/// The value that one customer has for one attribute.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AttributeValue {
    /// Number of the value.
    pub id: i64,
    /// Number of the customer.
    pub customer_id: i64,
    /// Number of the attribute.
    pub attribute_id: i64,
    /// The value. As a rule a string, also of attributes for numbers and dates; a number is accepted.
    pub attribute_value: rt::Text,
    /// When the customer got a value for the attribute.
    pub date_created: Option<rt::DateTime>,
    /// When the value was last changed.
    pub date_modified: Option<rt::DateTime>,
}

rt::object! {
    AttributeValue {
        id: "id" required,
        customer_id: "customer_id" required,
        attribute_id: "attribute_id" required,
        attribute_value: "attribute_value" required,
        date_created: "date_created" optional,
        date_modified: "date_modified" optional,
    }
}

/// The value that one customer shall have for one attribute.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct AttributeValueUpsert {
    /// Number of the attribute, which must exist already.
    pub attribute_id: i64,
    /// The value. Text for all attributes, those for numbers and dates included. Answers call it
    /// `attribute_value`.
    ///
    /// When sent: at most 255 characters.
    pub value: String,
    /// Number of the customer.
    pub customer_id: i64,
    /// Number of the value, if it exists already. May be left out.
    pub id: Option<i64>,
}

/// The required fields of [`AttributeValueUpsert`], as [`AttributeValueUpsert::new`] takes them.
#[allow(missing_docs)]
pub struct AttributeValueUpsertRequired<'a> {
    pub attribute_id: i64,
    pub value: &'a str,
    pub customer_id: i64,
}

impl AttributeValueUpsert {
    /// Creates an [`AttributeValueUpsert`] from its required fields.
    #[inline]
    pub fn new(required: AttributeValueUpsertRequired<'_>) -> Self {
        Self {
            attribute_id: required.attribute_id,
            value: required.value.to_owned(),
            customer_id: required.customer_id,
            ..rt::Empty::empty()
        }
    }

    /// Sets [`id`](field@Self::id).
    #[inline]
    pub fn id(mut self, id: i64) -> Self {
        self.id = Some(id);
        self
    }
}

rt::object! {
    AttributeValueUpsert {
        attribute_id: "attribute_id" required,
        value: "value" required [chars(0, Some(255))],
        customer_id: "customer_id" required,
        id: "id" optional,
    }
}

/// One page of attribute values.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AttributeValuePage {
    /// The values on this page.
    pub data: Vec<AttributeValue>,
    /// Tells where a page stands in its list.
    ///
    /// Resources that know cursors send both members with the first page, only `pagination` with the
    /// pages that were asked for by number, and only `cursor_pagination` with those that were asked for
    /// by cursor. All others send `pagination` alone.
    pub meta: common::PageMeta,
}

rt::object! {
    AttributeValuePage {
        data: "data" required,
        meta: "meta" required,
    }
}

impl rt::Listing for AttributeValuePage {
    type Item = AttributeValue;
    const KEY: Option<&'static str> = Some("data");
    fn items(&self) -> &[AttributeValue] {
        &self.data
    }

    fn items_mut(&mut self) -> &mut Vec<AttributeValue> {
        &mut self.data
    }
}

impl rt::Paged for AttributeValuePage {
    fn info(&self) -> rt::PageInfo<'_> {
        rt::Paged::info(&self.meta)
    }

    fn renumber(&mut self, items: i64) {
        rt::Paged::renumber(&mut self.meta, items);
    }
}

/// The attribute values that one call set.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AttributeValueBatch {
    /// The values, as they are now.
    pub data: Vec<AttributeValue>,
    /// Tells where a page stands in its list.
    ///
    /// Resources that know cursors send both members with the first page, only `pagination` with the
    /// pages that were asked for by number, and only `cursor_pagination` with those that were asked for
    /// by cursor. All others send `pagination` alone.
    pub meta: common::PageMeta,
}

rt::object! {
    AttributeValueBatch {
        data: "data" required,
        meta: "meta" required,
    }
}

impl rt::Listing for AttributeValueBatch {
    type Item = AttributeValue;
    const KEY: Option<&'static str> = Some("data");
    fn items(&self) -> &[AttributeValue] {
        &self.data
    }

    fn items_mut(&mut self) -> &mut Vec<AttributeValue> {
        &mut self.data
    }
}

rt::fixtures! {
    fixtures {
        /// A response of [`AttributeValues::list`] with status 200.
        ///
        /// One page of attribute values.
        LIST: LIST_ATTRIBUTE_VALUES => 200 AttributeValuePage, r#"{
  "data": [
    {
      "id": 9061,
      "customer_id": 4108,
      "attribute_id": 12,
      "attribute_value": "wholesale",
      "date_created": "2025-03-04T10:31:57Z",
      "date_modified": "2025-03-04T10:31:57Z"
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
        /// A response of [`AttributeValues::upsert`] with status 200.
        ///
        /// The values, as they are now.
        UPSERT: UPSERT_ATTRIBUTE_VALUES => 200 AttributeValueBatch, r#"{
  "data": [
    {
      "id": 9062,
      "customer_id": 4107,
      "attribute_id": 12,
      "attribute_value": "retail",
      "date_created": "2025-03-05T09:40:12Z",
      "date_modified": "2025-03-05T09:40:12Z"
    },
    {
      "id": 9063,
      "customer_id": 4108,
      "attribute_id": 14,
      "attribute_value": "350",
      "date_created": "2025-03-05T09:40:12Z",
      "date_modified": "2025-03-05T09:40:12Z"
    }
  ],
  "meta": {}
}"#;
    }
}
