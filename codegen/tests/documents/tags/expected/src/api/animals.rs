// @generated from api.yaml by `cargo xtask generate`: change that, not this.

//! Who lives here.

use super::types;
use openapi_client_runtime::rt;

/// The operations of `client.animals()`, such as [`list_animals`](Self::list_animals).
#[derive(Clone, Copy, Debug)]
pub struct Animals<'a> {
    core: &'a rt::Core,
}

impl<'a> Animals<'a> {
    pub(super) fn new(core: &'a rt::Core) -> Self {
        Self { core }
    }

    /// Lists the animals.
    ///
    /// `GET /animals`.
    ///
    /// # Returns
    ///
    /// A list of [`types::Animal`].
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
    /// let answer = client.animals().list_animals().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn list_animals(&self) -> ListAnimals {
        ListAnimals {
            request: rt::Request::new(self.core, &LIST_ANIMALS),
        }
    }

    /// `getAnimal`.
    ///
    /// `GET /animals/{id}`.
    ///
    /// # Returns
    ///
    /// [`types::Animal`].
    ///
    /// The animal.
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
}

/// A call of [`Animals::list_animals`]: `.await` sends it.
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
}

rt::endpoint! {
    ListAnimals: LIST_ANIMALS => list Vec<types::Animal>, ListAnimalsError;
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

/// A call of [`Animals::get_animal`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetAnimal {
    request: rt::Request,
}

rt::endpoint! {
    GetAnimal: GET_ANIMAL => json types::Animal, GetAnimalError;
}

static GET_ANIMAL: rt::Operation = rt::Operation {
    id: "getAnimal",
    name: "api.animals.get_animal",
    method: rt::Method::Get,
    path: "/animals/{id}",
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`GetAnimal`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum GetAnimalError {
    /// 404: Nobody here is called so.
    NotFound(rt::ErrorBody<types::GetAnimalNotFound>),
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    GetAnimalError {
        404 => NotFound(types::GetAnimalNotFound),
    }
}

rt::fixtures! {
    fixtures {
        /// What [`Animals::list_animals`] answers with 200.
        ///
        /// The animals.
        LIST_ANIMALS: LIST_ANIMALS => 200 Vec<types::Animal>, r#"[
  {
    "id": 1,
    "name": "Tilda",
    "keeper": {
      "name": "Ola"
    }
  }
]"#;
    }
}
