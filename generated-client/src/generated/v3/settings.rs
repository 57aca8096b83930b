// @generated from spec/v3/settings.yaml by `cargo xtask regen`: change that, not this.

//! How the store treats customers: tracking consent, privacy policy and customer groups. A channel
//! can override each setting of the store.

use super::common;
use openapi_client_runtime::rt;

/// The operations of `client.v3().settings()`, such as [`get`](Self::get).
#[derive(Clone, Copy, Debug)]
pub struct SettingsApi<'a>(pub(super) &'a rt::Core);

impl SettingsApi<'_> {
    /// Returns the customer settings of the store.
    ///
    /// Returns the settings that hold for every channel, except where a channel has a setting of its
    /// own.
    ///
    /// `GET /customers/settings`; scope `store_v2_customers_read_only`.
    ///
    /// # Returns
    ///
    /// [`SettingsResponse`]. The settings of the store.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`common::AccessError`] for 401, 403, 429; [`common::Problem`] for
    /// 404, 5xx. See [responses](super::common#responses).
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let response = client.v3().settings().get().await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn get(&self) -> GetSettings {
        GetSettings(rt::Request::new(self.0, &GET_SETTINGS))
    }

    /// Updates the customer settings of the store.
    ///
    /// Changes the settings that hold for every channel, except where a channel has a setting of its
    /// own. Returns all settings of the store.
    ///
    /// `PUT /customers/settings`; scope `store_v2_customers`.
    ///
    /// # Arguments
    ///
    /// - `body`: The settings to change.
    ///
    /// # Returns
    ///
    /// [`SettingsResponse`]. The settings after the change.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`common::AccessError`] for 401, 403, 429; [`common::Problem`] for
    /// 404, 5xx. See [responses](super::common#responses).
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::v3::settings::{
    ///     CustomerGroupSettingsUpdate, PrivacySettingsUpdate, SettingsUpdate,
    /// };
    ///
    /// let response = client
    ///     .v3()
    ///     .settings()
    ///     .update(
    ///         SettingsUpdate::new()
    ///             .privacy_settings(
    ///                 PrivacySettingsUpdate::new()
    ///                     .ask_shopper_for_tracking_consent(true)
    ///                     .policy_url("https://shop.example.org/privacy"),
    ///             )
    ///             .customer_group_settings(CustomerGroupSettingsUpdate::new().default_customer_group_id(12)),
    ///     )
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn update(&self, body: SettingsUpdate) -> UpdateSettings {
        UpdateSettings(rt::Request::new(self.0, &UPDATE_SETTINGS).json(&body))
    }

    /// Returns the customer settings of a channel.
    ///
    /// Returns what the channel sets for itself. `null` means that the channel has no value of its own
    /// and the store's value holds. Any setting can be `null`.
    ///
    /// `GET /customers/settings/channels/{channel_id}`; scope `store_v2_customers_read_only`.
    ///
    /// # Arguments
    ///
    /// - `channel_id`: Id of the channel.
    ///
    /// # Returns
    ///
    /// [`ChannelSettingsResponse`]. The settings of the channel.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`common::AccessError`] for 401, 403, 429; [`common::Problem`] for
    /// 404, 5xx. See [responses](super::common#responses).
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let response = client.v3().settings().get_for_channel(3).await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn get_for_channel(&self, channel_id: i64) -> GetForChannelSettings {
        GetForChannelSettings(
            rt::Request::new(self.0, &GET_FOR_CHANNEL_SETTINGS)
                .path("channel_id", channel_id),
        )
    }

    /// Updates the customer settings of a channel.
    ///
    /// Changes what the channel sets for itself. `null` removes the channel's own value, so that the
    /// store's value holds again; the channel has to allow global logins for that. Returns all settings
    /// of the channel.
    ///
    /// `PUT /customers/settings/channels/{channel_id}`; scope `store_v2_customers`.
    ///
    /// # Arguments
    ///
    /// - `channel_id`: Id of the channel.
    /// - `body`: The settings to change.
    ///
    /// # Returns
    ///
    /// [`ChannelSettingsResponse`]. The settings after the change.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`common::AccessError`] for 401, 403, 429; [`common::Problem`] for
    /// 404, 5xx. See [responses](super::common#responses).
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::v3::settings::{
    ///     ChannelCustomerGroupSettingsUpdate, ChannelPrivacySettingsUpdate,
    ///     ChannelSettingsUpdate,
    /// };
    ///
    /// let response = client
    ///     .v3()
    ///     .settings()
    ///     .update_for_channel(
    ///         3,
    ///         ChannelSettingsUpdate::new()
    ///             .privacy_settings(
    ///                 ChannelPrivacySettingsUpdate::new()
    ///                     .ask_shopper_for_tracking_consent(None)
    ///                     .policy_url("https://outlet.example.org/privacy"),
    ///             )
    ///             .customer_group_settings(ChannelCustomerGroupSettingsUpdate::new().default_customer_group_id(15))
    ///             .allow_global_logins(true),
    ///     )
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn update_for_channel(
        &self,
        channel_id: i64,
        body: ChannelSettingsUpdate,
    ) -> UpdateForChannelSettings {
        UpdateForChannelSettings(
            rt::Request::new(self.0, &UPDATE_FOR_CHANNEL_SETTINGS)
                .path("channel_id", channel_id)
                .json(&body),
        )
    }
}

/// A request of [`SettingsApi::get`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetSettings(rt::Request);

impl GetSettings {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<SettingsResponse>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for GetSettings {
    type Output = Result<rt::Response<SettingsResponse>, rt::Error>;
    type IntoFuture = rt::CallFuture<SettingsResponse>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::json())
    }
}

