// @generated from spec/v1/cats.yaml by `cargo xtask regen`: change that, not this.

//! All cats.

use super::{common, dogs};
use openapi_client_runtime::rt;

/// The operations of `client.v1().cats()`, such as [`list`](Self::list).
#[derive(Clone, Copy, Debug)]
pub struct Cats<'a> {
    core: &'a rt::Core,
}

impl<'a> Cats<'a> {
    pub(super) fn new(core: &'a rt::Core) -> Self {
        Self { core }
    }

    /// Lists cats.
    ///
    /// `GET /cats`.
    ///
    /// # Returns
    ///
    /// [`Page`].
    ///
    /// All of them.
    ///
    /// # Errors
    ///
    /// [`ListCatsError`] for 404.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let answer = client.v1().cats().list().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn list(&self) -> ListCats {
        ListCats {
            request: rt::Request::new(self.core, &LIST_CATS),
        }
    }
}

/// A call of [`Cats::list`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListCats {
    request: rt::Request,
}

impl ListCats {
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
    ListCats: LIST_CATS => json Page, ListCatsError;
}

static LIST_CATS: rt::Operation = rt::Operation {
    id: "list_cats",
    name: "v1.cats.list",
    method: rt::Method::Get,
    path: "/cats",
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`ListCats`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ListCatsError {
    /// 404: There is none.
    NotFound(rt::ErrorBody<common::Problem>),
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    ListCatsError {
        404 => NotFound(common::Problem),
    }
}

/// A page.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Page {
    /// The items.
    pub data: Vec<dogs::Page>,
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
