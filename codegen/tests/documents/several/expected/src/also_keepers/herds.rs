// @generated from also-keepers.yaml by `cargo xtask generate`: change that, not this.

//! Herds

use super::types;
use openapi_client_runtime::rt;

/// The operations of `client.also_keepers().herds()`, such as [`make_herd`](Self::make_herd).
#[derive(Clone, Copy, Debug)]
pub struct Herds<'a> {
    core: &'a rt::Core,
}

impl<'a> Herds<'a> {
    pub(super) fn new(core: &'a rt::Core) -> Self {
        Self { core }
    }

    /// `makeHerd`.
    ///
    /// `POST /herds`.
    ///
    /// # Returns
    ///
    /// It is there.
    ///
    /// # Errors
    ///
    /// [`MakeHerdError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// client.also_keepers().herds().make_herd().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn make_herd(&self) -> MakeHerd {
        MakeHerd {
            request: rt::Request::new(self.core, &MAKE_HERD),
        }
    }
}

/// A call of [`Herds::make_herd`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct MakeHerd {
    request: rt::Request,
}

impl MakeHerd {
    /// The body.
    #[inline]
    pub fn body(mut self, body: types::Herd) -> Self {
        self.request = self.request.json(&body);
        self
    }
}

rt::endpoint! {
    MakeHerd: MAKE_HERD => empty, MakeHerdError;
}

static MAKE_HERD: rt::Operation = rt::Operation {
    id: "makeHerd",
    name: "also_keepers.herds.make_herd",
    method: rt::Method::Post,
    path: "/herds",
    successes: rt::statuses![204],
    idempotent: false,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`MakeHerd`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum MakeHerdError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    MakeHerdError {
    }
}
