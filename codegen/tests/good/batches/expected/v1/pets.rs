// @generated from spec/v1/pets.yaml by `cargo xtask regen`: change that, not this.

//! Lists that are sent.

use openapi_client_runtime::rt;

/// The operations of `client.v1().pets()`, such as [`create`](Self::create).
#[derive(Clone, Copy, Debug)]
pub struct Pets<'a>(pub(super) &'a rt::Core);

impl Pets<'_> {
    /// Creates pets.
    ///
    /// `POST /pets`; at most 2 items per call; at most 1 calls at a time.
    ///
    /// [`create_batches`](Self::create_batches) takes any number of items.
    ///
    /// # Arguments
    ///
    /// - `body`: The pets.
    ///
    /// # Returns
    ///
    /// [`PetPage`]. The pets.
    ///
    /// # Errors
    ///
    /// [`Error`](rt::Error).
    pub fn create(&self, body: impl IntoIterator<Item = PetCreate>) -> CreatePets {
        CreatePets(
            rt::Request::new(self.0, &CREATE_PETS)
                .json_list_within(body, rt::Limits::NONE.items(1, Some(5))),
        )
    }

    /// Sends any number of items with [`create`](Self::create), in as many calls as needed.
    ///
    /// Takes an iterator or a stream, and returns a stream of one outcome per item: 2 items per call;
    /// at most 1 calls at a time. A call takes effect as a whole or not at all; if an item is rejected,
    /// the others are sent again without it.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client, items: Vec<generated_client::v1::pets::PetCreate>) {
    /// let mut outcomes = client.v1().pets().create_batches(items);
    /// while let Some(outcome) = outcomes.next().await {
    ///     let Some(error) = outcome.error() else { continue };
    ///     println!("item {}: {error}", outcome.index);
    /// }
    /// # }
    /// ```
    pub fn create_batches<M>(
        &self,
        body: impl rt::IntoItems<PetCreate, M>,
    ) -> rt::Batches<PetCreate, PetPage> {
        let request = rt::Request::new(self.0, &CREATE_PETS);
        rt::Batches::new(request, body, rt::Decoder::list())
            .within(rt::Limits::NONE.items(1, Some(5)))
    }

    /// Creates pets, and wants the name that another method has.
    ///
    /// `PUT /pets`; at most 3 items per call.
    ///
    /// [`create_batches2`](Self::create_batches2) takes any number of items.
    ///
    /// # Arguments
    ///
    /// - `body`: The pets.
    ///
    /// # Returns
    ///
    /// A list of [`Pet`]. The pets.
    ///
    /// None was new.
    ///
    /// # Errors
    ///
    /// [`Error`](rt::Error).
    #[deprecated(note = "the API may drop it; it names no replacement")]
    pub fn create_batch(
        &self,
        body: impl IntoIterator<Item = PetCreate>,
    ) -> CreateBatchPets {
        CreateBatchPets(
            rt::Request::new(self.0, &CREATE_BATCH_PETS)
                .json_list_within(body, rt::Limits::NONE.items(0, Some(3))),
        )
    }

    /// Sends any number of items with [`create_batch`](Self::create_batch), in as many calls as needed.
    ///
    /// Takes an iterator or a stream, and returns a stream of one outcome per item: 3 items per call; 3
    /// calls at a time by default.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client, items: Vec<generated_client::v1::pets::PetCreate>) {
    /// let mut outcomes = client.v1().pets().create_batches2(items);
    /// while let Some(outcome) = outcomes.next().await {
    ///     let Some(error) = outcome.error() else { continue };
    ///     println!("item {}: {error}", outcome.index);
    /// }
    /// # }
    /// ```
    #[deprecated(note = "the API may drop it; it names no replacement")]
    pub fn create_batches2<M>(
        &self,
        body: impl rt::IntoItems<PetCreate, M>,
    ) -> rt::Batches<PetCreate, Vec<Pet>> {
        let request = rt::Request::new(self.0, &CREATE_BATCH_PETS);
        rt::Batches::new(request, body, rt::Decoder::list_or_empty())
            .within(rt::Limits::NONE.items(0, Some(3)))
    }

    /// Deletes pets, and does not tell which.
    ///
    /// `DELETE /pets`.
    ///
    /// # Arguments
    ///
    /// - `body`: The numbers.
    ///
    /// # Returns
    ///
    /// Done.
    ///
    /// # Errors
    ///
    /// [`Error`](rt::Error).
    pub fn delete(&self, body: impl IntoIterator<Item = i64>) -> DeletePets {
        DeletePets(rt::Request::new(self.0, &DELETE_PETS).json_list(body))
    }

    /// Moves pets into a house.
    ///
    /// `PUT /houses/{house}/pets`.
    ///
    /// [`update_batches2`](Self::update_batches2) takes any number of items.
    ///
    /// # Arguments
    ///
    /// - `house`: The house.
    /// - `body`: The numbers.
    ///
    /// # Returns
    ///
    /// A list of `i64`. The numbers.
    ///
    /// # Errors
    ///
    /// [`Error`](rt::Error).
    pub fn update(
        &self,
        house: impl Into<String>,
        body: impl IntoIterator<Item = i64>,
    ) -> UpdatePets {
        UpdatePets(
            rt::Request::new(self.0, &UPDATE_PETS)
                .path::<String>("house", house.into())
                .json_list(body),
        )
    }

    /// Sends any number of items with [`update`](Self::update), in as many calls as needed.
    ///
    /// Takes an iterator or a stream, and returns a stream of one outcome per item: 10 items per call,
    /// as the document states no limit; 3 calls at a time by default.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client, items: Vec<i64>) {
    /// let mut outcomes = client.v1().pets().update_batches2("East", items);
    /// while let Some(outcome) = outcomes.next().await {
    ///     let Some(error) = outcome.error() else { continue };
    ///     println!("item {}: {error}", outcome.index);
    /// }
    /// # }
    /// ```
    pub fn update_batches2<M>(
        &self,
        house: impl Into<String>,
        body: impl rt::IntoItems<i64, M>,
    ) -> rt::Batches<i64, Vec<i64>> {
        let request = rt::Request::new(self.0, &UPDATE_PETS)
            .path::<String>("house", house.into());
        rt::Batches::new(request, body, rt::Decoder::list())
    }

    /// Has the name that a method for batches would have.
    ///
    /// `GET /houses/{house}/pets`.
    ///
    /// # Arguments
    ///
    /// - `house`: The house.
    ///
    /// # Returns
    ///
    /// Nothing.
    ///
    /// # Errors
    ///
    /// [`Error`](rt::Error).
    pub fn update_batches(&self, house: impl Into<String>) -> UpdateBatchesPets {
        UpdateBatchesPets(
            rt::Request::new(self.0, &UPDATE_BATCHES_PETS)
                .path::<String>("house", house.into()),
        )
    }

    /// Takes items that are made from others.
    ///
    /// `POST /weights`.
    ///
    /// [`weigh_batches`](Self::weigh_batches) takes any number of items.
    ///
    /// # Arguments
    ///
    /// - `body`: The weights.
    ///
    /// # Returns
    ///
    /// A list of `rt::Number`. The weights.
    ///
    /// # Errors
    ///
    /// [`Error`](rt::Error).
    pub fn weigh(
        &self,
        body: impl IntoIterator<Item = impl Into<rt::Number>>,
    ) -> WeighPets {
        WeighPets(
            rt::Request::new(self.0, &WEIGH_PETS)
                .json_list(body.into_iter().map(Into::<rt::Number>::into)),
        )
    }

    /// Sends any number of items with [`weigh`](Self::weigh), in as many calls as needed.
    ///
    /// Takes an iterator or a stream, and returns a stream of one outcome per item: 10 items per call,
    /// as the document states no limit; 3 calls at a time by default.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client, items: Vec<generated_client::Number>) {
    /// let mut outcomes = client.v1().pets().weigh_batches(items);
    /// while let Some(outcome) = outcomes.next().await {
    ///     let Some(error) = outcome.error() else { continue };
    ///     println!("item {}: {error}", outcome.index);
    /// }
    /// # }
    /// ```
    pub fn weigh_batches<M>(
        &self,
        body: impl rt::IntoItems<rt::Number, M>,
    ) -> rt::Batches<rt::Number, Vec<rt::Number>> {
        let request = rt::Request::new(self.0, &WEIGH_PETS);
        rt::Batches::new(request, body, rt::Decoder::list())
    }

    /// Takes items of several kinds.
    ///
    /// `POST /owners`.
    ///
    /// [`add_owners_batches`](Self::add_owners_batches) takes any number of items.
    ///
    /// # Arguments
    ///
    /// - `body`: The owners.
    ///
    /// # Returns
    ///
    /// A list of [`Owner`]. The owners.
    ///
    /// # Errors
    ///
    /// [`Error`](rt::Error).
    pub fn add_owners(
        &self,
        body: impl IntoIterator<Item = impl Into<Owner>>,
    ) -> AddOwnersPets {
        AddOwnersPets(
            rt::Request::new(self.0, &ADD_OWNERS_PETS)
                .json_list(body.into_iter().map(Into::<Owner>::into)),
        )
    }

    /// Sends any number of items with [`add_owners`](Self::add_owners), in as many calls as needed.
    ///
    /// Takes an iterator or a stream, and returns a stream of one outcome per item: 10 items per call,
    /// as the document states no limit; 3 calls at a time by default.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client, items: Vec<generated_client::v1::pets::Owner>) {
    /// let mut outcomes = client.v1().pets().add_owners_batches(items);
    /// while let Some(outcome) = outcomes.next().await {
    ///     let Some(error) = outcome.error() else { continue };
    ///     println!("item {}: {error}", outcome.index);
    /// }
    /// # }
    /// ```
    pub fn add_owners_batches<M>(
        &self,
        body: impl rt::IntoItems<Owner, M>,
    ) -> rt::Batches<Owner, Vec<Owner>> {
        let request = rt::Request::new(self.0, &ADD_OWNERS_PETS);
        rt::Batches::new(request, body, rt::Decoder::list())
    }
}

