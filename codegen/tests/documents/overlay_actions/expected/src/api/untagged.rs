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
    /// `GET /animals`.
    ///
    /// # Returns
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
    /// client.untagged().list_animals().await?;
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

/// A call of [`Untagged::list_animals`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListAnimals {
    request: rt::Request,
}

rt::endpoint! {
    ListAnimals: LIST_ANIMALS => empty, ListAnimalsError;
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
