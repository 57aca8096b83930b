// @generated from spec/v1/pets.yaml by `cargo xtask regen`: change that, not this.

//! Pets without a description

use openapi_client_runtime::rt;

/// The operations of `client.v1().pets()`, such as [`put_pet`](Self::put_pet).
#[derive(Clone, Copy, Debug)]
pub struct Pets<'a>(pub(super) &'a rt::Core);

impl Pets<'_> {
    /// `putPet`.
    ///
    /// `PUT /pets`.
    ///
    /// # Returns
    ///
    /// [`Pet`]. The pet.
    ///
    /// # Errors
    ///
    /// [`Error`](rt::Error).
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::v1::pets::{Dog, DogRequired, Mood};
    ///
    /// let response = client
    ///     .v1()
    ///     .pets()
    ///     .put_pet(Dog::new(DogRequired { kind: "Dog", sub: 2 }).mood(Mood::Self_))
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn put_pet(&self, body: Dog) -> PutPetPets {
        PutPetPets(rt::Request::new(self.0, &PUT_PET_PETS).json(&body))
    }
}

/// A request of [`Pets::put_pet`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct PutPetPets(rt::Request);

impl PutPetPets {
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

impl IntoFuture for PutPetPets {
    type Output = Result<rt::Response<Pet>, rt::Error>;
    type IntoFuture = rt::CallFuture<Pet>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::json())
    }
}

static PUT_PET_PETS: rt::Operation = rt::Operation {
    id: "putPet",
    name: "v1.pets.put_pet",
    method: rt::Method::Put,
    path: "/pets",
    ..rt::Operation::new(&super::API)
};

/// Told apart by the names of the schemas, as the document spells them.
#[allow(
    clippy::large_enum_variant,
    reason = "a box for every value costs more than the room"
)]
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum Pet {
    /// Its key is not its name in Rust.
    Cat(Cat),
    /// An animal of which more is required: a type of its own.
    Dog(Dog),
    /// A shape that this version of the crate does not know, unchanged.
    Unknown(rt::Json),
}

rt::union! {
    Pet {
        Cat(Cat) if tag "kind" = "cat",
        Dog(Dog) if tag "kind" = "Dog",
    }
}

impl From<Cat> for Pet {
    #[inline]
    fn from(value: Cat) -> Self {
        Self::Cat(value)
    }
}

impl From<Dog> for Pet {
    #[inline]
    fn from(value: Dog) -> Self {
        Self::Dog(value)
    }
}

/// Its key is not its name in Rust.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Cat {
    /// Always its kind.
    pub kind: String,
    /// How many.
    pub lives: Option<i64>,
}

rt::object! {
    Cat {
        kind: "kind" required,
        lives: "lives" optional,
    }
}

/// All of them.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Animal {
    /// Which kind it is.
    pub kind: String,
    /// Called as an operator is.
    pub add: Option<i64>,
    /// Called as another operator is.
    pub sub: Option<i64>,
    /// Values that fall together, and one with a tab.
    pub mood: Option<Mood>,
}

rt::object! {
    Animal {
        kind: "kind" required,
        add: "add" optional,
        sub: "sub" optional,
        mood: "mood" optional,
    }
}

/// An animal of which more is required: a type of its own.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct Dog {
    /// Which kind it is.
    pub kind: String,
    /// Called as an operator is.
    pub add: Option<i64>,
    /// Called as another operator is.
    pub sub: i64,
    /// Values that fall together, and one with a tab.
    pub mood: Option<Mood>,
}

/// The required fields of [`Dog`], as [`Dog::new`] takes them.
#[allow(missing_docs)]
pub struct DogRequired<'a> {
    pub kind: &'a str,
    pub sub: i64,
}

impl Dog {
    /// Creates a [`Dog`] from its required fields.
    #[inline]
    pub fn new(required: DogRequired<'_>) -> Self {
        Self {
            kind: required.kind.to_owned(),
            sub: required.sub,
            ..rt::Empty::empty()
        }
    }

    /// Sets [`add`](field@Self::add).
    #[allow(clippy::should_implement_trait, reason = "a setter, called as its field")]
    #[inline]
    pub fn add(mut self, add: i64) -> Self {
        self.add = Some(add);
        self
    }

    /// Sets [`mood`](field@Self::mood).
    #[inline]
    pub fn mood(mut self, mood: Mood) -> Self {
        self.mood = Some(mood);
        self
    }
}

rt::object! {
    Dog {
        kind: "kind" required,
        add: "add" optional,
        sub: "sub" required,
        mood: "mood" optional,
    }
}

/// Values that fall together, and one with a tab.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Mood {
    /// `self`
    Self_,
    /// `Self`
    Self2,
    /// `tab bed`
    TabBed,
    /// A value that this version of the crate does not know, unchanged.
    Unknown(rt::UnknownText),
}

rt::string_enum! {
    Mood {
        Self_ = "self",
        Self2 = "Self",
        TabBed = "tab\tbed",
    }
}
