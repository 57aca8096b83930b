// @generated from api.yaml by `cargo xtask generate`: change that, not this.

//! A single scheme, and an operation that needs none.

use openapi_client_runtime::rt;

/// The operations of `client.untagged()`, such as [`sign_in`](Self::sign_in).
#[derive(Clone, Copy, Debug)]
pub struct Untagged<'a> {
    core: &'a rt::Core,
}

impl<'a> Untagged<'a> {
    pub(super) fn new(core: &'a rt::Core) -> Self {
        Self { core }
    }

    /// `signIn`.
    ///
    /// `POST /sign-in`.
    ///
    /// # Returns
    ///
    /// Done.
    ///
    /// # Errors
    ///
    /// [`SignInError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// client.untagged().sign_in().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn sign_in(&self) -> SignIn {
        SignIn {
            request: rt::Request::new(self.core, &SIGN_IN),
        }
    }

    /// `readNotes`.
    ///
    /// `GET /notes`.
    ///
    /// # Returns
    ///
    /// Done.
    ///
    /// # Errors
    ///
    /// [`ReadNotesError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// client.untagged().read_notes().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn read_notes(&self) -> ReadNotes {
        ReadNotes {
            request: rt::Request::new(self.core, &READ_NOTES),
        }
    }

    /// `readNews`.
    ///
    /// `GET /news`.
    ///
    /// # Returns
    ///
    /// Done.
    ///
    /// # Errors
    ///
    /// [`ReadNewsError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// client.untagged().read_news().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn read_news(&self) -> ReadNews {
        ReadNews {
            request: rt::Request::new(self.core, &READ_NEWS),
        }
    }
}

/// A call of [`Untagged::sign_in`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct SignIn {
    request: rt::Request,
}

rt::endpoint! {
    SignIn: SIGN_IN => empty, SignInError;
}

static SIGN_IN: rt::Operation = rt::Operation {
    id: "signIn",
    name: "api.untagged.sign_in",
    method: rt::Method::Post,
    path: "/sign-in",
    successes: rt::statuses![204],
    idempotent: false,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`SignIn`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum SignInError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    SignInError {
    }
}

/// A call of [`Untagged::read_notes`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ReadNotes {
    request: rt::Request,
}

rt::endpoint! {
    ReadNotes: READ_NOTES => empty, ReadNotesError;
}

static READ_NOTES: rt::Operation = rt::Operation {
    id: "readNotes",
    name: "api.untagged.read_notes",
    method: rt::Method::Get,
    path: "/notes",
    security: Some(&[&[&super::super::client::TOKEN]]),
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`ReadNotes`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ReadNotesError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    ReadNotesError {
    }
}

/// A call of [`Untagged::read_news`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ReadNews {
    request: rt::Request,
}

rt::endpoint! {
    ReadNews: READ_NEWS => empty, ReadNewsError;
}

static READ_NEWS: rt::Operation = rt::Operation {
    id: "readNews",
    name: "api.untagged.read_news",
    method: rt::Method::Get,
    path: "/news",
    security: Some(&[&[], &[&super::super::client::TOKEN]]),
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`ReadNews`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ReadNewsError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    ReadNewsError {
    }
}
