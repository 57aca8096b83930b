// @generated from spec/v2/pets.yaml by `cargo xtask regen`: change that, not this.

//! Pets as they are.

use openapi_client_runtime::rt;

/// The operations of `client.v2().pets()`, such as [`list`](Self::list).
#[derive(Clone, Copy, Debug)]
pub struct Pets<'a> {
    core: &'a rt::Core,
}

impl<'a> Pets<'a> {
    pub(super) fn new(core: &'a rt::Core) -> Self {
        Self { core }
    }

    /// Lists pets as they are.
    ///
    /// `GET /pets`.
    ///
    /// # Returns
    ///
    /// A list of [`Pet`].
    ///
    /// The pets.
    ///
    /// # Errors
    ///
    /// [`ListPetsError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let answer = client.v2().pets().list().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn list(&self) -> ListPets {
        ListPets {
            request: rt::Request::new(self.core, &LIST_PETS),
        }
    }
}

/// A call of [`Pets::list`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListPets {
    request: rt::Request,
}

rt::endpoint! {
    ListPets: LIST_PETS => list Vec<Pet>, ListPetsError;
}

static LIST_PETS: rt::Operation = rt::Operation {
    id: "listPets",
    name: "v2.pets.list",
    method: rt::Method::Get,
    path: "/pets",
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`ListPets`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ListPetsError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    ListPetsError {
    }
}

/// A pet as they are.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Pet {
    /// A name.
    pub name: Option<String>,
}

rt::object! {
    Pet {
        name: "name" optional,
    }
}
