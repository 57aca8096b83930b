// @generated from spec/v1/pets.yaml by `cargo xtask regen`: change that, not this.

//! Objects with keys of their own.

use openapi_client_runtime::rt;

/// The operations of `client.v1().pets()`, such as [`put`](Self::put).
#[derive(Clone, Copy, Debug)]
pub struct Pets<'a>(pub(super) &'a rt::Core);

impl Pets<'_> {
    /// Answers.
    ///
    /// `PUT /pets`.
    ///
    /// # Returns
    ///
    /// [`Open`]. An answer.
    ///
    /// # Errors
    ///
    /// [`Error`](rt::Error).
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::v1::pets::Open;
    ///
    /// let response = client.v1().pets().put(Open::new(1)).await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn put(&self, body: Open) -> PutPets {
        PutPets(rt::Request::new(self.0, &PUT_PETS).json(&body))
    }
}

/// A request of [`Pets::put`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct PutPets(rt::Request);

impl PutPets {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<Open>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for PutPets {
    type Output = Result<rt::Response<Open>, rt::Error>;
    type IntoFuture = rt::CallFuture<Open>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::json())
    }
}

static PUT_PETS: rt::Operation = rt::Operation {
    id: "putOpen",
    name: "v1.pets.put",
    method: rt::Method::Put,
    path: "/pets",
    ..rt::Operation::new(&super::API)
};

/// Properties, and others that nobody knows.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct Open {
    /// A number.
    pub id: i64,
    /// A map of numbers.
    pub counts: Option<rt::Map<i64>>,
    /// A map of texts.
    pub labels: rt::Nullable<rt::Map<String>>,
    /// A map of amounts.
    pub amounts: Option<rt::Map<rt::Number>>,
    /// A map of lists.
    pub nested: Option<rt::Map<Vec<Typed>>>,
    /// A map in which nulls occur.
    pub holes: Option<rt::Map<Option<String>>>,
    /// A map of anything.
    pub anything: Option<rt::Map<rt::Json>>,
    /// An object of which nothing is said.
    pub empty: Option<rt::Map<rt::Json>>,
    /// Any value at all.
    pub raw: rt::Nullable<rt::Json>,
    /// A property called as the rest is.
    pub additional_properties: Option<String>,
    /// A map of objects that have no name.
    pub inline: Option<rt::Map<OpenInlineValue>>,
    /// All other properties, by key.
    pub additional_properties2: rt::Map<rt::Json>,
}

impl Open {
    /// Creates an [`Open`] from [`id`](field@Self::id), which is required.
    #[inline]
    pub fn new(id: i64) -> Self {
        Self { id, ..rt::Empty::empty() }
    }

    /// Sets [`counts`](field@Self::counts).
    #[inline]
    pub fn counts(mut self, counts: rt::Map<i64>) -> Self {
        self.counts = Some(counts);
        self
    }

    /// Sets [`labels`](field@Self::labels).
    pub fn labels(mut self, labels: impl Into<rt::Nullable<rt::Map<String>>>) -> Self {
        self.labels = labels.into();
        self
    }

    /// Sets [`amounts`](field@Self::amounts).
    #[inline]
    pub fn amounts(mut self, amounts: rt::Map<rt::Number>) -> Self {
        self.amounts = Some(amounts);
        self
    }

    /// Sets [`nested`](field@Self::nested).
    #[inline]
    pub fn nested(mut self, nested: rt::Map<Vec<Typed>>) -> Self {
        self.nested = Some(nested);
        self
    }

    /// Sets [`holes`](field@Self::holes).
    #[inline]
    pub fn holes(mut self, holes: rt::Map<Option<String>>) -> Self {
        self.holes = Some(holes);
        self
    }

    /// Sets [`anything`](field@Self::anything).
    #[inline]
    pub fn anything(mut self, anything: rt::Map<rt::Json>) -> Self {
        self.anything = Some(anything);
        self
    }

    /// Sets [`empty`](field@Self::empty).
    #[inline]
    pub fn empty(mut self, empty: rt::Map<rt::Json>) -> Self {
        self.empty = Some(empty);
        self
    }

    /// Sets [`raw`](field@Self::raw).
    pub fn raw(mut self, raw: impl Into<rt::Nullable<rt::Json>>) -> Self {
        self.raw = raw.into();
        self
    }

    /// Sets [`additional_properties`](field@Self::additional_properties).
    pub fn additional_properties(
        mut self,
        additional_properties: impl Into<String>,
    ) -> Self {
        self.additional_properties = Some(additional_properties.into());
        self
    }

    /// Sets [`inline`](field@Self::inline).
    #[inline]
    pub fn inline(mut self, inline: rt::Map<OpenInlineValue>) -> Self {
        self.inline = Some(inline);
        self
    }
}

rt::object! {
    Open {
        id: "id" required,
        counts: "counts" optional,
        labels: "labels" optional,
        amounts: "amounts" optional,
        nested: "nested" optional,
        holes: "holes" optional,
        anything: "anything" optional,
        empty: "empty" optional,
        raw: "raw" optional,
        additional_properties: "additional_properties" optional,
        inline: "inline" optional,
        ..additional_properties2,
    }
}

/// `OpenInlineValue`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct OpenInlineValue {
    /// How deep.
    pub depth: Option<i64>,
}

impl OpenInlineValue {
    /// Creates an empty [`OpenInlineValue`].
    #[inline]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`depth`](field@Self::depth).
    #[inline]
    pub fn depth(mut self, depth: i64) -> Self {
        self.depth = Some(depth);
        self
    }
}

rt::object! {
    OpenInlineValue {
        depth: "depth" optional,
    }
}

/// Properties, and others of one type.
#[derive(Clone, Default, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct Typed {
    /// A name.
    pub name: Option<String>,
    /// All other properties, by key.
    pub additional_properties: rt::Map<rt::Number>,
}

impl Typed {
    /// Creates an empty [`Typed`].
    #[inline]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`name`](field@Self::name).
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}

rt::object! {
    Typed {
        name: "name" optional,
        ..additional_properties,
    }
}

/// Properties, and no others.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Closed {
    /// A name.
    pub name: Option<String>,
    /// A map with a name of its own, which is no type.
    pub names: Option<rt::Map<String>>,
}

rt::object! {
    Closed {
        name: "name" optional,
        names: "names" optional,
    }
}
