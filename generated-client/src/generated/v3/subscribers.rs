// @generated from spec/v3/subscribers.yaml by `cargo xtask regen`: change that, not this.

//! The people who receive the store's newsletters and reminders of abandoned carts. A subscriber
//! needs no customer account; the e-mail address is what identifies one.

use super::common;
use openapi_client_runtime::rt;

/// The operations of `client.v3().subscribers()`, such as [`list`](Self::list).
#[derive(Clone, Copy, Debug)]
pub struct Subscribers<'a>(pub(super) &'a rt::Core);

impl Subscribers<'_> {
    /// Lists subscribers.
    ///
    /// Returns the subscribers that pass all the filters, page by page; without a filter, all of them.
    ///
    /// `GET /customers/subscribers`; scope `store_v2_customers_read_only`; pages by number.
    ///
    /// Awaiting it returns one page; [`stream`](ListSubscribers::stream) returns the items of all
    /// pages, [`pages`](ListSubscribers::pages) the pages themselves.
    ///
    /// # Returns
    ///
    /// [`SubscriberPage`]. A page of subscribers.
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
    /// let page = client.v3().subscribers().list().await?;
    ///
    /// let mut all = client.v3().subscribers().list().stream();
    /// while let Some(item) = all.try_next().await? {
    ///     println!("{item:?}");
    /// }
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn list(&self) -> ListSubscribers {
        ListSubscribers(rt::Request::new(self.0, &LIST_SUBSCRIBERS))
    }

    /// Creates a subscriber.
    ///
    /// Creates one subscriber: the request is a single object, not a list. An e-mail address can
    /// subscribe only once, and a second attempt answers 409.
    ///
    /// `POST /customers/subscribers`; scope `store_v2_customers`.
    ///
    /// # Arguments
    ///
    /// - `body`: The subscriber to create.
    ///
    /// # Returns
    ///
    /// [`SubscriberResponse`]. The subscriber as created.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`common::Problem`] for 404, 409, 422, 5xx; [`common::AccessError`]
    /// for 401, 403, 429. See [responses](super::common#responses).
    ///
    /// - 409: Somebody with this e-mail address subscribes already.
    /// - 422: A property is missing or not valid; `errors` tells which.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::v3::subscribers::{SubscriberConsent, SubscriberCreate};
    ///
    /// let response = client
    ///     .v3()
    ///     .subscribers()
    ///     .create(
    ///         SubscriberCreate::new("mateo.brandt@example.org")
    ///             .first_name("Mateo")
    ///             .last_name("Brandt")
    ///             .source("custom")
    ///             .channel_id(1)
    ///             .consents([SubscriberConsent::MarketingNewsletter]),
    ///     )
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn create(&self, body: SubscriberCreate) -> CreateSubscribers {
        CreateSubscribers(rt::Request::new(self.0, &CREATE_SUBSCRIBERS).json(&body))
    }

    /// Deletes the subscribers that pass the filters.
    ///
    /// Deletes every subscriber that passes all the filters.
    ///
    /// **Without a filter it deletes all subscribers of the store.** It cannot be undone. List with the
    /// same filters first to see what would go.
    ///
    /// `DELETE /customers/subscribers`; scope `store_v2_customers`.
    ///
    /// # Returns
    ///
    /// The subscribers are deleted.
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
    /// client.v3().subscribers().delete_matching().all().await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn delete_matching(&self) -> DeleteMatchingSubscribers {
        DeleteMatchingSubscribers(rt::Request::new(self.0, &DELETE_MATCHING_SUBSCRIBERS))
    }

    /// Returns a subscriber.
    ///
    /// Returns one subscriber by id. To look one up by e-mail address, filter the list.
    ///
    /// `GET /customers/subscribers/{subscriber_id}`; scope `store_v2_customers_read_only`.
    ///
    /// # Arguments
    ///
    /// - `subscriber_id`: Id of the subscriber.
    ///
    /// # Returns
    ///
    /// [`SubscriberResponse`]. The subscriber.
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
    /// let response = client.v3().subscribers().get(87).await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn get(&self, subscriber_id: i64) -> GetSubscribers {
        GetSubscribers(
            rt::Request::new(self.0, &GET_SUBSCRIBERS)
                .path("subscriber_id", subscriber_id),
        )
    }

    /// Updates a subscriber.
    ///
    /// Changes one subscriber. An empty `consents` list unsubscribes the person but keeps the record.
    ///
    /// `PUT /customers/subscribers/{subscriber_id}`; scope `store_v2_customers`.
    ///
    /// # Arguments
    ///
    /// - `subscriber_id`: Id of the subscriber.
    /// - `body`: What to change.
    ///
    /// # Returns
    ///
    /// [`SubscriberResponse`]. The subscriber after the change.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`common::Problem`] for 404, 409, 422, 5xx; [`common::AccessError`]
    /// for 401, 403, 429. See [responses](super::common#responses).
    ///
    /// - 409: Another subscriber has this e-mail address.
    /// - 422: A property is not valid; `errors` tells which.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::v3::subscribers::{SubscriberConsent, SubscriberUpdate};
    ///
    /// let response = client
    ///     .v3()
    ///     .subscribers()
    ///     .update(
    ///         87,
    ///         SubscriberUpdate::new()
    ///             .first_name("Mateo Luis")
    ///             .consents([SubscriberConsent::AbandonedCart]),
    ///     )
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn update(
        &self,
        subscriber_id: i64,
        body: SubscriberUpdate,
    ) -> UpdateSubscribers {
        UpdateSubscribers(
            rt::Request::new(self.0, &UPDATE_SUBSCRIBERS)
                .path("subscriber_id", subscriber_id)
                .json(&body),
        )
    }

    /// Deletes a subscriber.
    ///
    /// Deletes one subscriber by id. A customer account with the same e-mail address is another record,
    /// which this operation does not address.
    ///
    /// `DELETE /customers/subscribers/{subscriber_id}`; scope `store_v2_customers`.
    ///
    /// # Arguments
    ///
    /// - `subscriber_id`: Id of the subscriber.
    ///
    /// # Returns
    ///
    /// The subscriber is deleted.
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
    /// client.v3().subscribers().delete(87).await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn delete(&self, subscriber_id: i64) -> DeleteSubscribers {
        DeleteSubscribers(
            rt::Request::new(self.0, &DELETE_SUBSCRIBERS)
                .path("subscriber_id", subscriber_id),
        )
    }
}

