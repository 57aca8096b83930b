// @generated from spec/v1/pets.yaml by `cargo xtask regen`: change that, not this.

//! Pets as they were.

use openapi_client_runtime::rt;

/// The operations of `client.v1().pets()`, such as [`list`](Self::list).
#[derive(Clone, Copy, Debug)]
pub struct Pets<'a>(pub(super) &'a rt::Core);

impl Pets<'_> {
    /// Lists pets as they were.
    ///
    /// `GET /pets`.
    ///
    /// # Returns
    ///
    /// A list of [`Pet`]. The pets.
    ///
    /// # Errors
    ///
    /// [`Error`](rt::Error).
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let response = client.v1().pets().list().await?;
    /// # Ok(()) }
    /// ```
    #[deprecated(note = "use `v2::pets::Pets::list` instead")]
    #[inline]
    pub fn list(&self) -> ListPets {
        ListPets(rt::Request::new(self.0, &LIST_PETS))
    }
}

/// A request of [`Pets::list`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListPets(rt::Request);

impl ListPets {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<Vec<Pet>>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for ListPets {
    type Output = Result<rt::Response<Vec<Pet>>, rt::Error>;
    type IntoFuture = rt::CallFuture<Vec<Pet>>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::list())
    }
}

static LIST_PETS: rt::Operation = rt::Operation {
    id: "listPets",
    name: "v1.pets.list",
    method: rt::Method::Get,
    path: "/pets",
    ..rt::Operation::new(&super::API)
};

/// A pet as they were.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Pet {
    /// A name.
    pub name: Option<i64>,
}

rt::object! {
    Pet {
        name: "name" optional,
    }
}
