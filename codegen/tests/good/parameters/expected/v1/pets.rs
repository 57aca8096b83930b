// @generated from spec/v1/pets.yaml by `cargo xtask regen`: change that, not this.

//! Parameters of all kinds.

use openapi_client_runtime::rt;

/// The operations of `client.v1().pets()`, such as [`photos`](Self::photos).
#[derive(Clone, Copy, Debug)]
pub struct Pets<'a>(pub(super) &'a rt::Core);

impl Pets<'_> {
    /// Lists photos.
    ///
    /// `GET /owners/{owner}/pets/{petId}/photos/{size}`.
    ///
    /// # Arguments
    ///
    /// - `owner`: Who it belongs to.
    /// - `pet_id`: Number of the pet.
    /// - `size`: How large they are.
    /// - `from`: First day.
    /// - `kinds`: Kinds of photos.
    ///
    /// # Returns
    ///
    /// A list of `String`. The photos.
    ///
    /// # Errors
    ///
    /// [`Error`](rt::Error).
    pub fn photos(
        &self,
        owner: impl Into<String>,
        pet_id: i64,
        size: PhotosPetsSize,
        from: impl Into<rt::Date>,
        kinds: impl IntoIterator<Item = impl Into<String>>,
    ) -> PhotosPets {
        PhotosPets(
            rt::Request::new(self.0, &PHOTOS_PETS)
                .path::<String>("owner", owner.into())
                .path("petId", pet_id)
                .path("size", size)
                .query::<rt::Date>("from", from.into())
                .filter(
                    rt::Param::new("kinds").items(1, Some(5)),
                    kinds.into_iter().map(Into::<String>::into),
                    rt::ListStyle::Comma,
                ),
        )
    }
}

/// A request of [`Pets::photos`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct PhotosPets(rt::Request);

impl PhotosPets {
    /// Number of the page.
    ///
    /// When sent: from 1 to 100.
    #[inline]
    pub fn page(mut self, page: i64) -> Self {
        self.0.set_query(rt::Param::new("page").range(Some(1), Some(100)), page);
        self
    }

    /// Numbers with commas.
    ///
    /// Sent as `id:in`.
    pub fn id_in(mut self, id_in: impl IntoIterator<Item = i64>) -> Self {
        self.0.set_filter("id:in", id_in, rt::ListStyle::Comma);
        self
    }

    /// One for each.
    pub fn tag(mut self, tag: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.0
            .set_filter(
                "tag",
                tag.into_iter().map(Into::<String>::into),
                rt::ListStyle::Repeat,
            );
        self
    }

    /// With spaces.
    pub fn spaced(
        mut self,
        spaced: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.0
            .set_filter(
                "spaced",
                spaced.into_iter().map(Into::<String>::into),
                rt::ListStyle::Space,
            );
        self
    }

    /// With bars.
    pub fn piped(
        mut self,
        piped: impl IntoIterator<Item = impl Into<rt::Number>>,
    ) -> Self {
        self.0
            .set_filter(
                "piped",
                piped.into_iter().map(Into::<rt::Number>::into),
                rt::ListStyle::Pipe,
            );
        self
    }

    /// What to add.
    pub fn include(mut self, include: impl IntoIterator<Item = Extra>) -> Self {
        self.0.set_selection("include", include, rt::ListStyle::Comma);
        self
    }

    /// In kilograms.
    pub fn min_weight(mut self, min_weight: impl Into<rt::Number>) -> Self {
        self.0.set_query::<rt::Number>("min_weight", min_weight.into());
        self
    }

    /// A float.
    #[inline]
    pub fn ratio(mut self, ratio: f64) -> Self {
        self.0.set_query("ratio", ratio);
        self
    }

    /// A text.
    ///
    /// When sent: 3 to 30 characters.
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.0
            .set_query::<String>(rt::Param::new("text").chars(3, Some(30)), text.into());
        self
    }

    /// Not to be used any more.
    #[deprecated]
    #[inline]
    pub fn old(mut self, old: bool) -> Self {
        self.0.set_query("old", old);
        self
    }

    /// Sent as `undescribed`.
    #[inline]
    pub fn undescribed(mut self, undescribed: i64) -> Self {
        self.0.set_query("undescribed", undescribed);
        self
    }

    /// A point in time.
    pub fn since(mut self, since: impl Into<rt::DateTime>) -> Self {
        self.0.set_query::<rt::DateTime>("since", since.into());
        self
    }

    /// Stands on the path.
    #[inline]
    pub fn shared(mut self, shared: bool) -> Self {
        self.0.set_query("shared", shared);
        self
    }

    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<Vec<String>>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for PhotosPets {
    type Output = Result<rt::Response<Vec<String>>, rt::Error>;
    type IntoFuture = rt::CallFuture<Vec<String>>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::list())
    }
}

static PHOTOS_PETS: rt::Operation = rt::Operation {
    id: "getPhotos",
    name: "v1.pets.photos",
    method: rt::Method::Get,
    path: "/owners/{owner}/pets/{petId}/photos/{size}",
    ..rt::Operation::new(&super::API)
};

/// `PhotosPetsSize`.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PhotosPetsSize {
    /// `thumb`
    Thumb,
    /// `full`
    Full,
    /// A value that this version of the crate does not know, unchanged.
    Unknown(rt::UnknownText),
}

rt::string_enum! {
    PhotosPetsSize {
        Thumb = "thumb",
        Full = "full",
    }
}

/// What can be added.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Extra {
    /// `owner`
    Owner,
    /// `vet`
    Vet,
    /// A value that this version of the crate does not know, unchanged.
    Unknown(rt::UnknownText),
}

rt::string_enum! {
    Extra {
        Owner = "owner",
        Vet = "vet",
    }
}
