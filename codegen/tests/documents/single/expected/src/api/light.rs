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
    /// [`Error`](rt::Error).
    #[inline]
    pub fn switch(&self, body: Light) -> Switch {
        Switch(rt::Request::new(self.core, &SWITCH).json(&body))
    }
}

/// A call of [`LightApi::switch`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct Switch(rt::Request);

impl Switch {
    /// Sets options of this call, in place of those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until the response is there: [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<()>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for Switch {
    type Output = Result<rt::Response<()>, rt::Error>;
    type IntoFuture = rt::CallFuture<()>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::empty())
    }
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

/// `Light`.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct Light {
    /// `on`.
    pub on: bool,
}

impl Light {
    /// Creates a [`Light`] from its required fields.
    #[inline]
    pub fn new(on: bool) -> Self {
        Self { on }
    }
}

rt::object! {
    Light {
        on: "on" required,
    }
}
