// @generated from spec/v1/pets.yaml by `cargo xtask regen`: change that, not this.

//! Bodies of all kinds.

use openapi_client_runtime::rt;

/// The operations of `client.v1().pets()`, such as [`create`](Self::create).
#[derive(Clone, Copy, Debug)]
pub struct Pets<'a> {
    core: &'a rt::Core,
}

impl<'a> Pets<'a> {
    pub(super) fn new(core: &'a rt::Core) -> Self {
        Self { core }
    }

    /// Adds pets.
    ///
    /// `POST /pets`; at most 10 items a call.
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
    /// [`CreatePetsError`].
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
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn create(&self, body: impl IntoIterator<Item = Pet>) -> CreatePets {
        CreatePets {
            request: rt::Request::new(self.core, &CREATE_PETS)
                .json_list(body, rt::Limits::NONE.items(1, Some(10))),
        }
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
    /// [`UpdatePetsError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// client.v1().pets().update().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn update(&self) -> UpdatePets {
        UpdatePets {
            request: rt::Request::new(self.core, &UPDATE_PETS),
        }
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
    /// [`MixPetsError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::v1::pets::{Pet, PetOrName};
    ///
    /// client
    ///     .v1()
    ///     .pets()
    ///     .mix([PetOrName::from("Momo"), PetOrName::from(Pet::new("Kiki"))])
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn mix(&self, body: impl IntoIterator<Item = impl Into<PetOrName>>) -> MixPets {
        MixPets {
            request: rt::Request::new(self.core, &MIX_PETS)
                .json_list(
                    body.into_iter().map(Into::<PetOrName>::into),
                    rt::Limits::NONE,
                ),
        }
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
    /// [`AddNamesPetsError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// client.v1().pets().add_names(["Momo", "Kiki"]).await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn add_names(
        &self,
        body: impl IntoIterator<Item = impl Into<String>>,
    ) -> AddNamesPets {
        AddNamesPets {
            request: rt::Request::new(self.core, &ADD_NAMES_PETS)
                .json_list(body.into_iter().map(Into::<String>::into), rt::Limits::NONE),
        }
    }

    /// Sends a list, or nothing.
    ///
    /// `PUT /names`; at most 3 items a call.
    ///
    /// # Returns
    ///
    /// Done.
    ///
    /// # Errors
    ///
    /// [`SetNamesPetsError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// client.v1().pets().set_names().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn set_names(&self) -> SetNamesPets {
        SetNamesPets {
            request: rt::Request::new(self.core, &SET_NAMES_PETS),
        }
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
    /// [`OnePetsError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::v1::pets::Pet;
    ///
    /// client.v1().pets().one(Pet::new("Kiki")).await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn one(&self, body: impl Into<PetOrName>) -> OnePets {
        OnePets {
            request: rt::Request::new(self.core, &ONE_PETS)
                .json(&Into::<PetOrName>::into(body)),
        }
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
    /// [`NumbersPetsError`].
    #[inline]
    pub fn numbers(&self, body: rt::Map<i64>) -> NumbersPets {
        NumbersPets {
            request: rt::Request::new(self.core, &NUMBERS_PETS).json(&body),
        }
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
    /// [`InlinePetsError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::v1::pets::InlinePetsBody;
    ///
    /// client.v1().pets().inline(InlinePetsBody::new(1)).await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn inline(&self, body: InlinePetsBody) -> InlinePets {
        InlinePets {
            request: rt::Request::new(self.core, &INLINE_PETS).json(&body),
        }
    }
}

/// A call of [`Pets::create`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct CreatePets {
    request: rt::Request,
}

rt::endpoint! {
    CreatePets: CREATE_PETS => empty, CreatePetsError;
}

static CREATE_PETS: rt::Operation = rt::Operation {
    id: "addPets",
    name: "v1.pets.create",
    method: rt::Method::Post,
    path: "/pets",
    successes: rt::statuses![204],
    items_per_call: Some(10u32),
    idempotent: false,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`CreatePets`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum CreatePetsError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    CreatePetsError {
    }
}

/// A call of [`Pets::update`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct UpdatePets {
    request: rt::Request,
}

impl UpdatePets {
    /// The pets.
    #[inline]
    pub fn body(mut self, body: Pet) -> Self {
        self.request = self.request.json(&body);
        self
    }
}

rt::endpoint! {
    UpdatePets: UPDATE_PETS => empty, UpdatePetsError;
}

