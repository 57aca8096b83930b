// @generated from api.yaml by `cargo xtask generate`: change that, not this.

//! Everything that can be sent and read

use openapi_client_runtime::rt;

/// The operations of `client.untagged()`, such as [`find_animals`](Self::find_animals).
#[derive(Clone, Copy, Debug)]
pub struct Untagged<'a> {
    core: &'a rt::Core,
}

impl<'a> Untagged<'a> {
    pub(super) fn new(core: &'a rt::Core) -> Self {
        Self { core }
    }

    /// `findAnimals`.
    ///
    /// `GET /animals/{ids}/{at}`; asks for `application/vnd.zoo+json`.
    ///
    /// # Arguments
    ///
    /// - `x_tenant`: Whose zoo.
    ///
    /// # Returns
    ///
    /// A list of [`Animal`].
    ///
    /// The animals.
    ///
    /// Headers: [`X_TOTAL`], [`X_PAGES`].
    ///
    /// # Errors
    ///
    /// [`FindAnimalsError`] for 4xx, default.
    #[inline]
    pub fn find_animals(
        &self,
        ids: impl IntoIterator<Item = i64>,
        at: Place,
        x_tenant: impl Into<String>,
    ) -> FindAnimals {
        FindAnimals {
            request: rt::Request::new(self.core, &FIND_ANIMALS)
                .styled(
                    rt::Location::Path,
                    "ids",
                    &ids.into_iter().collect::<Vec<i64>>(),
                    rt::Style::Simple,
                    rt::Limits::NONE,
                )
                .styled(
                    rt::Location::Path,
                    "at",
                    &at,
                    rt::Style::MatrixExploded,
                    rt::Limits::NONE,
                )
                .header(
                    "X-Tenant",
                    Into::<String>::into(x_tenant),
                    rt::Limits::NONE.chars(0, Some(20)),
                ),
        }
    }

    /// `findAnimals`.
    ///
    /// `GET /animals/{ids}/{at}`; asks for `text/csv`.
    ///
    /// # Arguments
    ///
    /// - `x_tenant`: Whose zoo.
    ///
    /// # Returns
    ///
    /// The text of the body.
    ///
    /// The animals.
    ///
    /// # Errors
    ///
    /// [`FindAnimalsError`] for 4xx, default.
    #[inline]
    pub fn find_animals_as_text(
        &self,
        ids: impl IntoIterator<Item = i64>,
        at: Place,
        x_tenant: impl Into<String>,
    ) -> FindAnimalsAsText {
        FindAnimalsAsText {
            request: rt::Request::new(self.core, &FIND_ANIMALS_AS_TEXT)
                .styled(
                    rt::Location::Path,
                    "ids",
                    &ids.into_iter().collect::<Vec<i64>>(),
                    rt::Style::Simple,
                    rt::Limits::NONE,
                )
                .styled(
                    rt::Location::Path,
                    "at",
                    &at,
                    rt::Style::MatrixExploded,
                    rt::Limits::NONE,
                )
                .header(
                    "X-Tenant",
                    Into::<String>::into(x_tenant),
                    rt::Limits::NONE.chars(0, Some(20)),
                ),
        }
    }

    /// `addAnimal`.
    ///
    /// `POST /animals`; on the server `https://uploads.zoo.example/{stage}`.
    ///
    /// # Returns
    ///
    /// [`Animal`].
    ///
    /// It is there.
    ///
    /// # Errors
    ///
    /// [`AddAnimalError`] for default.
    #[inline]
    pub fn add_animal(&self, body: Animal) -> AddAnimal {
        AddAnimal {
            request: rt::Request::new(self.core, &ADD_ANIMAL).json(&body),
        }
    }

    /// `addAnimal`.
    ///
    /// `POST /animals`; sends `multipart/form-data`; on the server
    /// `https://uploads.zoo.example/{stage}`.
    ///
    /// # Arguments
    ///
    /// - `photo`: What it looks like.
    ///
    /// # Returns
    ///
    /// [`Animal`].
    ///
    /// It is there.
    ///
    /// # Errors
    ///
    /// [`AddAnimalError`] for default.
    #[inline]
    pub fn add_animal_as_multipart(
        &self,
        animal: Animal,
        photo: impl Into<rt::FilePart>,
    ) -> AddAnimalAsMultipart {
        AddAnimalAsMultipart {
            request: rt::Request::new(self.core, &ADD_ANIMAL_AS_MULTIPART)
                .part("animal", &animal, "application/vnd.zoo+json")
                .file("photo", photo),
        }
    }

