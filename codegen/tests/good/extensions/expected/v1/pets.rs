// @generated from spec/v1/pets.yaml by `cargo xtask regen`: change that, not this.

//! What OpenAPI has no word for.

use openapi_client_runtime::rt;

/// The operations of `client.v1().pets()`, such as [`list`](Self::list).
#[derive(Clone, Copy, Debug)]
pub struct Pets<'a>(pub(super) &'a rt::Core);

impl Pets<'_> {
    /// Lists pets.
    ///
    /// `GET /pets`; scope `pets_read` or `pets`; pages by number until one is empty.
    ///
    /// Awaiting it returns one page; [`stream`](ListPets::stream) returns the items of all pages,
    /// [`pages`](ListPets::pages) the pages themselves.
    ///
    /// # Returns
    ///
    /// A list of [`Pet`]. The pets.
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

    /// Changes pets.
    ///
    /// `PUT /pets`; scope `pets`; at most 10 items per call; at most 3 calls at a time.
    ///
    /// # Arguments
    ///
    /// - `body`: The changes.
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
    /// use generated_client::v1::pets::PetUpdate;
    ///
    /// client.v1().pets().update([PetUpdate::new(1).name("Momo").note(None)]).await?;
    /// # Ok(()) }
    /// ```
    pub fn update(&self, body: impl IntoIterator<Item = PetUpdate>) -> UpdatePets {
        UpdatePets(rt::Request::new(self.0, &UPDATE_PETS).json_list(body))
    }

    /// Checks pets.
    ///
    /// `POST /pets`.
    ///
    /// # Returns
    ///
    /// Fine.
    ///
    /// # Errors
    ///
    /// [`Error`](rt::Error).
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// client.v1().pets().check().await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn check(&self) -> CheckPets {
        CheckPets(rt::Request::new(self.0, &CHECK_PETS))
    }

    /// Deletes pets.
    ///
    /// `DELETE /pets`.
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
    /// client.v1().pets().delete().id_in([1, 2]).await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn delete(&self) -> DeletePets {
        DeletePets(rt::Request::new(self.0, &DELETE_PETS))
    }

    /// Deletes all pets.
    ///
    /// `DELETE /pets/all`.
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
    /// client.v1().pets().delete_all().all().await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn delete_all(&self) -> DeleteAllPets {
        DeleteAllPets(rt::Request::new(self.0, &DELETE_ALL_PETS))
    }

    /// Lists pets as it was done once.
    ///
    /// `GET /pets/all`.
    ///
    /// # Returns
    ///
    /// A list of [`Pet`]. The pets.
    ///
    /// # Errors
    ///
    /// [`Error`](rt::Error).
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let response = client.v1().pets().old_list().await?;
    /// # Ok(()) }
    /// ```
    #[deprecated(note = "use `v1::pets::Pets::list` or `v1::toys::Toys::list` instead")]
    #[inline]
    pub fn old_list(&self) -> OldListPets {
        OldListPets(rt::Request::new(self.0, &OLD_LIST_PETS))
    }

    /// Adds a pet as it was done once.
    ///
    /// `POST /pets/all`.
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
    /// client.v1().pets().old_add().await?;
    /// # Ok(()) }
    /// ```
    #[deprecated(note = "the API may drop it; it names no replacement")]
    #[inline]
    pub fn old_add(&self) -> OldAddPets {
        OldAddPets(rt::Request::new(self.0, &OLD_ADD_PETS))
    }
}

/// A request of [`Pets::list`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListPets(rt::Request);

impl ListPets {
    /// Number of the page.
    ///
    /// When sent: from 1.
    #[inline]
    pub fn page(mut self, page: i64) -> Self {
        self.0.set_query(rt::Param::new("page").range(Some(1), None), page);
        self
    }

    /// Most pets on a page.
    #[inline]
    pub fn limit(mut self, limit: i64) -> Self {
        self.0.set_query("limit", limit);
        self
    }

    /// Returns a stream of the pages of the whole list.
    #[inline]
    pub fn pages(self) -> rt::Pages<Vec<Pet>> {
        rt::Pages::new(self.0, rt::Decoder::list())
    }

