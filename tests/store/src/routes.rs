//! The operations of the API: where they are, how many of them may run at once, and what answers them.

use super::answer::Reply;
use super::request::Request;
use super::state::State;
use super::{
    addresses, attribute_values, attributes, customers, customers_list, form_fields, groups, metafields,
    metafields_batch, profiles, segments, settings, subscribers, v2_addresses, v2_customers,
};

/// An operation.
pub(super) struct Route {
    method: &'static str,
    /// Below the store, with `{}` for what varies.
    path: &'static str,
    /// The name that `cargo xtask coverage` has for it.
    pub(super) operation: &'static str,
    /// How many requests may run at once.
    pub(super) at_once: Option<u32>,
    pub(super) answer: fn(&mut State, &Request<'_>) -> Reply,
}

type Handler = fn(&mut State, &Request<'_>) -> Reply;

const fn any(method: &'static str, path: &'static str, operation: &'static str, answer: Handler) -> Route {
    Route { method, path, operation, at_once: None, answer }
}

const fn few(at_once: u32, method: &'static str, path: &'static str, name: &'static str, answer: Handler) -> Route {
    Route { method, path, operation: name, at_once: Some(at_once), answer }
}

/// All operations. A path without `{}` stands before the one that would swallow it.
#[rustfmt::skip]
pub(super) static ROUTES: &[Route] = &[
    any("GET", "/v3/customers", "v3.customers.list", customers_list::list),
    any("POST", "/v3/customers", "v3.customers.create", customers::create),
    few(3, "PUT", "/v3/customers", "v3.customers.update", customers::update),
    any("DELETE", "/v3/customers", "v3.customers.delete", customers::delete),

    any("GET", "/v3/customers/addresses", "v3.addresses.list", addresses::list),
    few(10, "POST", "/v3/customers/addresses", "v3.addresses.create", addresses::create),
    few(3, "PUT", "/v3/customers/addresses", "v3.addresses.update", addresses::update),
    any("DELETE", "/v3/customers/addresses", "v3.addresses.delete", addresses::delete),

    any("GET", "/v3/customers/attributes", "v3.attributes.list", attributes::list),
    few(3, "POST", "/v3/customers/attributes", "v3.attributes.create", attributes::create),
    few(3, "PUT", "/v3/customers/attributes", "v3.attributes.update", attributes::update),
    any("DELETE", "/v3/customers/attributes", "v3.attributes.delete", attributes::delete),

    any("GET", "/v3/customers/attribute-values", "v3.attribute_values.list", attribute_values::list),
    few(3, "PUT", "/v3/customers/attribute-values", "v3.attribute_values.upsert", attribute_values::upsert),
    any("DELETE", "/v3/customers/attribute-values", "v3.attribute_values.delete", attribute_values::delete),

    any("GET", "/v3/customers/form-field-values", "v3.form_field_values.list", form_fields::list),
    few(10, "PUT", "/v3/customers/form-field-values", "v3.form_field_values.upsert", form_fields::upsert),

    any("GET", "/v3/customers/metafields", "v3.metafields.list_all", metafields::list_all),
    any("POST", "/v3/customers/metafields", "v3.metafields.create_batch", metafields_batch::create),
    any("PUT", "/v3/customers/metafields", "v3.metafields.update_batch", metafields_batch::update),
    any("DELETE", "/v3/customers/metafields", "v3.metafields.delete_batch", metafields_batch::delete),
    any("GET", "/v3/customers/{}/metafields", "v3.metafields.list", metafields::list),
    any("POST", "/v3/customers/{}/metafields", "v3.metafields.create", metafields::create),
    any("GET", "/v3/customers/{}/metafields/{}", "v3.metafields.get", metafields::get),
    any("PUT", "/v3/customers/{}/metafields/{}", "v3.metafields.update", metafields::update),
    any("DELETE", "/v3/customers/{}/metafields/{}", "v3.metafields.delete", metafields::delete),

    any("GET", "/v3/customers/subscribers", "v3.subscribers.list", subscribers::list),
    any("POST", "/v3/customers/subscribers", "v3.subscribers.create", subscribers::create),
    any("DELETE", "/v3/customers/subscribers", "v3.subscribers.delete_matching", subscribers::delete_matching),
    any("GET", "/v3/customers/subscribers/{}", "v3.subscribers.get", subscribers::get),
    any("PUT", "/v3/customers/subscribers/{}", "v3.subscribers.update", subscribers::update),
    any("DELETE", "/v3/customers/subscribers/{}", "v3.subscribers.delete", subscribers::delete),

    any("GET", "/v3/customers/settings", "v3.settings.get", settings::get),
    any("PUT", "/v3/customers/settings", "v3.settings.update", settings::update),
    any("GET", "/v3/customers/settings/channels/{}", "v3.settings.get_for_channel", settings::get_for_channel),
    any("PUT", "/v3/customers/settings/channels/{}", "v3.settings.update_for_channel", settings::update_for_channel),
    any("POST", "/v3/customers/validate-credentials", "v3.credentials.validate", settings::validate_credentials),
    any("GET", "/v3/customers/{}/consent", "v3.consent.get", settings::get_consent),
    any("PUT", "/v3/customers/{}/consent", "v3.consent.update", settings::update_consent),
    any("GET", "/v3/customers/{}/stored-instruments", "v3.stored_instruments.list", settings::stored_instruments),

    any("GET", "/v3/segments", "v3.segments.list", segments::list),
    few(10, "POST", "/v3/segments", "v3.segments.create", segments::create),
    few(10, "PUT", "/v3/segments", "v3.segments.update", segments::update),
    any("DELETE", "/v3/segments", "v3.segments.delete", segments::delete),
    any("GET", "/v3/segments/{}/shopper-profiles", "v3.segments.list_profiles", segments::profiles),
    few(10, "POST", "/v3/segments/{}/shopper-profiles", "v3.segments.add_profiles", segments::add_profiles),
    any("DELETE", "/v3/segments/{}/shopper-profiles", "v3.segments.remove_profiles", segments::remove_profiles),
    any("GET", "/v3/shopper-profiles", "v3.shopper_profiles.list", profiles::list),
    any("POST", "/v3/shopper-profiles", "v3.shopper_profiles.create", profiles::create),
    any("DELETE", "/v3/shopper-profiles", "v3.shopper_profiles.delete", profiles::delete),
    any("GET", "/v3/shopper-profiles/{}/segments", "v3.shopper_profiles.list_segments", profiles::segments),

    any("GET", "/v2/customers", "v2.customers.list", v2_customers::list),
    any("POST", "/v2/customers", "v2.customers.create", v2_customers::create),
    any("DELETE", "/v2/customers", "v2.customers.delete_all", v2_customers::delete_all),
    any("GET", "/v2/customers/count", "v2.customers.count", v2_customers::count),
    any("GET", "/v2/customers/{}", "v2.customers.get", v2_customers::get),
    any("PUT", "/v2/customers/{}", "v2.customers.update", v2_customers::update),
    any("DELETE", "/v2/customers/{}", "v2.customers.delete", v2_customers::delete),
    any("POST", "/v2/customers/{}/validate", "v2.customers.validate_password", v2_customers::validate_password),

    any("GET", "/v2/customers/{}/addresses", "v2.addresses.list", v2_addresses::list),
    any("POST", "/v2/customers/{}/addresses", "v2.addresses.create", v2_addresses::create),
    any("DELETE", "/v2/customers/{}/addresses", "v2.addresses.delete_all", v2_addresses::delete_all),
    any("GET", "/v2/customers/{}/addresses/count", "v2.addresses.count", v2_addresses::count),
    any("GET", "/v2/customers/{}/addresses/{}", "v2.addresses.get", v2_addresses::get),
    any("PUT", "/v2/customers/{}/addresses/{}", "v2.addresses.update", v2_addresses::update),
    any("DELETE", "/v2/customers/{}/addresses/{}", "v2.addresses.delete", v2_addresses::delete),

    few(40, "GET", "/v2/customer_groups", "v2.customer_groups.list", groups::list),
    few(40, "POST", "/v2/customer_groups", "v2.customer_groups.create", groups::create),
    any("GET", "/v2/customer_groups/count", "v2.customer_groups.count", groups::count),
    any("GET", "/v2/customer_groups/{}", "v2.customer_groups.get", groups::get),
    any("PUT", "/v2/customer_groups/{}", "v2.customer_groups.update", groups::update),
    few(40, "DELETE", "/v2/customer_groups/{}", "v2.customer_groups.delete", groups::delete),
];

/// What is at a path.
pub(super) enum Found<'p> {
    /// An operation, and what stands for each `{}`.
    Route(&'static Route, Vec<&'p str>),
    /// Something, but not with this method.
    OtherMethod,
    /// Nothing.
    Nothing,
}

/// Looks up a path below the store.
pub(super) fn find<'p>(method: &str, path: &'p str) -> Found<'p> {
    let mut found = Found::Nothing;
    for route in ROUTES {
        if let Some(parts) = matches(route.path, path) {
            if route.method == method {
                return Found::Route(route, parts);
            }
            found = Found::OtherMethod;
        }
    }
    found
}

