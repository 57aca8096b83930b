// @generated from spec/v1/pets.yaml by `cargo xtask regen`: change that, not this.

//! Pets that can be adopted.

use openapi_client_runtime::rt;

/// The operations of `client.v1().pets()`, such as [`create`](Self::create).
#[derive(Clone, Copy, Debug)]
pub struct Pets<'a>(pub(super) &'a rt::Core);

impl Pets<'_> {
    /// Adds a pet.
    ///
    /// `POST /pets`.
    ///
    /// # Arguments
    ///
    /// - `body`: The pet.
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
    /// use generated_client::rust_decimal::Decimal;
    /// use generated_client::v1::pets::{Parent, PetCreate, PetCreateRequired};
    ///
    /// let response = client
    ///     .v1()
    ///     .pets()
    ///     .create(
    ///         PetCreate::new(PetCreateRequired {
    ///             name: "Momo",
    ///             chip: None,
    ///             weight: Decimal::new(320, 2).into(),
    ///         })
    ///         .price(Decimal::new(1250, 2))
    ///         .nickname(None)
    ///         .toys(["ball", "feather"])
    ///         .born("2021-04-30")
    ///         .secret("purr-purr-42")
    ///         .score(Decimal::new(75, 1))
    ///         .stock(3)
    ///         .parents([Parent::new().name("Kiki")]),
    ///     )
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn create(&self, body: PetCreate) -> CreatePets {
        CreatePets(rt::Request::new(self.0, &CREATE_PETS).json(&body))
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
    pub fn wait(self) -> Result<rt::Response<Pet>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for CreatePets {
    type Output = Result<rt::Response<Pet>, rt::Error>;
    type IntoFuture = rt::CallFuture<Pet>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::json())
    }
}

static CREATE_PETS: rt::Operation = rt::Operation {
    id: "addPet",
    name: "v1.pets.create",
    method: rt::Method::Post,
    path: "/pets",
    ..rt::Operation::new(&super::API)
};

/// A pet as the shop has it.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Pet {
    /// Number of the pet.
    pub id: i64,
    /// What it listens to.
    pub name: String,
    /// Number of the chip; null without one.
    pub chip: Option<String>,
    /// What its friends say.
    pub nickname: Option<String>,
    /// How it is; null if nobody looked.
    pub mood: rt::Nullable<String>,
    /// Day of birth.
    pub born: rt::Date,
    /// When somebody saw it last.
    pub seen: rt::DateTime,
    /// When it was fed.
    pub fed: Option<rt::DateTime>,
    /// When it was bathed.
    pub bathed: rt::Nullable<rt::DateTime>,
    /// In kilograms.
    pub weight: rt::Number,
    /// A decimal in a text.
    pub price: rt::Number,
    /// A float.
    pub ratio: Option<f64>,
    /// Whether it bites.
    pub tame: Option<bool>,
    /// How many legs.
    pub legs: rt::Nullable<i64>,
}

rt::object! {
    Pet {
        id: "id" required,
        name: "name" required,
        chip: "chip" required,
        nickname: "nickname" optional,
        mood: "mood" optional,
        born: "born" required,
        seen: "seen" required,
        fed: "fed" optional,
        bathed: "bathed" optional,
        weight: "weight" required,
        price: "price" required,
        ratio: "ratio" optional,
        tame: "tame" optional,
        legs: "legs" optional,
    }
}

/// A pet to add.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct PetCreate {
    /// What it listens to.
    ///
    /// When sent: 1 to 20 characters.
    pub name: String,
    /// Number of the chip.
    ///
    /// When sent: 15 characters.
    pub chip: Option<String>,
    /// In kilograms.
    pub weight: rt::Number,
    /// A decimal in a text.
    pub price: Option<rt::Number>,
    /// What its friends say.
    ///
    /// When sent: at most 10 characters.
    pub nickname: rt::Nullable<String>,
    /// What it plays with.
    ///
    /// When sent: 1 to 3 items.
    pub toys: Option<Vec<String>>,
    /// Day of birth.
    pub born: Option<rt::Date>,
    /// What only it knows.
    ///
    /// When sent: at least 8 characters.
    pub secret: Option<rt::Secret>,
    /// How many legs.
    ///
    /// When sent: from 1 to 8.
    pub legs: Option<i64>,
    /// A number in either form.
    pub score: Option<rt::Number>,
    /// A whole number in either form.
    pub stock: Option<rt::Number>,
    /// A text in either form.
    pub zip: rt::Nullable<rt::Text>,
    /// A flag in either form.
    pub is_tame: Option<rt::Flag>,
    /// Who it comes from.
    pub parents: rt::Nullable<Vec<Parent>>,
}

