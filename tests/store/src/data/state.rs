//! The state of the store.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::time::{SystemTime, UNIX_EPOCH};

use serde::Serialize;
use tokio::time::Instant;

use super::address::Addresses;
use super::attribute_values::AttributeValues;
use super::attributes::Attributes;
use super::customer::{Customer, Include, View};
use super::groups::Groups;
use super::metafields::Metafields;
use super::profiles::Profiles;
use super::seed::{self, Seed};
use super::segments::Segments;
use super::settings::Settings;
use super::sparse::Sparse;
use super::subscribers::Subscribers;
use crate::moment::Moment;

/// All data of the store.
pub(crate) struct State {
    pub(crate) seed: Seed,
    pub(crate) customers: Sparse<Customer>,
    /// The e-mail addresses of customers that were added or changed, in lowercase.
    emails: HashMap<String, u64>,
    pub(crate) addresses: Addresses,
    pub(crate) attributes: Attributes,
    pub(crate) values: AttributeValues,
    pub(crate) metafields: Metafields,
    pub(crate) subscribers: Subscribers,
    pub(crate) segments: Segments,
    pub(crate) profiles: Profiles,
    /// The consent of customers, with the time of the last change.
    pub(crate) consent: HashMap<u64, (Vec<String>, Vec<String>, Moment)>,
    pub(crate) settings: Settings,
    pub(crate) groups: Groups,
    pub(crate) writes: Writes,
    /// The address of the store, for links.
    pub(crate) uri: String,
    clock: Clock,
}

impl State {
    pub(crate) fn new(seed: Seed, uri: String) -> Self {
        let clock = Clock::start();
        Self {
            seed,
            customers: Sparse::new(seed),
            emails: HashMap::new(),
            addresses: Addresses::new(seed),
            attributes: Attributes::default(),
            values: AttributeValues::default(),
            metafields: Metafields::default(),
            subscribers: Subscribers::default(),
            segments: Segments::default(),
            profiles: Profiles::default(),
            consent: HashMap::new(),
            settings: Settings::default(),
            groups: Groups::new(seed.groups, clock.now()),
            writes: Writes::default(),
            uri,
            clock,
        }
    }

    pub(crate) fn now(&self) -> Moment {
        self.clock.now()
    }

    /// Returns the customer. A group that was deleted is shown as none.
    pub(crate) fn customer(&self, id: u64) -> Option<Cow<'_, Customer>> {
        let mut customer = self.customers.get(id)?;
        if !self.groups.exists_or_none(customer.customer_group_id) {
            customer.to_mut().customer_group_id = 0;
        }
        Some(customer)
    }

    /// Returns the customer with its included data.
    pub(crate) fn view(&self, id: u64, include: &Include) -> Option<View> {
        self.customer(id).map(|customer| View::of(self, customer.into_owned(), include))
    }

    /// Returns when the customer was created and changed, and its group, without computing the rest.
    pub(crate) fn facts(&self, id: u64) -> (Moment, Moment, u64) {
        let (created, modified, group) = match self.customers.own(id) {
            Some(own) => (own.date_created, own.date_modified, own.customer_group_id),
            None => (seed::created(id), seed::modified(id), seed::group(&self.seed, id)),
        };
        (created, modified, if self.groups.exists_or_none(group) { group } else { 0 })
    }

    /// Returns the customer with this e-mail address, ignoring case.
    pub(crate) fn customer_by_email(&self, email: &str) -> Option<u64> {
        let email = email.to_lowercase();
        let seed = || seed::id_of_email(&email).filter(|id| self.customers.is_seed(*id));
        self.emails.get(&email).copied().or_else(seed)
    }

    /// Adds or changes a customer.
    pub(crate) fn put_customer(&mut self, customer: Customer) {
        if let Some(before) = self.customers.own(customer.id) {
            self.emails.remove(&before.email.to_lowercase());
        }
        self.emails.insert(customer.email.to_lowercase(), customer.id);
        self.customers.put(customer.id, customer);
    }

    /// Deletes a customer and everything that belongs to it.
    pub(crate) fn remove_customer(&mut self, id: u64) -> bool {
        if let Some(own) = self.customers.own(id) {
            self.emails.remove(&own.email.to_lowercase());
        }
        for address in self.addresses.of(id) {
            self.addresses.remove(address);
        }
        self.values.remove_customer(id);
        self.metafields.remove_customer(id);
        if let Some(profile) = self.profiles.remove_customer(id) {
            self.segments.forget(profile);
        }
        self.consent.remove(&id);
        self.customers.remove(id)
    }
}

/// The clock of the store. It follows tokio's clock, so that pausing that one pauses this one too.
struct Clock {
    at_start: i64,
    start: Instant,
}

impl Clock {
    fn start() -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Self { at_start: now.as_secs() as i64, start: Instant::now() }
    }

    fn now(&self) -> Moment {
        Moment(self.at_start + self.start.elapsed().as_secs() as i64)
    }
}

/// Counts writes.
#[derive(Debug, Default)]
pub(crate) struct Writes {
    /// All writes.
    pub(crate) count: u64,
    /// By operation and item: the e-mail address of a new customer, the id of a changed one.
    items: HashMap<&'static str, HashMap<String, u32>>,
    /// By operation, item and content: more than once means that a request was retried after it had taken effect.
    same: HashMap<u64, u32>,
    repeated: BTreeMap<String, u32>,
}

impl Writes {
    /// Counts a write of one item.
    pub(crate) fn add(&mut self, operation: &'static str, item: impl ToString, content: &impl Serialize) {
        let item = item.to_string();
        self.count += 1;
        let mut hasher = DefaultHasher::new();
        (operation, &item, serde_json::to_string(content).unwrap_or_default()).hash(&mut hasher);
        let same = self.same.entry(hasher.finish()).or_default();
        *same += 1;
        if *same > 1 {
            let repeated = self.repeated.entry(format!("{operation} {item}")).or_default();
            *repeated = (*repeated).max(*same);
        }
        *self.items.entry(operation).or_default().entry(item).or_default() += 1;
    }

    /// Returns how often an item was written.
    pub(crate) fn of(&self, operation: &str, item: &str) -> u32 {
        self.items.get(operation).and_then(|items| items.get(item)).copied().unwrap_or_default()
    }

    /// Returns what was written more than once with the same content, and how often.
    pub(crate) fn repeated(&self) -> BTreeMap<String, u32> {
        self.repeated.clone()
    }
}
