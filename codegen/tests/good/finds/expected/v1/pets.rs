// @generated from spec/v1/pets.yaml by `cargo xtask regen`: change that, not this.

//! Lists in which one item is looked up.

use openapi_client_runtime::rt;

/// The operations of `client.v1().pets()`, such as [`list`](Self::list).
#[derive(Clone, Copy, Debug)]
pub struct Pets<'a>(pub(super) &'a rt::Core);

impl Pets<'_> {
    /// Lists pets.
    ///
    /// `GET /pets`; scope `pets_read`; at most 3 calls at a time.
    ///
    /// # Returns
    ///
    /// [`PetPage`]. The pets.
    ///
    /// # Errors
    ///
    /// [`Error`](rt::Error).
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let response = client.v1().pets().list().await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn list(&self) -> ListPets {
        ListPets(rt::Request::new(self.0, &LIST_PETS))
    }

    /// Looks a pet up by the number.
    ///
    /// `GET /pets` with `id:in`; scope `pets_read`; at most 3 calls at a time.
    ///
    /// # Returns
    ///
    /// [`Pet`]; `None` if the list is empty. Items with another `id` are an error.
    ///
    /// # Errors
    ///
    /// [`Error`](rt::Error).
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let response = client.v1().pets().get(7).await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn get(&self, id: i64) -> GetPet2 {
        GetPet2(
            rt::Request::new(self.0, &LIST_PETS)
                .filter("id:in", [id], rt::ListStyle::Comma)
                .lookup("Pet", "id:in", rt::Match::IgnoreCase("id")),
        )
    }

    /// Looks a pet up by the name.
    ///
    /// Names need not be unique.
    ///
    /// `GET /pets` with `name`; scope `pets_read`; at most 3 calls at a time.
    ///
    /// # Returns
    ///
    /// [`Pet`]; `None` if the list is empty. Items with another `name` are an error.
    ///
    /// # Errors
    ///
    /// [`Error`](rt::Error).
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let response = client.v1().pets().find_by_name("Momo").await?;
    /// # Ok(()) }
    /// ```
    pub fn find_by_name(&self, name: impl Into<String>) -> FindPetByName {
        FindPetByName(
            rt::Request::new(self.0, &LIST_PETS)
                .query::<String>("name", name.into())
                .lookup("Pet", "name", rt::Match::Exact("name")),
        )
    }

    /// Lists the pets of an owner, of which one is also of a kind.
    ///
    /// `GET /owners/{ownerId}/pets`.
    ///
    /// # Arguments
    ///
    /// - `owner_id`: The owner.
    /// - `house`: The house.
    /// - `kind`: A kind.
    ///
    /// # Returns
    ///
    /// A list of [`Pet`]. The pets.
    ///
    /// None.
    ///
    /// # Errors
    ///
    /// [`Error`](rt::Error).
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::v1::pets::Kind;
    ///
    /// let response = client.v1().pets().list_owned(4, "East", [Kind::Cat]).await?;
    /// # Ok(()) }
    /// ```
    #[deprecated(note = "the API may drop it; it names no replacement")]
    pub fn list_owned(
        &self,
        owner_id: i64,
        house: impl Into<String>,
        kind: impl IntoIterator<Item = Kind>,
    ) -> ListOwnedPets {
        ListOwnedPets(
            rt::Request::new(self.0, &LIST_OWNED_PETS)
                .path("ownerId", owner_id)
                .query::<String>("house", house.into())
                .filter("kind", kind, rt::ListStyle::Repeat),
        )
    }

    /// Looks one up by its kind.
    ///
    /// `GET /owners/{ownerId}/pets` with `kind`.
    ///
    /// # Arguments
    ///
    /// - `owner_id`: The owner.
    /// - `house`: The house.
    ///
    /// # Returns
    ///
    /// [`Pet`]; `None` if the list is empty. Items with another `species` are an error.
    ///
    /// # Errors
    ///
    /// [`Error`](rt::Error).
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::v1::pets::Kind;
    ///
    /// let response = client.v1().pets().owned(4, "East", Kind::Cat).await?;
    /// # Ok(()) }
    /// ```
    #[deprecated(note = "the API may drop it; it names no replacement")]
    pub fn owned(
        &self,
        owner_id: i64,
        house: impl Into<String>,
        kind: Kind,
    ) -> OwnedPet {
        OwnedPet(
            rt::Request::new(self.0, &LIST_OWNED_PETS)
                .path("ownerId", owner_id)
                .query::<String>("house", house.into())
                .filter("kind", [kind], rt::ListStyle::Repeat)
                .lookup("Pet", "kind", rt::Match::IgnoreCase("species")),
        )
    }

    /// Lists names.
    ///
    /// `GET /names`.
    ///
    /// # Returns
    ///
    /// A list of `String`. The names.
    ///
    /// # Errors
    ///
    /// [`Error`](rt::Error).
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let response = client.v1().pets().names().await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn names(&self) -> NamesPets {
        NamesPets(rt::Request::new(self.0, &NAMES_PETS))
    }

    /// Looks a name up.
    ///
    /// `GET /names` with `like`.
    ///
    /// # Returns
    ///
    /// `String`; `None` if there is none, and the first if there are several.
    ///
    /// # Errors
    ///
    /// [`Error`](rt::Error).
    pub fn get_name(&self, like: impl Into<String>) -> GetName {
        GetName(
            rt::Request::new(self.0, &NAMES_PETS)
                .query::<String>("like", like.into())
                .lookup("String", "like", rt::Match::Unchecked),
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
    /// Sent as `id:in`.
    pub fn id_in(mut self, id_in: impl IntoIterator<Item = i64>) -> Self {
        self.0.set_filter("id:in", id_in, rt::ListStyle::Comma);
        self
    }

    /// The one of this name.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.0.set_query::<String>("name", name.into());
        self
    }

    /// What comes along.
    ///
    /// Sent as `with`.
    pub fn with2(mut self, with2: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.0
            .set_selection(
                "with",
                with2.into_iter().map(Into::<String>::into),
                rt::ListStyle::Comma,
            );
        self
    }

    /// The most of them.
    #[inline]
    pub fn limit(mut self, limit: i64) -> Self {
        self.0.set_query("limit", limit);
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
    pub fn wait(self) -> Result<rt::Response<PetPage>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for ListPets {
    type Output = Result<rt::Response<PetPage>, rt::Error>;
    type IntoFuture = rt::CallFuture<PetPage>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::list())
    }
}

