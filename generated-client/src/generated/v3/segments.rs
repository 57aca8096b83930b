// @generated from spec/v3/segments.yaml by `cargo xtask regen`: change that, not this.

//! Named sets of shoppers, for promotions and tailored storefronts, and the shopper profiles in
//! them. A store can have 1,000 segments.
//!
//! # Responses
//!
//! - `BadSegments`: The request lacks something, or holds something that is not valid.
//! - `SegmentConflict`: Some of the segments, or all, have a name that another segment bears.
//!   `data` holds those that went through.
//! - `SegmentsRefused`: Some of the segments, or all, were refused. `data` holds those that went
//!   through.

use super::{common, shopper_profiles};
use openapi_client_runtime::rt;

/// The operations of `client.v3().segments()`, such as [`list`](Self::list).
#[derive(Clone, Copy, Debug)]
pub struct Segments<'a>(pub(super) &'a rt::Core);

impl Segments<'_> {
    /// Lists segments.
    ///
    /// Returns the store's segments, page by page.
    ///
    /// `GET /segments`; scope `store_v2_customers_read_only`; pages by number.
    ///
    /// Awaiting it returns one page; [`stream`](ListSegments::stream) returns the items of all pages,
    /// [`pages`](ListSegments::pages) the pages themselves.
    ///
    /// # Returns
    ///
    /// [`SegmentPage`]. A page of segments.
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
    /// let page = client.v3().segments().list().await?;
    ///
    /// let mut all = client.v3().segments().list().stream();
    /// while let Some(item) = all.try_next().await? {
    ///     println!("{item:?}");
    /// }
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn list(&self) -> ListSegments {
        ListSegments(rt::Request::new(self.0, &LIST_SEGMENTS))
    }

    /// Creates segments.
    ///
    /// Creates segments and answers 201. Names are unique in a store, and a store can have 1,000
    /// segments. At most 10 requests may run at once.
    ///
    /// A batch can succeed in part: 409 and 422 then carry the segments that were created in `data`
    /// beside the failures. Do not send those again. No limit on the segments of one call is published;
    /// batches are sent by tens to stay on the safe side.
    ///
    /// `POST /segments`; scope `store_v2_customers`; at most 10 calls at a time.
    ///
    /// [`create_batches`](Self::create_batches) takes any number of items.
    ///
    /// # Arguments
    ///
    /// - `body`: The segments to create.
    ///
    /// # Returns
    ///
    /// [`BatchResponse`](rt::BatchResponse) of [`SegmentBatch`], or of [`SegmentBatchFailure`]. All
    /// segments are created.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`common::Problem`] for 400, 404, 5xx; [`SegmentBatchFailure`] for
    /// 409, 422; [`common::AccessError`] for 401, 403, 429. See [responses](self#responses) and
    /// [responses](super::common#responses).
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::v3::segments::SegmentCreate;
    ///
    /// let response = client
    ///     .v3()
    ///     .segments()
    ///     .create([
    ///         SegmentCreate::new("Wholesale, north").description("Shops north of the river."),
    ///         SegmentCreate::new("Spring sale invitees"),
    ///     ])
    ///     .await?;
    /// # Ok(()) }
    /// ```
    pub fn create(
        &self,
        body: impl IntoIterator<Item = SegmentCreate>,
    ) -> CreateSegments {
        CreateSegments(
            rt::Request::new(self.0, &CREATE_SEGMENTS)
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
    /// # async fn example(client: generated_client::Client, items: Vec<generated_client::v3::segments::SegmentCreate>) {
    /// let mut outcomes = client.v3().segments().create_batches(items);
    /// while let Some(outcome) = outcomes.next().await {
    ///     let Some(error) = outcome.error() else { continue };
    ///     println!("item {}: {error}", outcome.index);
    /// }
    /// # }
    /// ```
    pub fn create_batches<M>(
        &self,
        body: impl rt::IntoItems<SegmentCreate, M>,
    ) -> rt::Batches<
        SegmentCreate,
        rt::BatchResponse<SegmentBatch, SegmentBatchFailure>,
    > {
        let request = rt::Request::new(self.0, &CREATE_SEGMENTS);
        rt::Batches::new(request, body, rt::Decoder::partial())
            .within(rt::Limits::NONE.items(1, None))
    }

    /// Updates segments.
    ///
    /// Changes names and descriptions of segments, and answers 201 although nothing is created. At most
    /// 10 requests may run at once. Who belongs to a segment is changed through its shopper profiles.
    ///
    /// A batch can succeed in part: 409 and 422 then carry the segments that were changed in `data`
    /// beside the failures. No limit on the segments of one call is published; batches are sent by tens
    /// to stay on the safe side.
    ///
    /// `PUT /segments`; scope `store_v2_customers`; at most 10 calls at a time.
    ///
    /// [`update_batches`](Self::update_batches) takes any number of items.
    ///
    /// # Arguments
    ///
    /// - `body`: The segments to change.
    ///
    /// # Returns
    ///
    /// [`BatchResponse`](rt::BatchResponse) of [`SegmentBatch`], or of [`SegmentBatchFailure`]. All
    /// segments are changed.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`common::Problem`] for 400, 404, 5xx; [`SegmentBatchFailure`] for
    /// 409, 422; [`common::AccessError`] for 401, 403, 429. See [responses](self#responses) and
    /// [responses](super::common#responses).
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::v3::segments::SegmentUpdate;
    ///
    /// let response = client
    ///     .v3()
    ///     .segments()
    ///     .update([
    ///         SegmentUpdate::new("4c0f9d52-7f0b-4e6a-9a77-21c3d8e5b604").name("Wholesale, north bank"),
    ///     ])
    ///     .await?;
    /// # Ok(()) }
    /// ```
    pub fn update(
        &self,
        body: impl IntoIterator<Item = SegmentUpdate>,
    ) -> UpdateSegments {
        UpdateSegments(
            rt::Request::new(self.0, &UPDATE_SEGMENTS)
                .json_list_within(body, rt::Limits::NONE.items(1, None)),
        )
    }

    /// Sends any number of items with [`update`](Self::update), in as many calls as needed.
    ///
    /// Takes an iterator or a stream, and returns a stream of one outcome per item: 10 items per call,
    /// as the document states no limit; at most 10 calls at a time.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client, items: Vec<generated_client::v3::segments::SegmentUpdate>) {
    /// let mut outcomes = client.v3().segments().update_batches(items);
    /// while let Some(outcome) = outcomes.next().await {
    ///     let Some(error) = outcome.error() else { continue };
    ///     println!("item {}: {error}", outcome.index);
    /// }
    /// # }
    /// ```
    pub fn update_batches<M>(
        &self,
        body: impl rt::IntoItems<SegmentUpdate, M>,
    ) -> rt::Batches<
        SegmentUpdate,
        rt::BatchResponse<SegmentBatch, SegmentBatchFailure>,
    > {
        let request = rt::Request::new(self.0, &UPDATE_SEGMENTS);
        rt::Batches::new(request, body, rt::Decoder::partial())
            .within(rt::Limits::NONE.items(1, None))
    }

    /// Deletes segments.
    ///
    /// Deletes the segments with these ids. The shopper profiles in them stay.
    ///
    /// The ids have to be given: what the API does without them is not published, and it may take all.
    ///
    /// `DELETE /segments`; scope `store_v2_customers`.
    ///
    /// # Arguments
    ///
    /// - `id_in`: Ids of the segments to delete, sent as one list with commas.
    ///
    /// # Returns
    ///
    /// The segments are deleted.
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
    /// client.v3().segments().delete(["8b1e6f0c-52d7-4a3e-9f41-0c7d2ab95e13"]).await?;
    /// # Ok(()) }
    /// ```
    pub fn delete(
        &self,
        id_in: impl IntoIterator<Item = impl Into<String>>,
    ) -> DeleteSegments {
        DeleteSegments(
            rt::Request::new(self.0, &DELETE_SEGMENTS)
                .filter(
                    "id:in",
                    id_in.into_iter().map(Into::<String>::into),
                    rt::ListStyle::Comma,
                ),
        )
    }

    /// Lists the shopper profiles in a segment.
    ///
    /// Returns the members of a segment, page by page.
    ///
    /// Although it only reads, it needs the scope that allows changes; the read-only one does not
    /// suffice.
    ///
    /// `GET /segments/{segmentId}/shopper-profiles`; scope `store_v2_customers`; pages by number.
    ///
    /// Awaiting it returns one page; [`stream`](ListProfilesSegments::stream) returns the items of all
    /// pages, [`pages`](ListProfilesSegments::pages) the pages themselves.
    ///
    /// # Arguments
    ///
    /// - `segment_id`: Id of the segment.
    ///
    /// # Returns
    ///
    /// [`shopper_profiles::ShopperProfilePage`]. A page of shopper profiles.
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
    /// let page = client
    ///     .v3()
    ///     .segments()
    ///     .list_profiles("4c0f9d52-7f0b-4e6a-9a77-21c3d8e5b604")
    ///     .await?;
    ///
    /// let mut all = client
    ///     .v3()
    ///     .segments()
    ///     .list_profiles("4c0f9d52-7f0b-4e6a-9a77-21c3d8e5b604")
    ///     .stream();
    /// while let Some(item) = all.try_next().await? {
    ///     println!("{item:?}");
    /// }
    /// # Ok(()) }
    /// ```
    pub fn list_profiles(&self, segment_id: impl Into<String>) -> ListProfilesSegments {
        ListProfilesSegments(
            rt::Request::new(self.0, &LIST_PROFILES_SEGMENTS)
                .path::<String>("segmentId", segment_id.into()),
        )
    }

    /// Adds shopper profiles to a segment.
    ///
    /// Makes shopper profiles members of a segment and answers 201. A call takes at most 50 ids, and at
    /// most 10 requests may run at once.
    ///
    /// A batch can succeed in part: 409 and 422 then carry the profiles that were added in `data`
    /// beside the failures. A profile that is a member already is such a failure.
    ///
    /// `POST /segments/{segmentId}/shopper-profiles`; scope `store_v2_customers`; at most 50 items per
    /// call; at most 10 calls at a time.
    ///
    /// [`add_profiles_batches`](Self::add_profiles_batches) takes any number of items.
    ///
    /// # Arguments
    ///
    /// - `segment_id`: Id of the segment.
    /// - `body`: Ids of the shopper profiles to add.
    ///
    /// # Returns
    ///
    /// [`BatchResponse`](rt::BatchResponse) of [`shopper_profiles::ShopperProfileBatch`], or of
    /// [`shopper_profiles::ShopperProfileBatchFailure`]. All shopper profiles are added.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`shopper_profiles::ShopperProfileBatchFailure`] for 409, 422;
    /// [`common::AccessError`] for 401, 403, 429; [`common::Problem`] for 404, 5xx. See
    /// [responses](super::common#responses).
    ///
    /// - 409: Some of the profiles, or all, are in the segment already. `data` holds those that were
    ///   added.
    /// - 422: Some of the profiles, or all, were refused. `data` holds those that were added.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let response = client
    ///     .v3()
    ///     .segments()
    ///     .add_profiles("4c0f9d52-7f0b-4e6a-9a77-21c3d8e5b604", ["e27d40b8-13c9-4f5e-b0a6-5d8f92c471aa"])
    ///     .await?;
    /// # Ok(()) }
    /// ```
    pub fn add_profiles(
        &self,
        segment_id: impl Into<String>,
        body: impl IntoIterator<Item = impl Into<String>>,
    ) -> AddProfilesSegments {
        AddProfilesSegments(
            rt::Request::new(self.0, &ADD_PROFILES_SEGMENTS)
                .path::<String>("segmentId", segment_id.into())
                .json_list_within(
                    body.into_iter().map(Into::<String>::into),
                    rt::Limits::NONE.items(1, Some(50)),
                ),
        )
    }

    /// Sends any number of items with [`add_profiles`](Self::add_profiles), in as many calls as needed.
    ///
    /// Takes an iterator or a stream, and returns a stream of one outcome per item: 50 items per call;
    /// at most 10 calls at a time.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client, items: Vec<String>) {
    /// let mut outcomes = client
    ///     .v3()
    ///     .segments()
    ///     .add_profiles_batches("4c0f9d52-7f0b-4e6a-9a77-21c3d8e5b604", items);
    /// while let Some(outcome) = outcomes.next().await {
    ///     let Some(error) = outcome.error() else { continue };
    ///     println!("item {}: {error}", outcome.index);
    /// }
    /// # }
    /// ```
    pub fn add_profiles_batches<M>(
        &self,
        segment_id: impl Into<String>,
        body: impl rt::IntoItems<String, M>,
    ) -> rt::Batches<
        String,
        rt::BatchResponse<
            shopper_profiles::ShopperProfileBatch,
            shopper_profiles::ShopperProfileBatchFailure,
        >,
    > {
        let request = rt::Request::new(self.0, &ADD_PROFILES_SEGMENTS)
            .path::<String>("segmentId", segment_id.into());
        rt::Batches::new(request, body, rt::Decoder::partial())
            .within(rt::Limits::NONE.items(1, Some(50)))
    }

    /// Removes shopper profiles from a segment.
    ///
    /// Ends the membership of these shopper profiles. The profiles themselves stay.
    ///
    /// The ids have to be given: what the API does without them is not published, and it may take all.
    ///
    /// `DELETE /segments/{segmentId}/shopper-profiles`; scope `store_v2_customers`.
    ///
    /// # Arguments
    ///
    /// - `segment_id`: Id of the segment.
    /// - `id_in`: Ids of the shopper profiles to remove, sent as one list with commas.
    ///
    /// # Returns
    ///
    /// The shopper profiles are no longer members.
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
    /// client
    ///     .v3()
    ///     .segments()
    ///     .remove_profiles("4c0f9d52-7f0b-4e6a-9a77-21c3d8e5b604", ["3f6a9d24-7c10-4b8e-a5d2-91e04c7f6b38"])
    ///     .await?;
    /// # Ok(()) }
    /// ```
    pub fn remove_profiles(
        &self,
        segment_id: impl Into<String>,
        id_in: impl IntoIterator<Item = impl Into<String>>,
    ) -> RemoveProfilesSegments {
        RemoveProfilesSegments(
            rt::Request::new(self.0, &REMOVE_PROFILES_SEGMENTS)
                .path::<String>("segmentId", segment_id.into())
                .filter(
                    "id:in",
                    id_in.into_iter().map(Into::<String>::into),
                    rt::ListStyle::Comma,
                ),
        )
    }
}

/// A request of [`Segments::list`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListSegments(rt::Request);

impl ListSegments {
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

    /// Keeps the segments with these ids, sent as one list with commas.
    ///
    /// Sent as `id:in`. A list too long for one URL is split among several calls.
    pub fn id_in(mut self, id_in: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.0
            .set_filter(
                "id:in",
                id_in.into_iter().map(Into::<String>::into),
                rt::ListStyle::Comma,
            );
        self
    }

    /// Returns a stream of the pages of the whole list.
    #[inline]
    pub fn pages(self) -> rt::Pages<SegmentPage> {
        rt::Pages::new(self.0, rt::Decoder::list())
    }

    /// Returns a stream of the items of all pages.
    #[inline]
    pub fn stream(self) -> rt::Items<SegmentPage> {
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
    pub fn wait(self) -> Result<rt::Response<SegmentPage>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for ListSegments {
    type Output = Result<rt::Response<SegmentPage>, rt::Error>;
    type IntoFuture = rt::CallFuture<SegmentPage>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::of_pages(self.0, rt::Decoder::list())
    }
}

static LIST_SEGMENTS: rt::Operation = rt::Operation {
    id: "GetPaginatedSegmentsList",
    name: "v3.segments.list",
    method: rt::Method::Get,
    path: "/segments",
    errors: &[
        rt::json_error::<common::AccessError>(rt::statuses![401, 403, 429]),
        rt::json_error::<common::Problem>(rt::statuses![404, 5xx]),
    ],
    paging: Some(rt::Paging::Offset),
    split: Some(rt::Split {
        lists: &["id:in"],
        whole: &["page"],
    }),
    scopes: &["store_v2_customers_read_only"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Segments::create`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct CreateSegments(rt::Request);

impl CreateSegments {
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
        rt::Response<rt::BatchResponse<SegmentBatch, SegmentBatchFailure>>,
        rt::Error,
    > {
        self.into_future().wait()
    }
}

impl IntoFuture for CreateSegments {
    type Output = Result<
        rt::Response<rt::BatchResponse<SegmentBatch, SegmentBatchFailure>>,
        rt::Error,
    >;
    type IntoFuture = rt::CallFuture<
        rt::BatchResponse<SegmentBatch, SegmentBatchFailure>,
    >;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::partial())
    }
}

static CREATE_SEGMENTS: rt::Operation = rt::Operation {
    id: "SegmentsPostRequest",
    name: "v3.segments.create",
    method: rt::Method::Post,
    path: "/segments",
    successes: rt::statuses![201],
    errors: &[
        rt::json_error::<common::Problem>(rt::statuses![400, 404, 5xx]),
        rt::json_error::<SegmentBatchFailure>(rt::statuses![409, 422]),
        rt::json_error::<common::AccessError>(rt::statuses![401, 403, 429]),
    ],
    concurrency: Some(10u32),
    batch_key: &["name"],
    partial: &[409, 422],
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Segments::update`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct UpdateSegments(rt::Request);

impl UpdateSegments {
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
        rt::Response<rt::BatchResponse<SegmentBatch, SegmentBatchFailure>>,
        rt::Error,
    > {
        self.into_future().wait()
    }
}

impl IntoFuture for UpdateSegments {
    type Output = Result<
        rt::Response<rt::BatchResponse<SegmentBatch, SegmentBatchFailure>>,
        rt::Error,
    >;
    type IntoFuture = rt::CallFuture<
        rt::BatchResponse<SegmentBatch, SegmentBatchFailure>,
    >;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::partial())
    }
}

static UPDATE_SEGMENTS: rt::Operation = rt::Operation {
    id: "PutSegmentObjects",
    name: "v3.segments.update",
    method: rt::Method::Put,
    path: "/segments",
    successes: rt::statuses![201],
    errors: &[
        rt::json_error::<common::Problem>(rt::statuses![400, 404, 5xx]),
        rt::json_error::<SegmentBatchFailure>(rt::statuses![409, 422]),
        rt::json_error::<common::AccessError>(rt::statuses![401, 403, 429]),
    ],
    concurrency: Some(10u32),
    batch_key: &["id"],
    partial: &[409, 422],
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Segments::delete`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct DeleteSegments(rt::Request);

impl DeleteSegments {
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

impl IntoFuture for DeleteSegments {
    type Output = Result<rt::Response<()>, rt::Error>;
    type IntoFuture = rt::CallFuture<()>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::of_parts(self.0, rt::Decoder::empty())
    }
}

static DELETE_SEGMENTS: rt::Operation = rt::Operation {
    id: "DeleteStoreSegment",
    name: "v3.segments.delete",
    method: rt::Method::Delete,
    path: "/segments",
    successes: rt::statuses![204],
    errors: &[
        rt::json_error::<common::AccessError>(rt::statuses![401, 403, 429]),
        rt::json_error::<common::Problem>(rt::statuses![404, 5xx]),
    ],
    split: Some(rt::Split {
        lists: &["id:in"],
        whole: &[],
    }),
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Segments::list_profiles`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListProfilesSegments(rt::Request);

impl ListProfilesSegments {
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

    /// Returns a stream of the pages of the whole list.
    #[inline]
    pub fn pages(self) -> rt::Pages<shopper_profiles::ShopperProfilePage> {
        rt::Pages::new(self.0, rt::Decoder::list())
    }

    /// Returns a stream of the items of all pages.
    #[inline]
    pub fn stream(self) -> rt::Items<shopper_profiles::ShopperProfilePage> {
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
    pub fn wait(
        self,
    ) -> Result<rt::Response<shopper_profiles::ShopperProfilePage>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for ListProfilesSegments {
    type Output = Result<rt::Response<shopper_profiles::ShopperProfilePage>, rt::Error>;
    type IntoFuture = rt::CallFuture<shopper_profiles::ShopperProfilePage>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::of_pages(self.0, rt::Decoder::list())
    }
}

static LIST_PROFILES_SEGMENTS: rt::Operation = rt::Operation {
    id: "GetSegmentProfiles",
    name: "v3.segments.list_profiles",
    method: rt::Method::Get,
    path: "/segments/{segmentId}/shopper-profiles",
    errors: &[
        rt::json_error::<common::AccessError>(rt::statuses![401, 403, 429]),
        rt::json_error::<common::Problem>(rt::statuses![404, 5xx]),
    ],
    paging: Some(rt::Paging::Offset),
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Segments::add_profiles`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct AddProfilesSegments(rt::Request);

impl AddProfilesSegments {
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
        rt::Response<
            rt::BatchResponse<
                shopper_profiles::ShopperProfileBatch,
                shopper_profiles::ShopperProfileBatchFailure,
            >,
        >,
        rt::Error,
    > {
        self.into_future().wait()
    }
}

impl IntoFuture for AddProfilesSegments {
    type Output = Result<
        rt::Response<
            rt::BatchResponse<
                shopper_profiles::ShopperProfileBatch,
                shopper_profiles::ShopperProfileBatchFailure,
            >,
        >,
        rt::Error,
    >;
    type IntoFuture = rt::CallFuture<
        rt::BatchResponse<
            shopper_profiles::ShopperProfileBatch,
            shopper_profiles::ShopperProfileBatchFailure,
        >,
    >;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::partial())
    }
}

static ADD_PROFILES_SEGMENTS: rt::Operation = rt::Operation {
    id: "PostShopperProfile",
    name: "v3.segments.add_profiles",
    method: rt::Method::Post,
    path: "/segments/{segmentId}/shopper-profiles",
    successes: rt::statuses![201],
    errors: &[
        rt::json_error::<
            shopper_profiles::ShopperProfileBatchFailure,
        >(rt::statuses![409, 422]),
        rt::json_error::<common::AccessError>(rt::statuses![401, 403, 429]),
        rt::json_error::<common::Problem>(rt::statuses![404, 5xx]),
    ],
    items_per_call: Some(50u32),
    concurrency: Some(10u32),
    batch_key: &["id"],
    partial: &[409, 422],
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Segments::remove_profiles`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct RemoveProfilesSegments(rt::Request);

impl RemoveProfilesSegments {
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

impl IntoFuture for RemoveProfilesSegments {
    type Output = Result<rt::Response<()>, rt::Error>;
    type IntoFuture = rt::CallFuture<()>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::of_parts(self.0, rt::Decoder::empty())
    }
}

static REMOVE_PROFILES_SEGMENTS: rt::Operation = rt::Operation {
    id: "DeleteShopperProfile",
    name: "v3.segments.remove_profiles",
    method: rt::Method::Delete,
    path: "/segments/{segmentId}/shopper-profiles",
    successes: rt::statuses![204],
    errors: &[
        rt::json_error::<common::AccessError>(rt::statuses![401, 403, 429]),
        rt::json_error::<common::Problem>(rt::statuses![404, 5xx]),
    ],
    split: Some(rt::Split {
        lists: &["id:in"],
        whole: &[],
    }),
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// A page of segments.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SegmentPage {
    /// The segments on this page.
    pub data: Vec<Segment>,
    /// Tells where a page stands in its list.
    ///
    /// Resources that know cursors send both members with the first page, only `pagination` with the
    /// pages that were asked for by number, and only `cursor_pagination` with those that were asked for
    /// by cursor. All others send `pagination` alone.
    pub meta: common::PageMeta,
}

rt::object! {
    SegmentPage {
        data: "data" required,
        meta: "meta" required,
    }
}

impl rt::Listing for SegmentPage {
    type Item = Segment;
    const KEY: Option<&'static str> = Some("data");
    fn items(&self) -> &[Segment] {
        &self.data
    }

    fn items_mut(&mut self) -> &mut Vec<Segment> {
        &mut self.data
    }
}

impl rt::Paged for SegmentPage {
    fn info(&self) -> rt::PageInfo<'_> {
        rt::Paged::info(&self.meta)
    }

    fn renumber(&mut self, items: i64) {
        rt::Paged::renumber(&mut self.meta, items);
    }
}

/// The segments that a call created or changed.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SegmentBatch {
    /// The segments.
    pub data: Vec<Segment>,
    /// Metadata without a fixed shape, usually empty.
    pub meta: Option<rt::Map<rt::Json>>,
}

rt::object! {
    SegmentBatch {
        data: "data" required,
        meta: "meta" optional,
    }
}

impl rt::Listing for SegmentBatch {
    type Item = Segment;
    const KEY: Option<&'static str> = Some("data");
    fn items(&self) -> &[Segment] {
        &self.data
    }

    fn items_mut(&mut self) -> &mut Vec<Segment> {
        &mut self.data
    }
}

/// The outcome of a batch that failed, wholly or in part.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SegmentBatchFailure {
    /// The segments that went through all the same.
    pub data: Vec<Segment>,
    /// What went wrong. The keys of `errors` in an element are the places of items in the request.
    pub errors: Vec<common::Problem>,
    /// How many items of a batch went through.
    pub meta: BatchCounts,
}

rt::object! {
    SegmentBatchFailure {
        data: "data" required,
        errors: "errors" required,
        meta: "meta" required,
    }
}

impl rt::Listing for SegmentBatchFailure {
    type Item = Segment;
    const KEY: Option<&'static str> = Some("data");
    fn items(&self) -> &[Segment] {
        &self.data
    }

    fn items_mut(&mut self) -> &mut Vec<Segment> {
        &mut self.data
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

/// A named set of shoppers.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Segment {
    /// Id of the segment, given by the store.
    pub id: String,
    /// Name, unique in the store.
    pub name: String,
    /// What the segment is for. May be empty.
    pub description: String,
    /// When the segment was created.
    pub created_at: Option<rt::DateTime>,
    /// When the segment last changed.
    pub updated_at: Option<rt::DateTime>,
}

rt::object! {
    Segment {
        id: "id" required,
        name: "name" required,
        description: "description" required,
        created_at: "created_at" required,
        updated_at: "updated_at" required,
    }
}

/// A segment to create.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct SegmentCreate {
    /// Name, unique in the store.
    pub name: String,
    /// What the segment is for.
    pub description: Option<String>,
}

impl SegmentCreate {
    /// Creates a [`SegmentCreate`] from [`name`](field@Self::name), which is required.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
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
    SegmentCreate {
        name: "name" required,
        description: "description" optional,
    }
}

/// Changes to a segment.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct SegmentUpdate {
    /// Id of the segment to change.
    pub id: String,
    /// New name, unique in the store.
    pub name: Option<String>,
    /// New text about what the segment is for.
    pub description: Option<String>,
}

impl SegmentUpdate {
    /// Creates a [`SegmentUpdate`] from [`id`](field@Self::id), which is required.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            ..rt::Empty::empty()
        }
    }

    /// Sets [`name`](field@Self::name).
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets [`description`](field@Self::description).
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }
}

