// @generated from spec/v1/pets.yaml by `cargo xtask regen`: change that, not this.

//! Lists of which there are more pages.

use openapi_client_runtime::rt;

/// The operations of `client.v1().pets()`, such as [`list`](Self::list).
#[derive(Clone, Copy, Debug)]
pub struct Pets<'a>(pub(super) &'a rt::Core);

impl Pets<'_> {
    /// Lists pets, by number.
    ///
    /// `GET /pets`; pages by number.
    ///
    /// Awaiting it returns one page; [`stream`](ListPets::stream) returns the items of all pages,
    /// [`pages`](ListPets::pages) the pages themselves.
    ///
    /// # Returns
    ///
    /// [`PetPage`]. A page.
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

    /// Lists the pets of a house, by cursor; the list may be missing.
    ///
    /// `GET /houses/{house}/pets`; pages by cursor or number.
    ///
    /// Awaiting it returns one page; [`stream`](ListByHousePets::stream) returns the items of all
    /// pages, [`pages`](ListByHousePets::pages) the pages themselves.
    ///
    /// # Arguments
    ///
    /// - `house`: The house.
    ///
    /// # Returns
    ///
    /// [`HousePage`]. A page.
    ///
    /// # Errors
    ///
    /// [`Error`](rt::Error).
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
    /// # Ok(()) }
    /// ```
    pub fn list_by_house(&self, house: impl Into<String>) -> ListByHousePets {
        ListByHousePets(
            rt::Request::new(self.0, &LIST_BY_HOUSE_PETS)
                .path::<String>("house", house.into()),
        )
    }

    /// Lists names, without a word about pages.
    ///
    /// `GET /names`; pages by number until one is empty.
    ///
    /// Awaiting it returns one page; [`stream`](NamesPets::stream) returns the items of all pages,
    /// [`pages`](NamesPets::pages) the pages themselves.
    ///
    /// # Returns
    ///
    /// A list of `String`. Names.
    ///
    /// No more.
    ///
    /// # Errors
    ///
    /// [`Error`](rt::Error).
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
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn names(&self) -> NamesPets {
        NamesPets(rt::Request::new(self.0, &NAMES_PETS))
    }

    /// Lists toys, all at once.
    ///
    /// `GET /toys`.
    ///
    /// # Returns
    ///
    /// [`Toys`]. All toys.
    ///
    /// # Errors
    ///
    /// [`Error`](rt::Error).
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let response = client.v1().pets().toys().await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn toys(&self) -> ToysPets {
        ToysPets(rt::Request::new(self.0, &TOYS_PETS))
    }
}

/// A request of [`Pets::list`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListPets(rt::Request);

impl ListPets {
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
    pub fn pages(self) -> rt::Pages<PetPage> {
        rt::Pages::new(self.0, rt::Decoder::list())
    }