static GET_SETTINGS: rt::Operation = rt::Operation {
    id: "getCustomersSettings",
    name: "v3.settings.get",
    method: rt::Method::Get,
    path: "/customers/settings",
    errors: &[
        rt::json_error::<common::AccessError>(rt::statuses![401, 403, 429]),
        rt::json_error::<common::Problem>(rt::statuses![404, 5xx]),
    ],
    scopes: &["store_v2_customers_read_only"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`SettingsApi::update`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct UpdateSettings(rt::Request);

impl UpdateSettings {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<SettingsResponse>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for UpdateSettings {
    type Output = Result<rt::Response<SettingsResponse>, rt::Error>;
    type IntoFuture = rt::CallFuture<SettingsResponse>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::json())
    }
}

static UPDATE_SETTINGS: rt::Operation = rt::Operation {
    id: "updateCustomersSettings",
    name: "v3.settings.update",
    method: rt::Method::Put,
    path: "/customers/settings",
    errors: &[
        rt::json_error::<common::AccessError>(rt::statuses![401, 403, 429]),
        rt::json_error::<common::Problem>(rt::statuses![404, 5xx]),
    ],
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`SettingsApi::get_for_channel`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetForChannelSettings(rt::Request);

impl GetForChannelSettings {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<ChannelSettingsResponse>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for GetForChannelSettings {
    type Output = Result<rt::Response<ChannelSettingsResponse>, rt::Error>;
    type IntoFuture = rt::CallFuture<ChannelSettingsResponse>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::json())
    }
}

static GET_FOR_CHANNEL_SETTINGS: rt::Operation = rt::Operation {
    id: "getCustomersSettingsChannel",
    name: "v3.settings.get_for_channel",
    method: rt::Method::Get,
    path: "/customers/settings/channels/{channel_id}",
    errors: &[
        rt::json_error::<common::AccessError>(rt::statuses![401, 403, 429]),
        rt::json_error::<common::Problem>(rt::statuses![404, 5xx]),
    ],
    scopes: &["store_v2_customers_read_only"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`SettingsApi::update_for_channel`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct UpdateForChannelSettings(rt::Request);

impl UpdateForChannelSettings {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<ChannelSettingsResponse>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for UpdateForChannelSettings {
    type Output = Result<rt::Response<ChannelSettingsResponse>, rt::Error>;
    type IntoFuture = rt::CallFuture<ChannelSettingsResponse>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::json())
    }
}

static UPDATE_FOR_CHANNEL_SETTINGS: rt::Operation = rt::Operation {
    id: "updateCustomersSettingsChannel",
    name: "v3.settings.update_for_channel",
    method: rt::Method::Put,
    path: "/customers/settings/channels/{channel_id}",
    errors: &[
        rt::json_error::<common::AccessError>(rt::statuses![401, 403, 429]),
        rt::json_error::<common::Problem>(rt::statuses![404, 5xx]),
    ],
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// The customer settings of the store. Sources disagree on the form, so both are accepted: under
/// `data`, as everywhere else in this version, or bare.
#[allow(
    clippy::large_enum_variant,
    reason = "a box for every value costs more than the room"
)]
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum SettingsResponse {
    /// The customer settings of the store, under `data`.
    SettingsEnvelope(SettingsEnvelope),
    /// The customer settings of the store.
    Settings(Settings),
    /// A shape that this version of the crate does not know, unchanged.
    Unknown(rt::Json),
}

rt::union! {
    SettingsResponse {
        SettingsEnvelope(SettingsEnvelope) if key "data",
        Settings(Settings) if key "privacy_settings",
    }
}

impl From<SettingsEnvelope> for SettingsResponse {
    #[inline]
    fn from(value: SettingsEnvelope) -> Self {
        Self::SettingsEnvelope(value)
    }
}

impl From<Settings> for SettingsResponse {
    #[inline]
    fn from(value: Settings) -> Self {
        Self::Settings(value)
    }
}

/// The customer settings of the store, under `data`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SettingsEnvelope {
    /// The customer settings of the store.
    pub data: Settings,
    /// Metadata without a fixed shape, usually empty.
    pub meta: Option<rt::Map<rt::Json>>,
}

