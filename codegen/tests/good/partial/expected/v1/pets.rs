// @generated from spec/v1/pets.yaml by `cargo xtask regen`: change that, not this.

//! Lists that may be carried out in part.
//!
//! # Responses
//!
//! - `Clash`: Some are changed, others clash.

use openapi_client_runtime::rt;

/// The operations of `client.v1().pets()`, such as [`update`](Self::update).
#[derive(Clone, Copy, Debug)]
pub struct PetsApi<'a>(pub(super) &'a rt::Core);

impl PetsApi<'_> {
    /// Changes pets, some or all of them.
    ///
    /// `PUT /pets`.
    ///
    /// [`update_batches`](Self::update_batches) takes any number of items.
    ///
    /// # Arguments
    ///
    /// - `body`: The changes.
    ///
    /// # Returns
    ///
    /// [`BatchResponse`](rt::BatchResponse) of [`Pets`], or of [`Clash`]. All are changed.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`Clash`] for 409, 422; [`String`] for 404. See
    /// [responses](self#responses).
    ///
    /// - 404: There is no shop.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::v1::pets::Pet;
    ///
    /// let response = client.v1().pets().update([Pet::new(7)]).await?;
    /// # Ok(()) }
    /// ```
    pub fn update(&self, body: impl IntoIterator<Item = Pet>) -> UpdatePets {
        UpdatePets(rt::Request::new(self.0, &UPDATE_PETS).json_list(body))
    }

    /// Sends any number of items with [`update`](Self::update), in as many calls as needed.
    ///
    /// Takes an iterator or a stream, and returns a stream of one outcome per item: 10 items per call,
    /// as the document states no limit; 3 calls at a time by default.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client, items: Vec<generated_client::v1::pets::Pet>) {
    /// let mut outcomes = client.v1().pets().update_batches(items);
    /// while let Some(outcome) = outcomes.next().await {
    ///     let Some(error) = outcome.error() else { continue };
    ///     println!("item {}: {error}", outcome.index);
    /// }
    /// # }
    /// ```
    pub fn update_batches<M>(
        &self,
        body: impl rt::IntoItems<Pet, M>,
    ) -> rt::Batches<Pet, rt::BatchResponse<Pets, Clash>> {
        let request = rt::Request::new(self.0, &UPDATE_PETS);
        rt::Batches::new(request, body, rt::Decoder::partial())
    }

    /// Deletes pets; one status tells that some are gone.
    ///
    /// `DELETE /pets`.
    ///
    /// [`delete_batches`](Self::delete_batches) takes any number of items.
    ///
    /// # Arguments
    ///
    /// - `body`: The numbers.
    ///
    /// # Returns
    ///
    /// [`BatchResponse`](rt::BatchResponse) of a list of `i64`, or of [`Gone`]. All are gone.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`Gone`] for 422.
    ///
    /// - 422: Some are gone.
    pub fn delete(&self, body: impl IntoIterator<Item = i64>) -> DeletePets {
        DeletePets(rt::Request::new(self.0, &DELETE_PETS).json_list(body))
    }

    /// Sends any number of items with [`delete`](Self::delete), in as many calls as needed.
    ///
    /// Takes an iterator or a stream, and returns a stream of one outcome per item: 10 items per call,
    /// as the document states no limit; 3 calls at a time by default.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client, items: Vec<i64>) {
    /// let mut outcomes = client.v1().pets().delete_batches(items);
    /// while let Some(outcome) = outcomes.next().await {
    ///     let Some(error) = outcome.error() else { continue };
    ///     println!("item {}: {error}", outcome.index);
    /// }
    /// # }
    /// ```
    pub fn delete_batches<M>(
        &self,
        body: impl rt::IntoItems<i64, M>,
    ) -> rt::Batches<i64, rt::BatchResponse<Vec<i64>, Gone>> {
        let request = rt::Request::new(self.0, &DELETE_PETS);
        rt::Batches::new(request, body, rt::Decoder::partial())
    }
}