    /// Returns a stream of the items of all pages.
    #[inline]
    pub fn stream(self) -> rt::Items<Vec<Pet>> {
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
    pub fn wait(self) -> Result<rt::Response<Vec<Pet>>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for ListPets {
    type Output = Result<rt::Response<Vec<Pet>>, rt::Error>;
    type IntoFuture = rt::CallFuture<Vec<Pet>>;
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
    scopes: &["pets_read", "pets"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Pets::update`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct UpdatePets(rt::Request);

impl UpdatePets {
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

impl IntoFuture for UpdatePets {
    type Output = Result<rt::Response<()>, rt::Error>;
    type IntoFuture = rt::CallFuture<()>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::empty())
    }
}

static UPDATE_PETS: rt::Operation = rt::Operation {
    id: "updatePets",
    name: "v1.pets.update",
    method: rt::Method::Put,
    path: "/pets",
    successes: rt::statuses![204],
    items_per_call: Some(10u32),
    concurrency: Some(3u32),
    scopes: &["pets"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Pets::check`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct CheckPets(rt::Request);

impl CheckPets {
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

impl IntoFuture for CheckPets {
    type Output = Result<rt::Response<()>, rt::Error>;
    type IntoFuture = rt::CallFuture<()>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::empty())
    }
}

static CHECK_PETS: rt::Operation = rt::Operation {
    id: "checkPets",
    name: "v1.pets.check",
    method: rt::Method::Post,
    path: "/pets",
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// A request of [`Pets::delete`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct DeletePets(rt::Request);

impl DeletePets {
    /// Deletes these.
    ///
    /// Sent as `id:in`.
    pub fn id_in(mut self, id_in: impl IntoIterator<Item = i64>) -> Self {
        self.0.set_filter("id:in", id_in, rt::ListStyle::Comma);
        self
    }

    /// Deletes pets of this mood.
    pub fn mood(mut self, mood: impl Into<String>) -> Self {
        self.0.set_query::<String>("mood", mood.into());
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

impl IntoFuture for DeletePets {
    type Output = Result<rt::Response<()>, rt::Error>;
    type IntoFuture = rt::CallFuture<()>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::empty())
    }
}

static DELETE_PETS: rt::Operation = rt::Operation {
    id: "deletePets",
    name: "v1.pets.delete",
    method: rt::Method::Delete,
    path: "/pets",
    successes: rt::statuses![204],
    guard: Some(&["id:in", "mood"]),
    ..rt::Operation::new(&super::API)
};

/// A request of [`Pets::delete_all`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct DeleteAllPets(rt::Request);

impl DeleteAllPets {
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

impl IntoFuture for DeleteAllPets {
    type Output = Result<rt::Response<()>, rt::Error>;
    type IntoFuture = rt::CallFuture<()>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::empty())
    }
}

static DELETE_ALL_PETS: rt::Operation = rt::Operation {
    id: "deleteAllPets",
    name: "v1.pets.delete_all",
    method: rt::Method::Delete,
    path: "/pets/all",
    successes: rt::statuses![204],
    guard: Some(&[]),
    ..rt::Operation::new(&super::API)
};

/// A request of [`Pets::old_list`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct OldListPets(rt::Request);

impl OldListPets {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<Vec<Pet>>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for OldListPets {
    type Output = Result<rt::Response<Vec<Pet>>, rt::Error>;
    type IntoFuture = rt::CallFuture<Vec<Pet>>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::list())
    }
}

static OLD_LIST_PETS: rt::Operation = rt::Operation {
    id: "oldList",
    name: "v1.pets.old_list",
    method: rt::Method::Get,
    path: "/pets/all",
    ..rt::Operation::new(&super::API)
};

/// A request of [`Pets::old_add`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct OldAddPets(rt::Request);

impl OldAddPets {
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

impl IntoFuture for OldAddPets {
    type Output = Result<rt::Response<()>, rt::Error>;
    type IntoFuture = rt::CallFuture<()>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::empty())
    }
}

static OLD_ADD_PETS: rt::Operation = rt::Operation {
    id: "oldAdd",
    name: "v1.pets.old_add",
    method: rt::Method::Post,
    path: "/pets/all",
    successes: rt::statuses![204],
    ..rt::Operation::new(&super::API)
};

/// A pet.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Pet {
    /// A number.
    pub id: i64,
    /// A name.
    pub name: String,
    /// A number.
    pub chip: Option<String>,
    /// A note.
    pub note: rt::Nullable<String>,
    /// A mood.
    pub mood: Option<String>,
    /// A name.
    pub owner: rt::Nullable<String>,
    /// In kilograms.
    pub weight: Option<rt::Number>,
    /// Of another type below.
    pub gone: Option<bool>,
}

