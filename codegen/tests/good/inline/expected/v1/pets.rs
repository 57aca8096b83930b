// @generated from spec/v1/pets.yaml by `cargo xtask regen`: change that, not this.

//! Objects without a name.

use openapi_client_runtime::rt;

/// The operations of `client.v1().pets()`, such as [`get`](Self::get).
#[derive(Clone, Copy, Debug)]
pub struct Pets<'a>(pub(super) &'a rt::Core);

impl Pets<'_> {
    /// Answers.
    ///
    /// `GET /pets`.
    ///
    /// # Returns
    ///
    /// [`Pet`]. An answer.
    ///
    /// # Errors
    ///
    /// [`Error`](rt::Error).
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let response = client.v1().pets().get().await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn get(&self) -> GetPets {
        GetPets(rt::Request::new(self.0, &GET_PETS))
    }
}

/// A request of [`Pets::get`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetPets(rt::Request);

impl GetPets {
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

impl IntoFuture for GetPets {
    type Output = Result<rt::Response<Pet>, rt::Error>;
    type IntoFuture = rt::CallFuture<Pet>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::json())
    }
}

static GET_PETS: rt::Operation = rt::Operation {
    id: "getPet",
    name: "v1.pets.get",
    method: rt::Method::Get,
    path: "/pets",
    ..rt::Operation::new(&super::API)
};

/// A pet.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Pet {
    /// Where it lives.
    pub home: PetHome2,
    /// Where it sleeps, described in other words.
    pub kennel: PetHome2,
    /// Where it was bought.
    pub shop: Option<PetShop>,
    /// Its colours.
    pub colours: Option<Vec<PetColoursItem>>,
    /// Colour of its eyes.
    pub eyes: Option<PetColoursItem>,
    /// Who looks after it.
    pub vet: Option<Doctor>,
    /// What it plays with.
    pub toys: Option<Vec<PetToysItem>>,
}

rt::object! {
    Pet {
        home: "home" required,
        kennel: "kennel" required,
        shop: "shop" optional,
        colours: "colours" optional,
        eyes: "eyes" optional,
        vet: "vet" optional,
        toys: "toys" optional,
    }
}

/// Where it lives.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PetHome2 {
    /// A city.
    pub city: Option<String>,
    /// A code.
    pub zip: Option<String>,
}

rt::object! {
    PetHome2 {
        city: "city" optional,
        zip: "zip" optional,
    }
}

/// Where it was bought.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PetShop {
    /// A city.
    pub city: String,
    /// A code.
    pub zip: Option<String>,
}

rt::object! {
    PetShop {
        city: "city" required,
        zip: "zip" optional,
    }
}

/// `PetColoursItem`.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PetColoursItem {
    /// `black`
    Black,
    /// `white`
    White,
    /// A value that this version of the crate does not know, unchanged.
    Unknown(rt::UnknownText),
}

rt::string_enum! {
    PetColoursItem {
        Black = "black",
        White = "white",
    }
}

/// Who looks after it.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Doctor {
    /// A city.
    pub city: Option<String>,
    /// A code.
    pub zip: Option<String>,
}

rt::object! {
    Doctor {
        city: "city" optional,
        zip: "zip" optional,
    }
}

/// `PetToysItem`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PetToysItem {
    /// A name.
    pub name: Option<String>,
    /// What it costs.
    pub price: Option<PetToysItemPrice>,
}

rt::object! {
    PetToysItem {
        name: "name" optional,
        price: "price" optional,
    }
}

/// What it costs.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum PetToysItemPrice {
    /// Text.
    Text(String),
    /// List.
    List(Vec<String>),
    /// A shape that this version of the crate does not know, unchanged.
    Unknown(rt::Json),
}

rt::union! {
    PetToysItemPrice {
        Text(String) if type string,
        List(Vec<String>) if type array,
    }
}

impl From<String> for PetToysItemPrice {
    #[inline]
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<&str> for PetToysItemPrice {
    #[inline]
    fn from(value: &str) -> Self {
        Self::Text(value.into())
    }
}

impl From<Vec<String>> for PetToysItemPrice {
    #[inline]
    fn from(value: Vec<String>) -> Self {
        Self::List(value)
    }
}

/// A component with the name that an inline schema would have.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PetHome {
    /// A number.
    pub id: Option<i64>,
}

rt::object! {
    PetHome {
        id: "id" optional,
    }
}
