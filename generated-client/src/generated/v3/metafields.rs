// @generated from spec/v3/metafields.yaml by `cargo xtask regen`: change that, not this.

//! Named values that apps attach to customers. One group of operations works on the metafields of a
//! single customer, the other on those of all customers at once.
//!
//! # Responses
//!
//! - `BadMetafield`: The body cannot be read, for instance because it is no JSON; `detail` tells
//!   more.
//! - `MetafieldBatchConflict`: Some of the metafields, or all, clash with others that have the same
//!   namespace and key. `data` holds those that went through.
//! - `MetafieldBatchRefused`: Some of the metafields, or all, were refused. `data` holds those that
//!   went through.

use super::common;
use openapi_client_runtime::rt;

/// The operations of `client.v3().metafields()`, such as [`list`](Self::list).
#[derive(Clone, Copy, Debug)]
pub struct Metafields<'a>(pub(super) &'a rt::Core);

impl Metafields<'_> {
    /// Lists a customer's metafields.
    ///
    /// Returns the metafields of one customer that pass all the filters, page by page.
    ///
    /// `GET /customers/{customerId}/metafields`; scope `store_v2_customers_read_only`; pages by cursor
    /// or number.
    ///
    /// Awaiting it returns one page; [`stream`](ListMetafields::stream) returns the items of all pages,
    /// [`pages`](ListMetafields::pages) the pages themselves.
    ///
    /// # Arguments
    ///
    /// - `customer_id`: Id of the customer.
    ///
    /// # Returns
    ///
    /// [`MetafieldPage`]. A page of metafields.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`common::AccessError`] for 401, 403, 429; [`common::Problem`] for
    /// 404, 5xx. See [responses](super::common#responses).
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let page = client.v3().metafields().list(318).await?;
    ///
    /// let mut all = client.v3().metafields().list(318).stream();
    /// while let Some(item) = all.try_next().await? {
    ///     println!("{item:?}");
    /// }
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn list(&self, customer_id: i64) -> ListMetafields {
        ListMetafields(
            rt::Request::new(self.0, &LIST_METAFIELDS).path("customerId", customer_id),
        )
    }

    /// Creates a metafield for a customer.
    ///
    /// Creates one metafield. A customer has at most one with the same namespace and key from the same
    /// app; another one answers 409.
    ///
    /// The answer holds the metafield as an object or as a list with one element.
    ///
    /// `POST /customers/{customerId}/metafields`; scope `store_v2_customers`.
    ///
    /// See [BigCommerce's reference](<https://docs.bigcommerce.com/developer/api-reference/rest/admin/management/customers/v3/metafields/create-customer-metafields>).
    ///
    /// # Arguments
    ///
    /// - `customer_id`: Id of the customer.
    /// - `body`: The metafield to create.
    ///
    /// # Returns
    ///
    /// [`MetafieldWriteResponse`]. The metafield as created.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`common::Problem`] for 400, 404, 409, 422, 5xx;
    /// [`common::AccessError`] for 401, 403, 429. See [responses](self#responses) and
    /// [responses](super::common#responses).
    ///
    /// - 409: The customer has a metafield with this namespace and key from this app already.
    /// - 422: A property is missing or not valid; `errors` tells which.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::v3::metafields::{
    ///     MetafieldCreate, MetafieldCreateRequired, PermissionSet,
    /// };
    ///
    /// let response = client
    ///     .v3()
    ///     .metafields()
    ///     .create(
    ///         318,
    ///         MetafieldCreate::new(MetafieldCreateRequired {
    ///             permission_set: PermissionSet::Read,
    ///             namespace: "crm_sync",
    ///             key: "account_manager",
    ///             value: "Noor Haddad",
    ///         })
    ///         .description("Who looks after this customer."),
    ///     )
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn create(&self, customer_id: i64, body: MetafieldCreate) -> CreateMetafields {
        CreateMetafields(
            rt::Request::new(self.0, &CREATE_METAFIELDS)
                .path("customerId", customer_id)
                .json(&body),
        )
    }

    /// Returns a metafield of a customer.
    ///
    /// Returns one metafield by id.
    ///
    /// `GET /customers/{customerId}/metafields/{metafieldId}`; scope `store_v2_customers_read_only`.
    ///
    /// # Arguments
    ///
    /// - `customer_id`: Id of the customer.
    /// - `metafield_id`: Id of the metafield.
    ///
    /// # Returns
    ///
    /// [`MetafieldResponse`]. The metafield.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`common::AccessError`] for 401, 403, 429; [`common::Problem`] for
    /// 404, 5xx. See [responses](super::common#responses).
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let response = client.v3().metafields().get(318, 5512).await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn get(&self, customer_id: i64, metafield_id: i64) -> GetMetafields {
        GetMetafields(
            rt::Request::new(self.0, &GET_METAFIELDS)
                .path("customerId", customer_id)
                .path("metafieldId", metafield_id),
        )
    }

    /// Updates a metafield of a customer.
    ///
    /// Changes one metafield. The path says which one; the body needs no id.
    ///
    /// The answer holds the metafield as an object or as a list with one element.
    ///
    /// `PUT /customers/{customerId}/metafields/{metafieldId}`; scope `store_v2_customers`.
    ///
    /// # Arguments
    ///
    /// - `customer_id`: Id of the customer.
    /// - `metafield_id`: Id of the metafield.
    /// - `body`: What to change.
    ///
    /// # Returns
    ///
    /// [`MetafieldWriteResponse`]. The metafield after the change.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`common::Problem`] for 400, 404, 5xx; [`common::AccessError`] for
    /// 401, 403, 429. See [responses](self#responses) and [responses](super::common#responses).
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::v3::metafields::MetafieldUpdate;
    ///
    /// let response = client
    ///     .v3()
    ///     .metafields()
    ///     .update(318, 5512, MetafieldUpdate::new().value("Lior Castellan"))
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn update(
        &self,
        customer_id: i64,
        metafield_id: i64,
        body: MetafieldUpdate,
    ) -> UpdateMetafields {
        UpdateMetafields(
            rt::Request::new(self.0, &UPDATE_METAFIELDS)
                .path("customerId", customer_id)
                .path("metafieldId", metafield_id)
                .json(&body),
        )
    }

    /// Deletes a metafield of a customer.
    ///
    /// Deletes one metafield by id.
    ///
    /// `DELETE /customers/{customerId}/metafields/{metafieldId}`; scope `store_v2_customers`.
    ///
    /// # Arguments
    ///
    /// - `customer_id`: Id of the customer.
    /// - `metafield_id`: Id of the metafield.
    ///
    /// # Returns
    ///
    /// The metafield is deleted.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`common::AccessError`] for 401, 403, 429; [`common::Problem`] for
    /// 404, 5xx. See [responses](super::common#responses).
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// client.v3().metafields().delete(318, 5512).await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn delete(&self, customer_id: i64, metafield_id: i64) -> DeleteMetafields {
        DeleteMetafields(
            rt::Request::new(self.0, &DELETE_METAFIELDS)
                .path("customerId", customer_id)
                .path("metafieldId", metafield_id),
        )
    }

    /// Lists the metafields of all customers.
    ///
    /// Returns the metafields of every customer that pass all the filters, page by page. `resource_id`
    /// tells whose a metafield is.
    ///
    /// `GET /customers/metafields`; scope `store_v2_customers_read_only`; pages by cursor or number.
    ///
    /// Awaiting it returns one page; [`stream`](ListAllMetafields::stream) returns the items of all
    /// pages, [`pages`](ListAllMetafields::pages) the pages themselves.
    ///
    /// # Returns
    ///
    /// [`MetafieldPage`]. A page of metafields.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`common::AccessError`] for 401, 403, 429; [`common::Problem`] for
    /// 404, 5xx. See [responses](super::common#responses).
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let page = client.v3().metafields().list_all().await?;
    ///
    /// let mut all = client.v3().metafields().list_all().stream();
    /// while let Some(item) = all.try_next().await? {
    ///     println!("{item:?}");
    /// }
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn list_all(&self) -> ListAllMetafields {
        ListAllMetafields(rt::Request::new(self.0, &LIST_ALL_METAFIELDS))
    }

    /// Creates metafields for several customers.
    ///
    /// Creates metafields; `resource_id` of each names its customer. Other clients send at most 10 in a
    /// call; no limit is published.
    ///
    /// A batch can succeed in part: 409 and 422 then carry the metafields that were created in `data`
    /// beside the failures. Do not send those again.
    ///
    /// `POST /customers/metafields`; scope `store_v2_customers`; at most 10 items per call.
    ///
    /// [`create_batches`](Self::create_batches) takes any number of items.
    ///
    /// # Arguments
    ///
    /// - `body`: The metafields to create.
    ///
    /// # Returns
    ///
    /// [`BatchResponse`](rt::BatchResponse) of [`MetafieldBatch`], or of [`MetafieldBatchFailure`]. All
    /// metafields are created.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`common::Problem`] for 400, 404, 5xx; [`MetafieldBatchFailure`] for
    /// 409, 422; [`common::AccessError`] for 401, 403, 429. See [responses](self#responses) and
    /// [responses](super::common#responses).
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::v3::metafields::{
    ///     MetafieldBatchCreate, MetafieldBatchCreateRequired, PermissionSet,
    /// };
    ///
    /// let response = client
    ///     .v3()
    ///     .metafields()
    ///     .create_batch([
    ///         MetafieldBatchCreate::new(MetafieldBatchCreateRequired {
    ///             resource_id: 318,
    ///             permission_set: PermissionSet::Read,
    ///             namespace: "crm_sync",
    ///             key: "account_manager",
    ///             value: "Noor Haddad",
    ///         }),
    ///         MetafieldBatchCreate::new(MetafieldBatchCreateRequired {
    ///             resource_id: 402,
    ///             permission_set: PermissionSet::AppOnly,
    ///             namespace: "crm_sync",
    ///             key: "score",
    ///             value: "64",
    ///         }),
    ///     ])
    ///     .await?;
    /// # Ok(()) }
    /// ```
    pub fn create_batch(
        &self,
        body: impl IntoIterator<Item = MetafieldBatchCreate>,
    ) -> CreateBatchMetafields {
        CreateBatchMetafields(
            rt::Request::new(self.0, &CREATE_BATCH_METAFIELDS)
                .json_list_within(body, rt::Limits::NONE.items(1, None)),
        )
    }

    /// Sends any number of items with [`create_batch`](Self::create_batch), in as many calls as needed.
    ///
    /// Takes an iterator or a stream, and returns a stream of one outcome per item: 10 items per call;
    /// 3 calls at a time by default.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client, items: Vec<generated_client::v3::metafields::MetafieldBatchCreate>) {
    /// let mut outcomes = client.v3().metafields().create_batches(items);
    /// while let Some(outcome) = outcomes.next().await {
    ///     let Some(error) = outcome.error() else { continue };
    ///     println!("item {}: {error}", outcome.index);
    /// }
    /// # }
    /// ```
    pub fn create_batches<M>(
        &self,
        body: impl rt::IntoItems<MetafieldBatchCreate, M>,
    ) -> rt::Batches<
        MetafieldBatchCreate,
        rt::BatchResponse<MetafieldBatch, MetafieldBatchFailure>,
    > {
        let request = rt::Request::new(self.0, &CREATE_BATCH_METAFIELDS);
        rt::Batches::new(request, body, rt::Decoder::partial())
            .within(rt::Limits::NONE.items(1, None))
    }

    /// Updates metafields of several customers.
    ///
    /// Changes metafields, each named by its id. Other clients send at most 10 in a call; no limit is
    /// published.
    ///
    /// A batch can succeed in part: 409 and 422 then carry the metafields that were changed in `data`
    /// beside the failures.
    ///
    /// `PUT /customers/metafields`; scope `store_v2_customers`; at most 10 items per call.
    ///
    /// [`update_batches`](Self::update_batches) takes any number of items.
    ///
    /// # Arguments
    ///
    /// - `body`: The metafields to change.
    ///
    /// # Returns
    ///
    /// [`BatchResponse`](rt::BatchResponse) of [`MetafieldBatch`], or of [`MetafieldBatchFailure`]. All
    /// metafields are changed.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`common::Problem`] for 400, 404, 5xx; [`MetafieldBatchFailure`] for
    /// 409, 422; [`common::AccessError`] for 401, 403, 429. See [responses](self#responses) and
    /// [responses](super::common#responses).
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::v3::metafields::MetafieldBatchUpdate;
    ///
    /// let response = client
    ///     .v3()
    ///     .metafields()
    ///     .update_batch([MetafieldBatchUpdate::new(5513).value("71")])
    ///     .await?;
    /// # Ok(()) }
    /// ```
    pub fn update_batch(
        &self,
        body: impl IntoIterator<Item = MetafieldBatchUpdate>,
    ) -> UpdateBatchMetafields {
        UpdateBatchMetafields(
            rt::Request::new(self.0, &UPDATE_BATCH_METAFIELDS)
                .json_list_within(body, rt::Limits::NONE.items(1, None)),
        )
    }

    /// Sends any number of items with [`update_batch`](Self::update_batch), in as many calls as needed.
    ///
    /// Takes an iterator or a stream, and returns a stream of one outcome per item: 10 items per call;
    /// 3 calls at a time by default.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client, items: Vec<generated_client::v3::metafields::MetafieldBatchUpdate>) {
    /// let mut outcomes = client.v3().metafields().update_batches(items);
    /// while let Some(outcome) = outcomes.next().await {
    ///     let Some(error) = outcome.error() else { continue };
    ///     println!("item {}: {error}", outcome.index);
    /// }
    /// # }
    /// ```
    pub fn update_batches<M>(
        &self,
        body: impl rt::IntoItems<MetafieldBatchUpdate, M>,
    ) -> rt::Batches<
        MetafieldBatchUpdate,
        rt::BatchResponse<MetafieldBatch, MetafieldBatchFailure>,
    > {
        let request = rt::Request::new(self.0, &UPDATE_BATCH_METAFIELDS);
        rt::Batches::new(request, body, rt::Decoder::partial())
            .within(rt::Limits::NONE.items(1, None))
    }

    /// Deletes metafields of several customers.
    ///
    /// Deletes the metafields with these ids. The ids are the body of the request, a JSON array, and
    /// the answer is 200 with the ids that are gone. Other clients send at most 10 in a call; no limit
    /// is published.
    ///
    /// A batch can succeed in part: 422 then carries the ids that are gone in `data` beside the
    /// failures.
    ///
    /// `DELETE /customers/metafields`; scope `store_v2_customers`; at most 10 items per call.
    ///
    /// [`delete_batches`](Self::delete_batches) takes any number of items.
    ///
    /// # Arguments
    ///
    /// - `body`: Ids of the metafields to delete.
    ///
    /// # Returns
    ///
    /// [`BatchResponse`](rt::BatchResponse) of [`DeletedMetafields`], or of [`MetafieldDeleteFailure`].
    /// All metafields are deleted.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`common::Problem`] for 400, 404, 5xx; [`MetafieldDeleteFailure`] for
    /// 422; [`common::AccessError`] for 401, 403, 429. See [responses](self#responses) and
    /// [responses](super::common#responses).
    ///
    /// - 422: Some of the metafields, or all, could not be deleted. `data` holds the ids that are gone.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let response = client.v3().metafields().delete_batch([5512, 5513]).await?;
    /// # Ok(()) }
    /// ```
    pub fn delete_batch(
        &self,
        body: impl IntoIterator<Item = i64>,
    ) -> DeleteBatchMetafields {
        DeleteBatchMetafields(
            rt::Request::new(self.0, &DELETE_BATCH_METAFIELDS)
                .json_list_within(body, rt::Limits::NONE.items(1, None)),
        )
    }

    /// Sends any number of items with [`delete_batch`](Self::delete_batch), in as many calls as needed.
    ///
    /// Takes an iterator or a stream, and returns a stream of one outcome per item: 10 items per call;
    /// 3 calls at a time by default.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client, items: Vec<i64>) {
    /// let mut outcomes = client.v3().metafields().delete_batches(items);
    /// while let Some(outcome) = outcomes.next().await {
    ///     let Some(error) = outcome.error() else { continue };
    ///     println!("item {}: {error}", outcome.index);
    /// }
    /// # }
    /// ```
    pub fn delete_batches<M>(
        &self,
        body: impl rt::IntoItems<i64, M>,
    ) -> rt::Batches<i64, rt::BatchResponse<DeletedMetafields, MetafieldDeleteFailure>> {
        let request = rt::Request::new(self.0, &DELETE_BATCH_METAFIELDS);
        rt::Batches::new(request, body, rt::Decoder::partial())
            .within(rt::Limits::NONE.items(1, None))
    }
}

