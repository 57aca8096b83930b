// @generated from spec/v1/type.yaml by `cargo xtask regen`: change that, not this.

//! Types without a description

use super::pets;
use openapi_client_runtime::rt;

/// The operations of `client.v1().r#type()`, such as [`type`](Self::type).
#[derive(Clone, Copy, Debug)]
pub struct TypeApi<'a> {
    core: &'a rt::Core,
}

impl<'a> TypeApi<'a> {
    pub(super) fn new(core: &'a rt::Core) -> Self {
        Self { core }
    }

    /// `getType`.
    ///
    /// `GET /type/{type}`.
    ///
    /// # Returns
    ///
    /// [`Type`].
    ///
    /// A type.
    ///
    /// # Errors
    ///
    /// [`TypeTypeError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::rust_decimal::Decimal;
    ///
    /// let answer = client.v1().r#type().r#type(Decimal::new(150, 2)).await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn r#type(&self, r#type: impl Into<rt::Number>) -> TypeType {
        TypeType {
            request: rt::Request::new(self.core, &TYPE_TYPE)
                .path("type", Into::<rt::Number>::into(r#type)),
        }
    }
}

/// A call of [`TypeApi::type`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct TypeType {
    request: rt::Request,
}

rt::endpoint! {
    TypeType: TYPE_TYPE => json Type, TypeTypeError;
}

static TYPE_TYPE: rt::Operation = rt::Operation {
    id: "getType",
    name: "v1.type.type",
    method: rt::Method::Get,
    path: "/type/{type}",
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`TypeType`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum TypeTypeError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    TypeTypeError {
    }
}

/// A type of types.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Type {
    /// A type of types.
    pub r#type: Option<Box<Type>>,
    /// Values that fall together, and one with a tab.
    pub mood: Option<pets::Mood>,
}

rt::object! {
    Type {
        r#type: "type" optional,
        mood: "mood" optional,
    }
}
