// @generated from api.yaml by `cargo xtask generate`: change that, not this.

//! Every way to ask for credentials.

use openapi_client_runtime::rt;

/// The operations of `client.api().untagged()`, such as [`plain`](Self::plain).
#[derive(Clone, Copy, Debug)]
pub struct Untagged<'a> {
    core: &'a rt::Core,
}

impl<'a> Untagged<'a> {
    pub(super) fn new(core: &'a rt::Core) -> Self {
        Self { core }
    }

    /// `plain`.
    ///
    /// `GET /plain`.
    ///
    /// # Returns
    ///
    /// Done.
    ///
    /// # Errors
    ///
    /// [`PlainError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// client.api().untagged().plain().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn plain(&self) -> Plain {
        Plain {
            request: rt::Request::new(self.core, &PLAIN),
        }
    }

    /// `open`.
    ///
    /// `GET /open`.
    ///
    /// # Returns
    ///
    /// Done.
    ///
    /// # Errors
    ///
    /// [`OpenError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// client.api().untagged().open().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn open(&self) -> Open {
        Open {
            request: rt::Request::new(self.core, &OPEN),
        }
    }

    /// `staff`.
    ///
    /// `GET /staff`.
    ///
    /// # Returns
    ///
    /// Done.
    ///
    /// # Errors
    ///
    /// [`StaffError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// client.api().untagged().staff().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn staff(&self) -> Staff {
        Staff {
            request: rt::Request::new(self.core, &STAFF),
        }
    }

    /// `either`.
    ///
    /// `GET /either`.
    ///
    /// # Returns
    ///
    /// Done.
    ///
    /// # Errors
    ///
    /// [`EitherError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// client.api().untagged().either().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn either(&self) -> Either {
        Either {
            request: rt::Request::new(self.core, &EITHER),
        }
    }

    /// `both`.
    ///
    /// `GET /both`.
    ///
    /// # Returns
    ///
    /// Done.
    ///
    /// # Errors
    ///
    /// [`BothError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// client.api().untagged().both().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn both(&self) -> Both {
        Both {
            request: rt::Request::new(self.core, &BOTH),
        }
    }

    /// `optional`.
    ///
    /// `GET /optional`.
    ///
    /// # Returns
    ///
    /// Done.
    ///
    /// # Errors
    ///
    /// [`OptionalError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// client.api().untagged().optional().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn optional(&self) -> Optional {
        Optional {
            request: rt::Request::new(self.core, &OPTIONAL),
        }
    }

    /// `visitors`.
    ///
    /// `GET /visitors`.
    ///
    /// # Returns
    ///
    /// Done.
    ///
    /// # Errors
    ///
    /// [`VisitorsError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// client.api().untagged().visitors().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn visitors(&self) -> Visitors {
        Visitors {
            request: rt::Request::new(self.core, &VISITORS),
        }
    }

    /// `parts`.
    ///
    /// `GET /parts`.
    ///
    /// # Returns
    ///
    /// Done.
    ///
    /// # Errors
    ///
    /// [`PartsError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// client.api().untagged().parts().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn parts(&self) -> Parts {
        Parts {
            request: rt::Request::new(self.core, &PARTS),
        }
    }

    /// `clash`.
    ///
    /// `GET /clash`.
    ///
    /// # Returns
    ///
    /// Done.
    ///
    /// # Errors
    ///
    /// [`ClashError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// client.api().untagged().clash().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn clash(&self) -> Clash {
        Clash {
            request: rt::Request::new(self.core, &CLASH),
        }
    }

    /// `misspelt`.
    ///
    /// `GET /misspelt`.
    ///
    /// # Returns
    ///
    /// Done.
    ///
    /// # Errors
    ///
    /// [`MisspeltError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// client.api().untagged().misspelt().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn misspelt(&self) -> Misspelt {
        Misspelt {
            request: rt::Request::new(self.core, &MISSPELT),
        }
    }

    /// `digest`.
    ///
    /// `GET /digest`.
    ///
    /// # Returns
    ///
    /// Done.
    ///
    /// # Errors
    ///
    /// [`DigestError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// client.api().untagged().digest().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn digest(&self) -> Digest {
        Digest {
            request: rt::Request::new(self.core, &DIGEST),
        }
    }

    /// `digestToo`.
    ///
    /// `GET /digest-too`.
    ///
    /// # Returns
    ///
    /// Done.
    ///
    /// # Errors
    ///
    /// [`DigestTooError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// client.api().untagged().digest_too().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn digest_too(&self) -> DigestToo {
        DigestToo {
            request: rt::Request::new(self.core, &DIGEST_TOO),
        }
    }

    /// `flows`.
    ///
    /// `GET /flows`.
    ///
    /// # Returns
    ///
    /// Done.
    ///
    /// # Errors
    ///
    /// [`FlowsError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// client.api().untagged().flows().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn flows(&self) -> Flows {
        Flows {
            request: rt::Request::new(self.core, &FLOWS),
        }
    }

    /// `flowsAgain`.
    ///
    /// `GET /flows-again`.
    ///
    /// # Returns
    ///
    /// Done.
    ///
    /// # Errors
    ///
    /// [`FlowsAgainError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// client.api().untagged().flows_again().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn flows_again(&self) -> FlowsAgain {
        FlowsAgain {
            request: rt::Request::new(self.core, &FLOWS_AGAIN),
        }
    }

    /// `abroad`.
    ///
    /// `GET /abroad`; on the server `http://127.0.0.1:{abroad}/api`.
    ///
    /// # Returns
    ///
    /// Done.
    ///
    /// # Errors
    ///
    /// [`AbroadError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// client.api().untagged().abroad().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn abroad(&self) -> Abroad {
        Abroad {
            request: rt::Request::new(self.core, &ABROAD),
        }
    }

    /// `abroadOpen`.
    ///
    /// `GET /abroad/open`; on the server `http://127.0.0.1:{abroad}/api`.
    ///
    /// # Returns
    ///
    /// Done.
    ///
    /// # Errors
    ///
    /// [`AbroadOpenError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// client.api().untagged().abroad_open().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn abroad_open(&self) -> AbroadOpen {
        AbroadOpen {
            request: rt::Request::new(self.core, &ABROAD_OPEN),
        }
    }

    /// `abroadStaff`.
    ///
    /// `GET /abroad/staff`; on the server `http://127.0.0.1:{abroad}/api`.
    ///
    /// # Returns
    ///
    /// Done.
    ///
    /// # Errors
    ///
    /// [`AbroadStaffError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// client.api().untagged().abroad_staff().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn abroad_staff(&self) -> AbroadStaff {
        AbroadStaff {
            request: rt::Request::new(self.core, &ABROAD_STAFF),
        }
    }

    /// `moved`.
    ///
    /// `GET /moved`.
    ///
    /// # Returns
    ///
    /// Done.
    ///
    /// # Errors
    ///
    /// [`MovedError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// client.api().untagged().moved().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn moved(&self) -> Moved {
        Moved {
            request: rt::Request::new(self.core, &MOVED),
        }
    }

    /// `movedAbroad`.
    ///
    /// `GET /moved/abroad`.
    ///
    /// # Returns
    ///
    /// Done.
    ///
    /// # Errors
    ///
    /// [`MovedAbroadError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// client.api().untagged().moved_abroad().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn moved_abroad(&self) -> MovedAbroad {
        MovedAbroad {
            request: rt::Request::new(self.core, &MOVED_ABROAD),
        }
    }
}

