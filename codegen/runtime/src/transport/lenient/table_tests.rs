//! How each kind of invalid value is decoded, one per row.

use bytes::Bytes;
use reqwest::{StatusCode, header::HeaderMap};

use super::*;
use crate::{
    call::decode::Decoder,
    rt,
    sample::{API, Kind, Toy},
    transport::response::ResponseMeta,
    types::{datetime::DateTime, flag::Flag, number::Number, text::Text},
    wire::{drift_kind::Drift, listing::Listing},
};

#[derive(Clone, PartialEq)]
struct Tag {
    name: String,
    _unknown_fields: crate::rt::UnknownFields,
}

rt::object! { Tag { name: "name" required, } }

#[derive(Clone, PartialEq)]
struct Thing {
    text: String,
    count: i64,
    done: bool,
    at: DateTime,
    tag: Tag,
    ids: Vec<i64>,
    kind: Kind,
    toy: Toy,
    price: Number,
    code: Text,
    flag: Flag,
    things: Option<Vec<Thing>>,
    rest: rt::Map<Text>,
    _unknown_fields: crate::rt::UnknownFields,
}

rt::object! {
    Thing {
        text: "text" required,
        count: "count" required,
        done: "done" required,
        at: "at" required,
        tag: "tag" required,
        ids: "ids" required,
        kind: "kind" required,
        toy: "toy" required,
        price: "price" required,
        code: "code" required,
        flag: "flag" required,
        things: "things" optional,
        ..rest,
    }
}

#[derive(Clone, PartialEq)]
struct Things {
    data: Vec<Thing>,
    total: i64,
    _unknown_fields: crate::rt::UnknownFields,
}

rt::object! { Things { data: "data" required, total: "total" required, } }

impl Listing for Things {
    type Item = Thing;

    const KEY: Option<&'static str> = Some("data");

    fn items(&self) -> &[Thing] {
        &self.data
    }

    fn items_mut(&mut self) -> &mut Vec<Thing> {
        &mut self.data
    }
}

