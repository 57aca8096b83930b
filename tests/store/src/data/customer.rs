//! Customers, in the form in which version 3 shows them.

use std::borrow::Cow;

use serde::{Serialize, Serializer};
use serde_json::{Number, Value, json};

use super::address;
use super::attribute_values::AttributeValue;
use super::state::State;
use crate::moment::Moment;

/// Many texts of computed customers are constants.
pub(crate) type Text = Cow<'static, str>;

/// A customer. It is serialized as in a list without included data.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Customer {
    pub(crate) id: u64,
    pub(crate) authentication: Authentication,
    pub(crate) company: Text,
    pub(crate) customer_group_id: u64,
    pub(crate) email: Text,
    pub(crate) first_name: Text,
    pub(crate) last_name: Text,
    pub(crate) notes: Text,
    pub(crate) phone: Text,
    pub(crate) registration_ip_address: Text,
    pub(crate) tax_exempt_category: Text,
    pub(crate) date_created: Moment,
    pub(crate) date_modified: Moment,
    pub(crate) accepts_product_review_abandoned_cart_emails: bool,
    pub(crate) origin_channel_id: u64,
    pub(crate) channel_ids: Option<Vec<u64>>,
    #[serde(skip)]
    pub(crate) store_credit: Number,
    #[serde(skip)]
    pub(crate) form_fields: Vec<FormField>,
    #[serde(skip)]
    pub(crate) password: Option<String>,
}

#[derive(Clone, Copy, Debug, Default, Serialize)]
pub(crate) struct Authentication {
    pub(crate) force_password_reset: bool,
}

/// The value of a custom field of a form.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct FormField {
    pub(crate) name: String,
    pub(crate) value: Value,
}

impl Customer {
    pub(crate) fn new(id: u64, now: Moment) -> Self {
        Self {
            id,
            authentication: Authentication::default(),
            company: Text::default(),
            customer_group_id: 0,
            email: Text::default(),
            first_name: Text::default(),
            last_name: Text::default(),
            notes: Text::default(),
            phone: Text::default(),
            registration_ip_address: Text::default(),
            tax_exempt_category: Text::default(),
            date_created: now,
            date_modified: now,
            accepts_product_review_abandoned_cart_emails: false,
            origin_channel_id: 1,
            channel_ids: None,
            store_credit: Number::from(0),
            form_fields: Vec::new(),
            password: None,
        }
    }

    /// Returns the first name, a space, and the last name.
    pub(crate) fn name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name)
    }

    /// Whether this is the password. Initial customers have `password-17`.
    pub(crate) fn opens_with(&self, password: &str) -> bool {
        match &self.password {
            Some(own) => own == password,
            None => password.strip_prefix("password-").is_some_and(|id| id == self.id.to_string()),
        }
    }
}

/// Sets form fields by name, and leaves the others.
pub(crate) fn set_form_fields(fields: &mut Vec<FormField>, changes: Vec<FormField>) {
    for change in changes {
        match fields.iter_mut().find(|field| field.name == change.name) {
            Some(field) => field.value = change.value,
            None => fields.push(change),
        }
    }
}

/// The data that can be included with a customer.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Include {
    pub(crate) addresses: bool,
    pub(crate) store_credit: bool,
    pub(crate) attributes: bool,
    pub(crate) form_fields: bool,
    pub(crate) shopper_profile: bool,
    pub(crate) segments: bool,
}

impl Include {
    /// Includes everything.
    pub(crate) const ALL: Self = Self {
        addresses: true,
        store_credit: true,
        attributes: true,
        form_fields: true,
        shopper_profile: true,
        segments: true,
    };

    /// Parses the names in a query.
    pub(crate) fn of(names: &[&str]) -> Option<Self> {
        let mut include = Self::default();
        for name in names {
            *match *name {
                "addresses" => &mut include.addresses,
                "storecredit" => &mut include.store_credit,
                "attributes" => &mut include.attributes,
                "formfields" => &mut include.form_fields,
                "shopper_profile_id" => &mut include.shopper_profile,
                "segment_ids" => &mut include.segments,
                _ => return None,
            } = true;
        }
        Some(include)
    }
}

/// A customer with its included data.
#[derive(Serialize)]
pub(crate) struct View {
    #[serde(flatten)]
    customer: Customer,
    #[serde(flatten)]
    included: Option<Included>,
}

#[derive(Serialize)]
struct Included {
    #[serde(skip_serializing_if = "Option::is_none")]
    address_count: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    addresses: Option<Vec<address::View>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    attribute_count: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    attributes: Option<Vec<AttributeValue>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    form_fields: Option<Vec<Value>>,
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "amounts")]
    store_credit_amounts: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    shopper_profile_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    segment_ids: Option<Vec<String>>,
}

#[expect(clippy::ref_option, reason = "serde passes the field")]
fn amounts<S: Serializer>(amount: &Option<Number>, serializer: S) -> Result<S::Ok, S::Error> {
    [json!({"amount": amount})].serialize(serializer)
}

impl View {
    pub(crate) fn of(state: &State, customer: Customer, include: &Include) -> Self {
        Self { included: include.any().then(|| Included::of(state, &customer, include)), customer }
    }
}

impl Include {
    fn any(&self) -> bool {
        let Self { addresses, store_credit, attributes, form_fields, shopper_profile, segments } = *self;
        addresses || store_credit || attributes || form_fields || shopper_profile || segments
    }
}

impl Included {
    fn of(state: &State, customer: &Customer, include: &Include) -> Self {
        let id = customer.id;
        let addresses: Option<Vec<_>> = include.addresses.then(|| {
            let addresses = state.addresses.of(id).into_iter().filter_map(|id| state.addresses.get(id));
            addresses.map(|address| address::View::of(address.into_owned(), include.form_fields)).collect()
        });
        let attributes = include.attributes.then(|| state.values.of(id));
        let form_fields = include.form_fields.then(|| {
            let fields = customer.form_fields.iter();
            fields.map(|field| json!({"name": field.name, "value": field.value, "customer_id": id})).collect()
        });
        let profile = state.profiles.of(id);
        Self {
            address_count: addresses.as_ref().map(Vec::len),
            addresses,
            attribute_count: attributes.as_ref().map(Vec::len),
            attributes,
            form_fields,
            store_credit_amounts: include.store_credit.then(|| customer.store_credit.clone()),
            shopper_profile_id: profile.filter(|_| include.shopper_profile).map(super::profiles::uuid),
            segment_ids: include.segments.then(|| profile.map(|id| state.segments.uuids_of(id)).unwrap_or_default()),
        }
    }
}
