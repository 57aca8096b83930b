// @generated from spec/v1/pets.yaml by `cargo xtask regen`: change that, not this.

//! Pets and their moods.

use openapi_client_runtime::rt;

/// The operations of `client.v1().pets()`, such as [`list`](Self::list).
#[derive(Clone, Copy, Debug)]
pub struct Pets<'a>(pub(super) &'a rt::Core);

impl Pets<'_> {
    /// Lists pets.
    ///
    /// `GET /pets`.
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
    /// let response = client.v1().pets().list().await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn list(&self) -> ListPets {
        ListPets(rt::Request::new(self.0, &LIST_PETS))
    }
}

/// A request of [`Pets::list`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListPets(rt::Request);

impl ListPets {
    /// Keeps pets of this mood.
    #[inline]
    pub fn mood(mut self, mood: Mood) -> Self {
        self.0.set_query("mood", mood);
        self
    }

    /// Keeps pets of this size.
    #[inline]
    pub fn size(mut self, size: PetSize) -> Self {
        self.0.set_query("size", size);
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
    pub fn wait(self) -> Result<rt::Response<Vec<Pet>>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for ListPets {
    type Output = Result<rt::Response<Vec<Pet>>, rt::Error>;
    type IntoFuture = rt::CallFuture<Vec<Pet>>;
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
    ..rt::Operation::new(&super::API)
};

/// How a pet is.
///
/// - `happy`: wags its tail
/// - `+1`: likes it
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Mood {
    /// `happy`
    Happy,
    /// `so so`
    SoSo,
    /// ``
    Empty,
    /// `+1`
    Plus1,
    /// `-1`
    N1,
    /// `2fa`
    N2fa,
    /// `Happy`
    Happy2,
    /// `HAPPY_again`
    HappyAgain,
    /// `unknown`
    Unknown2,
    /// `None`
    NoneValue,
    /// `self`
    Self_,
    /// `type`
    Type,
    /// `a.b`
    AB,
    /// `ä`
    Ue4,
    /// `with "quotes"`
    WithQuotes,
    /// A value that this version of the crate does not know, unchanged.
    Unknown(rt::UnknownText),
}

rt::string_enum! {
    Mood {
        Happy = "happy",
        SoSo = "so so",
        Empty = "",
        Plus1 = "+1",
        N1 = "-1",
        N2fa = "2fa",
        Happy2 = "Happy",
        HappyAgain = "HAPPY_again",
        Unknown2 = "unknown",
        NoneValue = "None",
        Self_ = "self",
        Type = "type",
        AB = "a.b",
        Ue4 = "ä",
        WithQuotes = "with \"quotes\"",
    }
}

/// A pet.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Pet {
    /// How a pet is.
    ///
    /// - `happy`: wags its tail
    /// - `+1`: likes it
    pub mood: Mood,
    /// How it was.
    pub before: rt::Nullable<Mood>,
    /// All of them.
    pub moods: Option<Vec<Mood>>,
    /// How large it is.
    pub size: rt::Nullable<PetSize>,
}

rt::object! {
    Pet {
        mood: "mood" required,
        before: "before" optional,
        moods: "moods" optional,
        size: "size" optional,
    }
}

/// How large it is.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PetSize {
    /// `small`
    Small,
    /// `large`
    Large,
    /// A value that this version of the crate does not know, unchanged.
    Unknown(rt::UnknownText),
}

rt::string_enum! {
    PetSize {
        Small = "small",
        Large = "large",
    }
}
