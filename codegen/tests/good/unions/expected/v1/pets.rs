// @generated from spec/v1/pets.yaml by `cargo xtask regen`: change that, not this.

//! Values of several shapes.

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
    /// [`Answer`]. An answer.
    ///
    /// # Errors
    ///
    /// [`Error`](rt::Error).
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::rust_decimal::Decimal;
    /// use generated_client::v1::pets::{
    ///     Answer, Ball, BallKind, ByTag, Dog, RoundShape, SquareShape,
    /// };
    ///
    /// let response = client
    ///     .v1()
    ///     .pets()
    ///     .put(
    ///         Answer::new(vec!["a".to_owned(), "b".to_owned()])
    ///             .by_key(Dog::new(true))
    ///             .by_discriminator(Ball::new(BallKind::Oval))
    ///             .mixed(vec![Dog::new(false)])
    ///             .all([
    ///                 ByTag::from(RoundShape::new(Decimal::new(150, 2))),
    ///                 ByTag::from(SquareShape::new(2)),
    ///             ])
    ///             .nothing(None),
    ///     )
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn put(&self, body: Answer) -> PutPets {
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
    pub fn wait(self) -> Result<rt::Response<Answer>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for PutPets {
    type Output = Result<rt::Response<Answer>, rt::Error>;
    type IntoFuture = rt::CallFuture<Answer>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::json())
    }
}

static PUT_PETS: rt::Operation = rt::Operation {
    id: "putAnswer",
    name: "v1.pets.put",
    method: rt::Method::Put,
    path: "/pets",
    ..rt::Operation::new(&super::API)
};

/// One value of each kind.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct Answer {
    /// Told apart by the type alone.
    pub by_type: ByType,
    /// Told apart by a required property.
    pub by_key: Option<ByKey>,
    /// Told apart by a property of one value.
    pub by_tag: Option<ByTag>,
    /// Told apart by a discriminator.
    pub by_discriminator: Option<ByDiscriminator>,
    /// A list, or objects by their keys.
    pub mixed: Option<Mixed>,
    /// A list of them.
    pub all: Option<Vec<ByTag>>,
    /// A union or null.
    pub nothing: rt::Nullable<ByKey>,
}

impl Answer {
    /// Creates an [`Answer`] from [`by_type`](field@Self::by_type), which is required.
    pub fn new(by_type: impl Into<ByType>) -> Self {
        Self {
            by_type: by_type.into(),
            ..rt::Empty::empty()
        }
    }

    /// Sets [`by_key`](field@Self::by_key).
    pub fn by_key(mut self, by_key: impl Into<ByKey>) -> Self {
        self.by_key = Some(by_key.into());
        self
    }

    /// Sets [`by_tag`](field@Self::by_tag).
    pub fn by_tag(mut self, by_tag: impl Into<ByTag>) -> Self {
        self.by_tag = Some(by_tag.into());
        self
    }

    /// Sets [`by_discriminator`](field@Self::by_discriminator).
    pub fn by_discriminator(
        mut self,
        by_discriminator: impl Into<ByDiscriminator>,
    ) -> Self {
        self.by_discriminator = Some(by_discriminator.into());
        self
    }

    /// Sets [`mixed`](field@Self::mixed).
    pub fn mixed(mut self, mixed: impl Into<Mixed>) -> Self {
        self.mixed = Some(mixed.into());
        self
    }

    /// Sets [`all`](field@Self::all).
    pub fn all(mut self, all: impl IntoIterator<Item = impl Into<ByTag>>) -> Self {
        self.all = Some(all.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`nothing`](field@Self::nothing).
    pub fn nothing(mut self, nothing: impl Into<rt::Nullable<ByKey>>) -> Self {
        self.nothing = nothing.into();
        self
    }
}

rt::object! {
    Answer {
        by_type: "by_type" required,
        by_key: "by_key" optional,
        by_tag: "by_tag" optional,
        by_discriminator: "by_discriminator" optional,
        mixed: "mixed" optional,
        all: "all" optional,
        nothing: "nothing" optional,
    }
}

/// Told apart by the type alone.
#[allow(
    clippy::large_enum_variant,
    reason = "a box for every value costs more than the room"
)]
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum ByType {
    /// A text.
    Text(String),
    /// A number.
    Number(i64),
    /// A flag.
    Flag(bool),
    /// A list.
    List(Vec<String>),
    /// A cat.
    Cat(Cat),
    /// A shape that this version of the crate does not know, unchanged.
    Unknown(rt::Json),
}