/// A request of [`Metafields::list`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListMetafields(rt::Request);

impl ListMetafields {
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

    /// Keeps metafields with this key.
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.0.set_query::<String>("key", key.into());
        self
    }

    /// Keeps metafields with one of these keys, sent as one list with commas. Can be used beside `key`.
    ///
    /// Sent as `key:in`. A list too long for one URL is split among several calls.
    pub fn key_in(
        mut self,
        key_in: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.0
            .set_filter(
                "key:in",
                key_in.into_iter().map(Into::<String>::into),
                rt::ListStyle::Comma,
            );
        self
    }

    /// Keeps metafields in this namespace.
    pub fn namespace(mut self, namespace: impl Into<String>) -> Self {
        self.0.set_query::<String>("namespace", namespace.into());
        self
    }

    /// Keeps metafields in one of these namespaces, sent as one list with commas. Can be used beside
    /// `namespace`.
    ///
    /// Sent as `namespace:in`. A list too long for one URL is split among several calls.
    pub fn namespace_in(
        mut self,
        namespace_in: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.0
            .set_filter(
                "namespace:in",
                namespace_in.into_iter().map(Into::<String>::into),
                rt::ListStyle::Comma,
            );
        self
    }

    /// Order of the list.
    #[inline]
    pub fn direction(mut self, direction: Direction) -> Self {
        self.0.set_query("direction", direction);
        self
    }

    /// Returns only these properties and the id, sent as one list with commas. All properties when left
    /// out.
    pub fn include_fields(
        mut self,
        include_fields: impl IntoIterator<Item = MetafieldField>,
    ) -> Self {
        self.0.set_selection("include_fields", include_fields, rt::ListStyle::Comma);
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
    pub fn pages(self) -> rt::Pages<MetafieldPage> {
        rt::Pages::new(self.0, rt::Decoder::list())
    }

    /// Returns a stream of the items of all pages.
    #[inline]
    pub fn stream(self) -> rt::Items<MetafieldPage> {
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
    pub fn wait(self) -> Result<rt::Response<MetafieldPage>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for ListMetafields {
    type Output = Result<rt::Response<MetafieldPage>, rt::Error>;
    type IntoFuture = rt::CallFuture<MetafieldPage>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::of_pages(self.0, rt::Decoder::list())
    }
}

static LIST_METAFIELDS: rt::Operation = rt::Operation {
    id: "getCustomersMetafields",
    name: "v3.metafields.list",
    method: rt::Method::Get,
    path: "/customers/{customerId}/metafields",
    errors: &[
        rt::json_error::<common::AccessError>(rt::statuses![401, 403, 429]),
        rt::json_error::<common::Problem>(rt::statuses![404, 5xx]),
    ],
    paging: Some(rt::Paging::Cursor),
    split: Some(rt::Split {
        lists: &["key:in", "namespace:in"],
        whole: &["page", "before", "after", "direction"],
    }),
    scopes: &["store_v2_customers_read_only"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Metafields::create`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct CreateMetafields(rt::Request);

impl CreateMetafields {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<MetafieldWriteResponse>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for CreateMetafields {
    type Output = Result<rt::Response<MetafieldWriteResponse>, rt::Error>;
    type IntoFuture = rt::CallFuture<MetafieldWriteResponse>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::json())
    }
}

static CREATE_METAFIELDS: rt::Operation = rt::Operation {
    id: "createCustomerMetafields",
    name: "v3.metafields.create",
    method: rt::Method::Post,
    path: "/customers/{customerId}/metafields",
    errors: &[
        rt::json_error::<common::Problem>(rt::statuses![400, 404, 409, 422, 5xx]),
        rt::json_error::<common::AccessError>(rt::statuses![401, 403, 429]),
    ],
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Metafields::get`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetMetafields(rt::Request);

impl GetMetafields {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<MetafieldResponse>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for GetMetafields {
    type Output = Result<rt::Response<MetafieldResponse>, rt::Error>;
    type IntoFuture = rt::CallFuture<MetafieldResponse>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::json())
    }
}

static GET_METAFIELDS: rt::Operation = rt::Operation {
    id: "getMetafieldsCustomerId",
    name: "v3.metafields.get",
    method: rt::Method::Get,
    path: "/customers/{customerId}/metafields/{metafieldId}",
    errors: &[
        rt::json_error::<common::AccessError>(rt::statuses![401, 403, 429]),
        rt::json_error::<common::Problem>(rt::statuses![404, 5xx]),
    ],
    scopes: &["store_v2_customers_read_only"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Metafields::update`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct UpdateMetafields(rt::Request);

impl UpdateMetafields {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<MetafieldWriteResponse>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for UpdateMetafields {
    type Output = Result<rt::Response<MetafieldWriteResponse>, rt::Error>;
    type IntoFuture = rt::CallFuture<MetafieldWriteResponse>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::json())
    }
}

static UPDATE_METAFIELDS: rt::Operation = rt::Operation {
    id: "updateCustomerMetafield",
    name: "v3.metafields.update",
    method: rt::Method::Put,
    path: "/customers/{customerId}/metafields/{metafieldId}",
    errors: &[
        rt::json_error::<common::Problem>(rt::statuses![400, 404, 5xx]),
        rt::json_error::<common::AccessError>(rt::statuses![401, 403, 429]),
    ],
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Metafields::delete`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct DeleteMetafields(rt::Request);

impl DeleteMetafields {
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

impl IntoFuture for DeleteMetafields {
    type Output = Result<rt::Response<()>, rt::Error>;
    type IntoFuture = rt::CallFuture<()>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::empty())
    }
}

static DELETE_METAFIELDS: rt::Operation = rt::Operation {
    id: "deleteCustomerMetafieldsId",
    name: "v3.metafields.delete",
    method: rt::Method::Delete,
    path: "/customers/{customerId}/metafields/{metafieldId}",
    successes: rt::statuses![204],
    errors: &[
        rt::json_error::<common::AccessError>(rt::statuses![401, 403, 429]),
        rt::json_error::<common::Problem>(rt::statuses![404, 5xx]),
    ],
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Metafields::list_all`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListAllMetafields(rt::Request);

impl ListAllMetafields {
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

    /// Keeps metafields with this key.
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.0.set_query::<String>("key", key.into());
        self
    }

    /// Keeps metafields with one of these keys, sent as one list with commas. Can be used beside `key`.
    ///
    /// Sent as `key:in`. A list too long for one URL is split among several calls.
    pub fn key_in(
        mut self,
        key_in: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.0
            .set_filter(
                "key:in",
                key_in.into_iter().map(Into::<String>::into),
                rt::ListStyle::Comma,
            );
        self
    }

    /// Keeps metafields in this namespace.
    pub fn namespace(mut self, namespace: impl Into<String>) -> Self {
        self.0.set_query::<String>("namespace", namespace.into());
        self
    }

    /// Keeps metafields in one of these namespaces, sent as one list with commas. Can be used beside
    /// `namespace`.
    ///
    /// Sent as `namespace:in`. A list too long for one URL is split among several calls.
    pub fn namespace_in(
        mut self,
        namespace_in: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.0
            .set_filter(
                "namespace:in",
                namespace_in.into_iter().map(Into::<String>::into),
                rt::ListStyle::Comma,
            );
        self
    }

    /// Order of the list.
    #[inline]
    pub fn direction(mut self, direction: Direction) -> Self {
        self.0.set_query("direction", direction);
        self
    }

    /// Returns only these properties and the id, sent as one list with commas. All properties when left
    /// out.
    pub fn include_fields(
        mut self,
        include_fields: impl IntoIterator<Item = MetafieldField>,
    ) -> Self {
        self.0.set_selection("include_fields", include_fields, rt::ListStyle::Comma);
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
    pub fn pages(self) -> rt::Pages<MetafieldPage> {
        rt::Pages::new(self.0, rt::Decoder::list())
    }

    /// Returns a stream of the items of all pages.
    #[inline]
    pub fn stream(self) -> rt::Items<MetafieldPage> {
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
    pub fn wait(self) -> Result<rt::Response<MetafieldPage>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for ListAllMetafields {
    type Output = Result<rt::Response<MetafieldPage>, rt::Error>;
    type IntoFuture = rt::CallFuture<MetafieldPage>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::of_pages(self.0, rt::Decoder::list())
    }
}

static LIST_ALL_METAFIELDS: rt::Operation = rt::Operation {
    id: "getAllCustomersMetafields",
    name: "v3.metafields.list_all",
    method: rt::Method::Get,
    path: "/customers/metafields",
    errors: &[
        rt::json_error::<common::AccessError>(rt::statuses![401, 403, 429]),
        rt::json_error::<common::Problem>(rt::statuses![404, 5xx]),
    ],
    paging: Some(rt::Paging::Cursor),
    split: Some(rt::Split {
        lists: &["key:in", "namespace:in"],
        whole: &["page", "before", "after", "direction"],
    }),
    scopes: &["store_v2_customers_read_only"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Metafields::create_batch`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct CreateBatchMetafields(rt::Request);

impl CreateBatchMetafields {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(
        self,
    ) -> Result<
        rt::Response<rt::BatchResponse<MetafieldBatch, MetafieldBatchFailure>>,
        rt::Error,
    > {
        self.into_future().wait()
    }
}

impl IntoFuture for CreateBatchMetafields {
    type Output = Result<
        rt::Response<rt::BatchResponse<MetafieldBatch, MetafieldBatchFailure>>,
        rt::Error,
    >;
    type IntoFuture = rt::CallFuture<
        rt::BatchResponse<MetafieldBatch, MetafieldBatchFailure>,
    >;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::partial())
    }
}

static CREATE_BATCH_METAFIELDS: rt::Operation = rt::Operation {
    id: "createCustomersMetafields",
    name: "v3.metafields.create_batch",
    method: rt::Method::Post,
    path: "/customers/metafields",
    errors: &[
        rt::json_error::<common::Problem>(rt::statuses![400, 404, 5xx]),
        rt::json_error::<MetafieldBatchFailure>(rt::statuses![409, 422]),
        rt::json_error::<common::AccessError>(rt::statuses![401, 403, 429]),
    ],
    items_per_call: Some(10u32),
    batch_key: &["resource_id", "namespace", "key"],
    partial: &[409, 422],
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Metafields::update_batch`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct UpdateBatchMetafields(rt::Request);

impl UpdateBatchMetafields {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(
        self,
    ) -> Result<
        rt::Response<rt::BatchResponse<MetafieldBatch, MetafieldBatchFailure>>,
        rt::Error,
    > {
        self.into_future().wait()
    }
}

impl IntoFuture for UpdateBatchMetafields {
    type Output = Result<
        rt::Response<rt::BatchResponse<MetafieldBatch, MetafieldBatchFailure>>,
        rt::Error,
    >;
    type IntoFuture = rt::CallFuture<
        rt::BatchResponse<MetafieldBatch, MetafieldBatchFailure>,
    >;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::partial())
    }
}

static UPDATE_BATCH_METAFIELDS: rt::Operation = rt::Operation {
    id: "updateCustomersMetafields",
    name: "v3.metafields.update_batch",
    method: rt::Method::Put,
    path: "/customers/metafields",
    errors: &[
        rt::json_error::<common::Problem>(rt::statuses![400, 404, 5xx]),
        rt::json_error::<MetafieldBatchFailure>(rt::statuses![409, 422]),
        rt::json_error::<common::AccessError>(rt::statuses![401, 403, 429]),
    ],
    items_per_call: Some(10u32),
    batch_key: &["id"],
    partial: &[409, 422],
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Metafields::delete_batch`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct DeleteBatchMetafields(rt::Request);

impl DeleteBatchMetafields {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(
        self,
    ) -> Result<
        rt::Response<rt::BatchResponse<DeletedMetafields, MetafieldDeleteFailure>>,
        rt::Error,
    > {
        self.into_future().wait()
    }
}

impl IntoFuture for DeleteBatchMetafields {
    type Output = Result<
        rt::Response<rt::BatchResponse<DeletedMetafields, MetafieldDeleteFailure>>,
        rt::Error,
    >;
    type IntoFuture = rt::CallFuture<
        rt::BatchResponse<DeletedMetafields, MetafieldDeleteFailure>,
    >;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::partial())
    }
}

static DELETE_BATCH_METAFIELDS: rt::Operation = rt::Operation {
    id: "deleteCustomersMetafields",
    name: "v3.metafields.delete_batch",
    method: rt::Method::Delete,
    path: "/customers/metafields",
    errors: &[
        rt::json_error::<common::Problem>(rt::statuses![400, 404, 5xx]),
        rt::json_error::<MetafieldDeleteFailure>(rt::statuses![422]),
        rt::json_error::<common::AccessError>(rt::statuses![401, 403, 429]),
    ],
    items_per_call: Some(10u32),
    partial: &[422],
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// A page of metafields.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct MetafieldPage {
    /// The metafields on this page.
    pub data: Vec<Metafield>,
    /// Tells where a page stands in its list.
    ///
    /// Resources that know cursors send both members with the first page, only `pagination` with the
    /// pages that were asked for by number, and only `cursor_pagination` with those that were asked for
    /// by cursor. All others send `pagination` alone.
    pub meta: common::PageMeta,
}

rt::object! {
    MetafieldPage {
        data: "data" required,
        meta: "meta" required,
    }
}

impl rt::Listing for MetafieldPage {
    type Item = Metafield;
    const KEY: Option<&'static str> = Some("data");
    fn items(&self) -> &[Metafield] {
        &self.data
    }

    fn items_mut(&mut self) -> &mut Vec<Metafield> {
        &mut self.data
    }
}

impl rt::Paged for MetafieldPage {
    fn info(&self) -> rt::PageInfo<'_> {
        rt::Paged::info(&self.meta)
    }

    fn renumber(&mut self, items: i64) {
        rt::Paged::renumber(&mut self.meta, items);
    }
}

