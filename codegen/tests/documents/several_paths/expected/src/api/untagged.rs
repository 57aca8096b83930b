// @generated from api.yaml by `cargo xtask generate`: change that, not this.

//! One path item on several paths

use openapi_client_runtime::rt;

/// The operations of `client.untagged()`, such as [`get_gates`](Self::get_gates).
#[derive(Clone, Copy, Debug)]
pub struct Untagged<'a> {
    core: &'a rt::Core,
}

impl<'a> Untagged<'a> {
    pub(super) fn new(core: &'a rt::Core) -> Self {
        Self { core }
    }

    /// `get_gates`.
    ///
    /// `GET /gates`.
    ///
    /// # Returns
    ///
    /// Open.
    ///
    /// # Errors
    ///
    /// [`GetGatesError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// client.untagged().get_gates().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn get_gates(&self) -> GetGates {
        GetGates {
            request: rt::Request::new(self.core, &GET_GATES),
        }
    }

    /// `get_doors`.
    ///
    /// `GET /doors`.
    ///
    /// # Returns
    ///
    /// Open.
    ///
    /// # Errors
    ///
    /// [`GetDoorsError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// client.untagged().get_doors().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn get_doors(&self) -> GetDoors {
        GetDoors {
            request: rt::Request::new(self.core, &GET_DOORS),
        }
    }

    /// `get_hatches`.
    ///
    /// `GET /hatches`.
    ///
    /// # Returns
    ///
    /// Open.
    ///
    /// # Errors
    ///
    /// [`GetHatchesError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// client.untagged().get_hatches().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn get_hatches(&self) -> GetHatches {
        GetHatches {
            request: rt::Request::new(self.core, &GET_HATCHES),
        }
    }

    /// `findKeeper`.
    ///
    /// `GET /keepers/{keeper}`.
    ///
    /// # Returns
    ///
    /// [`Keeper`].
    ///
    /// One.
    ///
    /// # Errors
    ///
    /// [`FindKeeperError`].
    #[inline]
    pub fn find_keeper(&self, keeper: i64) -> FindKeeper {
        FindKeeper {
            request: rt::Request::new(self.core, &FIND_KEEPER).path("keeper", keeper),
        }
    }

    /// `removeKeeper`.
    ///
    /// `DELETE /keepers/{keeper}`.
    ///
    /// # Returns
    ///
    /// Gone.
    ///
    /// # Errors
    ///
    /// [`RemoveKeeperError`].
    #[inline]
    pub fn remove_keeper(&self, keeper: i64) -> RemoveKeeper {
        RemoveKeeper {
            request: rt::Request::new(self.core, &REMOVE_KEEPER).path("keeper", keeper),
        }
    }

    /// `swapKeeper`.
    ///
    /// `PUT /night/{keeper}`.
    ///
    /// # Returns
    ///
    /// Swapped.
    ///
    /// # Errors
    ///
    /// [`SwapKeeperError`].
    #[inline]
    pub fn swap_keeper(&self, keeper: i64) -> SwapKeeper {
        SwapKeeper {
            request: rt::Request::new(self.core, &SWAP_KEEPER).path("keeper", keeper),
        }
    }

    /// `findKeeper`.
    ///
    /// `GET /night/{keeper}`.
    ///
    /// # Returns
    ///
    /// [`Keeper`].
    ///
    /// One.
    ///
    /// # Errors
    ///
    /// [`FindKeeperNightKeeperError`].
    #[inline]
    pub fn find_keeper_night_keeper(&self, keeper: i64) -> FindKeeperNightKeeper {
        FindKeeperNightKeeper {
            request: rt::Request::new(self.core, &FIND_KEEPER_NIGHT_KEEPER)
                .path("keeper", keeper),
        }
    }

    /// `removeKeeper`.
    ///
    /// `DELETE /night/{keeper}`.
    ///
    /// # Returns
    ///
    /// Gone.
    ///
    /// # Errors
    ///
    /// [`RemoveKeeperNightKeeperError`].
    #[inline]
    pub fn remove_keeper_night_keeper(&self, keeper: i64) -> RemoveKeeperNightKeeper {
        RemoveKeeperNightKeeper {
            request: rt::Request::new(self.core, &REMOVE_KEEPER_NIGHT_KEEPER)
                .path("keeper", keeper),
        }
    }

    /// `swapKeeper`.
    ///
    /// `PUT /guests/{keeper}`.
    ///
    /// # Returns
    ///
    /// Swapped.
    ///
    /// # Errors
    ///
    /// [`SwapKeeperGuestsKeeperError`].
    #[inline]
    pub fn swap_keeper_guests_keeper(&self, keeper: i64) -> SwapKeeperGuestsKeeper {
        SwapKeeperGuestsKeeper {
            request: rt::Request::new(self.core, &SWAP_KEEPER_GUESTS_KEEPER)
                .path("keeper", keeper),
        }
    }

    /// `findKeeper`.
    ///
    /// `GET /guests/{keeper}`.
    ///
    /// # Returns
    ///
    /// [`Keeper`].
    ///
    /// One.
    ///
    /// # Errors
    ///
    /// [`FindKeeperGuestsKeeperError`].
    #[inline]
    pub fn find_keeper_guests_keeper(&self, keeper: i64) -> FindKeeperGuestsKeeper {
        FindKeeperGuestsKeeper {
            request: rt::Request::new(self.core, &FIND_KEEPER_GUESTS_KEEPER)
                .path("keeper", keeper),
        }
    }

    /// `removeKeeper`.
    ///
    /// `DELETE /guests/{keeper}`.
    ///
    /// # Returns
    ///
    /// Gone.
    ///
    /// # Errors
    ///
    /// [`RemoveKeeperGuestsKeeperError`].
    #[inline]
    pub fn remove_keeper_guests_keeper(&self, keeper: i64) -> RemoveKeeperGuestsKeeper {
        RemoveKeeperGuestsKeeper {
            request: rt::Request::new(self.core, &REMOVE_KEEPER_GUESTS_KEEPER)
                .path("keeper", keeper),
        }
    }

    /// `readFile`.
    ///
    /// `GET /files/{id}`.
    ///
    /// # Returns
    ///
    /// Read.
    ///
    /// # Errors
    ///
    /// [`ReadFileError`].
    #[inline]
    pub fn read_file(&self, id: impl Into<String>) -> ReadFile {
        ReadFile {
            request: rt::Request::new(self.core, &READ_FILE)
                .path("id", Into::<String>::into(id)),
        }
    }

    /// `put_files_id_add_link`.
    ///
    /// `PUT /files/{id}`.
    ///
    /// # Returns
    ///
    /// Linked.
    ///
    /// # Errors
    ///
    /// [`PutFilesIdAddLinkError`].
    #[inline]
    pub fn put_files_id_add_link(&self, id: impl Into<String>) -> PutFilesIdAddLink {
        PutFilesIdAddLink {
            request: rt::Request::new(self.core, &PUT_FILES_ID_ADD_LINK)
                .path("id", Into::<String>::into(id)),
        }
    }

    /// `put_files_id_remove_link`.
    ///
    /// `PUT /files/{id}`.
    ///
    /// # Returns
    ///
    /// Unlinked.
    ///
    /// # Errors
    ///
    /// [`PutFilesIdRemoveLinkError`].
    #[inline]
    pub fn put_files_id_remove_link(
        &self,
        id: impl Into<String>,
    ) -> PutFilesIdRemoveLink {
        PutFilesIdRemoveLink {
            request: rt::Request::new(self.core, &PUT_FILES_ID_REMOVE_LINK)
                .path("id", Into::<String>::into(id)),
        }
    }

    /// `post_feed_full_true_all`.
    ///
    /// `POST /feed?full=true`.
    ///
    /// # Returns
    ///
    /// Fed.
    ///
    /// # Errors
    ///
    /// [`PostFeedFullTrueAllError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// client.untagged().post_feed_full_true_all().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn post_feed_full_true_all(&self) -> PostFeedFullTrueAll {
        PostFeedFullTrueAll {
            request: rt::Request::new(self.core, &POST_FEED_FULL_TRUE_ALL),
        }
    }
}

