// @generated from spec/v1/toys.yaml by `cargo xtask regen`: change that, not this.

//! Toys.

use openapi_client_runtime::rt;

/// The operations of `client.v1().toys()`, such as [`list`](Self::list).
#[derive(Clone, Copy, Debug)]
pub struct Toys<'a> {
    core: &'a rt::Core,
}

impl<'a> Toys<'a> {
    pub(super) fn new(core: &'a rt::Core) -> Self {
        Self { core }
    }

    /// Lists toys.
    ///
    /// `GET /toys`.
    ///
    /// # Returns
    ///
    /// A list of `String`.
    ///
    /// The toys.
    ///
    /// # Errors
    ///
    /// [`ListToysError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let answer = client.v1().toys().list().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn list(&self) -> ListToys {
        ListToys {
            request: rt::Request::new(self.core, &LIST_TOYS),
        }
    }
}

/// A call of [`Toys::list`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListToys {
    request: rt::Request,
}

rt::endpoint! {
    ListToys: LIST_TOYS => list Vec<String>, ListToysError;
}

static LIST_TOYS: rt::Operation = rt::Operation {
    id: "listToys",
    name: "v1.toys.list",
    method: rt::Method::Get,
    path: "/toys",
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`ListToys`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ListToysError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    ListToysError {
    }
}