/// A single metafield.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct MetafieldResponse {
    /// A named value attached to a customer. A list that was asked for certain properties returns only
    /// those and the id.
    pub data: Metafield,
    /// Metadata without a fixed shape, usually empty.
    pub meta: Option<rt::Map<rt::Json>>,
}

rt::object! {
    MetafieldResponse {
        data: "data" required,
        meta: "meta" optional,
    }
}

/// The metafield that a call created or changed.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct MetafieldWriteResponse {
    /// The metafield that a call created or changed. Sources disagree on its form, so both are
    /// accepted: the object itself, or a list that holds it.
    pub data: MetafieldData,
    /// Empty when the call succeeded.
    pub errors: Option<Vec<rt::Json>>,
    /// Tells where a page stands in its list.
    ///
    /// Resources that know cursors send both members with the first page, only `pagination` with the
    /// pages that were asked for by number, and only `cursor_pagination` with those that were asked for
    /// by cursor. All others send `pagination` alone.
    pub meta: Option<common::PageMeta>,
}

rt::object! {
    MetafieldWriteResponse {
        data: "data" required,
        errors: "errors" optional,
        meta: "meta" optional,
    }
}

/// The metafield that a call created or changed. Sources disagree on its form, so both are
/// accepted: the object itself, or a list that holds it.
#[allow(
    clippy::large_enum_variant,
    reason = "a box for every value costs more than the room"
)]
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum MetafieldData {
    /// A named value attached to a customer. A list that was asked for certain properties returns only
    /// those and the id.
    Metafield(Metafield),
    /// A list that holds the metafield.
    List(Vec<Metafield>),
    /// A shape that this version of the crate does not know, unchanged.
    Unknown(rt::Json),
}

