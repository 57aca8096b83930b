// @generated from spec/v1/pets.yaml by `cargo xtask regen`: change that, not this.

//! What OpenAPI has no word for.

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
    /// `GET /pets`; scope `pets_read` or `pets`; pages by number until one is empty.
    ///
    /// Awaited, it gives one page; [`stream`](ListPets::stream) gives the items of all pages,
    /// [`pages`](ListPets::pages) the pages themselves.
    ///
    /// # Returns
    ///
    /// A list of [`Pet`].
    ///
    /// The pets.
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

    /// Changes pets.
    ///
    /// `PUT /pets`; scope `pets`; at most 10 items a call; at most 3 calls at a time.
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
    /// [`UpdatePetsError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::v1::pets::PetUpdate;
    ///
    /// client.v1().pets().update([PetUpdate::new(1).name("Momo").note(None)]).await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn update(&self, body: impl IntoIterator<Item = PetUpdate>) -> UpdatePets {
        UpdatePets {
            request: rt::Request::new(self.core, &UPDATE_PETS)
                .json_list(body, rt::Limits::NONE),
        }
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
    /// [`CheckPetsError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// client.v1().pets().check().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn check(&self) -> CheckPets {
        CheckPets {
            request: rt::Request::new(self.core, &CHECK_PETS),
        }
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
    /// [`DeletePetsError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// client.v1().pets().delete().id_in([1, 2]).await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn delete(&self) -> DeletePets {
        DeletePets {
            request: rt::Request::new(self.core, &DELETE_PETS),
        }
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
    /// [`DeleteAllPetsError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// client.v1().pets().delete_all().all().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn delete_all(&self) -> DeleteAllPets {
        DeleteAllPets {
            request: rt::Request::new(self.core, &DELETE_ALL_PETS),
        }
    }

    /// Lists pets as it was done once.
    ///
    /// `GET /pets/all`.
    ///
    /// # Returns
    ///
    /// A list of [`Pet`].
    ///
    /// The pets.
    ///
    /// # Errors
    ///
    /// [`OldListPetsError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let answer = client.v1().pets().old_list().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[deprecated(note = "use `v1::pets::Pets::list` or `v1::toys::Toys::list` instead")]
    #[inline]
    pub fn old_list(&self) -> OldListPets {
        OldListPets {
            request: rt::Request::new(self.core, &OLD_LIST_PETS),
        }
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
    /// [`OldAddPetsError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// client.v1().pets().old_add().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[deprecated(note = "the API may drop it; it names no replacement")]
    #[inline]
    pub fn old_add(&self) -> OldAddPets {
        OldAddPets {
            request: rt::Request::new(self.core, &OLD_ADD_PETS),
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
    /// Number of the page.
    ///
    /// When sent: from 1.
    #[inline]
    pub fn page(mut self, page: i64) -> Self {
        self.request.set_query("page", page, rt::Limits::NONE.range(Some(1), None));
        self
    }

    /// Most pets on a page.
    #[inline]
    pub fn limit(mut self, limit: i64) -> Self {
        self.request.set_query("limit", limit, rt::Limits::NONE);
        self
    }
}

rt::endpoint! {
    ListPets: LIST_PETS => list Vec<Pet>, ListPetsError, pages;
}

static LIST_PETS: rt::Operation = rt::Operation {
    id: "listPets",
    name: "v1.pets.list",
    method: rt::Method::Get,
    path: "/pets",
    paging: Some(rt::Paging::List),
    idempotent: true,
    scopes: &["pets_read", "pets"],
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

/// A call of [`Pets::update`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct UpdatePets {
    request: rt::Request,
}

rt::endpoint! {
    UpdatePets: UPDATE_PETS => empty, UpdatePetsError;
}

static UPDATE_PETS: rt::Operation = rt::Operation {
    id: "updatePets",
    name: "v1.pets.update",
    method: rt::Method::Put,
    path: "/pets",
    successes: rt::statuses![204],
    items_per_call: Some(10u32),
    concurrency: Some(3u32),
    idempotent: true,
    scopes: &["pets"],
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`UpdatePets`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum UpdatePetsError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    UpdatePetsError {
    }
}

/// A call of [`Pets::check`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct CheckPets {
    request: rt::Request,
}

rt::endpoint! {
    CheckPets: CHECK_PETS => empty, CheckPetsError;
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

/// The error answers of [`CheckPets`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum CheckPetsError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    CheckPetsError {
    }
}

