// @generated from spec/v1/pets.yaml by `cargo xtask regen`: change that, not this.

//! Names that clash, and names that Rust keeps for itself.

use openapi_client_runtime::rt;

/// The operations of `client.v1().pets()`, such as [`list`](Self::list).
#[derive(Clone, Copy, Debug)]
pub struct PetsApi<'a> {
    core: &'a rt::Core,
}

impl<'a> PetsApi<'a> {
    pub(super) fn new(core: &'a rt::Core) -> Self {
        Self { core }
    }

    /// Lists pets.
    ///
    /// `GET /pets`.
    ///
    /// # Returns
    ///
    /// [`Pets`].
    ///
    /// The pets.
    ///
    /// # Errors
    ///
    /// [`ListPets2Error`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let answer = client.v1().pets().list().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn list(&self) -> ListPets2 {
        ListPets2 {
            request: rt::Request::new(self.core, &LIST_PETS2),
        }
    }

    /// Puts pets; named by its operationId.
    ///
    /// `PUT /pets`.
    ///
    /// # Returns
    ///
    /// [`ListPets`].
    ///
    /// The pets.
    ///
    /// # Errors
    ///
    /// [`PutPetsNowPetsError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let answer = client.v1().pets().put_pets_now().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn put_pets_now(&self) -> PutPetsNowPets {
        PutPetsNowPets {
            request: rt::Request::new(self.core, &PUT_PETS_NOW_PETS),
        }
    }

    /// Named like a constructor.
    ///
    /// `DELETE /pets/{type}/{Type}`.
    ///
    /// # Arguments
    ///
    /// - `type`: One type.
    /// - `type2`: Another type.
    /// - `body`: No body.
    /// - `body2`: The body.
    ///
    /// # Returns
    ///
    /// Nothing is left.
    ///
    /// # Errors
    ///
    /// [`New2PetsError`].
    #[inline]
    pub fn new2(
        &self,
        r#type: impl Into<String>,
        type2: impl Into<String>,
        body: impl Into<String>,
        body2: StringValue,
    ) -> New2Pets {
        New2Pets {
            request: rt::Request::new(self.core, &NEW2_PETS)
                .path("type", Into::<String>::into(r#type))
                .path("Type", Into::<String>::into(type2))
                .query("body", Into::<String>::into(body), rt::Limits::NONE)
                .json(&body2),
        }
    }
}

/// A call of [`PetsApi::list`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListPets2 {
    request: rt::Request,
}

impl ListPets2 {
    /// Keeps these.
    ///
    /// Sent as `id:in`.
    #[inline]
    pub fn id_in(mut self, id_in: i64) -> Self {
        self.request.set_query("id:in", id_in, rt::Limits::NONE);
        self
    }

    /// Keeps those.
    ///
    /// Sent as `id_in`.
    #[inline]
    pub fn id_in2(mut self, id_in2: i64) -> Self {
        self.request.set_query("id_in", id_in2, rt::Limits::NONE);
        self
    }

    /// Keeps pets of a type.
    #[inline]
    pub fn r#type(mut self, r#type: impl Into<String>) -> Self {
        self.request.set_query("type", Into::<String>::into(r#type), rt::Limits::NONE);
        self
    }

    /// Sent as `self`.
    #[inline]
    pub fn self_(mut self, self_: impl Into<String>) -> Self {
        self.request.set_query("self", Into::<String>::into(self_), rt::Limits::NONE);
        self
    }

    /// Whether to list all of them.
    ///
    /// Sent as `all`.
    #[inline]
    pub fn all2(mut self, all2: bool) -> Self {
        self.request.set_query("all", all2, rt::Limits::NONE);
        self
    }

    /// Keeps pets of a name.
    ///
    /// Sent as `filter[name]`.
    #[inline]
    pub fn called(mut self, called: impl Into<String>) -> Self {
        self.request
            .set_query("filter[name]", Into::<String>::into(called), rt::Limits::NONE);
        self
    }
}

rt::endpoint! {
    ListPets2: LIST_PETS2 => json Pets, ListPets2Error;
}

static LIST_PETS2: rt::Operation = rt::Operation {
    id: "listPets",
    name: "v1.pets.list",
    method: rt::Method::Get,
    path: "/pets",
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`ListPets2`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ListPets2Error {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    ListPets2Error {
    }
}

/// A call of [`PetsApi::put_pets_now`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct PutPetsNowPets {
    request: rt::Request,
}

impl PutPetsNowPets {
    /// The body.
    #[inline]
    pub fn body(mut self, body: Pets) -> Self {
        self.request = self.request.json(&body);
        self
    }
}

rt::endpoint! {
    PutPetsNowPets: PUT_PETS_NOW_PETS => json ListPets, PutPetsNowPetsError;
}

static PUT_PETS_NOW_PETS: rt::Operation = rt::Operation {
    id: "PutPetsNow",
    name: "v1.pets.put_pets_now",
    method: rt::Method::Put,
    path: "/pets",
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`PutPetsNowPets`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum PutPetsNowPetsError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    PutPetsNowPetsError {
    }
}

/// A call of [`PetsApi::new2`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct New2Pets {
    request: rt::Request,
}

