// @generated from api.json by `cargo xtask generate`: change that, not this.

//! Lamp

use openapi_client_runtime::rt;

/// The operations of `client.light()`, such as [`switch`](Self::switch).
#[derive(Clone, Copy, Debug)]
pub struct LightApi<'a>(pub(super) &'a rt::Core);

impl LightApi<'_> {
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
        Switch(rt::Request::new(self.0, &SWITCH).json(&body))
    }
}

/// A request of [`LightApi::switch`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct Switch(rt::Request);

impl Switch {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
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
    /// Creates a [`Light`] from [`on`](field@Self::on), which is required.
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
