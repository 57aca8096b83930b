// @generated from spec/v1/pets.yaml by `cargo xtask regen`: change that, not this.

//! Answers of all kinds.

use openapi_client_runtime::rt;

/// The operations of `client.v1().pets()`, such as [`nothing`](Self::nothing).
#[derive(Clone, Copy, Debug)]
pub struct Pets<'a> {
    core: &'a rt::Core,
}

impl<'a> Pets<'a> {
    pub(super) fn new(core: &'a rt::Core) -> Self {
        Self { core }
    }

    /// Answers without content.
    ///
    /// `DELETE /nothing`.
    ///
    /// # Returns
    ///
    /// Done.
    ///
    /// # Errors
    ///
    /// [`NothingPetsError`] for 404.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// client.v1().pets().nothing().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn nothing(&self) -> NothingPets {
        NothingPets {
            request: rt::Request::new(self.core, &NOTHING_PETS),
        }
    }

    /// Answers in several ways.
    ///
    /// `PUT /several`.
    ///
    /// # Returns
    ///
    /// [`SeveralPetsOutput`].
    ///
    /// # Errors
    ///
    /// [`SeveralPetsError`] for 409, 4xx, 5xx.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let answer = client.v1().pets().several().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn several(&self) -> SeveralPets {
        SeveralPets {
            request: rt::Request::new(self.core, &SEVERAL_PETS),
        }
    }

    /// Answers with a list, or without content.
    ///
    /// `GET /list`.
    ///
    /// # Returns
    ///
    /// A list of [`Pet`].
    ///
    /// The pets.
    ///
    /// There are no pets.
    ///
    /// # Errors
    ///
    /// [`ListPetsError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let answer = client.v1().pets().list().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn list(&self) -> ListPets {
        ListPets {
            request: rt::Request::new(self.core, &LIST_PETS),
        }
    }

    /// Answers with one, or without content.
    ///
    /// `GET /one`.
    ///
    /// # Returns
    ///
    /// [`Pet`] or nothing.
    ///
    /// The pet.
    ///
    /// There is no pet.
    ///
    /// # Errors
    ///
    /// [`OnePetsError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let answer = client.v1().pets().one().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn one(&self) -> OnePets {
        OnePets {
            request: rt::Request::new(self.core, &ONE_PETS),
        }
    }

    /// Answers with any success.
    ///
    /// `POST /one`.
    ///
    /// # Returns
    ///
    /// [`Pet`].
    ///
    /// The pet.
    ///
    /// # Errors
    ///
    /// [`RangePetsError`] for 418.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let answer = client.v1().pets().range().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn range(&self) -> RangePets {
        RangePets {
            request: rt::Request::new(self.core, &RANGE_PETS),
        }
    }

    /// Answers with anything.
    ///
    /// `GET /raw`.
    ///
    /// # Returns
    ///
    /// `rt::Json`.
    ///
    /// Some value.
    ///
    /// # Errors
    ///
    /// [`RawPetsError`] for 400.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let answer = client.v1().pets().raw().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn raw(&self) -> RawPets {
        RawPets {
            request: rt::Request::new(self.core, &RAW_PETS),
        }
    }

    /// Answers with an object that has no name.
    ///
    /// `POST /raw`.
    ///
    /// # Returns
    ///
    /// [`InlinePetsOk`].
    ///
    /// The pet.
    ///
    /// # Errors
    ///
    /// [`InlinePetsError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let answer = client.v1().pets().inline().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn inline(&self) -> InlinePets {
        InlinePets {
            request: rt::Request::new(self.core, &INLINE_PETS),
        }
    }
}

/// A call of [`Pets::nothing`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct NothingPets {
    request: rt::Request,
}

rt::endpoint! {
    NothingPets: NOTHING_PETS => empty, NothingPetsError;
}

static NOTHING_PETS: rt::Operation = rt::Operation {
    id: "nothing",
    name: "v1.pets.nothing",
    method: rt::Method::Delete,
    path: "/nothing",
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`NothingPets`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum NothingPetsError {
    /// 404: There is none.
    NotFound(rt::ErrorBody<rt::Json>),
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    NothingPetsError {
        404 => NotFound(rt::Json),
    }
}

/// A call of [`Pets::several`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct SeveralPets {
    request: rt::Request,
}

rt::endpoint! {
    SeveralPets: SEVERAL_PETS => outputs SeveralPetsOutput, SeveralPetsError;
}

static SEVERAL_PETS: rt::Operation = rt::Operation {
    id: "several",
    name: "v1.pets.several",
    method: rt::Method::Put,
    path: "/several",
    successes: rt::statuses![200, 201, 202, 207],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The successes of [`SeveralPets`].
#[allow(
    clippy::large_enum_variant,
    reason = "a box for every value costs more than the room"
)]
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum SeveralPetsOutput {
    /// 200: Changed.
    Ok(Pet),
    /// 201: Added.
    Created(Pet),
    /// 202: Will be done later.
    Accepted,
    /// 207: Half of it was done.
    MultiStatus(Half),
}

