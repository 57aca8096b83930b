// @generated from api.yaml by `cargo xtask generate`: change that, not this.

//! What the client sends by itself

use openapi_client_runtime::rt;

/// The operations of `client.untagged()`, such as [`read_keeper`](Self::read_keeper).
#[derive(Clone, Copy, Debug)]
pub struct Untagged<'a> {
    core: &'a rt::Core,
}

impl<'a> Untagged<'a> {
    pub(super) fn new(core: &'a rt::Core) -> Self {
        Self { core }
    }

    /// `readKeeper`.
    ///
    /// `GET /keeper`.
    ///
    /// # Returns
    ///
    /// Read.
    ///
    /// # Errors
    ///
    /// [`ReadKeeperError`].
    #[inline]
    pub fn read_keeper(&self, x_key: impl Into<String>) -> ReadKeeper {
        ReadKeeper {
            request: rt::Request::new(self.core, &READ_KEEPER)
                .header("X-Key", Into::<String>::into(x_key), rt::Limits::NONE),
        }
    }

    /// `readGate`.
    ///
    /// `GET /gate`.
    ///
    /// # Returns
    ///
    /// Read.
    ///
    /// # Errors
    ///
    /// [`ReadGateError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// client.untagged().read_gate().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn read_gate(&self) -> ReadGate {
        ReadGate {
            request: rt::Request::new(self.core, &READ_GATE),
        }
    }

    /// `readShop`.
    ///
    /// `GET /shop`.
    ///
    /// # Returns
    ///
    /// Read.
    ///
    /// # Errors
    ///
    /// [`ReadShopError`].
    #[inline]
    pub fn read_shop(&self, authorization: impl Into<rt::Secret>) -> ReadShop {
        ReadShop {
            request: rt::Request::new(self.core, &READ_SHOP)
                .styled(
                    rt::Location::Header,
                    "Authorization",
                    &Into::<rt::Secret>::into(authorization),
                    rt::Style::Simple,
                    rt::Limits::NONE.chars(3, None),
                ),
        }
    }

    /// `makeReport`.
    ///
    /// `GET /v{version}/report/{kind}`; with the header `X-Target: Report.Make`; with `format=3`; with
    /// `all=true`; with `theme=dark red`; with `version=2`.
    ///
    /// # Returns
    ///
    /// Made.
    ///
    /// # Errors
    ///
    /// [`MakeReportError`].
    #[inline]
    pub fn make_report(
        &self,
        kind: MakeReportKind,
        maybe: MakeReportMaybe,
        tags: impl IntoIterator<Item = MakeReportTagsItem>,
    ) -> MakeReport {
        MakeReport {
            request: rt::Request::new(self.core, &MAKE_REPORT)
                .path("kind", kind)
                .query("maybe", maybe, rt::Limits::NONE)
                .query_list(
                    "tags",
                    tags,
                    rt::ListStyle::Repeat,
                    rt::OnEmpty::Refuse,
                    rt::Limits::NONE,
                ),
        }
    }

    /// `go`.
    ///
    /// `GET /go`.
    ///
    /// # Returns
    ///
    /// Gone.
    ///
    /// # Errors
    ///
    /// [`GoError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// client.untagged().go().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn go(&self) -> Go {
        Go {
            request: rt::Request::new(self.core, &GO),
        }
    }

    /// `startFeeding`.
    ///
    /// `POST /feed`.
    ///
    /// # Returns
    ///
    /// Started.
    ///
    /// # Errors
    ///
    /// [`StartFeedingError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// client.untagged().start_feeding().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn start_feeding(&self) -> StartFeeding {
        StartFeeding {
            request: rt::Request::new(self.core, &START_FEEDING),
        }
    }

    /// `stopFeeding`.
    ///
    /// `DELETE /feed`.
    ///
    /// # Returns
    ///
    /// Stopped.
    ///
    /// # Errors
    ///
    /// [`StopFeedingError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// client.untagged().stop_feeding().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn stop_feeding(&self) -> StopFeeding {
        StopFeeding {
            request: rt::Request::new(self.core, &STOP_FEEDING),
        }
    }

    /// `planFeeding`.
    ///
    /// `PUT /feed`.
    ///
    /// # Returns
    ///
    /// Planned.
    ///
    /// # Errors
    ///
    /// [`PlanFeedingError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// client.untagged().plan_feeding().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn plan_feeding(&self) -> PlanFeeding {
        PlanFeeding {
            request: rt::Request::new(self.core, &PLAN_FEEDING),
        }
    }

    /// `noteFeeding`.
    ///
    /// `PATCH /feed`; sends `text/plain`.
    ///
    /// # Returns
    ///
    /// Noted.
    ///
    /// # Errors
    ///
    /// [`NoteFeedingError`].
    #[inline]
    pub fn note_feeding(&self, body: impl Into<String>) -> NoteFeeding {
        NoteFeeding {
            request: rt::Request::new(self.core, &NOTE_FEEDING).content(body.into()),
        }
    }
}