    /// `logIn`.
    ///
    /// `POST /login`; sends `application/x-www-form-urlencoded`.
    ///
    /// # Returns
    ///
    /// [`LogInOutput`].
    ///
    /// # Errors
    ///
    /// [`LogInError`] for 302.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// let answer = client.untagged().log_in().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn log_in(&self) -> LogIn {
        LogIn {
            request: rt::Request::new(self.core, &LOG_IN),
        }
    }

    /// `readPhoto`.
    ///
    /// `GET /photos/{id}`.
    ///
    /// # Returns
    ///
    /// The bytes of the body.
    ///
    /// The photo.
    ///
    /// # Errors
    ///
    /// [`ReadPhotoError`].
    #[inline]
    pub fn read_photo(&self, id: i64) -> ReadPhoto {
        ReadPhoto {
            request: rt::Request::new(self.core, &READ_PHOTO).path("id", id),
        }
    }

    /// `writePhoto`.
    ///
    /// `PUT /photos/{id}`.
    ///
    /// # Returns
    ///
    /// It is kept.
    ///
    /// # Errors
    ///
    /// [`WritePhotoError`].
    #[inline]
    pub fn write_photo(
        &self,
        id: i64,
        content_type: impl Into<String>,
        body: impl Into<rt::Bytes>,
    ) -> WritePhoto {
        WritePhoto {
            request: rt::Request::new(self.core, &WRITE_PHOTO)
                .path("id", id)
                .content_of(content_type, body),
        }
    }

    /// `writeNotes`.
    ///
    /// `PUT /notes`; sends `text/markdown`.
    ///
    /// # Returns
    ///
    /// They are kept.
    ///
    /// # Errors
    ///
    /// [`WriteNotesError`].
    #[inline]
    pub fn write_notes(&self, body: impl Into<String>) -> WriteNotes {
        WriteNotes {
            request: rt::Request::new(self.core, &WRITE_NOTES).content(body.into()),
        }
    }

    /// `writeArchive`.
    ///
    /// `PUT /archive`; sends `application/zip`.
    ///
    /// # Returns
    ///
    /// It is kept.
    ///
    /// # Errors
    ///
    /// [`WriteArchiveError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// client.untagged().write_archive().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn write_archive(&self) -> WriteArchive {
        WriteArchive {
            request: rt::Request::new(self.core, &WRITE_ARCHIVE),
        }
    }

    /// `ask`.
    ///
    /// `POST /news`.
    ///
    /// # Returns
    ///
    /// [`Answer`].
    ///
    /// The answer, whole or bit by bit.
    ///
    /// # Errors
    ///
    /// [`AskError`].
    #[inline]
    pub fn ask(&self, body: AskBody) -> Ask {
        Ask {
            request: rt::Request::new(self.core, &ASK).json(&body),
        }
    }

    /// `ask`.
    ///
    /// `POST /news`.
    ///
    /// # Returns
    ///
    /// [Events](rt::EventStream) as they arrive, each with [`Bit`].
    ///
    /// The answer, whole or bit by bit.
    ///
    /// # Errors
    ///
    /// [`AskError`].
    #[inline]
    pub fn ask_as_events(&self, body: AskBody) -> AskAsEvents {
        AskAsEvents {
            request: rt::Request::new(self.core, &ASK_AS_EVENTS).json(&body),
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

    /// `readGate`.
    ///
    /// `GET /gates/{id}`.
    ///
    /// # Returns
    ///
    /// [`Place`].
    ///
    /// The gate.
    ///
    /// # Errors
    ///
    /// [`ReadGateError`].
    #[inline]
    pub fn read_gate(&self, id: i64) -> ReadGate {
        ReadGate {
            request: rt::Request::new(self.core, &READ_GATE).path("id", id),
        }
    }

    /// `enter`.
    ///
    /// `GET /entrance`.
    ///
    /// # Returns
    ///
    /// It has moved.
    ///
    /// # Errors
    ///
    /// [`EnterError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// client.untagged().enter().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn enter(&self) -> Enter {
        Enter {
            request: rt::Request::new(self.core, &ENTER),
        }
    }
}

/// A call of [`Untagged::find_animals`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct FindAnimals {
    request: rt::Request,
}

