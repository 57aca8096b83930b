// @generated from api.yaml by `cargo xtask generate`: change that, not this.

//! Nulls

use openapi_client_runtime::rt;

/// The operations of `client.untagged()`, such as [`list_scores`](Self::list_scores).
#[derive(Clone, Copy, Debug)]
pub struct Untagged<'a> {
    core: &'a rt::Core,
}

impl<'a> Untagged<'a> {
    pub(super) fn new(core: &'a rt::Core) -> Self {
        Self { core }
    }

    /// `listScores`.
    ///
    /// `GET /scores`.
    ///
    /// # Returns
    ///
    /// A list of `i64` or null.
    ///
    /// What each pet scored; null for one that did not take part.
    ///
    /// # Errors
    ///
    /// [`ListScoresError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// let answer = client.untagged().list_scores().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn list_scores(&self) -> ListScores {
        ListScores {
            request: rt::Request::new(self.core, &LIST_SCORES),
        }
    }

    /// `replaceScores`.
    ///
    /// `PUT /scores`.
    ///
    /// # Returns
    ///
    /// [`Pet`] or nothing.
    ///
    /// The pet that won, if one did.
    ///
    /// # Errors
    ///
    /// [`ReplaceScoresError`].
    #[inline]
    pub fn replace_scores(&self, body: Scores) -> ReplaceScores {
        ReplaceScores {
            request: rt::Request::new(self.core, &REPLACE_SCORES).json(&body),
        }
    }

    /// `ringBell`.
    ///
    /// Nobody says what it answers.
    ///
    /// `POST /bell`.
    ///
    /// # Errors
    ///
    /// [`RingBellError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// client.untagged().ring_bell().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn ring_bell(&self) -> RingBell {
        RingBell {
            request: rt::Request::new(self.core, &RING_BELL),
        }
    }

    /// `replaceRanks`.
    ///
    /// `PUT /ranks`.
    ///
    /// # Returns
    ///
    /// A list of `String` or nothing.
    ///
    /// The ranks, if there are any.
    ///
    /// Nothing to say.
    ///
    /// # Errors
    ///
    /// [`ReplaceRanksError`].
    #[inline]
    pub fn replace_ranks(
        &self,
        body: impl IntoIterator<Item = Option<String>>,
    ) -> ReplaceRanks {
        ReplaceRanks {
            request: rt::Request::new(self.core, &REPLACE_RANKS)
                .json_list(body, rt::Limits::NONE),
        }
    }
}

/// A call of [`Untagged::list_scores`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListScores {
    request: rt::Request,
}

rt::endpoint! {
    ListScores: LIST_SCORES => list Vec<Option<i64>>, ListScoresError;
}

static LIST_SCORES: rt::Operation = rt::Operation {
    id: "listScores",
    name: "api.untagged.list_scores",
    method: rt::Method::Get,
    path: "/scores",
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`ListScores`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ListScoresError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    ListScoresError {
    }
}

/// A call of [`Untagged::replace_scores`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ReplaceScores {
    request: rt::Request,
}

rt::endpoint! {
    ReplaceScores: REPLACE_SCORES => json_or_none Pet, ReplaceScoresError;
}

static REPLACE_SCORES: rt::Operation = rt::Operation {
    id: "replaceScores",
    name: "api.untagged.replace_scores",
    method: rt::Method::Put,
    path: "/scores",
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`ReplaceScores`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ReplaceScoresError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    ReplaceScoresError {
    }
}

/// A call of [`Untagged::ring_bell`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct RingBell {
    request: rt::Request,
}

rt::endpoint! {
    RingBell: RING_BELL => empty, RingBellError;
}

static RING_BELL: rt::Operation = rt::Operation {
    id: "ringBell",
    name: "api.untagged.ring_bell",
    method: rt::Method::Post,
    path: "/bell",
    successes: rt::statuses![],
    idempotent: false,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`RingBell`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum RingBellError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    RingBellError {
    }
}

/// A call of [`Untagged::replace_ranks`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ReplaceRanks {
    request: rt::Request,
}

rt::endpoint! {
    ReplaceRanks: REPLACE_RANKS => json_or_none Vec<String>, ReplaceRanksError;
}

static REPLACE_RANKS: rt::Operation = rt::Operation {
    id: "replaceRanks",
    name: "api.untagged.replace_ranks",
    method: rt::Method::Put,
    path: "/ranks",
    successes: rt::statuses![200, 204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`ReplaceRanks`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ReplaceRanksError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    ReplaceRanksError {
    }
}

/// `Pet`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Pet {
    /// `name`.
    pub name: String,
}

impl Pet {
    /// Makes one.
    #[inline]
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into() }
    }
}

rt::object! {
    Pet {
        name: "name" required,
    }
}

/// `Scores`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Scores {
    /// By place, with gaps.
    ///
    /// When sent: at most 3 items.
    pub places: Vec<Option<Pet>>,
    /// `points`.
    pub points: Option<rt::Map<Option<f64>>>,
    /// `rows`.
    pub rows: rt::Nullable<Vec<Vec<Option<bool>>>>,
}

impl Scores {
    /// Makes one of what is required; all else is absent.
    #[inline]
    #[must_use]
    pub fn new(places: impl IntoIterator<Item = Option<Pet>>) -> Self {
        Self {
            places: places.into_iter().collect(),
            ..rt::Blank::blank()
        }
    }

    /// Sets [`points`](field@Self::points).
    #[inline]
    #[must_use]
    pub fn points(mut self, points: rt::Map<Option<f64>>) -> Self {
        self.points = Some(points);
        self
    }

    /// Sets [`rows`](field@Self::rows).
    #[inline]
    #[must_use]
    pub fn rows(
        mut self,
        rows: impl Into<rt::Nullable<Vec<Vec<Option<bool>>>>>,
    ) -> Self {
        self.rows = rows.into();
        self
    }
}

rt::object! {
    Scores {
        places: "places" required [items(0, Some(3))],
        points: "points" optional,
        rows: "rows" optional,
    }
}