/// A call of [`Untagged::get_gates`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetGates {
    request: rt::Request,
}

rt::endpoint! {
    GetGates: GET_GATES => empty, GetGatesError;
}

static GET_GATES: rt::Operation = rt::Operation {
    id: "get_gates",
    name: "api.untagged.get_gates",
    method: rt::Method::Get,
    path: "/gates",
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`GetGates`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum GetGatesError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    GetGatesError {
    }
}

/// A call of [`Untagged::get_doors`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetDoors {
    request: rt::Request,
}

rt::endpoint! {
    GetDoors: GET_DOORS => empty, GetDoorsError;
}

static GET_DOORS: rt::Operation = rt::Operation {
    id: "get_doors",
    name: "api.untagged.get_doors",
    method: rt::Method::Get,
    path: "/doors",
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`GetDoors`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum GetDoorsError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    GetDoorsError {
    }
}

/// A call of [`Untagged::get_hatches`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetHatches {
    request: rt::Request,
}

rt::endpoint! {
    GetHatches: GET_HATCHES => empty, GetHatchesError;
}

static GET_HATCHES: rt::Operation = rt::Operation {
    id: "get_hatches",
    name: "api.untagged.get_hatches",
    method: rt::Method::Get,
    path: "/hatches",
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`GetHatches`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum GetHatchesError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    GetHatchesError {
    }
}

