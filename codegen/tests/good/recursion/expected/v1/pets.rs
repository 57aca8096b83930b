// @generated from spec/v1/pets.yaml by `cargo xtask regen`: change that, not this.

//! Types that hold themselves.

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
    /// [`Tree`]. An answer.
    ///
    /// # Errors
    ///
    /// [`Error`](rt::Error).
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::v1::pets::{Friend, Opposite, Tree};
    ///
    /// let response = client
    ///     .v1()
    ///     .pets()
    ///     .put(
    ///         Tree::new("oak")
    ///             .left(Tree::new("ash"))
    ///             .right(None)
    ///             .children([Tree::new("fir")])
    ///             .friend(Friend::new(Tree::new("yew")))
    ///             .rule(Opposite::new("tall")),
    ///     )
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn put(&self, body: Tree) -> PutPets {
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
    pub fn wait(self) -> Result<rt::Response<Tree>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for PutPets {
    type Output = Result<rt::Response<Tree>, rt::Error>;
    type IntoFuture = rt::CallFuture<Tree>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::json())
    }
}

static PUT_PETS: rt::Operation = rt::Operation {
    id: "putTree",
    name: "v1.pets.put",
    method: rt::Method::Put,
    path: "/pets",
    ..rt::Operation::new(&super::API)
};

/// A tree of pets.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct Tree {
    /// A name.
    pub name: String,
    /// A tree of pets.
    pub left: Option<Box<Tree>>,
    /// The right side, or null.
    pub right: rt::Nullable<Box<Tree>>,
    /// In a list.
    pub children: Option<Vec<Tree>>,
    /// In a map.
    pub by_name: Option<rt::Map<Tree>>,
    /// Another one, with a tree of its own.
    pub friend: Option<Box<Friend>>,
    /// A union that holds itself.
    pub rule: Option<Rule>,
}

impl Tree {
    /// Creates a [`Tree`] from [`name`](field@Self::name), which is required.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            ..rt::Empty::empty()
        }
    }

    /// Sets [`left`](field@Self::left).
    #[inline]
    pub fn left(mut self, left: Tree) -> Self {
        self.left = Some(Box::new(left));
        self
    }

    /// Sets [`right`](field@Self::right).
    pub fn right(mut self, right: impl Into<rt::Nullable<Box<Tree>>>) -> Self {
        self.right = right.into();
        self
    }

    /// Sets [`children`](field@Self::children).
    pub fn children(mut self, children: impl IntoIterator<Item = Tree>) -> Self {
        self.children = Some(children.into_iter().collect());
        self
    }

    /// Sets [`by_name`](field@Self::by_name).
    #[inline]
    pub fn by_name(mut self, by_name: rt::Map<Tree>) -> Self {
        self.by_name = Some(by_name);
        self
    }

    /// Sets [`friend`](field@Self::friend).
    #[inline]
    pub fn friend(mut self, friend: Friend) -> Self {
        self.friend = Some(Box::new(friend));
        self
    }

    /// Sets [`rule`](field@Self::rule).
    pub fn rule(mut self, rule: impl Into<Rule>) -> Self {
        self.rule = Some(rule.into());
        self
    }
}

rt::object! {
    Tree {
        name: "name" required,
        left: "left" optional,
        right: "right" optional,
        children: "children" optional,
        by_name: "by_name" optional,
        friend: "friend" optional,
        rule: "rule" optional,
    }
}

/// Another one, with a tree of its own.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct Friend {
    /// A tree of pets.
    pub tree: Tree,
}

impl Friend {
    /// Creates a [`Friend`] from [`tree`](field@Self::tree), which is required.
    #[inline]
    pub fn new(tree: Tree) -> Self {
        Self { tree }
    }
}

rt::object! {
    Friend {
        tree: "tree" required,
    }
}

/// A union that holds itself.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum Rule {
    /// A name.
    Text(String),
    /// The opposite of a rule.
    Opposite(Box<Opposite>),
    /// All of them.
    List(Vec<Rule>),
    /// A shape that this version of the crate does not know, unchanged.
    Unknown(rt::Json),
}

rt::union! {
    Rule {
        Text(String) if type string,
        Opposite(Box<Opposite>) if type object,
        List(Vec<Rule>) if type array,
    }
}

impl From<String> for Rule {
    #[inline]
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<&str> for Rule {
    #[inline]
    fn from(value: &str) -> Self {
        Self::Text(value.into())
    }
}

impl From<Opposite> for Rule {
    #[inline]
    fn from(value: Opposite) -> Self {
        Self::Opposite(Box::new(value))
    }
}

impl From<Vec<Rule>> for Rule {
    #[inline]
    fn from(value: Vec<Rule>) -> Self {
        Self::List(value)
    }
}

/// The opposite of a rule.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct Opposite {
    /// A union that holds itself.
    pub not: Rule,
}

impl Opposite {
    /// Creates an [`Opposite`] from [`not`](field@Self::not), which is required.
    pub fn new(not: impl Into<Rule>) -> Self {
        Self { not: not.into() }
    }
}

rt::object! {
    Opposite {
        not: "not" required,
    }
}
