// @generated from api.yaml by `cargo xtask generate`: change that, not this.

//! Opening hours

use super::types;
use openapi_client_runtime::rt;

/// The operations of `client.opening_hours()`, such as [`get_hours`](Self::get_hours).
#[derive(Clone, Copy, Debug)]
pub struct OpeningHours<'a> {
    core: &'a rt::Core,
}

impl<'a> OpeningHours<'a> {
    pub(super) fn new(core: &'a rt::Core) -> Self {
        Self { core }
    }

    /// `getHours`.
    ///
    /// `GET /hours`.
    ///
    /// # Returns
    ///
    /// [`types::Hours`].
    ///
    /// When the gates are open.
    ///
    /// # Errors
    ///
    /// [`GetHoursError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// let answer = client.opening_hours().get_hours().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn get_hours(&self) -> GetHours {
        GetHours {
            request: rt::Request::new(self.core, &GET_HOURS),
        }
    }
}

/// A call of [`OpeningHours::get_hours`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetHours {
    request: rt::Request,
}

rt::endpoint! {
    GetHours: GET_HOURS => json types::Hours, GetHoursError;
}

static GET_HOURS: rt::Operation = rt::Operation {
    id: "getHours",
    name: "api.opening_hours.get_hours",
    method: rt::Method::Get,
    path: "/hours",
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`GetHours`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum GetHoursError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    GetHoursError {
    }
}
