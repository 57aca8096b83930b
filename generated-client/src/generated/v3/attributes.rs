// @generated from spec/v3/attributes.yaml by `cargo xtask regen`: change that, not this.

//! The attributes that customers of a store can have, such as a date of birth or a price tier. An
//! attribute is a name and a type; which customer has which value is kept in the attribute values.
//! A store can have 50 attributes.

use super::common;
use openapi_client_runtime::rt;

/// The operations of `client.v3().attributes()`, such as [`list`](Self::list).
#[derive(Clone, Copy, Debug)]
pub struct Attributes<'a>(pub(super) &'a rt::Core);

impl Attributes<'_> {
    /// Lists customer attributes.
    ///
    /// Gives the attributes that satisfy all filters, a page at a time. Without a filter, all
    /// attributes of the store.
    ///
    /// `GET /customers/attributes`; scope `store_v2_customers_read_only`; pages by number.
    ///
    /// Awaiting it returns one page; [`stream`](ListAttributes::stream) returns the items of all pages,
    /// [`pages`](ListAttributes::pages) the pages themselves.
    ///
    /// # Returns
    ///
    /// [`AttributePage`]. One page of attributes.
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
    /// let page = client.v3().attributes().list().await?;
    ///
    /// let mut all = client.v3().attributes().list().stream();
    /// while let Some(item) = all.try_next().await? {
    ///     println!("{item:?}");
    /// }
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn list(&self) -> ListAttributes {
        ListAttributes(rt::Request::new(self.0, &LIST_ATTRIBUTES))
    }

    /// Creates customer attributes.
    ///
    /// Creates attributes, which customers can then be given values for. A store can have 50 of them.
    ///
    /// The type is final. To change it, the attribute must be deleted, together with the values of all
    /// customers, and created anew.
    ///
    /// `POST /customers/attributes`; scope `store_v2_customers`; at most 3 calls at a time.
    ///
    /// [`create_batches`](Self::create_batches) takes any number of items.
    ///
    /// # Arguments
    ///
    /// - `body`: The attributes to create.
    ///
    /// # Returns
    ///
    /// [`AttributeBatch`]. The new attributes.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`common::Problem`] for 404, 422, 5xx; [`common::AccessError`] for
    /// 401, 403, 429. See [responses](super::common#responses).
    ///
    /// - 422: An entry is not valid, or the store has all the attributes that it can have.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::v3::attributes::{
    ///     AttributeCreate, AttributeCreateRequired, AttributeType,
    /// };
    ///
    /// let response = client
    ///     .v3()
    ///     .attributes()
    ///     .create([
    ///         AttributeCreate::new(AttributeCreateRequired {
    ///             name: "Loyalty points",
    ///             r#type: AttributeType::Number,
    ///         }),
    ///     ])
    ///     .await?;
    /// # Ok(()) }
    /// ```
    pub fn create(
        &self,
        body: impl IntoIterator<Item = AttributeCreate>,
    ) -> CreateAttributes {
        CreateAttributes(
            rt::Request::new(self.0, &CREATE_ATTRIBUTES)
                .json_list_within(body, rt::Limits::NONE.items(1, None)),
        )
    }

    /// Sends any number of items with [`create`](Self::create), in as many calls as needed.
    ///
    /// Takes an iterator or a stream, and returns a stream of one outcome per item: 10 items per call,
    /// as the document states no limit; at most 3 calls at a time.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client, items: Vec<generated_client::v3::attributes::AttributeCreate>) {
    /// let mut outcomes = client.v3().attributes().create_batches(items);
    /// while let Some(outcome) = outcomes.next().await {
    ///     let Some(error) = outcome.error() else { continue };
    ///     println!("item {}: {error}", outcome.index);
    /// }
    /// # }
    /// ```
    pub fn create_batches<M>(
        &self,
        body: impl rt::IntoItems<AttributeCreate, M>,
    ) -> rt::Batches<AttributeCreate, AttributeBatch> {
        let request = rt::Request::new(self.0, &CREATE_ATTRIBUTES);
        rt::Batches::new(request, body, rt::Decoder::list())
            .within(rt::Limits::NONE.items(1, None))
    }

    /// Renames customer attributes.
    ///
    /// Gives attributes new names. Nothing else about an attribute can be changed, its type least of
    /// all.
    ///
    /// `PUT /customers/attributes`; scope `store_v2_customers`; at most 3 calls at a time.
    ///
    /// [`update_batches`](Self::update_batches) takes any number of items.
    ///
    /// # Arguments
    ///
    /// - `body`: The new names, one entry an attribute.
    ///
    /// # Returns
    ///
    /// [`AttributeBatch`]. The attributes after the change.
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
    /// use generated_client::v3::attributes::{AttributeUpdate, AttributeUpdateRequired};
    ///
    /// let response = client
    ///     .v3()
    ///     .attributes()
    ///     .update([AttributeUpdate::new(AttributeUpdateRequired { id: 14, name: "Bonus points" })])
    ///     .await?;
    /// # Ok(()) }
    /// ```
    pub fn update(
        &self,
        body: impl IntoIterator<Item = AttributeUpdate>,
    ) -> UpdateAttributes {
        UpdateAttributes(
            rt::Request::new(self.0, &UPDATE_ATTRIBUTES)
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
    /// # async fn example(client: generated_client::Client, items: Vec<generated_client::v3::attributes::AttributeUpdate>) {
    /// let mut outcomes = client.v3().attributes().update_batches(items);
    /// while let Some(outcome) = outcomes.next().await {
    ///     let Some(error) = outcome.error() else { continue };
    ///     println!("item {}: {error}", outcome.index);
    /// }
    /// # }
    /// ```
    pub fn update_batches<M>(
        &self,
        body: impl rt::IntoItems<AttributeUpdate, M>,
    ) -> rt::Batches<AttributeUpdate, AttributeBatch> {
        let request = rt::Request::new(self.0, &UPDATE_ATTRIBUTES);
        rt::Batches::new(request, body, rt::Decoder::list())
            .within(rt::Limits::NONE.items(1, None))
    }

    /// Deletes customer attributes by their ids.
    ///
    /// Deletes the attributes with these ids from the store, for good. All customers lose their values
    /// for them.
    ///
    /// `DELETE /customers/attributes`; scope `store_v2_customers`.
    ///
    /// # Arguments
    ///
    /// - `id_in`: Ids of the items, sent as one list with commas.
    ///
    /// # Returns
    ///
    /// None of the attributes exists any more.
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
    /// client.v3().attributes().delete([31, 47]).await?;
    /// # Ok(()) }
    /// ```
    pub fn delete(&self, id_in: impl IntoIterator<Item = i64>) -> DeleteAttributes {
        DeleteAttributes(
            rt::Request::new(self.0, &DELETE_ATTRIBUTES)
                .filter("id:in", id_in, rt::ListStyle::Comma),
        )
    }
}

/// A request of [`Attributes::list`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListAttributes(rt::Request);

impl ListAttributes {
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

    /// Keeps the attribute with this name.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.0.set_query::<String>("name", name.into());
        self
    }

    /// Keeps the attributes in whose name this text occurs.
    ///
    /// Sent as `name:like`.
    pub fn name_like(mut self, name_like: impl Into<String>) -> Self {
        self.0.set_query::<String>("name:like", name_like.into());
        self
    }

    /// Keeps the attributes of this type.
    #[inline]
    pub fn r#type(mut self, r#type: AttributeType) -> Self {
        self.0.set_query("type", r#type);
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
    pub fn pages(self) -> rt::Pages<AttributePage> {
        rt::Pages::new(self.0, rt::Decoder::list())
    }

    /// Returns a stream of the items of all pages.
    #[inline]
    pub fn stream(self) -> rt::Items<AttributePage> {
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
    pub fn wait(self) -> Result<rt::Response<AttributePage>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for ListAttributes {
    type Output = Result<rt::Response<AttributePage>, rt::Error>;
    type IntoFuture = rt::CallFuture<AttributePage>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::of_pages(self.0, rt::Decoder::list())
    }
}

static LIST_ATTRIBUTES: rt::Operation = rt::Operation {
    id: "getCustomersAttributes",
    name: "v3.attributes.list",
    method: rt::Method::Get,
    path: "/customers/attributes",
    errors: &[
        rt::json_error::<common::Problem>(rt::statuses![404, 422, 5xx]),
        rt::json_error::<common::AccessError>(rt::statuses![401, 403, 429]),
    ],
    paging: Some(rt::Paging::Offset),
    scopes: &["store_v2_customers_read_only"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Attributes::create`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct CreateAttributes(rt::Request);

impl CreateAttributes {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<AttributeBatch>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for CreateAttributes {
    type Output = Result<rt::Response<AttributeBatch>, rt::Error>;
    type IntoFuture = rt::CallFuture<AttributeBatch>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::list())
    }
}

static CREATE_ATTRIBUTES: rt::Operation = rt::Operation {
    id: "createCustomersAttributes",
    name: "v3.attributes.create",
    method: rt::Method::Post,
    path: "/customers/attributes",
    errors: &[
        rt::json_error::<common::Problem>(rt::statuses![404, 422, 5xx]),
        rt::json_error::<common::AccessError>(rt::statuses![401, 403, 429]),
    ],
    concurrency: Some(3u32),
    batch_key: &["name"],
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Attributes::update`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct UpdateAttributes(rt::Request);

impl UpdateAttributes {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<AttributeBatch>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for UpdateAttributes {
    type Output = Result<rt::Response<AttributeBatch>, rt::Error>;
    type IntoFuture = rt::CallFuture<AttributeBatch>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::list())
    }
}

static UPDATE_ATTRIBUTES: rt::Operation = rt::Operation {
    id: "updateCustomersAttributes",
    name: "v3.attributes.update",
    method: rt::Method::Put,
    path: "/customers/attributes",
    errors: &[
        rt::json_error::<common::Problem>(rt::statuses![404, 422, 5xx]),
        rt::json_error::<common::AccessError>(rt::statuses![401, 403, 429]),
    ],
    concurrency: Some(3u32),
    batch_key: &["id"],
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Attributes::delete`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct DeleteAttributes(rt::Request);

impl DeleteAttributes {
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

impl IntoFuture for DeleteAttributes {
    type Output = Result<rt::Response<()>, rt::Error>;
    type IntoFuture = rt::CallFuture<()>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::of_parts(self.0, rt::Decoder::empty())
    }
}

static DELETE_ATTRIBUTES: rt::Operation = rt::Operation {
    id: "deleteCustomersAttributes",
    name: "v3.attributes.delete",
    method: rt::Method::Delete,
    path: "/customers/attributes",
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

/// An attribute that customers can have.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Attribute {
    /// Number of the attribute.
    pub id: i64,
    /// Name of the attribute.
    pub name: String,
    /// What the values of an attribute stand for. They are sent as text, whatever the type.
    ///
    /// - `string`: any text
    /// - `number`: a number
    /// - `date`: a date
    pub r#type: AttributeType,
    /// When the attribute was created.
    pub date_created: Option<rt::DateTime>,
    /// When the attribute was last changed.
    pub date_modified: Option<rt::DateTime>,
}

rt::object! {
    Attribute {
        id: "id" required,
        name: "name" required,
        r#type: "type" required,
        date_created: "date_created" required,
        date_modified: "date_modified" required,
    }
}

/// What the values of an attribute stand for. They are sent as text, whatever the type.
///
/// - `string`: any text
/// - `number`: a number
/// - `date`: a date
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AttributeType {
    /// `string`
    StringValue,
    /// `number`
    Number,
    /// `date`
    Date,
    /// A value that this version of the crate does not know, unchanged.
    Unknown(rt::UnknownText),
}

rt::string_enum! {
    AttributeType {
        StringValue = "string",
        Number = "number",
        Date = "date",
    }
}

/// An attribute to create.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct AttributeCreate {
    /// Name of the attribute.
    ///
    /// When sent: 1 to 255 characters.
    pub name: String,
    /// What the values of an attribute stand for. They are sent as text, whatever the type.
    ///
    /// - `string`: any text
    /// - `number`: a number
    /// - `date`: a date
    pub r#type: AttributeType,
}

/// The required fields of [`AttributeCreate`], as [`AttributeCreate::new`] takes them.
#[allow(missing_docs)]
pub struct AttributeCreateRequired<'a> {
    pub name: &'a str,
    pub r#type: AttributeType,
}

impl AttributeCreate {
    /// Creates an [`AttributeCreate`] from its required fields.
    #[inline]
    pub fn new(required: AttributeCreateRequired<'_>) -> Self {
        Self {
            name: required.name.to_owned(),
            r#type: required.r#type,
        }
    }
}

rt::object! {
    AttributeCreate {
        name: "name" required [chars(1, Some(255))],
        r#type: "type" required,
    }
}

/// A new name for an attribute.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct AttributeUpdate {
    /// Number of the attribute.
    pub id: i64,
    /// Name that the attribute shall have.
    ///
    /// When sent: 1 to 255 characters.
    pub name: String,
}

/// The required fields of [`AttributeUpdate`], as [`AttributeUpdate::new`] takes them.
#[allow(missing_docs)]
pub struct AttributeUpdateRequired<'a> {
    pub id: i64,
    pub name: &'a str,
}

impl AttributeUpdate {
    /// Creates an [`AttributeUpdate`] from its required fields.
    #[inline]
    pub fn new(required: AttributeUpdateRequired<'_>) -> Self {
        Self {
            id: required.id,
            name: required.name.to_owned(),
        }
    }
}

impl From<&Attribute> for AttributeUpdate {
    #[inline]
    fn from(source: &Attribute) -> Self {
        Self {
            id: source.id,
            name: source.name.clone(),
        }
    }
}

rt::object! {
    AttributeUpdate {
        id: "id" required,
        name: "name" required [chars(1, Some(255))],
    }
}

/// One page of attributes.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AttributePage {
    /// The attributes on this page.
    pub data: Vec<Attribute>,
    /// Tells where a page stands in its list.
    ///
    /// Resources that know cursors send both members with the first page, only `pagination` with the
    /// pages that were asked for by number, and only `cursor_pagination` with those that were asked for
    /// by cursor. All others send `pagination` alone.
    pub meta: common::PageMeta,
}

rt::object! {
    AttributePage {
        data: "data" required,
        meta: "meta" required,
    }
}

impl rt::Listing for AttributePage {
    type Item = Attribute;
    const KEY: Option<&'static str> = Some("data");
    fn items(&self) -> &[Attribute] {
        &self.data
    }

    fn items_mut(&mut self) -> &mut Vec<Attribute> {
        &mut self.data
    }
}

impl rt::Paged for AttributePage {
    fn info(&self) -> rt::PageInfo<'_> {
        rt::Paged::info(&self.meta)
    }

    fn renumber(&mut self, items: i64) {
        rt::Paged::renumber(&mut self.meta, items);
    }
}

/// The attributes that one call created or changed.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AttributeBatch {
    /// The attributes, as they are now.
    pub data: Vec<Attribute>,
    /// Metadata without a fixed shape, usually empty.
    pub meta: rt::Map<rt::Json>,
}

rt::object! {
    AttributeBatch {
        data: "data" required,
        meta: "meta" required,
    }
}

impl rt::Listing for AttributeBatch {
    type Item = Attribute;
    const KEY: Option<&'static str> = Some("data");
    fn items(&self) -> &[Attribute] {
        &self.data
    }

    fn items_mut(&mut self) -> &mut Vec<Attribute> {
        &mut self.data
    }
}

rt::fixtures! {
    fixtures {
        /// A response of [`Attributes::list`] with status 200.
        ///
        /// One page of attributes.
        LIST: LIST_ATTRIBUTES => 200 AttributePage, r#"{
  "data": [
    {
      "id": 12,
      "name": "Price tier",
      "type": "string",
      "date_created": "2024-12-03T07:45:10Z",
      "date_modified": "2025-01-20T18:02:33Z"
    },
    {
      "id": 13,
      "name": "Member since",
      "type": "date",
      "date_created": "2024-12-03T07:46:02Z",
      "date_modified": "2024-12-03T07:46:02Z"
    }
  ],
  "meta": {
    "pagination": {
      "total": 2,
      "count": 2,
      "per_page": 50,
      "current_page": 1,
      "total_pages": 1
    }
  }
}"#;
        /// A response of [`Attributes::create`] with status 200.
        ///
        /// The new attributes.
        CREATE: CREATE_ATTRIBUTES => 200 AttributeBatch, r#"{
  "data": [
    {
      "id": 14,
      "name": "Loyalty points",
      "type": "number",
      "date_created": "2025-03-04T11:00:21Z",
      "date_modified": "2025-03-04T11:00:21Z"
    }
  ],
  "meta": {}
}"#;
        /// A response of [`Attributes::update`] with status 200.
        ///
        /// The attributes after the change.
        UPDATE: UPDATE_ATTRIBUTES => 200 AttributeBatch, r#"{
  "data": [
    {
      "id": 14,
      "name": "Bonus points",
      "type": "number",
      "date_created": "2025-03-04T11:00:21Z",
      "date_modified": "2025-03-04T15:38:49Z"
    }
  ],
  "meta": {}
}"#;
    }
}
