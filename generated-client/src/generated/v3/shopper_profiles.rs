// @generated from spec/v3/shopper_profiles.yaml by `cargo xtask regen`: change that, not this.

//! The records through which customers become members of segments. A profile belongs to one
//! registered customer.

use super::{common, segments};
use openapi_client_runtime::rt;

/// The operations of `client.v3().shopper_profiles()`, such as [`list`](Self::list).
#[derive(Clone, Copy, Debug)]
pub struct ShopperProfiles<'a> {
    core: &'a rt::Core,
}

impl<'a> ShopperProfiles<'a> {
    pub(super) fn new(core: &'a rt::Core) -> Self {
        Self { core }
    }

    /// Lists shopper profiles.
    ///
    /// Returns the store's shopper profiles, page by page. It takes no filter; the profile of a known
    /// customer is part of what the customer list can include.
    ///
    /// `GET /shopper-profiles`; scope `store_v2_customers_read_only`; pages by number.
    ///
    /// Awaited, it gives one page; [`stream`](ListShopperProfiles::stream) gives the items of all
    /// pages, [`pages`](ListShopperProfiles::pages) the pages themselves.
    ///
    /// # Returns
    ///
    /// [`ShopperProfilePage`].
    ///
    /// A page of shopper profiles.
    ///
    /// # Errors
    ///
    /// [`ListShopperProfilesError`] for 401, 403, 404, 429, 5xx.
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
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn list(&self) -> ListShopperProfiles {
        ListShopperProfiles {
            request: rt::Request::new(self.core, &LIST_SHOPPER_PROFILES),
        }
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
    /// [`ShopperProfileBatch`].
    ///
    /// The profiles are created.
    ///
    /// # Errors
    ///
    /// [`CreateShopperProfilesError`] for 400, 401, 403, 404, 429, 5xx.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::v3::shopper_profiles::ShopperProfileCreate;
    ///
    /// let answer = client
    ///     .v3()
    ///     .shopper_profiles()
    ///     .create([
    ///         ShopperProfileCreate::new().customer_id(318),
    ///         ShopperProfileCreate::new().customer_id(402),
    ///     ])
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn create(
        &self,
        body: impl IntoIterator<Item = ShopperProfileCreate>,
    ) -> CreateShopperProfiles {
        CreateShopperProfiles {
            request: rt::Request::new(self.core, &CREATE_SHOPPER_PROFILES)
                .json_list(body, rt::Limits::NONE.items(1, None)),
        }
    }

    /// Any number of items for [`create`](Self::create), in as many calls as it takes.
    ///
    /// Takes an iterator or a stream, and is a stream of one outcome an item: 10 items a call, as no
    /// limit is known; 3 calls at a time unless set.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client, items: Vec<generated_client::v3::shopper_profiles::ShopperProfileCreate>) {
    /// let mut outcomes = client.v3().shopper_profiles().create_batches(items);
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
        body: impl rt::IntoItems<ShopperProfileCreate, M>,
    ) -> rt::Batches<
        ShopperProfileCreate,
        ShopperProfileBatch,
        CreateShopperProfilesError,
    > {
        rt::Batches::new(
            rt::Request::new(self.core, &CREATE_SHOPPER_PROFILES),
            body,
            rt::Limits::NONE.items(1, None),
            rt::Decoder::list(),
        )
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
    /// [`DeleteShopperProfilesError`] for 401, 403, 404, 429, 5xx.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// client
    ///     .v3()
    ///     .shopper_profiles()
    ///     .delete(["3f6a9d24-7c10-4b8e-a5d2-91e04c7f6b38"])
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn delete(
        &self,
        id_in: impl IntoIterator<Item = impl Into<String>>,
    ) -> DeleteShopperProfiles {
        DeleteShopperProfiles {
            request: rt::Request::new(self.core, &DELETE_SHOPPER_PROFILES)
                .query_list(
                    "id:in",
                    id_in.into_iter().map(Into::<String>::into),
                    rt::ListStyle::Comma,
                    rt::OnEmpty::Refuse,
                    rt::Limits::NONE,
                ),
        }
    }

    /// Lists the segments of a shopper profile.
    ///
    /// Returns the segments that a shopper profile is a member of, page by page.
    ///
    /// `GET /shopper-profiles/{shopperProfileId}/segments`; scope `store_v2_customers_read_only`; pages
    /// by number.
    ///
    /// Awaited, it gives one page; [`stream`](ListSegmentsShopperProfiles::stream) gives the items of
    /// all pages, [`pages`](ListSegmentsShopperProfiles::pages) the pages themselves.
    ///
    /// # Arguments
    ///
    /// - `shopper_profile_id`: Id of the shopper profile.
    ///
    /// # Returns
    ///
    /// [`segments::SegmentPage`].
    ///
    /// A page of segments.
    ///
    /// # Errors
    ///
    /// [`ListSegmentsShopperProfilesError`] for 401, 403, 404, 429, 5xx.
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
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn list_segments(
        &self,
        shopper_profile_id: impl Into<String>,
    ) -> ListSegmentsShopperProfiles {
        ListSegmentsShopperProfiles {
            request: rt::Request::new(self.core, &LIST_SEGMENTS_SHOPPER_PROFILES)
                .path("shopperProfileId", Into::<String>::into(shopper_profile_id)),
        }
    }
}

/// A call of [`ShopperProfiles::list`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListShopperProfiles {
    request: rt::Request,
}