/// A call of [`Pets::delete`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct DeletePets {
    request: rt::Request,
}

impl DeletePets {
    /// Deletes these.
    ///
    /// Sent as `id:in`.
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

    /// Deletes pets of this mood.
    #[inline]
    pub fn mood(mut self, mood: impl Into<String>) -> Self {
        self.request.set_query("mood", Into::<String>::into(mood), rt::Limits::NONE);
        self
    }

    /// Means everything: without it, a call that no filter narrows down is refused before it is sent.
    #[inline]
    pub fn all(mut self) -> Self {
        self.request.allow_all();
        self
    }
}

rt::endpoint! {
    DeletePets: DELETE_PETS => empty, DeletePetsError;
}

static DELETE_PETS: rt::Operation = rt::Operation {
    id: "deletePets",
    name: "v1.pets.delete",
    method: rt::Method::Delete,
    path: "/pets",
    successes: rt::statuses![204],
    idempotent: true,
    guard: Some(&["id:in", "mood"]),
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

/// A call of [`Pets::delete_all`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct DeleteAllPets {
    request: rt::Request,
}

impl DeleteAllPets {
    /// Means everything: without it, a call that no filter narrows down is refused before it is sent.
    #[inline]
    pub fn all(mut self) -> Self {
        self.request.allow_all();
        self
    }
}

rt::endpoint! {
    DeleteAllPets: DELETE_ALL_PETS => empty, DeleteAllPetsError;
}

static DELETE_ALL_PETS: rt::Operation = rt::Operation {
    id: "deleteAllPets",
    name: "v1.pets.delete_all",
    method: rt::Method::Delete,
    path: "/pets/all",
    successes: rt::statuses![204],
    idempotent: true,
    guard: Some(&[]),
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`DeleteAllPets`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum DeleteAllPetsError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    DeleteAllPetsError {
    }
}

/// A call of [`Pets::old_list`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct OldListPets {
    request: rt::Request,
}

rt::endpoint! {
    OldListPets: OLD_LIST_PETS => list Vec<Pet>, OldListPetsError;
}

static OLD_LIST_PETS: rt::Operation = rt::Operation {
    id: "oldList",
    name: "v1.pets.old_list",
    method: rt::Method::Get,
    path: "/pets/all",
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`OldListPets`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum OldListPetsError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    OldListPetsError {
    }
}

/// A call of [`Pets::old_add`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct OldAddPets {
    request: rt::Request,
}

rt::endpoint! {
    OldAddPets: OLD_ADD_PETS => empty, OldAddPetsError;
}

static OLD_ADD_PETS: rt::Operation = rt::Operation {
    id: "oldAdd",
    name: "v1.pets.old_add",
    method: rt::Method::Post,
    path: "/pets/all",
    successes: rt::statuses![204],
    idempotent: false,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`OldAddPets`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum OldAddPetsError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    OldAddPetsError {
    }
}

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

/// Fails if what was read lacks something that has to be sent.
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
    /// Makes one of what is required; all else is absent.
    #[inline]
    #[must_use]
    pub fn new(id: i64) -> Self {
        Self { id, ..rt::Blank::blank() }
    }

    /// Sets [`name`](field@Self::name).
    #[inline]
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets [`chip`](field@Self::chip).
    #[inline]
    #[must_use]
    pub fn chip(mut self, chip: impl Into<rt::Nullable<String>>) -> Self {
        self.chip = chip.into();
        self
    }

    /// Sets [`note`](field@Self::note).
    #[inline]
    #[must_use]
    pub fn note(mut self, note: impl Into<rt::Nullable<String>>) -> Self {
        self.note = note.into();
        self
    }

    /// Sets [`mood`](field@Self::mood).
    #[inline]
    #[must_use]
    pub fn mood(mut self, mood: impl Into<rt::Nullable<String>>) -> Self {
        self.mood = mood.into();
        self
    }

    /// Sets [`owner`](field@Self::owner).
    #[inline]
    #[must_use]
    pub fn owner(mut self, owner: impl Into<String>) -> Self {
        self.owner = Some(owner.into());
        self
    }

    /// Sets [`weight`](field@Self::weight).
    #[inline]
    #[must_use]
    pub fn weight(mut self, weight: impl Into<rt::Number>) -> Self {
        self.weight = Some(weight.into());
        self
    }

    /// Sets [`gone`](field@Self::gone).
    #[inline]
    #[must_use]
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
            ..rt::Blank::blank()
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
