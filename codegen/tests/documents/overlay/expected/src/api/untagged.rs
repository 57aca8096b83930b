// @generated from api.yaml by `cargo xtask generate`: change that, not this.

//! Zoo

use openapi_client_runtime::rt;

/// The operations of `client.untagged()`, such as [`list_animals`](Self::list_animals).
#[derive(Clone, Copy, Debug)]
pub struct Untagged<'a> {
    core: &'a rt::Core,
}

impl<'a> Untagged<'a> {
    pub(super) fn new(core: &'a rt::Core) -> Self {
        Self { core }
    }

    /// `listAnimals`.
    ///
    /// Lists the animals, the youngest first.
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
    /// let answer = client.untagged().list_animals().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn list_animals(&self) -> ListAnimals {
        ListAnimals {
            request: rt::Request::new(self.core, &LIST_ANIMALS),
        }
    }

    /// `deleteAnimal`.
    ///
    /// `DELETE /animals/{id}`.
    ///
    /// # Returns
    ///
    /// It is gone.
    ///
    /// # Errors
    ///
    /// [`DeleteAnimalError`].
    #[inline]
    pub fn delete_animal(&self, id: i64) -> DeleteAnimal {
        DeleteAnimal {
            request: rt::Request::new(self.core, &DELETE_ANIMAL).path("id", id),
        }
    }
}

/// A call of [`Untagged::list_animals`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListAnimals {
    request: rt::Request,
}

impl ListAnimals {
    /// Sent as `kind`.
    #[inline]
    pub fn kind(mut self, kind: impl Into<String>) -> Self {
        self.request.set_query("kind", Into::<String>::into(kind), rt::Limits::NONE);
        self
    }

    /// When sent: from 1.
    ///
    /// Sent as `page`.
    #[inline]
    pub fn page(mut self, page: i64) -> Self {
        self.request.set_query("page", page, rt::Limits::NONE.range(Some(1), None));
        self
    }
}

rt::endpoint! {
    ListAnimals: LIST_ANIMALS => list Vec<Animal>, ListAnimalsError;
}

static LIST_ANIMALS: rt::Operation = rt::Operation {
    id: "listAnimals",
    name: "api.untagged.list_animals",
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

/// A call of [`Untagged::delete_animal`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct DeleteAnimal {
    request: rt::Request,
}

rt::endpoint! {
    DeleteAnimal: DELETE_ANIMAL => empty, DeleteAnimalError;
}

static DELETE_ANIMAL: rt::Operation = rt::Operation {
    id: "deleteAnimal",
    name: "api.untagged.delete_animal",
    method: rt::Method::Delete,
    path: "/animals/{id}",
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`DeleteAnimal`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum DeleteAnimalError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    DeleteAnimalError {
    }
}

/// `Keeper`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Keeper {
    /// `name`.
    pub name: String,
}

rt::object! {
    Keeper {
        name: "name" required,
    }
}

/// `Animal`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Animal {
    /// `id`.
    pub id: i64,
    /// `name`.
    pub name: String,
    /// `born`.
    pub born: Option<rt::DateTime>,
    /// `keeper`.
    pub keeper: Keeper,
    /// `size`.
    pub size: Option<String>,
}

rt::object! {
    Animal {
        id: "id" required,
        name: "name" required,
        born: "born" optional,
        keeper: "keeper" required,
        size: "size" optional,
    }
}

/// `Ticket`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Ticket {
    /// `price`.
    pub price: f64,
    /// `guide`.
    pub guide: Option<Keeper>,
}

rt::object! {
    Ticket {
        price: "price" required,
        guide: "guide" optional,
    }
}

/// `Pass`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Pass {
    /// `price`.
    pub price: f64,
    /// `guide`.
    pub guide: Option<Keeper>,
    /// `until`.
    pub until: Option<rt::DateTime>,
}

rt::object! {
    Pass {
        price: "price" required,
        guide: "guide" optional,
        until: "until" optional,
    }
}