impl ListShopperProfiles {
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
}

rt::endpoint! {
    ListShopperProfiles: LIST_SHOPPER_PROFILES => list ShopperProfilePage, ListShopperProfilesError, pages;
}

static LIST_SHOPPER_PROFILES: rt::Operation = rt::Operation {
    id: "GetShopperList",
    name: "v3.shopper_profiles.list",
    method: rt::Method::Get,
    path: "/shopper-profiles",
    paging: Some(rt::Paging::Offset),
    idempotent: true,
    scopes: &["store_v2_customers_read_only"],
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`ListShopperProfiles`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ListShopperProfilesError {
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
    ListShopperProfilesError {
        401 => Unauthorized(common::AccessError),
        403 => Forbidden(common::AccessError),
        404 => NotFound(common::Problem),
        429 => TooManyRequests(common::AccessError),
        5xx => ServerError(common::Problem),
    }
}

/// A call of [`ShopperProfiles::create`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct CreateShopperProfiles {
    request: rt::Request,
}

rt::endpoint! {
    CreateShopperProfiles: CREATE_SHOPPER_PROFILES => list ShopperProfileBatch, CreateShopperProfilesError;
}

static CREATE_SHOPPER_PROFILES: rt::Operation = rt::Operation {
    id: "ShopperProfilesRequest",
    name: "v3.shopper_profiles.create",
    method: rt::Method::Post,
    path: "/shopper-profiles",
    successes: rt::statuses![201],
    idempotent: false,
    batch_key: &["customer_id"],
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`CreateShopperProfiles`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum CreateShopperProfilesError {
    /// 400: The request lacks something, or holds something that is not valid.
    BadRequest(rt::ErrorBody<common::Problem>),
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
    CreateShopperProfilesError {
        400 => BadRequest(common::Problem),
        401 => Unauthorized(common::AccessError),
        403 => Forbidden(common::AccessError),
        404 => NotFound(common::Problem),
        429 => TooManyRequests(common::AccessError),
        5xx => ServerError(common::Problem),
    }
}

/// A call of [`ShopperProfiles::delete`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct DeleteShopperProfiles {
    request: rt::Request,
}

rt::endpoint! {
    DeleteShopperProfiles: DELETE_SHOPPER_PROFILES => empty, DeleteShopperProfilesError, parts;
}

static DELETE_SHOPPER_PROFILES: rt::Operation = rt::Operation {
    id: "DeleteStoreShopperProfile",
    name: "v3.shopper_profiles.delete",
    method: rt::Method::Delete,
    path: "/shopper-profiles",
    successes: rt::statuses![204],
    idempotent: true,
    split: Some(rt::Split {
        lists: &["id:in"],
        whole: &[],
    }),
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`DeleteShopperProfiles`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum DeleteShopperProfilesError {
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
    DeleteShopperProfilesError {
        401 => Unauthorized(common::AccessError),
        403 => Forbidden(common::AccessError),
        404 => NotFound(common::Problem),
        429 => TooManyRequests(common::AccessError),
        5xx => ServerError(common::Problem),
    }
}

/// A call of [`ShopperProfiles::list_segments`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListSegmentsShopperProfiles {
    request: rt::Request,
}

impl ListSegmentsShopperProfiles {
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
}

rt::endpoint! {
    ListSegmentsShopperProfiles: LIST_SEGMENTS_SHOPPER_PROFILES => list segments::SegmentPage, ListSegmentsShopperProfilesError, pages;
}

static LIST_SEGMENTS_SHOPPER_PROFILES: rt::Operation = rt::Operation {
    id: "GetListShopperProfile",
    name: "v3.shopper_profiles.list_segments",
    method: rt::Method::Get,
    path: "/shopper-profiles/{shopperProfileId}/segments",
    paging: Some(rt::Paging::Offset),
    idempotent: true,
    scopes: &["store_v2_customers_read_only"],
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`ListSegmentsShopperProfiles`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ListSegmentsShopperProfilesError {
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
    ListSegmentsShopperProfilesError {
        401 => Unauthorized(common::AccessError),
        403 => Forbidden(common::AccessError),
        404 => NotFound(common::Problem),
        429 => TooManyRequests(common::AccessError),
        5xx => ServerError(common::Problem),
    }
}

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

rt::listing! {
    ShopperProfilePage: data "data" [ShopperProfile]
}

rt::page! {
    ShopperProfilePage {
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

rt::listing! {
    ShopperProfileBatch: data "data" [ShopperProfile]
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

rt::listing! {
    ShopperProfileBatchFailure: data "data" [ShopperProfile]
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
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ShopperProfileCreate {
    /// The registered customer that the profile is for.
    pub customer_id: Option<i64>,
}

impl ShopperProfileCreate {
    /// Makes one of what is required; all else is absent.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self { ..rt::Blank::blank() }
    }

    /// Sets [`customer_id`](field@Self::customer_id).
    #[inline]
    #[must_use]
    pub fn customer_id(mut self, customer_id: i64) -> Self {
        self.customer_id = Some(customer_id);
        self
    }
}

impl Default for ShopperProfileCreate {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}

rt::object! {
    ShopperProfileCreate {
        customer_id: "customer_id" optional,
    }
}

rt::fixtures! {
    fixtures {
        /// What [`ShopperProfiles::list`] answers with 200.
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
        /// What [`ShopperProfiles::create`] answers with 201.
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
        /// What [`ShopperProfiles::list_segments`] answers with 200.
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
