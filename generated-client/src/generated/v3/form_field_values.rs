// @generated from spec/v3/form_field_values.yaml by `cargo xtask regen`: change that, not this.

//! What customers entered into the custom fields of the signup form and of the address form. The
//! fields themselves are set up in the store's control panel.

use super::common;
use openapi_client_runtime::rt;

/// The operations of `client.v3().form_field_values()`, such as [`list`](Self::list).
#[derive(Clone, Copy, Debug)]
pub struct FormFieldValues<'a>(pub(super) &'a rt::Core);

impl FormFieldValues<'_> {
    /// Lists form field values of customers and addresses.
    ///
    /// Gives the values that satisfy all filters, a page at a time. Values of customers and values of
    /// addresses come in one list: an entry names either the customer or the address that it belongs
    /// to.
    ///
    /// `GET /customers/form-field-values`; scope `store_v2_customers_read_only`; pages by cursor or
    /// number.
    ///
    /// Awaiting it returns one page; [`stream`](ListFormFieldValues::stream) returns the items of all
    /// pages, [`pages`](ListFormFieldValues::pages) the pages themselves.
    ///
    /// # Returns
    ///
    /// [`FormFieldValuePage`]. One page of form field values.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`common::Problem`] for 404, 422, 5xx; [`common::AccessError`] for
    /// 401, 403, 429. See [responses](super::common#responses).
    ///
    /// - 422: A filter is unknown, or its value cannot be used. The `errors` map is often empty.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// let page = client.v3().form_field_values().list().await?;
    ///
    /// let mut all = client.v3().form_field_values().list().stream();
    /// while let Some(item) = all.try_next().await? {
    ///     println!("{item:?}");
    /// }
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn list(&self) -> ListFormFieldValues {
        ListFormFieldValues(rt::Request::new(self.0, &LIST_FORM_FIELD_VALUES))
    }

    /// Sets form field values of customers and addresses.
    ///
    /// Sets the values of custom form fields, for customers and addresses alike. An entry names either
    /// the customer or the address that it belongs to.
    ///
    /// The API has retired this operation: set `form_fields` where a customer or an address is changed.
    ///
    /// `PUT /customers/form-field-values`; scope `store_v2_customers`; at most 10 calls at a time.
    ///
    /// See [BigCommerce's reference](<https://docs.bigcommerce.com/developer/api-reference/rest/admin/management/customers/v3/form-field-values/update-customer-form-field-values>).
    ///
    /// [`upsert_batches`](Self::upsert_batches) takes any number of items.
    ///
    /// # Arguments
    ///
    /// - `body`: The values to set.
    ///
    /// # Returns
    ///
    /// [`FormFieldValueBatch`]. The values, as they are now.
    ///
    /// # Errors
    ///
    /// [`api`](rt::Error::api) is [`common::Problem`] for 404, 422, 5xx; [`common::AccessError`] for
    /// 401, 403, 429. See [responses](super::common#responses).
    ///
    /// - 422: An entry is not valid. The keys tell which entry and field.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::Number;
    /// use generated_client::v3::common::FieldValue;
    /// use generated_client::v3::form_field_values::{
    ///     AddressFormFieldValueInput, AddressFormFieldValueInputRequired,
    ///     CustomerFormFieldValueInput, CustomerFormFieldValueInputRequired, FormFieldValueInput,
    /// };
    ///
    /// let response = client
    ///     .v3()
    ///     .form_field_values()
    ///     .upsert([
    ///         FormFieldValueInput::from(CustomerFormFieldValueInput::new(CustomerFormFieldValueInputRequired {
    ///             customer_id: 4107,
    ///             name: "Favourite glaze",
    ///             value: "celadon".into(),
    ///         })),
    ///         FormFieldValueInput::from(AddressFormFieldValueInput::new(AddressFormFieldValueInputRequired {
    ///             address_id: 5230,
    ///             name: "Floor",
    ///             value: FieldValue::from(Number::from(3)),
    ///         })),
    ///     ])
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[deprecated(
        note = "use `v3::customers::Customers::update` or `v3::addresses::Addresses::update` instead"
    )]
    pub fn upsert(
        &self,
        body: impl IntoIterator<Item = impl Into<FormFieldValueInput>>,
    ) -> UpsertFormFieldValues {
        UpsertFormFieldValues(
            rt::Request::new(self.0, &UPSERT_FORM_FIELD_VALUES)
                .json_list_within(
                    body.into_iter().map(Into::<FormFieldValueInput>::into),
                    rt::Limits::NONE.items(1, None),
                ),
        )
    }

    /// Sends any number of items with [`upsert`](Self::upsert), in as many calls as needed.
    ///
    /// Takes an iterator or a stream, and returns a stream of one outcome per item: 10 items per call,
    /// as the document states no limit; at most 10 calls at a time.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client, items: Vec<generated_client::v3::form_field_values::FormFieldValueInput>) {
    /// let mut outcomes = client.v3().form_field_values().upsert_batches(items);
    /// while let Some(outcome) = outcomes.next().await {
    ///     let Some(error) = outcome.error() else { continue };
    ///     println!("item {}: {error}", outcome.index);
    /// }
    /// # }
    /// ```
    #[deprecated(
        note = "use `v3::customers::Customers::update` or `v3::addresses::Addresses::update` instead"
    )]
    pub fn upsert_batches<M>(
        &self,
        body: impl rt::IntoItems<FormFieldValueInput, M>,
    ) -> rt::Batches<FormFieldValueInput, FormFieldValueBatch> {
        let request = rt::Request::new(self.0, &UPSERT_FORM_FIELD_VALUES);
        rt::Batches::new(request, body, rt::Decoder::list())
            .within(rt::Limits::NONE.items(1, None))
    }
}