/// A request of [`Pets::create`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct CreatePets(rt::Request);

impl CreatePets {
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

impl IntoFuture for CreatePets {
    type Output = Result<rt::Response<PetPage>, rt::Error>;
    type IntoFuture = rt::CallFuture<PetPage>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::list())
    }
}

static CREATE_PETS: rt::Operation = rt::Operation {
    id: "createPets",
    name: "v1.pets.create",
    method: rt::Method::Post,
    path: "/pets",
    items_per_call: Some(2u32),
    concurrency: Some(1u32),
    batch_key: &["name", "born"],
    atomic: true,
    ..rt::Operation::new(&super::API)
};

/// A request of [`Pets::create_batch`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct CreateBatchPets(rt::Request);

impl CreateBatchPets {
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

impl IntoFuture for CreateBatchPets {
    type Output = Result<rt::Response<Vec<Pet>>, rt::Error>;
    type IntoFuture = rt::CallFuture<Vec<Pet>>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::list_or_empty())
    }
}

static CREATE_BATCH_PETS: rt::Operation = rt::Operation {
    id: "createBatch",
    name: "v1.pets.create_batch",
    method: rt::Method::Put,
    path: "/pets",
    successes: rt::statuses![200, 204],
    items_per_call: Some(3u32),
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
        rt::CallFuture::new(self.0, rt::Decoder::empty())
    }
}