rt::union! {
    ByType {
        Text(String) if type string,
        Number(i64) if type number,
        Flag(bool) if type boolean,
        List(Vec<String>) if type array,
        Cat(Cat) if type object,
    }
}

impl From<String> for ByType {
    #[inline]
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<&str> for ByType {
    #[inline]
    fn from(value: &str) -> Self {
        Self::Text(value.into())
    }
}

impl From<i64> for ByType {
    #[inline]
    fn from(value: i64) -> Self {
        Self::Number(value)
    }
}

impl From<bool> for ByType {
    #[inline]
    fn from(value: bool) -> Self {
        Self::Flag(value)
    }
}

impl From<Vec<String>> for ByType {
    #[inline]
    fn from(value: Vec<String>) -> Self {
        Self::List(value)
    }
}

impl From<Cat> for ByType {
    #[inline]
    fn from(value: Cat) -> Self {
        Self::Cat(value)
    }
}

/// Told apart by a required property.
#[allow(
    clippy::large_enum_variant,
    reason = "a box for every value costs more than the room"
)]
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum ByKey {
    /// A cat.
    Cat(Cat),
    /// A dog.
    Dog(Dog),
    /// Any other pet.
    Any(Any),
    /// A shape that this version of the crate does not know, unchanged.
    Unknown(rt::Json),
}

rt::union! {
    ByKey {
        Cat(Cat) if key "purrs",
        Dog(Dog) if key "barks",
        Any(Any) if type object,
    }
}

impl From<Cat> for ByKey {
    #[inline]
    fn from(value: Cat) -> Self {
        Self::Cat(value)
    }
}

impl From<Dog> for ByKey {
    #[inline]
    fn from(value: Dog) -> Self {
        Self::Dog(value)
    }
}

impl From<Any> for ByKey {
    #[inline]
    fn from(value: Any) -> Self {
        Self::Any(value)
    }
}

/// Told apart by a property of one value.
#[allow(
    clippy::large_enum_variant,
    reason = "a box for every value costs more than the room"
)]
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum ByTag {
    /// A circle.
    Round(RoundShape),
    /// A square.
    Square(SquareShape),
    /// A shape that this version of the crate does not know, unchanged.
    Unknown(rt::Json),
}

rt::union! {
    ByTag {
        Round(RoundShape) if tag "shape" = "round",
        Square(SquareShape) if tag "shape" = "square",
    }
}

impl From<RoundShape> for ByTag {
    #[inline]
    fn from(value: RoundShape) -> Self {
        Self::Round(value)
    }
}

impl From<SquareShape> for ByTag {
    #[inline]
    fn from(value: SquareShape) -> Self {
        Self::Square(value)
    }
}

/// Told apart by a discriminator.
#[allow(
    clippy::large_enum_variant,
    reason = "a box for every value costs more than the room"
)]
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum ByDiscriminator {
    /// A ball, round or oval.
    Ball(Ball),
    /// A cube.
    Cube(Cube),
    /// A shape that this version of the crate does not know, unchanged.
    Unknown(rt::Json),
}

rt::union! {
    ByDiscriminator {
        Ball(Ball) if tag "kind" = "round" | "oval",
        Cube(Cube) if tag "kind" = "cubic",
    }
}

impl From<Ball> for ByDiscriminator {
    #[inline]
    fn from(value: Ball) -> Self {
        Self::Ball(value)
    }
}

impl From<Cube> for ByDiscriminator {
    #[inline]
    fn from(value: Cube) -> Self {
        Self::Cube(value)
    }
}

