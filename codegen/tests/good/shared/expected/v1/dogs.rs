// @generated from spec/v1/dogs.yaml by `cargo xtask regen`: change that, not this.

//! All dogs.

use super::common;
use openapi_client_runtime::rt;

/// The operations of `client.v1().dogs()`, such as [`list`](Self::list).
#[derive(Clone, Copy, Debug)]
pub struct Dogs<'a> {
    core: &'a rt::Core,
}

impl<'a> Dogs<'a> {
    pub(super) fn new(core: &'a rt::Core) -> Self {
        Self { core }
    }

    /// Lists dogs.
    ///
    /// `GET /dogs`.
    ///
    /// # Returns
    ///
    /// [`Page`].
    ///
    /// All of them.
    ///
    /// # Errors
    ///
    /// [`ListDogsError`] for 404.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let answer = client.v1().dogs().list().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn list(&self) -> ListDogs {
        ListDogs {
            request: rt::Request::new(self.core, &LIST_DOGS),
        }
    }
}

/// A call of [`Dogs::list`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListDogs {
    request: rt::Request,
}

impl ListDogs {
    /// Most items on a page.
    ///
    /// When sent: from 1 to 50.
    #[inline]
    pub fn limit(mut self, limit: i64) -> Self {
        self.request
            .set_query("limit", limit, rt::Limits::NONE.range(Some(1), Some(50)));
        self
    }

    /// Keeps those of a size.
    #[inline]
    pub fn size(mut self, size: common::Size) -> Self {
        self.request.set_query("size", size, rt::Limits::NONE);
        self
    }
}

rt::endpoint! {
    ListDogs: LIST_DOGS => json Page, ListDogsError;
}

static LIST_DOGS: rt::Operation = rt::Operation {
    id: "list_dogs",
    name: "v1.dogs.list",
    method: rt::Method::Get,
    path: "/dogs",
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`ListDogs`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ListDogsError {
    /// 404: There is none.
    NotFound(rt::ErrorBody<common::Problem>),
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    ListDogsError {
        404 => NotFound(common::Problem),
    }
}

/// A page.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Page {
    /// The items.
    pub data: Vec<common::Count>,
    /// How many.
    pub meta: common::Count,
    /// All sizes.
    pub sizes: Option<Vec<common::Size>>,
}

rt::object! {
    Page {
        data: "data" required,
        meta: "meta" required,
        sizes: "sizes" optional,
    }
}
