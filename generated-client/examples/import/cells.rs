//! The cells of a row as the fields of a customer.

use generated_client::{
    Nullable,
    v3::customers::{AuthenticationInput, Customer, CustomerCreate, CustomerCreateRequired, CustomerUpdate},
};
use serde::{Deserialize, Serialize};

/// The columns that a file can have.
pub const COLUMNS: [&str; 10] = [
    "email",
    "first_name",
    "last_name",
    "company",
    "phone",
    "notes",
    "tax_exempt_category",
    "customer_group_id",
    "accepts_product_review_abandoned_cart_emails",
    "force_password_reset",
];

/// The cells of a row except the e-mail address. Empty or missing cells are `None`.
#[derive(Deserialize, Serialize)]
pub struct Cells {
    first_name: Option<String>,
    last_name: Option<String>,
    company: Option<String>,
    phone: Option<String>,
    notes: Option<String>,
    tax_exempt_category: Option<String>,
    customer_group_id: Option<i64>,
    accepts_product_review_abandoned_cart_emails: Option<bool>,
    force_password_reset: Option<bool>,
}

/// Returns the customer to create, or the names of the missing cells.
pub fn new_customer(email: &str, cells: &Cells) -> Result<CustomerCreate, Vec<&'static str>> {
    let (Some(first_name), Some(last_name)) = (&cells.first_name, &cells.last_name) else {
        let names = [("first_name", &cells.first_name), ("last_name", &cells.last_name)];
        return Err(names.into_iter().filter(|(_, cell)| cell.is_none()).map(|(name, _)| name).collect());
    };
    let mut customer = CustomerCreate::new(CustomerCreateRequired { email, first_name, last_name });
    customer.company.clone_from(&cells.company);
    customer.phone.clone_from(&cells.phone);
    customer.notes.clone_from(&cells.notes);
    customer.tax_exempt_category.clone_from(&cells.tax_exempt_category);
    customer.customer_group_id = cells.customer_group_id;
    customer.accepts_product_review_abandoned_cart_emails = cells.accepts_product_review_abandoned_cart_emails;
    customer.authentication =
        cells.force_password_reset.map(|forced| AuthenticationInput::new().force_password_reset(forced));
    Ok(customer)
}

/// Returns the changes of a customer, and the names of the changed fields.
pub fn changes(cells: &Cells, now: &Customer) -> (CustomerUpdate, Vec<&'static str>) {
    let mut update = CustomerUpdate::new(now.id);
    let mut fields = Vec::new();
    update.first_name = change("first_name", &cells.first_name, &now.first_name, &mut fields);
    update.last_name = change("last_name", &cells.last_name, &now.last_name, &mut fields);
    update.company =
        change("company", &cells.company, &now.company, &mut fields).map_or(Nullable::Absent, Nullable::Value);
    update.phone = change("phone", &cells.phone, &now.phone, &mut fields);
    update.notes = change("notes", &cells.notes, &now.notes, &mut fields);
    update.tax_exempt_category =
        change("tax_exempt_category", &cells.tax_exempt_category, &now.tax_exempt_category, &mut fields);
    update.customer_group_id =
        change("customer_group_id", &cells.customer_group_id, &now.customer_group_id, &mut fields);
    update.accepts_product_review_abandoned_cart_emails = change(
        "accepts_product_review_abandoned_cart_emails",
        &cells.accepts_product_review_abandoned_cart_emails,
        &now.accepts_product_review_abandoned_cart_emails,
        &mut fields,
    );
    let forced = &now.authentication.force_password_reset;
    update.authentication = change("force_password_reset", &cells.force_password_reset, forced, &mut fields)
        .map(|forced| AuthenticationInput::new().force_password_reset(forced));
    (update, fields)
}

fn change<T: Clone + PartialEq>(
    name: &'static str,
    cell: &Option<T>,
    now: &T,
    fields: &mut Vec<&'static str>,
) -> Option<T> {
    let new = cell.as_ref().filter(|cell| *cell != now)?;
    fields.push(name);
    Some(new.clone())
}
