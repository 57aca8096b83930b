// @generated from spec/v1/pets.yaml by `cargo xtask regen`: change that, not this.

//! Bodies of all kinds.

use openapi_client_runtime::rt;

/// The operations of `client.v1().pets()`, such as [`create`](Self::create).
#[derive(Clone, Copy, Debug)]
pub struct Pets<'a>(pub(super) &'a rt::Core);

impl Pets<'_> {
    /// Adds pets.
    ///
    /// `POST /pets`; at most 10 items per call.
    ///
    /// # Arguments
    ///
    /// - `body`: The pets.
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
    /// use generated_client::v1::pets::Pet;
    ///
    /// client
    ///     .v1()
    ///     .pets()
    ///     .create([Pet::new("Momo"), Pet::new("Kiki").friend(Pet::new("Tama"))])
    ///     .await?;
    /// # Ok(()) }
    /// ```
    pub fn create(&self, body: impl IntoIterator<Item = Pet>) -> CreatePets {
        CreatePets(
            rt::Request::new(self.0, &CREATE_PETS)
                .json_list_within(body, rt::Limits::NONE.items(1, Some(10))),
        )
    }

    /// Changes pets, or nothing.
    ///
    /// `PUT /pets`.
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
    /// client.v1().pets().update().await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn update(&self) -> UpdatePets {
        UpdatePets(rt::Request::new(self.0, &UPDATE_PETS))
    }

    /// Sends a list of unions.
    ///
    /// `PATCH /pets`.
    ///
    /// # Arguments
    ///
    /// - `body`: Pets, or their names.
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
    /// use generated_client::v1::pets::{Pet, PetOrName};
    ///
    /// client.v1().pets().mix([PetOrName::from("Momo"), PetOrName::from(Pet::new("Kiki"))]).await?;
    /// # Ok(()) }
    /// ```
    pub fn mix(&self, body: impl IntoIterator<Item = impl Into<PetOrName>>) -> MixPets {
        MixPets(
            rt::Request::new(self.0, &MIX_PETS)
                .json_list(body.into_iter().map(Into::<PetOrName>::into)),
        )
    }

    /// Adds names.
    ///
    /// `POST /names`.
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
    /// client.v1().pets().add_names(["Momo", "Kiki"]).await?;
    /// # Ok(()) }
    /// ```
    pub fn add_names(
        &self,
        body: impl IntoIterator<Item = impl Into<String>>,
    ) -> AddNamesPets {
        AddNamesPets(
            rt::Request::new(self.0, &ADD_NAMES_PETS)
                .json_list(body.into_iter().map(Into::<String>::into)),
        )
    }

    /// Sends a list, or nothing.
    ///
    /// `PUT /names`; at most 3 items per call.
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
    /// client.v1().pets().set_names().await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn set_names(&self) -> SetNamesPets {
        SetNamesPets(rt::Request::new(self.0, &SET_NAMES_PETS))
    }

    /// Sends a union.
    ///
    /// `PATCH /names`.
    ///
    /// # Arguments
    ///
    /// - `body`: A pet, or its name.
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
    /// use generated_client::v1::pets::Pet;
    ///
    /// client.v1().pets().one(Pet::new("Kiki")).await?;
    /// # Ok(()) }
    /// ```
    pub fn one(&self, body: impl Into<PetOrName>) -> OnePets {
        OnePets(rt::Request::new(self.0, &ONE_PETS).json(&Into::<PetOrName>::into(body)))
    }

    /// Sends a map.
    ///
    /// `PUT /numbers`.
    ///
    /// # Arguments
    ///
    /// - `body`: Numbers by name.
    ///
    /// # Returns
    ///
    /// Done.
    ///
    /// # Errors
    ///
    /// [`Error`](rt::Error).
    #[inline]
    pub fn numbers(&self, body: rt::Map<i64>) -> NumbersPets {
        NumbersPets(rt::Request::new(self.0, &NUMBERS_PETS).json(&body))
    }

    /// Sends an object without a name.
    ///
    /// `POST /numbers`.
    ///
    /// # Arguments
    ///
    /// - `body`: Something.
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
    /// use generated_client::v1::pets::InlinePetsBody;
    ///
    /// client.v1().pets().inline(InlinePetsBody::new(1)).await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn inline(&self, body: InlinePetsBody) -> InlinePets {
        InlinePets(rt::Request::new(self.0, &INLINE_PETS).json(&body))
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
    pub fn wait(self) -> Result<rt::Response<()>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for CreatePets {
    type Output = Result<rt::Response<()>, rt::Error>;
    type IntoFuture = rt::CallFuture<()>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::empty())
    }
}

static CREATE_PETS: rt::Operation = rt::Operation {
    id: "addPets",
    name: "v1.pets.create",
    method: rt::Method::Post,
    path: "/pets",
    successes: rt::statuses![204],
    items_per_call: Some(10u32),
    ..rt::Operation::new(&super::API)
};

/// A request of [`Pets::update`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct UpdatePets(rt::Request);

impl UpdatePets {
    /// The pets.
    #[inline]
    pub fn body(mut self, body: Pet) -> Self {
        self.0 = self.0.json(&body);
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

impl IntoFuture for UpdatePets {
    type Output = Result<rt::Response<()>, rt::Error>;
    type IntoFuture = rt::CallFuture<()>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::empty())
    }
}

