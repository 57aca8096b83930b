// @generated from also-partners.yaml by `cargo xtask generate`: change that, not this.

//! Somewhere else, with a ticket of its own.

use openapi_client_runtime::rt;

/// The operations of `client.also_partners().untagged()`, such as [`offers`](Self::offers).
#[derive(Clone, Copy, Debug)]
pub struct Untagged<'a> {
    core: &'a rt::Core,
}

impl<'a> Untagged<'a> {
    pub(super) fn new(core: &'a rt::Core) -> Self {
        Self { core }
    }

    /// `offers`.
    ///
    /// `GET /offers`.
    ///
    /// # Returns
    ///
    /// Done.
    ///
    /// # Errors
    ///
    /// [`OffersError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// client.also_partners().untagged().offers().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn offers(&self) -> Offers {
        Offers {
            request: rt::Request::new(self.core, &OFFERS),
        }
    }

    /// `orders`.
    ///
    /// `GET /orders`.
    ///
    /// # Returns
    ///
    /// Done.
    ///
    /// # Errors
    ///
    /// [`OrdersError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// client.also_partners().untagged().orders().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn orders(&self) -> Orders {
        Orders {
            request: rt::Request::new(self.core, &ORDERS),
        }
    }

    /// `hours`.
    ///
    /// `GET /hours`.
    ///
    /// # Returns
    ///
    /// Done.
    ///
    /// # Errors
    ///
    /// [`HoursError`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo_client::Client) -> Result<(), zoo_client::Error> {
    /// client.also_partners().untagged().hours().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn hours(&self) -> Hours {
        Hours {
            request: rt::Request::new(self.core, &HOURS),
        }
    }
}

/// A call of [`Untagged::offers`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct Offers {
    request: rt::Request,
}

rt::endpoint! {
    Offers: OFFERS => empty, OffersError;
}

static OFFERS: rt::Operation = rt::Operation {
    id: "offers",
    name: "also_partners.untagged.offers",
    method: rt::Method::Get,
    path: "/offers",
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`Offers`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum OffersError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    OffersError {
    }
}

/// A call of [`Untagged::orders`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct Orders {
    request: rt::Request,
}

rt::endpoint! {
    Orders: ORDERS => empty, OrdersError;
}

static ORDERS: rt::Operation = rt::Operation {
    id: "orders",
    name: "also_partners.untagged.orders",
    method: rt::Method::Get,
    path: "/orders",
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`Orders`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum OrdersError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    OrdersError {
    }
}

/// A call of [`Untagged::hours`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct Hours {
    request: rt::Request,
}

rt::endpoint! {
    Hours: HOURS => empty, HoursError;
}

static HOURS: rt::Operation = rt::Operation {
    id: "hours",
    name: "also_partners.untagged.hours",
    method: rt::Method::Get,
    path: "/hours",
    security: Some(&[]),
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`Hours`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum HoursError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    HoursError {
    }
}