/// A request of [`FormFieldValues::list`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListFormFieldValues(rt::Request);

impl ListFormFieldValues {
    /// Number of the page, counted from 1. A page past the end answers with an empty list. Where
    /// cursors are offered too, the number is ignored as soon as a cursor is given.
    ///
    /// When sent: from 1.
    #[inline]
    pub fn page(mut self, page: i64) -> Self {
        self.0.set_query(rt::Param::new("page").range(Some(1), None), page);
        self
    }

    /// Most items that one page may hold. 50 if left out; stores hand out 250 at most.
    ///
    /// When sent: from 1.
    #[inline]
    pub fn limit(mut self, limit: i64) -> Self {
        self.0.set_query(rt::Param::new("limit").range(Some(1), None), limit);
        self
    }

    /// Asks for the page that ends just before this cursor. Give it the `start_cursor` of a page to
    /// read the page in front of that one.
    pub fn before(mut self, before: impl Into<String>) -> Self {
        self.0.set_query::<String>("before", before.into());
        self
    }

    /// Asks for the page that starts just after this cursor. Give it the `end_cursor` of a page to read
    /// the page that follows.
    pub fn after(mut self, after: impl Into<String>) -> Self {
        self.0.set_query::<String>("after", after.into());
        self
    }

    /// Keeps the values of this customer.
    #[inline]
    pub fn customer_id(mut self, customer_id: i64) -> Self {
        self.0.set_query("customer_id", customer_id);
        self
    }

    /// Keeps the values of this address.
    #[inline]
    pub fn address_id(mut self, address_id: i64) -> Self {
        self.0.set_query("address_id", address_id);
        self
    }

    /// Keeps the values of the field with this name.
    pub fn field_name(mut self, field_name: impl Into<String>) -> Self {
        self.0.set_query::<String>("field_name", field_name.into());
        self
    }

    /// Keeps the values of fields of this type.
    #[inline]
    pub fn field_type(mut self, field_type: FieldType) -> Self {
        self.0.set_query("field_type", field_type);
        self
    }

    /// Returns a stream of the pages of the whole list.
    #[inline]
    pub fn pages(self) -> rt::Pages<FormFieldValuePage> {
        rt::Pages::new(self.0, rt::Decoder::list())
    }

    /// Returns a stream of the items of all pages.
    #[inline]
    pub fn stream(self) -> rt::Items<FormFieldValuePage> {
        rt::Items::new(self.0, rt::Decoder::list())
    }

    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<FormFieldValuePage>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for ListFormFieldValues {
    type Output = Result<rt::Response<FormFieldValuePage>, rt::Error>;
    type IntoFuture = rt::CallFuture<FormFieldValuePage>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::of_pages(self.0, rt::Decoder::list())
    }
}

