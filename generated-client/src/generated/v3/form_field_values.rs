// @generated from spec/v3/form_field_values.yaml by `cargo xtask regen`: change that, not this.

//! What customers entered into the custom fields of the signup form and of the address form. The
//! fields themselves are set up in the store's control panel.

use super::common;
use openapi_client_runtime::rt;

/// The operations of `client.v3().form_field_values()`, such as [`list`](Self::list).
#[derive(Clone, Copy, Debug)]
pub struct FormFieldValues<'a> {
    core: &'a rt::Core,
}

impl<'a> FormFieldValues<'a> {
    pub(super) fn new(core: &'a rt::Core) -> Self {
        Self { core }
    }

    /// Lists form field values of customers and addresses.
    ///
    /// Gives the values that satisfy all filters, a page at a time. Values of customers and values of
    /// addresses come in one list: an entry names either the customer or the address that it belongs
    /// to.
    ///
    /// `GET /customers/form-field-values`; scope `store_v2_customers_read_only`; pages by cursor or
    /// number.
    ///
    /// Awaited, it gives one page; [`stream`](ListFormFieldValues::stream) gives the items of all
    /// pages, [`pages`](ListFormFieldValues::pages) the pages themselves.
    ///
    /// # Returns
    ///
    /// [`FormFieldValuePage`].
    ///
    /// One page of form field values.
    ///
    /// # Errors
    ///
    /// [`ListFormFieldValuesError`] for 401, 403, 404, 422, 429, 5xx.
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
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn list(&self) -> ListFormFieldValues {
        ListFormFieldValues {
            request: rt::Request::new(self.core, &LIST_FORM_FIELD_VALUES),
        }
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
    /// [`upsert_batches`](Self::upsert_batches) takes any number of items.
    ///
    /// # Arguments
    ///
    /// - `body`: The values to set.
    ///
    /// # Returns
    ///
    /// [`FormFieldValueBatch`].
    ///
    /// The values, as they are now.
    ///
    /// # Errors
    ///
    /// [`UpsertFormFieldValuesError`] for 401, 403, 404, 422, 429, 5xx.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client) -> Result<(), generated_client::Error> {
    /// use generated_client::Number;
    /// use generated_client::v3::form_field_values::{
    ///     AddressFormFieldValueInput,
    ///     CustomerFormFieldValueInput,
    ///     FormFieldValueInput,
    /// };
    ///
    /// let answer = client
    ///     .v3()
    ///     .form_field_values()
    ///     .upsert([
    ///         FormFieldValueInput::from(CustomerFormFieldValueInput::new(4107, "Favourite glaze", "celadon")),
    ///         FormFieldValueInput::from(AddressFormFieldValueInput::new(5230, "Floor", Number::from(3))),
    ///     ])
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    #[deprecated(
        note = "use `v3::customers::Customers::update` or `v3::addresses::Addresses::update` instead"
    )]
    #[inline]
    pub fn upsert(
        &self,
        body: impl IntoIterator<Item = impl Into<FormFieldValueInput>>,
    ) -> UpsertFormFieldValues {
        UpsertFormFieldValues {
            request: rt::Request::new(self.core, &UPSERT_FORM_FIELD_VALUES)
                .json_list(
                    body.into_iter().map(Into::<FormFieldValueInput>::into),
                    rt::Limits::NONE.items(1, None),
                ),
        }
    }

    /// Any number of items for [`upsert`](Self::upsert), in as many calls as it takes.
    ///
    /// Takes an iterator or a stream, and is a stream of one outcome an item: 10 items a call, as no
    /// limit is known; at most 10 calls at a time.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: generated_client::Client, items: Vec<generated_client::v3::form_field_values::FormFieldValueInput>) {
    /// let mut outcomes = client.v3().form_field_values().upsert_batches(items);
    /// while let Some(outcome) = outcomes.next().await {
    ///     if let Some(error) = outcome.error() {
    ///         println!("item {}: {error}", outcome.index);
    ///     }
    /// }
    /// # }
    /// ```
    #[deprecated(
        note = "use `v3::customers::Customers::update` or `v3::addresses::Addresses::update` instead"
    )]
    #[inline]
    pub fn upsert_batches<M>(
        &self,
        body: impl rt::IntoItems<FormFieldValueInput, M>,
    ) -> rt::Batches<
        FormFieldValueInput,
        FormFieldValueBatch,
        UpsertFormFieldValuesError,
    > {
        rt::Batches::new(
            rt::Request::new(self.core, &UPSERT_FORM_FIELD_VALUES),
            body,
            rt::Limits::NONE.items(1, None),
            rt::Decoder::list(),
        )
    }
}

