// @generated from spec/v3/stored_instruments.yaml by `cargo xtask regen`: change that, not this.

//! The cards, PayPal accounts and bank accounts that a customer keeps on file for later orders.
//! They can only be read, and need scopes of their own.

use super::common;
use openapi_client_runtime::rt;

/// The operations of `client.v3().stored_instruments()`, such as [`list`](Self::list).
#[derive(Clone, Copy, Debug)]
pub struct StoredInstruments<'a>(pub(super) &'a rt::Core);

impl StoredInstruments<'_> {
    /// Lists a customer's stored payment instruments.
    ///
    /// Returns all instruments of the customer at once, of every kind. The answer is a bare JSON array,
    /// neither wrapped in `data` nor divided into pages.
    ///
    /// The customer scopes do not suffice: the token needs one for stored payment instruments.
    ///
    /// `GET /customers/{customerId}/stored-instruments`; scope
    /// `store_stored_payment_instruments_read_only`.
    ///
    /// # Arguments
    ///
    /// - `customer_id`: Id of the customer.
    ///
    /// # Returns
    ///
    /// A list of [`StoredInstrument`]. The customer's instruments. Empty when none is stored.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`common::AccessError`] for 401, 403, 429; [`common::Problem`] for
    /// 404, 5xx. See [responses](super::common#responses).
    ///
    /// - 401: The access token is missing, wrong or revoked. This operation answers with `code` and
    ///   `message`; the gateway before it may answer as elsewhere, or with an empty body.
    /// - 403: The access token has no scope for stored payment instruments. This operation answers with
    ///   `code` and `message`; the gateway before it may answer as elsewhere.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let response = client.v3().stored_instruments().list(318).await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn list(&self, customer_id: i64) -> ListStoredInstruments {
        ListStoredInstruments(
            rt::Request::new(self.0, &LIST_STORED_INSTRUMENTS)
                .path("customerId", customer_id),
        )
    }
}

/// A request of [`StoredInstruments::list`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListStoredInstruments(rt::Request);

impl ListStoredInstruments {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<Vec<StoredInstrument>>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for ListStoredInstruments {
    type Output = Result<rt::Response<Vec<StoredInstrument>>, rt::Error>;
    type IntoFuture = rt::CallFuture<Vec<StoredInstrument>>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::list())
    }
}

static LIST_STORED_INSTRUMENTS: rt::Operation = rt::Operation {
    id: "getCustomerStoredInstruments",
    name: "v3.stored_instruments.list",
    method: rt::Method::Get,
    path: "/customers/{customerId}/stored-instruments",
    errors: &[
        rt::json_error::<common::AccessError>(rt::statuses![401, 403, 429]),
        rt::json_error::<common::Problem>(rt::statuses![404, 5xx]),
    ],
    scopes: &["store_stored_payment_instruments_read_only"],
    ..rt::Operation::new(&super::API)
};

/// A stored payment instrument; `type` tells its kind.
#[allow(
    clippy::large_enum_variant,
    reason = "a box for every value costs more than the room"
)]
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum StoredInstrument {
    /// A stored card.
    Card(CardInstrument),
    /// A stored PayPal account.
    PayPalAccount(PayPalAccountInstrument),
    /// A stored bank account.
    BankAccount(BankAccountInstrument),
    /// A shape that this version of the crate does not know, unchanged.
    Unknown(rt::Json),
}

rt::union! {
    StoredInstrument {
        Card(CardInstrument) if tag "type" = "stored_card",
        PayPalAccount(PayPalAccountInstrument) if tag "type" = "stored_paypal_account",
        BankAccount(BankAccountInstrument) if tag "type" = "stored_bank_account",
    }
}

impl From<CardInstrument> for StoredInstrument {
    #[inline]
    fn from(value: CardInstrument) -> Self {
        Self::Card(value)
    }
}

impl From<PayPalAccountInstrument> for StoredInstrument {
    #[inline]
    fn from(value: PayPalAccountInstrument) -> Self {
        Self::PayPalAccount(value)
    }
}

impl From<BankAccountInstrument> for StoredInstrument {
    #[inline]
    fn from(value: BankAccountInstrument) -> Self {
        Self::BankAccount(value)
    }
}

/// A stored card.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CardInstrument {
    /// Identifies the instrument, for use in payment requests.
    pub token: String,
    /// Whether this is the customer's preferred instrument.
    pub is_default: bool,
    /// Brand of the card, in capital letters.
    pub brand: Option<String>,
    /// Month in which the card expires, 1 to 12.
    pub expiry_month: Option<i64>,
    /// Year in which the card expires.
    pub expiry_year: Option<i64>,
    /// First digits of the card number, which name its issuer.
    pub issuer_identification_number: Option<String>,
    /// Last four digits of the card number.
    pub last_4: Option<String>,
    /// The address to which a card's statements go.
    pub billing_address: Option<BillingAddress>,
}