rt::object! {
    Pet {
        id: "id" required,
        name: "name" required,
        chip: "chip" required,
        note: "note" optional,
        mood: "mood" optional,
        owner: "owner" optional,
        weight: "weight" optional,
        gone: "gone" optional,
    }
}

/// Where a pet goes. What must be sent may be missing from what was read.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PetMove {
    /// A number.
    pub id: i64,
    /// A number.
    pub chip: String,
    /// A note.
    pub note: String,
    /// A mood.
    pub mood: String,
}

/// Fails if the value lacks a property that the request requires.
impl TryFrom<&Pet> for PetMove {
    type Error = rt::Error;
    #[inline]
    fn try_from(source: &Pet) -> Result<Self, rt::Error> {
        Ok(Self {
            id: source.id,
            chip: rt::present("chip", source.chip.clone())?,
            note: rt::present("note", source.note.clone().into_option())?,
            mood: rt::present("mood", source.mood.clone())?,
        })
    }
}

rt::object! {
    PetMove {
        id: "id" required,
        chip: "chip" required,
        note: "note" required,
        mood: "mood" required,
    }
}

/// A change of a pet.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct PetUpdate {
    /// A number.
    pub id: i64,
    /// A name.
    pub name: Option<String>,
    /// A number.
    pub chip: rt::Nullable<String>,
    /// A note.
    pub note: rt::Nullable<String>,
    /// A mood.
    pub mood: rt::Nullable<String>,
    /// A name.
    pub owner: Option<String>,
    /// In kilograms.
    pub weight: Option<rt::Number>,
    /// Of another type above.
    pub gone: Option<String>,
}

impl PetUpdate {
    /// Creates a [`PetUpdate`] from [`id`](field@Self::id), which is required.
    #[inline]
    pub fn new(id: i64) -> Self {
        Self { id, ..rt::Empty::empty() }
    }

    /// Sets [`name`](field@Self::name).
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets [`chip`](field@Self::chip).
    pub fn chip(mut self, chip: impl Into<rt::Nullable<String>>) -> Self {
        self.chip = chip.into();
        self
    }

    /// Sets [`note`](field@Self::note).
    pub fn note(mut self, note: impl Into<rt::Nullable<String>>) -> Self {
        self.note = note.into();
        self
    }

    /// Sets [`mood`](field@Self::mood).
    pub fn mood(mut self, mood: impl Into<rt::Nullable<String>>) -> Self {
        self.mood = mood.into();
        self
    }

    /// Sets [`owner`](field@Self::owner).
    pub fn owner(mut self, owner: impl Into<String>) -> Self {
        self.owner = Some(owner.into());
        self
    }

    /// Sets [`weight`](field@Self::weight).
    pub fn weight(mut self, weight: impl Into<rt::Number>) -> Self {
        self.weight = Some(weight.into());
        self
    }

    /// Sets [`gone`](field@Self::gone).
    pub fn gone(mut self, gone: impl Into<String>) -> Self {
        self.gone = Some(gone.into());
        self
    }
}

impl From<&Pet> for PetUpdate {
    #[inline]
    fn from(source: &Pet) -> Self {
        Self {
            id: source.id,
            name: Some(source.name.clone()),
            chip: source.chip.clone().into(),
            note: source.note.clone(),
            mood: source.mood.clone().map_or(rt::Nullable::Absent, Into::into),
            owner: source.owner.clone().into_option(),
            weight: source.weight.clone(),
            ..rt::Empty::empty()
        }
    }
}

rt::object! {
    PetUpdate {
        id: "id" required,
        name: "name" optional,
        chip: "chip" optional,
        note: "note" optional,
        mood: "mood" optional,
        owner: "owner" optional,
        weight: "weight" optional,
        gone: "gone" optional,
    }
}