/// A call of [`Untagged::find_keeper`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct FindKeeper {
    request: rt::Request,
}

rt::endpoint! {
    FindKeeper: FIND_KEEPER => json Keeper, FindKeeperError;
}

static FIND_KEEPER: rt::Operation = rt::Operation {
    id: "findKeeper",
    name: "api.untagged.find_keeper",
    method: rt::Method::Get,
    path: "/keepers/{keeper}",
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`FindKeeper`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum FindKeeperError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    FindKeeperError {
    }
}

/// A call of [`Untagged::remove_keeper`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct RemoveKeeper {
    request: rt::Request,
}

rt::endpoint! {
    RemoveKeeper: REMOVE_KEEPER => empty, RemoveKeeperError;
}

static REMOVE_KEEPER: rt::Operation = rt::Operation {
    id: "removeKeeper",
    name: "api.untagged.remove_keeper",
    method: rt::Method::Delete,
    path: "/keepers/{keeper}",
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`RemoveKeeper`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum RemoveKeeperError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    RemoveKeeperError {
    }
}

/// A call of [`Untagged::swap_keeper`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct SwapKeeper {
    request: rt::Request,
}

rt::endpoint! {
    SwapKeeper: SWAP_KEEPER => empty, SwapKeeperError;
}

static SWAP_KEEPER: rt::Operation = rt::Operation {
    id: "swapKeeper",
    name: "api.untagged.swap_keeper",
    method: rt::Method::Put,
    path: "/night/{keeper}",
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`SwapKeeper`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum SwapKeeperError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    SwapKeeperError {
    }
}

/// A call of [`Untagged::find_keeper_night_keeper`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct FindKeeperNightKeeper {
    request: rt::Request,
}

rt::endpoint! {
    FindKeeperNightKeeper: FIND_KEEPER_NIGHT_KEEPER => json Keeper, FindKeeperNightKeeperError;
}

static FIND_KEEPER_NIGHT_KEEPER: rt::Operation = rt::Operation {
    id: "findKeeper",
    name: "api.untagged.find_keeper_night_keeper",
    method: rt::Method::Get,
    path: "/night/{keeper}",
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`FindKeeperNightKeeper`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum FindKeeperNightKeeperError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    FindKeeperNightKeeperError {
    }
}

/// A call of [`Untagged::remove_keeper_night_keeper`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct RemoveKeeperNightKeeper {
    request: rt::Request,
}

rt::endpoint! {
    RemoveKeeperNightKeeper: REMOVE_KEEPER_NIGHT_KEEPER => empty, RemoveKeeperNightKeeperError;
}

static REMOVE_KEEPER_NIGHT_KEEPER: rt::Operation = rt::Operation {
    id: "removeKeeper",
    name: "api.untagged.remove_keeper_night_keeper",
    method: rt::Method::Delete,
    path: "/night/{keeper}",
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`RemoveKeeperNightKeeper`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum RemoveKeeperNightKeeperError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    RemoveKeeperNightKeeperError {
    }
}

/// A call of [`Untagged::swap_keeper_guests_keeper`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct SwapKeeperGuestsKeeper {
    request: rt::Request,
}

rt::endpoint! {
    SwapKeeperGuestsKeeper: SWAP_KEEPER_GUESTS_KEEPER => empty, SwapKeeperGuestsKeeperError;
}

static SWAP_KEEPER_GUESTS_KEEPER: rt::Operation = rt::Operation {
    id: "swapKeeper",
    name: "api.untagged.swap_keeper_guests_keeper",
    method: rt::Method::Put,
    path: "/guests/{keeper}",
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`SwapKeeperGuestsKeeper`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum SwapKeeperGuestsKeeperError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    SwapKeeperGuestsKeeperError {
    }
}

