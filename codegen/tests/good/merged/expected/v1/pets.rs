// @generated from spec/v1/pets.yaml by `cargo xtask regen`: change that, not this.

//! Schemas made of others.

use openapi_client_runtime::rt;

/// The operations of `client.v1().pets()`, such as [`put`](Self::put).
#[derive(Clone, Copy, Debug)]
pub struct Pets<'a>(pub(super) &'a rt::Core);

impl Pets<'_> {
    /// Answers.
    ///
    /// `PUT /pets`.
    ///
    /// # Returns
    ///
    /// [`Cat`]. An answer.
    ///
    /// # Errors
    ///
    /// [`Error`](rt::Error).
    #[inline]
    pub fn put(&self, body: Cat) -> PutPets {
        PutPets(rt::Request::new(self.0, &PUT_PETS).json(&body))
    }
}

/// A request of [`Pets::put`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct PutPets(rt::Request);

impl PutPets {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<Cat>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for PutPets {
    type Output = Result<rt::Response<Cat>, rt::Error>;
    type IntoFuture = rt::CallFuture<Cat>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::json())
    }
}

static PUT_PETS: rt::Operation = rt::Operation {
    id: "putCat",
    name: "v1.pets.put",
    method: rt::Method::Put,
    path: "/pets",
    ..rt::Operation::new(&super::API)
};

/// What has a name.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Named {
    /// A name.
    pub name: String,
}

rt::object! {
    Named {
        name: "name" required,
    }
}

/// What has an age.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Aged {
    /// In years.
    pub age: Option<i64>,
    /// What everybody says.
    pub note: Option<String>,
}

rt::object! {
    Aged {
        age: "age" optional,
        note: "note" optional,
    }
}

/// A named pet with an age, and what cats have.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct Cat {
    /// A name.
    pub name: String,
    /// In years.
    pub age: i64,
    /// What cats say.
    pub note: Option<String>,
    /// Whether it purrs.
    pub purrs: bool,
}

/// The required fields of [`Cat`], as [`Cat::new`] takes them.
#[allow(missing_docs)]
pub struct CatRequired<'a> {
    pub name: &'a str,
    pub age: i64,
    pub purrs: bool,
}

impl Cat {
    /// Creates a [`Cat`] from its required fields.
    #[inline]
    pub fn new(required: CatRequired<'_>) -> Self {
        Self {
            name: required.name.to_owned(),
            age: required.age,
            purrs: required.purrs,
            ..rt::Empty::empty()
        }
    }

    /// Sets [`note`](field@Self::note).
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }
}

rt::object! {
    Cat {
        name: "name" required,
        age: "age" required,
        note: "note" optional,
        purrs: "purrs" required,
    }
}

/// A cat that belongs to others.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Kitten {
    /// A name.
    pub name: String,
    /// In years.
    pub age: i64,
    /// What cats say.
    pub note: Option<String>,
    /// Whether it purrs.
    pub purrs: bool,
    /// A cat, or null.
    pub mother: rt::Nullable<Cat>,
    /// A cat with another description.
    pub father: Option<Cat>,
    /// What has a name.
    pub alias: Option<Named>,
    /// Somebody who has to be named, perhaps by null.
    pub owner: Option<Named>,
}

rt::object! {
    Kitten {
        name: "name" required,
        age: "age" required,
        note: "note" optional,
        purrs: "purrs" required,
        mother: "mother" optional,
        father: "father" optional,
        alias: "alias" optional,
        owner: "owner" required,
    }
}