rt::union! {
    MetafieldData {
        Metafield(Metafield) if type object,
        List(Vec<Metafield>) if type array,
    }
}

impl From<Metafield> for MetafieldData {
    #[inline]
    fn from(value: Metafield) -> Self {
        Self::Metafield(value)
    }
}

impl From<Vec<Metafield>> for MetafieldData {
    #[inline]
    fn from(value: Vec<Metafield>) -> Self {
        Self::List(value)
    }
}

/// The metafields that a call created or changed.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct MetafieldBatch {
    /// The metafields.
    pub data: Vec<Metafield>,
    /// Empty when all went through.
    pub errors: Option<Vec<rt::Json>>,
    /// Facts about a batch that went through. Answers carry the counts, the place in a list, or
    /// nothing.
    pub meta: Option<BatchMeta>,
}

rt::object! {
    MetafieldBatch {
        data: "data" required,
        errors: "errors" optional,
        meta: "meta" optional,
    }
}

impl rt::Listing for MetafieldBatch {
    type Item = Metafield;
    const KEY: Option<&'static str> = Some("data");
    fn items(&self) -> &[Metafield] {
        &self.data
    }

    fn items_mut(&mut self) -> &mut Vec<Metafield> {
        &mut self.data
    }
}

/// The outcome of a batch that failed, wholly or in part.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct MetafieldBatchFailure {
    /// The metafields that went through all the same.
    pub data: Vec<Metafield>,
    /// What went wrong. The keys of `errors` in an element are the places of items in the request.
    pub errors: Vec<common::Problem>,
    /// How many items of a batch went through.
    pub meta: BatchCounts,
}