static LIST_PETS: rt::Operation = rt::Operation {
    id: "listPets",
    name: "v1.pets.list",
    method: rt::Method::Get,
    path: "/pets",
    concurrency: Some(3u32),
    scopes: &["pets_read"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Pets::get`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetPet2(rt::Request);

impl GetPet2 {
    /// What comes along.
    ///
    /// Sent as `with`.
    pub fn with2(mut self, with2: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.0
            .set_selection(
                "with",
                with2.into_iter().map(Into::<String>::into),
                rt::ListStyle::Comma,
            );
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
    pub fn wait(self) -> Result<rt::Response<Option<Pet>>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for GetPet2 {
    type Output = Result<rt::Response<Option<Pet>>, rt::Error>;
    type IntoFuture = rt::CallFuture<Option<Pet>>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::first::<PetPage>())
    }
}

/// A request of [`Pets::find_by_name`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct FindPetByName(rt::Request);

impl FindPetByName {
    /// What comes along.
    ///
    /// Sent as `with`.
    pub fn with2(mut self, with2: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.0
            .set_selection(
                "with",
                with2.into_iter().map(Into::<String>::into),
                rt::ListStyle::Comma,
            );
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
    pub fn wait(self) -> Result<rt::Response<Option<Pet>>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for FindPetByName {
    type Output = Result<rt::Response<Option<Pet>>, rt::Error>;
    type IntoFuture = rt::CallFuture<Option<Pet>>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::first::<PetPage>())
    }
}

/// A request of [`Pets::list_owned`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListOwnedPets(rt::Request);

impl ListOwnedPets {
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

impl IntoFuture for ListOwnedPets {
    type Output = Result<rt::Response<Vec<Pet>>, rt::Error>;
    type IntoFuture = rt::CallFuture<Vec<Pet>>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::list_or_empty())
    }
}

static LIST_OWNED_PETS: rt::Operation = rt::Operation {
    id: "listOwned",
    name: "v1.pets.list_owned",
    method: rt::Method::Get,
    path: "/owners/{ownerId}/pets",
    successes: rt::statuses![200, 204],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Pets::owned`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct OwnedPet(rt::Request);

impl OwnedPet {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<Option<Pet>>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for OwnedPet {
    type Output = Result<rt::Response<Option<Pet>>, rt::Error>;
    type IntoFuture = rt::CallFuture<Option<Pet>>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::first_or_none::<Vec<Pet>>())
    }
}

/// A request of [`Pets::names`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct NamesPets(rt::Request);

impl NamesPets {
    /// What it is like.
    pub fn like(mut self, like: impl Into<String>) -> Self {
        self.0.set_query::<String>("like", like.into());
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
    pub fn wait(self) -> Result<rt::Response<Vec<String>>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for NamesPets {
    type Output = Result<rt::Response<Vec<String>>, rt::Error>;
    type IntoFuture = rt::CallFuture<Vec<String>>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::list())
    }
}

static NAMES_PETS: rt::Operation = rt::Operation {
    id: "listNames",
    name: "v1.pets.names",
    method: rt::Method::Get,
    path: "/names",
    ..rt::Operation::new(&super::API)
};

/// A request of [`Pets::get_name`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetName(rt::Request);

impl GetName {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<Option<String>>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for GetName {
    type Output = Result<rt::Response<Option<String>>, rt::Error>;
    type IntoFuture = rt::CallFuture<Option<String>>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::first::<Vec<String>>())
    }
}

/// Has the name that a builder would have.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct GetPet {
    /// A number.
    pub id: Option<i64>,
}

rt::object! {
    GetPet {
        id: "id" optional,
    }
}

/// A kind.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// `cat`
    Cat,
    /// `dog`
    Dog,
    /// A value that this version of the crate does not know, unchanged.
    Unknown(rt::UnknownText),
}

rt::string_enum! {
    Kind {
        Cat = "cat",
        Dog = "dog",
    }
}

/// A pet.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Pet {
    /// A number.
    pub id: i64,
    /// A name.
    pub name: Option<String>,
    /// A kind.
    pub species: Option<Kind>,
}

rt::object! {
    Pet {
        id: "id" required,
        name: "name" optional,
        species: "species" optional,
    }
}

/// Some pets.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PetPage {
    /// The pets.
    pub pets: Vec<Pet>,
    /// Not always there.
    pub notes: Option<Vec<String>>,
}

rt::object! {
    PetPage {
        pets: "pets" required,
        notes: "notes" optional,
    }
}

impl rt::Listing for PetPage {
    type Item = Pet;
    const KEY: Option<&'static str> = Some("pets");
    fn items(&self) -> &[Pet] {
        &self.pets
    }

    fn items_mut(&mut self) -> &mut Vec<Pet> {
        &mut self.pets
    }
}
