// @generated from also-keepers.yaml by `cargo xtask generate`: change that, not this.

//! Keepers

use super::types;
use openapi_client_runtime::rt;

/// The operations of `client.also_keepers().keepers()`, such as [`list_keepers`](Self::list_keepers).
#[derive(Clone, Copy, Debug)]
pub struct Keepers<'a> {
    core: &'a rt::Core,
}

impl<'a> Keepers<'a> {
    pub(super) fn new(core: &'a rt::Core) -> Self {
        Self { core }
    }

    /// `listKeepers`.
    ///
    /// `GET /keepers`.
    ///
    /// # Returns
    ///
    /// A list of [`types::Keeper`].
    ///
    /// The keepers.
    ///
    /// # Errors
    ///
    /// [`ListKeepersError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// let answer = client.also_keepers().keepers().list_keepers().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn list_keepers(&self) -> ListKeepers {
        ListKeepers {
            request: rt::Request::new(self.core, &LIST_KEEPERS),
        }
    }
}

/// A call of [`Keepers::list_keepers`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListKeepers {
    request: rt::Request,
}

rt::endpoint! {
    ListKeepers: LIST_KEEPERS => list Vec<types::Keeper>, ListKeepersError;
}

static LIST_KEEPERS: rt::Operation = rt::Operation {
    id: "listKeepers",
    name: "also_keepers.keepers.list_keepers",
    method: rt::Method::Get,
    path: "/keepers",
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`ListKeepers`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ListKeepersError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    ListKeepersError {
    }
}
