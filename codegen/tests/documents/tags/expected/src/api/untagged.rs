// @generated from api.yaml by `cargo xtask generate`: change that, not this.

//! The operations without a tag.

use openapi_client_runtime::rt;

/// The operations of `client.untagged()`, such as [`get_ping`](Self::get_ping).
#[derive(Clone, Copy, Debug)]
pub struct Untagged<'a> {
    core: &'a rt::Core,
}

impl<'a> Untagged<'a> {
    pub(super) fn new(core: &'a rt::Core) -> Self {
        Self { core }
    }

    /// `get_ping`.
    ///
    /// `GET /ping`.
    ///
    /// # Returns
    ///
    /// The zoo is there.
    ///
    /// # Errors
    ///
    /// [`GetPingError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// client.untagged().get_ping().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn get_ping(&self) -> GetPing {
        GetPing {
            request: rt::Request::new(self.core, &GET_PING),
        }
    }
}

/// A call of [`Untagged::get_ping`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetPing {
    request: rt::Request,
}

rt::endpoint! {
    GetPing: GET_PING => empty, GetPingError;
}

static GET_PING: rt::Operation = rt::Operation {
    id: "get_ping",
    name: "api.untagged.get_ping",
    method: rt::Method::Get,
    path: "/ping",
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`GetPing`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum GetPingError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    GetPingError {
    }
}