impl From<&Segment> for SegmentUpdate {
    #[inline]
    fn from(source: &Segment) -> Self {
        Self {
            id: source.id.clone(),
            name: Some(source.name.clone()),
            description: Some(source.description.clone()),
        }
    }
}

rt::object! {
    SegmentUpdate {
        id: "id" required,
        name: "name" optional,
        description: "description" optional,
    }
}

rt::fixtures! {
    fixtures {
        /// A response of [`Segments::list`] with status 200.
        ///
        /// A page of segments.
        LIST: LIST_SEGMENTS => 200 SegmentPage, r#"{
  "data": [
    {
      "id": "4c0f9d52-7f0b-4e6a-9a77-21c3d8e5b604",
      "name": "Wholesale, north",
      "description": "Shops north of the river.",
      "created_at": "2026-01-08T10:20:30Z",
      "updated_at": "2026-01-30T11:02:45Z"
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
        /// A response of [`Segments::create`] with status 201.
        ///
        /// All segments are created.
        CREATE: CREATE_SEGMENTS => 201 SegmentBatch, r#"{
  "data": [
    {
      "id": "4c0f9d52-7f0b-4e6a-9a77-21c3d8e5b604",
      "name": "Wholesale, north",
      "description": "Shops north of the river.",
      "created_at": "2026-01-08T10:20:30Z",
      "updated_at": "2026-01-08T10:20:30Z"
    },
    {
      "id": "9b8e1f37-5a26-4d0c-8e49-70d6f1c2ab35",
      "name": "Spring sale invitees",
      "description": "",
      "created_at": "2026-01-08T10:20:30Z",
      "updated_at": "2026-01-08T10:20:30Z"
    }
  ],
  "meta": {}
}"#;
        /// A response of [`Segments::update`] with status 201.
        ///
        /// All segments are changed.
        UPDATE: UPDATE_SEGMENTS => 201 SegmentBatch, r#"{
  "data": [
    {
      "id": "4c0f9d52-7f0b-4e6a-9a77-21c3d8e5b604",
      "name": "Wholesale, north bank",
      "description": "Shops north of the river.",
      "created_at": "2026-01-08T10:20:30Z",
      "updated_at": "2026-02-11T09:30:00Z"
    }
  ],
  "meta": {}
}"#;
        /// A response of [`Segments::list_profiles`] with status 200.
        ///
        /// A page of shopper profiles.
        LIST_PROFILES: LIST_PROFILES_SEGMENTS => 200 shopper_profiles::ShopperProfilePage, r#"{
  "data": [
    {
      "id": "e27d40b8-13c9-4f5e-b0a6-5d8f92c471aa",
      "customer_id": 318,
      "created_at": "2026-01-09T08:15:00Z",
      "updated_at": "2026-01-09T08:15:00Z"
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
        /// A response of [`Segments::add_profiles`] with status 201.
        ///
        /// All shopper profiles are added.
        ADD_PROFILES: ADD_PROFILES_SEGMENTS => 201 shopper_profiles::ShopperProfileBatch, r#"{
  "data": [
    {
      "id": "e27d40b8-13c9-4f5e-b0a6-5d8f92c471aa",
      "customer_id": 318,
      "created_at": "2026-01-09T08:15:00Z",
      "updated_at": "2026-02-11T09:41:18Z"
    }
  ]
}"#;
    }
}
