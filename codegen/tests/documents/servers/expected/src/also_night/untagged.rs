// @generated from also-night.yaml by `cargo xtask generate`: change that, not this.

//! Servers of the night

use openapi_client_runtime::rt;

/// The operations of `client.also_night().untagged()`, such as [`list_owls`](Self::list_owls).
#[derive(Clone, Copy, Debug)]
pub struct Untagged<'a> {
    core: &'a rt::Core,
}

impl<'a> Untagged<'a> {
    pub(super) fn new(core: &'a rt::Core) -> Self {
        Self { core }
    }

    /// `listOwls`.
    ///
    /// `GET /owls`.
    ///
    /// # Returns
    ///
    /// None.
    ///
    /// # Errors
    ///
    /// [`ListOwlsError`].
    #[inline]
    pub fn list_owls(&self, x_key: impl Into<String>) -> ListOwls {
        ListOwls {
            request: rt::Request::new(self.core, &LIST_OWLS)
                .header("X-Key", Into::<String>::into(x_key), rt::Limits::NONE),
        }
    }
}

/// A call of [`Untagged::list_owls`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListOwls {
    request: rt::Request,
}

rt::endpoint! {
    ListOwls: LIST_OWLS => empty, ListOwlsError;
}

static LIST_OWLS: rt::Operation = rt::Operation {
    id: "listOwls",
    name: "also_night.untagged.list_owls",
    method: rt::Method::Get,
    path: "/owls",
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`ListOwls`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ListOwlsError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    ListOwlsError {
    }
}