/// A call of [`Untagged::plain`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct Plain {
    request: rt::Request,
}

rt::endpoint! {
    Plain: PLAIN => empty, PlainError;
}

static PLAIN: rt::Operation = rt::Operation {
    id: "plain",
    name: "api.untagged.plain",
    method: rt::Method::Get,
    path: "/plain",
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`Plain`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum PlainError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    PlainError {
    }
}

/// A call of [`Untagged::open`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct Open {
    request: rt::Request,
}

rt::endpoint! {
    Open: OPEN => empty, OpenError;
}

static OPEN: rt::Operation = rt::Operation {
    id: "open",
    name: "api.untagged.open",
    method: rt::Method::Get,
    path: "/open",
    security: Some(&[]),
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`Open`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum OpenError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    OpenError {
    }
}

/// A call of [`Untagged::staff`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct Staff {
    request: rt::Request,
}

rt::endpoint! {
    Staff: STAFF => empty, StaffError;
}

static STAFF: rt::Operation = rt::Operation {
    id: "staff",
    name: "api.untagged.staff",
    method: rt::Method::Get,
    path: "/staff",
    security: Some(&[&[&super::super::client::BADGE]]),
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`Staff`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum StaffError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    StaffError {
    }
}

/// A call of [`Untagged::either`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct Either {
    request: rt::Request,
}