rt::object! {
    SettingsEnvelope {
        data: "data" required,
        meta: "meta" optional,
    }
}

/// The customer settings of the store.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Settings {
    /// What the storefront asks and tells shoppers about their privacy.
    pub privacy_settings: PrivacySettings,
    /// The customer groups that the store puts shoppers into.
    pub customer_group_settings: CustomerGroupSettings,
}

rt::object! {
    Settings {
        privacy_settings: "privacy_settings" required,
        customer_group_settings: "customer_group_settings" required,
    }
}

/// What the storefront asks and tells shoppers about their privacy.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PrivacySettings {
    /// Whether shoppers are asked before they are tracked.
    pub ask_shopper_for_tracking_consent: bool,
    /// Address of the privacy policy. Empty when there is none.
    pub policy_url: String,
    /// Whether shoppers are asked again at checkout.
    pub ask_shopper_for_tracking_consent_on_checkout: Option<bool>,
}

rt::object! {
    PrivacySettings {
        ask_shopper_for_tracking_consent: "ask_shopper_for_tracking_consent" required,
        policy_url: "policy_url" required,
        ask_shopper_for_tracking_consent_on_checkout: "ask_shopper_for_tracking_consent_on_checkout" optional,
    }
}

/// The customer groups that the store puts shoppers into.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CustomerGroupSettings {
    /// Group of shoppers without an account; 0 is none.
    pub guest_customer_group_id: i64,
    /// Group of new customers; 0 is none.
    pub default_customer_group_id: i64,
}

rt::object! {
    CustomerGroupSettings {
        guest_customer_group_id: "guest_customer_group_id" required,
        default_customer_group_id: "default_customer_group_id" required,
    }
}

/// Changes to the customer settings of the store.
#[derive(Clone, Default, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct SettingsUpdate {
    /// Changes to what the storefront asks and tells shoppers about their privacy.
    pub privacy_settings: Option<PrivacySettingsUpdate>,
    /// Changes to the customer groups that the store puts shoppers into.
    pub customer_group_settings: Option<CustomerGroupSettingsUpdate>,
}

impl SettingsUpdate {
    /// Creates an empty [`SettingsUpdate`].
    #[inline]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`privacy_settings`](field@Self::privacy_settings).
    #[inline]
    pub fn privacy_settings(mut self, privacy_settings: PrivacySettingsUpdate) -> Self {
        self.privacy_settings = Some(privacy_settings);
        self
    }

    /// Sets [`customer_group_settings`](field@Self::customer_group_settings).
    #[inline]
    pub fn customer_group_settings(
        mut self,
        customer_group_settings: CustomerGroupSettingsUpdate,
    ) -> Self {
        self.customer_group_settings = Some(customer_group_settings);
        self
    }
}