rt::endpoint! {
    New2Pets: NEW2_PETS => empty, New2PetsError;
}

static NEW2_PETS: rt::Operation = rt::Operation {
    id: "new",
    name: "v1.pets.new2",
    method: rt::Method::Delete,
    path: "/pets/{type}/{Type}",
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`New2Pets`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum New2PetsError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    New2PetsError {
    }
}

/// Called as the resource is.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Pets {
    /// Without a name.
    pub empty: String,
    /// A keyword.
    pub r#type: String,
    /// A word that cannot even be raw.
    pub self_: Option<String>,
    /// Called as the constructor is.
    pub new2: Option<String>,
    /// Called as a question is.
    pub is_good: Option<bool>,
    /// Called as a conversion is.
    pub to_do: Option<String>,
    /// Called as another conversion is.
    pub from: Option<String>,
    /// Called as a trait's function is.
    pub default: Option<String>,
    /// Called as another trait's function is.
    pub clone: Option<String>,
    /// In camel case.
    pub first_name: Option<String>,
    /// In snake case.
    pub first_name2: Option<String>,
    /// In kebab case.
    pub first_name3: Option<String>,
    /// With a digit in front.
    pub n2fa: Option<bool>,
    /// With a sign in front.
    pub dollar_ref_count: Option<i64>,
    /// The name of the serializer.
    pub plan: Option<i64>,
    /// Called as the prelude's.
    pub option: Option<OptionValue>,
    /// Called as the prelude's.
    pub vec: Option<VecValue>,
    /// Called as the prelude's.
    pub string: Option<StringValue>,
    /// Called as the client.
    pub client: Option<Client>,
    /// Called as the error.
    pub error: Option<Error>,
    /// Called as a variant of the prelude's.
    pub some: Option<SomeValue>,
    /// Called otherwise.
    pub renamed: Option<RightName>,
}

impl Pets {
    /// Makes one of what is required; all else is absent.
    #[inline]
    #[must_use]
    pub fn new(empty: impl Into<String>, r#type: impl Into<String>) -> Self {
        Self {
            empty: empty.into(),
            r#type: r#type.into(),
            ..rt::Blank::blank()
        }
    }

    /// Sets [`self_`](field@Self::self_).
    #[inline]
    #[must_use]
    pub fn self_(mut self, self_: impl Into<String>) -> Self {
        self.self_ = Some(self_.into());
        self
    }

    /// Sets [`new2`](field@Self::new2).
    #[inline]
    #[must_use]
    pub fn new2(mut self, new2: impl Into<String>) -> Self {
        self.new2 = Some(new2.into());
        self
    }

    /// Sets [`is_good`](field@Self::is_good).
    #[allow(clippy::wrong_self_convention, reason = "a setter, called as its field")]
    #[inline]
    #[must_use]
    pub fn is_good(mut self, is_good: bool) -> Self {
        self.is_good = Some(is_good);
        self
    }

    /// Sets [`to_do`](field@Self::to_do).
    #[allow(clippy::wrong_self_convention, reason = "a setter, called as its field")]
    #[inline]
    #[must_use]
    pub fn to_do(mut self, to_do: impl Into<String>) -> Self {
        self.to_do = Some(to_do.into());
        self
    }

