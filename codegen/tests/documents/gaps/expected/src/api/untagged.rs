// @generated from api.yaml by `cargo xtask generate`: change that, not this.

//! Depot

use openapi_client_runtime::rt;

/// The operations of `client.untagged()`, such as [`list_crates`](Self::list_crates).
#[derive(Clone, Copy, Debug)]
pub struct Untagged<'a> {
    core: &'a rt::Core,
}

impl<'a> Untagged<'a> {
    pub(super) fn new(core: &'a rt::Core) -> Self {
        Self { core }
    }

    /// `listCrates`.
    ///
    /// `GET /crates`.
    ///
    /// # Returns
    ///
    /// A list of [`Crate`].
    ///
    /// All crates.
    ///
    /// # Errors
    ///
    /// [`ListCratesError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// let answer = client.untagged().list_crates().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn list_crates(&self) -> ListCrates {
        ListCrates {
            request: rt::Request::new(self.core, &LIST_CRATES),
        }
    }

    /// `findPicture`.
    ///
    /// `GET /crates/{id}/picture`.
    ///
    /// # Returns
    ///
    /// It is elsewhere.
    ///
    /// # Errors
    ///
    /// [`FindPictureError`].
    #[inline]
    pub fn find_picture(&self, id: i64) -> FindPicture {
        FindPicture {
            request: rt::Request::new(self.core, &FIND_PICTURE).path("id", id),
        }
    }
}

/// A call of [`Untagged::list_crates`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListCrates {
    request: rt::Request,
}

rt::endpoint! {
    ListCrates: LIST_CRATES => list Vec<Crate>, ListCratesError;
}

static LIST_CRATES: rt::Operation = rt::Operation {
    id: "listCrates",
    name: "api.untagged.list_crates",
    method: rt::Method::Get,
    path: "/crates",
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`ListCrates`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ListCratesError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    ListCratesError {
    }
}

/// A call of [`Untagged::find_picture`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct FindPicture {
    request: rt::Request,
}

rt::endpoint! {
    FindPicture: FIND_PICTURE => empty, FindPictureError;
}

static FIND_PICTURE: rt::Operation = rt::Operation {
    id: "findPicture",
    name: "api.untagged.find_picture",
    method: rt::Method::Get,
    path: "/crates/{id}/picture",
    successes: rt::statuses![302],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`FindPicture`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum FindPictureError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    FindPictureError {
    }
}

/// `Crate`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Crate {
    /// `id`.
    pub id: i64,
    /// `tag`.
    pub tag: Option<String>,
}

rt::object! {
    Crate {
        id: "id" required,
        tag: "tag" optional,
    }
}