static LIST_FORM_FIELD_VALUES: rt::Operation = rt::Operation {
    id: "getCustomersFormFieldValues",
    name: "v3.form_field_values.list",
    method: rt::Method::Get,
    path: "/customers/form-field-values",
    errors: &[
        rt::json_error::<common::Problem>(rt::statuses![404, 422, 5xx]),
        rt::json_error::<common::AccessError>(rt::statuses![401, 403, 429]),
    ],
    paging: Some(rt::Paging::Cursor),
    scopes: &["store_v2_customers_read_only"],
    ..rt::Operation::new(&super::API)
};

/// A request of [`FormFieldValues::upsert`]; `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct UpsertFormFieldValues(rt::Request);

impl UpsertFormFieldValues {
    /// Sets options for this call, which override those of the client.
    #[inline]
    pub fn with(mut self, options: rt::CallOptions) -> Self {
        self.0.set_options(options);
        self
    }

    /// Sends the call and blocks until it is done; see [`CallFuture::wait`](rt::CallFuture::wait).
    #[cfg(feature = "blocking")]
    #[inline]
    pub fn wait(self) -> Result<rt::Response<FormFieldValueBatch>, rt::Error> {
        self.into_future().wait()
    }
}

impl IntoFuture for UpsertFormFieldValues {
    type Output = Result<rt::Response<FormFieldValueBatch>, rt::Error>;
    type IntoFuture = rt::CallFuture<FormFieldValueBatch>;
    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        rt::CallFuture::new(self.0, rt::Decoder::list())
    }
}

static UPSERT_FORM_FIELD_VALUES: rt::Operation = rt::Operation {
    id: "updateCustomerFormFieldValues",
    name: "v3.form_field_values.upsert",
    method: rt::Method::Put,
    path: "/customers/form-field-values",
    errors: &[
        rt::json_error::<common::Problem>(rt::statuses![404, 422, 5xx]),
        rt::json_error::<common::AccessError>(rt::statuses![401, 403, 429]),
    ],
    concurrency: Some(10u32),
    batch_key: &["customer_id", "address_id", "name"],
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// What was entered into one custom field. An entry with `customer_id` belongs to the signup form
/// of that customer, one with `address_id` to the form of that address.
#[allow(
    clippy::large_enum_variant,
    reason = "a box for every value costs more than the room"
)]
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum FormFieldEntry {
    /// What a customer entered into one custom field of the signup form.
    Customer(CustomerFormFieldValue),
    /// What a customer entered into one custom field of the address form.
    Address(AddressFormFieldValue),
    /// A shape that this version of the crate does not know, unchanged.
    Unknown(rt::Json),
}

rt::union! {
    FormFieldEntry {
        Customer(CustomerFormFieldValue) if key "customer_id",
        Address(AddressFormFieldValue) if key "address_id",
    }
}

impl From<CustomerFormFieldValue> for FormFieldEntry {
    #[inline]
    fn from(value: CustomerFormFieldValue) -> Self {
        Self::Customer(value)
    }
}

impl From<AddressFormFieldValue> for FormFieldEntry {
    #[inline]
    fn from(value: AddressFormFieldValue) -> Self {
        Self::Address(value)
    }
}

/// What a customer entered into one custom field of the signup form.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CustomerFormFieldValue {
    /// Number of the customer.
    pub customer_id: i64,
    /// Name of the field.
    pub name: String,
    /// Value of a custom form field. A text for most fields, a number for numeric ones, and a list of
    /// texts where several choices can be ticked.
    pub value: common::FieldValue,
}

rt::object! {
    CustomerFormFieldValue {
        customer_id: "customer_id" required,
        name: "name" required,
        value: "value" required,
    }
}

/// What a customer entered into one custom field of the address form.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AddressFormFieldValue {
    /// Number of the address.
    pub address_id: i64,
    /// Name of the field.
    pub name: String,
    /// Value of a custom form field. A text for most fields, a number for numeric ones, and a list of
    /// texts where several choices can be ticked.
    pub value: common::FieldValue,
}

rt::object! {
    AddressFormFieldValue {
        address_id: "address_id" required,
        name: "name" required,
        value: "value" required,
    }
}

