// @generated from spec/v1/pets.yaml by `cargo xtask regen`: change that, not this.

//! Filters that may be too long for one call.

use openapi_client_runtime::rt;

/// The operations of `client.v1().pets()`, such as [`list`](Self::list).
#[derive(Clone, Copy, Debug)]
pub struct Pets<'a>(pub(super) &'a rt::Core);

impl Pets<'_> {
    /// Lists pets.
    ///
    /// `GET /pets`; pages by number until one is empty.
    ///
    /// Awaiting it returns one page; [`stream`](ListPets::stream) returns the items of all pages,
    /// [`pages`](ListPets::pages) the pages themselves.
    ///
    /// # Returns
    ///
    /// A list of `i64`. Numbers.
    ///
    /// # Errors
    ///
    /// [`Error`](rt::Error).
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let page = client.v1().pets().list().await?;
    ///
    /// let mut all = client.v1().pets().list().stream();
    /// while let Some(item) = all.try_next().await? {
    ///     println!("{item:?}");
    /// }
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn list(&self) -> ListPets {
        ListPets(rt::Request::new(self.0, &LIST_PETS))
    }

    /// Deletes pets.
    ///
    /// `DELETE /pets`.
    ///
    /// # Arguments
    ///
    /// - `id_in`: Those with these numbers.
    ///
    /// # Returns
    ///
    /// Done.
    ///
    /// # Errors
    ///
    /// [`Error`](rt::Error).
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// client.v1().pets().delete([7, 8]).await?;
    /// # Ok(()) }
    /// ```
    pub fn delete(&self, id_in: impl IntoIterator<Item = i64>) -> DeletePets {
        DeletePets(
            rt::Request::new(self.0, &DELETE_PETS)
                .filter("id:in", id_in, rt::ListStyle::Comma),
        )
    }
}

/// A request of [`Pets::list`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListPets(rt::Request);

impl ListPets {
    /// Those with these numbers.
    ///
    /// Sent as `id:in`. A list too long for one URL is split among several calls.
    pub fn id_in(mut self, id_in: impl IntoIterator<Item = i64>) -> Self {
        self.0.set_filter("id:in", id_in, rt::ListStyle::Comma);
        self
    }

    /// Those of these kinds.
    ///
    /// A list too long for one URL is split among several calls.
    pub fn kinds(mut self, kinds: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.0
            .set_filter(
                "kinds",
                kinds.into_iter().map(Into::<String>::into),
                rt::ListStyle::Comma,
            );
        self
    }

    /// Those of all of these owners.
    pub fn owners(mut self, owners: impl IntoIterator<Item = i64>) -> Self {
        self.0.set_filter("owners", owners, rt::ListStyle::Comma);
        self
    }

    /// Their order.
    pub fn sort(mut self, sort: impl Into<String>) -> Self {
        self.0.set_query::<String>("sort", sort.into());
        self
    }

    /// Number of the page.
    #[inline]
    pub fn page(mut self, page: i64) -> Self {
        self.0.set_query("page", page);
        self
    }

    /// Most of them on a page.
    #[inline]
    pub fn limit(mut self, limit: i64) -> Self {
        self.0.set_query("limit", limit);
        self
    }

    /// Returns a stream of the pages of the whole list.
    #[inline]
    pub fn pages(self) -> rt::Pages<Vec<i64>> {
        rt::Pages::new(self.0, rt::Decoder::list())
    }

    /// Returns a stream of the items of all pages.
    #[inline]
    pub fn stream(self) -> rt::Items<Vec<i64>> {
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
    pub fn wait(self) -> Result<rt::Response<Vec<i64>>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for ListPets {
    type Output = Result<rt::Response<Vec<i64>>, rt::Error>;
    type IntoFuture = rt::CallFuture<Vec<i64>>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::of_pages(self.0, rt::Decoder::list())
    }
}

static LIST_PETS: rt::Operation = rt::Operation {
    id: "listPets",
    name: "v1.pets.list",
    method: rt::Method::Get,
    path: "/pets",
    paging: Some(rt::Paging::List),
    split: Some(rt::Split {
        lists: &["id:in", "kinds"],
        whole: &["sort", "page"],
    }),
    ..rt::Operation::new(&super::API)
};

/// A request of [`Pets::delete`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct DeletePets(rt::Request);

impl DeletePets {
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

impl IntoFuture for DeletePets {
    type Output = Result<rt::Response<()>, rt::Error>;
    type IntoFuture = rt::CallFuture<()>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::of_parts(self.0, rt::Decoder::empty())
    }
}

static DELETE_PETS: rt::Operation = rt::Operation {
    id: "deletePets",
    name: "v1.pets.delete",
    method: rt::Method::Delete,
    path: "/pets",
    successes: rt::statuses![204],
    split: Some(rt::Split {
        lists: &["id:in"],
        whole: &[],
    }),
    ..rt::Operation::new(&super::API)
};