/// A call of [`Untagged::read_keeper`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ReadKeeper {
    request: rt::Request,
}

impl ReadKeeper {
    /// Sent in the header `X-Unused`.
    #[inline]
    pub fn x_unused(mut self, x_unused: impl Into<String>) -> Self {
        self.request
            .set_header("X-Unused", Into::<String>::into(x_unused), rt::Limits::NONE);
        self
    }
}

rt::endpoint! {
    ReadKeeper: READ_KEEPER => empty, ReadKeeperError;
}

static READ_KEEPER: rt::Operation = rt::Operation {
    id: "readKeeper",
    name: "api.untagged.read_keeper",
    method: rt::Method::Get,
    path: "/keeper",
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`ReadKeeper`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ReadKeeperError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    ReadKeeperError {
    }
}

/// A call of [`Untagged::read_gate`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ReadGate {
    request: rt::Request,
}

impl ReadGate {
    /// A pass of the day.
    ///
    /// Sent in the header `Authorization`.
    #[inline]
    pub fn authorization(mut self, authorization: impl Into<rt::Secret>) -> Self {
        self.request
            .set_styled(
                rt::Location::Header,
                "Authorization",
                &Into::<rt::Secret>::into(authorization),
                rt::Style::Simple,
                rt::Limits::NONE,
            );
        self
    }
}

rt::endpoint! {
    ReadGate: READ_GATE => empty, ReadGateError;
}

static READ_GATE: rt::Operation = rt::Operation {
    id: "readGate",
    name: "api.untagged.read_gate",
    method: rt::Method::Get,
    path: "/gate",
    security: Some(&[&[&super::super::client::KEY]]),
    successes: rt::statuses![204],
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

/// A call of [`Untagged::read_shop`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ReadShop {
    request: rt::Request,
}

rt::endpoint! {
    ReadShop: READ_SHOP => empty, ReadShopError;
}

static READ_SHOP: rt::Operation = rt::Operation {
    id: "readShop",
    name: "api.untagged.read_shop",
    method: rt::Method::Get,
    path: "/shop",
    security: Some(&[]),
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`ReadShop`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ReadShopError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    ReadShopError {
    }
}

/// A call of [`Untagged::make_report`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct MakeReport {
    request: rt::Request,
}

impl MakeReport {
    /// Sent in the cookie `session`.
    #[inline]
    pub fn session(mut self, session: impl Into<String>) -> Self {
        self.request
            .set_cookie("session", Into::<String>::into(session), rt::Limits::NONE);
        self
    }

    /// Sent as `wide`.
    #[inline]
    pub fn wide(mut self, wide: MakeReportWide) -> Self {
        self.request.set_query("wide", wide, rt::Limits::NONE);
        self
    }
}

rt::endpoint! {
    MakeReport: MAKE_REPORT => empty, MakeReportError;
}

static MAKE_REPORT: rt::Operation = rt::Operation {
    id: "makeReport",
    name: "api.untagged.make_report",
    method: rt::Method::Get,
    path: "/v{version}/report/{kind}",
    fixed: &[
        (rt::Location::Header, "X-Target", "Report.Make"),
        (rt::Location::Query, "format", "3"),
        (rt::Location::Query, "all", "true"),
        (rt::Location::Cookie, "theme", "dark red"),
        (rt::Location::Path, "version", "2"),
    ],
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`MakeReport`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum MakeReportError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    MakeReportError {
    }
}

/// A call of [`Untagged::go`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct Go {
    request: rt::Request,
}

impl Go {
    /// Sent as `to`.
    #[inline]
    pub fn to(mut self, to: impl Into<String>) -> Self {
        self.request.set_query("to", Into::<String>::into(to), rt::Limits::NONE);
        self
    }

    /// Sent as `also`.
    #[inline]
    pub fn also(mut self, also: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.request
            .set_query_list(
                "also",
                also.into_iter().map(Into::<String>::into),
                rt::ListStyle::Repeat,
                rt::OnEmpty::Refuse,
                rt::Limits::NONE,
            );
        self
    }