static DELETE_PETS: rt::Operation = rt::Operation {
    id: "deletePets",
    name: "v1.pets.delete",
    method: rt::Method::Delete,
    path: "/pets",
    successes: rt::statuses![204],
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
    pub fn wait(self) -> Result<rt::Response<Vec<i64>>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for UpdatePets {
    type Output = Result<rt::Response<Vec<i64>>, rt::Error>;
    type IntoFuture = rt::CallFuture<Vec<i64>>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::list())
    }
}

static UPDATE_PETS: rt::Operation = rt::Operation {
    id: "movePets",
    name: "v1.pets.update",
    method: rt::Method::Put,
    path: "/houses/{house}/pets",
    ..rt::Operation::new(&super::API)
};

/// A request of [`Pets::update_batches`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct UpdateBatchesPets(rt::Request);

impl UpdateBatchesPets {
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

impl IntoFuture for UpdateBatchesPets {
    type Output = Result<rt::Response<()>, rt::Error>;
    type IntoFuture = rt::CallFuture<()>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::empty())
    }
}

static UPDATE_BATCHES_PETS: rt::Operation = rt::Operation {
    id: "history",
    name: "v1.pets.update_batches",
    method: rt::Method::Get,
    path: "/houses/{house}/pets",
    successes: rt::statuses![204],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Pets::weigh`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct WeighPets(rt::Request);

impl WeighPets {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<Vec<rt::Number>>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for WeighPets {
    type Output = Result<rt::Response<Vec<rt::Number>>, rt::Error>;
    type IntoFuture = rt::CallFuture<Vec<rt::Number>>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::list())
    }
}

static WEIGH_PETS: rt::Operation = rt::Operation {
    id: "weighPets",
    name: "v1.pets.weigh",
    method: rt::Method::Post,
    path: "/weights",
    ..rt::Operation::new(&super::API)
};

/// A request of [`Pets::add_owners`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct AddOwnersPets(rt::Request);

impl AddOwnersPets {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<Vec<Owner>>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for AddOwnersPets {
    type Output = Result<rt::Response<Vec<Owner>>, rt::Error>;
    type IntoFuture = rt::CallFuture<Vec<Owner>>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::list())
    }
}

static ADD_OWNERS_PETS: rt::Operation = rt::Operation {
    id: "addOwners",
    name: "v1.pets.add_owners",
    method: rt::Method::Post,
    path: "/owners",
    successes: rt::statuses![201],
    batch_key: &["id"],
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
    /// The birthday.
    pub born: Option<rt::Date>,
}

rt::object! {
    Pet {
        id: "id" required,
        name: "name" required,
        born: "born" optional,
    }
}

/// A new pet.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct PetCreate {
    /// A name.
    ///
    /// When sent: 1 to 5 characters.
    pub name: String,
    /// The birthday.
    pub born: Option<rt::Date>,
}

impl PetCreate {
    /// Creates a [`PetCreate`] from [`name`](field@Self::name), which is required.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            ..rt::Empty::empty()
        }
    }

    /// Sets [`born`](field@Self::born).
    pub fn born(mut self, born: impl Into<rt::Date>) -> Self {
        self.born = Some(born.into());
        self
    }
}

rt::object! {
    PetCreate {
        name: "name" required [chars(1, Some(5))],
        born: "born" optional,
    }
}

/// Some pets.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PetPage {
    /// The pets.
    pub pets: Vec<Pet>,
}

rt::object! {
    PetPage {
        pets: "pets" required,
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

/// A person or a name.
#[allow(
    clippy::large_enum_variant,
    reason = "a box for every value costs more than the room"
)]
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum Owner {
    /// Text.
    Text(String),
    /// A person.
    Person(Person),
    /// A shape that this version of the crate does not know, unchanged.
    Unknown(rt::Json),
}

rt::union! {
    Owner {
        Text(String) if type string,
        Person(Person) if type object,
    }
}

impl From<String> for Owner {
    #[inline]
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<&str> for Owner {
    #[inline]
    fn from(value: &str) -> Self {
        Self::Text(value.into())
    }
}

impl From<Person> for Owner {
    #[inline]
    fn from(value: Person) -> Self {
        Self::Person(value)
    }
}

/// A person.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct Person {
    /// A number.
    pub id: i64,
}

impl Person {
    /// Creates a [`Person`] from [`id`](field@Self::id), which is required.
    #[inline]
    pub fn new(id: i64) -> Self {
        Self { id }
    }
}

rt::object! {
    Person {
        id: "id" required,
    }
}
