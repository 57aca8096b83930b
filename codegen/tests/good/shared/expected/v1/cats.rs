// @generated from spec/v1/cats.yaml by `cargo xtask regen`: change that, not this.

//! All cats.

use super::{common, dogs};
use openapi_client_runtime::rt;

/// The operations of `client.v1().cats()`, such as [`list`](Self::list).
#[derive(Clone, Copy, Debug)]
pub struct Cats<'a>(pub(super) &'a rt::Core);

impl Cats<'_> {
    /// Lists cats.
    ///
    /// `GET /cats`.
    ///
    /// # Returns
    ///
    /// [`Page`]. All of them.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`common::Problem`] for 404. See
    /// [responses](super::common#responses).
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let response = client.v1().cats().list().await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn list(&self) -> ListCats {
        ListCats(rt::Request::new(self.0, &LIST_CATS))
    }
}

/// A request of [`Cats::list`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListCats(rt::Request);

impl ListCats {
    /// Most items on a page.
    ///
    /// When sent: from 1 to 50.
    #[inline]
    pub fn limit(mut self, limit: i64) -> Self {
        self.0.set_query(rt::Param::new("limit").range(Some(1), Some(50)), limit);
        self
    }

    /// Keeps those of a size.
    #[inline]
    pub fn size(mut self, size: common::Size) -> Self {
        self.0.set_query("size", size);
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
    pub fn wait(self) -> Result<rt::Response<Page>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for ListCats {
    type Output = Result<rt::Response<Page>, rt::Error>;
    type IntoFuture = rt::CallFuture<Page>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::json())
    }
}

static LIST_CATS: rt::Operation = rt::Operation {
    id: "list_cats",
    name: "v1.cats.list",
    method: rt::Method::Get,
    path: "/cats",
    errors: &[rt::json_error::<common::Problem>(rt::statuses![404])],
    ..rt::Operation::new(&super::API)
};

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