static UPDATE_PETS: rt::Operation = rt::Operation {
    id: "changePets",
    name: "v1.pets.update",
    method: rt::Method::Put,
    path: "/pets",
    successes: rt::statuses![204],
    idempotent: true,
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

/// A call of [`Pets::mix`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct MixPets {
    request: rt::Request,
}

rt::endpoint! {
    MixPets: MIX_PETS => empty, MixPetsError;
}

static MIX_PETS: rt::Operation = rt::Operation {
    id: "mixPets",
    name: "v1.pets.mix",
    method: rt::Method::Patch,
    path: "/pets",
    successes: rt::statuses![204],
    idempotent: false,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`MixPets`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum MixPetsError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    MixPetsError {
    }
}

/// A call of [`Pets::add_names`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct AddNamesPets {
    request: rt::Request,
}

rt::endpoint! {
    AddNamesPets: ADD_NAMES_PETS => empty, AddNamesPetsError;
}

static ADD_NAMES_PETS: rt::Operation = rt::Operation {
    id: "addNames",
    name: "v1.pets.add_names",
    method: rt::Method::Post,
    path: "/names",
    successes: rt::statuses![204],
    idempotent: false,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`AddNamesPets`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum AddNamesPetsError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    AddNamesPetsError {
    }
}

/// A call of [`Pets::set_names`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct SetNamesPets {
    request: rt::Request,
}

impl SetNamesPets {
    /// Names, if any.
    #[inline]
    pub fn body(mut self, body: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.request = self
            .request
            .json_list(
                body.into_iter().map(Into::<String>::into),
                rt::Limits::NONE.items(0, Some(3)),
            );
        self
    }
}

rt::endpoint! {
    SetNamesPets: SET_NAMES_PETS => empty, SetNamesPetsError;
}

static SET_NAMES_PETS: rt::Operation = rt::Operation {
    id: "setNames",
    name: "v1.pets.set_names",
    method: rt::Method::Put,
    path: "/names",
    successes: rt::statuses![204],
    items_per_call: Some(3u32),
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`SetNamesPets`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum SetNamesPetsError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    SetNamesPetsError {
    }
}

/// A call of [`Pets::one`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct OnePets {
    request: rt::Request,
}

rt::endpoint! {
    OnePets: ONE_PETS => empty, OnePetsError;
}

static ONE_PETS: rt::Operation = rt::Operation {
    id: "oneName",
    name: "v1.pets.one",
    method: rt::Method::Patch,
    path: "/names",
    successes: rt::statuses![204],
    idempotent: false,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`OnePets`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum OnePetsError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    OnePetsError {
    }
}

/// A call of [`Pets::numbers`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct NumbersPets {
    request: rt::Request,
}

rt::endpoint! {
    NumbersPets: NUMBERS_PETS => empty, NumbersPetsError;
}

static NUMBERS_PETS: rt::Operation = rt::Operation {
    id: "setNumbers",
    name: "v1.pets.numbers",
    method: rt::Method::Put,
    path: "/numbers",
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`NumbersPets`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum NumbersPetsError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    NumbersPetsError {
    }
}

/// A call of [`Pets::inline`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct InlinePets {
    request: rt::Request,
}

rt::endpoint! {
    InlinePets: INLINE_PETS => empty, InlinePetsError;
}

static INLINE_PETS: rt::Operation = rt::Operation {
    id: "inlineBody",
    name: "v1.pets.inline",
    method: rt::Method::Post,
    path: "/numbers",
    successes: rt::statuses![204],
    idempotent: false,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`InlinePets`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum InlinePetsError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    InlinePetsError {
    }
}

/// `InlinePetsBody`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct InlinePetsBody {
    /// A number.
    pub at: i64,
}

impl InlinePetsBody {
    /// Makes one.
    #[inline]
    #[must_use]
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
#[non_exhaustive]
pub struct Pet {
    /// A name.
    ///
    /// When sent: at least 1 characters.
    pub name: String,
    /// A pet.
    pub friend: Option<Box<Pet>>,
}

impl Pet {
    /// Makes one of what is required; all else is absent.
    #[inline]
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            ..rt::Blank::blank()
        }
    }

    /// Sets [`friend`](field@Self::friend).
    #[inline]
    #[must_use]
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
    /// A shape that this version of the crate does not know, as it came.
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
