// @generated from api.yaml by `cargo xtask generate`: change that, not this.

//! Animals

use openapi_client_runtime::rt;

/// The operations of `client.api().animals()`, such as [`list_animals`](Self::list_animals).
#[derive(Clone, Copy, Debug)]
pub struct Animals<'a> {
    core: &'a rt::Core,
}

impl<'a> Animals<'a> {
    pub(super) fn new(core: &'a rt::Core) -> Self {
        Self { core }
    }

    /// `listAnimals`.
    ///
    /// `GET /animals`.
    ///
    /// # Returns
    ///
    /// A list of [`Animal`].
    ///
    /// The animals.
    ///
    /// # Errors
    ///
    /// [`ListAnimalsError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// let answer = client.api().animals().list_animals().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn list_animals(&self) -> ListAnimals {
        ListAnimals {
            request: rt::Request::new(self.core, &LIST_ANIMALS),
        }
    }
}

/// A call of [`Animals::list_animals`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListAnimals {
    request: rt::Request,
}

rt::endpoint! {
    ListAnimals: LIST_ANIMALS => list Vec<Animal>, ListAnimalsError;
}

static LIST_ANIMALS: rt::Operation = rt::Operation {
    id: "listAnimals",
    name: "api.animals.list_animals",
    method: rt::Method::Get,
    path: "/animals",
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`ListAnimals`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ListAnimalsError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    ListAnimalsError {
    }
}

/// `Animal`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Animal {
    /// `name`.
    pub name: Option<String>,
}

impl Animal {
    /// Makes one of what is required; all else is absent.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self { ..rt::Blank::blank() }
    }

    /// Sets [`name`](field@Self::name).
    #[inline]
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}

impl Default for Animal {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}

rt::object! {
    Animal {
        name: "name" optional,
    }
}