/// The entries of a valid object.
const GOOD: [(&str, &str); 12] = [
    ("text", r#""a""#),
    ("count", "1"),
    ("done", "true"),
    ("at", r#""2024-01-15""#),
    ("tag", r#"{"name":"n"}"#),
    ("ids", "[1]"),
    ("kind", r#""cat""#),
    ("toy", r#""x""#),
    ("price", "1.50"),
    ("code", r#""c""#),
    ("flag", "true"),
    ("things", "[]"),
];

/// An object with another value for one key.
fn thing(key: &str, value: &str) -> String {
    let entries = GOOD.iter().copied().filter(|(name, _)| *name != key).chain([(key, value)]);
    let entries: Vec<_> = entries.map(|(name, value)| format!("{name:?}:{value}")).collect();
    format!("{{{}}}", entries.join(","))
}

fn response(body: &str) -> RawResponse {
    let meta = ResponseMeta::new(&API, StatusCode::OK, HeaderMap::new());
    RawResponse { is_lenient: true, ..RawResponse::new(meta, Bytes::copy_from_slice(body.as_bytes())) }
}

fn shown(drift: &[Drift], rejected: &[Rejected]) -> String {
    let drift = drift.iter().map(|it| format!("{} {:?} {}", it.type_name(), it.kind(), it.pointer().unwrap_or("?")));
    let rejected = rejected.iter().map(|it| {
        let kind = if it.is_item { "item" } else { "element" };
        format!("{kind} {} {} {}", it.index(), it.pointer(), it.raw().get().len())
    });
    drift.chain(rejected).collect::<Vec<_>>().join("; ")
}

/// Returns the value of the key in the result, if it is the first item of the array, and the drift.
fn read(key: &str, value: &str) -> (Option<String>, String) {
    let body = format!(r#"{{"total":7,"data":[{},{}]}}"#, thing(key, value), thing("text", r#""second""#));
    let (result, drift) = drift::collect(|| (Decoder::<Things>::list().lenient.unwrap())(&response(&body)));
    let (page, rejected) = result.unwrap();
    assert_eq!((page.total, page.data.last().unwrap().text.as_str()), (7, "second"), "{key}: {value}");
    let value = (page.data.len() == 2).then(|| {
        let json = serde_json::to_string(&page.data[0]).unwrap();
        let entries: std::collections::BTreeMap<String, Box<RawValue>> = serde_json::from_str(&json).unwrap();
        entries[key].get().to_owned()
    });
    (value, shown(&drift, &rejected))
}

#[test]
fn what_is_wrong_costs_as_little_as_can_be() {
    let broken = thing("count", r#""x""#);
    let nested = |inner: &str| thing("things", &format!("[{},{inner}]", thing("text", r#""b""#)));
    let good = thing("text", r#""b""#);
    let (two, three) = (format!("[{good},{broken}]"), format!("[{},{good}]", nested(&broken)));
    let (two_left, three_left) = (format!("[{good}]"), format!("[{},{good}]", thing("things", &format!("[{good}]"))));
    let length = broken.len();
    for (key, value, arrives, remarks) in [
        // A null reads as the empty value.
        ("text", "null", Some(r#""""#), "Thing NullValue /data/0/text"),
        ("count", "null", Some("0"), "Thing NullValue /data/0/count"),
        ("done", "null", Some("false"), "Thing NullValue /data/0/done"),
        ("at", "null", Some(r#""""#), "Thing NullValue /data/0/at"),
        ("tag", "null", Some(r#"{"name":""}"#), "Thing NullValue /data/0/tag"),
        ("tag", r#"{"name":null}"#, Some(r#"{"name":""}"#), "Tag NullValue /data/0/tag/name"),
        ("ids", "null", Some("[]"), "Thing NullValue /data/0/ids"),
        ("kind", "null", Some(r#""""#), "Thing NullValue /data/0/kind"),
        ("price", "null", Some("0"), "Thing NullValue /data/0/price"),
        ("code", "null", Some(r#""""#), "Thing NullValue /data/0/code"),
        ("flag", "null", Some("false"), "Thing NullValue /data/0/flag"),
        ("other", "null", Some(r#""""#), "Thing NullValue /data/0/*"),
        // A union keeps the original value, as in strict calls.
        ("toy", "null", Some("null"), "Toy UnknownShape /data/0/toy"),
        // Any other violation drops the innermost element.
        ("ids", r#"["x"]"#, Some("[]"), "element 0 /data/0/ids/0 3"),
        ("ids", r#"[1,"x",2,null,3]"#, Some("[1,2,3]"), "element 1 /data/0/ids/1 3; element 3 /data/0/ids/3 4"),
        ("things", &two, Some(&two_left), &format!("element 1 /data/0/things/1/count {length}")),
        ("things", &three, Some(&three_left), &format!("element 1 /data/0/things/0/things/1/count {length}")),
        // In no array but that of the items, it drops the item.
        ("count", r#""x""#, None, &format!("item 0 /data/0/count {length}")),
        ("tag", "[]", None, &format!("item 0 /data/0/tag {}", thing("tag", "[]").len())),
        ("tag", "{}", None, &format!("item 0 /data/0/tag {}", thing("tag", "{}").len())),
        ("other", "{}", None, &format!("item 0 /data/0/* {}", thing("other", "{}").len())),
    ] {
        let sorted = |json: &str| serde_json::from_str::<serde_json::Value>(json).unwrap();
        let (arrived, remarked) = read(key, value);
        assert_eq!(arrived.as_deref().map(sorted), arrives.map(sorted), "{key}: {value}");
        assert_eq!(remarked, remarks, "{key}: {value}");
        // Strict calls fail, or there is nothing to repair.
        let strict = serde_json::from_str::<Thing>(&thing(key, value));
        assert_eq!(strict.is_ok(), key == "toy", "{key}: {value}");
    }
}

#[test]
fn a_body_that_is_no_list_is_read_alike() {
    for (key, value, expected) in [
        ("text", "null", Ok("Thing NullValue /text".to_owned())),
        ("ids", r#"[1,"x"]"#, Ok("element 1 /ids/1 3".to_owned())),
        ("count", r#""x""#, Err("count: invalid type: string, expected i64".to_owned())),
    ] {
        let response = response(&thing(key, value));
        let (result, drift) = drift::collect(|| (Decoder::<Thing>::json().read)(&response));
        let result = result.map(|_| shown(&drift, &response.rejected.take()));
        let text = |failure: DecodeFailure| {
            let message = failure.message.split(" at line ").next().unwrap_or_default().to_owned();
            format!("{}: {message}", failure.path.unwrap_or_default())
        };
        assert_eq!(result.map_err(text), expected, "{key}: {value}");
    }
}

#[test]
fn an_item_with_more_than_that_is_set_aside() {
    let many = |count: usize| format!("[{}]", vec![r#""x""#; count].join(","));
    let (arrived, remarks) = read("ids", &many(MOST));
    assert_eq!((arrived.as_deref(), remarks.split("; ").count()), (Some("[]"), MOST));
    let body = thing("ids", &many(MOST + 1));
    assert_eq!(read("ids", &many(MOST + 1)), (None, format!("item 0 /data/0/ids/64 {}", body.len())));
}

#[test]
fn what_was_set_aside_does_not_pass_for_missing() {
    let (good, bad) = (thing("text", r#""b""#), thing("count", "[]"));
    let find = |items: &str| {
        let response = response(&format!(r#"{{"total":1,"data":[{items}]}}"#));
        (Decoder::first::<Things>().read)(&response).map(|it| it.map(|it| it.text)).map_err(|failure| failure.path)
    };
    assert_eq!(find(&good), Ok(Some("b".to_owned())));
    assert_eq!(find(""), Ok(None));
    assert_eq!(find(&bad), Err(Some("data[0].count".to_owned())));
    assert_eq!(find(&thing("text", "null")), Ok(Some(String::new())));
    assert_eq!(Things::KEY, Some("data"));
}

#[test]
fn a_body_nested_too_deep_is_refused_as_ever() {
    let depth = 2_000;
    let body = (0..depth).fold(thing("text", r#""b""#), |inner, _| thing("things", &format!("[{inner}]")));
    let failure = (Decoder::<Thing>::json().read)(&response(&body)).map(|_| ()).unwrap_err();
    assert!(failure.message.starts_with("recursion limit exceeded"), "{}", failure.message);
}