/// A request of [`Subscribers::list`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListSubscribers(rt::Request);

impl ListSubscribers {
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

    /// Keeps the subscriber with this id.
    #[inline]
    pub fn id(mut self, id: i64) -> Self {
        self.0.set_query("id", id);
        self
    }

    /// Keeps the items with these ids, sent as one list with commas.
    ///
    /// Sent as `id:in`. A list too long for one URL is split among several calls.
    pub fn id_in(mut self, id_in: impl IntoIterator<Item = i64>) -> Self {
        self.0.set_filter("id:in", id_in, rt::ListStyle::Comma);
        self
    }

    /// Keeps the subscriber with this e-mail address.
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.0.set_query::<String>("email", email.into());
        self
    }

    /// Keeps subscribers with this first name.
    pub fn first_name(mut self, first_name: impl Into<String>) -> Self {
        self.0.set_query::<String>("first_name", first_name.into());
        self
    }

    /// Keeps subscribers with this last name.
    pub fn last_name(mut self, last_name: impl Into<String>) -> Self {
        self.0.set_query::<String>("last_name", last_name.into());
        self
    }

    /// Keeps subscribers who came from here, such as `storefront`, `order` or `custom`.
    pub fn source(mut self, source: impl Into<String>) -> Self {
        self.0.set_query::<String>("source", source.into());
        self
    }

    /// Keeps subscribers who came from the order with this id.
    #[inline]
    pub fn order_id(mut self, order_id: i64) -> Self {
        self.0.set_query("order_id", order_id);
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
    pub fn pages(self) -> rt::Pages<SubscriberPage> {
        rt::Pages::new(self.0, rt::Decoder::list())
    }

    /// Returns a stream of the items of all pages.
    #[inline]
    pub fn stream(self) -> rt::Items<SubscriberPage> {
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
    pub fn wait(self) -> Result<rt::Response<SubscriberPage>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for ListSubscribers {
    type Output = Result<rt::Response<SubscriberPage>, rt::Error>;
    type IntoFuture = rt::CallFuture<SubscriberPage>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::of_pages(self.0, rt::Decoder::list())
    }
}

static LIST_SUBSCRIBERS: rt::Operation = rt::Operation {
    id: "getSubscribers",
    name: "v3.subscribers.list",
    method: rt::Method::Get,
    path: "/customers/subscribers",
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

/// A request of [`Subscribers::create`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct CreateSubscribers(rt::Request);

impl CreateSubscribers {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<SubscriberResponse>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for CreateSubscribers {
    type Output = Result<rt::Response<SubscriberResponse>, rt::Error>;
    type IntoFuture = rt::CallFuture<SubscriberResponse>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::json())
    }
}

static CREATE_SUBSCRIBERS: rt::Operation = rt::Operation {
    id: "createSubscriber",
    name: "v3.subscribers.create",
    method: rt::Method::Post,
    path: "/customers/subscribers",
    errors: &[
        rt::json_error::<common::Problem>(rt::statuses![404, 409, 422, 5xx]),
        rt::json_error::<common::AccessError>(rt::statuses![401, 403, 429]),
    ],
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Subscribers::delete_matching`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct DeleteMatchingSubscribers(rt::Request);

impl DeleteMatchingSubscribers {
    /// Keeps the subscriber with this e-mail address.
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.0.set_query::<String>("email", email.into());
        self
    }

    /// Keeps subscribers with this first name.
    pub fn first_name(mut self, first_name: impl Into<String>) -> Self {
        self.0.set_query::<String>("first_name", first_name.into());
        self
    }

    /// Keeps subscribers with this last name.
    pub fn last_name(mut self, last_name: impl Into<String>) -> Self {
        self.0.set_query::<String>("last_name", last_name.into());
        self
    }

    /// Keeps subscribers who came from here, such as `storefront`, `order` or `custom`.
    pub fn source(mut self, source: impl Into<String>) -> Self {
        self.0.set_query::<String>("source", source.into());
        self
    }

    /// Keeps subscribers who came from the order with this id.
    #[inline]
    pub fn order_id(mut self, order_id: i64) -> Self {
        self.0.set_query("order_id", order_id);
        self
    }

    /// Keeps the items that were created at exactly this moment. A date without a time, an offset, and
    /// UNIX time are understood as well.
    pub fn date_created(mut self, date_created: impl Into<rt::DateTime>) -> Self {
        self.0.set_query::<rt::DateTime>("date_created", date_created.into());
        self
    }

    /// Keeps the items that were last changed at exactly this moment. To fetch what has changed since a
    /// moment, filter by `date_modified:min` instead.
    pub fn date_modified(mut self, date_modified: impl Into<rt::DateTime>) -> Self {
        self.0.set_query::<rt::DateTime>("date_modified", date_modified.into());
        self
    }

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

impl IntoFuture for DeleteMatchingSubscribers {
    type Output = Result<rt::Response<()>, rt::Error>;
    type IntoFuture = rt::CallFuture<()>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::empty())
    }
}

static DELETE_MATCHING_SUBSCRIBERS: rt::Operation = rt::Operation {
    id: "deleteSubscribers",
    name: "v3.subscribers.delete_matching",
    method: rt::Method::Delete,
    path: "/customers/subscribers",
    successes: rt::statuses![204],
    errors: &[
        rt::json_error::<common::AccessError>(rt::statuses![401, 403, 429]),
        rt::json_error::<common::Problem>(rt::statuses![404, 5xx]),
    ],
    guard: Some(
        &[
            "email",
            "first_name",
            "last_name",
            "source",
            "order_id",
            "date_created",
            "date_modified",
        ],
    ),
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Subscribers::get`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetSubscribers(rt::Request);

impl GetSubscribers {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<SubscriberResponse>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for GetSubscribers {
    type Output = Result<rt::Response<SubscriberResponse>, rt::Error>;
    type IntoFuture = rt::CallFuture<SubscriberResponse>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::json())
    }
}

static GET_SUBSCRIBERS: rt::Operation = rt::Operation {
    id: "getSubscriber",
    name: "v3.subscribers.get",
    method: rt::Method::Get,
    path: "/customers/subscribers/{subscriber_id}",
    errors: &[
        rt::json_error::<common::AccessError>(rt::statuses![401, 403, 429]),
        rt::json_error::<common::Problem>(rt::statuses![404, 5xx]),
    ],
    scopes: &["store_v2_customers_read_only"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Subscribers::update`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct UpdateSubscribers(rt::Request);

impl UpdateSubscribers {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<SubscriberResponse>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for UpdateSubscribers {
    type Output = Result<rt::Response<SubscriberResponse>, rt::Error>;
    type IntoFuture = rt::CallFuture<SubscriberResponse>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::json())
    }
}

static UPDATE_SUBSCRIBERS: rt::Operation = rt::Operation {
    id: "updateSubscriber",
    name: "v3.subscribers.update",
    method: rt::Method::Put,
    path: "/customers/subscribers/{subscriber_id}",
    errors: &[
        rt::json_error::<common::Problem>(rt::statuses![404, 409, 422, 5xx]),
        rt::json_error::<common::AccessError>(rt::statuses![401, 403, 429]),
    ],
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Subscribers::delete`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct DeleteSubscribers(rt::Request);

impl DeleteSubscribers {
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

impl IntoFuture for DeleteSubscribers {
    type Output = Result<rt::Response<()>, rt::Error>;
    type IntoFuture = rt::CallFuture<()>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::empty())
    }
}

static DELETE_SUBSCRIBERS: rt::Operation = rt::Operation {
    id: "deleteSubscriber",
    name: "v3.subscribers.delete",
    method: rt::Method::Delete,
    path: "/customers/subscribers/{subscriber_id}",
    successes: rt::statuses![204],
    errors: &[
        rt::json_error::<common::AccessError>(rt::statuses![401, 403, 429]),
        rt::json_error::<common::Problem>(rt::statuses![404, 5xx]),
    ],
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// A page of subscribers.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SubscriberPage {
    /// The subscribers on this page.
    pub data: Vec<Subscriber>,
    /// Tells where a page stands in its list.
    ///
    /// Resources that know cursors send both members with the first page, only `pagination` with the
    /// pages that were asked for by number, and only `cursor_pagination` with those that were asked for
    /// by cursor. All others send `pagination` alone.
    pub meta: common::PageMeta,
}

rt::object! {
    SubscriberPage {
        data: "data" required,
        meta: "meta" required,
    }
}

impl rt::Listing for SubscriberPage {
    type Item = Subscriber;
    const KEY: Option<&'static str> = Some("data");
    fn items(&self) -> &[Subscriber] {
        &self.data
    }

    fn items_mut(&mut self) -> &mut Vec<Subscriber> {
        &mut self.data
    }
}

impl rt::Paged for SubscriberPage {
    fn info(&self) -> rt::PageInfo<'_> {
        rt::Paged::info(&self.meta)
    }

    fn renumber(&mut self, items: i64) {
        rt::Paged::renumber(&mut self.meta, items);
    }
}

/// A single subscriber.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SubscriberResponse {
    /// A person who receives the store's newsletters or reminders.
    pub data: Subscriber,
    /// Metadata without a fixed shape, usually empty.
    pub meta: Option<rt::Map<rt::Json>>,
}