/// A call of [`Untagged::find_keeper_guests_keeper`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct FindKeeperGuestsKeeper {
    request: rt::Request,
}

rt::endpoint! {
    FindKeeperGuestsKeeper: FIND_KEEPER_GUESTS_KEEPER => json Keeper, FindKeeperGuestsKeeperError;
}

static FIND_KEEPER_GUESTS_KEEPER: rt::Operation = rt::Operation {
    id: "findKeeper",
    name: "api.untagged.find_keeper_guests_keeper",
    method: rt::Method::Get,
    path: "/guests/{keeper}",
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`FindKeeperGuestsKeeper`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum FindKeeperGuestsKeeperError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    FindKeeperGuestsKeeperError {
    }
}

/// A call of [`Untagged::remove_keeper_guests_keeper`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct RemoveKeeperGuestsKeeper {
    request: rt::Request,
}

rt::endpoint! {
    RemoveKeeperGuestsKeeper: REMOVE_KEEPER_GUESTS_KEEPER => empty, RemoveKeeperGuestsKeeperError;
}

static REMOVE_KEEPER_GUESTS_KEEPER: rt::Operation = rt::Operation {
    id: "removeKeeper",
    name: "api.untagged.remove_keeper_guests_keeper",
    method: rt::Method::Delete,
    path: "/guests/{keeper}",
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`RemoveKeeperGuestsKeeper`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum RemoveKeeperGuestsKeeperError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    RemoveKeeperGuestsKeeperError {
    }
}

/// A call of [`Untagged::read_file`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ReadFile {
    request: rt::Request,
}

rt::endpoint! {
    ReadFile: READ_FILE => empty, ReadFileError;
}

static READ_FILE: rt::Operation = rt::Operation {
    id: "readFile",
    name: "api.untagged.read_file",
    method: rt::Method::Get,
    path: "/files/{id}",
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`ReadFile`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ReadFileError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    ReadFileError {
    }
}

/// A call of [`Untagged::put_files_id_add_link`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct PutFilesIdAddLink {
    request: rt::Request,
}

rt::endpoint! {
    PutFilesIdAddLink: PUT_FILES_ID_ADD_LINK => empty, PutFilesIdAddLinkError;
}

static PUT_FILES_ID_ADD_LINK: rt::Operation = rt::Operation {
    id: "put_files_id_add_link",
    name: "api.untagged.put_files_id_add_link",
    method: rt::Method::Put,
    path: "/files/{id}",
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`PutFilesIdAddLink`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum PutFilesIdAddLinkError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    PutFilesIdAddLinkError {
    }
}

/// A call of [`Untagged::put_files_id_remove_link`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct PutFilesIdRemoveLink {
    request: rt::Request,
}

rt::endpoint! {
    PutFilesIdRemoveLink: PUT_FILES_ID_REMOVE_LINK => empty, PutFilesIdRemoveLinkError;
}

static PUT_FILES_ID_REMOVE_LINK: rt::Operation = rt::Operation {
    id: "put_files_id_remove_link",
    name: "api.untagged.put_files_id_remove_link",
    method: rt::Method::Put,
    path: "/files/{id}",
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`PutFilesIdRemoveLink`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum PutFilesIdRemoveLinkError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    PutFilesIdRemoveLinkError {
    }
}

/// A call of [`Untagged::post_feed_full_true_all`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct PostFeedFullTrueAll {
    request: rt::Request,
}

rt::endpoint! {
    PostFeedFullTrueAll: POST_FEED_FULL_TRUE_ALL => empty, PostFeedFullTrueAllError;
}

static POST_FEED_FULL_TRUE_ALL: rt::Operation = rt::Operation {
    id: "post_feed_full_true_all",
    name: "api.untagged.post_feed_full_true_all",
    method: rt::Method::Post,
    path: "/feed?full=true",
    successes: rt::statuses![204],
    idempotent: false,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`PostFeedFullTrueAll`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum PostFeedFullTrueAllError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    PostFeedFullTrueAllError {
    }
}

/// `Keeper`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Keeper {
    /// `name`.
    pub name: String,
    /// `shifts`.
    pub shifts: Option<Vec<String>>,
}

rt::object! {
    Keeper {
        name: "name" required,
        shifts: "shifts" optional,
    }
}