rt::endpoint! {
    Either: EITHER => empty, EitherError;
}

static EITHER: rt::Operation = rt::Operation {
    id: "either",
    name: "api.untagged.either",
    method: rt::Method::Get,
    path: "/either",
    security: Some(&[&[&super::super::client::TICKET], &[&super::super::client::BADGE]]),
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`Either`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum EitherError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    EitherError {
    }
}

/// A call of [`Untagged::both`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct Both {
    request: rt::Request,
}

rt::endpoint! {
    Both: BOTH => empty, BothError;
}

static BOTH: rt::Operation = rt::Operation {
    id: "both",
    name: "api.untagged.both",
    method: rt::Method::Get,
    path: "/both",
    security: Some(&[&[&super::super::client::TICKET, &super::super::client::BADGE]]),
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`Both`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum BothError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    BothError {
    }
}

/// A call of [`Untagged::optional`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct Optional {
    request: rt::Request,
}

rt::endpoint! {
    Optional: OPTIONAL => empty, OptionalError;
}

static OPTIONAL: rt::Operation = rt::Operation {
    id: "optional",
    name: "api.untagged.optional",
    method: rt::Method::Get,
    path: "/optional",
    security: Some(&[&[], &[&super::super::client::TICKET]]),
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`Optional`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum OptionalError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    OptionalError {
    }
}

/// A call of [`Untagged::visitors`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct Visitors {
    request: rt::Request,
}

rt::endpoint! {
    Visitors: VISITORS => empty, VisitorsError;
}

static VISITORS: rt::Operation = rt::Operation {
    id: "visitors",
    name: "api.untagged.visitors",
    method: rt::Method::Get,
    path: "/visitors",
    security: Some(&[&[&super::super::client::VISITOR]]),
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`Visitors`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum VisitorsError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    VisitorsError {
    }
}

/// A call of [`Untagged::parts`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct Parts {
    request: rt::Request,
}

rt::endpoint! {
    Parts: PARTS => empty, PartsError;
}

static PARTS: rt::Operation = rt::Operation {
    id: "parts",
    name: "api.untagged.parts",
    method: rt::Method::Get,
    path: "/parts",
    security: Some(
        &[
            &[
                &super::super::client::CODE,
                &super::super::client::TIMEOUT,
                &super::super::client::DAY,
            ],
        ],
    ),
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`Parts`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum PartsError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    PartsError {
    }
}

/// A call of [`Untagged::clash`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct Clash {
    request: rt::Request,
}

rt::endpoint! {
    Clash: CLASH => empty, ClashError;
}

static CLASH: rt::Operation = rt::Operation {
    id: "clash",
    name: "api.untagged.clash",
    method: rt::Method::Get,
    path: "/clash",
    security: Some(
        &[&[&super::super::client::VISITOR], &[&super::super::client::BADGE]],
    ),
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`Clash`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ClashError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    ClashError {
    }
}

/// A call of [`Untagged::misspelt`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct Misspelt {
    request: rt::Request,
}

rt::endpoint! {
    Misspelt: MISSPELT => empty, MisspeltError;
}

static MISSPELT: rt::Operation = rt::Operation {
    id: "misspelt",
    name: "api.untagged.misspelt",
    method: rt::Method::Get,
    path: "/misspelt",
    security: Some(&[&[]]),
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`Misspelt`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum MisspeltError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    MisspeltError {
    }
}

/// A call of [`Untagged::digest`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct Digest {
    request: rt::Request,
}

rt::endpoint! {
    Digest: DIGEST => empty, DigestError;
}

static DIGEST: rt::Operation = rt::Operation {
    id: "digest",
    name: "api.untagged.digest",
    method: rt::Method::Get,
    path: "/digest",
    security: Some(&[&[], &[&super::super::client::BADGE]]),
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`Digest`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum DigestError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    DigestError {
    }
}

