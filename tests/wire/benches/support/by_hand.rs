//! The baseline: the responses that the client decodes, as careful hand-written code on serde's derives. Money is
//! decimal, dates are dates, and an unknown enum value does not fail a page.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;
use time::serde::rfc3339;

/// The response of a list of customers.
#[derive(Deserialize)]
pub struct CustomerPage {
    pub data: Vec<Customer>,
    pub meta: PageMeta,
}

/// The response of a change of customers.
#[derive(Deserialize)]
pub struct CustomerBatch {
    pub data: Vec<Customer>,
}

#[derive(Deserialize)]
pub struct Customer {
    pub id: i64,
    pub email: String,
    pub first_name: String,
    pub last_name: String,
    pub company: String,
    pub phone: String,
    pub notes: String,
    pub tax_exempt_category: String,
    pub registration_ip_address: String,
    pub customer_group_id: i64,
    #[serde(with = "rfc3339")]
    pub date_created: OffsetDateTime,
    #[serde(with = "rfc3339")]
    pub date_modified: OffsetDateTime,
    pub accepts_product_review_abandoned_cart_emails: bool,
    pub authentication: Authentication,
    pub origin_channel_id: i64,
    pub channel_ids: Option<Vec<i64>>,
    pub address_count: Option<i64>,
    pub addresses: Option<Vec<Address>>,
    pub attribute_count: Option<i64>,
    pub attributes: Option<Vec<AttributeValue>>,
    pub form_fields: Option<Vec<CustomerFormField>>,
    pub store_credit_amounts: Option<Vec<StoreCredit>>,
    pub shopper_profile_id: Option<String>,
    pub segment_ids: Option<Vec<String>>,
}

#[derive(Deserialize)]
pub struct Authentication {
    pub force_password_reset: bool,
}

#[derive(Deserialize)]
pub struct Address {
    pub id: i64,
    pub customer_id: i64,
    pub first_name: String,
    pub last_name: String,
    pub company: String,
    pub address1: String,
    pub address2: String,
    pub city: String,
    pub state_or_province: String,
    pub postal_code: String,
    pub country: String,
    pub country_code: String,
    pub phone: String,
    pub address_type: AddressType,
    pub form_fields: Option<Vec<AddressFormField>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AddressType {
    Residential,
    Commercial,
    #[serde(other)]
    Other,
}

#[derive(Deserialize)]
pub struct AddressFormField {
    pub name: String,
    pub value: FieldValue,
    pub address_id: Option<i64>,
}

#[derive(Deserialize)]
pub struct CustomerFormField {
    pub name: String,
    pub value: FieldValue,
    pub customer_id: Option<i64>,
}

#[derive(Deserialize)]
#[serde(untagged)]
pub enum FieldValue {
    Text(String),
    Number(Decimal),
    List(Vec<String>),
}

#[derive(Deserialize)]
pub struct AttributeValue {
    pub id: i64,
    pub customer_id: i64,
    pub attribute_id: i64,
    pub attribute_value: String,
    #[serde(default, with = "rfc3339::option")]
    pub date_created: Option<OffsetDateTime>,
    #[serde(default, with = "rfc3339::option")]
    pub date_modified: Option<OffsetDateTime>,
}

#[derive(Deserialize)]
pub struct StoreCredit {
    pub amount: Decimal,
}

#[derive(Deserialize)]
pub struct PageMeta {
    pub pagination: Option<Pagination>,
    pub cursor_pagination: Option<CursorPagination>,
}

#[derive(Deserialize)]
pub struct Pagination {
    pub total: i64,
    pub count: i64,
    pub per_page: i64,
    pub current_page: i64,
    pub total_pages: i64,
    pub links: Option<Links>,
}

#[derive(Deserialize)]
pub struct CursorPagination {
    pub count: Option<i64>,
    pub per_page: Option<i64>,
    pub start_cursor: Option<String>,
    pub end_cursor: Option<String>,
    pub links: Option<Links>,
}

#[derive(Deserialize)]
pub struct Links {
    pub previous: Option<String>,
    pub current: Option<String>,
    pub next: Option<String>,
}

/// A change of a customer.
#[derive(Default, Serialize)]
pub struct CustomerUpdate {
    pub id: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub company: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notes: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_group_id: Option<i64>,
    /// The inner `None` is null.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel_ids: Option<Option<Vec<i64>>>,
}

impl CustomerUpdate {
    /// Creates a change without any fields.
    pub fn new(id: i64) -> Self {
        Self { id, ..Self::default() }
    }
}