    /// Returns a stream of the items of all pages.
    #[inline]
    pub fn stream(self) -> rt::Items<PetPage> {
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
    pub fn wait(self) -> Result<rt::Response<PetPage>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for ListPets {
    type Output = Result<rt::Response<PetPage>, rt::Error>;
    type IntoFuture = rt::CallFuture<PetPage>;
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
    paging: Some(rt::Paging::Offset),
    ..rt::Operation::new(&super::API)
};

/// A request of [`Pets::list_by_house`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListByHousePets(rt::Request);

impl ListByHousePets {
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

    /// Begins behind this cursor.
    pub fn after(mut self, after: impl Into<String>) -> Self {
        self.0.set_query::<String>("after", after.into());
        self
    }

    /// Ends before this cursor.
    pub fn before(mut self, before: impl Into<String>) -> Self {
        self.0.set_query::<String>("before", before.into());
        self
    }

    /// Returns a stream of the pages of the whole list.
    #[inline]
    pub fn pages(self) -> rt::Pages<HousePage> {
        rt::Pages::new(self.0, rt::Decoder::list())
    }

    /// Returns a stream of the items of all pages.
    #[inline]
    pub fn stream(self) -> rt::Items<HousePage> {
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
    pub fn wait(self) -> Result<rt::Response<HousePage>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for ListByHousePets {
    type Output = Result<rt::Response<HousePage>, rt::Error>;
    type IntoFuture = rt::CallFuture<HousePage>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::of_pages(self.0, rt::Decoder::list())
    }
}

static LIST_BY_HOUSE_PETS: rt::Operation = rt::Operation {
    id: "listByHouse",
    name: "v1.pets.list_by_house",
    method: rt::Method::Get,
    path: "/houses/{house}/pets",
    paging: Some(rt::Paging::Cursor),
    ..rt::Operation::new(&super::API)
};

/// A request of [`Pets::names`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct NamesPets(rt::Request);

impl NamesPets {
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
    pub fn pages(self) -> rt::Pages<Vec<String>> {
        rt::Pages::new(self.0, rt::Decoder::list_or_empty())
    }

    /// Returns a stream of the items of all pages.
    #[inline]
    pub fn stream(self) -> rt::Items<Vec<String>> {
        rt::Items::new(self.0, rt::Decoder::list_or_empty())
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
    pub fn wait(self) -> Result<rt::Response<Vec<String>>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for NamesPets {
    type Output = Result<rt::Response<Vec<String>>, rt::Error>;
    type IntoFuture = rt::CallFuture<Vec<String>>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::of_pages(self.0, rt::Decoder::list_or_empty())
    }
}

static NAMES_PETS: rt::Operation = rt::Operation {
    id: "listNames",
    name: "v1.pets.names",
    method: rt::Method::Get,
    path: "/names",
    successes: rt::statuses![200, 204],
    paging: Some(rt::Paging::List),
    ..rt::Operation::new(&super::API)
};

/// A request of [`Pets::toys`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ToysPets(rt::Request);

impl ToysPets {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<Toys>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for ToysPets {
    type Output = Result<rt::Response<Toys>, rt::Error>;
    type IntoFuture = rt::CallFuture<Toys>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::json())
    }
}

static TOYS_PETS: rt::Operation = rt::Operation {
    id: "listToys",
    name: "v1.pets.toys",
    method: rt::Method::Get,
    path: "/toys",
    ..rt::Operation::new(&super::API)
};

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

impl rt::Listing for PetPage {
    type Item = Pet;
    const KEY: Option<&'static str> = Some("data");
    fn items(&self) -> &[Pet] {
        &self.data
    }

    fn items_mut(&mut self) -> &mut Vec<Pet> {
        &mut self.data
    }
}

impl rt::Paged for PetPage {
    fn info(&self) -> rt::PageInfo<'_> {
        rt::Paged::info(&self.meta)
    }

    fn renumber(&mut self, items: i64) {
        rt::Paged::renumber(&mut self.meta, items);
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

impl rt::Paged for PetMeta {
    fn info(&self) -> rt::PageInfo<'_> {
        rt::PageInfo {
            current_page: self.numbers.value().map(|it| it.page),
            total_pages: self.numbers.value().and_then(|it| it.pages),
            per_page: self.numbers.value().and_then(|it| it.size.value().copied()),
            ..rt::PageInfo::default()
        }
    }

    fn renumber(&mut self, items: i64) {
        if let Some(it) = self.numbers.value_mut() {
            it.page = 1;
            if let Some(number) = it.pages.as_mut() {
                *number = 1;
            }
            if let Some(number) = it.size.value_mut() {
                *number = items;
            }
        }
        if let Some(number) = self.total.as_mut() {
            *number = items;
        }
        if let Some(number) = self.count.value_mut() {
            *number = items;
        }
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

impl rt::Listing for HousePage {
    type Item = Pet;
    const KEY: Option<&'static str> = Some("data");
    fn items(&self) -> &[Pet] {
        self.data.as_deref().unwrap_or_default()
    }

    fn items_mut(&mut self) -> &mut Vec<Pet> {
        self.data.get_or_insert_default()
    }
}

impl rt::Paged for HousePage {
    fn info(&self) -> rt::PageInfo<'_> {
        rt::Paged::info(&self.meta)
    }

    fn renumber(&mut self, items: i64) {
        rt::Paged::renumber(&mut self.meta, items);
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

impl rt::Paged for HouseMeta {
    fn info(&self) -> rt::PageInfo<'_> {
        rt::PageInfo {
            per_page: self.cursors.as_ref().and_then(|it| it.size),
            end_cursor: self.cursors.as_ref().and_then(|it| it.end.as_deref()),
            next_link: self
                .cursors
                .as_ref()
                .and_then(|it| it.links.as_ref())
                .and_then(|it| it.next.as_deref()),
            ..rt::PageInfo::default()
        }
    }

    fn renumber(&mut self, _: i64) {
        self.cursors = None;
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
