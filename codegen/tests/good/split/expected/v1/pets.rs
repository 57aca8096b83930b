// @generated from spec/v1/pets.yaml by `cargo xtask regen`: change that, not this.

//! Filters that may be too long for one call.

use openapi_client_runtime::rt;

/// The operations of `client.v1().pets()`, such as [`list`](Self::list).
#[derive(Clone, Copy, Debug)]
pub struct Pets<'a> {
    core: &'a rt::Core,
}

impl<'a> Pets<'a> {
    pub(super) fn new(core: &'a rt::Core) -> Self {
        Self { core }
    }

    /// Lists pets.
    ///
    /// `GET /pets`; pages by number until one is empty.
    ///
    /// Awaited, it gives one page; [`stream`](ListPets::stream) gives the items of all pages,
    /// [`pages`](ListPets::pages) the pages themselves.
    ///
    /// # Returns
    ///
    /// A list of `i64`.
    ///
    /// Numbers.
    ///
    /// # Errors
    ///
    /// [`ListPetsError`].
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
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn list(&self) -> ListPets {
        ListPets {
            request: rt::Request::new(self.core, &LIST_PETS),
        }
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
    /// [`DeletePetsError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// client.v1().pets().delete([7, 8]).await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn delete(&self, id_in: impl IntoIterator<Item = i64>) -> DeletePets {
        DeletePets {
            request: rt::Request::new(self.core, &DELETE_PETS)
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

/// A call of [`Pets::list`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListPets {
    request: rt::Request,
}

impl ListPets {
    /// Those with these numbers.
    ///
    /// Sent as `id:in`. A list that is too long for one URL is divided among several calls.
    #[inline]
    pub fn id_in(mut self, id_in: impl IntoIterator<Item = i64>) -> Self {
        self.request
            .set_query_list(
                "id:in",
                id_in,
                rt::ListStyle::Comma,
                rt::OnEmpty::Refuse,
                rt::Limits::NONE,
            );
        self
    }

    /// Those of these kinds.
    ///
    /// A list that is too long for one URL is divided among several calls.
    #[inline]
    pub fn kinds(mut self, kinds: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.request
            .set_query_list(
                "kinds",
                kinds.into_iter().map(Into::<String>::into),
                rt::ListStyle::Comma,
                rt::OnEmpty::Refuse,
                rt::Limits::NONE,
            );
        self
    }

    /// Those of all of these owners.
    #[inline]
    pub fn owners(mut self, owners: impl IntoIterator<Item = i64>) -> Self {
        self.request
            .set_query_list(
                "owners",
                owners,
                rt::ListStyle::Comma,
                rt::OnEmpty::Refuse,
                rt::Limits::NONE,
            );
        self
    }

    /// Their order.
    #[inline]
    pub fn sort(mut self, sort: impl Into<String>) -> Self {
        self.request.set_query("sort", Into::<String>::into(sort), rt::Limits::NONE);
        self
    }

    /// Number of the page.
    #[inline]
    pub fn page(mut self, page: i64) -> Self {
        self.request.set_query("page", page, rt::Limits::NONE);
        self
    }

    /// Most of them on a page.
    #[inline]
    pub fn limit(mut self, limit: i64) -> Self {
        self.request.set_query("limit", limit, rt::Limits::NONE);
        self
    }
}

rt::endpoint! {
    ListPets: LIST_PETS => list Vec<i64>, ListPetsError, pages;
}

static LIST_PETS: rt::Operation = rt::Operation {
    id: "listPets",
    name: "v1.pets.list",
    method: rt::Method::Get,
    path: "/pets",
    paging: Some(rt::Paging::List),
    idempotent: true,
    split: Some(rt::Split {
        lists: &["id:in", "kinds"],
        whole: &["sort", "page"],
    }),
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`ListPets`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ListPetsError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    ListPetsError {
    }
}

/// A call of [`Pets::delete`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct DeletePets {
    request: rt::Request,
}

rt::endpoint! {
    DeletePets: DELETE_PETS => empty, DeletePetsError, parts;
}

static DELETE_PETS: rt::Operation = rt::Operation {
    id: "deletePets",
    name: "v1.pets.delete",
    method: rt::Method::Delete,
    path: "/pets",
    successes: rt::statuses![204],
    idempotent: true,
    split: Some(rt::Split {
        lists: &["id:in"],
        whole: &[],
    }),
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`DeletePets`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum DeletePetsError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    DeletePetsError {
    }
}
