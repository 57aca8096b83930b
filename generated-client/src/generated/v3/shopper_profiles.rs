// @generated from spec/v3/shopper_profiles.yaml by `cargo xtask regen`: change that, not this.

//! The records through which customers become members of segments. A profile belongs to one
//! registered customer.

use super::{common, segments};
use openapi_client_runtime::rt;

/// The operations of `client.v3().shopper_profiles()`, such as [`list`](Self::list).
#[derive(Clone, Copy, Debug)]
pub struct ShopperProfiles<'a>(pub(super) &'a rt::Core);

impl ShopperProfiles<'_> {
    /// Lists shopper profiles.
    ///
    /// Returns the store's shopper profiles, page by page. It takes no filter; the profile of a known
    /// customer is part of what the customer list can include.
    ///
    /// `GET /shopper-profiles`; scope `store_v2_customers_read_only`; pages by number.
    ///
    /// Awaiting it returns one page; [`stream`](ListShopperProfiles::stream) returns the items of all
    /// pages, [`pages`](ListShopperProfiles::pages) the pages themselves.
    ///
    /// # Returns
    ///
    /// [`ShopperProfilePage`]. A page of shopper profiles.
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
    /// let page = client.v3().shopper_profiles().list().await?;
    ///
    /// let mut all = client.v3().shopper_profiles().list().stream();
    /// while let Some(item) = all.try_next().await? {
    ///     println!("{item:?}");
    /// }
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn list(&self) -> ListShopperProfiles {
        ListShopperProfiles(rt::Request::new(self.0, &LIST_SHOPPER_PROFILES))
    }

    /// Creates shopper profiles.
    ///
    /// Creates profiles for registered customers and answers 201. Add them to a segment afterwards.
    ///
    /// `POST /shopper-profiles`; scope `store_v2_customers`.
    ///
    /// [`create_batches`](Self::create_batches) takes any number of items.
    ///
    /// # Arguments
    ///
    /// - `body`: The profiles to create.
    ///
    /// # Returns
    ///
    /// [`ShopperProfileBatch`]. The profiles are created.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`common::Problem`] for 400, 404, 5xx; [`common::AccessError`] for
    /// 401, 403, 429. See [responses](super::common#responses).
    ///
    /// - 400: The request lacks something, or holds something that is not valid.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::v3::shopper_profiles::ShopperProfileCreate;
    ///
    /// let response = client
    ///     .v3()
    ///     .shopper_profiles()
    ///     .create([
    ///         ShopperProfileCreate::new().customer_id(318),
    ///         ShopperProfileCreate::new().customer_id(402),
    ///     ])
    ///     .await?;
    /// # Ok(()) }
    /// ```
    pub fn create(
        &self,
        body: impl IntoIterator<Item = ShopperProfileCreate>,
    ) -> CreateShopperProfiles {
        CreateShopperProfiles(
            rt::Request::new(self.0, &CREATE_SHOPPER_PROFILES)
                .json_list_within(body, rt::Limits::NONE.items(1, None)),
        )
    }

    /// Sends any number of items with [`create`](Self::create), in as many calls as needed.
    ///
    /// Takes an iterator or a stream, and returns a stream of one outcome per item: 10 items per call,
    /// as the document states no limit; 3 calls at a time by default.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client, items: Vec<generated_client::v3::shopper_profiles::ShopperProfileCreate>) {
    /// let mut outcomes = client.v3().shopper_profiles().create_batches(items);
    /// while let Some(outcome) = outcomes.next().await {
    ///     let Some(error) = outcome.error() else { continue };
    ///     println!("item {}: {error}", outcome.index);
    /// }
    /// # }
    /// ```
    pub fn create_batches<M>(
        &self,
        body: impl rt::IntoItems<ShopperProfileCreate, M>,
    ) -> rt::Batches<ShopperProfileCreate, ShopperProfileBatch> {
        let request = rt::Request::new(self.0, &CREATE_SHOPPER_PROFILES);
        rt::Batches::new(request, body, rt::Decoder::list())
            .within(rt::Limits::NONE.items(1, None))
    }

    /// Deletes shopper profiles.
    ///
    /// Deletes the shopper profiles with these ids. To take a profile out of one segment only, remove
    /// it from that segment instead.
    ///
    /// The ids have to be given: what the API does without them is not published, and it may take all.
    ///
    /// `DELETE /shopper-profiles`; scope `store_v2_customers`.
    ///
    /// # Arguments
    ///
    /// - `id_in`: Ids of the shopper profiles to delete, sent as one list with commas.
    ///
    /// # Returns
    ///
    /// The shopper profiles are deleted.
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
    /// client.v3().shopper_profiles().delete(["3f6a9d24-7c10-4b8e-a5d2-91e04c7f6b38"]).await?;
    /// # Ok(()) }
    /// ```
    pub fn delete(
        &self,
        id_in: impl IntoIterator<Item = impl Into<String>>,
    ) -> DeleteShopperProfiles {
        DeleteShopperProfiles(
            rt::Request::new(self.0, &DELETE_SHOPPER_PROFILES)
                .filter(
                    "id:in",
                    id_in.into_iter().map(Into::<String>::into),
                    rt::ListStyle::Comma,
                ),
        )
    }

    /// Lists the segments of a shopper profile.
    ///
    /// Returns the segments that a shopper profile is a member of, page by page.
    ///
    /// `GET /shopper-profiles/{shopperProfileId}/segments`; scope `store_v2_customers_read_only`; pages
    /// by number.
    ///
    /// Awaiting it returns one page; [`stream`](ListSegmentsShopperProfiles::stream) returns the items
    /// of all pages, [`pages`](ListSegmentsShopperProfiles::pages) the pages themselves.
    ///
    /// # Arguments
    ///
    /// - `shopper_profile_id`: Id of the shopper profile.
    ///
    /// # Returns
    ///
    /// [`segments::SegmentPage`]. A page of segments.
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
    ///     .shopper_profiles()
    ///     .list_segments("e27d40b8-13c9-4f5e-b0a6-5d8f92c471aa")
    ///     .await?;
    ///
    /// let mut all = client
    ///     .v3()
    ///     .shopper_profiles()
    ///     .list_segments("e27d40b8-13c9-4f5e-b0a6-5d8f92c471aa")
    ///     .stream();
    /// while let Some(item) = all.try_next().await? {
    ///     println!("{item:?}");
    /// }
    /// # Ok(()) }
    /// ```
    pub fn list_segments(
        &self,
        shopper_profile_id: impl Into<String>,
    ) -> ListSegmentsShopperProfiles {
        ListSegmentsShopperProfiles(
            rt::Request::new(self.0, &LIST_SEGMENTS_SHOPPER_PROFILES)
                .path::<String>("shopperProfileId", shopper_profile_id.into()),
        )
    }
}