impl FindAnimals {
    /// Sent in the header `X-Trace`.
    #[inline]
    pub fn x_trace(
        mut self,
        x_trace: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.request
            .set_styled(
                rt::Location::Header,
                "X-Trace",
                &x_trace.into_iter().map(Into::<String>::into).collect::<Vec<String>>(),
                rt::Style::Simple,
                rt::Limits::NONE,
            );
        self
    }

    /// Sent in the cookie `session`.
    #[inline]
    pub fn session(mut self, session: impl Into<String>) -> Self {
        self.request
            .set_cookie("session", Into::<String>::into(session), rt::Limits::NONE);
        self
    }

    /// Sent as `filter`.
    #[inline]
    pub fn filter(mut self, filter: Filter) -> Self {
        self.request
            .set_styled(
                rt::Location::Query,
                "filter",
                &filter,
                rt::Style::Deep,
                rt::Limits::NONE,
            );
        self
    }

    /// Sent as `tags`.
    #[inline]
    pub fn tags(mut self, tags: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.request
            .set_query_list(
                "tags",
                tags.into_iter().map(Into::<String>::into),
                rt::ListStyle::Pipe,
                rt::OnEmpty::Refuse,
                rt::Limits::NONE,
            );
        self
    }

    /// Sent as `near`.
    #[inline]
    pub fn near(mut self, near: Place) -> Self {
        self.request
            .set_styled(
                rt::Location::Query,
                "near",
                &near,
                rt::Style::FormExploded,
                rt::Limits::NONE,
            );
        self
    }

    /// Sent as `sort`.
    #[inline]
    pub fn sort(mut self, sort: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.request
            .set_styled(
                rt::Location::Query,
                "sort",
                &sort.into_iter().map(Into::<String>::into).collect::<Vec<String>>(),
                rt::Style::Json,
                rt::Limits::NONE,
            );
        self
    }
}

rt::endpoint! {
    FindAnimals: FIND_ANIMALS => list Vec<Animal>, FindAnimalsError;
}

static FIND_ANIMALS: rt::Operation = rt::Operation {
    id: "findAnimals",
    name: "api.untagged.find_animals",
    method: rt::Method::Get,
    path: "/animals/{ids}/{at}",
    accept: Some("application/vnd.zoo+json"),
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`FindAnimals`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum FindAnimalsError {
    /// 4xx: Nothing of that kind.
    ClientError(rt::ErrorBody<Problem>),
    /// default: Something else.
    Default(rt::ErrorBody<Problem>),
}

rt::errors! {
    FindAnimalsError or Default {
        4xx => ClientError(Problem),
    }
}

/// A call of [`Untagged::find_animals_as_text`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct FindAnimalsAsText {
    request: rt::Request,
}

impl FindAnimalsAsText {
    /// Sent in the header `X-Trace`.
    #[inline]
    pub fn x_trace(
        mut self,
        x_trace: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.request
            .set_styled(
                rt::Location::Header,
                "X-Trace",
                &x_trace.into_iter().map(Into::<String>::into).collect::<Vec<String>>(),
                rt::Style::Simple,
                rt::Limits::NONE,
            );
        self
    }

    /// Sent in the cookie `session`.
    #[inline]
    pub fn session(mut self, session: impl Into<String>) -> Self {
        self.request
            .set_cookie("session", Into::<String>::into(session), rt::Limits::NONE);
        self
    }

    /// Sent as `filter`.
    #[inline]
    pub fn filter(mut self, filter: Filter) -> Self {
        self.request
            .set_styled(
                rt::Location::Query,
                "filter",
                &filter,
                rt::Style::Deep,
                rt::Limits::NONE,
            );
        self
    }

    /// Sent as `tags`.
    #[inline]
    pub fn tags(mut self, tags: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.request
            .set_query_list(
                "tags",
                tags.into_iter().map(Into::<String>::into),
                rt::ListStyle::Pipe,
                rt::OnEmpty::Refuse,
                rt::Limits::NONE,
            );
        self
    }

    /// Sent as `near`.
    #[inline]
    pub fn near(mut self, near: Place) -> Self {
        self.request
            .set_styled(
                rt::Location::Query,
                "near",
                &near,
                rt::Style::FormExploded,
                rt::Limits::NONE,
            );
        self
    }

