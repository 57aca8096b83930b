// @generated from spec/v1/pets.yaml by `cargo xtask regen`: change that, not this.

//! Answers of all kinds.
//!
//! # Responses
//!
//! - `Broken`: The shop is closed.

use openapi_client_runtime::rt;

/// The operations of `client.v1().pets()`, such as [`nothing`](Self::nothing).
#[derive(Clone, Copy, Debug)]
pub struct Pets<'a>(pub(super) &'a rt::Core);

impl Pets<'_> {
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
    /// [`api`](rt::Error::api) is [`rt::Json`] for 404.
    ///
    /// - 404: There is none.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// client.v1().pets().nothing().await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn nothing(&self) -> NothingPets {
        NothingPets(rt::Request::new(self.0, &NOTHING_PETS))
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
    /// [`api`](rt::Error::api) is [`Problem`] for 409, 4xx, 5xx. See [responses](self#responses).
    ///
    /// - 409: It exists.
    /// - 4xx: The request is wrong.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let response = client.v1().pets().several().await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn several(&self) -> SeveralPets {
        SeveralPets(rt::Request::new(self.0, &SEVERAL_PETS))
    }

    /// Answers with a list, or without content.
    ///
    /// `GET /list`.
    ///
    /// # Returns
    ///
    /// A list of [`Pet`]. The pets.
    ///
    /// There are no pets.
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

    /// Answers with one, or without content.
    ///
    /// `GET /one`.
    ///
    /// # Returns
    ///
    /// [`Pet`] or nothing. The pet.
    ///
    /// There is no pet.
    ///
    /// # Errors
    ///
    /// [`Error`](rt::Error).
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let response = client.v1().pets().one().await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn one(&self) -> OnePets {
        OnePets(rt::Request::new(self.0, &ONE_PETS))
    }

    /// Answers with any success.
    ///
    /// `POST /one`.
    ///
    /// # Returns
    ///
    /// [`Pet`]. The pet.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`rt::Json`] for 418.
    ///
    /// - 418: Short and stout.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let response = client.v1().pets().range().await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn range(&self) -> RangePets {
        RangePets(rt::Request::new(self.0, &RANGE_PETS))
    }

    /// Answers with anything.
    ///
    /// `GET /raw`.
    ///
    /// # Returns
    ///
    /// `rt::Json`. Some value.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`RawPetsBadRequest`] for 400.
    ///
    /// - 400: A text or a list of them.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let response = client.v1().pets().raw().await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn raw(&self) -> RawPets {
        RawPets(rt::Request::new(self.0, &RAW_PETS))
    }

    /// Answers with an object that has no name.
    ///
    /// `POST /raw`.
    ///
    /// # Returns
    ///
    /// [`InlinePetsOk`]. The pet.
    ///
    /// # Errors
    ///
    /// [`Error`](rt::Error).
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let response = client.v1().pets().inline().await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn inline(&self) -> InlinePets {
        InlinePets(rt::Request::new(self.0, &INLINE_PETS))
    }
}

/// A request of [`Pets::nothing`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct NothingPets(rt::Request);

impl NothingPets {
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

impl IntoFuture for NothingPets {
    type Output = Result<rt::Response<()>, rt::Error>;
    type IntoFuture = rt::CallFuture<()>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::empty())
    }
}

static NOTHING_PETS: rt::Operation = rt::Operation {
    id: "nothing",
    name: "v1.pets.nothing",
    method: rt::Method::Delete,
    path: "/nothing",
    successes: rt::statuses![204],
    errors: &[rt::json_error::<rt::Json>(rt::statuses![404])],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Pets::several`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct SeveralPets(rt::Request);

impl SeveralPets {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<SeveralPetsOutput>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for SeveralPets {
    type Output = Result<rt::Response<SeveralPetsOutput>, rt::Error>;
    type IntoFuture = rt::CallFuture<SeveralPetsOutput>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::outputs())
    }
}

static SEVERAL_PETS: rt::Operation = rt::Operation {
    id: "several",
    name: "v1.pets.several",
    method: rt::Method::Put,
    path: "/several",
    successes: rt::statuses![200, 201, 202, 207],
    errors: &[rt::json_error::<Problem>(rt::statuses![409, 4xx, 5xx])],
    ..rt::Operation::new(&super::API)
};

/// The successful responses of [`SeveralPets`].
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

/// A request of [`Pets::list`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListPets(rt::Request);

impl ListPets {
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
        rt::CallFuture::new(self.0, rt::Decoder::list_or_empty())
    }
}

static LIST_PETS: rt::Operation = rt::Operation {
    id: "listOrNothing",
    name: "v1.pets.list",
    method: rt::Method::Get,
    path: "/list",
    successes: rt::statuses![200, 204],
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
    pub fn wait(self) -> Result<rt::Response<Option<Pet>>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for OnePets {
    type Output = Result<rt::Response<Option<Pet>>, rt::Error>;
    type IntoFuture = rt::CallFuture<Option<Pet>>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::json_or_none())
    }
}

static ONE_PETS: rt::Operation = rt::Operation {
    id: "oneOrNothing",
    name: "v1.pets.one",
    method: rt::Method::Get,
    path: "/one",
    successes: rt::statuses![200, 204],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Pets::range`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct RangePets(rt::Request);

impl RangePets {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<Pet>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for RangePets {
    type Output = Result<rt::Response<Pet>, rt::Error>;
    type IntoFuture = rt::CallFuture<Pet>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::json())
    }
}

static RANGE_PETS: rt::Operation = rt::Operation {
    id: "range",
    name: "v1.pets.range",
    method: rt::Method::Post,
    path: "/one",
    successes: rt::statuses![2xx],
    errors: &[rt::json_error::<rt::Json>(rt::statuses![418])],
    ..rt::Operation::new(&super::API)
};

/// A request of [`Pets::raw`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct RawPets(rt::Request);

impl RawPets {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<rt::Json>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for RawPets {
    type Output = Result<rt::Response<rt::Json>, rt::Error>;
    type IntoFuture = rt::CallFuture<rt::Json>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::json())
    }
}

static RAW_PETS: rt::Operation = rt::Operation {
    id: "raw",
    name: "v1.pets.raw",
    method: rt::Method::Get,
    path: "/raw",
    errors: &[rt::json_error::<RawPetsBadRequest>(rt::statuses![400])],
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
    pub fn wait(self) -> Result<rt::Response<InlinePetsOk>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for InlinePets {
    type Output = Result<rt::Response<InlinePetsOk>, rt::Error>;
    type IntoFuture = rt::CallFuture<InlinePetsOk>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::json())
    }
}

static INLINE_PETS: rt::Operation = rt::Operation {
    id: "inline",
    name: "v1.pets.inline",
    method: rt::Method::Post,
    path: "/raw",
    ..rt::Operation::new(&super::API)
};

/// `RawPetsBadRequest`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum RawPetsBadRequest {
    /// Text.
    Text(String),
    /// List.
    List(Vec<String>),
    /// A shape that this version of the crate does not know, unchanged.
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