rt::object! {
    SubscriberResponse {
        data: "data" required,
        meta: "meta" optional,
    }
}

/// A person who receives the store's newsletters or reminders.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Subscriber {
    /// Id of the subscriber, given by the store.
    pub id: i64,
    /// E-mail address, unique among subscribers.
    pub email: String,
    /// First name. May be empty.
    pub first_name: String,
    /// Last name. May be empty.
    pub last_name: String,
    /// Where the subscription came from:
    ///
    /// - `storefront`: a form of the storefront.
    /// - `order`: a checkout.
    /// - `custom`: anything else, such as an import.
    pub source: String,
    /// The order that the subscription came from; `null` when it came from elsewhere.
    pub order_id: rt::Nullable<i64>,
    /// The channel that the subscription came from.
    pub channel_id: i64,
    /// What the person receives. Empty when the person never subscribed or has unsubscribed.
    pub consents: Vec<SubscriberConsent>,
    /// When the subscriber was created.
    pub date_created: Option<rt::DateTime>,
    /// When the subscriber last changed.
    pub date_modified: Option<rt::DateTime>,
}

rt::object! {
    Subscriber {
        id: "id" required,
        email: "email" required,
        first_name: "first_name" required,
        last_name: "last_name" required,
        source: "source" required,
        order_id: "order_id" optional,
        channel_id: "channel_id" required,
        consents: "consents" required,
        date_created: "date_created" required,
        date_modified: "date_modified" required,
    }
}