    /// Sent as `filter`.
    #[inline]
    pub fn filter(mut self, filter: rt::Map<String>) -> Self {
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

    /// Sent as `plain`.
    #[inline]
    pub fn plain(mut self, plain: impl Into<String>) -> Self {
        self.request.set_query("plain", Into::<String>::into(plain), rt::Limits::NONE);
        self
    }
}

rt::endpoint! {
    Go: GO => empty, GoError;
}

static GO: rt::Operation = rt::Operation {
    id: "go",
    name: "api.untagged.go",
    method: rt::Method::Get,
    path: "/go",
    reserved: &["to", "also", "filter"],
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`Go`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum GoError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    GoError {
    }
}

/// A call of [`Untagged::start_feeding`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct StartFeeding {
    request: rt::Request,
}

rt::endpoint! {
    StartFeeding: START_FEEDING => empty, StartFeedingError;
}

static START_FEEDING: rt::Operation = rt::Operation {
    id: "startFeeding",
    name: "api.untagged.start_feeding",
    method: rt::Method::Post,
    path: "/feed",
    successes: rt::statuses![204],
    idempotent: false,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`StartFeeding`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum StartFeedingError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    StartFeedingError {
    }
}

/// A call of [`Untagged::stop_feeding`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct StopFeeding {
    request: rt::Request,
}

rt::endpoint! {
    StopFeeding: STOP_FEEDING => empty, StopFeedingError;
}

static STOP_FEEDING: rt::Operation = rt::Operation {
    id: "stopFeeding",
    name: "api.untagged.stop_feeding",
    method: rt::Method::Delete,
    path: "/feed",
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`StopFeeding`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum StopFeedingError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    StopFeedingError {
    }
}

/// A call of [`Untagged::plan_feeding`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct PlanFeeding {
    request: rt::Request,
}

impl PlanFeeding {
    /// The body.
    #[inline]
    pub fn body(mut self, body: PlanFeedingBody) -> Self {
        self.request = self.request.json(&body);
        self
    }
}

rt::endpoint! {
    PlanFeeding: PLAN_FEEDING => empty, PlanFeedingError;
}

static PLAN_FEEDING: rt::Operation = rt::Operation {
    id: "planFeeding",
    name: "api.untagged.plan_feeding",
    method: rt::Method::Put,
    path: "/feed",
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`PlanFeeding`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum PlanFeedingError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    PlanFeedingError {
    }
}

/// A call of [`Untagged::note_feeding`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct NoteFeeding {
    request: rt::Request,
}

rt::endpoint! {
    NoteFeeding: NOTE_FEEDING => empty, NoteFeedingError;
}

static NOTE_FEEDING: rt::Operation = rt::Operation {
    id: "noteFeeding",
    name: "api.untagged.note_feeding",
    method: rt::Method::Patch,
    path: "/feed",
    content_type: "text/plain",
    successes: rt::statuses![204],
    idempotent: false,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`NoteFeeding`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum NoteFeedingError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    NoteFeedingError {
    }
}

/// `MakeReportKind`.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MakeReportKind {
    /// `long`
    Long,
    /// `short`
    Short,
    /// A value that this version of the crate does not know, as it came.
    Unknown(rt::UnknownText),
}

rt::string_enum! {
    MakeReportKind {
        Long = "long",
        Short = "short",
    }
}

/// `MakeReportWide`.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MakeReportWide {
    /// `yes`
    Yes,
    /// A value that this version of the crate does not know, as it came.
    Unknown(rt::UnknownText),
}

rt::string_enum! {
    MakeReportWide {
        Yes = "yes",
    }
}

/// `MakeReportMaybe`.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MakeReportMaybe {
    /// `x`
    X,
    /// A value that this version of the crate does not know, as it came.
    Unknown(rt::UnknownText),
}

rt::string_enum! {
    MakeReportMaybe {
        X = "x",
    }
}

/// `MakeReportTagsItem`.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MakeReportTagsItem {
    /// `a`
    A,
    /// A value that this version of the crate does not know, as it came.
    Unknown(rt::UnknownText),
}

rt::string_enum! {
    MakeReportTagsItem {
        A = "a",
    }
}

/// `PlanFeedingBody`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PlanFeedingBody {
    /// `at`.
    pub at: Option<String>,
}

impl PlanFeedingBody {
    /// Makes one of what is required; all else is absent.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self { ..rt::Blank::blank() }
    }

    /// Sets [`at`](field@Self::at).
    #[inline]
    #[must_use]
    pub fn at(mut self, at: impl Into<String>) -> Self {
        self.at = Some(at.into());
        self
    }
}

impl Default for PlanFeedingBody {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}

rt::object! {
    PlanFeedingBody {
        at: "at" optional,
    }
}

/// `Target`.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Target {
    /// `Report.Make`
    ReportMake,
    /// A value that this version of the crate does not know, as it came.
    Unknown(rt::UnknownText),
}

rt::string_enum! {
    Target {
        ReportMake = "Report.Make",
    }
}
