// @generated from api.yaml by `cargo xtask generate`: change that, not this.

//! What is meant

use openapi_client_runtime::rt;

/// The operations of `client.toys()`, such as [`get_toy`](Self::get_toy).
#[derive(Clone, Copy, Debug)]
pub struct Toys<'a> {
    core: &'a rt::Core,
}

impl<'a> Toys<'a> {
    pub(super) fn new(core: &'a rt::Core) -> Self {
        Self { core }
    }

    /// `getToy`.
    ///
    /// `GET /pets/{pet}/toys/{toy}`.
    ///
    /// # Returns
    ///
    /// [`Toy`].
    ///
    /// A toy.
    ///
    /// # Errors
    ///
    /// [`GetToyError`].
    #[inline]
    pub fn get_toy(&self, pet: impl Into<String>, toy: i64) -> GetToy {
        GetToy {
            request: rt::Request::new(self.core, &GET_TOY)
                .path("pet", Into::<String>::into(pet))
                .path("toy", toy),
        }
    }
}

/// A call of [`Toys::get_toy`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetToy {
    request: rt::Request,
}

impl GetToy {
    /// Sent as `size`.
    #[inline]
    pub fn size(mut self, size: GetToySize) -> Self {
        self.request.set_query("size", size, rt::Limits::NONE);
        self
    }

    /// Sent as `sort`.
    #[inline]
    pub fn sort(mut self, sort: GetToySort) -> Self {
        self.request.set_query("sort", sort, rt::Limits::NONE);
        self
    }
}

rt::endpoint! {
    GetToy: GET_TOY => json Toy, GetToyError;
}

static GET_TOY: rt::Operation = rt::Operation {
    id: "getToy",
    name: "api.toys.get_toy",
    method: rt::Method::Get,
    path: "/pets/{pet}/toys/{toy}",
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`GetToy`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum GetToyError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    GetToyError {
    }
}

/// `GetToySize`.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum GetToySize {
    /// `1`
    N1,
    /// `2.50`
    N250,
    /// `yes`
    Yes,
    /// `true`
    True,
    /// `large`
    Large,
    /// A value that this version of the crate does not know, as it came.
    Unknown(rt::UnknownText),
}

rt::string_enum! {
    GetToySize {
        N1 = "1",
        N250 = "2.50",
        Yes = "yes",
        True = "true",
        Large = "large",
    }
}

/// `GetToySort`.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum GetToySort {
    /// `name`
    Name,
    /// `age`
    Age,
    /// A value that this version of the crate does not know, as it came.
    Unknown(rt::UnknownText),
}

rt::string_enum! {
    GetToySort {
        Name = "name",
        Age = "age",
    }
}

/// `Toy`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Toy {
    /// What it is called.
    ///
    /// When sent: 1 to 30 characters.
    ///
    /// Pattern: `^[A-Z]`.
    pub name: String,
    /// `kind`.
    ///
    /// Default: `ball`.
    ///
    /// Deprecated.
    pub kind: Kind,
    /// `price`.
    pub price: Option<rt::Number>,
    /// `parts`.
    ///
    /// When sent: at least 1 items.
    pub parts: Option<Vec<Part>>,
    /// `colour`.
    pub colour: rt::Nullable<ToyColour>,
    /// `maker`.
    pub maker: Option<Maker>,
    /// Who plays with it.
    pub owner: Option<Owner>,
    /// `odd`.
    pub odd: rt::Nullable<rt::Json>,
}

rt::object! {
    Toy {
        name: "name" required [chars(1, Some(30))],
        kind: "kind" required,
        price: "price" optional,
        parts: "parts" optional [items(1, None)],
        colour: "colour" optional,
        maker: "maker" optional,
        owner: "owner" optional,
        odd: "odd" optional,
    }
}

/// `Maker`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Maker {
    /// `name`.
    pub name: Option<String>,
}

rt::object! {
    Maker {
        name: "name" optional,
    }
}

/// `ToyColour`.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ToyColour {
    /// `red`
    Red,
    /// `blue`
    Blue,
    /// A value that this version of the crate does not know, as it came.
    Unknown(rt::UnknownText),
}

rt::string_enum! {
    ToyColour {
        Red = "red",
        Blue = "blue",
    }
}

/// `Kind`.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// `ball`
    Ball,
    /// `rope`
    Rope,
    /// A value that this version of the crate does not know, as it came.
    Unknown(rt::UnknownText),
}

rt::string_enum! {
    Kind {
        Ball = "ball",
        Rope = "rope",
    }
}

/// `Part`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Part {
    /// A name.
    ///
    /// When sent: 1 to 50 characters.
    ///
    /// Pattern: `^[A-Z]`.
    pub name: Option<String>,
    /// `whole`.
    pub whole: Option<Box<Part>>,
}

rt::object! {
    Part {
        name: "name" optional [chars(1, Some(50))],
        whole: "whole" optional,
    }
}

/// `Owner`.
#[allow(
    clippy::large_enum_variant,
    reason = "a box for every value costs more than the room"
)]
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum Owner {
    /// Cat.
    Cat(Cat),
    /// Dog.
    Dog(Dog),
    /// A shape that this version of the crate does not know, as it came.
    Unknown(rt::Json),
}

rt::union! {
    Owner {
        Cat(Cat) if tag "kind" = "cat",
        Dog(Dog) if tag "kind" = "dog",
    }
}

impl From<Cat> for Owner {
    #[inline]
    fn from(value: Cat) -> Self {
        Self::Cat(value)
    }
}

impl From<Dog> for Owner {
    #[inline]
    fn from(value: Dog) -> Self {
        Self::Dog(value)
    }
}

/// `Cat`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Cat {
    /// `kind`.
    pub kind: String,
    /// `lives`.
    pub lives: Option<i64>,
}

rt::object! {
    Cat {
        kind: "kind" required,
        lives: "lives" optional,
    }
}

/// `Dog`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Dog {
    /// `kind`.
    pub kind: String,
    /// `tricks`.
    pub tricks: Option<i64>,
}

rt::object! {
    Dog {
        kind: "kind" required,
        tricks: "tricks" optional,
    }
}
