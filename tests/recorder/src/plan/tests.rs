use super::*;
use replay::Exact;
use test_support::spec;

fn planned(text: &str, body: Option<&str>) -> Planned<'static> {
    let mut planned = parse(spec(), text).unwrap();
    planned.arguments.body = body.map(|body| Exact::parse(body).unwrap());
    planned
}

#[test]
fn a_call_is_an_operation_with_its_parameters() {
    for (text, shown) in [
        ("v3.customers.list", "GET /v3/customers"),
        (
            "v3.customers.list?id:in=4,5&email:in=a%2Bb@example.org",
            "GET /v3/customers?id:in=4,5&email:in=a+b@example.org",
        ),
        ("v3.consent.get?customerId=4107", "GET /v3/customers/4107/consent"),
        ("v2.addresses.list?customer_id=41&page=2", "GET /v2/customers/41/addresses?page=2"),
    ] {
        assert_eq!(planned(text, None).shown(), shown);
    }
    for (text, problem) in [
        ("v3.customers.lst", "did you mean `v3.customers.list`?"),
        ("orders", "`cargo xtask coverage` lists them all"),
        ("v3.customers.list?page", "has no `=`"),
        ("v3.customers.list?page=1&page=2", "`page` stands twice"),
        ("v3.consent.get?customerId=1&customerId=2", "`customerId` stands twice"),
    ] {
        assert!(parse(spec(), text).unwrap_err().contains(problem), "{text}");
    }
}

fn allowed(text: &str) -> Writes {
    let mut writes = Writes::default();
    writes.allow(spec(), text).unwrap();
    writes
}