    /// Sent as `sort`.
    #[inline]
    pub fn sort(mut self, sort: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.request
            .set_styled(
                rt::Location::Query,
                "sort",
                &sort.into_iter().map(Into::<String>::into).collect::<Vec<String>>(),
                rt::Style::Json,
                rt::Limits::NONE,
            );
        self
    }
}

rt::endpoint! {
    FindAnimalsAsText: FIND_ANIMALS_AS_TEXT => text, FindAnimalsError;
}

static FIND_ANIMALS_AS_TEXT: rt::Operation = rt::Operation {
    id: "findAnimals",
    name: "api.untagged.find_animals_as_text",
    method: rt::Method::Get,
    path: "/animals/{ids}/{at}",
    accept: Some("text/csv"),
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// A call of [`Untagged::add_animal`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct AddAnimal {
    request: rt::Request,
}

rt::endpoint! {
    AddAnimal: ADD_ANIMAL => json Animal, AddAnimalError;
}

static ADD_ANIMAL: rt::Operation = rt::Operation {
    id: "addAnimal",
    name: "api.untagged.add_animal",
    method: rt::Method::Post,
    path: "/animals",
    server: Some("https://uploads.zoo.example/{stage}"),
    successes: rt::statuses![default],
    idempotent: false,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`AddAnimal`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum AddAnimalError {
    /// default: It is there.
    Default(rt::ErrorBody<Animal>),
}

rt::errors! {
    AddAnimalError or Default {
    }
}

/// A call of [`Untagged::add_animal_as_multipart`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct AddAnimalAsMultipart {
    request: rt::Request,
}

impl AddAnimalAsMultipart {
    /// Sent as `more`.
    #[inline]
    pub fn more(
        mut self,
        more: impl IntoIterator<Item = impl Into<rt::FilePart>>,
    ) -> Self {
        self.request.set_files("more", more.into_iter().map(Into::into));
        self
    }

    /// Sent as `note`.
    #[inline]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.request.set_part("note", &Into::<String>::into(note), "");
        self
    }
}

rt::endpoint! {
    AddAnimalAsMultipart: ADD_ANIMAL_AS_MULTIPART => json Animal, AddAnimalError;
}

static ADD_ANIMAL_AS_MULTIPART: rt::Operation = rt::Operation {
    id: "addAnimal",
    name: "api.untagged.add_animal_as_multipart",
    method: rt::Method::Post,
    path: "/animals",
    server: Some("https://uploads.zoo.example/{stage}"),
    successes: rt::statuses![default],
    idempotent: false,
    ..rt::Operation::new(&super::API)
};

/// A call of [`Untagged::log_in`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct LogIn {
    request: rt::Request,
}

impl LogIn {
    /// The body.
    #[inline]
    pub fn body(mut self, body: LogInBody) -> Self {
        self.request = self
            .request
            .form(&body, &[("scopes", rt::Style::Space), ("device", rt::Style::Deep)]);
        self
    }
}

rt::endpoint! {
    LogIn: LOG_IN => outputs LogInOutput, LogInError;
}

static LOG_IN: rt::Operation = rt::Operation {
    id: "logIn",
    name: "api.untagged.log_in",
    method: rt::Method::Post,
    path: "/login",
    content_type: "application/x-www-form-urlencoded",
    accept: Some("*/*"),
    successes: rt::statuses![200, 202],
    redirects: rt::statuses![302],
    idempotent: false,
    ..rt::Operation::new(&super::API)
};

/// The successes of [`LogIn`].
#[allow(
    clippy::large_enum_variant,
    reason = "a box for every value costs more than the room"
)]
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum LogInOutput {
    /// 200: A token.
    Ok(String),
    /// 202: Soon.
    Accepted(LogInAccepted),
}

rt::outputs! {
    LogInOutput {
        200 => Ok(String) as text,
        202 => Accepted(LogInAccepted),
    }
}

/// The error answers of [`LogIn`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum LogInError {
    /// 302: Elsewhere.
    Found(rt::ErrorBody<rt::Json>),
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    LogInError {
        302 => Found(rt::Json),
    }
}

/// A call of [`Untagged::read_photo`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ReadPhoto {
    request: rt::Request,
}

rt::endpoint! {
    ReadPhoto: READ_PHOTO => bytes, ReadPhotoError;
}