rt::object! {
    CardInstrument {
        token: "token" required,
        is_default: "is_default" required,
        brand: "brand" optional,
        expiry_month: "expiry_month" optional,
        expiry_year: "expiry_year" optional,
        issuer_identification_number: "issuer_identification_number" optional,
        last_4: "last_4" optional,
        billing_address: "billing_address" optional,
        const "type" = "stored_card",
    }
}

/// A stored PayPal account.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PayPalAccountInstrument {
    /// Identifies the instrument, for use in payment requests.
    pub token: String,
    /// Whether this is the customer's preferred instrument.
    pub is_default: bool,
    /// E-mail address of the PayPal account.
    pub email: Option<String>,
}

rt::object! {
    PayPalAccountInstrument {
        token: "token" required,
        is_default: "is_default" required,
        email: "email" optional,
        const "type" = "stored_paypal_account",
    }
}

/// A stored bank account.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct BankAccountInstrument {
    /// Identifies the instrument, for use in payment requests.
    pub token: String,
    /// Whether this is the customer's preferred instrument.
    pub is_default: bool,
    /// The account number with all but a few characters hidden.
    pub masked_account_number: Option<String>,
    /// Identifies the bank that holds the account.
    pub issuer: Option<String>,
}

rt::object! {
    BankAccountInstrument {
        token: "token" required,
        is_default: "is_default" required,
        masked_account_number: "masked_account_number" optional,
        issuer: "issuer" optional,
        const "type" = "stored_bank_account",
    }
}

/// The address to which a card's statements go.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct BillingAddress {
    /// First name of the card's holder.
    pub first_name: Option<String>,
    /// Last name of the card's holder.
    pub last_name: Option<String>,
    /// E-mail address of the card's holder.
    pub email: Option<String>,
    /// Company of the card's holder.
    pub company: Option<String>,
    /// First line of the street address.
    pub address1: Option<String>,
    /// Second line of the street address.
    pub address2: Option<String>,
    /// City or town.
    pub city: Option<String>,
    /// Postal code.
    pub postal_code: Option<String>,
    /// Name of the state or province.
    pub state_or_province: Option<String>,
    /// Short code of the state or province.
    pub state_or_province_code: Option<String>,
    /// Country, as two letters of ISO 3166-1.
    pub country_code: Option<String>,
    /// Phone number.
    pub phone: Option<String>,
}

rt::object! {
    BillingAddress {
        first_name: "first_name" optional,
        last_name: "last_name" optional,
        email: "email" optional,
        company: "company" optional,
        address1: "address1" optional,
        address2: "address2" optional,
        city: "city" optional,
        postal_code: "postal_code" optional,
        state_or_province: "state_or_province" optional,
        state_or_province_code: "state_or_province_code" optional,
        country_code: "country_code" optional,
        phone: "phone" optional,
    }
}

rt::fixtures! {
    fixtures {
        /// A response of [`StoredInstruments::list`] with status 200.
        ///
        /// The customer's instruments. Empty when none is stored.
        LIST: LIST_STORED_INSTRUMENTS => 200 Vec<StoredInstrument>, r#"[
  {
    "type": "stored_card",
    "token": "5d0c1b7e9a4f4c2d8b36",
    "is_default": true,
    "brand": "MASTERCARD",
    "expiry_month": 9,
    "expiry_year": 2031,
    "issuer_identification_number": "520082",
    "last_4": "7063",
    "billing_address": {
      "first_name": "Aiko",
      "last_name": "Tanabe",
      "email": "aiko.tanabe@example.org",
      "company": "Tanabe Ceramics",
      "address1": "18 Kiln Lane",
      "address2": "",
      "city": "Portland",
      "postal_code": "97205",
      "state_or_province": "Oregon",
      "state_or_province_code": "OR",
      "country_code": "US",
      "phone": "555-0142"
    }
  },
  {
    "type": "stored_paypal_account",
    "token": "0e8f2a61c7b94d53a1f0",
    "is_default": false,
    "email": "aiko.pays@example.org"
  },
  {
    "type": "stored_bank_account",
    "token": "b1a97c40e25d4f8896d3",
    "is_default": false,
    "masked_account_number": "77XXXX04",
    "issuer": "NL207"
  }
]"#;
    }
}
