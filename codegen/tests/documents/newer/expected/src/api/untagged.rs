// @generated from api.yaml by `cargo xtask generate`: change that, not this.

//! Zoo

use openapi_client_runtime::rt;

/// The operations of `client.untagged()`, such as [`get_animal`](Self::get_animal).
#[derive(Clone, Copy, Debug)]
pub struct Untagged<'a> {
    core: &'a rt::Core,
}

impl<'a> Untagged<'a> {
    pub(super) fn new(core: &'a rt::Core) -> Self {
        Self { core }
    }

    /// `getAnimal`.
    ///
    /// `GET /animals/{id}`.
    ///
    /// # Returns
    ///
    /// [`Animal`].
    ///
    /// The animal.
    ///
    /// # Errors
    ///
    /// [`GetAnimalError`].
    #[inline]
    pub fn get_animal(&self, id: i64) -> GetAnimal {
        GetAnimal {
            request: rt::Request::new(self.core, &GET_ANIMAL).path("id", id),
        }
    }

    /// `changeAnimal`.
    ///
    /// `PUT /animals/{id}`.
    ///
    /// # Returns
    ///
    /// It is done.
    ///
    /// # Errors
    ///
    /// [`ChangeAnimalError`].
    #[inline]
    pub fn change_animal(&self, id: i64, body: Animal) -> ChangeAnimal {
        ChangeAnimal {
            request: rt::Request::new(self.core, &CHANGE_ANIMAL)
                .path("id", id)
                .json(&body),
        }
    }
}

/// A call of [`Untagged::get_animal`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetAnimal {
    request: rt::Request,
}

rt::endpoint! {
    GetAnimal: GET_ANIMAL => json Animal, GetAnimalError;
}

static GET_ANIMAL: rt::Operation = rt::Operation {
    id: "getAnimal",
    name: "api.untagged.get_animal",
    method: rt::Method::Get,
    path: "/animals/{id}",
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`GetAnimal`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum GetAnimalError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    GetAnimalError {
    }
}

/// A call of [`Untagged::change_animal`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ChangeAnimal {
    request: rt::Request,
}

rt::endpoint! {
    ChangeAnimal: CHANGE_ANIMAL => empty, ChangeAnimalError;
}

static CHANGE_ANIMAL: rt::Operation = rt::Operation {
    id: "changeAnimal",
    name: "api.untagged.change_animal",
    method: rt::Method::Put,
    path: "/animals/{id}",
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`ChangeAnimal`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ChangeAnimalError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    ChangeAnimalError {
    }
}

/// `Animal`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Animal {
    /// `name`.
    ///
    /// Example: `Tilda`.
    pub name: String,
    /// `born`.
    pub born: Option<rt::DateTime>,
    /// `keeper`.
    pub keeper: rt::Nullable<Keeper>,
    /// `mood`.
    pub mood: rt::Nullable<AnimalMood>,
    /// `weight`.
    pub weight: rt::Text,
    /// Where it lives.
    pub enclosure: Option<Enclosure>,
    /// `cell`.
    pub cell: Option<Vec<rt::Json>>,
    /// `picture`.
    pub picture: Option<String>,
    /// `tags`.
    pub tags: Option<rt::Map<rt::Json>>,
    /// `anything`.
    pub anything: rt::Nullable<rt::Json>,
    /// `nothing`.
    pub nothing: rt::Nullable<rt::Json>,
    /// `limit`.
    ///
    /// When sent: up to 9.
    pub limit: Option<i64>,
}

impl Animal {
    /// Makes one of what is required; all else is absent.
    #[inline]
    #[must_use]
    pub fn new(
        name: impl Into<String>,
        born: impl Into<Option<rt::DateTime>>,
        weight: impl Into<rt::Text>,
    ) -> Self {
        Self {
            name: name.into(),
            born: born.into(),
            weight: weight.into(),
            ..rt::Blank::blank()
        }
    }

    /// Sets [`keeper`](field@Self::keeper).
    #[inline]
    #[must_use]
    pub fn keeper(mut self, keeper: impl Into<rt::Nullable<Keeper>>) -> Self {
        self.keeper = keeper.into();
        self
    }

    /// Sets [`mood`](field@Self::mood).
    #[inline]
    #[must_use]
    pub fn mood(mut self, mood: impl Into<rt::Nullable<AnimalMood>>) -> Self {
        self.mood = mood.into();
        self
    }

    /// Sets [`enclosure`](field@Self::enclosure).
    #[inline]
    #[must_use]
    pub fn enclosure(mut self, enclosure: Enclosure) -> Self {
        self.enclosure = Some(enclosure);
        self
    }

    /// Sets [`cell`](field@Self::cell).
    #[inline]
    #[must_use]
    pub fn cell(mut self, cell: impl IntoIterator<Item = impl Into<rt::Json>>) -> Self {
        self.cell = Some(cell.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`picture`](field@Self::picture).
    #[inline]
    #[must_use]
    pub fn picture(mut self, picture: impl Into<String>) -> Self {
        self.picture = Some(picture.into());
        self
    }

    /// Sets [`tags`](field@Self::tags).
    #[inline]
    #[must_use]
    pub fn tags(mut self, tags: rt::Map<rt::Json>) -> Self {
        self.tags = Some(tags);
        self
    }

    /// Sets [`anything`](field@Self::anything).
    #[inline]
    #[must_use]
    pub fn anything(mut self, anything: impl Into<rt::Nullable<rt::Json>>) -> Self {
        self.anything = anything.into();
        self
    }

    /// Sets [`nothing`](field@Self::nothing).
    #[inline]
    #[must_use]
    pub fn nothing(mut self, nothing: impl Into<rt::Nullable<rt::Json>>) -> Self {
        self.nothing = nothing.into();
        self
    }

    /// Sets [`limit`](field@Self::limit).
    #[inline]
    #[must_use]
    pub fn limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }
}

rt::object! {
    Animal {
        name: "name" required,
        born: "born" required,
        keeper: "keeper" optional,
        mood: "mood" optional,
        weight: "weight" required,
        enclosure: "enclosure" optional,
        cell: "cell" optional,
        picture: "picture" optional,
        tags: "tags" optional,
        anything: "anything" optional,
        nothing: "nothing" optional,
        limit: "limit" optional [range(None, Some(9))],
        const "kind" = "animal",
    }
}

/// `AnimalMood`.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AnimalMood {
    /// `glad`
    Glad,
    /// `sad`
    Sad,
    /// A value that this version of the crate does not know, as it came.
    Unknown(rt::UnknownText),
}

rt::string_enum! {
    AnimalMood {
        Glad = "glad",
        Sad = "sad",
    }
}

/// `Enclosure`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Enclosure {
    /// `number`.
    pub number: Option<i64>,
}

impl Enclosure {
    /// Makes one of what is required; all else is absent.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self { ..rt::Blank::blank() }
    }

    /// Sets [`number`](field@Self::number).
    #[inline]
    #[must_use]
    pub fn number(mut self, number: i64) -> Self {
        self.number = Some(number);
        self
    }
}

impl Default for Enclosure {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}

rt::object! {
    Enclosure {
        number: "number" optional,
    }
}

/// `Keeper`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Keeper {
    /// `name`.
    ///
    /// Pattern: `^[A-Z]`.
    pub name: String,
}

impl Keeper {
    /// Makes one.
    #[inline]
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into() }
    }
}

rt::object! {
    Keeper {
        name: "name" required,
    }
}