rt::object! {
    SettingsUpdate {
        privacy_settings: "privacy_settings" optional,
        customer_group_settings: "customer_group_settings" optional,
    }
}

/// Changes to what the storefront asks and tells shoppers about their privacy.
#[derive(Clone, Default, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct PrivacySettingsUpdate {
    /// Whether to ask shoppers before they are tracked.
    pub ask_shopper_for_tracking_consent: Option<bool>,
    /// Address of the privacy policy.
    pub policy_url: Option<String>,
    /// Whether to ask shoppers again at checkout.
    pub ask_shopper_for_tracking_consent_on_checkout: Option<bool>,
}

impl PrivacySettingsUpdate {
    /// Creates an empty [`PrivacySettingsUpdate`].
    #[inline]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`ask_shopper_for_tracking_consent`](field@Self::ask_shopper_for_tracking_consent).
    #[inline]
    pub fn ask_shopper_for_tracking_consent(
        mut self,
        ask_shopper_for_tracking_consent: bool,
    ) -> Self {
        self.ask_shopper_for_tracking_consent = Some(ask_shopper_for_tracking_consent);
        self
    }

    /// Sets [`policy_url`](field@Self::policy_url).
    pub fn policy_url(mut self, policy_url: impl Into<String>) -> Self {
        self.policy_url = Some(policy_url.into());
        self
    }

    /// Sets [`ask_shopper_for_tracking_consent_on_checkout`](field@Self::ask_shopper_for_tracking_consent_on_checkout).
    #[inline]
    pub fn ask_shopper_for_tracking_consent_on_checkout(
        mut self,
        ask_shopper_for_tracking_consent_on_checkout: bool,
    ) -> Self {
        self.ask_shopper_for_tracking_consent_on_checkout = Some(
            ask_shopper_for_tracking_consent_on_checkout,
        );
        self
    }
}

impl From<&PrivacySettings> for PrivacySettingsUpdate {
    #[inline]
    fn from(source: &PrivacySettings) -> Self {
        Self {
            ask_shopper_for_tracking_consent: Some(
                source.ask_shopper_for_tracking_consent,
            ),
            policy_url: Some(source.policy_url.clone()),
            ask_shopper_for_tracking_consent_on_checkout: source
                .ask_shopper_for_tracking_consent_on_checkout,
        }
    }
}

rt::object! {
    PrivacySettingsUpdate {
        ask_shopper_for_tracking_consent: "ask_shopper_for_tracking_consent" optional,
        policy_url: "policy_url" optional,
        ask_shopper_for_tracking_consent_on_checkout: "ask_shopper_for_tracking_consent_on_checkout" optional,
    }
}

/// Changes to the customer groups that the store puts shoppers into.
#[derive(Clone, Default, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct CustomerGroupSettingsUpdate {
    /// Group of shoppers without an account; 0 for none.
    pub guest_customer_group_id: Option<i64>,
    /// Group of new customers; 0 for none.
    pub default_customer_group_id: Option<i64>,
}

impl CustomerGroupSettingsUpdate {
    /// Creates an empty [`CustomerGroupSettingsUpdate`].
    #[inline]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`guest_customer_group_id`](field@Self::guest_customer_group_id).
    #[inline]
    pub fn guest_customer_group_id(mut self, guest_customer_group_id: i64) -> Self {
        self.guest_customer_group_id = Some(guest_customer_group_id);
        self
    }

    /// Sets [`default_customer_group_id`](field@Self::default_customer_group_id).
    #[inline]
    pub fn default_customer_group_id(mut self, default_customer_group_id: i64) -> Self {
        self.default_customer_group_id = Some(default_customer_group_id);
        self
    }
}

impl From<&CustomerGroupSettings> for CustomerGroupSettingsUpdate {
    #[inline]
    fn from(source: &CustomerGroupSettings) -> Self {
        Self {
            guest_customer_group_id: Some(source.guest_customer_group_id),
            default_customer_group_id: Some(source.default_customer_group_id),
        }
    }
}

rt::object! {
    CustomerGroupSettingsUpdate {
        guest_customer_group_id: "guest_customer_group_id" optional,
        default_customer_group_id: "default_customer_group_id" optional,
    }
}