/// A request of [`PetsApi::update`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct UpdatePets(rt::Request);

impl UpdatePets {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(
        self,
    ) -> Result<rt::Response<rt::BatchResponse<Pets, Clash>>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for UpdatePets {
    type Output = Result<rt::Response<rt::BatchResponse<Pets, Clash>>, rt::Error>;
    type IntoFuture = rt::CallFuture<rt::BatchResponse<Pets, Clash>>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::partial())
    }
}

static UPDATE_PETS: rt::Operation = rt::Operation {
    id: "updatePets",
    name: "v1.pets.update",
    method: rt::Method::Put,
    path: "/pets",
    errors: &[
        rt::json_error::<Clash>(rt::statuses![409, 422]),
        rt::json_error::<String>(rt::statuses![404]),
    ],
    batch_key: &["id"],
    partial: &[409, 422],
    ..rt::Operation::new(&super::API)
};

/// A request of [`PetsApi::delete`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct DeletePets(rt::Request);

impl DeletePets {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(
        self,
    ) -> Result<rt::Response<rt::BatchResponse<Vec<i64>, Gone>>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for DeletePets {
    type Output = Result<rt::Response<rt::BatchResponse<Vec<i64>, Gone>>, rt::Error>;
    type IntoFuture = rt::CallFuture<rt::BatchResponse<Vec<i64>, Gone>>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::partial())
    }
}

static DELETE_PETS: rt::Operation = rt::Operation {
    id: "deletePets",
    name: "v1.pets.delete",
    method: rt::Method::Delete,
    path: "/pets",
    errors: &[rt::json_error::<Gone>(rt::statuses![422])],
    partial: &[422],
    ..rt::Operation::new(&super::API)
};

/// A pet.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct Pet {
    /// A number.
    pub id: i64,
}

impl Pet {
    /// Creates a [`Pet`] from [`id`](field@Self::id), which is required.
    #[inline]
    pub fn new(id: i64) -> Self {
        Self { id }
    }
}

rt::object! {
    Pet {
        id: "id" required,
    }
}

/// Pets.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Pets {
    /// The pets.
    pub data: Vec<Pet>,
}

rt::object! {
    Pets {
        data: "data" required,
    }
}

impl rt::Listing for Pets {
    type Item = Pet;
    const KEY: Option<&'static str> = Some("data");
    fn items(&self) -> &[Pet] {
        &self.data
    }

    fn items_mut(&mut self) -> &mut Vec<Pet> {
        &mut self.data
    }
}

/// Pets, and what is wrong with others.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Clash {
    /// The pets.
    pub data: Vec<Pet>,
    /// What is wrong.
    pub errors: Option<Vec<String>>,
}

rt::object! {
    Clash {
        data: "data" required,
        errors: "errors" optional,
    }
}

impl rt::Listing for Clash {
    type Item = Pet;
    const KEY: Option<&'static str> = Some("data");
    fn items(&self) -> &[Pet] {
        &self.data
    }

    fn items_mut(&mut self) -> &mut Vec<Pet> {
        &mut self.data
    }
}

/// Numbers, and what is wrong with others.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Gone {
    /// The numbers.
    pub ids: Vec<i64>,
    /// What is wrong.
    pub title: Option<String>,
}

rt::object! {
    Gone {
        ids: "ids" required,
        title: "title" optional,
    }
}

impl rt::Listing for Gone {
    type Item = i64;
    const KEY: Option<&'static str> = Some("ids");
    fn items(&self) -> &[i64] {
        &self.ids
    }

    fn items_mut(&mut self) -> &mut Vec<i64> {
        &mut self.ids
    }
}

rt::fixtures! {
    fixtures {
        /// A response of [`PetsApi::update`] with status 200.
        ///
        /// All are changed.
        UPDATE: UPDATE_PETS => 200 Pets, r#"{
  "data": [
    {
      "id": 7
    }
  ]
}"#;
    }
}
