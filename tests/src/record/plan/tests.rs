use super::*;
use crate::spec;

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
    ] {
        assert!(parse(spec(), text).unwrap_err().contains(problem), "{text}");
    }
}

#[test]
fn writes_touch_nothing_but_what_is_allowed() {
    let put = Some(r#"[{"id": 7, "channel_ids": [1, 4], "store_credit_amounts": [{"amount": 1.0}]}]"#);
    let metafields = Some("[3, 4]");
    for (text, body, allowed, problem) in [
        ("v3.customers.list", None, "", None),
        ("v3.customers.update", put, "", Some("allow it with `--allow-writes`")),
        ("v3.customers.update", put, "7", None),
        ("v3.customers.update", put, "1,4", Some("would touch 7,")),
        ("v3.customers.delete?id:in=7,8", None, "7", Some("would touch 8,")),
        ("v3.consent.update?customerId=9", Some(r#"{"allow": []}"#), "7", Some("would touch 9,")),
        ("v3.metafields.delete_batch", metafields, "3", Some("would touch 4,")),
        ("v3.metafields.delete_batch", metafields, "3,4", None),
        ("v3.customers.create", Some(r#"[{"email": "x@example.org"}]"#), "7", Some("`--allow-writes new`")),
        ("v3.customers.create", Some(r#"[{"email": "x@example.org"}]"#), "new", None),
        ("v3.addresses.create", Some(r#"[{"customer_id": 9}]"#), "new", Some("would touch 9,")),
        ("v3.settings.update", Some("{}"), "7,new", Some("`--allow-writes store`")),
        ("v3.settings.update", Some("{}"), "store", None),
        ("v3.subscribers.delete_matching", None, "7,new,store", Some("never recorded")),
        ("v2.customers.delete_all", None, "7,new,store", Some("never recorded")),
    ] {
        let allowed = allowed.split(',').filter(|id| !id.is_empty()).map(str::to_owned).collect();
        let found = planned(text, body).forbidden(&Writes { allowed });
        match problem {
            None => assert_eq!(found, None, "{text}"),
            Some(problem) => assert!(found.clone().unwrap_or_default().contains(problem), "{text}: {found:?}"),
        }
    }
}

#[test]
fn reads_need_no_ids_and_change_nothing() {
    let reads = reads(spec());
    assert!(reads.iter().any(|planned| planned.operation.name() == "v3.customers.list"));
    assert!(reads.iter().all(|planned| planned.is_read() && !planned.shown().contains('{')));
}