/// The customer settings of a channel. Sources disagree on the form, so both are accepted: under
/// `data`, as everywhere else in this version, or bare.
#[allow(
    clippy::large_enum_variant,
    reason = "a box for every value costs more than the room"
)]
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum ChannelSettingsResponse {
    /// The customer settings of a channel, under `data`.
    ChannelSettingsEnvelope(ChannelSettingsEnvelope),
    /// The customer settings of a channel. `null` stands for the store's value.
    ChannelSettings(ChannelSettings),
    /// A shape that this version of the crate does not know, unchanged.
    Unknown(rt::Json),
}

rt::union! {
    ChannelSettingsResponse {
        ChannelSettingsEnvelope(ChannelSettingsEnvelope) if key "data",
        ChannelSettings(ChannelSettings) if key "privacy_settings",
    }
}

impl From<ChannelSettingsEnvelope> for ChannelSettingsResponse {
    #[inline]
    fn from(value: ChannelSettingsEnvelope) -> Self {
        Self::ChannelSettingsEnvelope(value)
    }
}

impl From<ChannelSettings> for ChannelSettingsResponse {
    #[inline]
    fn from(value: ChannelSettings) -> Self {
        Self::ChannelSettings(value)
    }
}

/// The customer settings of a channel, under `data`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ChannelSettingsEnvelope {
    /// The customer settings of a channel. `null` stands for the store's value.
    pub data: ChannelSettings,
    /// Metadata without a fixed shape, usually empty.
    pub meta: Option<rt::Map<rt::Json>>,
}

rt::object! {
    ChannelSettingsEnvelope {
        data: "data" required,
        meta: "meta" optional,
    }
}

/// The customer settings of a channel. `null` stands for the store's value.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ChannelSettings {
    /// A channel's own privacy settings. `null` stands for the store's value.
    pub privacy_settings: ChannelPrivacySettings,
    /// A channel's own customer groups. `null` stands for the store's value.
    pub customer_group_settings: ChannelCustomerGroupSettings,
    /// Whether customers with global access can sign in on this channel, and whether customers who
    /// register on it get global access.
    pub allow_global_logins: rt::Nullable<bool>,
}

rt::object! {
    ChannelSettings {
        privacy_settings: "privacy_settings" required,
        customer_group_settings: "customer_group_settings" required,
        allow_global_logins: "allow_global_logins" optional,
    }
}

/// A channel's own privacy settings. `null` stands for the store's value.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ChannelPrivacySettings {
    /// Whether shoppers are asked before they are tracked.
    pub ask_shopper_for_tracking_consent: rt::Nullable<bool>,
    /// Address of the privacy policy.
    pub policy_url: rt::Nullable<String>,
    /// Whether shoppers are asked again at checkout.
    pub ask_shopper_for_tracking_consent_on_checkout: rt::Nullable<bool>,
}

rt::object! {
    ChannelPrivacySettings {
        ask_shopper_for_tracking_consent: "ask_shopper_for_tracking_consent" optional,
        policy_url: "policy_url" optional,
        ask_shopper_for_tracking_consent_on_checkout: "ask_shopper_for_tracking_consent_on_checkout" optional,
    }
}

/// A channel's own customer groups. `null` stands for the store's value.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ChannelCustomerGroupSettings {
    /// Group of shoppers without an account; 0 is none.
    pub guest_customer_group_id: rt::Nullable<i64>,
    /// Group of new customers; 0 is none.
    pub default_customer_group_id: rt::Nullable<i64>,
}

rt::object! {
    ChannelCustomerGroupSettings {
        guest_customer_group_id: "guest_customer_group_id" optional,
        default_customer_group_id: "default_customer_group_id" optional,
    }
}

/// Changes to the customer settings of a channel. `null` goes back to the store's value.
#[derive(Clone, Default, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct ChannelSettingsUpdate {
    /// Changes to a channel's own privacy settings. `null` goes back to the store's value.
    pub privacy_settings: Option<ChannelPrivacySettingsUpdate>,
    /// Changes to a channel's own customer groups. `null` goes back to the store's value.
    pub customer_group_settings: Option<ChannelCustomerGroupSettingsUpdate>,
    /// Whether customers with global access can sign in on this channel, and whether customers who
    /// register on it get global access.
    pub allow_global_logins: rt::Nullable<bool>,
}