/// A call of [`Untagged::digest_too`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct DigestToo {
    request: rt::Request,
}

rt::endpoint! {
    DigestToo: DIGEST_TOO => empty, DigestTooError;
}

static DIGEST_TOO: rt::Operation = rt::Operation {
    id: "digestToo",
    name: "api.untagged.digest_too",
    method: rt::Method::Get,
    path: "/digest-too",
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`DigestToo`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum DigestTooError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    DigestTooError {
    }
}

/// A call of [`Untagged::flows`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct Flows {
    request: rt::Request,
}

rt::endpoint! {
    Flows: FLOWS => empty, FlowsError;
}

static FLOWS: rt::Operation = rt::Operation {
    id: "flows",
    name: "api.untagged.flows",
    method: rt::Method::Get,
    path: "/flows",
    security: Some(&[&[&super::super::client::BROWSER]]),
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`Flows`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum FlowsError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    FlowsError {
    }
}

/// A call of [`Untagged::flows_again`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct FlowsAgain {
    request: rt::Request,
}

rt::endpoint! {
    FlowsAgain: FLOWS_AGAIN => empty, FlowsAgainError;
}

static FLOWS_AGAIN: rt::Operation = rt::Operation {
    id: "flowsAgain",
    name: "api.untagged.flows_again",
    method: rt::Method::Get,
    path: "/flows-again",
    security: Some(&[&[&super::super::client::BROWSER]]),
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`FlowsAgain`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum FlowsAgainError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    FlowsAgainError {
    }
}

/// A call of [`Untagged::abroad`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct Abroad {
    request: rt::Request,
}

rt::endpoint! {
    Abroad: ABROAD => empty, AbroadError;
}

static ABROAD: rt::Operation = rt::Operation {
    id: "abroad",
    name: "api.untagged.abroad",
    method: rt::Method::Get,
    path: "/abroad",
    server: Some("http://127.0.0.1:{abroad}/api"),
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`Abroad`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum AbroadError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    AbroadError {
    }
}

/// A call of [`Untagged::abroad_open`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct AbroadOpen {
    request: rt::Request,
}

rt::endpoint! {
    AbroadOpen: ABROAD_OPEN => empty, AbroadOpenError;
}

static ABROAD_OPEN: rt::Operation = rt::Operation {
    id: "abroadOpen",
    name: "api.untagged.abroad_open",
    method: rt::Method::Get,
    path: "/abroad/open",
    server: Some("http://127.0.0.1:{abroad}/api"),
    security: Some(&[]),
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`AbroadOpen`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum AbroadOpenError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    AbroadOpenError {
    }
}

/// A call of [`Untagged::abroad_staff`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct AbroadStaff {
    request: rt::Request,
}

rt::endpoint! {
    AbroadStaff: ABROAD_STAFF => empty, AbroadStaffError;
}

static ABROAD_STAFF: rt::Operation = rt::Operation {
    id: "abroadStaff",
    name: "api.untagged.abroad_staff",
    method: rt::Method::Get,
    path: "/abroad/staff",
    server: Some("http://127.0.0.1:{abroad}/api"),
    security: Some(&[&[&super::super::client::BADGE]]),
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`AbroadStaff`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum AbroadStaffError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    AbroadStaffError {
    }
}

/// A call of [`Untagged::moved`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct Moved {
    request: rt::Request,
}

rt::endpoint! {
    Moved: MOVED => empty, MovedError;
}

static MOVED: rt::Operation = rt::Operation {
    id: "moved",
    name: "api.untagged.moved",
    method: rt::Method::Get,
    path: "/moved",
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`Moved`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum MovedError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    MovedError {
    }
}

/// A call of [`Untagged::moved_abroad`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct MovedAbroad {
    request: rt::Request,
}

rt::endpoint! {
    MovedAbroad: MOVED_ABROAD => empty, MovedAbroadError;
}

static MOVED_ABROAD: rt::Operation = rt::Operation {
    id: "movedAbroad",
    name: "api.untagged.moved_abroad",
    method: rt::Method::Get,
    path: "/moved/abroad",
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`MovedAbroad`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum MovedAbroadError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    MovedAbroadError {
    }
}