/// A call of [`FormFieldValues::list`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct ListFormFieldValues {
    request: rt::Request,
}

impl ListFormFieldValues {
    /// Number of the page, counted from 1. A page past the end answers with an empty list. Where
    /// cursors are offered too, the number is ignored as soon as a cursor is given.
    ///
    /// When sent: from 1.
    #[inline]
    pub fn page(mut self, page: i64) -> Self {
        self.request.set_query("page", page, rt::Limits::NONE.range(Some(1), None));
        self
    }

    /// Most items that one page may hold. 50 if left out; stores hand out 250 at most.
    ///
    /// When sent: from 1.
    #[inline]
    pub fn limit(mut self, limit: i64) -> Self {
        self.request.set_query("limit", limit, rt::Limits::NONE.range(Some(1), None));
        self
    }

    /// Asks for the page that ends just before this cursor. Give it the `start_cursor` of a page to
    /// read the page in front of that one.
    #[inline]
    pub fn before(mut self, before: impl Into<String>) -> Self {
        self.request.set_query("before", Into::<String>::into(before), rt::Limits::NONE);
        self
    }

    /// Asks for the page that starts just after this cursor. Give it the `end_cursor` of a page to read
    /// the page that follows.
    #[inline]
    pub fn after(mut self, after: impl Into<String>) -> Self {
        self.request.set_query("after", Into::<String>::into(after), rt::Limits::NONE);
        self
    }

    /// Keeps the values of this customer.
    #[inline]
    pub fn customer_id(mut self, customer_id: i64) -> Self {
        self.request.set_query("customer_id", customer_id, rt::Limits::NONE);
        self
    }

    /// Keeps the values of this address.
    #[inline]
    pub fn address_id(mut self, address_id: i64) -> Self {
        self.request.set_query("address_id", address_id, rt::Limits::NONE);
        self
    }

    /// Keeps the values of the field with this name.
    #[inline]
    pub fn field_name(mut self, field_name: impl Into<String>) -> Self {
        self.request
            .set_query("field_name", Into::<String>::into(field_name), rt::Limits::NONE);
        self
    }

    /// Keeps the values of fields of this type.
    #[inline]
    pub fn field_type(mut self, field_type: FieldType) -> Self {
        self.request.set_query("field_type", field_type, rt::Limits::NONE);
        self
    }
}

rt::endpoint! {
    ListFormFieldValues: LIST_FORM_FIELD_VALUES => list FormFieldValuePage, ListFormFieldValuesError, pages;
}

static LIST_FORM_FIELD_VALUES: rt::Operation = rt::Operation {
    id: "getCustomersFormFieldValues",
    name: "v3.form_field_values.list",
    method: rt::Method::Get,
    path: "/customers/form-field-values",
    paging: Some(rt::Paging::Cursor),
    idempotent: true,
    scopes: &["store_v2_customers_read_only"],
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`ListFormFieldValues`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ListFormFieldValuesError {
    /// 422: A filter is unknown, or its value cannot be used. The `errors` map is often empty.
    UnprocessableEntity(rt::ErrorBody<common::Problem>),
    /// 401: The access token is missing, mistyped or revoked.
    Unauthorized(rt::ErrorBody<common::AccessError>),
    /// 403: The token is good, but its scopes do not cover this operation. The gateway in front of the
    /// API answers with a body of its own, a lone `error` text.
    Forbidden(rt::ErrorBody<common::AccessError>),
    /// 404: Nothing is to be found under this address. Look at the store hash first, then at the ids.
    NotFound(rt::ErrorBody<common::Problem>),
    /// 429: The store's quota of requests is used up for now, or too many requests run at once. The
    /// quota belongs to the store: all apps and processes share it. Wait as long as the headers say, by
    /// the longer of the two where both are present. The body may be empty, and a limit that a gateway
    /// imposes may come without any of the headers.
    TooManyRequests(rt::ErrorBody<common::AccessError>),
    /// 5xx: The API or a gateway failed. Most of these pass and may be tried again later; 503 can also
    /// mean that the store is suspended. The body may be empty or an HTML page instead of JSON.
    ServerError(rt::ErrorBody<common::Problem>),
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    ListFormFieldValuesError {
        422 => UnprocessableEntity(common::Problem),
        401 => Unauthorized(common::AccessError),
        403 => Forbidden(common::AccessError),
        404 => NotFound(common::Problem),
        429 => TooManyRequests(common::AccessError),
        5xx => ServerError(common::Problem),
    }
}

/// A call of [`FormFieldValues::upsert`]: `.await` sends it.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct UpsertFormFieldValues {
    request: rt::Request,
}

