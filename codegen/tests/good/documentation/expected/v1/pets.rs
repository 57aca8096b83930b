// @generated from spec/v1/pets.yaml by `cargo xtask regen`: change that, not this.

//! Pets, see <https://example.org/pets>.
//!
//! More of them, and a [link](https://example.org).

use openapi_client_runtime::rt;

/// The operations of `client.v1().pets()`, such as [`get`](Self::get).
#[derive(Clone, Copy, Debug)]
pub struct Pets<'a>(pub(super) &'a rt::Core);

impl Pets<'_> {
    /// Returns a \<b>pet\</b>, or `Vec<Pet>` of \[them].
    ///
    /// See <https://example.org/a_b>, [the shop](https://example.org/shop) and
    /// <https://example.org/cats>. An array such as pets\[0] or \[1, 2] is no link; 1 < 2 is no tag,
    /// but \<script> would be.
    ///
    /// 1. First, with a text that is so long that it does not fit on one line of at most one hundred
    ///    columns in code.
    /// 2. Second:
    ///    - inner item with `a code span that has [brackets] and <tags>` in it
    ///    - another
    ///
    /// * starred
    /// + plussed
    ///
    /// ```text
    /// let x = [1, 2];  // <no> language
    /// ```
    ///
    /// ```json
    /// {"name": "Momo"}
    /// ```
    ///
    /// # A heading
    ///
    /// > A quotation with \[brackets].
    ///
    /// | a | b |
    /// |:--|:--|
    /// | 1 | 2 |
    ///
    /// A line that breaks\
    /// here.
    /// Averyveryveryverylongwordthatcannotbebroken_averyveryveryverylongwordthatcannotbebroken_averyveryveryverylongword
    /// ends.
    ///
    /// `GET /pets/{id}`.
    ///
    /// See [How a pet is read](<https://pets.example.org/docs#get-(one)>).
    ///
    /// # Arguments
    ///
    /// - `id`: Number of the pet, \[see] there.
    ///
    /// # Returns
    ///
    /// [`Pet`]. The pet.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`rt::Json`] for 404.
    ///
    /// - 404: None, see <https://example.org/404>.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let response = client.v1().pets().get(7).await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn get(&self, id: i64) -> GetPets {
        GetPets(rt::Request::new(self.0, &GET_PETS).path("id", id))
    }
}

/// A request of [`Pets::get`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetPets(rt::Request);

impl GetPets {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<Pet>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for GetPets {
    type Output = Result<rt::Response<Pet>, rt::Error>;
    type IntoFuture = rt::CallFuture<Pet>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::json())
    }
}

static GET_PETS: rt::Operation = rt::Operation {
    id: "getPet",
    name: "v1.pets.get",
    method: rt::Method::Get,
    path: "/pets/{id}",
    errors: &[rt::json_error::<rt::Json>(rt::statuses![404])],
    ..rt::Operation::new(&super::API)
};

/// A pet.
///
/// indented by four
///
/// It has "quotes", a \ backslash, */ and {braces}.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Pet {
    /// Its name; e.g. `Momo`, *emphasis*, _more_, a\<b and Option\<T>.
    pub name: Option<String>,
    /// <https://example.org/pets/{id}>
    pub site: Option<String>,
    /// Costs 100% & more: \[x](y) "<https://example.org/q>".
    pub note: Option<String>,
    /// A sign.
    ///
    /// - `less`: `<`, see \[there]
    /// - `more`: `>`
    /// - other
    pub sign: Option<Sign>,
}

rt::object! {
    Pet {
        name: "name" optional,
        site: "site" optional,
        note: "note" optional,
        sign: "sign" optional,
    }
}

/// A sign.
///
/// - `less`: `<`, see \[there]
/// - `more`: `>`
/// - other
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Sign {
    /// `less`
    Less,
    /// `more`
    More,
    /// `other`
    Other,
    /// A value that this version of the crate does not know, unchanged.
    Unknown(rt::UnknownText),
}

rt::string_enum! {
    Sign {
        Less = "less",
        More = "more",
        Other = "other",
    }
}