/// A value to set, either for a customer, who is named by `customer_id`, or for an address, by
/// `address_id`.
#[allow(
    clippy::large_enum_variant,
    reason = "a box for every value costs more than the room"
)]
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum FormFieldValueInput {
    /// The value that a customer shall have for one custom field of the signup form.
    Customer(CustomerFormFieldValueInput),
    /// The value that an address shall have for one custom field of the address form.
    Address(AddressFormFieldValueInput),
    /// A shape that this version of the crate does not know, unchanged.
    Unknown(rt::Json),
}

rt::union! {
    FormFieldValueInput {
        Customer(CustomerFormFieldValueInput) if key "customer_id",
        Address(AddressFormFieldValueInput) if key "address_id",
    }
}

impl From<CustomerFormFieldValueInput> for FormFieldValueInput {
    #[inline]
    fn from(value: CustomerFormFieldValueInput) -> Self {
        Self::Customer(value)
    }
}

impl From<AddressFormFieldValueInput> for FormFieldValueInput {
    #[inline]
    fn from(value: AddressFormFieldValueInput) -> Self {
        Self::Address(value)
    }
}

/// The value that a customer shall have for one custom field of the signup form.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct CustomerFormFieldValueInput {
    /// Number of the customer.
    pub customer_id: i64,
    /// Name of the field.
    pub name: String,
    /// Value of a custom form field. A text for most fields, a number for numeric ones, and a list of
    /// texts where several choices can be ticked.
    pub value: common::FieldValue,
}

/// The required fields of [`CustomerFormFieldValueInput`], as [`CustomerFormFieldValueInput::new`] takes them.
#[allow(missing_docs)]
pub struct CustomerFormFieldValueInputRequired<'a> {
    pub customer_id: i64,
    pub name: &'a str,
    pub value: common::FieldValue,
}

impl CustomerFormFieldValueInput {
    /// Creates a [`CustomerFormFieldValueInput`] from its required fields.
    #[inline]
    pub fn new(required: CustomerFormFieldValueInputRequired<'_>) -> Self {
        Self {
            customer_id: required.customer_id,
            name: required.name.to_owned(),
            value: required.value,
        }
    }
}

impl From<&CustomerFormFieldValue> for CustomerFormFieldValueInput {
    #[inline]
    fn from(source: &CustomerFormFieldValue) -> Self {
        Self {
            customer_id: source.customer_id,
            name: source.name.clone(),
            value: source.value.clone(),
        }
    }
}

rt::object! {
    CustomerFormFieldValueInput {
        customer_id: "customer_id" required,
        name: "name" required,
        value: "value" required,
    }
}

/// The value that an address shall have for one custom field of the address form.
#[derive(Clone, PartialEq)]
#[must_use = "setters return the changed value"]
#[non_exhaustive]
pub struct AddressFormFieldValueInput {
    /// Number of the address.
    pub address_id: i64,
    /// Name of the field.
    pub name: String,
    /// Value of a custom form field. A text for most fields, a number for numeric ones, and a list of
    /// texts where several choices can be ticked.
    pub value: common::FieldValue,
}

/// The required fields of [`AddressFormFieldValueInput`], as [`AddressFormFieldValueInput::new`] takes them.
#[allow(missing_docs)]
pub struct AddressFormFieldValueInputRequired<'a> {
    pub address_id: i64,
    pub name: &'a str,
    pub value: common::FieldValue,
}

impl AddressFormFieldValueInput {
    /// Creates an [`AddressFormFieldValueInput`] from its required fields.
    #[inline]
    pub fn new(required: AddressFormFieldValueInputRequired<'_>) -> Self {
        Self {
            address_id: required.address_id,
            name: required.name.to_owned(),
            value: required.value,
        }
    }
}

impl From<&AddressFormFieldValue> for AddressFormFieldValueInput {
    #[inline]
    fn from(source: &AddressFormFieldValue) -> Self {
        Self {
            address_id: source.address_id,
            name: source.name.clone(),
            value: source.value.clone(),
        }
    }
}

rt::object! {
    AddressFormFieldValueInput {
        address_id: "address_id" required,
        name: "name" required,
        value: "value" required,
    }
}

