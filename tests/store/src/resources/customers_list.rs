//! The list of customers, version 3: filters and sort orders.

use super::customers::views;
use crate::data::customer::{Customer, Include};
use crate::data::state::State;
use crate::paging::{Key, Listed, Paging};
use crate::request::{CURSORS, DATES, PAGES, Request, Span};
use crate::response::{Reply, Response};

const FILTERS: &[&str] = &[
    "id:in",
    "company:in",
    "customer_group_id:in",
    "email:in",
    "name:in",
    "name:like",
    "phone:in",
    "registration_ip_address:in",
    "include",
    "sort",
];

pub(crate) fn list(state: &mut State, request: &Request<'_>) -> Reply {
    let query = &request.query;
    query.knows(&[PAGES, CURSORS, DATES, FILTERS])?;
    let paging = Paging::of(request, true)?;
    let include = Include::of(&query.texts("include")?.unwrap_or_default());
    let include = include.ok_or_else(|| query.refuse("include", "names something that cannot be included"))?;
    let sort = query.get("sort").map(|sort| Sort::of(sort).ok_or_else(|| query.refuse("sort", "is no order")));
    let filter = Filter::of(request)?;
    let slice = paging.cut(&listed(state, &filter, sort.transpose()?));
    let data = views(state, &slice.ids, &include);
    Ok(slice.page(data))
}

fn listed<'s>(state: &'s State, filter: &Filter<'_>, sort: Option<Sort>) -> Listed<'s> {
    if filter.is_open() && sort.is_none() {
        return Listed::All(&state.customers);
    }
    let ids = filter.candidates(state).filter(|id| filter.keeps(state, *id));
    match sort {
        None => Listed::Ids(ids.collect()),
        Some(Sort { by, descending }) => {
            let key = |id: u64| match by {
                By::Created => Some(Key::Number(state.facts(id).0.0)),
                By::Modified => Some(Key::Number(state.facts(id).1.0)),
                By::LastName => state.customer(id).map(|customer| Key::Text(customer.last_name.to_string())),
            };
            Listed::sorted(ids.map(|id| (key(id), id)), descending)
        }
    }
}

#[derive(Clone, Copy)]
struct Sort {
    by: By,
    descending: bool,
}

#[derive(Clone, Copy)]
enum By {
    Created,
    Modified,
    LastName,
}

impl Sort {
    fn of(text: &str) -> Option<Self> {
        let (by, direction) = text.split_once(':')?;
        let by = match by {
            "date_created" => By::Created,
            "date_modified" => By::Modified,
            "last_name" => By::LastName,
            _ => return None,
        };
        ["asc", "desc"].contains(&direction).then_some(Self { by, descending: direction == "desc" })
    }
}

/// The filters of a request.
struct Filter<'q> {
    ids: Option<Vec<u64>>,
    emails: Option<Vec<&'q str>>,
    groups: Option<Vec<u64>>,
    created: Span,
    modified: Span,
    companies: Option<Vec<&'q str>>,
    names: Option<Vec<&'q str>>,
    like: Option<Vec<String>>,
    phones: Option<Vec<&'q str>>,
    addresses: Option<Vec<&'q str>>,
}

impl<'q> Filter<'q> {
    fn of(request: &'q Request<'_>) -> Result<Self, Response> {
        let query = &request.query;
        let like = query.texts("name:like")?;
        let addresses = query.texts("registration_ip_address:in")?;
        let no_address = |text: &&str| text.parse::<std::net::IpAddr>().is_err();
        if addresses.iter().flatten().any(no_address) {
            return Err(query.refuse("registration_ip_address:in", "holds something that is no IP address"));
        }
        Ok(Self {
            ids: query.ids("id:in")?,
            emails: query.texts("email:in")?,
            groups: query.ids("customer_group_id:in")?,
            created: query.span("date_created")?,
            modified: query.span("date_modified")?,
            companies: query.texts("company:in")?,
            names: query.texts("name:in")?,
            like: like.map(|texts| texts.iter().map(|text| text.to_lowercase()).collect()),
            phones: query.texts("phone:in")?,
            addresses,
        })
    }

    /// Whether a customer must be computed to apply the filters.
    fn needs_texts(&self) -> bool {
        let Self { companies, names, like, phones, addresses, .. } = self;
        companies.is_some() || names.is_some() || like.is_some() || phones.is_some() || addresses.is_some()
    }

    fn needs_facts(&self) -> bool {
        self.groups.is_some() || !self.created.is_open() || !self.modified.is_open()
    }

    fn is_open(&self) -> bool {
        self.ids.is_none() && self.emails.is_none() && !self.needs_facts() && !self.needs_texts()
    }

    /// Returns the candidates, in ascending order. Filters that name customers are looked up, not searched for.
    fn candidates<'a>(&'a self, state: &'a State) -> Box<dyn Iterator<Item = u64> + 'a> {
        let by_email = self.emails.as_ref().map(|emails| {
            let mut ids: Vec<_> = emails.iter().filter_map(|email| state.customer_by_email(email)).collect();
            ids.sort_unstable();
            ids.dedup();
            ids
        });
        match (&self.ids, by_email) {
            (None, None) => Box::new(state.customers.ids()),
            (Some(ids), None) => Box::new(ids.iter().copied().filter(|id| state.customers.exists(*id))),
            (None, Some(found)) => Box::new(found.into_iter()),
            (Some(ids), Some(found)) => Box::new(found.into_iter().filter(|id| ids.binary_search(id).is_ok())),
        }
    }

    fn keeps(&self, state: &State, id: u64) -> bool {
        self.keeps_facts(state, id)
            && (!self.needs_texts() || state.customer(id).is_some_and(|customer| self.keeps_texts(&customer)))
    }

    fn keeps_facts(&self, state: &State, id: u64) -> bool {
        if !self.needs_facts() {
            return true;
        }
        let (created, modified, group) = state.facts(id);
        self.created.holds(created)
            && self.modified.holds(modified)
            && self.groups.as_ref().is_none_or(|groups| groups.binary_search(&group).is_ok())
    }

    fn keeps_texts(&self, customer: &Customer) -> bool {
        let is_in = |list: &Option<Vec<&str>>, text: &str| list.as_ref().is_none_or(|list| list.contains(&text));
        let name = customer.name();
        let lower = name.to_lowercase();
        is_in(&self.companies, &customer.company)
            && is_in(&self.names, &name)
            && is_in(&self.phones, &customer.phone)
            && is_in(&self.addresses, &customer.registration_ip_address)
            && self.like.as_ref().is_none_or(|texts| texts.iter().any(|text| lower.contains(text)))
    }
}
