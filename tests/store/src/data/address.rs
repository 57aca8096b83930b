//! Addresses, in the form in which version 3 shows them.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use serde::Serialize;
use serde_json::{Value, json};

use super::customer::{FormField, Text};
use super::seed::Seed;
use super::sparse::{Seeded as _, Sparse};

/// An address. It is serialized as in a list without included data.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Address {
    pub(crate) id: u64,
    pub(crate) address1: Text,
    pub(crate) address2: Text,
    pub(crate) address_type: Text,
    pub(crate) city: Text,
    pub(crate) company: Text,
    pub(crate) country: Text,
    pub(crate) country_code: Text,
    pub(crate) customer_id: u64,
    pub(crate) first_name: Text,
    pub(crate) last_name: Text,
    pub(crate) phone: Text,
    pub(crate) postal_code: Text,
    pub(crate) state_or_province: Text,
    #[serde(skip)]
    pub(crate) form_fields: Vec<FormField>,
}

impl Address {
    /// Whether two addresses are equal in everything but the form fields.
    pub(crate) fn is_same_as(&self, other: &Self) -> bool {
        let texts = |address: &Self| {
            [
                &address.first_name,
                &address.last_name,
                &address.company,
                &address.address1,
                &address.address2,
                &address.city,
                &address.state_or_province,
                &address.postal_code,
                &address.country_code,
                &address.phone,
                &address.address_type,
            ]
            .map(Clone::clone)
        };
        self.customer_id == other.customer_id && texts(self) == texts(other)
    }
}

/// An address with its included data.
#[derive(Serialize)]
pub(crate) struct View {
    #[serde(flatten)]
    address: Address,
    #[serde(skip_serializing_if = "Option::is_none")]
    form_fields: Option<Vec<Value>>,
}

impl View {
    pub(crate) fn of(address: Address, with_form_fields: bool) -> Self {
        let id = address.id;
        let field = |field: &FormField| json!({"name": field.name, "value": field.value, "address_id": id});
        let form_fields = with_form_fields.then(|| address.form_fields.iter().map(field).collect());
        Self { address, form_fields }
    }
}

/// All addresses.
#[derive(Debug)]
pub(crate) struct Addresses {
    pub(crate) all: Sparse<Address>,
    each: u64,
    seeds: u64,
    /// Added addresses, by customer.
    added: HashMap<u64, BTreeSet<u64>>,
}

impl Addresses {
    pub(crate) fn new(seed: Seed) -> Self {
        let (all, each) = (Sparse::new(seed), seed.addresses_each);
        Self { all, each, seeds: Address::count(&seed), added: HashMap::new() }
    }

    pub(crate) fn get(&self, id: u64) -> Option<Cow<'_, Address>> {
        self.all.get(id)
    }

    /// Returns the ids of a customer's addresses, in ascending order.
    pub(crate) fn of(&self, customer: u64) -> Vec<u64> {
        let first = customer.saturating_sub(1).saturating_mul(self.each);
        let seeds = (first + 1..=first.saturating_add(self.each)).take_while(|id| *id <= self.seeds);
        let added = self.added.get(&customer).into_iter().flatten().copied();
        seeds.filter(|id| self.all.exists(*id)).chain(added).collect()
    }

    /// Whether the customer has an equal address under another id.
    pub(crate) fn is_duplicate(&self, address: &Address) -> bool {
        let others = self.of(address.customer_id).into_iter().filter(|id| *id != address.id);
        others.filter_map(|id| self.get(id)).any(|other| other.is_same_as(address))
    }

    pub(crate) fn put(&mut self, address: Address) {
        if address.id > self.seeds {
            self.added.entry(address.customer_id).or_default().insert(address.id);
        }
        self.all.put(address.id, address);
    }

    pub(crate) fn remove(&mut self, id: u64) -> bool {
        let customer = self.get(id).map(|address| address.customer_id);
        if let Some(added) = customer.and_then(|customer| self.added.get_mut(&customer)) {
            added.remove(&id);
        }
        self.all.remove(id)
    }
}

/// Countries by code and name.
const COUNTRIES: &[(&str, &str)] = &[
    ("AU", "Australia"),
    ("AT", "Austria"),
    ("BE", "Belgium"),
    ("BR", "Brazil"),
    ("CA", "Canada"),
    ("CN", "China"),
    ("CZ", "Czech Republic"),
    ("DK", "Denmark"),
    ("FI", "Finland"),
    ("FR", "France"),
    ("DE", "Germany"),
    ("IN", "India"),
    ("IE", "Ireland"),
    ("IT", "Italy"),
    ("JP", "Japan"),
    ("MX", "Mexico"),
    ("NL", "Netherlands"),
    ("NZ", "New Zealand"),
    ("NO", "Norway"),
    ("PE", "Peru"),
    ("PL", "Poland"),
    ("PT", "Portugal"),
    ("ZA", "South Africa"),
    ("ES", "Spain"),
    ("SE", "Sweden"),
    ("CH", "Switzerland"),
    ("GB", "United Kingdom"),
    ("US", "United States"),
];

/// Returns the name of a country, or its code if the country is unknown.
pub(crate) fn country(code: &str) -> Text {
    let known = COUNTRIES.iter().find(|(known, _)| *known == code);
    known.map_or_else(|| code.to_owned().into(), |(_, name)| (*name).into())
}

/// Returns the code of the country with this name.
pub(crate) fn country_code(name: &str) -> Option<&'static str> {
    COUNTRIES.iter().find(|(_, known)| *known == name).map(|(code, _)| *code)
}
