// @generated from spec/v1/pets.yaml by `cargo xtask regen`: change that, not this.

//! Lists of which there are more pages.

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

    /// Lists pets, by number.
    ///
    /// `GET /pets`; pages by number.
    ///
    /// Awaited, it gives one page; [`stream`](ListPets::stream) gives the items of all pages,
    /// [`pages`](ListPets::pages) the pages themselves.
    ///
    /// # Returns
    ///
    /// [`PetPage`].
    ///
    /// A page.
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

    /// Lists the pets of a house, by cursor; the list may be missing.
    ///
    /// `GET /houses/{house}/pets`; pages by cursor or number.
    ///
    /// Awaited, it gives one page; [`stream`](ListByHousePets::stream) gives the items of all pages,
    /// [`pages`](ListByHousePets::pages) the pages themselves.
    ///
    /// # Arguments
    ///
    /// - `house`: The house.
    ///
    /// # Returns
    ///
    /// [`HousePage`].
    ///
    /// A page.
    ///
    /// # Errors
    ///
    /// [`ListByHousePetsError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let page = client.v1().pets().list_by_house("East").await?;
    ///
    /// let mut all = client.v1().pets().list_by_house("East").stream();
    /// while let Some(item) = all.try_next().await? {
    ///     println!("{item:?}");
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn list_by_house(&self, house: impl Into<String>) -> ListByHousePets {
        ListByHousePets {
            request: rt::Request::new(self.core, &LIST_BY_HOUSE_PETS)
                .path("house", Into::<String>::into(house)),
        }
    }

    /// Lists names, without a word about pages.
    ///
    /// `GET /names`; pages by number until one is empty.
    ///
    /// Awaited, it gives one page; [`stream`](NamesPets::stream) gives the items of all pages,
    /// [`pages`](NamesPets::pages) the pages themselves.
    ///
    /// # Returns
    ///
    /// A list of `String`.
    ///
    /// Names.
    ///
    /// No more.
    ///
    /// # Errors
    ///
    /// [`NamesPetsError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let page = client.v1().pets().names().await?;
    ///
    /// let mut all = client.v1().pets().names().stream();
    /// while let Some(item) = all.try_next().await? {
    ///     println!("{item:?}");
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn names(&self) -> NamesPets {
        NamesPets {
            request: rt::Request::new(self.core, &NAMES_PETS),
        }
    }

    /// Lists toys, all at once.
    ///
    /// `GET /toys`.
    ///
    /// # Returns
    ///
    /// [`Toys`].
    ///
    /// All toys.
    ///
    /// # Errors
    ///
    /// [`ToysPetsError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let answer = client.v1().pets().toys().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn toys(&self) -> ToysPets {
        ToysPets {
            request: rt::Request::new(self.core, &TOYS_PETS),
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
    ListPets: LIST_PETS => list PetPage, ListPetsError, pages;
}

static LIST_PETS: rt::Operation = rt::Operation {
    id: "listPets",
    name: "v1.pets.list",
    method: rt::Method::Get,
    path: "/pets",
    paging: Some(rt::Paging::Offset),
    idempotent: true,
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

/// A call of [`Pets::list_by_house`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListByHousePets {
    request: rt::Request,
}

impl ListByHousePets {
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

    /// Begins behind this cursor.
    #[inline]
    pub fn after(mut self, after: impl Into<String>) -> Self {
        self.request.set_query("after", Into::<String>::into(after), rt::Limits::NONE);
        self
    }

    /// Ends before this cursor.
    #[inline]
    pub fn before(mut self, before: impl Into<String>) -> Self {
        self.request.set_query("before", Into::<String>::into(before), rt::Limits::NONE);
        self
    }
}

rt::endpoint! {
    ListByHousePets: LIST_BY_HOUSE_PETS => list HousePage, ListByHousePetsError, pages;
}

static LIST_BY_HOUSE_PETS: rt::Operation = rt::Operation {
    id: "listByHouse",
    name: "v1.pets.list_by_house",
    method: rt::Method::Get,
    path: "/houses/{house}/pets",
    paging: Some(rt::Paging::Cursor),
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`ListByHousePets`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ListByHousePetsError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    ListByHousePetsError {
    }
}