/// A list, or objects by their keys.
#[allow(
    clippy::large_enum_variant,
    reason = "a box for every value costs more than the room"
)]
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum Mixed {
    /// Many dogs.
    List(Vec<Dog>),
    /// A cat.
    Cat(Cat),
    /// A dog.
    Dog(Dog),
    /// A shape that this version of the crate does not know, unchanged.
    Unknown(rt::Json),
}

rt::union! {
    Mixed {
        List(Vec<Dog>) if type array,
        Cat(Cat) if key "purrs",
        Dog(Dog) if key "barks",
    }
}

impl From<Vec<Dog>> for Mixed {
    #[inline]
    fn from(value: Vec<Dog>) -> Self {
        Self::List(value)
    }
}

impl From<Cat> for Mixed {
    #[inline]
    fn from(value: Cat) -> Self {
        Self::Cat(value)
    }
}

impl From<Dog> for Mixed {
    #[inline]
    fn from(value: Dog) -> Self {
        Self::Dog(value)
    }
}

/// A cat.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct Cat {
    /// Whether it purrs.
    pub purrs: bool,
    /// Name of the cat.
    pub name: Option<String>,
}

impl Cat {
    /// Creates a [`Cat`] from [`purrs`](field@Self::purrs), which is required.
    #[inline]
    pub fn new(purrs: bool) -> Self {
        Self {
            purrs,
            ..rt::Empty::empty()
        }
    }

    /// Sets [`name`](field@Self::name).
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}

rt::object! {
    Cat {
        purrs: "purrs" required,
        name: "name" optional,
    }
}

/// A dog.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct Dog {
    /// Whether it barks.
    pub barks: bool,
}

impl Dog {
    /// Creates a [`Dog`] from [`barks`](field@Self::barks), which is required.
    #[inline]
    pub fn new(barks: bool) -> Self {
        Self { barks }
    }
}

rt::object! {
    Dog {
        barks: "barks" required,
    }
}

/// Any other pet.
#[derive(Clone, Default, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct Any {
    /// Name of the pet.
    pub name: Option<String>,
}

impl Any {
    /// Creates an empty [`Any`].
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
    Any {
        name: "name" optional,
    }
}

/// A circle.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct RoundShape {
    /// Half its width.
    pub radius: rt::Number,
}

impl RoundShape {
    /// Creates a [`RoundShape`] from [`radius`](field@Self::radius), which is required.
    pub fn new(radius: impl Into<rt::Number>) -> Self {
        Self { radius: radius.into() }
    }
}

rt::object! {
    RoundShape {
        radius: "radius" required,
        const "shape" = "round",
    }
}

/// A square.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct SquareShape {
    /// Its width.
    pub side: rt::Number,
}

impl SquareShape {
    /// Creates a [`SquareShape`] from [`side`](field@Self::side), which is required.
    pub fn new(side: impl Into<rt::Number>) -> Self {
        Self { side: side.into() }
    }
}

rt::object! {
    SquareShape {
        side: "side" required,
        const "shape" = "square",
    }
}

/// A ball, round or oval.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct Ball {
    /// What it is.
    pub kind: BallKind,
}

impl Ball {
    /// Creates a [`Ball`] from [`kind`](field@Self::kind), which is required.
    #[inline]
    pub fn new(kind: BallKind) -> Self {
        Self { kind }
    }
}

rt::object! {
    Ball {
        kind: "kind" required,
    }
}

/// What it is.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BallKind {
    /// `round`
    Round,
    /// `oval`
    Oval,
    /// A value that this version of the crate does not know, unchanged.
    Unknown(rt::UnknownText),
}

rt::string_enum! {
    BallKind {
        Round = "round",
        Oval = "oval",
    }
}

/// A cube.
#[derive(Clone, Default, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct Cube {}

impl Cube {
    /// Creates an empty [`Cube`].
    #[inline]
    pub fn new() -> Self {
        Self::default()
    }
}

rt::object! {
    Cube {
        const "kind" = "cubic",
    }
}