/// A request of [`ShopperProfiles::list`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListShopperProfiles(rt::Request);

impl ListShopperProfiles {
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
    pub fn pages(self) -> rt::Pages<ShopperProfilePage> {
        rt::Pages::new(self.0, rt::Decoder::list())
    }

    /// Returns a stream of the items of all pages.
    #[inline]
    pub fn stream(self) -> rt::Items<ShopperProfilePage> {
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
    pub fn wait(self) -> Result<rt::Response<ShopperProfilePage>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for ListShopperProfiles {
    type Output = Result<rt::Response<ShopperProfilePage>, rt::Error>;
    type IntoFuture = rt::CallFuture<ShopperProfilePage>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::of_pages(self.0, rt::Decoder::list())
    }
}

static LIST_SHOPPER_PROFILES: rt::Operation = rt::Operation {
    id: "GetShopperList",
    name: "v3.shopper_profiles.list",
    method: rt::Method::Get,
    path: "/shopper-profiles",
    errors: &[
        rt::json_error::<common::AccessError>(rt::statuses![401, 403, 429]),
        rt::json_error::<common::Problem>(rt::statuses![404, 5xx]),
    ],
    paging: Some(rt::Paging::Offset),
    scopes: &["store_v2_customers_read_only"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`ShopperProfiles::create`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct CreateShopperProfiles(rt::Request);

impl CreateShopperProfiles {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<ShopperProfileBatch>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for CreateShopperProfiles {
    type Output = Result<rt::Response<ShopperProfileBatch>, rt::Error>;
    type IntoFuture = rt::CallFuture<ShopperProfileBatch>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::list())
    }
}

static CREATE_SHOPPER_PROFILES: rt::Operation = rt::Operation {
    id: "ShopperProfilesRequest",
    name: "v3.shopper_profiles.create",
    method: rt::Method::Post,
    path: "/shopper-profiles",
    successes: rt::statuses![201],
    errors: &[
        rt::json_error::<common::Problem>(rt::statuses![400, 404, 5xx]),
        rt::json_error::<common::AccessError>(rt::statuses![401, 403, 429]),
    ],
    batch_key: &["customer_id"],
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`ShopperProfiles::delete`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct DeleteShopperProfiles(rt::Request);

impl DeleteShopperProfiles {
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

impl IntoFuture for DeleteShopperProfiles {
    type Output = Result<rt::Response<()>, rt::Error>;
    type IntoFuture = rt::CallFuture<()>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::of_parts(self.0, rt::Decoder::empty())
    }
}

static DELETE_SHOPPER_PROFILES: rt::Operation = rt::Operation {
    id: "DeleteStoreShopperProfile",
    name: "v3.shopper_profiles.delete",
    method: rt::Method::Delete,
    path: "/shopper-profiles",
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

/// A request of [`ShopperProfiles::list_segments`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListSegmentsShopperProfiles(rt::Request);

impl ListSegmentsShopperProfiles {
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
    pub fn pages(self) -> rt::Pages<segments::SegmentPage> {
        rt::Pages::new(self.0, rt::Decoder::list())
    }

    /// Returns a stream of the items of all pages.
    #[inline]
    pub fn stream(self) -> rt::Items<segments::SegmentPage> {
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
    pub fn wait(self) -> Result<rt::Response<segments::SegmentPage>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for ListSegmentsShopperProfiles {
    type Output = Result<rt::Response<segments::SegmentPage>, rt::Error>;
    type IntoFuture = rt::CallFuture<segments::SegmentPage>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::of_pages(self.0, rt::Decoder::list())
    }
}

static LIST_SEGMENTS_SHOPPER_PROFILES: rt::Operation = rt::Operation {
    id: "GetListShopperProfile",
    name: "v3.shopper_profiles.list_segments",
    method: rt::Method::Get,
    path: "/shopper-profiles/{shopperProfileId}/segments",
    errors: &[
        rt::json_error::<common::AccessError>(rt::statuses![401, 403, 429]),
        rt::json_error::<common::Problem>(rt::statuses![404, 5xx]),
    ],
    paging: Some(rt::Paging::Offset),
    scopes: &["store_v2_customers_read_only"],
    ..rt::Operation::new(&super::API)
};

/// A page of shopper profiles.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ShopperProfilePage {
    /// The shopper profiles on this page.
    pub data: Vec<ShopperProfile>,
    /// Tells where a page stands in its list.
    ///
    /// Resources that know cursors send both members with the first page, only `pagination` with the
    /// pages that were asked for by number, and only `cursor_pagination` with those that were asked for
    /// by cursor. All others send `pagination` alone.
    pub meta: common::PageMeta,
}

rt::object! {
    ShopperProfilePage {
        data: "data" required,
        meta: "meta" required,
    }
}

impl rt::Listing for ShopperProfilePage {
    type Item = ShopperProfile;
    const KEY: Option<&'static str> = Some("data");
    fn items(&self) -> &[ShopperProfile] {
        &self.data
    }

    fn items_mut(&mut self) -> &mut Vec<ShopperProfile> {
        &mut self.data
    }
}

impl rt::Paged for ShopperProfilePage {
    fn info(&self) -> rt::PageInfo<'_> {
        rt::Paged::info(&self.meta)
    }

    fn renumber(&mut self, items: i64) {
        rt::Paged::renumber(&mut self.meta, items);
    }
}

/// The shopper profiles that a call created, or added to a segment.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ShopperProfileBatch {
    /// The shopper profiles.
    pub data: Vec<ShopperProfile>,
    /// Metadata without a fixed shape, usually empty.
    pub meta: Option<rt::Map<rt::Json>>,
}

rt::object! {
    ShopperProfileBatch {
        data: "data" required,
        meta: "meta" optional,
    }
}

impl rt::Listing for ShopperProfileBatch {
    type Item = ShopperProfile;
    const KEY: Option<&'static str> = Some("data");
    fn items(&self) -> &[ShopperProfile] {
        &self.data
    }

    fn items_mut(&mut self) -> &mut Vec<ShopperProfile> {
        &mut self.data
    }
}

/// The outcome of a batch that failed, wholly or in part.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ShopperProfileBatchFailure {
    /// The shopper profiles that went through all the same.
    pub data: Vec<ShopperProfile>,
    /// What went wrong. The keys of `errors` in an element are the places of items in the request.
    pub errors: Vec<common::Problem>,
    /// How many items of a batch went through.
    pub meta: segments::BatchCounts,
}

rt::object! {
    ShopperProfileBatchFailure {
        data: "data" required,
        errors: "errors" required,
        meta: "meta" required,
    }
}

impl rt::Listing for ShopperProfileBatchFailure {
    type Item = ShopperProfile;
    const KEY: Option<&'static str> = Some("data");
    fn items(&self) -> &[ShopperProfile] {
        &self.data
    }

