// @generated from spec/v3/attributes.yaml by `cargo xtask regen`: change that, not this.

//! The attributes that customers of a store can have, such as a date of birth or a price tier. An
//! attribute is a name and a type; which customer has which value is kept in the attribute values.
//! A store can have 50 attributes.

use super::common;
use openapi_client_runtime::rt;

/// The operations of `client.v3().attributes()`, such as [`list`](Self::list).
#[derive(Clone, Copy, Debug)]
pub struct Attributes<'a> {
    core: &'a rt::Core,
}

impl<'a> Attributes<'a> {
    pub(super) fn new(core: &'a rt::Core) -> Self {
        Self { core }
    }

    /// Lists customer attributes.
    ///
    /// Gives the attributes that satisfy all filters, a page at a time. Without a filter, all
    /// attributes of the store.
    ///
    /// `GET /customers/attributes`; scope `store_v2_customers_read_only`; pages by number.
    ///
    /// Awaited, it gives one page; [`stream`](ListAttributes::stream) gives the items of all pages,
    /// [`pages`](ListAttributes::pages) the pages themselves.
    ///
    /// # Returns
    ///
    /// [`AttributePage`].
    ///
    /// One page of attributes.
    ///
    /// # Errors
    ///
    /// [`ListAttributesError`] for 401, 403, 404, 422, 429, 5xx.
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
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn list(&self) -> ListAttributes {
        ListAttributes {
            request: rt::Request::new(self.core, &LIST_ATTRIBUTES),
        }
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
    /// [`AttributeBatch`].
    ///
    /// The new attributes.
    ///
    /// # Errors
    ///
    /// [`CreateAttributesError`] for 401, 403, 404, 422, 429, 5xx.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::v3::attributes::{AttributeCreate, AttributeType};
    ///
    /// let answer = client
    ///     .v3()
    ///     .attributes()
    ///     .create([AttributeCreate::new("Loyalty points", AttributeType::Number)])
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn create(
        &self,
        body: impl IntoIterator<Item = AttributeCreate>,
    ) -> CreateAttributes {
        CreateAttributes {
            request: rt::Request::new(self.core, &CREATE_ATTRIBUTES)
                .json_list(body, rt::Limits::NONE.items(1, None)),
        }
    }

    /// Any number of items for [`create`](Self::create), in as many calls as it takes.
    ///
    /// Takes an iterator or a stream, and is a stream of one outcome an item: 10 items a call, as no
    /// limit is known; at most 3 calls at a time.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client, items: Vec<generated_client::v3::attributes::AttributeCreate>) {
    /// let mut outcomes = client.v3().attributes().create_batches(items);
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
        body: impl rt::IntoItems<AttributeCreate, M>,
    ) -> rt::Batches<AttributeCreate, AttributeBatch, CreateAttributesError> {
        rt::Batches::new(
            rt::Request::new(self.core, &CREATE_ATTRIBUTES),
            body,
            rt::Limits::NONE.items(1, None),
            rt::Decoder::list(),
        )
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
    /// [`AttributeBatch`].
    ///
    /// The attributes after the change.
    ///
    /// # Errors
    ///
    /// [`UpdateAttributesError`] for 401, 403, 404, 422, 429, 5xx.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::v3::attributes::AttributeUpdate;
    ///
    /// let answer = client
    ///     .v3()
    ///     .attributes()
    ///     .update([AttributeUpdate::new(14, "Bonus points")])
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn update(
        &self,
        body: impl IntoIterator<Item = AttributeUpdate>,
    ) -> UpdateAttributes {
        UpdateAttributes {
            request: rt::Request::new(self.core, &UPDATE_ATTRIBUTES)
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
    /// # async fn example(client: generated_client::Client, items: Vec<generated_client::v3::attributes::AttributeUpdate>) {
    /// let mut outcomes = client.v3().attributes().update_batches(items);
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
        body: impl rt::IntoItems<AttributeUpdate, M>,
    ) -> rt::Batches<AttributeUpdate, AttributeBatch, UpdateAttributesError> {
        rt::Batches::new(
            rt::Request::new(self.core, &UPDATE_ATTRIBUTES),
            body,
            rt::Limits::NONE.items(1, None),
            rt::Decoder::list(),
        )
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
    /// [`DeleteAttributesError`] for 401, 403, 404, 422, 429, 5xx.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// client.v3().attributes().delete([31, 47]).await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn delete(&self, id_in: impl IntoIterator<Item = i64>) -> DeleteAttributes {
        DeleteAttributes {
            request: rt::Request::new(self.core, &DELETE_ATTRIBUTES)
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

/// A call of [`Attributes::list`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListAttributes {
    request: rt::Request,
}

impl ListAttributes {
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

    /// Keeps the attribute with this name.
    #[inline]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.request.set_query("name", Into::<String>::into(name), rt::Limits::NONE);
        self
    }

    /// Keeps the attributes in whose name this text occurs.
    ///
    /// Sent as `name:like`.
    #[inline]
    pub fn name_like(mut self, name_like: impl Into<String>) -> Self {
        self.request
            .set_query("name:like", Into::<String>::into(name_like), rt::Limits::NONE);
        self
    }

    /// Keeps the attributes of this type.
    #[inline]
    pub fn r#type(mut self, r#type: AttributeType) -> Self {
        self.request.set_query("type", r#type, rt::Limits::NONE);
        self
    }

    /// Keeps the items that were created at exactly this moment. A date without a time, an offset, and
    /// UNIX time are understood as well.
    #[inline]
    pub fn date_created(mut self, date_created: impl Into<rt::DateTime>) -> Self {
        self.request
            .set_query(
                "date_created",
                Into::<rt::DateTime>::into(date_created),
                rt::Limits::NONE,
            );
        self
    }

    /// Keeps the items that were created since this moment. Takes the same forms as `date_created`.
    ///
    /// Sent as `date_created:min`.
    #[inline]
    pub fn date_created_min(
        mut self,
        date_created_min: impl Into<rt::DateTime>,
    ) -> Self {
        self.request
            .set_query(
                "date_created:min",
                Into::<rt::DateTime>::into(date_created_min),
                rt::Limits::NONE,
            );
        self
    }

    /// Keeps the items that were created up to this moment. Takes the same forms as `date_created`.
    ///
    /// Sent as `date_created:max`.
    #[inline]
    pub fn date_created_max(
        mut self,
        date_created_max: impl Into<rt::DateTime>,
    ) -> Self {
        self.request
            .set_query(
                "date_created:max",
                Into::<rt::DateTime>::into(date_created_max),
                rt::Limits::NONE,
            );
        self
    }

    /// Keeps the items that were last changed at exactly this moment. To fetch what has changed since a
    /// moment, filter by `date_modified:min` instead.
    #[inline]
    pub fn date_modified(mut self, date_modified: impl Into<rt::DateTime>) -> Self {
        self.request
            .set_query(
                "date_modified",
                Into::<rt::DateTime>::into(date_modified),
                rt::Limits::NONE,
            );
        self
    }

    /// Keeps the items that were last changed since this moment, as an incremental sync wants them.
    /// Takes the same forms as `date_created`.
    ///
    /// Sent as `date_modified:min`.
    #[inline]
    pub fn date_modified_min(
        mut self,
        date_modified_min: impl Into<rt::DateTime>,
    ) -> Self {
        self.request
            .set_query(
                "date_modified:min",
                Into::<rt::DateTime>::into(date_modified_min),
                rt::Limits::NONE,
            );
        self
    }

    /// Keeps the items that were last changed up to this moment. Takes the same forms as
    /// `date_created`.
    ///
    /// Sent as `date_modified:max`.
    #[inline]
    pub fn date_modified_max(
        mut self,
        date_modified_max: impl Into<rt::DateTime>,
    ) -> Self {
        self.request
            .set_query(
                "date_modified:max",
                Into::<rt::DateTime>::into(date_modified_max),
                rt::Limits::NONE,
            );
        self
    }
}

rt::endpoint! {
    ListAttributes: LIST_ATTRIBUTES => list AttributePage, ListAttributesError, pages;
}

static LIST_ATTRIBUTES: rt::Operation = rt::Operation {
    id: "getCustomersAttributes",
    name: "v3.attributes.list",
    method: rt::Method::Get,
    path: "/customers/attributes",
    paging: Some(rt::Paging::Offset),
    idempotent: true,
    scopes: &["store_v2_customers_read_only"],
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`ListAttributes`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ListAttributesError {
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
    ListAttributesError {
        422 => UnprocessableEntity(common::Problem),
        401 => Unauthorized(common::AccessError),
        403 => Forbidden(common::AccessError),
        404 => NotFound(common::Problem),
        429 => TooManyRequests(common::AccessError),
        5xx => ServerError(common::Problem),
    }
}

/// A call of [`Attributes::create`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct CreateAttributes {
    request: rt::Request,
}

rt::endpoint! {
    CreateAttributes: CREATE_ATTRIBUTES => list AttributeBatch, CreateAttributesError;
}

static CREATE_ATTRIBUTES: rt::Operation = rt::Operation {
    id: "createCustomersAttributes",
    name: "v3.attributes.create",
    method: rt::Method::Post,
    path: "/customers/attributes",
    concurrency: Some(3u32),
    idempotent: false,
    batch_key: &["name"],
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`CreateAttributes`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum CreateAttributesError {
    /// 422: An entry is not valid, or the store has all the attributes that it can have.
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
    CreateAttributesError {
        422 => UnprocessableEntity(common::Problem),
        401 => Unauthorized(common::AccessError),
        403 => Forbidden(common::AccessError),
        404 => NotFound(common::Problem),
        429 => TooManyRequests(common::AccessError),
        5xx => ServerError(common::Problem),
    }
}

/// A call of [`Attributes::update`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct UpdateAttributes {
    request: rt::Request,
}

rt::endpoint! {
    UpdateAttributes: UPDATE_ATTRIBUTES => list AttributeBatch, UpdateAttributesError;
}

static UPDATE_ATTRIBUTES: rt::Operation = rt::Operation {
    id: "updateCustomersAttributes",
    name: "v3.attributes.update",
    method: rt::Method::Put,
    path: "/customers/attributes",
    concurrency: Some(3u32),
    idempotent: true,
    batch_key: &["id"],
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`UpdateAttributes`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum UpdateAttributesError {
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
    UpdateAttributesError {
        422 => UnprocessableEntity(common::Problem),
        401 => Unauthorized(common::AccessError),
        403 => Forbidden(common::AccessError),
        404 => NotFound(common::Problem),
        429 => TooManyRequests(common::AccessError),
        5xx => ServerError(common::Problem),
    }
}

/// A call of [`Attributes::delete`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct DeleteAttributes {
    request: rt::Request,
}

rt::endpoint! {
    DeleteAttributes: DELETE_ATTRIBUTES => empty, DeleteAttributesError, parts;
}

static DELETE_ATTRIBUTES: rt::Operation = rt::Operation {
    id: "deleteCustomersAttributes",
    name: "v3.attributes.delete",
    method: rt::Method::Delete,
    path: "/customers/attributes",
    successes: rt::statuses![204],
    idempotent: true,
    split: Some(rt::Split {
        lists: &["id:in"],
        whole: &[],
    }),
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`DeleteAttributes`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum DeleteAttributesError {
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
    DeleteAttributesError {
        422 => UnprocessableEntity(common::Problem),
        401 => Unauthorized(common::AccessError),
        403 => Forbidden(common::AccessError),
        404 => NotFound(common::Problem),
        429 => TooManyRequests(common::AccessError),
        5xx => ServerError(common::Problem),
    }
}

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
    /// A value that this version of the crate does not know, as it came.
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

impl AttributeCreate {
    /// Makes one.
    #[inline]
    #[must_use]
    pub fn new(name: impl Into<String>, r#type: AttributeType) -> Self {
        Self { name: name.into(), r#type }
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
#[non_exhaustive]
pub struct AttributeUpdate {
    /// Number of the attribute.
    pub id: i64,
    /// Name that the attribute shall have.
    ///
    /// When sent: 1 to 255 characters.
    pub name: String,
}

impl AttributeUpdate {
    /// Makes one.
    #[inline]
    #[must_use]
    pub fn new(id: i64, name: impl Into<String>) -> Self {
        Self { id, name: name.into() }
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

rt::listing! {
    AttributePage: data "data" [Attribute]
}

rt::page! {
    AttributePage {
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

rt::listing! {
    AttributeBatch: data "data" [Attribute]
}

rt::fixtures! {
    fixtures {
        /// What [`Attributes::list`] answers with 200.
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
        /// What [`Attributes::create`] answers with 200.
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
        /// What [`Attributes::update`] answers with 200.
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