fn matches<'p>(pattern: &str, path: &'p str) -> Option<Vec<&'p str>> {
    let (mut wanted, mut given, mut parts) = (pattern.split('/'), path.split('/'), Vec::new());
    loop {
        match (wanted.next(), given.next()) {
            (None, None) => return Some(parts),
            (Some("{}"), Some(part)) if !part.is_empty() => parts.push(part),
            (Some(wanted), Some(given)) if wanted == given => {}
            _ => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Found, ROUTES, find};

    #[test]
    fn the_routes_are_the_operations_of_the_spec_with_their_limits() {
        let declared: BTreeSet<_> = test_support::spec()
            .operations()
            .iter()
            .map(|operation| {
                let path = operation.path.split('/').map(|part| if part.starts_with('{') { "{}" } else { part });
                let path = format!("/{}{}", operation.version, path.collect::<Vec<_>>().join("/"));
                let at_once = operation.node.value.get("x-concurrency").map(|limit| limit.as_u64().unwrap());
                (operation.name(), operation.method.clone(), path, at_once)
            })
            .collect();
        let routes = ROUTES.iter().map(|route| {
            let at_once = route.at_once.map(u64::from);
            (route.operation.to_owned(), route.method.to_owned(), route.path.to_owned(), at_once)
        });
        assert_eq!(routes.collect::<BTreeSet<_>>(), declared);
        assert_eq!(ROUTES.len(), 72);
    }

    #[test]
    fn paths_lead_to_their_operations() {
        let cases = [
            ("GET /v3/customers", "v3.customers.list"),
            ("PUT /v3/customers/5/metafields/6", "v3.metafields.update"),
            ("GET /v3/customers/subscribers/6", "v3.subscribers.get"),
            ("GET /v2/customers/count", "v2.customers.count"),
            ("GET /v2/customers/5/addresses/count", "v2.addresses.count"),
            ("PATCH /v3/customers", "another method"),
            ("GET /v2/customers/", "nothing"),
            ("GET /v3/customers/5", "nothing"),
            ("GET /v3/customers/", "nothing"),
        ];
        for (line, expected) in cases {
            let (method, path) = line.split_once(' ').unwrap();
            let found = match find(method, path) {
                Found::Route(route, _) => route.operation,
                Found::OtherMethod => "another method",
                Found::Nothing => "nothing",
            };
            assert_eq!(found, expected, "{line}");
        }
    }
}
