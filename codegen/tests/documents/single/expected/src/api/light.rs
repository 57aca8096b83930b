// @generated from api.json by `cargo xtask generate`: change that, not this.

//! Lamp

use openapi_client_runtime::rt;

/// The operations of `client.light()`, such as [`switch`](Self::switch).
#[derive(Clone, Copy, Debug)]
pub struct LightApi<'a> {
    core: &'a rt::Core,
}

impl<'a> LightApi<'a> {
    pub(super) fn new(core: &'a rt::Core) -> Self {
        Self { core }
    }

    /// `switch`.
    ///
    /// `PUT /light`.
    ///
    /// # Returns
    ///
    /// It is as you want it.
    ///
    /// # Errors
    ///
    /// [`SwitchError`].
    #[inline]
    pub fn switch(&self, body: Light) -> Switch {
        Switch {
            request: rt::Request::new(self.core, &SWITCH).json(&body),
        }
    }
}

/// A call of [`LightApi::switch`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct Switch {
    request: rt::Request,
}

rt::endpoint! {
    Switch: SWITCH => empty, SwitchError;
}

static SWITCH: rt::Operation = rt::Operation {
    id: "switch",
    name: "api.light.switch",
    method: rt::Method::Put,
    path: "/light",
    successes: rt::statuses![204],
    idempotent: true,
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`Switch`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum SwitchError {
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    SwitchError {
    }
}

/// `Light`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Light {
    /// `on`.
    pub on: bool,
}

impl Light {
    /// Makes one.
    #[inline]
    #[must_use]
    pub fn new(on: bool) -> Self {
        Self { on }
    }
}

rt::object! {
    Light {
        on: "on" required,
    }
}