/// The required fields of [`PetCreate`], as [`PetCreate::new`] takes them.
#[allow(missing_docs)]
pub struct PetCreateRequired<'a> {
    pub name: &'a str,
    pub chip: Option<&'a str>,
    pub weight: rt::Number,
}

impl PetCreate {
    /// Creates a [`PetCreate`] from its required fields.
    #[inline]
    pub fn new(required: PetCreateRequired<'_>) -> Self {
        Self {
            name: required.name.to_owned(),
            chip: required.chip.map(str::to_owned),
            weight: required.weight,
            ..rt::Empty::empty()
        }
    }

    /// Sets [`price`](field@Self::price).
    pub fn price(mut self, price: impl Into<rt::Number>) -> Self {
        self.price = Some(price.into());
        self
    }

    /// Sets [`nickname`](field@Self::nickname).
    pub fn nickname(mut self, nickname: impl Into<rt::Nullable<String>>) -> Self {
        self.nickname = nickname.into();
        self
    }

    /// Sets [`toys`](field@Self::toys).
    pub fn toys(mut self, toys: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.toys = Some(toys.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`born`](field@Self::born).
    pub fn born(mut self, born: impl Into<rt::Date>) -> Self {
        self.born = Some(born.into());
        self
    }

    /// Sets [`secret`](field@Self::secret).
    pub fn secret(mut self, secret: impl Into<rt::Secret>) -> Self {
        self.secret = Some(secret.into());
        self
    }

    /// Sets [`legs`](field@Self::legs).
    #[inline]
    pub fn legs(mut self, legs: i64) -> Self {
        self.legs = Some(legs);
        self
    }

    /// Sets [`score`](field@Self::score).
    pub fn score(mut self, score: impl Into<rt::Number>) -> Self {
        self.score = Some(score.into());
        self
    }

    /// Sets [`stock`](field@Self::stock).
    pub fn stock(mut self, stock: impl Into<rt::Number>) -> Self {
        self.stock = Some(stock.into());
        self
    }

    /// Sets [`zip`](field@Self::zip).
    pub fn zip(mut self, zip: impl Into<rt::Nullable<rt::Text>>) -> Self {
        self.zip = zip.into();
        self
    }

    /// Sets [`is_tame`](field@Self::is_tame).
    #[allow(clippy::wrong_self_convention, reason = "a setter, called as its field")]
    pub fn is_tame(mut self, is_tame: impl Into<rt::Flag>) -> Self {
        self.is_tame = Some(is_tame.into());
        self
    }

    /// Sets [`parents`](field@Self::parents).
    pub fn parents(mut self, parents: impl Into<rt::Nullable<Vec<Parent>>>) -> Self {
        self.parents = parents.into();
        self
    }
}

rt::object! {
    PetCreate {
        name: "name" required [chars(1, Some(20))],
        chip: "chip" required [chars(15, Some(15))],
        weight: "weight" required,
        price: "price" optional,
        nickname: "nickname" optional [chars(0, Some(10))],
        toys: "toys" optional [items(1, Some(3))],
        born: "born" optional,
        secret: "secret" optional [chars(8, None)],
        legs: "legs" optional [range(Some(1), Some(8))],
        score: "score" optional,
        stock: "stock" optional,
        zip: "zip" optional,
        is_tame: "is_tame" optional,
        parents: "parents" optional,
    }
}

/// `Parent`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct Parent {
    /// `name`.
    pub name: Option<String>,
    /// How old it is.
    ///
    /// Deprecated.
    pub age: Option<i64>,
}

impl Parent {
    /// Creates an empty [`Parent`].
    #[inline]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`name`](field@Self::name).
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets [`age`](field@Self::age).
    #[inline]
    pub fn age(mut self, age: i64) -> Self {
        self.age = Some(age);
        self
    }
}

rt::object! {
    Parent {
        name: "name" optional,
        age: "age" optional,
    }
}
