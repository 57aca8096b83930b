// @generated from spec/v1/pets.yaml by `cargo xtask regen`: change that, not this.

//! Parameters of all kinds.

use openapi_client_runtime::rt;

/// The operations of `client.v1().pets()`, such as [`photos`](Self::photos).
#[derive(Clone, Copy, Debug)]
pub struct Pets<'a> {
    core: &'a rt::Core,
}

impl<'a> Pets<'a> {
    pub(super) fn new(core: &'a rt::Core) -> Self {
        Self { core }
    }

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
    /// A list of `String`.
    ///
    /// The photos.
    ///
    /// # Errors
    ///
    /// [`PhotosPetsError`].
    #[inline]
    pub fn photos(
        &self,
        owner: impl Into<String>,
        pet_id: i64,
        size: PhotosPetsSize,
        from: impl Into<rt::DateTime>,
        kinds: impl IntoIterator<Item = impl Into<String>>,
    ) -> PhotosPets {
        PhotosPets {
            request: rt::Request::new(self.core, &PHOTOS_PETS)
                .path("owner", Into::<String>::into(owner))
                .path("petId", pet_id)
                .path("size", size)
                .query("from", Into::<rt::DateTime>::into(from), rt::Limits::NONE)
                .query_list(
                    "kinds",
                    kinds.into_iter().map(Into::<String>::into),
                    rt::ListStyle::Comma,
                    rt::OnEmpty::Refuse,
                    rt::Limits::NONE.items(1, Some(5)),
                ),
        }
    }
}

/// A call of [`Pets::photos`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct PhotosPets {
    request: rt::Request,
}

impl PhotosPets {
    /// Number of the page.
    ///
    /// When sent: from 1 to 100.
    #[inline]
    pub fn page(mut self, page: i64) -> Self {
        self.request.set_query("page", page, rt::Limits::NONE.range(Some(1), Some(100)));
        self
    }

    /// Numbers with commas.
    ///
    /// Sent as `id:in`.
    #[inline]
    pub fn id_in(mut self, id_in: impl IntoIterator<Item = i64>) -> Self {
        self.request
            .set_query_list(
                "id:in",
                id_in,
                rt::ListStyle::Comma,
                rt::OnEmpty::Refuse,
                rt::Limits::NONE,
            );
        self
    }

    /// One for each.
    #[inline]
    pub fn tag(mut self, tag: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.request
            .set_query_list(
                "tag",
                tag.into_iter().map(Into::<String>::into),
                rt::ListStyle::Repeat,
                rt::OnEmpty::Refuse,
                rt::Limits::NONE,
            );
        self
    }

    /// With spaces.
    #[inline]
    pub fn spaced(
        mut self,
        spaced: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.request
            .set_query_list(
                "spaced",
                spaced.into_iter().map(Into::<String>::into),
                rt::ListStyle::Space,
                rt::OnEmpty::Refuse,
                rt::Limits::NONE,
            );
        self
    }

    /// With bars.
    #[inline]
    pub fn piped(
        mut self,
        piped: impl IntoIterator<Item = impl Into<rt::Number>>,
    ) -> Self {
        self.request
            .set_query_list(
                "piped",
                piped.into_iter().map(Into::<rt::Number>::into),
                rt::ListStyle::Pipe,
                rt::OnEmpty::Refuse,
                rt::Limits::NONE,
            );
        self
    }

    /// What to add.
    #[inline]
    pub fn include(mut self, include: impl IntoIterator<Item = Extra>) -> Self {
        self.request
            .set_query_list(
                "include",
                include,
                rt::ListStyle::Comma,
                rt::OnEmpty::Omit,
                rt::Limits::NONE,
            );
        self
    }

    /// In kilograms.
    #[inline]
    pub fn min_weight(mut self, min_weight: impl Into<rt::Number>) -> Self {
        self.request
            .set_query(
                "min_weight",
                Into::<rt::Number>::into(min_weight),
                rt::Limits::NONE,
            );
        self
    }

    /// A float.
    #[inline]
    pub fn ratio(mut self, ratio: f64) -> Self {
        self.request.set_query("ratio", ratio, rt::Limits::NONE);
        self
    }

    /// A text.
    ///
    /// When sent: 3 to 30 characters.
    #[inline]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.request
            .set_query(
                "text",
                Into::<String>::into(text),
                rt::Limits::NONE.chars(3, Some(30)),
            );
        self
    }

    /// Not to be used any more.
    #[deprecated]
    #[inline]
    pub fn old(mut self, old: bool) -> Self {
        self.request.set_query("old", old, rt::Limits::NONE);
        self
    }

    /// Sent as `undescribed`.
    #[inline]
    pub fn undescribed(mut self, undescribed: i64) -> Self {
        self.request.set_query("undescribed", undescribed, rt::Limits::NONE);
        self
    }

    /// A point in time.
    #[inline]
    pub fn since(mut self, since: impl Into<rt::DateTime>) -> Self {
        self.request
            .set_query("since", Into::<rt::DateTime>::into(since), rt::Limits::NONE);
        self
    }

    /// Stands on the path.
    #[inline]
    pub fn shared(mut self, shared: bool) -> Self {
        self.request.set_query("shared", shared, rt::Limits::NONE);
        self
    }
}

rt::endpoint! {
    PhotosPets: PHOTOS_PETS => list Vec<String>, PhotosPetsError;
}

static PHOTOS_PETS: rt::Operation = rt::Operation {
    id: "getPhotos",
    name: "v1.pets.photos",
    method: rt::Method::Get,
    path: "/owners/{owner}/pets/{petId}/photos/{size}",
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`PhotosPets`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum PhotosPetsError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    PhotosPetsError {
    }
}

/// `PhotosPetsSize`.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PhotosPetsSize {
    /// `thumb`
    Thumb,
    /// `full`
    Full,
    /// A value that this version of the crate does not know, as it came.
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
    /// A value that this version of the crate does not know, as it came.
    Unknown(rt::UnknownText),
}

rt::string_enum! {
    Extra {
        Owner = "owner",
        Vet = "vet",
    }
}