static READ_PHOTO: rt::Operation = rt::Operation {
    id: "readPhoto",
    name: "api.untagged.read_photo",
    method: rt::Method::Get,
    path: "/photos/{id}",
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`ReadPhoto`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ReadPhotoError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    ReadPhotoError {
    }
}

/// A call of [`Untagged::write_photo`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct WritePhoto {
    request: rt::Request,
}

rt::endpoint! {
    WritePhoto: WRITE_PHOTO => empty, WritePhotoError;
}

static WRITE_PHOTO: rt::Operation = rt::Operation {
    id: "writePhoto",
    name: "api.untagged.write_photo",
    method: rt::Method::Put,
    path: "/photos/{id}",
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`WritePhoto`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum WritePhotoError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    WritePhotoError {
    }
}

/// A call of [`Untagged::write_notes`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct WriteNotes {
    request: rt::Request,
}

rt::endpoint! {
    WriteNotes: WRITE_NOTES => empty, WriteNotesError;
}

static WRITE_NOTES: rt::Operation = rt::Operation {
    id: "writeNotes",
    name: "api.untagged.write_notes",
    method: rt::Method::Put,
    path: "/notes",
    content_type: "text/markdown",
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`WriteNotes`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum WriteNotesError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    WriteNotesError {
    }
}

/// A call of [`Untagged::write_archive`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct WriteArchive {
    request: rt::Request,
}

impl WriteArchive {
    /// The body.
    #[inline]
    pub fn body(mut self, body: impl Into<rt::Bytes>) -> Self {
        self.request = self.request.content(body);
        self
    }
}

rt::endpoint! {
    WriteArchive: WRITE_ARCHIVE => empty, WriteArchiveError;
}

static WRITE_ARCHIVE: rt::Operation = rt::Operation {
    id: "writeArchive",
    name: "api.untagged.write_archive",
    method: rt::Method::Put,
    path: "/archive",
    content_type: "application/zip",
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`WriteArchive`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum WriteArchiveError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    WriteArchiveError {
    }
}

/// A call of [`Untagged::ask`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct Ask {
    request: rt::Request,
}

rt::endpoint! {
    Ask: ASK => json Answer, AskError;
}

static ASK: rt::Operation = rt::Operation {
    id: "ask",
    name: "api.untagged.ask",
    method: rt::Method::Post,
    path: "/news",
    idempotent: false,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`Ask`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum AskError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    AskError {
    }
}

/// A call of [`Untagged::ask_as_events`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct AskAsEvents {
    request: rt::Request,
}

rt::endpoint! {
    AskAsEvents: ASK_AS_EVENTS => events Bit, AskError;
}

static ASK_AS_EVENTS: rt::Operation = rt::Operation {
    id: "ask",
    name: "api.untagged.ask_as_events",
    method: rt::Method::Post,
    path: "/news",
    other_media: &["application/json"],
    idempotent: false,
    ..rt::Operation::new(&super::API)
};

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

/// A call of [`Untagged::read_gate`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ReadGate {
    request: rt::Request,
}

rt::endpoint! {
    ReadGate: READ_GATE => json Place, ReadGateError;
}

static READ_GATE: rt::Operation = rt::Operation {
    id: "readGate",
    name: "api.untagged.read_gate",
    method: rt::Method::Get,
    path: "/gates/{id}",
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`ReadGate`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ReadGateError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    ReadGateError {
    }
}

/// A call of [`Untagged::enter`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct Enter {
    request: rt::Request,
}

rt::endpoint! {
    Enter: ENTER => empty, EnterError;
}

static ENTER: rt::Operation = rt::Operation {
    id: "enter",
    name: "api.untagged.enter",
    method: rt::Method::Get,
    path: "/entrance",
    successes: rt::statuses![301],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`Enter`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum EnterError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    EnterError {
    }
}

/// How many there are.
///
/// The header `X-Total` of an answer.
pub const X_TOTAL: rt::Header<i64> = rt::Header::new("X-Total");

/// The header `X-Pages` of an answer.
pub const X_PAGES: rt::Header<Vec<i64>> = rt::Header::new("X-Pages");

/// `LogInBody`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct LogInBody {
    /// `user`.
    pub user: String,
    /// `password`.
    pub password: rt::Secret,
    /// `scopes`.
    pub scopes: Option<Vec<String>>,
    /// `device`.
    pub device: Option<rt::Map<String>>,
}