rt::endpoint! {
    UpsertFormFieldValues: UPSERT_FORM_FIELD_VALUES => list FormFieldValueBatch, UpsertFormFieldValuesError;
}

static UPSERT_FORM_FIELD_VALUES: rt::Operation = rt::Operation {
    id: "updateCustomerFormFieldValues",
    name: "v3.form_field_values.upsert",
    method: rt::Method::Put,
    path: "/customers/form-field-values",
    concurrency: Some(10u32),
    idempotent: true,
    batch_key: &["customer_id", "address_id", "name"],
    scopes: &["store_v2_customers"],
    ..rt::Operation::new(&super::API)
};

/// The error answers of [`UpsertFormFieldValues`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum UpsertFormFieldValuesError {
    /// 422: An entry is not valid. The keys tell which entry and field.
    UnprocessableEntity(rt::ErrorBody<common::Problem>),
    /// 401: The access token is missing, mistyped or revoked.
    Unauthorized(rt::ErrorBody<common::AccessError>),
    /// 403: The token is good, but its scopes do not cover this operation. The gateway in front of the
    /// API answers with a body of its own, a lone `error` text.
    Forbidden(rt::ErrorBody<common::AccessError>),
    /// 404: Nothing is to be found under this address. Look at the store hash first, then at the ids.
    NotFound(rt::ErrorBody<common::Problem>),
    /// 429: The store's quota of requests is used up for now, or too many requests run at once. The
    /// quota belongs to the store: all apps and processes share it. Wait as long as the headers say, by
    /// the longer of the two where both are present. The body may be empty, and a limit that a gateway
    /// imposes may come without any of the headers.
    TooManyRequests(rt::ErrorBody<common::AccessError>),
    /// 5xx: The API or a gateway failed. Most of these pass and may be tried again later; 503 can also
    /// mean that the store is suspended. The body may be empty or an HTML page instead of JSON.
    ServerError(rt::ErrorBody<common::Problem>),
    /// Any other status.
    Undeclared(rt::ErrorBody<rt::Json>),
}

rt::errors! {
    UpsertFormFieldValuesError {
        422 => UnprocessableEntity(common::Problem),
        401 => Unauthorized(common::AccessError),
        403 => Forbidden(common::AccessError),
        404 => NotFound(common::Problem),
        429 => TooManyRequests(common::AccessError),
        5xx => ServerError(common::Problem),
    }
}

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
    /// A shape that this version of the crate does not know, as it came.
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
    /// A shape that this version of the crate does not know, as it came.
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

impl CustomerFormFieldValueInput {
    /// Makes one.
    #[inline]
    #[must_use]
    pub fn new(
        customer_id: i64,
        name: impl Into<String>,
        value: impl Into<common::FieldValue>,
    ) -> Self {
        Self {
            customer_id,
            name: name.into(),
            value: value.into(),
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

impl AddressFormFieldValueInput {
    /// Makes one.
    #[inline]
    #[must_use]
    pub fn new(
        address_id: i64,
        name: impl Into<String>,
        value: impl Into<common::FieldValue>,
    ) -> Self {
        Self {
            address_id,
            name: name.into(),
            value: value.into(),
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

rt::listing! {
    FormFieldValuePage: data "data" [FormFieldEntry]
}

rt::page! {
    FormFieldValuePage {
        current_page(meta.pagination?.current_page),
        total_pages(meta.pagination?.total_pages),
        per_page(meta.pagination?.per_page),
        per_page(meta.cursor_pagination?.per_page?),
        total(meta.pagination?.total),
        count(meta.pagination?.count),
        end_cursor(meta.cursor_pagination?.end_cursor?),
        next_link(meta.cursor_pagination?.links?.next?),
        cursors(meta.cursor_pagination),
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

rt::listing! {
    FormFieldValueBatch: data "data" [FormFieldEntry]
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
    /// A value that this version of the crate does not know, as it came.
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
        /// What [`FormFieldValues::list`] answers with 200.
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
        /// What [`FormFieldValues::upsert`] answers with 200.
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
