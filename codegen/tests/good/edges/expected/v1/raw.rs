// @generated from spec/v1/raw.yaml by `cargo xtask regen`: change that, not this.

//! Called as the method for all else would be.

use openapi_client_runtime::rt;

/// The operations of `client.v1().raw()`, such as [`get`](Self::get).
#[derive(Clone, Copy, Debug)]
pub struct Raw<'a> {
    core: &'a rt::Core,
}

impl<'a> Raw<'a> {
    pub(super) fn new(core: &'a rt::Core) -> Self {
        Self { core }
    }

    /// Checks.
    ///
    /// `GET /raw`.
    ///
    /// # Returns
    ///
    /// Fine.
    ///
    /// # Errors
    ///
    /// [`GetRawError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// client.v1().raw().get().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn get(&self) -> GetRaw {
        GetRaw {
            request: rt::Request::new(self.core, &GET_RAW),
        }
    }
}

/// A call of [`Raw::get`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetRaw {
    request: rt::Request,
}

rt::endpoint! {
    GetRaw: GET_RAW => empty, GetRawError;
}

static GET_RAW: rt::Operation = rt::Operation {
    id: "getRaw",
    name: "v1.raw.get",
    method: rt::Method::Get,
    path: "/raw",
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`GetRaw`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum GetRawError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    GetRawError {
    }
}