impl LogInBody {
    /// Makes one of what is required; all else is absent.
    #[inline]
    #[must_use]
    pub fn new(user: impl Into<String>, password: impl Into<rt::Secret>) -> Self {
        Self {
            user: user.into(),
            password: password.into(),
            ..rt::Blank::blank()
        }
    }

    /// Sets [`scopes`](field@Self::scopes).
    #[inline]
    #[must_use]
    pub fn scopes(
        mut self,
        scopes: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.scopes = Some(scopes.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`device`](field@Self::device).
    #[inline]
    #[must_use]
    pub fn device(mut self, device: rt::Map<String>) -> Self {
        self.device = Some(device);
        self
    }
}

rt::object! {
    LogInBody {
        user: "user" required,
        password: "password" required,
        scopes: "scopes" optional,
        device: "device" optional,
    }
}

/// `LogInAccepted`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct LogInAccepted {
    /// `in`.
    pub r#in: Option<i64>,
}

rt::object! {
    LogInAccepted {
        r#in: "in" optional,
    }
}

/// `AskBody`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AskBody {
    /// `question`.
    pub question: String,
}

impl AskBody {
    /// Makes one.
    #[inline]
    #[must_use]
    pub fn new(question: impl Into<String>) -> Self {
        Self { question: question.into() }
    }
}

rt::object! {
    AskBody {
        question: "question" required,
    }
}

/// `Place`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Place {
    /// `x`.
    pub x: i64,
    /// `y`.
    pub y: i64,
}

impl Place {
    /// Makes one.
    #[inline]
    #[must_use]
    pub fn new(x: i64, y: i64) -> Self {
        Self { x, y }
    }
}

rt::object! {
    Place {
        x: "x" required,
        y: "y" required,
    }
}

/// `Filter`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Filter {
    /// `kind`.
    ///
    /// Default: `any`. Pattern: `` ^[a-z`]+$ ``. Example: `cat`.
    pub kind: Option<String>,
    /// `legs`.
    ///
    /// One of `2`, `4`.
    pub legs: Option<i64>,
    /// `ages`.
    pub ages: Option<Vec<i64>>,
    /// `at`.
    pub at: Option<Place>,
}

impl Filter {
    /// Makes one of what is required; all else is absent.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self { ..rt::Blank::blank() }
    }

    /// Sets [`kind`](field@Self::kind).
    #[inline]
    #[must_use]
    pub fn kind(mut self, kind: impl Into<String>) -> Self {
        self.kind = Some(kind.into());
        self
    }

    /// Sets [`legs`](field@Self::legs).
    #[inline]
    #[must_use]
    pub fn legs(mut self, legs: i64) -> Self {
        self.legs = Some(legs);
        self
    }

    /// Sets [`ages`](field@Self::ages).
    #[inline]
    #[must_use]
    pub fn ages(mut self, ages: impl IntoIterator<Item = i64>) -> Self {
        self.ages = Some(ages.into_iter().collect());
        self
    }

    /// Sets [`at`](field@Self::at).
    #[inline]
    #[must_use]
    pub fn at(mut self, at: Place) -> Self {
        self.at = Some(at);
        self
    }
}

impl Default for Filter {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}

rt::object! {
    Filter {
        kind: "kind" optional,
        legs: "legs" optional,
        ages: "ages" optional,
        at: "at" optional,
    }
}

/// `Animal`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Animal {
    /// `name`.
    pub name: String,
    /// `born`.
    pub born: Option<rt::DateTime>,
}

impl Animal {
    /// Makes one of what is required; all else is absent.
    #[inline]
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            ..rt::Blank::blank()
        }
    }

    /// Sets [`born`](field@Self::born).
    #[inline]
    #[must_use]
    pub fn born(mut self, born: impl Into<rt::DateTime>) -> Self {
        self.born = Some(born.into());
        self
    }
}

rt::object! {
    Animal {
        name: "name" required,
        born: "born" optional,
    }
}

/// `Problem`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Problem {
    /// `title`.
    pub title: Option<String>,
}

rt::object! {
    Problem {
        title: "title" optional,
    }
}

/// `Answer`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Answer {
    /// `text`.
    pub text: Option<String>,
}

rt::object! {
    Answer {
        text: "text" optional,
    }
}

/// `Bit`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Bit {
    /// `text`.
    pub text: Option<String>,
}

rt::object! {
    Bit {
        text: "text" optional,
    }
}