/// A call of [`Pets::names`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct NamesPets {
    request: rt::Request,
}

impl NamesPets {
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
    NamesPets: NAMES_PETS => list_or_empty Vec<String>, NamesPetsError, pages;
}

static NAMES_PETS: rt::Operation = rt::Operation {
    id: "listNames",
    name: "v1.pets.names",
    method: rt::Method::Get,
    path: "/names",
    successes: rt::statuses![200, 204],
    paging: Some(rt::Paging::List),
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`NamesPets`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum NamesPetsError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    NamesPetsError {
    }
}

/// A call of [`Pets::toys`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ToysPets {
    request: rt::Request,
}

rt::endpoint! {
    ToysPets: TOYS_PETS => json Toys, ToysPetsError;
}

static TOYS_PETS: rt::Operation = rt::Operation {
    id: "listToys",
    name: "v1.pets.toys",
    method: rt::Method::Get,
    path: "/toys",
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`ToysPets`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ToysPetsError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    ToysPetsError {
    }
}

/// A pet.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Pet {
    /// A number.
    pub id: i64,
}

rt::object! {
    Pet {
        id: "id" required,
    }
}

/// Some pets, and more than one array.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PetPage {
    /// The pets.
    pub data: Vec<Pet>,
    /// Remarks.
    pub notes: Vec<String>,
    /// The place of a page.
    pub meta: PetMeta,
}

rt::object! {
    PetPage {
        data: "data" required,
        notes: "notes" required,
        meta: "meta" required,
    }
}

rt::listing! {
    PetPage: data "data" [Pet]
}

rt::page! {
    PetPage {
        current_page(meta.numbers?.page),
        total_pages(meta.numbers?.pages?),
        per_page(meta.numbers?.size?),
        total(meta.total?),
        count(meta.count?),
    }
}

/// The place of a page.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PetMeta {
    /// `numbers`.
    pub numbers: rt::Nullable<Numbers>,
    /// All of them.
    pub total: Option<i64>,
    /// Those of this page.
    pub count: rt::Nullable<i64>,
}

rt::object! {
    PetMeta {
        numbers: "numbers" optional,
        total: "total" optional,
        count: "count" optional,
    }
}

/// Numbers of pages.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Numbers {
    /// Of this page.
    pub page: i64,
    /// Of all pages.
    pub pages: Option<i64>,
    /// Most items.
    pub size: rt::Nullable<i64>,
}

rt::object! {
    Numbers {
        page: "page" required,
        pages: "pages" optional,
        size: "size" optional,
    }
}

/// Some pets of a house, if there are any.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct HousePage {
    /// The pets.
    pub data: Option<Vec<Pet>>,
    /// The place of a page.
    pub meta: HouseMeta,
}

rt::object! {
    HousePage {
        data: "data" optional,
        meta: "meta" required,
    }
}

rt::listing! {
    HousePage: data? "data" [Pet]
}

rt::page! {
    HousePage {
        per_page(meta.cursors?.size?),
        end_cursor(meta.cursors?.end?),
        next_link(meta.cursors?.links?.next?),
        cursors(meta.cursors),
    }
}

/// The place of a page.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct HouseMeta {
    /// Cursors around a page.
    pub cursors: Option<Cursors>,
}

rt::object! {
    HouseMeta {
        cursors: "cursors" optional,
    }
}

/// Cursors around a page.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Cursors {
    /// Of the last pet.
    pub end: Option<String>,
    /// Most items.
    pub size: Option<i64>,
    /// Where to go.
    pub links: Option<Links>,
}

rt::object! {
    Cursors {
        end: "end" required,
        size: "size" optional,
        links: "links" optional,
    }
}

/// Where to go.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Links {
    /// On.
    pub next: rt::Nullable<String>,
}

rt::object! {
    Links {
        next: "next" optional,
    }
}

/// Toys, under another name than that of lists.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Toys {
    /// The toys.
    pub toys: Vec<String>,
}

rt::object! {
    Toys {
        toys: "toys" required,
    }
}