rt::object! {
    MetafieldBatchFailure {
        data: "data" required,
        errors: "errors" required,
        meta: "meta" required,
    }
}

impl rt::Listing for MetafieldBatchFailure {
    type Item = Metafield;
    const KEY: Option<&'static str> = Some("data");
    fn items(&self) -> &[Metafield] {
        &self.data
    }

    fn items_mut(&mut self) -> &mut Vec<Metafield> {
        &mut self.data
    }
}

/// The metafields that a call deleted.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct DeletedMetafields {
    /// Ids of the metafields that are gone.
    pub data: Vec<i64>,
    /// Empty when all went through.
    pub errors: Option<Vec<rt::Json>>,
    /// Facts about a batch that went through. Answers carry the counts, the place in a list, or
    /// nothing.
    pub meta: Option<BatchMeta>,
}

rt::object! {
    DeletedMetafields {
        data: "data" required,
        errors: "errors" optional,
        meta: "meta" optional,
    }
}

impl rt::Listing for DeletedMetafields {
    type Item = i64;
    const KEY: Option<&'static str> = Some("data");
    fn items(&self) -> &[i64] {
        &self.data
    }

    fn items_mut(&mut self) -> &mut Vec<i64> {
        &mut self.data
    }
}

/// The outcome of a batch of deletions that failed, wholly or in part.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct MetafieldDeleteFailure {
    /// Ids of the metafields that are gone all the same.
    pub data: Vec<i64>,
    /// What went wrong. The keys of `errors` in an element are the places of items in the request.
    pub errors: Vec<common::Problem>,
    /// How many items of a batch went through.
    pub meta: BatchCounts,
}

rt::object! {
    MetafieldDeleteFailure {
        data: "data" required,
        errors: "errors" required,
        meta: "meta" required,
    }
}

impl rt::Listing for MetafieldDeleteFailure {
    type Item = i64;
    const KEY: Option<&'static str> = Some("data");
    fn items(&self) -> &[i64] {
        &self.data
    }

    fn items_mut(&mut self) -> &mut Vec<i64> {
        &mut self.data
    }
}

/// Facts about a batch that went through. Answers carry the counts, the place in a list, or
/// nothing.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct BatchMeta {
    /// Where a page stands in the whole list, in numbers.
    pub pagination: Option<common::Pagination>,
    /// Where a page stands in the whole list, by cursors. Cursors stay right while items come and go.
    pub cursor_pagination: Option<common::CursorPagination>,
    /// Items in the request.
    pub total: Option<i64>,
    /// Items that went through.
    pub success: Option<i64>,
    /// Items that failed.
    pub failed: Option<i64>,
}

