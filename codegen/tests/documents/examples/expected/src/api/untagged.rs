// @generated from api.yaml by `cargo xtask generate`: change that, not this.

//! Examples

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
    /// One animal.
    ///
    /// # Errors
    ///
    /// [`GetAnimalError`] for 404.
    #[inline]
    pub fn get_animal(&self, id: i64) -> GetAnimal {
        GetAnimal {
            request: rt::Request::new(self.core, &GET_ANIMAL).path("id", id),
        }
    }

    /// `putAnimal`.
    ///
    /// `PUT /animals/{id}`.
    ///
    /// # Returns
    ///
    /// The text of the body.
    ///
    /// What was said.
    ///
    /// # Errors
    ///
    /// [`PutAnimalError`].
    #[inline]
    pub fn put_animal(&self, id: i64) -> PutAnimal {
        PutAnimal {
            request: rt::Request::new(self.core, &PUT_ANIMAL).path("id", id),
        }
    }

    /// `patchAnimal`.
    ///
    /// `PATCH /animals/{id}`; sends `image/png`.
    ///
    /// # Returns
    ///
    /// [`PatchAnimalOk`].
    ///
    /// Left out.
    ///
    /// # Errors
    ///
    /// [`PatchAnimalError`].
    #[inline]
    pub fn patch_animal(&self, id: i64) -> PatchAnimal {
        PatchAnimal {
            request: rt::Request::new(self.core, &PATCH_ANIMAL).path("id", id),
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
    /// 404: No animal.
    NotFound(rt::ErrorBody<GetAnimalNotFound>),
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    GetAnimalError {
        404 => NotFound(GetAnimalNotFound),
    }
}

/// A call of [`Untagged::put_animal`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct PutAnimal {
    request: rt::Request,
}

impl PutAnimal {
    /// The body.
    #[inline]
    pub fn body(mut self, body: Animal) -> Self {
        self.request = self.request.json(&body);
        self
    }
}

rt::endpoint! {
    PutAnimal: PUT_ANIMAL => text, PutAnimalError;
}

static PUT_ANIMAL: rt::Operation = rt::Operation {
    id: "putAnimal",
    name: "api.untagged.put_animal",
    method: rt::Method::Put,
    path: "/animals/{id}",
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`PutAnimal`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum PutAnimalError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    PutAnimalError {
    }
}

/// A call of [`Untagged::patch_animal`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct PatchAnimal {
    request: rt::Request,
}

impl PatchAnimal {
    /// The body.
    #[inline]
    pub fn body(mut self, body: impl Into<rt::Bytes>) -> Self {
        self.request = self.request.content(body);
        self
    }
}

rt::endpoint! {
    PatchAnimal: PATCH_ANIMAL => json PatchAnimalOk, PatchAnimalError;
}

static PATCH_ANIMAL: rt::Operation = rt::Operation {
    id: "patchAnimal",
    name: "api.untagged.patch_animal",
    method: rt::Method::Patch,
    path: "/animals/{id}",
    content_type: "image/png",
    idempotent: false,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`PatchAnimal`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum PatchAnimalError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    PatchAnimalError {
    }
}

/// `GetAnimalNotFound`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct GetAnimalNotFound {
    /// `title`.
    pub title: Option<String>,
}

rt::object! {
    GetAnimalNotFound {
        title: "title" optional,
    }
}

/// `PatchAnimalOk`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PatchAnimalOk {
    /// `left`.
    pub left: Option<bool>,
}

rt::object! {
    PatchAnimalOk {
        left: "left" optional,
    }
}

/// `Animal`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Animal {
    /// `name`.
    pub name: String,
    /// `weight`.
    pub weight: Option<f64>,
    /// `price`.
    pub price: Option<rt::Number>,
    /// `born`.
    pub born: Option<rt::DateTime>,
    /// `tags`.
    pub tags: Option<Vec<String>>,
    /// `mother`.
    pub mother: rt::Nullable<Box<Animal>>,
    /// `anything`.
    pub anything: rt::Nullable<rt::Json>,
    /// `either`.
    pub either: rt::Nullable<AnimalEither>,
    /// `both`.
    pub both: rt::Nullable<AnimalBoth>,
    /// `kind`.
    pub kind: Option<AnimalKind>,
    /// What else the object has, by key.
    pub additional_properties: rt::Map<rt::Json>,
}

