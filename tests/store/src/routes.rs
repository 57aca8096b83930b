//! The operations of the API: their paths and concurrency limits, from the spec, and their handlers.

use std::sync::LazyLock;

use serde_json::Value;
use test_support::Operation;

use super::data::state::State;
use super::request::Request;
use super::resources::{
    addresses, attribute_values, attributes, customers, customers_list, form_fields, groups, metafields,
    metafields_batch, profiles, segments, settings, subscribers, v2_addresses, v2_customers,
};
use super::response::Reply;

/// An operation.
pub(super) struct Route {
    method: String,
    /// The path below the store, with `{}` for each parameter.
    path: String,
    /// The name, as in `cargo xtask coverage`.
    pub(super) operation: &'static str,
    /// The maximum number of concurrent requests.
    pub(super) at_once: Option<u32>,
    pub(super) handler: Handler,
}

type Handler = fn(&mut State, &Request<'_>) -> Reply;

/// The handler of each operation. Its method, path and concurrency limit are in the spec.
#[rustfmt::skip]
const HANDLERS: &[(&str, Handler)] = &[
    ("v3.customers.list", customers_list::list),
    ("v3.customers.create", customers::create),
    ("v3.customers.update", customers::update),
    ("v3.customers.delete", customers::delete),

    ("v3.addresses.list", addresses::list),
    ("v3.addresses.create", addresses::create),
    ("v3.addresses.update", addresses::update),
    ("v3.addresses.delete", addresses::delete),

    ("v3.attributes.list", attributes::list),
    ("v3.attributes.create", attributes::create),
    ("v3.attributes.update", attributes::update),
    ("v3.attributes.delete", attributes::delete),

    ("v3.attribute_values.list", attribute_values::list),
    ("v3.attribute_values.upsert", attribute_values::upsert),
    ("v3.attribute_values.delete", attribute_values::delete),

    ("v3.form_field_values.list", form_fields::list),
    ("v3.form_field_values.upsert", form_fields::upsert),

    ("v3.metafields.list_all", metafields::list_all),
    ("v3.metafields.create_batch", metafields_batch::create),
    ("v3.metafields.update_batch", metafields_batch::update),
    ("v3.metafields.delete_batch", metafields_batch::delete),
    ("v3.metafields.list", metafields::list),
    ("v3.metafields.create", metafields::create),
    ("v3.metafields.get", metafields::get),
    ("v3.metafields.update", metafields::update),
    ("v3.metafields.delete", metafields::delete),

    ("v3.subscribers.list", subscribers::list),
    ("v3.subscribers.create", subscribers::create),
    ("v3.subscribers.delete_matching", subscribers::delete_matching),
    ("v3.subscribers.get", subscribers::get),
    ("v3.subscribers.update", subscribers::update),
    ("v3.subscribers.delete", subscribers::delete),

    ("v3.settings.get", settings::get),
    ("v3.settings.update", settings::update),
    ("v3.settings.get_for_channel", settings::get_for_channel),
    ("v3.settings.update_for_channel", settings::update_for_channel),
    ("v3.credentials.validate", settings::validate_credentials),
    ("v3.consent.get", settings::get_consent),
    ("v3.consent.update", settings::update_consent),
    ("v3.stored_instruments.list", settings::stored_instruments),

    ("v3.segments.list", segments::list),
    ("v3.segments.create", segments::create),
    ("v3.segments.update", segments::update),
    ("v3.segments.delete", segments::delete),
    ("v3.segments.list_profiles", segments::profiles),
    ("v3.segments.add_profiles", segments::add_profiles),
    ("v3.segments.remove_profiles", segments::remove_profiles),
    ("v3.shopper_profiles.list", profiles::list),
    ("v3.shopper_profiles.create", profiles::create),
    ("v3.shopper_profiles.delete", profiles::delete),
    ("v3.shopper_profiles.list_segments", profiles::segments),

    ("v2.customers.list", v2_customers::list),
    ("v2.customers.create", v2_customers::create),
    ("v2.customers.delete_all", v2_customers::delete_all),
    ("v2.customers.count", v2_customers::count),
    ("v2.customers.get", v2_customers::get),
    ("v2.customers.update", v2_customers::update),
    ("v2.customers.delete", v2_customers::delete),
    ("v2.customers.validate_password", v2_customers::validate_password),

    ("v2.addresses.list", v2_addresses::list),
    ("v2.addresses.create", v2_addresses::create),
    ("v2.addresses.delete_all", v2_addresses::delete_all),
    ("v2.addresses.count", v2_addresses::count),
    ("v2.addresses.get", v2_addresses::get),
    ("v2.addresses.update", v2_addresses::update),
    ("v2.addresses.delete", v2_addresses::delete),

    ("v2.customer_groups.list", groups::list),
    ("v2.customer_groups.create", groups::create),
    ("v2.customer_groups.count", groups::count),
    ("v2.customer_groups.get", groups::get),
    ("v2.customer_groups.update", groups::update),
    ("v2.customer_groups.delete", groups::delete),
];

/// Returns all operations that have a handler.
///
/// # Panics
/// Panics if the spec cannot be read.
pub(super) fn routes() -> &'static [Route] {
    static ROUTES: LazyLock<Vec<Route>> = LazyLock::new(|| {
        let operations = test_support::spec().operations();
        let mut routes: Vec<_> = operations.iter().filter_map(route).collect();
        // Of several matches, the one with a literal at the first difference comes first.
        routes.sort_by(|one, other| order(&one.path).cmp(order(&other.path)));
        routes
    });
    &ROUTES
}