rt::object! {
    BatchMeta {
        pagination: "pagination" optional,
        cursor_pagination: "cursor_pagination" optional,
        total: "total" optional,
        success: "success" optional,
        failed: "failed" optional,
    }
}

/// How many items of a batch went through.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct BatchCounts {
    /// Items in the request.
    pub total: i64,
    /// Items that went through.
    pub success: i64,
    /// Items that failed.
    pub failed: i64,
}

rt::object! {
    BatchCounts {
        total: "total" required,
        success: "success" required,
        failed: "failed" required,
    }
}

/// A named value attached to a customer. A list that was asked for certain properties returns only
/// those and the id.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Metafield {
    /// Id of the metafield, given by the store.
    pub id: i64,
    /// Who besides the owner may use a metafield:
    ///
    /// - `app_only`: nobody.
    /// - `read`: other apps may read it.
    /// - `write`: other apps may read and change it.
    /// - `read_and_sf_access`: other apps may read it, and so may the storefront.
    /// - `write_and_sf_access`: other apps may read and change it, and the storefront has access too.
    pub permission_set: Option<PermissionSet>,
    /// Groups the metafields of an app.
    pub namespace: Option<String>,
    /// Name of the metafield.
    pub key: Option<String>,
    /// The value, always as text.
    pub value: Option<String>,
    /// What the metafield is for. May be empty.
    pub description: Option<String>,
    /// The kind of resource that a metafield is attached to:
    ///
    /// - `brand`: a brand.
    /// - `product`: a product.
    /// - `variant`: a variant of a product.
    /// - `category`: a category of products.
    /// - `cart`: a cart.
    /// - `channel`: a channel.
    /// - `location`: an inventory location.
    /// - `order`: an order.
    /// - `customer`: a customer, as with all metafields of this module.
    pub resource_type: Option<ResourceType>,
    /// Id of the customer.
    pub resource_id: Option<i64>,
    /// Client id of the app or API account that created the metafield.
    pub owner_client_id: Option<String>,
    /// When the metafield was created.
    pub date_created: Option<rt::DateTime>,
    /// When the metafield last changed.
    pub date_modified: Option<rt::DateTime>,
}

rt::object! {
    Metafield {
        id: "id" required,
        permission_set: "permission_set" optional,
        namespace: "namespace" optional,
        key: "key" optional,
        value: "value" optional,
        description: "description" optional,
        resource_type: "resource_type" optional,
        resource_id: "resource_id" optional,
        owner_client_id: "owner_client_id" optional,
        date_created: "date_created" optional,
        date_modified: "date_modified" optional,
    }
}

/// A metafield to create for the customer in the path.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct MetafieldCreate {
    /// Who besides the owner may use a metafield:
    ///
    /// - `app_only`: nobody.
    /// - `read`: other apps may read it.
    /// - `write`: other apps may read and change it.
    /// - `read_and_sf_access`: other apps may read it, and so may the storefront.
    /// - `write_and_sf_access`: other apps may read and change it, and the storefront has access too.
    pub permission_set: PermissionSet,
    /// Groups the metafields of an app.
    ///
    /// When sent: 1 to 64 characters.
    pub namespace: String,
    /// Name of the metafield.
    ///
    /// When sent: 1 to 64 characters.
    pub key: String,
    /// The value, as text.
    ///
    /// When sent: 1 to 65535 characters.
    pub value: String,
    /// What the metafield is for.
    ///
    /// When sent: at most 255 characters.
    pub description: Option<String>,
}

/// The required fields of [`MetafieldCreate`], as [`MetafieldCreate::new`] takes them.
#[allow(missing_docs)]
pub struct MetafieldCreateRequired<'a> {
    pub permission_set: PermissionSet,
    pub namespace: &'a str,
    pub key: &'a str,
    pub value: &'a str,
}

impl MetafieldCreate {
    /// Creates a [`MetafieldCreate`] from its required fields.
    #[inline]
    pub fn new(required: MetafieldCreateRequired<'_>) -> Self {
        Self {
            permission_set: required.permission_set,
            namespace: required.namespace.to_owned(),
            key: required.key.to_owned(),
            value: required.value.to_owned(),
            ..rt::Empty::empty()
        }
    }

    /// Sets [`description`](field@Self::description).
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }
}

rt::object! {
    MetafieldCreate {
        permission_set: "permission_set" required,
        namespace: "namespace" required [chars(1, Some(64))],
        key: "key" required [chars(1, Some(64))],
        value: "value" required [chars(1, Some(65535))],
        description: "description" optional [chars(0, Some(255))],
    }
}

/// Changes to the metafield in the path.
#[derive(Clone, Default, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct MetafieldUpdate {
    /// Id of the metafield once more. Not needed, the path has it.
    pub id: Option<i64>,
    /// Who besides the owner may use a metafield:
    ///
    /// - `app_only`: nobody.
    /// - `read`: other apps may read it.
    /// - `write`: other apps may read and change it.
    /// - `read_and_sf_access`: other apps may read it, and so may the storefront.
    /// - `write_and_sf_access`: other apps may read and change it, and the storefront has access too.
    pub permission_set: Option<PermissionSet>,
    /// Groups the metafields of an app.
    ///
    /// When sent: 1 to 64 characters.
    pub namespace: Option<String>,
    /// Name of the metafield.
    ///
    /// When sent: 1 to 64 characters.
    pub key: Option<String>,
    /// The value, as text.
    ///
    /// When sent: 1 to 65535 characters.
    pub value: Option<String>,
    /// What the metafield is for.
    ///
    /// When sent: at most 255 characters.
    pub description: Option<String>,
}

impl MetafieldUpdate {
    /// Creates an empty [`MetafieldUpdate`].
    #[inline]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`id`](field@Self::id).
    #[inline]
    pub fn id(mut self, id: i64) -> Self {
        self.id = Some(id);
        self
    }

    /// Sets [`permission_set`](field@Self::permission_set).
    #[inline]
    pub fn permission_set(mut self, permission_set: PermissionSet) -> Self {
        self.permission_set = Some(permission_set);
        self
    }

    /// Sets [`namespace`](field@Self::namespace).
    pub fn namespace(mut self, namespace: impl Into<String>) -> Self {
        self.namespace = Some(namespace.into());
        self
    }

    /// Sets [`key`](field@Self::key).
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.key = Some(key.into());
        self
    }

    /// Sets [`value`](field@Self::value).
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = Some(value.into());
        self
    }

    /// Sets [`description`](field@Self::description).
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }
}

impl From<&Metafield> for MetafieldUpdate {
    #[inline]
    fn from(source: &Metafield) -> Self {
        Self {
            id: Some(source.id),
            permission_set: source.permission_set.clone(),
            namespace: source.namespace.clone(),
            key: source.key.clone(),
            value: source.value.clone(),
            description: source.description.clone(),
        }
    }
}

rt::object! {
    MetafieldUpdate {
        id: "id" optional,
        permission_set: "permission_set" optional,
        namespace: "namespace" optional [chars(1, Some(64))],
        key: "key" optional [chars(1, Some(64))],
        value: "value" optional [chars(1, Some(65535))],
        description: "description" optional [chars(0, Some(255))],
    }
}

