// @generated from spec/v3/credentials.yaml by `cargo xtask regen`: change that, not this.

//! Checks whether an e-mail address and a password belong together, without signing the customer
//! in.

use super::common;
use openapi_client_runtime::rt;

/// The operations of `client.v3().credentials()`, such as [`validate`](Self::validate).
#[derive(Clone, Copy, Debug)]
pub struct CredentialsApi<'a>(pub(super) &'a rt::Core);

impl CredentialsApi<'_> {
    /// Checks a customer's e-mail address and password.
    ///
    /// Tells whether the pair is valid, and whose it is. A wrong password is no error: the answer is
    /// 200 with `is_valid` false. The answer is the verdict itself, not wrapped in `data`.
    ///
    /// A limit of its own protects this operation against guessing: it answers 429 although the store's
    /// quota is not used up. The check changes nothing and may be repeated, though each repetition
    /// counts against that limit.
    ///
    /// `POST /customers/validate-credentials`; scope `store_v2_customers`.
    ///
    /// # Arguments
    ///
    /// - `body`: The pair to check.
    ///
    /// # Returns
    ///
    /// [`Verdict`]. The verdict.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`common::Problem`] for 404, 422, 429, 5xx; [`common::AccessError`]
    /// for 401, 403. See [responses](super::common#responses).
    ///
    /// - 422: The e-mail address or the password is missing; `errors` tells which.
    /// - 429: Too many checks, or the store's quota is used up. The limit on checks answers with the
    ///   body of a problem, and the store's quota sets the usual rate-limit headers; either body may be
    ///   empty, and the headers may be missing.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::v3::credentials::{Credentials, CredentialsRequired};
    ///
    /// let response = client
    ///     .v3()
    ///     .credentials()
    ///     .validate(
    ///         Credentials::new(CredentialsRequired {
    ///             email: "aiko.tanabe@example.org",
    ///             password: "plum-Harbour-47".into(),
    ///         })
    ///         .channel_id(3),
    ///     )
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn validate(&self, body: Credentials) -> ValidateCredentials {
        ValidateCredentials(rt::Request::new(self.0, &VALIDATE_CREDENTIALS).json(&body))
    }
}

/// A request of [`CredentialsApi::validate`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ValidateCredentials(rt::Request);

impl ValidateCredentials {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<Verdict>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for ValidateCredentials {
    type Output = Result<rt::Response<Verdict>, rt::Error>;
    type IntoFuture = rt::CallFuture<Verdict>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::json())
    }
}

static VALIDATE_CREDENTIALS: rt::Operation = rt::Operation {
    id: "validateCustomerCredentials",
    name: "v3.credentials.validate",
    method: rt::Method::Post,
    path: "/customers/validate-credentials",
    errors: &[
        rt::json_error::<common::Problem>(rt::statuses![404, 422, 429, 5xx]),
        rt::json_error::<common::AccessError>(rt::statuses![401, 403]),
    ],
    idempotent: true,
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// An e-mail address and a password to check.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct Credentials {
    /// The customer's e-mail address.
    pub email: String,
    /// The password to check.
    pub password: rt::Secret,
    /// The channel whose accounts to look at. Channel 1, the store's first storefront, when left out.
    pub channel_id: Option<i64>,
}

/// The required fields of [`Credentials`], as [`Credentials::new`] takes them.
#[allow(missing_docs)]
pub struct CredentialsRequired<'a> {
    pub email: &'a str,
    pub password: rt::Secret,
}

impl Credentials {
    /// Creates a [`Credentials`] from its required fields.
    #[inline]
    pub fn new(required: CredentialsRequired<'_>) -> Self {
        Self {
            email: required.email.to_owned(),
            password: required.password,
            ..rt::Empty::empty()
        }
    }

    /// Sets [`channel_id`](field@Self::channel_id).
    #[inline]
    pub fn channel_id(mut self, channel_id: i64) -> Self {
        self.channel_id = Some(channel_id);
        self
    }
}

rt::object! {
    Credentials {
        email: "email" required,
        password: "password" required,
        channel_id: "channel_id" optional,
    }
}

/// Whether an e-mail address and a password belong together.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Verdict {
    /// Whether the pair is valid.
    pub is_valid: bool,
    /// The customer whose credentials these are; `null` when they are not valid.
    pub customer_id: rt::Nullable<i64>,
}

rt::object! {
    Verdict {
        is_valid: "is_valid" required,
        customer_id: "customer_id" optional,
    }
}

rt::fixtures! {
    fixtures {
        /// A response of [`CredentialsApi::validate`] with status 200.
        ///
        /// The verdict.
        VALIDATE: VALIDATE_CREDENTIALS => 200 Verdict, r#"{
  "is_valid": true,
  "customer_id": 318
}"#;
    }
}