    /// Sets [`from`](field@Self::from).
    #[inline]
    #[must_use]
    pub fn from(mut self, from: impl Into<String>) -> Self {
        self.from = Some(from.into());
        self
    }

    /// Sets [`default`](field@Self::default).
    #[inline]
    #[must_use]
    pub fn default(mut self, default: impl Into<String>) -> Self {
        self.default = Some(default.into());
        self
    }

    /// Sets [`clone`](field@Self::clone).
    #[inline]
    #[must_use]
    pub fn clone(mut self, clone: impl Into<String>) -> Self {
        self.clone = Some(clone.into());
        self
    }

    /// Sets [`first_name`](field@Self::first_name).
    #[inline]
    #[must_use]
    pub fn first_name(mut self, first_name: impl Into<String>) -> Self {
        self.first_name = Some(first_name.into());
        self
    }

    /// Sets [`first_name2`](field@Self::first_name2).
    #[inline]
    #[must_use]
    pub fn first_name2(mut self, first_name2: impl Into<String>) -> Self {
        self.first_name2 = Some(first_name2.into());
        self
    }

    /// Sets [`first_name3`](field@Self::first_name3).
    #[inline]
    #[must_use]
    pub fn first_name3(mut self, first_name3: impl Into<String>) -> Self {
        self.first_name3 = Some(first_name3.into());
        self
    }

    /// Sets [`n2fa`](field@Self::n2fa).
    #[inline]
    #[must_use]
    pub fn n2fa(mut self, n2fa: bool) -> Self {
        self.n2fa = Some(n2fa);
        self
    }

    /// Sets [`dollar_ref_count`](field@Self::dollar_ref_count).
    #[inline]
    #[must_use]
    pub fn dollar_ref_count(mut self, dollar_ref_count: i64) -> Self {
        self.dollar_ref_count = Some(dollar_ref_count);
        self
    }

    /// Sets [`plan`](field@Self::plan).
    #[inline]
    #[must_use]
    pub fn plan(mut self, plan: i64) -> Self {
        self.plan = Some(plan);
        self
    }

    /// Sets [`option`](field@Self::option).
    #[inline]
    #[must_use]
    pub fn option(mut self, option: OptionValue) -> Self {
        self.option = Some(option);
        self
    }

    /// Sets [`vec`](field@Self::vec).
    #[inline]
    #[must_use]
    pub fn vec(mut self, vec: VecValue) -> Self {
        self.vec = Some(vec);
        self
    }

    /// Sets [`string`](field@Self::string).
    #[inline]
    #[must_use]
    pub fn string(mut self, string: StringValue) -> Self {
        self.string = Some(string);
        self
    }

    /// Sets [`client`](field@Self::client).
    #[inline]
    #[must_use]
    pub fn client(mut self, client: Client) -> Self {
        self.client = Some(client);
        self
    }

    /// Sets [`error`](field@Self::error).
    #[inline]
    #[must_use]
    pub fn error(mut self, error: Error) -> Self {
        self.error = Some(error);
        self
    }

    /// Sets [`some`](field@Self::some).
    #[inline]
    #[must_use]
    pub fn some(mut self, some: SomeValue) -> Self {
        self.some = Some(some);
        self
    }

    /// Sets [`renamed`](field@Self::renamed).
    #[inline]
    #[must_use]
    pub fn renamed(mut self, renamed: RightName) -> Self {
        self.renamed = Some(renamed);
        self
    }
}

rt::object! {
    Pets {
        empty: "" required,
        r#type: "type" required,
        self_: "self" optional,
        new2: "new" optional,
        is_good: "is_good" optional,
        to_do: "to_do" optional,
        from: "from" optional,
        default: "default" optional,
        clone: "clone" optional,
        first_name: "firstName" optional,
        first_name2: "first_name" optional,
        first_name3: "FIRST-NAME" optional,
        n2fa: "2fa" optional,
        dollar_ref_count: "$ref_count" optional,
        plan: "map" optional,
        option: "option" optional,
        vec: "vec" optional,
        string: "string" optional,
        client: "client" optional,
        error: "error" optional,
        some: "some" optional,
        renamed: "renamed" optional,
    }
}

/// Called as the prelude's.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct OptionValue {
    /// A text.
    pub none: Option<String>,
}