/// A metafield to create for a customer.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct MetafieldBatchCreate {
    /// Id of the customer.
    pub resource_id: i64,
    /// Who besides the owner may use a metafield:
    ///
    /// - `app_only`: nobody.
    /// - `read`: other apps may read it.
    /// - `write`: other apps may read and change it.
    /// - `read_and_sf_access`: other apps may read it, and so may the storefront.
    /// - `write_and_sf_access`: other apps may read and change it, and the storefront has access too.
    pub permission_set: PermissionSet,
    /// Groups the metafields of an app.
    ///
    /// When sent: 1 to 64 characters.
    pub namespace: String,
    /// Name of the metafield.
    ///
    /// When sent: 1 to 64 characters.
    pub key: String,
    /// The value, as text.
    ///
    /// When sent: 1 to 65535 characters.
    pub value: String,
    /// What the metafield is for.
    ///
    /// When sent: at most 255 characters.
    pub description: Option<String>,
}

/// The required fields of [`MetafieldBatchCreate`], as [`MetafieldBatchCreate::new`] takes them.
#[allow(missing_docs)]
pub struct MetafieldBatchCreateRequired<'a> {
    pub resource_id: i64,
    pub permission_set: PermissionSet,
    pub namespace: &'a str,
    pub key: &'a str,
    pub value: &'a str,
}

impl MetafieldBatchCreate {
    /// Creates a [`MetafieldBatchCreate`] from its required fields.
    #[inline]
    pub fn new(required: MetafieldBatchCreateRequired<'_>) -> Self {
        Self {
            resource_id: required.resource_id,
            permission_set: required.permission_set,
            namespace: required.namespace.to_owned(),
            key: required.key.to_owned(),
            value: required.value.to_owned(),
            ..rt::Empty::empty()
        }
    }

    /// Sets [`description`](field@Self::description).
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }
}

rt::object! {
    MetafieldBatchCreate {
        resource_id: "resource_id" required,
        permission_set: "permission_set" required,
        namespace: "namespace" required [chars(1, Some(64))],
        key: "key" required [chars(1, Some(64))],
        value: "value" required [chars(1, Some(65535))],
        description: "description" optional [chars(0, Some(255))],
    }
}

/// Changes to a metafield.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct MetafieldBatchUpdate {
    /// Id of the metafield to change.
    pub id: i64,
    /// Who besides the owner may use a metafield:
    ///
    /// - `app_only`: nobody.
    /// - `read`: other apps may read it.
    /// - `write`: other apps may read and change it.
    /// - `read_and_sf_access`: other apps may read it, and so may the storefront.
    /// - `write_and_sf_access`: other apps may read and change it, and the storefront has access too.
    pub permission_set: Option<PermissionSet>,
    /// Groups the metafields of an app.
    ///
    /// When sent: 1 to 64 characters.
    pub namespace: Option<String>,
    /// Name of the metafield.
    ///
    /// When sent: 1 to 64 characters.
    pub key: Option<String>,
    /// The value, as text.
    ///
    /// When sent: 1 to 65535 characters.
    pub value: Option<String>,
    /// What the metafield is for.
    ///
    /// When sent: at most 255 characters.
    pub description: Option<String>,
}

impl MetafieldBatchUpdate {
    /// Creates a [`MetafieldBatchUpdate`] from [`id`](field@Self::id), which is required.
    #[inline]
    pub fn new(id: i64) -> Self {
        Self { id, ..rt::Empty::empty() }
    }

    /// Sets [`permission_set`](field@Self::permission_set).
    #[inline]
    pub fn permission_set(mut self, permission_set: PermissionSet) -> Self {
        self.permission_set = Some(permission_set);
        self
    }

    /// Sets [`namespace`](field@Self::namespace).
    pub fn namespace(mut self, namespace: impl Into<String>) -> Self {
        self.namespace = Some(namespace.into());
        self
    }

    /// Sets [`key`](field@Self::key).
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.key = Some(key.into());
        self
    }

    /// Sets [`value`](field@Self::value).
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = Some(value.into());
        self
    }

    /// Sets [`description`](field@Self::description).
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }
}

impl From<&Metafield> for MetafieldBatchUpdate {
    #[inline]
    fn from(source: &Metafield) -> Self {
        Self {
            id: source.id,
            permission_set: source.permission_set.clone(),
            namespace: source.namespace.clone(),
            key: source.key.clone(),
            value: source.value.clone(),
            description: source.description.clone(),
        }
    }
}

rt::object! {
    MetafieldBatchUpdate {
        id: "id" required,
        permission_set: "permission_set" optional,
        namespace: "namespace" optional [chars(1, Some(64))],
        key: "key" optional [chars(1, Some(64))],
        value: "value" optional [chars(1, Some(65535))],
        description: "description" optional [chars(0, Some(255))],
    }
}

/// Who besides the owner may use a metafield:
///
/// - `app_only`: nobody.
/// - `read`: other apps may read it.
/// - `write`: other apps may read and change it.
/// - `read_and_sf_access`: other apps may read it, and so may the storefront.
/// - `write_and_sf_access`: other apps may read and change it, and the storefront has access too.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PermissionSet {
    /// `app_only`
    AppOnly,
    /// `read`
    Read,
    /// `write`
    Write,
    /// `read_and_sf_access`
    ReadAndSfAccess,
    /// `write_and_sf_access`
    WriteAndSfAccess,
    /// A value that this version of the crate does not know, unchanged.
    Unknown(rt::UnknownText),
}

rt::string_enum! {
    PermissionSet {
        AppOnly = "app_only",
        Read = "read",
        Write = "write",
        ReadAndSfAccess = "read_and_sf_access",
        WriteAndSfAccess = "write_and_sf_access",
    }
}

/// The kind of resource that a metafield is attached to:
///
/// - `brand`: a brand.
/// - `product`: a product.
/// - `variant`: a variant of a product.
/// - `category`: a category of products.
/// - `cart`: a cart.
/// - `channel`: a channel.
/// - `location`: an inventory location.
/// - `order`: an order.
/// - `customer`: a customer, as with all metafields of this module.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ResourceType {
    /// `brand`
    Brand,
    /// `product`
    Product,
    /// `variant`
    Variant,
    /// `category`
    Category,
    /// `cart`
    Cart,
    /// `channel`
    Channel,
    /// `location`
    Location,
    /// `order`
    Order,
    /// `customer`
    Customer,
    /// A value that this version of the crate does not know, unchanged.
    Unknown(rt::UnknownText),
}

rt::string_enum! {
    ResourceType {
        Brand = "brand",
        Product = "product",
        Variant = "variant",
        Category = "category",
        Cart = "cart",
        Channel = "channel",
        Location = "location",
        Order = "order",
        Customer = "customer",
    }
}

/// Order of a list:
///
/// - `asc`: ascending.
/// - `desc`: descending.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Direction {
    /// `asc`
    Asc,
    /// `desc`
    Desc,
    /// A value that this version of the crate does not know, unchanged.
    Unknown(rt::UnknownText),
}

rt::string_enum! {
    Direction {
        Asc = "asc",
        Desc = "desc",
    }
}