    fn items_mut(&mut self) -> &mut Vec<ShopperProfile> {
        &mut self.data
    }
}

/// A customer as a member of segments.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ShopperProfile {
    /// Id of the shopper profile, given by the store.
    pub id: String,
    /// The registered customer that the profile belongs to.
    pub customer_id: i64,
    /// When the profile was created.
    pub created_at: Option<rt::DateTime>,
    /// When the profile last changed.
    pub updated_at: Option<rt::DateTime>,
}

rt::object! {
    ShopperProfile {
        id: "id" required,
        customer_id: "customer_id" required,
        created_at: "created_at" required,
        updated_at: "updated_at" required,
    }
}

/// A shopper profile to create.
#[derive(Clone, Default, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct ShopperProfileCreate {
    /// The registered customer that the profile is for.
    pub customer_id: Option<i64>,
}

impl ShopperProfileCreate {
    /// Creates an empty [`ShopperProfileCreate`].
    #[inline]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`customer_id`](field@Self::customer_id).
    #[inline]
    pub fn customer_id(mut self, customer_id: i64) -> Self {
        self.customer_id = Some(customer_id);
        self
    }
}

rt::object! {
    ShopperProfileCreate {
        customer_id: "customer_id" optional,
    }
}

rt::fixtures! {
    fixtures {
        /// A response of [`ShopperProfiles::list`] with status 200.
        ///
        /// A page of shopper profiles.
        LIST: LIST_SHOPPER_PROFILES => 200 ShopperProfilePage, r#"{
  "data": [
    {
      "id": "e27d40b8-13c9-4f5e-b0a6-5d8f92c471aa",
      "customer_id": 318,
      "created_at": "2026-01-09T08:15:00Z",
      "updated_at": "2026-01-09T08:15:00Z"
    },
    {
      "id": "60a3c5f1-8d47-4b92-9e0d-c4b7a8131f5e",
      "customer_id": 402,
      "created_at": "2026-01-11T17:44:20Z",
      "updated_at": "2026-01-12T06:03:59Z"
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
        /// A response of [`ShopperProfiles::create`] with status 201.
        ///
        /// The profiles are created.
        CREATE: CREATE_SHOPPER_PROFILES => 201 ShopperProfileBatch, r#"{
  "data": [
    {
      "id": "e27d40b8-13c9-4f5e-b0a6-5d8f92c471aa",
      "customer_id": 318,
      "created_at": "2026-01-09T08:15:00Z",
      "updated_at": "2026-01-09T08:15:00Z"
    },
    {
      "id": "60a3c5f1-8d47-4b92-9e0d-c4b7a8131f5e",
      "customer_id": 402,
      "created_at": "2026-01-09T08:15:00Z",
      "updated_at": "2026-01-09T08:15:00Z"
    }
  ],
  "meta": {}
}"#;
        /// A response of [`ShopperProfiles::list_segments`] with status 200.
        ///
        /// A page of segments.
        LIST_SEGMENTS: LIST_SEGMENTS_SHOPPER_PROFILES => 200 segments::SegmentPage, r#"{
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
    }
}
