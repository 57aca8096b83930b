// @generated from api.yaml by `cargo xtask generate`: change that, not this.

//! Servers to choose

use openapi_client_runtime::rt;

/// The operations of `client.api().untagged()`, such as [`list_animals`](Self::list_animals).
#[derive(Clone, Copy, Debug)]
pub struct Untagged<'a> {
    core: &'a rt::Core,
}

impl<'a> Untagged<'a> {
    pub(super) fn new(core: &'a rt::Core) -> Self {
        Self { core }
    }

    /// `listAnimals`.
    ///
    /// `GET /animals`.
    ///
    /// # Returns
    ///
    /// None.
    ///
    /// # Errors
    ///
    /// [`ListAnimalsError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// client.api().untagged().list_animals().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn list_animals(&self) -> ListAnimals {
        ListAnimals {
            request: rt::Request::new(self.core, &LIST_ANIMALS),
        }
    }

    /// `ask`.
    ///
    /// `GET /ask`; on the server `https://{agent}.{zone}.zoo.example/ask`.
    ///
    /// # Returns
    ///
    /// Said.
    ///
    /// # Errors
    ///
    /// [`AskError`].
    #[inline]
    pub fn ask(&self, q: impl Into<String>, agent: impl Into<String>) -> Ask {
        Ask {
            request: rt::Request::new(self.core, &ASK)
                .query("q", Into::<String>::into(q), rt::Limits::NONE)
                .server_variable("agent", Into::<String>::into(agent)),
        }
    }
}

/// A call of [`Untagged::list_animals`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListAnimals {
    request: rt::Request,
}

rt::endpoint! {
    ListAnimals: LIST_ANIMALS => empty, ListAnimalsError;
}

static LIST_ANIMALS: rt::Operation = rt::Operation {
    id: "listAnimals",
    name: "api.untagged.list_animals",
    method: rt::Method::Get,
    path: "/animals",
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`ListAnimals`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ListAnimalsError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    ListAnimalsError {
    }
}

/// A call of [`Untagged::ask`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct Ask {
    request: rt::Request,
}

impl Ask {
    /// Default: `eu`. One of `eu`, `us`.
    ///
    /// Stands for `{zone}` in the URL of the server.
    #[inline]
    pub fn zone(mut self, zone: impl Into<String>) -> Self {
        self.request.set_server_variable("zone", Into::<String>::into(zone));
        self
    }
}

rt::endpoint! {
    Ask: ASK => empty, AskError;
}

static ASK: rt::Operation = rt::Operation {
    id: "ask",
    name: "api.untagged.ask",
    method: rt::Method::Get,
    path: "/ask",
    server: Some("https://{agent}.{zone}.zoo.example/ask"),
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`Ask`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum AskError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    AskError {
    }
}