#[test]
fn writes_touch_nothing_but_what_is_allowed() {
    let put = Some(r#"[{"id": 7, "channel_ids": [1, 4], "store_credit_amounts": [{"amount": 1.0}]}]"#);
    let (of_9, metafields) = (Some(r#"[{"customer_id": 9}]"#), Some("[3, 4]"));
    for (text, body, allows, needs) in [
        ("v3.customers.list", None, "", ""),
        ("v3.customers.update", put, "", "customers:7"),
        ("v3.customers.update", put, "customers:7", ""),
        ("v3.customers.update", put, "customers:1,customers:4", "customers:7"),
        // The same number as an id of other resources.
        ("v3.customers.update", put, "channels:7,addresses:7,customer_groups:7,new,store", "customers:7"),
        (
            "v3.settings.update_for_channel?channel_id=1",
            Some("{}"),
            "customers:1,customer_groups:1,store",
            "channels:1",
        ),
        ("v2.customer_groups.delete?customer_group_id=1", None, "customers:1,channels:1", "customer_groups:1"),
        ("v2.addresses.delete?customer_id=9&customer_address_id=7", None, "addresses:7", "customers:9"),
        ("v2.addresses.delete?customer_id=9&customer_address_id=7", None, "customers:9,customers:7", "addresses:7"),
        ("v3.customers.delete?id:in=7,8", None, "customers:7", "customers:8"),
        ("v3.segments.remove_profiles?segmentId=a&id:in=b", None, "segments:a,segments:b", "shopper_profiles:b"),
        ("v3.consent.update?customerId=9", Some(r#"{"allow": []}"#), "customers:7", "customers:9"),
        ("v3.metafields.delete_batch", metafields, "metafields:3", "metafields:4"),
        ("v3.metafields.delete_batch", metafields, "metafields:3,metafields:4", ""),
        // Creating needs `new`, and permission for the parents.
        ("v3.customers.create", Some(r#"[{"email": "x@example.org"}]"#), "customers:7,store", "new"),
        ("v3.customers.create", Some(r#"[{"email": "x@example.org"}]"#), "new", ""),
        ("v3.addresses.create", of_9, "new", "customers:9"),
        ("v3.addresses.create", of_9, "customers:9", "new"),
        ("v3.addresses.create", of_9, "", "customers:9,new"),
        ("v2.addresses.create?customer_id=9", Some("{}"), "customers:9", "new"),
        ("v3.metafields.create_batch", Some(r#"[{"resource_id": 9}]"#), "", "customers:9,new"),
        (
            "v3.form_field_values.upsert",
            Some(r#"[{"customer_id": 9}, {"address_id": 3}]"#),
            "",
            "addresses:3,customers:9",
        ),
        ("v3.segments.add_profiles?segmentId=a", Some(r#"["b"]"#), "new", "segments:a,shopper_profiles:b"),
        // Validation creates nothing.
        ("v3.credentials.validate", Some("{}"), "", ""),
        ("v2.customers.validate_password?customer_id=9", Some("{}"), "", ""),
        // A write without an id may affect anything.
        ("v3.settings.update", Some("{}"), "new", "store"),
        ("v3.settings.update", Some("{}"), "store", ""),
        ("v3.customers.update", Some(r#"[{"id": 7}, {"notes": ""}]"#), "customers:7", "store"),
        ("v3.customers.update", Some(r#"[{"id": null}]"#), "customers:7", "store"),
    ] {
        let found = planned(text, body).forbidden(&allowed(allows));
        let name = text.split('?').next().unwrap();
        let expected = (!needs.is_empty()).then(|| format!("{name} writes: it needs `--allow-writes {needs}`"));
        assert_eq!(found, expected, "{text}, allowed {allows}");
    }
}

#[test]
fn what_would_delete_without_ids_is_never_allowed() {
    let writes = allowed("customers:9,addresses:9,segments:a,shopper_profiles:a,metafields:9,subscribers:9,new,store");
    for (text, body) in [
        ("v2.customers.delete_all", None),
        ("v2.addresses.delete_all?customer_id=9", None),
        ("v3.subscribers.delete_matching", None),
        ("v3.subscribers.delete_matching?email=x@example.org", None),
        ("v3.customers.delete", None),
        ("v3.segments.remove_profiles?segmentId=a", None),
        ("v3.metafields.delete_batch", Some("[]")),
    ] {
        let problem = planned(text, body).forbidden(&writes).unwrap_or_default();
        assert!(problem.ends_with("which is never recorded"), "{text}: {problem}");
    }
}

#[test]
fn an_empty_id_is_none_to_allow() {
    for text in ["v3.segments.delete?id:in=", "v3.customers.delete?id:in=9,", "v3.consent.update?customerId="] {
        let problem = planned(text, None).forbidden(&allowed("customers:9,new,store")).unwrap_or_default();
        assert!(problem.ends_with(" is given an empty id"), "{text}: {problem}");
    }
}

#[test]
fn a_refusal_says_all_that_has_to_be_written() {
    for operation in spec().operations() {
        let arguments = Arguments::of_examples(&operation);
        let planned = Planned { operation, arguments, case: None };
        let Some(refusal) = planned.forbidden(&Writes::default()) else {
            assert!(planned.is_read(), "{}", planned.shown());
            continue;
        };
        assert!(!planned.is_read(), "{}", planned.shown());
        if refusal.ends_with("which is never recorded") {
            assert_eq!(planned.operation.node.child("x-requires-filter").value, true, "{refusal}");
            continue;
        }
        let needs: Vec<_> = refusal.split('`').nth(1).unwrap().split_once(' ').unwrap().1.split(',').collect();
        assert_eq!(planned.forbidden(&allowed(&needs.join(","))), None, "{refusal}");
        for one in &needs {
            let others: Vec<_> = needs.iter().filter(|other| *other != one).copied().collect();
            assert!(planned.forbidden(&allowed(&others.join(","))).unwrap().contains(one), "{refusal}");
        }
        let is_post = planned.operation.method == "POST";
        assert_eq!(needs.contains(&"new"), is_post, "{refusal}");
    }
}

#[test]
fn an_id_says_of_what_it_is() {
    assert_eq!(allowed("customers:41, shopper-profiles:a,,new"), allowed("new,shopper_profiles:a,customers:41"));
    for (text, problem) in [
        ("41", "`41` says not of what: write `customers:41`, or `new`, or `store`; there are ids of addresses,"),
        ("new,all", "`all` says not of what"),
        ("customer:41", "`customer:41` names nothing that can be written; there are ids of addresses,"),
        ("customers:", "`customers:` names nothing that can be written"),
        (":41", "`:41` names nothing"),
    ] {
        let found = Writes::default().allow(spec(), text).unwrap_err();
        assert!(found.contains(problem), "{found}");
    }
}

#[test]
fn reads_need_no_ids_and_change_nothing() {
    let reads = reads(spec());
    assert!(reads.iter().any(|planned| planned.operation.name() == "v3.customers.list"));
    assert!(reads.iter().all(|planned| planned.is_read() && !planned.shown().contains('{')));
}
