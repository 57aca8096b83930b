// @generated from api.yaml by `cargo xtask generate`: change that, not this.

//! Archive

use openapi_client_runtime::rt;

/// The operations of `client.untagged()`, such as [`read_notes`](Self::read_notes).
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
    /// let answer = client.untagged().read_notes().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn read_notes(&self) -> ReadNotes {
        ReadNotes {
            request: rt::Request::new(self.core, &READ_NOTES),
        }
    }

    /// `sendNotes`.
    ///
    /// `POST /notes`; sends `multipart/form-data`.
    ///
    /// # Returns
    ///
    /// They are kept.
    ///
    /// # Errors
    ///
    /// [`SendNotesError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// client.untagged().send_notes().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn send_notes(&self) -> SendNotes {
        SendNotes {
            request: rt::Request::new(self.core, &SEND_NOTES),
        }
    }

    /// `sendEntries`.
    ///
    /// `POST /entries`; sends `text/csv`.
    ///
    /// # Returns
    ///
    /// They are kept.
    ///
    /// # Errors
    ///
    /// [`SendEntriesError`].
    #[inline]
    pub fn send_entries_as_text(&self, body: impl Into<String>) -> SendEntriesAsText {
        SendEntriesAsText {
            request: rt::Request::new(self.core, &SEND_ENTRIES_AS_TEXT)
                .content(body.into()),
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
    /// client.untagged().read_notes2().await?;
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
    /// let answer = client.untagged().read_picture().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn read_picture(&self) -> ReadPicture {
        ReadPicture {
            request: rt::Request::new(self.core, &READ_PICTURE),
        }
    }

    /// `watch`.
    ///
    /// `GET /news`.
    ///
    /// # Returns
    ///
    /// [Events](rt::EventStream) as they arrive, each with text.
    ///
    /// What happens.
    ///
    /// # Errors
    ///
    /// [`WatchError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// let answer = client.untagged().watch().await?;
    /// let mut events = answer.into_inner();
    /// while let Some(event) = events.try_next().await? {
    ///     println!("{:?}", event.id);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn watch(&self) -> Watch {
        Watch {
            request: rt::Request::new(self.core, &WATCH),
        }
    }

    /// `readEither`.
    ///
    /// `GET /either`.
    ///
    /// # Returns
    ///
    /// [`ReadEitherOutput`].
    ///
    /// # Errors
    ///
    /// [`ReadEitherError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// let answer = client.untagged().read_either().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn read_either(&self) -> ReadEither {
        ReadEither {
            request: rt::Request::new(self.core, &READ_EITHER),
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

/// A call of [`Untagged::send_notes`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct SendNotes {
    request: rt::Request,
}

impl SendNotes {
    /// Sent as `file`.
    #[inline]
    pub fn file(mut self, file: impl Into<rt::FilePart>) -> Self {
        self.request.set_file("file", file);
        self
    }
}

rt::endpoint! {
    SendNotes: SEND_NOTES => empty, SendNotesError;
}

static SEND_NOTES: rt::Operation = rt::Operation {
    id: "sendNotes",
    name: "api.untagged.send_notes",
    method: rt::Method::Post,
    path: "/notes",
    successes: rt::statuses![204],
    idempotent: false,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`SendNotes`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum SendNotesError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    SendNotesError {
    }
}

/// A call of [`Untagged::send_entries_as_text`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct SendEntriesAsText {
    request: rt::Request,
}

rt::endpoint! {
    SendEntriesAsText: SEND_ENTRIES_AS_TEXT => empty, SendEntriesError;
}

static SEND_ENTRIES_AS_TEXT: rt::Operation = rt::Operation {
    id: "sendEntries",
    name: "api.untagged.send_entries_as_text",
    method: rt::Method::Post,
    path: "/entries",
    content_type: "text/csv",
    successes: rt::statuses![204],
    idempotent: false,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`SendEntriesAsText`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum SendEntriesError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    SendEntriesError {
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

/// A call of [`Untagged::watch`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct Watch {
    request: rt::Request,
}

rt::endpoint! {
    Watch: WATCH => text_events, WatchError;
}

static WATCH: rt::Operation = rt::Operation {
    id: "watch",
    name: "api.untagged.watch",
    method: rt::Method::Get,
    path: "/news",
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`Watch`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum WatchError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    WatchError {
    }
}

/// A call of [`Untagged::read_either`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ReadEither {
    request: rt::Request,
}

rt::endpoint! {
    ReadEither: READ_EITHER => outputs ReadEitherOutput, ReadEitherError;
}

static READ_EITHER: rt::Operation = rt::Operation {
    id: "readEither",
    name: "api.untagged.read_either",
    method: rt::Method::Get,
    path: "/either",
    accept: Some("*/*"),
    successes: rt::statuses![200, 202],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The successes of [`ReadEither`].
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum ReadEitherOutput {
    /// 200: A text.
    Ok(String),
    /// 202: A promise.
    Accepted(rt::Map<rt::Json>),
}

rt::outputs! {
    ReadEitherOutput {
        200 => Ok(String) as text,
        202 => Accepted(rt::Map<rt::Json>),
    }
}

/// The error answers of [`ReadEither`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ReadEitherError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    ReadEitherError {
    }
}