/// A subscriber to create.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct SubscriberCreate {
    /// E-mail address, unique among subscribers.
    pub email: String,
    /// First name.
    ///
    /// When sent: at most 255 characters.
    pub first_name: Option<String>,
    /// Last name.
    ///
    /// When sent: at most 255 characters.
    pub last_name: Option<String>,
    /// Where the subscription came from, such as `storefront`, `order` or `custom`.
    ///
    /// When sent: at most 255 characters.
    pub source: Option<String>,
    /// The order that the subscription came from, if it came from one.
    ///
    /// When sent: from 1.
    pub order_id: rt::Nullable<i64>,
    /// The channel that the subscription came from.
    ///
    /// When sent: from 1.
    pub channel_id: Option<i64>,
    /// What the person agreed to receive.
    pub consents: Option<Vec<SubscriberConsent>>,
}

impl SubscriberCreate {
    /// Creates a [`SubscriberCreate`] from [`email`](field@Self::email), which is required.
    pub fn new(email: impl Into<String>) -> Self {
        Self {
            email: email.into(),
            ..rt::Empty::empty()
        }
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

    /// Sets [`source`](field@Self::source).
    pub fn source(mut self, source: impl Into<String>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// Sets [`order_id`](field@Self::order_id).
    pub fn order_id(mut self, order_id: impl Into<rt::Nullable<i64>>) -> Self {
        self.order_id = order_id.into();
        self
    }

    /// Sets [`channel_id`](field@Self::channel_id).
    #[inline]
    pub fn channel_id(mut self, channel_id: i64) -> Self {
        self.channel_id = Some(channel_id);
        self
    }

    /// Sets [`consents`](field@Self::consents).
    pub fn consents(
        mut self,
        consents: impl IntoIterator<Item = SubscriberConsent>,
    ) -> Self {
        self.consents = Some(consents.into_iter().collect());
        self
    }
}

rt::object! {
    SubscriberCreate {
        email: "email" required,
        first_name: "first_name" optional [chars(0, Some(255))],
        last_name: "last_name" optional [chars(0, Some(255))],
        source: "source" optional [chars(0, Some(255))],
        order_id: "order_id" optional [range(Some(1), None)],
        channel_id: "channel_id" optional [range(Some(1), None)],
        consents: "consents" optional,
    }
}

/// Changes to a subscriber.
#[derive(Clone, Default, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct SubscriberUpdate {
    /// E-mail address, unique among subscribers.
    pub email: Option<String>,
    /// First name.
    ///
    /// When sent: at most 255 characters.
    pub first_name: Option<String>,
    /// Last name.
    ///
    /// When sent: at most 255 characters.
    pub last_name: Option<String>,
    /// Where the subscription came from, such as `storefront`, `order` or `custom`.
    ///
    /// When sent: at most 255 characters.
    pub source: Option<String>,
    /// The order that the subscription came from; `null` for none.
    ///
    /// When sent: from 1.
    pub order_id: rt::Nullable<i64>,
    /// The channel that the subscription came from.
    ///
    /// When sent: from 1.
    pub channel_id: Option<i64>,
    /// What the person agreed to receive. An empty list unsubscribes.
    pub consents: Option<Vec<SubscriberConsent>>,
}

impl SubscriberUpdate {
    /// Creates an empty [`SubscriberUpdate`].
    #[inline]
    pub fn new() -> Self {
        Self::default()
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

    /// Sets [`source`](field@Self::source).
    pub fn source(mut self, source: impl Into<String>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// Sets [`order_id`](field@Self::order_id).
    pub fn order_id(mut self, order_id: impl Into<rt::Nullable<i64>>) -> Self {
        self.order_id = order_id.into();
        self
    }

    /// Sets [`channel_id`](field@Self::channel_id).
    #[inline]
    pub fn channel_id(mut self, channel_id: i64) -> Self {
        self.channel_id = Some(channel_id);
        self
    }

    /// Sets [`consents`](field@Self::consents).
    pub fn consents(
        mut self,
        consents: impl IntoIterator<Item = SubscriberConsent>,
    ) -> Self {
        self.consents = Some(consents.into_iter().collect());
        self
    }
}

impl From<&Subscriber> for SubscriberUpdate {
    #[inline]
    fn from(source: &Subscriber) -> Self {
        Self {
            email: Some(source.email.clone()),
            first_name: Some(source.first_name.clone()),
            last_name: Some(source.last_name.clone()),
            source: Some(source.source.clone()),
            order_id: source.order_id.clone(),
            channel_id: Some(source.channel_id),
            consents: Some(source.consents.clone()),
        }
    }
}

rt::object! {
    SubscriberUpdate {
        email: "email" optional,
        first_name: "first_name" optional [chars(0, Some(255))],
        last_name: "last_name" optional [chars(0, Some(255))],
        source: "source" optional [chars(0, Some(255))],
        order_id: "order_id" optional [range(Some(1), None)],
        channel_id: "channel_id" optional [range(Some(1), None)],
        consents: "consents" optional,
    }
}

/// Something that a subscriber can receive:
///
/// - `marketing_newsletter`: the store's newsletters.
/// - `abandoned_cart`: reminders of a cart that was left behind.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SubscriberConsent {
    /// `marketing_newsletter`
    MarketingNewsletter,
    /// `abandoned_cart`
    AbandonedCart,
    /// A value that this version of the crate does not know, unchanged.
    Unknown(rt::UnknownText),
}

rt::string_enum! {
    SubscriberConsent {
        MarketingNewsletter = "marketing_newsletter",
        AbandonedCart = "abandoned_cart",
    }
}

rt::fixtures! {
    fixtures {
        /// A response of [`Subscribers::list`] with status 200.
        ///
        /// A page of subscribers.
        LIST: LIST_SUBSCRIBERS => 200 SubscriberPage, r#"{
  "data": [
    {
      "id": 87,
      "email": "mateo.brandt@example.org",
      "first_name": "Mateo",
      "last_name": "Brandt",
      "source": "order",
      "order_id": 20418,
      "channel_id": 1,
      "consents": [
        "marketing_newsletter",
        "abandoned_cart"
      ],
      "date_created": "2026-01-19T13:05:44Z",
      "date_modified": "2026-02-02T07:30:09Z"
    },
    {
      "id": 88,
      "email": "ines.kallio@example.org",
      "first_name": "Ines",
      "last_name": "",
      "source": "storefront",
      "order_id": null,
      "channel_id": 3,
      "consents": [],
      "date_created": "2026-01-20T16:51:00Z",
      "date_modified": "2026-01-20T16:51:00Z"
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
        /// A response of [`Subscribers::create`] with status 200.
        ///
        /// The subscriber as created.
        CREATE: CREATE_SUBSCRIBERS => 200 SubscriberResponse, r#"{
  "data": {
    "id": 91,
    "email": "mateo.brandt@example.org",
    "first_name": "Mateo",
    "last_name": "Brandt",
    "source": "custom",
    "order_id": null,
    "channel_id": 1,
    "consents": [
      "marketing_newsletter"
    ],
    "date_created": "2026-02-11T09:00:31Z",
    "date_modified": "2026-02-11T09:00:31Z"
  },
  "meta": {}
}"#;
        /// A response of [`Subscribers::get`] with status 200.
        ///
        /// The subscriber.
        GET: GET_SUBSCRIBERS => 200 SubscriberResponse, r#"{
  "data": {
    "id": 87,
    "email": "mateo.brandt@example.org",
    "first_name": "Mateo",
    "last_name": "Brandt",
    "source": "order",
    "order_id": 20418,
    "channel_id": 1,
    "consents": [
      "marketing_newsletter",
      "abandoned_cart"
    ],
    "date_created": "2026-01-19T13:05:44Z",
    "date_modified": "2026-02-02T07:30:09Z"
  },
  "meta": {}
}"#;
        /// A response of [`Subscribers::update`] with status 200.
        ///
        /// The subscriber after the change.
        UPDATE: UPDATE_SUBSCRIBERS => 200 SubscriberResponse, r#"{
  "data": {
    "id": 87,
    "email": "mateo.brandt@example.org",
    "first_name": "Mateo Luis",
    "last_name": "Brandt",
    "source": "order",
    "order_id": 20418,
    "channel_id": 1,
    "consents": [
      "abandoned_cart"
    ],
    "date_created": "2026-01-19T13:05:44Z",
    "date_modified": "2026-02-11T09:12:57Z"
  },
  "meta": {}
}"#;
    }
}