fn route(operation: &Operation<'_>) -> Option<Route> {
    let name = operation.name();
    let (name, handler) = HANDLERS.iter().find(|(handled, _)| *handled == name)?;
    let path = operation.path.split('/').map(|part| if part.starts_with('{') { "{}" } else { part });
    let path = format!("/{}{}", operation.version, path.collect::<Vec<_>>().join("/"));
    let at_once = operation.node.value.get("x-concurrency").and_then(Value::as_u64);
    let at_once = at_once.and_then(|limit| u32::try_from(limit).ok());
    Some(Route { method: operation.method.clone(), path, operation: name, at_once, handler: *handler })
}

fn order(path: &str) -> impl Iterator<Item = (bool, &str)> {
    path.split('/').map(|part| (part == "{}", part))
}

/// The result of looking up a path.
pub(super) enum Found<'p> {
    /// An operation, and the value of each `{}`.
    Route(&'static Route, Vec<&'p str>),
    /// The path exists, but not with this method.
    OtherMethod,
    /// There is no such path.
    Nothing,
}

/// Looks up a path below the store.
pub(super) fn find<'p>(method: &str, path: &'p str) -> Found<'p> {
    let mut found = Found::Nothing;
    for route in routes() {
        if let Some(parts) = matches(&route.path, path) {
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
    use std::collections::BTreeMap;

    use test_support::Operation;

    use super::{Found, HANDLERS, find, routes};

    #[test]
    fn each_operation_of_the_spec_has_its_handler_and_its_limit() {
        let mut declared: Vec<_> = test_support::spec().operations().iter().map(Operation::name).collect();
        let mut handled: Vec<_> = HANDLERS.iter().map(|(name, _)| (*name).to_owned()).collect();
        let mut routed: Vec<_> = routes().iter().map(|route| route.operation.to_owned()).collect();
        for names in [&mut declared, &mut handled, &mut routed] {
            names.sort();
        }
        assert_eq!(handled, declared, "HANDLERS has a line for each operation of spec/: add or remove lines");
        assert_eq!(routed, declared);
        let limited = routes().iter().filter_map(|route| Some((route.operation, route.at_once?)));
        let limited: BTreeMap<_, _> = limited.collect();
        let some = ["v3.customers.update", "v3.addresses.create", "v2.customer_groups.list"];
        assert_eq!(some.map(|operation| limited[operation]), [3, 10, 40]);
        assert!(!limited.contains_key("v3.customers.list"));
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
