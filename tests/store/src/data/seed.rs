//! The initial customers, which are fictitious and computed from their numbers.

use std::borrow::Cow;

use serde_json::Number;

use super::address::Address;
use super::customer::Customer;
use super::sparse::Seeded;
use crate::moment::Moment;
use crate::random::mix;

/// The numbers of initial items.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Seed {
    pub(crate) customers: u64,
    pub(crate) addresses_each: u64,
    pub(crate) groups: u64,
}

/// 2021-01-01. Customers are one minute apart: a million of them end in 2022.
const BEGIN: i64 = 1_609_459_200;

const FIRST: [&str; 16] = [
    "Aiko", "Mateo", "Noor", "Zofia", "Liam", "Yui", "Amadou", "Dagny", "Ines", "Tomasz", "Lourdes", "Keahi", "Lívia",
    "Oskar", "Thandeka", "Matheus",
];
const LAST: [&str; 16] = [
    "Tanabe",
    "Brandt",
    "Haddad",
    "Król",
    "O'Connell",
    "Kanda",
    "Ba",
    "Moen",
    "Kallio",
    "Zieliński",
    "Quispe",
    "Kalani",
    "Marín",
    "Lindqvist",
    "Ngcobo",
    "Prado",
];
const CITIES: [(&str, &str, &str); 4] = [
    ("Seattle", "Washington", "98104"),
    ("Chicago", "Illinois", "60611"),
    ("Duluth", "Minnesota", "55802"),
    ("Portland", "Oregon", "97205"),
];

/// Returns when this initial customer was created.
pub(crate) fn created(id: u64) -> Moment {
    Moment(BEGIN + id as i64 * 60)
}

/// Returns when this initial customer was last changed: a third of them up to 17 hours after their creation, the others
/// never.
pub(crate) fn modified(id: u64) -> Moment {
    Moment(created(id).0 + if id.is_multiple_of(3) { (mix(id) & 0xffff) as i64 } else { 0 })
}

/// Returns the group of this initial customer. They are assigned in turn to each group, and to none.
pub(crate) fn group(seed: &Seed, id: u64) -> u64 {
    id % (seed.groups + 1)
}

/// Returns the number in `shopper-17@example.org`.
pub(crate) fn id_of_email(email: &str) -> Option<u64> {
    let digits = email.strip_prefix("shopper-")?.strip_suffix("@example.org")?;
    digits.parse().ok().filter(|_| !digits.starts_with(['0', '+']))
}

fn pick(list: &[&'static str; 16], number: u64) -> Cow<'static, str> {
    Cow::Borrowed(list[(number % 16) as usize])
}

impl Seeded for Customer {
    fn count(seed: &Seed) -> u64 {
        seed.customers
    }

    fn of(seed: &Seed, id: u64) -> Self {
        let chance = mix(id);
        let mut customer = Self::new(id, created(id));
        customer.email = format!("shopper-{id}@example.org").into();
        customer.first_name = pick(&FIRST, chance);
        customer.last_name = pick(&LAST, chance >> 4);
        customer.date_modified = modified(id);
        customer.customer_group_id = group(seed, id);
        customer.accepts_product_review_abandoned_cart_emails = chance >> 8 & 3 == 0;
        if chance >> 10 & 3 == 0 {
            customer.company = format!("{} Ceramics", customer.last_name).into();
        }
        if chance >> 12 & 1 == 0 {
            customer.phone = format!("555-01{:02}", (chance >> 13) % 100).into();
        }
        if chance >> 20 & 7 == 0 {
            customer.store_credit = Number::from((chance >> 23) % 90);
        }
        customer
    }
}

impl Seeded for Address {
    fn count(seed: &Seed) -> u64 {
        seed.customers * seed.addresses_each
    }

    fn of(seed: &Seed, id: u64) -> Self {
        let customer = (id - 1) / seed.addresses_each.max(1) + 1;
        let chance = mix(customer);
        let (city, state, postal_code) = CITIES[(mix(id) & 3) as usize];
        Self {
            id,
            customer_id: customer,
            first_name: pick(&FIRST, chance),
            last_name: pick(&LAST, chance >> 4),
            address1: format!("{id} Kiln Lane").into(),
            city: city.into(),
            state_or_province: state.into(),
            postal_code: postal_code.into(),
            country: "United States".into(),
            country_code: "US".into(),
            address_type: if id.is_multiple_of(5) { "commercial" } else { "residential" }.into(),
            ..Self::default()
        }
    }
}