impl ChannelSettingsUpdate {
    /// Creates an empty [`ChannelSettingsUpdate`].
    #[inline]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`privacy_settings`](field@Self::privacy_settings).
    #[inline]
    pub fn privacy_settings(
        mut self,
        privacy_settings: ChannelPrivacySettingsUpdate,
    ) -> Self {
        self.privacy_settings = Some(privacy_settings);
        self
    }

    /// Sets [`customer_group_settings`](field@Self::customer_group_settings).
    #[inline]
    pub fn customer_group_settings(
        mut self,
        customer_group_settings: ChannelCustomerGroupSettingsUpdate,
    ) -> Self {
        self.customer_group_settings = Some(customer_group_settings);
        self
    }

    /// Sets [`allow_global_logins`](field@Self::allow_global_logins).
    pub fn allow_global_logins(
        mut self,
        allow_global_logins: impl Into<rt::Nullable<bool>>,
    ) -> Self {
        self.allow_global_logins = allow_global_logins.into();
        self
    }
}

rt::object! {
    ChannelSettingsUpdate {
        privacy_settings: "privacy_settings" optional,
        customer_group_settings: "customer_group_settings" optional,
        allow_global_logins: "allow_global_logins" optional,
    }
}

/// Changes to a channel's own privacy settings. `null` goes back to the store's value.
#[derive(Clone, Default, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct ChannelPrivacySettingsUpdate {
    /// Whether to ask shoppers before they are tracked.
    pub ask_shopper_for_tracking_consent: rt::Nullable<bool>,
    /// Address of the privacy policy.
    pub policy_url: rt::Nullable<String>,
    /// Whether to ask shoppers again at checkout.
    pub ask_shopper_for_tracking_consent_on_checkout: rt::Nullable<bool>,
}

impl ChannelPrivacySettingsUpdate {
    /// Creates an empty [`ChannelPrivacySettingsUpdate`].
    #[inline]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`ask_shopper_for_tracking_consent`](field@Self::ask_shopper_for_tracking_consent).
    pub fn ask_shopper_for_tracking_consent(
        mut self,
        ask_shopper_for_tracking_consent: impl Into<rt::Nullable<bool>>,
    ) -> Self {
        self.ask_shopper_for_tracking_consent = ask_shopper_for_tracking_consent.into();
        self
    }

    /// Sets [`policy_url`](field@Self::policy_url).
    pub fn policy_url(mut self, policy_url: impl Into<rt::Nullable<String>>) -> Self {
        self.policy_url = policy_url.into();
        self
    }

    /// Sets [`ask_shopper_for_tracking_consent_on_checkout`](field@Self::ask_shopper_for_tracking_consent_on_checkout).
    pub fn ask_shopper_for_tracking_consent_on_checkout(
        mut self,
        ask_shopper_for_tracking_consent_on_checkout: impl Into<rt::Nullable<bool>>,
    ) -> Self {
        self.ask_shopper_for_tracking_consent_on_checkout = ask_shopper_for_tracking_consent_on_checkout
            .into();
        self
    }
}

impl From<&ChannelPrivacySettings> for ChannelPrivacySettingsUpdate {
    #[inline]
    fn from(source: &ChannelPrivacySettings) -> Self {
        Self {
            ask_shopper_for_tracking_consent: source
                .ask_shopper_for_tracking_consent
                .clone(),
            policy_url: source.policy_url.clone(),
            ask_shopper_for_tracking_consent_on_checkout: source
                .ask_shopper_for_tracking_consent_on_checkout
                .clone(),
        }
    }
}

rt::object! {
    ChannelPrivacySettingsUpdate {
        ask_shopper_for_tracking_consent: "ask_shopper_for_tracking_consent" optional,
        policy_url: "policy_url" optional,
        ask_shopper_for_tracking_consent_on_checkout: "ask_shopper_for_tracking_consent_on_checkout" optional,
    }
}

