// @generated from api.yaml by `cargo xtask generate`: change that, not this.

//! Archive

use generated_client::runtime as rt;

/// The operations of `client.api().untagged()`, such as [`read_notes`](Self::read_notes).
#[derive(Clone, Copy, Debug)]
pub struct Untagged<'a> {
    core: &'a rt::Core,
}

impl<'a> Untagged<'a> {
    pub(super) fn new(core: &'a rt::Core) -> Self {
        Self { core }
    }

    /// `readNotes`.
    ///
    /// `GET /notes`.
    ///
    /// # Returns
    ///
    /// The text of the body.
    ///
    /// All notes in one text.
    ///
    /// # Errors
    ///
    /// [`ReadNotesError`] for 404.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// let answer = client.api().untagged().read_notes().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn read_notes(&self) -> ReadNotes {
        ReadNotes {
            request: rt::Request::new(self.core, &READ_NOTES),
        }
    }

    /// `readNotes`.
    ///
    /// `GET /pages`.
    ///
    /// # Returns
    ///
    /// There are none.
    ///
    /// # Errors
    ///
    /// [`ReadNotes2Error`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// client.api().untagged().read_notes2().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn read_notes2(&self) -> ReadNotes2 {
        ReadNotes2 {
            request: rt::Request::new(self.core, &READ_NOTES2),
        }
    }

    /// `readPicture`.
    ///
    /// `GET /picture`.
    ///
    /// # Returns
    ///
    /// The bytes of the body.
    ///
    /// A picture.
    ///
    /// There is none.
    ///
    /// # Errors
    ///
    /// [`ReadPictureError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// let answer = client.api().untagged().read_picture().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn read_picture(&self) -> ReadPicture {
        ReadPicture {
            request: rt::Request::new(self.core, &READ_PICTURE),
        }
    }
}

/// A call of [`Untagged::read_notes`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ReadNotes {
    request: rt::Request,
}

rt::endpoint! {
    ReadNotes: READ_NOTES => text, ReadNotesError;
}

static READ_NOTES: rt::Operation = rt::Operation {
    id: "readNotes",
    name: "api.untagged.read_notes",
    method: rt::Method::Get,
    path: "/notes",
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`ReadNotes`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ReadNotesError {
    /// 404: There are none.
    NotFound(rt::ErrorBody<rt::Json>),
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    ReadNotesError {
        404 => NotFound(rt::Json),
    }
}

/// A call of [`Untagged::read_notes2`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ReadNotes2 {
    request: rt::Request,
}

rt::endpoint! {
    ReadNotes2: READ_NOTES2 => empty, ReadNotes2Error;
}

static READ_NOTES2: rt::Operation = rt::Operation {
    id: "readNotes",
    name: "api.untagged.read_notes2",
    method: rt::Method::Get,
    path: "/pages",
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`ReadNotes2`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ReadNotes2Error {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    ReadNotes2Error {
    }
}

/// A call of [`Untagged::read_picture`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ReadPicture {
    request: rt::Request,
}

rt::endpoint! {
    ReadPicture: READ_PICTURE => bytes, ReadPictureError;
}

static READ_PICTURE: rt::Operation = rt::Operation {
    id: "readPicture",
    name: "api.untagged.read_picture",
    method: rt::Method::Get,
    path: "/picture",
    successes: rt::statuses![200, 204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`ReadPicture`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ReadPictureError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    ReadPictureError {
    }
}