static UPDATE_PETS: rt::Operation = rt::Operation {
    id: "changePets",
    name: "v1.pets.update",
    method: rt::Method::Put,
    path: "/pets",
    successes: rt::statuses![204],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Pets::mix`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct MixPets(rt::Request);

impl MixPets {
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

impl IntoFuture for MixPets {
    type Output = Result<rt::Response<()>, rt::Error>;
    type IntoFuture = rt::CallFuture<()>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::empty())
    }
}

static MIX_PETS: rt::Operation = rt::Operation {
    id: "mixPets",
    name: "v1.pets.mix",
    method: rt::Method::Patch,
    path: "/pets",
    successes: rt::statuses![204],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Pets::add_names`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct AddNamesPets(rt::Request);

impl AddNamesPets {
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

impl IntoFuture for AddNamesPets {
    type Output = Result<rt::Response<()>, rt::Error>;
    type IntoFuture = rt::CallFuture<()>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::empty())
    }
}

static ADD_NAMES_PETS: rt::Operation = rt::Operation {
    id: "addNames",
    name: "v1.pets.add_names",
    method: rt::Method::Post,
    path: "/names",
    successes: rt::statuses![204],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Pets::set_names`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct SetNamesPets(rt::Request);

impl SetNamesPets {
    /// Names, if any.
    pub fn body(mut self, body: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.0 = self
            .0
            .json_list_within(
                body.into_iter().map(Into::<String>::into),
                rt::Limits::NONE.items(0, Some(3)),
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
    pub fn wait(self) -> Result<rt::Response<()>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for SetNamesPets {
    type Output = Result<rt::Response<()>, rt::Error>;
    type IntoFuture = rt::CallFuture<()>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::empty())
    }
}

static SET_NAMES_PETS: rt::Operation = rt::Operation {
    id: "setNames",
    name: "v1.pets.set_names",
    method: rt::Method::Put,
    path: "/names",
    successes: rt::statuses![204],
    items_per_call: Some(3u32),
    ..rt::Operation::new(&super::API)
};

/// A request of [`Pets::one`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct OnePets(rt::Request);

impl OnePets {
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

impl IntoFuture for OnePets {
    type Output = Result<rt::Response<()>, rt::Error>;
    type IntoFuture = rt::CallFuture<()>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::empty())
    }
}

static ONE_PETS: rt::Operation = rt::Operation {
    id: "oneName",
    name: "v1.pets.one",
    method: rt::Method::Patch,
    path: "/names",
    successes: rt::statuses![204],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Pets::numbers`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct NumbersPets(rt::Request);

impl NumbersPets {
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

impl IntoFuture for NumbersPets {
    type Output = Result<rt::Response<()>, rt::Error>;
    type IntoFuture = rt::CallFuture<()>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::empty())
    }
}

static NUMBERS_PETS: rt::Operation = rt::Operation {
    id: "setNumbers",
    name: "v1.pets.numbers",
    method: rt::Method::Put,
    path: "/numbers",
    successes: rt::statuses![204],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Pets::inline`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct InlinePets(rt::Request);

impl InlinePets {
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

impl IntoFuture for InlinePets {
    type Output = Result<rt::Response<()>, rt::Error>;
    type IntoFuture = rt::CallFuture<()>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::empty())
    }
}

static INLINE_PETS: rt::Operation = rt::Operation {
    id: "inlineBody",
    name: "v1.pets.inline",
    method: rt::Method::Post,
    path: "/numbers",
    successes: rt::statuses![204],
    ..rt::Operation::new(&super::API)
};

/// `InlinePetsBody`.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct InlinePetsBody {
    /// A number.
    pub at: i64,
}

impl InlinePetsBody {
    /// Creates an [`InlinePetsBody`] from [`at`](field@Self::at), which is required.
    #[inline]
    pub fn new(at: i64) -> Self {
        Self { at }
    }
}

rt::object! {
    InlinePetsBody {
        at: "at" required,
    }
}

/// A pet.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct Pet {
    /// A name.
    ///
    /// When sent: at least 1 character.
    pub name: String,
    /// A pet.
    pub friend: Option<Box<Pet>>,
}

impl Pet {
    /// Creates a [`Pet`] from [`name`](field@Self::name), which is required.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            ..rt::Empty::empty()
        }
    }

    /// Sets [`friend`](field@Self::friend).
    #[inline]
    pub fn friend(mut self, friend: Pet) -> Self {
        self.friend = Some(Box::new(friend));
        self
    }
}

rt::object! {
    Pet {
        name: "name" required [chars(1, None)],
        friend: "friend" optional,
    }
}

/// A pet, or its name.
#[allow(
    clippy::large_enum_variant,
    reason = "a box for every value costs more than the room"
)]
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum PetOrName {
    /// A pet.
    Pet(Pet),
    /// A name.
    Text(String),
    /// A shape that this version of the crate does not know, unchanged.
    Unknown(rt::Json),
}

rt::union! {
    PetOrName {
        Pet(Pet) if type object,
        Text(String) if type string,
    }
}

impl From<Pet> for PetOrName {
    #[inline]
    fn from(value: Pet) -> Self {
        Self::Pet(value)
    }
}

impl From<String> for PetOrName {
    #[inline]
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<&str> for PetOrName {
    #[inline]
    fn from(value: &str) -> Self {
        Self::Text(value.into())
    }
}