/// Changes to a channel's own customer groups. `null` goes back to the store's value.
#[derive(Clone, Default, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct ChannelCustomerGroupSettingsUpdate {
    /// Group of shoppers without an account; 0 for none.
    pub guest_customer_group_id: rt::Nullable<i64>,
    /// Group of new customers; 0 for none.
    pub default_customer_group_id: rt::Nullable<i64>,
}

impl ChannelCustomerGroupSettingsUpdate {
    /// Creates an empty [`ChannelCustomerGroupSettingsUpdate`].
    #[inline]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`guest_customer_group_id`](field@Self::guest_customer_group_id).
    pub fn guest_customer_group_id(
        mut self,
        guest_customer_group_id: impl Into<rt::Nullable<i64>>,
    ) -> Self {
        self.guest_customer_group_id = guest_customer_group_id.into();
        self
    }

    /// Sets [`default_customer_group_id`](field@Self::default_customer_group_id).
    pub fn default_customer_group_id(
        mut self,
        default_customer_group_id: impl Into<rt::Nullable<i64>>,
    ) -> Self {
        self.default_customer_group_id = default_customer_group_id.into();
        self
    }
}

impl From<&ChannelCustomerGroupSettings> for ChannelCustomerGroupSettingsUpdate {
    #[inline]
    fn from(source: &ChannelCustomerGroupSettings) -> Self {
        Self {
            guest_customer_group_id: source.guest_customer_group_id.clone(),
            default_customer_group_id: source.default_customer_group_id.clone(),
        }
    }
}

rt::object! {
    ChannelCustomerGroupSettingsUpdate {
        guest_customer_group_id: "guest_customer_group_id" optional,
        default_customer_group_id: "default_customer_group_id" optional,
    }
}

rt::fixtures! {
    fixtures {
        /// A response of [`SettingsApi::get`] with status 200.
        ///
        /// The settings of the store.
        GET: GET_SETTINGS => 200 SettingsResponse, r#"{
  "data": {
    "privacy_settings": {
      "ask_shopper_for_tracking_consent": true,
      "policy_url": "https://shop.example.org/privacy",
      "ask_shopper_for_tracking_consent_on_checkout": false
    },
    "customer_group_settings": {
      "guest_customer_group_id": 0,
      "default_customer_group_id": 12
    }
  },
  "meta": {}
}"#;
        /// A response of [`SettingsApi::update`] with status 200.
        ///
        /// The settings after the change.
        UPDATE: UPDATE_SETTINGS => 200 SettingsResponse, r#"{
  "data": {
    "privacy_settings": {
      "ask_shopper_for_tracking_consent": true,
      "policy_url": "https://shop.example.org/privacy",
      "ask_shopper_for_tracking_consent_on_checkout": false
    },
    "customer_group_settings": {
      "guest_customer_group_id": 0,
      "default_customer_group_id": 12
    }
  },
  "meta": {}
}"#;
        /// A response of [`SettingsApi::get_for_channel`] with status 200.
        ///
        /// The settings of the channel.
        GET_FOR_CHANNEL: GET_FOR_CHANNEL_SETTINGS => 200 ChannelSettingsResponse, r#"{
  "data": {
    "privacy_settings": {
      "ask_shopper_for_tracking_consent": null,
      "policy_url": "https://outlet.example.org/privacy",
      "ask_shopper_for_tracking_consent_on_checkout": null
    },
    "customer_group_settings": {
      "guest_customer_group_id": null,
      "default_customer_group_id": 15
    },
    "allow_global_logins": true
  },
  "meta": {}
}"#;
        /// A response of [`SettingsApi::update_for_channel`] with status 200.
        ///
        /// The settings after the change.
        UPDATE_FOR_CHANNEL: UPDATE_FOR_CHANNEL_SETTINGS => 200 ChannelSettingsResponse, r#"{
  "data": {
    "privacy_settings": {
      "ask_shopper_for_tracking_consent": null,
      "policy_url": "https://outlet.example.org/privacy",
      "ask_shopper_for_tracking_consent_on_checkout": null
    },
    "customer_group_settings": {
      "guest_customer_group_id": null,
      "default_customer_group_id": 15
    },
    "allow_global_logins": true
  },
  "meta": {}
}"#;
    }
}