impl Animal {
    /// Makes one of what is required; all else is absent.
    #[inline]
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            ..rt::Blank::blank()
        }
    }

    /// Sets [`weight`](field@Self::weight).
    #[inline]
    #[must_use]
    pub fn weight(mut self, weight: f64) -> Self {
        self.weight = Some(weight);
        self
    }

    /// Sets [`price`](field@Self::price).
    #[inline]
    #[must_use]
    pub fn price(mut self, price: impl Into<rt::Number>) -> Self {
        self.price = Some(price.into());
        self
    }

    /// Sets [`born`](field@Self::born).
    #[inline]
    #[must_use]
    pub fn born(mut self, born: impl Into<rt::DateTime>) -> Self {
        self.born = Some(born.into());
        self
    }

    /// Sets [`tags`](field@Self::tags).
    #[inline]
    #[must_use]
    pub fn tags(mut self, tags: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.tags = Some(tags.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`mother`](field@Self::mother).
    #[inline]
    #[must_use]
    pub fn mother(mut self, mother: impl Into<rt::Nullable<Box<Animal>>>) -> Self {
        self.mother = mother.into();
        self
    }

    /// Sets [`anything`](field@Self::anything).
    #[inline]
    #[must_use]
    pub fn anything(mut self, anything: impl Into<rt::Nullable<rt::Json>>) -> Self {
        self.anything = anything.into();
        self
    }

    /// Sets [`either`](field@Self::either).
    #[inline]
    #[must_use]
    pub fn either(mut self, either: impl Into<rt::Nullable<AnimalEither>>) -> Self {
        self.either = either.into();
        self
    }

    /// Sets [`both`](field@Self::both).
    #[inline]
    #[must_use]
    pub fn both(mut self, both: impl Into<rt::Nullable<AnimalBoth>>) -> Self {
        self.both = both.into();
        self
    }

    /// Sets [`kind`](field@Self::kind).
    #[inline]
    #[must_use]
    pub fn kind(mut self, kind: AnimalKind) -> Self {
        self.kind = Some(kind);
        self
    }
}

rt::object! {
    Animal {
        name: "name" required,
        weight: "weight" optional,
        price: "price" optional,
        born: "born" optional,
        tags: "tags" optional,
        mother: "mother" optional,
        anything: "anything" optional,
        either: "either" optional,
        both: "both" optional,
        kind: "kind" optional,
        ..additional_properties,
    }
}

/// `AnimalEither`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum AnimalEither {
    /// Text.
    Text(String),
    /// Flag.
    Flag(bool),
    /// A shape that this version of the crate does not know, as it came.
    Unknown(rt::Json),
}

rt::union! {
    AnimalEither {
        Text(String) if type string,
        Flag(bool) if type boolean,
    }
}

impl From<String> for AnimalEither {
    #[inline]
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<&str> for AnimalEither {
    #[inline]
    fn from(value: &str) -> Self {
        Self::Text(value.into())
    }
}

impl From<bool> for AnimalEither {
    #[inline]
    fn from(value: bool) -> Self {
        Self::Flag(value)
    }
}

/// `AnimalBoth`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AnimalBoth {
    /// `height`.
    pub height: Option<i64>,
    /// `width`.
    pub width: Option<i64>,
}

impl AnimalBoth {
    /// Makes one of what is required; all else is absent.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self { ..rt::Blank::blank() }
    }

    /// Sets [`height`](field@Self::height).
    #[inline]
    #[must_use]
    pub fn height(mut self, height: i64) -> Self {
        self.height = Some(height);
        self
    }

    /// Sets [`width`](field@Self::width).
    #[inline]
    #[must_use]
    pub fn width(mut self, width: i64) -> Self {
        self.width = Some(width);
        self
    }
}

impl Default for AnimalBoth {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}

rt::object! {
    AnimalBoth {
        height: "height" optional,
        width: "width" optional,
    }
}

/// `AnimalKind`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AnimalKind {
    /// `legs`.
    pub legs: Option<i64>,
}

impl AnimalKind {
    /// Makes one of what is required; all else is absent.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self { ..rt::Blank::blank() }
    }

    /// Sets [`legs`](field@Self::legs).
    #[inline]
    #[must_use]
    pub fn legs(mut self, legs: i64) -> Self {
        self.legs = Some(legs);
        self
    }
}

impl Default for AnimalKind {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}

rt::object! {
    AnimalKind {
        legs: "legs" optional,
    }
}

/// `Size`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Size {
    /// `height`.
    pub height: Option<i64>,
}

rt::object! {
    Size {
        height: "height" optional,
    }
}

/// `Level`.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Level {
    /// `low`
    Low,
    /// `high`
    High,
    /// A value that this version of the crate does not know, as it came.
    Unknown(rt::UnknownText),
}

rt::string_enum! {
    Level {
        Low = "low",
        High = "high",
    }
}

rt::fixtures! {
    fixtures {
        /// What [`Untagged::patch_animal`] answers with 200.
        ///
        /// Left out.
        PATCH_ANIMAL: PATCH_ANIMAL => 200 PatchAnimalOk, r#"{
  "left": true
}"#;
    }
}