/// One page of form field values.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct FormFieldValuePage {
    /// The values on this page, of customers and of addresses.
    pub data: Vec<FormFieldEntry>,
    /// Tells where a page stands in its list.
    ///
    /// Resources that know cursors send both members with the first page, only `pagination` with the
    /// pages that were asked for by number, and only `cursor_pagination` with those that were asked for
    /// by cursor. All others send `pagination` alone.
    pub meta: common::PageMeta,
}

rt::object! {
    FormFieldValuePage {
        data: "data" required,
        meta: "meta" required,
    }
}

impl rt::Listing for FormFieldValuePage {
    type Item = FormFieldEntry;
    const KEY: Option<&'static str> = Some("data");
    fn items(&self) -> &[FormFieldEntry] {
        &self.data
    }

    fn items_mut(&mut self) -> &mut Vec<FormFieldEntry> {
        &mut self.data
    }
}

impl rt::Paged for FormFieldValuePage {
    fn info(&self) -> rt::PageInfo<'_> {
        rt::Paged::info(&self.meta)
    }

    fn renumber(&mut self, items: i64) {
        rt::Paged::renumber(&mut self.meta, items);
    }
}

/// The form field values that one call set.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct FormFieldValueBatch {
    /// The values, as they are now.
    pub data: Vec<FormFieldEntry>,
    /// Metadata without a fixed shape, usually empty.
    pub meta: rt::Map<rt::Json>,
}

rt::object! {
    FormFieldValueBatch {
        data: "data" required,
        meta: "meta" required,
    }
}

impl rt::Listing for FormFieldValueBatch {
    type Item = FormFieldEntry;
    const KEY: Option<&'static str> = Some("data");
    fn items(&self) -> &[FormFieldEntry] {
        &self.data
    }

    fn items_mut(&mut self) -> &mut Vec<FormFieldEntry> {
        &mut self.data
    }
}

/// Type of a custom field in a form.
///
/// - `checkboxes`: boxes to tick, any number of them
/// - `date`: a date
/// - `multiline`: text of several lines
/// - `numbers`: a number
/// - `password`: text that is hidden while typed
/// - `radiobuttons`: one choice, by a button
/// - `text`: text of one line
/// - `picklist`: one choice, from a drop-down list
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FieldType {
    /// `checkboxes`
    Checkboxes,
    /// `date`
    Date,
    /// `multiline`
    Multiline,
    /// `numbers`
    Numbers,
    /// `password`
    Password,
    /// `radiobuttons`
    Radiobuttons,
    /// `text`
    Text,
    /// `picklist`
    Picklist,
    /// A value that this version of the crate does not know, unchanged.
    Unknown(rt::UnknownText),
}

rt::string_enum! {
    FieldType {
        Checkboxes = "checkboxes",
        Date = "date",
        Multiline = "multiline",
        Numbers = "numbers",
        Password = "password",
        Radiobuttons = "radiobuttons",
        Text = "text",
        Picklist = "picklist",
    }
}

rt::fixtures! {
    fixtures {
        /// A response of [`FormFieldValues::list`] with status 200.
        ///
        /// One page of form field values.
        LIST: LIST_FORM_FIELD_VALUES => 200 FormFieldValuePage, r#"{
  "data": [
    {
      "customer_id": 4107,
      "name": "Favourite glaze",
      "value": "tenmoku"
    },
    {
      "customer_id": 4107,
      "name": "Workshops",
      "value": [
        "throwing",
        "raku"
      ]
    },
    {
      "address_id": 5230,
      "name": "Floor",
      "value": 2.5
    }
  ],
  "meta": {
    "pagination": {
      "total": 3,
      "count": 3,
      "per_page": 50,
      "current_page": 1,
      "total_pages": 1
    },
    "cursor_pagination": {
      "count": 3,
      "per_page": 50,
      "start_cursor": "Zmlyc3Q0MTA3",
      "end_cursor": "bGFzdDUyMzA"
    }
  }
}"#;
        /// A response of [`FormFieldValues::upsert`] with status 200.
        ///
        /// The values, as they are now.
        UPSERT: UPSERT_FORM_FIELD_VALUES => 200 FormFieldValueBatch, r#"{
  "data": [
    {
      "customer_id": 4107,
      "name": "Favourite glaze",
      "value": "celadon"
    },
    {
      "address_id": 5230,
      "name": "Floor",
      "value": 3
    }
  ],
  "meta": {}
}"#;
    }
}