rt::outputs! {
    SeveralPetsOutput {
        200 => Ok(Pet),
        201 => Created(Pet),
        202 => Accepted,
        207 => MultiStatus(Half),
    }
}

/// The error answers of [`SeveralPets`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum SeveralPetsError {
    /// 409: It exists.
    Conflict(rt::ErrorBody<Problem>),
    /// 4xx: The request is wrong.
    ClientError(rt::ErrorBody<Problem>),
    /// 5xx: The shop is closed.
    ServerError(rt::ErrorBody<Problem>),
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    SeveralPetsError {
        409 => Conflict(Problem),
        4xx => ClientError(Problem),
        5xx => ServerError(Problem),
    }
}

/// A call of [`Pets::list`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListPets {
    request: rt::Request,
}

rt::endpoint! {
    ListPets: LIST_PETS => list_or_empty Vec<Pet>, ListPetsError;
}

static LIST_PETS: rt::Operation = rt::Operation {
    id: "listOrNothing",
    name: "v1.pets.list",
    method: rt::Method::Get,
    path: "/list",
    successes: rt::statuses![200, 204],
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

/// A call of [`Pets::one`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct OnePets {
    request: rt::Request,
}

rt::endpoint! {
    OnePets: ONE_PETS => json_or_none Pet, OnePetsError;
}

static ONE_PETS: rt::Operation = rt::Operation {
    id: "oneOrNothing",
    name: "v1.pets.one",
    method: rt::Method::Get,
    path: "/one",
    successes: rt::statuses![200, 204],
    idempotent: true,
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

/// A call of [`Pets::range`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct RangePets {
    request: rt::Request,
}

rt::endpoint! {
    RangePets: RANGE_PETS => json Pet, RangePetsError;
}

static RANGE_PETS: rt::Operation = rt::Operation {
    id: "range",
    name: "v1.pets.range",
    method: rt::Method::Post,
    path: "/one",
    successes: rt::statuses![2xx],
    idempotent: false,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`RangePets`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum RangePetsError {
    /// 418: Short and stout.
    Status418(rt::ErrorBody<rt::Json>),
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    RangePetsError {
        418 => Status418(rt::Json),
    }
}

/// A call of [`Pets::raw`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct RawPets {
    request: rt::Request,
}

rt::endpoint! {
    RawPets: RAW_PETS => json rt::Json, RawPetsError;
}

static RAW_PETS: rt::Operation = rt::Operation {
    id: "raw",
    name: "v1.pets.raw",
    method: rt::Method::Get,
    path: "/raw",
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`RawPets`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum RawPetsError {
    /// 400: A text or a list of them.
    BadRequest(rt::ErrorBody<RawPetsBadRequest>),
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    RawPetsError {
        400 => BadRequest(RawPetsBadRequest),
    }
}

/// A call of [`Pets::inline`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct InlinePets {
    request: rt::Request,
}

rt::endpoint! {
    InlinePets: INLINE_PETS => json InlinePetsOk, InlinePetsError;
}

static INLINE_PETS: rt::Operation = rt::Operation {
    id: "inline",
    name: "v1.pets.inline",
    method: rt::Method::Post,
    path: "/raw",
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

/// `RawPetsBadRequest`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum RawPetsBadRequest {
    /// Text.
    Text(String),
    /// List.
    List(Vec<String>),
    /// A shape that this version of the crate does not know, as it came.
    Unknown(rt::Json),
}

rt::union! {
    RawPetsBadRequest {
        Text(String) if type string,
        List(Vec<String>) if type array,
    }
}

impl From<String> for RawPetsBadRequest {
    #[inline]
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<&str> for RawPetsBadRequest {
    #[inline]
    fn from(value: &str) -> Self {
        Self::Text(value.into())
    }
}

impl From<Vec<String>> for RawPetsBadRequest {
    #[inline]
    fn from(value: Vec<String>) -> Self {
        Self::List(value)
    }
}

/// `InlinePetsOk`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct InlinePetsOk {
    /// A pet.
    pub data: Pet,
}

rt::object! {
    InlinePetsOk {
        data: "data" required,
    }
}

/// A pet.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Pet {
    /// A name.
    pub name: String,
}

rt::object! {
    Pet {
        name: "name" required,
    }
}

/// A part.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Half {
    /// What is left to do.
    pub left: Option<i64>,
}

rt::object! {
    Half {
        left: "left" optional,
    }
}

/// What is wrong.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Problem {
    /// In short.
    pub title: Option<String>,
}

rt::object! {
    Problem {
        title: "title" optional,
    }
}