/// A property of a metafield that a list can be asked for:
///
/// - `resource_id`: whose it is.
/// - `key`: its name.
/// - `value`: its value.
/// - `namespace`: its group.
/// - `permission_set`: who may use it.
/// - `resource_type`: the kind of resource it is attached to.
/// - `description`: what it is for.
/// - `owner_client_id`: who created it.
/// - `date_created`: when it was created.
/// - `date_modified`: when it last changed.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MetafieldField {
    /// `resource_id`
    ResourceId,
    /// `key`
    Key,
    /// `value`
    Value,
    /// `namespace`
    Namespace,
    /// `permission_set`
    PermissionSet,
    /// `resource_type`
    ResourceType,
    /// `description`
    Description,
    /// `owner_client_id`
    OwnerClientId,
    /// `date_created`
    DateCreated,
    /// `date_modified`
    DateModified,
    /// A value that this version of the crate does not know, unchanged.
    Unknown(rt::UnknownText),
}

rt::string_enum! {
    MetafieldField {
        ResourceId = "resource_id",
        Key = "key",
        Value = "value",
        Namespace = "namespace",
        PermissionSet = "permission_set",
        ResourceType = "resource_type",
        Description = "description",
        OwnerClientId = "owner_client_id",
        DateCreated = "date_created",
        DateModified = "date_modified",
    }
}

rt::fixtures! {
    fixtures {
        /// A response of [`Metafields::list`] with status 200.
        ///
        /// A page of metafields.
        LIST: LIST_METAFIELDS => 200 MetafieldPage, r#"{
  "data": [
    {
      "id": 5512,
      "permission_set": "read",
      "namespace": "crm_sync",
      "key": "account_manager",
      "value": "Noor Haddad",
      "description": "Who looks after this customer.",
      "resource_type": "customer",
      "resource_id": 318,
      "owner_client_id": "q7d0example0client0id",
      "date_created": "2026-01-15T09:10:11+00:00",
      "date_modified": "2026-01-15T09:10:11+00:00"
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
        /// A response of [`Metafields::create`] with status 200.
        ///
        /// The metafield as created.
        CREATE: CREATE_METAFIELDS => 200 MetafieldWriteResponse, r#"{
  "data": [
    {
      "id": 5512,
      "permission_set": "read",
      "namespace": "crm_sync",
      "key": "account_manager",
      "value": "Noor Haddad",
      "description": "Who looks after this customer.",
      "resource_type": "customer",
      "resource_id": 318,
      "owner_client_id": "q7d0example0client0id",
      "date_created": "2026-01-15T09:10:11+00:00",
      "date_modified": "2026-01-15T09:10:11+00:00"
    }
  ],
  "errors": [],
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
        /// A response of [`Metafields::get`] with status 200.
        ///
        /// The metafield.
        GET: GET_METAFIELDS => 200 MetafieldResponse, r#"{
  "data": {
    "id": 5512,
    "permission_set": "read",
    "namespace": "crm_sync",
    "key": "account_manager",
    "value": "Noor Haddad",
    "description": "Who looks after this customer.",
    "resource_type": "customer",
    "resource_id": 318,
    "owner_client_id": "q7d0example0client0id",
    "date_created": "2026-01-15T09:10:11+00:00",
    "date_modified": "2026-01-15T09:10:11+00:00"
  },
  "meta": {}
}"#;
        /// A response of [`Metafields::update`] with status 200.
        ///
        /// The metafield after the change.
        UPDATE: UPDATE_METAFIELDS => 200 MetafieldWriteResponse, r#"{
  "data": {
    "id": 5512,
    "permission_set": "read",
    "namespace": "crm_sync",
    "key": "account_manager",
    "value": "Lior Castellan",
    "description": "Who looks after this customer.",
    "resource_type": "customer",
    "resource_id": 318,
    "owner_client_id": "q7d0example0client0id",
    "date_created": "2026-01-15T09:10:11+00:00",
    "date_modified": "2026-02-11T10:05:00+00:00"
  },
  "errors": [],
  "meta": {}
}"#;
        /// A response of [`Metafields::list_all`] with status 200.
        ///
        /// A page of metafields.
        LIST_ALL: LIST_ALL_METAFIELDS => 200 MetafieldPage, r#"{
  "data": [
    {
      "id": 5512,
      "permission_set": "read",
      "namespace": "crm_sync",
      "key": "account_manager",
      "value": "Noor Haddad",
      "description": "Who looks after this customer.",
      "resource_type": "customer",
      "resource_id": 318,
      "owner_client_id": "q7d0example0client0id",
      "date_created": "2026-01-15T09:10:11+00:00",
      "date_modified": "2026-01-15T09:10:11+00:00"
    },
    {
      "id": 5513,
      "permission_set": "app_only",
      "namespace": "crm_sync",
      "key": "score",
      "value": "64",
      "description": "",
      "resource_type": "customer",
      "resource_id": 402,
      "owner_client_id": "q7d0example0client0id",
      "date_created": "2026-01-15T09:10:12+00:00",
      "date_modified": "2026-01-31T22:48:05+00:00"
    }
  ],
  "meta": {
    "pagination": {
      "total": 2,
      "count": 2,
      "per_page": 50,
      "current_page": 1,
      "total_pages": 1
    },
    "cursor_pagination": {
      "count": 2,
      "per_page": 50,
      "start_cursor": "bWY6NTUxMg==",
      "end_cursor": "bWY6NTUxMw=="
    }
  }
}"#;
        /// A response of [`Metafields::create_batch`] with status 200.
        ///
        /// All metafields are created.
        CREATE_BATCH: CREATE_BATCH_METAFIELDS => 200 MetafieldBatch, r#"{
  "data": [
    {
      "id": 5512,
      "permission_set": "read",
      "namespace": "crm_sync",
      "key": "account_manager",
      "value": "Noor Haddad",
      "description": "",
      "resource_type": "customer",
      "resource_id": 318,
      "owner_client_id": "q7d0example0client0id",
      "date_created": "2026-01-15T09:10:11+00:00",
      "date_modified": "2026-01-15T09:10:11+00:00"
    },
    {
      "id": 5513,
      "permission_set": "app_only",
      "namespace": "crm_sync",
      "key": "score",
      "value": "64",
      "description": "",
      "resource_type": "customer",
      "resource_id": 402,
      "owner_client_id": "q7d0example0client0id",
      "date_created": "2026-01-15T09:10:12+00:00",
      "date_modified": "2026-01-15T09:10:12+00:00"
    }
  ],
  "errors": [],
  "meta": {
    "total": 2,
    "success": 2,
    "failed": 0
  }
}"#;
        /// A response of [`Metafields::update_batch`] with status 200.
        ///
        /// All metafields are changed.
        UPDATE_BATCH: UPDATE_BATCH_METAFIELDS => 200 MetafieldBatch, r#"{
  "data": [
    {
      "id": 5513,
      "permission_set": "app_only",
      "namespace": "crm_sync",
      "key": "score",
      "value": "71",
      "description": "",
      "resource_type": "customer",
      "resource_id": 402,
      "owner_client_id": "q7d0example0client0id",
      "date_created": "2026-01-15T09:10:12+00:00",
      "date_modified": "2026-02-11T10:20:40+00:00"
    }
  ],
  "errors": [],
  "meta": {
    "total": 1,
    "success": 1,
    "failed": 0
  }
}"#;
        /// A response of [`Metafields::delete_batch`] with status 200.
        ///
        /// All metafields are deleted.
        DELETE_BATCH: DELETE_BATCH_METAFIELDS => 200 DeletedMetafields, r#"{
  "data": [
    5512,
    5513
  ],
  "errors": [],
  "meta": {
    "total": 2,
    "success": 2,
    "failed": 0
  }
}"#;
    }
}