impl OptionValue {
    /// Makes one of what is required; all else is absent.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self { ..rt::Blank::blank() }
    }

    /// Sets [`none`](field@Self::none).
    #[inline]
    #[must_use]
    pub fn none(mut self, none: impl Into<String>) -> Self {
        self.none = Some(none.into());
        self
    }
}

impl Default for OptionValue {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}

rt::object! {
    OptionValue {
        none: "none" optional,
    }
}

/// Called as the prelude's.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct VecValue {
    /// A number.
    pub len: Option<i64>,
}

impl VecValue {
    /// Makes one of what is required; all else is absent.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self { ..rt::Blank::blank() }
    }

    /// Sets [`len`](field@Self::len).
    #[inline]
    #[must_use]
    pub fn len(mut self, len: i64) -> Self {
        self.len = Some(len);
        self
    }
}

impl Default for VecValue {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}

rt::object! {
    VecValue {
        len: "len" optional,
    }
}

/// Called as the prelude's.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct StringValue {
    /// A text.
    pub as_str: Option<String>,
}

impl StringValue {
    /// Makes one of what is required; all else is absent.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self { ..rt::Blank::blank() }
    }

    /// Sets [`as_str`](field@Self::as_str).
    #[allow(clippy::wrong_self_convention, reason = "a setter, called as its field")]
    #[inline]
    #[must_use]
    pub fn as_str(mut self, as_str: impl Into<String>) -> Self {
        self.as_str = Some(as_str.into());
        self
    }
}

impl Default for StringValue {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}

rt::object! {
    StringValue {
        as_str: "as_str" optional,
    }
}

/// Called as the client.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Client {
    /// A text.
    pub core: Option<String>,
}

impl Client {
    /// Makes one of what is required; all else is absent.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self { ..rt::Blank::blank() }
    }

    /// Sets [`core`](field@Self::core).
    #[inline]
    #[must_use]
    pub fn core(mut self, core: impl Into<String>) -> Self {
        self.core = Some(core.into());
        self
    }
}

impl Default for Client {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}

rt::object! {
    Client {
        core: "core" optional,
    }
}

/// Called as the error.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Error {
    /// A text.
    pub source: Option<String>,
}

impl Error {
    /// Makes one of what is required; all else is absent.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self { ..rt::Blank::blank() }
    }

    /// Sets [`source`](field@Self::source).
    #[inline]
    #[must_use]
    pub fn source(mut self, source: impl Into<String>) -> Self {
        self.source = Some(source.into());
        self
    }
}

impl Default for Error {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}

rt::object! {
    Error {
        source: "source" optional,
    }
}

/// Called as a variant of the prelude's.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SomeValue {
    /// `Ok`
    OkValue,
    /// `Err`
    ErrValue,
    /// `None`
    NoneValue,
    /// A value that this version of the crate does not know, as it came.
    Unknown(rt::UnknownText),
}

rt::string_enum! {
    SomeValue {
        OkValue = "Ok",
        ErrValue = "Err",
        NoneValue = "None",
    }
}

/// Called as a builder would be.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ListPets {
    /// A number.
    pub at: Option<i64>,
}

rt::object! {
    ListPets {
        at: "at" optional,
    }
}

/// Called as the errors of a builder.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ListPetsError {
    /// A number.
    pub f: Option<i64>,
}

rt::object! {
    ListPetsError {
        f: "f" optional,
    }
}

/// Called otherwise.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct RightName {
    /// A text.
    pub door_key: Option<String>,
    /// One letter.
    pub d: Option<i64>,
}

impl RightName {
    /// Makes one of what is required; all else is absent.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self { ..rt::Blank::blank() }
    }

    /// Sets [`door_key`](field@Self::door_key).
    #[inline]
    #[must_use]
    pub fn door_key(mut self, door_key: impl Into<String>) -> Self {
        self.door_key = Some(door_key.into());
        self
    }

    /// Sets [`d`](field@Self::d).
    #[inline]
    #[must_use]
    pub fn d(mut self, d: i64) -> Self {
        self.d = Some(d);
        self
    }
}

impl Default for RightName {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}

rt::object! {
    RightName {
        door_key: "key" optional,
        d: "D" optional,
    }
}
